"""The weekly digest: on the organization's own hour, once a week, with what changed and how we looked."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from billing.entitlements import grant_plan
from billing.models import Organization
from billing.tenancy import across_orgs_scope
from monitoring.delivery import deliver_owed
from monitoring.digests import WEEK, enqueue_due_digests, latest_hour
from monitoring.errors import Failure, FetchError
from monitoring.models import Digest
from monitoring.pipeline import check_document
from provisions.models import Change
from tests.monitoring.telling import AFTER, BEFORE, DAY, NOON, change, owed, policy, publish, transport, watch

# The Monday after NOON, at the hour that is set unless somebody chose another.
MONDAY = datetime(2026, 3, 9, 8, tzinfo=UTC)
SETTLED = timedelta(minutes=3)


def digest_at(now: datetime) -> Any:
    enqueue_due_digests(now)
    deliver_owed(lambda: now + SETTLED)
    return mail.outbox[-1] if mail.outbox else None


@pytest.mark.django_db
def test_free_reads_of_the_change_in_its_digest(organization: Organization) -> None:
    document = publish()
    watch(organization, document)
    found = change(document)
    digest = digest_at(MONDAY)
    assert digest.subject.startswith("Your week: 1 change on what you watch")
    for part in (digest.body, digest.alternatives[0][0]):
        assert found.get_absolute_url() in part
        assert "Pondmoor, Privacy Policy" in part
    assert found.summary in digest.body
    assert "We looked 2 times at 1 document" in digest.body


@pytest.mark.django_db
def test_a_watcher_gets_the_digest_beside_the_alerts(organization: Organization) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    digest_at(MONDAY)
    assert [message.subject[:9] for message in mail.outbox] == ["Pondmoor,", "Your week"]


@pytest.mark.django_db
def test_a_quiet_week_is_short_and_says_how_often_we_looked(organization: Organization) -> None:
    document = publish()
    watch(organization, document)
    for day in range(4):
        check_document(document, transport(policy()), NOON + day * DAY)
    digest = digest_at(MONDAY)
    assert digest.subject == "A quiet week: nothing changed on what you watch"
    assert "We looked 4 times at 1 document. All could be read." in digest.body
    assert len(digest.body.splitlines()) < 20


@pytest.mark.django_db
def test_what_could_not_be_read_is_said_with_since_when_and_why(organization: Organization) -> None:
    document = publish()
    watch(organization, document)
    check_document(document, transport(policy()), NOON - DAY)

    def refuse(request: Any) -> Any:
        raise FetchError(Failure.FORBIDDEN, status=403)

    check_document(document, refuse, NOON)
    digest = digest_at(MONDAY)
    expected = "could not be read since Wednesday, 4 March: The server refuses to show us the page."
    assert expected in digest.body
    assert expected in digest.alternatives[0][0]


@pytest.mark.django_db
def test_the_weightiest_change_comes_first(organization: Organization) -> None:
    grant_plan(organization, "watcher")
    light, heavy = publish("lightmoor", "Lightmoor"), publish()
    for document in (light, heavy):
        watch(organization, document)
    change(heavy)
    change(light, NOON + DAY, after=BEFORE.replace("then delete it", "then erase it for good"))
    weights = {
        found.document.platform.name: found.clause_changes.first().severity_points
        for found in Change.objects.all()
    }
    assert weights["Lightmoor"] < weights["Pondmoor"]
    body = digest_at(MONDAY).body
    assert body.index("1. Pondmoor") < body.index("2. Lightmoor")


@pytest.mark.django_db
def test_another_organizations_changes_are_not_in_it(
    organization: Organization, strangers_organization: Organization
) -> None:
    mine, theirs = publish(), publish("grimmoor", "Grimmoor")
    watch(organization, mine)
    watch(strangers_organization, theirs)
    change(theirs)
    digest_at(MONDAY)
    bodies = {message.to[0]: message.body for message in mail.outbox}
    assert "Grimmoor" not in bodies["ann@example.org"]
    assert "Grimmoor" in bodies["charlie@example.com"]


@pytest.mark.django_db
def test_one_digest_a_week_however_often_the_clock_strikes(organization: Organization) -> None:
    watch(organization, publish())
    assert [enqueue_due_digests(MONDAY + hours * timedelta(hours=1)) for hours in range(4)] == [1, 0, 0, 0]
    assert enqueue_due_digests(MONDAY + WEEK) == 1
    assert len(owed()) == 2


@pytest.mark.django_db
def test_who_watches_nothing_or_began_after_the_hour_gets_none(
    organization: Organization, strangers_organization: Organization
) -> None:
    watch(organization, publish(), MONDAY + timedelta(minutes=5))
    assert enqueue_due_digests(MONDAY + timedelta(hours=1)) == 0


@pytest.mark.django_db
def test_after_an_outage_the_next_digest_tells_of_both_weeks(organization: Organization) -> None:
    document = publish()
    watch(organization, document, NOON - WEEK)
    enqueue_due_digests(MONDAY - WEEK)
    change(document)
    assert enqueue_due_digests(MONDAY + 3 * DAY) == 0
    digest = digest_at(MONDAY + WEEK)
    assert "1 change on what you watch" in digest.subject
    with across_orgs_scope():
        weeks = list(Digest.objects.across_orgs().order_by("until").values_list("since", "until"))
    assert [until for _, until in weeks[:-1]] == [since for since, _ in weeks[1:]]


@pytest.mark.django_db
def test_a_change_found_before_the_watch_began_is_not_told(organization: Organization) -> None:
    document = publish()
    change(document, after=AFTER)
    watch(organization, document, NOON + DAY)
    assert digest_at(MONDAY).subject.startswith("A quiet week")


@given(
    days=st.floats(0, 2200),
    zone=st.sampled_from(
        ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "America/New_York"]
    ),
    weekday=st.integers(0, 6),
    hour=st.integers(0, 23),
)
def test_the_hour_is_the_last_one_of_its_kind_on_every_calendar(
    days: float, zone: str, weekday: int, hour: int
) -> None:
    moment = datetime(2024, 1, 2, tzinfo=UTC) + days * DAY
    chosen = Organization(time_zone=zone, digest_weekday=weekday, digest_hour=hour)
    found = latest_hour(chosen, moment)
    assert found <= moment < found + WEEK + timedelta(hours=2)
    assert (found.weekday(), found.hour) == (weekday, hour)
