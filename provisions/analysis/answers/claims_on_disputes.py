"""What a sentence says of arbitration, class actions, the law that governs, and how much can be recovered."""

import re

from provisions.analysis.answers.claims import Said, Sentence
from provisions.analysis.caps import cap_in, may_cap
from provisions.analysis.law_and_courts import COUNTRIES
from provisions.analysis.places import with_article
from provisions.analysis.waivers import ruled_out

_REFUSED = re.compile(
    r"\b(?:we|it|[a-z]+) (?:do|does|will|shall)(?: not|n['’]t| never)[^.;]{0,20}\b(?:require|force|compel)(?: you\b[^.;]{0,50}| (?:binding |mandatory |any )?)arbitrat(?!\w* of (?:the|those|these|such)\b)"
)
_PLAINLY = re.compile(
    r"\bagree to arbitrate (?:any|all)|\b(?:disputes?|claims?)\b[^.;]{0,60}\b(?:resolved|settled|decided)\b[^.;]{0,60}\barbitration"
)
_ON_DISPUTES = re.compile(r"\b(?:disputes?|claims?|controvers\w+)\b")
_ELSEWHERE = re.compile(
    r"\b(?:dpf|privacy framework|privacy shield|annex i|data protection authorit|recourse mechanism)|arbitration (?:rules?|fees?|award|hearing|demand)s? (?:are|is|will|shall|may)\b|"
    r"(?:does|do|will|shall) not (?:apply|require)|not (?:be )?(?:subject to|required)|\bopt(?:ed|ing)?[ -]?out|right to (?:reject|opt)|"
    r"unenforceable|not enforceable|invalid|\b(?:court|tribunal) decides|consolidat|committee|prerequisite|referred to in|less discovery|more limited|before (?:initiating|starting|beginning|filing|commencing)|at least \w+ (?:\(\d+\) )?days"
)
_REQUIRED = re.compile(
    r"\b(?:agree[sd]?|require[sd]?|requiring|must|shall|will|submit|have to)\b[^.;]{0,260}?\barbitrat|"
    r"(?:resolved|settled|decided|determined|referred|submitted|heard)\b[^.;]{0,110}?\b(?:by|through|to|in|via|under)\b[^.;]{0,70}?\barbitrat|"
    r"\b(?:binding|mandatory|individual)[^.;]{0,30}\barbitration|\barbitration (?:agreement|provision|clause)|agreement to (?:individually )?arbitrate"
)
_RESOLVES = re.compile(
    r"\b(?:resol|settl|decid|determin|submit|arbitrate\b|rather than|instead of|not (?:to sue )?in court)"
)
_MAY = re.compile(
    r"\b(?:you|either party|each party|either of us|we|party) (?:may|can)\b[^.;]{0,120}arbitrat"
)
_ONLY = re.compile(r"\bsole (?:means|way|remedy)|\bexclusively\b|\bonly (?:through|by) (?:\w+ )?arbitrat")
_OF_DRIVERS = re.compile(r"\b(?:drivers?|hosts?|sellers?|business|organi[sz]ations?)\b")


def arbitration(sentence: Sentence) -> Said | None:
    """Whether disputes go to arbitration. Notices, rules of the hearing and the Data Privacy Framework are no answer."""
    low = sentence.low
    refused = _REFUSED.search(low)
    if refused:
        return Said("says it does not require arbitration", 3, refused.start(), "no")
    if (_ELSEWHERE.search(low) and not _PLAINLY.search(low)) or not _ON_DISPUTES.search(low):
        return None
    found = _REQUIRED.search(low)
    if found and (_ONLY.search(low) or not _MAY.search(low)):
        binding = "binding " if "binding" in low or "mandatory" in low else ""
        strength = 1 + bool(_RESOLVES.search(low)) + bool(binding) - bool(_OF_DRIVERS.search(low))
        return Said(f"requires {binding}arbitration", strength, found.start(), "yes")
    found = _MAY.search(low)
    return Said("provides for arbitration if one side wants it", 0, found.start(), "may") if found else None


