"""One request at a time to a host, a gap between two, and Retry-After obeyed: how we keep from being a
burden.

This holds within one process. Between processes the schedule sees to it: documents are claimed by host.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from monitoring.errors import Failure, FetchError
from monitoring.fetching.addresses import host_of

__all__ = ["Politeness", "host_of", "retry_after"]

LONGEST_RETRY_AFTER = 7 * 86400.0  # seconds; a server that asks for more is asked again after a week

_HOSTS_REMEMBERED = 5000


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (RFC 9110, 10.2.3): a number of seconds or an HTTP date in UTC.

    None when it cannot be understood; never negative; at most a week.
    """
    value = value.strip()
    if value.isascii() and value.isdecimal():
        seconds = float(value[:12])
    else:
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return None
        seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now.timestamp()
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    wanted_by: int = 0


class Politeness:
    """The turns at each host. Safe to share between threads; `clock` is monotonic, in seconds.

    A thread waits for its turn at most `patience` seconds; then FetchError(RATE_LIMITED) names the time
    left, and the schedule brings the document back.
    """

    def __init__(
        self,
        *,
        gap: float = 1.0,
        patience: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._gap = gap
        self._patience = patience
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def turn(self, url: str, *, gap: float = 0.0) -> Iterator[None]:
        """Waits until this host may be asked, and holds it meanwhile. `gap` (a Crawl-delay) lengthens the
        pause after."""
        name = host_of(url)
        host = self._join(name)
        try:
            if not host.lock.acquire(timeout=self._patience):
                raise FetchError(
                    Failure.RATE_LIMITED,
                    f"Another check of {name} took too long.",
                    retry_after=self._patience,
                )
            try:
                self._wait(name, host)
                try:
                    yield
                finally:
                    host.free_at = max(host.free_at, self._clock() + max(self._gap, gap))
            finally:
                host.lock.release()
        finally:
            self._leave(host)

    def postpone(self, url: str, seconds: float) -> None:
        """Ask nothing more of this host for so many seconds: it said so."""
        with self._lock:
            host = self._hosts.setdefault(host_of(url), _Host())
            host.free_at = max(host.free_at, self._clock() + seconds)

    def _wait(self, name: str, host: _Host) -> None:
        left = host.free_at - self._clock()
        if left > self._patience:
            raise FetchError(
                Failure.RATE_LIMITED, f"{name} asked us to wait {left:.0f} more seconds.", retry_after=left
            )
        if left > 0:
            self._sleep(left)

    def _join(self, name: str) -> _Host:
        with self._lock:
            if len(self._hosts) >= _HOSTS_REMEMBERED:
                now = self._clock()
                self._hosts = {
                    key: host for key, host in self._hosts.items() if host.wanted_by or host.free_at > now
                }
            host = self._hosts.setdefault(name, _Host())
            host.wanted_by += 1
            return host

    def _leave(self, host: _Host) -> None:
        with self._lock:
            host.wanted_by -= 1
