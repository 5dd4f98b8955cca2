"""Buying and changing a plan: Checkout, the portal, proration, stopping and staying. Rules here, money at Stripe.

Whatever changes something at Stripe is asked with the organization's row locked and under an idempotency key made of
the form's own number, so that a form sent twice acts once; afterwards Stripe's truth is copied, never our wish.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings

from billing import gateway
from billing.audit import record_audit_entry
from billing.entitlements import subscription_of
from billing.gateway import Bought, amount_in_words, client, in_our_words
from billing.members import locked
from billing.models import Organization, User
from billing.plans import Interval, Plan
from billing.subscriptions import Synced, sync_subscription
from billing.tenancy import tenant_scope

MOST_SEATS = 1000
# How old the moment may be that a previewed proration was reckoned for.
_PREVIEW_HOLDS = timedelta(hours=1)
_RUNNING = {"trialing", "active", "past_due", "unpaid", "paused"}


class CannotBuy(Exception):
    """The wish makes no sense at this moment; str() says why to the customer."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted, and the number of the form that asked for it."""

    plan: Plan
    interval: Interval
    seats: int
    attempt: str

    @property
    def quantity(self) -> int:
        """The seats to pay for: at least those included, and only those where no more can be bought."""
        included = self.plan.included_seats
        return included if self.plan.seat_monthly_usd is None else min(max(self.seats, included), MOST_SEATS)

    def key(self, organization: Organization, what: str) -> dict[str, str]:
        """The idempotency key of one call for this order."""
        parts = (what, organization.pk, self.plan.slug, self.interval, self.quantity, self.attempt)
        return {"idempotency_key": ":".join(str(part) for part in parts)}


@dataclass(frozen=True, slots=True)
class Proration:
    """What a change of plan costs at once (below zero: a credit), in cents, reckoned for a moment."""

    due_now: int
    currency: str
    at: datetime

    @property
    def amount(self) -> str:
        """What is charged or credited, in words, without its sign."""
        return amount_in_words(abs(self.due_now), self.currency)


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice, its total in the smallest unit of its currency; `page` shows it and takes a payment."""

    number: str
    status: str
    total: int
    currency: str
    created: datetime
    page: str | None
    pdf: str | None

    @property
    def amount(self) -> str:
        return amount_in_words(self.total, self.currency)


def start_checkout(
    organization: Organization, order: Order, *, by: User, back: str, cancelled: str, now: datetime
) -> str:
    """The address of Stripe's page for the order; `back` and `cancelled` are where it leads to afterwards.

    Raises CannotBuy where a subscription runs already, GatewayError.
    """
    with tenant_scope(organization):
        fresh = locked(organization)
        customer = fresh.stripe_customer or _new_customer(fresh, by)
        running = sync_subscription(fresh, now, source="checkout").bought
        if running and running.status in _RUNNING:
            raise CannotBuy("There is a subscription already. Change that one instead.")
        address = _open_session(customer, order) or _new_session(fresh, customer, order, back, cancelled)
        details = {"plan": order.plan.slug, "interval": order.interval, "seats": order.quantity}
        subject = f"{order.plan.name}, {order.interval.label}"
        record_audit_entry(fresh, actor=by, action="checkout.started", subject=subject, details=details)
    organization.stripe_customer = customer
    return address


def _new_customer(organization: Organization, by: User) -> str:
    customer = gateway.create_customer(organization=organization.pk, name=organization.name, email=by.email)
    organization.stripe_customer = customer
    organization.save(update_fields=["stripe_customer"])
    return customer


def _open_session(customer: str, order: Order) -> str | None:
    """The session that this very form has opened already. All others are closed: two could both be paid."""
    sessions = client().v1.checkout.sessions
    found: str | None = None
    with in_our_words():
        for session in list(sessions.list({"customer": customer, "status": "open"}).auto_paging_iter()):
            if gateway.metadata_of(session).get("attempt") == order.attempt:
                found = session.url
            else:
                sessions.expire(session.id)
    return found


def _new_session(organization: Organization, customer: str, order: Order, back: str, cancelled: str) -> str:
    named = {"organization": str(organization.pk), "site": settings.SITE_URL}
    params: Any = {
        "mode": "subscription",
        "customer": customer,
        "client_reference_id": str(organization.pk),
        "line_items": [{"price": _price(order), "quantity": order.quantity}],
        "allow_promotion_codes": True,
        "customer_update": {"name": "auto", "address": "auto"},
        "metadata": {**named, "attempt": order.attempt},
        "subscription_data": {"metadata": named},
        "success_url": back,
        "cancel_url": cancelled,
    }
    if settings.STRIPE_TAX:
        params["automatic_tax"] = {"enabled": True}
        params["tax_id_collection"] = {"enabled": True}
        params["billing_address_collection"] = "required"
    with in_our_words():
        session = client().v1.checkout.sessions.create(params, order.key(organization, "checkout"))  # type: ignore[arg-type]
    if not session.url:
        raise gateway.Refused(f"Checkout session {session.id} has no address.")
    return session.url


def _price(order: Order) -> str:
    key = gateway.lookup_key_of(order.plan, order.interval)
    with in_our_words():
        found = client().v1.prices.list({"lookup_keys": [key], "active": True}).data
    if not found:
        raise gateway.NotThere(f"No active price {key} at Stripe. Run manage.py sync_stripe --apply.")
    return found[0].id


def open_portal(organization: Organization, *, back: str) -> str:
    """The address of Stripe's portal for card, invoices and cancellation. Raises CannotBuy, GatewayError."""
    if not organization.stripe_customer:
        raise CannotBuy("Nothing has been bought yet.")
    params: Any = {"customer": organization.stripe_customer, "return_url": back}
    with in_our_words():
        services = client().v1.billing_portal
        ours = [
            each.id
            for each in services.configurations.list({"active": True, "limit": 100}).auto_paging_iter()
            if gateway.is_ours(each)
        ]
        if ours:
            params["configuration"] = ours[0]
        return services.sessions.create(params).url


