"""The answers of the API: public, read-only, one function an address."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from conductatlas.api.paging import PAGING, page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.representations import (
    FORM,
    change_json,
    clause_change_json,
    clause_type_json,
    diff_json,
    document_json,
    platform_json,
    provision_json,
    quick_fact_json,
    version_json,
)
from conductatlas.pages.finding import document_or_404, platform_or_404, version_or_404
from platforms.listing import listed_documents, listed_platforms, of_listed_documents
from platforms.models import Document, Version
from provisions.analysis.clause_types import CLAUSE_TYPES, TAXONOMY, TYPES_BY_SLUG
from provisions.analysis.diffing import diff_texts
from provisions.figures import loud_changes, sectors, standing
from provisions.models import Change, Provision, Severity
from provisions.quick_facts import quick_facts_of

View = Callable[..., HttpResponseBase]

_MINUTE, _DAY, _YEAR = 60, 86_400, 31_536_000


def _public(max_age: int) -> Callable[[View], View]:
    """A GET for anybody, from any web page, whose good answers caches may keep for so many seconds."""

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            response.headers["Access-Control-Allow-Origin"] = "*"
            patch_cache_control(response, public=True, max_age=max_age)
            return response

        return api_view(["GET", "HEAD"])(answer)

    return wrap


@_public(_DAY)
def index(request: Request, endpoints: list[dict[str, str]]) -> Response:
    """What there is to ask for."""
    Parameters(request.query_params, ())
    return Response(
        {
            "about": "Everything ConductAtlas publishes, to read without an account; and what is yours, with a key.",
            "rules": "Moments are UTC. Lists give `next`, an address to follow until it is null.",
            "errors": "Problems of RFC 9457; `code` stays the same, `detail` says what to do.",
            "keys": "Send a key as `Authorization: Bearer KEY`. /app/api-keys/ makes one; with it you may ask more often.",
            "endpoints": endpoints,
        }
    )


@_public(_MINUTE)
def nothing(request: Request) -> Response:
    """An address that there is not."""
    raise Http404


@_public(_MINUTE)
def platforms(request: Request) -> Response:
    """Platforms by slug."""
    asked = Parameters(request.query_params, ("sector", "q", *PAGING))
    counted = Q(documents__retired=False, documents__listed=True)
    rows = listed_platforms().annotate(documents_watched=Count("documents", filter=counted))
    words = asked.words("q")
    if "sector" in request.query_params:
        rows = rows.filter(sector=asked.one_of("sector", [name for name, _ in sectors()]))
    if words:
        rows = rows.filter(Q(name__icontains=words) | Q(slug__icontains=words.lower()))
    return page_of(request, rows, platform_json, "slug")


@_public(_MINUTE)
def platform(request: Request, platform: str) -> Response:
    """A platform with its quick facts and its documents."""
    Parameters(request.query_params, ())
    found = platform_or_404(platform)
    documents = list(_documents().filter(platform=found).order_by("retired", "type", "slug"))
    found.documents_watched = sum(not document.retired for document in documents)  # type: ignore[attr-defined]
    now = timezone.now()
    return Response(
        {
            **platform_json(found),
            "quick_facts": [quick_fact_json(fact) for fact in quick_facts_of(found)],
            "documents": [document_json(row, now) for row in documents],
        }
    )


@_public(_MINUTE)
def document(request: Request, platform: str, document: str) -> Response:
    """One document and its health."""
    Parameters(request.query_params, ())
    found = get_object_or_404(_documents(), platform__slug=platform, slug=document)
    return Response(document_json(found, timezone.now()))


def _documents() -> QuerySet[Document]:
    latest = Version.objects.filter(document=OuterRef("pk")).order_by("-number")
    return (
        listed_documents()
        .select_related("platform", "schedule")
        .annotate(versions_kept=Subquery(latest.values("number")[:1]))
    )


@_public(_MINUTE)
def versions(request: Request, platform: str, document: str) -> Response:
    """A document's versions, newest first, without their texts."""
    Parameters(request.query_params, PAGING)
    rows = document_or_404(platform, document).versions.select_related("document__platform", "snapshot")
    return page_of(request, rows.defer("text"), version_json, "-number")


@_public(_DAY)
def version(request: Request, platform: str, document: str, number: int) -> HttpResponseBase:
    """One version with its text and proof."""
    Parameters(request.query_params, ())
    found = version_or_404(document_or_404(platform, document), number)
    return _unless_known(
        request, f'"{found.sha256}-{FORM}"', lambda: Response({**version_json(found), "text": found.text})
    )


