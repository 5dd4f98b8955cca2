"""The organization's pages: members and invitations, settings, switching between organizations."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from billing import invitations
from billing.access import demand_right, in_organization
from billing.entitlements import Limit
from billing.forms import OrganizationForm
from billing.members import (
    Action,
    MemberRefused,
    can,
    change_role,
    create_organization,
    remove_member,
    transfer_ownership,
)
from billing.middleware import SESSION_KEY
from billing.models import Membership, Role
from billing.organization_settings import change_organization
from billing.typed import keep_typed, typed_into

# A person may make so many organizations of their own.
_MOST_OWNED = 10
_INVITATION = "invitation"


@require_GET
@in_organization
def members(request: HttpRequest) -> HttpResponse:
    """Who belongs to the organization, who is invited, and how many seats are left."""
    organization, now = request.organization, timezone.now()  # type: ignore[attr-defined]
    listed = organization.memberships.select_related("user").order_by("created_at", "pk")
    context = {
        "members": listed,
        "invitations": invitations.open_invitations(organization, now),
        "roles": _roles_to_give(request),
        "seats": request.entitlements.limit(Limit.SEATS),  # type: ignore[attr-defined]
        "may_change": can(request.membership, Action.CHANGE_MEMBERS),  # type: ignore[attr-defined]
        "typed": typed_into(request, _INVITATION) or {"role": Role.MEMBER.value},
    }
    return render(request, "billing/members.html", context)


@require_POST
@in_organization
def invite(request: HttpRequest) -> HttpResponse:
    """Send an invitation to the address typed."""
    email, role = request.POST.get("email", ""), request.POST.get("role", "")
    try:
        invitation = invitations.invite(
            request.organization,  # type: ignore[attr-defined]
            _address(email),
            role,
            by=request.membership,  # type: ignore[attr-defined]
            now=timezone.now(),
        )
    except MemberRefused as refusal:
        messages.error(request, str(refusal))
        keep_typed(request, _INVITATION, ("email", "role"))
    else:
        messages.success(request, f"An invitation is on its way to {invitation.email}.")
    return redirect("members")


@require_POST
@in_organization
def invitation_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it once more, with a new link."""
    invitation = get_object_or_404(request.organization.invitations, pk=pk)  # type: ignore[attr-defined]
    with _refusals(request):
        invitations.send_again(invitation, by=request.membership, now=timezone.now())  # type: ignore[attr-defined]
        messages.success(request, f"A new link is on its way to {invitation.email}.")
    return redirect("members")


@require_POST
@in_organization
def invitation_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the door again."""
    invitation = get_object_or_404(request.organization.invitations, pk=pk)  # type: ignore[attr-defined]
    demand_right(request, Action.CHANGE_MEMBERS)
    invitations.revoke(invitation, by=request.membership, now=timezone.now())  # type: ignore[attr-defined]
    messages.success(request, f"The invitation of {invitation.email} is revoked.")
    return redirect("members")


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Where the mailed link leads: GET shows who asks, POST joins."""
    found = invitations.invitation_of(token, timezone.now())
    if found is None:
        raise Http404
    if request.method == "POST" and request.user.is_authenticated:
        with _refusals(request):
            membership = invitations.accept(found, request.user, now=timezone.now())
            request.session[SESSION_KEY] = membership.organization_id
            messages.success(request, f"You are a member of {found.organization}.")
            return redirect("dashboard")
    return render(request, "billing/invitation.html", {"invitation": found, "role": Role(found.role).label})


@require_POST
@in_organization
def role(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a member another role."""
    membership = _member(request, pk)
    with _refusals(request):
        change_role(membership, request.POST.get("role", ""), by=request.membership)  # type: ignore[attr-defined]
        messages.success(request, f"{membership.user} is now {membership.get_role_display().lower()}.")
    return redirect("members")


@require_POST
@in_organization
def owner(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the organization on to another member."""
    membership = _member(request, pk)
    with _refusals(request):
        transfer_ownership(membership, by=request.membership)  # type: ignore[attr-defined]
        messages.success(request, f"{membership.user} is the owner now; you are an admin.")
    return redirect("members")


@require_POST
@in_organization
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a member, or leave."""
    membership = _member(request, pk)
    leaving = membership.user_id == request.user.pk
    with _refusals(request):
        remove_member(membership, by=request.membership)  # type: ignore[attr-defined]
        if leaving:
            messages.success(request, f"You left {membership.organization}.")
            return redirect("home")
        messages.success(request, f"{membership.user} is no longer a member.")
    return redirect("members")


@require_http_methods(["GET", "POST"])
@in_organization
def settings(request: HttpRequest) -> HttpResponse:
    """Name, time zone, and when the digest is sent."""
    organization = request.organization  # type: ignore[attr-defined]
    form = OrganizationForm(request.POST or None, instance=organization)
    if request.method == "POST":
        demand_right(request, Action.CHANGE_ORGANIZATION)
        if form.is_valid():
            change_organization(form, by=request.user)  # type: ignore[arg-type]
            messages.success(request, "Saved.")
            return redirect("organization")
    context = {"form": form, "may_change": can(request.membership, Action.CHANGE_ORGANIZATION)}  # type: ignore[attr-defined]
    return render(request, "billing/organization.html", context)


@require_POST
@login_required
def switch(request: HttpRequest) -> HttpResponse:
    """Work for another of one's organizations from now on."""
    wanted = request.POST.get("organization", "")
    rows = Membership.objects.filter(user=request.user)  # type: ignore[misc]
    membership = get_object_or_404(rows, organization_id=int(wanted) if wanted.isdecimal() else 0)
    request.session[SESSION_KEY] = membership.organization_id
    return redirect("dashboard")


@require_POST
@login_required
def create(request: HttpRequest) -> HttpResponse:
    """Another organization, of which one is the owner."""
    name = request.POST.get("name", "").strip()[:120]
    owned = Membership.objects.filter(user=request.user, role=Role.OWNER).count()  # type: ignore[misc]
    if not name:
        messages.error(request, "Name: type a name for the new organization.")
    elif owned >= _MOST_OWNED:
        messages.error(request, f"You own {_MOST_OWNED} organizations already, which is the most.")
    else:
        organization = create_organization(name, owner=request.user)  # type: ignore[arg-type]
        request.session[SESSION_KEY] = organization.pk
        messages.success(request, f"{organization} is ready, on the Free plan.")
    return redirect("organization")


def _member(request: HttpRequest, pk: int) -> Membership:
    membership: Membership = get_object_or_404(
        request.organization.memberships.select_related("user", "organization"),  # type: ignore[attr-defined]
        pk=pk,
    )
    return membership


def _roles_to_give(request: HttpRequest) -> list[tuple[str, str]]:
    mine = request.membership.role  # type: ignore[attr-defined]
    return [(value, label) for value, label in Role.choices if value != Role.OWNER or mine == Role.OWNER]


@contextmanager
def _refusals(request: HttpRequest) -> Iterator[None]:
    """What can't be done is said on the next page."""
    try:
        yield
    except MemberRefused as refusal:
        messages.error(request, str(refusal))


def _address(typed: str) -> str:
    address = typed.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise MemberRefused("E-mail address: type one like ann@example.org.") from error
    return address
