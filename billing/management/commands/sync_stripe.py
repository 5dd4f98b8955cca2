"""manage.py sync_stripe: make products, prices, portal and webhook at Stripe what the price list says."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from billing.gateway import GatewayError, in_our_words
from billing.price_list import steps_to_sync


class Command(BaseCommand):
    help = "Shows what differs between our price list and Stripe, and with --apply mends it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--apply", action="store_true", help="Do it; otherwise it is only said.")

    def handle(self, *args: Any, apply: bool, **options: Any) -> None:
        try:
            count = self._go(apply=apply)
        except GatewayError as error:
            raise CommandError(str(error)) from error
        if not count:
            self.stdout.write("Stripe is as the price list says.")
        elif not apply:
            self.stdout.write("Nothing was changed. Run again with --apply to do this.")

    def _go(self, *, apply: bool) -> int:
        count = 0
        for count, step in enumerate(steps_to_sync(), start=1):  # noqa: B007 - the last one is the answer
            self.stdout.write(f"{'' if apply else 'would '}{step.words}")
            with in_our_words():
                secret = step.do() if apply else None
            if secret:
                self.stdout.write("Set this where the site runs; Stripe shows it only once:")
                self.stdout.write(f"STRIPE_WEBHOOK_SECRET={secret}")
        return count
