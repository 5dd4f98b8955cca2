"""Pages of those who watch: what changed on what they watch, and starting and stopping a watch."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from billing.access import demand_right
from billing.entitlements import Feature, Limit
from billing.members import Action, can
from monitoring.added_documents import visible_platforms
from monitoring.figures import health_of
from monitoring.private_feed import close_private_feed, open_private_feed
from monitoring.watches.readings import KEPT, suggested_platforms
from monitoring.watches.watching import documents_named_by, start_watching, stop_watching, watches_in_order
from platforms.models import Document, Platform
from provisions.figures import loud_changes_in
from provisions.models import Change

_LATEST = 10


@login_required
def dashboard(request: HttpRequest) -> HttpResponse:
    """What changed on the platforms watched, the health of their documents, and how much of the plan is used."""
    now = timezone.now()
    organization = request.organization  # type: ignore[attr-defined]
    watches = watches_in_order(organization, now) if organization else []
    documents = documents_named_by(organization, [watch for watch, _ in watches])
    documents = documents.select_related("platform", "schedule")
    context = {
        "watches": watches,
        "sleeping": sum(not awake for _, awake in watches),
        "documents": [(document, health_of(document, now)) for document in documents],
        "changes": _latest_changes(organization, documents),
        "platforms": sum(watch.platform_id is not None for watch, _ in watches),
        "suggested": list(suggested_platforms(organization)) if organization else [],
        "kept_readings": KEPT,
        "feed": organization.feed_addresses.first() if organization else None,
        "has_feed": request.entitlements.allows(Feature.FEED_CHANNEL),  # type: ignore[attr-defined]
        "may_change_channels": can(request.membership, Action.CHANGE_CHANNELS),  # type: ignore[attr-defined]
        "room": request.entitlements.limit(Limit.PLATFORMS),  # type: ignore[attr-defined]
    }
    return render(request, "monitoring/dashboard.html", context)


def _latest_changes(organization: Any, documents: QuerySet[Document]) -> list[Change]:
    """Of the documents that watches name, and whatever else the organization was told of; newest first."""
    found = list(_newest(loud_changes_in(documents)))
    if organization is not None:
        told = organization.alerts.order_by("-created_at", "-pk").values_list("change", flat=True)
        found += _newest(Change.objects.filter(pk__in=list(told[:_LATEST])))
    by_key = {change.pk: change for change in found}
    newest = sorted(by_key.values(), key=lambda change: (change.found_at, change.pk), reverse=True)
    return newest[:_LATEST]


def _newest(changes: QuerySet[Change]) -> QuerySet[Change]:
    return changes.select_related("document__platform").order_by("-found_at", "-pk")[:_LATEST]


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, platform: str) -> HttpResponse:
    """POST starts the watch. A visitor is sent to sign up first and comes back to a page that asks once more."""
    found = get_object_or_404(visible_platforms(request.organization), slug=platform)  # type: ignore[attr-defined]
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_signup')}?{urlencode({'next': request.path})}")
    if request.method == "GET":
        return render(request, "monitoring/start_watching.html", {"platform": found})
    demand_right(request, Action.CHANGE_WATCHES, "changing its watches")
    start_watching(request.organization, found, by=request.user, now=timezone.now())  # type: ignore[attr-defined]
    messages.success(request, f"You are watching {found.name}.")
    return redirect("welcome_when" if "first_steps" in request.POST else found)


@login_required
@require_POST
def stop(request: HttpRequest, platform: str) -> HttpResponse:
    """End the watch and go back to the platform."""
    found = get_object_or_404(Platform, slug=platform)
    demand_right(request, Action.CHANGE_WATCHES, "changing its watches")
    if stop_watching(request.organization, found, by=request.user, now=timezone.now()):  # type: ignore[attr-defined,arg-type]
        messages.success(request, f"You no longer watch {found.name}.")
    return redirect(found)


@login_required
@require_POST
def open_feed(request: HttpRequest) -> HttpResponse:
    """A new secret address for the private feed, shown this once."""
    demand_right(request, Action.CHANGE_CHANNELS, "changing its channels")
    token = open_private_feed(request.organization, by=request.user, now=timezone.now())  # type: ignore[attr-defined,arg-type]
    address = settings.SITE_URL + reverse("private_feed", args=[token])
    messages.success(request, f"Give this address to your feed reader. It is shown only now: {address}")
    return redirect("dashboard")


@login_required
@require_POST
def close_feed(request: HttpRequest) -> HttpResponse:
    """The secret address stops working."""
    demand_right(request, Action.CHANGE_CHANNELS, "changing its channels")
    if close_private_feed(request.organization, by=request.user):  # type: ignore[attr-defined,arg-type]
        messages.success(request, "The private feed is closed; its address no longer works.")
    return redirect("dashboard")
