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
# What the reader has to give of themselves is nobody else's data.
_GIVES_OWN = re.compile(
    r" (?:\w+ ){0,2}?(?:provide|give|supply|submit|enter|register|create|verify|complete|have)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(r"\b(?:you|users?|customers?) (?:\w+ )?(?:retain|keep|own)s?\b[^.]{0,40}", re.IGNORECASE)
_REFUSED = re.compile(rf"{_NEGATED.pattern}|\b(?:nor|without (?:your|their|a user['’]s))\b", re.IGNORECASE)
_READERS_RIGHT = re.compile(r"\byou (?:may|can|are entitled|have the right)\b")
_BEFORE_REFUSAL = 110  # characters looked at for a "not" before a turn of phrase
_GIVERS = r"you|partners?|advertisers?|publishers?|providers?|part(?:y|ies)|companies|others?|they|users|sources|services|(?:web)?sites|apps|businesses|members|organi[sz]ations"
_COMES_IN = re.compile(
    rf"\b(?:{_GIVERS}) (?:(?!we\b)[\w-]+ ){{0,8}}(?:share|provide|give|send|disclose|transfer)s?\b[^.;]{{0,60}} (?:with|to) us\b|"
    r"\bother (?:users|members|people|customers|players) (?:\w+ ){0,2}(?:share|provide|give|submit)s? (?:\w+ ){1,3}about you\b(?! (?:with|to)\b)"
)
_WE_GIVE = (
    r"\bwe(?:['\u2019]ll)? (?:(?:may|will|can|might|could|also|only|sometimes|do|did|have|not|never) )*[\"\u201c']?(?:shar|disclos|provid|giv|send|transfer|sell|sold|pass|make|allow|release|rent)|"
    r"\b(?:be|is|are|been) (?:\w+ ){0,2}(?:shared|disclosed|provided|sold|transferred|visible|public)"
)
_GIVES = re.compile(
    rf"{_WE_GIVE}|\b(?:disclosing|sharing) (?:to|with)\b|\b(?:allow|let|enable)s? you to (?:\w+ ){{0,3}}share\b"
)
_GOES_OUT = re.compile(
    rf"{_WE_GIVE}|\b(?:sharing|disclosure|share|disclose|transfer)\b(?:(?!\b(?:with|to) us\b)[^.;]){{0,50}}\b(?:with|to) (?!us\b)"
)
# The platform by its name as the one who gives ("Acme may share"), where the word is no other giver's.
_NAMED_GIVES = re.compile(
    r"\b(?!(?:Users?|Members?|Partners?|Others?|Companies|Websites?|Apps?|Services|They|You|People|Customers|Sites|Businesses|Providers|Parties|It)\b)[A-Z]\w+ (?:(?:may|will|can|might|also|does|not) )*(?:shar|disclos|provid|transfer|sell|send|pass)\w*"
)
# What others do with what they get by rules of their own, which the reader is sent to.
_BY_THEIR_RULES = re.compile(
    r"\b(?:subject to|governed by|according to|in accordance with|under) (?:(?:their|its)(?: own| respective)?|(?:that|those|the|such) (?:[\w-]+ ){0,2}[\w-]+['\u2019]s?) (?:own )?(?:terms|privacy|polic)|"
    r"\byou should (?:read|review|check) (?:their|its|(?:that|those|the|such) (?:[\w-]+ ){0,2}[\w-]+['\u2019]s?) (?:[\w-]+ ){0,2}polic"
)
_RIGHTS_LISTED = re.compile(r"\b(?:following|these) rights\b[^.]*$|\brights?(?: to)?:\s*$", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:you|residents|consumers|customers)[^.;]{0,12} (?:may |also )?(?:have|has) (?:the|a) right to\b|\bresidents\b[^.;]{0,160} may request\b|\b(?:receive|process) your request\b"
)
# Who stands in such a clause is where information comes from, unless somebody is also used, worked with or handed it.
_FROM_OTHERS = re.compile(
    r"\bwe (?:(?:may|might|can|will|also|sometimes|further) )*(?:receive|obtain|collect|get|acquire|purchase)\b[^.;]{0,140}\bfrom\b|"
    r"\b(?:provide|give|send|tell)s? us\b|\b(?:share|provide|give|send|submit)s? [^.;]{0,60}(?:\b(?:with|to) us\b|\babout you\b(?! (?:with|to)\b))"
)
_SOURCES_LISTED = re.compile(
    r"\bsources?\b[^.]*$|\bfrom (?:these|other|third|the following)\b[^.]*$", re.IGNORECASE
)
_ALSO_HANDS = re.compile(
    r"\bwe (?:(?:may|also|can|will|only) )*(?:us(?:e|ing)|work|partner|engage|rely|combine|match|direct)\b(?! (?:\w+ ){0,3}(?:data|information)\b)|\b(?:us(?:e|ing)|with) (?:an? |our |the )?(?:third[ -]party|service|payment)[\w ]{0,20} (?:services?|providers?|processors?) to\b|"
    r"\b(?:will|may|also) receive (?:your|the|this)\b|\breceive and\b|\b(?:display|show)\w* [^.;]{0,30} to (?:other|anyone)\b|\b(?:them|they|processors?|providers?|partners?) (?:\w+ )?(?:process|store|handle)"
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
    return _COMES_IN.search(low) is not None and not _GOES_OUT.search(low) and not _NAMED_GIVES.search(text)


def shares_nothing(text: str, lead_in: str = "") -> bool:
    """Is a clause with words of sharing on something else: what others send in or do by their own rules, or a right?"""
    if receives(text):
        return True
    low = text.lower()
    elsewhere = _BY_THEIR_RULES.search(low) or _RIGHTS_LISTED.search(lead_in) or _ASKS.search(low)
    return elsewhere is not None and not _GIVES.search(low) and not _NAMED_GIVES.search(text)


def names_sources(text: str, lead_in: str = "") -> bool:
    """Are those who stand in a clause on what is collected the ones that it comes from, and gets nobody anything?"""
    low = text.lower()
    comes = _FROM_OTHERS.search(low) is not None or _SOURCES_LISTED.search(lead_in) is not None
    return comes and not (_GOES_OUT.search(low) or _NAMED_GIVES.search(text) or _ALSO_HANDS.search(low))


def reaches_others(text: str) -> bool:
    """Do others get something of what is tracked, or track themselves, and not only lend their cookies?"""
    return _GOES_OUT.search(text.lower()) is not None or _OTHERS_TRACK.search(text) is not None


def binds_reader(type: str, text: str) -> bool:
    """Is it the reader, not the platform, who is told what to do with data about others?"""
    bound = _READER_BOUND.match(text) if type in _ON_DATA and not _PLATFORM_ACTS.search(text) else None
    return bound is not None and not (type == "data_collection" and _GIVES_OWN.match(text, bound.end()))


def kept_in(text: str) -> str:
    found = _KEPT.search(text)
    if found is None:
        return ""
    return "ownership of what you post" if "own" in found[0].lower() else "your rights in what you post"


def verbs_of(text: str) -> dict[str, str]:
    """What is done or refused, in the verb or noun that some patterns need."""
    low = text.lower()
    negated = bool(_NEGATED.search(text))
    refused = " ".join(part.lower() for part in text.split(". ") if _NEGATED.search(part)) or low
    deletes = "delet" in low and not negated
    shared = [verb for verb in _SHARE_NOUNS if f" {verb.removesuffix('e')}" in refused][:3]
    return {
        "share_noun": " or ".join(_SHARE_NOUNS[verb] for verb in shared) or "sharing",
        "share_to": "with" if shared in ([], ["share"]) else "to",
        "keep_verb": "delete" if deletes else "keep",
        "limit_verb": "delete" if deletes else "limit how long it keeps",
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
