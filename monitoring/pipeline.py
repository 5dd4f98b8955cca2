"""The whole product on one page: fetch, keep the bytes, read, judge, compare, record, and owe the alerts.

What a first version says is introduced after it, in a transaction of its own (provisions/introducing.py). A failure is a `Check`, never a `Version`. Expected failures (FetchError, ReadingError) end here and nowhere else;
bugs and storage errors go on to whoever called.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from monitoring.alerts import enqueue_alerts, enqueue_follow_ups
from monitoring.errors import Failure, FetchError, ReadingError
from monitoring.fetching.pages import Page, PageRequest
from monitoring.models import Check, Schedule
from monitoring.noting import brings_nothing, check_of, note_on_schedules, set_read
from monitoring.reading import read_page, read_pages, recipe_of, text_to_keep, verdict_on
from monitoring.schedule import hold_document, next_try, start_schedule
from platforms.archive import (
    ReceivedPage,
    bodies_of,
    record_version,
    sha256_of,
    snapshot_of,
    text_sha256,
)
from platforms.models import Document, Snapshot, Version
from provisions.analysis.diffing import ChangeClass, TextDiff, diff_texts
from provisions.analysis.extraction import Reading
from provisions.changelog import record_change
from provisions.identity import follow_provisions
from provisions.introducing import introduce_owed, owe_provisions

Fetch = Callable[[PageRequest], Page]
Outcome = Check.Outcome

# A text that comes back within so many versions is a return, not news.
REVERT_WINDOW = 6


class BeingLookedAt(Exception):
    """A worker or a replay holds the document: two looks at once would both write its next version."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one request for a document gave: a page, or the failure."""

    page: Page | None
    failure: FetchError | None = None


@dataclass(frozen=True, slots=True)
class _News:
    """A text that differs from the one that stands, compared by the same recipe."""

    reading: Reading
    diff: TextDiff
    change_class: ChangeClass
    before_text: str
    reverts_to: Version | None


def check_document(document: Document, fetch: Fetch, now: datetime, *, tell: bool = True) -> Check:
    """Look at a document once, to the end, and record what came of it. `now` is aware; `tell=False` owes no alert.

    Raises BeingLookedAt where somebody else's look at it is under way.
    """
    pk = start_schedule(document, now).pk
    if not hold_document(pk, now):
        raise BeingLookedAt
    schedule = Schedule.objects.select_related("document__platform", "snapshot", "version").get(pk=pk)
    check = record_look(schedule, take_look(schedule, fetch), now, tell=tell)
    introduce_owed(document)
    return check


def take_look(schedule: Schedule, fetch: Fetch) -> Look:
    """Only the network: safe to run in a thread without a database connection."""
    try:
        return Look(fetch(request_for(schedule)))
    except FetchError as error:
        return Look(None, error)


def request_for(schedule: Schedule) -> PageRequest:
    """The request for a document, with the validators of the page that was read last (RFC 9110, section 13)."""
    document = schedule.document
    known = schedule.version is not None and schedule.version.recipe == recipe_of(document)
    return PageRequest(
        url=document.urls[0],
        pages=tuple(document.urls[1:]),
        etag=schedule.etag if known else "",
        last_modified=schedule.last_modified if known else "",
        method="browser" if document.needs_browser or schedule.failure == Failure.SHELL else "http",
        language=document.language,
    )


def record_look(
    schedule: Schedule,
    look: Look,
    now: datetime,
    *,
    tell: bool = True,
    source: str = "",
    reading: Reading | None = None,
) -> Check:
    """Everything after the network, in one transaction; the provisions of a first version are owed after it.

    `source` names where an imported capture comes from; `reading` is that of the page, where it is known already.
    """
    with transaction.atomic():
        if look.page is None:
            assert look.failure is not None
            return _fail(schedule, Outcome.FAILED, look.failure, now, retry_after=look.failure.retry_after)
        page = look.page
        if brings_nothing(schedule, page):
            return _unchanged(schedule, page, schedule.snapshot, now)
        snapshot = _keep(schedule, page, now, source)
        return _read_and_record(schedule, page, snapshot, reading, now, tell=tell)


def _read_and_record(
    schedule: Schedule, page: Page, snapshot: Snapshot, reading: Reading | None, now: datetime, *, tell: bool
) -> Check:
    document, standing = schedule.document, schedule.version
    try:
        reading = reading or read_page(page, document)
    except ReadingError as error:
        return _fail(schedule, Outcome.FAILED, error, now, page=page, snapshot=snapshot)
    before_text = _reading_of_standing(schedule)
    if reading.text == before_text:
        return _unchanged(schedule, page, snapshot, now, reread=reading)
    verdict = verdict_on(reading, page, document, previous=before_text)
    if verdict.doubt:
        refusal = ReadingError(Failure(verdict.doubt.value), verdict.reason)
        return _fail(schedule, Outcome.REFUSED, refusal, now, page=page, snapshot=snapshot)
    if standing is None or before_text is None:
        return _first(schedule, page, snapshot, reading, now)
    news = _compare(standing, before_text, reading)
    awaited = text_sha256(reading.text)
    surprising = verdict.surprising or news.reverts_to is not None
    if surprising and schedule.awaited_sha256 != awaited:
        reason = verdict.reason if verdict.surprising else "The text went back to an earlier version."
        return _await(schedule, page, snapshot, awaited, reason, now)
    return _changed(schedule, page, snapshot, news, now, tell=tell)


def _reading_of_standing(schedule: Schedule) -> str | None:
    """Today's reading of the snapshot that was read last: a new parser or selector is not a new policy."""
    if schedule.version is None or schedule.snapshot is None:
        return None
    if schedule.version.recipe == recipe_of(schedule.document):
        return schedule.version.text
    kept = schedule.snapshot
    pages = [(body, page["content_type"]) for body, page in zip(bodies_of(kept), kept.pages, strict=True)]
    return read_pages(pages, schedule.document).text


