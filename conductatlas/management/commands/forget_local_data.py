"""manage.py forget_local_data: begin anew on a development machine."""

import shutil
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    help = "Deletes everything in the local database and folder. Only where DEVELOPMENT is True."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEVELOPMENT:
            raise CommandError("This deletes the whole archive; it runs only where DEVELOPMENT is True.")
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
        for folder in ("snapshots", "mail"):
            shutil.rmtree(settings.DATA_DIR / folder, ignore_errors=True)
        self.stdout.write("Forgotten. The next `make run` begins anew.")
