"""The rubric: how much a clause weighs for the person it binds, as points that can be added up, each with its reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.describing.hints import hint_of
from provisions.analysis.describing.limits import limiting_part
from provisions.analysis.describing.ways_out import gives_way_out
from provisions.analysis.losses import hours_of, losses_between
from provisions.analysis.severity_words import DATA, SOLD, aggravations, only_needs_cookies
from provisions.analysis.stance import FORBIDDING, Direction, Stance
from provisions.analysis.turns import (
    TO_USERS,
    gives_up_rights,
    only_advises,
    only_bounds_duty,
    only_denies_waiver,
    only_records,
    only_takes_defence,
    only_warrants,
    renews_itself,
)
from provisions.analysis.waivers import names_groups, only_if_it_fails


class Level(StrEnum):
    """How serious a clause is. Compare by `RANK`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class _From(IntEnum):
    """The points at which a level begins."""

    MEDIUM = 3
    HIGH = 6
    CRITICAL = 9


RANK: dict[Level, int] = {Level.LOW: 0, Level.MEDIUM: 1, Level.HIGH: 2, Level.CRITICAL: 3}


@dataclass(frozen=True, slots=True)
class Severity:
    """A level, the points it comes from, and the reasons, each ending in its own points ("...: +4")."""

    level: Level
    points: int
    reasons: tuple[str, ...]


# What a clause of the type weighs when it speaks against the user, before anything else is known.
_BASE: dict[str, tuple[int, str]] = {
    "class_action_waiver": (5, "rules out acting together with others in court"),
    "arbitration": (4, "takes disputes away from the courts"),
    "liability_limitation": (3, "limits who is liable for a loss, or for how much"),
    "indemnification": (4, "puts the platform's losses and legal costs on the user"),
    "ai_training": (4, "uses content or data to train models"),
    "content_license": (3, "gives the platform rights in what people post"),
    "data_sharing": (3, "lets others receive information about people"),
    "sensitive_data": (4, "concerns sensitive information"),
    "tracking_advertising": (2, "tracks people or shows them targeted advertising"),
    "data_collection": (2, "gathers information about people"),
    "data_usage": (1, "uses information about people"),
    "data_retention": (2, "keeps information about people"),
    "data_security": (2, "leaves a security risk with the user"),
    "international_transfers": (2, "moves information to other countries"),
    "children_age": (2, "concerns children or an age limit"),
    "privacy_rights": (2, "limits a right over personal information"),
    "consent": (2, "says what counts as agreement"),
    "ai_automated": (2, "lets automated systems decide or answer"),
    "acceptable_use": (1, "limits how the service may be used"),
    "restricted_content": (1, "limits what may be posted"),
    "content_moderation": (2, "lets the platform remove or limit content"),
    "intellectual_property": (1, "concerns rights in content, names or marks"),
    "developer_api": (2, "binds developers"),
    "account_control": (1, "concerns the care of an account"),
    "termination": (3, "lets the platform end the account or the agreement"),
    "enforcement_actions": (3, "lets the platform suspend or restrict people"),
    "platform_discretion": (2, "leaves a decision to the platform alone"),
    "policy_changes": (3, "lets the platform change the agreement"),
    "payment_fees": (2, "concerns payments"),
    "auto_renewal": (3, "charges again until cancelled"),
    "refunds": (3, "limits refunds"),
    "monetization_rules": (2, "affects what people earn"),
    "legal_jurisdiction": (2, "settles which law or court decides"),
    "warranty_disclaimer": (2, "makes no promise about the service"),
    "disclosure_requirements": (1, "asks people to disclose something"),
}
# What it is where it tips the balance to neither side.
_EVEN = {
    "arbitration": "settles how an arbitration runs",
    "termination": "is about the end of the account or the agreement",
    "enforcement_actions": "is about what follows a breach",
    "policy_changes": "is about changes to the agreement",
    "platform_discretion": "is about what the platform may decide",
    "content_moderation": "is about the moderation of content",
    "refunds": "sets terms for refunds",
    "content_license": "is about rights in what people post",
    "ai_automated": "is about automated systems that decide or answer",
    "developer_api": "sets terms for developers",
    "acceptable_use": "sets rules for the use of the service",
    "indemnification": "binds both sides alike",
}


