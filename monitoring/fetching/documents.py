"""fetch_page: from a document's addresses to its bytes, or to the one Failure that says why not."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup

from monitoring.errors import Failure, FetchError
from monitoring.fetching.answers import LIMITS, Answer, Limits
from monitoring.fetching.decompression import decompress
from monitoring.fetching.http import Client, Gate, fetch
from monitoring.fetching.pages import Page, PagePart, PageRequest, media_type
from monitoring.fetching.politeness import Politeness, retry_after
from monitoring.fetching.robots import Robots

# (url, language, limits, gate) -> Answer; browser.Browser.render_page is one.
Render = Callable[..., Answer]

_STUB_BYTES = 20_000
_STUBS_FOLLOWED = 2
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_TEXT = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_VAGUE = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/x-download", "unknown/unknown"}
)
_REFRESH = re.compile(
    r"^\s*(\d*\.?\d*)\s*[;,]?\s*(?:url\s*=\s*)?['\"]?\s*([^'\"]*?)\s*['\"]?\s*$", re.IGNORECASE
)
_SLOWEST_REFRESH = 10.0  # seconds; a page that reloads itself every minute is not a redirect

_BY_STATUS = {
    401: Failure.FORBIDDEN,
    402: Failure.FORBIDDEN,
    403: Failure.FORBIDDEN,
    404: Failure.HTTP_NOT_FOUND,
    407: Failure.FORBIDDEN,
    408: Failure.TIMEOUT,
    410: Failure.GONE,
    429: Failure.RATE_LIMITED,
    451: Failure.FORBIDDEN,
}


def fetch_page(
    client: Client,
    request: PageRequest,
    *,
    now: datetime,
    robots: Robots | None,
    politeness: Politeness,
    render: Render | None = None,
    limits: Limits = LIMITS,
) -> Page:
    """The document's page, every address of it asked for politely. Raises FetchError for everything else.

    `robots=None` ignores robots.txt (our own demo pages). `render` fetches the pages that need a browser;
    without one they fail as BROWSER_MISSING. `now` (aware, UTC) dates Retry-After. Validators are sent for
    single pages only: half a document cannot be "not modified".
    """
    gate = _gate(client, robots, politeness)
    options: dict[str, Any] = {"language": request.language, "limits": limits, "gate": gate}
    get: Render = partial(fetch, client, **options)
    show: Render | None = partial(render, **options) if render is not None else None
    parts = []
    for url in (request.url, *request.pages):
        answer = _ask(url, request, get, show)
        if answer.not_modified:
            return _unchanged(request, answer)
        _demand_page(answer, now, politeness)
        if request.any_text:
            answer = _unpacked(answer, limits)
        parts.append(_part(url, answer, any_text=request.any_text))
    return _page(request, tuple(parts))


def _gate(client: Client, robots: Robots | None, politeness: Politeness) -> Gate:
    @contextmanager
    def gate(url: str) -> Iterator[None]:
        delay = robots.demand(client, url, politeness.turn) if robots is not None else 0.0
        with politeness.turn(url, gap=delay):
            yield

    return gate


def _ask(url: str, request: PageRequest, get: Render, show: Render | None) -> Answer:
    if request.method == "browser":
        if show is None:
            raise FetchError(Failure.BROWSER_MISSING)
        return show(url)
    conditional = not request.pages
    answer = get(
        url,
        etag=request.etag if conditional else "",
        last_modified=request.last_modified if conditional else "",
    )
    for _ in range(_STUBS_FOLLOWED):
        target = refresh_target(answer)
        if target is None:
            break
        answer = get(target)
    return answer


def refresh_target(answer: Answer) -> str | None:
    """Where a small page sends its reader by `<meta http-equiv="refresh">`, made absolute; None where it
    does not."""
    if answer.status != 200 or len(answer.body) > _STUB_BYTES or b"http-equiv" not in answer.body.lower():
        return None
    soup = BeautifulSoup(answer.body, "html.parser")
    for meta in soup.find_all("meta"):
        if str(meta.get("http-equiv", "")).strip().lower() != "refresh" or meta.find_parent("noscript"):
            continue
        match = _REFRESH.match(str(meta.get("content", "")))
        if match is None or not match[2] or float(match[1] or 0) > _SLOWEST_REFRESH:
            continue
        base = soup.find("base", href=True)
        target = urldefrag(
            urljoin(urljoin(answer.final_url, str(base["href"]) if base else ""), match[2])
        ).url
        return target if target != answer.final_url else None
    return None


def _demand_page(answer: Answer, now: datetime, politeness: Politeness) -> None:
    status = answer.status
    wait = retry_after(answer.headers.get("retry-after", ""), now) if status in (429, 503) else None
    if wait:
        politeness.postpone(answer.final_url, wait)
    if _is_challenge(answer):
        failure = Failure.CHALLENGE
    elif status in (200, 203):
        if answer.body.strip():
            return
        failure = Failure.EMPTY
    elif status in (204, 205):
        failure = Failure.EMPTY
    else:
        failure = _BY_STATUS.get(status) or (Failure.SERVER_ERROR if status >= 500 else Failure.HTTP_ERROR)
    detail = f"{answer.final_url} answered {status}."
    raise FetchError(failure, detail, status=status, final_url=answer.final_url, retry_after=wait)


def _is_challenge(answer: Answer) -> bool:
    """Two firewalls say in a header that this is their test and not the page."""
    headers = answer.headers
    return headers.get("cf-mitigated") == "challenge" or headers.get("x-amzn-waf-action") in (
        "challenge",
        "captcha",
    )


def _unpacked(answer: Answer, limits: Limits) -> Answer:
    """The answer itself, or what is in it where it is a file packed by gzip, as sitemaps are."""
    if not answer.body.startswith(b"\x1f\x8b"):
        return answer
    body = b""
    for piece in decompress([answer.body], "gzip"):
        body += piece
        if len(body) > limits.body_bytes:
            raise FetchError(Failure.TOO_LARGE, f"Unpacked it is more than {limits.body_bytes:,} bytes.")
    return replace(answer, body=body, headers={**answer.headers, "content-type": "text/xml"})


def _part(url: str, answer: Answer, *, any_text: bool) -> PagePart:
    kind = _content_type(answer, any_text=any_text)
    return PagePart(url, answer.final_url, answer.status, answer.headers, answer.body, kind, answer.hops)


def _content_type(answer: Answer, *, any_text: bool) -> str:
    """The type by which to read the body: what the server says, except where the first bytes show
    otherwise."""
    stated = answer.headers.get("content-type", "")
    kind = media_type(stated)
    head = answer.body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if kind in _HTML or kind in _TEXT or kind == "application/pdf":
        return stated
    if any_text and kind.endswith(("/xml", "+xml")):
        return stated
    if kind in _VAGUE and head.startswith(b"<"):
        return "text/html"
    if kind in _VAGUE and b"\x00" not in answer.body[:4096] and kind == "":
        return "text/plain"
    raise FetchError(
        Failure.UNSUPPORTED_TYPE,
        f"{answer.final_url} is {kind or 'of no stated type'}.",
        status=answer.status,
        final_url=answer.final_url,
    )


def _unchanged(request: PageRequest, answer: Answer) -> Page:
    if not (request.etag or request.last_modified):
        raise FetchError(
            Failure.HTTP_ERROR, "The server says 304 to a request without conditions.", status=answer.status
        )
    return Page(request.url, answer.final_url, 304, answer.headers, request.method, True, ())


def _page(request: PageRequest, parts: tuple[PagePart, ...]) -> Page:
    first = parts[0]
    return Page(
        request.url,
        first.final_url,
        first.status,
        first.headers,
        request.method,
        False,
        parts,
    )
