"""Who worded a provision: our rules, unless an editor or the optional language model wrote something better."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from provisions.models import Provision, Wording

# The texts that can be written by others than the rules, as the fields of a provision.
PARTS = ("title", "says", "why_it_matters", "means_for_you", "note")


def put_rules_words(provision: Provision, texts: Mapping[str, str]) -> None:
    """Set the texts that the rules made, without saving; an editor's stay as they are, a model's give way."""
    for part, text in texts.items():
        if provision.written_by.get(part) != Wording.Author.EDITOR:
            provision.written_by.pop(part, None)
            setattr(provision, part, text)


def record_wording(
    provision: Provision, texts: Mapping[str, str], author: Wording.Author, by: str, at: datetime
) -> None:
    """Replace texts of a provision and keep who wrote them. A model never replaces an editor's words."""
    rows = []
    for part, text in texts.items():
        if author == Wording.Author.MODEL and provision.written_by.get(part) == Wording.Author.EDITOR:
            continue
        setattr(provision, part, text)
        provision.written_by[part] = author.value
        rows.append(_row(provision, author, by, at, part=part, text=text))
    provision.save(update_fields=[*texts, "written_by"])
    Wording.objects.bulk_create(rows)


def release_wording(provision: Provision, texts: Mapping[str, str]) -> None:
    """Give texts back to the rules, whose words these are; what was written stays in the record."""
    for part in texts:
        provision.written_by.pop(part, None)
    put_rules_words(provision, texts)
    provision.save(update_fields=[*texts, "written_by"])


def record_refusal(provision: Provision, by: str, reason: str, at: datetime) -> None:
    """Keep that the model was asked about these words and why its answer was not used."""
    _row(provision, Wording.Author.MODEL, by, at, refused=reason[:300]).save()


def quote_sha256(provision: Provision) -> str:
    """Names the words that a text was written for."""
    return hashlib.sha256(provision.quote.encode()).hexdigest()


def _row(provision: Provision, author: Wording.Author, by: str, at: datetime, **fields: str) -> Wording:
    return Wording(
        provision=provision, author=author, by=by[:200], at=at, quote_sha256=quote_sha256(provision), **fields
    )
