"""From a clause as it was read to a provision's title, words, weight and regulations."""

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

from django.utils.text import slugify

from platforms.models import Document
from provisions.analysis.attributes import AttributeKind
from provisions.analysis.clause_types import TAXONOMY
from provisions.analysis.describing.notes import note_on
from provisions.analysis.describing.patterns import Told, to_tell
from provisions.analysis.describing.titles import title_variants
from provisions.analysis.explaining import ReadClause
from provisions.analysis.tagging import TAGGER
from provisions.analysis.wording import means_for_you, says, why_it_matters
from provisions.models import Provision
from provisions.regulating import laws_on
from provisions.stored_attributes import to_keep
from provisions.wordings import put_rules_words

_OTHER_PAGES = frozenset({"versions"})  # /platform/<p>/<doc>/versions/ is a page of its own


def told_of(read: ReadClause, document: Document) -> Told:
    """What the words on a clause of the document are made from."""
    clause, name = read.clause, document.platform.name
    return to_tell(
        read.type,
        read.stance,
        read.direction,
        clause.text,
        read.attributes,
        name,
        clause.trail,
        clause.lead_in,
    )


def explain(provision: Provision, read: ReadClause, told: Told) -> None:
    """Set all that is said of a provision that holds the clause's words, but for its title; without saving."""
    provision.type, provision.types = read.type, read.types
    provision.confidence = read.tags[0].confidence
    provision.stance, provision.direction = read.stance.value, read.direction.value
    provision.severity, provision.severity_points = read.severity.level.value, read.severity.points
    provision.severity_reasons = list(read.severity.reasons)
    provision.attributes = to_keep(read.attributes)
    put_rules_words(provision, words_of(told))
    provision.regulations = laws_on(provision)
    provision.taxonomy, provision.tagger = TAXONOMY, TAGGER


def words_of(told: Told) -> dict[str, str]:
    """The explaining texts, by the field of a provision that holds them."""
    return {
        "says": says(told),
        "why_it_matters": why_it_matters(told),
        "means_for_you": means_for_you(told),
        "note": note_on(told),
    }


def named_in_title(provision: Provision) -> set[str]:
    """The facts of the clause that the title names ("5 years", "Delaware, USA"), as they were read."""
    return {
        fact["value"]
        for fact in provision.attributes
        if re.search(rf"(?<!\w){_as_titled(fact)}(?!\w)", provision.title, re.IGNORECASE)
    }


def _as_titled(fact: Mapping[str, Any]) -> str:
    """The pattern of a fact in a title, which has kinds of data in the plural and ages without their years."""
    value = fact["value"]
    if fact["kind"] == AttributeKind.AGE:
        return rf"{re.escape(value.removesuffix(' years'))}(?: years)?"
    return rf"{re.escape(value)}(?:e?s)?"


class Names:
    """The titles and slugs a document has given out: none is ever given twice."""

    def __init__(self, document: Document) -> None:
        taken = document.provisions.values_list("slug", "title")
        self._slugs = {slug for slug, _ in taken} | _OTHER_PAGES
        self._titles = {title.lower() for _, title in taken}

    def give(self, provision: Provision, told: Told) -> Provision:
        """A title unique in the document and the slug made from it."""
        self._entitle(provision, told)
        provision.slug = self._numbered(
            slugify(provision.title)[:90].strip("-") or told.type, self._slugs, "-"
        )
        self._slugs.add(provision.slug)
        return provision

    def renew(self, provision: Provision, told: Told) -> None:
        """Another title, where what the old one names no longer stands in the clause; the slug stays."""
        self._titles.discard(provision.title.lower())
        self._entitle(provision, told)

    def _entitle(self, provision: Provision, told: Told) -> None:
        titles = title_variants(told)
        best = next(titles)
        free = (title for title in chain((best,), titles) if title.lower() not in self._titles)
        title = next(free, best)
        provision.title = self._numbered(title, self._titles, " ")
        self._titles.add(provision.title.lower())

    @staticmethod
    def _numbered(name: str, taken: set[str], joint: str) -> str:
        if name.lower() not in taken:
            return name
        number = 2
        while f"{name}{joint}{number}".lower() in taken:
            number += 1
        return f"{name}{joint}{number}"
