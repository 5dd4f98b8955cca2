"""Celery tasks of what joins apps: each wakes a verb that finds its work in the database."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from conductatlas.exports.work import make_owed_exports as make_owed
from monitoring.export_jobs import expire_exports as throw_away

_SPELL = timedelta(minutes=5)


@shared_task(expires=30)
def make_owed_exports() -> int:
    """Write the files that are owed."""
    return make_owed(timezone.now, until=timezone.now() + _SPELL)


@shared_task(expires=600)
def expire_exports() -> int:
    """Throw away the files whose time is over."""
    return throw_away(timezone.now())
