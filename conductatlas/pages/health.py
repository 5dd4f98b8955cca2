"""The health of every document in words, and the address that load balancers ask."""

from datetime import timedelta

from django.db import connection
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from conductatlas.pages.finding import CountedRows, chosen, page_of
from monitoring.figures import HealthState, count_by_state, health_of, in_state, looks_since
from monitoring.telling_figures import promise_kept
from platforms.listing import listed_documents
from platforms.models import Document, Version
from provisions.figures import WEEK, watched

_PER_PAGE = 25
_STATES = {
    HealthState.READ: "Read as planned",
    HealthState.STALE: "Stale",
    HealthState.OVERDUE: "Overdue",
    HealthState.IMPORTED: "Imported history",
    HealthState.UNREAD: "Not read yet",
}


def status(request: HttpRequest) -> HttpResponse:
    """Every document we watch, with how its last look ended; those in trouble first."""
    now = timezone.now()
    state = chosen(request, "state", {state.value for state in _STATES})
    latest = Version.objects.filter(document=OuterRef("pk")).order_by("-number")
    watched_now = listed_documents().filter(retired=False)
    counted = count_by_state(watched_now, now)
    rows = watched_now.filter(in_state(HealthState(state), now)) if state else watched_now
    listed = CountedRows(
        rows.order_by("schedule__stale_since", "platform__name", "type", "pk"),
        counted[HealthState(state)] if state else counted.total(),
        Document.objects.select_related("platform", "schedule").annotate(
            versions_kept=Subquery(latest.values("number")[:1])
        ),
    )
    page = page_of(request, listed, _PER_PAGE)
    context = {
        "page": page,
        "rows": [(document, health_of(document, now)) for document in page],
        "states": [(key.value, label, counted[key]) for key, label in _STATES.items()],
        "state": state,
        "watched": watched(),
        "day": looks_since(now - timedelta(days=1)),
        "week": looks_since(now - WEEK),
        "promise": promise_kept(now),
        "now": now,
    }
    return render(request, "pages/status.html", context)


def healthz(request: HttpRequest) -> HttpResponse:
    """200 "ok" while the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})
