"""The web site of the demo: answers any path for any moment, in process or over HTTP on loopback."""

import argparse
import gzip
import html
import random
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from conductatlas.demo.faults import faulty_page
from conductatlas.demo.layouts import Scene, noise_of, pages_of, render_front, render_policy
from conductatlas.demo.policies import (
    LOOK_AT,
    DemoDocument,
    DemoPlatform,
    DemoVersion,
    demo_days,
    demo_events,
    demo_platforms,
    demo_today,
)

__all__ = [
    "Origin",
    "Response",
    "demo_days",
    "demo_events",
    "demo_platforms",
    "demo_today",
    "respond",
    "serve",
]
ROBOTS = "User-agent: *\nDisallow: /account/\nAllow: /\n"


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP answer; the body is already encoded as the headers say."""

    status: int
    headers: dict[str, str]
    body: bytes


def respond(path: str, moment: datetime, headers: Mapping[str, str], today: date) -> Response:
    """What the site answers to a GET for `path` at `moment` (aware), to a visitor with these request headers.

    Depends on nothing but its arguments. `today` is the day from which the most recent versions are
    dated back: give the day on which the demo was loaded, every time, or those versions move.
    """
    asked = {name.lower(): value for name, value in headers.items()}
    path = path.partition("?")[0]
    moment = moment.astimezone(UTC)
    if path == "/robots.txt":
        return _answer(200, ROBOTS, asked, kind="text/plain")
    if path == "/":
        return _answer(200, _street(today, moment), asked)
    platform = next((one for one in demo_platforms(today) if path.startswith(one.home_url_path)), None)
    if platform is None:
        return _answer(404, "<title>Not found</title><h1>Not found</h1>", asked)
    if path == platform.home_url_path:
        return _answer(200, _home(platform, moment), asked)
    for document in platform.documents:
        version = document.version_on(moment.date())
        if version and path in document.paths:
            return _policy(platform, document, version, _Visit(path, moment, asked))
    return _answer(404, _missing(platform, path, moment), asked)


class Origin:
    """The site as seen on a day that can be set; without a day, as seen by the clock."""

    def __init__(
        self, today: date, day: date | None = None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.today = today
        self.day = day
        self._clock = clock
        self._server: ThreadingHTTPServer | None = None

    @property
    def moment(self) -> datetime:
        """The moment (UTC) that the answers are for: 09:00 of the day that was set, or now."""
        return datetime.combine(self.day, LOOK_AT, tzinfo=UTC) if self.day else self._clock()

    def respond(self, path: str, headers: Mapping[str, str]) -> Response:
        """The answer to a GET at the present `moment`."""
        return respond(path, self.moment, headers, self.today)

    def listen(self, port: int = 0, host: str = "127.0.0.1") -> ThreadingHTTPServer:
        """Binds the port (0: any free one); the server returned isn't serving yet. OSError if it is taken."""
        origin = self

        class Door(_Door):
            site = origin

        self._server = ThreadingHTTPServer((host, port), Door)
        self._server.daemon_threads = True
        return self._server

    def __enter__(self) -> Self:
        threading.Thread(target=(self._server or self.listen()).serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()

    @property
    def url(self) -> str:
        """The address of the listening server, without a slash at its end."""
        if self._server is None:
            raise RuntimeError("the origin is not listening")
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"


def serve(port: int, day: date | None = None, today: date | None = None) -> None:
    """Serves on loopback until interrupted, at `day` or (None) by the clock; `today` is as for `respond`."""
    server = Origin(today or demo_today(datetime.now(UTC)), day).listen(port)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


class _Door(BaseHTTPRequestHandler):
    site: Origin
    protocol_version = "HTTP/1.1"
    server_version = "DemoOrigin"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        answer = self.site.respond(self.path, dict(self.headers.items()))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the demo shares its terminal with the product."""


@dataclass(frozen=True, slots=True)
class _Visit:
    path: str
    moment: datetime
    asked: Mapping[str, str]  # request headers, names in lower case


def _policy(platform: DemoPlatform, document: DemoDocument, version: DemoVersion, visit: _Visit) -> Response:
    number = document.paths.index(visit.path)
    day = visit.moment.date()
    fault = document.fault_on(day)
    # A server that offers validators gives the same bytes until something changes; others never do twice.
    steady = platform.validator != "none" and fault is None
    noise = noise_of(visit.path, str(version.starts) if steady else visit.moment.isoformat())
    scene = replace(_scene(platform, document.title, day, noise), pages=document.paths, page=number)
    page = render_policy(pages_of(version.markdown)[number], version.layout, scene)
    if fault:
        status, page = faulty_page(fault.kind, page, scene)
        return _answer(status, page, visit.asked)
    validators = _validators(platform, version, page)
    if _unchanged(validators, visit.asked):
        return Response(304, validators, b"")
    return _answer(200, page, visit.asked, validators)


def _validators(platform: DemoPlatform, version: DemoVersion, page: str) -> dict[str, str]:
    if platform.validator == "etag":
        return {"ETag": f'"{sha256(page.encode()).hexdigest()[:20]}"'}
    if platform.validator == "last-modified":
        changed = datetime.combine(version.starts, datetime.min.time(), tzinfo=UTC)
        return {"Last-Modified": format_datetime(changed, usegmt=True)}
    return {}


def _unchanged(validators: Mapping[str, str], asked: Mapping[str, str]) -> bool:
    return bool(validators) and (
        validators.get("ETag") == asked.get("if-none-match", "")
        or validators.get("Last-Modified") == asked.get("if-modified-since", "")
    )


def _scene(platform: DemoPlatform, title: str, day: date, noise: random.Random) -> Scene:
    links = tuple((one.title, one.paths[0]) for one in platform.documents if one.version_on(day))
    return Scene(platform.name, platform.company, platform.home_url_path, title, links, (), 0, noise)


def _home(platform: DemoPlatform, moment: datetime) -> str:
    scene = _scene(platform, platform.name, moment.date(), noise_of(platform.slug, moment.isoformat()))
    return render_front(platform.name, f"<p>{html.escape(platform.description)}</p>", scene)


def _missing(platform: DemoPlatform, path: str, moment: datetime) -> str:
    scene = _scene(platform, "Not found", moment.date(), noise_of(path, moment.isoformat()))
    return render_front("Page not found", "<p>There is nothing at this address.</p>", scene)


def _street(today: date, moment: datetime) -> str:
    items = "".join(
        f'<li><a href="{one.home_url_path}">{html.escape(one.name)}</a>: {html.escape(one.description)}</li>'
        for one in demo_platforms(today)
    )
    scene = Scene("Demo", "ConductAtlas", "/", "Demo", (), (), 0, noise_of("/", moment.isoformat()))
    return render_front("Invented platforms", f"<ul>{items}</ul>", scene)


def _answer(
    status: int,
    text: str,
    asked: Mapping[str, str],
    extra: Mapping[str, str] | None = None,
    kind: str = "text/html",
) -> Response:
    body = text.encode()
    headers = {"Content-Type": f"{kind}; charset=utf-8", "Cache-Control": "no-cache", **(extra or {})}
    if "gzip" in asked.get("accept-encoding", "") and len(body) > 1_000:
        body = gzip.compress(body, mtime=0)
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(status, headers, body)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Serve the demo's invented platforms on loopback.")
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--day", type=date.fromisoformat, help="the day to show; by default the present one")
    parser.add_argument("--today", type=date.fromisoformat, help="the day on which the demo was loaded")
    options = parser.parse_args()
    serve(options.port, options.day, options.today)
