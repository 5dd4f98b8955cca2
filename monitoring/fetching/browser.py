"""Pages that are empty without JavaScript, rendered by Chromium through Playwright (an optional package).

Chromium never touches the network: every request a page makes is answered by us through the guarded door,
and its own name resolution is switched off. So there is one place that decides where we connect to,
redirects and DNS included. It runs as an ordinary user with its sandbox on, also when we are root.
"""

import asyncio
import atexit
import threading
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Any

try:
    from playwright.async_api import Error as PlaywrightError
    from playwright.async_api import async_playwright
except ImportError:  # the extra "browser" is not installed
    async_playwright = None  # type: ignore[assignment]
    PlaywrightError = RuntimeError  # type: ignore[misc, assignment]

from monitoring.errors import Failure, FetchError
from monitoring.fetching.answers import LIMITS, Answer, Limits
from monitoring.fetching.chromium import Chromium, find_chromium
from monitoring.fetching.http import Client, Gate, fetch, post
from monitoring.fetching.pages import media_type

_QUIET_SECONDS = 0.5  # text that has not grown for so long is taken to be all there is
_SETTLE_SECONDS = 15.0
_PAGES_A_LIFE = 200  # then a fresh Chromium: its memory only grows
_NOT_TEXT = frozenset({"image", "media", "font", "texttrack", "manifest", "websocket", "eventsource", "ping"})
_PASSED_ON = frozenset({"accept", "content-type", "authorization", "cookie", "referer", "origin"})
_OF_THE_SHELL = frozenset({"etag", "last-modified", "content-encoding", "content-length"})
_SUBREQUEST = Limits(body_bytes=10 * 1024 * 1024, seconds=20.0, connect=5.0, read=10.0, redirects=5)


