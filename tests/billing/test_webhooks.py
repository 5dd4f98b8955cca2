"""Stripe's news: signed, stored once, its effect a copy of Stripe's truth, all or nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from billing import gateway
from billing.entitlements import entitlements_of
from billing.models import Notice, Organization, StripeEvent, Subscription, User
from billing.plans import FREE, PROFESSIONAL, WATCHER, Interval
from billing.tenancy import tenant_scope
from billing.webhooks import EVENT_TYPES, take_event
from tests.billing.fake_stripe import FakeStripe, deeds
from tests.billing.stripe_mail import SECRET, WEBHOOK, buy, deliver_all, order, post_event

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def row(organization: Organization) -> Subscription:
    return Subscription.objects.get(organization=organization)


def plan(organization: Organization) -> Any:
    return entitlements_of(Organization.objects.get(pk=organization.pk), datetime.now(UTC)).plan


def actions(organization: Organization, prefix: str = "") -> list[str]:
    with tenant_scope(organization):
        entries = organization.audit_entries.filter(action__startswith=prefix).order_by("pk")
        return [entry.action for entry in entries]


def notices(organization: Organization) -> list[str]:
    with tenant_scope(organization):
        return list(Notice.objects.for_org(organization).order_by("pk").values_list("kind", flat=True))


def test_a_purchase_is_copied_and_audited(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(WATCHER, Interval.YEAR), NOW)
    assert plan(organization) is FREE
    deliver_all(stripe)
    assert plan(organization) is WATCHER
    mine = row(organization)
    assert (mine.stripe_id, mine.status, mine.interval, mine.seats) == (bought["id"], "active", "year", 1)
    assert mine.current_period_end.timestamp() == stripe.account.period_end(bought)
    assert actions(organization, "subscription") == ["subscription.started"]


def test_an_event_has_its_effect_once(stripe: FakeStripe, organization: Organization, owner: User) -> None:
    buy(stripe, organization, owner, order(), NOW)
    for _ in range(3):
        deliver_all(stripe)
    assert StripeEvent.objects.count() == len({event["id"] for event in stripe.account.events}) == 3
    assert actions(organization, "subscription") == ["subscription.started"]


@pytest.mark.parametrize("how", ["secret", "old", "none", "body", "not utf-8", "not json", "not an event"])
def test_what_is_not_from_stripe_is_refused(stripe: FakeStripe, organization: Organization, how: str) -> None:
    event = stripe.account.tell("customer.deleted", {"object": "customer", "id": "cus_1"})
    match how:
        case "secret":
            answer = post_event(event, secret="whsec_of_another")
        case "old":
            answer = post_event(event, at=1_700_000_000)
        case "not an event":
            answer = post_event({"hello": "world"})
        case "not json" | "not utf-8" | "body" | "none":
            from tests.billing.fake_stripe import signature_of

            body = {"not json": b"{", "not utf-8": b"\xff\xfe"}.get(how, b"{}")
            now = int(datetime.now(UTC).timestamp())
            signature = "" if how == "none" else signature_of(b"{ }" if how == "body" else body, SECRET, now)
            answer = Client().post(
                WEBHOOK, body, content_type="application/json", headers={"Stripe-Signature": signature}
            )
    assert answer.status_code == 400
    assert not StripeEvent.objects.exists()


def test_without_a_secret_nothing_is_believed(stripe: FakeStripe, settings: Any) -> None:
    settings.STRIPE_WEBHOOK_SECRET = ""
    event = stripe.account.tell("customer.deleted", {"object": "customer", "id": "cus_1"})
    assert post_event(event, secret="").status_code == 400


def test_only_posts_are_taken(stripe: FakeStripe) -> None:
    assert Client().get(WEBHOOK).status_code == 405


def test_an_unknown_type_is_taken_and_forgotten(stripe: FakeStripe) -> None:
    event = stripe.account.tell("issuing_card.created", {"object": "issuing.card", "id": "ic_1"})
    assert post_event(event).status_code == 200
    assert not StripeEvent.objects.exists()
    assert not stripe.requests


def test_news_of_a_strangers_customer_changes_nothing(stripe: FakeStripe, organization: Organization) -> None:
    customer = stripe.account.create_customer(name="Somebody else")
    price = stripe.account.all("price")[0]["id"]
    sold = stripe.account.start_subscription(customer["id"], price, 1)
    assert post_event(stripe.account.tell("customer.subscription.created", sold)).status_code == 200
    assert not Subscription.objects.exists()


def test_news_of_what_is_gone_is_taken(stripe: FakeStripe) -> None:
    event = stripe.account.tell("customer.subscription.updated", {"object": "subscription", "id": "sub_gone"})
    assert post_event(event).status_code == 200
    assert StripeEvent.objects.count() == 1


def test_nothing_of_the_payload_is_believed(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(WATCHER), NOW)
    lie = {**bought, "status": "canceled", "customer": "cus_other", "items": {"data": []}}
    assert post_event(stripe.account.tell("customer.subscription.deleted", lie)).status_code == 200
    assert plan(organization) is WATCHER


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fault", ["before", "after"])
def test_a_failure_leaves_no_trace_and_the_next_try_succeeds(
    stripe: FakeStripe, organization: Organization, owner: User, fault: str
) -> None:
    buy(stripe, organization, owner, order(), NOW)
    event = stripe.account.events[-1]
    for failing in range(2):
        first = len(stripe.requests)
        stripe.fault = lambda number, first=first, failing=failing: fault if number == first + failing else ""
        assert post_event(event).status_code == 500
        assert not StripeEvent.objects.exists()
        assert not Subscription.objects.exists()
    stripe.fault = lambda number: ""
    assert post_event(event).status_code == 200
    assert plan(organization) is PROFESSIONAL


def test_events_may_come_in_any_order(stripe: FakeStripe, organization: Organization, owner: User) -> None:
    bought = buy(stripe, organization, owner, order(), NOW)
    deeds.pass_period(stripe.account, bought["id"])
    stripe.account.cancel_subscription(bought["id"])
    for event in reversed(stripe.account.events):
        assert post_event(event).status_code == 200
    assert plan(organization) is FREE
    assert row(organization).status == "ended"


def test_an_overdue_payment_keeps_the_rights_and_is_told_once(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(), NOW)
    deliver_all(stripe)
    stripe.account.card = "declined"
    deeds.pass_period(stripe.account, bought["id"])
    deliver_all(stripe)
    deeds.retry_payment(stripe.account, bought["id"])
    deliver_all(stripe)
    assert row(organization).status == "past_due"
    assert plan(organization) is PROFESSIONAL
    assert notices(organization) == ["payment_failed"]


@pytest.mark.parametrize(("last", "status"), [("unpaid", "unpaid"), ("canceled", "ended")])
def test_after_the_last_try_the_plan_falls_to_free_and_comes_back_when_paid(
    stripe: FakeStripe, organization: Organization, owner: User, last: str, status: str
) -> None:
    bought = buy(stripe, organization, owner, order(), NOW)
    deliver_all(stripe)
    stripe.account.card = "declined"
    deeds.pass_period(stripe.account, bought["id"])
    deliver_all(stripe)
    deeds.retry_payment(stripe.account, bought["id"], last=last)
    deliver_all(stripe)
    assert (row(organization).status, plan(organization)) == (status, FREE)
    assert notices(organization) == ["payment_failed", "plan_ended"]
    stripe.account.card = "good"
    deeds.retry_payment(stripe.account, bought["id"])
    deliver_all(stripe)
    assert plan(organization) is (PROFESSIONAL if last == "unpaid" else FREE)


def test_a_refund_of_a_part_is_written_down_and_takes_nothing_away(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    buy(stripe, organization, owner, order(), NOW)
    deliver_all(stripe)
    paid = deeds.last_charge(stripe.account, Organization.objects.get(pk=organization.pk).stripe_customer)
    stripe.account.create_refund(charge=paid["id"], amount=500)
    deliver_all(stripe)
    assert plan(organization) is PROFESSIONAL
    assert actions(organization, "payment") == ["payment.refunded"]
    with tenant_scope(organization):
        assert organization.audit_entries.get(action="payment.refunded").subject == "5.00 USD, succeeded"


def test_a_refund_of_the_running_period_ends_the_plan(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(), NOW)
    deliver_all(stripe)
    paid = deeds.last_charge(stripe.account, bought["customer"])
    stripe.account.create_refund(charge=paid["id"])
    deliver_all(stripe)
    assert plan(organization) is FREE
    assert stripe.account.find("subscription", bought["id"])["status"] == "canceled"
    assert actions(organization, "subscription") == ["subscription.started", "subscription.ended"]


def test_a_refund_of_an_earlier_period_ends_nothing(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(), NOW)
    paid = deeds.last_charge(stripe.account, bought["customer"])
    deeds.pass_period(stripe.account, bought["id"])
    stripe.account.create_refund(charge=paid["id"])
    deliver_all(stripe)
    assert plan(organization) is PROFESSIONAL


@pytest.mark.parametrize(("outcome", "then"), [("won", PROFESSIONAL), ("lost", FREE)])
def test_a_dispute_is_told_and_decides_the_plan_only_when_lost(
    stripe: FakeStripe, organization: Organization, owner: User, outcome: str, then: Any
) -> None:
    bought = buy(stripe, organization, owner, order(), NOW)
    paid = deeds.last_charge(stripe.account, bought["customer"])
    dispute = deeds.open_dispute(stripe.account, paid["id"])
    deliver_all(stripe)
    assert plan(organization) is PROFESSIONAL
    assert notices(organization) == ["dispute_opened"]
    deeds.close_dispute(stripe.account, dispute["id"], outcome)
    deliver_all(stripe)
    assert plan(organization) is then
    assert actions(organization, "payment") == ["payment.disputed", "payment.disputed"]


def test_a_deleted_customer_has_nothing(stripe: FakeStripe, organization: Organization, owner: User) -> None:
    bought = buy(stripe, organization, owner, order(), NOW)
    deliver_all(stripe)
    deeds.delete_customer(stripe.account, bought["customer"])
    deliver_all(stripe)
    assert plan(organization) is FREE
    assert row(organization).status == "ended"


def test_a_customer_that_we_lost_is_taken_up_again(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    buy(stripe, organization, owner, order(), NOW)
    Organization.objects.update(stripe_customer=None)
    deliver_all(stripe)
    assert plan(organization) is PROFESSIONAL


def test_a_product_that_is_not_on_our_list_gives_nothing(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(WATCHER), NOW)
    other = stripe.account.create_product(id="prod_mug", name="Mug")
    price = stripe.account.create_price(
        product=other["id"], currency="usd", unit_amount=1, recurring={"interval": "month"}
    )
    stripe.account.start_subscription(bought["customer"], price["id"], 1)
    stripe.account.cancel_subscription(bought["id"])
    deliver_all(stripe)
    assert plan(organization) is FREE


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_request_too_event_and_effect_are_one(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    buy(stripe, organization, owner, order(), NOW)
    since = datetime.fromtimestamp(stripe.account.now - 60, UTC)
    event = next(iter(gateway.events_since(since, EVENT_TYPES)))
    stripe.fault = lambda number: "before"
    with pytest.raises(gateway.Unreachable):
        take_event(event, NOW)
    assert not StripeEvent.objects.exists()
    stripe.fault = lambda number: ""
    assert take_event(event, NOW)
    assert not take_event(event, NOW)


@pytest.mark.parametrize("newer", ["watcher", "canceled"])
def test_of_two_subscriptions_the_one_that_gives_more_counts(
    stripe: FakeStripe, organization: Organization, owner: User, newer: str
) -> None:
    bought = buy(stripe, organization, owner, order(PROFESSIONAL), NOW)
    slug = "watcher" if newer == "watcher" else "professional"
    key = f"conductatlas_{slug}_month"
    price = next(each["id"] for each in stripe.account.all("price") if each["lookup_key"] == key)
    stripe.account.now += 60
    second = stripe.account.start_subscription(bought["customer"], price, 1)
    if newer == "canceled":
        stripe.account.cancel_subscription(second["id"])
    deliver_all(stripe)
    assert row(organization).stripe_id == bought["id"]
    assert plan(organization) is PROFESSIONAL
