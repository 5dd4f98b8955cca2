"""The guarded door to other people's servers: whoever makes outgoing HTTP does it by this module.

Nothing in it follows a URL unchecked. Redirects are taken hop by hop by `fetch`, each hop through the same
checks, and the address is checked once more where the socket is opened (transport.py and connections.py,
which nobody else imports). Policy pages and customers' webhook addresses go through the same door.
"""

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import cast
from urllib.parse import urldefrag, urljoin

import httpcore
import httpx

from monitoring.errors import Failure, FetchError, said_by
from monitoring.fetching.addresses import check_url
from monitoring.fetching.answers import KEPT_HEADERS, LIMITS, Answer, Hop, Limits
from monitoring.fetching.connections import Resolver, resolve_by_system
from monitoring.fetching.decompression import ACCEPTED, decompress
from monitoring.fetching.transport import DoorClient, GuardedTransport

Client = httpx.Client
Gate = Callable[[str], AbstractContextManager[None]]

ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain;q=0.9,*/*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSPORT_ERRORS = (
    httpx.TransportError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ConnectionNotAvailable,
)


def open_client(
    *,
    user_agent: str,
    contact: str = "",
    allow_private: bool = False,
    resolve: Resolver = resolve_by_system,
    ssl_context: ssl.SSLContext | None = None,
) -> Client:
    """A client to share between threads for as long as the process lives. Keeps connections, never cookies.

    `user_agent` says honestly who we are and where to complain; `contact` (an e-mail address) goes into
    `From`.
    """
    headers = {"user-agent": user_agent, "accept": ACCEPT, "accept-encoding": ACCEPTED}
    if contact:
        headers["from"] = contact
    door = GuardedTransport(allow_private=allow_private, resolve=resolve, ssl_context=ssl_context)
    return DoorClient(door, headers)


def fetch(
    client: Client,
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    language: str = "",
    headers: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
    gate: Gate | None = None,
) -> Answer:
    """GET a page, following redirects hop by hop. `gate(url)` is entered around each hop (politeness,
    robots.txt).

    Any HTTP status is an answer. Raises FetchError for all that prevents one; time spent waiting at the gate
    does not count against `limits.seconds`.
    """
    asked = {**_headers(etag=etag, last_modified=last_modified, language=language), **(headers or {})}
    started = time.monotonic()
    deadline = started + limits.seconds
    hops: list[Hop] = []
    # Cookies live for this fetch only: some sites set one and redirect to the same address.
    cookies: httpx.Cookies | None = None
    here = urldefrag(url).url
    while True:
        _check_hop(here, hops, limits)
        arrived = time.monotonic()
        with gate(here) if gate else nullcontext():
            deadline += time.monotonic() - arrived
            request = _request(client, here, asked, _Budget(limits, deadline))
            if cookies is not None:
                cookies.set_cookie_header(request)
            response = _send(client, request, deadline)
            location = response.headers.get("location", "") if response.status_code in _REDIRECTS else ""
            if not location:
                body = _read(response, limits, deadline)
                return _answer(url, hops, response, body, started)
            response.close()
        cookies = cookies or httpx.Cookies()
        cookies.extract_cookies(response)
        hops.append(Hop(here, response.status_code))
        here = urldefrag(urljoin(here, location.strip().replace(" ", "%20"))).url


def post(
    client: Client, url: str, content: bytes, headers: Mapping[str, str], *, limits: Limits = LIMITS
) -> Answer:
    """POST to an address that a customer gave (a webhook). Redirects are not followed: the answer shows
    them."""
    _check_hop(url, [], limits)
    started = time.monotonic()
    deadline = started + limits.seconds
    request = _request(client, url, headers, _Budget(limits, deadline), content)
    response = _send(client, request, deadline)
    body = _read(response, limits, deadline)
    return _answer(url, [], response, body, started)


@dataclass(frozen=True, slots=True)
class _Budget:
    limits: Limits
    deadline: float  # monotonic

    @property
    def timeouts(self) -> dict[str, float]:
        limits = self.limits
        return {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.connect}


def _check_hop(url: str, hops: list[Hop], limits: Limits) -> None:
    if len(hops) > limits.redirects:
        raise FetchError(
            Failure.TOO_MANY_REDIRECTS, f"We stopped after {limits.redirects}, at {url}.", final_url=url
        )
    try:
        check_url(url)
    except FetchError as error:
        if hops and error.failure is Failure.BAD_URL:
            raise FetchError(
                Failure.REDIRECT_REFUSED, f"{url[:200]}: {error.detail}", final_url=url
            ) from error
        raise


def _headers(*, etag: str, last_modified: str, language: str) -> dict[str, str]:
    headers = {}
    if etag:
        headers["if-none-match"] = etag
    if last_modified:
        headers["if-modified-since"] = last_modified
    if language:
        base = language.partition("-")[0]
        wanted = language if base == language else f"{language},{base};q=0.9"
        headers["accept-language"] = f"{wanted},*;q=0.3"
    return headers


def _request(
    client: Client, url: str, headers: Mapping[str, str], budget: _Budget, content: bytes | None = None
) -> httpx.Request:
    """A GET, or a POST where there is content; built by hand, without the defaults a client would add."""
    named = ((name.encode(), value.encode()) for name, value in headers.items())
    try:
        return httpx.Request(
            "GET" if content is None else "POST",
            url,
            headers=[*client.headers.raw, *named],
            content=content,
            extensions={"timeout": budget.timeouts, "deadline": budget.deadline},
        )
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchError(Failure.BAD_URL, f"It is malformed: {error}.") from error


def _send(client: Client, request: httpx.Request, deadline: float) -> httpx.Response:
    try:
        return client.send(request, stream=True, follow_redirects=False)
    except _TRANSPORT_ERRORS as error:
        raise _failed(error, str(request.url), deadline) from error


def _read(response: httpx.Response, limits: Limits, deadline: float) -> bytes:
    try:
        if response.status_code in (204, 304):
            return b"".join(_wire(response))
        pieces = decompress(_counted(response, limits), response.headers.get("content-encoding", ""))
        return b"".join(_bounded(pieces, limits.body_bytes, "It unpacks to more than"))
    except _TRANSPORT_ERRORS as error:
        failure = _failed(error, str(response.url), deadline)
        if failure.failure is Failure.CONNECT or failure.failure is Failure.HTTP_ERROR:
            failure = FetchError(Failure.TRUNCATED, "The connection broke off in the middle of the answer.")
        raise failure from error
    finally:
        response.close()


def _counted(response: httpx.Response, limits: Limits) -> Iterator[bytes]:
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limits.body_bytes:
        raise FetchError(Failure.TOO_LARGE, f"It announces {int(announced):,} bytes.")
    return _bounded(_wire(response), limits.body_bytes, "It is more than")


def _wire(response: httpx.Response) -> Iterator[bytes]:
    """The body as it came over the wire (httpx's iter_raw does the same with much more ado)."""
    return iter(cast("httpx.SyncByteStream", response.stream))


def _bounded(pieces: Iterator[bytes], limit: int, words: str) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limit:
            raise FetchError(Failure.TOO_LARGE, f"{words} {limit:,} bytes.")
        yield piece


def _answer(url: str, hops: list[Hop], response: httpx.Response, body: bytes, started: float) -> Answer:
    headers: dict[str, str] = {}
    for raw_name, value in response.headers.raw:
        name = raw_name.decode("ascii", "replace").lower()
        if name in KEPT_HEADERS:
            text = value.decode("utf-8", "replace")
            headers[name] = f"{headers[name]}, {text}" if name in headers else text
    return Answer(
        request_url=url,
        final_url=str(response.url),
        hops=tuple(hops),
        status=response.status_code,
        headers=headers,
        body=body,
        not_modified=response.status_code == 304,
        elapsed=time.monotonic() - started,
    )


def _failed(error: Exception, url: str, deadline: float) -> FetchError:
    detail = f"{url}: {said_by(error)}." if str(error) else f"{url}."
    if isinstance(error, httpx.TimeoutException | httpcore.TimeoutException):
        late = time.monotonic() >= deadline - 0.05
        return FetchError(Failure.TOO_SLOW if late else Failure.TIMEOUT, detail, final_url=url)
    if isinstance(error, httpcore.ProtocolError) and error.__cause__ is not None:
        return FetchError(Failure.HTTP_ERROR, f"{url}: this is not proper HTTP ({error}).", final_url=url)
    return FetchError(Failure.CONNECT, detail, final_url=url)
