"""The facts a clause states, each with its span: periods, ages, sums, ways out, law, courts, data, recipients."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from provisions.analysis.describing.fact_words import (
    ARBITRATION_RULES,
    CAP,
    CAPPED,
    DATA,
    PHONE,
    POSTAL_ADDRESS,
    PURPOSE,
    RECIPIENT,
    Entry,
)
from provisions.analysis.describing.mentions import TOLD_THERE
from provisions.analysis.law_and_courts import Place, governing_laws, venues
from provisions.analysis.waivers import waived_class_actions, waived_jury


class AttributeKind(StrEnum):
    """What sort of fact an attribute states."""

    RETENTION_PERIOD = "retention_period"
    NOTICE_PERIOD = "notice_period"
    OPT_OUT_DEADLINE = "opt_out_deadline"
    PERIOD = "period"
    AGE = "age"
    SUM = "sum"
    PERCENT = "percent"
    CAP = "cap"
    OPT_OUT = "opt_out"
    EMAIL = "email"
    LINK = "link"
    POSTAL_ADDRESS = "postal_address"
    PHONE = "phone"
    SETTING = "setting"
    GOVERNING_LAW = "governing_law"
    VENUE = "venue"
    ARBITRATION_BODY = "arbitration_body"
    ARBITRATION_RULES = "arbitration_rules"
    CLASS_WAIVER = "class_waiver"
    JURY_WAIVER = "jury_waiver"
    EXCEPTION = "exception"
    DATA_KIND = "data_kind"
    RECIPIENT = "recipient"
    PURPOSE = "purpose"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One fact. `value` is normalised ("30 days", "100 USD", "16 years"); `start` and `end` place it in the clause."""

    kind: AttributeKind
    value: str
    start: int
    end: int


_Reader = Callable[[str, str], Iterator[Attribute]]  # of a text and the same in lower case

