"""A Stripe of our own for tests: an account with a state, reached over HTTP, that takes only what the SDK's types know."""

from tests.billing.fake_stripe.account import Account
from tests.billing.fake_stripe.server import KEY, FakeStripe, signature_of

__all__ = ["KEY", "Account", "FakeStripe", "signature_of"]
