"""Calls of the API: the key sent along, pages followed, refusals waited out, problems told in their own words."""

import re
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

SITE = "https://conductatlas.com"
_TRIES = 5
# Where the answer does not say how long to wait.
_WAIT_SECONDS = 2.0
_LONGEST_WAIT = 120.0
_LATER = (429, 502, 503, 504)
_NUMBER = re.compile(r"\[Errno [^\]]*\] ?")  # of the system, before its words
_TIMEOUT = httpx.Timeout(30, connect=10)


class CallFailed(Exception):
    """There is no answer; str() says why and what to do, `code` is the problem's where the API gave one."""

    def __init__(self, message: str, *, status: int = 0, code: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class Client:
    """The API of one site: `with Client(key="ca_…") as atlas: for change in atlas.each("changes/", since="2026-11-01"): …`.

    `wait` and `transport` are there to be replaced by programs that wait or connect in their own way.
    """

    def __init__(
        self,
        key: str = "",
        site: str = SITE,
        *,
        wait: Callable[[float], None] = time.sleep,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        headers = {"User-Agent": "conductatlas-client/1", "Accept": "application/json"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        self._wait = wait
        self._site = site.rstrip("/")
        self._http = httpx.Client(base_url=self._site, headers=headers, timeout=_TIMEOUT, transport=transport)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get(self, path: str, **asked: Any) -> Any:
        """What is at the path, such as `platforms/github/`. Raises CallFailed."""
        return self.call("GET", path, **asked)

    def each(self, path: str, **asked: Any) -> Iterator[dict[str, Any]]:
        """Every row of a list, page after page; none is asked for before it is needed. Raises CallFailed."""
        page = self.get(path, **asked)
        while True:
            yield from page["results"]
            following = page.get("next")
            if not following:
                return
            # The key goes to the site that was named, whatever address an answer gives.
            parts = urlsplit(following)
            page = self.get(f"{parts.path}?{parts.query}")

    def call(self, method: str, path: str, *, sends: dict[str, Any] | None = None, **asked: Any) -> Any:
        """The answer in JSON; None for an empty one. Asked again, after a wait, where the answer was to come later.

        `sends` goes as a JSON object.
        """
        address = path if path.startswith("/") else f"/api/v1/{path}"
        given = {name.rstrip("_"): value for name, value in asked.items() if value not in (None, "")}
        for attempt in range(1, _TRIES + 1):
            try:
                answer = self._http.request(method, address, params=given or None, json=sends)
            except httpx.TransportError as error:
                why = _NUMBER.sub("", str(error))
                raise CallFailed(f"{self._site} cannot be reached: {why}.") from error
            if answer.status_code not in _LATER or attempt == _TRIES:
                break
            self._wait(_seconds_to_wait(answer, attempt))
        if answer.is_success:
            return answer.json() if answer.content else None
        raise _told(answer)


def _seconds_to_wait(answer: httpx.Response, attempt: int) -> float:
    told = answer.headers.get("Retry-After", "")
    seconds = float(told) if told.isdecimal() else _WAIT_SECONDS * 2 ** (attempt - 1)
    return min(seconds, _LONGEST_WAIT)


def _told(answer: httpx.Response) -> CallFailed:
    try:
        problem = answer.json()
        detail, parameter = problem["detail"], problem.get("parameter")
        if parameter and not detail.startswith(f"{parameter}:"):
            detail = f"{parameter}: {detail}"
        return CallFailed(detail, status=answer.status_code, code=problem["code"])
    except (ValueError, KeyError, TypeError):
        return CallFailed(
            f"The answer was {answer.status_code} {answer.reason_phrase}, and no problem that we know.",
            status=answer.status_code,
        )
