"""The demo's web site answers as real sites do, and the same way for the same moment."""

import gzip
import html
import http.client
import re
from datetime import UTC, date, datetime, timedelta

import pytest

from conductatlas.demo.layouts import MARKDOWN, pages_of
from conductatlas.demo.origin import Origin, Response, demo_events, demo_platforms, respond
from conductatlas.demo.policies import DemoPlatform
from provisions.analysis.extraction import read_html, read_markdown
from provisions.analysis.plausibility import judge

TODAY = date(2026, 11, 23)
PLATFORMS = demo_platforms(TODAY)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def get(path: str, day: date, **headers: str) -> Response:
    return respond(path, at(day), {name.replace("_", "-"): value for name, value in headers.items()}, TODAY)


def words_of(markup: str) -> str:
    """The words of a page one after another, without scripts, styles and tags."""
    markup = re.sub(r"<(script|style)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.slug)
def test_every_version_is_on_its_pages_with_all_its_words(platform: DemoPlatform) -> None:
    for document in platform.documents:
        for version in document.versions:
            if document.fault_on(version.starts):
                continue
            for path, markdown in zip(document.paths, pages_of(version.markdown), strict=True):
                answer = get(path, version.starts)
                assert answer.status == 200
                # An accordion puts words of its own between the sections; within a section all words follow.
                for section in re.split(r"^(?=## )", markdown, flags=re.MULTILINE):
                    assert words_of(MARKDOWN.render(section)) in words_of(answer.body.decode())


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.slug)
def test_the_true_reading_finds_the_policy_and_nothing_else(platform: DemoPlatform) -> None:
    for document in platform.documents:
        for version in document.versions:
            for path, markdown in zip(document.paths, pages_of(version.markdown), strict=True):
                reading = read_html(get(path, version.starts).body.decode())
                assert sorted(re.findall(r"\w+", reading.text)) == sorted(
                    re.findall(r"\w+", read_markdown(markdown).text)
                )
                assert judge(reading, document_type=document.type, language="en", previous=None).doubt is None


def test_the_quality_gate_refuses_every_bad_page() -> None:
    for platform in PLATFORMS:
        for document in platform.documents:
            for fault in document.faults:
                good, bad = (get(document.paths[0], day) for day in (fault.ends, fault.starts))
                before = read_html(good.body.decode()).text
                reading = read_html(bad.body.decode())
                assert judge(reading, document_type=document.type, language="en", previous=before).doubt


def test_the_same_path_and_moment_give_the_same_bytes() -> None:
    for platform in PLATFORMS:
        path = platform.documents[0].paths[0]
        assert get(path, date(2025, 6, 30)) == get(path, date(2025, 6, 30))


def test_a_site_without_validators_gives_other_bytes_at_each_look() -> None:
    first, second = (
        get("/pondwick/legal/terms", date(2024, 4, 1)),
        get("/pondwick/legal/terms", date(2024, 4, 2)),
    )
    assert first.body != second.body
    assert "ETag" not in first.headers
    assert "Last-Modified" not in first.headers


@pytest.mark.parametrize(
    ("path", "offered", "asked"),
    [
        ("/brackenmind/policies/terms", "ETag", "If_None_Match"),
        ("/tarnsong/legal/privacy", "Last-Modified", "If_Modified_Since"),
    ],
)
def test_a_conditional_request_is_answered_304_until_the_text_changes(
    path: str, offered: str, asked: str
) -> None:
    first = get(path, date(2024, 8, 1))
    again = get(path, date(2024, 9, 1), **{asked: first.headers[offered]})
    assert (again.status, again.body) == (304, b"")
    changed = get(path, date(2025, 5, 1), **{asked: first.headers[offered]})
    assert changed.status == 200


