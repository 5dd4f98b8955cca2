"""A person's wish to be told: starting, changing and stopping watches, within what the plan allows."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import F, Max, Q, QuerySet

from billing.audit import record_audit_entry
from billing.entitlements import Entitlements, Feature, Limit, entitlements_of
from billing.members import locked
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.added_documents import visible_documents
from monitoring.models import Channel, PastWatch, Watch
from monitoring.watches.interests import FEATURE_OF_KIND, Interest
from platforms.models import Document, Platform
from provisions.models import Provision, Severity

# Of all kinds but platforms, which the plan counts: every change is held against each of them.
MOST_WATCHES = 1000


class WatchRefused(Exception):
    """What was asked of a watch cannot be done; str() is the reason and remedy, for the person who asked."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a watch tells, and of what: named like the fields of the row."""

    minimum_severity: str = Severity.LOW.value
    directions: tuple[str, ...] = ()
    tells: str = Watch.Tells.SAME_DAY.value
    snoozed_until: datetime | None = None
    by_mail: bool = True
    # Keys of the organization's channels; None means all of them, also those added later.
    channels: tuple[int, ...] | None = None

    @classmethod
    def of(cls, watch: Watch) -> "Wishes":
        """As the watch has them."""
        return cls(
            minimum_severity=watch.minimum_severity,
            directions=tuple(watch.directions),
            tells=watch.tells,
            snoozed_until=watch.snoozed_until,
            by_mail=watch.by_mail,
            channels=None if watch.channels is None else tuple(watch.channels),
        )

    @property
    def choosy(self) -> bool:
        """Whether not every change is told that touches the subject."""
        return self.minimum_severity != Severity.LOW or bool(self.directions)


def start_watching(
    organization: Organization, platform: Platform, *, by: User | None, now: datetime
) -> Watch:
    """The organization's watch on the platform, made if there is none. Raises UpgradeRequired at the limit."""
    return start_watch(organization, Interest.in_platform(platform), by=by, now=now)


def start_watch(
    organization: Organization,
    interest: Interest,
    *,
    by: User | None,
    now: datetime,
    wishes: Wishes | None = None,
) -> Watch:
    """The organization's watch of this, made if there is none; one that stands keeps its own wishes.

    Raises UpgradeRequired for the plan, WatchRefused for what else is wrong. The organization's row is locked while
    counting: of two that ask for the last place, one gets it.
    """
    with tenant_scope(organization):
        organization = locked(organization)
        watches = Watch.objects.for_org(organization)
        existing: Watch | None = watches.filter(kind=interest.kind, **interest.fields).first()
        if existing:
            return existing
        entitlements = entitlements_of(organization, now)
        _demand_place(entitlements, interest, watches)
        chosen = wishes or Wishes()
        _demand_wishes(organization, entitlements, chosen, before=Wishes())
        last = watches.aggregate(place=Max("place"))["place"]
        watch: Watch = watches.create(
            kind=interest.kind, title=interest.title, started_by=by, started_at=now,
            place=0 if last is None else last + 1, **interest.fields, **_as_fields(chosen),
        )  # fmt: skip
        record_audit_entry(organization, actor=by, action="watch.started", subject=watch.title)
    return watch


def change_watch(watch: Watch, wishes: Wishes, *, by: User | None, now: datetime) -> None:
    """Tell of other changes, or in another way, from now on. Raises UpgradeRequired and WatchRefused."""
    organization = watch.organization
    with tenant_scope(organization):
        before = Wishes.of(watch)
        _demand_wishes(organization, entitlements_of(locked(organization), now), wishes, before=before)
        fields = _as_fields(wishes)
        for name, value in fields.items():
            setattr(watch, name, value)
        watch.save(update_fields=list(fields))
        changed = {
            name: str(value) for name, value in asdict(wishes).items() if value != asdict(before)[name]
        }
        record_audit_entry(
            organization, actor=by, action="watch.changed", subject=watch.title, details=changed
        )


