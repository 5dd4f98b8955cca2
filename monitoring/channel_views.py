"""Pages of channels: the list, one with its log, and what can be done with them. Only those with the right come in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from billing.access import demand_right, in_organization
from billing.members import Action
from monitoring.alerts import FEATURE_OF_CHANNEL
from monitoring.channels import keeping
from monitoring.channels.kinds import KINDS

_SHOWN = 50
View = Callable[..., HttpResponse]


def _of_channels(view: View) -> View:
    """A view for those who may change channels; what is refused leads back to the page with the reason."""

    @in_organization
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        demand_right(request, Action.CHANGE_CHANNELS, "its channels")
        try:
            return view(request, *args, **kwargs)
        except keeping.ChannelRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("channels")

    return guarded  # type: ignore[return-value]


@require_http_methods(["GET", "HEAD", "POST"])
@_of_channels
def channels(request: HttpRequest) -> HttpResponse:
    """The organization's channels; POST adds one."""
    organization = request.organization  # type: ignore[attr-defined]
    typed = {name: request.POST.get(name, "") for name in ("kind", "name", "address")}
    refusal = ""
    if request.method == "POST":
        try:
            added = keeping.add_channel(organization, **typed, by=request.user, now=timezone.now())  # type: ignore[arg-type]
        except keeping.ChannelRefused as error:
            refusal = str(error)
        else:
            messages.success(request, f"{added.name} is added. Send a test to see that it works.")
            return redirect("channel", pk=added.pk)
    entitlements = request.entitlements  # type: ignore[attr-defined]
    context = {
        "channels": list(organization.channels.all()),
        "kinds": KINDS,
        "allowed": any(entitlements.allows(feature) for feature in FEATURE_OF_CHANNEL.values()),
        "typed": typed,
        "refusal": refusal,
    }
    return render(request, "monitoring/channels.html", context, status=400 if refusal else 200)


@require_safe
@_of_channels
def channel(request: HttpRequest, pk: int) -> HttpResponse:
    """One channel: how it stands, and the newest messages with what was asked and answered."""
    return _page(request, _found(request, pk))


@never_cache
@require_POST
@_of_channels
def channel_secret(request: HttpRequest, pk: int) -> HttpResponse:
    """The channel's page with its signing secret, for this once; that it was shown is recorded."""
    found = _found(request, pk)
    secret = keeping.reveal_secret(found, by=request.user)  # type: ignore[arg-type]
    return _page(request, found, secret=secret)


@never_cache
@require_POST
@_of_channels
def channel_rotate(request: HttpRequest, pk: int) -> HttpResponse:
    """A new signing secret, shown on the channel's page."""
    found = _found(request, pk)
    secret = keeping.rotate_secret(found, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    return _page(request, found, secret=secret, rotated=True)


@require_POST
@_of_channels
def channel_test(request: HttpRequest, pk: int) -> HttpResponse:
    """Owe the channel a test message."""
    keeping.send_test(_found(request, pk), by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(request, "A test is on its way. Reload this page in a moment to see the answer.")
    return redirect("channel", pk=pk)


@require_POST
@_of_channels
def channel_switch(request: HttpRequest, pk: int) -> HttpResponse:
    """Off where it is on, on where it is off."""
    found, now = _found(request, pk), timezone.now()
    if found.off_since:
        keeping.switch_on(found, by=request.user, now=now)  # type: ignore[arg-type]
        messages.success(request, f"{found.name} is on: it is told of changes from now on.")
    else:
        keeping.switch_off(found, by=request.user, now=now)  # type: ignore[arg-type]
        messages.success(request, f"{found.name} is off: nothing more is sent to it.")
    return redirect("channel", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@_of_channels
def channel_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks whether it is meant, POST removes."""
    found = _found(request, pk)
    if request.method != "POST":
        return render(request, "monitoring/channel_remove.html", {"channel": found})
    keeping.remove_channel(found, by=request.user)  # type: ignore[arg-type]
    messages.success(request, f"{found.name} is removed.")
    return redirect("channels")


@require_POST
@_of_channels
def channel_replay(request: HttpRequest, pk: int) -> HttpResponse:
    """Send one message of the log again."""
    rows = request.organization.channel_deliveries.select_related("channel__organization")  # type: ignore[attr-defined]
    message = get_object_or_404(rows, pk=pk)
    keeping.replay(message, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(request, "The message goes out again, under the same id.")
    return redirect("channel", pk=message.channel_id)


def _found(request: HttpRequest, pk: int) -> Any:
    rows = request.organization.channels.select_related("organization")  # type: ignore[attr-defined]
    return get_object_or_404(rows, pk=pk)


def _page(request: HttpRequest, found: Any, *, secret: str = "", rotated: bool = False) -> HttpResponse:
    newest = found.deliveries.select_related("alert__change__document__platform")[:_SHOWN]
    context = {
        "channel": found,
        "deliveries": list(newest),
        "overlap": found.old_secret_until if found.old_secret_signs(timezone.now()) else None,
        "secret": secret,
        "rotated": rotated,
    }
    return render(request, "monitoring/channel.html", context)
