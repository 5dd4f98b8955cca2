#!/usr/bin/env python3
"""One change and very many who watch: until all is owed, then until it is delivered, and what it takes.

usage: bench/alerts.py [--watching N,N,…] [--workers N] [--most-delivered N]

For each number, throw-away servers are filled with so many organizations of one member and one webhook each. One change is
then told (`enqueue_alerts`), and what it owes is sent by the workers named to an SMTP server and an HTTP server of this
machine. Each step runs in processes of its own that have done nothing before: CPU seconds are theirs, PostgreSQL's and the
two servers' that take what is sent; memory is the most that any one of them held of its own, pages shared with others left
out for PostgreSQL, whose cache fills up to its setting whatever is done.
"""

import argparse
import itertools
import json
import os
import pathlib
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.processes import Tree  # noqa: E402  (the checkout is not installed)
from bench.throw_away import throw_away_site  # noqa: E402

_AT_ONCE = 2000
_SINKS = """
import asyncio, sys
from aiohttp import web
from aiosmtpd.controller import Controller

class Taker:
    async def handle_DATA(self, server, session, envelope):
        return "250 taken"

async def take(request):
    await request.read()
    return web.Response(text="ok")
"""
# Appended to what says how mails (Taker) and messages (take) are taken.
_SERVE = """
async def main():
    Controller(Taker(), hostname="127.0.0.1", port=int(sys.argv[1])).start()
    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(sys.argv[2])).start()
    print("ready", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


MAIL_PORT = _free_port()
# The steps run in processes of their own; the one that fills writes it into the channels.
HOOK_PORT = int(os.environ.setdefault("BENCH_HOOK_PORT", str(_free_port())))


def main() -> None:
    """Measure each number of watching organizations on servers of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--watching", default="1000,10000,100000", help="default: %(default)s")
    parser.add_argument("--workers", type=int, default=2, help="that deliver; default: %(default)s")
    parser.add_argument("--most-delivered", type=int, help="deliver at most so many of each (default: all)")
    parser.add_argument("--step", choices=list(_STEPS), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        _take_step(arguments.step, int(arguments.watching), arguments.most_delivered)
        return
    print(f"{'':>9} {'':<8} {'':>8} {'':>9} {'':>8} {'CPU seconds':^24} {'MiB':^13}")
    print(
        f"{'watching':>9} {'step':<8} {'rows':>8} {'seconds':>9} {'a second':>8}"
        f" {'workers':>8} {'database':>8} {'sinks':>6} {'worker':>6} {'database':>8}"
    )
    for watching in map(int, arguments.watching.split(",")):
        _on_throw_away_servers(watching, arguments.workers, arguments.most_delivered or watching)


def _on_throw_away_servers(watching: int, workers: int, most: int) -> None:
    site = throw_away_site(
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=str(MAIL_PORT),
        EMAIL_USE_TLS="False",
        ALLOW_PRIVATE_ADDRESSES="True",
    )
    with site as home, sinks_running(_SINKS) as sinks:
        database = Tree(int((home / "postgres/postmaster.pid").read_text().split()[0]))
        for step in _STEPS:
            processes = workers if step in ("mails", "webhooks") else 1
            _run(step, watching, most, processes, database, Tree(sinks))


def _run(step: str, watching: int, most: int, processes: int, database: Tree, sinks: Tree) -> None:
    """The step in so many processes, and the line about it."""
    command = [
        sys.executable,
        __file__,
        "--step",
        step,
        "--watching",
        str(watching),
        "--most-delivered",
        str(most),
    ]
    before, sinks_before = database.cpu_seconds(), sinks.cpu_seconds()
    crew = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(processes)]
    held = 0.0
    while any(each.poll() is None for each in crew):
        held = max(held, database.most_own_mib())
        time.sleep(0.05)
    if any(each.returncode for each in crew):
        raise SystemExit(f"the step {step} failed")
    done = [_Done(**json.load(each.stdout)) for each in crew if each.stdout]
    rows, seconds = sum(each.rows for each in done), max(each.seconds for each in done)
    print(
        f"{watching:>9,} {step:<8} {rows:>8,} {seconds:>9.2f} {rows / seconds:>8,.0f}"
        f" {sum(each.cpu for each in done):>8.2f} {database.cpu_seconds() - before:>8.2f}"
        f" {sinks.cpu_seconds() - sinks_before:>6.2f} {max(each.mib for each in done):>6.0f} {held:>8.0f}",
        flush=True,
    )


@dataclass(frozen=True, slots=True)
class _Done:
    """What one process did of a step, and what it took."""

    rows: int
    seconds: float
    cpu: float
    mib: float


