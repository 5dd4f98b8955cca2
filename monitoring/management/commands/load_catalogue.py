"""manage.py load_catalogue: the declarations of real platforms, into the database and the schedule."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from monitoring.schedule import start_schedule
from platforms.catalogue import read_catalogue
from platforms.enlisting import enlist

DECLARATIONS = settings.BASE_DIR / "platforms" / "declarations"


class Command(BaseCommand):
    help = (
        "Loads the catalogue; run it again after correcting a file. Names every mistake and loads the rest."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", nargs="?", type=Path, default=DECLARATIONS, help="default: the bundled one"
        )
        parser.add_argument("--look", action="store_true", help="also put the documents on the schedule")

    def handle(self, *args: Any, **options: Any) -> None:
        declarations, problems = read_catalogue(options["folder"])
        enlisted = enlist(declarations)
        if options["look"]:
            for document in enlisted.documents:
                start_schedule(document, timezone.now())
        self.stdout.write(
            f"{len(declarations)} platforms, {len(enlisted.documents)} documents: "
            f"{enlisted.made} rows made, {enlisted.changed} corrected, {enlisted.same} as they were."
        )
        for problem in problems:
            self.stderr.write(str(problem))
        if problems:
            raise CommandError(f"{len(problems)} mistakes in the catalogue; everything else was loaded.")
