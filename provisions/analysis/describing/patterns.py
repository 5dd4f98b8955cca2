"""What the words on a clause are made from, and patterns filled with it: the most particular one serves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from provisions.analysis.arbitration import Move, move_of
from provisions.analysis.attributes import Attribute
from provisions.analysis.describing.conditions import scope_of
from provisions.analysis.describing.facts import Facts
from provisions.analysis.describing.fragments import bare, stands_alone
from provisions.analysis.describing.phrasing import PHRASINGS
from provisions.analysis.describing.scope import Scope
from provisions.analysis.endings import both_may_end
from provisions.analysis.liability import SPARES_READER
from provisions.analysis.mutual import binds_both
from provisions.analysis.plain_moves import OLDER_VERSIONS, SPARES_PAYER, SPARES_SOME
from provisions.analysis.stance import FORBIDDING, Direction, Stance
from provisions.analysis.stance_cues import DENIES, STAYS_HERE, WAITS
from provisions.analysis.turns import (
    TO_USERS,
    gives_up_rights,
    move_on_rights,
    only_advises,
    only_bounds_duty,
    only_denies_waiver,
    only_lets_appeal,
    only_records,
    only_takes_defence,
    only_warrants,
    renews_itself,
)
from provisions.analysis.waivers import names_groups, only_if_it_fails

# What stands on a list of violations is said of whoever commits them, whatever its type.
_NAMED_A_VIOLATION = {
    "title": "Named as a violation[: {matter}]",
    "says": "The document names this as a violation[: {violation}].",
    "why": "It is on a list of what the document forbids.",
    "means": "Doing this breaks the document’s rules.",
}
# A ban within a clause of a type that does something else: nothing that its type usually does is said of it.
_FORBIDDEN = {
    "title": "Prohibition[: {matter}]",
    "says": "This clause forbids something[: {violation}].",
    "why": "It is a ban; check your own use against it.",
    "means": "You may not do what the clause names.",
}
_VIOLATIONS = re.compile(r"\b(?:violations?|violates?|not allowed|forbidden)\b[^.]{0,30}$", re.IGNORECASE)
_OF_CONDUCT = frozenset(
    ("acceptable_use", "restricted_content", "developer_api", "intellectual_property", "enforcement_actions", "content_moderation", "termination")
)  # fmt: skip
# Types that have sentences for what binds both sides alike.
_BOTH_SIDES = frozenset(("indemnification", "liability_limitation", "platform_discretion"))
_SANCTIONS = frozenset(("termination", "enforcement_actions"))
_TELLS = re.compile(r"\b(?:notif|notice|inform|tell|let you know|e-?mail|announc|post)", re.IGNORECASE)
_NOT_ABROAD = re.compile(
    r"\b(?:[Ww]e|[Dd]ata|[Ii]nformation|[A-Z]\w+) (?:do|does|is|are|will|shall)(?: not|n['\u2019]t| never)\b[^.;]{0,60}\b(?:transfer|sen[dt]|mov|stor|export|leav)\w*[^.;]{0,40}\b(?:outside|abroad|elsewhere)\b"
)
_IN_A_CASE = re.compile(r"\W*(?:if|when|where|unless|in case)\b", re.IGNORECASE)
_LIMITS_CHANGES = re.compile(
    r"\W*(?:[\d.]+ )?(?:no (?:changes?|amendments?) [^.;]{0,40}\bappl(?:y|ies)\b|we (?:will (?:not|never)|won['\u2019]t|never|cannot|can['\u2019]t) |(?:old|earlier|existing|past|running) )",
    re.IGNORECASE,
)
_TIME_LIMIT = re.compile(
    r"\b(?:claims?|actions?|suits?)\b[^.;]{0,120}\b(?:barred|waived|lost)\b,? (?:if|unless)\b[^.;]{0,60}\bwithin\b|"
    r"\bclaims? (?:made|brought|filed|raised|reported) (?:later|more) than\b[^.;]{0,80}\b(?:lost|barred|void|rejected|refused)\b|"
    r"\b(?:claims?|actions?|disputes?|proceedings?)\b[^.;]{0,120}\b(?:must|shall|has to) be (?:commenced|filed|brought|initiated|asserted)\b[^.;]{0,200}\bwithin\b",
    re.IGNORECASE,
)
_REFUSING = (Stance.PROMISES, Stance.PROHIBITS, Stance.GRANTS)
# Specials whose sentences say all there is to say: single turns of phrase would speak of what the type usually does.
WHOLE = frozenset(
    (
        "fails",
        "follows",
        "gives",
        "appeal",
        "past",
        "waits",
        "time",
        "waiver",
        "advice",
        "bounds",
        "waives",
        "mutual",
        "archive",
        "limits",
        "defence",
    )
)
_NOTHING: frozenset[str] = frozenset()
_PLACEHOLDER = re.compile(r"\{(\w+)(?:\|([^{}]*))?\}")
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
    scope: Scope


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
        Facts(
            type,
            text,
            attributes,
            platform,
            lead_in,
            trail[-1] if trail else "",
            refusing=stance in _REFUSING,
            promising=stance is Stance.PROMISES,
        ),
        scope_of(type, text, lead_in, trail, platform),
    )


def pattern_of(told: Told, part: str) -> str:
    """The most particular pattern of one part (title, says, why, means) for what the clause does and for whom."""
    stance = told.stance
    if names_violation(told):
        return _NAMED_A_VIOLATION[part]
    if is_foreign_ban(told) and stance.value not in getattr(PHRASINGS[told.type], part):
        return _FORBIDDEN[part]
    bars = (
        {Stance.REQUIRES: "ages", Stance.PROHIBITS: "barred"}.get(stance)
        if told.type == "children_age"
        else ""
    )
    if bars and not told.facts.get(bars):
        stance = Stance.PERMITS  # it names an age without barring anybody
    return _most_particular(told.type, part, stance, told.direction, special_of(told))


def names_violation(told: Told) -> bool:
    """Is it an item of a list of what the document forbids, of a type that is not about conduct?"""
    return (
        bool(told.lead_in)
        and told.type not in _OF_CONDUCT
        and _lists_violations(told.lead_in)
        and not stands_alone(bare(told.text))
    )


@lru_cache(maxsize=16)
def _lists_violations(lead_in: str) -> bool:
    return _VIOLATIONS.search(lead_in) is not None


def is_foreign_ban(told: Told) -> bool:
    """Does the clause forbid something, though clauses of its type seldom do?"""
    return told.stance is Stance.PROHIBITS and told.type not in FORBIDDING and not told.facts.get("duty")


def only_limits_time(told: Told) -> bool:
    """Does a clause on law and courts say by when a claim has to be brought, and name neither law nor court?"""
    named = told.facts.get("law") or told.facts.get("venue")
    return not named and _TIME_LIMIT.search(told.text) is not None


def denies(text: str) -> bool:
    """Does a clause on rights say what people cannot do, and not only for a case ("if you cannot access it")?"""
    found = DENIES.search(text)
    return found is not None and not _IN_A_CASE.match(text[: found.start()].rpartition(". ")[2])


def special_of(told: Told) -> str:
    """What a clause does besides its stance: bind the reader with a duty, or make a move on arbitration."""
    if told.type == "arbitration":
        move = move_of(told.text)
        return "time" if move is Move.GOES and _TIME_LIMIT.search(told.text) else move.value
    if told.type == "legal_jurisdiction" and only_limits_time(told):
        return "time"
    if told.type in _SANCTIONS and only_lets_appeal(told.text):
        return "appeal"
    if told.type == "policy_changes":
        return _move_on_changes(told)
    if told.type == "account_control" and only_advises(told.text, told.lead_in):
        return "advice"
    if told.type == "platform_discretion" and only_denies_waiver(told.text):
        return "waiver"
    if told.type == "content_license" and told.stance is Stance.REQUIRES and only_warrants(told.text):
        return "warrants"
    if told.type == "content_license" and told.stance is Stance.REQUIRES and gives_up_rights(told.text):
        return "waives"
    if told.type == "termination" and told.stance is Stance.RESERVES and both_may_end(told.text):
        return "both"
    if told.type in _BOTH_SIDES and binds_both(told.type, told.text):
        return "mutual"
    if told.type == "content_license" and TO_USERS.search(told.text):
        return "users"
    if told.type == "indemnification" and told.stance is Stance.PROMISES and SPARES_PAYER.match(told.text):
        return "spares"
    if told.type == "indemnification" and only_takes_defence(told.text):
        return "defence"
    if told.type == "indemnification" and only_bounds_duty(told.text, told.lead_in):
        return "bounds"
    if told.type == "intellectual_property":
        return move_on_rights(told.text, told.lead_in)
    if told.type == "auto_renewal" and not renews_itself(f"{told.lead_in} {told.text}"):
        return "other"
    if told.type == "liability_limitation" and SPARES_READER.search(told.text):
        return "spares"
    if told.type == "privacy_rights" and told.stance is Stance.REQUIRES and denies(told.text):
        return "denied"
    if (
        told.type == "international_transfers"
        and told.direction is Direction.FOR_USER
        and (STAYS_HERE.search(told.text) or _NOT_ABROAD.search(told.text))
    ):
        return "stays"
    if told.type == "class_action_waiver" and only_if_it_fails(told.text):
        return "fails"
    if told.type == "class_action_waiver" and told.stance is Stance.REQUIRES and not names_groups(told.text):
        return "jury"
    if told.type == "class_action_waiver" and told.stance is Stance.PROMISES and SPARES_SOME.match(told.text):
        return "spares"
    return "duty" if told.facts.get("duty") else ""


def _move_on_changes(told: Told) -> str:
    """Does a clause on changes only record some, hold them back without telling of them, or keep older texts at hand?"""
    text = told.text
    if told.stance is Stance.GRANTS and OLDER_VERSIONS.search(text):
        return "archive"
    if only_records(text):
        return "past"
    if _TELLS.search(text):
        return ""
    if WAITS.search(text):
        return "waits"
    return "limits" if told.stance is Stance.PROMISES and _LIMITS_CHANGES.match(text) else ""


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


def tells(pattern: str, told: Told, but: frozenset[str] = _NOTHING) -> bool:
    """Does some fact of the clause fill the pattern, so that it fits no other clause?"""
    return any(
        name not in but and told.facts.tells(name)
        for pieces, _, unless, _ in parts_of(pattern)
        if not unless
        for _, name, _ in pieces
    )


_Piece = tuple[str, str, str]  # words before a fact, the fact's name, the words to use without it
_Part = tuple[
    tuple[_Piece, ...], str, str, bool
]  # pieces, words after them, fact that must be missing, optional?


@lru_cache(maxsize=512)
def parts_of(pattern: str) -> tuple[_Part, ...]:
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


def render(pattern: str, facts: Facts, limit: int = 4) -> str:
    """The pattern with its facts, of a list at most `limit` items."""

    def fact(name: str) -> str:
        return facts.get(name, limit)

    filled: list[str] = []
    for pieces, rest, unless, optional in parts_of(pattern):
        if unless and facts.names(unless):
            continue
        if optional and not unless and not all(fact(name) or spare for _, name, spare in pieces):
            continue
        for before, name, spare in pieces:
            filled += (before, fact(name) or spare)
        filled.append(rest)
    words = " ".join("".join(filled).split())
    for mark in ".,;:":
        words = words.replace(f" {mark}", mark)
    return words.replace("..", ".")
