"""Stripe's door: the only module that imports stripe; what it reads comes back as values.

Every call is made at `settings.STRIPE_API_BASE` under the version of the API that is pinned here. The SDK tries a
lost connection again under the same idempotency key. What goes wrong comes out as one of the four errors below.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import stripe
from django.conf import settings

from billing.plans import PAID, Interval, Plan

# What the answers below were written against; a newer SDK must not change it unseen.
API_VERSION = "2026-10-28.endive"
TIMEOUT_SECONDS = 20
_PRODUCT = "conductatlas_"
_PAGE = 100


class GatewayError(Exception):
    """Stripe could not do what was asked; str() is for our log, not for the customer."""


class NotSetUp(GatewayError):
    """No keys: billing is off."""


class Unreachable(GatewayError):
    """No answer, or "not now": to be asked again later."""


class NotThere(GatewayError):
    """The thing named does not exist at Stripe, or not any more."""


class Refused(GatewayError):
    """Stripe understood and said no."""


class BadSignature(Exception):
    """The request did not come from Stripe."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a webhook may be believed: which event, and what it is about."""

    id: str
    type: str
    created: datetime
    object_type: str
    object_id: str


@dataclass(frozen=True, slots=True)
class Bought:
    """One subscription as it stands at Stripe. `plan` is None for a product that is not on our price list."""

    id: str
    status: str
    plan: Plan | None
    interval: str
    seats: int
    item: str
    period_end: datetime | None
    ends_at: datetime | None
    ends_by_date: bool
    latest_invoice: str | None
    update_pending: bool
    created: datetime


@dataclass(frozen=True, slots=True)
class Reversal:
    """Money that went or may go back: a refund or a dispute. `whole` if nothing of the payment is left."""

    id: str
    kind: str
    status: str
    amount: int
    currency: str
    whole: bool
    invoice: str | None


def amount_in_words(cents: int, currency: str) -> str:
    """9.00 USD. All our prices are in a currency of a hundred parts."""
    return f"{cents / 100:,.2f} {currency.upper()}"


def is_set_up() -> bool:
    """Whether there is a key. Without one nothing is asked of Stripe and billing says so."""
    return bool(settings.STRIPE_SECRET_KEY)


def client() -> stripe.StripeClient:
    """The SDK's client, for use within `in_our_words()`. Raises NotSetUp."""
    if not is_set_up():
        raise NotSetUp("STRIPE_SECRET_KEY is not set.")
    return _client(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE)


@lru_cache(maxsize=4)
def _client(key: str, base: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": base},
        stripe_version=API_VERSION,
        max_network_retries=2,
        http_client=stripe.RequestsClient(timeout=TIMEOUT_SECONDS),
    )


@contextmanager
def in_our_words() -> Iterator[None]:
    """Turns the SDK's errors into ours."""
    try:
        yield
    except (stripe.APIConnectionError, stripe.RateLimitError) as error:
        raise Unreachable(str(error)) from error
    except stripe.InvalidRequestError as error:
        if error.code == "resource_missing":
            raise NotThere(str(error)) from error
        raise Refused(str(error)) from error
    except stripe.StripeError as error:
        transient = (error.http_status or 500) >= 500 or error.http_status == 409
        raise (Unreachable if transient else Refused)(str(error)) from error


# What comes in.


def verified_event(payload: bytes, signature: str) -> Event:
    """The event of a request to the webhook, its signature checked over the raw bytes. Raises BadSignature."""
    if not settings.STRIPE_WEBHOOK_SECRET:
        raise BadSignature("STRIPE_WEBHOOK_SECRET is not set.")
    try:
        text = payload.decode()
        stripe.WebhookSignature.verify_header(
            text, signature, settings.STRIPE_WEBHOOK_SECRET, stripe.Webhook.DEFAULT_TOLERANCE
        )
        return _event(json.loads(text))
    except (stripe.SignatureVerificationError, ValueError, KeyError, TypeError) as error:
        raise BadSignature(str(error)) from error


def events_since(moment: datetime, types: tuple[str, ...]) -> Iterator[Event]:
    """Stripe's own list of events of those types, newest first; it keeps them for 30 days."""
    with in_our_words():
        params: Any = {"created": {"gte": int(moment.timestamp())}, "types": list(types), "limit": _PAGE}
        for event in client().v1.events.list(params).auto_paging_iter():
            yield _event(event.to_dict())


def _event(told: dict[str, Any]) -> Event:
    about = told["data"]["object"]
    return Event(
        id=told["id"],
        type=told["type"],
        created=_moment(told["created"]),
        object_type=about["object"],
        object_id=about.get("id", ""),
    )


# The customer and what it bought.


def create_customer(*, organization: int, name: str, email: str) -> str:
    """The id of a new customer; asked twice for one organization within a day, the same one."""
    params: Any = {
        "name": name,
        "email": email,
        "metadata": {"organization": str(organization), "site": settings.SITE_URL},
    }
    options: Any = {"idempotency_key": f"customer:{settings.SITE_URL}:{organization}:{email}:{name}"[:255]}
    with in_our_words():
        return client().v1.customers.create(params, options).id


def metadata_of(told: stripe.StripeObject) -> dict[str, str]:
    """What we wrote on a thing of Stripe's; nothing for one that was deleted."""
    return told.to_dict().get("metadata") or {}


