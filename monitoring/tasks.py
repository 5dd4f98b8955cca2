"""Celery tasks: each wakes a verb that finds its work in the database."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from monitoring.channels.sending import deliver_to_channels
from monitoring.digests.weekly import enqueue_due_digests
from monitoring.looking import look_at_due_documents as look_at_due
from monitoring.looking import open_fetch
from monitoring.mail.delivery import deliver_owed
from monitoring.register.searching import searches_wait, work_off_searches
from monitoring.rewording import reword_recent
from monitoring.stamping import stamp_heads
from monitoring.websub import ping_hub
from provisions.introducing import introduce_all_owed

# Of the broker's priorities the last: looks and mails go first.
_LAST = 9
# A task that finds more work than this leaves it to the next one, so that a restart never waits long.
_SPELL = timedelta(minutes=5)
_SHORT_SPELL = timedelta(seconds=20)


@shared_task(expires=30)
def look_at_due_documents() -> int:
    """Look at the documents that are due; where many are, the next free worker is woken too."""
    looks = look_at_due(timezone.now, until=timezone.now() + _SPELL, call_another=look_at_due_documents.delay)
    if looks:
        introduce_owed_provisions.delay()
    return looks


@shared_task(expires=30, priority=_LAST)
def introduce_owed_provisions() -> int:
    """Introduce the provisions of first versions, for a short while: looks may have come due meanwhile."""
    done = introduce_all_owed(timezone.now, until=timezone.now() + _SHORT_SPELL)
    if done:
        introduce_owed_provisions.delay()
    return done


@shared_task(expires=30)
def deliver_owed_alerts() -> int:
    """Send the mails that are owed."""
    until = timezone.now() + _SPELL
    return deliver_owed(timezone.now, until=until, connections=settings.MAIL_CONNECTIONS)


@shared_task(expires=30)
def deliver_owed_to_channels() -> int:
    """Post what is owed to webhooks, Slack, Teams and Discord."""
    return deliver_to_channels(timezone.now, until=timezone.now() + _SPELL)


@shared_task(expires=120)
def stamp_tree_heads() -> int:
    """Get time stamps for the heads of the log, where an authority is named."""
    return stamp_heads(timezone.now, until=timezone.now() + _SPELL)


@shared_task(expires=60)
def ping_websub_hub() -> int:
    """Tell the WebSub hub of changes, where one is named."""
    return ping_hub(timezone.now, until=timezone.now() + _SPELL)


@shared_task
def enqueue_weekly_digests() -> int:
    """Owe the digests whose hour has come."""
    return enqueue_due_digests(timezone.now())


@shared_task(expires=300)
def reword_by_model() -> int:
    """Have new provisions worded better, where a language model is named."""
    return reword_recent(timezone.now, until=timezone.now() + _SPELL)


@shared_task(expires=10)
def search_for_documents() -> int:
    """Find and read the documents of vendors whose address was given."""
    if not searches_wait(timezone.now()):
        return 0
    with open_fetch(timezone.now) as fetch:
        return work_off_searches(timezone.now, fetch, until=timezone.now() + _SPELL)
