"""Lines on the document itself: from when it applies, and banners that announce a next edition ("We're updating our terms. The updates go into effect on 5 May"): news, but nothing that binds yet."""

import re
from datetime import date

from provisions.analysis.dates import find_dates

_LENGTH = 320  # characters; a banner is short
_ANNOUNCES = re.compile(
    r"^\W*(?:Notice: )?[Ww]e(?:['’]re| are) (?:updating|changing|revising|making (?:some )?changes to) our (?:[\w'’&-]+ ){0,5}?"
    r"(?:[Tt]erms|[Pp]olic(?:y|ies)|[Ss]tatement|[Nn]otice|[Aa]greement|[Cc]onditions)\b"
)


_DATES_ITSELF = re.compile(
    r"^\W*(?:[Nn]ote: )?(?:This|These|The|Our) (?:[\w'’-]+ ){1,5}?(?:is|are|will be|becomes?|goes|go|takes?|comes?) (?:in(?:to)? )?effect(?:ive)?\b"
)


def dates_itself(text: str) -> bool:
    """Is it a line that says from when the document applies?"""
    return len(text) <= _LENGTH and _DATES_ITSELF.match(text) is not None and bool(find_dates(text))


def announces(text: str) -> bool:
    """Is it a banner that says that a next edition is coming?"""
    return len(text) <= _LENGTH and _ANNOUNCES.match(text) is not None


def is_announced(day: date, text: str) -> bool:
    """Is it a banner that gives the day for the next edition?"""
    return announces(text) and any(found == day for _, _, found in find_dates(text))
