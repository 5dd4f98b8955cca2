"""What a channel is told of an alert, whatever its format; and the message that goes out. Values only."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings

from provisions.models import Change


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words, or a test; lengths are cut by each format to its own limits."""

    test: bool
    change_id: int | None
    platform: str
    document: str
    summary: str
    points: tuple[str, ...]
    severity: str
    severity_label: str
    direction: str
    found_at: datetime
    url: str
    # When the change was taken back; the message then follows up on the one that told of it.
    taken_back_at: datetime | None = None

    @property
    def call(self) -> str:
        """What the link says."""
        return "See your channels" if self.test else "Read the change"

    @property
    def title(self) -> str:
        """One line: where, and how grave."""
        if self.test:
            return "A test from ConductAtlas"
        if self.taken_back_at:
            return f"{self.platform}: a change of its {self.document} was taken back"
        return f"{self.platform}: {self.document} changed ({self.severity_label.lower()} severity)"


@dataclass(frozen=True, slots=True)
class Message:
    """The body of a POST and its headers; every body is JSON."""

    content: bytes
    headers: Mapping[str, str]


def json_message(content: Mapping[str, object]) -> Message:
    """The content as it is posted to a service that takes JSON and no signature."""
    return Message(json.dumps(content).encode(), {"content-type": "application/json"})


def told_of(change: Change, *, taken_back_at: datetime | None = None) -> Told:
    """What is told of a change, complete; or, where it was taken back meanwhile, that."""
    summary = change.summary
    if taken_back_at:
        day = f"{change.found_at:%-d %B %Y}"
        summary = f"The text is again what it was before the change of {day}, of which we told you: {summary}"
    return Told(
        test=False,
        change_id=change.pk,
        platform=change.document.platform.name,
        document=change.document.type,
        summary=summary,
        points=() if taken_back_at else tuple(change.points),
        severity=change.severity,
        severity_label=change.get_severity_display(),
        direction=change.direction,
        found_at=change.found_at.astimezone(UTC),
        url=settings.SITE_URL + change.get_absolute_url(),
        taken_back_at=taken_back_at.astimezone(UTC) if taken_back_at else None,
    )


def told_as_test(now: datetime) -> Told:
    """A message that says it is a test, so that nobody takes it for a change."""
    words = "This channel works. Changes on what you watch will be told here."
    page = f"{settings.SITE_URL}/app/channels/"
    return Told(True, None, "", "", words, (), "low", "Low", "neutral", now.astimezone(UTC), page)


def cut(text: str, length: int) -> str:
    """The text in at most so many characters, ending in … where some are missing."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