def _compare(standing: Version, before_text: str, reading: Reading) -> _News:
    diff = diff_texts(before_text, reading.text)
    assert diff.change_class is not None
    earlier = (
        standing.document.versions.filter(
            sha256=text_sha256(reading.text), number__gt=standing.number - REVERT_WINDOW
        )
        .order_by("-number")
        .first()
    )
    change_class = ChangeClass.REVERTED if earlier and diff.alarmed else diff.change_class
    return _News(reading, diff, change_class, before_text, earlier if diff.alarmed else None)


def _first(schedule: Schedule, page: Page, snapshot: Snapshot, reading: Reading, now: datetime) -> Check:
    document = schedule.document
    version = record_version(document, snapshot, text_to_keep(reading, document), number=1)
    owe_provisions([version], now)
    return _read_well(schedule, Outcome.FIRST, page, snapshot, version, now)


def _changed(
    schedule: Schedule, page: Page, snapshot: Snapshot, news: _News, now: datetime, *, tell: bool
) -> Check:
    document, standing = schedule.document, schedule.version
    assert standing is not None
    introduce_owed(document)
    version = record_version(
        document, snapshot, text_to_keep(news.reading, document), number=standing.number + 1
    )
    followed = follow_provisions(version, before_text=news.before_text, diff=news.diff)
    change = record_change(
        standing, version, news.diff, news.change_class, followed, found_at=now, reverts_to=news.reverts_to
    )
    if tell and change.alarmed:
        enqueue_alerts(change, now)
    elif tell:
        enqueue_follow_ups(change, now)
    return _read_well(schedule, Outcome.CHANGED, page, snapshot, version, now)


def _unchanged(
    schedule: Schedule, page: Page, snapshot: Snapshot | None, now: datetime, *, reread: Reading | None = None
) -> Check:
    """The same text. Where a new recipe reads it otherwise than the archive has it, that reading is kept too."""
    document, version = schedule.document, schedule.version
    if (
        reread
        and version
        and snapshot
        and version.recipe != recipe_of(document)
        and version.text != reread.text
    ):
        before_text = version.text
        introduce_owed(document)
        version = record_version(
            document, snapshot, text_to_keep(reread, document), number=version.number + 1
        )
        follow_provisions(
            version, before_text=before_text, diff=diff_texts(before_text, reread.text), ours=True
        )
    assert version is not None
    return _read_well(schedule, Outcome.UNCHANGED, page, snapshot, version, now)


def _await(
    schedule: Schedule, page: Page, snapshot: Snapshot, awaited: str, reason: str, now: datetime
) -> Check:
    """A surprising page counts only when a second look, later the same day, sees it again."""
    schedule.awaited_sha256 = awaited
    schedule.next_look_at = now + settings.SECOND_LOOK_AFTER
    return _record(schedule, Outcome.AWAITING, now, page=page, snapshot=snapshot, reason=reason)


def _read_well(
    schedule: Schedule,
    outcome: Check.Outcome,
    page: Page,
    snapshot: Snapshot | None,
    version: Version,
    now: datetime,
) -> Check:
    schedule.version, schedule.snapshot = version, snapshot
    set_read(schedule, page, now)
    if outcome == Outcome.FIRST and page.method == "browser" and not schedule.document.needs_browser:
        _read_in_browser_from_now_on(schedule.document)
    return _record(schedule, outcome, now, page=page, snapshot=snapshot, version=version)


def _fail(
    schedule: Schedule,
    outcome: Check.Outcome,
    error: FetchError | ReadingError,
    now: datetime,
    *,
    page: Page | None = None,
    snapshot: Snapshot | None = None,
    retry_after: float | None = None,
) -> Check:
    schedule.failures_in_row += 1
    schedule.stale_since = schedule.stale_since or now
    schedule.failure = error.failure.value
    schedule.next_look_at = next_try(error.failure, schedule.failures_in_row, now, retry_after)
    if error.failure is Failure.SHELL and page and page.method == "http":
        schedule.next_look_at = now  # a browser may fill the frame
    reason = error.detail or error.failure.in_words
    return _record(
        schedule, outcome, now, page=page, snapshot=snapshot, version=schedule.version,
        failure=error.failure, reason=reason, status=getattr(error, "status", None),
    )  # fmt: skip


def _read_in_browser_from_now_on(document: Document) -> None:
    """The plain page was an empty frame and the browser filled it: no need to find that out every day."""
    document.needs_browser = True
    document.save(update_fields=["needs_browser"])


def _record(schedule: Schedule, outcome: Check.Outcome, now: datetime, **found: Any) -> Check:
    note_on_schedules([schedule], now)
    check = check_of(schedule, outcome, now, **found)
    check.save(force_insert=True)
    return check


def _keep(schedule: Schedule, page: Page, now: datetime, source: str) -> Snapshot:
    document = schedule.document
    if schedule.last_looked_at == now:  # a replay's second look is at the same capture as its first
        seen = sha256_of([part.body for part in page.parts])
        kept = document.snapshots.filter(taken_at=now, sha256=seen).first()
        if kept:
            return kept
    method = "import" if source else page.method
    snapshot = snapshot_of(
        document, received_pages(page), taken_at=now, method=method, locale=document.language, source=source
    )
    snapshot.save(force_insert=True)
    return snapshot


def received_pages(page: Page) -> list[ReceivedPage]:
    """The parts of a page as the archive keeps them."""
    return [
        ReceivedPage(part.body, part.url, part.final_url, part.status, part.content_type, dict(part.headers))
        for part in page.parts
    ]