def is_ours(told: stripe.StripeObject) -> bool:
    """Whether this site made the thing; several may share an account."""
    return metadata_of(told).get("site") == settings.SITE_URL


def organization_named_by(customer: str) -> int | None:
    """Which organization of this site the customer was made for, in Stripe's own words."""
    with in_our_words():
        found = client().v1.customers.retrieve(customer)
    named = metadata_of(found).get("organization", "")
    return int(named) if is_ours(found) and named.isdigit() else None


def subscriptions_of(customer: str) -> list[Bought]:
    """All that the customer ever bought and Stripe still knows; nothing for a customer that was deleted."""
    params: Any = {"customer": customer, "status": "all", "limit": _PAGE}
    try:
        with in_our_words():
            return [
                _bought(each.to_dict()) for each in client().v1.subscriptions.list(params).auto_paging_iter()
            ]
    except NotThere:
        return []


def customer_of(object_type: str, object_id: str) -> str | None:
    """The customer of a thing, fetched anew; None where it has none. Raises NotThere.

    Of a refund or dispute it is the customer of its payment: ask `charge_of` first.
    """
    if object_type == "customer":
        return object_id
    services = client().v1
    with in_our_words():
        match object_type:
            case "subscription":
                found: Any = services.subscriptions.retrieve(object_id)
            case "invoice":
                found = services.invoices.retrieve(object_id)
            case "checkout.session":
                found = services.checkout.sessions.retrieve(object_id)
            case "charge":
                found = services.charges.retrieve(object_id)
            case _:
                return None
    customer: str | None = found.customer
    return customer


def charge_of(object_type: str, object_id: str) -> str:
    """The payment that a refund or dispute is about. Raises NotThere."""
    services = client().v1
    with in_our_words():
        match object_type:
            case "refund":
                return _id(services.refunds.retrieve(object_id).charge)
            case "dispute":
                return _id(services.disputes.retrieve(object_id).charge)
    return object_id


def reversals_of(charge: str) -> list[Reversal]:
    """Every refund and dispute of a payment as it stands now, the oldest first."""
    services = client().v1
    listed: Any = {"charge": charge, "limit": _PAGE}
    with in_our_words():
        paid = services.charges.retrieve(charge)
        refunds: list[tuple[str, Any]] = [
            ("refund", each) for each in services.refunds.list(listed).auto_paging_iter()
        ]
        disputes: list[tuple[str, Any]] = [
            ("dispute", each) for each in services.disputes.list(listed).auto_paging_iter()
        ]
        if not refunds and not disputes:
            return []
        invoice = _invoice_paid_by(_id(paid.payment_intent))
    found = sorted([*refunds, *disputes], key=lambda pair: pair[1].created)
    return [
        Reversal(
            id=each.id,
            kind=kind,
            status=each.status or "",
            amount=each.amount,
            currency=each.currency,
            whole=paid.refunded if kind == "refund" else each.amount >= paid.amount,
            invoice=invoice,
        )
        for kind, each in found
    ]


def _invoice_paid_by(intent: str) -> str | None:
    if not intent:
        return None
    params: Any = {"payment": {"type": "payment_intent", "payment_intent": intent}, "limit": 1}
    payments = client().v1.invoice_payments.list(params).data
    return _id(payments[0].invoice) if payments else None


def end_subscription(subscription: str) -> None:
    """End it at once, with nothing more to pay and nothing given back."""
    with in_our_words():
        client().v1.subscriptions.cancel(subscription, {"invoice_now": False, "prorate": False})


def _bought(told: dict[str, Any]) -> Bought:
    items = told["items"]["data"]
    item = next((each for each in items if _plan_of(each)), items[0])
    period_end = _moment_or_none(item.get("current_period_end"))
    # Our own call sets the flag, Stripe's portal a date: either means that it ends.
    by_date = _moment_or_none(told.get("cancel_at"))
    return Bought(
        id=told["id"],
        status=told["status"],
        plan=_plan_of(item),
        interval=(item["price"].get("recurring") or {}).get("interval", ""),
        seats=item.get("quantity") or 1,
        item=item["id"],
        period_end=period_end,
        ends_at=by_date or (period_end if told.get("cancel_at_period_end") else None),
        ends_by_date=by_date is not None and not told.get("cancel_at_period_end"),
        latest_invoice=_id(told.get("latest_invoice")) or None,
        update_pending=bool(told.get("pending_update")),
        created=_moment(told["created"]),
    )


def product_of(plan: Plan) -> str:
    """The id that the plan's product has at Stripe; prices come and go, the product says which plan it is."""
    return f"{_PRODUCT}{plan.slug}"


def lookup_key_of(plan: Plan, interval: Interval) -> str:
    """The name under which the plan's present price is found."""
    return f"{product_of(plan)}_{interval}"


def _plan_of(item: dict[str, Any]) -> Plan | None:
    return next((plan for plan in PAID if product_of(plan) == _id(item["price"]["product"])), None)


def _id(told: Any) -> str:
    return told if isinstance(told, str) else getattr(told, "id", "") or (told or {}).get("id", "")


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _moment_or_none(seconds: int | None) -> datetime | None:
    return _moment(seconds) if seconds else None