_NO_WAY_OUT = frozenset(("ai_training", "arbitration", "class_action_waiver", "tracking_advertising"))
# Leaving or cancelling is no way out of what such a clause does.
_NO_REFUSAL = frozenset(
    ("termination", "enforcement_actions", "platform_discretion", "content_moderation", "account_control", "liability_limitation",
     "warranty_disclaimer", "indemnification", "intellectual_property", "legal_jurisdiction", "refunds")
)  # fmt: skip
# Training that hangs on what people set or choose, though no way to do so is named.
_HANGS_ON_CHOICE = re.compile(
    r"\b(?:your|their|any \w+) settings\b|\bopt(?:ed|s|ing)?[- ](?:in|out)\b|\bunless (?:you|users)\b|\byou (?:can|may) (?:choose|select|elect|instruct|object|turn|disable)\b|\bif (?:training|you (?:choose|agree|opt|enable|consent|allow))",
    re.IGNORECASE,
)
# Leaving is no way out of a keeping that goes on after it.
_STILL_KEPT = re.compile(
    r"\b(?:delet|clos)\w*\b[\s\S]{0,500}?\b(?:we|[A-Z]\w+) (?:may|will|must)(?: also| still| nevertheless| need to)? (?:retain|keep|store)\b"
)
_SMALL_CAP = re.compile(r"^(?:\d{1,3})(?:\.\d+)? (?:USD|EUR|GBP)$")
_YEAR = 8760  # hours


def weigh_clause(
    type: str,
    stance: Stance,
    direction: Direction,
    text: str,
    attributes: Iterable[Attribute] = (),
    scope: str = "",
    lead_in: str = "",
) -> Severity:
    """How much the clause weighs. What is for the user weighs nothing; what binds neither side little.

    `scope` says for whom or when alone it holds; it stands among the reasons without weighing, for whom it binds it binds.
    `lead_in` is the line above a list, which may name the way out for all its items.
    """
    facts = tuple(attributes)
    base, reason = _BASE[type]
    needed = type == "tracking_advertising" and only_needs_cookies(text)
    bounds = [(0, scope)] if scope else []
    if stance is Stance.PROHIBITS and type not in FORBIDDING:
        base, reason = 1, "forbids something to those it addresses"
    elif type == "platform_discretion" and only_denies_waiver(text):
        base, reason = 1, "says that a right is not lost by not using it"
    elif type == "content_license" and stance is Stance.REQUIRES and only_warrants(text):
        base, reason = 1, "makes people confirm their rights in what they post"
    elif type == "policy_changes" and only_records(text):
        base, reason = 1, "records changes already made"
    elif type == "account_control" and only_advises(text):
        base, reason = 1, "gives advice to account holders"
    elif type == "indemnification" and only_bounds_duty(text, lead_in):
        base, reason = 1, "limits a duty to cover losses"
    elif type == "indemnification" and only_takes_defence(text):
        base, reason = 2, "lets the platform run the defence of a claim"
    elif needed:
        base, reason = 1, "uses cookies that the service needs"
    elif type == "auto_renewal" and not renews_itself(text):
        base, reason = 1, "sets terms for a subscription"
    elif type == "class_action_waiver" and only_if_it_fails(text):
        return severity_of([(1, "says what applies if a waiver fails"), *bounds])
    elif type == "class_action_waiver" and not names_groups(text):
        base, reason = 3, "gives up a trial by jury"
    elif type == "content_license" and TO_USERS.search(text):
        reason = "gives other users rights in what people post"
    elif type == "content_license" and stance is Stance.REQUIRES and gives_up_rights(text):
        reason = "makes people give up rights in what they post"
    if direction is Direction.FOR_USER:
        given = (
            "gives the user a right or a choice" if stance is Stance.GRANTS else "is a promise to the user"
        )
        return severity_of([(0, given), *bounds])
    if direction is Direction.NEUTRAL:
        reason = reason if (base, reason) != _BASE[type] else _EVEN.get(type, reason)
        return severity_of([(1, f"{reason}; otherwise neutral"), *bounds])
    reasons = [(base, reason), *bounds]
    if type == "liability_limitation":
        text = limiting_part(text)
    reasons.extend(aggravations(type, text))
    refusable = needed
    if type == "tracking_advertising":
        refusable = needed or hint_of("refusal", f"{lead_in} {text}") != ""
    elif type == "ai_training":
        refusable = hint_of("refusal", lead_in) != "" or _HANGS_ON_CHOICE.search(text) is not None
    sold = any(reason == SOLD for _, reason in reasons)
    reasons.extend(_from_facts(type, facts, text, refusable=refusable, sold=sold))
    return severity_of(reasons)


