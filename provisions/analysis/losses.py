"""What people had by the facts of a clause and have no longer in its new words: notice, ways out, short memories, sums."""

import re
from collections.abc import Iterable

from provisions.analysis.attributes import Attribute, AttributeKind

_WAYS_OUT = frozenset((AttributeKind.OPT_OUT, AttributeKind.OPT_OUT_DEADLINE))
_TIME = re.compile(r"^(\d+) (?:\w+ )?(year|month|week|day|hour)s?$")
_HOURS = {"year": 8760, "month": 720, "week": 168, "day": 24, "hour": 1}
_SUM = re.compile(r"^([\d.]+)( thousand| million)? ([A-Z]{3})$")
_SCALE = {"": 1, " thousand": 1_000, " million": 1_000_000}
_PRICED = frozenset(("payment_fees", "auto_renewal"))


def losses_between(
    before: Iterable[Attribute], after: Iterable[Attribute], type: str = ""
) -> list[tuple[int, str]]:
    """What the user had and has no longer, as (points, reason); `type` is the clause's, where both wordings have the same.

    Times and sums are compared where either wording names just one of the kind.
    """
    had, has = tuple(before), tuple(after)
    kinds_had, kinds_has = {fact.kind for fact in had}, {fact.kind for fact in has}
    losses: list[tuple[int, str]] = []
    if AttributeKind.NOTICE_PERIOD in kinds_had - kinds_has:
        losses.append((3, "advance notice is gone"))
    if kinds_had & _WAYS_OUT and not kinds_has & _WAYS_OUT:
        losses.append((3, "the way out is gone"))
    kept, keeps = _longest_retention(had), _longest_retention(has)
    if kept and keeps > kept:
        losses.append((3 if keeps >= 2 * kept else 1, "data is kept longer"))
    elif kept and not keeps and type == "data_retention":
        losses.append((2, "the time for which data is kept is no longer named"))
    for kind, reason in (
        (AttributeKind.NOTICE_PERIOD, "notice is shorter"),
        (AttributeKind.OPT_OUT_DEADLINE, "there is less time to opt out"),
    ):
        if hours_of(_only(had, kind)) > hours_of(_only(has, kind)) > 0:
            losses.append((2, reason))
    was, now = _amounts(_only(had, AttributeKind.SUM), _only(has, AttributeKind.SUM))
    if type == "liability_limitation" and was > now > 0:
        losses.append((3, "less is paid for a loss"))
    if type in _PRICED and 0 < was < now:
        losses.append((2, "a sum to pay is higher"))
    return losses


def hours_of(period: str) -> float:
    """The length of a period ("30 business days") in hours, a month taken for 30 days; 0 for what is none."""
    match = _TIME.match(period)
    return int(match[1]) * _HOURS[match[2]] if match else 0


def _longest_retention(facts: tuple[Attribute, ...]) -> float:
    return max(
        (hours_of(fact.value) for fact in facts if fact.kind is AttributeKind.RETENTION_PERIOD), default=0
    )


def _only(facts: tuple[Attribute, ...], kind: AttributeKind) -> str:
    """The value of the one fact of a kind; empty where there is none or several."""
    values = [fact.value for fact in facts if fact.kind is kind]
    return values[0] if len(values) == 1 else ""


def _amounts(before: str, after: str) -> tuple[float, float]:
    """Two sums of one currency as numbers; zeros where they can't be compared."""
    was, now = _SUM.match(before), _SUM.match(after)
    if was is None or now is None or was[3] != now[3]:
        return 0, 0
    return float(was[1]) * _SCALE[was[2] or ""], float(now[1]) * _SCALE[now[2] or ""]
