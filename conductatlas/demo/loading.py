"""Lets the true pipeline live through the demo: every look at its own day, over HTTP, from the local origin."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.conf import settings

from conductatlas.demo.origin import Origin
from conductatlas.demo.policies import DemoEvent, DemoPlatform, demo_events, demo_platforms
from monitoring.looking import open_fetch
from monitoring.models import Check
from monitoring.pipeline import Fetch, check_document
from platforms.models import Document, Platform

# Changes older than this are history for the newcomer; nobody is mailed about them.
TOLD_WITHIN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Step:
    """One look of the demo: which event it was for, out of how many, and how it ended."""

    number: int
    of: int
    event: DemoEvent
    check: Check


def make_platforms(today: date) -> None:
    """The invented platforms and their documents, at the addresses where the local origin serves them."""
    for declared in demo_platforms(today):
        platform, _ = Platform.objects.update_or_create(
            slug=declared.slug,
            defaults={
                "name": declared.name,
                "sector": declared.sector,
                "description": declared.description,
                "home_url": settings.DEMO_ORIGIN + declared.home_url_path,
                "invented": True,
            },
        )
        _make_documents(platform, declared)


def _make_documents(platform: Platform, declared: DemoPlatform) -> None:
    for document in declared.documents:
        Document.objects.update_or_create(
            platform=platform,
            slug=document.slug,
            defaults={
                "type": document.type,
                "urls": [settings.DEMO_ORIGIN + path for path in document.paths],
                "language": document.language,
            },
        )


def live_through(today: date, origin: Origin) -> Iterator[Step]:
    """Look at each document on every day on which something happens to it, and again where a look asks for it."""
    documents = {
        (document.platform.slug, document.slug): document
        for document in Document.objects.filter(platform__invented=True).select_related("platform")
    }
    events = demo_events(today)
    moment = events[0].moment if events else datetime.now(UTC)

    def clock() -> datetime:
        return moment

    with open_fetch(clock, hurried=True) as fetch:
        for number, event in enumerate(events, start=1):
            moment = event.moment
            origin.day = moment.date()
            document = documents[event.platform, event.document]
            if document.checks.filter(at__gte=moment).exists():
                continue  # an earlier start came this far
            tell = moment.date() > today - TOLD_WITHIN
            yield Step(number, len(events), event, _look(document, fetch, clock, tell=tell))


def _look(document: Document, fetch: Fetch, clock: Callable[[], datetime], *, tell: bool) -> Check:
    check = check_document(document, fetch, clock(), tell=tell)
    if check.outcome == Check.Outcome.AWAITING:
        check = check_document(document, fetch, clock() + settings.SECOND_LOOK_AFTER, tell=tell)
    return check
