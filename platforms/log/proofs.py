"""What stands in the log as values to hand out: a leaf with the way to a signed head, and the head with its keys."""

import base64
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from platforms.log.heads import first_head_over
from platforms.log.merkle import inclusion_proof
from platforms.log.tiles import from_tiles
from platforms.models import LogEntry, LogHead, LogKey, LogStamp

Json = dict[str, Any]


class NotProvable(Exception):
    """The leaf is under no signed head yet."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: in words, and the path of the page where that is read."""

    words: str
    page: str


def entries() -> QuerySet[LogEntry]:
    """The entries, each with what it is about, annotated with `public`: whether that and the content may be shown.

    Of an unlisted document they may not.
    """
    rows = LogEntry.objects.select_related(
        "snapshot__document__platform", "version__document__platform", "correction"
    ).defer("snapshot__pages", "version__text", "version__recipe")
    return rows.annotate(
        public=Coalesce("snapshot__document__listed", "version__document__listed", Value(value=True))
    )


def subject_of(entry: LogEntry) -> Subject | None:
    """What one of the `entries()` is about; None while it is not public."""
    if not entry.public:  # type: ignore[attr-defined]  # annotated
        return None
    if entry.version:
        version = entry.version
        return Subject(f"{version.document}, version {version.number}", version.get_absolute_url())
    if entry.snapshot:
        document = entry.snapshot.document
        return Subject(str(document), document.get_absolute_url())
    assert entry.correction
    return Subject(entry.correction.page, entry.correction.page)


def proof_of(entry: LogEntry, head: LogHead | None = None) -> Json:
    """All that is needed to check the entry but the keys: by this head, or by the first one over it. Raises NotProvable."""
    head = head or first_head_over(entry.index)
    if head is None:
        raise NotProvable(
            "Its entry is not under a signed head of the log yet. The next is signed on the hour."
        )
    path = from_tiles(inclusion_proof, entry.index, head.size)
    return {
        "index": entry.index,
        "leaf": entry.leaf,
        "note": head.note,
        "path": [step.hex() for step in path],
        "stamp": stamp_of(head),
    }


def stamp_of(head: LogHead) -> Json | None:
    """What an authority says of when the head was there; None where none was asked, or has not answered yet."""
    stamp: LogStamp | None = getattr(head, "stamp", None)
    if stamp is None:
        return None
    token = base64.b64encode(stamp.token).decode()
    return {"at": stamp.at, "authority": stamp.authority, "token": token}


def published_keys() -> list[Json]:
    """Every key that ever signed a head, oldest first."""
    return [
        {
            "key_id": key.key_id,
            "name": key.name,
            "public_key": key.public_key,
            "first_used_at": key.first_used_at,
        }
        for key in LogKey.objects.order_by("first_used_at", "pk")
    ]
