"""manage.py replay: drive stored captures through the same path as live checks, in order of time."""

import json
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from monitoring.replay import Capture, Problem, Replayed, read_index, replay_captures


class Command(BaseCommand):
    help = "Replays a folder of captures (index.jsonl, faults.jsonl) through the pipeline."
    requires_system_checks: list[str] = []  # they load every page of the site, a third of the memory

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder with an index.jsonl")
        parser.add_argument("--report", type=Path, help="write one JSON line a capture to this file")
        parser.add_argument(
            "--texts", type=Path, help="write each version's text to this folder, by its SHA-256"
        )
        parser.add_argument(
            "--platform", action="append", default=[], help="only this platform (repeatable, its slug)"
        )
        parser.add_argument("--language", default="en", help="language of documents not in the catalogue")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not (folder / "index.jsonl").exists():
            raise CommandError(f"{folder} has no index.jsonl. Name the folder that holds it.")
        captures, problems = read_index(folder, only=set(options["platform"]), language=options["language"])
        if options["texts"]:
            options["texts"].mkdir(parents=True, exist_ok=True)
        report = options["report"].open("w") if options["report"] else None
        try:
            self._replay(captures, problems, report, options["texts"])
        finally:
            if report:
                report.close()
        for problem in problems:
            self.stderr.write(str(problem))
        if problems:
            raise CommandError(f"{len(problems)} of the lines could not be replayed; the rest were.")

    def _replay(
        self, captures: list[Capture], problems: list[Problem], report: TextIO | None, texts: Path | None
    ) -> None:
        started, counts = time.monotonic(), dict[str, int]()
        for number, replayed in enumerate(replay_captures(captures, problems), start=1):
            counts[replayed.outcome] = counts.get(replayed.outcome, 0) + 1
            if report:
                report.write(json.dumps(replayed.as_row()) + "\n")
            if texts and replayed.text is not None:
                (texts / f"{replayed.version_sha256}.txt").write_text(replayed.text)
            self._show_progress(number, len(captures), replayed)
        seconds = time.monotonic() - started
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
        self.stdout.write(f"{len(captures)} captures in {seconds:.1f} s: {told or 'nothing to replay'}")

    def _show_progress(self, number: int, total: int, replayed: Replayed) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r{number}/{total} {replayed.path[:70]:70}", ending="")
