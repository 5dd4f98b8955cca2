"""Celery tasks of billing: each wakes a verb that finds its work in the database or at Stripe."""

from celery import shared_task
from django.utils import timezone

from billing import gateway
from billing.notices import send_owed_notices as send_owed
from billing.reconciling import reconcile_subscriptions as reconcile
from billing.trials import remind_and_close_trials as remind_and_close


@shared_task
def reconcile_subscriptions() -> list[str]:
    """Compare with Stripe, repair and report, where billing is set up."""
    return reconcile(timezone.now()).lines() if gateway.is_set_up() else []


@shared_task
def remind_and_close_trials() -> int:
    """Owe the mails of trials that end soon or have ended."""
    return remind_and_close(timezone.now())


@shared_task(expires=30)
def send_owed_notices() -> int:
    """Send the mails about money that are owed."""
    return send_owed(timezone.now)
