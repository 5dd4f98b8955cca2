"""What the item of a list may be told as, from the line it stands under: a thing that is held, or what it is done for."""

import re

from provisions.analysis.describing.fragments import commands, lowered, opens_aside

# Opens what is done or wanted, not a thing that could be collected or shared.
_NO_THING = re.compile(
    r"(?:\w+ing|how|why|what|when|where|who|that|not|never|we|you|they|it|our|us|directly|indirectly|automatically|manually)\b|.*\b(?:we|our|us)\b",
    re.IGNORECASE,
)
# Above a list of those whom information comes from, not of what it is.
_SOURCES = re.compile(
    r"\b(?:collect|receiv|obtain|get|gather)\w*\b[^:]*\bfrom (?:these |the following |the |following |other |certain )*(?:[\w-]+ ){0,3}(?:third parties|sources|partners|companies|places)\b[^:]*:$|\bsources\b[^.:]*\b(?:include|are)(?: the following)?:$",
    re.IGNORECASE,
)
# Above a list of what comes from them: "Types of data we receive from other sources include:".
_FROM_SOURCES = re.compile(
    r"\b(?:examples|kinds|types) of (?:\w+ )?(?:information|data)\b[^.:]*\b(?:include|are)(?: the following)?:$",
    re.IGNORECASE,
)
# Above a list of what bears on a decision, of whom or of when, not of data.
_NO_DATA_BELOW = re.compile(
    r"\b(?:factors?|criteria|considerations?|depend\w*)\b[^:]*:?\s*$|\b(?:with|to)\s*:\s*$|\b(?:circumstances|cases|situations|purposes|reasons|when|if|where)\s*:\s*$|"
    r"\b(?:shar|disclos)\w*\b[^:]*\bways\s*:\s*$|\b(?:with|to)\b[^:]{0,60}\b(?:parties|recipients|entities|companies|providers|people|partners|persons|organi[sz]ations)\b[^:]*:\s*$",
    re.IGNORECASE,
)
# Above a list of what people do or may choose, not of what the platform is after.
_NO_AIM_BELOW = re.compile(
    r"\b(?:you|users?|people)(?: also| can| may| could| might| will| are able to)*\W*$|\b(?:tools?|rights?|choices?|options?|controls?)\b[^:]{0,40}:?\W*$|"
    r"\b(?:information|data|details)\b[^:]{0,80}?(?:,? includ\w+|such as)\W*$|\b(?:when|if|where|unless)\b(?![^:]*\bto\W*$)[^,;:]{0,60}\W*$",
    re.IGNORECASE,
)
AS_AIM = re.compile(r"To [a-z]+ \w+[^.:;?]*$")
_GERUND = re.compile(
    r"(?!(?:nothing|anything|something|marketing|advertising|billing|pricing|king|thing)\b)\w+ing\b",
    re.IGNORECASE,
)
_AIM_WORDS = 11
_OWN_AIM_WORDS = 14
_USED_TO = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|process(?:es|ed|ing)?)\b(?! to\b)[^.;:]{0,110}?(?<!how)(?<!want)(?<!need)(?<!able)(?<!right)(?<!choose)(?<!related)(?<!ability) (?=(to [a-z]+ [^.;:]*))",
    re.IGNORECASE,
)
# A comma within a row of adjectives: "rich, interactive experiences".
_CUT_SHORT = re.compile(
    r"\b(?!and\b|or\b)[a-z]+(?<!s), (?!and\b|or\b|to\b|we\b|you\b|which\b|including\b|such\b|so\b)[a-z]+ (?!the\b|our\b|your\b|a\b|an\b)[A-Za-z]+s\b(?:\W|$)"
)
_AIM_ENDS = re.compile(
    r",|\b(?:including|such as|so that|in order to|when|if|where|unless|and to|as well as|for example|as described|as set out|in accordance|pursuant|which|because)\b"
)


def thing_of(matter: str, lead_in: str) -> str:
    """What an item names, where it is a thing that can be held."""
    if (
        not matter
        or _NO_THING.match(matter)
        or commands(matter)
        or opens_aside(matter)
        or _NO_DATA_BELOW.search(lead_in)
    ):
        return ""
    named = matter.partition(": ")[0]
    if _SOURCES.search(lead_in) and not _FROM_SOURCES.search(lead_in):
        return (
            lowered(named)
            if named.lower().startswith("information")
            else f"information from {lowered(named)}"
        )
    return lowered(re.sub(r"^(?:your|the|any|all|certain|some) ", "", named, flags=re.IGNORECASE))


def aim_in(sentence: str) -> str:
    """What a sentence says data is used for, in its own words up to the first place where they can be cut."""
    for found in _USED_TO.finditer(sentence):
        words = _AIM_ENDS.split(found[1], maxsplit=1)[0].rstrip(" ,.;:")
        if _CUT_SHORT.search(found[1], 0, len(words) + 48) and found[1][len(words) : len(words) + 1] == ",":
            continue
        if commands(words.removeprefix("to ")) and 1 < words.count(" ") <= _OWN_AIM_WORDS:
            return words
    return ""


def aim_of(matter: str, lead_in: str) -> str:
    """What an item says something is done for, as "to ..." or "for ..."; empty where it says nothing of the kind."""
    if matter.count(" ") >= _AIM_WORDS or _NO_AIM_BELOW.search(lead_in):
        return ""
    words = lowered(matter)
    if re.match(r"to \w+\b", words):
        own = words
    elif matter and commands(matter) and " of " not in matter[:16]:
        own = f"to {words}"
    else:
        own = f"for {words}" if _GERUND.match(matter) else ""
    return re.sub(r"\bYou(r?)\b", r"you\1", own)
