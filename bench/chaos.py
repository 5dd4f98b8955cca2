#!/usr/bin/env python3
"""Deliveries while everything is killed at random: does each alert arrive, and why does one arrive twice?

usage: bench/chaos.py [--deliveries N] [--kills N] [--round SECONDS] [--seed N]

Half of the deliveries are mails, half are webhooks. A worker and a scheduler as in production deliver them to an SMTP
server and an HTTP server of this machine that refuse a third of what they are asked and sometimes take a message and drop
the connection before they say so. Meanwhile the worker, the scheduler, Valkey and PostgreSQL are killed (SIGKILL) and
started again. After each round the worker is killed and hours pass: what waits for its next try is due, claims lapse. The
time that starting again takes is no part of a round.
"""

import argparse
import contextlib
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.alerts import MAIL_PORT, fill, sinks_running  # noqa: E402  (the checkout is not installed)
from conductatlas import servers  # noqa: E402

_SINKS = """
import asyncio, random, sys
from aiohttp import web
from aiosmtpd.controller import Controller

log, draw = open(sys.argv[3], "a", buffering=1), random.Random(int(sys.argv[4]))

class Taker:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if draw.random() < 1 / 6:
            return "450 4.2.1 busy"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        if draw.random() < 1 / 5:
            return "451 4.3.0 not now"
        head = envelope.content.split(b"\\r\\n\\r\\n")[0].decode()
        key = next(line for line in head.splitlines() if line.lower().startswith("message-id:"))
        lost = draw.random() < 1 / 50
        log.write(f"mail {key.split('<')[1].split('@')[0]} {'lost' if lost else 'taken'}\\n")
        if lost:
            server.transport.abort()
        return "250 taken"

async def take(request):
    try:
        await request.read()
    except ConnectionResetError:  # its worker was killed
        return web.Response(status=400)
    if draw.random() < 1 / 3:
        return web.Response(status=draw.choice([500, 503, 429]), text="not now")
    lost = draw.random() < 1 / 50
    log.write(f"hook {request.headers['webhook-id'].removeprefix('msg_')} {'lost' if lost else 'taken'}\\n")
    if lost:
        request.transport.abort()
    return web.Response(text="ok")
"""

_LONGEST_START = 120


class Stage:
    """The servers and processes that are killed, and how each is started again."""

    def __init__(self, home: pathlib.Path) -> None:
        self.home = home
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.killed: Counter[str] = Counter()

    def start(self, name: str) -> None:
        """The worker or the scheduler, as `manage.py up` starts them."""
        celery = [sys.executable, "-m", "celery", "-A", "conductatlas", "--quiet"]
        command = {
            "worker": [*celery, "worker", "--concurrency", "2", "--loglevel", "critical"],
            "scheduler": [*celery, "beat", "--loglevel", "critical", "--schedule", str(self.home / "beat")],
        }[name]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.processes[name] = subprocess.Popen(command, cwd=ROOT, start_new_session=True, **quiet)
        if name == "worker":
            _wait_for_worker()

    def kill(self, name: str) -> None:
        """SIGKILL, to a worker's children too."""
        self.killed[name] += 1
        if name in self.processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.processes[name].pid, signal.SIGKILL)
            self.processes[name].wait()
            return
        file = self.home / ("postgres/postmaster.pid" if name == "postgresql" else "valkey.pid")
        with contextlib.suppress(ProcessLookupError, OSError, ValueError):
            os.kill(int(file.read_text().split()[0]), signal.SIGKILL)

    def start_again(self, name: str) -> None:
        """Whatever was killed; PostgreSQL waits until what its parent left is gone."""
        if name in self.processes:
            self.start(name)
            return
        for _ in range(30):
            with contextlib.suppress(servers.ServerError):
                servers.start_missing(self.home, durable=True)
                return
            time.sleep(1)
        raise SystemExit(f"{name} does not start again")


def _wait_for_worker() -> None:
    """Until it takes work, so that each gets to send something before it is killed; Valkey may be slow to answer."""
    from conductatlas.celery import app

    give_up = time.monotonic() + _LONGEST_START
    while time.monotonic() < give_up:
        with contextlib.suppress(Exception):
            if app.control.ping(timeout=0.5):
                return
    raise SystemExit("the worker does not start again")


