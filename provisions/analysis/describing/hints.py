"""Words that may name an aim, a place to ask, a notice or a way to refuse where no fact was made of them: then none is said to be missing."""

import re

from provisions.analysis.describing.verb_words import BASE_VERBS

# By the fact that would be missing; but for the law, looked for in small letters.
_HINTS: dict[str, re.Pattern[str]] = {
    "purpose": re.compile(
        r"\bso (?:that )?(?:we|you|it|they)\b|\b(?:in order|need(?:ed)?|necessary|required|used?|help(?:s|ing)?|allows?|enables?)\b[^.;]{0,60}? (?:to|for)\b|"
        r"\bpurposes?\b|\bin (?:response|connection)\b|\bto (?:comply|protect|respond|prevent|provide|help|improve|enable|support|ensure|allow|offer|perform|enforce)\b|, to [a-z]+|\bbecause\b|\binterests? (?:to|in)\b|\b(?:and|us) to [a-z]+ (?:the |our |your |and )|\bwhen you\b|"
        rf"\bto (?:{'|'.join(sorted(BASE_VERBS))})\b|\b(?:assist|help|support|enable|allow|serv)(?:s|es|ing)? (?:us|you|our|your|the|with|in)\b|\bfor (?:the |our |your |this |that |these |those |such |[a-z]+ing\b|[a-z]+ and )|^(?:if|when|where|as|because)\b|\b(?:if|where) (?:we|you|the|it|a|someone\w*)\b|"
        rf"\bhelp(?:s|ing)? (?:\w+ly )?(?:{'|'.join(sorted(BASE_VERBS))})\b",
    ),
    "reach": re.compile(
        r"\b(?:contact\w*|e-?mail\w*|writ(?:e|ing)|call|text|click\w*|links?|form|settings?|accounts?|portal|dashboard|visit|here|page|unsubscrib\w+|through|via|profile|tools?|controls?|features?|buttons?|"
        r"by (?:\w+ly )?\w+ing|instructions|dpo|data protection officer|privacy (?:team|office\w*))\b",
    ),
    "refusal": re.compile(
        r"\b(?:opt\w*[- ](?:out|in|into)|unsubscrib\w+|choos\w+|choices?|declin\w+|object|withdraw\w*|consent\w*|permission|disabl\w+|turn\w* (?:\w+ )?off|settings|preferences|"
        r"control|remov\w+|delet\w+|block\w*|browser|switch\w*|manag\w+|adjust\w*|agreed?|change your mind|unless you|if you (?:agree|ask|direct|prefer|want|wish)|your (?:direction|request|instructions?))\b",
    ),
    "recipients": re.compile(
        r"\b(?:companies|entities|organi[sz]ations?|institutions?|banks?|persons?|people|partners?|part(?:y|ies)|providers?|members?|authorit\w+|agenc\w+|anyone|"
        r"hosts?|sellers?|buyers?|drivers?|riders?|merchants?|publishers?|developers?|insurers?|carriers?|networks?|teams?|friends|followers|everyone|apps?|sites?|"
        r"websites?|platforms?|users|customers|courts?|government\w*|experts?|contacts|family|public|others|services?)\b|\b(?:shar|disclos|sell|sold|transfer|provid|pass|send|sent|releas)\w*\b[^.;]{0,110}? (?:with|to)(?: the)?\W+(?!(?:extent|comply|protect|you|us|our|help|provide|improve)\b)\w+",
    ),
    "law": re.compile(r"\b[A-Z][a-z]+ (?:[Ss]tate )?laws? (?:will|shall|governs?|applies|apply)\b"),
    "named": re.compile(
        r"\b(?:such as|includ\w+|e\.g|names?|contact|address\w*|e-?mails?|profiles?|locations?|payments?|phone|birth\w*|gender|age|passwords?|demographic\w*|statistics|recordings?|images?|videos?|files?|documents?|cookies|purchas\w+|"
        r"transactions?|answers|survey\w*|responses|country|language|titles?|numbers?|identifiers?|content|logs?|activit\w+|actions|searches|views?|clicks?|likes|"
        r"how (?:you|often|long)|which|whether|what)\b",
    ),
    "notice": re.compile(r"\bwithout (?:any |prior |further |advance )*notice|\b(?:hours|days|weeks|months)\b"),
    "cancelling": re.compile(r"\bcancel\w*[^.;]{0,120}\b(?:in|through|via|by|at|from|on|using|under|here)\b|\bto cancel"),
}  # fmt: skip
_HINTS["control"] = _HINTS["reach"]
HINTED = {"purpose": "aim", "reach": "channel", "refusal": "way", "control": "way"}


def hint_of(name: str, text: str) -> str:
    """The words that may name what no fact was made of; empty where there are none."""
    found = _HINTS[name].search(text if name == "law" else text.lower())
    return found[0] if found else ""
