#!/usr/bin/env python3
"""One change and very many who watch: seconds until all is owed, then until it is delivered, and the memory it took.

usage: bench/alerts.py [--watching N,N,…] [--most-delivered N]

For each number, throw-away servers are filled with so many organizations of one member and one webhook each. One change is
then told: `enqueue_alerts` is timed, and after it both outboxes, to an SMTP server and an HTTP server of this machine that
run in a process of their own. Memory is this process's, before each step and at its peak: what filling left is in both.
"""

import argparse
import itertools
import os
import pathlib
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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


MAIL_PORT, HOOK_PORT = _free_port(), _free_port()


def main() -> None:
    """Measure each number of watching organizations on servers of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--watching", default="1000,10000,100000", help="default: %(default)s")
    parser.add_argument(
        "--most-delivered",
        type=int,
        default=1000,
        help="deliver at most so many of each (default: %(default)s)",
    )
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        _on_throw_away_servers(int(arguments.watching), arguments.most_delivered)
        return
    print(
        f"{'watching':>9} {'step':<24} {'rows':>8} {'seconds':>9} {'a second':>9} {'before MiB':>10} {'peak MiB':>9}"
    )
    for watching in arguments.watching.split(","):
        command = [sys.executable, __file__, "--one", "--watching", watching]
        subprocess.run([*command, "--most-delivered", str(arguments.most_delivered)], check=True)


def _on_throw_away_servers(watching: int, most: int) -> None:
    with (
        throw_away_site(
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=str(MAIL_PORT),
            EMAIL_USE_TLS="False",
            ALLOW_PRIVATE_ADDRESSES="True",
        ),
        sinks_running(_SINKS),
    ):
        _measure(watching, most)


@contextmanager
def sinks_running(takers: str, *more: str) -> Iterator[None]:
    """The two servers in a process of their own; `takers` says how they take, `more` follows their ports as arguments."""
    command = [sys.executable, "-c", takers + _SERVE, str(MAIL_PORT), str(HOOK_PORT), *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as sinks:
        try:
            if not sinks.stdout or not sinks.stdout.readline():
                raise SystemExit("the servers that take mail and webhooks did not start")
            yield
        finally:
            sinks.kill()


def _measure(watching: int, most: int) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.db import connection
    from django.urls import reverse
    from django.utils import timezone

    from billing.tenancy import across_orgs_scope
    from monitoring.alerts import enqueue_alerts
    from monitoring.channels.sending import deliver_to_channels
    from monitoring.delivery import deliver_owed
    from monitoring.models import ChannelDelivery, Delivery
    from monitoring.timing import GATHERING

    change = fill(watching)
    now = timezone.now() - GATHERING  # so that the mails are due by now
    _time(watching, "all is owed", lambda: enqueue_alerts(change, now), lambda _: 2 * watching)
    with across_orgs_scope():
        for model in (Delivery, ChannelDelivery):
            rows = model.objects.across_orgs()  # type: ignore[attr-defined]
            later = rows.order_by("-pk").values("pk")[: max(0, watching - most)]
            rows.filter(pk__in=later).update(due_at=now + timezone.timedelta(days=1))
    connection.close()
    reverse("home")  # a worker has the map of the site
    _time(watching, "mails delivered", lambda: deliver_owed(timezone.now, connections=4), int)
    _time(watching, "webhooks delivered", lambda: deliver_to_channels(timezone.now), int)


def _time(watching: int, step: str, work: Callable[[], Any], rows: Callable[[Any], int]) -> None:
    tree = Tree(os.getpid())
    tree.forget_peak()
    before = tree.peak_mib()
    started = time.monotonic()
    done = rows(work())
    seconds = time.monotonic() - started
    print(
        f"{watching:>9,} {step:<24} {done:>8,} {seconds:>9.2f} {done / seconds:>9,.0f}"
        f" {before:>10.0f} {tree.peak_mib():>9.0f}"
    )


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


if __name__ == "__main__":
    main()
