"""The report for auditors of a period: what was watched, how often looked at, what changed, who reviewed it, what failed."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from billing.models import Organization
from billing.spreadsheets import safe_cell
from billing.tenancy import tenant_scope
from monitoring.errors import Failure
from monitoring.models import Check
from monitoring.register.models import Review, ReviewEntry, Vendor
from monitoring.register.reviewing import changes_to_review
from monitoring.register.stretches import Stretch, stretches_of
from platforms.models import Document
from provisions.models import Severity

LONGEST = timedelta(days=3 * 366)
_UNREAD = (Check.Outcome.FAILED, Check.Outcome.REFUSED)


class ReportRefused(Exception):
    """There is no report of that; str() names the field and what to do."""


@dataclass(frozen=True, slots=True)
class WatchedDocument:
    """A document and a stretch of time in which it was watched without a gap, with how often we looked in it within the
    period and how many looks failed. `watched_until` is "" where it was still watched when the period ended.
    """

    platform: str
    document: str
    address: str
    tier: str
    owner: str
    watched_since: str
    watched_until: str
    looks: int
    unread: int
    versions: int
    last_look: str


@dataclass(frozen=True, slots=True)
class ReviewedChange:
    """A change found in the period, and what became of its review until the report's end."""

    found: str
    platform: str
    document: str
    summary: str
    severity: str
    own_severity: str
    why: str
    status: str
    reviewer: str
    reviewed: str
    note: str
    history: str
    page: str


@dataclass(frozen=True, slots=True)
class FailedLooks:
    """Looks at a document that ended in the same failure within the period, while it was watched."""

    platform: str
    document: str
    failure: str
    looks: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Report:
    """All of it, for one organization and a period of whole days (UTC), both included."""

    organization: str
    since: date
    until: date
    watched: tuple[WatchedDocument, ...]
    changes: tuple[ReviewedChange, ...]
    failures: tuple[FailedLooks, ...]

    @property
    def documents(self) -> int:
        """How many documents were watched."""
        return len({(row.platform, row.document, row.address) for row in self.watched})

    @property
    def looks(self) -> int:
        """How many looks were taken."""
        return sum(row.looks for row in self.watched)

    @property
    def unread(self) -> int:
        """How many of the looks could not be read."""
        return sum(row.unread for row in self.watched)

    @property
    def reviewed(self) -> int:
        """How many changes were brought to an end: acknowledged, or decided about."""
        done = {Review.State.ACKNOWLEDGED.label, Review.State.NO_ACTION.label, Review.State.ACTION.label}
        return sum(row.status in done for row in self.changes)


PARTS = {"watched": WatchedDocument, "changes": ReviewedChange, "failures": FailedLooks}


def period_of(since: str, until: str, today: date, *, begun: date) -> tuple[date, date]:
    """The days named. By default the last full quarter of a year, or that which runs, where all began in it.

    Raises ReportRefused.
    """
    if not since and not until:
        quarter = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
        end = quarter - timedelta(days=1)
        return (quarter, today) if begun > end else (date(end.year, end.month - 2, 1), end)
    try:
        first, last = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError:
        raise ReportRefused("Period: give both days as 2026-01-31.") from None
    if last < first:
        raise ReportRefused("Period: its last day is before its first.")
    if last - first > LONGEST:
        raise ReportRefused("Period: at most three years fit into one report.")
    return first, last


def report_of(organization: Organization, since: date, until: date) -> Report:
    """The report; the same rows give the same report whenever it is made, once the period is over."""
    begin, end = _midnight(since), _midnight(until + timedelta(days=1))
    with tenant_scope(organization):
        watched = stretches_of(organization, begin, end)
        every = ((document, one) for document, stretches in watched.items() for one in stretches)
        return Report(
            organization=organization.name,
            since=since,
            until=until,
            watched=tuple(_watched(organization, watched, begin, end)),
            changes=tuple(_changes(organization, begin, end)),
            failures=tuple(_failures(watched, _looks(every, begin))),
        )


def report_as_csv(report: Report, part: str) -> Iterator[str]:
    """One part of the report as CSV, line by line: "watched", "changes" or "failures"."""
    columns = [field.name for field in fields(PARTS[part])]
    rows: Iterable[object] = getattr(report, part)
    yield ",".join(columns) + "\r\n"
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow([safe_cell(getattr(row, name)) for name in columns])
        yield line.getvalue()


def _looks(watched: Iterable[tuple[Document, Stretch]], begin: datetime) -> QuerySet[Check]:
    """The looks from `begin` on at each document while it was watched."""
    at_once: dict[Stretch, list[Document]] = defaultdict(list)
    for document, stretch in watched:
        at_once[Stretch(max(stretch.since, begin), stretch.until)].append(document)
    taken = Q(pk__in=())
    for stretch, documents in at_once.items():
        taken |= Q(document__in=documents, at__gte=stretch.since, at__lt=stretch.until)
    return Check.objects.filter(taken).order_by()


