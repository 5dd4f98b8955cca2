"""Looks that end plainly are recorded together, and mean what each would have meant by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitoring.fetching.pages import Page
from monitoring.models import Check, Schedule
from monitoring.pipeline import Look, check_document
from monitoring.plain_looks import ReadLook, read_look, record_plain_looks
from monitoring.schedule import start_schedule
from platforms.archive import bodies_of
from platforms.models import Document, LogEntry, Version
from provisions.models import FirstReading
from tests.policy_pages import CLAUSES, DAY, NOON, TRAIN, make_document, page, policy

pytestmark = pytest.mark.django_db


def seen(document: Document, page: Page) -> ReadLook:
    start_schedule(document, NOON)
    schedule = Schedule.objects.select_related("document__platform", "snapshot", "version").get(
        document=document
    )
    return read_look(schedule, Look(page))


def statements(looks: list[ReadLook]) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        assert record_plain_looks(looks, NOON) == []
    return [one["sql"].split()[0] for one in captured]


def test_first_looks_take_as_many_statements_together_as_one_alone() -> None:
    looks = [seen(make_document(f"doc-{number}"), page(policy())) for number in range(13)]
    assert statements(looks[:12]) == statements(looks[12:])
    assert Version.objects.count() == FirstReading.objects.count() == 13
    assert set(Check.objects.values_list("outcome", flat=True)) == {Check.Outcome.FIRST}
    version = Version.objects.select_related("snapshot").first()
    assert version is not None
    assert bodies_of(version.snapshot) == [policy()]
    schedule = Schedule.objects.get(document=version.document)
    assert (schedule.version, schedule.last_read_at, schedule.claimed_until) == (version, NOON, None)


def test_other_bytes_with_the_same_text_are_kept_and_change_nothing() -> None:
    document = make_document("doc-1")
    check_document(document, lambda _: page(policy()), NOON)
    other = policy(chrome="b2")
    assert record_plain_looks([seen(document, page(other))], NOON + DAY) == []
    check = Check.objects.get(at=NOON + DAY)
    assert check.outcome == Check.Outcome.UNCHANGED
    assert check.snapshot is not None
    assert bodies_of(check.snapshot) == [other]
    assert document.versions.count() == 1


def test_what_is_not_plain_is_given_back_with_its_reading() -> None:
    document = make_document("doc-1")
    check_document(document, lambda _: page(policy()), NOON)
    changed = seen(document, page(policy([*CLAUSES, TRAIN])))
    wall = seen(make_document("doc-2"), page(b"<html><body><h1>Just a moment...</h1></body></html>"))
    assert record_plain_looks([changed, wall], NOON + DAY) == [changed, wall]
    assert changed.reading is not None
    assert not Check.objects.filter(at=NOON + DAY).exists()
    assert not LogEntry.objects.filter(version__document__slug="doc-2").exists()
