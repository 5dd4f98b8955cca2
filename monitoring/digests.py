"""The weekly digest: whose hour has come, and what the week held for them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Q, QuerySet

from billing.members import Action, roles_that_may
from billing.models import Organization
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.models import Check, Delivery, Digest, Schedule, Watch
from provisions.models import Change

WEEK = timedelta(days=7)
# A digest that could not be made for so long (an outage) is left to the next week.
_TOO_LATE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class DocumentWeek:
    """A watched document's week: how often we looked, how many of the looks failed, and how it stands."""

    schedule: Schedule
    looks: int
    failed: int


@dataclass(frozen=True, slots=True)
class Week:
    """What a digest tells: the changes on what is watched, weightiest first, and the health of it all."""

    changes: list[Change]
    documents: list[DocumentWeek]

    @property
    def looks(self) -> int:
        return sum(document.looks for document in self.documents)

    @property
    def stale(self) -> list[DocumentWeek]:
        return [document for document in self.documents if document.schedule.stale_since]


def enqueue_due_digests(now: datetime) -> int:
    """Owe a digest to every organization that watches something and whose hour has come since its last one."""
    with across_orgs_scope():
        watching = Watch.objects.across_orgs().values("organization")
        last = dict(Digest.objects.across_orgs().values_list("organization").annotate(Max("until")))
        organizations = list(Organization.objects.filter(pk__in=watching))
    made = 0
    for organization in organizations:
        until = latest_hour(organization, now)
        begun = max(organization.created_at, last.get(organization.pk, organization.created_at))
        if begun < until and now - until < _TOO_LATE:
            made += _enqueue(organization, until, now)
    return made


def latest_hour(organization: Organization, now: datetime) -> datetime:
    """The last moment (aware) at which the organization's digest was due, by its own calendar."""
    local = now.astimezone(ZoneInfo(organization.time_zone))
    day = local - timedelta(days=(local.weekday() - organization.digest_weekday) % 7)
    moment = day.replace(hour=organization.digest_hour, minute=0, second=0, microsecond=0)
    return moment if moment <= local else moment - WEEK


def week_of(digest: Digest) -> Week:
    """What the digest tells its organization; call inside a scope that covers it."""
    platforms = Watch.objects.for_org(digest.organization).values("platform")
    changes = Change.objects.filter(
        document__platform__in=platforms, alarmed=True, found_at__gt=digest.since, found_at__lte=digest.until
    ).select_related("document__platform", "before", "after")
    ranks = {"critical": 0, "high": 1, "medium": 2, "low": 3}
    return Week(
        sorted(changes, key=lambda change: (ranks[change.severity], -change.found_at.timestamp())),
        _documents(platforms, digest),
    )


def _documents(platforms: QuerySet[Watch, dict[str, int]], digest: Digest) -> list[DocumentWeek]:
    schedules = Schedule.objects.filter(document__platform__in=platforms, document__retired=False)
    schedules = schedules.select_related("document__platform").order_by("document__platform__name", "document__type")
    failed = Q(outcome__in=[Check.Outcome.FAILED, Check.Outcome.REFUSED])
    looks = {
        row["document"]: (row["looks"], row["failed"])
        for row in Check.objects.filter(at__gt=digest.since, at__lte=digest.until, document__platform__in=platforms)
        .order_by()
        .values("document")
        .annotate(looks=Count("pk"), failed=Count("pk", filter=failed))
    }
    return [DocumentWeek(schedule, *looks.get(schedule.pk, (0, 0))) for schedule in schedules]


def _enqueue(organization: Organization, until: datetime, now: datetime) -> bool:
    people = organization.memberships.filter(role__in=roles_that_may(Action.SEE_WATCHES), user__is_active=True)
    try:
        with transaction.atomic(), tenant_scope(organization):
            digest = Digest.objects.for_org(organization).create(since=until - WEEK, until=until)
            deliveries = Delivery.objects.for_org(organization)
            deliveries.bulk_create(
                [Delivery(organization=organization, digest=digest, user=one.user, due_at=now) for one in people.select_related("user")]
            )
    except IntegrityError:  # another worker made it at the same moment
        return False
    return True
