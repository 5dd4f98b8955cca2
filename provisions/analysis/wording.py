"""The words of a provision, made from its type, stance and attributes: the same clause always gets the same words.

They describe what the text states, permits or reserves; they never judge whether it holds in law.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.analysis.facts import Facts, capital
from provisions.analysis.paraphrase import core_of, operative_sentence, told_by_itself
from provisions.analysis.phrasing import PHRASINGS
from provisions.analysis.stance import Direction, Stance

TITLE_LIMIT = 80
_HEADING_LIMIT = 48
_SHORTEST_TITLE = 12
_CLIP = re.compile(
    r"[,;:]| (?:if|when|unless|except|which|because|provided|including|in accordance|subject to|as described)\b"
)
_HALF = re.compile(
    r"(?:if|when|where|unless|in|for|to|as|by|with|on|at|under|subject|depending|without|while|once|upon|based)\b",
    re.IGNORECASE,
)
_DOCUMENT_TITLE = re.compile(
    r"\b(?:terms of (?:use|service|sale)|terms and conditions|(?:privacy|cookie) (?:policy|notice|statement)|user agreement|guidelines|agreement)$",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"((?:[A-Z][\w\u2019'/&-]*|of|and|the|to|for|or|in|on|you|your|/)(?: (?:[A-Z][\w\u2019'/&-]*|of|and|the|to|for|or|in|on|you|your|/)){0,5})(?:\.|:| [\u2013—-]) (?=[A-Z])"
)
_SMALL_CHANGE = frozenset(
    ["how", "we", "you", "your", "our", "us", "information", "data", "personal", "the", "of", "use", "uses", "using", "collect", "collecting", "collection", "share", "shares", "sharing", "what", "why", "when", "and", "to", "is", "it", "for", "terms", "policy", "privacy", "section", "general", "about", "other", "do", "with", "content", "service", "services", "additional"]
)  # fmt: skip

_PLACEHOLDER = re.compile(r"\{(\w+)(?:\|([^{}]*))?\}")
_BEFORE_MARK = re.compile(r"\s+([.,;:])")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_IF_MISSING = re.compile(r"!(\w+): (.*)", re.DOTALL)
_NUMBERING = re.compile(
    r"^(?:(?:section|article|part)\s+)?[\divxlc]{0,4}(?:\.\d+)*[.):]?\s+(?=\S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the words are made from: a clause as it was read, and the name to use for who speaks in it."""

    type: str
    stance: Stance
    direction: Direction
    text: str
    trail: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    facts: Facts


def to_tell(
    type: str,
    stance: Stance,
    direction: Direction,
    text: str,
    attributes: Iterable[Attribute] = (),
    platform: str = "The platform",
    trail: tuple[str, ...] = (),
) -> Told:
    """Gathers once what title and sentences are made from. `platform` stands for "we" in the sentences."""
    facts = tuple(attributes)
    return Told(type, stance, direction, text, trail, facts, Facts(type, text, facts, platform))


def title_of(told: Told) -> str:
    """A short, specific title (at most 80 characters); the caller makes it unique with `title_variants`."""
    return next(title_variants(told))


def title_variants(told: Told) -> Iterator[str]:
    """Titles for one clause, best first, each with other distinguishing facts; all different, at most 80 characters."""
    given: set[str] = set()
    for candidate in _titles(told):
        title = capital(candidate)
        if len(title) <= TITLE_LIMIT and title not in given:
            given.add(title)
            yield title
    if not given:
        yield TYPES_BY_SLUG[told.type].label


def _titles(told: Told) -> Iterator[str]:
    pattern = _pattern(told, "title")
    facts, label = told.facts.get, TYPES_BY_SLUG[told.type].label
    best = _render(pattern, lambda name: facts(name, 2))
    bare = _bare(pattern, "")
    heading = _heading(told.text, told.trail, told.type)
    if best == bare:
        for words in _from_words(told.type, told.text, heading):
            yield words
            best = best if best != bare else words
    yield best
    yield _render(pattern, lambda name: facts(name, 1))
    if heading:
        yield f"{best} ({heading})"
        yield f"{label}: {heading}"
    for extra in _distinguishing(told.attributes):
        yield f"{best}, {extra}"
    yield _render(pattern, lambda name: facts(name, 3))
    yield bare


def says(told: Told) -> str:
    """One plain sentence of what the clause states: its own operative words where they are short enough."""
    own = told_by_itself(told.type, told.text, told.facts.get("platform"))
    if own:
        return own
    patterns = PHRASINGS[told.type].says
    return _sentence(patterns.get(told.stance.value, patterns[""]), told.facts.get)


def why_it_matters(told: Told) -> str:
    """What a compliance reader takes from the clause, with what it leaves open."""
    return _specific(_pattern(told, "why"), told, "It turns on the words")


def means_for_you(told: Told) -> str:
    """What the clause means for a person using the service, with the way out when the text gives one."""
    return _specific(_pattern(told, "means"), told, "The words to hold on to:")


def missing_in_words(told: Told) -> frozenset[str]:
    """The facts that the sentences on a clause already say to be missing."""
    patterns = _pattern(told, "why"), _pattern(told, "means")
    return frozenset(unless for pattern in patterns for _, _, unless, _ in _parts(pattern) if unless)


