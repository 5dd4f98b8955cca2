"""What the texts say by the API: provisions, changes, comparisons and the taxonomy; public, read-only."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from conductatlas.api import parameters as a
from conductatlas.api.describing import many, one
from conductatlas.api.endpoints import DAY, MINUTE, public
from conductatlas.api.errors import BadParameter
from conductatlas.api.paging import page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.passages import comparison_json, provision_whole_json
from conductatlas.api.representations import (
    change_json,
    clause_change_json,
    clause_type_json,
    provision_json,
)
from conductatlas.pages.comparing import columns_of
from conductatlas.pages.finding import document_or_404
from conductatlas.pages.picking import FEWEST, MOST, pick
from platforms.listing import of_listed_documents
from provisions.analysis.clause_types import CLAUSE_TYPES, TAXONOMY, TYPES_BY_SLUG
from provisions.analysis.contrasts import difference_between
from provisions.figures import adoption_of, loud_changes, standing
from provisions.models import Change, ClauseChange, Provision, Severity
from provisions.peers import peers_of
from provisions.regulations.knowledge import regulations
from provisions.searching import fitting, query_of

Row = TypeVar("Row", Provision, Change)
_SAID = "What the texts say"
_CHANGED = "What changed"
_NARROWING = (
    a.TYPE,
    a.SEVERITY,
    a.LEAST,
    a.DIRECTION,
    a.STANCE,
    a.REGULATION,
    a.REMOVED,
    a.moment("changed_since", "Only those introduced, reworded or removed then or later."),
)


@public(
    "What a document says, in reading order.",
    gives=many("Provision"),
    max_age=MINUTE,
    tag=_SAID,
    takes=_NARROWING,
)
def document_provisions(request: Request, asked: Parameters, platform: str, document: str) -> Response:
    """Each provision with its exact words and their place in the version named."""
    rows = _narrowed(asked).filter(document=document_or_404(platform, document))
    return page_of(request, rows, provision_json, "start", "pk")


@public(
    "Provisions of all documents, in the order they were first published.",
    gives=many("Provision"),
    max_age=MINUTE,
    tag=_SAID,
    takes=(
        *_NARROWING,
        a.words("q", "Only those with these words, in any of their forms."),
        a.PLATFORM,
        a.SECTOR,
        a.DOCUMENT_TYPE,
    ),
)
def provisions(request: Request, asked: Parameters) -> Response:
    """The whole registry; narrowed by as many of its parameters as one likes."""
    rows = _narrowed(asked)
    if words := asked.words("q"):
        rows = rows.filter(fitting(query_of(words), words))
    if owner := asked.platform("platform"):
        rows = rows.filter(document__platform=owner)
    return page_of(request, _of_documents(rows, asked), provision_json, "pk")


def _narrowed(asked: Parameters) -> QuerySet[Provision]:
    rows = of_listed_documents(Provision.objects.all()) if asked.flag("removed") else standing()
    if type_ := asked.one_of("type"):
        rows = rows.filter(types__contains=[type_])
    for name in ("severity", "direction", "stance"):
        if value := asked.one_of(name):
            rows = rows.filter(**{name: value})
    if least := asked.one_of("least"):
        rows = rows.filter(severity__in=_at_least(least))
    if "regulation" in asked:
        rows = rows.filter(regulations__contains=[_regulation(asked.words("regulation"))])
    if moment := asked.moment("changed_since"):
        rows = rows.filter(Q(changed_at__gte=moment) | Q(removed_at__gte=moment))
    return rows.select_related("document__platform", "version").defer("version__text")


def _regulation(slug: str) -> str:
    if slug not in regulations():
        raise BadParameter(
            "regulation", f"There is no regulation {slug!r}. /api/v1/regulations/ lists their slugs."
        )
    return slug


def _at_least(severity: str) -> list[str]:
    return Severity.values[Severity.values.index(severity) :]


@public(
    "One provision, with its history and how other platforms handle the same.",
    gives=one("ProvisionWhole"),
    max_age=MINUTE,
    tag=_SAID,
)
def provision(request: Request, asked: Parameters, platform: str, document: str, provision: str) -> Response:
    """Its address stays the same through all versions of the document, also once it is removed."""
    rows = Provision.objects.select_related("version").defer("version__text")
    found_in = document_or_404(platform, document)
    found = get_object_or_404(rows, document=found_in, slug=provision)
    found.document = found_in
    events = found.events.select_related("version").defer("version__text").order_by("-at", "-pk")
    return Response(provision_whole_json(found, list(events), peers_of(found), adoption_of(found.type)))


@public(
    "Changes, newest first.",
    gives=many("Change"),
    max_age=MINUTE,
    tag=_CHANGED,
    takes=(
        a.moment("since", "Only those found then or later."),
        a.moment("until", "Only those found before."),
        a.PLATFORM,
        a.SECTOR,
        a.DOCUMENT_TYPE,
        a.TYPE,
        a.SEVERITY,
        a.LEAST,
        a.DIRECTION,
        a.CLASS,
        a.COSMETIC,
    ),
)
def changes(request: Request, asked: Parameters) -> Response:
    """What people are told of; quiet ones too where they are asked for."""
    class_ = asked.one_of("class")
    rows = of_listed_documents(Change.objects.all()) if asked.flag("cosmetic") or class_ else loud_changes()
    if class_:
        rows = rows.filter(change_class=class_)
    if since := asked.moment("since"):
        rows = rows.filter(found_at__gte=since)
    if until := asked.moment("until"):
        rows = rows.filter(found_at__lt=until)
    for name in ("severity", "direction"):
        if value := asked.one_of(name):
            rows = rows.filter(**{name: value})
    if least := asked.one_of("least"):
        rows = rows.filter(severity__in=_at_least(least))
    if type_ := asked.one_of("type"):
        touched = ClauseChange.objects.filter(change=OuterRef("pk"), types__contains=[type_])
        rows = rows.filter(Exists(touched))
    if owner := asked.platform("platform"):
        rows = rows.filter(document__platform=owner)
    return page_of(request, _with_ends(_of_documents(rows, asked)), change_json, "-found_at", "-pk")


def _of_documents(rows: QuerySet[Row], asked: Parameters) -> QuerySet[Row]:
    if "sector" in asked:
        rows = rows.filter(document__platform__sector=asked.words("sector"))
    if "document_type" in asked:
        rows = rows.filter(document__type=asked.words("document_type"))
    return rows


@public(
    "One change with each of its clauses, word by word.",
    gives=one("ChangeWhole"),
    max_age=MINUTE,
    tag=_CHANGED,
)
def change(request: Request, asked: Parameters, pk: int) -> Response:
    """What was added, removed, reworded and moved; `edits` put together are the clause before and after."""
    found = get_object_or_404(_with_ends(of_listed_documents(Change.objects.all())), pk=pk)
    rows = list(found.clause_changes.select_related("provision").order_by("order"))
    for row in rows:
        if row.provision:
            row.provision.document = found.document
    return Response({**change_json(found), "clauses": [clause_change_json(row) for row in rows]})


def _with_ends(rows: QuerySet[Change]) -> QuerySet[Change]:
    return rows.select_related("document__platform", "before", "after").defer("before__text", "after__text")


@public(
    "Two to four platforms side by side on one clause type.",
    gives=one("Comparison"),
    max_age=MINUTE,
    tag=_SAID,
    takes=(a.words("p", f"The slugs of {FEWEST} to {MOST} platforms, separated by commas. Needed."),),
)
def compare(request: Request, asked: Parameters, type: str) -> Response:
    """For each platform its weightiest provisions of the type, and in one sentence where they differ."""
    kind = TYPES_BY_SLUG.get(type)
    if kind is None:
        raise BadParameter("type", "There is no such clause type. /api/v1/clause-types/ lists them.")
    slugs = [slug for slug in asked.words("p").split(",") if slug]
    picked = pick(slugs)
    if picked.faults or not FEWEST <= len(picked.platforms) <= MOST:
        told = " ".join(picked.faults) or "Give their slugs, separated by commas."
        raise BadParameter("p", f"{FEWEST} to {MOST} platforms are compared. {told}")
    columns = columns_of(kind, picked.platforms)
    difference = difference_between(kind.slug, [column.side for column in columns])
    return Response(comparison_json(kind, columns, difference))


@public("The taxonomy of clauses, with its number.", gives=one("ClauseTypes"), max_age=DAY, tag=_SAID)
def clause_types(request: Request, asked: Parameters) -> Response:
    """What each type means, what makes it mild or severe, and what it is often mistaken for."""
    return Response({"taxonomy": TAXONOMY, "types": [clause_type_json(kind) for kind in CLAUSE_TYPES]})
