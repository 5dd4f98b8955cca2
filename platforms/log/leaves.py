"""What a leaf says of a thing in the archive: hashes, addresses, times, method and recipe, as canonical JSON."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import rfc8785

from platforms.models import Correction, LogEntry, Snapshot, Version

# Raised when leaves say more or less than before; those that stand stay as they are.
FORM = 1

_GREAT = 2**53  # beyond it a number is not the same for everybody

Json = dict[str, Any]


# Writes as RFC 8785 has it what is `_plain`.
_write = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical(content: Any) -> bytes:
    """The one way to write the JSON value (RFC 8785)."""
    return _write(content).encode() if _plain(content) else rfc8785.dumps(content)


def _plain(value: Any) -> bool:
    """Whether there is neither a fraction, nor a great number, nor a name beyond ASCII in it."""
    if isinstance(value, str):
        return True
    if isinstance(value, dict):
        return all(map(str.isascii, value)) and all(map(_plain, value.values()))
    if isinstance(value, list):
        return all(map(_plain, value))
    return value is None or (isinstance(value, int) and abs(value) < _GREAT)


def snapshot_leaf(snapshot: Snapshot) -> Json:
    """The bytes as received; reads `document.platform`. Headers are held by their hash, bodies by theirs."""
    return {
        **_about(LogEntry.Kind.SNAPSHOT, snapshot),
        "taken_at": moment(snapshot.taken_at),
        "sha256": snapshot.sha256,
        "method": snapshot.method,
        "locale": snapshot.locale,
        "source": snapshot.source,
        "pages": [
            {
                **{name: page[name] for name in ("request_url", "final_url", "status", "content_type")},
                **{name: page[name] for name in ("sha256", "size")},
                "headers_sha256": hashlib.sha256(canonical(page["headers"])).hexdigest(),
            }
            for page in snapshot.pages
        ],
    }


def version_leaf(version: Version) -> Json:
    """The text as read; reads `document.platform` and `snapshot`."""
    return {
        **_about(LogEntry.Kind.VERSION, version),
        "url": version.document.url,
        "number": version.number,
        "taken_at": moment(version.taken_at),
        "sha256": version.sha256,
        "snapshot_sha256": version.snapshot.sha256,
        "recipe": version.recipe,
    }


def correction_leaf(correction: Correction) -> Json:
    """What was wrong on a page and is right now."""
    return {
        "form": FORM,
        "kind": LogEntry.Kind.CORRECTION.value,
        "page": correction.page,
        "what": correction.what,
        "before": correction.before,
        "after": correction.after,
        "published_at": moment(correction.published_at),
    }


def moment(at: datetime) -> str:
    """A moment as leaves write it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _about(kind: LogEntry.Kind, row: Snapshot | Version) -> Json:
    document = row.document
    return {"form": FORM, "kind": kind.value, "document": f"{document.platform.slug}/{document.slug}"}
