"""Timelines of two to four platforms beside each other, and where each is drifting, with the sums."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from billing.entitlements import Feature
from conductatlas.pages.comparing import FEWEST, MOST, pick
from conductatlas.pages.platforms import events_counted, versions_of
from conductatlas.pages.timelines import FREE_DAYS, draw_lanes, events_of, span_of
from platforms.listing import listed_documents
from provisions.drift import Balance, Drift, drift_of, types_drifting
from provisions.models import Change

_LONGEST_LIST = 20


def timelines(request: HttpRequest) -> HttpResponse:
    """The last 90 days for everybody; without limit of time with the Professional plan."""
    asked = [slug for slug in request.GET.get("p", "").replace("\0", "").split(",") if slug][:_LONGEST_LIST]
    picked = pick(asked)
    platforms = sorted(picked.platforms[:MOST], key=lambda platform: platform.slug)
    if picked.faults or len(platforms) < FEWEST:
        return redirect(f"{reverse('compare')}?{urlencode({'p': ','.join(asked)})}")
    now = timezone.now()
    whole = request.entitlements.allows(Feature.FULL_TIMELINE)  # type: ignore[attr-defined]
    since = None if whole else now - timedelta(days=FREE_DAYS)
    rows = listed_documents().filter(platform__in=platforms).select_related("platform")
    documents = list(rows.order_by("platform__slug", "type"))
    drifts = drift_of(documents, since)
    versions = versions_of(documents)
    shown = [version for version in versions if since is None or version.taken_at >= since]
    changes = Change.objects.filter(after__in=[version.pk for version in shown]).select_related(
        "document__platform"
    )
    by_version = {change.after_id: change for change in changes}
    events, span = events_of(shown, events_counted(documents)), span_of(shown, None, now)
    groups = [
        (
            each.name,
            reverse("timeline", args=[each.slug]),
            [v for v in shown if v.document.platform_id == each.pk],
        )
        for each in platforms
    ]
    pictures = [draw_lanes(groups, by_version, events, span, narrow=narrow) for narrow in (False, True)]
    own = [drifts.get(platform.pk, Drift()) for platform in platforms]
    context: dict[str, Any] = {
        "platforms": platforms,
        "names": " and ".join(platform.name for platform in platforms),
        "whole": whole,
        "free_days": FREE_DAYS,
        "hidden": len(versions) - len(shown),
        "pictures": [picture for picture in pictures if picture],
        "sums": list(zip(platforms, own, strict=True)),
        "types": [
            (kind, [drift.by_type.get(kind.slug, Balance()) for drift in own]) for kind in types_drifting(own)
        ],
        "years": _years(own),
        "crumbs": [("Compare", reverse("compare")), ("Timelines", "")],
    }
    return render(request, "pages/compare_timelines.html", context)


def _years(drifts: Sequence[Drift]) -> list[tuple[int, list[Balance]]]:
    """Newest first, each year with the balance of each platform."""
    years = sorted({year for drift in drifts for year in drift.by_year}, reverse=True)
    return [(year, [drift.by_year.get(year, Balance()) for drift in drifts]) for year in years]
