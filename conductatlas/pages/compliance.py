"""What the law asks of a whole document, and of all documents of a platform as a matrix."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from billing.entitlements import Feature
from billing.members import Action, can
from conductatlas.pages.finding import crumbs_of, document_or_404, platform_or_404, visible_to
from monitoring.register.actions import decisions_on
from platforms.models import Document, Platform
from provisions.figures import standing_in
from provisions.models import Provision
from provisions.regulating import engaged_in, mapping_of
from provisions.regulations.knowledge import regulations
from provisions.regulations.law import Article, Regulation
from provisions.regulations.rule import Citation, RegulatoryMapping, RiskLevel

_LEVELS = (RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW)
_READ = Provision.objects.defer("why_it_matters", "means_for_you", "note", "severity_reasons", "lexemes")


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """One article with the provisions of a document that are read with it, each with its citation."""

    article: Article
    provisions: tuple[tuple[Provision, Citation], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One document of the matrix: for each law of the columns, how many of its provisions engage it."""

    document: Document
    cells: tuple[tuple[Regulation, int], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Documents by laws; only laws that some document engages have a column."""

    laws: tuple[tuple[Regulation, int], ...]
    rows: tuple[Row, ...]

    @property
    def by_law(self) -> list[tuple[Regulation, int, list[tuple[Document, int]]]]:
        """The same turned round: a law, its sum, and the number of each document."""
        return [
            (law, n, [(row.document, row.cells[place][1]) for row in self.rows])
            for place, (law, n) in enumerate(self.laws)
        ]

    @property
    def engaged(self) -> int:
        """How many times a provision engages a law."""
        return sum(n for _, n in self.laws)


def document_compliance(request: HttpRequest, platform: str, document: str) -> HttpResponse:
    """The full analysis of a document: citations by article, risks with their reasons, what is due; by plan."""
    found = document_or_404(platform, document, request)
    provisions = list(_READ.filter(pk__in=standing_in([found]).values("pk")).order_by("start"))
    for provision in provisions:
        provision.document = found
    read = [(provision, mapping) for provision in provisions if (mapping := mapping_of(provision)).citations]
    shown = request.entitlements.allows(Feature.COMPLIANCE_ANALYSIS)  # type: ignore[attr-defined]
    risks = Counter(mapping.risk.level for _, mapping in read if mapping.risk)
    context = {
        "document": found,
        "platform": found.platform,
        "shown": shown,
        "laws": _laws_of(read),
        "cited": _cited(read) if shown else [],
        "citations": sum(len(mapping.citations) for _, mapping in read),
        "provisions_read": len(read),
        "risks": [(level.value, risks[level]) for level in _LEVELS],
        "risky": _riskiest(read) if shown else [],
        "actions": _actions(request, read) if shown else [],
        "actions_count": sum(len(mapping.actions) for _, mapping in read),
        "crumbs": [*crumbs_of(found.platform, found), ("Compliance", "")],
    }
    return render(request, "pages/compliance.html", context)


Read = list[tuple[Provision, RegulatoryMapping]]


def _laws_of(read: Read) -> list[tuple[Regulation, int]]:
    counted = Counter(slug for _, mapping in read for slug in mapping.regulations)
    return [(law, counted[slug]) for slug, law in regulations().items() if counted[slug]]


def _cited(read: Read) -> list[tuple[Regulation, list[ArticleRead]]]:
    """By law and article, in the order of the law."""
    by_article: dict[tuple[str, str], list[tuple[Provision, Citation]]] = {}
    for provision, mapping in read:
        for citation in mapping.citations:
            by_article.setdefault((citation.regulation, citation.article), []).append((provision, citation))
    found = []
    for law, _ in _laws_of(read):
        articles = [
            ArticleRead(article, tuple(by_article[law.slug, article.number]))
            for article in law.articles
            if (law.slug, article.number) in by_article
        ]
        found.append((law, articles))
    return found


def _riskiest(read: Read) -> Read:
    risky = [
        (provision, mapping)
        for provision, mapping in read
        if mapping.risk and mapping.risk.level != RiskLevel.LOW
    ]
    return sorted(risky, key=lambda pair: -(pair[1].risk.points if pair[1].risk else 0))


def _actions(request: HttpRequest, read: Read) -> list[tuple[Provision, str, str, object]]:
    """Each action with its provision and how it stands with the reader's organization."""
    organization = request.organization  # type: ignore[attr-defined]
    may = can(request.membership, Action.CHANGE_WATCHES)  # type: ignore[attr-defined]
    decided = decisions_on(organization, [provision for provision, _ in read]) if may else {}
    return [
        (provision, action.slug, action.text, decided.get((provision.pk, action.slug)))
        for provision, mapping in read
        for action in mapping.actions
    ]


def matrix(request: HttpRequest, platform: str) -> HttpResponse:
    """Documents by laws. Which laws are engaged is open to all; how each document stands to each comes with the plan."""
    found = platform_or_404(platform, request)
    context = {
        "platform": found,
        "matrix": matrix_of(found, visible_to(request)),
        "shown": request.entitlements.allows(Feature.REGULATORY_MAPPING),  # type: ignore[attr-defined]
        "crumbs": [*crumbs_of(found), ("Regulations", "")],
    }
    return render(request, "pages/matrix.html", context)


def matrix_of(platform: Platform, seen: Q) -> Matrix:
    """The matrix of its documents that fit the condition, retired ones left out."""
    documents = list(platform.documents.filter(seen, retired=False).order_by("type", "slug"))
    for document in documents:
        document.platform = platform
    counted = engaged_in(documents)
    sums = Counter[str]()
    for (_, slug), n in counted.items():
        sums[slug] += n
    laws = tuple((law, sums[slug]) for slug, law in regulations().items() if sums[slug])
    rows = tuple(
        Row(each, tuple((law, counted.get((each.pk, law.slug), 0)) for law, _ in laws)) for each in documents
    )
    return Matrix(laws, rows)
