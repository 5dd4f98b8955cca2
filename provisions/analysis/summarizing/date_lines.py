"""Lines that state a date of the document itself: that they changed is told as that."""

import re
from functools import lru_cache

from provisions.analysis.comparing.change_class import GLUED_YEAR
from provisions.analysis.dates import find_dates
from provisions.analysis.diffing import ClauseEdit

_LINE_LIMIT = 150
_FIGURE = re.compile(r"\d")  # in every date
_DATE_WORDS = re.compile(
    r"\b(?:last|updated?|effective|revised|modified|posted|published|version|dated?|as|of|on|from|since|these|this|is|was|terms|policy)\b|\W+",
    re.IGNORECASE,
)


def is_of_dates(edit: ClauseEdit) -> bool:
    """Do the two sides differ in dates alone, or is the passage nothing but the line that states one?"""
    sides = [
        GLUED_YEAR.sub(r"\1 ", clause.text) for clause in (edit.before, edit.after) if clause is not None
    ]
    if len(sides) == 1:
        return only_date(sides[0])
    if not all(_FIGURE.search(text) for text in sides):
        return False
    bare = [_without_dates(text) for text in sides]
    return bare[0] == bare[1] and sides[0] != sides[1]


@lru_cache(maxsize=256)  # asked of the same headings for each passage below them
def only_date(text: str) -> bool:
    """Is it nothing but a line or heading that states a date of the document?"""
    return (
        len(text) < _LINE_LIMIT and bool(find_dates(text)) and not _DATE_WORDS.sub("", _without_dates(text))
    )


def _without_dates(text: str) -> str:
    for start, end, _ in reversed(find_dates(text)):
        text = text[:start] + text[end:]
    return " ".join(text.split())
