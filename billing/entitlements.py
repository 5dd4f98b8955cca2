"""What an organization may do: one question, one answer, one exception. The only reader of the subscription."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from billing.audit import record_audit_entry
from billing.models import Organization, Subscription, User
from billing.plans import FREE, PLANS, Feature, Limit, Plan, plan_of
from billing.tenancy import tenant_scope

__all__ = [
    "Entitlements",
    "Feature",
    "Limit",
    "UpgradeRequired",
    "entitlements_of",
    "grant_plan",
    "organizations_with",
]

PRICING_ADDRESS = "/pricing/"


class UpgradeRequired(Exception):
    """The plan does not have it. `plan` is the least one that does, None where none does; str() is for the customer."""

    address = PRICING_ADDRESS

    def __init__(self, wanted: Feature | Limit, plan: Plan | None, message: str) -> None:
        super().__init__(message)
        self.wanted = wanted
        self.plan = plan


@dataclass(frozen=True, slots=True)
class Entitlements:
    """What a plan allows: `allows` to show, `demand` and `demand_room` to enforce."""

    plan: Plan
    features: frozenset[Feature]
    limits: Mapping[Limit, int | None]

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
        plan = next((plan for plan in PLANS if feature in plan.features), None)
        where = f"It comes with the {plan.name} plan." if plan else "No plan has it."
        raise UpgradeRequired(
            feature, plan, f"{feature.label} is not part of the {self.plan.name} plan. {where}"
        )

    def demand_room(self, limit: Limit, *, used: int) -> None:
        """Raises UpgradeRequired unless one more fits. Count `used` with the organization's row locked."""
        if self.has_room(limit, used=used):
            return
        allowed = self.limits[limit] or 0
        plan = next(
            (plan for plan in PLANS if plan.limits[limit] is None or (plan.limits[limit] or 0) > used), None
        )
        message = f"The {self.plan.name} plan has room for {limit.counted(allowed)}."
        raise UpgradeRequired(limit, plan, f"{message} {_room_in(plan, limit)}".strip())


def _room_in(plan: Plan | None, limit: Limit) -> str:
    if plan is None:
        return ""
    more = plan.limits[limit]
    return f"The {plan.name} plan has room for {'any number' if more is None else limit.counted(more)}."


def entitlements_of(organization: Organization | None, now: datetime) -> Entitlements:
    """What the organization may do at this moment (aware). Nobody in particular (None) has what Free has."""
    subscription = _subscription_of(organization) if organization else None
    plan = plan_of(subscription.plan) if subscription and subscription.gives_its_plan(now) else FREE
    return Entitlements(plan=plan, features=plan.features, limits=plan.limits)


def organizations_with(feature: Feature, now: datetime) -> QuerySet[Organization]:
    """Every organization that has the feature at this moment (aware): `entitlements_of` for all of them at once."""
    if feature in FREE.features:
        return Organization.objects.all()
    plans = [plan.slug for plan in PLANS if feature in plan.features]
    return Organization.objects.filter(Subscription.giving_their_plan(now), subscription__plan__in=plans)


def _subscription_of(organization: Organization) -> Subscription | None:
    try:
        return organization.subscription
    except Subscription.DoesNotExist:
        return None


def grant_plan(
    organization: Organization, slug: str, *, until: datetime | None = None, actor: User | None = None
) -> Subscription:
    """Give a plan by hand (staff, the demo), for good or until a moment. Raises KeyError for an unknown plan."""
    granted = {
        "plan": plan_of(slug).slug,
        "status": Subscription.Status.ACTIVE,
        "trial_ends_at": None,
        "current_period_end": until,
    }
    with tenant_scope(organization):
        subscription, _ = Subscription.objects.update_or_create(organization=organization, defaults=granted)
        details = {"until": until.isoformat() if until else None}
        record_audit_entry(organization, actor=actor, action="plan.granted", subject=slug, details=details)
    organization.subscription = subscription
    return subscription
