"""fetch_page: every outcome of asking for a document has its one name."""

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from monitoring.errors import Failure, FetchError
from monitoring.fetching.answers import Answer
from monitoring.fetching.documents import fetch_page
from monitoring.fetching.http import Client, open_client
from monitoring.fetching.pages import Page, PageRequest
from monitoring.fetching.politeness import Politeness
from monitoring.fetching.robots import Robots
from tests.monitoring.origin import Origin, serving

NOW = datetime(2026, 6, 1, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def client() -> Iterator[Client]:
    with open_client(user_agent="ConductAtlas/0.1", allow_private=True) as opened:
        yield opened


@pytest.fixture
def origin() -> Iterator[Origin]:
    with serving() as served:
        yield served


def look(client: Client, request: PageRequest | str, politeness: Politeness | None = None) -> Page:
    request = PageRequest(request) if isinstance(request, str) else request
    return fetch_page(
        client, request, now=NOW, robots=Robots("ConductAtlas"), politeness=politeness or Politeness(gap=0.0)
    )


def error_of(client: Client, request: PageRequest | str, politeness: Politeness | None = None) -> FetchError:
    with pytest.raises(FetchError) as caught:
        look(client, request, politeness)
    return caught.value


def test_a_page_comes_with_exactly_its_bytes(client: Client, origin: Origin) -> None:
    url = origin.add("/terms", b"\xef\xbb\xbf<p>na\xc3\xafve</p>\r\n", etag='"7"')
    page = look(client, url)
    assert page.parts[0].body == b"\xef\xbb\xbf<p>na\xc3\xafve</p>\r\n"
    assert (page.status, page.parts[0].content_type, page.method) == (200, "text/html; charset=utf-8", "http")
    assert (page.request_url, page.final_url, page.headers["etag"]) == (url, url, '"7"')
    assert origin.asked == ["/robots.txt", "/terms"]


def test_an_unchanged_page_is_said_to_be_so(client: Client, origin: Origin) -> None:
    origin.pages["/"] = lambda headers: (304 if "if-none-match" in headers else 200, {"etag": '"1"'}, b"text")
    page = look(client, PageRequest(origin.base + "/", etag='"1"'))
    assert (page.not_modified, page.parts) == (True, ())


def test_304_to_an_unconditional_request_is_an_error(client: Client, origin: Origin) -> None:
    assert error_of(client, origin.add("/", "", 304)).failure is Failure.HTTP_ERROR


def test_several_pages_are_one_document_in_order(client: Client, origin: Origin) -> None:
    first = origin.add("/1", "<p>one\r\n</p>")
    origin.add("/2", "two", content_type="text/plain")
    request = PageRequest(first, pages=(origin.base + "/2",), etag='"old"')
    page = look(client, request)
    assert [part.body for part in page.parts] == [b"<p>one\r\n</p>", b"two"]
    assert "if-none-match" not in origin.headers[-1]
    assert [(part.body, part.content_type) for part in page.parts] == [
        (b"<p>one\r\n</p>", "text/html; charset=utf-8"),
        (b"two", "text/plain"),
    ]


def test_one_missing_part_fails_the_document(client: Client, origin: Origin) -> None:
    first = origin.add("/1", "one")
    assert error_of(client, PageRequest(first, pages=(origin.base + "/2",))).failure is Failure.HTTP_NOT_FOUND


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (204, Failure.EMPTY),
        (400, Failure.HTTP_ERROR),
        (401, Failure.FORBIDDEN),
        (403, Failure.FORBIDDEN),
        (404, Failure.HTTP_NOT_FOUND),
        (410, Failure.GONE),
        (418, Failure.HTTP_ERROR),
        (429, Failure.RATE_LIMITED),
        (451, Failure.FORBIDDEN),
        (500, Failure.SERVER_ERROR),
        (503, Failure.SERVER_ERROR),
        (530, Failure.SERVER_ERROR),
    ],
)
def test_a_status_that_carries_no_page_is_named(
    client: Client, origin: Origin, status: int, failure: Failure
) -> None:
    error = error_of(client, origin.add("/", "<p>sorry</p>", status))
    assert (error.failure, error.status) == (failure, status)


