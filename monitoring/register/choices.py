"""What the fields of the register and of reviews may be, as (value, label), for pages."""

from monitoring.register.models import DueAction, Review, Vendor
from provisions.models import Severity

TIERS = Vendor.Tier.choices
DATA = Vendor.Data.choices
STATES = Review.State.choices
SEVERITIES = tuple(reversed(Severity.choices))

ACTION_STATES = DueAction.State.choices
OPEN = DueAction.State.OPEN.value
