"""What the API answers to an organization's key: its watches and its alerts, and nobody else's."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from billing.models import Membership
from conductatlas.api import parameters as a
from conductatlas.api.describing import NOTHING, many, one
from conductatlas.api.endpoints import own
from conductatlas.api.paging import page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.representations import change_json, watch_json
from conductatlas.api.schemas import YES_NO, said, thing
from conductatlas.pages.finding import platform_or_404
from monitoring.inbox import acknowledge, alerts_for
from monitoring.watches import start_watching, stop_watching, watches_in_order

_OURS = "What is yours"
_JOINED = ("change__document__platform", "change__before", "change__after")
_OK, _CREATED, _GONE = 200, 201, 204


@own("Your organization's watches, in their order.", tag=_OURS, get=one("Watches"))
def watches(request: Request, by: Membership, asked: Parameters) -> Response:
    """Every watch of every kind, and whether it sleeps because the plan has no room for it or not its right."""
    rows = watches_in_order(by.organization, timezone.now())
    return Response({"results": [watch_json(watch, awake=awake) for watch, awake in rows]})


@own(
    "Watch a platform, or stop watching it.",
    tag=_OURS,
    put=(one("Watch"), one("Watch", status=_CREATED)),
    delete=NOTHING,
)
def watch(request: Request, by: Membership, asked: Parameters, platform: str) -> Response:
    """PUT watches the platform (once, however often it is asked), DELETE stops. 402 where the plan has no room."""
    found = platform_or_404(platform)
    if request.method == "DELETE":
        if not stop_watching(by.organization, found, by=by.user):
            raise Http404
        return Response(status=_GONE)
    now = timezone.now()
    started = start_watching(by.organization, found, by=by.user, now=now)
    awake = dict(watches_in_order(by.organization, now))
    told = watch_json(started, awake=awake[started])
    return Response(told, status=_CREATED if started.started_at == now else _OK)


@own(
    "What your organization was told of, newest first.",
    tag=_OURS,
    get=many("Alert"),
    takes=(a.moment("since", "Only those of then or later."), a.PLATFORM),
)
def alerts(request: Request, by: Membership, asked: Parameters) -> Response:
    """Each with the change that it told of."""
    rows = alerts_for(by).select_related(*_JOINED)
    if since := asked.moment("since"):
        rows = rows.filter(created_at__gte=since)
    if owner := asked.platform("platform"):
        rows = rows.filter(change__document__platform=owner)
    return page_of(request, rows, _alert_json, "-created_at", "-pk")


@own(
    "One alert, and who sees to it.",
    tag=_OURS,
    get=one("Alert"),
    patch=one("Alert"),
    body=thing("What is said of it.", acknowledged=said(YES_NO, "Only true: it cannot be taken back.")),
)
def alert(request: Request, by: Membership, asked: Parameters, pk: int) -> Response:
    """PATCH acknowledges it in the name of who made the key; who was first stays. 402 where the plan has no same-day alerts."""
    rows = alerts_for(by).select_related(*_JOINED)
    found = get_object_or_404(rows, pk=pk)
    if request.method == "PATCH":
        if request.data != {"acknowledged": True}:
            raise ValidationError('Send {"acknowledged": true}.')
        acknowledge(found, by=by.user, now=timezone.now())
        found = rows.get(pk=pk)
    return Response(_alert_json(found))


def _alert_json(alert: Any) -> dict[str, Any]:
    return {
        "id": alert.pk,
        "means": alert.means,
        "created_at": alert.created_at,
        "change": change_json(alert.change),
        "acknowledged_at": alert.acknowledged_at,
        "acknowledged_by": str(alert.acknowledged_by) if alert.acknowledged_by else None,
        "assigned_to": str(alert.assigned_to) if alert.assigned_to else None,
        "resolved_at": alert.resolved_at,
    }
