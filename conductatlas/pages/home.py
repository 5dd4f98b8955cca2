"""The front page: what this is, what changed, the week in numbers."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from billing.plans import PLANS
from monitoring.figures import Looks, looks_by_day, looks_since
from provisions.analysis.clause_types import TYPES_BY_SLUG, ClauseType
from provisions.changelog import WEIGHTIEST_FIRST
from provisions.figures import WEEK, Share, all_standing, changes_since, loud_changes, versions_kept, watched
from provisions.models import Change, ClauseChange, Severity

_LATEST = 7
_DAYS = 7
# What people ask about first, as the way into the registry.
_SUBJECTS = (
    "ai_training",
    "data_sharing",
    "arbitration",
    "liability_limitation",
    "auto_renewal",
    "policy_changes",
)
_TALLEST, _STEP = 56, 40  # of the week's columns, in units of the drawing


@dataclass(frozen=True, slots=True)
class Column:
    """One day of the week in numbers, as an upright bar."""

    x: int
    y: float
    height: float
    taken: int
    label: str


def home(request: HttpRequest) -> HttpResponse:
    """Consequential changes are those that weigh more than little; where there are none, the latest of all."""
    now = timezone.now()
    changes = loud_changes().select_related("document__platform").order_by("-found_at", "-pk")
    consequential = list(changes.exclude(severity=Severity.LOW)[:_LATEST])
    shown = consequential or list(changes[:_LATEST])
    return render(
        request,
        "pages/home.html",
        {
            "now": now,
            "lead": _lead_of(shown),
            "changes": shown[1:],
            "only_small": not consequential,
            "watched": watched(),
            "looks": looks_since(now - WEEK),
            "columns": _columns(looks_by_day(now, _DAYS)),
            "changes_in_week": changes_since(now - WEEK),
            "versions": versions_kept(),
            "subjects": _subjects(),
            "plans": PLANS,
        },
    )


def _lead_of(changes: list[Change]) -> tuple[Change, ClauseChange | None] | None:
    """The latest change with its weightiest clause: the front page shows its very words."""
    if not changes:
        return None
    clauses = changes[0].clause_changes.order_by(*WEIGHTIEST_FIRST)
    return changes[0], clauses.first()


def _subjects() -> list[tuple[ClauseType, Share]]:
    adoption = all_standing().adoption
    return [(TYPES_BY_SLUG[slug], adoption[slug]) for slug in _SUBJECTS if adoption[slug].m]


def _columns(days: list[tuple[date, Looks]]) -> list[Column]:
    most = max((looks.taken for _, looks in days), default=0) or 1
    columns = []
    for place, (day, looks) in enumerate(days):
        height = round(max(2.0 if looks.taken else 0.5, _TALLEST * looks.taken / most), 1)
        columns.append(
            Column(place * _STEP, round(_TALLEST + 16 - height, 1), height, looks.taken, f"{day:%a}")
        )
    return columns
