"""Says on each request which organization it is for and what that may do; answers UpgradeRequired in one place."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from billing.audit import acting_from
from billing.entitlements import UpgradeRequired, entitlements_of
from billing.models import Membership, User
from billing.plans import PLANS
from billing.problems import MEDIA_TYPE, problem
from billing.tenancy import tenant_scope

# Where the session keeps the key of the organization that a member of several works for.
SESSION_KEY = "organization"


class OrganizationMiddleware:
    """Sets `request.membership`, `request.organization` (None for a stranger) and `request.entitlements`.

    For a member, all that follows (the view and the rendering of its template) runs in one transaction that sees
    that organization's rows; a view that fails is rolled back by ATOMIC_REQUESTS inside of it. What a streaming
    response reads later needs a scope of its own. Costs an anonymous request no query and a member's two.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        membership = _membership_of(request)
        organization = membership.organization if membership else None
        request.membership = membership  # type: ignore[attr-defined]
        request.organization = organization  # type: ignore[attr-defined]
        request.entitlements = SimpleLazyObject(  # type: ignore[attr-defined]
            lambda: entitlements_of(organization, timezone.now())
        )
        with acting_from(address_of(request)):
            if organization is None:
                return self.get_response(request)
            with tenant_scope(organization):
                return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """402 with what is missing, the plan that has it and where to get it: a page, or a problem for the API."""
        if not isinstance(exception, UpgradeRequired):
            return None
        if request.path.startswith("/api/"):
            return _as_problem(exception)
        return render(request, "402.html", {"error": exception, "plans": PLANS}, status=402)


def address_of(request: HttpRequest) -> str | None:
    """The client's IP address; None where the server was not told one (a socket), which must close no page."""
    try:
        address: str = get_adapter().get_client_ip(request)
    except PermissionDenied:
        return None
    return address


def _membership_of(request: HttpRequest) -> Membership | None:
    if not isinstance(request.user, User):
        return None
    # The chosen one first; a choice that is no longer theirs falls back to the oldest.
    chosen = Q(organization_id=request.session.get(SESSION_KEY))
    return (
        Membership.objects.filter(user=request.user)
        .select_related("organization__subscription", "organization__trial")
        .order_by(ExpressionWrapper(chosen, output_field=BooleanField()).desc(), "pk")
        .first()
    )


def _as_problem(error: UpgradeRequired) -> JsonResponse:
    plan = error.plan.slug if error.plan else None
    more = {"wanted": error.wanted.value, "plan": plan, "address": error.address}
    return JsonResponse(
        problem(402, "upgrade_required", str(error), **more), status=402, content_type=MEDIA_TYPE
    )
