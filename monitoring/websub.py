"""WebSub: the hub that readers of our feeds ask, where one is named, is told of every feed that a change touches.

What it is owed is found by looking for changes without a row, so that none is lost whatever stops and wherever; a hub
told twice fetches the feed once more and finds nothing new.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from billing.retries import wait_after
from monitoring.errors import FetchError
from monitoring.fetching.answers import Limits
from monitoring.fetching.http import Client, open_client, post
from monitoring.models import HubPing
from provisions.figures import loud_changes
from provisions.models import Change

LIMITS = Limits(body_bytes=64 * 1024, seconds=20.0, connect=5.0, read=15.0, redirects=0)
# As long as a ping is tried. What is older was missed by everybody's reader anyway.
_OWED_FOR = timedelta(days=2)
_HEADERS = {"content-type": "application/x-www-form-urlencoded"}
Clock = Callable[[], datetime]
_log = logging.getLogger(__name__)


def ping_hub(clock: Clock, *, until: datetime) -> int:
    """Tell the hub of the changes it has not been told of, and return of how many it took word. Nothing without a hub."""
    if not settings.WEBSUB_HUB:
        return 0
    _enqueue(clock())
    told = 0
    with open_client(
        user_agent=settings.USER_AGENT, allow_private=settings.ALLOW_PRIVATE_ADDRESSES
    ) as client:
        while clock() < until and (taken := _ping_next(client, clock())) is not None:
            told += taken
    return told


def feeds_of(change: Change) -> list[str]:
    """The full addresses of the public feeds that the change is in."""
    document = change.document
    types = sorted({slug for row in change.clause_changes.values_list("types", flat=True) for slug in row})
    of_document = [document.platform.slug, document.slug]
    paths = [
        *(reverse(name) for name in ("feed", "json_feed")),
        *(reverse(name, args=of_document[:1]) for name in ("platform_feed", "platform_json_feed")),
        *(reverse(name, args=of_document) for name in ("document_feed", "document_json_feed")),
        *(reverse(name, args=[slug]) for slug in types for name in ("type_feed", "type_json_feed")),
    ]
    return [settings.SITE_URL + path for path in paths]


def _enqueue(now: datetime) -> None:
    told_of = HubPing.objects.values("change")
    new = loud_changes().filter(found_at__gt=now - _OWED_FOR).exclude(pk__in=told_of)
    pings = [HubPing(change_id=pk, due_at=now) for pk in new.order_by("pk").values_list("pk", flat=True)]
    HubPing.objects.bulk_create(pings, ignore_conflicts=True)


def _ping_next(client: Client, now: datetime) -> bool | None:
    """Whether the hub took the ping that is longest due; None where none is due. One transaction, its row locked."""
    with transaction.atomic():
        owed = HubPing.objects.filter(settled_at=None, due_at__lte=now).order_by("due_at", "pk")
        ping = owed.select_related("change__document__platform").select_for_update(
            skip_locked=True, of=["self"]
        )
        found = ping.first()
        if found is None:
            return None
        error = _refusal(client, found.change)
        if error:
            found.tries += 1
            wait = wait_after(found.tries)
            _log.warning(
                "the hub was not told of change %s (try %s): %s", found.change_id, found.tries, error
            )
            found.due_at, found.settled_at = (now, now) if wait is None else (now + wait, None)
        else:
            found.settled_at = now
        found.last_error = error
        found.save(update_fields=["tries", "due_at", "settled_at", "last_error"])
        return not error


def _refusal(client: Client, change: Change) -> str:
    """Why the hub did not take it; nothing where it did."""
    asked = [("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds_of(change))]
    try:
        answer = post(client, settings.WEBSUB_HUB, urlencode(asked).encode(), _HEADERS, limits=LIMITS)
    except FetchError as error:
        return error.failure.in_words
    return "" if 200 <= answer.status < 300 else f"The hub answered {answer.status}."
