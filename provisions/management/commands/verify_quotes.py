"""manage.py verify_quotes: every quote we publish is exactly the archived text at its offsets, or we say which is not."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import F
from django.db.models.functions import Substr

from provisions.models import AnsweringClause, Provision

_NAMED = 50  # of each kind


class Command(BaseCommand):
    help = (
        "Checks the quote of every provision, and of every clause that answers a quick fact without being one, against "
        "its archived version. The exit status says whether all are right."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        passage = Substr("version__text", F("start") + 1, F("end") - F("start"))
        checked = wrong = 0
        for model in (Provision, AnsweringClause):
            rows = model.objects.annotate(passage=passage).exclude(quote=F("passage"))
            checked += model.objects.count()
            wrong += rows.count()
            for row in rows.select_related("document__platform", "version__document__platform")[:_NAMED]:
                self.stderr.write(
                    f"{row.get_absolute_url()}: not the text of version {row.version.number} at {row.start}"
                )
        self.stdout.write(f"{checked} quotes checked, {wrong} wrong")
        if wrong:
            raise CommandError("Some quotes are not in their archived versions.")
