"""Due-diligence actions of provisions, as an organization does, waives, assigns and dates them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from billing.audit import record_audit_entry
from billing.entitlements import Feature, entitlements_of
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.register.models import DueAction
from provisions.models import Provision
from provisions.regulating import mapping_of

_LONGEST_REASON = 300


class ActionRefused(Exception):
    """Nothing was written; str() names the field and what to do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How an action stands. `assigned_to` is a member's e-mail address, "" for nobody; `due_on` a day, "" for none."""

    state: str
    reason: str = ""
    assigned_to: str = ""
    due_on: str = ""


def decide_on_action(
    organization: Organization,
    provision: Provision,
    action: str,
    decision: Decision,
    *,
    by: User | None,
    now: datetime,
) -> DueAction:
    """Write down how the action stands. Raises ActionRefused and UpgradeRequired."""
    entitlements_of(organization, now).demand(Feature.COMPLIANCE_ANALYSIS)
    text = next((each.text for each in mapping_of(provision).actions if each.slug == action), None)
    if text is None:
        raise ActionRefused("Action: it is no longer among those of this provision. Reload the page.")
    with tenant_scope(organization):
        values = {**_values(organization, decision), "text": text, "updated_by": by, "updated_at": now}
        rows = DueAction.objects.for_org(organization)
        row, _ = rows.update_or_create(provision=provision, action=action, defaults=values)
        told = {
            "action": text,
            "reason": decision.reason,
            "assigned_to": decision.assigned_to,
            "due_on": decision.due_on,
        }
        record_audit_entry(
            organization, actor=by, action=f"action.{decision.state}", subject=str(provision), details=told
        )
    return row


def _values(organization: Organization, decision: Decision) -> dict[str, Any]:
    if decision.state not in DueAction.State.values:
        raise ActionRefused("Status: choose one of the list.")
    reason = decision.reason.strip()
    if decision.state == DueAction.State.WAIVED and not reason:
        raise ActionRefused("Reason: say why the action is waived.")
    if len(reason) > _LONGEST_REASON:
        raise ActionRefused(f"Reason: shorten it to {_LONGEST_REASON} characters.")
    return {
        "state": decision.state,
        "reason": reason,
        "assigned_to": _member(organization, decision.assigned_to),
        "due_on": _day(decision.due_on),
    }


def _member(organization: Organization, email: str) -> User | None:
    if not email:
        return None
    membership = organization.memberships.select_related("user").filter(user__email__iexact=email).first()
    if membership is None:
        raise ActionRefused(f"Assigned to: {email[:80]} is no member of this organization.")
    return membership.user


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise ActionRefused("Due: write the day as 2027-01-31.") from None


def decisions_on(
    organization: Organization, provisions: Iterable[Provision]
) -> dict[tuple[int, str], DueAction]:
    """How the actions of these provisions stand, by provision and action; one that is missing is open. In its scope."""
    rows = DueAction.objects.for_org(organization).select_related("assigned_to")
    found = rows.filter(provision__in=[provision.pk for provision in provisions])
    return {(row.provision_id, row.action): row for row in found}


# What narrows the actions touched.
ACTION_FILTERS = ("state", "assigned_to")


def actions_of(organization: Organization, *, state: str = "", assigned_to: str = "") -> QuerySet[DueAction]:
    """Every action the organization has touched, the next due first; "" is any. Inside its scope."""
    rows = DueAction.objects.for_org(organization).select_related(
        "provision__document__platform", "assigned_to"
    )
    if state:
        rows = rows.filter(state=state)
    if assigned_to:
        rows = rows.filter(assigned_to__email__iexact=assigned_to)
    return rows


def members_of(organization: Organization) -> tuple[str, ...]:
    """The e-mail addresses of those to whom an action may be assigned."""
    members = organization.memberships.filter(user__is_active=True).order_by("user__email")
    return tuple(members.values_list("user__email", flat=True))
