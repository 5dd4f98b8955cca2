"""A timeline as a picture: places of marks, bars, lanes and dates, worked out here and drawn as SVG by the template."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from platforms.models import Document, Version
from provisions.models import Change, ProvisionEvent

FREE_DAYS = 90
_WIDE, _NARROW = 960, 380
_LEFT, _RIGHT, _LANE, _TOP, _LINE = 18, 18, 104, 30, 56
_BAR, _LEAST, _TALLEST = 3.0, 4.0, 24.0  # units: a provision, what every bar has besides, and at most
_KIND = ProvisionEvent.Kind
_COUNTED = {
    _KIND.INTRODUCED: "introduced", _KIND.RESTORED: "introduced", _KIND.REWORDED: "reworded", _KIND.REMOVED: "removed"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Events:
    """How many provisions a version introduced (or brought back), reworded and removed."""

    introduced: int = 0
    reworded: int = 0
    removed: int = 0

    @property
    def in_words(self) -> str:
        """3 introduced, 1 removed; "" for none."""
        told = (("introduced", self.introduced), ("reworded", self.reworded), ("removed", self.removed))
        return ", ".join(f"{n} {word}" for word, n in told if n)


@dataclass(frozen=True, slots=True)
class Bar:
    """So many provisions, as an upright bar beside its mark."""

    kind: str  # introduced, reworded or removed
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One version on its lane: where, what it is called, where it leads, and how much it weighs."""

    x: float
    y: int
    label: str
    address: str
    severity: str  # "" for a first version and for what nobody is told of
    kind: str  # first, loud or quiet
    direction: str = ""
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """One document's line."""

    y: int
    name: str
    address: str
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
    width: int
    left: int = _LEFT
    narrow: bool = False

    @property
    def right(self) -> int:
        """Where lines end."""
        return self.width - _RIGHT


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of time that is drawn."""

    begin: datetime
    end: datetime

    def place(self, moment: datetime, width: int) -> float:
        """How far to the right a moment stands in a drawing of that width."""
        share = (moment - self.begin) / (self.end - self.begin)
        return round(_LEFT + (width - _LEFT - _RIGHT) * share, 1)


def span_of(versions: Sequence[Version], year: int | None, now: datetime) -> Span:
    """A calendar year, or from a little before the first version until today and at least the last 90 days."""
    if year is not None:
        begin = now.replace(year=year, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
        return Span(begin, min(begin.replace(year=year + 1), max(now, begin) + timedelta(days=1)))
    first = min((version.taken_at for version in versions), default=now)
    begin = min(first - (now - first) * 0.03, now - timedelta(days=FREE_DAYS))
    return Span(begin, now + timedelta(days=1))


def events_of(versions: Sequence[Version], counted: Sequence[tuple[int, str, int]]) -> dict[int, Events]:
    """For each version, by its key, what became of provisions; `counted` has (version, kind, how many)."""
    sums: dict[int, Counter[str]] = {version.pk: Counter() for version in versions}
    for version, kind, n in counted:
        word = _COUNTED.get(_KIND(kind))
        if version in sums and word:
            sums[version][word] += n
    return {key: Events(**found) for key, found in sums.items()}


def draw_timeline(
    documents: Sequence[Document],
    versions: Sequence[Version],
    changes: Mapping[int, Change],
    events: Mapping[int, Events],
    span: Span,
    *,
    narrow: bool = False,
) -> Picture | None:
    """One lane a document; None where there is nothing to draw."""
    groups = [
        (
            document.type,
            document.get_absolute_url(),
            [row for row in versions if row.document_id == document.pk],
        )
        for document in documents
    ]
    return draw_lanes(groups, changes, events, span, narrow=narrow)


def draw_lanes(
    groups: Sequence[tuple[str, str, Sequence[Version]]],
    changes: Mapping[int, Change],
    events: Mapping[int, Events],
    span: Span,
    *,
    narrow: bool = False,
) -> Picture | None:
    """Lanes as (name, address, versions); None where all are empty. `changes` and `events` are by the key of the
    version they came with."""
    width = _NARROW if narrow else _WIDE
    lanes: list[Lane] = []
    for name, address, own in groups:
        if own:
            y = _TOP + _LANE * len(lanes) + _LINE
            marks = tuple(
                _mark(
                    version,
                    changes.get(version.pk),
                    events[version.pk],
                    span.place(version.taken_at, width),
                    y,
                )
                for version in sorted(own, key=lambda version: version.taken_at)
            )
            # What is drawn later lies on top: a change of meaning over the layout of the day after.
            marks = tuple(sorted(marks, key=lambda mark: mark.kind == "loud"))
            lanes.append(Lane(y, name, address, marks))
    if not lanes:
        return None
    ticks = tuple(Tick(span.place(moment, width), label) for moment, label in _ticks(span, narrow=narrow))
    return Picture(_TOP + _LANE * len(lanes) + 4, tuple(lanes), ticks, width, narrow=narrow)


def _mark(version: Version, change: Change | None, events: Events, x: float, y: int) -> Mark:
    name = f"{version.document.type}, {version.taken_at:%-d %B %Y}"
    if change is None:
        label = f"{name}: version {version.number}{', the first we hold' if version.number == 1 else ''}"
        return Mark(x, y, label, version.get_absolute_url(), "", "first")
    told = f"; provisions: {events.in_words}" if events.in_words else ""
    bars = _bars(events, x, y)
    if not change.alarmed:
        label = f"{name}: {change.get_change_class_display().lower()}{told}"
        return Mark(x, y, label, change.get_absolute_url(), "", "quiet", bars=bars)
    weight = f"{change.get_severity_display().lower()} severity, {change.get_direction_display().lower()}"
    return Mark(
        x, y, f"{name}: {weight}{told}", change.get_absolute_url(), change.severity, "loud", change.direction, bars
    )  # fmt: skip


def _bars(events: Events, x: float, y: int) -> tuple[Bar, ...]:
    """What came stands on the line, what was reworded beside it, what went hangs below."""
    bars = []
    if events.introduced:
        height = min(_TALLEST, _BAR * events.introduced + _LEAST)
        bars.append(Bar("introduced", x - 5.5, y - 11 - height, height))
    if events.reworded:
        height = min(_TALLEST, _BAR * events.reworded + _LEAST)
        bars.append(Bar("reworded", x + 0.5, y - 11 - height, height))
    if events.removed:
        height = min(_TALLEST, _BAR * events.removed + _LEAST)
        bars.append(Bar("removed", x - 2.5, y + 11, height))
    return tuple(bars)


def _ticks(span: Span, *, narrow: bool) -> list[tuple[datetime, str]]:
    """Years, half-years, quarters or months, whichever gives a readable few."""
    days = (span.end - span.begin).days * (2 if narrow else 1)
    months = 12 if days > 2200 else 6 if days > 900 else 3 if days > 400 else 1
    moment = span.begin.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    found = []
    while moment <= span.end:
        if moment >= span.begin and (moment.month - 1) % months == 0:
            found.append((moment, f"{moment:%Y}" if months == 12 else f"{moment:%b %Y}"))
        moment = (moment + timedelta(days=32)).replace(day=1)
    return found
