"""Celery tasks of the log: each wakes a verb that finds its work in the database."""

import logging

from celery import shared_task
from django.utils import timezone

from platforms.log.heads import publish_head
from platforms.log.notes import NoSigningKey
from platforms.log.sequencer import append_owed

logger = logging.getLogger(__name__)


@shared_task(expires=30)
def append_to_log() -> int:
    """Put what the archive owes it into the log."""
    return append_owed(timezone.now())


@shared_task(expires=600)
def publish_tree_head() -> None:
    """Sign what the log holds."""
    try:
        publish_head(timezone.now())
    except NoSigningKey as error:
        logger.error("No head of the log was published. %s", error)  # noqa: TRY400  nothing to trace
