"""What search engines are told: the sitemaps, and robots.txt that keeps filtered lists out of the index."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from conductatlas.pages.finding import CountedRows
from platforms.listing import listed_documents, listed_platforms, of_listed_documents
from platforms.models import Document, Platform
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.figures import Pair, loud_changes, well_read_pairs
from provisions.models import Change, Provision
from provisions.regulations.knowledge import regulations
from provisions.report_kinds import REPORTS

_PAGES = (
    "home",
    "platforms",
    "changes",
    "provisions",
    "compare",
    "regulations",
    "reports",
    "methodology",
    "pricing",
    "about",
    "faq",
    "developers",
    "corrections",
    "log",
    "status",
    "terms",
    "privacy",
)
_ROBOTS = """User-agent: *
Disallow: /app/
Disallow: /accounts/
Disallow: /staff/
Disallow: /*?
Sitemap: {address}
"""


class Pages(Sitemap):
    """Pages there is one of, the clause types, the regulations and the reports."""

    def items(self) -> list[str]:
        return [
            *(reverse(name) for name in _PAGES),
            *(reverse("clause_type", args=[t.slug]) for t in CLAUSE_TYPES),
            *(reverse("regulation", args=[slug]) for slug in regulations()),
            *(reverse("report", args=[kind.slug]) for kind in REPORTS),
        ]

    def location(self, item: str) -> str:
        return item


class Comparisons(Sitemap):
    """The pairs that the picker proposes; all pairs there are would be a quarter of a million."""

    def items(self) -> list[Pair]:
        return well_read_pairs()

    def location(self, item: Pair) -> str:
        return reverse("compare_pair", args=[item.first[0], item.second[0]])


class Platforms(Sitemap):
    """Every platform."""

    def items(self) -> QuerySet[Platform]:
        return listed_platforms().order_by("pk")


class Timelines(Platforms):
    """The history of every platform."""

    def location(self, item: Platform) -> str:
        return reverse("timeline", args=[item.slug])


class Matrices(Platforms):
    """The laws that each platform's documents engage."""

    def location(self, item: Platform) -> str:
        return reverse("platform_regulations", args=[item.slug])


class _Long(Sitemap):
    """A list of very many rows: read a page at a time, by its keys. The index tells no date, which would read them all."""

    limit = 150
    rows: QuerySet[Any]

    def items(self) -> CountedRows:
        return CountedRows(self.rows.order_by("pk"), self.rows.count(), self.rows)

    def get_latest_lastmod(self) -> None:
        return None


class Documents(_Long):
    """Every document."""

    rows = listed_documents().select_related("platform").only("slug", "platform__slug")


class Compliances(Documents):
    """What the law asks of every document."""

    def location(self, item: Document) -> str:
        return reverse("document_compliance", args=[item.platform.slug, item.slug])


class Provisions(_Long):
    """Every provision, also those that went: their history is what people look for."""

    rows = (
        of_listed_documents(Provision.objects.all())
        .select_related("document__platform")
        .only("slug", "changed_at", "document__slug", "document__platform__slug")
    )

    def lastmod(self, item: Provision) -> datetime:
        return item.changed_at


class Changes(_Long):
    """Every change that people are told of."""

    rows = (
        loud_changes()
        .select_related("document__platform")
        .only("found_at", "document__slug", "document__platform__slug")
    )

    def lastmod(self, item: Change) -> datetime:
        return item.found_at


SITEMAPS = {
    "pages": Pages, "comparisons": Comparisons, "platforms": Platforms, "timelines": Timelines, "regulations": Matrices,
    "documents": Documents, "compliance": Compliances, "provisions": Provisions, "changes": Changes,
}  # fmt: skip


def robots(request: HttpRequest) -> HttpResponse:
    """The facets of a list are the same rows in another order: not for the index."""
    text = _ROBOTS.format(address=f"{settings.SITE_URL}{reverse('sitemaps')}")
    return HttpResponse(text, content_type="text/plain")
