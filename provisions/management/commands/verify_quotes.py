"""manage.py verify_quotes: every provision's quote is exactly the archived text at its offsets, or we say which is not."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import F
from django.db.models.functions import Substr

from provisions.models import Provision


class Command(BaseCommand):
    help = "Checks every provision's quote against its archived version. The exit status says whether all are right."

    def handle(self, *args: Any, **options: Any) -> None:
        passage = Substr("version__text", F("start") + 1, F("end") - F("start"))
        wrong = Provision.objects.annotate(passage=passage).exclude(quote=F("passage"))
        checked, named = Provision.objects.count(), list(wrong.select_related("document__platform")[:50])
        for provision in named:
            self.stderr.write(
                f"{provision.get_absolute_url()}: not the text of version {provision.version.number}"
            )
        self.stdout.write(f"{checked} quotes checked, {wrong.count()} wrong")
        if named:
            raise CommandError("Some quotes are not in their archived versions.")
