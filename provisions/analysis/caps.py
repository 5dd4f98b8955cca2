"""The most that a platform answers for, read from a sentence: a sum, what was paid, or the greater of both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LIABLE = re.compile(r"\b(?:liab\w+|damages|responsib\w+|recover)\b")
_USER_OWES = re.compile(
    r"\byour (?:total |aggregate |maximum )*(?:liability|responsibility)|\byou (?:will|shall|may|can|are) (?:not )?(?:be )?(?:liable|responsible)|unauthori[sz]ed (?:charge|use)|statutory damages"
)
_CAPS = re.compile(
    r"\b(?:exceed|in excess of|limited to|greater of|greatest of|lesser of|more than|capped at|maximum (?:aggregate |total )?(?:liability|amount)|higher of|larger of)\b"
)
_PAID = re.compile(
    r"\b(?:amounts?|fees?|price|sums?|charges|money|consideration|payments?)\b[^.;]{0,70}?\b(?:paid|payable|received|pay)\b|\byou(?:['’]ve| have|r)? (?:actually )?paid|\bpaid by you|\bpurchase price"
)
_LAST = re.compile(
    r"\b(?P<number>\d{1,2}|one|two|three|six|twelve)(?: \(\d+\))?[ -](?P<unit>month|year)s?\b(?! (?:after|from))"
)
_RECEIVED = re.compile(r"\bpaid (?:to you|you)\b|\bpayable to you|\breceived by you|\byou received")
_TIMES = re.compile(r"\b(two|three|four|five|ten|\d{1,2}) ?(?:\(\d+\) )?times\b")
_OR_MORE = re.compile(
    r"\b(?:greater|higher|larger) of\b|\bwhichever is (?:the )?(?:greater|higher|larger|more)\b"
)
_BEFORE_PAID = 40
_MONTHS = {"one": "1", "two": "2", "three": "3", "six": "6", "twelve": "12"}


@dataclass(frozen=True, slots=True)
class Cap:
    """The amounts that a cap names and which of them counts: greater, lesser, greatest, or "" where it is one."""

    amounts: tuple[str, ...]
    which: str
    start: int

    @property
    def words(self) -> str:
        """As a sentence says it: "the greater of 100 USD and what you paid in the last 6 months"."""
        match self.which:
            case "greatest":
                return f"the greatest of several sums, among them {self.amounts[0]}"
            case "":
                return self.amounts[0]
        return f"the {self.which} of {' and '.join(self.amounts)}"

    @property
    def short(self) -> str:
        """As a title says it: "100 USD or what you paid, if more"."""
        match self.which:
            case "greatest":
                return f"{self.amounts[0]} or more"
            case "":
                return self.amounts[0]
        paid = self.amounts[1].partition(" in the last")[0]
        return f"{self.amounts[0]} or {paid}, if {'more' if self.which == 'greater' else 'less'}"


def may_cap(low: str) -> bool:
    """Whether a sentence, in small letters, is about what the platform, not its user, answers for."""
    return bool(_LIABLE.search(low)) and not _USER_OWES.search(low)


def sets_cap(low: str) -> bool:
    """Whether a sentence, in small letters, has the words of a cap."""
    return bool(_CAPS.search(low))


def cap_in(low: str, sums: Sequence[str]) -> Cap | None:
    """The cap that a sentence sets, in small letters; `sums` are the sums it names ("100 USD")."""
    found = _CAPS.search(low)
    if found is None:
        return None
    named = [value for value in sums if value.split()[0] != "0"][:1]
    paid = _PAID.search(low, found.start())
    if paid:
        named.append(_what_was_paid(low, paid.start()))
    if not named:
        return None
    which = "" if len(named) == 1 else "lesser" if "lesser of" in low else "greater"
    open_ended = "greatest of" in low or (not which and _OR_MORE.search(low) is not None)
    return Cap(tuple(named), "greatest" if open_ended else which, found.start())


def _what_was_paid(low: str, start: int) -> str:
    share = re.search(r"(\d+%) of", low)
    received = _RECEIVED.search(low, start)
    both = received and re.search(r"\byou(?:['’]ve| have)? paid|\bpaid by you", low)
    who = "what you paid or were paid" if both else "what it paid you" if received else "what you paid"
    times = _TIMES.search(low, max(0, start - _BEFORE_PAID), start + _BEFORE_PAID)
    what = f"{share[1]} of {who}" if share else f"{times[1]} times {who}" if times else who
    last = _LAST.search(low, start)
    if last is None:
        return what
    number = _MONTHS.get(last["number"], last["number"])
    return f"{what} in the last {number} {last['unit']}{'' if number == '1' else 's'}"
