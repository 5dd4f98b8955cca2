"""What a clause on arbitration does: binds, lets one stay out, leaves some claims to the courts, or says how it goes."""

import re
from enum import StrEnum
from functools import lru_cache

from provisions.analysis.stance_cues import spoken


class Move(StrEnum):
    """The first of these that a clause does is what it is for; what comes after it is an exception or a detail."""

    BINDS = "binds"
    OPTS_OUT = "opts_out"
    REJECTS = "rejects"  # a later change of the arbitration terms, not the arbitration
    EXCEPTS = "excepts"
    REFUSES = "refuses"  # there is no arbitration at all
    FOLLOWS = "follows"  # what happens to those who opted out
    CHOOSES = "chooses"  # how one's case is heard
    PAYS = "pays"
    GOES = "goes"


_I = re.IGNORECASE
_YOU_MAY = (
    r"\b(?:you|users?|members?|customers?|consumers?|drivers?|applicants?|individuals?)\b(?:,? [^.;,]{0,60},)? (?:also |each )?"
    r"(?:may|can|ha(?:ve|s) (?:the|a|an) (?:right|option|opportunity|choice|ability|possibility))\b(?! ?not\b)"
)
_TO_ARBITRATION = r"\b(?:by|through|to|in|via|under|before(?! \w+ing\b))\b(?! (?:a|an|the|any) (?:[\w-]+ ){0,2}courts?\b)(?! (?:the |its )?\w+ rules)(?:(?!\b(?:before|prior to) \w+ing\b)[^.;]){0,70}?\barbitrat"
_BINDS = re.compile(
    rf"\b(?:agrees?|consents?)\b(?! otherwise)[^.;]{{0,60}}?\bto (?:(?!implement|initiat|commenc|minimi|administ)[\w-]+,? ){{0,4}}arbitrat(?:e|ion)\b|"
    rf"(?:\b(?:be|is|are|to|will|shall|must)\b|\bwe['\u2019]ll\b)(?: \w+){{0,2}} (?:resolved?|settled?|decided?|determined?|referred|submit(?:ted)?|heard)\b[^.;]{{0,110}}?{_TO_ARBITRATION}|"
    r"\b(?:go|goes|proceed) to (?:[\w-]+,? ){0,4}arbitrat|\b(?:must|shall|will) (?:be )?(?:\w+ly )?arbitrate|"
    r"\b(?:contains?|includes?|is) (?:an? )?(?:mandatory |binding |individual )*(?:(?!\bpart of\b)[^.;]){0,30}\barbitration (?:agreement|provision|clause)|"
    r"\barbitration (?:is|shall be|will be|as) the (?:sole|only|exclusive)|\bmust be (?:finally )?arbitrated|\byou (?:are|shall be|will be) (?:required|bound)[^.;]{0,40}\barbitrat|"
    r"\barbitrators?, (?:and )?(?:not|instead of) a (?:judge|court|jury),? (?:will |shall )?(?:decides?|resolves?|settles?)\b|"
    r"(?<!\bno )\b(?:mandatory|binding) (?:\w+ )?arbitration\b", _I,
)  # fmt: skip
# What only sounds binding: a condition, a reference, what happens to those who do not act.
_NOT_BINDING = re.compile(
    r"\bdisputes? (?:as to|about|over|concerning|regarding) (?:whether|the (?:costs?|fees?|scope|enforceab\w+|arbitrab\w+))[^.;]*$|(?:\b(?:otherwise|previously|prior to|before|neither|whether (?:or not )?to)\b[^.;,]*|(?:\bnot|n['\u2019]t|\bnever) (?:\w+ ){0,3}|\b(?:possibility|right|able|may|can)\b[^.;]{0,60}\binvoke )$",
    _I,
)
_OPTS_OUT = re.compile(
    rf"{_YOU_MAY}[^.;]{{0,120}}?\b(?:opt(?:ing)?[- ]?out|reject|decline|not (?:to )?be bound)|\bright to (?:opt[- ]?out|reject|decline)|"
    r"(?:^|[.;:]\s*|\*\s*)(?:in order )?to opt[- ]?out\b|\b(?:the|your|this|an) [\"\u201c]?opt[- ]out (?:notice|request|letter|e-?mail)[\"\u201d]? (?:must|should|has to|needs to)|"
    r"\bhow (?:you can|to) opt[- ]?out|\b(?:must|should) (?:\w+ ){0,3}(?:indicate|state|say|include)[^.;]{0,60}\b(?:intent(?:ion)?|wish|want|desire|decision) to opt[- ]?out", _I,
)  # fmt: skip
_REJECTS = re.compile(
    rf"{_YOU_MAY}[^.;]{{0,40}}?\b(?:reject|decline|opt[- ]?out of)\s(?:(?:any|the|such|that|this|those|these|a)\s)*(?:(?:future|material|such|retroactive)\s)*"
    r"(?:changes?|amendments?|modifications?|revisions?|(?:retroactive )?application)", _I,
)  # fmt: skip
_EXCEPTS = re.compile(
    r"\b(?:you|part(?:y|ies)|either of us|we)\b(?: (?:and|or) [\w-]+)?(?:,? [^.;,]{0,30},)? (?:also |each |both |still |instead )*(?:may|can|retains?|(?:has|have) the right)\b(?! ?not\b)"
    r"(?:(?!arbitrat)[^.;]){0,120}?(?:small[- ]claims|\bin (?:any |a |your )?(?:\w+ ){0,4}courts?\b|\bgo to (?:a |your |the )?court\b)|"
    r"nothing in (?:this|these|the)\b[^.]{0,80}?\b(?:prevents?|precludes?|prohibits?|bars?|stops?|limits?) (?:you|either|any|a|the right) (?![^.;]*\bsettlement)|"
    r"\bnot (?:restrict|prevent|preclude|prohibit|stop|bar) (?:you|either|any|a) |\barbitrat\w*[^.;]{0,50} (?:shall|will|does|do) not (?:require arbitration of|apply to|cover)\b|"
    r"\bnot require arbitration of (?:the|these|those|such)|\b(?:are|is) (?:exempt(?:ed)? from|excluded from|exceptions? to) (?:the |this |binding |mandatory )*(?:arbitration|agreement to arbitrate)|"
    r"\b(?:are|is) exempt(?:ed)? from [^.;]{0,90}?\barbitrat|(?<!that )(?<!which )\b(?:are|is)(?: not|n['\u2019]t) covered by (?:the |this |these |our )?(?:binding )?arbitrat|(?<!that )(?<!which )\bare not subject to (?:the |this |these )?(?:binding )?(?:arbitration|agreement to arbitrate)", _I,
)  # fmt: skip
_EXCLUDES_SMALL = re.compile(r"\b(?:except|exclud|other than|aside from)[^.;]{0,160}?small[- ]claims", _I)
_REFUSES = re.compile(
    r"(?:not|n['\u2019]t) (?:contain|include) (?:an? |any )?arbitrat|\b(?:nobody|no one) is (?:forced|required|obliged|made) (?:in)?to (?:\w+ ){0,3}arbitrat|(?:not|n['\u2019]t|never) (?:require|force|impose|compel|make) (?:\w+ ){0,5}arbitrat|arbitration is (?:not required|optional|voluntary)|\byou are free to (?:refuse|decline) (?:\w+ )?arbitrat|\b(?:there is|we have) no (?:\w+ )?arbitration|"
    r"(?<!if )\byou (?:are not|aren['\u2019]t|need not|do not have to|don['\u2019]t have to) (?:(?:required|obliged|asked) to )?(?:arbitrat|go to arbitrat|submit [^.;]{0,30}arbitrat)", _I
)  # fmt: skip
_FOLLOWS = re.compile(
    r"\b(?:if|even if|should|once|after|whether) (?:you|users?|either party|the user)\b(?: (?!not\b)\w+){0,4} (?:opt(?:ed|s)?[- ]?out|reject)|"
    r"\b(?:once|after|when) [^.;]{0,60}\bopt[- ]?out (?:notice|request)|(?<!not )(?<!n't )(?<!n\u2019t )\b(?:opt(?:ing)?[- ]?out|rejecting|rejection)\b[^.;]{0,80}?\b(?:has no effect|do(?:es)? not|shall not|will not|you (?:agree|are agreeing|will))", _I,
)  # fmt: skip
_CHOOSES = re.compile(rf"{_YOU_MAY}[^.;]{{0,40}}?\b(?:choose|elect|request|select|attend|appear|invoke)", _I)
_PAYS = re.compile(
    r"\b(?:we|(?!You\b|Users?\b|Each\b|Neither\b)[A-Z]\w+)(?:,? [^.;,]{0,40},)? (?:will|shall|agrees? to) (?:\w+ly |also )?(?:pay|reimburse|refund|bear|cover|not seek)|"
    r"\b(?:fees?|costs?) of the (?:arbitrat\w+) (?:is|are) (?:on|paid by) us\b"
)
_IN_ORDER = (
    (Move.REJECTS, _REJECTS),
    (Move.EXCEPTS, _EXCEPTS),
    (Move.REFUSES, _REFUSES),
    (Move.OPTS_OUT, _OPTS_OUT),
    (Move.FOLLOWS, _FOLLOWS),
)


