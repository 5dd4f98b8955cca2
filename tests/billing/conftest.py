"""The three people, and a Stripe with our price list, for every test of billing."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from tests.billing.fake_stripe import KEY, FakeStripe
from tests.billing.stripe_mail import SECRET
from tests.people import *


@pytest.fixture
def bare_stripe(settings: Any) -> Iterator[FakeStripe]:
    """An empty account, and a site whose keys lead to it."""
    with FakeStripe() as fake:
        settings.STRIPE_SECRET_KEY = KEY
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        settings.STRIPE_API_BASE = fake.address
        yield fake


@pytest.fixture
def stripe(bare_stripe: FakeStripe) -> FakeStripe:
    """An account that `sync_stripe` has set up."""
    call_command("sync_stripe", "--apply", stdout=StringIO())
    bare_stripe.requests.clear()
    return bare_stripe
