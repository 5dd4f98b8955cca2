"""Looking at what is due over real HTTP on loopback: every document once, a host at a time, failures apart."""

import gc
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.db import IntegrityError, connection
from django.test.utils import override_settings

from monitoring.looking import look_at_due_documents
from monitoring.models import Check, Schedule
from monitoring.schedule import start_schedule
from platforms.models import Version
from tests.policy_pages import CLAUSES, DAY, NOON, TRAIN, make_document, policy

pytestmark = pytest.mark.django_db


class Site:
    """A small web site on several loopback addresses that counts who asks at the same time."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.asked: Counter[str] = Counter()
        self.peak = 0
        self._busy: Counter[str] = Counter()
        self._lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host = self.headers["Host"]
                with site._lock:
                    site._busy[host] += 1
                    site.peak = max(site.peak, site._busy[host])
                    site.asked[self.path] += 1
                body = site.pages.get(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body or b"")))
                with site._lock:  # before the headers go: an answer without a body ends with them
                    site._busy[host] -= 1
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        self._servers = [ThreadingHTTPServer(("127.0.2.1", 0), Handler)]
        port = self._servers[0].server_port
        self._servers += [ThreadingHTTPServer((f"127.0.2.{n}", port), Handler) for n in (2, 3)]
        self._threads = [
            threading.Thread(target=server.serve_forever, args=(0.02,)) for server in self._servers
        ]
        self.hosts = [f"127.0.2.{n}:{port}" for n in (1, 2, 3)]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()
        for thread in self._threads:
            thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    with override_settings(ALLOW_PRIVATE_ADDRESSES=True, HOST_GAP_SECONDS=0, FETCH_THREADS=4):
        yield site
    site.close()


def enter(site: Site, count: int) -> None:
    for number in range(count):
        path = f"/p{number}"
        site.pages[path] = policy(chrome=str(number))
        url = f"http://{site.hosts[number % 3]}{path}"
        start_schedule(make_document(f"doc-{number}", platform=f"p{number}", urls=[url]), NOON)


def test_everything_due_is_looked_at_once_and_a_host_one_at_a_time(site: Site) -> None:
    enter(site, 12)
    assert look_at_due_documents(lambda: NOON) == 12
    assert Version.objects.count() == 12
    assert set(Check.objects.values_list("outcome", flat=True)) == {"first"}
    assert [site.asked[f"/p{number}"] for number in range(12)] == [1] * 12
    assert site.peak == 1
    assert not Schedule.objects.exclude(claimed_until=None).exists()
    assert look_at_due_documents(lambda: NOON) == 0


def test_a_document_that_fails_leaves_the_others_alone(site: Site) -> None:
    enter(site, 6)
    del site.pages["/p2"]
    site.pages["/p3"] = b"<html><title>Just a moment...</title><p>Verify you are human.</p></html>"
    look_at_due_documents(lambda: NOON)
    outcomes = dict(Check.objects.values_list("document__slug", "outcome"))
    assert (outcomes.pop("doc-2"), outcomes.pop("doc-3")) == ("failed", "refused")
    assert set(outcomes.values()) == {"first"}


def archived() -> list[Schedule | Version]:
    # By its type itself: isinstance() would ask other people's proxies, whose objects may be gone.
    return [one for one in gc.get_objects() if issubclass(type(one), Schedule | Version)]


def test_what_a_look_held_is_let_go_without_waiting_for_the_collector(site: Site) -> None:
    enter(site, 6)
    look_at_due_documents(lambda: NOON)
    gc.collect()
    gc.disable()
    others = archived()  # of whoever came before
    try:
        for page in ("/p1", "/p2"):
            site.pages[page] = policy(chrome="b2")
        assert look_at_due_documents(lambda: NOON + 2 * DAY)
        held = [one for one in archived() if not any(one is other for other in others)]
    finally:
        gc.enable()
    assert held == []


def test_the_next_days_change_is_found(site: Site) -> None:
    enter(site, 3)
    look_at_due_documents(lambda: NOON)
    site.pages["/p1"] = policy((*CLAUSES, TRAIN))
    assert look_at_due_documents(lambda: NOON + 2 * DAY) == 3
    newest = Check.objects.filter(at=NOON + 2 * DAY)
    assert dict(newest.values_list("document__slug", "outcome")) == {
        "doc-0": "unchanged",
        "doc-1": "changed",
        "doc-2": "unchanged",
    }


def test_no_more_is_claimed_when_the_time_is_up(site: Site) -> None:
    enter(site, 3)
    assert look_at_due_documents(lambda: NOON, until=NOON) == 0
    assert not site.asked


def test_a_sites_robots_txt_is_asked_for_once_however_often_we_come(site: Site) -> None:
    enter(site, 6)
    look_at_due_documents(lambda: NOON)
    look_at_due_documents(lambda: NOON + 2 * DAY)
    assert site.asked["/robots.txt"] == 3


def test_a_look_that_cannot_be_recorded_takes_no_other_with_it(site: Site) -> None:
    enter(site, 9)
    # A title that the database refuses stands for any fault of ours.
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE platforms_version ADD CONSTRAINT no_such CHECK (title <> 'Broken')")
    site.pages["/p4"] = site.pages["/p4"].replace(b"<h1>Privacy Policy", b"<h1>Broken")
    with pytest.raises(ExceptionGroup) as raised:
        look_at_due_documents(lambda: NOON)
    assert [type(error) for error in raised.value.exceptions] == [IntegrityError]
    assert not Version.objects.filter(document__slug="doc-4").exists()
    assert not Schedule.objects.filter(document__slug="doc-4", last_looked_at__isnull=False).exists()
