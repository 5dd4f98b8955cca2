"""Looks that end plainly, recorded together: a document's first version, or the same text in other bytes."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from monitoring.models import Check, Schedule
from monitoring.noting import check_of, note_on_schedules, set_read
from monitoring.pipeline import Look, received_pages
from monitoring.reading import read_page, recipe_of, text_to_keep, verdict_on
from platforms.archive import record_all, snapshot_of, version_of
from platforms.inserting import insert_rows
from provisions.analysis.extraction import Reading
from provisions.introducing import owe_provisions

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReadLook:
    """A look and what its page reads as; without a reading where it has none, or reading it failed."""

    schedule: Schedule
    look: Look
    reading: Reading | None


def read_look(schedule: Schedule, look: Look) -> ReadLook:
    """Read the page that a look brought, so that `record_look` need not."""
    reading = None
    if look.page is not None:
        try:
            reading = read_page(look.page, schedule.document)
        except Exception:  # noqa: BLE001  told, or a bug raised, when the look is recorded by itself
            reading = None
    return ReadLook(schedule, look, reading)


def record_plain_looks(looks: Sequence[ReadLook], now: datetime) -> list[ReadLook]:
    """Record those of the looks that end plainly, in as many statements as for one; gives back the others.

    Where one of them cannot be recorded (a bug), none is: they are given back too, each to be tried by itself.
    """
    plain: list[ReadLook] = []
    others: list[ReadLook] = []
    for one in looks:
        (plain if _is_plain(one) else others).append(one)
    if not plain:
        return others
    try:
        with transaction.atomic():
            _record(plain, now)
    except Exception:  # noqa: BLE001  raised by the one that it is about when that is tried by itself
        _log.warning("%d looks are recorded one by one.", len(plain), exc_info=True)
        return [*others, *map(_anew, plain)]
    return others


def _is_plain(one: ReadLook) -> bool:
    document, version, page = one.schedule.document, one.schedule.version, one.look.page
    if page is None or one.reading is None:
        return False
    if version is not None:
        return version.recipe == recipe_of(document) and version.text == one.reading.text
    if page.method == "browser" and not document.needs_browser:
        return False  # that it needs one is to be noted
    return verdict_on(one.reading, page, document, previous=None).doubt is None


def _record(looks: Sequence[ReadLook], now: datetime) -> None:
    checks: list[Check] = []
    snapshots, versions = [], []
    for one in looks:
        schedule, page = one.schedule, one.look.page
        assert page is not None
        assert one.reading is not None
        snapshot = snapshot_of(
            schedule.document,
            received_pages(page),
            taken_at=now,
            method=page.method,
            locale=schedule.document.language,
        )
        outcome, version = Check.Outcome.UNCHANGED, schedule.version
        if version is None:
            outcome = Check.Outcome.FIRST
            version = version_of(
                schedule.document, snapshot, text_to_keep(one.reading, schedule.document), number=1
            )
            versions.append(version)
        snapshots.append(snapshot)
        checks.append(check_of(schedule, outcome, now, page=page, snapshot=snapshot, version=version))
        set_read(schedule, page, now)
    record_all(snapshots, versions)
    owe_provisions(versions, now)
    for one, check in zip(looks, checks, strict=True):
        one.schedule.snapshot, one.schedule.version = check.snapshot, check.version
    note_on_schedules([one.schedule for one in looks], now)
    insert_rows(checks)


def _anew(one: ReadLook) -> ReadLook:
    """The look with its schedule as the database has it, free of what recording it in vain has set."""
    schedule = Schedule.objects.select_related("document__platform", "snapshot", "version").get(
        pk=one.schedule.pk
    )
    return replace(one, schedule=schedule)
