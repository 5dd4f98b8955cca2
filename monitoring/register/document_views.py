"""Pages for adding documents by address: ask, look on while they are read, choose what is watched."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from billing.access import demand_right, in_organization
from billing.entitlements import Feature
from billing.members import Action
from monitoring.added_documents import visible_platforms
from monitoring.register.joining import JoiningRefused, Wanted, join_archive
from monitoring.register.searching import SearchRefused, ask_for_documents
from platforms.catalogue import DOCUMENT_TYPES, SECTORS
from platforms.models import Document, Platform

_RECENT = 10
_ADDED = 50
_SAME_HOST = 20
_WORDS = "adding documents"


@require_http_methods(["GET", "HEAD", "POST"])
@in_organization
def add_document(request: HttpRequest) -> HttpResponse:
    """Where an address is typed; POST begins the search. Below it what was searched for and added before."""
    organization = request.organization  # type: ignore[attr-defined]
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    refusal, typed = "", request.POST.get("url", "")[:2000]
    if request.method == "POST":
        try:
            search = ask_for_documents(organization, typed, by=request.user, now=timezone.now())  # type: ignore[arg-type]
        except SearchRefused as error:
            refusal = str(error)
        else:
            return redirect("document_search", pk=search.pk)
    added = organization.added_documents.select_related("document__platform", "document__schedule")
    context = {
        "allowed": request.entitlements.allows(Feature.OWN_DOCUMENTS),  # type: ignore[attr-defined]
        "typed": typed,
        "refusal": refusal,
        "searches": list(organization.document_searches.all()[:_RECENT]),
        "added": list(added[:_ADDED]),
    }
    return render(request, "register/add_document.html", context, status=400 if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_organization
def document_search(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a search is and what it found; POST adds what is ticked and watches it."""
    organization = request.organization  # type: ignore[attr-defined]
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    search = get_object_or_404(organization.document_searches.select_related("organization"), pk=pk)
    refusal = ""
    if request.method == "POST":
        try:
            added = join_archive(search, _wanted(request), by=request.user, now=timezone.now())  # type: ignore[arg-type]
        except JoiningRefused as error:
            refusal = str(error)
        else:
            count = len(added)
            noun = "document is" if count == 1 else "documents are"
            messages.success(
                request, f"{count} {noun} watched from now on. The first look is taken within a minute."
            )
            return redirect(added[0].platform)
    known = _known(search.found)
    pages = [(place, page, known.get(page["known"])) for place, page in enumerate(search.found)]
    context = {
        "search": search,
        "pages": pages,
        "usable": any(document or _readable(page) for _, page, document in pages),
        "some_are_new": any(not document and _readable(page) for _, page, document in pages),
        "types": list(DOCUMENT_TYPES),
        "sectors": SECTORS,
        "platforms": _platforms_of(organization, search.url, known),
        "refusal": refusal,
        "typed": {name: request.POST.get(name, "") for name in ("platform", "name", "sector")},
    }
    return render(request, "register/document_search.html", context, status=400 if refusal else 200)


def _wanted(request: HttpRequest) -> Wanted:
    places = [int(value) for value in request.POST.getlist("chosen") if value.isdecimal()]
    slug = request.POST.get("platform", "")
    platform = None
    if slug:
        platform = get_object_or_404(visible_platforms(request.organization), slug=slug)  # type: ignore[attr-defined]
    return Wanted(
        chosen=[(place, request.POST.get(f"type-{place}", "")) for place in places],
        platform=platform,
        name=request.POST.get("name", ""),
        sector=request.POST.get("sector", ""),
    )


def _readable(page: dict[str, Any]) -> bool:
    return bool(page["preview"]) and not page["preview"]["reason"]


def _known(found: list[dict[str, Any]]) -> dict[int, Document]:
    keys = [page["known"] for page in found if page["known"]]
    return Document.objects.select_related("platform").in_bulk(keys)


def _platforms_of(organization: Any, url: str, known: dict[int, Document]) -> list[Platform]:
    """The platforms the address may belong to: of documents found there that we know, or at the same site."""
    site = re.escape(urlsplit(url).netloc.lower().removeprefix("www."))
    alike = Q(home_url__iregex=rf"^https?://(www\.)?{site}(/|$)")
    rows = visible_platforms(organization).filter(
        alike | Q(pk__in=[each.platform_id for each in known.values()])
    )
    return sorted(
        rows.order_by("name")[:_SAME_HOST],
        key=lambda row: all(row != each.platform for each in known.values()),
    )
