"""Periods, ages, caps, laws and courts of a clause, as sentences on it take them."""

import re
from collections.abc import Callable, Sequence

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.caps import Cap, cap_in, may_cap
from provisions.analysis.counting import genitive
from provisions.analysis.places import with_article
from provisions.analysis.sentences import sentence_spans

PERIODS = (AttributeKind.PERIOD, AttributeKind.NOTICE_PERIOD, AttributeKind.RETENTION_PERIOD)
# The attributes that facts are read from, those that may be several and those of which the first is told.
LISTED: dict[str, AttributeKind] = {
    "recipients": AttributeKind.RECIPIENT,
    "purposes": AttributeKind.PURPOSE,
    "data": AttributeKind.DATA_KIND,
}
SINGLE: dict[str, AttributeKind] = {
    "retention": AttributeKind.RETENTION_PERIOD,
    "notice": AttributeKind.NOTICE_PERIOD,
    "deadline": AttributeKind.OPT_OUT_DEADLINE,
    "sum": AttributeKind.SUM,
    "percent": AttributeKind.PERCENT,
    "law": AttributeKind.GOVERNING_LAW,
    "venue": AttributeKind.VENUE,
    "body": AttributeKind.ARBITRATION_BODY,
    "exception": AttributeKind.EXCEPTION,
}
_FORMS = {
    "for_retention": ("kept_for", "for {}"),
    "after_retention": ("retention", "after {}"),
    "shown": ("recipients", "{}"),
    "the_body": ("body", "{}"),
    "notice_given": ("notice", "{} notice"),
    "readers_notice_given": ("readers_notice", "{} notice"),
    "law_title": ("law", "Law of {}"),
    "law_words": ("law", "the law of {}"),
    "venue_title": ("venue", "courts of {}"),
    "venue_words": ("venue", "before the courts of {}"),
}
_LATER = re.compile(r"[\s)]*(?:\w+ )?(?:after|following|from (?:the|your)|since|past|once)\b", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:plus|additional|further|another|extra)(?: (?:a|an|of|period))*\s*$", re.IGNORECASE)
_GONE_BY = re.compile(r"\b(?:past|last|previous|preceding|prior)\s*$", re.IGNORECASE)
_READER_NOTIFIES = re.compile(
    r"\b(?:[Yy]ou|[Ee]ither party) (?:may|can|must|will|shall|need to|have to|are free to)\b(?:(?!\b(?:we|[A-Z][\w.]+) (?:may|can|will|shall)\b|\byou\b)[^.])*$"
)
# Types in which a power stands in one sentence and word of its use in the next.
_NOTICE_BESIDE = frozenset(("termination", "policy_changes", "platform_discretion"))
_PLATFORM_NOTIFIES = re.compile(
    r"(?:^|[.;!?] )(?:[Ww]e(?: will| shall|['\u2019]ll) (?:always )?(?:give|tell|notify|inform|warn|let|send|e-?mail)|[Yy]ou(?: will|['\u2019]ll) (?:get|receive|hear|be (?:told|notified|informed)))\b"
    r"(?:(?!\b(?:try|may|might|where|possible|unless|if|when|material|materially|major|significant|most|some|certain)\b)[^.;])*$"
)
_BELOW = re.compile(r"(?:under|younger|below)\b", re.IGNORECASE)
# An age from which on, or below which not, the service may be used.
LIMITS_AGE = re.compile(
    r"\b(?:must be (?:at least|over|older|of|aged|an adult|\d+)|at least|may not (?:use|access|register|create|have|open|sign|join)|not (?:use|access|allowed|permitted|eligible|intended|directed)|years or older|minimum age|of legal age|do not use)\b",
    re.IGNORECASE,
)
# A ban on using the service at all, not on something done with or by young people.
BARS_USE = re.compile(
    r"\b(?:not|never|no|cannot|nobody|prohibited|forbidden)\b(?:(?! (?:give|provid|need)\w*)[^.;]){0,70}?\b(?:us(?:e|ing)|access|register|create|open|sign|join|enter|participate|eligible|play|browse|buy|purchase|order)\b|n['\u2019]t (?:\w+ )?(?:use|access|register|create|join)\b(?! (?:this|that|the) (?:data|information))|\b(?:at least|must be) (?:\w+ ){0,2}?\d+|"
    r"\b(?:use|access|accounts?)\b[^.;]{0,80}\b(?:not (?:allowed|permitted|intended)|prohibited|forbidden)",
    re.IGNORECASE,
)


def kept_for(facts: Sequence[Attribute], text: str) -> str:
    """The period for which something is kept, with word that it only begins later where it does."""
    kept = next((item for item in facts if item.kind is AttributeKind.RETENTION_PERIOD), None)
    if kept is None:
        return ""
    later = _LATER.match(text, kept.end) or _ADDED.search(text[: kept.start])
    return f"{kept.value} counted from a later point" if later else kept.value


def period_of(facts: Sequence[Attribute], text: str) -> str:
    """The first period that is still to come."""
    return next(
        (item.value for item in facts if item.kind in PERIODS and not _GONE_BY.search(text[: item.start])), ""
    )


def age_of(facts: Sequence[Attribute], text: str) -> str:
    """The age below which people are meant ("13"); where none is, the first that is named."""
    ages = [item for item in facts if item.kind is AttributeKind.AGE]
    below = [item for item in ages if _BELOW.match(text, item.start)]
    return next((item.value.removesuffix(" years") for item in below or ages), "")


def single_of(
    name: str, type: str, acting: Sequence[Attribute], every: Sequence[Attribute], text: str
) -> str:
    """The first fact of a kind in the sentences that act, or a notice promised beside the power that they keep."""
    value = next((item.value for item in acting if item.kind is SINGLE[name]), "")
    if value or name != "notice" or type not in _NOTICE_BESIDE:
        return value
    notices = (item for item in every if item.kind is AttributeKind.NOTICE_PERIOD)
    return next((item.value for item in notices if _PLATFORM_NOTIFIES.search(text[: item.start])), "")


def readers_notice(facts: Sequence[Attribute], text: str) -> str:
    """The notice that the reader has to give, not the one that the platform gives."""
    notices = (item for item in facts if item.kind is AttributeKind.NOTICE_PERIOD)
    return next((item.value for item in notices if _READER_NOTIFIES.search(text[: item.start])), "")


def cap_of(facts: Sequence[Attribute], text: str) -> Cap | None:
    """The first cap on what is answered for."""
    for start, end in sentence_spans(text):
        low = text[start:end].lower()
        sums = [item.value for item in facts if item.kind is AttributeKind.SUM and start <= item.start < end]
        if may_cap(low) and (cap := cap_in(low, sums)):
            return cap
    return None


def places_known(attributes: Sequence[Attribute]) -> bool:
    """Does the clause name a law or a court?"""
    return any(item.kind in (AttributeKind.GOVERNING_LAW, AttributeKind.VENUE) for item in attributes)


def with_preposition(name: str, fact: Callable[[str], str]) -> str:
    """A period, law or venue as a title or a sentence takes it; empty where the clause names none."""
    base, form = _FORMS[name]
    value = fact(base)
    if not value or (name == "venue_title" and value == fact("law")):
        return ""
    if name == "the_body":
        return with_article(value)
    return form.format(genitive(value) if form.endswith(" notice") else value)