def main() -> None:
    """Run it and print what arrived."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--deliveries", type=int, default=2000, help="default: %(default)s")
    parser.add_argument("--kills", type=int, default=40, help="default: %(default)s")
    parser.add_argument("--round", type=int, default=30, help="seconds; default: %(default)s")
    parser.add_argument("--seed", type=int, default=7, help="default: %(default)s")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what was started is stopped too
    with _stage(arguments.seed) as (stage, log):
        keys = _owe(arguments.deliveries // 2)
        started = time.monotonic()
        _rage(stage, arguments.kills, arguments.round, random.Random(arguments.seed))
        seconds = time.monotonic() - started
        _report(stage, log.read_text().split("\n"), keys, seconds)


@contextlib.contextmanager
def _stage(seed: int) -> Iterator[tuple[Stage, pathlib.Path]]:
    with tempfile.TemporaryDirectory(prefix="chaos-", ignore_cleanup_errors=True) as folder:
        home, log = pathlib.Path(folder), pathlib.Path(folder) / "taken"
        home.chmod(0o755)
        log.touch()
        addresses = servers.start_missing(home, durable=True)
        os.environ |= {
            "DATABASE_URL": addresses.database_url, "REDIS_URL": addresses.redis_url,
            "DJANGO_SETTINGS_MODULE": "conductatlas.settings", "DATA_DIR": folder, "LOG_LEVEL": "CRITICAL",
            "DEVELOPMENT": "False", "SECRET_KEY": "for-one-benchmark-" * 4, "SITE_URL": "https://conductatlas.example",
            "EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(MAIL_PORT), "EMAIL_USE_TLS": "False",
            "ALLOW_PRIVATE_ADDRESSES": "True", "PYTHONWARNINGS": "ignore",
        }  # fmt: skip
        stage = Stage(home)
        try:
            with sinks_running(_SINKS, str(log), str(seed)):
                yield stage, log
        finally:
            for name in stage.processes:
                stage.kill(name)
            servers.stop(home)


def _owe(watching: int) -> set[str]:
    """One change that so many organizations are owed by mail and by webhook; the keys of all those messages."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.utils import timezone

    from billing.tenancy import across_orgs_scope
    from monitoring.alerts import enqueue_alerts
    from monitoring.models import ChannelDelivery, Delivery

    enqueue_alerts(fill(watching), timezone.now() - timezone.timedelta(minutes=10))
    with across_orgs_scope():
        mails = Delivery.objects.across_orgs().values_list("key", flat=True)
        hooks = ChannelDelivery.objects.across_orgs().values_list("key", flat=True)
        return {str(key) for key in mails} | {key.hex for key in hooks}


def _rage(stage: Stage, kills: int, seconds: int, draw: random.Random) -> None:
    from monitoring.tasks import deliver_owed_alerts, deliver_owed_to_channels

    names = ["worker", "scheduler", "valkey", "postgresql"]
    for name in names[:2]:
        stage.start(name)
    left = _left()
    while left:
        worked = 0.0
        while worked < seconds:
            for task in (deliver_owed_alerts, deliver_owed_to_channels):
                with contextlib.suppress(Exception):  # Valkey may be down
                    task.apply_async(retry=False)
            pause = draw.uniform(1, 4)
            time.sleep(pause)
            worked += pause
            if stage.killed.total() < kills:
                victim = draw.choice(names)
                stage.kill(victim)
                stage.start_again(victim)
        stage.kill("worker")
        left = _hours_pass()
        print(f"  {left:,} left after {stage.killed.total()} kills", flush=True)
        stage.start("worker")


def _left() -> int:
    return _on_both("SELECT count(*) FROM {table} WHERE state = 'owed'")


def _hours_pass() -> int:
    """What waits is due and what a dead worker held is free; how many are left."""
    _on_both(
        "WITH freed AS (UPDATE {table} SET due_at = now(), claim = NULL, claimed_until = NULL"
        " WHERE state = 'owed' RETURNING 1) SELECT count(*) FROM freed"
    )
    return _left()


def _on_both(statement: str) -> int:
    from django.db import connection

    from billing.tenancy import across_orgs_scope

    connection.close()  # the server behind it may be another by now
    total = 0
    with across_orgs_scope(), connection.cursor() as cursor:
        for table in ("monitoring_delivery", "monitoring_channeldelivery"):
            cursor.execute(statement.format(table=table))
            total += cursor.fetchone()[0]
    return total


def _report(stage: Stage, lines: list[str], keys: set[str], seconds: float) -> None:
    taken = Counter[str]()
    answers_lost = Counter[str]()
    given_up = _on_both("SELECT count(*) FROM {table} WHERE state = 'given_up'")
    for line in filter(None, lines):
        _, key, how = line.split(" ")
        taken[key] += 1
        answers_lost[key] += how == "lost"
    again = sum(taken.values()) - len(taken)
    after_lost = sum(min(times - 1, answers_lost[key]) for key, times in taken.items())
    killed = ", ".join(f"{name} {times}" for name, times in stage.killed.items())
    print(f"{len(keys):,} deliveries in {seconds:.0f} s; killed: {killed}")
    print(
        f"arrived {len(keys & set(taken)):,}, lost {len(keys - set(taken)):,} (given up after two days of tries: {given_up:,})"
    )
    print(
        f"twice {again}: {after_lost} after the answer was lost, {again - after_lost} taken and not yet marked when"
    )
    print("a worker or the database was killed; each under the id it had the first time")


if __name__ == "__main__":
    main()
