"""Keys of the API: made, shown once, known again by their hash, revoked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from billing.audit import record_audit_entry
from billing.entitlements import Feature, entitlements_of
from billing.members import Action, can, locked
from billing.models import ApiKey, KeyScope, Membership, Organization
from billing.secret_links import hash_of, new_token
from billing.tenancy import across_orgs_scope, tenant_scope

# Every key says whose it is, so that scanners of leaked secrets and people know it when they see one.
PREFIX = "ca_"
DAYS = (30, 90, 365)
# Of one organization at a time.
MOST_KEYS = 50
_BEGINNING = len(PREFIX) + 6
_USED_AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who sent a key: the membership it acts for, and how far."""

    membership: Membership
    scope: KeyScope

    def may(self, scope: KeyScope) -> bool:
        """Whether the key is for that; one that may write may read."""
        return self.scope in (scope, KeyScope.WRITE)


class KeyRefused(Exception):
    """The key cannot be made; str() is the reason, for the person who asked."""


def make_api_key(
    organization: Organization, name: str, scope: str, days: int, *, by: Membership, now: datetime
) -> tuple[ApiKey, str]:
    """A new key and its words, which are told this once. `days` is one of DAYS.

    Raises KeyRefused with the reason in words, UpgradeRequired where the plan has no keys.
    """
    name = name.strip()
    if not name or len(name) > 80:
        raise KeyRefused("Say what the key is for, in at most 80 characters.")
    if scope not in KeyScope.values:
        raise KeyRefused("Choose what the key may do.")
    if days not in DAYS:
        raise KeyRefused("Choose how long the key is valid.")
    token = PREFIX + new_token()
    with tenant_scope(organization):
        organization = locked(organization)
        entitlements_of(organization, now).demand(Feature.API_KEYS)
        keys = ApiKey.objects.for_org(organization)
        if keys.count() >= MOST_KEYS:
            raise KeyRefused(f"There are {MOST_KEYS} keys. Revoke some first.")
        key = keys.create(
            made_by=by.user,
            name=name,
            scope=scope,
            token_sha256=hash_of(token),
            beginning=token[:_BEGINNING],
            made_at=now,
            expires_at=now + timedelta(days=days),
        )
        record_audit_entry(
            organization, actor=by.user, action="api_key.made", subject=str(key), details={"scope": scope}
        )
    return key, token


def revoke_api_key(key: ApiKey, *, by: Membership) -> None:
    """The key opens nothing any more, from the next request on."""
    with tenant_scope(key.organization):
        record_audit_entry(key.organization, actor=by.user, action="api_key.revoked", subject=str(key))
        key.delete()


def bearer_of(token: str, now: datetime) -> Bearer | None:
    """Who sends such a key; None for words that are no key, an expired one, or one whose maker has
    left or may not make keys any more. Raises UpgradeRequired where the plan has no keys.
    """
    with across_orgs_scope():
        rows = ApiKey.objects.across_orgs()
        key = rows.filter(token_sha256=hash_of(token), expires_at__gt=now, made_by__is_active=True).first()
        if key is None:
            return None
        memberships = Membership.objects.filter(organization=key.organization_id, user=key.made_by_id)
        membership = memberships.select_related(
            "user", "organization__subscription", "organization__trial"
        ).first()
        if membership is None or not can(membership, Action.CHANGE_API_KEYS):
            return None
        entitlements_of(membership.organization, now).demand(Feature.API_KEYS)
        if key.last_used_at is None or now - key.last_used_at >= _USED_AGAIN:
            rows.filter(pk=key.pk).update(last_used_at=now)
    return Bearer(membership, KeyScope(key.scope))
