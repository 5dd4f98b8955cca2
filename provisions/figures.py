"""Every number a page shows about what texts say and how they change: one function each, used by all pages."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self, TypeVar, cast

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.cache import cache
from django.db.models import Count, Exists, F, Func, OuterRef, QuerySet

from platforms.listing import listed_documents, listed_platforms, of_listed_documents
from platforms.models import Document, Version
from provisions.analysis.clause_types import CLAUSE_TYPES, GROUPS, TYPES_BY_SLUG, ClauseType
from provisions.belonging import KINDS_OF
from provisions.models import STANDING, Change, Provision, ProvisionEvent, Severity

T = TypeVar("T")

YEAR = timedelta(days=365)
WEEK = timedelta(days=7)
# Worst first, as every list and split shows them.
SEVERITIES = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
# At most so old is a number that was kept: what a new reading of an old text changes leaves no event.
_KEPT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Watched:
    """What we look at: documents that are not retired, and their platforms."""

    platforms: int
    documents: int


@dataclass(frozen=True, slots=True)
class Share:
    """`n` of `m` things."""

    n: int
    m: int

    @property
    def percent(self) -> int:
        """Rounded to whole percents; 0 of nothing is 0."""
        return round(100 * self.n / self.m) if self.m else 0


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many provisions are of a clause type, and that as a share of the largest such number."""

    type: ClauseType
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Provisions counted by their types, severity and direction, from which every smaller count is made."""

    rows: tuple[tuple[frozenset[str], str, str, int], ...]

    def narrowed(self, type: str = "", severity: str = "", direction: str = "") -> Self:
        """Those of one type (foremost or not), severity and direction; "" leaves one open."""
        return replace(
            self,
            rows=tuple(
                row
                for row in self.rows
                if (not type or type in row[0]) and severity in ("", row[1]) and direction in ("", row[2])
            ),
        )

    @property
    def total(self) -> int:
        """All of them."""
        return sum(n for *_, n in self.rows)

    @property
    def by_severity(self) -> list[tuple[Severity, int]]:
        """How many of each severity, worst first, none left out."""
        counted = Counter[str]()
        for _, severity, _, n in self.rows:
            counted[severity] += n
        return [(severity, counted[severity.value]) for severity in SEVERITIES]

    @property
    def by_type(self) -> Counter[str]:
        """How many of each clause type, by its slug. One of two types counts with both."""
        counted = Counter[str]()
        for types, _, _, n in self.rows:
            for slug in types:
                counted[slug] += n
        return counted

    @property
    def by_group(self) -> list[tuple[str, int, list[TypeCount]]]:
        """Groups of the taxonomy in its order, each with its total and its types; empty groups are left out."""
        counted = self.by_type
        most = max(counted.values(), default=1)
        grouped = []
        for group in GROUPS:
            kinds = [kind for kind in CLAUSE_TYPES if kind.group == group and counted[kind.slug]]
            slugs = {kind.slug for kind in kinds}
            total = sum(n for types, _, _, n in self.rows if not slugs.isdisjoint(types))
            shares = [
                TypeCount(kind, counted[kind.slug], max(2, round(100 * counted[kind.slug] / most)))
                for kind in kinds
            ]
            if total:
                grouped.append((group, total, shares))
        return grouped


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers of everything that stands; `adoption` has for each clause type how many platforms have such a clause."""

    tally: Tally
    adoption: Mapping[str, Share]


def watched() -> Watched:
    """How many documents we look at, of how many platforms."""
    numbers = (
        listed_documents()
        .filter(retired=False)
        .aggregate(platforms=Count("platform", distinct=True), documents=Count("pk"))
    )
    return Watched(**numbers)


def versions_kept() -> int:
    """How many versions the archive holds of what is listed."""
    return of_listed_documents(Version.objects.all()).count()


def standing() -> QuerySet[Provision]:
    """The provisions that stand in the latest version of their document, of all that is listed."""
    return of_listed_documents(Provision.objects.filter(STANDING))


def standing_in(documents: Iterable[Document]) -> QuerySet[Provision]:
    """The provisions that stand in these documents, listed or not."""
    return Provision.objects.filter(STANDING, document__in=[document.pk for document in documents])


def current() -> QuerySet[Provision]:
    """What stands in documents that are still looked at: what a platform is said to state today."""
    return standing().filter(document__retired=False)


def loud_changes() -> QuerySet[Change]:
    """The changes people are told of, of all that is listed: substantive or minor, never layout, dates or a return to an
    earlier text."""
    return of_listed_documents(Change.objects.filter(alarmed=True))


