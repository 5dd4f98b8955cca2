"""The page that pretends to pay, for those who develop: it exists while DEVELOPMENT is on and no Stripe key is set."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from billing import gateway
from billing.access import for_those_who_may
from billing.entitlements import end_granted_plan, grant_plan
from billing.forms import order_of
from billing.members import Action

View = Callable[[HttpRequest], HttpResponseBase]


def pretending_possible() -> bool:
    """Whether nobody could ever pay here in earnest."""
    return settings.DEVELOPMENT and not gateway.is_set_up()


def _only_then(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponseBase:
        if not pretending_possible():
            raise Http404
        return view(request)

    return guarded


@_only_then
@require_http_methods(["GET", "POST"])
@for_those_who_may(Action.CHANGE_BILLING)
def pretend(request: HttpRequest) -> HttpResponse:
    """GET stands where Stripe's Checkout would; POST gives the plan by hand."""
    order, _ = order_of(request)
    if request.method == "GET":
        context = {"order": order, "price": order.plan.price_usd(order.interval)}
        return render(request, "billing/pretend.html", context)
    grant_plan(request.organization, order.plan.slug, actor=request.user)  # type: ignore[attr-defined,arg-type]
    messages.success(request, f"Pretended to pay. You have the {order.plan.name} plan.")
    return redirect("billing")


@_only_then
@require_POST
@for_those_who_may(Action.CHANGE_BILLING)
def end(request: HttpRequest) -> HttpResponse:
    """Back to Free."""
    end_granted_plan(request.organization, actor=request.user)  # type: ignore[attr-defined,arg-type]
    messages.success(request, "You have the Free plan.")
    return redirect("billing")
