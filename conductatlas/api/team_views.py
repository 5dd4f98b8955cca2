"""What the API answers to a compliance team's key: its vendor register, its reviews of changes, its due diligence."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from billing.entitlements import Feature, entitlements_of
from billing.models import Membership
from conductatlas.api import parameters as a
from conductatlas.api.bodies import body_of, refusals_told
from conductatlas.api.describing import NOTHING, many, one
from conductatlas.api.endpoints import own
from conductatlas.api.paging import page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.representations import Json
from conductatlas.api.schemas import DECISION, REVIEW_STEP, REVIEW_STEPS, VENDOR_DETAILS
from conductatlas.api.team_json import due_action_json, review_json, vendor_json
from monitoring.added_documents import visible_documents, visible_platforms
from monitoring.register import choices
from monitoring.register.actions import Decision, actions_of, decide_on_action
from monitoring.register.reviewing import (
    Step,
    changes_to_review,
    narrowed,
    review_changes,
    review_of,
)
from monitoring.register.vendors import details_of, put_vendor, remove_vendors, vendors_of
from platforms.models import Document, Platform
from provisions.models import Provision, Severity

_TEAM = "Your team's work"
_OK, _CREATED, _GONE = 200, 201, 204


def demand(by: Membership, feature: Feature) -> None:
    """Raises UpgradeRequired where the plan lacks it. Who may have a key may see the team's work."""
    entitlements_of(by.organization, timezone.now()).demand(feature)


@own(
    "Your vendor register, in the order in which it was made.",
    tag=_TEAM,
    get=many("Vendor"),
    takes=(
        a.one_of("tier", "Only those of this tier.", [value for value, _ in choices.TIERS]),
        a.words("owner", "Only those of the member with this e-mail address."),
    ),
)
def vendors(request: Request, by: Membership, asked: Parameters) -> Response:
    """Each platform of the register with its owner, tier, data and renewal."""
    demand(by, Feature.VENDOR_REGISTER)
    rows = vendors_of(by.organization)
    if tier := asked.one_of("tier"):
        rows = rows.filter(tier=tier)
    if owner := asked.words("owner"):
        rows = rows.filter(owner__email__iexact=owner)
    return page_of(request, rows, vendor_json, "pk")


@own(
    "A platform in your vendor register: see it, put it there, change it, take it out.",
    tag=_TEAM,
    get=one("Vendor"),
    put=(one("Vendor"), one("Vendor", status=_CREATED)),
    patch=one("Vendor"),
    delete=NOTHING,
    body=VENDOR_DETAILS,
)
def vendor(request: Request, by: Membership, asked: Parameters, platform: str) -> Response:
    """PUT sets every member, those not sent to nothing; PATCH leaves them as they are. Watches and reviews stay."""
    demand(by, Feature.VENDOR_REGISTER)
    found = get_object_or_404(visible_platforms(by.organization), slug=platform)
    before = vendors_of(by.organization).filter(platform=found).first()
    if request.method == "PUT":
        return _put(request, by, found, None, _OK if before else _CREATED)
    if before is None:
        raise Http404
    if request.method == "PATCH":
        return _put(request, by, found, before, _OK)
    if request.method == "DELETE":
        remove_vendors(by.organization, [before.pk], by=by.user, now=timezone.now())
        return Response(status=_GONE)
    return Response(vendor_json(before))


def _put(request: Request, by: Membership, platform: Platform, before: Any, status: int) -> Response:
    sent = {name: "" if value is None else value for name, value in body_of(request, VENDOR_DETAILS).items()}
    with refusals_told():
        details = replace(details_of(before), **sent)
        put_vendor(by.organization, platform, details, by=by.user, now=timezone.now())
    return Response(vendor_json(vendors_of(by.organization).get(platform=platform)), status=status)


