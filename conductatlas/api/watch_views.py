"""What the API answers on the watches and channels of a key's organization: what its pages do, within the same rights."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.exceptions import PermissionDenied, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from billing.members import Action, can
from billing.models import Membership, Organization
from conductatlas.api.bodies import body_of
from conductatlas.api.describing import NOTHING, one
from conductatlas.api.endpoints import own
from conductatlas.api.errors import BadParameter, Conflict
from conductatlas.api.parameters import Parameters, moment_of
from conductatlas.api.representations import Json, channel_json, watch_json
from conductatlas.api.schemas import CHANNEL_SENT, WATCH_SENT, WISHES_SENT
from monitoring.added_documents import visible_platforms
from monitoring.channels import keeping
from monitoring.watches.asking import directions_of, interest_asked
from monitoring.watches.interests import Interest, Kind
from monitoring.watches.watching import (
    WatchRefused,
    Wishes,
    change_watch,
    start_watch,
    start_watching,
    stop_watch,
    stop_watching,
    watches_in_order,
)

_OURS = "What is yours"
_OK, _CREATED, _OWED, _GONE = 200, 201, 202, 204
# Which member of what is sent names the subject of each kind.
_SUBJECT = {
    Kind.PLATFORM: "platform",
    Kind.DOCUMENT: "document",
    Kind.PROVISION: "provision",
    Kind.CLAUSE_TYPE: "type",
    Kind.SECTOR: "sector",
    Kind.SEARCH: "search",
}


@own(
    "Your organization's watches, in their order; or another one.",
    tag=_OURS,
    get=one("Watches"),
    post=(one("Watch"), one("Watch", status=_CREATED)),
    body=WATCH_SENT,
)
def watches(request: Request, by: Membership, asked: Parameters) -> Response:
    """Every watch of every kind, and whether it sleeps because the plan has no room for it or not its right.

    POST starts one; where there is one of the same subject already, that one stays as it is. 402 where the plan has no
    room or not the right.
    """
    now = timezone.now()
    if request.method != "POST":
        rows = watches_in_order(by.organization, now)
        return Response({"results": [watch_json(watch, awake=awake) for watch, awake in rows]})
    _demand(by, Action.CHANGE_WATCHES)
    sent = body_of(request, WATCH_SENT)
    interest, wishes = _interest(by.organization, sent), _wishes(sent, Wishes())
    try:
        started = start_watch(by.organization, interest, by=by.user, now=now, wishes=wishes)
    except WatchRefused as refusal:
        raise ValidationError(str(refusal)) from refusal
    return _told(by.organization, started.pk, now, status=_CREATED if started.started_at == now else _OK)


@own(
    "Watch a platform, or stop watching it.",
    tag=_OURS,
    put=(one("Watch"), one("Watch", status=_CREATED)),
    delete=NOTHING,
)
def watch(request: Request, by: Membership, asked: Parameters, platform: str) -> Response:
    """PUT watches the platform (once, however often it is asked), DELETE stops. 402 where the plan has no room."""
    _demand(by, Action.CHANGE_WATCHES)
    found = get_object_or_404(visible_platforms(by.organization), slug=platform)
    now = timezone.now()
    if request.method == "DELETE":
        if not stop_watching(by.organization, found, by=by.user, now=now):
            raise Http404
        return Response(status=_GONE)
    started = start_watching(by.organization, found, by=by.user, now=now)
    return _told(by.organization, started.pk, now, status=_CREATED if started.started_at == now else _OK)


@own(
    "One watch of any kind: how it tells, and of what.",
    tag=_OURS,
    get=one("Watch"),
    patch=one("Watch"),
    delete=NOTHING,
    body=WISHES_SENT,
)
def one_watch(request: Request, by: Membership, asked: Parameters, pk: int) -> Response:
    """PATCH changes what is named and leaves the rest, DELETE ends it. 402 for a wish that the plan does not have."""
    found = get_object_or_404(by.organization.watches.select_related("organization"), pk=pk)
    now = timezone.now()
    if request.method == "DELETE":
        _demand(by, Action.CHANGE_WATCHES)
        stop_watch(found, by=by.user, now=now)
        return Response(status=_GONE)
    if request.method == "PATCH":
        _demand(by, Action.CHANGE_WATCHES)
        wishes = _wishes(body_of(request, WISHES_SENT), Wishes.of(found))
        try:
            change_watch(found, wishes, by=by.user, now=now)
        except WatchRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
    return _told(by.organization, pk, now)


@own(
    "Your organization's channels; or another one.",
    tag=_OURS,
    get=one("Channels"),
    post=(one("Channel", status=_CREATED),),
    body=CHANNEL_SENT,
)
def channels(request: Request, by: Membership, asked: Parameters) -> Response:
    """Webhooks, Slack, Teams and Discord, without their addresses: some of these are keys.

    POST adds one; for a webhook the answer has what its messages are signed with, this once. 402 where the plan has no
    such channel, 403 for whom the page of channels is not for.
    """
    _demand(by, Action.CHANGE_CHANNELS)
    if request.method != "POST":
        return Response({"results": [channel_json(channel) for channel in by.organization.channels.all()]})
    sent = body_of(request, CHANNEL_SENT)
    try:
        added = keeping.add_channel(
            by.organization, sent["kind"], sent["name"], sent["address"], by=by.user, now=timezone.now()
        )
    except keeping.ChannelRefused as refusal:
        raise ValidationError(str(refusal)) from refusal
    secret = keeping.reveal_secret(added, by=by.user) if added.sealed_secret else None
    return Response(channel_json(added, secret=secret), status=_CREATED)


@own("One channel.", tag=_OURS, get=one("Channel"), delete=NOTHING)
def channel(request: Request, by: Membership, asked: Parameters, pk: int) -> Response:
    """DELETE removes it with its secrets and its log."""
    found = _channel(by, pk)
    if request.method == "DELETE":
        keeping.remove_channel(found, by=by.user)
        return Response(status=_GONE)
    return Response(channel_json(found))


@own("Send a channel a test.", tag=_OURS, post=(one("ChannelTest", status=_OWED),), wrong=(409,))
def channel_test(request: Request, by: Membership, asked: Parameters, pk: int) -> Response:
    """It goes out within a moment. 409 where the channel is off."""
    try:
        owed = keeping.send_test(_channel(by, pk), by=by.user, now=timezone.now())
    except keeping.ChannelRefused as refusal:
        raise Conflict(str(refusal)) from refusal
    return Response({"id": f"msg_{owed.key.hex}", "owed_at": owed.created_at}, status=_OWED)


def _demand(by: Membership, action: Action) -> None:
    if not can(by, action):
        raise PermissionDenied("The role of who made this key does not include that.")


def _channel(by: Membership, pk: int) -> Any:
    _demand(by, Action.CHANGE_CHANNELS)
    return get_object_or_404(by.organization.channels.select_related("organization"), pk=pk)


def _told(organization: Organization, pk: int, now: datetime, *, status: int = _OK) -> Response:
    watch, awake = next(row for row in watches_in_order(organization, now) if row[0].pk == pk)
    return Response(watch_json(watch, awake=awake), status=status)


def _interest(organization: Organization, sent: Json) -> Interest:
    """The subject that is named, found as the page finds it. Raises BadParameter."""
    kind = Kind(sent["kind"])
    member, on = _SUBJECT[kind], sent.get("on", [])
    asked = QueryDict(mutable=True)
    asked["kind"] = kind.value
    asked.update(sent.get(member, {}) if kind == Kind.SEARCH else {member: sent.get(member, "")})
    asked.setlist("on", on)
    try:
        found = interest_asked(organization, asked)
    except Http404 as error:
        raise BadParameter(member, "There is no such thing, or it is not for you to see.") from error
    except WatchRefused as refusal:
        raise BadParameter(member, str(refusal)) from refusal
    if found is None:
        raise BadParameter(member, f"Say which: a watch of this kind takes {member}.")
    if kind == Kind.CLAUSE_TYPE and len(found.fields["platforms"]) < len(set(on)):
        raise BadParameter("on", "One of these platforms does not exist.")
    return found


def _wishes(sent: Json, before: Wishes) -> Wishes:
    asked = {name: sent[name] for name in WISHES_SENT["properties"] if name in sent}
    if "directions" in asked:
        asked["directions"] = directions_of(asked["directions"])
    if asked.get("channels") is not None:
        asked["channels"] = tuple(sorted(set(asked["channels"])))
    if asked.get("snoozed_until") is not None:
        asked["snoozed_until"] = moment_of(asked["snoozed_until"])
    return replace(before, **asked)