@lru_cache(maxsize=64)
def move_of(text: str) -> Move:
    """The move that a clause on arbitration makes first; where it makes none, whether it pays or gives a choice.

    What binds outranks an exception in its own sentence, whichever of them stands first ("except for small claims, all
    disputes go to arbitration").
    """
    text = spoken(text)
    places = [
        (found.start(), move) for move, pattern in _IN_ORDER if (found := pattern.search(text)) is not None
    ]
    binding = next((found.start() for found in _BINDS.finditer(text) if _is_plain(text, found.start())), None)
    if binding is not None:
        places = [
            (start, move)
            for start, move in places
            if move is not Move.EXCEPTS or "." in text[min(start, binding) : max(start, binding)]
        ]
        places.append((binding, Move.BINDS))
    if places:
        return min(places, key=lambda place: place[0])[1]
    if _PAYS.search(text):
        return Move.PAYS
    return Move.CHOOSES if _CHOOSES.search(text) else Move.GOES


def spares_small_claims(text: str) -> bool:
    """Does a clause that binds leave small claims to their court, and not only speak of them?"""
    if move_of(text) is not Move.BINDS:
        return False
    excepted = _EXCEPTS.search(text)
    return _EXCLUDES_SMALL.search(text) is not None or (
        excepted is not None and "small" in excepted[0].lower()
    )


def _is_plain(text: str, start: int) -> bool:
    """Does nothing before it in its sentence make the binding a condition?"""
    return _NOT_BINDING.search(text[max(0, start - 90) : start]) is None
