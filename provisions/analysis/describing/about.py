"""What the information in a clause is about, in the clause's own words."""

import re

from provisions.analysis.describing.paraphrase import operative_sentence

# What the platform tells of itself or counts; what data lies on, and is not about.
_NOT_OF_PEOPLE = r"(?:any|all|the|our) |number\b|types?\b|kinds\b|categories\b|safeguards?\b|actions taken|existence\b|other\b|(?:use of )?cookies\b|practices\b|rights\b|purposes\b|products\b(?! you)"
_PLACES_KEPT = r"(?:servers?|systems?|equipment|devices?|computers?|networks?)\b"
_ABOUT = re.compile(
    r"(?<!more )(?<!further )(?<!additional )(?<!general )(?:information|data|details) (?:about|on|regarding|concerning|related to) (?:any |all |the |our (?=users|customers|members))?"
    rf"((?!{_NOT_OF_PEOPLE}|(?<= on )(?:your )?{_PLACES_KEPT}|following\b|(?:\w+ )?grounds?\b|(?:our |your |their )?behalf\b|legal bas[ei]s|(?:the |an? )?(?:\w+ )?basis\b|you\b|this\b|that\b|these\b|such\b|its\b|their\b|how\b|what\b|which\b|us\b|you\b(?! ))(?:your )?[a-z][a-z' -]{{2,38}}?)(?=[.,;:()]| (?:such|that|which|when|so|to|as|if|and|or|including|from|in|on|you|we|with|for|by|is|are|may|will)\b)"
)
_PERSONAL = re.compile(r"(?<!non-)(?<!non )\bpersonal(?:ly)? (?:\w+ )?(?:information|data)", re.IGNORECASE)
_NAMELESS = re.compile(r"\b(?:anonym|aggregat|de-?identif|pseudonym|non-personal)\w*", re.IGNORECASE)
_HALF_SAID = (" of", " the", " your", " their", " in", " with")
_SUBJECT_LIMIT = 34


def plain_name(type: str, text: str) -> str:
    """How data is called where no kind of it is named; not personal where the sentence that acts is on nameless data."""
    nameless = _NAMELESS.search(operative_sentence(type, text))
    return "personal information" if _PERSONAL.search(text) and not nameless else "information"


def subject_of(text: str) -> str:
    """What the information is about, in the clause's own words ("how you use our products"); empty when not said."""
    match = _ABOUT.search(text)
    if match is None:
        return ""
    words = match[1].strip()
    cut_off = (" " not in words and words.endswith("ed")) or words.endswith(_HALF_SAID)
    return f"information about {words}" if 2 <= len(words) <= _SUBJECT_LIMIT and not cut_off else ""
