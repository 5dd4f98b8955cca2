"""Calendar dates in a policy: where they stand in the text, and which of them the document states about itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from provisions.analysis.structure import Block, Kind

# English, German, French, Spanish, Italian, Portuguese and Dutch names, with the usual short forms.
_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar februari février fevrier févr fevr febrero febbraio fevereiro fev",
    "march mar märz maerz mrz mars marzo março maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto augustus",
    "september sept sep septembre septiembre setiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"

DATE = re.compile(
    rf"""(?<![\w/])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:
      (?P<iso>{_YEAR}(?P<sep>[-/.])(?:0?[1-9]|1[0-2])(?P=sep){_DAY}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)(?!\w|[-/]\d)
    | (?P<cjk>{_YEAR}\s?[年년]\s?(?:1[0-2]|0?[1-9])\s?[月월](?:\s?{_DAY}\s?[日일])?)
    | (?P<dotted>{_DAY}\.\s?(?:0?[1-9]|1[0-2])\.\s?{_YEAR})(?![\w]|\.\d)
    | (?P<slashed>{_DAY}(?P<bar>[-/]){_DAY}(?P=bar)(?:{_YEAR}|\d\d))(?![\w]|[-/.]\d)
    | (?P<day_first>{_DAY}(?:st|nd|rd|th|er|re|º|ª|°)?\.?[\s-]{{1,2}}(?:(?:of|de|day\sof)\s)?{_MONTH}
        ,?[\s-]{{1,2}}(?:(?:del?|of)\s)?{_YEAR})(?!\w)
    | (?P<month_first>{_MONTH}[\s-]{{0,2}}{_DAY}(?:st|nd|rd|th)?\s?,?[\s-]{{0,2}}{_YEAR})(?!\w)
    | (?P<year_first>{_YEAR}\s{_MONTH}\s{_DAY})(?!\w)
    | (?P<month_only>{_MONTH},?\s(?:(?:del?|of)\s)?{_YEAR})(?!\w)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# A date needs a year; looking only around years is many times faster than trying every position.
_ANCHOR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[-/]\d\d?[-/]\d\d(?!\d)")
_REACH = 36  # the longest form with its year at either end, in characters
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


def find_dates(text: str) -> list[tuple[int, int, date | None]]:
    """The calendar dates in running text: start, end, and the day; cue words ("as of") are not in the span.

    The day is None where the text does not say it: a month with its year, an impossible day, or digits
    that read both as day/month and as month/day (3/2/2024). Dotted digits are day first, as everywhere
    they are used.
    """
    found: list[tuple[int, int, date | None]] = []
    done = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        match = DATE.search(text, max(done, anchor.start() - _REACH), anchor.end() + _REACH)
        # A match behind the anchor may be cut off by the window; it has an anchor of its own.
        if match is not None and match.start() < anchor.end():
            found.append((match.start(), match.end(), _day_of(match)))
            done = match.end()
    return found


def _day_of(match: re.Match[str]) -> date | None:
    form = match.lastgroup
    text = match[0]
    if form == "month_only":
        return None
    numbers = [int(digits) for digits in _NUMBER.findall(text)]
    if form in ("iso", "cjk"):
        return _date_or_none(*numbers[:3]) if len(numbers) >= 3 else None
    if form == "dotted":
        return _date_or_none(numbers[2], numbers[1], numbers[0])
    if form == "slashed":
        return _unambiguous(*numbers)
    month = next(_MONTHS[word] for word in _WORD.findall(text.casefold()) if word in _MONTHS)
    day, year = (numbers[1], numbers[0]) if form == "year_first" else (numbers[0], numbers[1])
    return _date_or_none(year, month, day)


def _unambiguous(first: int, second: int, year: int) -> date | None:
    year += 2000 if year < 100 else 0
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = max(first, second), min(first, second)
    return _date_or_none(year, month, day)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
