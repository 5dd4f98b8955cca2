"""Who acts in a clause and what is done, kept or given: the words that patterns need beside its attributes."""

import re
from collections.abc import Iterator

from provisions.analysis.describing.limits import KEEPS, limiting_part
from provisions.analysis.describing.operative import telling_spans
from provisions.analysis.describing.remarks import REFUSABLE, Remark, remarks_on

_NEGATED = re.compile(r"\b(?:not|never|no longer)\b|n't\b|n\u2019t\b", re.IGNORECASE)
_TRAITS = (
    "perpetual",
    "irrevocable",
    "worldwide",
    "royalty-free",
    "non-exclusive",
    "transferable",
    "sublicensable",
)
_SHARE_NOUNS = {
    "sell": "sale",
    "rent": "renting",
    "trade": "trading",
    "share": "sharing",
    "disclose": "disclosure",
    "transfer": "transfer",
}
_ON_DATA = frozenset(
    ("data_collection", "data_usage", "data_sharing", "data_retention", "tracking_advertising", "privacy_rights", "ai_training")
)  # fmt: skip
_READER_BOUND = re.compile(
    r"(?:(?:(?!\b(?:we|whether|why|if|us)\b)[\w’', ]){0,60}\b)?(?:you|developers?|customers?|sellers?|advertisers?|partners?) (?:may only|may not|must(?: not)?|shall(?: not)?|will not|cannot|agree (?:not )?to|"
    r"are (?:solely )?responsible for|should(?: not)?|(?:may|can) (?:only )?(?:share|disclose|use|transfer|retain|store|collect|process) (?:any |the )?(?:platform|customer|user|personal|end[- ]user|api))\b",
    re.IGNORECASE,
)
_PLATFORM_ACTS = re.compile(
    r"\bwe (?:may |will |can |also |do not |don['’]t )*(?:collect|use|share|disclose|process|retain|keep|store|receive|sell|delete|train|transfer)",
    re.IGNORECASE,
)
_KEPT = re.compile(r"\b(?:you|users?|customers?) (?:\w+ )?(?:retain|keep|own)s?\b[^.]{0,40}", re.IGNORECASE)
_REFUSED = re.compile(rf"{_NEGATED.pattern}|\b(?:nor|without (?:your|their|a user['’]s))\b", re.IGNORECASE)
_READERS_RIGHT = re.compile(r"\byou (?:may|can|are entitled|have the right)\b")
_BEFORE_REFUSAL = 110  # characters looked at for a "not" before a turn of phrase
_COMES_IN = re.compile(
    r"\b(?:you|partners?|advertisers?|publishers?|providers?|part(?:y|ies)|companies|others?|they|users|sources|services) (?:\w+ ){0,2}(?:share|provide|give|send|disclose|transfer)s?\b[^.;]{0,60} (?:with|to) us\b"
)
_GOES_OUT = re.compile(
    r"\bwe(?:['\u2019]ll)? (?:(?:may|will|can|might|could|also|only|sometimes|do|not|never) )*(?:shar|disclos|provid|giv|send|transfer|sell|pass|make|allow|release|rent)|\b(?:be|is|are|been) (?:\w+ ){0,2}(?:shared|disclosed|provided|sold|transferred|visible|public)|"
    r"\b(?:sharing|disclosure|share|disclose|transfer)\b[^.;]{0,50}\b(?:with|to) (?!us\b)"
)
_OTHERS_TRACK = re.compile(
    r"\b(?:partners?|part(?:y|ies)|advertisers?|providers?|networks?|companies|vendors?|affiliates|they|others|[A-Z]\w+ Analytics)\b[^.;]{0,50}?\b(?:collect|place|set|receive|use|access|read|track|serve|show|deliver|gather|combine|analy[sz]e|measure|help|provide|enable)\w*|"
    r"\b(?:allow|let|permit|enable|work with|partner with|engage)\w*\b[^.;]{0,40}\b(?:partners?|part(?:y|ies)|advertisers?|providers?|networks?|companies|vendors?)",
)
# Who trains, where it is not the platform itself.
_OTHERS_TRAIN = re.compile(
    r"\b((?:other )?(?:recipients|third parties|partners|affiliates|companies|developers|licensees))\b"
    r"(?:(?!\bwe\b)[^.;]){0,120}?\b(?:may|can|could|might|will)\b(?:(?!\bwe\b)[^.;]){0,220}?\btrain\w*",
    re.IGNORECASE,
)
_GIVEN = (
    ("feedback", "feedback and suggestions"),
    ("suggestion", "feedback and suggestions"),
    ("your trademark", "your trademarks and logos"),
    ("your content", "your content"),
    ("submission", "submissions"),
)
_LICENSED = (
    ("feedback", "feedback and suggestions"),
    ("name", "your name and likeness"),
    ("submission", "submissions"),
)


