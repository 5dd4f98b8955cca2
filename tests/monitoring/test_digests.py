"""The weekly digest: on the organization's own hour, once a week, with what changed and how we looked."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from billing.entitlements import grant_plan
from billing.models import Organization
from billing.tenancy import across_orgs_scope
from monitoring.digests.weekly import WEEK, enqueue_due_digests, latest_hour
from monitoring.errors import Failure, FetchError
from monitoring.mail.delivery import deliver_owed
from monitoring.models import Digest
from monitoring.pipeline import check_document
from provisions.models import Change
from tests.monitoring.telling import AFTER, BEFORE, DAY, NOON, change, owed, policy, publish, transport, watch
from tests.people import client_of

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
    assert "We looked 2 times at 1 document: changed." in digest.body


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
    assert "We looked 4 times at 1 document: unchanged." in digest.body
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
    assert "We looked 2 times at 1 document: could not be read." in digest.body
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
    assert "Grimmoor" not in bodies["ann@example.org"].partition("Elsewhere this week")[0]
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


@pytest.mark.django_db
def test_how_we_looked_is_one_sentence_for_all_documents(organization: Organization) -> None:
    grant_plan(organization, "watcher")
    quiet, changed, refused = publish(), publish("lightmoor", "Lightmoor"), publish("grimmoor", "Grimmoor")
    for document in (quiet, changed, refused):
        watch(organization, document)
        check_document(document, transport(policy()), NOON - DAY)

    def refuse(request: Any) -> Any:
        raise FetchError(Failure.FORBIDDEN, status=403)

    check_document(refused, refuse, NOON)
    change(changed)
    body = digest_at(MONDAY).body
    assert "We looked 5 times at 3 documents: one changed, one unchanged and one could not be read." in body
    assert body.count("could not be read since") == 1


@pytest.mark.django_db
def test_then_come_the_weeks_three_most_consequential_elsewhere(organization: Organization) -> None:
    watch(organization, publish())
    for number in range(4):
        change(publish(f"moor{number}", f"Moor {number}"), NOON + number * timedelta(hours=1))
    long_ago = publish("oldmoor", "Oldmoor")
    change(long_ago, NOON - 3 * WEEK)
    digest = digest_at(MONDAY)
    assert digest.subject.startswith("A quiet week")
    for part in (digest.body, digest.alternatives[0][0]):
        told = part[part.index("Elsewhere this week") : part.index("How we looked")]
        assert sum(f"Moor {number}," in told for number in range(4)) == 3
        assert "Oldmoor" not in told
        assert "Pondmoor" not in told


@pytest.mark.django_db
def test_the_private_link_says_what_the_mail_said_without_a_log_in(
    organization: Organization, client: Any
) -> None:
    document = publish()
    watch(organization, document)
    found = change(document)
    mailed = digest_at(MONDAY)
    link = re.search(r"View online: http://127\.0\.0\.1:8000(\S+)", mailed.body)[1]
    assert f'href="http://127.0.0.1:8000{link}"' in mailed.alternatives[0][0]
    answer = client.get(link)
    said = answer.content.decode()
    assert found.summary in said
    assert "We looked 2 times at 1 document: changed." in said
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert client.get(link.replace("digest/", "digest/1")).status_code == 404


@pytest.mark.django_db
def test_what_it_said_stays_though_the_world_goes_on(organization: Organization, owner: Any) -> None:
    document = publish()
    watch(organization, document)
    check_document(document, transport(policy()), NOON)
    mailed = digest_at(MONDAY)
    check_document(document, transport(policy()), MONDAY - DAY)
    browser = client_of(owner)
    listed = browser.get("/app/digests/").content.decode()
    assert "Week until 9 March 2026" in listed
    link = re.search(r"View online: (\S+)", mailed.body)[1]
    assert link in listed
    assert "We looked 1 time at 1 document: unchanged." in browser.get(link).content.decode()


@pytest.mark.django_db
def test_its_days_are_those_of_the_organizations_own_calendar(organization: Organization) -> None:
    Organization.objects.filter(pk=organization.pk).update(time_zone="Pacific/Kiritimati")
    watch(organization, publish())
    # Monday, eight in the morning on Kiritimati, is still Sunday in UTC.
    body = digest_at(MONDAY - timedelta(hours=14)).body
    assert "From 2 March to 9 March 2026" in body


ZONES = (
    "UTC",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
)


@given(
    day=st.integers(0, 2200),
    zone=st.sampled_from(ZONES),
    weekday=st.integers(0, 6),
    hour=st.integers(0, 23),
)
def test_every_week_has_one_hour_whatever_clocks_do(day: int, zone: str, weekday: int, hour: int) -> None:
    begins = datetime(2024, 1, 2, tzinfo=UTC) + day * DAY
    chosen = Organization(time_zone=zone, digest_weekday=weekday, digest_hour=hour)
    # The scheduler asks at every full hour for four weeks; zones with half hours are asked late, never twice.
    found = sorted({latest_hour(chosen, begins + n * timedelta(hours=1)) for n in range(4 * 7 * 24)})
    assert 4 <= len(found) <= 5
    assert len({moment.astimezone(UTC) for moment in found}) == len(found)
    assert {(moment.weekday(), moment.hour) for moment in found} == {(weekday, hour)}
    gaps = {after.astimezone(UTC) - before.astimezone(UTC) for before, after in pairwise(found)}
    assert all(abs(gap - WEEK) <= timedelta(hours=1) for gap in gaps)


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


@pytest.mark.django_db
def test_it_says_which_changes_were_taken_back(organization: Organization, client: Any) -> None:
    document = publish()
    watch(organization, document)
    change(document)
    change(document, NOON + DAY, after=BEFORE)
    digest = digest_at(MONDAY)
    assert "Taken back: the text is again what it was before." in digest.body
    assert "Taken back:" in digest.alternatives[0][0]
    address = re.search(r"View online: http://127\.0\.0\.1:8000(\S+)", digest.body)
    assert address
    assert "taken back since" in client.get(address[1]).content.decode()
