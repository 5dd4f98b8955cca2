"""manage.py reconcile_stripe: compare every customer with Stripe now, repair what differs, and report it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing.gateway import GatewayError
from billing.reconciling import reconcile_subscriptions


class Command(BaseCommand):
    help = "Finds events that never came and rows that differ from Stripe, repairs both and reports them."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = reconcile_subscriptions(timezone.now())
        except GatewayError as error:
            raise CommandError(str(error)) from error
        for line in report.lines():
            self.stdout.write(line)
