"""Which of the facts found in a clause say something of what it does; the others only stand in it."""

import re
from collections.abc import Iterable

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.describing.acts import names_sources

# Clauses in which people's data, who gets it and what for are the matter.
ON_DATA = frozenset(
    ("data_collection", "data_usage", "data_sharing", "data_retention", "data_security", "tracking_advertising", "privacy_rights", "international_transfers",
     "children_age", "sensitive_data", "ai_training", "ai_automated", "developer_api", "disclosure_requirements")
)  # fmt: skip
# What is given up or kept in these may be content that people post.
_ON_CONTENT = frozenset(("content_license", "intellectual_property"))
# Types in which others take part, whatever is also collected from them.
_TO_OTHERS = frozenset(("data_sharing", "tracking_advertising"))
_OF_DATA = frozenset((AttributeKind.DATA_KIND, AttributeKind.RECIPIENT, AttributeKind.PURPOSE))
# A line above a list of what the platform may do: its items are no ways out, whatever is disabled or closed there.
_PLATFORM_MAY = re.compile(
    r"\b(?:we|[A-Z][\w.]+)(?:['\u2019]ll)? (?:may|can|will|might|reserves? the right|(?:is|are) entitled)\b[^.]{0,60}$"
)


def belonging(
    facts: Iterable[Attribute], types: Iterable[str], lead_in: str = "", text: str = ""
) -> tuple[Attribute, ...]:
    """The facts of a clause that bears these types.

    Whom a clause on conduct, money or liability names receives no data for it, and what it serves is no purpose of a use;
    nor does a source, named by what is collected, receive it.
    """
    borne = set(types)
    foreign: set[AttributeKind] = set()
    if not borne & ON_DATA:
        foreign |= _OF_DATA
        if borne & _ON_CONTENT:
            foreign.discard(AttributeKind.DATA_KIND)
    if "data_collection" in borne and not borne & _TO_OTHERS and names_sources(text, lead_in):
        foreign.add(AttributeKind.RECIPIENT)
    if _PLATFORM_MAY.search(lead_in):
        foreign.add(AttributeKind.OPT_OUT)
    return tuple(fact for fact in facts if fact.kind not in foreign)
