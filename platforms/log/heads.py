"""Signed tree heads: what the log holds at a moment, in a form that nobody can take back."""

import base64
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction

from platforms.log.leaves import moment
from platforms.log.merkle import root_of
from platforms.log.notes import key_id, public_bytes, sign_note, signing_key
from platforms.log.sequencer import append_owed, size_of_log
from platforms.log.tiles import from_tiles
from platforms.models import LogHead, LogKey

_LOCK = 9163  # the number of the database's advisory lock of whoever publishes


def publish_head(now: datetime) -> LogHead | None:
    """Log what is owed and sign the tree as it then is; None while it is empty. Raises NoSigningKey."""
    key = signing_key()
    append_owed(now)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        size = size_of_log()
        if not size:
            return None
        root = from_tiles(root_of, size)
        public, name = public_bytes(key), settings.LOG_NAME
        text = f"{name}\n{size}\n{base64.b64encode(root).decode()}\n{moment(now)}\n"
        known, _ = LogKey.objects.get_or_create(
            key_id=key_id(name, public).hex(),
            defaults={
                "name": name,
                "public_key": base64.b64encode(public).decode(),
                "first_used_at": now,
            },
        )
        return LogHead.objects.create(
            size=size, root=root.hex(), at=now, note=sign_note(text, name, key), key=known
        )


def latest_head() -> LogHead | None:
    """The head published last."""
    return LogHead.objects.select_related("key", "stamp").order_by("-pk").first()


def first_head_over(index: int) -> LogHead | None:
    """The first head whose tree has the leaf; it stays the same for good, so that what is proved by it does too."""
    return (
        LogHead.objects.select_related("key", "stamp").filter(size__gt=index).order_by("size", "pk").first()
    )
