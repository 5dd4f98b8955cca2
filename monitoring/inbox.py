"""The inbox: alerts as a team deals with them. Each has been read or not by each member; the rest is the team's."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from billing.entitlements import Feature, entitlements_of
from billing.members import Action, roles_that_may
from billing.models import Membership, Organization, User
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.models import Alert, AlertNote, AlertReading

LONGEST_NOTE = 2000


class InboxRefused(Exception):
    """What was asked of an alert cannot be done; str() is the reason and remedy, for the person who asked."""


class Shown(StrEnum):
    """Which alerts a list shows."""

    OPEN = "open"
    MINE = "mine"
    RESOLVED = "resolved"
    ALL = "all"

    @property
    def in_words(self) -> str:
        """As a choice on the page."""
        return {
            Shown.OPEN: "Open",
            Shown.MINE: "Assigned to you",
            Shown.RESOLVED: "Resolved",
            Shown.ALL: "All",
        }[self]


def alerts_for(membership: Membership, shown: Shown = Shown.ALL) -> QuerySet[Alert]:
    """The organization's alerts, newest first, each with `unread` for this member; inside its scope.

    What was there before somebody joined is not new to them.
    """
    rows: QuerySet[Alert] = Alert.objects.for_org(membership.organization).order_by("-created_at", "-pk")
    rows = rows.select_related("change__document__platform", "acknowledged_by", "assigned_to", "resolved_by")
    narrowed = {
        Shown.OPEN: Q(resolved_at=None),
        Shown.MINE: Q(resolved_at=None, assigned_to=membership.user),
        Shown.RESOLVED: Q(resolved_at__isnull=False),
        Shown.ALL: Q(),
    }
    return rows.filter(narrowed[shown]).annotate(unread=_unread_by(membership))


def unread_alerts(membership: Membership) -> QuerySet[Alert]:
    """What the member has not read yet; inside a scope that covers the organization."""
    rows: QuerySet[Alert] = Alert.objects.for_org(membership.organization).order_by()
    return rows.filter(_unread_by(membership))


def _unread_by(membership: Membership) -> Any:
    readings = AlertReading.objects.for_org(membership.organization)
    read = readings.filter(alert=OuterRef("pk"), user=membership.user)
    return ~Exists(read) & Q(created_at__gte=membership.created_at)


def may_deal_with_alerts(organization: Organization, now: datetime) -> bool:
    """Whether the plan lets the organization do more with its alerts than read them."""
    return entitlements_of(organization, now).allows(Feature.SAME_DAY_ALERTS)


def mark_read(alert: Alert, *, by: User, now: datetime) -> None:
    """This member has read it; once is enough."""
    with tenant_scope(alert.organization):
        reading = AlertReading(organization=alert.organization, alert=alert, user=by, read_at=now)
        AlertReading.objects.for_org(alert.organization).bulk_create([reading], ignore_conflicts=True)


def acknowledge(alert: Alert, *, by: User, now: datetime) -> bool:
    """Somebody has seen to it. The first one stays: False where it was acknowledged before. Raises UpgradeRequired."""
    with tenant_scope(alert.organization):
        _demand_plan(alert, now)
        unseen = Alert.objects.for_org(alert.organization).filter(pk=alert.pk, acknowledged_at=None)
        first = bool(unseen.update(acknowledged_by=by, acknowledged_at=now))
        mark_read(alert, by=by, now=now)
    return first


def assign(alert: Alert, user_id: int | None, *, now: datetime) -> None:
    """Give it to a member, or to nobody. Raises InboxRefused for who is no member that sees alerts, UpgradeRequired."""
    with tenant_scope(alert.organization):
        _demand_plan(alert, now)
        if user_id is not None and not people_of(alert.organization).filter(pk=user_id).exists():
            raise InboxRefused("Choose one of the members on the list.")
        Alert.objects.for_org(alert.organization).filter(pk=alert.pk).update(assigned_to=user_id)


def add_note(alert: Alert, text: str, *, by: User, now: datetime) -> AlertNote:
    """A note of a member's. Raises InboxRefused where it is empty or too long, UpgradeRequired."""
    text = text.replace("\x00", "").strip()
    if not 0 < len(text) <= LONGEST_NOTE:
        raise InboxRefused(f"Note: write something, in at most {LONGEST_NOTE} characters.")
    with tenant_scope(alert.organization):
        _demand_plan(alert, now)
        notes = AlertNote.objects.for_org(alert.organization)
        note: AlertNote = notes.create(alert=alert, written_by=by, written_at=now, text=text)
    return note


def resolve(alert: Alert, *, by: User, now: datetime) -> None:
    """It is dealt with; also acknowledged, where nobody had. Raises UpgradeRequired."""
    with tenant_scope(alert.organization):
        _demand_plan(alert, now)
        still_open = Alert.objects.for_org(alert.organization).filter(pk=alert.pk, resolved_at=None)
        still_open.update(
            resolved_by=by,
            resolved_at=now,
            acknowledged_at=Coalesce("acknowledged_at", now),
            acknowledged_by=Coalesce("acknowledged_by", by.pk),
        )
        mark_read(alert, by=by, now=now)


def reopen(alert: Alert, *, now: datetime) -> None:
    """It is not dealt with after all. Raises UpgradeRequired."""
    with tenant_scope(alert.organization):
        _demand_plan(alert, now)
        rows = Alert.objects.for_org(alert.organization).filter(pk=alert.pk)
        rows.update(resolved_by=None, resolved_at=None)


def people_of(organization: Organization) -> QuerySet[User]:
    """Who can be given an alert: the active members who see them."""
    members = organization.memberships.filter(role__in=roles_that_may(Action.SEE_WATCHES))
    return User.objects.filter(is_active=True, pk__in=members.values("user")).order_by("name", "email")


def organization_of_alert(user: User, alert_id: int) -> Organization | None:
    """Which of the person's organizations the alert belongs to; None for one of nobody they work with."""
    with across_orgs_scope():
        rows = Alert.objects.across_orgs().filter(pk=alert_id, organization__memberships__user=user)
        alert = rows.select_related("organization").first()
    return alert.organization if alert else None


def _demand_plan(alert: Alert, now: datetime) -> None:
    entitlements_of(alert.organization, now).demand(Feature.SAME_DAY_ALERTS)
