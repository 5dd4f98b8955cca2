"""Who ends an agreement or an account: the reader, the platform, or both of them."""

import re

from provisions.analysis.sentences import sentence_spans

# What somebody may no longer do once the account is gone.
_BARRED_AFTER = re.compile(
    r"\W*(?:[\d.]+ )?(?:if|when|once|after|where|upon)\b[^.]*?, you (?:may|must|shall|can|will)(?:n['\u2019]t|not| not) (?:register|create|open|use|access|sign|return|re-)",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:you|users?|either party|customers?|members?|(?<!the )company) (?:can|may|are free to|(?:always )?have the right to|are entitled to|will be able to)(?: also| always| at any time| each| choose to| decide to)*:? "
    r"(?:\(\w\) ?)?(?:terminate|cancel|delete|close|stop|cease|deactivate|end|discontinue|leave|request|go(?= (?:whenever|any|at|if)))|\byou(?:'|\u2019)re free to (?:stop|leave)|your right to (?:terminate|cancel|leave)", re.IGNORECASE,
)  # fmt: skip
_ENDS = re.compile(
    r"\b(?:we|us|(?!You|Users?|Members?|Customers?|Terms\b|Agreement|Licen[cs]e|Accounts?\b|(?<!the )(?<!The )Company\b)[A-Z]\w+)(?:, (?:in|at) (?:its|our) (?:\w+ ){1,3}discretion,)? (?:may|can|will|reserves?|has|have|is entitled|are entitled|shall|decide)\b(?! not)"
    r"[^.;]{0,60}?\b(?:terminat|suspend|delet|clos(?:e|ure)|cancel|disabl|deactivat|remov|block|(?<!without )restrict|revok|end\b|stop|discontinu|limit|ban\b|refus)|(?<!our )(?<!have the )right to (?:\w+ )?(?:suspend|terminate|delete)|"
    r"(?:account|access|agreement|service|terms|licen[cs]e)s? (?:\w+ )?(?:may|can|will|shall) (?:\w+ )?be (?:\w+ )?(?:terminated|suspended|deleted|closed|cancell?ed|deactivated|disabled)|(?<!ou )(?<!sers )(?<!ou also )\b(?:may|can|will|shall|might|to) (?:\w+(?:, | or |, or )){0,3}terminate your|\bour right",
)  # fmt: skip
_EITHER = re.compile(r"\b(?:either|each|any) (?:of us|party)\b|\b(?:both|the) parties\b", re.IGNORECASE)
# What either side may do is no power of one of them.
_EITHER_ENDS = re.compile(
    r"\b(?:(?:either|each|both) (?:(?:the )?part(?:y|ies)|of (?:us|the parties)|sides?)|you or we|we or you)\b[^.;]{0,60}?\b(?:may|can|(?:has|have) the right to|(?:is|are) entitled to)\b"
    r"[^.;]{0,60}?\b(?:terminat|end\b|cancel)[^.;]*|\b(?:terminated|ended|cancelled|canceled) by (?:either|each|both) (?:(?:the )?part(?:y|ies)|of (?:us|the parties)|sides?)\b[^.;]*",
    re.IGNORECASE,
)
# A power to end, and not what comes of somebody else's leaving ("your licence will be terminated").
_POWER = re.compile(r"\b(?:may|can|could|might|reserves?|right to|entitled to|discretion)\b", re.IGNORECASE)


def _powers(text: str) -> tuple[int, int]:
    """Where the reader may leave and where the platform may end it, as places in the text; -1 for neither."""
    either = _EITHER_ENDS.search(text)
    if either:
        return either.start(), either.start()
    leaves = _LEAVES.search(text)
    ends = next((found for found in _ENDS.finditer(text) if _POWER.search(found[0])), None)
    return leaves.start() if leaves else -1, ends.start() if ends else -1


def platform_ends(sentence: str) -> bool:
    """Is it the platform that may end something there?"""
    return _powers(sentence)[1] >= 0


def only_either_ends(text: str) -> bool:
    """May either side end it in the same way, and neither of them in another?"""
    spans = [text[start:end] for start, end in sentence_spans(text)]
    rest = " ".join(sentence for sentence in spans if not _EITHER_ENDS.search(sentence))
    return _EITHER_ENDS.search(text) is not None and max(_powers(rest)) < 0


def both_may_end(text: str) -> bool:
    """Does it let the reader leave and the platform end it?"""
    return min(_powers(text)) >= 0


def each_may_end(text: str) -> bool:
    """Is it one sentence, with one condition, that lets either of them end it?"""
    return _EITHER.search(text) is not None


def move_on_ending(text: str) -> str:
    """The value of the stance: the platform's power outweighs the reader's right to leave, whichever stands first."""
    if _BARRED_AFTER.match(text):
        return "prohibits"
    leaves, ends = _powers(text)
    if ends >= 0:
        return "reserves"
    if leaves >= 0:
        return "grants"
    return "reserves" if _ENDS.search(text) else "requires"
