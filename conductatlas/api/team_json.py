"""How a compliance team's work looks in JSON: its vendors, its reviews, its due diligence."""

from collections.abc import Iterable
from typing import Any

from conductatlas.api.representations import Json, absolute, address, change_json, labelled, name_of
from monitoring.register.choices import ACTION_STATES, DATA, OPEN, STATES, TIERS
from provisions.models import Severity


def vendor_json(vendor: Any) -> Json:
    """A platform of an organization's register; reads `platform` and `owner`."""
    platform = vendor.platform
    return {
        "platform": name_of(platform),
        "owner": vendor.owner.email if vendor.owner else None,
        "tier": _chosen(TIERS, vendor.tier),
        "data": [_chosen(DATA, value) for value in vendor.data],
        "renews_on": vendor.renews_on,
        "notes": vendor.notes,
        "added_at": vendor.added_at,
        "url": address("vendor", platform.slug),
        "page": absolute(platform.get_absolute_url()),
    }


def review_json(change: Any, people: dict[int, str]) -> Json:
    """A change to review as reviewing.changes_to_review gives it; `people` are the members' addresses by their keys."""
    return {
        "id": change.pk,
        "change": change_json(change),
        "state": _chosen(STATES, change.review_state),
        "severity": labelled(Severity(change.review_severity)),
        "reviewer": people.get(change.reviewer_id),
        "reviewed_at": change.reviewed_at,
        "url": address("review", change.pk),
    }


def due_action_json(row: Any) -> Json:
    """How an organization decided on an action; reads `provision.document.platform` and `assigned_to`."""
    document = row.provision.document
    place = (document.platform.slug, document.slug, row.provision.slug)
    return {
        "slug": row.action,
        "text": row.text,
        **decision_json(row),
        "provision": address("provision", *place),
        "url": address("action", *place, row.action),
        "page": absolute(row.provision.get_absolute_url()),
    }


def decision_json(row: Any | None) -> Json:
    """How an action stands with an organization; None is open."""
    return {
        "state": _chosen(ACTION_STATES, row.state if row else OPEN),
        "reason": row.reason if row else "",
        "assigned_to": row.assigned_to.email if row and row.assigned_to else None,
        "due_on": row.due_on if row else None,
    }


def _chosen(choices: Iterable[tuple[str, Any]], value: str) -> Json:
    return {"value": value, "label": str(dict(choices)[value])}
