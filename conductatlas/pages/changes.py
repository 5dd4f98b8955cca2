"""The list of changes and one change."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from billing.entitlements import Feature
from billing.members import Action, can
from conductatlas.citations import cite_change
from conductatlas.pages.articles import article_of_change
from conductatlas.pages.citing import citations_of
from conductatlas.pages.finding import chosen, crumbs_of, demand_visible, is_watching, page_of
from monitoring.register.review_views import review_context
from monitoring.register.reviewing import is_to_review, review_of
from platforms.listing import of_listed_documents
from provisions.analysis.clause_types import CLAUSE_TYPES, TYPES_BY_SLUG
from provisions.analysis.summarizing.what_to_do import what_changed, what_to_do
from provisions.changelog import WEIGHTIEST_FIRST
from provisions.figures import SEVERITIES, loud_changes, sectors
from provisions.models import Change, ClauseChange

_PER_PAGE = 25


def changes_asked(query: QueryDict) -> QuerySet[Change]:
    """The changes that `sector`, `severity`, `type` and `cosmetic` of an address ask for, newest first.

    Values that do not exist are dropped, so any address gives a list.
    """
    rows = of_listed_documents(Change.objects.all()) if query.get("cosmetic") == "1" else loud_changes()
    if query.get("sector", "") in {name for name, _ in sectors()}:
        rows = rows.filter(document__platform__sector=query["sector"])
    if query.get("severity", "") in {severity.value for severity in SEVERITIES}:
        rows = rows.filter(severity=query["severity"])
    if query.get("type", "") in TYPES_BY_SLUG:
        touched = ClauseChange.objects.filter(change=OuterRef("pk"), types__contains=[query["type"]])
        rows = rows.filter(Exists(touched))
    return rows.select_related("document__platform").order_by("-found_at", "-pk")


def changes(request: HttpRequest) -> HttpResponse:
    """Newest first; only what people are told of, unless cosmetic changes are asked for too."""
    known = sectors()
    sector = chosen(request, "sector", {name for name, _ in known})
    severity = chosen(request, "severity", {severity.value for severity in SEVERITIES})
    type_ = chosen(request, "type", TYPES_BY_SLUG)
    cosmetic = request.GET.get("cosmetic") == "1"
    rows = changes_asked(request.GET)
    context = {
        "page": page_of(request, rows, _PER_PAGE),
        "sectors": known,
        "severities": SEVERITIES,
        "types": CLAUSE_TYPES,
        "sector": sector,
        "severity": severity,
        "type": type_,
        "cosmetic": cosmetic,
        "filtered": bool(sector or severity or type_),
    }
    return render(request, "pages/changes.html", context)


def change(request: HttpRequest, day: str, platform: str, document: str, pk: int) -> HttpResponse:
    """One change with its clauses, worst first, and both versions as evidence. Its number alone finds it."""
    rows = Change.objects.select_related(
        "document__platform",
        "reverts",
        *(f"{end}__{part}" for end in ("before", "after") for part in ("log_entry", "snapshot__log_entry")),
    ).defer("before__text", "after__text")
    found = get_object_or_404(rows, pk=pk)
    demand_visible(found.document, request)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    for version in (found.before, found.after):
        version.document = found.document
    clause_changes = list(found.clause_changes.select_related("provision").order_by(*WEIGHTIEST_FIRST))
    for row in clause_changes:
        if row.provision:
            row.provision.document = found.document
    if found.reverts:
        found.reverts.document = found.document
    context = {
        "change": found,
        "article": article_of_change(request, found),
        "document": found.document,
        "platform": found.document.platform,
        "clause_changes": clause_changes,
        "types": list(dict.fromkeys(slug for row in clause_changes for slug in row.types[:1])),
        "stated": _stated_dates(found),
        "points": what_changed(found.points),
        "to_do": what_to_do(found.points),
        **citations_of(cite_change(found), request),
        "watching": is_watching(request, found.document.platform),
        "crumbs": [
            *crumbs_of(found.document.platform, found.document),
            (f"Change of {found.found_at:%-d %B %Y}", ""),
        ],
        "diff_address": reverse(
            "diff",
            args=[found.document.platform.slug, found.document.slug, found.before.number, found.after.number],
        ),
    }
    return render(request, "pages/change.html", {**context, **_review(request, found)})


def _review(request: HttpRequest, change: Change) -> dict[str, Any]:
    """The organization's own review of the change, for members who are asked about it."""
    organization = request.organization  # type: ignore[attr-defined]
    if not can(request.membership, Action.CHANGE_WATCHES) or not is_to_review(organization, change):  # type: ignore[attr-defined]
        return {}
    allowed = request.entitlements.allows(Feature.VENDOR_REGISTER)  # type: ignore[attr-defined]
    if not allowed:
        return {}
    return {"own_review": review_context(request, change, review_of(organization, change))}


def _stated_dates(change: Change) -> str:
    """Whether the date of the last update that the text states moved along with the text: one of four words."""
    before, after = change.before.updated_on, change.after.updated_on
    if before is None and after is None:
        return "none"
    return "moved" if before != after else "stood"
