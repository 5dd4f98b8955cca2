"""What a member keeps to read later: platforms, documents, versions, provisions, changes. Each list is one person's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.db import models
from django.db.models import QuerySet

from billing.models import Membership
from billing.tenancy import tenant_scope
from monitoring.added_documents import visible_documents, visible_platforms
from monitoring.models import ReadingListEntry
from platforms.models import Document, Platform, Version
from provisions.models import Change, Provision

Kind = ReadingListEntry.Kind
Thing = Platform | Document | Version | Provision | Change
MOST_KEPT = 500
_KIND_OF: dict[type[models.Model], Kind] = {
    Platform: Kind.PLATFORM,
    Document: Kind.DOCUMENT,
    Version: Kind.VERSION,
    Provision: Kind.PROVISION,
    Change: Kind.CHANGE,
}
# A list shows their names and places; the texts stay where they are.
_ROWS: dict[Kind, QuerySet[Any]] = {
    Kind.DOCUMENT: Document.objects.select_related("platform"),
    Kind.VERSION: Version.objects.select_related("document__platform").defer("text", "recipe"),
    Kind.PROVISION: Provision.objects.select_related("document__platform"),
    Kind.CHANGE: Change.objects.select_related("document__platform"),
}
_SALT = "monitoring.reading-list"
_UNDONE_WITHIN = timedelta(hours=1)


class ListRefused(Exception):
    """What was asked of the list cannot be done; str() is the reason and remedy, for the person who asked."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry with what it is about; `thing` is None where it can no longer be seen."""

    entry: ReadingListEntry
    thing: Thing | None

    @property
    def title(self) -> str:
        """As one would name it in a list."""
        return title_of(self.thing) if self.thing else f"{self.entry.get_kind_display()} that is not public"


def kind_of(thing: Thing) -> Kind:
    """How an entry names this."""
    return _KIND_OF[type(thing)]


def title_of(thing: Thing) -> str:
    """Its name beside those of other kinds: each begins with its platform."""
    if isinstance(thing, Platform):
        return thing.name
    document = thing if isinstance(thing, Document) else thing.document
    said = f"{document.platform.name}: "
    if isinstance(thing, Provision):
        return said + thing.title
    said += document.type
    if isinstance(thing, Version):
        return f"{said}, version {thing.number}"
    return f"{said}, changed {thing.found_at:%-d %B %Y}" if isinstance(thing, Change) else said


def entries_of(membership: Membership) -> QuerySet[ReadingListEntry]:
    """The member's own list in this organization, newest first; inside its scope."""
    rows: QuerySet[ReadingListEntry] = ReadingListEntry.objects.for_org(membership.organization)
    return rows.filter(user=membership.user)


def find_thing(membership: Membership, kind: str, key: int) -> Thing | None:
    """What can be kept under this kind and key and may be seen by the member's organization."""
    return _things(membership, Kind(kind), [key]).get(key) if kind in Kind.values else None


def entry_for(membership: Membership, thing: Thing) -> ReadingListEntry | None:
    """The member's entry about it, where it is on their list."""
    return entries_of(membership).filter(kind=kind_of(thing), subject=thing.pk).first()


def with_things(membership: Membership, entries: Iterable[ReadingListEntry]) -> list[Listed]:
    """Entries with what they are about: one query for each kind that occurs."""
    rows = list(entries)
    found = {
        kind: _things(membership, kind, [row.subject for row in rows if row.kind == kind])
        for kind in Kind
        if any(row.kind == kind for row in rows)
    }
    return [Listed(row, found[Kind(row.kind)].get(row.subject)) for row in rows]


def keep(membership: Membership, thing: Thing, now: datetime) -> ReadingListEntry:
    """Put it on the member's list; what is there stays as it is. Raises ListRefused for a list that is full."""
    with tenant_scope(membership.organization):
        entries = entries_of(membership)
        if entries.count() >= MOST_KEPT and entry_for(membership, thing) is None:
            raise ListRefused(f"Your reading list has room for {MOST_KEPT} pages. Remove some first.")
        rows = ReadingListEntry.objects.for_org(membership.organization)
        entry, _ = rows.get_or_create(
            user=membership.user, kind=kind_of(thing), subject=thing.pk, defaults={"added_at": now}
        )
    kept: ReadingListEntry = entry
    return kept


def mark(entry: ReadingListEntry, *, read_at: datetime | None) -> None:
    """It was read at that moment (aware), or is unread again (None)."""
    entry.read_at = read_at
    entry.save(update_fields=["read_at"])


def remove(entry: ReadingListEntry) -> str:
    """Take it off the list; the line returned puts it back as it was, for a while."""
    read_at = entry.read_at.isoformat() if entry.read_at else None
    told = [
        entry.user_id,
        entry.organization_id,
        entry.kind,
        entry.subject,
        entry.added_at.isoformat(),
        read_at,
    ]
    entry.delete()
    return signing.dumps(told, salt=_SALT)


def undo_removal(membership: Membership, line: str) -> ReadingListEntry:
    """The entry as it was before it was removed. Raises ListRefused where it is too late."""
    try:
        user, organization, kind, subject, added_at, read_at = signing.loads(
            line, salt=_SALT, max_age=_UNDONE_WITHIN
        )
    except signing.BadSignature as error:
        raise ListRefused("It is too late to undo this. Open the page and keep it again.") from error
    thing = find_thing(membership, kind, subject)
    if (user, organization) != (membership.user_id, membership.organization_id) or thing is None:
        raise ListRefused("This was on another list. Switch to that organization first.")
    entry = keep(membership, thing, datetime.fromisoformat(added_at))
    mark(entry, read_at=datetime.fromisoformat(read_at) if read_at else None)
    return entry


def _things(membership: Membership, kind: Kind, keys: list[int]) -> dict[int, Any]:
    organization = membership.organization
    if kind == Kind.PLATFORM:
        return visible_platforms(organization).in_bulk(keys)
    rows = _ROWS[kind].filter(pk__in=keys)
    if kind == Kind.DOCUMENT:
        return rows.filter(visible_documents(organization)).in_bulk()
    visible = Document.objects.filter(visible_documents(organization), pk__in=rows.values("document"))
    return rows.filter(document__in=visible.order_by().values("pk")).in_bulk()