_PERIOD = r"(?P<number>\d{1,3}|thirty|sixty|ninety|fourteen|twenty-one|forty-five)(?: \(\d+\))?[ -](?P<unit>calendar days?|business days?|days?|months?)"
_OPTS_OUT = re.compile(r"\bopt(?:ing)?[ -]?out\b|\breject (?:this|the|these)|\bdecline (?:this|to)")
_PLAIN_CHOICE = re.compile(
    r"\byou (?:can|may|have the (?:right|option))\b|\bright to opt|\bto opt[ -]?out\b|\bcan opt|\bopt[ -]?out (?:of (?:this|the|arbitration|these)|notice)|\breject|\bdecline"
)
_WITHIN = re.compile(_PERIOD)
_NUMBERS = {
    "thirty": "30",
    "sixty": "60",
    "ninety": "90",
    "fourteen": "14",
    "twenty-one": "21",
    "forty-five": "45",
}


def arbitration_way_out(sentence: Sentence) -> Said | None:
    """The way to keep out of arbitration and of the class waiver, with its window where the sentence names one."""
    low = sentence.low
    found = _OPTS_OUT.search(low)
    if (
        not found
        or _OF_DRIVERS.search(low)
        or re.search(
            r"\b(?:not|n['’]t|cannot|no right to) opt|newsletter|cookies|marketing", low[: found.end() + 10]
        )
    ):
        return None
    if not _PLAIN_CHOICE.search(low) or re.search(
        r"\b(?:mass|batch|retroactive|previously|unable)\b|if you (?:have|do) not|regardless", low
    ):
        return None
    if (
        "arbitrat" not in low
        and "arbitrat" not in sentence.passage.text.lower() + " ".join(sentence.passage.trail).lower()
    ):
        return None
    within = _WITHIN.search(low, found.start()) or _WITHIN.search(low)
    if within is None:
        return Said("you can opt out", 1, found.start())
    unit = within["unit"] if within["unit"].endswith("s") else within["unit"] + "s"
    return Said(
        f"you can opt out within {_NUMBERS.get(within['number'], within['number'])} {unit}", 3, found.start()
    )


# A verb; "class action waiver" alone is a heading or a reference.
_GIVES_UP = re.compile(
    r"\bwaiv(?:e|es|ing)\b|\bindividual (?:basis|capacity)|\bneither\b|\bwill not\b|\bmay not\b|\bgiv(?:e|ing) up"
)


def class_waiver(sentence: Sentence) -> Said | None:
    """Whether people give up acting together. What happens if the waiver fails is no answer."""
    found = ruled_out(sentence.low)
    if not found:
        return None
    plain = bool(_GIVES_UP.search(sentence.low))
    return Said(
        "rules out class actions", 1 + 2 * plain - bool(_OF_DRIVERS.search(sentence.low)), found.start()
    )


_GOVERNS = re.compile(
    r"\bgovern(?:s|ed|ing)?\b|\bconstrued\b|\blaws?\b[^.;]{0,40}\b(?:shall |will )?(?:apply|applies)\b|\bsubject to (?:the )?(?:\w+ )?laws? of"
)
_OWN_LAW = re.compile(
    r"\b(?:laws? (?:of|in) )(?:the |your )?(?:country|jurisdiction|state|place|member state|province|territory|location)\b[^.;]{0,60}\b(?:you|your|user|consumer|resid\w+|live)\b|"
    r"\blaws? of your (?:country|place|state|jurisdiction)"
)
_OF_THEIR_PLACE = re.compile(
    r"\b(?:residence|where you (?:live|reside))\b[^.;]{0,140}\blaws? of that (?:country|place|state|jurisdiction)"
)
_PLAINLY_GOVERNED = re.compile(
    r"\b[Gg]overned by(?: and \w+ (?:in accordance with|under))? (?:the )?[Ll]aws? of\b"
)
_NATIONAL = re.compile(rf"\b({'|'.join(COUNTRIES)}) [Ll]aws?\b")
_NO_LAW = re.compile(
    r"\b(?:act|arbitration|federal|gdpr|regulation|privacy|copyright|code|dmca|convention|union|principles|directive)\b",
    re.IGNORECASE,
)
_NOT_GOVERNED = re.compile(r"(?:\bnot|n['’]t) (?:be )?governed\b")
_FALLBACK = re.compile(
    r"\bif the (?:faa|federal arbitration act)\b|\bthis (?:arbitration agreement|agreement to arbitrate|arbitration provision) (?:is|shall be|will be) governed|"
    r"\bthis (?:paragraph|section|subsection|waiver) (?:is|shall be|will be) governed"
)
_THE_REST = re.compile(
    r"\b(?:in all other cases|otherwise, |in any other capacity|if you are (?:a )?business)"
)
_FOUNDED = re.compile(
    r"\b(?:incorporated|organi[sz]ed|registered|formed|existing|established)\b[^.;]{0,30}\b(?:under|in)\b"
)
_LAWS_OF = re.compile(
    r"\b[Ll]aws? of (?:the )?(?:[Ss]tate of )?(?P<place>[A-Z][a-z]+(?: (?:of|[A-Z][a-z]+)(?= [A-Z]|\b))*)"
)
_KEEPS = re.compile(
    r"\b(?:mandatory|consumer protection|statutory|deprive|not affect|without prejudice|regardless of|does not limit)"
)