def stop_watch(watch: Watch, *, by: User | None, now: datetime) -> None:
    """End the watch at `now` (aware). Alerts already owed are still sent, and reports of its days still tell of it."""
    with tenant_scope(watch.organization):
        if watch.platform_id or watch.document_id or watch.provision:
            PastWatch.objects.for_org(watch.organization).create(
                platform_id=watch.platform_id,
                document_id=watch.provision.document_id if watch.provision else watch.document_id,
                started_at=watch.started_at,
                ended_at=now,
            )
        record_audit_entry(watch.organization, actor=by, action="watch.stopped", subject=watch.title)
        watch.delete()


def stop_watching(organization: Organization, platform: Platform, *, by: User | None, now: datetime) -> bool:
    """End the watch on the platform at `now` (aware); False where there was none."""
    with tenant_scope(organization):
        watch = Watch.objects.for_org(organization).filter(platform=platform).first()
        if watch:
            stop_watch(watch, by=by, now=now)
    return watch is not None


def watches_in_order(organization: Organization, now: datetime) -> list[tuple[Watch, bool]]:
    """The organization's watches, each with whether it is awake at this moment (aware): tells of changes.

    Of platforms the first ones are, as many as the plan has room for; of other kinds all where the plan has the right
    they take. The others sleep: nothing is told of them, and they wake when the plan grows. Inside a scope that covers
    the organization; matching.py asks the same of all organizations at once.
    """
    entitlements = entitlements_of(organization, now)
    room = entitlements.limit(Limit.PLATFORMS)
    watches = Watch.objects.for_org(organization).select_related(
        "platform", "document__platform", "provision__document__platform"
    )
    taken = 0
    rows = []
    for watch in watches:
        if watch.kind == Watch.Kind.PLATFORM:
            awake = room is None or taken < room
            taken += 1
        else:
            awake = entitlements.allows(FEATURE_OF_KIND[Watch.Kind(watch.kind)])
        rows.append((watch, awake))
    return rows


def documents_named_by(organization: Organization | None, watches: Iterable[Watch]) -> QuerySet[Document]:
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


def put_watch_first(watch: Watch, *, by: User | None) -> None:
    """Make it the last to fall asleep."""
    with tenant_scope(watch.organization):
        watches = Watch.objects.for_org(locked(watch.organization))
        watches.update(place=F("place") + 1)
        watches.filter(pk=watch.pk).update(place=0)
        record_audit_entry(watch.organization, actor=by, action="watch.put_first", subject=watch.title)


def _demand_place(entitlements: Entitlements, interest: Interest, watches: QuerySet[Watch]) -> None:
    platforms = Q(kind=Watch.Kind.PLATFORM)
    if interest.kind == Watch.Kind.PLATFORM:
        entitlements.demand_room(Limit.PLATFORMS, used=watches.filter(platforms).count())
        return
    entitlements.demand(FEATURE_OF_KIND[interest.kind])
    if watches.exclude(platforms).count() >= MOST_WATCHES:
        raise WatchRefused(f"There is room for {MOST_WATCHES} watches beside platforms. Stop one first.")


def _demand_wishes(
    organization: Organization, entitlements: Entitlements, wishes: Wishes, *, before: Wishes
) -> None:
    """What stands may stay; the rights are asked for what is new."""
    chosen = (wishes.minimum_severity, set(wishes.directions))
    if wishes.choosy and chosen != (before.minimum_severity, set(before.directions)):
        entitlements.demand(Feature.MINIMUM_SEVERITY)
    known = set(Channel.objects.for_org(organization).values_list("pk", flat=True))
    unknown = set(wishes.channels or ()) - known - set(before.channels or ())
    if unknown:
        raise WatchRefused("Channels: choose among those of your organization.")


def _as_fields(wishes: Wishes) -> dict[str, object]:
    fields = asdict(wishes)
    fields["directions"] = list(wishes.directions)
    fields["channels"] = None if wishes.channels is None else list(wishes.channels)
    return fields
