"""The guarded door: what it refuses, where it stops, and what it brings back."""

import gzip
import socket
import ssl
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path

import brotli
import httpx
import pytest
import zstandard
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from monitoring.errors import Failure, FetchError
from monitoring.fetching.answers import Answer, Limits
from monitoring.fetching.http import Client, fetch, open_client, post
from tests.monitoring.origin import Origin, certificate, saying, serving

AGENT = "ConductAtlas/0.1 (+https://example.org/about/#crawler)"
# Small in bytes; its times are for a busy machine.
SMALL = Limits(body_bytes=100_000)


@pytest.fixture
def client() -> Iterator[Client]:
    with open_client(user_agent=AGENT, contact="crawler@example.org", allow_private=True) as opened:
        yield opened


@pytest.fixture
def strict() -> Iterator[Client]:
    """The door as it is in production: the public internet only; DNS is given."""
    names = {
        "public.example": ["93.184.216.34"],
        "inside.example": ["10.0.0.8"],
        "loop.example": ["127.0.0.1"],
        "mapped.example": ["::ffff:192.168.1.1"],
        "metadata.example": ["169.254.169.254"],
        "cgnat.example": ["100.64.3.4"],
        "nat64.example": ["64:ff9b::a00:1"],
        "unique-local.example": ["fd00::1"],
        "nowhere.example": [],
    }
    with open_client(user_agent=AGENT, resolve=lambda host, port: names[host]) as opened:
        yield opened


@pytest.fixture
def origin() -> Iterator[Origin]:
    with serving() as served:
        yield served


def failure_of(client: Client, url: str, limits: Limits = SMALL) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(client, url, limits=limits)
    return caught.value


@pytest.mark.parametrize(
    "url",
    [
        "ftp://public.example/terms",
        "file:///etc/passwd",
        "gopher://public.example/",
        "javascript:alert(1)",
        "//public.example/terms",
        "public.example/terms",
        "",
        "http://",
        "https:///terms",
        "http://user@public.example/",
        "http://user:secret@public.example/",
        "http://public.example:0/",
        "http://public.example:22/",
        "http://public.example:6379/",
        "http://public.example:99999/",
        "http://public.example:port/",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://pub lic.example/",
        "http://public.example\\@inside.example/",
        "http://public.example/\r\nX-Header: 1",
        "http://999999999999/",
        "http://１２７.0.0.1/",
        "http://134744072/",
        "http://public.example/" + "a" * 3000,
    ],
)
def test_a_url_that_is_not_plain_http_is_refused(strict: Client, url: str) -> None:
    assert failure_of(strict, url).failure is Failure.BAD_URL


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://198.18.0.1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[fd12::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://loop.example/",
        "http://inside.example/",
        "http://mapped.example/",
        "http://metadata.example/",
        "http://cgnat.example/",
        "http://nat64.example/",
        "http://unique-local.example/",
    ],
)
def test_no_spelling_of_an_inner_address_is_connected_to(strict: Client, url: str) -> None:
    assert failure_of(strict, url).failure is Failure.PRIVATE_ADDRESS


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://127.0.0.1/", "127.0.0.1 is not public."),
        ("http://loop.example/", "loop.example leads to 127.0.0.1, which is not public."),
        ("http://2130706433/", "2130706433 is another spelling of 127.0.0.1."),
        ("//public.example/", "It has no https://."),
        ("ftp://public.example/", "Only http and https are fetched, not 'ftp'."),
    ],
)
def test_a_refusal_says_what_is_wrong_with_the_address(strict: Client, url: str, told: str) -> None:
    assert failure_of(strict, url).detail == told


def test_a_name_that_leads_nowhere_is_told_without_the_systems_number() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with open_client(user_agent=AGENT, resolve=resolve) as client:
        error = failure_of(client, "https://nowhere.example/terms")
    assert (error.failure, error.detail) == (Failure.DNS, "nowhere.example: Name or service not known.")


def test_a_redirect_to_an_inner_address_is_refused() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "http://2852039166/latest/meta-data/"})

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        assert failure_of(client, "https://public.example/").failure is Failure.PRIVATE_ADDRESS


