"""What a clause on liability does: limits what is paid, keeps some of it, or spares the reader."""

import re

from provisions.analysis.describing.fragments import without_brackets
from provisions.analysis.stance_cues import NOT_CHARGED

# A limit on the limits: what the rest of the document may not take away.
_KEEPS_LIABILITY = re.compile(
    r"(?:nothing (?:in (?:these|this|our|the)|here(?:in)?)\b[^.]{0,60}|\b(?:we|these terms|this agreement|this section) (?:do|does|will|shall)(?: not|n['\u2019]t) (?:\w+ ){0,3}?)"
    r"(?:exclud|limit(?!ation)|restrict(?!ion))\w*[^.]{0,60}(?:liab|responsib)[^.]*|"
    r"\b(?:limitations?|exclusions?|limits)\b[^.;]{0,60}\b(?:do|does|shall|will) not apply (?:to|in (?:the )?cases?|where|if|for)\b[^.]*",
    re.IGNORECASE,
)
# A line above a list that spares the reader what its items name: "We do not limit our liability for:".
_KEPT_ABOVE = re.compile(
    rf"{_KEEPS_LIABILITY.pattern}|\bneither (?:party|of us)\b[^.]{{0,60}}(?:exclud|limit)\w*[^.]{{0,40}}\bliab|\bthis includes (?:any |our )?liability for\W*$|"
    r"\b(?:can ?not|may not|no)\b[^.]{0,60}\b(?:claim|liab)\w*[^.]{0,60}\bexcept\b[^.]*$",
    re.IGNORECASE,
)
SPARED_ABOVE = {"payment_fees": NOT_CHARGED, "liability_limitation": _KEPT_ABOVE}
# Nothing but this: limits that stand before or after it are the clause's.
_STAYS_LIABLE = re.compile(
    r"^(?:(?!not (?:be )?(?:liable|responsible) (?:for|to)|in no event)[^.]){0,300}?\b(?:[Ww]e (?:will |shall )?(?:remain|are fully|stay) (?:fully )?liable\b|"
    r"(?!You\b|Users?\b|Customers?\b)[A-Z]\w+ (?:will |shall )?remains? (?:fully )?liable\b|"
    r"(?:[Ww]e|(?!You\b|Users?\b|Customers?\b)[A-Z]\w+) (?:is|are|will be|shall be|remains?) (?:also |fully )?liable (?:without limit|for (?:\w+ ){0,3}?(?:intent|wilful|willful|gross)))|"
    r"^\W*Each [Pp]arty (?:will|shall) without limit(?:ation)? be liable\b|"
    r"^[^.;]{0,240}\b[Ll]iab\w+\b[^.;]{0,160}\b(?:remains? unaffected|(?:is|remains?) unlimited)\b"
)
# The reader is the one who does not answer for something.
SPARES_READER = re.compile(
    r"^\W*(?:\d[\d.]* )?(?:you|customers?|users?) (?:(?:will|shall|are|is|can)(?: ?not|n['\u2019]t)|won['\u2019]t|can['\u2019]t) (?:be )?(?:held )?(?:liable|responsible)\b|"
    r"\bin no event (?:shall|will) (?:a|any|your) (?:(?:member|user|customer|seller|host|guest)['\u2019]s )?(?:total |aggregate )*liability\b",
    re.IGNORECASE,
)
_LIMITS_LIABILITY = re.compile(
    r"\bnot (?:be )?(?:\w+ )?(?:liable|responsible)|\bnot (?:take|accept|assume|bear) (?:any )?(?:responsib|liab)|\bno (?:liability|event)|limited to|\bexceed",
    re.IGNORECASE,
)


def move_on_liability(text: str) -> str:
    """The value of the stance; empty where the clause does what its type usually does."""
    plain = without_brackets(text)
    if keeps := _KEEPS_LIABILITY.search(plain):
        rest = plain[: keeps.start()] + plain[keeps.end() :]
        return "reserves" if _LIMITS_LIABILITY.search(rest) else "promises"
    return "promises" if SPARES_READER.search(text) or _STAYS_LIABLE.search(plain) else ""