def _pattern(told: Told, part: str) -> str:
    """The pattern of one part (title, why, means): of a choice, of a clause for the user, or the ordinary one."""
    phrasing = PHRASINGS[told.type]
    wanted = [part]
    if told.direction is Direction.FOR_USER:
        wanted.insert(0, f"{part}_for")
        if told.stance is Stance.GRANTS:
            wanted.insert(0, f"{part}_choice")
    return next(pattern for name in wanted if (pattern := str(getattr(phrasing, name))))


_Piece = tuple[str, str, str]  # words before a fact, the fact's name, the words to use without it
_Part = tuple[
    tuple[_Piece, ...], str, str, bool
]  # pieces, words after them, fact that must be missing, optional?


@lru_cache(maxsize=512)
def _parts(pattern: str) -> tuple[_Part, ...]:
    """A pattern taken apart: plain stretches and optional ones."""
    parts: list[_Part] = []
    for place, stretch in enumerate(_OPTIONAL.split(pattern)):
        optional = place % 2 == 1
        unless = _IF_MISSING.fullmatch(stretch) if optional else None
        words = " " + unless[2] if unless else stretch
        pieces, done = [], 0
        for found in _PLACEHOLDER.finditer(words):
            pieces.append((words[done : found.start()], found[1], found[2] or ""))
            done = found.end()
        parts.append((tuple(pieces), words[done:], unless[1] if unless else "", optional))
    return tuple(parts)


def _render(pattern: str, fact: Callable[[str], str]) -> str:
    filled: list[str] = []
    for pieces, rest, unless, optional in _parts(pattern):
        if unless and fact(unless):
            continue
        if optional and not unless and not all(fact(name) or spare for _, name, spare in pieces):
            continue
        for before, name, spare in pieces:
            filled += (before, fact(name) or spare)
        filled.append(rest)
    return _BEFORE_MARK.sub(r"\1", " ".join("".join(filled).split())).replace("..", ".")


@lru_cache(maxsize=4096)
def _bare(pattern: str, platform: str) -> str:
    """The pattern with no fact but the platform's name."""
    return _render(pattern, lambda name: platform if name == "platform" else "")


def _specific(pattern: str, told: Told, lead: str) -> str:
    """The pattern filled; where no fact fills it, with the words of the clause, so that it fits no other one."""
    sentence = _sentence(pattern, told.facts.get)
    if sentence != capital(_bare(pattern, told.facts.get("platform"))):
        return sentence
    core = core_of(told.type, told.text)
    return f"{sentence} {lead} “{core}”." if core else sentence


def _from_words(type: str, text: str, heading: str) -> list[str]:
    """Titles where no fact makes one: the operative sentence when short, else the heading."""
    label = TYPES_BY_SLUG[type].label
    found = [f"{label}: {heading}"] if heading else []
    sentence = operative_sentence(type, text).rstrip(".;,: ")
    clipped = _CLIP.split(sentence, maxsplit=1)[0].rstrip(".;,: ")
    for words in (sentence, clipped):
        if not _HALF.match(words) and _SHORTEST_TITLE <= len(words) <= TITLE_LIMIT - len(label) - 2:
            found.append(f"{label}: {words if words[1:2].isupper() else words[:1].lower() + words[1:]}")
            break
    return found


def _sentence(pattern: str, fact: Callable[[str], str]) -> str:
    return capital(_render(pattern, fact))


def _heading(text: str, trail: tuple[str, ...], type: str) -> str:
    """The clause's own run-in heading, else the nearest heading that says more than its type, as words for a title."""
    run_in = _RUN_IN.match(text)
    candidates = [run_in[1]] if run_in else []
    candidates += list(reversed(trail))
    for candidate in candidates:
        words = _NUMBERING.sub("", candidate).strip(" .:?*#")
        if words.isupper():
            words = words.capitalize()
        if (
            3 <= len(words) <= _HEADING_LIMIT
            and not _DOCUMENT_TITLE.search(words)
            and not _only_says_type(words, type)
        ):
            return words
    return ""


def _only_says_type(heading: str, type: str) -> bool:
    """Do the words of a heading all belong to the type's own name and the small change of headings?"""
    known = set(re.findall(r"[a-z]+", TYPES_BY_SLUG[type].label.lower())) | _SMALL_CHANGE
    return {word.rstrip("s") for word in re.findall(r"[a-z]+", heading.lower())} <= {
        word.rstrip("s") for word in known
    }


def _distinguishing(facts: tuple[Attribute, ...]) -> list[str]:
    shown = (
        AttributeKind.RETENTION_PERIOD, AttributeKind.NOTICE_PERIOD, AttributeKind.PERIOD, AttributeKind.SUM, AttributeKind.AGE,
        AttributeKind.RECIPIENT, AttributeKind.DATA_KIND, AttributeKind.PURPOSE, AttributeKind.GOVERNING_LAW, AttributeKind.VENUE,
    )  # fmt: skip
    return [fact.value for kind in shown for fact in facts if fact.kind is kind]
