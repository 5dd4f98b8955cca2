"""What a rule is and what comes of it: citations, risk and actions, as frozen values without files."""

import re
from dataclasses import dataclass
from enum import StrEnum

from provisions.analysis.attributes import AttributeKind
from provisions.analysis.stance import Direction, Stance


class Manner(StrEnum):
    """How a provision stands to an article. Never a finding that something is lawful or not."""

    READ_AGAINST = "read_against"
    FRAMES = "frames"
    PROMISE = "promise"
    ANSWERS = "answers"

    @property
    def label(self) -> str:
        """The manner in words for readers."""
        return _LABELS[self]


_LABELS = {
    Manner.READ_AGAINST: "Read against",
    Manner.FRAMES: "Rests on",
    Manner.PROMISE: "Promises, to be kept under",
    Manner.ANSWERS: "Says what is asked by",
}


class RiskLevel(StrEnum):
    """How likely the wording is to draw a regulator or a claim; compare by points."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Reason:
    """One citation a rule makes; `template` holds places like {trigger} or {age|a child}."""

    regulation: str
    article: str
    template: str


@dataclass(frozen=True, slots=True)
class Rule:
    """When which articles are cited.

    A rule fires where the provision has one of `types`, `words` are found (and `also`, where given, but not `unless`),
    every kind in `needs` is among the attributes and none in `lacks`. `cues` are plain small letters one of which the
    text must hold: they only save time. `unless_above` is sought in the headings and the sentence that the quote
    completes. A trigger that is negated does not count, unless `negated_too`.
    Empty `stances`, `directions`, `documents` and `sectors` ask for nothing.
    """

    slug: str
    manner: Manner
    types: frozenset[str]
    cues: tuple[str, ...]
    words: re.Pattern[str]
    also: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    unless_above: re.Pattern[str] | None
    needs: frozenset[AttributeKind]
    lacks: frozenset[AttributeKind]
    stances: frozenset[Stance]
    directions: frozenset[Direction]
    documents: frozenset[str]
    sectors: frozenset[str]
    negated_too: bool
    points: int
    because: str
    eased_by: tuple[AttributeKind, ...]
    reasons: tuple[Reason, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that made a rule fire; `start` and `end` place them in the quote (characters)."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One article with the reason spelled out for this provision and the words that triggered it."""

    rule: str
    regulation: str
    article: str
    manner: Manner
    reason: str
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class Risk:
    """A level, the points it comes from, and the reasons, each ending in its own points ("...: +2")."""

    level: RiskLevel
    points: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a buyer's team can do and tick off; the slug stays the same for ever."""

    slug: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class RegulatoryMapping:
    """What regulation says to a provision; all empty, and no risk, where no rule fired."""

    citations: tuple[Citation, ...] = ()
    risk: Risk | None = None
    actions: tuple[Action, ...] = ()

    @property
    def regulations(self) -> tuple[str, ...]:
        """Slugs of the regulations cited, in order, each once."""
        return tuple(dict.fromkeys(citation.regulation for citation in self.citations))
