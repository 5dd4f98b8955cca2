"""A provision as the rules of regulation are put to it: its words, types and facts, and for whom it speaks."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.stance import Direction, Stance, direction_of, stance_of
from provisions.regulations.scope import regions_of

_FORBIDS = re.compile(
    r"\b(?:you|users?|customers?|developers?|apps?|members?|sellers?)\b[^.;]{0,60}?(?:not|never)\b|prohibit|not (?:allowed|permit)|"
    r"forbidden|\bdo(?:n['\u2019]t| not)\b|violat",
    re.IGNORECASE,
)
_DECLARED = {"GB": "UK"}  # regions of the catalogue that the laws name otherwise


@dataclass(frozen=True)
class Passage:
    """A provision as the engine reads it; `trail` are the headings above the quote, outermost first."""

    type: str
    types: tuple[str, ...]
    stance: Stance
    direction: Direction
    quote: str
    attributes: tuple[Attribute, ...]
    sector: str = ""
    document_type: str = ""
    document_region: str = ""
    lead_in: str = ""
    trail: tuple[str, ...] = ()
    _read: dict[str, tuple[Stance, Direction]] = field(default_factory=dict, compare=False)

    @cached_property
    def forbids(self) -> bool:
        """Is the quote an item in a list of what others must not do?"""
        return bool(_FORBIDS.search(self.lead_in))

    @cached_property
    def low(self) -> str:
        return self.quote.lower()

    @cached_property
    def kinds(self) -> frozenset[AttributeKind]:
        return frozenset(attribute.kind for attribute in self.attributes)

    @cached_property
    def regions(self) -> frozenset[str]:
        named = regions_of(self.quote, self.trail)
        return named or frozenset({_DECLARED.get(self.document_region, self.document_region)} - {""})

    def reading(self, type: str) -> tuple[Stance, Direction]:
        """Stance and direction for one of the types; those given are for the foremost."""
        if type == self.type:
            return self.stance, self.direction
        if type not in self._read:
            stance = stance_of(self.quote, type)
            self._read[type] = stance, direction_of(type, stance, self.quote)
        return self._read[type]
