"""The provisions of first versions are introduced after them: soon, once, and before anything else happens to them."""

import threading
from datetime import datetime

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from monitoring.pipeline import Look, check_document, record_look
from monitoring.schedule import start_schedule
from platforms.models import Document
from provisions.introducing import introduce_all_owed
from provisions.models import Change, FirstReading, Provision, ProvisionEvent
from tests.policy_pages import CLAUSES, DAY, NOON, RETAIN, make_document, page, policy, serve

pytestmark = pytest.mark.django_db
LONGER = tuple(clause.replace("30 days", "90 days") for clause in CLAUSES)
HOUR = DAY / 24


def first_look(slug: str = "privacy-policy", *, at: datetime = NOON) -> Document:
    document = make_document(slug)
    record_look(start_schedule(document, at), Look(page(policy())), at)
    return document


def read(document: Document) -> list[tuple[str, str, str, str]]:
    events = ProvisionEvent.objects.filter(provision__document=document).order_by("id")
    return [(event.kind, event.quote, event.provision.slug, event.provision.says) for event in events]


def test_a_first_look_owes_the_provisions_and_the_sweep_introduces_them() -> None:
    document = first_look()
    assert not Provision.objects.exists()
    assert introduce_all_owed(lambda: NOON) == 1
    assert not FirstReading.objects.exists()
    at_once = make_document("terms")
    check_document(at_once, serve(policy()), NOON)
    assert read(document) == read(at_once) != []
    assert introduce_all_owed(lambda: NOON) == 0


def test_a_change_that_comes_earlier_finds_them_introduced() -> None:
    document = first_look()
    record_look(start_schedule(document, NOON), Look(page(policy(LONGER))), NOON + DAY)
    usual = make_document("terms")
    for day, clauses in enumerate((CLAUSES, LONGER)):
        check_document(usual, serve(policy(clauses)), NOON + day * DAY)
    assert read(document) == read(usual)
    assert [kind for kind, quote, *_ in read(document) if "90 days" in quote] == ["reworded"]
    summaries = Change.objects.values_list("summary", flat=True)
    assert len(summaries) == 2
    assert len(set(summaries)) == 1
    assert not FirstReading.objects.exists()


def test_one_that_cannot_be_introduced_is_tried_again_later_and_takes_no_other_with_it() -> None:
    broken, whole = first_look("privacy-policy"), first_look("terms", at=NOON + HOUR)
    refuse = "ALTER TABLE provisions_provision ADD CONSTRAINT no_such CHECK (document_id <> %s)"
    with connection.cursor() as cursor:
        cursor.execute(refuse, [broken.pk])
    with pytest.raises(ExceptionGroup) as raised:
        introduce_all_owed(lambda: NOON + HOUR)
    assert [isinstance(error, DatabaseError) for error in raised.value.exceptions] == [True]
    assert read(whole)
    assert not read(broken)
    with connection.cursor() as cursor:
        cursor.execute(
            "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE provisions_provision DROP CONSTRAINT no_such"
        )
    assert introduce_all_owed(lambda: NOON + HOUR) == 0
    assert introduce_all_owed(lambda: NOON + 3 * HOUR) == 1
    assert read(broken)


def test_nothing_is_begun_when_the_time_is_up() -> None:
    first_look()
    assert introduce_all_owed(lambda: NOON, until=NOON) == 0
    assert FirstReading.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_what_is_owed_and_do_nothing_twice() -> None:
    documents = [first_look(f"policy-{number}") for number in range(8)]
    done: list[int] = []

    def work() -> None:
        try:
            done.append(introduce_all_owed(lambda: NOON))
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(done) == 8
    assert len({len(read(document)) for document in documents}) == 1
    assert Provision.objects.filter(quote=RETAIN).count() == 8


def test_the_pages_say_that_a_document_is_being_read(client: Client) -> None:
    document = first_look()
    for address in (document.get_absolute_url(), document.platform.get_absolute_url()):
        assert "being read" in client.get(address).content.decode()
    introduce_all_owed(lambda: NOON)
    for address in (document.get_absolute_url(), document.platform.get_absolute_url()):
        assert "being read" not in client.get(address).content.decode()
