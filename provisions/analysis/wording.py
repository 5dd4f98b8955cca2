"""The words of a provision, made from its type, stance and attributes: the same clause always gets the same words.

They describe what the text states, permits or reserves; they never judge whether it holds in law.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from provisions.analysis.arbitration import move_of
from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.caps import sets_cap
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.analysis.facts import Facts
from provisions.analysis.fragments import bare, commands, forbids, lowered, stands_alone
from provisions.analysis.headings import HEADING_LIMIT, heading_of
from provisions.analysis.paraphrase import WANTED, operative_sentence, told_by_itself
from provisions.analysis.phrasing import PHRASINGS
from provisions.analysis.remarks import SILENT_FOR_USER
from provisions.analysis.stance import Direction, Stance
from provisions.analysis.third_person import in_third_person
from provisions.analysis.ways_out import capital

TITLE_LIMIT = 80
_MOST_REMARKS = 2
_TOPICS = frozenset(("topics", "topics_up"))  # what "why it matters" names already
_MANY_REMARKS = frozenset(
    ("policy_changes", "termination", "enforcement_actions", "platform_discretion", "content_moderation", "arbitration", "legal_jurisdiction", "liability_limitation",
     "warranty_disclaimer", "indemnification", "payment_fees", "auto_renewal", "refunds", "consent", "account_control", "ai_automated", "data_security", "children_age",
     "monetization_rules", "developer_api", "intellectual_property", "privacy_rights")
)  # fmt: skip
_NOTHING: frozenset[str] = frozenset()
_SHORTEST_TITLE = 12
_CLIP = re.compile(
    r"[,;:]| (?:if|when|unless|except|which|because|provided|including|in accordance|subject to|as described)\b"
)
_HALF = re.compile(
    r"(?:if|when|where|unless|in|for|to|as|by|with|on|at|under|subject|depending|without|while|once|upon|based)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{(\w+)(?:\|([^{}]*))?\}")
_BEFORE_MARK = re.compile(r"\s+([.,;:])")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_IF_MISSING = re.compile(r"!(\w+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """What the words are made from: a clause as it was read, and the name to use for who speaks in it."""

    type: str
    stance: Stance
    direction: Direction
    text: str
    trail: tuple[str, ...]
    lead_in: str
    facts: Facts


def to_tell(
    type: str,
    stance: Stance,
    direction: Direction,
    text: str,
    attributes: Iterable[Attribute] = (),
    platform: str = "The platform",
    trail: tuple[str, ...] = (),
    lead_in: str = "",
) -> Told:
    """Gathers once what title and sentences are made from.

    `platform` stands for "we" in the sentences; `lead_in` is the sentence a list item hangs on.
    """
    return Told(
        type,
        stance,
        direction,
        text,
        trail,
        lead_in,
        Facts(type, text, attributes, platform, lead_in, trail[-1] if trail else ""),
    )


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
    facts, label = told.facts, TYPES_BY_SLUG[told.type].label
    best = _render(pattern, facts, 2)
    heading = heading_of(told.text, told.trail, told.type)
    if not _tells(pattern, told):
        yield from _from_words(told, heading)
    yield best
    yield _render(pattern, facts, 1)
    matter = _matter_in_title(told)
    if matter:
        yield f"{best}: {matter}"
        yield f"{label}: {matter}"
    if heading:
        yield f"{best} ({heading})"
        yield f"{label}: {heading}"
    for extra in _distinguishing(told.facts.attributes):
        yield f"{best}, {extra}"
    yield _render(pattern, facts, 3)


def says(told: Told) -> str:
    """One plain sentence of what the clause states: its own operative words where they make one."""
    own = _own_words(told)
    if told.facts.get("cap") and not sets_cap(own.lower()):
        own = ""  # the most that is paid is what such a clause says
    return own or _sentence(_pattern(told, "says"), told.facts)


def _own_words(told: Told) -> str:
    wanted = WANTED.get(told.stance)
    return told_by_itself(told.type, told.text, told.facts.get("platform"), _lead_in(told), wanted)


def _lead_in(told: Told) -> str:
    """The lead-in, or the heading of a list of bans that has none ("Prohibited uses")."""
    if told.lead_in or told.stance is not Stance.PROHIBITS:
        return told.lead_in
    nearest = told.trail[-1] if told.trail else ""
    return nearest if forbids(nearest) and commands(bare(told.text)) else ""


def why_it_matters(told: Told) -> str:
    """What a compliance reader takes from the clause, with what it leaves open."""
    lead = _lead(told, "why")
    said = [lead, *_remarks(told, "why", _MOST_REMARKS if lead else _MOST_REMARKS + 1)]
    return _joined([*said, "" if len(said) > 1 or _tells(_pattern(told, "why"), told) else _matter(told)])


def means_for_you(told: Told) -> str:
    """What the clause means for a person using the service, with the way out when the text gives one."""
    lead = _lead(told, "means")
    said = [lead, *_remarks(told, "means", _MOST_REMARKS if lead else _MOST_REMARKS + 1)]
    return _joined(said)


def missing_in_words(told: Told) -> frozenset[str]:
    """The facts that the sentences on a clause already say to be missing."""
    patterns = [_pattern(told, part) for part in ("why", "means") if _leads(told, part)]
    return frozenset(unless for pattern in patterns for _, _, unless, _ in _parts(pattern) if unless)


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _lead(told: Told, part: str) -> str:
    """The sentence of the type; empty where it names no fact and single turns of phrase say more."""
    return _sentence(_pattern(told, part), told.facts) if _leads(told, part) else ""


def _leads(told: Told, part: str) -> bool:
    but = _TOPICS if part == "means" and told.type in _MANY_REMARKS else _NOTHING
    return not _remarks(told, part, 1) or _tells(_pattern(told, part), told, but=but)


def _remarks(told: Told, part: str, limit: int) -> list[str]:
    """What single turns of phrase of the clause mean, the weightiest first."""
    if told.direction is Direction.FOR_USER and told.type in SILENT_FOR_USER:
        return []
    found = [remark.why if part == "why" else remark.means for remark in told.facts.remarks()]
    said = (_sentence(words, told.facts) for words in found if words)
    return [sentence for sentence in said if sentence][:limit]


def _matter(told: Told) -> str:
    """What an item of a list is about, where no fact tells it from others."""
    matter = told.facts.get("matter")
    if not matter:
        return ""
    return f"It is about this: {lowered(in_third_person(matter, told.facts.get('platform')) or matter)}."


def _pattern(told: Told, part: str) -> str:
    """The most particular pattern of one part (title, says, why, means) for what the clause does and for whom."""
    stance = told.stance
    if told.type == "children_age" and stance is Stance.REQUIRES and not told.facts.get("ages"):
        stance = Stance.PERMITS  # it names an age without barring anybody
    return _most_particular(told.type, part, stance, told.direction, _special(told))


def _special(told: Told) -> str:
    """What a clause does besides its stance: bind the reader with a duty, or make a move on arbitration."""
    if told.type == "arbitration":
        return move_of(told.text).value
    return "duty" if told.facts.get("duty") else ""


@cache
def _most_particular(type: str, part: str, stance: Stance, direction: Direction, special: str) -> str:
    patterns: dict[str, str] = getattr(PHRASINGS[type], part)
    kinds = [special] if special else []
    gives = stance in (Stance.GRANTS, Stance.PROMISES)
    if direction is Direction.FOR_USER and gives:
        kinds += [stance.value, "for"]
    elif not gives:
        kinds.append(stance.value)
    if direction is Direction.NEUTRAL:
        kinds.append("neutral")
    return next((patterns[kind] for kind in kinds if kind in patterns), patterns[""])


def _tells(pattern: str, told: Told, but: frozenset[str] = _NOTHING) -> bool:
    """Does some fact of the clause fill the pattern, so that it fits no other clause?"""
    return any(
        name not in but and told.facts.tells(name)
        for pieces, _, unless, _ in _parts(pattern)
        if not unless
        for _, name, _ in pieces
    )


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


def _render(pattern: str, facts: Facts, limit: int = 4) -> str:
    """The pattern with its facts, of a list at most `limit` items."""

    def fact(name: str) -> str:
        return facts.get(name, limit)

    filled: list[str] = []
    for pieces, rest, unless, optional in _parts(pattern):
        if unless and facts.names(unless):
            continue
        if optional and not unless and not all(fact(name) or spare for _, name, spare in pieces):
            continue
        for before, name, spare in pieces:
            filled += (before, fact(name) or spare)
        filled.append(rest)
    return _BEFORE_MARK.sub(r"\1", " ".join("".join(filled).split())).replace("..", ".")


def _from_words(told: Told, heading: str) -> Iterator[str]:
    """Titles where no fact makes one: the matter of an item, the heading, the operative sentence when short."""
    label = TYPES_BY_SLUG[told.type].label
    matter = _matter_in_title(told)
    if matter and forbids(told.lead_in) and commands(matter):
        yield f"You may not {matter}"
    if matter:
        yield f"{label}: {matter}"
    if heading:
        yield f"{label}: {heading}"
    sentence = operative_sentence(told.type, told.text).rstrip(".;,: ")
    clipped = _CLIP.split(sentence, maxsplit=1)[0].rstrip(".;,: ")
    for words in (sentence, clipped):
        if (
            stands_alone(words)
            and not _HALF.match(words)
            and _SHORTEST_TITLE <= len(words) <= TITLE_LIMIT - len(label) - 2
        ):
            yield f"{label}: {lowered(words)}"
            return


def _matter_in_title(told: Told) -> str:
    """What a list item names, as a title puts it: whose it is goes without saying."""
    matter = re.sub(r"^(?:your|our|the|any|all) ", "", told.facts.get("matter"), flags=re.IGNORECASE)
    return lowered(re.sub(r"\b(?:our|your) ", "the ", matter)) if len(matter) <= HEADING_LIMIT else ""


def _sentence(pattern: str, facts: Facts) -> str:
    return capital(_render(pattern, facts))


def _distinguishing(facts: tuple[Attribute, ...]) -> list[str]:
    shown = (
        AttributeKind.RETENTION_PERIOD, AttributeKind.NOTICE_PERIOD, AttributeKind.PERIOD, AttributeKind.SUM, AttributeKind.AGE,
        AttributeKind.RECIPIENT, AttributeKind.DATA_KIND, AttributeKind.PURPOSE, AttributeKind.GOVERNING_LAW, AttributeKind.VENUE,
    )  # fmt: skip
    return [fact.value for kind in shown for fact in facts if fact.kind is kind]