@own(
    "The changes that your organization is asked about, newest first, and how their review stands.",
    tag=_TEAM,
    get=many("Review"),
    patch=one("Reviews"),
    body=REVIEW_STEPS,
    takes=(
        a.one_of("state", "Only those whose review stands so.", [value for value, _ in choices.STATES]),
        a.one_of("severity", "Only those of this severity, your own where you gave one.", Severity.values),
        a.words("platform", "Only of the platform with this slug."),
        a.one_of("tier", "Only of vendors of this tier.", [value for value, _ in choices.TIERS]),
        a.words("reviewer", "Only those of the member with this e-mail address."),
        a.moment("since", "Only those found then or later."),
    ),
)
def reviews(request: Request, by: Membership, asked: Parameters) -> Response:
    """Changes of meaning on what you watch or have in your register, and those you were told of.

    PATCH takes one step for many, in the name of who made the key; of an id that you are not asked about, nothing is told.
    """
    demand(by, Feature.VENDOR_REGISTER)
    people = dict(by.organization.memberships.values_list("user", "user__email"))
    if request.method == "PATCH":
        sent = body_of(request, REVIEW_STEPS)
        chosen = _take_step(by, sent.pop("ids"), sent).order_by("-found_at", "-pk")
        return Response({"results": [review_json(change, people) for change in chosen]})
    named = {name: asked.one_of(name) for name in ("state", "severity", "tier")}
    named |= {name: asked.words(name) for name in ("platform", "reviewer")}
    rows = narrowed(_to_review(by), by.organization, named)
    if since := asked.moment("since"):
        rows = rows.filter(found_at__gte=since)
    return page_of(request, rows, lambda change: review_json(change, people), "-found_at", "-pk")


def _to_review(by: Membership) -> QuerySet[Any]:
    rows = changes_to_review(by.organization).select_related("document__platform", "before", "after")
    return rows.defer("before__text", "after__text")


@own(
    "The review of one change, with its history.",
    tag=_TEAM,
    get=one("ReviewWhole"),
    patch=one("ReviewWhole"),
    body=REVIEW_STEP,
)
def review(request: Request, by: Membership, asked: Parameters, pk: int) -> Response:
    """PATCH takes a step in the name of who made the key; what is not sent stays. Another severity needs its `reason`."""
    demand(by, Feature.VENDOR_REGISTER)
    found = get_object_or_404(_to_review(by), pk=pk)
    if request.method == "PATCH":
        found = _take_step(by, [pk], body_of(request, REVIEW_STEP)).get()
    return Response(_review_whole(by, found))


def _take_step(by: Membership, keys: list[int], sent: Json) -> QuerySet[Any]:
    """Takes the step sent for each of the changes, and gives those that the organization is asked about."""
    cleared = {name: sent[name] or "" for name in ("reviewer", "severity", "note") if name in sent}
    with refusals_told():
        step = Step(state=sent.get("state"), reason=sent.get("reason", ""), **cleared)
        review_changes(by.organization, keys, step, by=by.user, now=timezone.now())
    return _to_review(by).filter(pk__in=keys)


def _review_whole(by: Membership, change: Any) -> Json:
    people = dict(by.organization.memberships.values_list("user", "user__email"))
    held = review_of(by.organization, change)
    return {
        **review_json(change, people),
        "severity_reason": held.severity_reason if held else "",
        "note": held.note if held else "",
        "history": [
            {"at": entry.at, "by": str(entry.by) if entry.by else None, "words": entry.words}
            for entry in (held.entries.all() if held else ())
        ],
    }


@own(
    "The due-diligence actions that your organization has touched, in the order in which it did.",
    tag=_TEAM,
    get=many("DueAction"),
    takes=(
        a.one_of("state", "Only those that stand so.", [value for value, _ in choices.ACTION_STATES]),
        a.words("assigned_to", "Only those of the member with this e-mail address."),
    ),
)
def actions(request: Request, by: Membership, asked: Parameters) -> Response:
    """One that is not here is open; the analysis of a provision lists all of it."""
    demand(by, Feature.COMPLIANCE_ANALYSIS)
    rows = actions_of(by.organization, state=asked.one_of("state"), assigned_to=asked.words("assigned_to"))
    return page_of(request, rows, due_action_json, "pk")


@own(
    "Decide on one due-diligence action of a provision.",
    tag=_TEAM,
    put=(one("DueAction"),),
    body=DECISION,
)
def action(
    request: Request,
    by: Membership,
    asked: Parameters,
    platform: str,
    document: str,
    provision: str,
    action: str,
) -> Response:
    """Done, waived with a reason, or open; assigned and dated. What is not sent is set to nothing."""
    demand(by, Feature.COMPLIANCE_ANALYSIS)
    found = provision_for(by, platform, document, provision)
    sent = {name: "" if value is None else value for name, value in body_of(request, DECISION).items()}
    with refusals_told():
        decision = Decision(**{"state": choices.OPEN, **sent})
        row = decide_on_action(by.organization, found, action, decision, by=by.user, now=timezone.now())
    return Response(due_action_json(row))


def provision_for(by: Membership, platform: str, document: str, provision: str) -> Provision:
    """The provision at this place, where the organization may see its document; else Http404."""
    seen = Document.objects.filter(visible_documents(by.organization), platform__slug=platform, slug=document)
    rows = Provision.objects.select_related("document__platform")
    return get_object_or_404(rows, document__in=seen.values("pk"), slug=provision)
