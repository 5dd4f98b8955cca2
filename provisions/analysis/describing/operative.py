"""The sentence of a clause that speaks for its type, and the facts that belong to it: what is said together is told together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from provisions.analysis.attributes import Attribute, AttributeKind, attributes_of
from provisions.analysis.sentences import sentence_spans
from provisions.analysis.tagging import weight_of_sentence

_SENTENCES_TRIED = 3
_MEASURES = (
    AttributeKind.RETENTION_PERIOD,
    AttributeKind.NOTICE_PERIOD,
    AttributeKind.PERIOD,
    AttributeKind.SUM,
    AttributeKind.AGE,
)
# What holds for the whole clause wherever in it it is said.
_OF_THE_CLAUSE = frozenset(
    (AttributeKind.SETTING, AttributeKind.EMAIL, AttributeKind.LINK, AttributeKind.OPT_OUT, AttributeKind.OPT_OUT_DEADLINE,
     AttributeKind.CLASS_WAIVER, AttributeKind.JURY_WAIVER, AttributeKind.GOVERNING_LAW, AttributeKind.VENUE, AttributeKind.ARBITRATION_BODY)
)  # fmt: skip
# What another sentence may list where the operative one announces it ("We collect information. This includes your name").
_LISTS = (AttributeKind.DATA_KIND, AttributeKind.RECIPIENT, AttributeKind.PURPOSE)
# What others' sentences say of an aim or a recipient holds of the operative one only where they point back to it.
_POINTED = frozenset((AttributeKind.RECIPIENT, AttributeKind.PURPOSE))
_POINTS_BACK = re.compile(
    r"\W*(?:this|these|that|those|it|they|such)\b|(?:\W*|.{3,60}, )(?:we|[A-Z]\w+) (?:(?:may|will|can|also|then|only|do|not|\w+ly) )*[a-z]+ (?:this|these|that|those|it|them|such)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"(?::|\bfollowing\b[^.]*\.?)\s*$")
_APART = re.compile(r"[,;]|\band\b|\bwhile\b|\bbut\b")


@lru_cache(maxsize=256)
def telling_spans(type: str, text: str) -> tuple[tuple[int, int], ...]:
    """Places of the sentences that speak for the type, weightiest first, at most three; empty for an empty text."""
    spans = sentence_spans(text)
    if len(spans) > 1:
        weights = {span: weight_of_sentence(type, text[span[0] : span[1]]) for span in spans}
        telling = [span for span in spans if weights[span] > 0]
        spans = sorted(telling, key=lambda span: -weights[span]) or spans
    return tuple(spans[:_SENTENCES_TRIED])


def facts_told_together(type: str, text: str, attributes: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """Of a clause's attributes those that may stand in one sentence about it, each where it was found.

    Periods, sums and ages are those of the operative sentence alone, and of several the first with what it is said
    of: "orders for ten years, messages for a month" is told of the orders. Kinds of data, recipients and purposes come
    from other sentences only where the operative one names none and measures nothing; aims and recipients from those only
    that point back to it.
    """
    every = tuple(attributes)
    spans = telling_spans(type, text)
    if not spans:
        return every
    start, end = spans[0]
    here = tuple(_of_sentence(text, start, end, every))
    here = _before_second_measure(text, here)
    kinds = {fact.kind for fact in here}
    lent = set(_OF_THE_CLAUSE)
    if not kinds.intersection(_MEASURES) and type != "data_retention":
        lent.update(kind for kind in _LISTS if kind not in kinds)
    known = {(fact.kind, fact.value) for fact in here}
    more = [fact for fact in every if fact.kind in lent and (fact.kind, fact.value) not in known]
    if more and not _ANNOUNCED.search(text[start:end]):
        more = [fact for fact in more if fact.kind not in _POINTED or _points_back(text, fact.start)]
    return (*here, *more)


def _points_back(text: str, place: int) -> bool:
    """Does the sentence in which a fact stands speak of what was said before it?"""
    start = next(start for start, end in sentence_spans(text) if place < end)
    return _POINTS_BACK.match(text, start) is not None


def _of_sentence(text: str, start: int, end: int, every: tuple[Attribute, ...]) -> Iterator[Attribute]:
    """Read anew where there are other sentences: a value is noted once in a clause, where it first stands."""
    if not text[:start].strip() and not text[end:].strip():
        yield from every
        return
    for fact in attributes_of(text[start:end]):
        yield replace(fact, start=fact.start + start, end=fact.end + start)


def _before_second_measure(text: str, facts: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
    for kind in _MEASURES:
        measures = [fact for fact in facts if fact.kind is kind]
        if len(measures) > 1:
            first, second = measures[:2]
            cuts = [found.start() for found in _APART.finditer(text, first.end, second.start)]
            cut = cuts[0] if cuts else second.start
            return tuple(fact for fact in facts if fact.start < cut or fact.kind in _OF_THE_CLAUSE)
    return facts