def test_the_address_is_checked_at_every_connection_not_once(origin: Origin) -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    with open_client(user_agent=AGENT, resolve=lambda host, port: next(answers)) as client:
        url = f"http://rebinding.example:{origin.base.rpartition(':')[2]}/"
        quick = Limits(seconds=0.3, connect=0.2)
        assert failure_of(client, url, quick).failure is not Failure.PRIVATE_ADDRESS  # nobody listens there
        assert failure_of(client, url).failure is Failure.PRIVATE_ADDRESS
    assert origin.asked == []


def test_metadata_stays_closed_even_where_private_addresses_are_allowed(client: Client) -> None:
    assert failure_of(client, "http://169.254.169.254/").failure is Failure.PRIVATE_ADDRESS


def test_a_host_without_address_is_a_dns_failure(strict: Client) -> None:
    assert failure_of(strict, "http://nowhere.example/").failure is Failure.DNS


def test_a_closed_port_is_a_failed_connection(client: Client) -> None:
    with saying(lambda: iter([])) as url:
        pass
    assert failure_of(client, url).failure is Failure.CONNECT


def test_a_page_is_brought_back_with_its_headers(client: Client, origin: Origin) -> None:
    url = origin.add("/terms", "<p>Be kind.</p>", etag='"1"', x_other="dropped")
    answer = fetch(client, url + "#part", language="de-AT")
    assert (answer.status, answer.body, answer.final_url) == (200, b"<p>Be kind.</p>", url)
    assert answer.headers["etag"] == '"1"'
    assert "x-other" not in answer.headers
    sent = origin.headers[0]
    assert sent["user-agent"] == AGENT
    assert sent["from"] == "crawler@example.org"
    assert sent["accept-language"] == "de-AT,de;q=0.9,*;q=0.3"


def test_a_page_that_did_not_change_is_not_sent_again(client: Client, origin: Origin) -> None:
    origin.pages["/"] = lambda headers: (304 if headers.get("if-none-match") == '"1"' else 200, {}, b"x")
    assert fetch(client, origin.base + "/", etag='"1"').not_modified
    assert not fetch(client, origin.base + "/", etag='"0"').not_modified


def test_one_connection_serves_many_requests(client: Client, origin: Origin) -> None:
    url = origin.add("/terms", "text")
    for _ in range(5):
        fetch(client, url)
    fetch(client, origin.base + "/missing")
    assert origin.connections == 1


def test_a_kept_connection_that_the_server_closed_is_replaced(client: Client) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    with saying(lambda: iter([head])) as url:
        for _ in range(3):
            assert fetch(client, url).body == b"ok"


def test_redirects_are_followed_and_recorded(client: Client, origin: Origin) -> None:
    start = origin.add("/old/terms", "", 301, location="../new terms?x=1#top")
    last = origin.add("/new%20terms?x=1", "here")
    answer = fetch(client, start)
    assert (answer.final_url, answer.body) == (last, b"here")
    assert [(hop.url, hop.status) for hop in answer.hops] == [(start, 301)]


def test_a_redirect_loop_ends(client: Client, origin: Origin) -> None:
    url = origin.add("/a", "", 302, location="/b")
    origin.add("/b", "", 302, location="/a")
    assert failure_of(client, url).failure is Failure.TOO_MANY_REDIRECTS
    assert len(origin.asked) == 11


@pytest.mark.parametrize(
    "target", ["ftp://public.example/", "http://me:secret@public.example/", "javascript:1"]
)
def test_a_redirect_to_something_else_is_refused(client: Client, origin: Origin, target: str) -> None:
    assert failure_of(client, origin.add("/", "", 302, location=target)).failure is Failure.REDIRECT_REFUSED


