"""The one who puts leaves into the log, in order: what the archive owes it, oldest first, none twice, none left out.

The pipeline only leaves a note in its own transaction (see triggers.py) and waits for nobody. A note whose transaction
ends late is found late, and the leaf then comes later in the log; it is never passed over.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Max

from platforms.inserting import insert_rows
from platforms.log.leaves import canonical, correction_leaf, snapshot_leaf, version_leaf
from platforms.log.merkle import leaf_hash
from platforms.log.tiles import append_hashes
from platforms.models import Correction, LogEntry, Snapshot, Unlogged, Version

Kind = LogEntry.Kind

_LOCK = 9162  # the number of the database's advisory lock that the sequencer holds
_BATCH = 1000

_WRITING: dict[Kind, Callable[[Any], dict[str, Any]]] = {
    Kind.SNAPSHOT: snapshot_leaf,
    Kind.VERSION: version_leaf,
    Kind.CORRECTION: correction_leaf,
}


def size_of_log() -> int:
    """How many leaves there are."""
    last = LogEntry.objects.aggregate(last=Max("index"))["last"]
    return 0 if last is None else last + 1


def append_owed(now: datetime) -> int:
    """Put all that is owed at this moment into the log; returns how much. Leaves at once where another is at it."""
    appended = 0
    while True:
        batch = _append_batch(now)
        appended += batch
        if batch < _BATCH:
            return appended


@transaction.atomic
def _append_batch(now: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if not cursor.fetchone()[0]:
            return 0
    owed = list(Unlogged.objects.order_by("pk").values_list("pk", "kind", "object_id")[:_BATCH])
    rows = {kind: _rows(kind, [key for _, of, key in owed if of == kind]) for kind in Kind}
    leaves = [canonical(_WRITING[Kind(kind)](rows[Kind(kind)][key])) for _, kind, key in owed]
    size, hashes = size_of_log(), [leaf_hash(leaf) for leaf in leaves]
    insert_rows([
        LogEntry(
            index=size + place, kind=kind, leaf=leaves[place].decode(), leaf_hash=hashes[place], logged_at=now,
            **{f"{kind}_id": key},
        )
        for place, (_, kind, key) in enumerate(owed)
    ])  # fmt: skip
    append_hashes(size, hashes)
    Unlogged.objects.filter(pk__in=[note for note, _, _ in owed]).delete()
    return len(owed)


def _rows(kind: LogEntry.Kind, keys: Iterable[int]) -> dict[int, Any]:
    if kind == Kind.SNAPSHOT:
        return Snapshot.objects.prefetch_related("document__platform").in_bulk(list(keys))
    if kind == Kind.CORRECTION:
        return Correction.objects.in_bulk(list(keys))
    versions = Version.objects.select_related("snapshot").prefetch_related("document__platform")
    versions = versions.only("document", "number", "taken_at", "sha256", "recipe", "snapshot__sha256")
    return versions.in_bulk(list(keys))