@contextmanager
def sinks_running(takers: str, *more: str) -> Iterator[int]:
    """The two servers in a process of their own, whose id is given; `takers` says how they take, `more` follows their ports as arguments."""
    command = [sys.executable, "-c", takers + _SERVE, str(MAIL_PORT), str(HOOK_PORT), *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as sinks:
        try:
            if not sinks.stdout or not sinks.stdout.readline():
                raise SystemExit("the servers that take mail and webhooks did not start")
            yield sinks.pid
        finally:
            sinks.kill()


def _take_step(step: str, watching: int, most: int) -> None:
    """In a process of its own: do it, and print what it took."""
    import django

    django.setup()
    work = _STEPS[step](watching, most)
    started, cpu = time.monotonic(), time.process_time()
    rows = work()
    seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    print(json.dumps({"rows": rows, "seconds": seconds, "cpu": cpu, "mib": Tree(os.getpid()).peak_mib()}))


def _filling(watching: int, most: int) -> Callable[[], int]:
    from django.core.management import call_command
    from django.db import connection

    def work() -> int:
        call_command("migrate", verbosity=0)
        fill(watching)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as autovacuum does soon after
        return watching

    return work


def _owing(watching: int, most: int) -> Callable[[], int]:
    from django.utils import timezone

    from monitoring.alerts import enqueue_alerts
    from monitoring.timing import GATHERING
    from provisions.models import Change

    change, now = Change.objects.get(), timezone.now() - GATHERING  # so that the mails are due by now

    def work() -> int:
        enqueue_alerts(change, now)
        return 2 * watching

    return work


def _mailing(watching: int, most: int) -> Callable[[], int]:
    from django.urls import reverse
    from django.utils import timezone

    from monitoring.mail.delivery import deliver_owed
    from monitoring.models import Delivery

    _put_off_all_but(most, Delivery)
    reverse("home")  # a worker has the map of the site
    return lambda: deliver_owed(timezone.now, connections=4)


def _calling(watching: int, most: int) -> Callable[[], int]:
    from django.utils import timezone

    from monitoring.channels.sending import deliver_to_channels
    from monitoring.models import ChannelDelivery

    _put_off_all_but(most, ChannelDelivery)
    return lambda: deliver_to_channels(timezone.now)


def _put_off_all_but(most: int, outbox: Any) -> None:
    from django.db import connection
    from django.utils import timezone

    from billing.tenancy import across_orgs_scope

    with across_orgs_scope():
        rows = outbox.objects.across_orgs().order_by("pk")
        rows.filter(pk__in=rows.values("pk")[most:]).update(
            due_at=timezone.now() + timezone.timedelta(days=1)
        )
    connection.close()


def fill(watching: int) -> Any:
    """So many organizations that watch one platform, and the change of its terms."""
    from django.utils import timezone

    from billing.models import Membership, Organization, Role, Subscription, User
    from billing.tenancy import across_orgs_scope
    from monitoring.channels.sealing import seal
    from monitoring.models import Channel, Watch
    from tests.builders import TERMS, build_change, build_document, build_version

    document = build_document()
    change = build_change(
        build_version(document), build_version(document, TERMS.replace("photos", "pictures"))
    )
    now = timezone.now()
    address, secret = seal(f"http://127.0.0.1:{HOOK_PORT}/hook"), seal("whsec_" + "A" * 44)
    with across_orgs_scope():
        for numbers in _pieces(range(watching)):
            people = User.objects.bulk_create(User(email=f"p{n}@bench.example") for n in numbers)
            houses = Organization.objects.bulk_create(
                Organization(name=f"O{n}", slug=f"o{n}") for n in numbers
            )
            Membership.objects.bulk_create(
                Membership(organization=house, user=person, role=Role.OWNER)
                for house, person in zip(houses, people, strict=True)
            )
            Subscription.objects.bulk_create(
                Subscription(organization=house, plan="professional", status="active") for house in houses
            )
            Watch.objects.across_orgs().bulk_create(
                Watch(organization=house, platform=document.platform, title="Platform", started_at=now)
                for house in houses
            )
            Channel.objects.across_orgs().bulk_create(
                Channel(
                    organization=house, kind="webhook", name="W", host="127.0.0.1", sealed_address=address,
                    sealed_secret=secret, added_at=now,
                )
                for house in houses
            )  # fmt: skip
    return change


def _pieces(numbers: Iterable[int]) -> Iterable[list[int]]:
    left = iter(numbers)
    while piece := list(itertools.islice(left, _AT_ONCE)):
        yield piece


_STEPS = {"fill": _filling, "owed": _owing, "mails": _mailing, "webhooks": _calling}

if __name__ == "__main__":
    main()
