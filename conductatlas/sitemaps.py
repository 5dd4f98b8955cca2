"""What search engines are told: the sitemaps, and robots.txt that keeps filtered lists out of the index."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from platforms.models import Document, Platform
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.models import Change, Provision

_PAGES = (
    "home",
    "platforms",
    "changes",
    "provisions",
    "methodology",
    "pricing",
    "about",
    "faq",
    "corrections",
    "status",
)
_ROBOTS = """User-agent: *
Disallow: /app/
Disallow: /accounts/
Disallow: /staff/
Disallow: /search/
Disallow: /*?
Sitemap: {address}
"""


class Pages(Sitemap):
    """Pages there is one of, and the clause types."""

    def items(self) -> list[str]:
        return [
            *(reverse(name) for name in _PAGES),
            *(reverse("clause_type", args=[t.slug]) for t in CLAUSE_TYPES),
        ]

    def location(self, item: str) -> str:
        return item


class Platforms(Sitemap):
    """Every platform."""

    def items(self) -> QuerySet[Platform]:
        return Platform.objects.order_by("pk")


class Documents(Sitemap):
    """Every document."""

    def items(self) -> QuerySet[Document]:
        return Document.objects.select_related("platform").order_by("pk")


class Provisions(Sitemap):
    """Every provision, also those that went: their history is what people look for."""

    limit = 5000

    def items(self) -> QuerySet[Provision]:
        rows = Provision.objects.select_related("document__platform").order_by("pk")
        return rows.only("slug", "changed_at", "document__slug", "document__platform__slug")

    def lastmod(self, item: Provision) -> object:
        return item.changed_at


class Changes(Sitemap):
    """Every change that people are told of."""

    limit = 5000

    def items(self) -> QuerySet[Change]:
        rows = Change.objects.filter(alarmed=True).select_related("document__platform").order_by("pk")
        return rows.only("found_at", "document__slug", "document__platform__slug")

    def lastmod(self, item: Change) -> object:
        return item.found_at


SITEMAPS = {
    "pages": Pages, "platforms": Platforms, "documents": Documents, "provisions": Provisions, "changes": Changes,
}  # fmt: skip


def robots(request: HttpRequest) -> HttpResponse:
    """The facets of a list are the same rows in another order: not for the index."""
    text = _ROBOTS.format(address=f"{settings.SITE_URL}{reverse('sitemaps')}")
    return HttpResponse(text, content_type="text/plain")