def loud_changes_in(documents: Iterable[Document]) -> QuerySet[Change]:
    """The changes people are told of in these documents, listed or not."""
    return Change.objects.filter(alarmed=True, document__in=[document.pk for document in documents])


def changes_since(moment: datetime) -> int:
    """How many changes that people are told of were found since then."""
    return loud_changes().filter(found_at__gte=moment).count()


def changes_in_year(documents: Iterable[Document], now: datetime) -> dict[int, int]:
    """For each document, by its key: how many changes worth telling were found in the last 12 months."""
    keys = [document.pk for document in documents]
    rows = Change.objects.filter(alarmed=True, document__in=keys, found_at__gte=now - YEAR)
    counted = dict(rows.order_by().values_list("document").annotate(n=Count("pk")))
    return {key: counted.get(key, 0) for key in keys}


def adoption_of(slug: str) -> Share:
    """On how many platforms a clause of this type stands now, of those whose documents would state it.

    A platform counts among the latter when we have read a document of a kind where the type belongs, or when any of
    its documents states it: so nobody states it without being counted.
    """
    return all_standing().adoption[slug]


def all_standing() -> Standing:
    """The numbers of all that stands."""
    return kept("all", _count_all_standing)


def kept_tally(question: str, provisions: QuerySet[Provision]) -> Tally:
    """The tally of provisions that stand, kept for the other pages of the same question; `question` tells it apart."""
    return kept(question, lambda: tally_of(provisions))


def kept(question: str, count: Callable[[], T]) -> T:
    """What was counted, until a provision comes, goes or changes, and for a minute at most; `question` tells it apart."""
    latest = ProvisionEvent.objects.order_by("-pk").values_list("pk", flat=True).first()
    digest = hashlib.sha256(question.encode()).hexdigest()
    return cast("T", cache.get_or_set(f"standing-{latest}-{digest}", count, _KEPT_SECONDS))


def _count_all_standing() -> Standing:
    stands = Provision.objects.filter(STANDING, document=OuterRef("pk"))
    read = listed_documents().filter(Exists(stands), retired=False)
    holders: dict[str, set[int]] = {}
    for kind, platform in read.order_by().values_list("type", "platform"):
        holders.setdefault(kind, set()).add(platform)
    bearing = (
        current()
        .order_by()
        .annotate(bears=Func(F("types"), function="unnest"))
        .values_list("bears")
        .annotate(platforms=ArrayAgg("document__platform", distinct=True))
    )
    bearers = dict(bearing)
    adoption = {}
    for slug, kinds in KINDS_OF.items():
        stating = set(bearers.get(slug, ()))
        adoption[slug] = Share(
            len(stating), len(stating.union(*(holders.get(kind, set()) for kind in kinds)))
        )
    return Standing(tally_of(standing()), adoption)


def tally_of(provisions: QuerySet[Provision]) -> Tally:
    """The provisions counted; one query, which the indexes of what stands answer alone."""
    rows = provisions.order_by().values_list("types", "severity", "direction").annotate(n=Count("pk"))
    return Tally(tuple((frozenset(types), severity, direction, n) for types, severity, direction, n in rows))


def neighbours_of(kind: ClauseType) -> list[ClauseType]:
    """The types that a clause type is most often mistaken for."""
    return [TYPES_BY_SLUG[slug] for slug in kind.neighbours]


def sectors() -> list[tuple[str, int]]:
    """The sectors with how many platforms each has, by name."""
    rows = listed_platforms().order_by("sector").values_list("sector").annotate(n=Count("pk"))
    return list(rows)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two platforms worth comparing, as (slug, name), in the order of their slugs."""

    sector: str
    first: tuple[str, str]
    second: tuple[str, str]


def well_read_pairs() -> list[Pair]:
    """The two platforms of each sector of which we have read most provisions; the sectors with most first."""
    return kept("pairs", _count_pairs)


def _count_pairs() -> list[Pair]:
    rows = (
        current()
        .order_by()
        .values_list("document__platform__sector", "document__platform__slug", "document__platform__name")
        .annotate(n=Count("pk"))
    )
    by_sector: dict[str, list[tuple[int, str, str]]] = {}
    for sector, slug, name, n in rows:
        by_sector.setdefault(sector, []).append((n, slug, name))
    pairs = []
    for sector, found in by_sector.items():
        best = sorted(found, key=lambda row: (-row[0], row[1]))[:2]
        if len(best) == 2:
            first, second = sorted((slug, name) for _, slug, name in best)
            pairs.append((-best[1][0], Pair(sector, first, second)))
    return [pair for _, pair in sorted(pairs, key=lambda item: (item[0], item[1].sector))]
