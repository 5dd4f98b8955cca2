"""manage.py load_demo: the invented platforms, fetched, archived, read and alerted by the true pipeline."""

import sys
from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from billing.entitlements import grant_plan
from billing.members import create_personal_organization
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from conductatlas.demo.loading import live_through, make_platforms
from conductatlas.demo.origin import Origin
from conductatlas.demo.people import PASSWORD, PEOPLE, STAFF, day_loaded, demo_is_loaded
from conductatlas.demo.policies import demo_platforms, demo_today
from conductatlas.demo.team import sample_team
from monitoring.watches.watching import start_watching
from platforms.log.heads import publish_head
from platforms.models import Platform


class Command(BaseCommand):
    help = "Loads the bundled demo, once. Only on a development server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="no progress")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEVELOPMENT:
            raise CommandError("The demo has known passwords; it loads only where DEVELOPMENT is True.")
        today = day_loaded() or demo_today(timezone.now())
        make_platforms(today)
        if demo_is_loaded():
            self.stdout.write(f"The demo is already loaded; its pages are served at {settings.DEMO_ORIGIN}.")
            return
        self._make_people([platform.slug for platform in demo_platforms(today)])
        origin = Origin(today)
        try:
            origin.listen(urlsplit(settings.DEMO_ORIGIN).port or 80)
        except OSError as error:
            raise CommandError(
                f"The demo's pages cannot be served at {settings.DEMO_ORIGIN}: {error.strerror}."
            ) from error
        with origin:
            self._live_through(today, origin, quiet=options["quiet"])
        publish_head(timezone.now())
        self._let_the_team_work()
        with transaction.atomic():
            editor = User.objects.create_superuser(STAFF, PASSWORD)
            EmailAddress.objects.create(user=editor, email=STAFF, verified=True, primary=True)

    def _live_through(self, today: Any, origin: Origin, *, quiet: bool) -> None:
        counts: dict[str, int] = {}
        for step in live_through(today, origin):
            counts[step.check.outcome] = counts.get(step.check.outcome, 0) + 1
            if not quiet and sys.stderr.isatty():
                where = f"{step.event.moment:%Y-%m-%d} {step.event.platform}/{step.event.document}"
                self.stderr.write(f"\rdemo {step.number}/{step.of}  {where:60}", ending="")
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
        if not quiet and sys.stderr.isatty():
            self.stderr.write("")
        self.stdout.write(f"The demo is loaded: {sum(counts.values())} looks ({told}).")

    def _make_people(self, platforms: list[str]) -> None:
        for email, plan, watched in PEOPLE:
            user = User.objects.filter(email=email).first()
            if user is None:
                user = User.objects.create_user(email, PASSWORD)
                EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
            organization = user.organizations.first() or create_personal_organization(user)
            if plan != "free":
                grant_plan(organization, plan)
            self._watch(organization, user, platforms[:watched])

    def _let_the_team_work(self) -> None:
        email = next(email for email, plan, _ in PEOPLE if plan == "professional")
        user = User.objects.get(email=email)
        sample_team(user.organizations.get(), user, timezone.now())

    def _watch(self, organization: Organization, user: User, platforms: list[str]) -> None:
        with tenant_scope(organization):
            for platform in Platform.objects.filter(slug__in=platforms):
                start_watching(organization, platform, by=user, now=timezone.now())
