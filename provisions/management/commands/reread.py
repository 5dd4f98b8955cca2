"""`manage.py reread`: read what stands by today's tagger, rules and words; no version, no change, no alert."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from platforms.models import Document
from provisions.rereading import reread_document


class Command(BaseCommand):
    help = "Explain standing provisions anew. Addresses, titles, history and editors' texts stay."
    requires_system_checks: list[str] = []  # they load every page of the site, a third of the memory

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("platform", nargs="*", help="slugs of platforms (default: all)")

    def handle(self, *args: Any, **options: Any) -> None:
        documents = Document.objects.select_related("platform").order_by("platform__slug", "slug")
        if options["platform"]:
            documents = documents.filter(platform__slug__in=options["platform"])
            unknown = set(options["platform"]) - {document.platform.slug for document in documents}
            if unknown:
                raise CommandError(f"There is no platform “{min(unknown)}”. See /platforms/ for their slugs.")
        total = 0
        for document in documents:
            standing = reread_document(document)
            total += standing
            self.stdout.write(f"{document.platform.slug}/{document.slug}: {standing} provisions")
        self.stdout.write(f"{total} provisions of {len(documents)} documents explained anew.")
