"""Regulations: what each asks, and the provisions whose words engage it."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from billing.entitlements import Feature
from billing.members import Action as Right
from billing.members import can
from conductatlas.pages.facets import LISTED
from conductatlas.pages.finding import CountedRows, chosen, page_of
from monitoring.register.action_views import action_fields
from monitoring.register.actions import decisions_on, members_of
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.figures import kept_tally, standing
from provisions.models import Provision
from provisions.regulating import engaged, mapping_of
from provisions.regulations.knowledge import regulations
from provisions.regulations.law import Article, Regulation
from provisions.regulations.rule import Action, Citation, Risk
from provisions.searching import by_weight

_PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Cited:
    """One regulation with the citations that a provision's words give rise to."""

    regulation: Regulation
    citations: tuple[tuple[Citation, Article], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The regulatory part of a provision's page. Which regulations are engaged is open to all; the rest by plan."""

    cited: tuple[Cited, ...]
    count: int
    risk: Risk | None
    actions: tuple[Action, ...]
    mapping_shown: bool
    analysis_shown: bool
    # How each action stands with the reader's organization, None where it is open, and what its form shows; empty for
    # who may not decide.
    decided: tuple[tuple[Action, Any, dict[str, str]], ...] = ()
    members: tuple[str, ...] = ()


def analysis_of(request: HttpRequest, provision: Provision) -> Analysis:
    """What the law says to the provision, as far as the reader's plan shows it."""
    mapping, laws = mapping_of(provision), regulations()
    cited = tuple(
        Cited(
            laws[slug],
            tuple(
                (citation, laws[slug].article(citation.article))
                for citation in mapping.citations
                if citation.regulation == slug
            ),
        )
        for slug in mapping.regulations
    )
    allows = request.entitlements.allows  # type: ignore[attr-defined]
    decided: tuple[tuple[Action, Any, dict[str, str]], ...] = ()
    members: tuple[str, ...] = ()
    if allows(Feature.COMPLIANCE_ANALYSIS) and can(request.membership, Right.CHANGE_WATCHES):  # type: ignore[attr-defined]
        organization = request.organization  # type: ignore[attr-defined]
        rows = decisions_on(organization, [provision])
        decided = tuple(
            (action, row, action_fields(request, provision, action.slug, row))
            for action in mapping.actions
            for row in (rows.get((provision.pk, action.slug)),)
        )
        members = members_of(organization)
    return Analysis(
        cited=cited,
        count=len(mapping.citations),
        risk=mapping.risk,
        actions=mapping.actions,
        mapping_shown=allows(Feature.REGULATORY_MAPPING),
        analysis_shown=allows(Feature.COMPLIANCE_ANALYSIS),
        decided=decided,
        members=members,
    )


def index(request: HttpRequest) -> HttpResponse:
    """Every regulation, by jurisdiction, with how many provisions engage it."""
    counted = engaged()
    by_jurisdiction: dict[str, list[tuple[Regulation, int]]] = {}
    for law in regulations().values():
        by_jurisdiction.setdefault(law.jurisdiction, []).append((law, counted.get(law.slug, 0)))
    context = {
        "groups": sorted(by_jurisdiction.items(), key=lambda group: (-len(group[1]), group[0])),
        "total": len(regulations()),
        "crumbs": [("Regulations", "")],
    }
    return render(request, "pages/regulations.html", context)


def regulation(request: HttpRequest, slug: str) -> HttpResponse:
    """What one regulation asks, and the provisions that engage it, weightiest first."""
    law = regulations().get(slug)
    if law is None:
        raise Http404("There is no such regulation.")
    engaging = standing().filter(regulations__contains=[slug])
    tally = kept_tally(f"regulation {slug}", engaging)
    by_type = tally.by_type
    kinds = [(kind, by_type[kind.slug]) for kind in CLAUSE_TYPES if by_type[kind.slug]]
    type = chosen(request, "type", [kind.slug for kind, _ in kinds])
    rows = engaging.filter(types__contains=[type]) if type else engaging
    context = {
        "law": law,
        "total": tally.total,
        "split": tally.by_severity,
        "kinds": sorted(kinds, key=lambda pair: -pair[1]),
        "type": type,
        "page": page_of(
            request, CountedRows(by_weight(rows), tally.narrowed(type=type).total, LISTED), _PER_PAGE
        ),
        "crumbs": [("Regulations", reverse("regulations")), (law.name, "")],
    }
    return render(request, "pages/regulation.html", context)
