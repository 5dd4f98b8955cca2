"""Our price list as it must stand at Stripe: products, prices, portal, webhook; what differs, and how to mend it.

Each step is found by comparing, so that a second run finds nothing to do. A price cannot be changed at Stripe: a new
one takes over its name, and the old one is kept for those who pay it, only closed to others.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from billing import gateway
from billing.gateway import API_VERSION, client, in_our_words
from billing.plans import PAID, Interval, Plan
from billing.webhooks import EVENT_TYPES

# "Software as a service, business use", https://docs.stripe.com/tax/tax-codes
_TAX_CODE = "txcd_10103001"
_PORTAL_FEATURES: dict[str, Any] = {
    "customer_update": {"enabled": True, "allowed_updates": ["address", "email", "name", "tax_id"]},
    "invoice_history": {"enabled": True},
    "payment_method_update": {"enabled": True},
    "subscription_cancel": {"enabled": True, "mode": "at_period_end", "proration_behavior": "none"},
    # Plans are changed on our page, which knows seats and what will sleep.
    "subscription_update": {"enabled": False},
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that differs: what to do, in words, and the doing; `do` returns a secret to be shown once, or None."""

    words: str
    do: Callable[[], str | None]


def steps_to_sync() -> Iterator[Step]:
    """What must be done, in order; each is found when the one before was done. Raises GatewayError."""
    with in_our_words():
        for plan in PAID:
            yield from _product_steps(plan)
            for interval in Interval:
                yield from _price_steps(plan, interval)
        yield from _portal_steps()
        yield from _webhook_steps()


def _product_steps(plan: Plan) -> Iterator[Step]:
    products = client().v1.products
    wanted: dict[str, Any] = {
        "name": f"ConductAtlas {plan.name}",
        "description": plan.tagline,
        "tax_code": _TAX_CODE,
        "metadata": {"plan": plan.slug},
    }
    try:
        with in_our_words():
            found = products.retrieve(gateway.product_of(plan)).to_dict()
    except gateway.NotThere:
        new: Any = {"id": gateway.product_of(plan), **wanted}
        yield Step(f"create the product {wanted['name']}", lambda: _done(products.create(new)))
        return
    differing: Any = _differing({**wanted, "active": True}, found)
    if differing:
        words = f"correct the product {wanted['name']}: {', '.join(sorted(differing))}"
        yield Step(words, lambda: _done(products.update(gateway.product_of(plan), differing)))


def _price_steps(plan: Plan, interval: Interval) -> Iterator[Step]:
    prices = client().v1.prices
    key = gateway.lookup_key_of(plan, interval)
    listed: Any = {"lookup_keys": [key], "expand": ["data.tiers"]}
    found = next((each.to_dict() for each in prices.list(listed).data), None)
    if found and found["active"] and _amounts(found) == _wanted_amounts(plan, interval):
        return
    new: Any = _new_price(plan, interval, key)
    words = f"create the {interval.label} price of {plan.name}: {_in_words(plan, interval)}"
    yield Step(words, lambda: _done(prices.create(new)))
    if found and found["active"]:
        yield Step(
            f"close the former {interval.label} price of {plan.name} to new customers",
            lambda: _done(prices.update(found["id"], {"active": False})),
        )


def _new_price(plan: Plan, interval: Interval, key: str) -> dict[str, Any]:
    seat = plan.seat_usd(interval)
    amount: dict[str, Any] = {"unit_amount": plan.price_usd(interval) * 100}
    if seat is not None:
        amount = {
            "billing_scheme": "tiered",
            "tiers_mode": "graduated",
            "tiers": [
                {
                    "up_to": plan.included_seats,
                    "flat_amount": plan.price_usd(interval) * 100,
                    "unit_amount": 0,
                },
                {"up_to": "inf", "unit_amount": seat * 100},
            ],
        }
    return {
        "product": gateway.product_of(plan),
        "currency": "usd",
        "recurring": {"interval": interval.value},
        "lookup_key": key,
        "transfer_lookup_key": True,
        "tax_behavior": "exclusive",
        "metadata": {"plan": plan.slug},
        **amount,
    }