_I = re.IGNORECASE
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "twenty": 20, "twenty-one": 21, "twenty-four": 24,
    "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a": 1, "an": 1,
}  # fmt: skip
_WORD_NUMBER = "|".join(sorted((word for word in _NUMBERS if len(word) > 2), key=len, reverse=True))
# "A month before any change."
_ONE_AHEAD = r" (?:hour|day|week|month|year) (?:before|ahead|in advance|prior)\b"
_NUMBERED = re.compile(rf"\d|\b(?:{_WORD_NUMBER})\b|\ban?{_ONE_AHEAD}")
_PERIOD = re.compile(
    rf"(?<!hundred )(?<!hundred and )\b(?P<number>\d{{1,4}}|{_WORD_NUMBER}|an?(?={_ONE_AHEAD}))(?:[ -]?\(\d+\))?[ -](?:(?P<sort>calendar|business|working|consecutive) )?"
    r"(?P<unit>hour|day|week|month|year)s?\b",
    _I,
)
_AGE = re.compile(
    rf"\b(?:under (?:the age of |age )?|at least |over (?:the age of )?|age of |aged? |younger than |older than |minimum age (?:is|of) |"
    rf"reached |older of:? (?:\(i\) |\(a\) )?)(?P<a>\d{{2}}|{_WORD_NUMBER})(?: \(\d+\))?(?P<plus>(?: years?(?: old| of age)?)?)\b(?!(?: \(\d+\))? (?:(?:business|calendar|working) )?(?:days|hours|months|weeks|minutes|%))"
    rf"|\b(?P<b>\d{{2}}|{_WORD_NUMBER})(?: \(\d+\))?[ -]years?(?:[ -]old| of age)\b"
    rf"|\b(?P<c>1[2-9]|2[01]|{_WORD_NUMBER})(?: \(\d+\))?(?: years)? (?:or|and) (?:older|over|above)\b",
    _I,
)
_SUM = re.compile(
    r"(?:(?P<sign>US\$|A\$|C\$|\$|€|£|¥|₹)\s?(?P<amount>\d[\d,]*(?:\.\d+)?)"
    r"|\b(?P<code>USD|EUR|GBP|CAD|AUD|CHF|JPY|INR|BRL)\s?(?P<amount2>\d[\d,]*(?:\.\d+)?))(?P<scale>[km]\b| (?:thousand|million|billion)\b)?"
    r"|\b(?P<amount3>\d[\d,]*(?:\.\d+)?)(?P<scale3>[km]\b| (?:thousand|million|billion)\b)?\s(?P<word>U\.?S\.? dollars|USD|dollars|euros?|EUR|pounds|GBP)\b"
    rf"|\b(?P<worded>{_WORD_NUMBER})(?P<hundreds> hundred| thousand)? (?P<word2>U\.?S\.? dollars|dollars|euros?|pounds)\b",
    _I,
)
_SCALES = {"k": " thousand", "m": " million"}
_CURRENCY = {
    "US$": "USD", "$": "USD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "dollars": "USD", "us dollars": "USD", "u.s. dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
}  # fmt: skip
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")  # "10.000 euros"
_PERCENT = re.compile(
    rf"(?P<number>\d{{1,3}}(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)|\b(?P<worded>{_WORD_NUMBER}) per ?cent\b",
    _I,
)
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_LINK = re.compile(r"\bhttps?://[^\s)\]>,;\"]+[^\s)\]>,;.\"]|\bwww\.[\w.-]+\.[a-z]{2,}(?:/[\w./-]*\w)?", _I)
_CONTROL = re.compile(
    r"\b(?:settings(?: page| menu| tab)?|preferences|privacy controls|dashboard|preference cent(?:er|re)|(?:privacy|data|ad|accounts?) (?:cent(?:er|re)|hub|checkup)|privacy portal|unsubscribe (?:link|button)|"
    r"(?:web|online|request|opt-out) form)\b",
    _I,
)
# Words that never belong to the name of a control that stands after them.
_BEFORE_CONTROL = frozenset(
    ["in", "on", "at", "your", "the", "our", "this", "these", "those", "their", "its", "a", "an", "and", "or", "to", "of", "through", "via",
     "using", "from", "visit", "adjust", "adjusting", "change", "changing", "with", "by", "my", "certain", "such", "any", "all", "some", "if",
     "when", "based", "you", "we", "set", "for", "other", "is", "are", "use", "manage", "managing", "control", "indicate", "individual", "include", "includes", "offer", "offers", "provide", "provides", "update", "review", "respect", "including", "selecting", "select", "clicking", "click", "choosing", "choose", "going", "go", "opening", "open", "see", "check", "checking"]
)  # fmt: skip
_CONTROL_WORDS = 3
# Words in a list are kinds of data ("browser type, preferences and time zone settings"), no place to go to.
_IN_LIST = re.compile(r"(?:[,(]|\band|\bor|\bas|\blike) $")
_LEADS_THERE = re.compile(
    r"\b(?:in|on|through|via|using|us(?:e|ing)|visit\w*|adjust\w*|chang\w+|manag\w+|updat\w+|go(?:ing)?|your)\b"
)
# What the platform finds out or keeps in mind is no place to go to either.
# A centre that explains is no place to set anything: something must be done there.
_CENTRE = re.compile(r"(?:privacy|data|ad|accounts?) (?:cent(?:er|re)|hub|checkup)$")
_DONE_THERE = re.compile(
    r"\b(?:manag|control|adjust|change\b|changing|choos|turn|opt|delet|download|request|limit|exercis|submit|disabl|set)\w*\b[^.;]*$"
)
_LEARNT = re.compile(
    r"\b(?:honou?r\w*|identify|understand\w*|sav(?:e|es|ing)|remember\w*|learn\w*|stor\w+|record\w*|infer\w*|know\w*|collect\w*|reflect\w*|includ\w+)(?: \w+){0,3} $"
)
# Preferences that something is kept, suited or weighed by, or that stand among kinds of data: what is liked, not where it is set.
_LIKED = re.compile(
    r"(?:\b(?:maintain\w*|having to set|with|interests and) (?:your|their) |\b(?:based on|accord\w+ (?:to|with)) (?:your|their)(?: set)? |"
    r"\b(?:tailor|custom|personali|adapt|suit|match)\w*\b[^.;]{0,60} to (?:your|their) |"
    r"(?<!settings)[,;](?: and| or)? (?:your|their) |\b(?:address|behavio\w+|history|location) (?:and|or) (?:your|their) |\bset up other )(?:communication |settings )?$"
)
_SET_THERE = re.compile(r"\b(?:manag|adjust|chang|updat|edit|choos|visit|control|express|opt)\w*[^.;]*$")
_WORD_BEFORE = re.compile(r"(?<![\w'\u2019&-])([\w'\u2019&-]+) $")
_MAY_BE_OURS = re.compile(r"disabl|turn|switch|clos|delet|cancel")
_PLATFORM_MAY = re.compile(
    r"\b(?!(?:you|users?|members?|customers?|people|residents?|they|who|and|or|parents?|guardians?)\b)\w+ (?:may|can|will|might|reserves? the right)\b(?![^.;]*\byou\b)[^.;]*$"
)
_WE_DO = re.compile(
    r"\bwe (?:\w+ )?(?:or |and )?$|\b(?:was|were|been) (?:\w+ly )?(?:\w+ or )?$|\baccount $|\b(?:removed|restricted|suspended|blocked) or $|"
    r"\b(?:policy|(?<!you )(?<!ever )decides?|(?<!you are )entitled|reserves?)\b[^.;]{0,90}\bto (?:\W?\w\) )?(?:\w+(?:,| or| and/or| and) )*$"
)
_DISABLING = re.compile(r"disabl(?:ement|ing or \w+ your account (?:will|may|can))")
_NONE_OFFERED = re.compile(r"(?:\bnot|n['\u2019]t) (?:offer|provide|have|give) (?:you )?(?:an? |any )?$")
_OUT_OF_REACH = re.compile(
    r"(?<!if )(?<!unless )\byou (?:(?:cannot|can['\u2019]t|(?:may|will|can) not|won['\u2019]t)(?: be able to)?|are (?:unable|not able) to) (?:\w+ly )?$"
)
_OPT_OUT = re.compile(
    r"\b(?:opt(?:ing)?[ -]out|unsubscrib\w+|turn(?:ing)? (?:it |them |this )?off|switch(?:ing)? (?:\w+ ){0,2}(?:on or )?off|disabl\w+|withdraw(?:ing)? (?:your )?consent|"
    r"object to|delet(?:e|ing) your account|clos(?:e|ing) your account|cancel(?:ling)? (?:your|at any time)|refus\w+ cookies|reject\w* (?:all )?cookies)\b",
    _I,
)
_BODIES = re.compile(
    r"\b(American Arbitration Association|AAA|JAMS|National Arbitration and Mediation|NAM|London Court of International Arbitration|LCIA|"
    r"International Chamber of Commerce|ICC|ADR Services|New Era ADR|Singapore International Arbitration Cent(?:er|re)|SIAC|"
    r"Hong Kong International Arbitration Cent(?:er|re)|HKIAC|FairClaims|National Arbitration Forum|CIETAC|ICDR)\b"
)
_EXCEPTION = re.compile(
    r"\b(?:(?:except|unless|other than)(?: (?:as|where|when|if|to the extent|for|in|that|with|otherwise|required|permitted|you|we|by|such|under))\b[^.;,()]{3,90}"
    r"|to the (?:fullest |maximum |extent )?extent (?:permitted|allowed|required) (?:by|under) (?:applicable )?law"
    r"|(?:subject to|where (?:permitted|required|prohibited) by) (?:applicable )?laws?)",
    _I,
)


