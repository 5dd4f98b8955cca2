"""From the parts of an address to the row they name, or a 404; pages of long lists; a member's watch."""

from collections.abc import Collection, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from platforms.models import Document, Platform, Version

Crumbs = list[tuple[str, str]]


def platform_or_404(slug: str) -> Platform:
    """The platform with this slug."""
    return get_object_or_404(Platform, slug=slug)


def document_or_404(platform: str, slug: str) -> Document:
    """The platform's document, with its platform and schedule."""
    found = Document.objects.select_related("platform", "schedule")
    return get_object_or_404(found, platform__slug=platform, slug=slug)


def version_or_404(document: Document, number: int) -> Version:
    """The document's version of that number, with its snapshot."""
    found = Version.objects.select_related("snapshot")
    version = get_object_or_404(found, document=document, number=number)
    version.document = document  # spares the address of the version two queries
    return version


def crumbs_of(platform: Platform, document: Document | None = None) -> Crumbs:
    """The way down to a platform or to one of its documents."""
    crumbs = [("Platforms", reverse("platforms")), (platform.name, platform.get_absolute_url())]
    if document is not None:
        crumbs.append((document.type, document.get_absolute_url()))
    return crumbs


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int) -> Page[Any]:
    """The page that `?page=` asks for; a wrong number gives the nearest page there is."""
    return Paginator(rows, size).get_page(request.GET.get("page"))


def is_watching(request: HttpRequest, platform: Platform) -> bool:
    """Whether the member's organization watches the platform; no query for a visitor."""
    organization = request.organization  # type: ignore[attr-defined]
    return organization is not None and organization.watches.filter(platform=platform).exists()


def chosen(request: HttpRequest, name: str, allowed: Collection[str]) -> str:
    """The value of a filter in the address, or "" where it is not one of those that exist."""
    value = request.GET.get(name, "")
    return value if value in allowed else ""
