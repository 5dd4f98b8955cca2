"""Who is due: documents claimed in the database, one worker a host, backing off after failures."""

import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from monitoring.errors import Failure
from monitoring.models import Schedule
from platforms.models import NOWHERE, Document

LEASE = timedelta(minutes=15)
_FIRST_RETRY = timedelta(minutes=30)
_CLAIMING = 0x10C4  # names our advisory lock: claims are made one after the other

_OF_A_HOST = 4  # documents a claim takes of one host: they are asked for one after the other
_LOOKED_THROUGH = 40  # documents, for each host that is wanted: what is due longest is chosen from
# A host with a claimed document is left alone: its worker asks it one thing at a time. So a claim takes few hosts and
# several documents of each, or one worker would hold every host while the others find nothing to do.
_DUE = """
    WITH due AS (
        SELECT document_id, host, next_look_at
        FROM monitoring_schedule JOIN platforms_document ON platforms_document.id = document_id
        WHERE NOT retired AND next_look_at <= %(now)s AND (claimed_until IS NULL OR claimed_until < %(now)s)
          AND host <> %(nowhere)s
          AND host NOT IN (SELECT host FROM monitoring_schedule WHERE claimed_until >= %(now)s)
        ORDER BY next_look_at LIMIT %(looked_through)s
    ), in_turn AS (
        SELECT document_id, host, row_number() OVER (PARTITION BY host ORDER BY next_look_at, document_id) AS turn,
               min(next_look_at) OVER (PARTITION BY host) AS longest
        FROM due
    ), by_host AS (
        SELECT document_id, turn, dense_rank() OVER (ORDER BY longest, host) AS host_number FROM in_turn
    )
    SELECT document_id FROM monitoring_schedule
    WHERE document_id IN (SELECT document_id FROM by_host WHERE host_number <= %(hosts)s AND turn <= %(of_a_host)s)
    FOR UPDATE SKIP LOCKED
"""


def start_schedule(document: Document, now: datetime) -> Schedule:
    """The document's schedule, due at once where it is new; the host follows the document's address."""
    host = origin_of(document.url)
    schedule, made = Schedule.objects.get_or_create(
        document=document, defaults={"host": host, "next_look_at": now}
    )
    if not made and schedule.host != host:
        Schedule.objects.filter(pk=schedule.pk).update(host=host)
        schedule.host = host
    return schedule


def origin_of(url: str) -> str:
    """The host and port that a request to this URL would bother; what is no URL is a host of its own."""
    try:
        parts = urlsplit(url)
    except ValueError:  # the fetch says what is wrong with it
        return url[:255].lower()
    return (parts.netloc.rpartition("@")[2] or parts.path)[:255].lower()


def claim_due_documents(now: datetime, hosts: int) -> list[Schedule]:
    """Due documents of the `hosts` that have waited longest, held for LEASE; no two workers ever hold a host together."""
    asked: dict[str, int | str | datetime] = {
        "now": now,
        "nowhere": origin_of(NOWHERE),
        "hosts": hosts,
        "of_a_host": _OF_A_HOST,
        "looked_through": hosts * _LOOKED_THROUGH,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CLAIMING])
        cursor.execute(_DUE, asked)
        due = [row[0] for row in cursor.fetchall()]
        Schedule.objects.filter(pk__in=due).update(claimed_until=now + LEASE)
    found = Schedule.objects.filter(pk__in=due).select_related("document__platform", "snapshot", "version")
    claimed = list(found.order_by("next_look_at"))
    for schedule in claimed:
        _forget_way_back(schedule)
    return claimed


def _forget_way_back(schedule: Schedule) -> None:
    """A document that knows its schedule keeps both, and the text of the version, until the collector comes: megabytes."""
    Schedule.document.field.remote_field.delete_cached_value(schedule.document)


def hold_document(document_id: int, now: datetime) -> bool:
    """Keep live looks away from a document for LEASE; False while one of them holds it."""
    return bool(Schedule.objects.filter(_free(now), pk=document_id).update(claimed_until=now + LEASE))


def keep_holding(document_ids: Iterable[int], now: datetime) -> None:
    """Hold for another LEASE what the caller holds already; recording a look lets go of its document."""
    Schedule.objects.filter(pk__in=document_ids).update(claimed_until=now + LEASE)


def let_go(document_ids: Iterable[int]) -> None:
    """Leave documents to live looks again."""
    Schedule.objects.filter(pk__in=document_ids).update(claimed_until=None)


def next_look(document_id: int, now: datetime) -> datetime:
    """A day (LOOK_EVERY) from now, give or take up to a twentieth, the same for a document every time.

    The spread keeps documents that were caught up together after an outage from staying together.
    """
    spread = (zlib.crc32(str(document_id).encode()) % 1000) / 1000 - 0.5
    return now + settings.LOOK_EVERY * (1 + spread / 10)


def next_try(
    failure: Failure, failures_in_row: int, now: datetime, retry_after: float | None = None
) -> datetime:
    """After a failure: half an hour, doubling to a day, for what may pass by itself; a day for what will not.

    `retry_after` (seconds) is what the server asked for; we never come sooner.
    """
    wait = settings.LOOK_EVERY
    if failure.transient:
        wait = min(wait, _FIRST_RETRY * 2 ** min(failures_in_row - 1, 10))
    return now + max(wait, timedelta(seconds=retry_after or 0))


def count_due(now: datetime) -> int:
    """How many documents wait to be looked at."""
    due = Schedule.objects.filter(_free(now), next_look_at__lte=now, document__retired=False)
    return due.exclude(host=origin_of(NOWHERE)).count()


def _free(now: datetime) -> Q:
    """Held by nobody."""
    return Q(claimed_until=None) | Q(claimed_until__lt=now)
