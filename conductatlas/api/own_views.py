"""What the API answers to an organization's key on its alerts."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from billing.models import Membership
from conductatlas.api import parameters as a
from conductatlas.api.describing import many, one
from conductatlas.api.endpoints import own
from conductatlas.api.paging import page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.representations import change_json
from conductatlas.api.schemas import YES_NO, said, thing
from monitoring.inbox import acknowledge, alerts_for

_OURS = "What is yours"
_JOINED = ("change__document__platform", "change__before", "change__after")


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
