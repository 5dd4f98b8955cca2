"""robots.txt: obeyed, kept a day, and not mistaken when it cannot be had."""

from collections.abc import Callable

import httpx
import pytest

from monitoring.errors import Failure, FetchError
from monitoring.fetching.robots import LARGEST, Robots

Handler = Callable[[httpx.Request], httpx.Response]


class Site:
    """A client whose robots.txt is what `says` returns; counts how often it was asked for."""

    def __init__(self, says: Handler) -> None:
        self.asked: list[str] = []
        self.now = 0.0
        self.robots = Robots("ConductAtlas", clock=lambda: self.now)

        def answer(request: httpx.Request) -> httpx.Response:
            self.asked.append(str(request.url))
            return says(request)

        self.client = httpx.Client(transport=httpx.MockTransport(answer))

    def demand(self, url: str) -> float:
        return self.robots.demand(self.client, url)

    def failure(self, url: str) -> FetchError:
        with pytest.raises(FetchError) as caught:
            self.demand(url)
        return caught.value


def text(body: str) -> Handler:
    return lambda request: httpx.Response(200, content=body.encode())


def test_a_disallowed_page_is_not_read_and_others_are() -> None:
    site = Site(text("User-agent: *\nDisallow: /private\nAllow: /private/terms\n"))
    assert site.failure("https://a.example/private/x").failure is Failure.ROBOTS
    assert site.demand("https://a.example/private/terms") == 0.0
    assert site.demand("https://a.example/") == 0.0


def test_a_group_for_our_own_name_counts_before_the_general_one() -> None:
    site = Site(text("User-agent: *\nAllow: /\n\nUser-agent: ConductAtlas\nDisallow: /\n"))
    assert site.failure("https://a.example/terms").failure is Failure.ROBOTS


def test_robots_txt_is_asked_for_once_a_day_and_site() -> None:
    site = Site(text("User-agent: *\nDisallow:\n"))
    for page in ("https://a.example/1", "https://a.example/2", "https://b.example/1", "http://a.example/1"):
        site.demand(page)
    assert site.asked == [
        "https://a.example/robots.txt",
        "https://b.example/robots.txt",
        "http://a.example/robots.txt",
    ]
    site.now = 86_399
    site.demand("https://a.example/1")
    assert len(site.asked) == 3
    site.now = 86_401
    site.demand("https://a.example/1")
    assert len(site.asked) == 4


@pytest.mark.parametrize(("said", "seconds"), [("2", 2.0), ("0.5", 0.5), ("86400", 60.0), ("often", 0.0)])
def test_the_crawl_delay_is_given_but_not_beyond_a_minute(said: str, seconds: float) -> None:
    assert Site(text(f"User-agent: *\nCrawl-delay: {said}\n")).demand("https://a.example/") == seconds


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_robots_txt_allows_everything(status: int) -> None:
    assert Site(lambda request: httpx.Response(status)).demand("https://a.example/terms") == 0.0


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_robots_txt_is_out_of_order_is_left_alone_for_a_while(status: int) -> None:
    site = Site(lambda request: httpx.Response(status if site.now < 1000 else 404))
    error = site.failure("https://a.example/terms")
    assert (error.failure, error.failure.transient) == (Failure.ROBOTS_UNREACHABLE, True)
    site.failure("https://a.example/privacy")
    assert len(site.asked) == 1
    site.now = 1000
    assert site.demand("https://a.example/terms") == 0.0


def test_a_site_that_is_down_is_said_to_be_down() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    error = Site(refuse).failure("https://a.example/terms")
    assert error.failure is Failure.CONNECT
    assert error.detail == "At its robots.txt: https://a.example/robots.txt: refused."


def test_a_robots_txt_that_redirects_in_a_circle_counts_as_none() -> None:
    site = Site(lambda request: httpx.Response(302, headers={"location": "/robots.txt"}))
    assert site.demand("https://a.example/terms") == 0.0
    assert len(site.asked) == 6


def test_only_the_first_half_megabyte_is_read() -> None:
    filler = "# nothing\n" * (LARGEST // 10)
    assert Site(text(filler + "\nUser-agent: *\nDisallow: /\n")).demand("https://a.example/") == 0.0


@pytest.mark.parametrize("body", ["<!doctype html><html><body>Not found</body></html>", "\x00\xff", ""])
def test_rubbish_allows_everything(body: str) -> None:
    assert Site(text(body)).demand("https://a.example/terms") == 0.0
