"""Changes so great that only a second look makes them count."""

from provisions.analysis.counting import counted
from provisions.analysis.gate.likeness import Likeness, lost_end, size_of

COLLAPSED = "collapsed"  # less than half of the words are left
REPLACED = "replaced"  # less than half of the earlier wording is left
GROWN = "grown"  # more than two thirds of the text were not there before


def surprise_of(previous: str, text: str, likeness: Likeness) -> tuple[str, str] | None:
    """COLLAPSED, REPLACED or GROWN and a sentence for an editor; None for a change of the usual kind."""
    before, size = size_of(previous), size_of(text)
    if size < before / 2:
        return COLLAPSED, f"The text shrank from {in_words(before)} to {in_words(size)}."
    if lost_end(previous, text):
        return COLLAPSED, "The text ends earlier than before; its last part is gone."
    if likeness.kept < 0.5:
        return REPLACED, f"Only {likeness.kept:.0%} of the earlier wording is still on the page."
    if likeness.known < 0.34:
        return GROWN, f"The text grew from {in_words(before)} to {in_words(size)}."
    return None


def in_words(count: int) -> str:
    """A number of words as it is said."""
    return counted(count, "word")
