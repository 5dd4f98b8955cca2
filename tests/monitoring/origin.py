"""Small real servers on loopback: one that answers from a table, one that says exactly the bytes it is told to."""

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Reply = tuple[int, dict[str, str], bytes]


class Origin:
    """A site. `pages` maps a path to (status, headers, body) or to a function of the request's headers giving that."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.pages: dict[str, Reply | Callable[[dict[str, str]], Reply]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        self.connections = 0

    def add(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """Serves `body` at `path`; keyword `content_type` becomes Content-Type. Gives the full URL."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {"content-type": "text/html; charset=utf-8", **named}, content)
        return self.base + path

    def reply(self, path: str, headers: dict[str, str]) -> Reply:
        self.asked.append(path)
        self.headers.append(headers)
        page = self.pages.get(path, (404, {"content-type": "text/plain"}, b"no such page"))
        return page(headers) if callable(page) else page


@contextmanager
def serving(*, tls: ssl.SSLContext | None = None, name: str = "127.0.0.1") -> Iterator[Origin]:
    """An Origin on a free port of 127.0.0.1, with TLS if given; `name` is the host in its base URL."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            origin.connections += 1
            super().setup()

        def do_GET(self) -> None:
            headers = {key.lower(): value for key, value in self.headers.items()}
            origin.bodies.append(self.rfile.read(int(headers.get("content-length", "0"))))
            status, sent, body = origin.reply(self.path, headers)
            self.send_response(status)
            for key, value in sent.items():
                self.send_header(key, value)
            if status not in (204, 304):
                self.send_header("content-length", str(len(body)))
            self.end_headers()
            if status not in (204, 304):
                self.wfile.write(body)

        do_POST = do_GET  # noqa: N815  the base class names it

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that hangs up is what half of these tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    origin = Origin(f"{'https' if tls else 'http'}://{name}:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield origin
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def saying(pieces: Callable[[], Iterator[bytes]]) -> Iterator[str]:
    """A server that answers every connection with these pieces, until the other side hangs up. Gives its URL."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk(connection: socket.socket) -> None:
        with connection:
            try:
                connection.recv(65536)
                for piece in pieces():
                    connection.sendall(piece)
            except OSError:
                return

    def listen() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def certificate(folder: Path, name: str) -> Path:
    """A self-signed certificate with its key for a host name, as one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    try:
        names: list[x509.GeneralName] = [x509.IPAddress(ipaddress.ip_address(name))]
    except ValueError:
        names = [x509.DNSName(name)]
    built = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / f"{name}.pem"
    path.write_bytes(private + built.public_bytes(serialization.Encoding.PEM))
    return path