def _watched(
    organization: Organization, watched: Mapping[Document, list[Stretch]], begin: datetime, end: datetime
) -> Iterator[WatchedDocument]:
    vendors = {row.platform_id: row for row in Vendor.objects.for_org(organization).select_related("owner")}
    counted = _counted(watched, begin)
    versions = dict(
        Document.objects.filter(pk__in=[each.pk for each in watched], versions__taken_at__lt=end)
        .order_by()
        .values_list("pk")
        .annotate(latest=Max("versions__number"))
    )
    for document, stretches in watched.items():
        vendor = vendors.get(document.platform_id)
        for stretch in stretches:
            row = counted.get((document.pk, stretch))
            yield WatchedDocument(
                platform=document.platform.name,
                document=document.type,
                address=document.url,
                tier=vendor.get_tier_display() if vendor else "",
                owner=vendor.owner.email if vendor and vendor.owner else "",
                watched_since=_moment(stretch.since),
                watched_until=_moment(stretch.until if stretch.until < end else None),
                looks=row["looks"] if row else 0,
                unread=row["unread"] if row else 0,
                versions=versions.get(document.pk, 0),
                last_look=_moment(row["last"] if row else None),
            )


def _counted(watched: Mapping[Document, list[Stretch]], begin: datetime) -> dict[tuple[int, Stretch], Any]:
    """The looks of each stretch; one question for the first of all documents, one for the second, and so on."""
    counted: dict[tuple[int, Stretch], Any] = {}
    for nth in range(max(map(len, watched.values()), default=0)):
        asked = {document: some[nth] for document, some in watched.items() if len(some) > nth}
        stretch_of = {document.pk: stretch for document, stretch in asked.items()}
        rows = (
            _looks(asked.items(), begin)
            .values("document")
            .annotate(looks=Count("pk"), unread=Count("pk", filter=Q(outcome__in=_UNREAD)), last=Max("at"))
        )
        counted |= {(row["document"], stretch_of[row["document"]]): row for row in rows}
    return counted


def _changes(organization: Organization, begin: datetime, end: datetime) -> Iterator[ReviewedChange]:
    # Of what was found before, only what was reviewed: else whatever is watched today would rewrite the last period.
    rows = (
        changes_to_review(organization, before=timedelta())
        .filter(found_at__gte=begin, found_at__lt=end)
        .order_by("found_at", "pk")
    )
    reviews = {
        row.change_id: row
        for row in Review.objects.for_org(organization)
        .filter(change__in=rows.values("pk"))
        .select_related("reviewer")
    }
    entries: dict[int, list[ReviewEntry]] = {}
    steps = ReviewEntry.objects.for_org(organization).select_related("by").order_by("at", "pk")
    for entry in steps.filter(review__in=reviews.values()):
        entries.setdefault(entry.review_id, []).append(entry)
    for change in rows:
        review = reviews.get(change.pk)
        history = entries.get(review.pk, []) if review else []
        yield ReviewedChange(
            found=_moment(change.found_at),
            platform=change.document.platform.name,
            document=change.document.type,
            summary=change.summary or change.get_change_class_display(),
            severity=change.get_severity_display(),
            own_severity=str(Severity(review.severity).label) if review and review.severity else "",
            why=review.severity_reason if review else "",
            status=review.get_state_display() if review else str(Review.State.NEW.label),
            reviewer=review.reviewer.email if review and review.reviewer else "",
            reviewed=_moment(review.updated_at if review else None),
            note=review.note if review else "",
            history="\n".join(
                f"{_moment(e.at)} {e.by.email if e.by else 'a former member'}: {e.words}" for e in history
            ),
            page=change.get_absolute_url(),
        )


def _failures(documents: Iterable[Document], looks: QuerySet[Check]) -> Iterator[FailedLooks]:
    by_key = {document.pk: document for document in documents}
    place = {key: number for number, key in enumerate(by_key)}
    rows = (
        looks.filter(outcome__in=_UNREAD)
        .values("document", "failure")
        .annotate(looks=Count("pk"), first=Min("at"), last=Max("at"))
    )
    found = sorted(rows, key=lambda row: (place[row["document"]], row["first"], row["failure"]))
    for row in found:
        document = by_key[row["document"]]
        known = row["failure"] in set(Failure)
        yield FailedLooks(
            platform=document.platform.name,
            document=document.type,
            failure=Failure(row["failure"]).in_words if known else "The look could not be read.",
            looks=row["looks"],
            first=_moment(row["first"]),
            last=_moment(row["last"]),
        )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)


def _moment(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else ""
