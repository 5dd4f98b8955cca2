"""Copies Stripe's truth into our row: what the customer has bought, read again each time it is told of.

The organization's row is locked before Stripe is asked. Of two that copy at once the second asks after the first has
written, so an older answer never overwrites a newer one, in whatever order the news came.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from billing import gateway
from billing.audit import record_audit_entry
from billing.entitlements import subscription_of
from billing.gateway import Bought
from billing.members import locked
from billing.models import Notice, Organization, Subscription, User
from billing.notices import owe_notice
from billing.plans import plan_of
from billing.tenancy import tenant_scope

Status = Subscription.Status
_STATUSES = {
    "trialing": Status.TRIALING,
    "active": Status.ACTIVE,
    "past_due": Status.PAST_DUE,
    "unpaid": Status.UNPAID,
    "incomplete": Status.INCOMPLETE,
    "paused": Status.PAUSED,
    "canceled": Status.ENDED,
    "incomplete_expired": Status.ENDED,
}
_COPIED = ("plan", "status", "stripe_id", "interval", "seats", "current_period_end", "ends_at")


@dataclass(frozen=True, slots=True)
class Synced:
    """What Stripe says now, and whether our row had said something else."""

    bought: Bought | None
    changed: bool
    # Others that are being paid for beside the one that counts: for a person to look at.
    surplus: tuple[str, ...] = ()


def sync_subscription(
    organization: Organization, now: datetime, *, source: str, actor: User | None = None
) -> Synced:
    """Make our row what Stripe says, with an audit entry if it was not; `source` says what made us ask.

    A plan given by hand stays while nothing that was bought gives rights. Raises GatewayError; then nothing is written.
    """
    with tenant_scope(organization):
        fresh = locked(organization)
        found = gateway.subscriptions_of(fresh.stripe_customer) if fresh.stripe_customer else []
        before = subscription_of(fresh)
        bought = choose(found)
        changed = _copy(fresh, before, bought, now, source=source, actor=actor)
        giving = [
            each for each in found if each is not bought and _STATUSES.get(each.status) in Subscription.GIVING
        ]
    organization.refresh_from_db(fields=["stripe_customer"])
    organization._state.fields_cache.pop("subscription", None)  # noqa: SLF001 - the cached row is no longer true
    return Synced(bought, changed, tuple(each.id for each in giving))


def choose(found: list[Bought]) -> Bought | None:
    """The one that counts: one that gives rights, then the larger plan, then the newest."""

    def worth(each: Bought) -> tuple[bool, bool, int, datetime, str]:
        status = _STATUSES.get(each.status, Status.ENDED)
        rank = each.plan.rank if each.plan else 0
        return status in Subscription.GIVING, status != Status.ENDED, rank, each.created, each.id

    return max((each for each in found if each.plan), key=worth, default=None)


def organization_of_customer(customer: str) -> Organization | None:
    """Whose customer it is. One that Stripe knows and we lost, because our row was rolled back, is taken up again."""
    found = Organization.objects.filter(stripe_customer=customer).first()
    if found is not None:
        return found
    try:
        named = gateway.organization_named_by(customer)
    except gateway.NotThere:
        return None
    if named is None:
        return None
    taken_up = Organization.objects.filter(pk=named, stripe_customer=None).update(stripe_customer=customer)
    return Organization.objects.get(pk=named) if taken_up else None


def _copy(
    organization: Organization,
    before: Subscription | None,
    bought: Bought | None,
    now: datetime,
    *,
    source: str,
    actor: User | None,
) -> bool:
    given_by_hand = before is not None and not before.stripe_id and before.gives_its_plan(now)
    if given_by_hand and (bought is None or _STATUSES.get(bought.status) not in Subscription.GIVING):
        return False
    truth = _truth(before, bought)
    if truth is None:
        return False
    held = {field: getattr(before, field) for field in _COPIED} if before else dict.fromkeys(_COPIED)
    if truth == held:
        return False
    after, _ = Subscription.objects.update_or_create(organization=organization, defaults=truth)
    _record(organization, held, after, source=source, actor=actor)
    _owe_notices(organization, before, after, bought, now)
    return True


def _truth(before: Subscription | None, bought: Bought | None) -> dict[str, Any] | None:
    """What our row must say; None where there is nothing to say."""
    if bought is not None and bought.plan is not None:
        return {
            "plan": bought.plan.slug,
            "status": _STATUSES.get(bought.status, Status.ENDED),
            "stripe_id": bought.id,
            "interval": bought.interval,
            "seats": bought.seats,
            "current_period_end": bought.period_end,
            "ends_at": bought.ends_at,
        }
    if before is None or not before.stripe_id:
        return None
    return {**{field: getattr(before, field) for field in _COPIED}, "status": Status.ENDED}


def _record(
    organization: Organization, held: dict[str, Any], after: Subscription, *, source: str, actor: User | None
) -> None:
    changed = [field for field in _COPIED if held[field] != getattr(after, field)]
    gave, gives = held["status"] in Subscription.GIVING, after.status in Subscription.GIVING
    happened = "changed" if gave == gives else "started" if gives else "ended"
    record_audit_entry(
        organization,
        actor=actor,
        action=f"subscription.{happened}",
        subject=f"{plan_of(after.plan).name}, {after.get_status_display().lower()}",
        details={
            "source": source,
            "before": {field: _plain(held[field]) for field in changed},
            "after": {field: _plain(getattr(after, field)) for field in changed},
        },
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _owe_notices(
    organization: Organization,
    before: Subscription | None,
    after: Subscription,
    bought: Bought | None,
    now: datetime,
) -> None:
    was = before.status if before else None
    told = {"plan": after.plan, "then": "free"}
    if after.status == Status.PAST_DUE and was != Status.PAST_DUE:
        invoice = bought.latest_invoice if bought else ""
        owe_notice(
            organization,
            Notice.Kind.PAYMENT_FAILED,
            about=f"{after.stripe_id} {invoice}",
            details=told,
            now=now,
        )
    if was in Subscription.GIVING and after.status not in Subscription.GIVING:
        told["status"] = after.status
        about = f"{after.stripe_id} {after.status} {_plain(after.current_period_end)}"
        owe_notice(organization, Notice.Kind.PLAN_ENDED, about=about, details=told, now=now)
