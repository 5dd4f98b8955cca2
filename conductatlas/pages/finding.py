"""From the parts of an address to the row they name, or a 404; pages of long lists; a member's watch."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from monitoring.added_documents import visible_documents
from platforms.models import Document, Platform, Version

Crumbs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CountedRows:
    """A long list whose length is known: only the keys of a page are sorted out, then its rows are read.

    `keys` must be ordered without ties. A page of the second half is counted from the end, so that the last one is as
    near as the first.
    """

    keys: QuerySet[Any]
    total: int
    rows: QuerySet[Any]
    ordered = True

    def count(self) -> int:
        """How many rows there are, without a query."""
        return self.total

    def __len__(self) -> int:
        return self.total

    def __iter__(self) -> Iterator[Any]:
        return iter(self[0 : self.total])

    def __getitem__(self, wanted: slice) -> list[Any]:
        start, stop = wanted.start, min(wanted.stop, self.total)
        keys = self.keys.values_list("pk", flat=True)
        if start > self.total // 2:
            chosen = list(keys.reverse()[self.total - stop : self.total - start])[::-1]
        else:
            chosen = list(keys[start:stop])
        return in_order_of(chosen, self.rows)


def in_order_of(keys: Sequence[int], rows: QuerySet[Any]) -> list[Any]:
    """The rows of these keys as the keys stand; a row that went meanwhile is left out."""
    found = rows.in_bulk(keys)
    return [found[key] for key in keys if key in found]


def platform_or_404(slug: str, request: HttpRequest | None = None) -> Platform:
    """The platform with this slug; one that is not listed only for a request of those who may see it."""
    found = get_object_or_404(Platform, slug=slug)
    if not found.listed and (request is None or not found.documents.filter(visible_to(request)).exists()):
        raise Http404
    return found


def document_or_404(platform: str, slug: str, request: HttpRequest | None = None) -> Document:
    """The platform's document, with what stands beside it; unlisted only for a request of those who may see it."""
    rows = Document.objects.select_related("platform", "schedule", "first_reading")
    found = get_object_or_404(rows, platform__slug=platform, slug=slug)
    demand_visible(found, request)
    return found


def demand_visible(document: Document, request: HttpRequest | None) -> None:
    """Raises Http404 for a document that whoever asks may not see; no query for a listed one."""
    if document.listed:
        return
    if request is None or not Document.objects.filter(visible_to(request), pk=document.pk).exists():
        raise Http404


def visible_to(request: HttpRequest) -> Q:
    """The condition on documents to be seen by whoever asks: listed, or added by their organization; editors see all."""
    if request.user.is_staff:
        return Q()
    organization = request.organization  # type: ignore[attr-defined]
    return visible_documents(organization)


def version_or_404(document: Document, number: int) -> Version:
    """The document's version of that number, with its snapshot."""
    found = Version.objects.select_related("log_entry", "snapshot__log_entry")
    version = get_object_or_404(found, document=document, number=number)
    version.document = document  # spares the address of the version two queries
    return version


def crumbs_of(platform: Platform, document: Document | None = None) -> Crumbs:
    """The way down to a platform or to one of its documents."""
    crumbs = [("Platforms", reverse("platforms")), (platform.name, platform.get_absolute_url())]
    if document is not None:
        crumbs.append((document.type, document.get_absolute_url()))
    return crumbs


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any] | CountedRows, size: int) -> Page[Any]:
    """The page that `?page=` asks for; a wrong number gives the nearest page there is."""
    return Paginator(rows, size).get_page(request.GET.get("page"))  # type: ignore[arg-type]  # slices are all it takes


def is_watching(request: HttpRequest, platform: Platform) -> bool:
    """Whether the member's organization watches the platform; no query for a visitor."""
    organization = request.organization  # type: ignore[attr-defined]
    return organization is not None and organization.watches.filter(platform=platform).exists()


def words_in(request: HttpRequest, name: str, longest: int) -> str:
    """What was typed into a field of the address, at most so many characters of it."""
    return request.GET.get(name, "").replace("\0", "").strip()[:longest]


def chosen(request: HttpRequest, name: str, allowed: Collection[str]) -> str:
    """The value of a filter in the address, or "" where it is not one of those that exist."""
    value = request.GET.get(name, "")
    return value if value in allowed else ""
