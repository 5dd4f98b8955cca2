"""`manage.py reword`: have the language model word what stands, platform by platform, as far as it was not asked yet."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from monitoring.rewording import reword
from provisions.models import Provision


class Command(BaseCommand):
    help = "Ask the language model that MODEL_URL names for better words on standing provisions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("platform", nargs="*", help="slugs of platforms (default: all)")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.MODEL_URL:
            raise CommandError(
                "No language model is named. Set MODEL_URL, for example to http://localhost:11434/v1"
            )
        standing = Provision.objects.filter(removed_at=None)
        if options["platform"]:
            standing = standing.filter(document__platform__slug__in=options["platform"])
        count = reword(standing.order_by("id"), timezone.now)
        self.stdout.write(f"{count} provisions have better words.")