_REFUSES = re.compile(r"\bopt(?:s|ed|ing)?[- ]out\b|\breject (?:this|the|that|any)\b")
_BY_WHEN = re.compile(
    r"\b(?:within|no(?:t)? later than|no more than|before|until|by|or|the)(?: (?:the|that|a|an|first|initial))?(?: \(\w+\))? $"
)
_SPAN = re.compile(r"[- ](?:opt[- ]out|right to opt|period)")
_KEEPS = re.compile(
    r"\b(?:retain|retention|stor(?:e|ed|age)|kept|keep|saved|delet|eras|purge|preserv|anonymi|backup)"
)
_SENT_WITHIN = re.compile(
    r"\bnotice must be (?:sent|received|postmarked|given|submitted)\b[^.;]{0,40} within $"
)
_NOTICE_OF = re.compile(r"\bnotice(?: \w+){0,3} of (?:at least |no less than |not less than )?$")
_OF_NOTICE = re.compile(r"['\u2019s]*(?: \([^)]*\))?[- ](?:\w+,? ){0,3}notice\b")
# "Within thirty days of notice": the time that a notice begins.
_FROM_NOTICE = re.compile(r" (?:of|after|from|following) (?:\w+ ){0,3}notice\b")
_TELLS = re.compile(
    r"\b(?:notice|notif\w+|notify|inform you|tell you|let you know|hear about|remind|warn you|e-?mail you|get an e-?mail|announce|post|publish)"
)
_AHEAD = re.compile(
    r"[^.;]{0,25}?(?:\bbefore\b|\bprior\b|\bin advance\b|\bahead\b)(?! (?:initiat|commenc|fil|bring|start|arbitrat|pursu))"
)
_TAKES_EFFECT = re.compile(r"\beffective\b|\beffect\b|\bin(?:to)? force\b")
_AFTER_TELLING = re.compile(
    r" (?:after|from|following) [^.;]{0,40}?(?:notif|notice|post|publi|e-?mail|announc)"
)