@pytest.mark.parametrize("header", [{"cf_mitigated": "challenge"}, {"x_amzn_waf_action": "captcha"}])
@pytest.mark.parametrize("status", [200, 202, 403, 405, 503])
def test_a_firewall_that_says_so_is_a_challenge(
    client: Client, origin: Origin, header: dict[str, str], status: int
) -> None:
    assert error_of(client, origin.add("/", "<p>wait</p>", status, **header)).failure is Failure.CHALLENGE


def test_an_empty_answer_is_named(client: Client, origin: Origin) -> None:
    assert error_of(client, origin.add("/", "  \n")).failure is Failure.EMPTY


def test_retry_after_keeps_us_away_from_the_host(client: Client, origin: Origin) -> None:
    politeness = Politeness(gap=0.0, patience=1.0)
    url = origin.add("/", "later", 503, retry_after="Mon, 01 Jun 2026 13:00:00 GMT")
    error = error_of(client, url, politeness)
    assert (error.failure, error.retry_after) == (Failure.SERVER_ERROR, 3600.0)
    again = error_of(client, origin.add("/other", "text"), politeness)
    assert again.failure is Failure.RATE_LIMITED
    assert origin.asked == ["/robots.txt", "/"]


@pytest.mark.parametrize(
    ("stated", "body", "read_as"),
    [
        ("text/html", b"<p>x", "text/html"),
        ("application/xhtml+xml; charset=utf-8", b"<p>x</p>", "application/xhtml+xml; charset=utf-8"),
        ("text/plain", b"x", "text/plain"),
        ("text/markdown", b"# x", "text/markdown"),
        ("application/pdf", b"%PDF-1.7", "application/pdf"),
        ("application/octet-stream", b"%PDF-1.7", "application/pdf"),
        ("text/html", b"%PDF-1.7", "application/pdf"),
        ("", b"<!doctype html><p>x", "text/html"),
        ("", b"plain words", "text/plain"),
    ],
)
def test_the_kind_of_page_is_known(
    client: Client, origin: Origin, stated: str, body: bytes, read_as: str
) -> None:
    assert look(client, origin.add("/", body, content_type=stated)).parts[0].content_type == read_as


@pytest.mark.parametrize(
    ("stated", "body"),
    [
        ("image/png", b"\x89PNG\r\n"),
        ("application/json", b"{}"),
        ("application/zip", b"PK\x03\x04"),
        ("application/octet-stream", b"\x00\x01\x02"),
        ("", b"\x7fELF\x00\x00"),
    ],
)
def test_other_files_are_not_read(client: Client, origin: Origin, stated: str, body: bytes) -> None:
    assert error_of(client, origin.add("/", body, content_type=stated)).failure is Failure.UNSUPPORTED_TYPE


@pytest.mark.parametrize(
    "content", ["0; url=/new", "0;URL='/new'", '5 ; url = "/new"', "0;/new", "0, url=/new", ";url=/new"]
)
def test_a_small_page_that_refreshes_to_another_is_followed(
    client: Client, origin: Origin, content: str
) -> None:
    quote = "'" if '"' in content else '"'
    url = origin.add("/old", f"<html><META HTTP-EQUIV=Refresh content={quote}{content}{quote}>")
    target = origin.add("/new", "the text")
    page = look(client, url)
    assert (page.request_url, page.final_url, page.parts[0].body) == (url, target, b"the text")


def test_a_refresh_goes_through_the_same_door(client: Client, origin: Origin) -> None:
    url = origin.add("/", '<meta http-equiv="refresh" content="0; url=http://169.254.169.254/">')
    assert error_of(client, url).failure is Failure.PRIVATE_ADDRESS


