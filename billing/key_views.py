"""The page of API keys: what there are, making one, revoking one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from billing.access import demand_right, in_organization
from billing.entitlements import Feature
from billing.keys import DAYS, KeyRefused, make_api_key, revoke_api_key
from billing.members import Action
from billing.models import KeyScope


@require_http_methods(["GET", "POST"])
@never_cache
@in_organization
def api_keys(request: HttpRequest) -> HttpResponse:
    """The organization's keys; POST makes one and shows it this once."""
    demand_right(request, Action.CHANGE_API_KEYS, "its API keys")
    made, refusal, now = "", "", timezone.now()
    if request.method == "POST":
        days = request.POST.get("days", "")
        try:
            _, made = make_api_key(
                request.organization,  # type: ignore[attr-defined]
                request.POST.get("name", ""),
                request.POST.get("scope", ""),
                int(days) if days.isascii() and days.isdigit() else 0,
                by=request.membership,  # type: ignore[attr-defined]
                now=now,
            )
        except KeyRefused as refused:
            refusal = str(refused)
    keys = request.organization.api_keys.select_related("made_by")  # type: ignore[attr-defined]
    context = {
        "keys": [(key, key.expires_at <= now) for key in keys],
        "made": made,
        "refusal": refusal,
        "typed": request.POST if refusal else {},
        "scopes": KeyScope,
        "days": DAYS,
        "allowed": request.entitlements.allows(Feature.API_KEYS),  # type: ignore[attr-defined]
    }
    return render(request, "billing/api_keys.html", context)


@require_POST
@in_organization
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the door that the key opens."""
    demand_right(request, Action.CHANGE_API_KEYS, "its API keys")
    key = get_object_or_404(request.organization.api_keys, pk=pk)  # type: ignore[attr-defined]
    revoke_api_key(key, by=request.membership)  # type: ignore[attr-defined]
    messages.success(request, f"The key {key.name} no longer opens anything.")
    return redirect("api_keys")
