"""sync_stripe and the reconcile: dry run first, nothing to do the second time, drift found, mended and reported."""

from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from billing.entitlements import entitlements_of
from billing.gateway import API_VERSION
from billing.models import Organization, Subscription, User
from billing.plans import PROFESSIONAL, WATCHER, Interval
from billing.reconciling import reconcile_subscriptions
from billing.tasks import reconcile_subscriptions as reconcile_task
from billing.webhooks import EVENT_TYPES
from tests.billing.fake_stripe import FakeStripe
from tests.billing.stripe_mail import buy, deliver_all, order

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def run(*arguments: str, command: str = "sync_stripe") -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def test_a_dry_run_says_all_and_does_nothing(bare_stripe: FakeStripe) -> None:
    said = run()
    assert said.count("would create") == 2 + 4 + 1 + 1
    assert "would create the yearly price of Professional: 790 USD, 80 USD for each member beyond 10" in said
    assert {method for method, _, _ in bare_stripe.requests} == {"GET"}


def test_it_is_set_up_once(bare_stripe: FakeStripe) -> None:
    said = run("--apply")
    (endpoint,) = bare_stripe.account.all("webhook_endpoint")
    assert f"STRIPE_WEBHOOK_SECRET=whsec_{endpoint['id']}" in said
    assert (endpoint["api_version"], set(endpoint["enabled_events"])) == (API_VERSION, set(EVENT_TYPES))
    bare_stripe.requests.clear()
    assert run("--apply") == run() == "Stripe is as the price list says.\n"
    assert {method for method, _, _ in bare_stripe.requests} == {"GET"}


def test_what_was_changed_at_stripe_is_mended(stripe: FakeStripe) -> None:
    account = stripe.account
    account.find("product", "conductatlas_watcher")["name"] = "Something else"
    account.all("billing_portal.configuration")[0]["features"]["subscription_cancel"]["mode"] = "immediately"
    account.all("webhook_endpoint")[0]["enabled_events"] = ["invoice.paid"]
    said = run("--apply")
    assert said.count("correct") == 3
    assert run() == "Stripe is as the price list says.\n"


def test_a_new_price_takes_the_place_of_the_old_which_is_kept(
    stripe: FakeStripe, organization: Organization, owner: User, db: None
) -> None:
    bought = buy(stripe, organization, owner, order(WATCHER), NOW)
    old = stripe.account.find("price", bought["items"]["data"][0]["price"]["id"])
    old["unit_amount"] = 700
    said = run("--apply")
    assert "create the monthly price of Watcher: 9 USD" in said
    assert (old["active"], old["lookup_key"]) == (False, None)
    deliver_all(stripe)
    assert entitlements_of(Organization.objects.get(pk=organization.pk), NOW).plan is WATCHER


def test_an_endpoint_of_a_former_version_is_replaced(stripe: FakeStripe) -> None:
    stripe.account.all("webhook_endpoint")[0]["api_version"] = "2025-09-30.clover"
    said = run("--apply")
    assert "switch off the webhook endpoint of the former version 2025-09-30.clover" in said
    assert [each["status"] for each in stripe.account.all("webhook_endpoint")] == ["enabled", "disabled"]
    assert run() == "Stripe is as the price list says.\n"


def test_without_keys_the_commands_say_so(db: None) -> None:
    for command in ("sync_stripe", "reconcile_stripe"):
        with pytest.raises(CommandError, match="STRIPE_SECRET_KEY is not set"):
            run(command=command)
    assert reconcile_task() == []


def test_lost_news_and_drift_are_found_mended_and_reported(
    stripe: FakeStripe, organization: Organization, owner: User, db: None
) -> None:
    buy(stripe, organization, owner, order(PROFESSIONAL, Interval.YEAR), NOW)
    report = reconcile_subscriptions(NOW)
    assert report.looked_at == 1
    assert len(report.missed) == len(stripe.account.events)
    assert entitlements_of(Organization.objects.get(pk=organization.pk), NOW).plan is PROFESSIONAL
    assert reconcile_subscriptions(NOW).clean
    Subscription.objects.update(plan="watcher", seats=3)
    said = run(command="reconcile_stripe")
    assert f"repaired: Ann ({organization.slug})" in said
    assert Subscription.objects.get().plan == "professional"
    assert reconcile_subscriptions(NOW).clean


def test_two_subscriptions_of_one_customer_are_reported(
    stripe: FakeStripe, organization: Organization, owner: User, db: None
) -> None:
    bought: Any = buy(stripe, organization, owner, order(WATCHER), NOW)
    price = bought["items"]["data"][0]["price"]["id"]
    stripe.account.start_subscription(bought["customer"], price, 1)
    (line,) = reconcile_subscriptions(NOW).surplus
    assert bought["id"] in line