def test_pages_are_compressed_for_those_who_ask() -> None:
    plain = get("/loftenby/fees", date(2025, 1, 1))
    packed = get("/loftenby/fees", date(2025, 1, 1), Accept_Encoding="br, gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body


def test_robots_may_come_and_every_platform_has_a_home_page() -> None:
    assert get("/robots.txt", TODAY).headers["Content-Type"].startswith("text/plain")
    assert get("/", TODAY).status == 200
    for platform in PLATFORMS:
        assert platform.description in words_of(get(platform.home_url_path, TODAY).body.decode())


@pytest.mark.parametrize(
    "path", ["/nobody/", "/pondwick/nothing", "/pondwick/legal/privacy/2", "/favicon.ico"]
)
def test_an_unknown_address_is_not_found(path: str) -> None:
    assert get(path, TODAY).status == 404


def test_a_document_is_not_found_before_its_first_version() -> None:
    assert get("/pondwick/legal/terms", date(2024, 2, 29)).status == 404
    assert get("/pondwick/legal/terms", date(2024, 3, 1)).status == 200


@pytest.mark.parametrize(
    ("kind", "status", "sign"),
    [
        ("outage", 500, "Internal Server Error"),
        ("maintenance", 200, "Something went wrong"),
        ("challenge", 200, "verify that you are a human"),
        ("login_wall", 200, 'type="password"'),
        ("cookie_wall", 200, "Before you continue"),
        ("empty_shell", 200, "enable JavaScript"),
    ],
)
def test_on_a_bad_day_the_policy_is_not_there(kind: str, status: int, sign: str) -> None:
    events = [event for event in demo_events(TODAY) if event.what == kind]
    assert events
    for event in events:
        platform = next(one for one in PLATFORMS if one.slug == event.platform)
        document = next(one for one in platform.documents if one.slug == event.document)
        answer = respond(document.paths[0], event.moment, {}, TODAY)
        assert answer.status == status
        assert sign in answer.body.decode()
        version = document.version_on(event.moment.date())
        assert version is not None
        assert words_of(MARKDOWN.render(version.markdown))[200:300] not in words_of(answer.body.decode())


def test_a_truncated_page_is_the_first_half_of_the_whole() -> None:
    half = get("/loftenby/terms", date(2025, 4, 9)).body
    whole = get("/loftenby/terms", date(2025, 4, 10)).body
    assert b"</html>" in whole
    assert b"</html>" not in half
    assert 0.4 < len(half) / len(whole) < 0.6


def test_a_query_does_not_change_the_page() -> None:
    assert get("/pondwick/legal/terms?utm=x", TODAY) == get("/pondwick/legal/terms", TODAY)


def test_an_origin_shows_the_day_that_was_set() -> None:
    origin = Origin(today=TODAY, day=date(2024, 3, 1))
    assert origin.respond("/pondwick/legal/terms", {}) == get("/pondwick/legal/terms", date(2024, 3, 1))
    origin.day = date(2025, 5, 5)
    assert "binding arbitration" in origin.respond("/pondwick/legal/terms", {}).body.decode()


def test_without_a_day_the_clock_decides() -> None:
    origin = Origin(today=TODAY, clock=lambda: at(TODAY) + timedelta(days=40))
    assert origin.moment == at(TODAY) + timedelta(days=40)


def test_the_site_can_be_visited_over_http() -> None:
    origin = Origin(today=TODAY, day=date(2025, 1, 1))
    port = origin.listen().server_address[1]
    with origin:
        assert origin.url == f"http://127.0.0.1:{port}"
        visitor = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        try:
            visitor.request("GET", "/pondwick/legal/terms")
            answer = visitor.getresponse()
            assert (answer.status, answer.read()) == (
                200,
                get("/pondwick/legal/terms", date(2025, 1, 1)).body,
            )
            visitor.request("HEAD", "/pondwick/legal/terms")
            answer = visitor.getresponse()
            assert (answer.status, answer.read()) == (200, b"")
            with pytest.raises(OSError, match="in use"):
                Origin(today=TODAY).listen(port)
        finally:
            visitor.close()
