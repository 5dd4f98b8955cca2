"""What an organization may do: one question, one answer, one exception. The only reader of the subscription."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from billing.audit import record_audit_entry
from billing.members import locked
from billing.models import Organization, Subscription, Trial, User
from billing.plans import FREE, PLANS, Feature, Limit, Plan, first_plan_with, plan_of
from billing.tenancy import tenant_scope

__all__ = [
    "Entitlements",
    "Feature",
    "Limit",
    "UpgradeRequired",
    "end_granted_plan",
    "entitlements_of",
    "grant_plan",
    "organizations_with",
    "platforms_allowed",
]

PRICING_ADDRESS = "/pricing/"
BILLING_ADDRESS = "/app/billing/"
# More than anybody has of anything: a limit that is none, where a number is needed.
ANY_NUMBER = 2**31 - 1


class UpgradeRequired(Exception):
    """The plan does not have it. `plan` is the least one that does, None where none does; str() is for the customer."""

    def __init__(
        self, wanted: Feature | Limit, plan: Plan | None, message: str, *, address: str = PRICING_ADDRESS
    ) -> None:
        super().__init__(message)
        self.wanted = wanted
        self.plan = plan
        self.address = address


@dataclass(frozen=True, slots=True)
class Entitlements:
    """What a plan allows: `allows` to show, `demand` and `demand_room` to enforce."""

    plan: Plan
    features: frozenset[Feature]
    limits: Mapping[Limit, int | None]
    # The last payment failed and is being tried again; the rights stay meanwhile.
    payment_overdue: bool = False

    def allows(self, feature: Feature) -> bool:
        return feature in self.features

    def limit(self, limit: Limit) -> int | None:
        """None means unlimited."""
        return self.limits[limit]

    def has_room(self, limit: Limit, *, used: int) -> bool:
        """Whether one more fits beside the `used` ones."""
        allowed = self.limits[limit]
        return allowed is None or used < allowed

    def demand(self, feature: Feature) -> None:
        """Raises UpgradeRequired unless the plan has the feature."""
        if feature in self.features:
            return
        plan = first_plan_with(feature)
        where = f"It comes with the {plan.name} plan." if plan else "No plan has it."
        raise UpgradeRequired(
            feature, plan, f"{feature.label} is not part of the {self.plan.name} plan. {where}"
        )

    def demand_room(self, limit: Limit, *, used: int) -> None:
        """Raises UpgradeRequired unless one more fits. Count `used` with the organization's row locked."""
        if self.has_room(limit, used=used):
            return
        allowed = self.limits[limit] or 0
        message = f"The {self.plan.name} plan has room for {limit.counted(allowed)}."
        if limit is Limit.SEATS and self.plan.seat_monthly_usd is not None:
            message = f"There is room for {limit.counted(allowed)}. Seats are added on the billing page."
            raise UpgradeRequired(limit, self.plan, message, address=BILLING_ADDRESS)
        plan = next(
            (plan for plan in PLANS if plan.limits[limit] is None or (plan.limits[limit] or 0) > used), None
        )
        raise UpgradeRequired(limit, plan, f"{message} {_room_in(plan, limit)}".strip())


def _room_in(plan: Plan | None, limit: Limit) -> str:
    if plan is None:
        return ""
    more = plan.limits[limit]
    return f"The {plan.name} plan has room for {'any number' if more is None else limit.counted(more)}."


def entitlements_of(organization: Organization | None, now: datetime) -> Entitlements:
    """What the organization may do at this moment (aware). Nobody in particular (None) has what Free has.

    A trial runs beside what is bought; the better of the two counts.
    """
    subscription = subscription_of(organization)
    bought = plan_of(subscription.plan) if subscription and subscription.gives_its_plan(now) else FREE
    trial = trial_of(organization)
    tried = plan_of(trial.plan) if trial and trial.gives_its_plan(now) else FREE
    plan = max(bought, tried, key=lambda each: each.rank)
    seats = max(plan.included_seats, subscription.seats if subscription and bought is not FREE else 1)
    return Entitlements(
        plan=plan,
        features=plan.features,
        limits=plan.limits if seats == plan.included_seats else {**plan.limits, Limit.SEATS: seats},
        payment_overdue=subscription is not None and subscription.status == Subscription.Status.PAST_DUE,
    )


def organizations_with(feature: Feature, now: datetime) -> QuerySet[Organization]:
    """Every organization that has the feature at this moment (aware): `entitlements_of` for all of them at once."""
    if feature in FREE.features:
        return Organization.objects.all()
    plans = [plan.slug for plan in PLANS if feature in plan.features]
    return Organization.objects.filter(_have_one_of(plans, now))


def platforms_allowed(now: datetime) -> Case:
    """How many platforms an organization may watch at this moment (aware), as an expression over organizations.

    `entitlements_of` for all of them at once; ANY_NUMBER where there is no limit.
    """
    plans = sorted(PLANS, key=lambda plan: -plan.rank)
    return Case(
        *(
            When(_have_one_of([plan.slug], now), then=Value(_number(plan.limits[Limit.PLATFORMS])))
            for plan in plans
        ),
        default=Value(_number(FREE.limits[Limit.PLATFORMS])),
        output_field=IntegerField(),
    )


def _have_one_of(plans: list[str], now: datetime) -> Q:
    """Organizations that bought, were given or try one of the plans, by their slugs, at this moment."""
    bought = Subscription.giving_their_plan(now) & Q(subscription__plan__in=plans)
    return bought | (Trial.giving_their_plan(now) & Q(trial__plan__in=plans))


def _number(limit: int | None) -> int:
    return ANY_NUMBER if limit is None else limit


def subscription_of(organization: Organization | None) -> Subscription | None:
    """The organization's own row, whatever its status; None where nothing was ever bought or given."""
    return getattr(organization, "subscription", None)


def trial_of(organization: Organization | None) -> Trial | None:
    """The organization's trial, running or over; None where it has not had one."""
    return getattr(organization, "trial", None)


def grant_plan(
    organization: Organization, slug: str, *, until: datetime | None = None, actor: User | None = None
) -> Subscription:
    """Give a plan by hand (staff, the demo), for good or until a moment.

    Raises KeyError for an unknown plan, ValueError where one bought through Stripe still runs: that is Stripe's to say.
    """
    with tenant_scope(organization):
        before = subscription_of(locked(organization))
        if before and before.stripe_id and before.status != Subscription.Status.ENDED:
            raise ValueError(f"{organization} pays through Stripe. Change or end the subscription there.")
        granted = {
            "plan": plan_of(slug).slug,
            "status": Subscription.Status.ACTIVE,
            "stripe_id": None,
            "interval": "",
            "seats": 1,
            "current_period_end": until,
            "ends_at": None,
        }
        subscription, _ = Subscription.objects.update_or_create(organization=organization, defaults=granted)
        details = {"until": until.isoformat() if until else None}
        record_audit_entry(organization, actor=actor, action="plan.granted", subject=slug, details=details)
    organization.subscription = subscription
    return subscription


def end_granted_plan(organization: Organization, *, actor: User | None = None) -> bool:
    """Take back a plan that was given by hand; False where there is none. What is bought is ended through Stripe."""
    with tenant_scope(organization):
        locked(organization)
        by_hand = Subscription.objects.filter(organization=organization, stripe_id=None)
        ended = by_hand.exclude(status=Subscription.Status.ENDED).update(status=Subscription.Status.ENDED)
        if ended:
            record_audit_entry(organization, actor=actor, action="plan.ended")
    return bool(ended)