def list_invoices(organization: Organization) -> list[Invoice]:
    """The latest two dozen, the newest first, drafts left out. Raises GatewayError."""
    if not organization.stripe_customer:
        return []
    params: Any = {"customer": organization.stripe_customer, "limit": 24}
    with in_our_words():
        found = client().v1.invoices.list(params).data
    return [
        Invoice(
            number=each.number or each.id,
            status=each.status or "",
            total=each.total,
            currency=each.currency,
            created=datetime.fromtimestamp(each.created, UTC),
            page=each.hosted_invoice_url,
            pdf=each.invoice_pdf,
        )
        for each in found
        if each.status != "draft"
    ]


def preview_change(organization: Organization, order: Order, *, now: datetime) -> Proration:
    """What the change would cost at this moment (aware). Raises CannotBuy, GatewayError."""
    running = _running(organization, gateway.subscriptions_of(organization.stripe_customer or ""))
    _demand_change(organization, running, order)
    params: Any = {
        "customer": organization.stripe_customer,
        "subscription": running.id,
        "subscription_details": {
            "items": [{"id": running.item, "price": _price(order), "quantity": order.quantity}],
            "proration_behavior": "always_invoice",
            "proration_date": int(now.timestamp()),
        },
    }
    with in_our_words():
        invoice = client().v1.invoices.create_preview(params)
    return Proration(invoice.total, invoice.currency, now.replace(microsecond=0))


def change_plan(organization: Organization, order: Order, *, by: User, at: datetime, now: datetime) -> Synced:
    """Change plan, interval or seats at once; the difference is charged or credited as it was previewed for `at`.

    Where the payment fails or the bank wants a confirmation, nothing changes until the invoice is paid
    (`bought.update_pending`). Raises CannotBuy, GatewayError.
    """
    at = at if now - _PREVIEW_HOLDS <= at <= now else now
    with tenant_scope(organization):
        fresh = locked(organization)
        running = _running(fresh, gateway.subscriptions_of(fresh.stripe_customer or ""))
        _demand_change(fresh, running, order)
        params: Any = {
            "items": [{"id": running.item, "price": _price(order), "quantity": order.quantity}],
            "proration_behavior": "always_invoice",
            "proration_date": int(at.timestamp()),
            "payment_behavior": "pending_if_incomplete",
        }
        with in_our_words():
            client().v1.subscriptions.update(running.id, params, order.key(fresh, "change"))  # type: ignore[arg-type]
        return sync_subscription(organization, now, source="change of plan", actor=by)


def stop_at_period_end(organization: Organization, *, by: User, now: datetime) -> Synced:
    """Let the subscription end with the period that is paid. Raises CannotBuy, GatewayError."""
    return _set_end(organization, {"cancel_at_period_end": True}, by=by, now=now, source="stopped")


def keep_plan(organization: Organization, *, by: User, now: datetime) -> Synced:
    """Take back the wish to stop. Raises CannotBuy, GatewayError."""
    return _set_end(organization, None, by=by, now=now, source="kept")


def _set_end(
    organization: Organization, params: dict[str, Any] | None, *, by: User, now: datetime, source: str
) -> Synced:
    with tenant_scope(organization):
        fresh = locked(organization)
        running = _running(fresh, gateway.subscriptions_of(fresh.stripe_customer or ""))
        if params is None:
            # A date was set by Stripe's portal, the flag by us; Stripe takes back each in its own way.
            params = {"cancel_at": ""} if running.ends_by_date else {"cancel_at_period_end": False}
        told: Any = params
        with in_our_words():
            client().v1.subscriptions.update(running.id, told)
        return sync_subscription(organization, now, source=source, actor=by)


def _running(organization: Organization, found: list[Bought]) -> Bought:
    ours = subscription_of(organization)
    running = [each for each in found if each.status in _RUNNING and ours and each.id == ours.stripe_id]
    if not running:
        raise CannotBuy("There is no subscription to change.")
    return running[0]


def _demand_change(organization: Organization, running: Bought, order: Order) -> None:
    if (running.plan, running.interval, running.seats) == (order.plan, order.interval, order.quantity):
        raise CannotBuy("That is what you have already.")
    if running.ends_at is not None:
        raise CannotBuy("The subscription is about to end. Keep it first, then change it.")
    if running.status not in {"active", "trialing"}:
        raise CannotBuy("There is a payment to be made first.")
    if running.update_pending:
        raise CannotBuy("An earlier change waits for its payment. See the invoices.")
    members = organization.memberships.count()
    if order.plan.seat_monthly_usd is not None and order.quantity < members:
        raise CannotBuy(f"{members} people are members. Remove some first, or keep their seats.")
