"""The directory of platforms, a platform, and its timeline."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Upper
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from billing.entitlements import Feature
from conductatlas.pages.comparing import address_of_pair
from conductatlas.pages.finding import (
    chosen,
    crumbs_of,
    is_watching,
    page_of,
    platform_or_404,
    visible_to,
    words_in,
)
from conductatlas.pages.picking import named_like
from conductatlas.pages.timelines import FREE_DAYS, draw_timeline, events_of, span_of
from monitoring.figures import health_of, health_of_platforms
from monitoring.watches.readings import record_reading
from platforms.listing import listed_platforms
from platforms.models import Document, Platform, Version
from provisions.alike import platforms_alike
from provisions.figures import (
    changes_in_year,
    loud_changes_in,
    sectors,
    standing_in,
    tally_of,
)
from provisions.models import Change, ProvisionEvent
from provisions.quick_facts import quick_facts_of

_PER_PAGE = 48
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def directory(request: HttpRequest) -> HttpResponse:
    """Every platform, by sector, first letter (0 for digits) and name."""
    known = sectors()
    sector = chosen(request, "sector", [name for name, _ in known])
    letter = chosen(request, "letter", {*_LETTERS, "0"})
    words = words_in(request, "q", 80)
    page = page_of(request, _found(sector, letter, words), _PER_PAGE)
    health = health_of_platforms([platform.pk for platform in page], timezone.now())
    context = {
        "page": page,
        "rows": [(platform, health[platform.pk]) for platform in page],
        "sectors": known,
        "letters": [("0", "0-9"), *((letter, letter) for letter in _LETTERS)],
        "sector": sector,
        "letter": letter,
        "words": words,
    }
    return render(request, "pages/platforms.html", context)


def platforms_asked(query: QueryDict) -> QuerySet[Platform]:
    """The platforms that `sector`, `letter` and `q` of an address ask for, by name; what does not exist is dropped."""
    sector, letter = query.get("sector", ""), query.get("letter", "")
    return _found(
        sector if sector in {name for name, _ in sectors()} else "",
        letter if letter in {*_LETTERS, "0"} else "",
        query.get("q", "").replace("\0", "").strip()[:80],
    )


def _found(sector: str, letter: str, words: str) -> QuerySet[Platform]:
    rows = listed_platforms().annotate(
        documents_watched=Count("documents", filter=Q(documents__retired=False, documents__listed=True)),
    )
    if sector:
        rows = rows.filter(sector=sector)
    if letter == "0":
        rows = rows.filter(name__regex=r"^[0-9]")
    elif letter:
        rows = rows.filter(name__istartswith=letter)
    if words:
        rows = rows.filter(named_like(words))
    return rows.order_by(Upper("name"), "pk")


def platform(request: HttpRequest, platform: str) -> HttpResponse:
    """What a platform publishes, what it says and how it changes."""
    now = timezone.now()
    found = platform_or_404(platform, request)
    if request.organization is not None:  # type: ignore[attr-defined]
        record_reading(request.organization, request.user, found, now)  # type: ignore[attr-defined,arg-type]
    documents = _documents_of(found, visible_to(request))
    year = changes_in_year(documents, now)
    provisions = tally_of(standing_in(documents))
    changes = loud_changes_in(documents).select_related("document__platform")
    context = {
        "platform": found,
        "documents": [(document, health_of(document, now), year[document.pk]) for document in documents],
        "being_read": sum(hasattr(document, "first_reading") for document in documents),
        "quick_facts": quick_facts_of(found),
        "groups": provisions.by_group,
        "split": provisions.by_severity,
        "changes": list(changes.order_by("-found_at", "-pk")[:8]),
        "changes_in_year": sum(year.values()),
        "alike": [(other, address_of_pair(found.slug, other.slug)) for other in platforms_alike(found)],
        "watching": is_watching(request, found),
        "crumbs": crumbs_of(found),
    }
    return render(request, "pages/platform.html", context)


def _documents_of(platform: Platform, visible: Q) -> list[Document]:
    """With the number, the words and the moment of the latest version."""
    latest = Version.objects.filter(document=OuterRef("pk")).order_by("-number")
    documents = (
        platform.documents.filter(visible)
        .select_related("schedule", "first_reading")
        .annotate(
            versions_kept=Subquery(latest.values("number")[:1]),
            latest_words=Subquery(latest.values("words")[:1]),
            latest_at=Subquery(latest.values("taken_at")[:1]),
            provisions_standing=Count("provisions", filter=Q(provisions__removed_at=None)),
        )
    )
    rows: list[Document] = list(documents.order_by("retired", "type", "slug"))
    for document in rows:
        document.platform = platform
    return rows


def timeline(request: HttpRequest, platform: str) -> HttpResponse:
    """Versions, changes and what became of provisions over time; beyond 90 days it comes with the Professional plan."""
    now = timezone.now()
    found = platform_or_404(platform, request)
    whole = request.entitlements.allows(Feature.FULL_TIMELINE)  # type: ignore[attr-defined]
    documents = list(
        found.documents.filter(visible_to(request)).select_related("platform").order_by("type", "slug")
    )
    versions = versions_of(documents)
    open_ones = versions if whole else [row for row in versions if (now - row.taken_at).days < FREE_DAYS]
    years = sorted({row.taken_at.year for row in open_ones} | {now.year}, reverse=True) if whole else []
    asked = request.GET.get("year", "")
    year = int(asked) if asked in {str(each) for each in years} else None
    shown = [row for row in open_ones if year is None or row.taken_at.year == year]
    changes = {
        change.after_id: change
        for change in Change.objects.filter(document__in=documents).select_related("document__platform")
    }
    events = events_of(shown, events_counted(documents))
    span = span_of(shown, year, now)
    pictures = (
        draw_timeline(documents, shown, changes, events, span, narrow=narrow) for narrow in (False, True)
    )
    context = {
        "platform": found,
        "pictures": [picture for picture in pictures if picture],
        "rows": [(row, changes.get(row.pk), events[row.pk]) for row in shown],
        "years": years,
        "year": year,
        "hidden": len(versions) - len(open_ones),
        "hidden_changes": sum(
            1 for row in versions[len(open_ones) :] if (told := changes.get(row.pk)) and told.alarmed
        ),
        "first_at": versions[-1].taken_at if versions else None,
        "free_days": FREE_DAYS,
        "crumbs": [*crumbs_of(found), ("Timeline", "")],
    }
    return render(request, "pages/timeline.html", context)


def versions_of(documents: list[Document]) -> list[Version]:
    """Newest first, of all its documents."""
    rows = Version.objects.filter(document__in=documents).order_by("-taken_at", "-pk")
    versions = list(rows.only("number", "taken_at", "document_id", "words"))
    by_key = {document.pk: document for document in documents}
    for row in versions:
        row.document = by_key[row.document_id]
    return versions


def events_counted(documents: list[Document]) -> list[tuple[int, str, int]]:
    """What became of provisions in each version of the documents, as (version, kind, how many)."""
    rows = ProvisionEvent.objects.filter(provision__document__in=documents).order_by()
    return list(rows.values_list("version", "kind").annotate(n=Count("pk")))
