"""From one address of a vendor to its documents: asked by a member, worked off by a worker, shown as it goes on.

A search holds no connection while it waits for others' servers: each step is written down, and a worker that dies
leaves a claim that lapses.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypedDict
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q

from billing.audit import record_audit_entry
from billing.entitlements import Feature, entitlements_of
from billing.members import locked
from billing.models import Organization, User
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.added_documents import visible_documents
from monitoring.errors import FetchError
from monitoring.fetching.addresses import check_url
from monitoring.fetching.pages import Page, PageRequest
from monitoring.pipeline import Fetch
from monitoring.register.links import (
    USUAL,
    Lead,
    best_of_each_type,
    leads_in_page,
    leads_in_sitemap,
    name_of_site,
    sitemaps_in,
    type_of_page,
    usual_places,
)
from monitoring.register.models import DocumentSearch
from monitoring.register.previewing import preview_page
from platforms.models import Document
from provisions.analysis.pages.encoding import decode_page

SEARCHES_A_DAY = 20
_LEASE = timedelta(minutes=10)
_DAY = timedelta(days=1)
_MOST_READ = 8
_HUBS_FOLLOWED = 2
_SITEMAPS_FOLLOWED = 4
Clock = Callable[[], datetime]


class SearchRefused(Exception):
    """The search was not begun; str() says why and what to do."""


class FoundPage(TypedDict):
    """One page of a search: how it was found, and what was read there (see previewing.Preview)."""

    url: str
    type: str
    words: str
    where: str
    known: int | None
    preview: dict[str, Any] | None


def ask_for_documents(
    organization: Organization, url: str, *, by: User | None, now: datetime
) -> DocumentSearch:
    """Begin a search. Raises UpgradeRequired without the plan, SearchRefused for an address we do not go to."""
    entitlements_of(organization, now).demand(Feature.OWN_DOCUMENTS)
    address = _address(url)
    with tenant_scope(organization):
        searches = DocumentSearch.objects.for_org(locked(organization))
        if searches.filter(asked_at__gt=now - _DAY).count() >= SEARCHES_A_DAY:
            raise SearchRefused(f"{SEARCHES_A_DAY} searches were begun within a day. Go on tomorrow.")
        search = searches.create(url=address, asked_by=by, asked_at=now)
        record_audit_entry(organization, actor=by, action="documents.searched", subject=address)
    return search


def _address(url: str) -> str:
    address = "".join(url.split())
    if "://" not in address:
        address = f"https://{address}"
    try:
        check_url(address)
    except FetchError as error:
        raise SearchRefused(
            f"Address: {error.detail or error.failure.in_words} Copy it from a browser."
        ) from error
    if not urlsplit(address).path:
        address += "/"
    return address


def work_off_searches(clock: Clock, fetch: Fetch, *, until: datetime) -> int:
    """Do the searches that wait, the longest waiting first; returns how many were done."""
    done = 0
    while clock() < until and (search := _claim(clock())) is not None:
        _Search(search, fetch).run()
        done += 1
    return done


def searches_wait(now: datetime) -> bool:
    """Whether there is one to be worked off: asked before a way to the network is opened."""
    with across_orgs_scope():
        return DocumentSearch.objects.across_orgs().filter(_free(now)).exists()


def _free(now: datetime) -> Q:
    unclaimed = Q(claimed_until=None) | Q(claimed_until__lt=now)
    return Q(state=DocumentSearch.State.WAITING) & unclaimed


def _claim(now: datetime) -> DocumentSearch | None:
    with across_orgs_scope(), transaction.atomic():
        waiting = DocumentSearch.objects.across_orgs().filter(_free(now)).order_by("asked_at")
        search = waiting.select_for_update(skip_locked=True).first()
        if search is not None:
            search.claimed_until = now + _LEASE
            search.save(update_fields=["claimed_until"])
    return search


def known_document(url: str, organization: Organization | None = None) -> Document | None:
    """The document at this address, however it is written; of the unlisted ones only what the organization added."""
    bare = url.partition("://")[2].rstrip("/")
    spellings = [f"{scheme}://{bare}{slash}" for scheme in ("http", "https") for slash in ("", "/")]
    found = Document.objects.select_related("platform").filter(
        visible_documents(organization), urls__overlap=spellings
    )
    return found.order_by("retired", "pk").first()


class _Search:
    """One search under way."""

    def __init__(self, search: DocumentSearch, fetch: Fetch) -> None:
        self._search = search
        self._fetch = fetch

    def run(self) -> None:
        search = self._search
        self._tell("Reading the address that you gave")
        try:
            page = self._fetch(PageRequest(url=search.url))
        except FetchError as error:
            self._end(f"{error.failure.in_words} {error.detail}".strip())
            return
        markup = _markup(page)
        search.site_name = name_of_site(markup, page.final_url)
        itself = _itself(page, markup)
        leads = [itself] if itself else best_of_each_type(self._leads(markup, page.final_url))[:_MOST_READ]
        search.found = [self._entry(lead) for lead in leads]
        for entry in search.found:
            if entry["known"] is None:
                self._tell(f"Reading the {entry['type']} at {entry['url']}"[:300])
                had = page if itself else None
                entry["preview"] = preview_page(entry["url"], entry["type"], self._fetch, had).to_keep()
        # Guesses that led nowhere are no news to anybody.
        search.found = [entry for entry in search.found if not _missed(entry)]
        self._end(
            "" if search.found else "No link of the page, no sitemap and no usual place led to a document."
        )

    def _leads(self, markup: str, base: str) -> list[Lead]:
        leads, hubs = leads_in_page(markup, base)
        for hub in hubs[:_HUBS_FOLLOWED]:
            if _missing(leads):
                self._tell(f"Looking for links at {hub}"[:300])
                leads += leads_in_page(self._get(hub), hub)[0]
        if _missing(leads):
            self._tell("Looking into the sitemap")
            leads += self._leads_in_sitemaps(base, leads)
        for lead in usual_places(base, _missing(leads)):
            if lead.type in _missing(leads):
                self._tell(f"Trying {lead.url}"[:300])
                if self._get(lead.url):
                    leads.append(lead)
        return leads

    def _leads_in_sitemaps(self, base: str, known: list[Lead]) -> list[Lead]:
        """Of the site's sitemap; where it only names others, of a few of those, until nothing usual is missing."""
        parts = urlsplit(base)
        first = self._get(f"{parts.scheme}://{parts.netloc}/sitemap.xml")
        leads = leads_in_sitemap(first, base)
        for url in sitemaps_in(first, base)[:_SITEMAPS_FOLLOWED]:
            if _missing(known + leads):
                self._tell(f"Looking into {url}"[:300])
                leads += leads_in_sitemap(self._get(url), base)
        return leads

    def _get(self, url: str) -> str:
        """The page as text; "" where there is none to be had."""
        try:
            return _markup(self._fetch(PageRequest(url=url, any_text=True)))
        except FetchError:
            return ""

    def _entry(self, lead: Lead) -> FoundPage:
        with tenant_scope(self._search.organization):
            known = known_document(lead.url, self._search.organization)
        return FoundPage(
            url=lead.url, type=lead.type, words=lead.words[:200], where=lead.where,
            known=known.pk if known else None, preview=None,
        )  # fmt: skip

    def _tell(self, step: str) -> None:
        self._search.step = step
        self._save("step", "site_name", "found")

    def _end(self, reason: str) -> None:
        search = self._search
        search.state, search.reason, search.step, search.claimed_until = (
            DocumentSearch.State.DONE,
            reason,
            "",
            None,
        )
        self._save("state", "reason", "step", "claimed_until", "site_name", "found")

    def _save(self, *fields: str) -> None:
        with tenant_scope(self._search.organization):
            self._search.save(update_fields=fields)


def _itself(page: Page, markup: str) -> Lead | None:
    """The page as a document, where its title or address calls it one; None for a home page."""
    title = " ".join(markup.partition("<title")[2].partition(">")[2].partition("</title")[0].split())
    kind = type_of_page(title, page.final_url)
    if kind is None and page.parts[0].is_pdf:
        kind = USUAL[0]
    return Lead(page.request_url, kind, title, "the address you gave", 0.0) if kind else None


def _markup(page: Page) -> str:
    return "\n".join(decode_page(part.body, part.content_type) for part in page.parts if not part.is_pdf)


def _missing(leads: list[Lead]) -> list[str]:
    return [kind for kind in USUAL if all(lead.type != kind for lead in leads)]


def _missed(entry: FoundPage) -> bool:
    return entry["where"] == "its usual place" and bool(entry["preview"] and entry["preview"]["reason"])
