"""Digests as pages: one by its private link, and the archive of an organization's own."""

from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from billing.access import demand_right, in_organization
from billing.members import Action
from billing.tenancy import tenant_scope
from monitoring.digests.links import digest_address, digest_of_token
from monitoring.digests.weekly import week_of

_PER_PAGE = 52


@never_cache
@require_safe
def digest_online(request: HttpRequest, token: str) -> HttpResponse:
    """What the mail said, for whoever has its link. No search engine lists it, no other site is told of it."""
    digest = digest_of_token(token)
    if digest is None:
        raise Http404("This link was not made by us, or part of it is missing.")
    with tenant_scope(digest.organization):
        week = week_of(digest)
    with timezone.override(ZoneInfo(digest.organization.time_zone)):
        answer = render(request, "monitoring/digest.html", {"digest": digest, "week": week})
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@never_cache
@require_safe
@in_organization
def digests(request: HttpRequest) -> HttpResponse:
    """Past digests, newest first, each under its private link."""
    demand_right(request, Action.SEE_WATCHES, "its digests")
    rows = request.organization.digests.select_related("organization")  # type: ignore[attr-defined]
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    listed = [(digest, digest_address(digest), _changes_told(digest.told)) for digest in page]
    with timezone.override(ZoneInfo(request.organization.time_zone)):  # type: ignore[attr-defined]
        return render(request, "monitoring/digests.html", {"page": page, "listed": listed})


def _changes_told(told: dict[str, list[int]] | None) -> int | None:
    return None if told is None else len(told["changes"])
