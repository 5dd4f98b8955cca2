"""What can be taken out, as data: for each list its columns and, from the question in its address, its rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, QueryDict
from django.utils import timezone

from conductatlas.pages.changes import changes_asked
from conductatlas.pages.comparing import columns_of
from conductatlas.pages.facets import Facets
from conductatlas.pages.finding import demand_visible
from conductatlas.pages.picking import FEWEST, MOST, pick
from conductatlas.pages.platforms import platforms_asked
from monitoring.figures import health_of
from platforms.listing import listed_documents
from platforms.models import Platform, Version
from platforms.renaming import document_called, platform_called
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.models import Change, Provision

Value = str | int | float | date | datetime | None
Row = tuple[Value, ...]
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Table:
    """One list: `rows` narrows it as its page does, `row` gives the values of its columns.

    `parameters` are those of the question that count; others are not kept.
    """

    slug: str
    title: str
    columns: tuple[str, ...]
    rows: Callable[[QueryDict], QuerySet[Any]]
    row: Callable[[Any], Row]
    parameters: tuple[str, ...]

    def count(self, asked: QueryDict) -> int:
        """How many rows the question has."""
        return self.rows(asked).order_by().count()

    def each(self, asked: QueryDict) -> Iterator[Row]:
        """Every row, read in portions."""
        return (self.row(found) for found in self.rows(asked).iterator(chunk_size=_CHUNK))


def full(path: str) -> str:
    """The address as it is outside of the site."""
    return f"{settings.SITE_URL}{path}"


def _platform_row(row: Any) -> Row:
    return (
        row.slug, row.name, row.sector, row.country, row.home_url, row.documents_watched, full(row.get_absolute_url()),
    )  # fmt: skip


def _documents(asked: QueryDict) -> QuerySet[Any]:
    latest = Version.objects.filter(document=OuterRef("pk")).order_by("-number")
    rows = listed_documents().select_related("platform", "schedule")
    if platform := asked.get("platform", "").replace("\0", ""):
        rows = rows.filter(platform=platform_called(platform))
    return rows.annotate(versions_kept=Subquery(latest.values("number")[:1])).order_by(
        "platform__name", "type", "pk"
    )


def _document_row(row: Any) -> Row:
    health = health_of(row, timezone.now())
    return (
        row.platform.slug, row.platform.name, row.slug, row.type, row.language, row.region, " ".join(row.urls),
        row.versions_kept or 0, health.label, health.reason, health.last_read_at, full(row.get_absolute_url()),
    )  # fmt: skip


def _change_row(row: Change) -> Row:
    document = row.document
    return (
        row.pk, row.found_at, document.platform.slug, document.platform.name, document.type, row.get_change_class_display(),
        row.get_severity_display(), row.get_direction_display(), row.summary, "\n".join(row.points), row.words_added,
        row.words_removed, full(row.get_absolute_url()),
    )  # fmt: skip


def _provisions(asked: QueryDict) -> QuerySet[Provision]:
    rows = Facets.of(asked).keys().order_by("-severity_points", "-changed_at", "pk")
    return rows.select_related("document__platform", "version").defer("version__text", "lexemes")


def _provision_row(row: Provision) -> Row:
    document = row.document
    return (
        document.platform.slug, document.platform.name, document.type, row.title, TYPES_BY_SLUG[row.type].label,
        ", ".join(TYPES_BY_SLUG[slug].label for slug in row.types if slug in TYPES_BY_SLUG), row.get_severity_display(),
        row.get_direction_display(), row.get_stance_display(), row.confidence, row.says, row.quote,
        row.version.number, row.introduced_at, row.changed_at, full(row.get_absolute_url()),
    )  # fmt: skip


_PROVISION_COLUMNS = (
    "platform", "platform_name", "document", "title", "type", "types", "severity", "direction", "stance",
    "confidence", "says", "quote", "version", "introduced_at", "changed_at", "page",
)  # fmt: skip


def _versions(asked: QueryDict) -> QuerySet[Version]:
    slugs = [asked.get(name, "").replace("\0", "") for name in ("platform", "document")]
    platform = platform_called(slugs[0])
    document = document_called(platform, slugs[1]) if platform else None
    if document is None:
        raise Http404
    demand_visible(document, None)
    rows = document.versions.select_related("document__platform", "snapshot", "change")
    return rows.defer("text").order_by("-number")


def _version_row(row: Version) -> Row:
    change: Change | None = getattr(row, "change", None)
    return (
        row.number, row.taken_at, row.title, row.language, row.words, row.updated_on, row.effective_on, row.sha256,
        row.snapshot.sha256, row.snapshot.method, row.snapshot.source,
        change.get_change_class_display() if change else "", change.summary if change else "", full(row.get_absolute_url()),
    )  # fmt: skip


def _compared(asked: QueryDict) -> QuerySet[Provision]:
    """What the comparison shows, platform by platform. Raises Http404 where the question makes none."""
    kind = TYPES_BY_SLUG.get(asked.get("type", ""))
    picked = pick([slug for slug in asked.get("p", "").replace("\0", "").split(",") if slug])
    if kind is None or picked.faults or not FEWEST <= len(picked.platforms) <= MOST:
        raise Http404
    platforms: list[Platform] = sorted(picked.platforms, key=lambda platform: platform.slug)
    keys = [row.pk for column in columns_of(kind, platforms) for row in column.provisions]
    rows = Provision.objects.filter(pk__in=keys).order_by(
        "document__platform__slug", "-severity_points", "pk"
    )
    return rows.select_related("document__platform", "version").defer("version__text", "lexemes")


TABLES = {
    table.slug: table
    for table in (
        Table(
            "platforms",
            "Platforms",
            ("slug", "name", "sector", "country", "home", "documents_watched", "page"),
            platforms_asked,
            _platform_row,
            ("sector", "letter", "q"),
        ),
        Table(
            "documents",
            "Documents",
            (
                "platform", "platform_name", "slug", "type", "language", "region", "addresses", "versions_kept",
                "health", "reason", "last_read_at", "page",
            ),
            _documents,
            _document_row,
            ("platform",),
        ),
        Table(
            "changes",
            "Changes",
            (
                "id", "found_at", "platform", "platform_name", "document", "class", "severity", "direction",
                "summary", "points", "words_added", "words_removed", "page",
            ),
            changes_asked,
            _change_row,
            ("sector", "severity", "type", "cosmetic"),
        ),
        Table(
            "provisions",
            "Provisions",
            _PROVISION_COLUMNS,
            _provisions,
            _provision_row,
            ("q", "type", "severity", "direction", "platform", "sector", "regulation", "since"),
        ),
        Table(
            "versions",
            "Versions",
            (
                "number", "taken_at", "title", "language", "words", "updated_on", "effective_on", "text_sha256",
                "snapshot_sha256", "method", "source", "class", "summary", "page",
            ),
            _versions,
            _version_row,
            ("platform", "document"),
        ),
        Table("comparison", "Comparison", _PROVISION_COLUMNS, _compared, _provision_row, ("type", "p")),
    )
}  # fmt: skip


def question_of(table: Table, asked: QueryDict) -> QueryDict:
    """What of the address narrows this list: the same question, ready to be kept."""
    kept = QueryDict(mutable=True)
    for name in table.parameters:
        if asked.get(name):
            kept[name] = str(asked[name]).replace("\0", "")[:200]
    return kept
