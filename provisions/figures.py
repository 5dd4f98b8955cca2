"""Every number a page shows about what texts say and how they change: one function each, used by all pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Count, QuerySet

from platforms.models import Document, Platform, Version
from provisions.analysis.clause_types import CLAUSE_TYPES, GROUPS, TYPES_BY_SLUG, ClauseType
from provisions.models import Change, Provision, Severity

YEAR = timedelta(days=365)
WEEK = timedelta(days=7)
# Worst first, as every list and split shows them.
SEVERITIES = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
_PEERS_CONSIDERED = 40


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
    """How many provisions are foremost of a clause type, and that as a share of the largest such number."""

    type: ClauseType
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Peer:
    """A passage of another platform on the same subject, with how alike the wordings are (0 to 1)."""

    provision: Provision
    likeness: float

    @property
    def in_words(self) -> str:
        """The likeness as a reader is told it."""
        return next(words for least, words in _LIKENESS if self.likeness >= least)


_LIKENESS = ((0.6, "Nearly the same words"), (0.4, "Very close"), (0.3, "Closely related"), (0.0, "Related"))
# Below it, passages share a type and little else: read on 80 pairs of the demo, about 0.25 divides the two kinds.
_LEAST_LIKENESS = 0.26


def watched() -> Watched:
    """How many documents we look at, of how many platforms."""
    numbers = Document.objects.filter(retired=False).aggregate(
        platforms=Count("platform", distinct=True), documents=Count("pk")
    )
    return Watched(**numbers)


def versions_kept() -> int:
    """How many versions the archive holds."""
    return Version.objects.count()


def standing() -> QuerySet[Provision]:
    """The provisions that stand in the latest version of their document."""
    return Provision.objects.filter(removed_at=None)


def loud_changes() -> QuerySet[Change]:
    """The changes people are told of: substantive or minor, never layout, dates or a return to an earlier text."""
    return Change.objects.filter(alarmed=True)


def changes_since(moment: datetime) -> int:
    """How many changes that people are told of were found since then."""
    return loud_changes().filter(found_at__gte=moment).count()


def changes_in_year(documents: Iterable[Document], now: datetime) -> dict[int, int]:
    """For each document, by its key: how many changes worth telling were found in the last 12 months."""
    keys = [document.pk for document in documents]
    rows = loud_changes().filter(document__in=keys, found_at__gte=now - YEAR)
    counted = dict(rows.order_by().values_list("document").annotate(n=Count("pk")))
    return {key: counted.get(key, 0) for key in keys}


def platforms_read() -> int:
    """How many platforms have at least one provision that stands: the M of "n of M platforms"."""
    return standing().order_by().values("document__platform").distinct().count()


def adoption_of(slug: str) -> Share:
    """On how many of the platforms read a clause of this type stands."""
    bearing = (
        standing().filter(types__contains=[slug]).order_by().values("document__platform").distinct().count()
    )
    return Share(bearing, platforms_read())


def severity_split(provisions: QuerySet[Provision]) -> list[tuple[Severity, int]]:
    """How many provisions of each severity, worst first, none left out."""
    counted = dict(provisions.order_by().values_list("severity").annotate(n=Count("pk")))
    return [(severity, counted.get(severity.value, 0)) for severity in SEVERITIES]


def counts_by_type(provisions: QuerySet[Provision]) -> dict[str, int]:
    """How many provisions are foremost of each clause type, by its slug; types without any are left out."""
    return dict(provisions.order_by().values_list("type").annotate(n=Count("pk")))


def counts_by_group(provisions: QuerySet[Provision]) -> list[tuple[str, int, list[TypeCount]]]:
    """Groups of the taxonomy in its order, each with its total and its types; empty groups are left out."""
    counted = counts_by_type(provisions)
    most = max(counted.values(), default=1)
    grouped = []
    for group in GROUPS:
        types = [
            TypeCount(kind, counted[kind.slug], max(2, round(100 * counted[kind.slug] / most)))
            for kind in CLAUSE_TYPES
            if kind.group == group and kind.slug in counted
        ]
        if types:
            grouped.append((group, sum(entry.count for entry in types), types))
    return grouped


def peers_of(provision: Provision, count: int = 3) -> list[Peer]:
    """Passages of other platforms of the same foremost type, most alike first, one a platform; [] where none is close."""
    alike = (
        standing()
        .filter(type=provision.type)
        .exclude(document__platform=provision.document.platform_id)
        .annotate(likeness=TrigramSimilarity("quote", provision.quote))
        .filter(likeness__gte=_LEAST_LIKENESS)
        .select_related("document__platform", "version")
        .defer("version__text")
        .order_by("-likeness", "pk")[:_PEERS_CONSIDERED]
    )
    chosen: dict[int, Peer] = {}
    for peer in alike:
        chosen.setdefault(peer.document.platform_id, Peer(peer, peer.likeness))
    return list(chosen.values())[:count]


def neighbours_of(kind: ClauseType) -> list[ClauseType]:
    """The types that a clause type is most often mistaken for."""
    return [TYPES_BY_SLUG[slug] for slug in kind.neighbours]


def sectors() -> list[tuple[str, int]]:
    """The sectors with how many platforms each has, by name."""
    rows = Platform.objects.order_by("sector").values_list("sector").annotate(n=Count("pk"))
    return list(rows)
