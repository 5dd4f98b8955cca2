"""Buying, changing and stopping on our pages, with a browser's requests and Stripe's answers."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from billing.entitlements import entitlements_of
from billing.models import Membership, Organization, Role, Subscription, User
from billing.plans import FREE, PROFESSIONAL, WATCHER, Interval, Plan
from billing.tenancy import tenant_scope
from tests.billing.fake_stripe import FakeStripe, deeds
from tests.billing.stripe_mail import buy, deliver_all, order

# As in a real request: what is rendered after the scope was closed would be seen to be empty.
pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WATCHER_MONTHLY = {"plan": "watcher", "interval": "month", "attempt": "5b1f3d1c-7a55-4a53-9a2d-3f8a43f6b1aa"}
PAGES = [("billing", "get"), ("billing_invoices", "get"), ("billing_returned", "get")]
DOINGS = [
    ("billing_checkout", "post"), ("billing_change", "get"), ("billing_change", "post"), ("billing_stop", "post"),
    ("billing_keep", "post"), ("billing_portal", "post"), ("billing_trial", "post"),
]  # fmt: skip


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def plan(organization: Organization) -> Plan:
    return entitlements_of(Organization.objects.get(pk=organization.pk), datetime.now(UTC)).plan


def said(client: Client, response: Any) -> str:
    """The text of the page that the response leads to."""
    page = client.get(response.headers["Location"]).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def newest(organization: Organization) -> Any:
    with tenant_scope(organization):
        return organization.audit_entries.select_related("actor").first()


def test_a_purchase_from_button_to_plan(stripe: FakeStripe, organization: Organization, owner: User) -> None:
    client = browser(owner)
    page = client.get(reverse("billing"))
    assert "Buy Watcher monthly, $9" in page.content.decode()
    assert "https://checkout.stripe.com" in page.headers["Content-Security-Policy"]
    answer = client.post(reverse("billing_checkout"), WATCHER_MONTHLY)
    assert answer.headers["Location"].startswith("https://checkout.stripe.com/c/pay/")
    session = answer.headers["Location"].rpartition("/")[2]
    assert "has not confirmed a payment yet" in said(client, client.get(reverse("billing_returned")))
    assert plan(organization) is FREE
    deeds.pay_checkout(stripe.account, session)
    assert "You have the Watcher plan" in said(client, client.get(reverse("billing_returned")))
    assert plan(organization) is WATCHER
    deliver_all(stripe)
    with tenant_scope(organization):
        told = list(organization.audit_entries.order_by("pk").values_list("action", flat=True))
    assert told == ["organization.created", "checkout.started", "subscription.started"]


def test_the_return_from_checkout_is_never_trusted(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    client = browser(owner)
    client.get(reverse("billing_returned"), {"session_id": "cs_test_forged", "plan": "professional"})
    assert plan(organization) is FREE


def test_a_form_sent_twice_opens_one_session(stripe: FakeStripe, owner: User) -> None:
    client = browser(owner)
    first, second = (client.post(reverse("billing_checkout"), WATCHER_MONTHLY) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert len(stripe.account.all("checkout.session")) == len(stripe.account.all("customer")) == 1


def test_a_second_form_closes_the_session_of_the_first(stripe: FakeStripe, owner: User) -> None:
    client = browser(owner)
    client.post(reverse("billing_checkout"), WATCHER_MONTHLY)
    client.post(reverse("billing_checkout"), {"plan": "professional", "interval": "year"})
    assert [each["status"] for each in stripe.account.all("checkout.session")] == ["open", "expired"]


def test_who_has_a_subscription_can_not_buy_another(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    buy(stripe, organization, owner, order(WATCHER), NOW)
    client = browser(owner)
    answer = client.post(reverse("billing_checkout"), {"plan": "professional", "interval": "year"})
    assert "There is a subscription already" in said(client, answer)


def test_seats_tax_and_promotion_codes_go_to_checkout(stripe: FakeStripe, owner: User, settings: Any) -> None:
    settings.STRIPE_TAX = True
    browser(owner).post(
        reverse("billing_checkout"), {"plan": "professional", "interval": "year", "seats": "14"}
    )
    (session,) = stripe.account.all("checkout.session")
    assert session["allow_promotion_codes"]
    assert session["automatic_tax"]["enabled"]
    bought = deeds.pay_checkout(stripe.account, session["id"])
    # Ten are included, four more are 80 dollars each.
    assert stripe.account.amount_of_item(bought) == (790 + 4 * 80) * 100


def test_a_promotion_code_takes_its_part_off(stripe: FakeStripe, owner: User) -> None:
    coupon = stripe.account.create_coupon(percent_off="50")
    stripe.account.create_promotion_code(code="HALF", promotion={"type": "coupon", "coupon": coupon["id"]})
    browser(owner).post(reverse("billing_checkout"), WATCHER_MONTHLY)
    (session,) = stripe.account.all("checkout.session")
    deeds.pay_checkout(stripe.account, session["id"], promotion_code="HALF")
    assert [each["amount_paid"] for each in stripe.account.all("invoice")] == [450]


def test_a_change_costs_what_was_previewed(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(WATCHER), NOW)
    deliver_all(stripe)
    client = browser(owner)
    wanted = {"plan": "professional", "interval": "year", "seats": "12"}
    page = client.get(reverse("billing_change"), wanted).content.decode()
    previewed = re.search(r"([\d,.]+) USD is charged today", page)
    at, attempt = (re.search(rf'name="{name}" value="([^"]+)"', page) for name in ("at", "attempt"))
    assert previewed
    assert at
    assert attempt
    form = {**wanted, "at": at[1], "attempt": attempt[1]}
    assert "You have the Professional plan now, paid yearly." in said(
        client, client.post(reverse("billing_change"), form)
    )
    (latest, *_) = stripe.account.all("invoice")
    assert f"{latest['total'] / 100:,.2f}" == previewed[1]
    assert plan(organization) is PROFESSIONAL
    assert (bought["items"]["data"][0]["quantity"], newest(organization).actor) == (12, owner)


def test_a_smaller_plan_gives_a_credit_and_says_what_sleeps(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    buy(stripe, organization, owner, order(PROFESSIONAL), NOW)
    deliver_all(stripe)
    client = browser(owner)
    page = client.get(reverse("billing_change"), {"plan": "watcher", "interval": "month"}).content.decode()
    assert "Nothing is charged." in page
    assert "Nothing is deleted" in page
    client.post(reverse("billing_change"), {"plan": "watcher", "interval": "month"})
    assert plan(organization) is WATCHER


@pytest.mark.parametrize("card", ["declined", "asks"])
def test_a_change_that_is_not_paid_waits_for_its_payment(
    stripe: FakeStripe, organization: Organization, owner: User, card: str
) -> None:
    bought = buy(stripe, organization, owner, order(WATCHER), NOW)
    deliver_all(stripe)
    stripe.account.card = card
    client = browser(owner)
    answer = client.post(reverse("billing_change"), {"plan": "professional", "interval": "month"})
    assert answer.headers["Location"] == reverse("billing_invoices")
    assert "still open" in said(client, answer)
    assert plan(organization) is WATCHER
    deeds.confirm_payment(stripe.account, bought["id"])
    deliver_all(stripe)
    assert plan(organization) is PROFESSIONAL


def test_no_seats_are_given_up_that_members_sit_on(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    buy(stripe, organization, owner, order(PROFESSIONAL, seats=12), NOW)
    deliver_all(stripe)
    for number in range(10):
        user = User.objects.create_user(f"member{number}@example.org")
        Membership.objects.create(organization=organization, user=user)
    client = browser(owner)
    wanted = {"plan": "professional", "interval": "month", "seats": "10"}
    assert "11 people are members" in said(client, client.get(reverse("billing_change"), wanted))


def test_stopping_is_shown_with_its_date_and_taken_back(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    buy(stripe, organization, owner, order(WATCHER), NOW)
    deliver_all(stripe)
    client = browser(owner)
    client.post(reverse("billing_stop"))
    mine = Subscription.objects.get()
    assert mine.ends_at == mine.current_period_end
    page = client.get(reverse("billing")).content.decode()
    assert "It ends on" in page
    assert f"{mine.ends_at:%-d %B %Y}" in page
    assert "The subscription is about to end" in said(
        client, client.post(reverse("billing_change"), {"plan": "professional", "interval": "month"})
    )
    client.post(reverse("billing_keep"))
    assert Subscription.objects.get().ends_at is None
    assert "It renews on" in client.get(reverse("billing")).content.decode()


def test_a_stop_made_in_the_portal_is_taken_back_as_well(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(WATCHER), NOW)
    deeds.cancel_in_portal(stripe.account, bought["id"])
    deliver_all(stripe)
    assert Subscription.objects.get().ends_at is not None
    browser(owner).post(reverse("billing_keep"))
    assert Subscription.objects.get().ends_at is None
    assert bought["cancel_at"] is None


def test_the_portal_is_the_configured_one(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    client = browser(owner)
    assert "Nothing has been bought yet" in said(client, client.post(reverse("billing_portal")))
    buy(stripe, organization, owner, order(WATCHER), NOW)
    answer = client.post(reverse("billing_portal"))
    assert answer.headers["Location"].startswith("https://billing.stripe.com/p/session/")
    (session,) = stripe.account.all("billing_portal.session")
    assert session["configuration"] == stripe.account.all("billing_portal.configuration")[0]["id"]


def test_invoices_are_listed_as_stripe_has_them(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    client = browser(owner)
    assert "no invoices yet" in client.get(reverse("billing_invoices")).content.decode()
    buy(stripe, organization, owner, order(PROFESSIONAL, Interval.YEAR), NOW)
    page = client.get(reverse("billing_invoices")).content.decode()
    assert "790.00 USD" in page
    assert "Paid" in page


def test_an_overdue_payment_stands_on_the_page(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    bought = buy(stripe, organization, owner, order(WATCHER), NOW)
    stripe.account.card = "declined"
    deeds.pass_period(stripe.account, bought["id"])
    deliver_all(stripe)
    assert (
        "Nothing is taken away while it is tried again"
        in browser(owner).get(reverse("billing")).content.decode()
    )


def test_a_stripe_that_does_not_answer_is_said_in_words(
    stripe: FakeStripe, organization: Organization, owner: User
) -> None:
    buy(stripe, organization, owner, order(WATCHER), NOW)
    stripe.fault = lambda number: "before"
    client = browser(owner)
    for name, method in [*PAGES[1:], ("billing_checkout", "post"), ("billing_portal", "post")]:
        answer = getattr(client, method)(reverse(name), WATCHER_MONTHLY)
        assert "gave no useful answer" in said(client, answer), name


@pytest.mark.parametrize("form", [{}, {"plan": "free", "interval": "month"}, {"plan": "watcher", "interval": "week"},
                                  {"plan": "professional", "interval": "month", "seats": "100000"}])  # fmt: skip
def test_what_is_no_order_is_refused(stripe: FakeStripe, owner: User, form: dict[str, str]) -> None:
    client = browser(owner)
    assert "Choose a plan" in said(client, client.post(reverse("billing_checkout"), form))
    assert not stripe.requests


@pytest.mark.parametrize(("name", "method"), [*PAGES, *DOINGS])
def test_roles_see_and_do_what_is_theirs(
    stripe: FakeStripe, organization: Organization, owner: User, member: User, name: str, method: str
) -> None:
    def status(client: Client) -> int:
        return int(getattr(client, method)(reverse(name), WATCHER_MONTHLY).status_code)

    assert status(browser(member)) == 403
    assert getattr(Client(), method)(reverse(name)).headers["Location"].startswith("/accounts/login/")
    assert status(browser(owner)) in (200, 302)
    Membership.objects.filter(user=member).update(role=Role.BILLING)
    assert status(browser(member)) in (200, 302)


def test_without_keys_billing_says_so_and_sells_nothing(owner: User) -> None:
    client = browser(owner)
    page = client.get(reverse("billing")).content.decode()
    assert "Payment is not set up on this site" in page
    assert "Buy Watcher" not in page
    assert "retend" not in page
    assert "not set up" in said(client, client.post(reverse("billing_checkout"), WATCHER_MONTHLY))
    assert Client().post("/stripe/webhook/", b"{}", content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    ("development", "key", "exists"), [(True, "", True), (False, "", False), (True, "sk_test_1", False)]
)
def test_pretending_to_pay_exists_only_in_development_without_a_key(
    owner: User, organization: Organization, settings: Any, development: bool, key: str, exists: bool
) -> None:
    settings.DEVELOPMENT, settings.STRIPE_SECRET_KEY = development, key
    client = browser(owner)
    assert client.get(reverse("billing_pretend"), WATCHER_MONTHLY).status_code == (200 if exists else 404)
    client.post(reverse("billing_pretend"), WATCHER_MONTHLY)
    assert plan(organization) is (WATCHER if exists else FREE)
    assert ("Pretend to buy Watcher" in client.get(reverse("billing")).content.decode()) is exists
    client.post(reverse("billing_pretend_end"))
    assert plan(organization) is FREE
