"""Turns at a host: the gap, one at a time, and Retry-After."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from monitoring.errors import Failure, FetchError
from monitoring.fetching.politeness import Politeness, host_of, retry_after

NOW = datetime(2026, 6, 1, 12, 0, 0, tzinfo=UTC)


class Clock:
    """Monotonic time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def polite(clock: Clock, gap: float = 1.0, patience: float = 60.0) -> Politeness:
    return Politeness(gap=gap, patience=patience, clock=clock, sleep=clock.sleep)


def test_two_requests_to_a_host_are_a_gap_apart() -> None:
    clock = Clock()
    turns = polite(clock)
    with turns.turn("https://a.example/one"):
        clock.now += 5
    clock.now += 0.25
    with turns.turn("https://A.example:8443/two"):
        pass
    assert clock.slept == [0.75]


def test_another_host_need_not_wait() -> None:
    clock = Clock()
    turns = polite(clock)
    for host in ("a", "b", "c"):
        with turns.turn(f"https://{host}.example/"):
            pass
    assert clock.slept == []


def test_a_crawl_delay_lengthens_the_gap() -> None:
    clock = Clock()
    turns = polite(clock)
    with turns.turn("https://a.example/", gap=7.0):
        pass
    with turns.turn("https://a.example/", gap=7.0):
        pass
    assert clock.slept == [7.0]


def test_the_gap_holds_after_a_failure_too() -> None:
    clock = Clock()
    turns = polite(clock)
    with pytest.raises(RuntimeError), turns.turn("https://a.example/"):
        raise RuntimeError
    with turns.turn("https://a.example/"):
        pass
    assert clock.slept == [1.0]


def test_a_host_that_asked_for_a_long_pause_is_left_alone() -> None:
    clock = Clock()
    turns = polite(clock)
    turns.postpone("https://a.example/x", 3600)
    with pytest.raises(FetchError) as caught, turns.turn("https://a.example/y"):
        pass
    assert (caught.value.failure, caught.value.retry_after) == (Failure.RATE_LIMITED, 3600)
    clock.now += 3590
    with turns.turn("https://a.example/y"):
        pass
    assert clock.slept == [10.0]


def test_threads_ask_a_host_one_at_a_time() -> None:
    turns = Politeness(gap=0.0)
    busy: dict[str, int] = {"a": 0, "b": 0}
    most = dict(busy)
    both = threading.Barrier(2, timeout=60)

    def ask(host: str, first: bool) -> None:
        with turns.turn(f"http://{host}.example/"):
            busy[host] += 1
            most[host] = max(most[host], busy[host])
            if first:
                both.wait()  # the two hosts are asked at the same time
            time.sleep(0.005)
            busy[host] -= 1

    with ThreadPoolExecutor(8) as pool:
        jobs = [pool.submit(ask, host, first=turn == 0) for turn in range(6) for host in ("a", "b")]
        for job in jobs:
            job.result()
    assert most == {"a": 1, "b": 1}


def test_a_thread_does_not_wait_for_ever_behind_another() -> None:
    turns = Politeness(gap=0.0, patience=0.05)
    with ThreadPoolExecutor(1) as pool, turns.turn("http://a.example/"):

        def ask() -> None:
            with turns.turn("http://a.example/"):
                pass

        with pytest.raises(FetchError) as caught:
            pool.submit(ask).result()
    assert caught.value.failure is Failure.RATE_LIMITED


def test_hosts_long_past_are_forgotten() -> None:
    clock = Clock()
    turns = polite(clock)
    for number in range(12_000):
        clock.now += 2
        with turns.turn(f"https://h{number}.example/"):
            pass
    assert len(turns._hosts) <= 5000


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Mon, 01 Jun 2026 12:02:00 GMT", 120.0),
        ("Mon, 01 Jun 2026 11:00:00 GMT", 0.0),
        ("Monday, 01-Jun-26 12:00:30 GMT", 30.0),
        ("99999999", 7 * 86400.0),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("1.5", None),
    ],
)
def test_retry_after_is_read_as_the_standard_says(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_the_host_of_a_url_is_its_name_in_lower_case() -> None:
    assert host_of("https://User@WWW.Example.com.:8443/x?y") == "www.example.com"
    assert host_of("nonsense") == ""
    assert host_of("http://[::1") == ""
