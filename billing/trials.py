"""The Professional trial: once for an organization, without a card, with a word before its end."""

from datetime import datetime, timedelta

from billing.audit import record_audit_entry
from billing.entitlements import entitlements_of, subscription_of, trial_of
from billing.members import locked
from billing.models import Notice, Organization, Trial, User
from billing.notices import owe_notice
from billing.plans import FREE, TRIAL_DAYS, TRIAL_PLAN, TRIAL_REMINDER_DAYS, plan_of
from billing.tenancy import across_orgs_scope, tenant_scope

_LENGTH = timedelta(days=TRIAL_DAYS)
_REMINDER = timedelta(days=TRIAL_REMINDER_DAYS)


class TrialRefused(Exception):
    """No trial for this organization; str() says why to the customer."""


def trial_open_to(organization: Organization, now: datetime) -> bool:
    """Whether the organization may start its trial at this moment (aware)."""
    return trial_of(organization) is None and entitlements_of(organization, now).plan != TRIAL_PLAN


def start_trial(organization: Organization, *, by: User | None, now: datetime) -> Trial:
    """Start the organization's one trial. Raises TrialRefused where it has had it or has the plan already."""
    with tenant_scope(organization):
        fresh = locked(organization)
        if trial_of(fresh) is not None:
            raise TrialRefused(f"{organization} has had its trial of the {TRIAL_PLAN.name} plan.")
        if not trial_open_to(fresh, now):
            raise TrialRefused(f"{organization} has the {TRIAL_PLAN.name} plan already.")
        trial = Trial.objects.create(
            organization=fresh, plan=TRIAL_PLAN.slug, started_at=now, ends_at=now + _LENGTH
        )
        details = {"until": trial.ends_at.isoformat()}
        record_audit_entry(fresh, actor=by, action="trial.started", subject=TRIAL_PLAN.name, details=details)
    organization.trial = trial
    return trial


def remind_and_close_trials(now: datetime) -> int:
    """Owe the mails of trials that end soon and of those that ended since the last look; returns how many trials.

    Nothing depends on when this runs: the rights end at `ends_at` by themselves.
    """
    with across_orgs_scope():
        due = list(Trial.objects.filter(closed_at=None, ends_at__lte=now + _REMINDER).order_by("ends_at"))
    for trial in due:
        _remind_or_close(trial, now)
    return len(due)


def _remind_or_close(trial: Trial, now: datetime) -> None:
    organization = trial.organization
    with tenant_scope(organization):
        fresh = locked(organization)
        trial = Trial.objects.get(pk=trial.pk)
        if trial.closed_at:
            return
        told = {"ends_at": trial.ends_at.isoformat(), "plan": trial.plan, "then": _plan_beside(fresh, now)}
        # Nobody who pays for the plan already needs to hear of the end of its trial.
        needed = plan_of(told["then"]).rank < plan_of(trial.plan).rank
        if now >= trial.ends_at:
            trial.closed_at = now
            trial.save(update_fields=["closed_at"])
            record_audit_entry(fresh, actor=None, action="trial.ended", subject=plan_of(trial.plan).name)
        if needed:
            kind = Notice.Kind.TRIAL_ENDED if trial.closed_at else Notice.Kind.TRIAL_ENDING
            owe_notice(fresh, kind, about=f"trial {trial.pk}", details=told, now=now)


def _plan_beside(organization: Organization, now: datetime) -> str:
    subscription = subscription_of(organization)
    return subscription.plan if subscription and subscription.gives_its_plan(now) else FREE.slug
