"""Pages of watches: the list, starting one of any kind, and how one tells. Reading takes a right, changing another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from billing.access import demand_right, in_organization
from billing.entitlements import Feature, Limit
from billing.members import Action, can
from billing.plans import first_plan_with
from monitoring.added_documents import visible_platforms
from monitoring.watches.asking import interest_asked, kind_asked, wishes_asked
from monitoring.watches.interests import ABOUT_KIND, FEATURE_OF_KIND, SEARCHED, Interest, Kind
from monitoring.watches.undoing import sealed, undo_stop
from monitoring.watches.watching import (
    WatchRefused,
    Wishes,
    change_watch,
    put_watch_first,
    start_watch,
    stop_watch,
    watches_in_order,
)
from provisions.analysis.clause_types import CLAUSE_TYPES, GROUPS
from provisions.figures import sectors
from provisions.models import Direction, Severity

View = Callable[..., HttpResponse]
_SNOOZE = timedelta(days=7)


def _of_watches(view: View) -> View:
    """A view for those who may see watches, and change them where it changes something; a refusal leads to the list."""

    @in_organization
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        demand_right(request, Action.SEE_WATCHES, "its watches")
        if request.method == "POST":
            demand_right(request, Action.CHANGE_WATCHES, "changing its watches")
        try:
            return view(request, *args, **kwargs)
        except WatchRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("watches")

    return guarded  # type: ignore[return-value]


@require_safe
@_of_watches
def watches(request: HttpRequest) -> HttpResponse:
    """Every watch in the organization's order, and what became of it; one just stopped can be taken back."""
    now = timezone.now()
    entitlements = request.entitlements  # type: ignore[attr-defined]
    rows = watches_in_order(request.organization, now)  # type: ignore[attr-defined]
    platforms = sum(watch.kind == Kind.PLATFORM for watch, _ in rows)
    context = {
        "rows": [(watch, awake, watch.snoozes(now)) for watch, awake in rows],
        "sleeping": sum(not awake for _, awake in rows),
        "platforms": platforms,
        "room": entitlements.limit(Limit.PLATFORMS),
        "may_change": can(request.membership, Action.CHANGE_WATCHES),  # type: ignore[attr-defined]
        "stopped": request.GET.get("stopped", ""),
    }
    return render(request, "monitoring/watches.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def watch_new(request: HttpRequest) -> HttpResponse:
    """Choose a kind, then its subject, then how it tells. A visitor is sent to sign up first and comes back here."""
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_signup')}?{urlencode({'next': request.get_full_path()})}")
    return _new(request)


@_of_watches
def _new(request: HttpRequest) -> HttpResponse:
    organization, now = request.organization, timezone.now()  # type: ignore[attr-defined]
    asked = request.POST if request.method == "POST" else request.GET
    kind, interest = kind_asked(asked), interest_asked(organization, asked)
    if kind is None:
        return render(request, "monitoring/watch_kinds.html", {"kinds": _kinds(request)})
    feature = FEATURE_OF_KIND.get(kind)
    entitlements = request.entitlements  # type: ignore[attr-defined]
    refusal = ""
    if interest is not None and request.method == "POST":
        try:
            wishes = wishes_asked(organization, asked, now)
            watch = start_watch(organization, interest, by=request.user, now=now, wishes=wishes)  # type: ignore[arg-type]
        except WatchRefused as error:
            refusal = str(error)
        else:
            return _watching(request, watch, new=watch.started_at == now)
    locked = feature is not None and not entitlements.allows(feature)
    context = {
        "kind": kind,
        "about": ABOUT_KIND[kind],
        "interest": interest,
        "refusal": refusal,
        "locked": first_plan_with(feature) if locked and feature else None,
        "subject": [(name, value) for name, values in asked.lists() for value in values if name in _SUBJECT],
        **_choices(request, kind, interest),
        "on": asked.getlist("on"),
        **_telling(request, Wishes(), now),
    }
    return render(request, "monitoring/watch_new.html", context, status=400 if refusal else 200)


def _watching(request: HttpRequest, watch: Any, *, new: bool) -> HttpResponse:
    """What was just begun; one that stood before tells as it did, which is shown where it can be changed."""
    if new:
        messages.success(request, f"You are watching {watch}.")
        return redirect("watches")
    messages.info(request, f"You watch {watch} already, and it tells as before. Change it here.")
    return redirect("watch", pk=watch.pk)


_SUBJECT = {"kind", "document", "provision", *SEARCHED}


def _kinds(request: HttpRequest) -> list[dict[str, object]]:
    allows = request.entitlements.allows  # type: ignore[attr-defined]
    rows: list[dict[str, object]] = []
    for kind in Kind:
        feature = FEATURE_OF_KIND.get(kind)
        plan = first_plan_with(feature) if feature and not allows(feature) else None
        rows.append({"kind": kind, "about": ABOUT_KIND[kind], "plan": plan})
    return rows


def _choices(request: HttpRequest, kind: Kind, interest: Interest | None) -> dict[str, object]:
    """What there is to choose from where the subject or a part of it is still open."""
    if kind == Kind.CLAUSE_TYPE:
        platforms = visible_platforms(request.organization).order_by("name")  # type: ignore[attr-defined]
        return {
            "groups": [(group, [each for each in CLAUSE_TYPES if each.group == group]) for group in GROUPS],
            "platforms": list(platforms.values_list("slug", "name")),
        }
    if kind == Kind.SECTOR and interest is None:
        return {"sectors": sectors()}
    return {}


@require_http_methods(["GET", "HEAD", "POST"])
@_of_watches
def watch(request: HttpRequest, pk: int) -> HttpResponse:
    """How one watch tells, and of what; POST changes it."""
    found, now = _found(request, pk), timezone.now()
    wishes, refusal = Wishes.of(found), ""
    if request.method == "POST":
        try:
            wishes = wishes_asked(found.organization, request.POST, now, before=wishes)
            change_watch(found, wishes, by=request.user, now=now)  # type: ignore[arg-type]
        except WatchRefused as error:
            refusal = str(error)
        else:
            messages.success(request, f"Saved: {found}.")
            return redirect("watches")
    context = {
        "watch": found,
        "refusal": refusal,
        "may_change": can(request.membership, Action.CHANGE_WATCHES),  # type: ignore[attr-defined]
        "told": list(found.matches.select_related("alert__change__document__platform").order_by("-pk")[:10]),
        **_telling(request, wishes, now),
    }
    return render(request, "monitoring/watch.html", context, status=400 if refusal else 200)


@require_POST
@_of_watches
def watch_tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Pause a watch, put it into the digest only, let it snooze for a week, or wake it."""
    found, now = _found(request, pk), timezone.now()
    wished = request.POST.get("tells", "")
    before = replace(Wishes.of(found), snoozed_until=None)
    if wished == "snooze":
        wishes, said = replace(before, snoozed_until=now + _SNOOZE), "is only in the digest for a week"
    elif wished in _SAID:
        wishes, said = replace(before, tells=wished), _SAID[wished]
    else:
        raise WatchRefused("Choose what to do with the watch.")
    change_watch(found, wishes, by=request.user, now=now)  # type: ignore[arg-type]
    messages.success(request, f"{found} {said}.")
    return redirect("watches")


_SAID = {
    "same_day": "is told the same day again",
    "digest": "is told in the digest only",
    "nothing": "is paused: nothing is told until you resume it",
}


@require_POST
@_of_watches
def watch_stop(request: HttpRequest, pk: int) -> HttpResponse:
    """End a watch; the list then offers to take it back."""
    found = _found(request, pk)
    line = sealed(found)
    stop_watch(found, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(request, f"You no longer watch {found}.")
    return redirect(f"{reverse('watches')}?{urlencode({'stopped': line})}")


@require_POST
@_of_watches
def watch_undo(request: HttpRequest) -> HttpResponse:
    """Take back what was stopped just now."""
    line = request.POST.get("stopped", "")
    watch = undo_stop(request.organization, line, by=request.user, now=timezone.now())  # type: ignore[attr-defined,arg-type]
    messages.success(request, f"You are watching {watch} again, as before.")
    return redirect("watches")


@require_POST
@_of_watches
def watch_first(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a watch first, so that it is the last to sleep."""
    found = _found(request, pk)
    put_watch_first(found, by=request.user)  # type: ignore[arg-type]
    messages.success(request, f"{found} comes first now.")
    return redirect("watches")


def _found(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(request.organization.watches.select_related("organization"), pk=pk)  # type: ignore[attr-defined]


def _telling(request: HttpRequest, wishes: Wishes, now: datetime) -> dict[str, object]:
    """What the form on telling shows."""
    organization = request.organization  # type: ignore[attr-defined]
    choosing = request.entitlements.allows(Feature.MINIMUM_SEVERITY)  # type: ignore[attr-defined]
    snoozed = wishes.snoozed_until if wishes.snoozed_until and wishes.snoozed_until > now else None
    return {
        "wishes": wishes,
        "severities": Severity.choices,
        "directions": Direction.choices,
        "channels": list(organization.channels.all()),
        "snoozed": snoozed and snoozed.astimezone(ZoneInfo(organization.time_zone)).date(),
        "choosing_plan": None if choosing else first_plan_with(Feature.MINIMUM_SEVERITY),
    }