@pytest.mark.parametrize(
    "markup",
    [
        '<meta http-equiv="refresh" content="300">',
        '<meta http-equiv="refresh" content="60; url=/new">',
        '<meta http-equiv="refresh" content="0; url=/old">',
        '<noscript><meta http-equiv="refresh" content="0; url=/new"></noscript>',
        '<meta http-equiv="refresh" content="0; url=/new">' + "<p>policy</p>" * 2000,
    ],
)
def test_a_page_that_merely_reloads_is_the_page(client: Client, origin: Origin, markup: str) -> None:
    url = origin.add("/old", markup)
    origin.add("/new", "elsewhere")
    assert look(client, url).final_url == url


def test_nested_tags_do_not_stop_the_search_for_a_refresh(client: Client, origin: Origin) -> None:
    url = origin.add("/", "<b>" * 6000 + '<meta http-equiv="refresh" content="0; url=/new">')
    origin.add("/new", "the text")
    assert look(client, url).parts[0].body == b"the text"


def test_pages_that_refresh_to_each_other_end(client: Client, origin: Origin) -> None:
    url = origin.add("/a", '<meta http-equiv="refresh" content="0; url=/b">')
    origin.add("/b", '<meta http-equiv="refresh" content="0; url=/a">')
    look(client, url)
    assert origin.asked == ["/robots.txt", "/a", "/b", "/a"]


def test_a_packed_sitemap_is_unpacked_as_far_as_a_page_may_be_long(client: Client, origin: Origin) -> None:
    url = origin.add("/sitemap.xml.gz", gzip.compress(b"<urlset/>"), content_type="application/x-gzip")
    (part,) = look(client, PageRequest(url, any_text=True)).parts
    assert (part.body, part.content_type) == (b"<urlset/>", "text/xml")
    assert error_of(client, url).failure is Failure.UNSUPPORTED_TYPE
    bomb = origin.add("/bomb.gz", gzip.compress(bytes(30_000_000)), content_type="application/gzip")
    assert error_of(client, PageRequest(bomb, any_text=True)).failure is Failure.TOO_LARGE
    cut = origin.add("/cut.gz", gzip.compress(b"<urlset/>" * 99)[:-9], content_type="application/gzip")
    assert error_of(client, PageRequest(cut, any_text=True)).failure is Failure.TRUNCATED


def test_robots_txt_is_asked_for_every_host_on_the_way(client: Client, origin: Origin) -> None:
    with serving() as other:
        other.add("/robots.txt", "User-agent: *\nDisallow: /terms", content_type="text/plain")
        url = origin.add("/terms", "", 302, location=other.add("/terms", "text"))
        assert error_of(client, url).failure is Failure.ROBOTS
        assert other.asked == ["/robots.txt"]


def test_our_own_pages_need_no_robots_txt(client: Client, origin: Origin) -> None:
    url = origin.add("/", "text")
    fetch_page(client, PageRequest(url), now=NOW, robots=None, politeness=Politeness(gap=0.0))
    assert origin.asked == ["/"]


def test_a_page_that_needs_a_browser_says_when_there_is_none(client: Client, origin: Origin) -> None:
    request = PageRequest(origin.base + "/", method="browser")
    assert error_of(client, request).failure is Failure.BROWSER_MISSING


def test_a_rendered_page_is_marked_as_such() -> None:
    def render(url: str, **_: object) -> Answer:
        return Answer(
            url, url, (), 200, {"content-type": "text/html"}, b"<p>rendered", not_modified=False, elapsed=1
        )

    with httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(404))) as client:
        page = fetch_page(
            client,
            PageRequest("https://a.example/", method="browser"),
            now=NOW,
            robots=Robots("ConductAtlas"),
            politeness=Politeness(gap=0.0),
            render=render,
        )
    assert (page.method, page.parts[0].body) == ("browser", b"<p>rendered")


def test_the_transport_s_own_errors_are_named() -> None:
    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow")

    with httpx.Client(transport=httpx.MockTransport(broken)) as client, pytest.raises(FetchError) as caught:
        fetch_page(
            client, PageRequest("https://a.example/"), now=NOW, robots=None, politeness=Politeness(gap=0.0)
        )
    assert caught.value.failure is Failure.TIMEOUT
    assert "a.example" in caught.value.detail
