"""manage.py check_now: look at a platform's documents at once, with progress and a table of what came of it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from monitoring.looking import open_fetch
from monitoring.models import Check
from monitoring.pipeline import BeingLookedAt, check_document
from platforms.models import WITHOUT_ADDRESS, Document


class Command(BaseCommand):
    help = "Looks at a platform's documents, or at one of them, now."
    requires_system_checks: list[str] = []  # they load every page of the site, a third of the memory

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("target", help="<platform> or <platform>/<document>, by their slugs")

    def handle(self, *args: Any, **options: Any) -> None:
        platform, _, slug = options["target"].partition("/")
        documents = Document.objects.filter(platform__slug=platform, retired=False).select_related("platform")
        documents = documents.exclude(WITHOUT_ADDRESS)
        if slug:
            documents = documents.filter(slug=slug)
        if not documents:
            raise CommandError(
                f"There is no document {options['target']!r} that has an address to look at. See /platforms/."
            )
        checks: list[Check] = []
        held = 0
        with open_fetch(timezone.now) as fetch:
            for number, document in enumerate(documents, start=1):
                self.stderr.write(f"[{number}/{len(documents)}] {document.url}")
                try:
                    checks.append(check_document(document, fetch, timezone.now()))
                except BeingLookedAt:
                    held += 1
        if checks:
            self._show(checks)
        if held:
            raise CommandError(
                f"{held} of {len(documents)} left out: a worker or a replay is looking there just now. Try again soon."
            )

    def _show(self, checks: list[Check]) -> None:
        width = max(len(check.document.slug) for check in checks)
        for check in checks:
            standing = (
                f"version {check.version.number}, {check.version.words} words"
                if check.version
                else "no version"
            )
            told = (
                f"{check.get_outcome_display()}: {check.reason}"
                if check.reason
                else check.get_outcome_display()
            )
            self.stdout.write(f"{check.document.slug:{width}}  {standing:28}  {told}")
