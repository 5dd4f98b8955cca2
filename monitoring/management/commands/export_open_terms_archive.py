"""manage.py export_open_terms_archive: our declarations and histories in the form that others read."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from monitoring.open_terms.exporting import export_archive
from monitoring.open_terms.git import GitFailed


class Command(BaseCommand):
    help = "Writes declarations/ and a git repository versions/ in Open Terms Archive's format."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="where to; its versions/ must be new or empty")
        parser.add_argument(
            "--platform", action="append", default=[], help="only this platform (repeatable, its slug)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            services, commits = export_archive(folder, only=set(options["platform"]))
        except GitFailed as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{services} services, {commits} versions: {folder / 'versions'}")
