"""Banners that announce a next edition ("We're updating our terms. The updates go into effect on 5 May"): news, but nothing that binds yet."""

import re
from datetime import date

from provisions.analysis.dates import find_dates

_LENGTH = 320  # characters; a banner is short
_ANNOUNCES = re.compile(
    r"^\W*(?:Notice: )?[Ww]e(?:['’]re| are) (?:updating|changing|revising|making (?:some )?changes to) our (?:[\w'’&-]+ ){0,5}?"
    r"(?:[Tt]erms|[Pp]olic(?:y|ies)|[Ss]tatement|[Nn]otice|[Aa]greement|[Cc]onditions)\b"
)


def announces(text: str) -> bool:
    """Is it a banner that says that a next edition is coming?"""
    return len(text) <= _LENGTH and _ANNOUNCES.match(text) is not None


def is_announced(day: date, text: str) -> bool:
    """Is it a banner that gives the day for the next edition?"""
    return announces(text) and any(found == day for _, _, found in find_dates(text))
