"""Timelines of two to four platforms beside each other, and where each is drifting, with the sums."""

import csv
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from billing.entitlements import Feature
from billing.spreadsheets import safe_cell
from conductatlas.pages.picking import FEWEST, MOST, pick
from conductatlas.pages.platforms import events_counted, versions_of
from conductatlas.pages.timelines import FREE_DAYS, draw_lanes, events_of, span_of
from platforms.listing import listed_documents
from platforms.models import Platform
from provisions.drift import Balance, Drift, drift_of, types_drifting
from provisions.models import Change

_LONGEST_LIST = 20


def drift_as_csv(request: HttpRequest) -> HttpResponse:
    """The sums of the comparison as a table: of all, by year and by clause type. 402 without the plan."""
    request.entitlements.demand(Feature.DATA_EXPORT)  # type: ignore[attr-defined]
    request.entitlements.demand(Feature.FULL_TIMELINE)  # type: ignore[attr-defined]
    platforms = _platforms_asked(request)[1]
    if not platforms:
        raise Http404("Name two to four platforms by their slugs, as in ?p=x,y.")
    drifts = drift_of(listed_documents().filter(platform__in=platforms))
    headers = {"Content-Disposition": 'attachment; filename="drift.csv"'}
    answer = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(answer)
    writer.writerow(["platform", "of", "for_user", "against_user", "neutral", "net"])
    for platform in platforms:
        drift = drifts.get(platform.pk, Drift())
        parts = [("all", drift.all), *sorted(drift.by_year.items()), *sorted(drift.by_type.items())]
        for part, sums in parts:
            row = (platform.slug, part, sums.for_user, sums.against_user, sums.neutral, sums.net)
            writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return answer


def _platforms_asked(request: HttpRequest) -> tuple[list[str], list[Platform]]:
    """The slugs of the address, and their platforms in order; none of these where they make no comparison."""
    asked = [slug for slug in request.GET.get("p", "").replace("\0", "").split(",") if slug][:_LONGEST_LIST]
    picked = pick(asked)
    platforms = sorted(picked.platforms[:MOST], key=lambda platform: platform.slug)
    return asked, [] if picked.faults or len(platforms) < FEWEST else platforms


def timelines(request: HttpRequest) -> HttpResponse:
    """The last 90 days for everybody; without limit of time with the Professional plan."""
    asked, platforms = _platforms_asked(request)
    if not platforms:
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
        "asked": ",".join(platform.slug for platform in platforms),
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
