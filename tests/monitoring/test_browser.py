"""Rendering: what scripts write is read, and the browser itself reaches nothing."""

import time
from collections.abc import Iterator

import pytest

from monitoring.errors import Failure, FetchError
from monitoring.fetching.answers import Limits
from monitoring.fetching.browser import Browser
from monitoring.fetching.chromium import find_chromium
from monitoring.fetching.http import Client, open_client
from tests.monitoring.origin import Origin, Reply, serving

SHELL = "<html><head><link rel=stylesheet href=/style.css></head><body><div id=root></div><script src=/app.js></script>"

APP = """
setTimeout(async () => {
  const answer = await fetch('/api/text');
  root.innerHTML = '<p>' + (await answer.json()).text + '</p>';
}, 300);
"""
INNER = ["http://169.254.169.254/latest/", "http://[fe80::1]/", "http://0.0.0.0/", "file:///etc/passwd"]


def chromium_is_here() -> bool:
    try:
        find_chromium()
    except FetchError:
        return False
    return True


needs_chromium = [
    pytest.mark.browser,
    pytest.mark.skipif(not chromium_is_here(), reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with open_client(user_agent="ConductAtlas/0.1", allow_private=True) as opened:
        yield opened


@pytest.fixture
def origin() -> Iterator[Origin]:
    with serving() as served:
        yield served


@pytest.fixture(scope="module")
def browser(client: Client) -> Iterator[Browser]:
    opened = Browser(client, user_agent="ConductAtlas/0.1")
    yield opened
    opened.close()


def render_error(browser: Browser, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        browser.render_page(url)
    return caught.value


def test_an_absent_browser_is_reported(client: Client, origin: Origin) -> None:
    browser = Browser(client, user_agent="x", executable="/no/such/chromium")
    error = render_error(browser, origin.add("/", SHELL))
    browser.close()
    assert error.failure is Failure.BROWSER_MISSING
    assert "/no/such/chromium" in error.detail


def test_a_browser_that_does_not_start_is_reported(client: Client, origin: Origin) -> None:
    browser = Browser(client, user_agent="x", executable="/bin/false")
    error = render_error(browser, origin.add("/", SHELL))
    browser.close()
    assert error.failure is Failure.BROWSER_FAILED
    assert error.failure.transient


class TestWithChromium:
    pytestmark = needs_chromium

    def test_what_a_script_writes_is_read(self, browser: Browser, origin: Origin) -> None:
        origin.add("/app/", SHELL, etag='"shell"')
        origin.add("/app.js", APP, content_type="text/javascript")
        origin.add("/api/text", '{"text": "We keep it na\u00efvely."}', content_type="application/json")
        url = origin.add("/", "", 302, location="/app/")
        answer = browser.render_page(url, language="de")
        assert "<p>We keep it na\u00efvely.</p>" in answer.body.decode()
        assert (answer.final_url, answer.status) == (origin.base + "/app/", 200)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "etag" not in answer.headers
        assert origin.asked.count("/app/") == 1
        assert {headers["user-agent"] for headers in origin.headers} == {"ConductAtlas/0.1"}

    def test_a_text_that_is_long_on_its_way_is_waited_for(self, browser: Browser, origin: Origin) -> None:
        def slowly(headers: dict[str, str]) -> Reply:
            time.sleep(4)  # longer than a short text has to stand still
            return 200, {"content-type": "application/json"}, b'{"text": "We keep it."}'

        origin.add("/app.js", APP, content_type="text/javascript")
        origin.pages["/api/text"] = slowly
        assert b"<p>We keep it.</p>" in browser.render_page(origin.add("/", SHELL)).body

    def test_a_page_cannot_reach_inner_addresses_through_the_browser(
        self, browser: Browser, origin: Origin
    ) -> None:
        prying = "".join(f"fetch('{url}').catch(e => 0);" for url in INNER)
        origin.add("/app.js", prying + "new WebSocket('ws://localhost:9/');", content_type="text/javascript")
        frames = "".join(f"<iframe src='{url}'></iframe>" for url in INNER)
        answer = browser.render_page(origin.add("/", SHELL + frames + "<p>policy</p>"))
        assert b"<p>policy</p>" in answer.body
        assert set(origin.asked) == {"/", "/app.js"}

    def test_what_is_no_page_comes_as_it_is(self, browser: Browser, origin: Origin) -> None:
        assert (
            browser.render_page(origin.add("/a.pdf", b"%PDF-1.7", content_type="application/pdf")).body
            == b"%PDF-1.7"
        )
        assert browser.render_page(origin.base + "/missing").status == 404

    def test_a_script_that_never_ends_is_left(self, browser: Browser, origin: Origin) -> None:
        origin.add("/app.js", "for (;;) {}", content_type="text/javascript")
        url = origin.add("/", SHELL)
        with pytest.raises(FetchError) as caught:
            browser.render_page(url, limits=Limits(seconds=4.0))
        assert caught.value.failure in (Failure.TOO_SLOW, Failure.BROWSER_FAILED)
        origin.add("/app.js", "root.textContent = 'back again'", content_type="text/javascript")
        assert b"back again" in browser.render_page(url).body
