"""The billing pages: what the organization has, buying, changing, stopping; and the address that Stripe calls."""

from datetime import UTC, datetime
from uuid import uuid4

from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from billing import buying, gateway
from billing.access import NOT_SET_UP, for_those_who_may
from billing.entitlements import Limit, subscription_of, trial_of
from billing.forms import order_of
from billing.members import Action, can
from billing.models import Organization, Subscription
from billing.plans import PAID, TRIAL_DAYS, TRIAL_PLAN, Interval
from billing.pretending import pretending_possible
from billing.subscriptions import sync_subscription
from billing.trials import start_trial, trial_open_to
from billing.webhooks import receive_event

# A browser holds a form's redirect to the page's policy too.
_to_stripe = csp_update({"form-action": settings.STRIPE_PAGES})


@require_GET
@for_those_who_may(Action.SEE_BILLING)
@_to_stripe
def overview(request: HttpRequest) -> HttpResponse:
    """The plan, what is bought, the trial, and what can be bought."""
    organization, now = _organization(request), timezone.now()
    subscription = subscription_of(organization)
    trial = trial_of(organization)
    bought = subscription is not None and bool(subscription.stripe_id)
    context = {
        "subscription": subscription,
        "bought": bought and subscription is not None and subscription.status != Subscription.Status.ENDED,
        "given": subscription is not None and not bought and subscription.gives_its_plan(now),
        "trial": trial,
        "trial_runs": trial is not None and trial.gives_its_plan(now),
        "trial_open": trial_open_to(organization, now),
        "trial_days": TRIAL_DAYS,
        "trial_plan": TRIAL_PLAN,
        "members": organization.memberships.count(),
        "seats": request.entitlements.limit(Limit.SEATS),  # type: ignore[attr-defined]
        "offers": [(plan, [(interval, plan.price_usd(interval)) for interval in Interval]) for plan in PAID],
        "wanted": request.GET.get("plan", ""),
        "attempt": uuid4(),
        "may_change": can(request.membership, Action.CHANGE_BILLING),  # type: ignore[attr-defined]
        "set_up": gateway.is_set_up(),
        "not_set_up": NOT_SET_UP,
        "pretending": pretending_possible(),
    }
    return render(request, "billing/overview.html", context)


@require_POST
@for_those_who_may(Action.CHANGE_BILLING)
def checkout(request: HttpRequest) -> HttpResponse:
    """Lead to Stripe's page for the order."""
    order, _ = order_of(request)
    address = buying.start_checkout(
        _organization(request),
        order,
        by=request.user,  # type: ignore[arg-type]
        back=_address("billing_returned"),
        cancelled=_address("billing"),
        now=timezone.now(),
    )
    return redirect(address)


@require_GET
@for_those_who_may(Action.SEE_BILLING)
def returned(request: HttpRequest) -> HttpResponse:
    """Back from Checkout. That the browser came here proves nothing: Stripe is asked."""
    organization = _organization(request)
    sync_subscription(organization, timezone.now(), source="return from Checkout")
    subscription = subscription_of(organization)
    if subscription and subscription.stripe_id and subscription.gives_its_plan(timezone.now()):
        messages.success(request, f"Thank you. You have the {subscription.get_plan_display()} plan.")
    else:
        messages.info(request, "Stripe has not confirmed a payment yet. The plan begins as soon as it does.")
    return redirect("billing")


@require_http_methods(["GET", "POST"])
@for_those_who_may(Action.CHANGE_BILLING)
def change(request: HttpRequest) -> HttpResponse:
    """GET says what the change costs now; POST makes it."""
    organization, now = _organization(request), timezone.now()
    order, at = order_of(request)
    if request.method == "GET":
        context = {
            "order": order,
            "price": order.plan.price_usd(order.interval),
            "seat_price": order.plan.seat_usd(order.interval),
            "proration": buying.preview_change(organization, order, now=now),
            "subscription": subscription_of(organization),
            "smaller": order.plan.rank < request.entitlements.plan.rank,  # type: ignore[attr-defined]
        }
        return render(request, "billing/change.html", context)
    previewed = datetime.fromtimestamp(at, UTC)
    changed = buying.change_plan(organization, order, by=request.user, at=previewed, now=now)  # type: ignore[arg-type]
    if changed.bought and changed.bought.update_pending:
        messages.warning(
            request, "The payment for the change is still open. Pay its invoice, and it takes effect."
        )
        return redirect("billing_invoices")
    messages.success(request, f"You have the {order.plan.name} plan now, paid {order.interval.label}.")
    return redirect("billing")


@require_POST
@for_those_who_may(Action.CHANGE_BILLING)
def stop(request: HttpRequest) -> HttpResponse:
    """Stop at the end of what is paid."""
    organization = _organization(request)
    buying.stop_at_period_end(organization, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(request, "Your plan stays until the end of what is paid, and then stops.")
    return redirect("billing")


@require_POST
@for_those_who_may(Action.CHANGE_BILLING)
def keep(request: HttpRequest) -> HttpResponse:
    """Take the stop back."""
    buying.keep_plan(_organization(request), by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(request, "Your plan goes on.")
    return redirect("billing")


@require_POST
@for_those_who_may(Action.CHANGE_BILLING)
def portal(request: HttpRequest) -> HttpResponse:
    """Lead to Stripe's page for card, invoices and cancellation."""
    return redirect(buying.open_portal(_organization(request), back=_address("billing")))


@require_GET
@for_those_who_may(Action.SEE_BILLING)
@_to_stripe
def invoices(request: HttpRequest) -> HttpResponse:
    """Invoices and receipts, as Stripe has them at this moment."""
    context = {
        "invoices": buying.list_invoices(_organization(request)),
        "may_change": can(request.membership, Action.CHANGE_BILLING),  # type: ignore[attr-defined]
    }
    return render(request, "billing/invoices.html", context)


@require_POST
@for_those_who_may(Action.CHANGE_BILLING)
def trial(request: HttpRequest) -> HttpResponse:
    """Start the organization's one trial."""
    started = start_trial(_organization(request), by=request.user, now=timezone.now())  # type: ignore[arg-type]
    messages.success(
        request, f"Your trial of the {TRIAL_PLAN.name} plan runs until {started.ends_at:%-d %B %Y}."
    )
    return redirect("billing")


@csrf_exempt
@require_POST
def webhook(request: HttpRequest) -> HttpResponse:
    """Stripe's news. 400 for what is not from Stripe; whatever else goes wrong is a 500, and Stripe sends it again."""
    try:
        receive_event(request.body, request.headers.get("Stripe-Signature", ""), timezone.now())
    except gateway.BadSignature:
        return HttpResponse("The signature does not fit.", status=400, content_type="text/plain")
    return HttpResponse("Received.", content_type="text/plain")


def _organization(request: HttpRequest) -> Organization:
    organization: Organization = request.organization  # type: ignore[attr-defined]
    return organization


def _address(name: str) -> str:
    return f"{settings.SITE_URL}{reverse(name)}"
