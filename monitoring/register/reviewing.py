"""What a team makes of changes: which ones it is asked about, and each step of their review, with its history."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from billing.audit import record_audit_entry
from billing.entitlements import Feature, entitlements_of
from billing.members import locked
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.added_documents import visible_documents
from monitoring.models import Alert, PastWatch, Watch
from monitoring.register.models import Review, ReviewEntry, Vendor
from platforms.models import Document, Platform
from platforms.renaming import platform_called
from provisions.models import Change, Severity

State = Review.State
# What was found so shortly before a platform was watched or registered is still worth a look.
BEFORE = timedelta(days=30)
_LONGEST_NOTE = 4000
_LONGEST_REASON = 300


class ReviewRefused(Exception):
    """Nothing was written; str() names the field and what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a member decides; None leaves a thing as it is. `reviewer` is a member's e-mail address, "" for nobody.

    `severity` "" goes back to what we read; any other needs its reason.
    """

    state: str | None = None
    reviewer: str | None = None
    severity: str | None = None
    reason: str = ""
    note: str | None = None


def changes_to_review(organization: Organization, *, before: timedelta = BEFORE) -> QuerySet[Any]:
    """The changes of meaning on what the organization watches or has in its register, since `before` it did, those found
    while it watched what it no longer does, those it was told of and those it reviewed.

    Each with its `review_state`, `review_severity` (the organization's own where it has one) and `reviewer_id`. Inside
    a scope that covers the organization.
    """
    place = OuterRef("document__platform")
    since = OuterRef("found_at") + before
    interest = (
        Q(platform=place) | Q(document=OuterRef("document")) | Q(provision__document=OuterRef("document"))
    )
    watched = Watch.objects.for_org(organization).filter(interest, started_at__lte=since)
    registered = Vendor.objects.for_org(organization).filter(platform=place, added_at__lte=since)
    past = PastWatch.objects.for_org(organization).filter(
        Q(platform=place) | Q(document=OuterRef("document")),
        started_at__lte=OuterRef("found_at"),
        ended_at__gt=OuterRef("found_at"),
    )
    told = Alert.objects.for_org(organization).filter(change=OuterRef("pk"))
    own = Review.objects.for_org(organization).filter(change=OuterRef("pk"))
    seen = Document.objects.filter(visible_documents(organization)).order_by().values("pk")
    return (
        Change.objects.filter(
            Exists(watched) | Exists(registered) | Exists(past) | Exists(told) | Exists(own),
            alarmed=True,
            document__in=seen,
        )
        .annotate(
            review_state=Coalesce(Subquery(own.values("state")[:1]), Value(State.NEW.value)),
            review_severity=Coalesce(NullIf(Subquery(own.values("severity")[:1]), Value("")), F("severity")),
            reviewer_id=Subquery(own.values("reviewer")[:1]),
            reviewed_at=Subquery(own.values("updated_at")[:1]),
        )
        .select_related("document__platform")
    )


def reviews_by_state(changes: QuerySet[Any]) -> dict[str, int]:
    """How many of the changes to review are in each state, none left out."""
    counted = Counter(changes.order_by().values_list("review_state", flat=True))
    return {state.value: counted[state.value] for state in State}


def review_of(organization: Organization, change: Change) -> Review | None:
    """The organization's review of a change with its history; None where it is new. Inside its scope."""
    rows = Review.objects.for_org(organization).select_related("reviewer").prefetch_related("entries__by")
    return rows.filter(change=change).first()


def is_to_review(organization: Organization, change: Change) -> bool:
    """Whether the organization is asked about this change."""
    return changes_to_review(organization).filter(pk=change.pk).exists()


def review_changes(
    organization: Organization, keys: Iterable[int], step: Step, *, by: User | None, now: datetime
) -> int:
    """Take the step for each of the changes, and return for how many it changed anything.

    Raises ReviewRefused and UpgradeRequired. Changes that the organization is not asked about are passed over.
    """
    entitlements_of(organization, now).demand(Feature.VENDOR_REGISTER)
    chosen = list(keys)
    if not chosen:
        raise ReviewRefused("Changes: nothing is chosen. Tick the rows first.")
    _demand_sound(step)
    with tenant_scope(organization):
        reviewer = _member(organization, step.reviewer) if step.reviewer else None
        locked(organization)
        taken = 0
        for change in changes_to_review(organization).filter(pk__in=chosen):
            review = Review.objects.for_org(organization).filter(change=change).first()
            review = review or Review(organization=organization, change=change)
            if words := _take(review, change, step, reviewer):
                review.updated_at = now
                review.save()
                ReviewEntry.objects.for_org(organization).create(review=review, by=by, at=now, words=words)
                subject, details = str(change), {"change": change.pk, "did": words}
                record_audit_entry(
                    organization, actor=by, action="change.reviewed", subject=subject, details=details
                )
                taken += 1
    return taken


def _demand_sound(step: Step) -> None:
    if step.state is not None and step.state not in State.values:
        raise ReviewRefused("Status: choose one of the list.")
    if step.severity and step.severity not in Severity.values:
        raise ReviewRefused("Severity: choose one of the list.")
    if step.severity and not step.reason.strip():
        raise ReviewRefused("Reason: say why you give this change another severity.")
    if len(step.reason) > _LONGEST_REASON:
        raise ReviewRefused(f"Reason: shorten it to {_LONGEST_REASON} characters.")
    if len(step.note or "") > _LONGEST_NOTE:
        raise ReviewRefused(f"Note: shorten it to {_LONGEST_NOTE} characters.")
    if (step.state, step.reviewer, step.severity, step.note) == (None, None, None, None):
        raise ReviewRefused("Change: choose a status or a reviewer, or write a note.")


def _take(review: Review, change: Change, step: Step, reviewer: User | None) -> str:
    """Set what the step says; returns what that changed, in words, "" for nothing."""
    told = []
    if step.state is not None and step.state != review.state:
        review.state = step.state
        told.append(f"Status: {State(step.state).label}")
    if step.reviewer is not None and review.reviewer != reviewer:
        review.reviewer = reviewer
        told.append(f"Reviewer: {reviewer.email if reviewer else 'nobody'}")
    if step.severity is not None and (step.severity, step.reason.strip()) != (
        review.severity,
        review.severity_reason,
    ):
        review.severity, review.severity_reason = step.severity, step.reason.strip() if step.severity else ""
        own = (
            f"{Severity(step.severity).label}, because: {step.reason.strip()}" if step.severity else "as read"
        )
        told.append(f"Severity: {own} (read as {change.get_severity_display().lower()})")
    if step.note is not None and step.note.strip() != review.note:
        review.note = step.note.strip()
        told.append(f"Note: {review.note}" if review.note else "Note removed")
    return ". ".join(told)


def _member(organization: Organization, email: str) -> User:
    membership = organization.memberships.select_related("user").filter(user__email__iexact=email).first()
    if membership is None:
        raise ReviewRefused(f"Reviewer: {email[:80]} is no member of this organization.")
    return membership.user


# What narrows the changes to review.
REVIEW_FILTERS = ("state", "severity", "platform", "tier", "reviewer")


def narrowed(changes: QuerySet[Any], organization: Organization, asked: dict[str, str]) -> QuerySet[Any]:
    """The changes to review that fit the `REVIEW_FILTERS`; "" is any."""
    if asked.get("state"):
        changes = changes.filter(review_state=asked["state"])
    if asked.get("severity"):
        changes = changes.filter(review_severity=asked["severity"])
    if asked.get("platform"):
        changes = changes.filter(document__platform=platform_called(asked["platform"]))
    if asked.get("tier"):
        tier = Vendor.objects.for_org(organization).filter(tier=asked["tier"]).order_by().values("platform")
        changes = changes.filter(document__platform__in=tier)
    if asked.get("reviewer"):
        member = organization.memberships.filter(user__email__iexact=asked["reviewer"]).values("user")
        changes = changes.filter(reviewer_id__in=member)
    return changes


def platforms_under_review(organization: Organization) -> list[tuple[str, str]]:
    """Slug and name of what the organization watches or has in its register, by name. Inside its scope."""
    own = Watch.objects.for_org(organization).order_by().values("platform")
    registered = Vendor.objects.for_org(organization).order_by().values("platform")
    found = Platform.objects.filter(Q(pk__in=own) | Q(pk__in=registered)).order_by("name")
    return list(found.values_list("slug", "name"))
