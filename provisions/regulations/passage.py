"""A provision as the rules of regulation are put to it: its words, types and facts, and for whom it speaks."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.stance import Direction, Stance, direction_of, stance_of
from provisions.regulations.scope import left_out, regions_of

_FORBIDS = re.compile(
    r"\b(?:you|users?|customers?|developers?|apps?|members?|sellers?)\b[^.;]{0,60}?(?:not|never)\b|prohibit|not (?:allowed|permit)|"
    r"forbidden|\bdo(?:n['\u2019]t| not)\b|violat",
    re.IGNORECASE,
)
# A part that speaks to businesses or authorities only: "If you are not a consumer", "Business use".
_BUSINESSES = re.compile(
    r"\b(?:if|where|when) you (?:are|['\u2019]re)(?: (?:acting|accepting|using|entering|accessing)[^.;:]{0,60}?)?(?: (?:as|on behalf of|for))? "
    r"(?:not (?:acting as )?an? consumer|(?:an? )?(?:[\w-]+,? (?:or )?){0,5}?(?:business|organi[sz]ation|compan(?:y|ies)|legal entity|government entity)\b(?! or (?:an )?individual))|"
    r"\b(?:if|where|when) you use [^,.;:]{1,40} for (?:commercial|business) purposes\b|"
    r"\bfor (?:such )?(?:U\.?S\.? )?(?:federal )?government entit(?:y|ies)\b|(?<!non-)\b(?:business|enterprise|commercial) (?:use|users?|accounts?|claims)\b",
    re.IGNORECASE,
)
_OPENING = 120  # characters in which a quote says for whom all of it is
# A row of a table that answers whether something is done with "no".
_ANSWERED_NO = re.compile(r"\|\s*(?:no|none|n/?a)\s*(?:\||$)", re.IGNORECASE)
_ANSWERED_YES = re.compile(r"\|\s*(?:yes|\u2713|\u2714|x)\s*(?:\||$)", re.IGNORECASE)
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
    def answers_no(self) -> bool:
        """Is the quote a row of a table that says of something that it is not done?"""
        return (
            "|" in self.quote
            and _ANSWERED_NO.search(self.quote) is not None
            and _ANSWERED_YES.search(self.quote) is None
        )

    @cached_property
    def above(self) -> str:
        """The headings over the quote and the sentence that it completes, one a line."""
        return "\n".join((*self.trail, self.lead_in))

    @cached_property
    def for_businesses(self) -> bool:
        """Does the quote speak to businesses or authorities only, by its own words or those above it?"""
        return _BUSINESSES.search(self.above) is not None or (
            _BUSINESSES.search(self.quote, 0, _OPENING) is not None
        )

    @cached_property
    def low(self) -> str:
        return self.quote.lower()

    @cached_property
    def kinds(self) -> frozenset[AttributeKind]:
        return frozenset(attribute.kind for attribute in self.attributes)

    @cached_property
    def regions(self) -> frozenset[str]:
        named = regions_of(f"{self.lead_in} {self.quote}", self.trail)
        return named or frozenset({_DECLARED.get(self.document_region, self.document_region)} - {""})

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The regions for whose people it says that it is not."""
        return left_out(f"{self.lead_in} {self.quote}", self.trail)

    def reading(self, type: str) -> tuple[Stance, Direction]:
        """Stance and direction for one of the types; those given are for the foremost."""
        if type == self.type:
            return self.stance, self.direction
        if type not in self._read:
            stance = stance_of(self.quote, type)
            self._read[type] = stance, direction_of(type, stance, self.quote)
        return self._read[type]
