"""Stored captures driven through the pipeline: only the transport and the clock are given."""

import json
import mimetypes
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from monitoring.fetching.addresses import LONGEST_URL
from monitoring.fetching.pages import Page, PagePart
from monitoring.models import Check, Schedule
from monitoring.pipeline import Look, record_look
from monitoring.schedule import LEASE, hold_document, keep_holding, let_go, start_schedule
from platforms.models import NOWHERE, Document, Platform, Snapshot
from platforms.renaming import document_called, platform_called
from provisions.introducing import introduce_owed
from provisions.models import Change

_MARKDOWN = "text/markdown; charset=utf-8"
_YEARS = range(1990, 2101)  # in which there are pages to capture
# What the archive keeps of a capture, by the key of the line that gives it.
_KEPT = {
    "service": Platform._meta.get_field("name"),
    "service_slug": Platform._meta.get_field("slug"),
    "doc_type": Document._meta.get_field("type"),
    "doc_slug": Document._meta.get_field("slug"),
    "language": Document._meta.get_field("language"),
    "source_repo": Snapshot._meta.get_field("source"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be used: where, what is wrong, and what to do."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Capture:
    """One stored capture of a document. `source` is set where the text was imported, not fetched by us."""

    index: Path
    line: int
    path: str
    service: str
    service_slug: str
    type: str
    slug: str
    url: str
    at: datetime
    language: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a capture became, as the report has it."""

    path: str
    outcome: str
    reason: str
    change_class: str | None
    version_sha256: str | None
    words: int
    text: str | None

    def as_row(self) -> dict[str, object]:
        """The report's line."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "text"}


def read_index(folder: Path, *, only: set[str], language: str) -> tuple[list[Capture], list[Problem]]:
    """The captures that index.jsonl and faults.jsonl name, and the lines that name none.

    `only` keeps the platforms with these slugs (all when empty).
    """
    captures: list[Capture] = []
    problems: list[Problem] = []
    for name in ("index.jsonl", "faults.jsonl"):
        path = folder / name
        if path.exists():
            for number, line in enumerate(path.read_bytes().splitlines(), start=1):
                try:
                    captures += _captures_in(json.loads(line), path, number, language)
                except ValueError as error:
                    problems.append(Problem(path, number, _in_words(error)))
    return [capture for capture in captures if not only or capture.service_slug in only], problems


def _in_folder(capture: Capture) -> bytes:
    return (capture.index.parent / capture.path).read_bytes()


def replay_captures(
    captures: Iterable[Capture], problems: list[Problem], *, read: Callable[[Capture], bytes] = _in_folder
) -> Iterator[Replayed]:
    """Look at each capture at its own time. A second look sees the same page again, at once.

    A replay that was broken off may be started again: what the archive has already looked at is reported as it was.
    """
    looked: dict[tuple[str, str], tuple[int, datetime | None]] = {}
    told: Counter[tuple[int, datetime]] = Counter()  # one moment may have several captures of a document
    with _holding() as hold:
        for capture in sorted(captures, key=lambda one: (one.at, one.path)):
            key = (capture.service_slug, capture.slug)
            if key not in looked:
                looked[key] = _begin(capture, hold)
            pk, looked_until = looked[key]
            schedule = Schedule.objects.select_related("document__platform", "snapshot", "version").get(pk=pk)
            try:
                if looked_until is not None and capture.at <= looked_until:
                    yield _as_it_was(capture, schedule, told[pk, capture.at])
                    told[pk, capture.at] += 1
                else:
                    yield _replay(capture, schedule, _page_of(capture, read(capture)), hold)
            except OSError as error:
                fault = f"path: {error.strerror}: {capture.path}"
                problems.append(Problem(capture.index, capture.line, fault))
            except Check.DoesNotExist:
                fault = f"datetime: older than the last look at {schedule.document}; replay a history before live looks"
                problems.append(Problem(capture.index, capture.line, fault))


class _Hold:
    """The documents of a replay: live looks stay away from them until it is over."""

    def __init__(self) -> None:
        self.documents: set[int] = set()
        self._renewed = time.monotonic()

    def take(self, pk: int) -> None:
        """Hold one more, as soon as a live look that is under way has ended; its lease lapses by itself."""
        while not hold_document(pk, timezone.now()):
            time.sleep(0.2)
        self.documents.add(pk)

    def keep(self, pk: int) -> None:
        """Go on holding a document that a recorded look has let go of; all of them, when their leases grow old."""
        old = time.monotonic() - self._renewed > LEASE.total_seconds() / 3
        keep_holding(self.documents if old else [pk], timezone.now())
        if old:
            self._renewed = time.monotonic()


@contextmanager
def _holding() -> Iterator[_Hold]:
    hold = _Hold()
    try:
        yield hold
    finally:
        let_go(hold.documents)


def _begin(capture: Capture, hold: _Hold) -> tuple[int, datetime | None]:
    """The document's schedule, held, and until when it was looked at before this replay."""
    with transaction.atomic():  # a new one is not due before it is held
        pk = start_schedule(_document_of(capture), capture.at).pk
        hold.take(pk)
    return pk, Schedule.objects.get(pk=pk).last_looked_at


def _as_it_was(capture: Capture, schedule: Schedule, before: int) -> Replayed:
    """`before` is how many captures of this moment were told already."""
    looks = Check.objects.filter(document=schedule.document, at=capture.at).exclude(
        outcome=Check.Outcome.AWAITING
    )
    in_order = list(looks.select_related("version").order_by("id"))
    if not in_order:
        raise Check.DoesNotExist
    return _replayed(capture, in_order[min(before, len(in_order) - 1)])


def _replay(capture: Capture, schedule: Schedule, page: Page, hold: _Hold) -> Replayed:
    with transaction.atomic():
        check = record_look(schedule, Look(page), capture.at, tell=False, source=capture.source)
        if check.outcome == Check.Outcome.AWAITING:
            check = record_look(schedule, Look(page), capture.at, tell=False, source=capture.source)
        hold.keep(schedule.pk)
    introduce_owed(schedule.document)
    return _replayed(capture, check)


def _replayed(capture: Capture, check: Check) -> Replayed:
    standing = check.version
    change = Change.objects.filter(after=standing).first() if check.outcome == Check.Outcome.CHANGED else None
    return Replayed(
        path=capture.path,
        outcome=check.outcome,
        reason=check.reason,
        change_class=change.change_class if change else None,
        version_sha256=standing.sha256 if standing else None,
        words=standing.words if standing else 0,
        text=standing.text if standing else None,
    )


def _page_of(capture: Capture, body: bytes) -> Page:
    content_type = (
        _MARKDOWN if capture.path.endswith(".md") else mimetypes.guess_type(capture.path)[0] or "text/html"
    )
    part = PagePart(capture.url, capture.url, 200, {}, body, content_type)
    return Page(capture.url, capture.url, 200, {}, "http", False, (part,))


def _document_of(capture: Capture) -> Document:
    slug, name = capture.service_slug, capture.service
    platform = platform_called(slug)
    if platform is None:
        platform = Platform.objects.create(slug=slug, name=name, sector="News & reference")
    return document_called(platform, capture.slug) or Document.objects.create(
        platform=platform,
        slug=capture.slug,
        type=capture.type,
        urls=[capture.url],
        language=capture.language,
    )


def _captures_in(row: object, index: Path, line: int, language: str) -> Iterator[Capture]:
    """The captures of one line: one of an index, or the three of a fault."""
    if not isinstance(row, dict):
        raise ValueError("the line is no JSON object")  # noqa: TRY004  told like any other fault of the line
    parts = row.get("captures", [row])
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        raise ValueError("captures: must be a list of JSON objects")
    for part in parts:
        service, kind, path = (
            _text_in(source, key) for source, key in ((row, "service"), (row, "doc_type"), (part, "path"))
        )
        if ".." in Path(path).parts or Path(path).is_absolute():
            raise ValueError(f"path: {path!r} leads out of the folder")
        capture = Capture(
            index=index,
            line=line,
            path=path,
            service=service,
            service_slug=str(row.get("service_slug") or slugify(service)),
            type=kind,
            slug=str(row.get("doc_slug") or slugify(kind)) + _apart(row),
            url=str(part.get("url") or row.get("url") or NOWHERE + path),
            at=_moment_in(part),
            language=str(row.get("language") or language),
            source=f"{row['source_repo']}@{row['commit']}"
            if "commit" in row and "source_repo" in row
            else "",
        )
        _demand_storable(capture)
        yield capture


def _demand_storable(capture: Capture) -> None:
    """Raises ValueError, naming the line's key, for what the archive cannot keep."""
    values = (
        *(capture.service, capture.service_slug, capture.type),
        *(capture.slug, capture.language, capture.source),
    )
    for key, value in (*zip(_KEPT, values, strict=True), ("url", capture.url), ("path", capture.path)):
        if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise ValueError(f"{key}: holds a character that no text has")
    for (key, field), value in zip(_KEPT.items(), values, strict=True):
        try:
            field.clean(value, None)
        except ValidationError as error:
            raise ValueError(f"{key}: {' '.join(error.messages)}") from None
    if len(capture.url) > LONGEST_URL:
        raise ValueError(f"url: is longer than {LONGEST_URL} characters")


def _text_in(row: dict[str, object], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key}: is missing or empty; every line names service, doc_type, datetime and path")
    return value


def _moment_in(row: dict[str, object]) -> datetime:
    value = _text_in(row, "datetime")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"datetime: {value!r} is no time; write it like 2026-03-01T06:00:00Z") from None
    if moment.tzinfo is None:
        raise ValueError(f"datetime: {value!r} names no time zone; write UTC as Z at its end")
    if moment.year not in _YEARS:
        raise ValueError(f"datetime: {value!r} is not between {_YEARS[0]} and {_YEARS[-1]}")
    return moment


def _apart(row: dict[str, object]) -> str:
    """Fault triples are replayed on documents of their own, one a triple, beside the index's."""
    captures = row.get("captures")
    if not isinstance(captures, list) or not captures:
        return ""
    return "-fault-" + slugify(str(captures[0].get("datetime", "")))


def _in_words(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg} at column {error.colno})"
    return str(error)
