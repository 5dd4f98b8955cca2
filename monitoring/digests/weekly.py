"""The weekly digest: whose hour has come, and what the week held for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Case, F, Max, Min, QuerySet, When
from django.utils.dateformat import format as date_format

from billing.members import Action, roles_that_may
from billing.models import Organization
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.figures import failure_in_words
from monitoring.models import Alert, Check, Delivery, Digest, MailPreference, Watch
from monitoring.watches.watching import documents_named_by, watches_in_order
from platforms.models import Document
from provisions.analysis.counting import counted, in_words
from provisions.figures import loud_changes
from provisions.models import Change, Severity

WEEK = timedelta(days=7)
# A digest that could not be made for so long (an outage) is left to the next week, which then tells of both.
_TOO_LATE = timedelta(days=2)
_LONGEST = 4 * WEEK
# More changes than this make a letter nobody reads; of what is not watched, three.
_MOST, _ELSEWHERE = 100, 3
# What was found just before the hour is committed by then; a digest is written when it is sent.
_SETTLE = timedelta(minutes=2)
_RANK = Case(
    *(
        When(severity=severity, then=rank)
        for rank, severity in enumerate((Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW))
    )
)


@dataclass(frozen=True, slots=True)
class Week:
    """What a digest tells: changes on what is watched and elsewhere, weightiest first, and how we looked, in sentences.

    `taken_back` are the keys of those after which the text went back to what it was before.
    """

    changes: list[Change]
    taken_back: frozenset[int]
    elsewhere: list[Change]
    health: list[str]


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
    # By the calendar, in the zone: across a change of the clocks a week is not 168 hours.
    return latest_hour(organization, now) + WEEK


def week_of(digest: Digest) -> Week:
    """What the digest tells its organization; call inside a scope that covers it.

    Its changes are those the organization is owed word of: found since it began to watch, also where it has
    stopped meanwhile. Written once: who reads it online, or a year later, reads what the mail said.
    """
    if digest.told is None:
        documents, changes = _documents(digest), _weightiest(_owed_in(digest))
        told = {
            "changes": [change.pk for change in changes],
            "taken_back": _taken_back(digest, changes),
            "elsewhere": [change.pk for change in _elsewhere(digest, documents)],
            "health": _how_we_looked(digest, documents, changes),
        }
        rows = Digest.objects.for_org(digest.organization).filter(pk=digest.pk)
        rows.filter(told__isnull=True).update(told=told)
        digest.told = rows.values_list("told", flat=True).get()
    told = digest.told
    named = [*told["changes"], *told["elsewhere"]]
    found = Change.objects.select_related("document__platform").in_bulk(named)
    return Week(
        [found[pk] for pk in told["changes"]],
        # What was written before this was told names none.
        frozenset(told.get("taken_back", ())),
        [found[pk] for pk in told["elsewhere"]],
        told["health"],
    )


def _owed_in(digest: Digest) -> QuerySet[Change]:
    owed = Alert.objects.for_org(digest.organization).filter(
        created_at__gt=digest.since, created_at__lte=digest.until
    )
    return Change.objects.filter(pk__in=owed.order_by().values("change"))


def _taken_back(digest: Digest, changes: Sequence[Change]) -> list[int]:
    alerts = Alert.objects.for_org(digest.organization).filter(change__in=[change.pk for change in changes])
    undone = alerts.filter(taken_back_by__isnull=False).order_by("change")
    return list(undone.values_list("change", flat=True))


def _elsewhere(digest: Digest, documents: Sequence[Document]) -> list[Change]:
    """The most consequential changes of the last week in what the organization does not watch."""
    since = max(digest.since, digest.until - WEEK)
    found = loud_changes().filter(found_at__gt=since, found_at__lte=digest.until)
    owed = Alert.objects.for_org(digest.organization).order_by().values("change")
    return _weightiest(found.exclude(pk__in=owed).exclude(document__in=documents))[:_ELSEWHERE]


def _weightiest(changes: QuerySet[Change]) -> list[Change]:
    weighed = changes.annotate(heaviest=Max("clause_changes__severity_points"))
    weighed = weighed.order_by(_RANK, F("heaviest").desc(nulls_last=True), "-found_at", "-pk")
    return list(weighed.only("pk", "document")[:_MOST])


def _how_we_looked(digest: Digest, documents: Sequence[Document], changes: Sequence[Change]) -> list[str]:
    """How often we looked and how it ended, then a sentence for each document that cannot be read."""
    if not documents:
        return ["What you watch has no document that we look at now."]
    looks = Check.objects.filter(at__gt=digest.since, at__lte=digest.until, document__in=documents).count()
    zone = ZoneInfo(digest.organization.time_zone)
    stale = [document for document in documents if document.schedule.stale_since]
    changed = {change.document_id for change in changes} & {document.pk for document in documents}
    changed -= {document.pk for document in stale}
    ends = {
        "changed": len(changed),
        "unchanged": len(documents) - len(changed) - len(stale),
        "could not be read": len(stale),
    }
    first = f"We looked {counted(looks, 'time')} at {counted(len(documents), 'document')}"
    if not looks:
        return [f"{first}.", *(_why_stale(document, zone) for document in stale)]
    return [f"{first}: {_ended(ends)}.", *(_why_stale(document, zone) for document in stale)]


def _ended(ends: dict[str, int]) -> str:
    """As in "both unchanged" or "one changed, two unchanged"."""
    told = {how: number for how, number in ends.items() if number}
    if len(told) == 1:
        ((how, number),) = told.items()
        return {1: how, 2: f"both {how}"}.get(number, f"all {how}")
    words = [f"{in_words(number)} {how}" for how, number in told.items()]
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _why_stale(document: Document, zone: ZoneInfo) -> str:
    schedule = document.schedule
    since = date_format(schedule.stale_since.astimezone(zone), "l, j F") if schedule.stale_since else "lately"
    why = failure_in_words(schedule.failure)
    return f"{document.platform}, {document.type}, could not be read since {since}: {why}"


def _documents(digest: Digest) -> list[Document]:
    """What is watched now, by the watches that are awake, and has been given to our schedule."""
    watches = watches_in_order(digest.organization, digest.until)
    named = documents_named_by(digest.organization, [watch for watch, awake in watches if awake])
    scheduled = named.filter(schedule__isnull=False).select_related("platform", "schedule")
    return list(scheduled.order_by("platform__name", "type", "pk"))


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