@lru_cache(maxsize=256)  # a clause and its sentences are asked about several times while it is explained
def attributes_of(text: str) -> tuple[Attribute, ...]:
    """All facts found in a clause, in reading order; the same value of a kind is given once."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose small form is longer would shift all places after it
        low = text
    found: list[Attribute] = []
    for applies, reader in _READERS:
        if applies(low):
            found.extend(reader(text, low))
    of_numbers = [reader for applies, reader in _NUMBER_READERS if applies(low)]
    if of_numbers and _NUMBERED.search(low):
        for reader in of_numbers:
            found.extend(reader(text, low))
    unique: dict[tuple[AttributeKind, str], Attribute] = {}
    for attribute in sorted(found, key=lambda item: (item.start, item.end, item.kind)):
        unique.setdefault((attribute.kind, attribute.value), attribute)
    return tuple(unique.values())


def _any(*words: str) -> Callable[[str], bool]:
    return lambda low: any(map(low.__contains__, words))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _periods(text: str, low: str) -> Iterator[Attribute]:
    for match in _PERIOD.finditer(text):
        number, unit = _number(match["number"]), match["unit"].lower()
        if unit == "year" and re.match(
            r"s? (?:old|of age|or older|or over|and over|and older|or above)|[ -]old",
            low[match.end() - 1 : match.end() + 9].lstrip("rs"),
        ):
            continue
        if (
            unit == "year"
            and re.search(r"(?:under|least|over|age of) $", low[max(0, match.start() - 10) : match.start()])
            and not re.match(
                r"(?:s)? ?(?:after|from|of (?:the|your|our))", low[match.end() : match.end() + 8]
            )
        ):
            continue
        sort = (
            f"{match['sort'].lower()} "
            if match["sort"] and match["sort"].lower() in ("business", "working")
            else ""
        )
        value = f"{number} {sort}{unit}{'' if number == 1 else 's'}"
        yield Attribute(_kind_of_period(low, match.start(), match.end()), value, match.start(), match.end())


def _kind_of_period(low: str, start: int, end: int) -> AttributeKind:
    """What the period counts, from the words of its own sentence."""
    left = max(low.rfind(". ", 0, start), low.rfind("; ", 0, start), start - 160, -1) + 1
    right = low.find(". ", end)
    before, after = low[left:start], low[end : min(right if right >= 0 else len(low), end + 120)]
    sentence = low[left:end] + after
    if _REFUSES.search(sentence) and (_BY_WHEN.search(before) or _SPAN.match(after)):
        return AttributeKind.OPT_OUT_DEADLINE
    if _SENT_WITHIN.search(before) and _REFUSES.search(low):
        return AttributeKind.OPT_OUT_DEADLINE
    cured = before.endswith("within ") and _FROM_NOTICE.match(after)
    noticed = not cured and (_OF_NOTICE.match(after) or _NOTICE_OF.search(before))
    if _KEEPS.search(sentence) and not noticed:
        return AttributeKind.RETENTION_PERIOD
    if " paid" in sentence and CAPPED.search(sentence):
        return AttributeKind.PERIOD
    told_first = _TELLS.search(sentence) and _AHEAD.match(after)
    effective_later = _TAKES_EFFECT.search(sentence) and _AFTER_TELLING.match(after)
    return AttributeKind.NOTICE_PERIOD if noticed or told_first or effective_later else AttributeKind.PERIOD


def _ages(text: str, low: str) -> Iterator[Attribute]:
    for match in _AGE.finditer(text):
        word = match["a"] or match["b"] or match["c"]
        age = _number(word)
        spelled = bool(match["plus"]) if match["a"] else True
        named = match[0].lower()
        asks_age = (
            (spelled and not (named.startswith("at least") and named.endswith(("year", "years"))))
            or "age" in named
            or any(
                cue in low
                for cue in ("child", "minor", "parent", "old", "legal age", "teen", "must be at least")
            )
        )
        if 5 <= age <= 25 and asks_age:
            yield Attribute(AttributeKind.AGE, f"{age} years", match.start(), match.end())


def _sums(text: str, low: str) -> Iterator[Attribute]:
    for match in _SUM.finditer(text):
        if match["worded"]:
            yield Attribute(AttributeKind.SUM, _worded_sum(match), match.start(), match.end())
            continue
        amount = (match["amount"] or match["amount2"] or match["amount3"]).replace(",", "").rstrip(".")
        amount = amount.replace(".", "") if _THOUSANDS.fullmatch(amount) else amount.removesuffix(".00")
        mark = match["sign"] or match["code"] or match["word"]
        currency = _CURRENCY.get(mark) or _CURRENCY.get(mark.lower()) or mark.upper()
        scale = (match["scale"] or match["scale3"] or "").lower()
        scale = _SCALES.get(scale, scale)
        yield Attribute(AttributeKind.SUM, f"{amount}{scale} {currency}", match.start(), match.end())


def _worded_sum(match: re.Match[str]) -> str:
    """ "one hundred dollars" as "100 USD"."""
    number = _number(match["worded"]) * {"hundred": 100, "thousand": 1000}.get(
        (match["hundreds"] or "").strip().lower(), 1
    )
    return f"{number} {_CURRENCY[match['word2'].lower()]}"


def _plain(kind: AttributeKind, pattern: re.Pattern[str]) -> _Reader:
    def read(text: str, low: str) -> Iterator[Attribute]:
        for match in pattern.finditer(text):
            yield Attribute(kind, match[0], match.start(), match.end())

    return read


def _caps(text: str, low: str) -> Iterator[Attribute]:
    for match in CAP.finditer(text):
        if CAPPED.search(low, low.rfind(". ", 0, match.start()) + 1, match.start()):
            yield Attribute(AttributeKind.CAP, match[0], match.start(), match.end())


# "After you delete your account": a time, and no way out of what is said of it.
_ONCE_GONE = re.compile(
    r"\b(?:after|once|until|even if|even when|even after) (?:you|users?)(?: have|['\u2019]ve)? (?:delete|close|deactivate|cancel)\w* your account$"
)


def _opt_outs(text: str, low: str) -> Iterator[Attribute]:
    """Ways out; what the platform may switch off or close itself is none."""
    for match in _OPT_OUT.finditer(text):
        own_act = _MAY_BE_OURS.match(low, match.start())
        sentence = low.rfind(". ", 0, match.start()) + 1
        ours = own_act and (
            _DISABLING.match(low, match.start())
            or any(pattern.search(low, sentence, match.start()) for pattern in (_PLATFORM_MAY, _WE_DO))
        )
        before = (low, sentence, match.start())
        ours = ours or _ONCE_GONE.search(low, max(0, match.start() - 30), match.end())
        if not ours and not _NONE_OFFERED.search(*before) and not _OUT_OF_REACH.search(*before):
            yield Attribute(AttributeKind.OPT_OUT, match[0], match.start(), match.end())


def _percents(text: str, low: str) -> Iterator[Attribute]:
    for match in _PERCENT.finditer(text):
        yield Attribute(
            AttributeKind.PERCENT,
            f"{match['number'] or _number(match['worded'])}%",
            match.start(),
            match.end(),
        )


def _settings(text: str, low: str) -> Iterator[Attribute]:
    for match in _CONTROL.finditer(text):
        start = match.start()
        for _ in range(_CONTROL_WORDS):
            before = _WORD_BEFORE.search(text, max(0, start - 30), start)
            if before is None or before[1].lower() in _BEFORE_CONTROL:
                break
            start = before.start(1)
        if low.endswith(", ", 0, start) or (
            (start == match.start() or (text[start].islower() and not _LEADS_THERE.search(low, 0, start)))
            and _IN_LIST.search(low, max(0, start - 6), start)
        ):
            continue
        if _CENTRE.search(low, match.start(), match.end()) and not _DONE_THERE.search(low, 0, start):
            continue
        if _LEARNT.search(low, max(0, start - 40), start) or _only_liked(low, match.start(), match.end()):
            continue
        if not low.startswith("language ", start):  # a kind of data, wherever it stands
            yield Attribute(AttributeKind.SETTING, text[start : match.end()], start, match.end())


def _only_liked(low: str, start: int, end: int) -> bool:
    """Are preferences there what somebody likes, and nothing to be set?"""
    if not low.startswith("preferences", start):
        return False
    sentence = max(low.rfind(". ", 0, start) + 1, start - 100)
    if low.startswith((".", " |"), end) and not low[sentence:start].strip():
        return True  # a heading before what is said of them
    return _LIKED.search(low, sentence, start) is not None and _SET_THERE.search(low, sentence, start) is None


def _placed(kind: AttributeKind, find: Callable[[str, str], Iterator[Place]]) -> _Reader:
    def read(text: str, low: str) -> Iterator[Attribute]:
        for name, start, end in find(text, low):
            yield Attribute(kind, name, start, end)

    return read


def _waivers(text: str, low: str) -> Iterator[Attribute]:
    for start, end in waived_class_actions(text):
        yield Attribute(AttributeKind.CLASS_WAIVER, "class actions", start, end)
    for start, end in waived_jury(text):
        yield Attribute(AttributeKind.JURY_WAIVER, "jury trial", start, end)


def _listed(kind: AttributeKind, lexicon: tuple[Entry, ...]) -> _Reader:
    told = TOLD_THERE.get(kind)

    def read(text: str, low: str) -> Iterator[Attribute]:
        for entry in lexicon:
            match = entry.find(low)
            while (
                match is not None
                and told is not None
                and not told(entry.value, low, match.start(), match.end())
            ):
                match = entry.find(low, match.end())
            if match is not None:
                yield Attribute(kind, entry.value, match.start(), match.end())

    return read


# Tried only where a number stands, in figures or in words.
_NUMBER_READERS: tuple[tuple[Callable[[str], bool], _Reader], ...] = (
    (_any("hour", "day", "week", "month", "year"), _periods),
    (_any("age", "old", "under ", "child", "minor", "over ", "at least"), _ages),
    (_any("$", "€", "£", "¥", "₹", "usd", "eur", "gbp", "euro", "dollar", "pounds", "cad", "aud", "chf", "inr", "brl", "jpy"), _sums),
    (_any("%", "percent", "per cent"), _percents),
    (_any("street", "avenue", "road", "boulevard", "lane", "drive", "way", "square", "place", "quay", "court", "parkway", "plaza", "highway", "box",
          " st", " ave", " rd", " blvd", " dr"), _plain(AttributeKind.POSTAL_ADDRESS, POSTAL_ADDRESS)),
    (_any("call", "phone", "tel", "fax", "contact", "+"), _plain(AttributeKind.PHONE, PHONE)),
)  # fmt: skip
_READERS: tuple[tuple[Callable[[str], bool], _Reader], ...] = (
    (_any("@"), _plain(AttributeKind.EMAIL, _EMAIL)),
    (_any("http", "www."), _plain(AttributeKind.LINK, _LINK)),
    (_any("setting", "preferences", "controls", "dashboard", "preference", "portal", " cent", " hub", " checkup", "unsubscribe ", " form"), _settings),
    (_any("opt", "unsubscrib", "turn", "switch", "disabl", "withdraw", "object to", "your account", "cancel", "refus", "reject"), _opt_outs),
    (_any("law"), _placed(AttributeKind.GOVERNING_LAW, governing_laws)),
    (_any("court", "venue", "arbitration", "jurisdiction", "litigated"), _placed(AttributeKind.VENUE, venues)),
    (_any("arbitrat", "jams", "aaa"), _plain(AttributeKind.ARBITRATION_BODY, _BODIES)),
    (_any("rules", "procedures"), _plain(AttributeKind.ARBITRATION_RULES, ARBITRATION_RULES)),
    (_any("class", "jury", "representative"), _waivers),
    (_any("paid", "pay ", "payable", "er of"), _caps),
    (_any("except", "unless", "other than", "extent", "subject to", "by law", "by applicable law"), _plain(AttributeKind.EXCEPTION, _EXCEPTION)),
    (bool, _listed(AttributeKind.DATA_KIND, DATA)),
    (_any("part", "provider", "vendor", "advertis", "affiliate", "subsidiar", "law enforcement", "govern", "merg", "acqui", "sold", "sells", "public", "contractor",
          "processor", "supplier", "compan", "broker", "researcher", "developer", "credit", "anyone", "other users", "court", "lawyer", "auditor", "collaborator", "authorit", "regulat", "police", "tribunal", "bank", "financ", "insur"),
     _listed(AttributeKind.RECIPIENT, RECIPIENT)),
    (bool, _listed(AttributeKind.PURPOSE, PURPOSE)),
)  # fmt: skip
