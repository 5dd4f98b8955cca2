"""Reads the invented platforms: their documents, the dated versions, the days on which a page fails."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from conductatlas.demo.edits import DemoError, apply_edits, state_dates

PLATFORMS = Path(__file__).parent / "platforms"
LOOK_AT = time(9)  # UTC; the demo is looked at once on every day on which something happens

DOCUMENT_TYPES = (
    "Privacy Policy",
    "Terms of Service",
    "Community Guidelines",
    "Fee Schedule",
    "Developer Terms",
    "AI Terms",
    "Cookie Policy",
)
SECTORS = (
    "Social",
    "AI",
    "Music & video",
    "Marketplace",
    "Dating",
    "Work software",
    "Payments",
    "Games",
    "Cloud & mail",
    "Creators",
    "Health & fitness",
)
# What a version may be there to show; the tests hold that each is shown at least once.
CASES = {
    "class_waiver_added": "a waiver of class actions is slipped in among small edits",
    "retention_doubled": "data is kept twice as long as before",
    "notice_removed": "the promise to tell users before a change is taken out",
    "ai_training_added": "a clause that allows AI training on what users post",
    "flip": "another text is shown for a short while (an A/B test) and the earlier one returns",
    "redesign": "the page looks different, the words are the same",
    "date_only": "the date of the last update changes, the text does not",
    "silent_edit": "the text changes, the date of the last update does not",
    "moved": "a clause changes its place and keeps its words",
    "rights_removed": "a clause that promises rights is taken out",
    "rights_restored": "a clause that promises rights comes back",
    "two_pages": "one document spread over two web pages",
    "tables": "a document that is mostly tables",
    "awkward_markup": "divs instead of headings and lists, and panels that are closed at first",
}
FAULTS = {
    "outage": "the server answers 500",
    "maintenance": "an error page answered with status 200",
    "challenge": "a bot challenge answered with status 200",
    "login_wall": "a log-in form in place of the policy",
    "cookie_wall": "a consent page in place of the policy",
    "truncated": "the connection gives only the first half of the page",
    "empty_shell": "the frame of the page without the policy in it",
}


@dataclass(frozen=True, slots=True)
class DemoVersion:
    """One text of a document, shown from `starts` (00:00 UTC) until the next version starts."""

    starts: date
    markdown: str
    note: str
    layout: str
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoFault:
    """Whole days (UTC) on which a page is not the document; `ends` is the first good day again."""

    kind: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class DemoDocument:
    """A document and everything that happens to it; `paths` are its pages in reading order."""

    slug: str
    type: str
    title: str
    paths: tuple[str, ...]
    language: str
    versions: tuple[DemoVersion, ...]
    faults: tuple[DemoFault, ...]

    def version_on(self, day: date) -> DemoVersion | None:
        """The version shown on that day; None before the first."""
        shown = [version for version in self.versions if version.starts <= day]
        return shown[-1] if shown else None

    def fault_on(self, day: date) -> DemoFault | None:
        """The fault that hides the document on that day, if any."""
        return next((fault for fault in self.faults if fault.starts <= day < fault.ends), None)


@dataclass(frozen=True, slots=True)
class DemoPlatform:
    """An invented platform; `validator` says which header its server offers for conditional requests."""

    slug: str
    name: str
    sector: str
    description: str
    home_url_path: str
    company: str
    validator: str  # "etag", "last-modified" or "none"
    documents: tuple[DemoDocument, ...]


@dataclass(frozen=True, slots=True)
class DemoEvent:
    """A moment (UTC) from which something is served differently, and what it is."""

    moment: datetime
    platform: str
    document: str
    what: str  # "version", "recovered" or the kind of a fault
    note: str
    cases: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def demo_platforms(today: date) -> tuple[DemoPlatform, ...]:
    """All platforms by slug; `days_ago` in a declaration counts back from `today`. Raises DemoError."""
    folders = sorted(path.parent for path in PLATFORMS.glob("*/platform.toml"))
    return tuple(_read_platform(folder, today) for folder in folders)


def demo_events(today: date) -> list[DemoEvent]:
    """Everything that happens up to and including `today`, in order of time."""
    events = []
    for platform in demo_platforms(today):
        for document in platform.documents:
            for version in document.versions:
                at = (_look(version.starts), platform.slug, document.slug)
                events.append(DemoEvent(*at, "version", version.note, version.cases))
            for fault in document.faults:
                at = (_look(fault.starts), platform.slug, document.slug)
                events.append(DemoEvent(*at, fault.kind, FAULTS[fault.kind]))
                at = (_look(fault.ends), platform.slug, document.slug)
                events.append(DemoEvent(*at, "recovered", "the page is back"))
    past = [event for event in events if event.moment.date() <= today]
    return sorted(past, key=lambda event: (event.moment, event.platform, event.document, event.what))


def demo_days(today: date) -> list[datetime]:
    """The moments (09:00 UTC) up to `today` at which something is served differently than before."""
    return sorted({event.moment for event in demo_events(today)})


def demo_today(now: datetime) -> date:
    """The last day whose look at 09:00 UTC is not in the future of `now` (an aware time)."""
    look = _look(now.date())
    return now.date() if look <= now else now.date() - timedelta(days=1)


def _look(day: date) -> datetime:
    return datetime.combine(day, LOOK_AT, tzinfo=UTC)


def _read_platform(folder: Path, today: date) -> DemoPlatform:
    source = folder / "platform.toml"
    data = _read_toml(source)
    _demand(data["sector"] in SECTORS, source, f"unknown sector {data['sector']!r}")
    _demand(data["validator"] in ("etag", "last-modified", "none"), source, "unknown validator")
    return DemoPlatform(
        slug=folder.name,
        name=data["name"],
        sector=data["sector"],
        description=data["description"],
        home_url_path=f"/{folder.name}/",
        company=data["company"],
        validator=data["validator"],
        documents=tuple(_read_document(folder, row, data["layout"], today) for row in data["documents"]),
    )


def _read_document(folder: Path, row: dict[str, Any], layout: str, today: date) -> DemoDocument:
    source = folder / "platform.toml"
    _demand(row["type"] in DOCUMENT_TYPES, source, f"unknown document type {row['type']!r}")
    faults = []
    for fault in row.get("faults", ()):
        _demand(fault["kind"] in FAULTS, source, f"unknown fault {fault['kind']!r}")
        ends = fault["date"] + timedelta(days=fault.get("days", 1))
        faults.append(DemoFault(fault["kind"], fault["date"], ends))
    return DemoDocument(
        slug=row["slug"],
        type=row["type"],
        title=row["title"],
        paths=tuple(f"/{folder.name}/{path}" for path in row["paths"]),
        language=row.get("language", "en"),
        versions=_read_versions(folder / row["slug"], row, layout, today),
        faults=tuple(faults),
    )


def _read_versions(folder: Path, row: dict[str, Any], layout: str, today: date) -> tuple[DemoVersion, ...]:
    first, *others = sorted(folder.glob("*.md"))
    _demand(not others, folder, "only the first version is a whole text; give later ones as edits")
    starts = stated = date.fromisoformat(first.stem)
    template = first.read_text(encoding="utf-8")
    layout = row.get("layout", layout)
    cases = tuple(row.get("cases", ()))
    note = row.get("note", "First version.")
    versions = [DemoVersion(starts, _dated(template, stated, row), note, layout, cases)]
    seen = {first.stem: (template, stated)}
    for source in sorted(folder.glob("*.edits.toml")):  # "recent" sorts behind the dates
        data = _read_toml(source)
        name = source.name.removesuffix(".edits.toml")
        starts = _start_of(name, data, today, after=starts)
        if "repeats" in data:
            template, stated = seen[data["repeats"]]
        else:
            template = apply_edits(template, data.get("edits", []), source)
            stated = starts if data.get("new_date", True) else stated
        seen[name] = (template, stated)
        layout = data.get("layout", layout)
        cases = tuple(data.get("cases", ()))
        _demand(set(cases) <= set(CASES), source, f"unknown case among {cases}")
        versions.append(DemoVersion(starts, _dated(template, stated, row), data["note"], layout, cases))
    return tuple(versions)


def _start_of(name: str, data: dict[str, Any], today: date, after: date) -> date:
    # A clock that is set before the last dated version must not put the versions out of order.
    if "days_ago" in data:
        return max(today - timedelta(days=data["days_ago"]), after + timedelta(days=1))
    return date.fromisoformat(name)


def _dated(template: str, stated: date, row: dict[str, Any]) -> str:
    return state_dates(template, stated, row.get("date_format", "long"))


def _read_toml(source: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DemoError(f"{source}: {error}") from error


def _demand(condition: bool, source: Path, complaint: str) -> None:
    if not condition:
        raise DemoError(f"{source}: {complaint}")
