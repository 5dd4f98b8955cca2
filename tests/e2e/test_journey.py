"""One customer's whole way in a real browser: from a provision page to what sleeps after the plan has ended."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Locator, Page, Route, expect

from billing.models import Trial, User
from billing.tenancy import tenant_scope
from monitoring.mail.delivery import deliver_owed
from monitoring.pipeline import check_document
from platforms.models import Document
from provisions.models import Provision
from tests.billing.fake_stripe import KEY, FakeStripe
from tests.billing.fake_stripe.deeds import pass_period, pay_checkout
from tests.billing.stripe_mail import SECRET, deliver_all
from tests.monitoring.telling import AFTER, BEFORE, change, policy, publish, transport

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def stripe(settings: Any) -> Iterator[FakeStripe]:
    with FakeStripe() as fake:
        settings.STRIPE_SECRET_KEY = KEY
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        settings.STRIPE_API_BASE = fake.address
        call_command("sync_stripe", "--apply", verbosity=0)
        yield fake


def pay_at_stripe(tab: Page, stripe: FakeStripe, site: str) -> None:
    """Stripe's page of Checkout: whoever is led there pays, and is led back."""

    def page(route: Route) -> None:
        pay_checkout(stripe.account, route.request.url.rpartition("/")[2])
        route.fulfill(status=302, headers={"Location": f"{site}/app/billing/returned/"})

    tab.route("https://checkout.stripe.com/**", page)


def open_mail(tab: Page, pattern: str) -> None:
    found = re.search(rf"https?://\S*{pattern}\S*", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    tab.goto(found.group(0))


def heading(tab: Page, words: str) -> None:
    expect(tab.get_by_role("heading", level=1)).to_have_text(re.compile(words))


def two_platforms() -> tuple[Document, Document]:
    """Both read once, and nobody has watched them yet."""
    pondmoor, other = publish(), publish("coppervole", "Coppervole")
    for document in (pondmoor, other):
        check_document(document, transport(policy(BEFORE)), timezone.now())
    return pondmoor, other


def test_from_a_provision_to_what_sleeps(
    tab: Page, site: str, stripe: FakeStripe, complaints: list[str]
) -> None:
    document, _ = two_platforms()
    sign_up_for_what_was_about_to_be_watched(tab, document)
    take_the_first_steps(tab)
    meet_the_limit_and_buy_more(tab, stripe, site)
    refused = [said for said in complaints if "402" in said]
    assert len(refused) == 1  # the console notes every page that is not a 200
    complaints.remove(refused[0])
    be_told_the_same_day(tab, document)
    try_professional_with_a_colleague(tab)
    fall_back_and_choose_what_sleeps(tab, stripe)


def sign_up_for_what_was_about_to_be_watched(tab: Page, document: Document) -> None:
    provision = Provision.objects.filter(document=document).first()
    assert provision is not None
    tab.goto(provision.get_absolute_url())
    tab.get_by_role("button", name="Watch Pondmoor").click()
    tab.get_by_label("Email").fill("dora@example.org")
    tab.get_by_label("Password").fill("a rather long pass phrase")
    tab.get_by_role("button", name="Sign up", exact=True).click()
    heading(tab, "Look into your mail")
    open_mail(tab, "confirm-email/")
    tab.get_by_role("button", name="Yes, confirm it").click()
    heading(tab, "Watch Pondmoor")
    tab.get_by_role("button", name="Watch Pondmoor").click()


def take_the_first_steps(tab: Page) -> None:
    heading(tab, "When shall we tell you")
    tab.get_by_label("Time zone").select_option("Europe/Berlin")
    tab.get_by_role("button", name="Go on").click()
    heading(tab, "You are all set")
    expect(tab.get_by_role("main")).to_contain_text("Europe/Berlin")


def meet_the_limit_and_buy_more(tab: Page, stripe: FakeStripe, site: str) -> None:
    tab.goto("/platform/coppervole/")
    tab.get_by_role("button", name="Watch Coppervole").click()
    heading(tab, "Your plan")
    expect(tab.get_by_role("main")).to_contain_text("Watcher")
    pay_at_stripe(tab, stripe, site)
    tab.goto("/app/billing/")
    tab.get_by_role("button", name=re.compile(r"Buy Watcher monthly")).click()
    expect(tab.get_by_role("main")).to_contain_text("You have the Watcher plan")
    deliver_all(stripe)
    tab.goto("/platform/coppervole/")
    tab.get_by_role("button", name="Watch Coppervole").click()
    expect(tab.get_by_text("You are watching Coppervole.")).to_be_visible()


def be_told_the_same_day(tab: Page, document: Document) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    change(document, tomorrow, after=AFTER)
    assert deliver_owed(lambda: tomorrow + timedelta(hours=3)) == 1
    assert "Pondmoor" in mail.outbox[-1].subject
    open_mail(tab, "/change/")
    expect(tab.locator("ins").first).to_be_visible()


def try_professional_with_a_colleague(tab: Page) -> None:
    tab.goto("/app/billing/")
    tab.get_by_role("button", name="Start the trial").click()
    expect(tab.get_by_role("main")).to_contain_text("Your trial of the Professional plan runs until")
    tab.goto("/app/members/")
    tab.get_by_label("E-mail address").fill("eve@example.org")
    tab.get_by_role("button", name="Send the invitation").click()
    expect(tab.get_by_text("An invitation is on its way to eve@example.org.")).to_be_visible()
    assert mail.outbox[-1].to == ["eve@example.org"]


def fall_back_and_choose_what_sleeps(tab: Page, stripe: FakeStripe) -> None:
    """The trial is over and the plan is stopped: one watch sleeps, and the order is the customer's."""
    organization = User.objects.get(email="dora@example.org").organizations.get()
    with tenant_scope(organization):
        Trial.objects.filter(organization=organization).update(ends_at=timezone.now())
    tab.goto("/app/billing/")
    tab.get_by_role("button", name="Stop at the end of the period").click()
    expect(tab.get_by_role("button", name="Keep the plan")).to_be_visible()
    pass_period(stripe.account, stripe.account.all("subscription")[0]["id"])
    deliver_all(stripe)
    tab.goto("/app/watches/")
    expect(asleep(tab)).to_contain_text("Coppervole")
    with tab.expect_response(re.compile("/first/")):
        tab.get_by_role("button", name=re.compile(r"Put first\s*:.*Coppervole")).click()
    tab.goto("/app/watches/")
    expect(asleep(tab)).to_contain_text("Pondmoor")


def asleep(tab: Page) -> Locator:
    """The one row of the watches that sleeps."""
    mark = tab.get_by_text("asleep", exact=True)
    expect(mark).to_have_count(1)
    return tab.get_by_role("main").locator("ul.ledger > li").filter(has=mark)
