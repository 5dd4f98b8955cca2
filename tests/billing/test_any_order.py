"""Whatever is duplicated, reordered, lost, sent again or cut off between two statements, it ends in Stripe's truth.

Each example is a story: deeds at Stripe and on our pages, deliveries of any of the events so far, each of which may be
cut off at any statement to the database or any request to Stripe. At the end every event is either delivered once more,
in any order, or stays lost until the daily reconcile. Then our row must be what an oracle reads off the fake's state,
and the audit log one unbroken chain from nothing to that row, each refund and dispute told once.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from django.db import OperationalError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from billing.buying import CannotBuy, change_plan, keep_plan, stop_at_period_end
from billing.gateway import GatewayError
from billing.members import create_personal_organization
from billing.models import Notice, Organization, StripeEvent, Subscription, User
from billing.plans import PAID, Interval
from billing.reconciling import reconcile_subscriptions
from billing.tenancy import tenant_scope
from tests.billing.fake_stripe import FakeStripe, deeds
from tests.billing.stripe_mail import open_checkout, order, post_event

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
_numbers = count(1)
DEEDS = (
    "buy", "buy in the dashboard", "renew", "retry", "give up: unpaid", "give up: canceled", "confirm",
    "stop", "keep", "change", "cancel in the portal", "cancel in the dashboard",
    "refund all", "refund a part", "dispute", "dispute lost", "dispute won", "card good", "card declined", "card asks",
)  # fmt: skip


class Story:
    """One customer's life at the fake, and what we are told of it."""

    def __init__(self, stripe: FakeStripe) -> None:
        self.stripe, self.account = stripe, stripe.account
        self.account.card = "good"
        # What an earlier story left behind, perhaps in the middle, is not this one's.
        self.account.events.clear()
        Organization.objects.update(stripe_customer=None)
        self.owner = User.objects.create_user(f"owner{next(_numbers)}@example.org", name="Ann")
        self.organization = create_personal_organization(self.owner)
        self.cut_off = 0

    def customer(self) -> str:
        return Organization.objects.get(pk=self.organization.pk).stripe_customer or ""

    def bought(self) -> list[dict[str, Any]]:
        """Oldest first."""
        mine = self.customer()
        return [each for each in reversed(self.account.all("subscription")) if each["customer"] == mine]

    def do(self, deed: str, draw: Callable[[Any], Any]) -> None:
        if deed.startswith("card "):
            self.account.card = deed.removeprefix("card ")
        elif deed == "buy":
            self._buy(draw)
        elif self.bought():
            self._do_to(self.bought()[-1]["id"], deed, draw)

    def _buy(self, draw: Callable[[Any], Any]) -> None:
        wanted = order(
            draw(st.sampled_from(PAID)), draw(st.sampled_from(list(Interval))), attempt=str(next(_numbers))
        )
        try:
            session = open_checkout(fresh(self.organization), self.owner, wanted, NOW)
        except CannotBuy:
            return
        deeds.pay_checkout(self.account, session)

    def _do_to(self, name: str, deed: str, draw: Callable[[Any], Any]) -> None:
        account, paid = self.account, deeds.last_charge(self.account, self.customer())
        disputes = [each for each in account.all("dispute") if paid and each["charge"] == paid["id"]]
        match deed:
            case "buy in the dashboard":
                price = draw(st.sampled_from([each["id"] for each in account.all("price")]))
                made = account.start_subscription(self.customer(), price, 1)
                account.tell("customer.subscription.created", made)
            case "renew":
                deeds.pass_period(account, name)
            case "retry":
                deeds.retry_payment(account, name)
            case "give up: unpaid" | "give up: canceled":
                deeds.retry_payment(account, name, last=deed.partition(": ")[2])
            case "confirm" if account.find("subscription", name)["pending_update"]:
                deeds.confirm_payment(account, name)
            case "cancel in the portal":
                deeds.cancel_in_portal(account, name)
            case "cancel in the dashboard" if account.find("subscription", name)["status"] != "canceled":
                account.cancel_subscription(name)
            case "refund all" | "refund a part" if paid and not paid["refunded"]:
                account.create_refund(charge=paid["id"], amount=1 if deed == "refund a part" else None)
            case "dispute" if paid and not disputes:
                deeds.open_dispute(account, paid["id"])
            case "dispute lost" | "dispute won" if disputes:
                deeds.close_dispute(account, disputes[0]["id"], deed.rpartition(" ")[2])
            case "stop" | "keep" | "change":
                self._on_our_pages(deed, draw)

    def _on_our_pages(self, deed: str, draw: Callable[[Any], Any]) -> None:
        mine, by = fresh(self.organization), self.owner
        wanted = order(
            draw(st.sampled_from(PAID)), draw(st.sampled_from(list(Interval))), attempt=str(next(_numbers))
        )
        try:
            with self.cut(draw):
                if deed == "stop":
                    stop_at_period_end(mine, by=by, now=NOW)
                elif deed == "keep":
                    keep_plan(mine, by=by, now=NOW)
                else:
                    now = datetime.fromtimestamp(self.account.now, UTC)
                    change_plan(mine, wanted, by=by, at=now, now=now)
        except (CannotBuy, GatewayError, OperationalError):
            """What was or was not done at Stripe stands there."""

    @contextmanager
    def cut(self, draw: Callable[[Any], Any]) -> Iterator[None]:
        """Perhaps the power fails before some statement, or Stripe's answer is lost; nothing works after that."""
        where = draw(st.sampled_from(["nowhere", "nowhere", "database", "before", "after"]))
        at = draw(st.integers(0, 30 if where == "database" else 6)) if where != "nowhere" else 0
        done = count()

        def execute(run: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
            if next(done) >= at:
                self.cut_off += 1
                raise OperationalError("the power failed")
            return run(sql, params, many, context)

        if where == "database":
            with connection.execute_wrapper(execute):
                yield
            return
        first = len(self.stripe.requests)
        if where != "nowhere":
            self.stripe.fault = lambda number: where if number >= first + at else ""
        try:
            yield
        finally:
            self.stripe.fault = lambda number: ""

    def deliver_some(self, draw: Callable[[Any], Any]) -> None:
        """Any of the events so far, also such as came before."""
        known = list(self.account.events)
        for number in draw(st.lists(st.integers(0, len(known) - 1), max_size=3)) if known else ():
            self.deliver(known[number], draw)

    def deliver(self, event: dict[str, Any], draw: Callable[[Any], Any]) -> None:
        with self.cut(draw):
            status = post_event(event).status_code
        assert status in (200, 500)
        # Answered with 200 it took effect, otherwise it left no trace: Stripe would send it again.
        if status == 200 and not StripeEvent.objects.filter(event_id=event["id"]).exists():
            assert event["type"] == "checkout.session.expired"


def fresh(organization: Organization) -> Organization:
    return Organization.objects.get(pk=organization.pk)


def truth(story: Story) -> dict[str, Any] | None:
    """What our row must say, read off the fake's state without any code of ours."""
    ranks = {"conductatlas_watcher": 1, "conductatlas_professional": 2}
    gives, over = {"active", "trialing", "past_due"}, {"canceled", "incomplete_expired"}

    def worth(each: dict[str, Any]) -> tuple[Any, ...]:
        rank = ranks[each["items"]["data"][0]["price"]["product"]]
        return each["status"] in gives, each["status"] not in over, rank, each["created"], each["id"]

    if not story.bought():
        return None
    best = max(story.bought(), key=worth)
    item = best["items"]["data"][0]
    ends = best["cancel_at"] or (item["current_period_end"] if best["cancel_at_period_end"] else None)
    return {
        "plan": item["price"]["product"].removeprefix("conductatlas_"),
        "status": "ended" if best["status"] in over else best["status"],
        "stripe_id": best["id"],
        "interval": item["price"]["recurring"]["interval"],
        "seats": item["quantity"],
        "current_period_end": datetime.fromtimestamp(item["current_period_end"], UTC).isoformat(),
        "ends_at": datetime.fromtimestamp(ends, UTC).isoformat() if ends else None,
    }


def told_by_the_audit_log(organization: Organization) -> dict[str, Any]:
    """The row as the log tells it, each entry fitting the one before."""
    state: dict[str, Any] = {}
    with tenant_scope(organization):
        entries = list(organization.audit_entries.filter(action__startswith="subscription.").order_by("pk"))
    for entry in entries:
        before, after = entry.details["before"], entry.details["after"]
        assert before != after
        for field, value in before.items():
            assert state.get(field) == value
        state.update(after)
    return state


def told_of_payments(organization: Organization) -> list[tuple[str, str]]:
    with tenant_scope(organization):
        entries = organization.audit_entries.filter(action__startswith="payment.")
        return [(entry.details["id"], entry.details["status"]) for entry in entries]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(data=st.data())
def test_every_story_ends_in_stripes_truth(stripe: FakeStripe, data: st.DataObject) -> None:
    story = Story(stripe)
    story.do("buy", data.draw)
    for deed in data.draw(st.lists(st.sampled_from(DEEDS), max_size=8), label="deeds"):
        story.do(deed, data.draw)
        story.deliver_some(data.draw)
    if data.draw(st.booleans(), label="sent again"):
        known = list(story.account.events)
        for number in data.draw(st.permutations(range(len(known)))):
            story.deliver(known[number], data.draw)
            assert post_event(known[number]).status_code == 200
        # Ending a subscription after a refund is news of its own.
        for event in list(story.account.events):
            assert post_event(event).status_code == 200
    else:
        try:
            with story.cut(data.draw):
                reconcile_subscriptions(NOW)
        except (GatewayError, OperationalError):
            """Tomorrow's run finishes it."""
        reconcile_subscriptions(NOW)
    assert_truth(story)
    assert not reconcile_subscriptions(NOW).repaired


def assert_truth(story: Story) -> None:
    mine = Subscription.objects.filter(organization=story.organization).first()
    wanted = truth(story)
    told = told_by_the_audit_log(story.organization)
    if wanted is None:
        assert mine is None
        assert told == {}
        return
    assert mine is not None
    held = {field: getattr(mine, field) for field in wanted}
    held = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in held.items()}
    assert held == wanted
    assert {**dict.fromkeys(wanted), **told} == wanted
    payments = told_of_payments(story.organization)
    assert len(payments) == len(set(payments))
    mine_paid = {each["id"] for each in story.account.all("charge") if each["customer"] == story.customer()}
    for kind in ("refund", "dispute"):
        for each in story.account.all(kind):
            if each["charge"] in mine_paid:
                assert payments.count((each["id"], each["status"])) == 1
    with tenant_scope(story.organization):
        about = Notice.objects.for_org(story.organization).values_list("kind", "about")
        assert len(about) == len(set(about))
