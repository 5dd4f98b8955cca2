"""Stripe's own command line against the fake: its triggers go through, and what they tell is taken at our address.

`make stripe-cli` gets it from npm; without it these tests are skipped.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from billing.models import StripeEvent
from tests.billing.fake_stripe import KEY, FakeStripe
from tests.billing.stripe_mail import deliver_all

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def command_line() -> str:
    installed = sorted((ROOT / ".data/stripe-cli/node_modules/@stripe").glob("cli-*/bin/stripe"))
    found = str(installed[0]) if installed else shutil.which("stripe")
    if not found:
        pytest.skip("Stripe's command line is not here; `make stripe-cli` gets it")
    return found


@pytest.mark.parametrize("trigger", [
    "checkout.session.completed", "checkout.session.expired", "customer.subscription.created",
    "customer.subscription.updated", "customer.subscription.deleted", "customer.updated", "price.created",
])  # fmt: skip
def test_a_trigger_goes_through_and_its_events_are_taken(
    command_line: str, bare_stripe: FakeStripe, trigger: str, tmp_path: Path
) -> None:
    call = [command_line, "trigger", trigger, "--api-base", bare_stripe.address, "--api-key", KEY]
    home = {**os.environ, "HOME": str(tmp_path), "STRIPE_CLI_TELEMETRY_OPTOUT": "1"}
    done = subprocess.run(call, env=home, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Trigger succeeded" in done.stdout
    deliver_all(bare_stripe)
    told = [event["type"] for event in bare_stripe.account.events]
    assert trigger in told or trigger == "price.created"
    assert StripeEvent.objects.count() <= len(told)
