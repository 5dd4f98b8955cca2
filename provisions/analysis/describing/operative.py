"""The sentence of a clause that speaks for its type, and the facts that belong to it: what is said together is told together."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from provisions.analysis.attributes import Attribute, AttributeKind, attributes_of
from provisions.analysis.describing.mentions import refused
from provisions.analysis.refusals import refusal_in
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
# An aim or a recipient in another sentence holds of the operative one only where that sentence points back.
_POINTED = frozenset((AttributeKind.RECIPIENT, AttributeKind.PURPOSE))
_REFUSABLE = frozenset((AttributeKind.RECIPIENT, AttributeKind.DATA_KIND))
# A sentence that points back to the one before it goes on with what that one says.
_POINTS_BACK = re.compile(
    r"\W*(?:this|these|that|those|it|they|such)\b|(?:\W*|.{3,60}, )(?:we|[A-Z]\w+) (?:(?:may|will|can|also|then|only|do|not|\w+ly) )*[a-z]+ (?:this|these|that|those|it|them|such|so)\b",
    re.IGNORECASE,
)
# Types of which a promise is to leave something undone.
_LEFT_UNDONE = frozenset(
    ("data_collection", "data_usage", "data_sharing", "tracking_advertising", "sensitive_data", "ai_training")
)
_CARRIES = 0.5  # of the weight of the weightiest sentence; what weighs as much carries the act too
_ANNOUNCED = re.compile(r"(?::|\bfollowing\b[^.]*\.?)\s*$")
_APART = re.compile(r"[,;]|\band\b|\bwhile\b|\bbut\b")


@lru_cache(maxsize=256)
def telling_spans(type: str, text: str) -> tuple[tuple[int, int], ...]:
    """Places of the sentences that speak for the type, weightiest first, at most three; empty for an empty text."""
    weights = _weights(type, text)
    telling = sorted((span for span in weights if weights[span] > 0), key=lambda span: -weights[span])
    return tuple((telling or [*weights])[:_SENTENCES_TRIED])


@lru_cache(maxsize=256)
def acting_spans(type: str, text: str) -> tuple[tuple[int, int], ...]:
    """Places of the sentences that carry the act of a clause of the type, in reading order.

    Those are its weightiest, with what weighs about as much, and the sentences right after one of them that point back to
    it or that it announces. Whatever is said of the clause rests on these alone: the others speak of something beside it.
    """
    weights = _weights(type, text)
    least = max(weights.values(), default=0.0) * _CARRIES
    if least <= 0:
        return tuple(weights)
    acting: list[tuple[int, int]] = []
    goes_on = False
    for (start, end), weight in weights.items():
        goes_on = weight >= least or (
            goes_on
            and (
                _POINTS_BACK.match(text, start) is not None
                or _ANNOUNCED.search(text, *acting[-1]) is not None
            )
        )
        if goes_on:
            acting.append((start, end))
    return tuple(acting)


@lru_cache(maxsize=16)
def _weights(type: str, text: str) -> Mapping[tuple[int, int], float]:
    """How much each sentence speaks for the type, by its place; one that stands alone is not weighed."""
    spans = sentence_spans(text)
    if len(spans) == 1:
        return {spans[0]: 0.0}
    return {(start, end): weight_of_sentence(type, text[start:end]) for start, end in spans}


@lru_cache(maxsize=256)
def acting_part(type: str, text: str) -> str:
    """The sentences that carry the act of a clause, see `acting_spans`, as one text."""
    spans = acting_spans(type, text)
    return (
        text if len(spans) == len(_weights(type, text)) else " ".join(text[start:end] for start, end in spans)
    )


def facts_told_together(
    type: str, text: str, attributes: Iterable[Attribute], *, refusing: bool = True
) -> tuple[Attribute, ...]:
    """Of a clause's attributes those that may stand in one sentence about it, each where it was found.

    Periods, sums and ages are those of the operative sentence alone, and of several the first with what it is said
    of: "orders for ten years, messages for a month" is told of the orders. Kinds of data, recipients and purposes come
    from other sentences only where the operative one names none and measures nothing, and only from those that carry the
    act with it; aims and recipients from those only that point back. Of a clause that is not `refusing` anything, data
    and recipients that a part of it does refuse are not told.
    """
    every = tuple(attributes) if refusing else _not_refused(text, attributes)
    spans = telling_spans(type, text)
    if not spans:
        return every
    start, end = spans[0]
    here = tuple(_of_sentence(text, start, end, every))
    if not refusing:
        here = _not_refused(text, here)
    here = _before_second_measure(text, here)
    kinds = {fact.kind for fact in here}
    lent = set(_OF_THE_CLAUSE)
    if not kinds.intersection(_MEASURES) and type != "data_retention":
        lent.update(kind for kind in _LISTS if kind not in kinds)
    known = {(fact.kind, fact.value) for fact in here}
    more = [fact for fact in every if fact.kind in lent and (fact.kind, fact.value) not in known]
    announced = _ANNOUNCED.search(text[start:end]) is not None
    acting = acting_spans(type, text)

    def belongs(fact: Attribute) -> bool:
        if fact.kind in _OF_THE_CLAUSE:
            return True
        sentence = next((place for place in acting if place[0] <= fact.start < place[1]), None)
        if sentence is None:
            return False
        points = not announced and (
            fact.kind in _POINTED or (type == "data_sharing" and AttributeKind.RECIPIENT in kinds)
        )
        return not points or _POINTS_BACK.match(text, sentence[0]) is not None

    return (*here, *filter(belongs, more))


def refusing_part(type: str, text: str) -> str:
    """The sentences of a promise of the type that refuse something; empty where none does."""
    return " ".join(text[start:end] for start, end in _refusing_spans(type, text))


def of_refusals(
    type: str, text: str, facts: tuple[Attribute, ...], every: tuple[Attribute, ...]
) -> tuple[Attribute, ...]:
    """The facts told of a promise, with those lists only that its refusing sentences have: what else is done is no limit.

    `every` are those of the whole clause.
    """
    spans = _refusing_spans(type, text)
    if not spans:
        return facts
    listed = (fact for span in spans for fact in _of_sentence(text, *span, every) if fact.kind in _LISTS)
    unique = {(fact.kind, fact.value): fact for fact in listed}
    return (*(fact for fact in facts if fact.kind not in _LISTS), *unique.values())


def _refusing_spans(type: str, text: str) -> tuple[tuple[int, int], ...]:
    if type not in _LEFT_UNDONE:
        return ()
    return tuple(span for span in sentence_spans(text) if refusal_in(text[slice(*span)]) is not None)


def _not_refused(text: str, facts: Iterable[Attribute]) -> tuple[Attribute, ...]:
    low = text.lower()
    return tuple(fact for fact in facts if fact.kind not in _REFUSABLE or not refused(low, fact.start))


def goes_on_before(text: str, place: int) -> bool:
    """Does the sentence in which a place lies point back to the one before it ("This includes your name")?"""
    return any(
        start <= place < end and _POINTS_BACK.match(text, start) for start, end in sentence_spans(text)
    )


def _of_sentence(text: str, start: int, end: int, every: tuple[Attribute, ...]) -> Iterator[Attribute]:
    """Read anew where there are other sentences: a value is noted once in a clause, where it first stands."""
    if not text[:start].strip() and not text[end:].strip():
        yield from every
        return
    kinds = {fact.kind for fact in every}  # the others do not belong to the clause
    for fact in attributes_of(text[start:end]):
        if fact.kind not in kinds:
            continue
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
