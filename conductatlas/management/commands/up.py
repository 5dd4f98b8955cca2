"""manage.py up: everything in one foreground command: migrate, demo, web, worker, scheduler."""

import os
import socket
import sys
from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from conductatlas.children import Children
from conductatlas.demo.people import PASSWORD, PEOPLE, STAFF, demo_is_loaded
from platforms.models import Document


class Command(BaseCommand):
    help = "Runs the whole site: web, worker and scheduler, until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--no-demo", action="store_true", help="start with an empty archive")

    def handle(self, *args: Any, **options: Any) -> None:
        self._demand_free(options["host"], options["port"], "PORT=8001 make run")
        for folder in (settings.DATA_DIR, settings.EMAIL_FILE_PATH):
            folder.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        demo = settings.DEVELOPMENT and bool(settings.DEMO_ORIGIN) and not options["no_demo"]
        if demo:
            self._load_demo()
        # The links in mails lead to this site, not to the one on the usual port.
        os.environ.setdefault("SITE_URL", f"http://{options['host']}:{options['port']}")
        if os.geteuid() == 0:
            # Celery's remark on running as root; on a server for development there is nothing to do about it.
            os.environ.setdefault(
                "PYTHONWARNINGS", "ignore:You're running the worker with superuser privileges"
            )
        commands = _commands(options["host"], options["port"], demo=demo)
        doors = {"web": (options["host"], options["port"])}
        if demo:
            origin = urlsplit(settings.DEMO_ORIGIN)
            doors["demo origin"] = (origin.hostname or "", origin.port or 80)
        sys.exit(Children(commands, doors).run(self._greet(options)))

    def _load_demo(self) -> None:
        origin = urlsplit(settings.DEMO_ORIGIN)
        self._demand_free(
            origin.hostname or "", origin.port or 80, "DEMO_ORIGIN=http://127.0.0.1:8766 make run"
        )
        if not demo_is_loaded():
            self.stdout.write("First start: the demo's platforms are fetched, archived and read now.")
            call_command("load_demo", stdout=self.stdout, stderr=self.stderr)
        elif not Document.objects.filter(urls__0__startswith=f"{settings.DEMO_ORIGIN}/").exists():
            call_command("load_demo", stdout=self.stdout, stderr=self.stderr)

    def _demand_free(self, host: str, port: int, remedy: str) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise CommandError(
                    f"Port {port} on {host} is taken. Stop what uses it, or: {remedy}"
                ) from error

    def _greet(self, options: dict[str, Any]) -> str:
        site = f"http://{options['host']}:{options['port']}"
        people = ", ".join(email for email, _, _ in PEOPLE)
        return (
            f"\n  ConductAtlas      {site}/\n"
            f"  Log in as         {people} (password {PASSWORD})\n"
            f"  Editors' pages    {site}/staff/ as {STAFF} (same password)\n"
            f"  Outgoing mail     {site}/mail/\n"
            "  Stop with Ctrl-C\n"
        )


def _commands(host: str, port: int, *, demo: bool) -> dict[str, list[str]]:
    python = sys.executable
    celery = [python, "-m", "celery", "-A", "conductatlas", "--quiet"]
    commands = {
        "web": [python, "-m", "gunicorn", "conductatlas.wsgi", "--bind", f"{host}:{port}", "--workers", "2",
                "--threads", "4", "--preload", "--log-level", "warning"],
        "worker": [*celery, "worker", "--concurrency", "2", "--loglevel", "warning"],
        "scheduler": [*celery, "beat", "--loglevel", "warning"],
    }  # fmt: skip
    if demo:
        commands["demo origin"] = [python, "manage.py", "serve_demo"]
    return commands
