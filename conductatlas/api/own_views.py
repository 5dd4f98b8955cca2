"""What the API answers to an organization's key: its watches and its alerts, and nobody else's."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.cache import patch_cache_control
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from billing.models import KeyScope, Membership
from billing.tenancy import tenant_scope
from conductatlas.api.keys import membership_for
from conductatlas.api.paging import PAGING, page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.representations import change_json, watch_json
from conductatlas.pages.finding import platform_or_404
from monitoring.watches import start_watching, stop_watching, watches_in_order

View = Callable[..., Response]
_OK, _CREATED, _GONE = 200, 201, 204


def _own(*methods: str) -> Callable[[View], View]:
    """A view for a key, inside the scope of its organization; no cache keeps the answer."""

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: Request, *args: Any, **kwargs: Any) -> Response:
            reads = request.method in ("GET", "HEAD")
            membership = membership_for(request, KeyScope.READ if reads else KeyScope.WRITE)
            with tenant_scope(membership.organization):
                response = view(request, membership, *args, **kwargs)
            patch_cache_control(response, private=True, no_store=True)
            return response

        return api_view(list(methods))(answer)

    return wrap


@_own("GET", "HEAD")
def watches(request: Request, by: Membership) -> Response:
    """Every watch, in the organization's order, and whether it sleeps."""
    Parameters(request.query_params, ())
    rows = watches_in_order(by.organization, timezone.now())
    return Response(
        {
            "results": [
                watch_json(watch.platform, watch.started_at, awake=awake)
                for watch, awake in rows
                if watch.platform
            ]
        }
    )


@_own("PUT", "DELETE")
def watch(request: Request, by: Membership, platform: str) -> Response:
    """PUT watches the platform (once, however often it is asked), DELETE stops. 402 where the plan has no room."""
    found = platform_or_404(platform)
    if request.method == "DELETE":
        if not stop_watching(by.organization, found, by=by.user):
            raise Http404
        return Response(status=_GONE)
    now = timezone.now()
    started = start_watching(by.organization, found, by=by.user, now=now)
    awake = dict(watches_in_order(by.organization, now))
    told = watch_json(found, started.started_at, awake=awake[started])
    return Response(told, status=_CREATED if started.started_at == now else _OK)


@_own("GET", "HEAD")
def alerts(request: Request, by: Membership) -> Response:
    """What the organization was told of, newest first."""
    Parameters(request.query_params, PAGING)
    rows = by.organization.alerts.select_related(
        "change__document__platform", "change__before", "change__after"
    )
    return page_of(request, rows, _alert_json, "-created_at", "-pk")


def _alert_json(alert: Any) -> dict[str, Any]:
    return {
        "id": alert.pk,
        "means": alert.means,
        "created_at": alert.created_at,
        "change": change_json(alert.change),
    }
