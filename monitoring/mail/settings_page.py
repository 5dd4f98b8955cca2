"""The page where a member says which mail they want, and sees whether it reaches them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from billing.access import in_organization
from billing.members import Action, can
from monitoring.mail.dead_addresses import address_of_proof, dead_address_of, revive_address, send_proof
from monitoring.mail.preferences import MailKind, resume_mail, stop_mail, wants


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_organization
def mail_settings(request: HttpRequest) -> HttpResponse:
    """Which mail the member gets; POST changes it."""
    membership = request.membership  # type: ignore[attr-defined]
    if request.method == "POST":
        for kind in MailKind:
            wanted = kind.value in request.POST
            if wanted != wants(membership, kind):
                (resume_mail if wanted else stop_mail)(membership, kind)
        messages.success(request, "Saved.")
        return redirect("mail_settings")
    context = {
        "kinds": [(kind, wants(membership, kind)) for kind in MailKind],
        "sees_watches": can(membership, Action.SEE_WATCHES),
        "dead": dead_address_of(request.user),  # type: ignore[arg-type]
    }
    return render(request, "monitoring/mail_settings.html", context)


@require_POST
@login_required
def prove_address(request: HttpRequest) -> HttpResponse:
    """Mail a link that turns the mail on again."""
    if dead_address_of(request.user):  # type: ignore[arg-type]
        send_proof(request.user)  # type: ignore[arg-type]
        messages.success(request, f"A mail is on its way to {request.user.email}. Follow the link in it.")  # type: ignore[union-attr]
    return redirect("mail_settings")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def address_alive(request: HttpRequest, token: str) -> HttpResponse:
    """Where the mailed link leads: GET asks, POST turns the mail on again. Works without a log-in."""
    address = address_of_proof(token)
    if address and request.method == "POST":
        revive_address(address)
    context = {"address": address, "done": request.method == "POST"}
    return render(request, "monitoring/address_alive.html", context)
