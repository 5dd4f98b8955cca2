"""A provision, a clause type, and the registry of all provisions."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from conductatlas.pages.facets import MOST_MATCHES, Facets
from conductatlas.pages.finding import crumbs_of, document_or_404, is_watching, page_of
from monitoring.figures import health_of
from provisions.analysis.clause_types import CLAUSE_TYPES, GROUPS, TYPES_BY_SLUG
from provisions.analysis.word_diff import Edit, diff_words
from provisions.figures import (
    adoption_of,
    changes_in_year,
    counts_by_type,
    loud_changes,
    neighbours_of,
    peers_of,
    severity_split,
    standing,
)
from provisions.models import Direction, Provision, ProvisionEvent

_PER_PAGE = 25


def provision(request: HttpRequest, platform: str, document: str, provision: str) -> HttpResponse:
    """The reference page of the product: what one clause says, its exact words, its peers and its history."""
    now = timezone.now()
    found_in = document_or_404(platform, document)
    rows = Provision.objects.select_related("version__snapshot").defer("version__text")
    found = get_object_or_404(rows, document=found_in, slug=provision)
    found.document = found.version.document = found_in
    context = {
        "provision": found,
        "document": found_in,
        "platform": found_in.platform,
        "type": TYPES_BY_SLUG[found.type],
        "other_types": [
            TYPES_BY_SLUG[slug] for slug in found.types if slug != found.type and slug in TYPES_BY_SLUG
        ],
        "rarity": adoption_of(found.type),
        "peers": peers_of(found),
        "history": _history_of(found),
        "changes_in_year": changes_in_year([found_in], now)[found_in.pk],
        "health": health_of(found_in, now),
        "watching": is_watching(request, found_in.platform),
        "now": now,
        "crumbs": [*crumbs_of(found_in.platform, found_in), (found.title, "")],
    }
    return render(request, "pages/provision.html", context)


def _history_of(provision: Provision) -> list[tuple[ProvisionEvent, tuple[Edit, ...]]]:
    """Newest first, each event with the word-level difference from the words before it (empty for the first)."""
    history = []
    before = ""
    for event in provision.events.select_related("version").defer("version__text").order_by("at", "pk"):
        event.version.document = provision.document
        reworded = event.kind == ProvisionEvent.Kind.REWORDED and before
        history.append((event, diff_words(before, event.quote) if reworded else ()))
        before = event.quote
    return history[::-1]


def clause_type(request: HttpRequest, slug: str) -> HttpResponse:
    """What a kind of clause is, who has it, how it weighs, and passages worth reading."""
    kind = TYPES_BY_SLUG.get(slug)
    if kind is None:
        raise Http404("There is no such clause type.")
    provisions = standing().filter(types__contains=[slug])
    foremost = (
        standing().filter(type=slug).select_related("document__platform", "version").defer("version__text")
    )
    changes = loud_changes().filter(clause_changes__types__contains=[slug]).distinct()
    context = {
        "type": kind,
        "neighbours": neighbours_of(kind),
        "adoption": adoption_of(slug),
        "split": severity_split(provisions),
        "notable": _one_a_platform(foremost.order_by("-severity_points", "-confidence", "pk")[:40], 6),
        "changes": list(changes.select_related("document__platform").order_by("-found_at", "-pk")[:6]),
        "crumbs": [("Provisions", reverse("provisions")), (kind.label, "")],
    }
    return render(request, "pages/clause_type.html", context)


def _one_a_platform(provisions: Iterable[Provision], count: int) -> list[Provision]:
    chosen: dict[int, Provision] = {}
    for provision in provisions:
        chosen.setdefault(provision.document.platform_id, provision)
    return list(chosen.values())[:count]


def registry(request: HttpRequest) -> HttpResponse:
    """Every provision that stands: search in their words, narrow by facets; the address holds the question."""
    facets = Facets.of(request.GET)
    rows = facets.narrow(standing())
    found = page_of(request, facets.order(rows), _PER_PAGE)
    counted = counts_by_type(facets.without("type").narrow(standing()))
    context = {
        "facets": facets,
        "page": found,
        "severities": severity_split(facets.without("severity").narrow(standing())),
        "directions": Direction,
        "groups": [
            (group, [(kind, counted.get(kind.slug, 0)) for kind in CLAUSE_TYPES if kind.group == group])
            for group in GROUPS
        ],
        "platforms": facets.platforms(),
        "sectors": facets.sectors(),
        "capped": len(facets.matches) == MOST_MATCHES,
    }
    return render(request, "pages/registry.html", context)
