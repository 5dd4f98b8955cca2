"""What a limit of liability limits, apart from what it leaves as it is."""

import re

from provisions.analysis.describing.fragments import bare, lowered, stands_alone
from provisions.analysis.describing.third_person import told_within
from provisions.analysis.sentences import sentence_spans

LOSSES_FROM = "losses that come from"
_LONGEST_ITEM = 200
_COMES_FROM = re.compile(r"\b(?:from|of|by|to|with)\s*[:\u2014\u2013-]?\s*$")

# A sentence that keeps some liability, whatever the others take away.
KEEPS = re.compile(
    r"\b(?:nothing in (?:this|these|the|our)\b|(?:does|do|shall|will) not (?:\w+ ){0,3}(?:affect|limit|exclude|restrict)|not (?:limit|exclude)|remains? (?:fully )?liable|"
    r"(?:limitations?|exclusions?|sections?)\b[^.;]{0,60}\b(?:do|does|shall|will|may) not apply|not (?:allow|permit) the (?:exclusion|limitation))",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:liab\w+|responsib\w+|exceed\w*|limit\w*|damages|loss(?:es)?|releas\w+|waiv\w+|own risk)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"\b(?:not|no|never|exceed\w*|only|limited to)\b|n['\u2019]t\b", re.IGNORECASE)


def limiting_part(text: str) -> str:
    """A limit of liability without the sentences that keep some of it ("This does not affect our liability for death")
    and, where it has others, without those that limit nothing; the whole text where nothing is left.
    """
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    if len(sentences) == 1:
        return text
    rest = [sentence for sentence in sentences if not KEEPS.search(sentence)]
    if KEEPS.search(sentences[0]) and not any(map(_REFUSES.search, rest)):
        return text  # what is kept is the matter
    return " ".join([sentence for sentence in rest if _LIMITS.search(sentence)] or rest) or text


def losses_named(text: str, lead_in: str, platform: str) -> str:
    """What the item of a list ends the sentence above it with: what is not paid for; empty for what is no such item."""
    item = bare(text) if lead_in and "\n" not in text else ""
    hangs = _COMES_FROM.search(lead_in) is not None
    if (
        not item
        or len(item) > _LONGEST_ITEM
        or len(sentence_spans(text)) > 1
        or (stands_alone(item) and not hangs)
    ):
        return ""
    told = told_within(lowered(item), platform)
    return f"{LOSSES_FROM} {told}" if hangs else told
