"""What was found and wanted joins the common archive, unlisted until an editor looks at it, and is watched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.text import slugify

from billing.audit import record_audit_entry
from billing.entitlements import Feature, entitlements_of
from billing.members import locked
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.models import AddedDocument
from monitoring.register.models import DocumentSearch
from monitoring.register.searching import FoundPage, known_document
from monitoring.schedule import start_schedule
from monitoring.watches.watching import start_watching
from platforms.catalogue import DOCUMENT_TYPES, SECTORS
from platforms.models import Document, Platform
from platforms.renaming import document_called, platform_called

ADDED_A_DAY = 40
_DAY = timedelta(days=1)
_NAME_LENGTH = 80


class JoiningRefused(Exception):
    """Nothing was added; str() names the field and what to do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a member chose of a search: places in its list with the type of each, and whose documents they are.

    `platform` is an existing one that the organization sees; else `name` and `sector` make a new one.
    """

    chosen: Sequence[tuple[int, str]]
    platform: Platform | None = None
    name: str = ""
    sector: str = ""


def join_archive(search: DocumentSearch, wanted: Wanted, *, by: User | None, now: datetime) -> list[Document]:
    """The chosen pages as documents, new or known, watched from now on. Raises JoiningRefused and UpgradeRequired."""
    organization = search.organization
    entitlements_of(organization, now).demand(Feature.OWN_DOCUMENTS)
    pages = _chosen(search, wanted)
    with tenant_scope(organization):
        locked(organization)
        added_today = AddedDocument.objects.for_org(organization).filter(added_at__gt=now - _DAY).count()
        if added_today + len(pages) > ADDED_A_DAY:
            raise JoiningRefused(
                f"An organization adds {ADDED_A_DAY} documents a day at most. Go on tomorrow."
            )
        known = [known_document(page["url"], organization) or _unlisted_at(page["url"]) for page, _ in pages]
        # All of them may be known; then no platform has to be named.
        platform = wanted.platform if all(known) else wanted.platform or _new_platform(wanted, search)
        documents = [
            _join(organization, document or _new_document(platform, page, kind), by, now)
            for document, (page, kind) in zip(known, pages, strict=True)
        ]
        for watched in {document.platform_id: document.platform for document in documents}.values():
            start_watching(organization, watched, by=by, now=now)
        names = ", ".join(str(document) for document in documents)
        record_audit_entry(organization, actor=by, action="documents.added", subject=names)
    return documents


def _chosen(search: DocumentSearch, wanted: Wanted) -> list[tuple[FoundPage, str]]:
    pages = []
    for place, kind in wanted.chosen:
        if not 0 <= place < len(search.found):
            raise JoiningRefused("Documents: one of them is no longer in the list. Reload the page.")
        if kind not in DOCUMENT_TYPES:
            raise JoiningRefused("Type: choose one of the list for each document.")
        page: FoundPage = search.found[place]
        if page["preview"] and page["preview"]["reason"]:
            raise JoiningRefused(f"{page['url']}: it could not be read, so it can't be watched.")
        pages.append((page, kind))
    if not pages:
        raise JoiningRefused("Documents: nothing is chosen. Tick at least one.")
    return pages


def _new_platform(wanted: Wanted, search: DocumentSearch) -> Platform:
    name = " ".join(wanted.name.split())
    if not name or len(name) > _NAME_LENGTH:
        raise JoiningRefused(f"Name: give the platform a name of at most {_NAME_LENGTH} characters.")
    if wanted.sector not in SECTORS:
        raise JoiningRefused("Sector: choose one of the list.")
    base = slugify(name).replace("-vs-", "-")[:60].strip("-") or "platform"
    slug, number = base, 1
    while platform_called(slug):
        number += 1
        slug = f"{base}-{number}"
    return Platform(slug=slug, name=name, sector=wanted.sector, home_url=search.url[:500], listed=False)


def _join(organization: Organization, document: Document, by: User | None, now: datetime) -> Document:
    if document.retired and not document.listed:
        raise JoiningRefused(
            f"{document.url}: our editors looked at it and left it out. Write to us if that is wrong."
        )
    start_schedule(document, now)
    if not document.listed:
        rows = AddedDocument.objects.for_org(organization)
        rows.get_or_create(document=document, defaults={"added_by": by, "added_at": now})
    return document


def _unlisted_at(url: str) -> Document | None:
    return Document.objects.select_related("platform").filter(listed=False, urls__contains=[url]).first()


def _new_document(platform: Platform | None, page: FoundPage, kind: str) -> Document:
    assert platform is not None
    preview = page["preview"] or {}
    with transaction.atomic():
        if platform.pk is None:
            platform.save()
        base = DOCUMENT_TYPES[kind]
        slug, number = base, 1
        while document_called(platform, slug):
            number += 1
            slug = f"{base}-{number}"
        return Document.objects.create(
            platform=platform,
            slug=slug,
            type=kind,
            urls=[page["url"]],
            language=preview.get("language") or "en",
            needs_browser=bool(preview.get("needs_browser")),
            listed=False,
        )
