"""The way of Stripe's events to us: signed, through the real address, in any order, as often as one likes."""

import json
import time
from typing import Any

from django.http import HttpResponse
from django.test import Client

from billing.buying import Order, start_checkout
from billing.models import Organization, User
from billing.plans import PROFESSIONAL, Interval, Plan
from tests.billing.fake_stripe import FakeStripe, signature_of
from tests.billing.fake_stripe.deeds import pay_checkout

SECRET = "whsec_of_the_tests"
WEBHOOK = "/stripe/webhook/"


def post_event(event: dict[str, Any], *, secret: str = SECRET, at: int | None = None) -> HttpResponse:
    """One delivery; a server error is an answer here, as it is to Stripe."""
    payload = json.dumps(event).encode()
    signature = signature_of(payload, secret, int(time.time()) if at is None else at)
    client = Client(raise_request_exception=False)
    return client.post(
        WEBHOOK, payload, content_type="application/json", headers={"Stripe-Signature": signature}
    )


def deliver_all(stripe: FakeStripe) -> None:
    """Every event so far, in order, each taken."""
    for event in list(stripe.account.events):
        assert post_event(event).status_code == 200


def order(
    plan: Plan = PROFESSIONAL, interval: Interval = Interval.MONTH, seats: int = 1, attempt: str = "one"
) -> Order:
    """What a form would ask for."""
    return Order(plan=plan, interval=interval, seats=seats, attempt=attempt)


def open_checkout(organization: Organization, by: User, wanted: Order, now: Any) -> str:
    """The id of the session that was opened."""
    address = start_checkout(
        organization, wanted, by=by, back="https://x.example/r", cancelled="https://x.example/", now=now
    )
    return address.rpartition("/")[2]


def buy(stripe: FakeStripe, organization: Organization, by: User, wanted: Order, now: Any) -> dict[str, Any]:
    """Bought and paid at Stripe; we have not been told."""
    bought = pay_checkout(stripe.account, open_checkout(organization, by, wanted, now))
    assert bought is not None
    return bought
