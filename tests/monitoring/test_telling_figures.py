"""The figures about our telling, one by one, and who sees them."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from billing.entitlements import grant_plan
from billing.models import Organization, User
from billing.tenancy import across_orgs_scope
from monitoring.channels.keeping import add_channel
from monitoring.mail.delivery import deliver_owed
from monitoring.models import ChannelDelivery, Delivery
from monitoring.telling_figures import oldest_owed, owed_now, promise_kept, rates_by_kind
from platforms.models import Platform
from tests.monitoring.telling import NOON, change, owed, publish, watch
from tests.people import client_of

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def two(organization: Organization, member: User) -> list[Delivery]:
    """Two members are owed a mail about what was found at NOON."""
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    return owed()


def update(pk: int, **fields: object) -> None:
    with across_orgs_scope():
        Delivery.objects.across_orgs().filter(pk=pk).update(**fields)


def test_how_much_is_owed_and_how_long_the_oldest_has_waited(two: list[Delivery]) -> None:
    due = two[0].due_at
    assert (owed_now(due - MINUTE), oldest_owed(due - MINUTE)) == (0, None)
    assert (owed_now(due + 7 * MINUTE), oldest_owed(due + 7 * MINUTE)) == (2, 7 * MINUTE)
    deliver_owed(lambda: due + 7 * MINUTE)
    assert (owed_now(due + 8 * MINUTE), oldest_owed(due + 8 * MINUTE)) == (0, None)


def test_the_promise_counts_what_is_late_and_not_sent_against_us(two: list[Delivery]) -> None:
    def kept() -> float | None:
        cache.clear()
        return promise_kept(NOON + 20 * MINUTE).percent

    assert promise_kept(NOON + MINUTE).percent is None
    update(two[0].pk, state="sent", sent_at=NOON + 8 * MINUTE)
    assert kept() == 50.0
    update(two[1].pk, state="sent", sent_at=NOON + 16 * MINUTE)
    assert kept() == 50.0
    update(two[1].pk, due_at=NOON + 12 * MINUTE)
    assert kept() == 100.0, "it was to wait for quiet hours to end"
    update(two[1].pk, attempts=1)
    assert kept() == 50.0, "a try failed, so nobody wished for the wait"
    update(two[1].pk, state="owed", due_at=NOON + 60 * MINUTE)
    assert kept() == 50.0
    assert promise_kept(NOON + timedelta(days=8)).due == 1


def test_the_past_that_the_demo_plays_is_no_promise(two: list[Delivery]) -> None:
    update(two[0].pk, state="sent", sent_at=NOON + 60 * MINUTE)
    Platform.objects.update(invented=True)
    assert promise_kept(NOON + 61 * MINUTE).percent is None


def test_the_promise_counts_what_channels_are_told_too(organization: Organization, owner: User) -> None:
    grant_plan(organization, "professional")
    channel = add_channel(organization, "webhook", "Desk", "https://desk.example/hook", by=owner, now=NOON)
    document = publish()
    watch(organization, document)
    change(document)
    update(owed()[0].pk, state="sent", sent_at=NOON + 8 * MINUTE)
    with across_orgs_scope():
        rows = ChannelDelivery.objects.across_orgs().filter(channel=channel)
        for sent_at, kept in ((NOON + MINUTE, 2), (NOON + 16 * MINUTE, 1)):
            rows.update(state="sent", sent_at=sent_at)
            cache.clear()
            promise = promise_kept(NOON + 20 * MINUTE)
            assert (promise.due, promise.kept) == (2, kept)


def test_what_fails_is_counted_by_kind(two: list[Delivery]) -> None:
    update(two[0].pk, state="sent", sent_at=NOON, attempts=2)
    update(two[1].pk, state="given_up", due_at=NOON)
    first = rates_by_kind(NOON + MINUTE)[0]
    assert (first.label, first.sent, first.given_up, first.retried) == ("Mail: same-day alerts", 1, 1, 1)
    assert first.percent_given_up == 50.0
    assert [rate.sent + rate.given_up for rate in rates_by_kind(NOON + MINUTE)[1:]] == [0] * 5


def test_staff_sees_them_and_nobody_else(two: list[Delivery], owner: User, client: Any) -> None:
    assert client.get("/staff/telling/").status_code == 302
    assert client_of(owner).get("/staff/telling/").status_code == 302
    User.objects.filter(pk=owner.pk).update(is_staff=True)
    said = client_of(owner).get("/staff/telling/").content.decode()
    assert "Mail: same-day alerts" in said
    assert "messages due and not sent" in said


def test_the_public_share_stands_on_the_status_page(two: list[Delivery], client: Any) -> None:
    update(two[0].pk, state="sent", due_at=timezone.now(), sent_at=timezone.now())
    update(two[1].pk, state="given_up")
    said = client.get("/status/").content.decode()
    assert "of same-day alerts of the last 7 days sent within 15 minutes</dt>" in said
    assert "<dd>100.0%</dd>" in said
