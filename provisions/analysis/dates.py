"""Calendar dates: where they stand in a text, and which of them a document states about itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from provisions.analysis.structure import Block

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
_UPDATED = re.compile(
    r"(?:last|latest|most\s+recently?|date\s+of)\s+(?:\w+\s+)?(?:updated?|modifi\w+|revis\w+|change[ds]?|amend\w+|edited|"
    r"reviewed)|\b(?:updated|revised|modified|amended|posted|published|version|dated|revision|update)\b|"
    r"(?:zuletzt|letzte)\s+(?:\w+\s+)?(?:ge[aä]ndert|aktualisiert|bearbeitet|[aä]nderung|aktualisierung|überarbeitet)|"
    r"\b(?:stand|fassung|aktualisiert|stand\s+vom)\b|mise?\s+[aà]\s+jour|derni[eè]re\s+(?:modification|révision|version)|"
    r"[uú]ltima\s+(?:actualizaci[oó]n|modificaci[oó]n|revisi[oó]n|versi[oó]n|atualiza\w+)|\bactualizad[oa]\b|\bversi[oó]n\b|"
    r"ultimo\s+aggiornamento|laatst\s+(?:bijgewerkt|gewijzigd)|最終更新|更新日|改定|更新|개정",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"\beffective\b|\b(?:in|into)\s+(?:effect|force)\b|\b(?:valid|applies|applicable)\s+(?:from|as\s+of|since)\b|"
    r"\btakes?\s+effect\b|g[uü]ltig\s+(?:ab|seit)|in\s+kraft|wirksam\s+(?:ab|zum|seit)|en(?:trée)?\s+(?:en\s+)?vigueur|"
    r"(?:applicable|valable)s?\s+(?:[aà]\s+(?:compter|partir)|depuis)|(?:en|entrada\s+en)\s+vigor|\bvigentes?\b|"
    r"in\s+vigore|em\s+vigor|geldig\s+vanaf|施行|発効|生效|시행",
    re.IGNORECASE,
)
_OF_ANOTHER_VERSION = re.compile(
    r"\b(?:previous|prior|earlier|older|former|superseded?|archived?|vorherige|frühere|précédente|anterior)\b|"
    r"\b(?:before|until|after|bis|avant|jusqu|hasta)\b",
    re.IGNORECASE,
)
_WILL_APPLY = re.compile(
    r"\b(?:goes|go|takes?|comes?|went|came) in(?:to)? (?:effect|force)\b|\btakes? effect\b|\bwill be effective\b",
    re.IGNORECASE,
)
# The day of a law that is named, and of a version in a list of those that were.
_OF_A_LAW = re.compile(r"\b(?:Regulation|Directive|GDPR|Act)\b|\bmeans\b")
_THEN_ENDED = re.compile(r"\s*(?:until|till|bis|jusqu|hasta)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÀ-Ý])")
_CUE_REACH = 90  # characters between the cue and its date at most
_LEAD = 240  # a statement about the whole document stands at the head of its block
_HEAD_BLOCKS = 12  # blocks within which a document introduces itself
_SHORT = 120  # characters; in the middle of a document only a short line speaks of the whole
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class StatedDates:
    """The days a document gives for itself; None where it gives none, or one that can be read in two ways."""

    updated: date | None = None
    effective: date | None = None


def stated_dates(blocks: Iterable[Block]) -> StatedDates:
    """When the document says it was last updated and from when it holds; what stands nearest the top wins."""
    placed = tuple(blocks)
    found: dict[str, date | None] = {}
    above = ""
    last_useful = len(placed)
    for index, block in enumerate(placed):
        if len(found) == 2 or index > last_useful:
            break
        at_the_edge = index < 2 * _HEAD_BLOCKS or index >= len(placed) - 5
        if at_the_edge or len(block.text) <= _SHORT:
            for name, day in _statements(block.text, above, bare_counts=index < _HEAD_BLOCKS):
                if name not in found:
                    found[name] = day
                    # The two dates stand side by side; one far below speaks of a part or an older text.
                    last_useful = min(last_useful, index + _HEAD_BLOCKS)
        # "Last updated" may be a heading or a line of its own, with the date in the block below.
        above = block.text if len(block.text) <= _SHORT // 2 and not find_dates(block.text) else ""
    return StatedDates(found.get("updated"), found.get("effective"))


def _statements(text: str, above: str, *, bare_counts: bool) -> list[tuple[str, date | None]]:
    """The (kind, day) pairs a block states; `above` is the short line before it, which may hold the cue."""
    said: list[tuple[str, date | None]] = []
    position = 0
    for start, end, day in find_dates(text[:_LEAD]):
        cue = _SENTENCE_END.split(text[max(position, start - _CUE_REACH) : start])[-1]
        if start <= 2 and len(text) <= end + 20:
            cue = f"{above} {cue}{text[end:]}"
        elif not position and len(text) <= end + 30 and not _kinds(cue):
            cue = text[end:]
        if (
            _OF_ANOTHER_VERSION.search(cue)
            or _OF_A_LAW.search(_SENTENCE_END.split(text[:start])[-1])
            or _THEN_ENDED.match(text, end)
        ):
            position = end
            continue
        kinds = _kinds(cue)
        if not kinds and bare_counts and len(text) <= end - start + 4:
            kinds = ["updated"]  # a date on a line of its own under the title
        said += [(kind, day) for kind in kinds]
        position = end
    return said


def _kinds(cue: str) -> list[str]:
    if _WILL_APPLY.search(cue):
        return [
            "effective"
        ]  # "We have made some updates, which go into effect on 5 May": they are made before
    patterns = (("updated", _UPDATED), ("effective", _EFFECTIVE))
    return [name for name, pattern in patterns if pattern.search(cue)]


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
