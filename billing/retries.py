"""When a message that could not be sent is tried again: soon at first, for two days in all, then no more."""

import random
from datetime import timedelta

# Minutes until the next try after the first, second, … failure.
GAPS = (1, 5, 30, 120, 360, 720, 720, 720)
# A wait is longer by up to this share of it, so that what failed together does not come back together.
JITTER = 0.2


def wait_after(failures: int) -> timedelta | None:
    """How long to wait after so many failures (1 or more); None where the message is to be given up."""
    return jittered(timedelta(minutes=GAPS[failures - 1])) if failures <= len(GAPS) else None


def jittered(wait: timedelta) -> timedelta:
    """The wait, or up to a fifth more."""
    return wait * (1 + random.random() * JITTER)  # noqa: S311 - no secret
