"""Who is due: claims that no two workers share, leases that lapse, waits that grow, an outage caught up gently."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection

from monitoring.errors import Failure
from monitoring.models import Schedule
from monitoring.schedule import (
    LEASE,
    claim_due_documents,
    count_due,
    next_look,
    next_try,
    origin_of,
    start_schedule,
)
from tests.policy_pages import DAY, NOON, make_document

HOUR = timedelta(hours=1)


def start(count: int, *, hosts: int, due: datetime = NOON) -> None:
    for number in range(count):
        start_schedule(make_document(f"doc-{number}", platform=f"p{number % hosts}"), due)


@pytest.mark.django_db
def test_what_is_due_is_claimed_and_what_is_not_is_left() -> None:
    start(2, hosts=2)
    start_schedule(make_document("later", platform="other"), NOON + HOUR)
    claimed = claim_due_documents(NOON, hosts=10)
    assert {schedule.document.slug for schedule in claimed} == {"doc-0", "doc-1"}
    assert {schedule.claimed_until for schedule in claimed} == {NOON + LEASE}
    assert claim_due_documents(NOON, hosts=10) == []


@pytest.mark.django_db
def test_what_is_retired_is_not_looked_at_any_more() -> None:
    document = make_document("old", platform="p0")
    start_schedule(document, NOON)
    document.retired = True
    document.save()
    assert claim_due_documents(NOON, hosts=1) == []
    assert count_due(NOON) == 0


@pytest.mark.django_db
def test_the_longest_due_come_first() -> None:
    for number in range(3):
        start_schedule(make_document(f"doc-{number}", platform=f"p{number}"), NOON - number * HOUR)
    assert [schedule.document.slug for schedule in claim_due_documents(NOON, hosts=2)] == ["doc-2", "doc-1"]


@pytest.mark.django_db
def test_a_lease_lapses_by_itself() -> None:
    start(1, hosts=1)
    assert claim_due_documents(NOON, hosts=1)
    assert not claim_due_documents(NOON + LEASE, hosts=1)
    assert count_due(NOON + LEASE + timedelta(seconds=1)) == 1
    assert claim_due_documents(NOON + LEASE + timedelta(seconds=1), hosts=1)


@pytest.mark.django_db
def test_documents_of_a_host_that_somebody_holds_are_left_alone() -> None:
    start(5, hosts=1)
    assert len(claim_due_documents(NOON, hosts=2)) == 4
    assert claim_due_documents(NOON, hosts=2) == []


@pytest.mark.django_db
def test_a_claim_leaves_hosts_for_the_next_worker() -> None:
    start(24, hosts=6)
    first, second, third = (claim_due_documents(NOON, hosts=3) for _ in range(3))
    assert [len({schedule.host for schedule in claimed}) for claimed in (first, second)] == [3, 3]
    assert (len(first), len(second), third) == (12, 12, [])


@pytest.mark.django_db
def test_the_hosts_that_waited_longest_come_first_however_much_of_others_is_due() -> None:
    start(20, hosts=1)
    start_schedule(make_document("waiting", platform="small"), NOON - HOUR)
    claimed = claim_due_documents(NOON, hosts=2)
    assert claimed[0].document.slug == "waiting"
    assert len(claimed) == 5


@pytest.mark.django_db(transaction=True)
def test_workers_that_claim_at_the_same_time_never_share_a_host() -> None:
    start(60, hosts=12)
    claims: list[list[Schedule]] = []
    ready = threading.Barrier(4)

    def claim() -> None:
        ready.wait()
        try:
            claims.extend(claim_due_documents(NOON, hosts=5) for _ in range(5))
        finally:
            connection.close()

    workers = [threading.Thread(target=claim) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    holders: dict[str, set[int]] = {}
    for number, claimed in enumerate(claims):
        for schedule in claimed:
            holders.setdefault(schedule.host, set()).add(number)
    assert len(holders) == 12
    assert all(len(numbers) == 1 for numbers in holders.values())


@pytest.mark.django_db
def test_a_documents_host_follows_its_address() -> None:
    document = make_document()
    start_schedule(document, NOON)
    document.urls = ["https://www.elsewhere.example/privacy"]
    document.save()
    start_schedule(document, NOON + DAY)
    schedule = Schedule.objects.get()
    assert (schedule.host, schedule.next_look_at) == ("www.elsewhere.example", NOON)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.org/terms", "example.org"),
        ("http://example.org:8080/", "example.org:8080"),
        ("https://user:secret@example.org/", "example.org"),
    ],
)
def test_a_host_is_named_without_case_or_secrets(url: str, host: str) -> None:
    assert origin_of(url) == host


def test_what_may_pass_is_tried_again_soon_and_then_ever_more_rarely() -> None:
    waits = [next_try(Failure.TIMEOUT, row, NOON) - NOON for row in range(1, 9)]
    assert waits[:3] == [HOUR / 2, HOUR, 2 * HOUR]
    assert waits == sorted(waits)
    assert waits[-1] == settings.LOOK_EVERY
    assert next_try(Failure.TIMEOUT, 5000, NOON) == NOON + settings.LOOK_EVERY


def test_what_will_not_pass_by_itself_is_tried_once_a_day() -> None:
    assert next_try(Failure.GONE, 1, NOON) == NOON + settings.LOOK_EVERY


def test_we_never_come_sooner_than_the_server_asked() -> None:
    assert next_try(Failure.RATE_LIMITED, 1, NOON, 60.0) == NOON + HOUR / 2
    assert next_try(Failure.RATE_LIMITED, 1, NOON, 3 * 86400.0) == NOON + 3 * DAY


def test_documents_caught_up_together_after_an_outage_do_not_stay_together() -> None:
    looks = [next_look(number, NOON) for number in range(1, 1001)]
    assert min(looks) >= NOON + settings.LOOK_EVERY * 0.95
    assert max(looks) <= NOON + settings.LOOK_EVERY * 1.05
    assert max(looks) - min(looks) > settings.LOOK_EVERY * 0.09
    busiest = max(sum(first <= look < first + HOUR / 4 for look in looks) for first in looks)
    assert busiest < 200
    assert next_look(7, NOON) == next_look(7, NOON)


@pytest.mark.django_db
def test_after_an_outage_no_claim_takes_more_than_its_share(
    django_assert_num_queries: Callable[..., object],
) -> None:
    start(40, hosts=40, due=NOON - 3 * DAY)
    assert count_due(NOON) == 40
    with django_assert_num_queries(6):  # two of them open and close the transaction
        assert len(claim_due_documents(NOON, hosts=16)) == 16
    assert count_due(NOON) == 24


def test_what_is_no_url_is_a_origin_of_its_own() -> None:
    assert origin_of("http://[bad/") == "http://[bad/"