def governing_law(sentence: Sentence) -> Said | None:
    """Which law applies to the agreement, by the places the sentence names as its law."""
    found = _GOVERNS.search(sentence.low)
    if not found or (_FOUNDED.search(sentence.low) and "govern" not in sentence.low):
        return None
    if _FALLBACK.search(sentence.low) or _NOT_GOVERNED.search(sentence.low):
        return None
    named = [value for value in sentence.facts("governing_law") if not _NO_LAW.search(value)]
    if named or _PLAINLY_GOVERNED.search(sentence.text):
        named += [
            more["place"] for more in _LAWS_OF.finditer(sentence.text) if not _NO_LAW.search(more["place"])
        ]
    places = _apart([_place(value) for value in named])
    nations = list(dict.fromkeys(nation[1] for nation in _NATIONAL.finditer(sentence.text)))
    rest = bool(_THE_REST.search(sentence.low))
    if nations and (not places or places[0] == _place(COUNTRIES[nations[0]])):
        return Said(f"applies {' or '.join(nations[:2])} law", 3 - rest, found.start(), nations[0])
    if not places:
        own = _OWN_LAW.search(sentence.low) or _OF_THEIR_PLACE.search(sentence.low)
        if own and not _KEEPS.search(sentence.low):
            return Said("applies the law of the place where people live", 3, own.start(), "own")
        return None
    direct = "govern" in sentence.low or "construed" in sentence.low
    return Said(
        f"applies the law of {' and '.join(places[:2])}",
        2 + direct - rest,
        found.start(),
        places[0],
    )


def _apart(places: list[str]) -> list[str]:
    """Each place once: "England" is told by "England and Wales"."""
    kept: list[str] = []
    for place in places:
        if not any(place.removeprefix("the ") in other for other in kept):
            kept.append(place)
    return kept


def _place(value: str) -> str:
    """ "STATE OF CALIFORNIA, USA" as "California, USA"."""
    value = value.split(". ", maxsplit=1)[0]
    words = (
        value.title().replace(" Of ", " of ").replace(" And ", " and ")
        if value.isupper() and len(value) > 3
        else value
    )
    words = re.sub(r"^(?:the )?(?:state|republic|commonwealth|province) of ", "", words, flags=re.IGNORECASE)
    return with_article(words)


_EXCLUDES = re.compile(
    r"\b(?:no event|no circumstances|not|never|neither|nor)\b[^.;]{0,160}?\b(?:liable|liability|responsible)\b[^.;]{0,160}?\b(?:indirect|consequential|incidental|any (?:loss|damage|kind)|of any kind|loss of profits|lost profits|losses|anything that happens)|"
    r"\bnot have any (?:responsibility or )?liability to you for\b"
)


_FORESEEABLE = re.compile(r"\bliability\b[^.;]{0,40}\blimited to\b[^.;]{0,60}\bforeseeable\b")


def liability_cap(sentence: Sentence) -> Said | None:
    """The most that can be recovered from the platform, in figures or in what was paid."""
    low = sentence.low
    if not may_cap(low):
        return None
    cap = cap_in(low, sentence.facts("sum"))
    if cap:
        own = re.search(r"\b(?:aggregate|total|entire|maximum|cumulative|liability)\b", low)
        worth = 4 if cap.which == "greatest" else 3 + bool(own)
        return Said(f"limits its liability to {cap.words}", worth, cap.start, "cap")
    foreseeable = _FORESEEABLE.search(low)
    if foreseeable:
        return Said(
            "limits its liability to foreseeable damage; we found no cap in figures", 1, foreseeable.start()
        )
    found = _EXCLUDES.search(low)
    if not found:
        return None
    broad = bool(
        re.search(r"\b(?:indirect|consequential|incidental|of any kind|lost profits|loss of profits)", low)
    )
    return Said(
        "excludes liability for certain losses; we found no cap in figures", int(broad), found.start()
    )
