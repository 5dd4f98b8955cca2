"""Time stamps for the log's heads, where an authority is named: asked for apart from the heads, which wait for nobody.

What is owed is found by looking for heads without one, so that none is lost while the authority is away.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from cryptography.x509 import load_pem_x509_certificates
from django.conf import settings

from monitoring.errors import FetchError
from monitoring.fetching.answers import Limits
from monitoring.fetching.http import Client, open_client, post
from platforms.log.stamps import StampRefused, stamp_in, stamp_request
from platforms.models import LogHead, LogStamp

LIMITS = Limits(body_bytes=64 * 1024, seconds=20.0, connect=5.0, read=15.0, redirects=0)
# As long as a stamp is asked for. An older head is held by the stamps of those that came after it.
_OWED_FOR = timedelta(days=7)
_HEADERS = {"content-type": "application/timestamp-query", "accept": "application/timestamp-reply"}
Clock = Callable[[], datetime]
_log = logging.getLogger(__name__)


def stamp_heads(clock: Clock, *, until: datetime, limits: Limits = LIMITS) -> int:
    """Get a stamp for each head that has none, the oldest first; at the first failure the rest waits for the next time."""
    if not settings.LOG_STAMP_AUTHORITY:
        return 0
    stamped = 0
    owed = LogHead.objects.filter(stamp=None, at__gt=clock() - _OWED_FOR).order_by("pk")
    with open_client(
        user_agent=settings.USER_AGENT, allow_private=settings.ALLOW_PRIVATE_ADDRESSES
    ) as client:
        while clock() < until and (head := owed.first()) is not None:
            try:
                _stamp(client, head, clock, limits)
            except (FetchError, StampRefused) as error:
                _log.warning("The head of %s was not stamped: %s", head.at, error)
                break
            stamped += 1
    return stamped


def _stamp(client: Client, head: LogHead, clock: Clock, limits: Limits) -> None:
    roots = load_pem_x509_certificates(settings.LOG_STAMP_ROOTS.read_bytes())
    request = stamp_request(head.note)
    answer = post(client, settings.LOG_STAMP_AUTHORITY, request.as_bytes(), _HEADERS, limits=limits)
    if answer.status != 200:
        raise StampRefused(f"The authority answered with status {answer.status}.")
    token, at = stamp_in(answer.body, head.note, request, roots, clock())
    # Two workers may have asked at once; the one who is first counts.
    LogStamp.objects.get_or_create(
        head=head, defaults={"token": token, "at": at, "authority": settings.LOG_STAMP_AUTHORITY}
    )
