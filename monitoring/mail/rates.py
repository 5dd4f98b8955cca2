"""How fast mail may go: what our mail server allows, and what the servers behind it ask for. Shared by a worker's lanes."""

import re
import threading
import time
from datetime import datetime, timedelta

from billing.retries import jittered

# "You send too much" as mail servers say it: 421 and 454, or the enhanced codes of policy and of a busy system (RFC 3463).
_TOO_FAST_CODES = {421, 454}
_TOO_FAST = re.compile(r"\b4\.(?:7\.\d+|3\.2|4\.5)\b")
_SILENCE = timedelta(minutes=1)


class Pace:
    """At most so many mails a second (0: as many as the server takes), however many lanes ask."""

    def __init__(self, per_second: int) -> None:
        self._gap = 1 / per_second if per_second else 0.0
        self._next = 0.0
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Return when the next mail may go."""
        if not self._gap:
            return
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next)
            self._next = turn + self._gap
        time.sleep(turn - now)


class SlowDomains:
    """Mail domains that asked for patience: what else is owed to them waits, and spends no try on it."""

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}

    def note(self, address: str, code: int, words: str, now: datetime) -> None:
        """Remember the answer to a mail to this address, where it asks for patience."""
        if code in _TOO_FAST_CODES or (code < 500 and _TOO_FAST.search(words)):
            self._until[_domain(address)] = now + jittered(_SILENCE)

    def until(self, address: str, now: datetime) -> datetime | None:
        """When mail to this address may go again; None where it may go now."""
        moment = self._until.get(_domain(address))
        return moment if moment and now < moment else None


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()
