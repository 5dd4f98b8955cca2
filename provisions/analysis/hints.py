"""Words that may name an aim, a place to ask or a way to refuse where no fact was made of them: then none is said to be missing."""

import re

# By the fact that would be missing.
_HINTS: dict[str, re.Pattern[str]] = {
    "purpose": re.compile(
        r"\bso (?:that )?(?:we|you|it|they)\b|\b(?:in order|need(?:ed)?|necessary|required|used?|help(?:s|ing)?|allows?|enables?)\b[^.;]{0,60}? (?:to|for)\b|"
        r"\bpurposes?\b|, to [a-z]+|\bbecause\b|\binterests? (?:to|in)\b|\b(?:and|us) to [a-z]+ (?:the |our |your |and )|\bwhen you\b", re.IGNORECASE,
    ),
    "reach": re.compile(
        r"\b(?:contact\w*|e-?mail\w*|writ(?:e|ing)|call|text|click\w*|links?|form|settings?|accounts?|portal|dashboard|visit|here|page|unsubscrib\w+|through|via|"
        r"by (?:using|following|sending)|instructions)\b", re.IGNORECASE,
    ),
    "refusal": re.compile(
        r"\b(?:opt\w*[- ](?:out|in)|unsubscrib\w+|choos\w+|choices?|declin\w+|object|withdraw\w*|consent\w*|permission|disabl\w+|turn\w* (?:\w+ )?off|settings|preferences|"
        r"control|unless you|if you (?:agree|ask|direct|prefer|want|wish)|your (?:direction|request|instructions?))\b", re.IGNORECASE,
    ),
}  # fmt: skip
HINTED = {"purpose": "aim", "reach": "channel", "refusal": "way"}


def hint_of(name: str, text: str) -> str:
    """The words that may name what no fact was made of; empty where there are none."""
    found = _HINTS[name].search(text)
    return found[0] if found else ""
