"""The archive by the API: platforms, their documents, versions and what differs between two; public, read-only."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from rest_framework.request import Request
from rest_framework.response import Response

from conductatlas.api import parameters as a
from conductatlas.api.describing import PLAIN_TEXT, many, one
from conductatlas.api.endpoints import DAY, MINUTE, YEAR, public, unless_held
from conductatlas.api.paging import page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.representations import (
    FORM,
    Json,
    absolute,
    address,
    diff_json,
    document_json,
    platform_json,
    quick_fact_json,
    version_json,
)
from conductatlas.pages.finding import document_or_404, platform_or_404, version_or_404
from platforms.listing import listed_documents, listed_platforms
from platforms.models import Document, Version
from provisions.analysis.diffing import diff_texts
from provisions.figures import sectors
from provisions.quick_facts import quick_facts_of

_ARCHIVE = "The archive"


@public("What there is to ask for.", gives=one("Index"), max_age=DAY, tag="About the API")
def index(request: Request, asked: Parameters, endpoints: list[dict[str, str]]) -> Response:
    """Every address of the API with what it gives."""
    return Response(
        {
            "about": "Everything ConductAtlas publishes, to read without an account; and what is yours, with a key.",
            "rules": "Moments are UTC. Lists give `next`, an address to follow until it is null.",
            "errors": "Problems of RFC 9457; `code` stays the same, `detail` says what to do.",
            "keys": "Send a key as `Authorization: Bearer KEY`. /app/api-keys/ makes one; with it you may ask more often.",
            "openapi": absolute(reverse("api:openapi")),
            "reference": absolute(reverse("api:reference")),
            "endpoints": endpoints,
        }
    )


@public(
    "Platforms, by slug.",
    gives=many("Platform"),
    max_age=MINUTE,
    tag=_ARCHIVE,
    takes=(
        a.SECTOR,
        a.words("q", "Only those whose name holds these words."),
        a.words("country", "Only those seated in this country, by its ISO 3166 code."),
    ),
)
def platforms(request: Request, asked: Parameters) -> Response:
    """Everybody whose documents we read, with how many we look at."""
    counted = Q(documents__retired=False, documents__listed=True)
    rows = listed_platforms().annotate(documents_watched=Count("documents", filter=counted))
    words = asked.words("q")
    if "sector" in asked:
        rows = rows.filter(sector=asked.one_of("sector", [name for name, _ in sectors()]))
    if "country" in asked:
        rows = rows.filter(country=asked.words("country").upper())
    if words:
        rows = rows.filter(Q(name__icontains=words) | Q(slug__icontains=words.lower()))
    return page_of(request, rows, platform_json, "slug")


@public(
    "One platform, with its quick facts and its documents.",
    gives=one("PlatformWhole"),
    max_age=MINUTE,
    tag=_ARCHIVE,
)
def platform(request: Request, asked: Parameters, platform: str) -> Response:
    """The quick facts answer the questions that readers have first, each with the exact words it was read from."""
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


@public(
    "Documents of all platforms, in the order we took them up.",
    gives=many("Document"),
    max_age=MINUTE,
    tag=_ARCHIVE,
    takes=(a.PLATFORM, a.DOCUMENT_TYPE, a.flag("retired", "1 adds those that we no longer look at.")),
)
def documents(request: Request, asked: Parameters) -> Response:
    """Each with where it is published and its health: when it was last read, and since when it is stale and why."""
    rows = _documents() if asked.flag("retired") else _documents().filter(retired=False)
    if owner := asked.platform("platform"):
        rows = rows.filter(platform=owner)
    if "document_type" in asked:
        rows = rows.filter(type=asked.words("document_type"))
    now = timezone.now()
    return page_of(request, rows, lambda row: document_json(row, now), "pk")


@public(
    "One document, where it is published, and its health.",
    gives=one("Document"),
    max_age=MINUTE,
    tag=_ARCHIVE,
)
def document(request: Request, asked: Parameters, platform: str, document: str) -> Response:
    """Where it is published, how many versions we keep, and how the looks at it go."""
    found = get_object_or_404(_documents(), platform__slug=platform, slug=document)
    return Response(document_json(found, timezone.now()))


def _documents() -> QuerySet[Document]:
    latest = Version.objects.filter(document=OuterRef("pk")).order_by("-number")
    return (
        listed_documents()
        .select_related("platform", "schedule")
        .annotate(versions_kept=Subquery(latest.values("number")[:1]))
    )


@public(
    "A document's versions, newest first, without their texts.",
    gives=many("Version"),
    max_age=MINUTE,
    tag=_ARCHIVE,
    takes=(
        a.moment("since", "Only those taken then or later."),
        a.moment("until", "Only those taken before."),
    ),
)
def versions(request: Request, asked: Parameters, platform: str, document: str) -> Response:
    """Each with its hash, the dates it states, and the snapshot it was read from."""
    rows = document_or_404(platform, document).versions.select_related("document__platform", "snapshot")
    if since := asked.moment("since"):
        rows = rows.filter(taken_at__gte=since)
    if until := asked.moment("until"):
        rows = rows.filter(taken_at__lt=until)
    return page_of(request, rows.defer("text"), version_json, "-number")


@public(
    "One version: text, hashes, recipe, snapshot and proofs.",
    gives=one("VersionWhole"),
    max_age=DAY,
    tag=_ARCHIVE,
)
def version(
    request: Request, asked: Parameters, platform: str, document: str, number: int
) -> HttpResponseBase:
    """A version never changes, so a client that holds it with its proofs may keep it for good."""
    found = version_or_404(document_or_404(platform, document), number)
    logged = "-logged" if hasattr(found, "log_entry") and hasattr(found.snapshot, "log_entry") else ""
    return unless_held(
        request, f"{found.sha256}-{FORM}{logged}", lambda: Response(_version_whole_json(found))
    )


def _version_whole_json(version: Version) -> Json:
    """With the text and the proofs; reads `log_entry` and that of the snapshot beside the rest."""
    proofs = {"version": version, "snapshot": version.snapshot}
    return {
        **version_json(version),
        "text": version.text,
        "proofs": {
            name: address("log_proof", row.log_entry.index) if hasattr(row, "log_entry") else None
            for name, row in proofs.items()
        },
    }


@public("The text of a version alone.", gives=PLAIN_TEXT, max_age=YEAR, tag=_ARCHIVE)
def version_text(
    request: Request, asked: Parameters, platform: str, document: str, number: int
) -> HttpResponseBase:
    """Byte for byte what the version's hash is of."""
    found = version_or_404(document_or_404(platform, document), number)

    def answer() -> HttpResponse:
        return HttpResponse(found.text, content_type="text/plain; charset=utf-8")

    response = unless_held(request, found.sha256, answer)
    patch_cache_control(response, immutable=True)
    return response


@public(
    "The difference between any two versions of a document, clause by clause.",
    gives=one("Difference"),
    max_age=DAY,
    tag=_ARCHIVE,
)
def diff(
    request: Request, asked: Parameters, platform: str, document: str, a: int, b: int
) -> HttpResponseBase:
    """What changes on the way from version a to version b, in either direction of time, word by word."""
    found = document_or_404(platform, document)
    before, after = version_or_404(found, a), version_or_404(found, b)
    return unless_held(
        request,
        f"{before.sha256}-{after.sha256}-{FORM}",
        lambda: Response(diff_json(before, after, diff_texts(before.text, after.text))),
    )
