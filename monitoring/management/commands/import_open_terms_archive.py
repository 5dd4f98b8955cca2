"""manage.py import_open_terms_archive: a clone of their repositories into our archive."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from monitoring.open_terms.git import GitFailed, is_repository, name_of
from monitoring.open_terms.importing import Imported, import_repository

_TELL_EVERY = 100
_REASONS_TOLD = 20


class Command(BaseCommand):
    help = (
        "Imports versions (or snapshots) and declarations from a clone of an Open Terms Archive repository."
    )
    requires_system_checks: list[str] = []  # they load every page of the site, a third of the memory

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "repository", type=Path, help="a clone with <Service>/<Document type>.md, or declarations/"
        )
        parser.add_argument(
            "--declarations", type=Path, help="a clone with declarations/, where that is another"
        )
        parser.add_argument(
            "--platform", action="append", default=[], help="only this platform (repeatable, its slug)"
        )
        parser.add_argument("--language", default="en", help="language of documents that we do not have yet")
        parser.add_argument("--all-reasons", action="store_true", help="name everything that was skipped")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["repository"]
        if not is_repository(folder) and not (folder / "declarations").is_dir():
            raise CommandError(
                f"{folder} is no git repository and has no declarations/. Name a clone of one."
            )
        imported, started = Imported(name_of(folder)), time.monotonic()
        found = import_repository(
            folder,
            declarations=options["declarations"],
            only=set(options["platform"]),
            language=options["language"],
            imported=imported,
        )
        try:
            for number, replayed in enumerate(found, start=1):
                if sys.stderr.isatty() or number % _TELL_EVERY == 0:
                    end = "\r" if sys.stderr.isatty() else "\n"
                    self.stderr.write(f"{number} {replayed.path[-70:]:70}", ending=end)
        except GitFailed as error:
            raise CommandError(str(error)) from error
        self._tell(imported, time.monotonic() - started, all_reasons=options["all_reasons"])

    def _tell(self, imported: Imported, seconds: float, *, all_reasons: bool) -> None:
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(imported.looked.items()))
        self.stdout.write(
            f"{imported.repository}: {imported.declared} documents declared; "
            f"{imported.total} texts in {seconds:.1f} s: {told or 'none'}; {len(imported.skipped)} skipped."
        )
        shown = imported.skipped if all_reasons else imported.skipped[:_REASONS_TOLD]
        for skipped in shown:
            self.stderr.write(f"skipped {skipped}")
        if len(imported.skipped) > len(shown):
            self.stderr.write(f"… and {len(imported.skipped) - len(shown)} more; --all-reasons names them.")
        for problem in imported.problems:
            self.stderr.write(str(problem))
        if imported.problems:
            raise CommandError(f"{len(imported.problems)} texts could not be imported; the rest were.")
