#!/usr/bin/env python3
"""Replay real captures through the pipeline, score what came of them, and measure the path and its memory.

usage: bench/replay.py [--data DIR] [--worst N] [--full]

DIR holds html/ (captures with index.jsonl) and lies beside bench/score_replay.py, whose definitions count. Servers are
throw-away ones. --full measures growth at 1,000 and 10,000 pages instead of 300 and 900.
"""

import argparse
import dataclasses
import itertools
import json
import os
import pathlib
import re
import secrets
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.reading import bag, f1  # noqa: E402  (the checkout is not installed)
from conductatlas import servers  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--full", action="store_true", help="growth from 1,000 to 10,000 pages (takes long)")
    arguments = parser.parse_args()
    captures, scorer = arguments.data / "html", arguments.data.resolve().parent / "bench/score_replay.py"
    throw_away = servers.start_throw_away()
    try:
        with tempfile.TemporaryDirectory(prefix="bench-replay-") as folder:
            home = pathlib.Path(folder)
            (home / "data/static").mkdir(parents=True)
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "conductatlas.settings",
                "DATA_DIR": str(home / "data"),
                "DEVELOPMENT": "False",
                "SECRET_KEY": secrets.token_urlsafe(64),
            }
            manage("migrate", "--verbosity", "0")
            report, texts = home / "report.jsonl", home / "texts"
            replay(captures, report, texts)
            call = [sys.executable, scorer, "--data", captures, "--report", report, "--texts", texts]
            subprocess.run([*call, "--worst", str(arguments.worst)], check=True)
            print_tenth_percentile(captures, report, texts)
            grow(captures, (1_000, 10_000) if arguments.full else (300, 900))
    finally:
        servers.discard(throw_away)


def manage(*call: str | pathlib.Path) -> None:
    subprocess.run([sys.executable, ROOT / "manage.py", *call], check=True)


def replay(captures: pathlib.Path, report: pathlib.Path, texts: pathlib.Path) -> None:
    """`manage.py replay`, with the CPU time of the whole path: parse to committed row. Its memory is its own, not migrate's."""
    call = [sys.executable, ROOT / "manage.py", "replay", captures, "--report", report, "--texts", texts]
    started = time.monotonic()
    process = subprocess.Popen(call)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("The replay failed.")
    seconds, cpu = time.monotonic() - started, used.ru_utime + used.ru_stime
    pages = len(report.read_text().splitlines())
    print(f"pages a second on one core                 {pages / cpu:.1f} ({pages} pages, {cpu:.1f} s of CPU)")
    print(
        f"pages a second by the clock                {pages / seconds:.1f} (with start and waiting for the database)"
    )
    print(f"peak memory                                {used.ru_maxrss / 1024:.0f} MiB")


def print_tenth_percentile(captures: pathlib.Path, report: pathlib.Path, texts: pathlib.Path) -> None:
    """Word F1 at the tenth percentile, over the texts that score_replay.py scores."""
    became = {row["path"]: row["version_sha256"] for row in map(json.loads, report.open())}
    scores = []
    for row in map(json.loads, (captures / "index.jsonl").open()):
        text, reference = texts / f"{became.get(row['path'])}.txt", captures / (row["ref_path"] or "none")
        if (
            row["usable_for_extraction"]
            and row["ref_is_from_this_capture"]
            and text.exists()
            and reference.exists()
        ):
            scores.append(f1(bag(text.read_text()), bag(reference.read_text(), markdown=True)))
    scores.sort()
    print(f"word F1 tenth percentile                   {scores[len(scores) // 10]:.4f}")


def grow(captures: pathlib.Path, sizes: tuple[int, int]) -> None:
    """Memory and pace of one process that looks at the same captures over and over, as documents of new names."""
    import django

    django.setup()
    from monitoring.replay import read_index, replay_captures

    small, large = sizes
    found, _ = read_index(captures, only=set(), language="en")
    found.sort(key=lambda one: one.at)
    numbered = itertools.chain.from_iterable(
        [dataclasses.replace(one, service_slug=f"{one.service_slug}-{turn}") for one in found]
        for turn in itertools.count()
    )
    for size in range(small, large + 1, small):
        started = time.process_time()
        for _ in replay_captures(itertools.islice(numbered, small), []):
            pass
        pace = small / (time.process_time() - started)
        print(f"at {size:6,} pages   {pace:14.1f} pages a second of CPU, {resident():.0f} MiB", flush=True)


def resident() -> float:
    """MiB held by this process now."""
    status = pathlib.Path("/proc/self/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


if __name__ == "__main__":
    main()
