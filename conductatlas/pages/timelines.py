"""A timeline as a picture: places of marks, lanes and dates, worked out here and drawn as SVG by the template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from platforms.models import Document, Version
from provisions.models import Change

FREE_DAYS = 90
WIDTH = 960
_LEFT, _RIGHT, _LANE, _TOP = 16, 16, 56, 34


@dataclass(frozen=True, slots=True)
class Mark:
    """One version on its lane: where, what it is called, where it leads, and how much it weighs."""

    x: float
    y: int
    label: str
    address: str
    severity: str  # "" for a first version and for what nobody is told of
    kind: str  # first, loud or quiet


@dataclass(frozen=True, slots=True)
class Lane:
    """One document's line."""

    y: int
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it, in units of the drawing."""

    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    left: int = _LEFT
    right: int = WIDTH - _RIGHT


def draw_timeline(
    documents: Sequence[Document], versions: Sequence[Version], changes: Mapping[int, Change], now: datetime
) -> Picture | None:
    """None where there is nothing to draw. `changes` are by the key of the version they led to."""
    if not versions:
        return None
    first = min(version.taken_at for version in versions)
    begin, end = min(first - (now - first) * 0.03, now - timedelta(days=FREE_DAYS)), now + timedelta(days=1)
    span = (end - begin).total_seconds()

    def place(moment: datetime) -> float:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * (moment - begin).total_seconds() / span, 1)

    lanes: list[Lane] = []
    for document in documents:
        own = [version for version in versions if version.document_id == document.pk]
        if own:
            y = _TOP + _LANE * len(lanes) + 28
            marks = tuple(
                _mark(version, changes.get(version.pk), place(version.taken_at), y) for version in own
            )
            lanes.append(Lane(y, document.type, marks))
    ticks = tuple(Tick(place(moment), label) for moment, label in _ticks(begin, end))
    return Picture(_TOP + _LANE * len(lanes) + 8, tuple(lanes), ticks)


def _mark(version: Version, change: Change | None, x: float, y: int) -> Mark:
    day = f"{version.taken_at:%-d %B %Y}"
    name = f"{version.document.type}, {day}"
    if change is None:
        return Mark(x, y, f"{name}: version {version.number}", version.get_absolute_url(), "", "first")
    if not change.alarmed:
        label = f"{name}: {change.get_change_class_display().lower()}"
        return Mark(x, y, label, change.get_absolute_url(), "", "quiet")
    label = f"{name}: {change.get_severity_display().lower()} severity"
    return Mark(x, y, label, change.get_absolute_url(), change.severity, "loud")


def _ticks(begin: datetime, end: datetime) -> list[tuple[datetime, str]]:
    """Years, quarters or months, whichever gives a readable few."""
    days = (end - begin).days
    months = 12 if days > 1100 else 3 if days > 300 else 1
    moment = begin.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    found = []
    while moment <= end:
        if moment >= begin and (moment.month - 1) % months == 0:
            found.append((moment, f"{moment:%Y}" if months == 12 else f"{moment:%b %Y}"))
        moment = (moment + timedelta(days=32)).replace(day=1)
    return found