def test_cookies_last_for_one_fetch_only(client: Client, origin: Origin) -> None:
    def page(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if "seen=1" in headers.get("cookie", ""):
            return 200, {}, b"the page"
        return 302, {"location": "/", "set-cookie": "seen=1; Path=/"}, b""

    origin.pages["/"] = page
    assert fetch(client, origin.base + "/").body == b"the page"
    assert fetch(client, origin.base + "/").body == b"the page"
    assert ["cookie" in headers for headers in origin.headers] == [False, True, False, True]


def compressed(name: str, plain: bytes) -> bytes:
    if name == "br":
        return brotli.compress(plain, quality=5)
    if name == "zstd":
        return zstandard.compress(plain)
    return gzip.compress(plain) if name == "gzip" else zlib.compress(plain)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_compressed_pages_are_unpacked(client: Client, origin: Origin, name: str) -> None:
    plain = b"<p>Be kind.</p>" * 3000
    assert fetch(client, origin.add("/", compressed(name, plain), content_encoding=name)).body == plain


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_decompression_bomb_is_stopped_early(client: Client, origin: Origin, name: str) -> None:
    bomb = compressed(name, b"\0" * 90_000_000)
    url = origin.add("/", bomb, content_encoding=name)
    limits = Limits(body_bytes=1_000_000)
    tracemalloc.start()
    try:
        assert failure_of(client, url, limits).failure is Failure.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_raw_deflate_two_gzip_members_and_two_layers_are_unpacked(client: Client, origin: Origin) -> None:
    packer = zlib.compressobj(wbits=-15)
    raw = packer.compress(b"raw") + packer.flush()
    assert fetch(client, origin.add("/1", raw, content_encoding="deflate")).body == b"raw"
    members = gzip.compress(b"one ") + gzip.compress(b"two")
    assert fetch(client, origin.add("/2", members, content_encoding="gzip")).body == b"one two"
    layers = brotli.compress(gzip.compress(b"twice"))
    assert fetch(client, origin.add("/3", layers, content_encoding="gzip, br")).body == b"twice"


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd", "lzma", "gzip,gzip,gzip"])
def test_damaged_or_unknown_compression_is_named(client: Client, origin: Origin, name: str) -> None:
    url = origin.add("/", b"<p>not compressed</p>", content_encoding=name)
    assert failure_of(client, url).failure is Failure.BAD_ENCODING


def test_a_compressed_page_cut_short_is_truncated(client: Client, origin: Origin) -> None:
    whole = gzip.compress(bytes(range(256)) * 50)
    assert (
        failure_of(client, origin.add("/", whole[:-20], content_encoding="gzip")).failure is Failure.TRUNCATED
    )


def test_a_body_that_never_ends_is_stopped(client: Client) -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\n"

    def endless() -> Iterator[bytes]:
        yield head
        yield from repeat(b"more and more " * 1000)

    with saying(endless) as url:
        assert failure_of(client, url).failure is Failure.TOO_LARGE


def test_a_page_that_announces_too_much_is_not_read(client: Client) -> None:
    with saying(lambda: iter([b"HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n"])) as url:
        error = failure_of(client, url)
    assert error.failure is Failure.TOO_LARGE
    assert "9,000,000,000" in error.detail


def drip(head: bytes) -> Iterator[bytes]:
    yield head
    while True:
        time.sleep(0.05)
        yield b"a"


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: "])
def test_a_server_that_drips_is_left_in_time(client: Client, head: bytes) -> None:
    # No single piece takes too long, all of them together do; the server would go on for ever.
    with saying(lambda: drip(head)) as url:
        started = time.monotonic()
        assert failure_of(client, url, Limits(seconds=0.5)).failure is Failure.TOO_SLOW
        assert time.monotonic() - started < Limits().read


def test_a_silent_server_times_out(client: Client) -> None:
    asked_long_enough = threading.Event()

    def silence() -> Iterator[bytes]:
        asked_long_enough.wait()
        yield b""

    with saying(silence) as url:
        assert failure_of(client, url, Limits(read=0.2)).failure is Failure.TIMEOUT
        asked_long_enough.set()


def test_a_page_cut_off_in_the_middle_is_truncated(client: Client) -> None:
    with saying(lambda: iter([b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this"])) as url:
        assert failure_of(client, url).failure is Failure.TRUNCATED


@pytest.mark.parametrize("said", [b"SSH-2.0-OpenSSH_9.2\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000])
def test_what_is_not_http_is_named(client: Client, said: bytes) -> None:
    with saying(lambda: iter([said])) as url:
        assert failure_of(client, url).failure is Failure.HTTP_ERROR


def test_a_server_that_hangs_up_is_a_failed_connection(client: Client) -> None:
    with saying(lambda: iter([])) as url:
        assert failure_of(client, url).failure is Failure.CONNECT


def server_tls(pem: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def test_a_certificate_that_nobody_vouches_for_is_a_tls_failure(client: Client, tmp_path: Path) -> None:
    with serving(tls=server_tls(certificate(tmp_path, "127.0.0.1"))) as origin:
        error = failure_of(client, origin.base + "/")
    assert error.failure is Failure.TLS
    assert not error.failure.transient
    assert "certificate" in error.detail


@pytest.mark.parametrize(("name", "failure"), [("policies.example", None), ("other.example", Failure.TLS)])
def test_the_certificate_must_be_for_the_name_in_the_url(
    tmp_path: Path, name: str, failure: Failure | None
) -> None:
    pem = certificate(tmp_path, "policies.example")
    trusting = ssl.create_default_context(cafile=str(pem))
    with (
        serving(tls=server_tls(pem), name=name) as origin,
        open_client(
            user_agent=AGENT,
            allow_private=True,
            ssl_context=trusting,
            resolve=lambda host, port: ["127.0.0.1"],
        ) as client,
    ):
        url = origin.add("/", "secret")
        if failure is None:
            assert fetch(client, url).body == b"secret"
            assert origin.headers[0]["host"].startswith("policies.example:")
        else:
            assert failure_of(client, url).failure is failure


def speak_http2(listener: ssl.SSLSocket, asked: list[tuple[bytes, bytes]]) -> None:
    """Answers one connection in HTTP/2, every request with its own path."""
    channel, _ = listener.accept()
    with channel:
        talk = H2Connection(H2Configuration(client_side=False))
        talk.initiate_connection()
        channel.sendall(talk.data_to_send())
        while data := channel.recv(65536):
            for event in talk.receive_data(data):
                if isinstance(event, RequestReceived):
                    headers = dict(event.headers)
                    asked.append((headers[b":authority"], headers[b":path"]))
                    talk.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html")])
                    talk.send_data(event.stream_id, headers[b":path"], end_stream=True)
            channel.sendall(talk.data_to_send())


def test_http2_is_spoken_where_the_server_offers_it(tmp_path: Path) -> None:
    pem = certificate(tmp_path, "policies.example")
    context = server_tls(pem)
    context.set_alpn_protocols(["h2"])
    asked: list[tuple[bytes, bytes]] = []
    with context.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True) as listener:
        served = threading.Thread(target=speak_http2, args=(listener, asked))
        served.start()
        host = f"policies.example:{listener.getsockname()[1]}"
        trusting = ssl.create_default_context(cafile=str(pem))
        with open_client(
            user_agent=AGENT,
            allow_private=True,
            ssl_context=trusting,
            resolve=lambda name, port: ["127.0.0.1"],
        ) as client:
            bodies = [fetch(client, f"https://{host}/{page}", limits=SMALL).body for page in ("a", "b")]
        served.join(60.0)
    assert bodies == [b"/a", b"/b"]
    assert asked == [(host.encode(), b"/a"), (host.encode(), b"/b")]


def test_the_wait_at_the_gate_does_not_count_against_the_time(client: Client, origin: Origin) -> None:
    gated = []

    @contextmanager
    def gate(url: str) -> Iterator[None]:
        gated.append(url)
        time.sleep(1.0)
        yield

    start = origin.add("/a", "", 302, location="/b")
    end = origin.add("/b", "text")
    answer = fetch(client, start, gate=gate, limits=Limits(seconds=0.9))
    assert answer.body == b"text"
    assert gated == [start, end]


def test_a_post_is_not_redirected(client: Client, origin: Origin) -> None:
    url = origin.add("/hook", "elsewhere", 302, location="/other")
    answer: Answer = post(client, url, b"{}", {"content-type": "application/json"})
    assert (answer.status, origin.asked) == (302, ["/hook"])
    assert origin.headers[0]["content-type"] == "application/json"
    with open_client(user_agent=AGENT) as shut, pytest.raises(FetchError):
        post(shut, url, b"{}", {})
