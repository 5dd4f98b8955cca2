"""An organization's private feed: a secret address under which a feed reader finds its alerts. Revocable."""

from datetime import datetime

from django.utils import timezone

from billing.audit import record_audit_entry
from billing.entitlements import Feature, entitlements_of
from billing.members import locked
from billing.models import Organization, User
from billing.secret_links import hash_of, new_token
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.models import FeedAddress


def open_private_feed(organization: Organization, *, by: User | None, now: datetime) -> str:
    """A new secret address, as the token in it, which is told this once; the earlier one stops working.

    Raises UpgradeRequired where the plan has no feed.
    """
    token = new_token()
    with tenant_scope(organization):
        organization = locked(organization)
        entitlements_of(organization, now).demand(Feature.FEED_CHANNEL)
        addresses = FeedAddress.objects.for_org(organization)
        addresses.all().delete()
        addresses.create(token_sha256=hash_of(token), opened_at=now)
        record_audit_entry(organization, actor=by, action="feed.opened")
    return token


def close_private_feed(organization: Organization, *, by: User | None) -> bool:
    """The address stops working; False where there was none."""
    with tenant_scope(organization):
        closed, _ = FeedAddress.objects.for_org(organization).delete()
        if closed:
            record_audit_entry(organization, actor=by, action="feed.closed")
    return bool(closed)


def organization_of_feed(token: str) -> Organization | None:
    """Whose feed it is, while the plan has one; None for any other words."""
    with across_orgs_scope():
        rows = FeedAddress.objects.across_orgs().select_related(
            "organization__subscription", "organization__trial"
        )
        found = rows.filter(token_sha256=hash_of(token)).first()
    if found is None or not entitlements_of(found.organization, timezone.now()).allows(Feature.FEED_CHANNEL):
        return None
    organization: Organization = found.organization
    return organization
