"""How tests look at pages: fetching one, its words, and one address of every kind."""

import re

from django.test import Client
from django.urls import reverse

from platforms.models import Document, Platform
from provisions.models import Change, Provision
from provisions.report_kinds import REPORTS

STATIC_PAGES = (
    "methodology", "pricing", "about", "faq", "developers", "corrections", "log", "status", "terms", "privacy",
)  # fmt: skip


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def words_of(html: str) -> str:
    """What a reader sees: no tags, white space collapsed."""
    return " ".join(
        re.sub(r"<[^>]+>", " ", html.split("<main", 1)[1].split("</main>", maxsplit=1)[0]).split()
    )


def addresses(document: Document) -> list[str]:
    """One address of every kind of public page."""
    platform, doc = document.platform.slug, document.slug
    return [
        *(reverse(name) for name in ("home", "platforms", "changes", "provisions", "search", *STATIC_PAGES)),
        reverse("provisions") + "?q=train+models&severity=high&type=ai_training&sector=Travel+%26+transport",
        reverse("search") + "?q=booking",
        reverse("changes") + "?cosmetic=1&type=ai_training&severity=high",
        reverse("clause_type", args=["ai_training"]),
        reverse("reports"),
        *(reverse("report", args=[kind.slug]) for kind in REPORTS),
        reverse("compare"),
        reverse("compare") + f"?type=ai_training&p={platform}&q=a",
        *_comparisons(document),
        document.platform.get_absolute_url(),
        reverse("timeline", args=[platform]),
        document.get_absolute_url(),
        reverse("versions", args=[platform, doc]),
        reverse("version", args=[platform, doc, 1]),
        reverse("version", args=[platform, doc, 2]),
        reverse("diff", args=[platform, doc, 1, 2]),
        reverse("diff", args=[platform, doc, 1, 2]) + "?show=all",
        reverse("diff", args=[platform, doc, 1, 2]) + "?view=sides",
        reverse("version", args=[platform, doc, 2]) + "?q=arbitration",
        *(provision.get_absolute_url() for provision in Provision.objects.all()),
        *(change.get_absolute_url() for change in Change.objects.all()),
    ]


def _comparisons(document: Document) -> list[str]:
    """A type for as many platforms as there are up to four, and the first two over all types; none for one platform."""
    platforms = Platform.objects.order_by("slug").values_list("slug", flat=True)[:4]
    if len(platforms) < 2:
        return []
    first, second = platforms[0], platforms[1]
    by_type = reverse("compare_type", args=["ai_training"])
    return [f"{by_type}?p={','.join(platforms)}", reverse("compare_pair", args=[first, second])]


def addresses_for_machines(document: Document) -> list[str]:
    """One address of every kind that programs read: feeds, sitemaps, lists and things of the API."""
    platform, doc = document.platform.slug, document.slug
    return [
        *(
            reverse(name)
            for name in ("feed", "sitemaps", "robots", "api:platforms", "api:provisions", "api:changes")
        ),
        *(
            f"/sitemap-{section}.xml"
            for section in (
                "pages",
                "comparisons",
                "platforms",
                "timelines",
                "regulations",
                "documents",
                "compliance",
                "provisions",
                "changes",
            )
        ),
        reverse("platform_feed", args=[platform]),
        reverse("document_feed", args=[platform, doc]),
        reverse("type_feed", args=["ai_training"]),
        reverse("api:provisions") + f"?type=ai_training&severity=high&platform={platform}",
        reverse("api:platform", args=[platform]),
        *(
            reverse(f"api:{name}", args=[platform, doc])
            for name in ("document", "versions", "document_provisions")
        ),
        reverse("api:version", args=[platform, doc, 1]),
        reverse("api:diff", args=[platform, doc, 1, 2]),
        *(reverse("api:change", args=[change.pk]) for change in Change.objects.all()),
    ]
