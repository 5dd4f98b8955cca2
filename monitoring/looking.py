"""Looking at whatever is due: many hosts at once in threads, everything after the network one by one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from functools import cache, partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from monitoring.fetching.answers import Answer
from monitoring.fetching.documents import Render, fetch_page
from monitoring.fetching.http import Client, open_client
from monitoring.fetching.pages import Page, PageRequest
from monitoring.fetching.politeness import Politeness
from monitoring.fetching.robots import Robots
from monitoring.models import Schedule
from monitoring.noting import brings_nothing, note_quiet
from monitoring.pipeline import Fetch, Look, record_look, take_look
from monitoring.plain_looks import read_look, record_plain_looks
from monitoring.schedule import claim_due_documents

if TYPE_CHECKING:
    from monitoring.fetching.browser import Browser

Clock = Callable[[], datetime]
_TOGETHER = 8


@contextmanager
def open_fetch(clock: Clock, *, hurried: bool = False) -> Iterator[Fetch]:
    """The way to the network as settings describe it: guarded, polite, honest about who asks.

    `hurried` leaves out the pause between two requests to a host, for a host of our own.
    """
    robots, politeness = _manners(0 if hurried else settings.HOST_GAP_SECONDS)
    open_door = partial(open_client, user_agent=settings.USER_AGENT)
    with (
        open_door(allow_private=settings.ALLOW_PRIVATE_ADDRESSES) as client,
        open_door(allow_private=True) as demo_client,
        _open_browser(client) as render,
        _open_browser(demo_client) as render_demo,
    ):

        def fetch(request: PageRequest) -> Page:
            ours = bool(settings.DEMO_ORIGIN) and request.url.startswith(settings.DEMO_ORIGIN + "/")
            return fetch_page(
                demo_client if ours else client,
                request,
                now=clock(),
                robots=robots,
                politeness=politeness,
                render=render_demo if ours else render,
            )

        yield fetch


@contextmanager
def _open_browser(client: Client) -> Iterator[Render]:
    """Renders pages from the first that asks for it; before that the browser's library, 10 MiB, is not loaded."""
    lock = Lock()
    with ExitStack() as opened:

        @cache
        def browser() -> "Browser":
            from monitoring.fetching.browser import Browser  # noqa: PLC0415  see above

            return opened.enter_context(closing(Browser(client, user_agent=settings.USER_AGENT)))

        def render_page(url: str, **options: Any) -> Answer:
            with lock:
                rendering = browser()
            return rendering.render_page(url, **options)

        yield render_page


@cache
def _manners(gap: float) -> tuple[Robots, Politeness]:
    """What this process knows of the sites' wishes, kept from task to task: a robots.txt is asked for once a day."""
    return Robots("ConductAtlas"), Politeness(gap=gap)


def look_at_due_documents(
    clock: Clock, *, until: datetime | None = None, call_another: Callable[[], object] | None = None
) -> int:
    """Look at everything that is due, claim by claim, and return how many looks were taken.

    `call_another` is called once when hosts may be left that the first claim did not take. Looks that could not be recorded are raised
    as an ExceptionGroup when all the others are done; their documents are due again when the lease has lapsed.
    """
    looks = 0
    failed: list[Exception] = []
    with open_fetch(clock) as fetch, ThreadPoolExecutor(settings.FETCH_THREADS) as pool:
        while until is None or clock() < until:
            claimed = claim_due_documents(clock(), hosts=settings.FETCH_THREADS)
            if not claimed:
                break
            hosts = {schedule.host for schedule in claimed}
            if call_another and looks == 0 and len(hosts) == settings.FETCH_THREADS:
                call_another()
            for taken in _gathered(_take_looks(pool, claimed, fetch)):
                failed += _record_all(taken, clock)
                looks += len(taken)
    if failed:
        raise ExceptionGroup("Some looks could not be recorded.", failed)
    return looks


def _record_all(taken: Sequence[tuple[Schedule, Look]], clock: Clock) -> list[Exception]:
    """Looks that came back together, in one transaction: a commit costs more than an unchanged page.

    Those that brought nothing new are noted all at once, and so are those that end plainly. One that cannot be recorded (a bug) takes none of the others with it; its exception is returned.
    """
    failed: list[Exception] = []
    quiet = [(one, look.page) for one, look in taken if look.page and brings_nothing(one, look.page)]
    known = {schedule.pk for schedule, _ in quiet}
    read = [read_look(schedule, look) for schedule, look in taken if schedule.pk not in known]
    with transaction.atomic():
        note_quiet(quiet, clock())
        for one in record_plain_looks(read, clock()):
            try:
                record_look(one.schedule, one.look, clock(), reading=one.reading)
            except Exception as error:  # noqa: BLE001  raised when all the others are safe
                failed.append(error)
    return failed


def _gathered(looks: Iterable[list[tuple[Schedule, Look]]]) -> Iterator[list[tuple[Schedule, Look]]]:
    """The looks as they come, some more of them together."""
    gathered: list[tuple[Schedule, Look]] = []
    for taken in looks:
        gathered += taken
        if len(gathered) >= _TOGETHER:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _take_looks(
    pool: ThreadPoolExecutor, claimed: list[Schedule], fetch: Fetch
) -> Iterator[list[tuple[Schedule, Look]]]:
    """Each host's documents one after the other in one thread; looks come back as they are done, some together."""
    by_host: dict[str, list[Schedule]] = defaultdict(list)
    for schedule in claimed:
        by_host[schedule.host].append(schedule)
    waiting: dict[Future[Look], tuple[str, Schedule]] = {}
    rest = {host: iter(schedules) for host, schedules in by_host.items()}

    def submit(host: str) -> None:
        schedule = next(rest[host], None)
        if schedule is not None:
            waiting[pool.submit(partial(take_look, schedule, fetch))] = (host, schedule)

    for host in by_host:
        submit(host)
    while waiting:
        taken = []
        for done in wait(waiting, return_when=FIRST_COMPLETED).done:
            host, schedule = waiting.pop(done)
            submit(host)
            taken.append((schedule, done.result()))
        yield taken