class Browser:
    """One Chromium for the process, started at the first page. `render_page` may be called from any thread.

    `client` is the guarded door that fetches all that its pages ask for. `account` is the ordinary user
    Chromium runs as when we are root. `executable` is looked for in the usual places when not given.
    """

    def __init__(
        self, client: Client, *, user_agent: str, executable: str | None = None, account: str = "nobody"
    ) -> None:
        self._client = client
        self._user_agent = user_agent
        self._executable = executable
        self._account = account
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread()
        self._fetchers = ThreadPoolExecutor(6, "browser-fetch")
        self._chromium: Chromium | None = None
        self._playwright: Any = None
        self._browser: Any = None
        self._pages = 0

    def render_page(
        self, url: str, *, language: str = "", limits: Limits = LIMITS, gate: Gate | None = None
    ) -> Answer:
        """The page's DOM as HTML (UTF-8) once its text stands still; otherwise as http.fetch, which gets the
        page.

        What is not HTML, or no success, is given as it came. Raises FetchError: BROWSER_MISSING,
        BROWSER_FAILED.
        """
        if async_playwright is None:
            raise FetchError(Failure.BROWSER_MISSING, "The package playwright is not installed.")
        executable = find_chromium(self._executable)
        started = time.monotonic()
        answer = fetch(self._client, url, language=language, limits=limits, gate=gate)
        if answer.status != 200 or "html" not in media_type(answer.headers.get("content-type", "text/html")):
            return answer
        with self._lock:
            markup = self._run(self._render(executable, answer, language), limits.seconds)
        body = markup.encode("utf-8", "replace")
        if len(body) > limits.body_bytes:
            raise FetchError(
                Failure.TOO_LARGE, f"The rendered page has {len(body):,} bytes.", final_url=answer.final_url
            )
        # The validators are those of the page before it was filled: they say nothing about the text.
        headers = {name: value for name, value in answer.headers.items() if name not in _OF_THE_SHELL}
        headers["content-type"] = "text/html; charset=utf-8"
        return replace(answer, headers=headers, body=body, elapsed=time.monotonic() - started)

    def close(self) -> None:
        """Ends Chromium and the thread that talks to it."""
        with self._lock:
            if self._loop is not None:
                with suppress(FetchError):
                    self._run(self._stop(), 10.0)
                self._loop.call_soon_threadsafe(self._loop.stop)
                self._thread.join(5.0)
                self._loop = None
                atexit.unregister(self.close)
        self._fetchers.shutdown(wait=False, cancel_futures=True)

    def _run(self, work: Coroutine[Any, Any, Any], seconds: float) -> Any:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=_turn, args=(self._loop,), name="browser", daemon=True)
            self._thread.start()
            atexit.register(self.close)
        task = asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, seconds), self._loop)
        try:
            return task.result(seconds + 10.0)
        except TimeoutError as error:
            self._pages = _PAGES_A_LIFE  # whatever keeps it busy ends with it
            raise FetchError(Failure.TOO_SLOW, "The browser did not finish the page in time.") from error
        except (PlaywrightError, OSError) as error:
            lines = str(error).splitlines() or [""]
            raise FetchError(Failure.BROWSER_FAILED, lines[0][:300]) from error

    async def _render(self, executable: str, answer: Answer, language: str) -> str:
        browser = await self._connected(executable)
        context = await browser.new_context(
            user_agent=self._user_agent,
            locale=language or None,
            accept_downloads=False,
            service_workers="block",
        )
        try:
            page = await context.new_page()
            asked: set[Any] = set()
            await context.route("**/*", lambda route: self._answer_request(route, answer, asked))
            await page.goto(answer.final_url, wait_until="domcontentloaded", timeout=_SETTLE_SECONDS * 1000)
            await _settle(page, asked)
            return str(await page.content())
        finally:
            with suppress(PlaywrightError):
                await context.close()

    async def _connected(self, executable: str) -> Any:
        """Playwright's browser; a fresh Chromium when there is none, it has died or has shown enough
        pages."""
        self._pages += 1
        alive = self._chromium is not None and self._chromium.running and self._browser.is_connected()
        if alive and self._pages <= _PAGES_A_LIFE:
            return self._browser
        await self._stop()
        self._pages = 1
        self._chromium = await asyncio.to_thread(Chromium, executable, self._account)
        self._playwright = await async_playwright().start()
        self._browser = await self._playwright.chromium.connect_over_cdp(self._chromium.endpoint)
        return self._browser

    async def _stop(self) -> None:
        if self._playwright is not None:
            with suppress(PlaywrightError):
                await self._playwright.stop()
            self._playwright = None
        if self._chromium is not None:
            await asyncio.to_thread(self._chromium.stop)
            self._chromium = None

    async def _answer_request(self, route: Any, page: Answer, asked: set[Any]) -> None:
        """The page itself from what was fetched already, the rest through the door; failures are the page's
        to bear. In `asked` meanwhile."""
        request = route.request
        asked.add(request)
        try:
            await self._answer(route, request, page)
        finally:
            asked.discard(request)

    async def _answer(self, route: Any, request: Any, page: Answer) -> None:
        with suppress(PlaywrightError):
            if request.url == page.final_url and request.is_navigation_request():
                kind = page.headers.get("content-type", "text/html")
                await route.fulfill(status=200, headers={"content-type": kind}, body=page.body)
            elif request.resource_type in _NOT_TEXT:
                await route.abort()
            elif request.resource_type == "stylesheet":
                await route.fulfill(status=200, headers={"content-type": "text/css"}, body="")
            else:
                loop = asyncio.get_running_loop()
                try:
                    got = await loop.run_in_executor(self._fetchers, self._subrequest, request)
                except FetchError:
                    await route.abort()
                else:
                    await route.fulfill(status=got.status, headers=_cors(got, request.headers), body=got.body)

    def _subrequest(self, request: Any) -> Answer:
        headers = {
            name: value
            for name, value in request.headers.items()
            if name in _PASSED_ON or name.startswith("x-")
        }
        if request.method == "GET":
            return fetch(self._client, request.url, headers=headers, limits=_SUBREQUEST)
        if request.method == "POST":
            return post(
                self._client, request.url, request.post_data_buffer or b"", headers, limits=_SUBREQUEST
            )
        raise FetchError(Failure.HTTP_ERROR, f"{request.method} is not for a reader.")


def _turn(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


def _cors(answer: Answer, asked: dict[str, str]) -> dict[str, str]:
    """Without a network of its own Chromium need not guard sites from each other; pages expect it to be
    satisfied."""
    return {
        "content-type": answer.headers.get("content-type", "application/octet-stream"),
        "access-control-allow-origin": asked.get("origin", "*"),
        "access-control-allow-credentials": "true",
    }


async def _settle(page: Any, asked: set[Any]) -> None:
    """Waits until the visible text has stopped growing, at most 15 seconds; `asked` are requests not answered yet."""
    with suppress(PlaywrightError):
        await page.wait_for_load_state("load", timeout=_SETTLE_SECONDS * 500)
    length, still = -1, 0
    for _ in range(int(_SETTLE_SECONDS / _QUIET_SECONDS)):
        now = await page.evaluate("document.body ? document.body.innerText.length : 0")
        short = now <= 500  # it may be a "Loading…", above all while what is to be loaded is on its way
        still = still + 1 if now == length and not (short and asked) else 0
        if still >= (4 if short else 1):
            return
        length = now
        await asyncio.sleep(_QUIET_SECONDS)