def remarks_in(type: str, text: str, platform: str) -> Iterator[Remark]:
    """What single turns of phrase mean, the weightiest first; the name of the platform itself ("PayPal") is none."""
    text = text.replace(platform, "we") if platform else text
    spans = sorted(telling_spans(type, text))
    whole = " ".join(text[start:end] for start, end in spans)
    low = whole.lower()
    limits = limiting_part(whole).lower() if type == "liability_limitation" else low
    for remark in remarks_on(type):
        found = remark.entry.find(limits)
        if found is None and limits is not low:
            found = remark.entry.find(text.lower())
            found = found if found and KEEPS.search(found[0]) else None
        if found is None:
            continue
        if remark.unless and remark.unless.search(low):
            continue
        before = low[max(0, found.start() - _BEFORE_REFUSAL) : found.start()].rpartition(". ")[2]
        if (type in REFUSABLE and _REFUSED.search(before)) or (
            type == "termination" and _READERS_RIGHT.search(before)
        ):
            continue
        yield remark


def receives(text: str) -> bool:
    """Is it others who share information with the platform, or people themselves, and the platform nowhere with anybody?"""
    low = text.lower()
    return _COMES_IN.search(low) is not None and not _GOES_OUT.search(low)


def reaches_others(text: str) -> bool:
    """Do others get something of what is tracked, or track themselves, and not only lend their cookies?"""
    return _GOES_OUT.search(text.lower()) is not None or _OTHERS_TRACK.search(text) is not None


def binds_reader(type: str, text: str) -> bool:
    """Is it the reader, not the platform, who is told what to do with data about others?"""
    return type in _ON_DATA and _READER_BOUND.match(text) is not None and not _PLATFORM_ACTS.search(text)


def kept_in(text: str) -> str:
    found = _KEPT.search(text)
    if found is None:
        return ""
    return "ownership of what you post" if "own" in found[0].lower() else "your rights in what you post"


def verbs_of(text: str) -> dict[str, str]:
    """What is done or refused, in the verb or noun that some patterns need."""
    low = text.lower()
    negated = bool(_NEGATED.search(text))
    refused = next((part.lower() for part in text.split(". ") if _NEGATED.search(part)), low)
    shared = [verb for verb in _SHARE_NOUNS if f" {verb.removesuffix('e')}" in refused][:3]
    return {
        "verb": "says it does not" if negated else "sets terms for when it may",
        "share_verb": " or ".join(shared) or "share",
        "share_noun": " or ".join(_SHARE_NOUNS[verb] for verb in shared) or "sharing",
        "keep_verb": "delete" if "delet" in low and not negated else "keep",
    }


def trainers_in(text: str) -> str:
    """Who trains models, where it is not the platform itself."""
    trains = _OTHERS_TRAIN.search(text)
    return trains[1].lower() if trains else ""


def licensed_in(type: str, text: str) -> str:
    low = text.lower()
    if type == "intellectual_property":
        return next((words for cue, words in _GIVEN if cue in low), "")
    if type != "content_license":
        return ""
    return next((words for cue, words in _LICENSED if cue in low), "your content")


def traits_of(text: str) -> list[str]:
    low = text.lower()
    return [trait for trait in _TRAITS if re.search(rf"(?<!non-)(?<!non ){trait.replace('-', '.?')}", low)]
