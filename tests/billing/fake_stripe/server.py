"""The fake's door: HTTP as Stripe speaks it, with key, version, idempotency, typed parameters and faults on order."""

import hashlib
import hmac
import json
import traceback
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any, Self
from urllib.parse import urlsplit

from tests.billing.fake_stripe.account import API_VERSION, Account
from tests.billing.fake_stripe.errors import ApiError
from tests.billing.fake_stripe.parameters import read_form, typed
from tests.billing.fake_stripe.routes import route_of

KEY = "sk_test_of_the_fake"
# Given the number of the request: "before" or "after" the effect the connection gives no proper answer; "" is none.
Fault = Callable[[int], str]


class FakeStripe:
    """A server on a free port with one account; a context manager."""

    def __init__(self) -> None:
        self.account = Account()
        self.requests: list[tuple[str, str, dict[str, Any]]] = []
        self.broken: list[str] = []
        self.fault: Fault = lambda number: ""
        self._answers: dict[str, tuple[str, int, bytes]] = {}
        self._lock = Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _door_of(self))
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        assert not self.broken, self.broken[0]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def answer(self, method: str, target: str, headers: Any, body: str) -> tuple[int, bytes]:
        """Status and body for one request; one at a time, so that the state is never torn."""
        with self._lock:
            fault = self.fault(len(self.requests))
            self.requests.append((method, urlsplit(target).path, {}))
            if fault == "before":
                return 500, b'{"error": {"type": "api_error", "message": "lost before the effect"}}'
            answer = self._answer(method, target, headers, body)
            if fault == "after":
                return 500, b'{"error": {"type": "api_error", "message": "lost after the effect"}}'
            return answer

    def _answer(self, method: str, target: str, headers: Any, body: str) -> tuple[int, bytes]:
        parts = urlsplit(target)
        key = headers.get("Idempotency-Key") if method == "POST" else None
        asked = f"{method} {parts.path} {body}"
        if key in self._answers:
            before, status, answer = self._answers[key]
            if before != asked:
                return _error(ApiError(400, "Keys for idempotent requests can only be used with the same parameters",
                                       kind="idempotency_error"))  # fmt: skip
            return status, answer
        try:
            _admit(headers)
            told = read_form(body or parts.query)
            route, names = route_of(method, parts.path)
            params = typed(route.params, told)
            self.requests[-1] = (method, parts.path, params)
            made = route.act(self.account, *names, **params)
            if made["object"] == "list":
                made["url"] = parts.path
            status, answer = 200, json.dumps(made).encode()
        except ApiError as error:
            status, answer = _error(error)
        except Exception:  # noqa: BLE001 - a fault of the fake's own must be seen, not be taken for a lost connection
            self.broken.append(traceback.format_exc())
            return 400, b'{"error": {"type": "invalid_request_error", "message": "The fake is broken."}}'
        if key:
            self._answers[key] = (asked, status, answer)
        return status, answer


def _admit(headers: Any) -> None:
    if headers.get("Authorization") != f"Bearer {KEY}":
        raise ApiError(401, "Invalid API Key provided", kind="authentication_error")
    # Without the header Stripe takes the account's own version.
    if headers.get("Stripe-Version", API_VERSION) != API_VERSION:
        raise ApiError(400, f"Invalid Stripe API version: {headers.get('Stripe-Version')}")


def _error(error: ApiError) -> tuple[int, bytes]:
    return error.status, json.dumps(error.body).encode()


def _door_of(fake: FakeStripe) -> type[BaseHTTPRequestHandler]:
    class Door(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            status, answer = fake.answer(self.command, self.path, self.headers, body)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.send_header("Stripe-Should-Retry", "false")
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = do_DELETE = _serve  # noqa: N815 - the standard library's names

        def log_message(self, format: str, *args: Any) -> None:
            """Not in the tests' output."""

    return Door


def signature_of(payload: bytes, secret: str, at: int) -> str:
    """The Stripe-Signature header, as https://docs.stripe.com/webhooks/signatures describes it."""
    mac = hmac.new(secret.encode(), f"{at}.".encode() + payload, hashlib.sha256).hexdigest()
    return f"t={at},v1={mac}"