def _from_facts(
    type: str, facts: tuple[Attribute, ...], text: str, *, refusable: bool, sold: bool
) -> list[tuple[int, str]]:
    kinds = {fact.kind for fact in facts}
    found: list[tuple[int, str]] = []
    stays = type == "data_retention" and _STILL_KEPT.search(text) is not None
    if type not in _NO_REFUSAL and not stays and gives_way_out(facts, text):
        found.append((-2, "the text offers a way out"))
    elif sold or (type in _NO_WAY_OUT and not refusable):
        found.append((1, "this clause offers no way out"))
    if type == "policy_changes" and AttributeKind.NOTICE_PERIOD in kinds:
        found.append((-1, "gives advance notice"))
    data_kinds = len({fact.value for fact in facts if fact.kind is AttributeKind.DATA_KIND})
    if type in DATA and data_kinds >= 4:
        found.append((1, f"names {data_kinds} kinds of data"))
    for fact in facts:
        if fact.kind is AttributeKind.SUM and type == "liability_limitation" and _SMALL_CAP.match(fact.value):
            found.append((2, f"recovery is capped, and {fact.value} is named"))
            break
    for fact in facts:
        if (
            fact.kind is AttributeKind.RETENTION_PERIOD
            and type == "data_retention"
            and hours_of(fact.value) >= _YEAR
        ):
            found.append((1, f"kept for {fact.value}"))
            break
    return found


def severity_of(reasons: list[tuple[int, str]]) -> Severity:
    """The weight that reasons, each with its points, add up to."""
    points = max(0, sum(number for number, _ in reasons))
    ordered = sorted(reasons, key=lambda item: -item[0])
    return Severity(
        _level(points),
        points,
        tuple(f"{reason}: {number:+d}" if number else f"{reason}: 0" for number, reason in ordered),
    )


def _level(points: int) -> Level:
    if points >= _From.CRITICAL:
        return Level.CRITICAL
    if points >= _From.HIGH:
        return Level.HIGH
    if points >= _From.MEDIUM:
        return Level.MEDIUM
    return Level.LOW


def weigh_edit(
    kind: str,
    before: Severity | None,
    after: Severity | None,
    direction_before: Direction | None = None,
    direction_after: Direction | None = None,
    facts_before: Iterable[Attribute] = (),
    facts_after: Iterable[Attribute] = (),
    *,
    type: str = "",
    still_said: bool = False,
) -> Severity:
    """How much the edit of one clause weighs; `kind` is added, removed, reworded or moved.

    `type` is the clause's, where both wordings have the same.
    `still_said`: its new words or another passage of the new text give what it gave.

    An added clause weighs as the clause. A removed one weighs when it was a promise or right. A reworded one weighs
    by what it gained and by what the user lost, at least low.
    """  # fmt: skip
    if kind == "moved":
        return Severity(Level.LOW, 0, ("only its place has changed: 0",))
    if kind == "added" and after is not None:
        return after
    if still_said:
        return Severity(Level.LOW, 0, ("the new text still says so: 0",))
    if kind == "removed":
        if direction_before is Direction.FOR_USER:
            return Severity(Level.HIGH, int(_From.HIGH), (f"a promise or right is gone: +{int(_From.HIGH)}",))
        return Severity(Level.LOW, 0, ("a burden or a statement is gone: 0",))
    losses = losses_between(facts_before, facts_after, type)
    return _weigh_rewording(before, after, direction_before, direction_after, losses)


def _weigh_rewording(
    before: Severity | None,
    after: Severity | None,
    was: Direction | None,
    now: Direction | None,
    losses: list[tuple[int, str]],
) -> Severity:
    reasons: list[tuple[int, str]] = [*losses]
    if was is Direction.FOR_USER and now is not Direction.FOR_USER:
        reasons.append((4, "was in the user's favour and no longer is"))
    if before is None and after is not None and now is Direction.AGAINST_USER:
        reasons.append((after.points, "only now says this plainly (" + "; ".join(after.reasons) + ")"))
    if before is not None and after is not None:
        gained = [reason for reason in after.reasons if reason not in before.reasons]
        growth = after.points - before.points
        if growth > 0:
            reasons.append((growth, "weighs more than before (" + "; ".join(gained) + ")"))
        elif growth < 0:
            reasons.append((0, "weighs less than before"))
    return severity_of(reasons or [(0, "reworded, same weight")])


def weigh_whole(severities: Iterable[Severity]) -> Severity:
    """The weight of a change as a whole: that of its worst part; low for no parts."""
    worst = max(severities, key=lambda item: (RANK[item.level], item.points), default=None)
    return worst or Severity(Level.LOW, 0, ())
