"""What a reader can do about a change and by when: those points of its summary that say so, told apart from the others."""

from collections.abc import Sequence

# How such a point begins; pairing.py and summaries.py make them.
OPT_OUT_IN_TIME = "You can opt out of"
WAY_OUT = "What you can do about"
APPLIES_FROM = "The document says it applies from"
APPLIES_SINCE = "The document says it has applied since"
ANNOUNCED_FROM = "The document announces a next version that applies from"
_DAYS = (APPLIES_FROM, APPLIES_SINCE, ANNOUNCED_FROM)
_NO_WAY = "The new text names no new way to opt out, and no deadline for opting out"
_NO_DATE = "The document does not say when the change takes effect"


def what_changed(points: Sequence[str]) -> list[str]:
    """The points of a summary without those of `what_to_do`."""
    return [point for point in points if not point.startswith((OPT_OUT_IN_TIME, WAY_OUT, *_DAYS))]


def what_to_do(points: Sequence[str]) -> list[str]:
    """What one can do, then from when the change applies; where the text says neither, that."""
    ways = [point for point in points if point.startswith((OPT_OUT_IN_TIME, WAY_OUT))]
    dates = [point for point in points if point.startswith(_DAYS)]
    return [*(ways or [_NO_WAY]), *(dates or [_NO_DATE])]
