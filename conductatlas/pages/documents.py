"""A document, its versions, one version as read, and the difference between any two."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from conductatlas.citations import cite_version
from conductatlas.pages.citing import citations_of
from conductatlas.pages.diffs import rows_of
from conductatlas.pages.finding import (
    crumbs_of,
    document_or_404,
    is_watching,
    page_of,
    version_or_404,
    words_in,
)
from conductatlas.pages.reading import hits_in, outline_of, sections_of
from monitoring.figures import health_of
from platforms.models import Document, Version
from provisions.analysis.diffing import diff_texts
from provisions.figures import changes_in_year, loud_changes_in, standing_in, tally_of
from provisions.history import provisions_then
from provisions.models import Change, Provision

_STRIP = 24
_VERSIONS_PER_PAGE = 50
_HITS_SHOWN = 40


def document(request: HttpRequest, platform: str, document: str) -> HttpResponse:
    """What the document is, what stands in it, and how it came to that."""
    now = timezone.now()
    found = document_or_404(platform, document, request)
    versions = list(found.versions.order_by("-number").defer("text", "recipe")[:_STRIP])
    found.versions_kept = versions[0].number if versions else 0  # type: ignore[attr-defined]
    standing_now = standing_in([found])
    provisions = _of_document(standing_now.order_by("start"), found)
    latest = found.versions.order_by("-number").first()
    context = {
        "document": found,
        "platform": found.platform,
        "health": health_of(found, now),
        "latest": _with_document(latest, found),
        "versions": [_with_document(version, found) for version in versions],
        "provisions": provisions,
        "outline": outline_of(latest.text, provisions) if latest else [],
        "sections": sections_of(latest.text, provisions) if latest else [],
        "alternates": _other_languages(found),
        "split": tally_of(standing_now).by_severity,
        "changes": _changes_of(found)[:4],
        "changes_in_year": changes_in_year([found], now)[found.pk],
        "watching": is_watching(request, found.platform),
        "crumbs": crumbs_of(found.platform, found),
    }
    return render(request, "pages/document.html", context)


def _other_languages(document: Document) -> list[Document]:
    """The same document of the platform in all the languages we read it in, where there are several."""
    rows = list(document.platform.documents.filter(type=document.type, listed=True, retired=False))
    for row in rows:
        row.platform = document.platform
    return rows if len({row.language for row in rows}) > 1 else []


def versions(request: HttpRequest, platform: str, document: str) -> HttpResponse:
    """Every version, newest first, with the change that led to it; two may be chosen to compare."""
    found = document_or_404(platform, document, request)
    a, b = request.GET.get("a", ""), request.GET.get("b", "")
    if a.isdecimal() and b.isdecimal():
        return redirect("diff", found.platform.slug, found.slug, int(a), int(b))
    rows = (
        found.versions.order_by("-number")
        .select_related("snapshot")
        .defer("text", "recipe", "snapshot__pages")
    )
    page = page_of(request, rows, _VERSIONS_PER_PAGE)
    changes = {
        change.after_id: change for change in Change.objects.filter(after__in=[row.pk for row in page])
    }
    for change in changes.values():
        change.document = found
    context = {
        "document": found,
        "platform": found.platform,
        "page": page,
        "rows": [(_with_document(row, found), changes.get(row.pk)) for row in page],
        "crumbs": [*crumbs_of(found.platform, found), ("Versions", "")],
    }
    return render(request, "pages/versions.html", context)


def version(request: HttpRequest, platform: str, document: str, number: int) -> HttpResponse:
    """The text as read, its paragraphs with addresses, the provisions in its margin, and the proof."""
    found = document_or_404(platform, document, request)
    shown = version_or_404(found, number)
    around = {row.number: _with_document(row, found) for row in _around(found, number)}
    change = Change.objects.filter(after=shown).first()
    if change:
        change.document = found
    is_latest = number + 1 not in around
    standing_now = standing_in([found]).filter(version=shown).order_by("start")
    provisions = _of_document(standing_now, found) if is_latest else provisions_then(shown, found)
    words = words_in(request, "q", 120)
    hits = hits_in(shown.text, words)
    context = {
        "document": found,
        "platform": found.platform,
        "version": shown,
        "snapshot": shown.snapshot,
        "sections": sections_of(shown.text, provisions),
        "provisions": provisions,
        "words": words,
        "hits": hits[:_HITS_SHOWN],
        "hits_found": len(hits),
        "previous": around.get(number - 1),
        "next": around.get(number + 1),
        "change": change,
        **citations_of(cite_version(shown), request),
        "crumbs": [
            *crumbs_of(found.platform, found),
            ("Versions", reverse("versions", args=[found.platform.slug, found.slug])),
            (f"Version {number}", ""),
        ],
    }
    return render(request, "pages/version.html", context)


def _around(document: Document, number: int) -> list[Version]:
    return list(document.versions.filter(number__in=[number - 1, number + 1]).defer("text", "recipe"))


def diff(request: HttpRequest, platform: str, document: str, a: int, b: int) -> HttpResponse:
    """Two versions, clause by clause and word by word; `?show=all` leaves nothing out, `?view=sides` sets them side by side."""
    if a == b:
        raise Http404("A version does not differ from itself.")
    if a > b:
        return redirect("diff", platform, document, b, a)
    found = document_or_404(platform, document, request)
    before, after = version_or_404(found, a), version_or_404(found, b)
    difference = diff_texts(before.text, after.text)
    everything = request.GET.get("show") == "all"
    rows = rows_of(difference, everything=everything)
    context = {
        "document": found,
        "platform": found.platform,
        "before": before,
        "after": after,
        "difference": difference,
        "rows": rows,
        "total": max((row.number for row in rows), default=0),
        "everything": everything,
        "sides": request.GET.get("view") == "sides",
        "class_label": Change.Class(difference.change_class).label if difference.change_class else "",
        "crumbs": [
            *crumbs_of(found.platform, found),
            ("Versions", reverse("versions", args=[found.platform.slug, found.slug])),
            (f"{a} to {b}", ""),
        ],
    }
    return render(request, "pages/diff.html", context)


def _changes_of(document: Document) -> list[Change]:
    changes = list(loud_changes_in([document]).order_by("-found_at", "-pk")[:4])
    for change in changes:
        change.document = document
    return changes


def _with_document(version: Version | None, document: Document) -> Version | None:
    if version is not None:
        version.document = document
    return version


def _of_document(provisions: Iterable[Provision], document: Document) -> list[Provision]:
    rows = list(provisions)
    for row in rows:
        row.document = document
    return rows
