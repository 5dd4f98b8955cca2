"""The front page: what this is, what changed, the week in numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from billing.plans import PLANS
from monitoring.figures import looks_since
from provisions.figures import WEEK, changes_since, loud_changes, versions_kept, watched
from provisions.models import Severity

_LATEST = 6


def home(request: HttpRequest) -> HttpResponse:
    """Consequential changes are those that weigh more than little; where there are none, the latest of all."""
    now = timezone.now()
    changes = loud_changes().select_related("document__platform").order_by("-found_at", "-pk")
    consequential = list(changes.exclude(severity=Severity.LOW)[:_LATEST])
    return render(
        request,
        "pages/home.html",
        {
            "changes": consequential or list(changes[:_LATEST]),
            "only_small": not consequential,
            "watched": watched(),
            "looks": looks_since(now - WEEK),
            "changes_in_week": changes_since(now - WEEK),
            "versions": versions_kept(),
            "plans": PLANS,
        },
    )
