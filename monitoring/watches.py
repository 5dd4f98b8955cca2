"""A person's wish to be told: starting and stopping watches, within what the plan allows."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Max, Q, QuerySet

from billing.audit import record_audit_entry
from billing.entitlements import Limit, entitlements_of
from billing.members import locked
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.added_documents import visible_documents
from monitoring.models import Watch
from platforms.models import Document, Platform
from provisions.models import Provision


def start_watching(
    organization: Organization, platform: Platform, *, by: User | None, now: datetime
) -> Watch:
    """The organization's watch on the platform, made if there is none. Raises UpgradeRequired at the limit.

    The organization's row is locked while counting: of two that ask for the last place, one gets it.
    """
    with tenant_scope(organization):
        organization = locked(organization)
        watches = Watch.objects.for_org(organization)
        existing = watches.filter(platform=platform).first()
        if existing:
            return existing
        entitlements_of(organization, now).demand_room(Limit.PLATFORMS, used=watches.count())
        last = watches.aggregate(place=Max("place"))["place"]
        place = 0 if last is None else last + 1
        watch = watches.create(
            platform=platform, title=platform.name, started_by=by, started_at=now, place=place
        )
        record_audit_entry(organization, actor=by, action="watch.started", subject=platform.name)
    return watch


def stop_watching(organization: Organization, platform: Platform, *, by: User | None) -> bool:
    """End the watch; False where there was none. Alerts already owed are still sent."""
    with tenant_scope(organization):
        stopped, _ = Watch.objects.for_org(organization).filter(platform=platform).delete()
        if stopped:
            record_audit_entry(organization, actor=by, action="watch.stopped", subject=platform.name)
    return bool(stopped)


def watches_in_order(organization: Organization, now: datetime) -> list[tuple[Watch, bool]]:
    """The organization's watches, each with whether it is awake at this moment (aware): tells of changes.

    The first ones are, as many as the plan has room for. The others sleep: nothing is told of them, and they wake when
    the plan grows. Inside a scope that covers the organization; alerts.py asks the same of all organizations at once.
    """
    room = entitlements_of(organization, now).limit(Limit.PLATFORMS)
    watches = Watch.objects.for_org(organization).select_related("platform")
    return [(watch, room is None or place < room) for place, watch in enumerate(watches)]


def documents_named_by(organization: Organization, watches: Iterable[Watch]) -> QuerySet[Document]:
    """The documents still looked at that the watches name, or whose platform or provision, as far as they may be seen.

    A sector, a search or a clause type everywhere names none: those are too many to tell of one by one.
    """
    platforms, documents, provisions = set[int](), set[int](), set[int]()
    for watch in watches:
        platforms.update(watch.platforms, [watch.platform_id] if watch.platform_id else [])
        documents.update([watch.document_id] if watch.document_id else [])
        provisions.update([watch.provision_id] if watch.provision_id else [])
    stated = Provision.objects.filter(pk__in=provisions).order_by().values("document")
    named = Q(platform__in=platforms) | Q(pk__in=documents) | Q(pk__in=stated)
    return Document.objects.filter(visible_documents(organization), named, retired=False)


def put_watch_first(organization: Organization, platform: Platform, *, by: User | None) -> bool:
    """Make it the last to fall asleep; False where the platform is not watched."""
    with tenant_scope(organization):
        watches = Watch.objects.for_org(locked(organization))
        chosen = watches.filter(platform=platform)
        if not chosen.exists():
            return False
        watches.update(place=F("place") + 1)
        chosen.update(place=0)
        record_audit_entry(organization, actor=by, action="watch.put_first", subject=platform.name)
    return True
