"""Every number and word a page shows about our looking and telling: health of documents, looks taken, alerts unread."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from billing.models import Membership
from monitoring.errors import Failure
from monitoring.inbox import unread_alerts
from monitoring.models import Check, Schedule
from platforms.listing import listed_documents
from platforms.models import WITHOUT_ADDRESS, Document, Version

# Two missed days and a few hours: later than this, silence is a fault of ours and is called one.
OVERDUE_AFTER = timedelta(days=2, hours=6)
# Unread alerts are counted so far and no further.
_MOST_UNREAD = 100


class HealthState(StrEnum):
    """How current our reading of a document is."""

    READ = "read"
    STALE = "stale"
    OVERDUE = "overdue"
    UNREAD = "unread"
    IMPORTED = "imported"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Health:
    """A document's health: a state, what a reader is told of it, and the moments behind it (UTC)."""

    state: HealthState
    label: str
    reason: str
    last_read_at: datetime | None
    stale_since: datetime | None


@dataclass(frozen=True, slots=True)
class Looks:
    """How many looks were taken in a stretch of time, and how many of them could not be read."""

    taken: int
    unread: int


@dataclass(frozen=True, slots=True)
class PlatformHealth:
    """How many of a platform's watched documents are in good health, and how many wait only for us."""

    read: int
    overdue: int
    stale: int
    imported: int
    documents: int

    @property
    def state(self) -> HealthState:
        """The state of the whole: read only where every document is."""
        if self.documents == 0:
            return HealthState.RETIRED
        if self.read == self.documents:
            return HealthState.READ
        if self.read + self.overdue == self.documents:
            return HealthState.OVERDUE
        if self.imported == self.documents:
            return HealthState.IMPORTED
        return HealthState.STALE if self.stale or self.read or self.overdue else HealthState.UNREAD

    @property
    def label(self) -> str:
        """What a reader is told."""
        match self.state:
            case HealthState.RETIRED:
                return "No longer watched"
            case HealthState.READ:
                return "Read as planned"
            case HealthState.OVERDUE:
                return "Overdue"
            case HealthState.IMPORTED:
                return "Imported history"
            case HealthState.STALE:
                return f"{self.read + self.overdue} of {self.documents} read"
        return "Not read yet"


def health_of(document: Document, now: datetime) -> Health:
    """Reads `document.schedule` (select it along) and, where the list annotated it, `document.versions_kept`."""
    schedule: Schedule | None = getattr(document, "schedule", None)
    last, stale = (schedule.last_read_at, schedule.stale_since) if schedule else (None, None)
    if document.retired:
        return Health(
            HealthState.RETIRED, "No longer watched", "We stopped looking; the archive stays.", last, None
        )
    if not document.on_the_web:
        reason = "Its history comes from a public archive. We know no address where we could look ourselves."
        return Health(HealthState.IMPORTED, "Imported history", reason, last, None)
    if stale is not None:
        label = "Stale" if last else "Not read yet"
        state = HealthState.STALE if last else HealthState.UNREAD
        return Health(state, label, failure_in_words(schedule.failure if schedule else ""), last, stale)
    if last is None:
        return _never_read(document)
    if now - last > OVERDUE_AFTER:
        return Health(
            HealthState.OVERDUE, "Overdue", "We are behind with our own looks; this is our fault.", last, None
        )
    return Health(HealthState.READ, "Read as planned", "", last, None)


def _never_read(document: Document) -> Health:
    if getattr(document, "versions_kept", 0):
        reason = "Its history comes from a public archive. We have not looked at it ourselves yet."
        return Health(HealthState.IMPORTED, "Imported history", reason, None, None)
    return Health(
        HealthState.UNREAD, "Not read yet", "It is in our catalogue and waits for its first look.", None, None
    )


def failure_in_words(failure: str) -> str:
    """The sentence for a stored failure; a plain one where none is stored."""
    return Failure(failure).in_words if failure in set(Failure) else "The last look could not be read."


def in_state(state: HealthState, now: datetime) -> Q:
    """The condition on watched documents to be in that state: what `health_of` says of one, asked of all."""
    read, stale = Q(schedule__last_read_at__isnull=False), Q(schedule__stale_since__isnull=False)
    overdue = Q(schedule__last_read_at__lt=now - OVERDUE_AFTER)
    kept = Q(Exists(Version.objects.filter(document=OuterRef("pk"))))
    return {
        HealthState.READ: ~WITHOUT_ADDRESS & read & ~stale & ~overdue,
        HealthState.OVERDUE: ~WITHOUT_ADDRESS & read & ~stale & overdue,
        HealthState.STALE: ~WITHOUT_ADDRESS & read & stale,
        HealthState.IMPORTED: WITHOUT_ADDRESS | ~read & ~stale & kept,
        HealthState.UNREAD: ~WITHOUT_ADDRESS & ~read & (stale | ~kept),
    }[state]


def count_by_state(documents: QuerySet[Document], now: datetime) -> Counter[HealthState]:
    """How many of the watched documents are in each state; one query."""
    counted = {
        state.value: Count("pk", filter=in_state(state, now))
        for state in HealthState
        if state is not HealthState.RETIRED
    }
    return Counter({HealthState(name): n for name, n in documents.order_by().aggregate(**counted).items()})


def looks_since(moment: datetime) -> Looks:
    """Looks taken since then at any document."""
    unread = Q(outcome__in=[Check.Outcome.FAILED, Check.Outcome.REFUSED])
    numbers = Check.objects.filter(at__gte=moment).aggregate(
        taken=Count("pk"), unread=Count("pk", filter=unread)
    )
    return Looks(**numbers)


def looks_by_day(now: datetime, days: int) -> list[tuple[date, Looks]]:
    """The looks of each of the last days (UTC), oldest first, today last; days without looks are there too."""
    first = now.date() - timedelta(days=days - 1)
    unread = Q(outcome__in=[Check.Outcome.FAILED, Check.Outcome.REFUSED])
    rows = (
        Check.objects.filter(at__gte=datetime.combine(first, time.min, tzinfo=UTC))
        .order_by()
        .values_list("at__date")
        .annotate(taken=Count("pk"), unread=Count("pk", filter=unread))
    )
    counted = {day: Looks(taken, bad) for day, taken, bad in rows}
    each = (first + timedelta(days=step) for step in range(days))
    return [(day, counted.get(day, Looks(0, 0))) for day in each]


def health_of_platforms(platform_ids: Iterable[int], now: datetime) -> dict[int, PlatformHealth]:
    """For each platform, how many of its watched documents were read as planned; one query."""
    ids = list(platform_ids)
    documents = (
        listed_documents().filter(platform__in=ids, retired=False).select_related("schedule").order_by()
    )
    tallies: dict[int, Counter[HealthState]] = {key: Counter() for key in ids}
    for document in documents:
        tallies[document.platform_id][health_of(document, now).state] += 1
    return {
        key: PlatformHealth(
            tally[HealthState.READ],
            tally[HealthState.OVERDUE],
            tally[HealthState.STALE],
            tally[HealthState.IMPORTED],
            tally.total(),
        )
        for key, tally in tallies.items()
    }


def unread_alerts_of(membership: Membership) -> int:
    """How many alerts of the organization the member has not read, up to a hundred; inside its scope."""
    return unread_alerts(membership)[:_MOST_UNREAD].count()
