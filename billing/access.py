"""Who may come in where money is seen or spent, and how a refusal of Stripe's is put to them."""

import logging
from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from billing.buying import CannotBuy
from billing.gateway import GatewayError, NotSetUp
from billing.members import Action, can
from billing.trials import TrialRefused

View = Callable[[HttpRequest], HttpResponseBase]
NOT_SET_UP = "Payment is not set up on this site, so nothing can be bought here."
_NO_ANSWER = (
    "Our payment provider gave no useful answer. What this page shows is what we know; try again in a minute."
)
_log = logging.getLogger(__name__)


def demand_right(request: HttpRequest, action: Action, what: str = "this") -> None:
    """Raises PermissionDenied (403) unless the member's role has the right; `what` is it in words, for the page."""
    if not can(request.membership, action):  # type: ignore[attr-defined]
        raise PermissionDenied(f"Your role in this organization does not include {what}.")


def for_those_who_may(action: Action) -> Callable[[View], View]:
    """A view for members whose role has the right; others get 403. What cannot be done leads back with a reason."""

    def decorate(view: View) -> View:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest) -> HttpResponseBase:
            demand_right(request, action, "its billing")
            try:
                return view(request)
            except (CannotBuy, TrialRefused) as refusal:
                messages.error(request, str(refusal))
            except NotSetUp:
                messages.error(request, NOT_SET_UP)
            except GatewayError:
                _log.exception("Stripe did not do what was asked")
                messages.error(request, _NO_ANSWER)
            return redirect("billing")

        return guarded

    return decorate


def in_organization(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view for members of some organization; who belongs to none is offered to make one."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.organization is None:  # type: ignore[attr-defined]
            return render(request, "billing/no_organization.html")
        return view(request, *args, **kwargs)

    return guarded
