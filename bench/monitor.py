#!/usr/bin/env python3
"""Watch a site of policy pages through four rounds as deployed, and let an existing monitor do the same beside it.

usage: bench/monitor.py [--shared DIR] [-n PAGES] [--sites SITES] [--no-other]

DIR holds bench/gen_fixture.py and bench/serve_fixture.py. Scheduler tasks, Celery workers, PostgreSQL and Redis are the
real ones, on throw-away servers; the pages come over HTTP from loopback. The other monitor is urlwatch from PyPI, in an
environment of its own, with the selectors that the fixture's manifest gives. Beside both stands the floor: plain
GETs of the pages, and a parse of each, by which to judge what a goal asks for. There are only so many policies to make a
site of: for a longer run several sites are made of them, each with chrome, noise and changes of its own.
"""

import argparse
import contextlib
import json
import os
import pathlib
import resource
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.floor import start_floor  # noqa: E402  (the checkout is not installed)
from bench.processes import Tree  # noqa: E402
from bench.urlwatch import run_urlwatch  # noqa: E402
from conductatlas import servers  # noqa: E402

PORT, CONTROL = 8099, 8098
PROCESSES = 2
GOAL = 10  # times the pages a second of the best other monitor
ROUNDS = ("first look", "changes, noise", "broken pages", "recovery")
GIVE_UP = 300.0  # seconds a round may take
PUBLISHED = """
As published in shared/README.md, 300 pages on a machine of this kind:
  tool                                   pages/s 1 / 2   peak MiB   noise   missed   broken
  urlwatch 2.29, hand-written selectors        36 / 45         99       0        0       18
  urlwatch, no selectors                       29 / 31        103      90        0       18
  webchanges 3.37, selectors                   18 / 11        179       0        0       18
  changedetection.io 0.60, selectors            6 / 16        142       0        0        6
  Open Terms Archive 14.1, selectors         1.6 / 1.6  550 + 745       0        0        6
  a plain loop with trafilatura                33 / 39         54      30        0       15"""


@dataclass(slots=True)
class Round:
    """What one round cost and found; `introduced` is what it took beyond, until every provision was introduced."""

    seconds: float
    cpu: float
    database_cpu: float
    peak_mib: float
    served: dict[str, int] = field(default_factory=dict)
    alarmed: set[str] = field(default_factory=set)
    introduced: float = 0.0
    introduced_cpu: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("-n", type=int, default=120, help="pages of a site (default: %(default)s)")
    parser.add_argument("--sites", type=int, default=1, help="sites of so many pages (default: %(default)s)")
    parser.add_argument("--no-other", action="store_true", help="leave the other monitor out")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-monitor-") as folder:
        home = pathlib.Path(folder)
        home.chmod(0o755)
        tools = arguments.shared / "bench"
        pages = [
            page
            for number in range(arguments.sites)
            for page in make_site(home / f"fixture{number}", tools, arguments.n, number)
        ]
        with contextlib.ExitStack() as sites:
            for number in range(arguments.sites):
                sites.enter_context(site(tools, home / f"fixture{number}", number))
            rounds = watch(home, pages, arguments.sites)
            report("ConductAtlas, no selectors", pages, rounds)
            floors = measure_floors(pages, arguments.sites)
            if not arguments.no_other:
                compare(home, pages, arguments.sites, rounds, floors)
    print(PUBLISHED)


def make_site(fixture: pathlib.Path, tools: pathlib.Path, size: int, number: int) -> list[dict]:
    """Write the pages of one site; gives them as its manifest tells of them, under names that no other site has."""
    call = [sys.executable, tools / "gen_fixture.py", "--out", fixture, "-n", str(size)]
    call += ["--port", str(PORT + number), "--seed", str(7 + number)]
    subprocess.run(call, check=True)
    pages = json.loads((fixture / "manifest.json").read_text())["pages"]
    named = f"s{number}" if number else ""
    return [
        {**page, "id": named + page["id"], "service": f"{page['service']} {named}".strip()} for page in pages
    ]


@contextlib.contextmanager
def site(tools: pathlib.Path, fixture: pathlib.Path, number: int) -> Iterator[None]:
    """The fixture on loopback."""
    control = str(CONTROL - number)
    call = [sys.executable, tools / "serve_fixture.py", "--fixture", fixture, "--control", control]
    server = subprocess.Popen(call, stdout=subprocess.PIPE)
    try:
        assert server.stdout is not None
        if server.stdout.readline().strip() != b"ready":
            sys.exit("The fixture site did not start; is its port taken?")
        yield
    finally:
        server.terminate()
        server.wait()


