"""What a clause on data does first with it: refuses, promises, leaves to people, asks for, keeps for itself or simply does.

A refusal counts where it is of the type's own act and the platform does not do that act all the same: a clause that collects
an address and then says what is not shared makes no promise on collecting.
"""

import re

from provisions.analysis.refusals import refusal_in
from provisions.analysis.stance_cues import ASKS_FOR, BARS_READER, CONTROLS, LEFT_TO_YOU, TRAINING
from provisions.analysis.stance_words import PERMITS, PROMISES, RESERVES

# What a refusal of the type's own act must hold, or must not be of ("we do not share"); in the other types any act with data is.
_OWN_ACTS: dict[str, re.Pattern[str]] = {
    "data_collection": re.compile(
        r"\b(?:collect|gather|ask(?:s|ed)? (?:for|you)|request|solicit|record|log(?:s|ged)?\b|track|stor(?:e|ing)|monitor|access|read\b|sav(?:e|ing)|retain|keep|kept|captur|set\b|plac)|"
        r"^(?!.*\b(?:shar|sell|sold\b|disclos|rent(?:s|ed)?\b|giv|us(?:e|ing) (?:\w+ ){0,2}(?:information|data)\b))",
        re.IGNORECASE,
    ),
    "data_retention": re.compile(
        r"\b(?:stor(?:e|ing)|retain|keep|kept|sav(?:e|ing)|log|record|archiv|h[eo]ld)", re.IGNORECASE
    ),
    "ai_training": TRAINING,
}
_DOER = r"(?<!nor do )(?<!nor will )(?<!neither do )\b(?:[Ww]e|(?!(?:You|Users?|If|Members?|Customers?|When|Where|That|This|Who)\b)[A-Z][\w.]+)(?: (?:may|will|can|might|also|then|automatically|do|sometimes))* "
# The same act done by the platform elsewhere in the clause: then it is no promise as a whole.
_DOES: dict[str, re.Pattern[str]] = {
    "data_collection": re.compile(
        rf"{_DOER}(?:collect|receive|record|gather|obtain|store|log)s?\b|\b(?:data|information) collected\b"
    ),
    "data_usage": re.compile(rf"{_DOER}(?:use|process)(?:es|s)?\b(?! (?:reasonable|appropriate))"),
    "tracking_advertising": re.compile(
        rf"{_DOER}(?:use|share|show|serve|place|set|allow|personali[sz]e|display|deliver)s?\b|\b(?:companies|partners|advertisers) (?:may |also )*(?:use|collect|place|set)\b"
    ),
    "sensitive_data": re.compile(rf"{_DOER}(?:collect|use|process|receive|infer)s?\b"),
}
# What some cookies alone do not do says nothing of the others ("These cookies do not gather ...").
_OF_COOKIES = re.compile(r"\W*(?:these|they|such)\b", re.IGNORECASE)
# A keeping to which an end is set; "we will keep it as long as we need it" is none.
_ENDS = re.compile(
    r"\b(?:only|not|never|no longer|no more|up to|at most|maximum|shortest|limited)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(r"(?:retain|keep)$", re.IGNORECASE)
_OF_USE = re.compile(r"\b(?:collect|us|process|stor|keep|retain|track|combine|analy)\w*$", re.IGNORECASE)
# A choice over what is collected, not one of the many other things that "you may".
_OVER_COLLECTION = re.compile(
    r"\b(?:you|users?) (?:can|may|are able to|have the (?:right|option|ability|choice) to)(?: also| always)? (?:decline|refuse|opt|disable|turn|limit|stop|withdraw|object|block|reject|restrict|"
    r"choose (?:not|whether|what|which|how)|(?:control|manage) (?:what|which|how|whether|the (?:data|information|collection)|your privacy))\b|\byou (?:will )?have (?:choices|controls|options)\b|"
    r"\bopt(?:ing)?[ -]out of|your (?:right|choice)s? to (?:object|opt|refuse|restrict|choose)",
    re.IGNORECASE,
)


def first_act(type: str, text: str) -> str:
    """The stance, by its name, that a clause on what the platform does with data takes first; what follows is the exception.

    "permits" where no words tell.
    """
    refused = _refusal_at(type, text)
    if refused is not None and type == "ai_training" and not TRAINING.search(text[:refused]):
        return "promises"  # what stands before it is no training
    if type == "data_collection" and LEFT_TO_YOU.search(text):
        return "grants"
    controls = _OVER_COLLECTION if type == "data_collection" else CONTROLS
    found = (
        ("promises", _promise_in(text) if type == "data_retention" else None),
        ("prohibits", BARS_READER.search(text)),
        ("grants", controls.search(text)),
        ("requires", ASKS_FOR.search(text)),
        ("reserves", RESERVES.search(text)),
        ("permits", _permission_in(type, text)),
    )
    places = [(match.start(), rank, name) for rank, (name, match) in enumerate(found, start=1) if match]
    if refused is not None:
        places.append((refused, 0, "promises"))
    return min(places, default=(0, 0, "permits"))[2]


def _refusal_at(type: str, text: str) -> int | None:
    """Where a clause of the type first refuses its own act, unless the platform does it all the same."""
    refused = refusal_in(text, _OWN_ACTS.get(type))
    if refused is not None and type == "tracking_advertising" and _OF_COOKIES.match(text, refused):
        return None
    if refused is not None and type == "data_sharing" and " | " in text[:refused]:
        return None  # of a row that says who gets it
    does = _DOES.get(type) if refused is not None else None
    done = does is not None and any(found.start() != refused for found in does.finditer(text))
    return None if done else refused


def _promise_in(text: str) -> re.Match[str] | None:
    """The first promise of a clause on keeping data: no keeping without an end."""
    for found in PROMISES.finditer(text):
        end = text.find(". ", found.end())
        sentence = text[text.rfind(". ", 0, found.start()) + 1 : end if end >= 0 else len(text)]
        if not _KEEPS.search(found[0]) or _ENDS.search(sentence):
            return found
    return None


def _permission_in(type: str, text: str) -> re.Match[str] | None:
    """The first place at which the platform may do something with data; of a clause on sharing, not that it is used."""
    of_use = type == "data_sharing"
    return next(
        (found for found in PERMITS.finditer(text) if not (of_use and _OF_USE.search(found[0]))), None
    )