def _wanted_amounts(plan: Plan, interval: Interval) -> tuple[Any, ...]:
    price, seat = plan.price_usd(interval) * 100, plan.seat_usd(interval)
    if seat is None:
        return ("usd", interval.value, price)
    return ("usd", interval.value, (plan.included_seats, price, 0), (None, 0, seat * 100))


def _amounts(price: dict[str, Any]) -> tuple[Any, ...]:
    paid = (price["currency"], price["recurring"]["interval"])
    if price["billing_scheme"] != "tiered":
        return (*paid, price["unit_amount"])
    tiers = [(tier["up_to"], tier["flat_amount"] or 0, tier["unit_amount"] or 0) for tier in price["tiers"]]
    return (*paid, *tiers)


def _in_words(plan: Plan, interval: Interval) -> str:
    seat = plan.seat_usd(interval)
    more = f", {seat} USD for each member beyond {plan.included_seats}" if seat is not None else ""
    return f"{plan.price_usd(interval)} USD{more}"


def _portal_steps() -> Iterator[Step]:
    configurations = client().v1.billing_portal.configurations
    wanted: dict[str, Any] = {
        "business_profile": {"headline": "ConductAtlas"},
        "default_return_url": f"{settings.SITE_URL}/app/billing/",
        "features": _PORTAL_FEATURES,
        "metadata": {"site": settings.SITE_URL},
    }
    found = next(
        (
            each
            for each in configurations.list({"active": True, "limit": 100}).auto_paging_iter()
            if gateway.is_ours(each)
        ),
        None,
    )
    if found is None:
        new: Any = wanted
        yield Step("create the portal's configuration", lambda: _done(configurations.create(new)))
        return
    differing: Any = _differing(wanted, found.to_dict())
    if differing:
        words = f"correct the portal's configuration: {', '.join(sorted(differing))}"
        yield Step(words, lambda: _done(configurations.update(found.id, differing)))


def _webhook_steps() -> Iterator[Step]:
    endpoints = client().v1.webhook_endpoints
    address = f"{settings.SITE_URL}/stripe/webhook/"
    listed: Any = {"limit": 100}
    at_address = [each for each in endpoints.list(listed).auto_paging_iter() if each.url == address]
    present = [each for each in at_address if each.api_version == API_VERSION]
    if not present:
        new: Any = {
            "url": address,
            "enabled_events": list(EVENT_TYPES),
            "api_version": API_VERSION,
            "metadata": {"site": settings.SITE_URL},
        }
        yield Step(f"create the webhook endpoint {address}", lambda: endpoints.create(new).secret)
    elif set(present[0].enabled_events) != set(EVENT_TYPES) or present[0].status != "enabled":
        mended: Any = {"enabled_events": list(EVENT_TYPES), "disabled": False}
        words = f"correct the events that {address} is told of"
        yield Step(words, lambda: _done(endpoints.update(present[0].id, mended)))
    for former in at_address:
        if former.api_version != API_VERSION and former.status == "enabled":
            words = f"switch off the webhook endpoint of the former version {former.api_version}"
            yield Step(words, lambda former=former: _done(endpoints.update(former.id, {"disabled": True})))  # type: ignore[misc]


def _differing(wanted: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The wanted fields that are not as wanted; Stripe fills in more than was asked, which is no difference."""
    return {name: value for name, value in wanted.items() if not _covers(found.get(name), value)}


def _covers(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            _covers(found.get(name), each) for name, each in wanted.items()
        )
    if isinstance(wanted, list):
        return sorted(found or []) == sorted(wanted)
    return bool(found == wanted)


def _done(_: Any) -> None:
    """The answer of a step that has nothing to show."""
