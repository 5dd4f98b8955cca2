"""The person's own pages: security at a glance, everything we hold on them, deleting the account."""

import json

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from billing.personal_data import (
    CannotLeave,
    delete_account,
    demand_free_to_leave,
    organizations_that_end_with,
    personal_data,
)


def _can_be_asked(request: HttpRequest) -> bool:
    return bool(get_adapter().get_reauthentication_methods(request.user))


# Who came in with another company's account alone has nothing that we could ask for.
_asked_once_more = reauthentication_required(enabled=_can_be_asked)


@require_GET
@login_required
def security(request: HttpRequest) -> HttpResponse:
    """Password, addresses, second factor, passkeys and sessions: what is set, and where to change it."""
    keys = Authenticator.objects.filter(user=request.user)
    kinds = list(keys.values_list("type", flat=True))
    context = {
        "addresses": EmailAddress.objects.filter(user=request.user).order_by("-primary", "email"),
        "has_totp": Authenticator.Type.TOTP in kinds,
        "passkeys": kinds.count(Authenticator.Type.WEBAUTHN),
        "has_codes": Authenticator.Type.RECOVERY_CODES in kinds,
        "sessions": UserSession.objects.purge_and_list(request.user)[:10],
    }
    return render(request, "billing/security.html", context)


@require_GET
@login_required
@_asked_once_more
def export(request: HttpRequest) -> HttpResponse:
    """Everything we hold on the person, as one JSON file."""
    body = json.dumps(personal_data(request.user), indent=2, ensure_ascii=False)  # type: ignore[arg-type]
    headers = {"Content-Disposition": 'attachment; filename="conductatlas-my-data.json"'}
    return HttpResponse(body, content_type="application/json", headers=headers)


@require_http_methods(["GET", "POST"])
@login_required
@_asked_once_more
def delete(request: HttpRequest) -> HttpResponse:
    """GET says what goes and what stays; POST does it, and confirms by mail."""
    user = request.user
    refusal = ""
    try:
        if request.method == "POST" and request.POST.get("email", "").strip().lower() == user.email:  # type: ignore[union-attr]
            address = user.email  # type: ignore[union-attr]
            delete_account(user)  # type: ignore[arg-type]
            logout(request)
            get_adapter().send_mail("billing/emails/account_deleted", address, {})
            messages.success(request, "Your account is deleted.")
            return redirect("home")
        demand_free_to_leave(user)  # type: ignore[arg-type]
    except CannotLeave as error:
        refusal = str(error)
    context = {
        "refusal": refusal,
        "mistyped": request.method == "POST" and not refusal,
        "ending": organizations_that_end_with(user),  # type: ignore[arg-type]
    }
    return render(request, "billing/delete_account.html", context)
