"""Pages of due diligence: the list of actions touched, and deciding on one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from billing.access import demand_right, in_organization
from billing.entitlements import Feature
from billing.members import Action
from billing.typed import keep_typed, typed_into
from monitoring.added_documents import visible_documents
from monitoring.register.actions import (
    ACTION_FILTERS,
    ActionRefused,
    Decision,
    actions_of,
    decide_on_action,
)
from monitoring.register.asked import asked_in
from monitoring.register.choices import ACTION_STATES, OPEN
from platforms.models import Document
from provisions.models import Provision

_PER_PAGE = 50
_WORDS = "its due diligence"
_FIELDS = ("state", "reason", "assigned_to", "due_on")


@require_safe
@in_organization
def due_actions(request: HttpRequest) -> HttpResponse:
    """The actions that the organization assigned, dated, did or waived."""
    organization = request.organization  # type: ignore[attr-defined]
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    asked = asked_in(request, ACTION_FILTERS)
    members = list(organization.memberships.order_by("user__email").values_list("user__email", flat=True))
    context = {
        "allowed": request.entitlements.allows(Feature.COMPLIANCE_ANALYSIS),  # type: ignore[attr-defined]
        "page": Paginator(actions_of(organization, **asked), _PER_PAGE).get_page(request.GET.get("page")),
        "asked": asked,
        "filtered": any(asked.values()),
        "states": ACTION_STATES,
        "members": members,
        "today": timezone.now().date(),
    }
    return render(request, "register/actions.html", context)


@require_POST
@in_organization
def decide(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Decide on one action of a provision, and go back to the provision."""
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    organization = request.organization  # type: ignore[attr-defined]
    seen = Document.objects.filter(visible_documents(organization)).values("pk")
    rows = Provision.objects.select_related("document__platform").filter(document__in=seen)
    provision = get_object_or_404(rows, pk=pk)
    decision = Decision(**{name: request.POST.get(name, "") for name in _FIELDS})
    try:
        decide_on_action(organization, provision, action, decision, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    except ActionRefused as refusal:
        messages.error(request, str(refusal))
        keep_typed(request, _form_of(provision, action), _FIELDS)
    else:
        messages.success(request, "Written down.")
    return redirect(f"{provision.get_absolute_url()}#regulation")


def action_fields(request: HttpRequest, provision: Provision, action: str, row: Any) -> dict[str, str]:
    """What the form of one action shows: what was refused a moment ago, else how the action stands."""
    return typed_into(request, _form_of(provision, action)) or {
        "state": row.state if row else OPEN,
        "reason": row.reason if row else "",
        "assigned_to": row.assigned_to.email if row and row.assigned_to else "",
        "due_on": f"{row.due_on:%Y-%m-%d}" if row and row.due_on else "",
    }


def _form_of(provision: Provision, action: str) -> str:
    return f"action {action} of {provision.pk}"
