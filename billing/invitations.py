"""Inviting people into an organization: by mail, for a week, and only where there is a seat for them."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from billing.audit import record_audit_entry
from billing.entitlements import Limit, entitlements_of
from billing.members import MemberRefused, demand_right_to_give, locked
from billing.models import Invitation, Membership, Organization, Role, User
from billing.secret_links import hash_of, new_token
from billing.tenancy import TenantQuerySet, across_orgs_scope, tenant_scope

VALID_FOR = timedelta(days=7)
# Of one organization at a time, so that nobody sends mail to the world through us.
MOST_OPEN = 50


def invite(organization: Organization, email: str, role: str, *, by: Membership, now: datetime) -> Invitation:
    """Ask somebody to join, by mail; an open invitation to the same address is sent anew.

    Raises MemberRefused with the reason in words, UpgradeRequired where every seat is taken or promised.
    """
    demand_right_to_give(by, role)
    email = email.strip().lower()
    with tenant_scope(organization):
        organization = locked(organization)
        if organization.memberships.filter(user__email=email).exists():
            raise MemberRefused(f"{email} is a member already.")
        earlier = open_invitations(organization, now).filter(email=email).first()
        if earlier is not None:
            return send_again(earlier, by=by, now=now)
        opened = open_invitations(organization, now).count()
        if opened >= MOST_OPEN:
            raise MemberRefused(f"{MOST_OPEN} invitations are open. Revoke some first.")
        entitlements_of(organization, now).demand_room(
            Limit.SEATS, used=organization.memberships.count() + opened
        )
        invitation = Invitation.objects.for_org(organization).create(
            email=email, role=role, invited_by=by.user, created_at=now, expires_at=now, token_sha256=""
        )
        record_audit_entry(
            organization, actor=by.user, action="member.invited", subject=email, details={"role": role}
        )
        _send(invitation, now)
    return invitation


def send_again(invitation: Invitation, *, by: Membership, now: datetime) -> Invitation:
    """A new link for another week; the earlier one no longer opens anything."""
    demand_right_to_give(by, invitation.role)
    with tenant_scope(invitation.organization):
        record_audit_entry(
            invitation.organization,
            actor=by.user,
            action="invitation.sent_again",
            subject=invitation.email,
        )
        _send(invitation, now)
    return invitation


def revoke(invitation: Invitation, *, by: Membership, now: datetime) -> None:
    """The link no longer opens anything. Nothing happens to one that was accepted."""
    with tenant_scope(invitation.organization):
        if invitation.accepted_at is None and invitation.revoked_at is None:
            invitation.revoked_at = now
            invitation.save(update_fields=["revoked_at"])
            record_audit_entry(
                invitation.organization, actor=by.user, action="invitation.revoked", subject=invitation.email
            )


def open_invitations(organization: Organization, now: datetime) -> TenantQuerySet[Invitation]:
    """Those that still open the door; inside a scope that covers the organization."""
    rows = Invitation.objects.for_org(organization)
    return rows.filter(accepted_at=None, revoked_at=None, expires_at__gt=now)


def invitation_of(token: str, now: datetime) -> Invitation | None:
    """The open invitation that a mailed link names; None for any other words. The link is all that is needed to see it."""
    with across_orgs_scope():
        rows = Invitation.objects.across_orgs().select_related("organization", "invited_by")
        found: Invitation | None = rows.filter(
            token_sha256=hash_of(token), accepted_at=None, revoked_at=None, expires_at__gt=now
        ).first()
    return found


def accept(invitation: Invitation, user: User, *, now: datetime) -> Membership:
    """Join. Raises MemberRefused for another person than the one invited, UpgradeRequired where the seat is gone."""
    if user.email != invitation.email:
        raise MemberRefused(f"This invitation is for {invitation.email}. Log in with that address.")
    with tenant_scope(invitation.organization):
        organization = locked(invitation.organization)
        held = open_invitations(organization, now).filter(pk=invitation.pk).update(accepted_at=now)
        if not held:
            raise MemberRefused("This invitation is no longer open. Ask for a new one.")
        membership = organization.memberships.filter(user=user).first()
        if membership is not None:
            return membership
        entitlements_of(organization, now).demand_room(Limit.SEATS, used=organization.memberships.count())
        membership = Membership.objects.create(organization=organization, user=user, role=invitation.role)
        record_audit_entry(
            organization,
            actor=user,
            action="member.joined",
            subject=user.email,
            details={"role": invitation.role},
        )
    return membership


def _send(invitation: Invitation, now: datetime) -> None:
    token = new_token()
    invitation.token_sha256, invitation.expires_at = hash_of(token), now + VALID_FOR
    invitation.save(update_fields=["token_sha256", "expires_at"])
    context = {
        "invitation": invitation,
        "role": Role(invitation.role).label.lower(),
        "address": settings.SITE_URL + reverse("invitation", args=[token]),
        "days": VALID_FOR.days,
    }
    subject = render_to_string("billing/emails/invitation.subject.txt", context).strip()
    body = render_to_string("billing/emails/invitation.txt", context)
    # A mail server that is away loses no invitation: the page offers to send it again.
    transaction.on_commit(lambda: send_mail(subject, body, None, [invitation.email]), robust=True)
