"""manage.py serve_demo: the pages of the demo's invented platforms, on loopback, until stopped."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from conductatlas.demo.origin import serve
from conductatlas.demo.people import day_loaded


class Command(BaseCommand):
    help = "Serves the demo's pages at DEMO_ORIGIN."

    def handle(self, *args: Any, **options: Any) -> None:
        port = urlsplit(settings.DEMO_ORIGIN).port
        if port is None:
            raise CommandError("DEMO_ORIGIN must name a port of this machine, like http://127.0.0.1:8765.")
        serve(port, today=day_loaded())
