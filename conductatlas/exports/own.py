"""The lists of a team as files: its alerts, its reviews and its due diligence, narrowed as their pages are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from billing.access import demand_right, in_organization
from billing.entitlements import Feature
from billing.members import Action
from billing.models import Membership
from conductatlas.exports.tables import Row, full
from conductatlas.exports.views import at_once
from conductatlas.exports.writing import FORMATS
from monitoring import inbox
from monitoring.register.actions import ACTION_FILTERS, actions_of
from monitoring.register.asked import asked_in
from monitoring.register.choices import SEVERITIES, STATES
from monitoring.register.reviewing import REVIEW_FILTERS, changes_to_review, narrowed

Asked = dict[str, str]


@dataclass(frozen=True, slots=True)
class OwnList:
    """One list of an organization; `right` and `features` are what its page asks for, `filters` what narrows it."""

    title: str
    columns: tuple[str, ...]
    rows: Callable[[Membership, Asked], Iterable[Row]]
    right: Action
    features: tuple[Feature, ...]
    filters: tuple[str, ...]


def _alerts(by: Membership, asked: Asked) -> Iterable[Row]:
    shown = asked["show"] if asked["show"] in set(inbox.Shown) else inbox.Shown.OPEN
    for alert in inbox.alerts_for(by, inbox.Shown(shown)):
        change = alert.change
        yield (
            alert.created_at, change.document.platform.slug, change.document.platform.name, change.document.type,
            change.get_severity_display(), change.get_direction_display(), change.summary, str(alert.acknowledged_by or ""),
            alert.acknowledged_at, str(alert.assigned_to or ""), alert.resolved_at, full(change.get_absolute_url()),
        )  # fmt: skip


def _reviews(by: Membership, asked: Asked) -> Iterable[Row]:
    people = dict(by.organization.memberships.values_list("user", "user__email"))
    states, weights = dict(STATES), dict(SEVERITIES)
    found = narrowed(changes_to_review(by.organization), by.organization, asked)
    for change in found.order_by("-found_at", "-pk"):
        yield (
            change.found_at, change.document.platform.slug, change.document.platform.name, change.document.type,
            change.summary, change.get_severity_display(), weights[change.review_severity], states[change.review_state],
            people.get(change.reviewer_id, ""), change.reviewed_at, full(change.get_absolute_url()),
        )  # fmt: skip


def _actions(by: Membership, asked: Asked) -> Iterable[Row]:
    for row in actions_of(by.organization, state=asked["state"], assigned_to=asked["assigned_to"]):
        provision = row.provision
        yield (
            row.text, provision.document.platform.slug, provision.document.platform.name, provision.document.type,
            provision.title, row.get_state_display(), row.assigned_to.email if row.assigned_to else "", row.due_on, row.reason,
            full(provision.get_absolute_url()),
        )  # fmt: skip


_PLACE = ("platform", "platform_name", "document")
OWN_LISTS = {
    "alerts": OwnList(
        "Alerts",
        (
            "told_at", *_PLACE, "severity", "direction", "summary", "acknowledged_by", "acknowledged_at", "assigned_to",
            "resolved_at", "page",
        ),
        _alerts,
        Action.SEE_WATCHES,
        (Feature.DATA_EXPORT,),
        ("show",),
    ),
    "reviews": OwnList(
        "Reviews",
        (
            "found_at", *_PLACE, "summary", "severity", "own_severity", "status", "reviewer", "reviewed_at", "page",
        ),
        _reviews,
        Action.CHANGE_WATCHES,
        (Feature.DATA_EXPORT, Feature.VENDOR_REGISTER),
        REVIEW_FILTERS,
    ),
    "actions": OwnList(
        "Due diligence",
        ("action", *_PLACE, "provision", "status", "assigned_to", "due_on", "reason", "page"),
        _actions,
        Action.CHANGE_WATCHES,
        (Feature.DATA_EXPORT, Feature.COMPLIANCE_ANALYSIS),
        ACTION_FILTERS,
    ),
}  # fmt: skip


@require_GET
@never_cache
@in_organization
def own_export(request: HttpRequest, name: str, format: str) -> HttpResponseBase:
    """The list as a file; whoever may see the page may have it. 402 where the plan has none."""
    wanted, kind = OWN_LISTS.get(name), FORMATS.get(format)
    if wanted is None or kind is None:
        raise Http404
    demand_right(request, wanted.right, f"its {wanted.title.lower()}")
    for feature in wanted.features:
        request.entitlements.demand(feature)  # type: ignore[attr-defined]
    asked = asked_in(request, wanted.filters)
    # Read while the organization's rows can be seen, which they cannot when the answer is sent.
    rows = list(wanted.rows(request.membership, asked))  # type: ignore[attr-defined]
    return at_once(wanted, kind, rows, name)
