"""robots.txt, obeyed as RFC 9309 asks: fetched through the guarded door, kept a day, a host at a time."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from monitoring.errors import Failure, FetchError
from monitoring.fetching.answers import Limits
from monitoring.fetching.http import Client, fetch

DAY = 86400.0
RETRY = 900.0  # seconds for which an unreachable robots.txt is believed to stay so
LONGEST_CRAWL_DELAY = 60.0  # seconds; some files ask for hours, which would mean never
LARGEST = 500 * 1024  # RFC 9309, 2.5: a crawler reads at least this much

_LIMITS = Limits(body_bytes=4 * LARGEST, seconds=20.0, connect=10.0, read=10.0, redirects=5)
_KEPT = 5000

Turn = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class _Rules:
    parsed: Protego | None  # None: everything is allowed
    error: FetchError | None
    until: float


class Robots:
    """What each site's robots.txt allows a robot of our name. Safe to share between threads; `clock` is
    monotonic."""

    def __init__(self, name: str, *, clock: Callable[[], float] = time.monotonic, ttl: float = DAY) -> None:
        """`name` is the product token of our User-Agent, such as "ConductAtlas"."""
        self._name = name
        self._clock = clock
        self._ttl = ttl
        self._lock = threading.Lock()
        self._rules: dict[str, _Rules] = {}

    def demand(self, client: Client, url: str, turn: Turn | None = None) -> float:
        """Raises FetchError(ROBOTS) where the site asks us not to read this URL; else gives its Crawl-delay
        (seconds).

        An unreachable robots.txt means "stay away for now" (ROBOTS_UNREACHABLE, or the network's own
        failure); one that does not exist allows everything. `turn` is the politeness under which robots.txt
        itself is asked for.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        rules = self._known(site) or self._learn(client, site, turn)
        if rules.error is not None:
            error = rules.error
            raise FetchError(error.failure, error.detail, status=error.status, retry_after=error.retry_after)
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(url, self._name):
            raise FetchError(Failure.ROBOTS, f"{site}/robots.txt disallows it.")
        delay = rules.parsed.crawl_delay(self._name)
        return min(max(float(delay or 0.0), 0.0), LONGEST_CRAWL_DELAY)

    def _known(self, site: str) -> _Rules | None:
        rules = self._rules.get(site)
        return rules if rules is not None and rules.until > self._clock() else None

    def _learn(self, client: Client, site: str, turn: Turn | None) -> _Rules:
        try:
            parsed, error, keep = self._ask(client, site, turn), None, self._ttl
        except FetchError as failed:
            if failed.failure is Failure.RATE_LIMITED and failed.status is None:
                raise  # our own turn did not come: nothing was learnt about the site
            parsed, error, keep = None, failed, min(RETRY, self._ttl)
        rules = _Rules(parsed, error, self._clock() + keep)
        with self._lock:
            if len(self._rules) >= _KEPT:
                now = self._clock()
                self._rules = {key: kept for key, kept in self._rules.items() if kept.until > now}
                if len(self._rules) >= _KEPT:
                    self._rules.pop(next(iter(self._rules)))
            self._rules[site] = rules
        return rules

    def _ask(self, client: Client, site: str, turn: Turn | None) -> Protego | None:
        try:
            answer = fetch(client, f"{site}/robots.txt", limits=_LIMITS, gate=turn)
        except FetchError as error:
            if error.failure in (Failure.TOO_MANY_REDIRECTS, Failure.REDIRECT_REFUSED):
                return None  # RFC 9309, 2.3.1.2: as good as not there
            raise FetchError(
                error.failure,
                f"At its robots.txt: {error.detail}" if error.detail else "",
                status=error.status,
            ) from error
        if answer.status == 429 or answer.status >= 500:
            raise FetchError(
                Failure.ROBOTS_UNREACHABLE,
                f"{site}/robots.txt answers {answer.status}.",
                status=answer.status,
            )
        if answer.status != 200:
            return None
        return Protego.parse(answer.body[:LARGEST].decode("utf-8-sig", "replace"))
