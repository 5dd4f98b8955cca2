"""Noting what a look found out: on the schedule, and as the look's check; looks that brought nothing new all at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from monitoring.errors import Failure
from monitoring.fetching.pages import Page
from monitoring.models import Check, Schedule
from monitoring.reading import recipe_of
from monitoring.schedule import next_look
from platforms.archive import sha256_of
from platforms.inserting import insert_rows
from platforms.models import Snapshot, Version

# What a look may alter, with the types that PostgreSQL gives the columns.
_COLUMNS = {
    "document_id": "bigint",
    "next_look_at": "timestamptz",
    "failures_in_row": "int",
    "last_looked_at": "timestamptz",
    "last_read_at": "timestamptz",
    "stale_since": "timestamptz",
    "failure": "text",
    "etag": "text",
    "last_modified": "text",
    "snapshot_id": "bigint",
    "version_id": "bigint",
    "awaited_sha256": "text",
}
_NOTE = f"""
    UPDATE monitoring_schedule AS schedule
    SET claimed_until = NULL, {", ".join(f"{name} = found.{name}" for name in list(_COLUMNS)[1:])}
    FROM unnest({", ".join(f"%s::{kind}[]" for kind in _COLUMNS.values())}) AS found ({", ".join(_COLUMNS)})
    WHERE schedule.document_id = found.document_id
"""  # noqa: S608  the names are those above


def brings_nothing(schedule: Schedule, page: Page) -> bool:
    """Whether this is the very page that was read last, by the recipe that read it; nothing to keep or to read."""
    if page.not_modified:
        return True
    if schedule.snapshot is None or schedule.version is None:
        return False
    if schedule.version.recipe != recipe_of(schedule.document):
        return False
    return schedule.snapshot.sha256 == sha256_of([part.body for part in page.parts])


def note_quiet(looks: Sequence[tuple[Schedule, Page]], now: datetime) -> None:
    """Note looks of which each `brings_nothing`, in as many statements as for one."""
    if not looks:
        return
    checks = []
    for schedule, page in looks:
        set_read(schedule, page, now)
        checks.append(
            check_of(
                schedule,
                Check.Outcome.UNCHANGED,
                now,
                page=page,
                snapshot=schedule.snapshot,
                version=schedule.version,
            )
        )
    note_on_schedules([schedule for schedule, _ in looks], now)
    insert_rows(checks)


def set_read(schedule: Schedule, page: Page, now: datetime) -> None:
    """Set, without saving, that the page could be read and when to come again."""
    if not page.not_modified:
        schedule.etag = page.headers.get("etag", "")[:300]
        schedule.last_modified = page.headers.get("last-modified", "")[:60]
    schedule.awaited_sha256, schedule.stale_since, schedule.failure = "", None, ""
    schedule.failures_in_row, schedule.last_read_at = 0, now
    schedule.next_look_at = next_look(schedule.pk, now)


def note_on_schedules(schedules: Sequence[Schedule], now: datetime) -> None:
    """Save what looks have set, and let go of the documents."""
    for schedule in schedules:
        schedule.last_looked_at, schedule.claimed_until = now, None
    values: list[list[Any]] = [[getattr(schedule, name) for schedule in schedules] for name in _COLUMNS]
    with connection.cursor() as cursor:
        cursor.execute(_NOTE, values)


def check_of(
    schedule: Schedule,
    outcome: Check.Outcome,
    now: datetime,
    *,
    page: Page | None = None,
    snapshot: Snapshot | None = None,
    version: Version | None = None,
    failure: Failure | None = None,
    reason: str = "",
    status: int | None = None,
) -> Check:
    """The check of a look, unsaved."""
    return Check(
        document=schedule.document,
        at=now,
        outcome=outcome,
        failure=failure.value if failure else "",
        reason=reason,
        status=page.status if page else status,
        snapshot=snapshot,
        version=version,
    )
