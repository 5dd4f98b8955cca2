"""Webhooks as Standard Webhooks 1.0 has them (standardwebhooks.com): id, timestamp and HMAC-SHA256 signatures."""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from monitoring.channels.telling import Message, Told

PREFIX = "whsec_"


def new_secret() -> str:
    """A signing secret: 256 random bits (the standard asks for 192 to 512)."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def webhook_message(told: Told, *, key: str, signing: Sequence[str], now: datetime) -> Message:
    """The event, signed at `now` with every secret of `signing` (the newest first)."""
    content = json.dumps(_event(told), ensure_ascii=False, separators=(",", ":")).encode()
    stamp = str(int(now.timestamp()))
    headers = {
        "content-type": "application/json",
        "webhook-id": key,
        "webhook-timestamp": stamp,
        "webhook-signature": " ".join(_signature(secret, key, stamp, content) for secret in signing),
    }
    return Message(content, headers)


def _event(told: Told) -> dict[str, object]:
    if told.test:
        data: dict[str, object] = {"message": told.summary}
    else:
        data = {
            "change": told.change_id,
            "platform": told.platform,
            "document": told.document,
            "severity": told.severity,
            "direction": told.direction,
            "summary": told.summary,
            "points": list(told.points),
            "found_at": told.found_at.isoformat(),
            "url": told.url,
        }
    kind = "channel.test" if told.test else "change.alert"
    if told.taken_back_at:
        kind = "change.taken_back"
        data["taken_back_at"] = told.taken_back_at.isoformat()
    return {
        "type": kind,
        "timestamp": (told.taken_back_at or told.found_at).astimezone(UTC).isoformat(),
        "data": data,
    }


def _signature(secret: str, key: str, stamp: str, content: bytes) -> str:
    signed = f"{key}.{stamp}.".encode() + content
    digest = hmac.new(base64.b64decode(secret.removeprefix(PREFIX)), signed, hashlib.sha256).digest()
    return "v1," + base64.b64encode(digest).decode()
