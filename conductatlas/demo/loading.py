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
from platforms.renaming import document_called, platform_called

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
        # An editor may have given it another slug since.
        platform = platform_called(declared.slug) or Platform(slug=declared.slug)
        platform.name, platform.sector = declared.name, declared.sector
        platform.description = declared.description
        platform.home_url = settings.DEMO_ORIGIN + declared.home_url_path
        platform.invented = True
        platform.save()
        _make_documents(platform, declared)


def _make_documents(platform: Platform, declared: DemoPlatform) -> None:
    for told in declared.documents:
        document = document_called(platform, told.slug) or Document(platform=platform, slug=told.slug)
        document.type, document.language = told.type, told.language
        document.urls = [settings.DEMO_ORIGIN + path for path in told.paths]
        document.save()


def live_through(today: date, origin: Origin) -> Iterator[Step]:
    """Look at each document on every day on which something happens to it, and again where a look asks for it."""
    documents = _documents_as_declared(today)
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


def _documents_as_declared(today: date) -> dict[tuple[str, str], Document]:
    """The documents by the slugs of the demo's files, whatever they are called now."""
    found = {}
    for declared in demo_platforms(today):
        if platform := platform_called(declared.slug):
            for told in declared.documents:
                if document := document_called(platform, told.slug):
                    document.platform = platform
                    found[declared.slug, told.slug] = document
    return found


def _look(document: Document, fetch: Fetch, clock: Callable[[], datetime], *, tell: bool) -> Check:
    check = check_document(document, fetch, clock(), tell=tell)
    if check.outcome == Check.Outcome.AWAITING:
        check = check_document(document, fetch, clock() + settings.SECOND_LOOK_AFTER, tell=tell)
    return check
