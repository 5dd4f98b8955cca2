"""The weekly digest: whose hour has come, and what the week held for them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, F, Max, Min, Q, When

from billing.members import Action, roles_that_may
from billing.models import Organization
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.figures import failure_in_words
from monitoring.models import Alert, Check, Delivery, Digest, MailPreference, Schedule, Watch
from monitoring.watches import documents_named_by, watches_in_order
from provisions.models import Change, Severity

WEEK = timedelta(days=7)
# A digest that could not be made for so long (an outage) is left to the next week, which then tells of both.
_TOO_LATE = timedelta(days=2)
_LONGEST = 4 * WEEK
# What was found just before the hour is committed by then; a digest is written when it is sent.
_SETTLE = timedelta(minutes=2)
_RANK = Case(
    *(
        When(severity=severity, then=rank)
        for rank, severity in enumerate((Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW))
    )
)


@dataclass(frozen=True, slots=True)
class DocumentWeek:
    """A watched document's week: how often we looked, how many of the looks failed, and how it stands."""

    schedule: Schedule
    looks: int
    failed: int

    @property
    def why_stale(self) -> str:
        """Why it could not be read, in words."""
        return failure_in_words(self.schedule.failure)


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
        watches, digests = Watch.objects.across_orgs().order_by(), Digest.objects.across_orgs().order_by()
        since_when = dict(watches.values_list("organization").annotate(Min("started_at")))
        last = dict(digests.values_list("organization").annotate(Max("until")))
    made = 0
    for organization in Organization.objects.filter(pk__in=since_when).iterator():
        until = latest_hour(organization, now)
        told_until = last.get(organization.pk)
        begun = max(since_when[organization.pk], told_until or since_when[organization.pk])
        if begun < until and now - until < _TOO_LATE:
            since = max(told_until, until - _LONGEST) if told_until else until - WEEK
            made += _enqueue(organization, since, until, now)
    return made


def latest_hour(organization: Organization, now: datetime) -> datetime:
    """The last moment (aware) at which the organization's digest was due, by its own calendar."""
    local = now.astimezone(ZoneInfo(organization.time_zone))
    day = local - timedelta(days=(local.weekday() - organization.digest_weekday) % 7)
    moment = day.replace(hour=organization.digest_hour, minute=0, second=0, microsecond=0, fold=0)
    return moment if moment <= local else moment - WEEK


def next_digest(organization: Organization, now: datetime) -> datetime:
    """The coming moment at which the digest is due, in the organization's time zone."""
    zone = ZoneInfo(organization.time_zone)
    # By the calendar: across a change of the clocks a week is not 168 hours.
    return latest_hour(organization, now).astimezone(zone) + WEEK


def week_of(digest: Digest) -> Week:
    """What the digest tells its organization; call inside a scope that covers it.

    Its changes are those the organization is owed word of: found since it began to watch, also where it has
    stopped meanwhile.
    """
    owed = Alert.objects.for_org(digest.organization).filter(
        created_at__gt=digest.since, created_at__lte=digest.until
    )
    changes = Change.objects.filter(pk__in=owed.order_by().values("change")).select_related(
        "document__platform"
    )
    weighed = changes.annotate(heaviest=Max("clause_changes__severity_points"))
    weighed = weighed.order_by(_RANK, F("heaviest").desc(nulls_last=True), "-found_at", "-pk")
    watches = watches_in_order(digest.organization, digest.until)
    return Week(list(weighed), _documents([watch for watch, awake in watches if awake], digest))


def _documents(watches: list[Watch], digest: Digest) -> list[DocumentWeek]:
    documents = documents_named_by(digest.organization, watches)
    schedules = Schedule.objects.filter(document__in=documents.order_by().values("pk"))
    schedules = schedules.select_related("document__platform").order_by(
        "document__platform__name", "document__type"
    )
    failed = Q(outcome__in=[Check.Outcome.FAILED, Check.Outcome.REFUSED])
    checks = Check.objects.filter(
        at__gt=digest.since, at__lte=digest.until, document__in=documents.order_by().values("pk")
    )
    counted = (
        checks.order_by().values("document").annotate(looks=Count("pk"), failed=Count("pk", filter=failed))
    )
    looks = {row["document"]: (row["looks"], row["failed"]) for row in counted}
    return [DocumentWeek(schedule, *looks.get(schedule.pk, (0, 0))) for schedule in schedules]


def _enqueue(organization: Organization, since: datetime, until: datetime, now: datetime) -> bool:
    """Whether it was made here, and not by another worker at the same moment."""
    with tenant_scope(organization):
        digests = Digest.objects.for_org(organization)
        digest, made = digests.get_or_create(until=until, defaults={"since": since})
        if made:
            silent = MailPreference.objects.for_org(organization).filter(digests=False).values("user")
            people = organization.memberships.filter(
                role__in=roles_that_may(Action.SEE_WATCHES), user__is_active=True
            ).exclude(user__in=silent)
            Delivery.objects.for_org(organization).bulk_create(
                Delivery(digest=digest, user_id=user, due_at=max(now, until + _SETTLE))
                for user in people.values_list("user", flat=True)
            )
    return made
