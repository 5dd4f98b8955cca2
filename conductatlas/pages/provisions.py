"""A provision, a clause type, and the registry of all provisions."""

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from conductatlas.citations import cite_provision
from conductatlas.pages.articles import article_of_provision
from conductatlas.pages.citing import citations_of
from conductatlas.pages.comparing import address_of_type, facts_told
from conductatlas.pages.facets import LISTED, Facets
from conductatlas.pages.finding import crumbs_of, document_or_404, in_order_of, is_watching, page_of
from conductatlas.pages.picking import platforms_near
from conductatlas.pages.regulations import analysis_of
from monitoring.figures import health_of
from provisions.analysis.clause_types import CLAUSE_TYPES, GROUPS, TYPES_BY_SLUG
from provisions.analysis.comparing.word_diff import Edit, diff_words
from provisions.belonging import where_it_belongs
from provisions.figures import (
    adoption_of,
    all_standing,
    changes_in_year,
    loud_changes,
    neighbours_of,
    standing,
)
from provisions.heat import heat_map_of
from provisions.models import ClauseChange, Direction, Provision, ProvisionEvent
from provisions.peers import Peer, peers_of
from provisions.regulations.knowledge import regulations
from provisions.searching import MOST_RANKED, SINCE, SORTS, by_weight

_PER_PAGE = 25


def provision(request: HttpRequest, platform: str, document: str, provision: str) -> HttpResponse:
    """The reference page of the product: what one clause says, its exact words, its peers and its history."""
    now = timezone.now()
    found_in = document_or_404(platform, document, request)
    rows = Provision.objects.select_related("version__log_entry", "version__snapshot__log_entry")
    found = get_object_or_404(rows.defer("version__text"), document=found_in, slug=provision)
    found.document = found.version.document = found_in
    peers = peers_of(found)
    context = {
        "provision": found,
        "article": article_of_provision(request, found),
        "document": found_in,
        "platform": found_in.platform,
        "type": TYPES_BY_SLUG[found.type],
        "other_types": [
            TYPES_BY_SLUG[slug] for slug in found.types if slug != found.type and slug in TYPES_BY_SLUG
        ],
        "rarity": adoption_of(found.type),
        "where": where_it_belongs(found.type),
        "facts": facts_told(found),
        "peers": peers,
        "compared": _compared(found, peers),
        "history": _history_of(found),
        "analysis": analysis_of(request, found),
        "changes_in_year": changes_in_year([found_in], now)[found_in.pk],
        "health": health_of(found_in, now),
        "watching": is_watching(request, found_in.platform),
        "now": now,
        **citations_of(cite_provision(found), request),
        "crumbs": [*crumbs_of(found_in.platform, found_in), (found.title, "")],
    }
    return render(request, "pages/provision.html", context)


def _compared(provision: Provision, peers: list[Peer]) -> str:
    """Where the platform and those of the passages beside its own are compared on this type, or chosen for it."""
    own = provision.document.platform
    if not peers:
        return f"{reverse('compare')}?type={provision.type}&p={own.slug}"
    return address_of_type(provision.type, [own, *(peer.provision.document.platform for peer in peers)])


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
    touched = ClauseChange.objects.filter(change=OuterRef("pk"), types__contains=[slug])
    changes = loud_changes().filter(Exists(touched)).select_related("document__platform")
    context = {
        "type": kind,
        "neighbours": neighbours_of(kind),
        "adoption": adoption_of(slug),
        "where": where_it_belongs(slug),
        "split": all_standing().tally.narrowed(type=slug).by_severity,
        "heat": heat_map_of(slug),
        "notable": _notable(slug),
        "changes": list(changes.order_by("-found_at", "-pk")[:6]),
        "crumbs": [("Provisions", reverse("provisions")), (kind.label, "")],
    }
    return render(request, "pages/clause_type.html", context)


def _notable(slug: str, count: int = 6) -> list[Provision]:
    """The weightiest provisions that are foremost of a type, one a platform."""
    keys = by_weight(standing().filter(type=slug)).values_list("pk", flat=True)[:40]
    chosen: dict[int, Provision] = {}
    for provision in in_order_of(list(keys), LISTED):
        chosen.setdefault(provision.document.platform_id, provision)
    return list(chosen.values())[:count]


def registry(request: HttpRequest) -> HttpResponse:
    """Every provision that stands: search in their words, narrow by facets; the address holds the question."""
    facets = Facets.of(request.GET)
    if facets.platform and facets.platform.slug != request.GET["platform"]:
        asked = request.GET.copy()
        asked["platform"] = facets.platform.slug
        return redirect(f"{request.path}?{asked.urlencode()}", permanent=True)
    tally = facets.tally()
    narrowed = {"type": facets.type, "severity": facets.severity, "direction": facets.direction}
    found = tally.narrowed(**narrowed).total
    by_type = tally.narrowed(**{**narrowed, "type": ""}).by_type
    context = {
        "facets": facets,
        "page": page_of(request, facets.rows(found), _PER_PAGE),
        "severities": tally.narrowed(**{**narrowed, "severity": ""}).by_severity,
        "directions": Direction,
        "groups": [
            (group, [(kind, by_type[kind.slug]) for kind in CLAUSE_TYPES if kind.group == group])
            for group in GROUPS
        ],
        "near": platforms_near(facets.called) if facets.called and not facets.platform else [],
        "sectors": facets.sectors(),
        "laws": [(law.slug, law.name) for law in regulations().values()],
        "since": SINCE,
        "sorts": SORTS,
        "by_weight": facets.words and not facets.sort and found > MOST_RANKED,
    }
    return render(request, "pages/registry.html", context)
