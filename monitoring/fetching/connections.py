"""The connections behind the guarded door: checked after DNS, bound to a deadline, kept for the next request.

The check sits where the socket is opened, so the address that was checked is the address that is connected
to, on every redirect hop and on every reconnection; Host, SNI and the certificate's name stay those of the
URL. A connection belongs to one request at a time. httpcore's own pool is not used: it polls every idle
socket of every host on each request, which costs more than the request itself once hundreds of hosts are
visited in turn.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import httpcore

from monitoring.errors import Failure, FetchError, said_by
from monitoring.fetching.addresses import is_refused

Resolver = Callable[[str, int], Sequence[str]]

_KEPT = 64
_KEPT_SECONDS = 30.0
_ADDRESSES_TRIED = 4


def resolve_by_system(host: str, port: int) -> list[str]:
    """The addresses of a host name, by the operating system, in the order in which to try them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _Line(httpcore.NetworkBackend):
    """Opens one connection and holds the deadline (monotonic seconds) of the request that now uses it."""

    def __init__(self, resolve: Resolver, allow_private: bool) -> None:
        self._resolve = resolve
        self._allow_private = allow_private
        self._dialler = httpcore.SyncBackend()
        self.deadline = float("inf")

    def left(self, timeout: float | None) -> float:
        """Seconds that the next step may take; raises once the deadline has passed."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise FetchError(Failure.TOO_SLOW)
        return left if timeout is None else min(left, timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        error: Exception = httpcore.ConnectError("no address")
        for address in self._allowed(host, port)[:_ADDRESSES_TRIED]:
            try:
                return _Stream(self._dialler.connect_tcp(address, port, self.left(timeout)), self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        raise error

    def _allowed(self, host: str, port: int) -> list[str]:
        try:
            found = [ipaddress.ip_address(host)]
        except ValueError:
            try:
                found = [ipaddress.ip_address(address) for address in self._resolve(host, port)]
            except (OSError, UnicodeError, ValueError) as error:
                raise FetchError(Failure.DNS, f"{host}: {said_by(error)}.") from error
        if not found:
            raise FetchError(Failure.DNS, f"{host} has no address.")
        allowed = [
            str(address) for address in found if not is_refused(address, allow_private=self._allow_private)
        ]
        if not allowed:
            what = host if host == str(found[0]) else f"{host} leads to {found[0]}, which"
            raise FetchError(Failure.PRIVATE_ADDRESS, f"{what} is not public.")
        return allowed


class _Stream(httpcore.NetworkStream):
    """A socket whose every step ends at the deadline, so that a byte a second does not keep us for ever."""

    def __init__(self, inner: httpcore.NetworkStream, line: _Line) -> None:
        self._inner = inner
        self._line = line

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._line.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._line.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            return _Stream(
                self._inner.start_tls(ssl_context, server_hostname, self._line.left(timeout)), self._line
            )
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLError | ssl.CertificateError):
                raise FetchError(Failure.TLS, f"{server_hostname}: {error.__cause__}.") from error
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Connection:
    def __init__(self, origin: httpcore.Origin, line: _Line, ssl_context: ssl.SSLContext) -> None:
        self.origin = origin
        self.line = line
        self.http = httpcore.HTTPConnection(
            origin, ssl_context=ssl_context, keepalive_expiry=_KEPT_SECONDS, http2=True, network_backend=line
        )
        self.used = False


class _Body:
    """The body of an answer, which tells when it is done with."""

    def __init__(self, stream: Any, done: Callable[[], None]) -> None:
        self._stream = stream
        self._done: Callable[[], None] | None = done

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        self._stream.close()
        done, self._done = self._done, None
        if done is not None:
            done()


class Connections:
    """Idle connections by origin, at most 64, the longest unused closed first. Safe to share between
    threads."""

    def __init__(self, *, ssl_context: ssl.SSLContext, resolve: Resolver, allow_private: bool) -> None:
        self._ssl_context = ssl_context
        self._resolve = resolve
        self._allow_private = allow_private
        self._lock = threading.Lock()
        self._idle: OrderedDict[_Connection, None] = OrderedDict()
        self._by_origin: dict[tuple[bytes, bytes, int], list[_Connection]] = {}

    def send(self, request: httpcore.Request, deadline: float) -> httpcore.Response:
        """The answer's head, its body still to be read; closing the answer gives the connection back.

        A kept connection that the server closed meanwhile is replaced once, which nobody need hear of.
        """
        connection = self._take(request.url.origin)
        while True:
            connection.line.deadline = deadline
            try:
                response = connection.http.handle_request(request)
            except (httpcore.RemoteProtocolError, httpcore.NetworkError, httpcore.ConnectionNotAvailable):
                connection.http.close()
                if not connection.used:
                    raise
                connection = self._new(request.url.origin)
            except BaseException:
                connection.http.close()
                raise
            else:
                stream = _Body(response.stream, partial(self._give_back, connection))
                return httpcore.Response(
                    response.status, headers=response.headers, content=stream, extensions=response.extensions
                )

    def _take(self, origin: httpcore.Origin) -> _Connection:
        with self._lock:
            waiting = self._by_origin.get(_key(origin), [])
            connection = waiting[-1] if waiting else None
            if connection is not None:
                self._forget(connection)
        if connection is None:
            return self._new(origin)
        if connection.http.has_expired():
            connection.http.close()
            return self._new(origin)
        return connection

    def _new(self, origin: httpcore.Origin) -> _Connection:
        return _Connection(origin, _Line(self._resolve, self._allow_private), self._ssl_context)

    def _give_back(self, connection: _Connection) -> None:
        if not connection.http.is_idle():
            connection.http.close()
            return
        connection.used = True
        oldest = None
        with self._lock:
            self._idle[connection] = None
            self._by_origin.setdefault(_key(connection.origin), []).append(connection)
            if len(self._idle) > _KEPT:
                oldest = next(iter(self._idle))
                self._forget(oldest)
        if oldest is not None:
            oldest.http.close()

    def _forget(self, connection: _Connection) -> None:
        del self._idle[connection]
        siblings = self._by_origin[_key(connection.origin)]
        siblings.remove(connection)
        if not siblings:
            del self._by_origin[_key(connection.origin)]

    def close(self) -> None:
        """Close the idle connections; those in use close when their body ends."""
        with self._lock:
            idle = list(self._idle)
            self._idle.clear()
            self._by_origin.clear()
        for connection in idle:
            connection.http.close()


def _key(origin: httpcore.Origin) -> tuple[bytes, bytes, int]:
    return origin.scheme, origin.host, origin.port
