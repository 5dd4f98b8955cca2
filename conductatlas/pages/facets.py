"""The registry's question, as it stands in the address: words and facets, and the rows that answer it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

from conductatlas.pages.finding import CountedRows
from conductatlas.pages.picking import LONGEST, platform_named
from platforms.models import Platform
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.figures import SEVERITIES, Tally, all_standing, kept_tally, sectors, standing
from provisions.models import Direction, Provision
from provisions.regulations.knowledge import regulations
from provisions.searching import MOST_RANKED, SINCE, SORTS, by_closeness, by_weight, fitting, query_of

# What a row of a list shows, and no more of the long texts.
LISTED = Provision.objects.select_related("document__platform").only(
    "slug", "title", "quote", "type", "severity", "direction", "introduced_at", "document__slug", "document__type",
    "document__platform__slug", "document__platform__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facets:
    """What is asked; "" where nothing is. Values that do not exist are dropped, so any address gives a page.

    `since` is a number of days within which the words came or changed; `sort` "" puts the closest or weightiest first.

    `query` is what the words are looked up by, worked out once for the list and all its numbers. `called` is how the
    platform was named; where that names none, nothing answers.
    """

    words: str = ""
    type: str = ""
    severity: str = ""
    direction: str = ""
    called: str = ""
    platform: Platform | None = None
    sector: str = ""
    regulation: str = ""
    since: str = ""
    sort: str = ""
    query: SearchQuery | None = None

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Reads `q`, `type`, `severity`, `direction`, `platform`, `sector`, `regulation`, `since` and `sort`."""

        def one_of(name: str, values: set[str]) -> str:
            value = query.get(name, "")
            return value if value in values else ""

        words = query.get("q", "").replace("\0", "").strip()[:120]
        called = query.get("platform", "").replace("\0", "").strip()[:LONGEST]
        return cls(
            words=words,
            query=query_of(words) if words else None,
            type=one_of("type", set(TYPES_BY_SLUG)),
            severity=one_of("severity", {severity.value for severity in SEVERITIES}),
            direction=one_of("direction", set(Direction.values)),
            called=called,
            platform=platform_named(called) if called else None,
            sector=query.get("sector", "").replace("\0", "")[:60],
            regulation=one_of("regulation", set(regulations())),
            since=one_of("since", {days for days, _ in SINCE}),
            sort=one_of("sort", {value for value, _ in SORTS}),
        )

    @property
    def asked(self) -> bool:
        """Whether anything narrows the list."""
        narrowing = (self.words, self.type, self.severity, self.direction, self.called, self.sector)
        return any((*narrowing, self.regulation, self.since))

    def tally(self) -> Tally:
        """What fits all but type, severity and direction: every number of the page is narrowed from it."""
        asked = (self.words, self.called.lower(), self.sector, self.regulation, self.since)
        if not any(asked):
            return all_standing().tally
        return kept_tally(repr(asked), self._standing())

    def rows(self, total: int) -> CountedRows:
        """The answer, of which there are `total`: the closest to the words first, or the weightiest of very many."""
        keys = self.keys()
        if self.sort == "newest":
            return CountedRows(keys.order_by("-changed_at", "pk"), total, LISTED)
        if self.query is not None and not self.sort and total <= MOST_RANKED:
            return CountedRows(by_closeness(keys, self.query), total, LISTED)
        return CountedRows(by_weight(keys), total, LISTED)

    def keys(self) -> QuerySet[Provision]:
        """All that fits, in no order."""
        keys = self._standing()
        if self.type:
            keys = keys.filter(types__contains=[self.type])
        if self.severity:
            keys = keys.filter(severity=self.severity)
        if self.direction:
            keys = keys.filter(direction=self.direction)
        return keys

    def _standing(self) -> QuerySet[Provision]:
        rows = standing()
        if self.query is not None:
            rows = rows.filter(fitting(self.query, self.words))
        if self.called:
            rows = rows.filter(document__platform=self.platform)
        if self.sector:
            rows = rows.filter(document__platform__sector=self.sector)
        if self.regulation:
            rows = rows.filter(regulations__contains=[self.regulation])
        if self.since:
            rows = rows.filter(changed_at__gte=timezone.now() - timedelta(days=int(self.since)))
        return rows

    def sectors(self) -> list[tuple[str, int]]:
        """The sectors one may choose, and the one asked for though nothing is in it: a filter at work must be seen."""
        known = sectors()
        asked = [(self.sector, 0)] if self.sector and self.sector not in dict(known) else []
        return [*known, *asked]
