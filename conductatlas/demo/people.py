"""The demo's people, and whether the demo has been loaded: light enough for every start."""

from datetime import UTC, date

from billing.models import User
from platforms.models import Platform

PASSWORD = "atlas-demo"  # noqa: S105  of the demo's people, on development servers only
STAFF = "editor@demo.example"
# E-mail, plan, and how many of the demo's platforms they watch.
PEOPLE = (
    ("free@demo.example", "free", 1),
    ("watcher@demo.example", "watcher", 5),
    ("pro@demo.example", "professional", 99),
)


def demo_is_loaded() -> bool:
    """Whether the whole demo is there; the editor is made last."""
    return User.objects.filter(email=STAFF).exists()


def day_loaded() -> date | None:
    """The day the demo was loaded, from which its most recent versions are dated back; None before that."""
    first = Platform.objects.filter(invented=True).order_by("created_at").first()
    return first.created_at.astimezone(UTC).date() if first else None
