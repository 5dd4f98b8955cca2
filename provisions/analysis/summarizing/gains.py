"""Recipients, kinds of data and purposes that a clause names now, or no longer, in the sentences that carry its act."""

import re
from collections.abc import Iterator

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.counting import listed
from provisions.analysis.describing.acts import names_sources
from provisions.analysis.describing.operative import acting_spans
from provisions.analysis.describing.ways_out import values_of

MOST_ITEMS = 3
_GAINS: dict[tuple[str, AttributeKind], tuple[str, str]] = {
    ("data_sharing", AttributeKind.RECIPIENT): ("Now shares with {}", "No longer names {} as recipients"),
    ("ai_training", AttributeKind.RECIPIENT): ("AI training now involves {}", "AI training no longer involves {}"),
    ("tracking_advertising", AttributeKind.RECIPIENT): ("Tracking now involves {}", "Tracking no longer names {}"),
    ("sensitive_data", AttributeKind.RECIPIENT): ("Sensitive data now goes to {}", "No longer names {} as recipients"),
    ("data_collection", AttributeKind.DATA_KIND): ("Now lists {} as collected", "No longer lists {} as collected"),
    ("data_sharing", AttributeKind.DATA_KIND): ("Now lists {} as shared", "No longer lists {} as shared"),
    ("data_usage", AttributeKind.DATA_KIND): ("Now lists {} as used", "No longer lists {} as used"),
    ("data_retention", AttributeKind.DATA_KIND): ("Now lists {} as kept", "No longer lists {} as kept"),
    ("ai_training", AttributeKind.DATA_KIND): ("Now trains AI on {}", "No longer names {} for AI training"),
    ("sensitive_data", AttributeKind.DATA_KIND): ("Now covers {}", "No longer covers {}"),
    ("data_usage", AttributeKind.PURPOSE): ("Now uses data for {}", "No longer names {} as a use of data"),
    ("data_collection", AttributeKind.PURPOSE): ("Now collects data for {}", "No longer names {} as a reason to collect"),
    ("data_sharing", AttributeKind.PURPOSE): ("Now shares for {}", "No longer names {} as a reason to share"),
    ("tracking_advertising", AttributeKind.PURPOSE): ("Tracking now serves {}", "Tracking no longer names {}"),
}  # fmt: skip
# What a sentence refuses to do.
REFUSAL = re.compile(
    r"\b(?:(?:do|does|will|shall) not|don['’]t|won['’]t|doesn['’]t|never|no longer)\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|never|nor|without|rather than|instead of)\b[^.;:,]{0,60}$", re.IGNORECASE)
# Named where others are named already, these add nobody.
_ANYBODY = frozenset(("third parties", "others"))


def gains(
    type: str, before: tuple[str, tuple[Attribute, ...]], after: tuple[str, tuple[Attribute, ...]]
) -> Iterator[str]:
    """What the acting sentences of one side name and the other side, each a text with its facts, nowhere does."""
    for kind in (AttributeKind.RECIPIENT, AttributeKind.DATA_KIND, AttributeKind.PURPOSE):
        forms = _GAINS.get((type, kind))
        if forms is None:
            continue
        for form, side, other in ((forms[0], after, before), (forms[1], before, after)):
            elsewhere, there = values_of(other[1], kind), other[0].lower()
            acts = _of_acts(type, kind, *side)
            fresh = tuple(fact for fact in acts if side[0][fact.start : fact.end].lower() not in there)
            items = [
                item
                for item in values_of(fresh, kind)
                if item not in elsewhere and not (elsewhere and item in _ANYBODY)
            ]
            if items:
                yield form.format(listed(items, MOST_ITEMS))


def _of_acts(
    type: str, kind: AttributeKind, text: str, attributes: tuple[Attribute, ...]
) -> tuple[Attribute, ...]:
    """The attributes of the sentences that carry the act; of what is refused there is no telling what it is refused for, and
    whom something comes from is no recipient of it."""
    acts = [
        (start, end)
        for start, end in acting_spans(type, text)
        if not REFUSAL.search(text, start, end)
        and not (kind is AttributeKind.RECIPIENT and names_sources(text[start:end]))
    ]
    return tuple(
        fact
        for fact in attributes
        if fact.kind is kind
        and any(
            start <= fact.start < end and not _DENIED.search(text[start : fact.start]) for start, end in acts
        )
    )
