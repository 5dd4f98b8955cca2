"""A person's wish to be told: starting and stopping watches, within what the plan allows."""

from datetime import datetime

from django.db.models import F, Max

from billing.audit import record_audit_entry
from billing.entitlements import Limit, entitlements_of
from billing.members import locked
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.models import Watch
from platforms.models import Platform


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
        watch = watches.create(platform=platform, started_by=by, started_at=now, place=place)
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
