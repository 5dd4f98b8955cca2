"""Rows as the true pipeline leaves them, from pages of the demo handed over without a network."""

from datetime import UTC, date, datetime, timedelta

from conductatlas.demo.origin import respond
from conductatlas.demo.policies import DemoDocument, DemoPlatform, demo_platforms
from monitoring.fetching.pages import Page, PagePart, PageRequest
from monitoring.models import Check
from monitoring.pipeline import Fetch, check_document
from platforms.models import Document, Platform

TODAY = date(2026, 11, 2)
# Between them: tables of fees, a class waiver slipped in, a retention period doubled.
SHOWN = {"coppervole": ("fee-schedule",), "pondwick": ("terms-of-service", "privacy-policy")}


def make_archive() -> list[Document]:
    """Platforms of the demo, each document looked at on the first day of each of its versions."""
    return [
        _archived(platform, document)
        for platform in demo_platforms(TODAY)
        for document in platform.documents
        if document.slug in SHOWN.get(platform.slug, ())
    ]


def _archived(declared: DemoPlatform, told: DemoDocument) -> Document:
    platform, _ = Platform.objects.get_or_create(
        slug=declared.slug,
        defaults={
            "name": declared.name,
            "sector": declared.sector,
            "description": declared.description,
            "home_url": f"https://{declared.slug}.example/",
        },
    )
    document = Document.objects.create(
        platform=platform,
        slug=told.slug,
        type=told.type,
        urls=[f"https://{declared.slug}.example{path}" for path in told.paths],
    )
    for version in told.versions:
        _look(
            document, datetime.combine(version.starts, datetime.min.time(), tzinfo=UTC) + timedelta(hours=9)
        )
    return document


def _look(document: Document, now: datetime) -> Check:
    """Look at the demo's page of that day; a second look that is asked for sees it again at once."""
    check = check_document(document, _as_of(now), now)
    if check.outcome == Check.Outcome.AWAITING:
        now += timedelta(hours=2)
        check = check_document(document, _as_of(now), now)
    return check


def _as_of(moment: datetime) -> Fetch:
    def fetch(request: PageRequest) -> Page:
        url = request.url
        answer = respond("/" + url.split("/", 3)[3], moment, {}, TODAY)
        part = PagePart(url, url, answer.status, {}, answer.body, answer.headers["Content-Type"])
        return Page(url, url, part.status, {}, "http", False, (part,))

    return fetch