@_public(_YEAR)
def version_text(request: Request, platform: str, document: str, number: int) -> HttpResponseBase:
    """The text of a version, byte for byte what its hash is of."""
    Parameters(request.query_params, ())
    found = version_or_404(document_or_404(platform, document), number)

    def answer() -> HttpResponse:
        return HttpResponse(found.text, content_type="text/plain; charset=utf-8")

    response = _unless_known(request, f'"{found.sha256}"', answer)
    patch_cache_control(response, immutable=True)
    return response


@_public(_DAY)
def diff(request: Request, platform: str, document: str, a: int, b: int) -> HttpResponseBase:
    """What changes on the way from version a to version b, in either direction of time."""
    Parameters(request.query_params, ())
    found = document_or_404(platform, document)
    before, after = version_or_404(found, a), version_or_404(found, b)
    return _unless_known(
        request,
        f'"{before.sha256}-{after.sha256}-{FORM}"',
        lambda: Response(diff_json(before, after, diff_texts(before.text, after.text))),
    )


def _unless_known(request: Request, etag: str, answer: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The answer, made only where the client does not hold it already; otherwise 304."""
    # DRF keeps Django's own request under this name.
    known = get_conditional_response(request._request, etag=etag)  # noqa: SLF001
    response = known if known and known.status_code == HTTPStatus.NOT_MODIFIED else answer()
    response.headers["ETag"] = etag
    return response


@_public(_MINUTE)
def document_provisions(request: Request, platform: str, document: str) -> Response:
    """A document's provisions in reading order."""
    asked = Parameters(request.query_params, ("removed", *PAGING))
    found = document_or_404(platform, document)
    rows = of_listed_documents(Provision.objects.all()) if asked.flag("removed") else standing()
    return page_of(request, _with_places(rows.filter(document=found)), provision_json, "start", "pk")


@_public(_MINUTE)
def provisions(request: Request) -> Response:
    """Provisions of all documents in the order they were first published."""
    asked = Parameters(request.query_params, ("type", "severity", "platform", "removed", *PAGING))
    rows = of_listed_documents(Provision.objects.all()) if asked.flag("removed") else standing()
    type_, severity = asked.one_of("type", TYPES_BY_SLUG), asked.one_of("severity", Severity.values)
    if type_:
        rows = rows.filter(types__contains=[type_])
    if severity:
        rows = rows.filter(severity=severity)
    if owner := asked.platform("platform"):
        rows = rows.filter(document__platform=owner)
    return page_of(request, _with_places(rows), provision_json, "pk")


def _with_places(rows: QuerySet[Provision]) -> QuerySet[Provision]:
    return rows.select_related("document__platform", "version").defer("version__text")


@_public(_MINUTE)
def changes(request: Request) -> Response:
    """Changes, newest first; those that nobody is told of only where they are asked for."""
    asked = Parameters(request.query_params, ("since", "platform", "class", "cosmetic", *PAGING))
    class_, since, cosmetic = (
        asked.one_of("class", Change.Class.values),
        asked.moment("since"),
        asked.flag("cosmetic"),
    )
    rows = of_listed_documents(Change.objects.all()) if cosmetic or class_ else loud_changes()
    if class_:
        rows = rows.filter(change_class=class_)
    if since:
        rows = rows.filter(found_at__gte=since)
    if owner := asked.platform("platform"):
        rows = rows.filter(document__platform=owner)
    return page_of(request, _with_ends(rows), change_json, "-found_at", "-pk")


@_public(_MINUTE)
def change(request: Request, pk: int) -> Response:
    """One change with each of its clauses, word by word."""
    Parameters(request.query_params, ())
    found = get_object_or_404(_with_ends(of_listed_documents(Change.objects.all())), pk=pk)
    rows = list(found.clause_changes.select_related("provision").order_by("order"))
    for row in rows:
        if row.provision:
            row.provision.document = found.document
    return Response({**change_json(found), "clauses": [clause_change_json(row) for row in rows]})


def _with_ends(rows: QuerySet[Change]) -> QuerySet[Change]:
    return rows.select_related("document__platform", "before", "after").defer("before__text", "after__text")


@_public(_DAY)
def clause_types(request: Request) -> Response:
    """The taxonomy."""
    Parameters(request.query_params, ())
    return Response({"taxonomy": TAXONOMY, "types": [clause_type_json(kind) for kind in CLAUSE_TYPES]})
