"""Pages of reviews: the queue of changes, and the step taken for one or many of them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from billing.access import demand_right, in_organization
from billing.entitlements import Feature
from billing.members import Action
from billing.typed import keep_typed, typed_into
from monitoring.register.asked import asked_in
from monitoring.register.choices import SEVERITIES, STATES, TIERS
from monitoring.register.reviewing import (
    REVIEW_FILTERS,
    ReviewRefused,
    Step,
    changes_to_review,
    narrowed,
    platforms_under_review,
    review_changes,
    reviews_by_state,
)
from platforms.renaming import platform_called
from provisions.models import Change

_PER_PAGE = 25
_WORDS = "its reviews"
_FIELDS = ("state", "reviewer", "severity", "reason", "note")


@require_safe
@in_organization
def reviews(request: HttpRequest) -> HttpResponse:
    """The changes to review, newest first, with filters; what is ticked is reviewed together."""
    organization = request.organization  # type: ignore[attr-defined]
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    asked = asked_in(request, REVIEW_FILTERS)
    if called := platform_called(asked["platform"]):
        asked["platform"] = called.slug
    changes = changes_to_review(organization)
    found = narrowed(changes, organization, asked).order_by("-found_at", "-pk")
    people = dict(organization.memberships.values_list("user", "user__email"))
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    labels, weights = dict(STATES), dict(SEVERITIES)
    context = {
        "allowed": request.entitlements.allows(Feature.VENDOR_REGISTER),  # type: ignore[attr-defined]
        "page": page,
        "rows": [
            (
                change,
                labels[change.review_state],
                weights[change.review_severity],
                people.get(change.reviewer_id, ""),
            )
            for change in page
        ],
        "counted": [
            (value, label, number)
            for (value, label), number in zip(STATES, reviews_by_state(changes).values(), strict=True)
        ],
        "asked": asked,
        "filtered": any(asked.values()),
        "here": request.get_full_path(),
        "states": STATES,
        "severities": SEVERITIES,
        "tiers": TIERS,
        "platforms": platforms_under_review(organization),
        "members": sorted(people.values()),
    }
    return render(request, "register/reviews.html", context)


@require_POST
@in_organization
def review(request: HttpRequest) -> HttpResponse:
    """Take a step for the changes ticked, and go back to where it was asked."""
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    keys = [int(value) for value in request.POST.getlist("change") if value.isdecimal()]
    try:
        number = review_changes(
            request.organization,  # type: ignore[attr-defined]
            keys,
            _step(request),
            by=request.user,  # type: ignore[arg-type]
            now=timezone.now(),
        )
    except ReviewRefused as refusal:
        messages.error(request, str(refusal))
        if request.POST.get("form") == "one":
            keep_typed(request, _form_of(keys), _FIELDS)
    else:
        messages.success(
            request,
            f"{number} {'review' if number == 1 else 'reviews'} written down."
            if number
            else "Nothing changed.",
        )
    return redirect(_back(request))


def _step(request: HttpRequest) -> Step:
    """In a form over many, an empty field leaves a thing as it is; over one, it says what is shown."""
    asked = request.POST
    one = asked.get("form") == "one"

    def given(name: str) -> str | None:
        value = asked.get(name)
        return value if value or (one and value is not None) else None

    reviewer = given("reviewer")
    return Step(
        state=asked.get("state") or None,
        reviewer="" if reviewer == "nobody" else reviewer,
        severity=given("severity"),
        reason=asked.get("reason", ""),
        note=given("note"),
    )


def _back(request: HttpRequest) -> str:
    here = request.POST.get("next", "")
    return here if url_has_allowed_host_and_scheme(here, allowed_hosts=None) else reverse("reviews")


def review_context(request: HttpRequest, change: Change, review: Any) -> dict[str, Any]:
    """What the form on the page of one change shows: what was refused a moment ago, else how the review stands."""
    typed = typed_into(request, _form_of([change.pk])) or {
        "state": review.state if review else "new",
        "reviewer": review.reviewer.email if review and review.reviewer else "",
        "severity": review.severity if review else "",
        "reason": review.severity_reason if review else "",
        "note": review.note if review else "",
    }
    members = request.organization.memberships.order_by("user__email")  # type: ignore[attr-defined]
    return {
        "review": review,
        "typed": typed,
        "states": STATES,
        "severities": SEVERITIES,
        "members": list(members.values_list("user__email", flat=True)),
    }


def _form_of(keys: list[int]) -> str:
    return f"review of {keys}"