def begin_round(number: int, sites: int) -> None:
    for control in range(CONTROL - sites + 1, CONTROL + 1):
        urllib.request.urlopen(f"http://127.0.0.1:{control}/round/{number}", data=b"").read()
    served(sites)


def served(sites: int) -> dict[str, int]:
    """What was asked of the sites since the last call."""
    told = [
        json.load(urllib.request.urlopen(f"http://127.0.0.1:{control}/stats?reset=1"))
        for control in range(CONTROL - sites + 1, CONTROL + 1)
    ]
    return {
        "requests": sum(one["requests"] for one in told),
        "304": sum(one["status"].get("304", 0) for one in told),
        "peak_host": max(one["peak_host"] for one in told),
    }


def watch(home: pathlib.Path, pages: list[dict], sites: int) -> list[Round]:
    """The four rounds through scheduler tasks, workers and database."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "conductatlas.settings",
        "DATA_DIR": str(home / "data"),
        "DEVELOPMENT": "False",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOW_PRIVATE_ADDRESSES": "True",
        "HOST_GAP_SECONDS": "0",
        "SECOND_LOOK_AFTER_MINUTES": "0",
        "LOG_LEVEL": "ERROR",
    }
    (home / "data/static").mkdir(parents=True)
    throw_away = servers.start_throw_away()
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        enter(pages)
        database = Tree(int((throw_away / "postgres/postmaster.pid").read_text().split()[0]))
        with workers() as crew:
            return [run_round(number, sites, crew, database) for number in (1, 2, 3, 4)]
    finally:
        servers.discard(throw_away)


@contextlib.contextmanager
def workers() -> Iterator[Tree]:
    """The Celery workers of `manage.py up`; yields when they answer."""
    from conductatlas.celery import app

    call = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "conductatlas",
        "--quiet",
        "worker",
        "--concurrency",
        str(PROCESSES),
    ]
    worker = subprocess.Popen([*call, "--loglevel", "error"], cwd=ROOT)
    try:
        while not app.control.ping(timeout=1):
            if worker.poll() is not None:
                sys.exit("The Celery worker did not start.")
        yield Tree(worker.pid)
    finally:
        worker.terminate()
        worker.wait()


def enter(pages: list[dict]) -> None:
    """A platform for each service, a document for each page."""
    from django.utils import timezone
    from django.utils.text import slugify

    from monitoring.schedule import start_schedule
    from platforms.models import Document, Platform

    for page in pages:
        platform, _ = Platform.objects.get_or_create(
            slug=slugify(page["service"]), defaults={"name": page["service"][5:], "sector": "Social"}
        )
        document = Document.objects.create(
            platform=platform, slug=page["id"], type=page["terms"], urls=[page["url"]]
        )
        start_schedule(document, timezone.now())


def run_round(number: int, sites: int, crew: Tree, database: Tree) -> Round:
    """Makes every document due, wakes the workers as the scheduler does, waits until none is due."""
    from django.utils import timezone

    from monitoring.models import Schedule
    from monitoring.schedule import count_due
    from monitoring.tasks import look_at_due_documents
    from provisions.models import Change, FirstReading

    begin_round(number, sites)
    crew.forget_peak()
    cpu, database_cpu, started, began = (
        crew.cpu_seconds(),
        database.cpu_seconds(),
        time.monotonic(),
        timezone.now(),
    )
    Schedule.objects.update(next_look_at=began)
    look_at_due_documents.delay()
    woken = started
    while count_due(timezone.now()) or Schedule.objects.filter(claimed_until__gte=timezone.now()).exists():
        if time.monotonic() - started > GIVE_UP:
            sys.exit(f"Round {number} is not done after {GIVE_UP:.0f} seconds.")
        if time.monotonic() - woken > 15:
            look_at_due_documents.delay()
            woken = time.monotonic()
        time.sleep(0.02)
    done = Round(
        time.monotonic() - started,
        crew.cpu_seconds() - cpu,
        database.cpu_seconds() - database_cpu,
        0.0,
        served(sites),
        set(
            Change.objects.filter(found_at__gte=began, alarmed=True).values_list("document__slug", flat=True)
        ),
    )
    while FirstReading.objects.exists():
        if time.monotonic() - started > GIVE_UP:
            sys.exit(f"The provisions of round {number} are not introduced after {GIVE_UP:.0f} seconds.")
        time.sleep(0.05)
    done.introduced = time.monotonic() - started - done.seconds
    done.introduced_cpu = crew.cpu_seconds() - cpu - done.cpu
    done.peak_mib = crew.peak_mib()
    return done


def report(title: str, pages: list[dict], rounds: list[Round]) -> None:
    print(f"\n{title}: {len(pages)} pages, on {os.cpu_count()} cores")
    print(
        "  round               pages/s  CPU s  pages/CPU s  database CPU s  peak MiB  requests  304s  peak a host"
    )
    for number, (name, one) in enumerate(zip(ROUNDS, rounds, strict=True), start=1):
        print(
            f"  {number} {name:16} {len(pages) / one.seconds:8.0f} {one.cpu:6.2f} {len(pages) / one.cpu:12.0f}"
            f" {one.database_cpu:15.2f} {one.peak_mib:9.0f} {one.served['requests']:9} {one.served['304']:5}"
            f" {one.served['peak_host']:12}"
        )
        if one.introduced_cpu:
            whole = len(pages) / (one.seconds + one.introduced)
            print(
                f"    … with every provision introduced {whole:.0f} pages/s: {one.introduced:.1f} s and"
                f" {one.introduced_cpu:.1f} CPU s more, in the background"
            )
    print_verdict(pages, [one.alarmed for one in rounds])


def print_verdict(pages: list[dict], alarmed: list[set[str]]) -> None:
    noise = {page["id"] for page in pages if page["round2"] == "noise"}
    real = {page["id"] for page in pages if page["round2"] == "substantive"}
    broken = {page["id"] for page in pages if page["fault"]}
    print(
        f"  noise pages raised as changes        {len(alarmed[1] & noise)} of {len(noise)} {some(alarmed[1] & noise)}"
    )
    print(
        f"  changes missed                       {len(real - alarmed[1])} of {len(real)} {some(real - alarmed[1])}"
    )
    for number in (3, 4):
        raised = alarmed[number - 1] & broken
        print(f"  broken pages raised in round {number}       {len(raised)} of {len(broken)} {some(raised)}")
    other = (alarmed[0] | alarmed[1] | alarmed[2] | alarmed[3]) - noise - real - broken
    print(f"  other pages ever raised              {len(other)} {some(other)}")


def some(names: set[str]) -> str:
    return f"({', '.join(sorted(names)[:8])})" if names else ""


def measure_floors(pages: list[dict], sites: int) -> dict[str, list[Round]]:
    """Rounds 1 and 2 by plain GETs, and with a parse of each page: what no monitor that looks at them can beat."""
    urls = [page["url"] for page in pages]
    print(f"\nThe floor, in {PROCESSES} processes       pages/s 1 / 2   pages/CPU s 1 / 2")
    floors = {}
    for name, parse in (("plain httpx GETs", False), ("and a selectolax parse", True)):
        run, rounds = start_floor(urls, processes=PROCESSES, parse=parse), []
        for number in (1, 2):
            begin_round(number, sites)
            seconds, cpu = run()
            rounds.append(Round(seconds, cpu, 0.0, 0.0))
        floors[name] = rounds
        paces = "   ".join(
            " / ".join(f"{len(pages) / measure(one):4.0f}" for one in rounds) + "  "
            for measure in (lambda one: one.seconds, lambda one: one.cpu)
        )
        print(f"  {name:30} {paces}")
    return floors


def compare(
    home: pathlib.Path, pages: list[dict], sites: int, ours: list[Round], floors: dict[str, list[Round]]
) -> None:
    """The same pages and rounds by urlwatch, then the two side by side."""
    theirs = []
    runner = run_urlwatch(home / "urlwatch", pages)
    if isinstance(runner, str):
        print(f"\n{runner}")
        return
    for number in (1, 2, 3, 4):
        begin_round(number, sites)
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        alarmed, peak = runner()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        theirs.append(Round(time.monotonic() - started, cpu, 0.0, peak, served(sites), alarmed))
    report("urlwatch 2.29 with the manifest's selectors", pages, theirs)
    print("\n  ours to urlwatch in this run     round 1   round 2")
    for name, measure in (
        ("pages/s", lambda one: 1 / one.seconds),
        ("pages/CPU second", lambda one: 1 / one.cpu),
    ):
        ratios = [measure(ours[number]) / measure(theirs[number]) for number in (0, 1)]
        print(f"  {name:30} {ratios[0]:8.1f}x {ratios[1]:8.1f}x")
    goals = [GOAL * len(pages) / theirs[number].cpu for number in (0, 1)]
    print(
        f"  {GOAL} times urlwatch would be      {goals[0]:8.0f}  {goals[1]:8.0f}   pages/CPU second, that is"
    )
    for name, rounds in floors.items():
        shares = [goals[number] * rounds[number].cpu / len(pages) for number in (0, 1)]
        print(f"    of the floor, {name:22} {shares[0]:3.1f}x {shares[1]:8.1f}x")


if __name__ == "__main__":
    main()
