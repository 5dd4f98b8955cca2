"""The interpretive note: what a clause does not say, hangs on a condition, leaves vague or leaves to another text."""

import re
from collections.abc import Iterator

from provisions.analysis.describing.fragments import small_letters
from provisions.analysis.describing.patterns import Told, is_foreign_ban
from provisions.analysis.stance import Direction
from provisions.analysis.wording import missing_in_words

_MOST = 3  # sentences
_LONGEST_QUOTE = 90  # characters
# What a careful reader asks of a clause of the type, by the fact that would answer it.
_ASKED: dict[str, tuple[tuple[str, str], ...]] = {
    "data_collection": (("named", "which data is collected"), ("purpose", "for what purpose")),
    "data_usage": (("purpose", "for what purposes"),),
    "data_sharing": (("recipients", "who receives the information"), ("purpose", "why it is shared")),
    "data_retention": (("retention", "how long it is kept"),),
    "privacy_rights": (("reach", "where to ask"), ("period", "how soon you get an answer")),
    "ai_training": (("refusal", "how to refuse"),),
    "policy_changes": (("notice", "how far ahead you are told of a change"),),
    "termination": (("notice", "how much notice you get"),),
    "enforcement_actions": (("notice", "whether you are warned first"),),
    "auto_renewal": (("way", "how to cancel"), ("notice", "how far ahead you are told of a renewal")),
    "arbitration": (("body", "who administers the arbitration"), ("deadline", "by when you could opt out")),
}
# A clause of these answers no such question unless it is on the matter at all.
_ONLY_IF = {
    "arbitration": re.compile(
        r"\b(?:binding|resolved|settled|decided|submitted?|agree)\b.{0,120}\barbitrat",
        re.IGNORECASE | re.DOTALL,
    ),
    "auto_renewal": re.compile(r"\brenew", re.IGNORECASE),
    "termination": re.compile(r"\b(?:terminat|suspend|clos|cancel|delet|end)", re.IGNORECASE),
    "policy_changes": re.compile(r"\b(?:chang|modif|updat|amend|revis|alter|replac)", re.IGNORECASE),
}
_LAW = re.compile(
    r"\b(?:(?:except )?(?:where|as|if|when|unless|to the (?:fullest |maximum )?extent) (?:otherwise )?(?:permitted|required|allowed|prohibited|provided|restricted)"
    r" (?:by|under) (?:any |the )?(?:applicable |local |mandatory )?(?:laws?|legislation|regulations?)|subject to (?:applicable|local|mandatory) laws?)\b"
)
_CONDITION = re.compile(
    r"\b(?:depending (?:on|upon) [^.;,:()]{3,70}|in (?:some|certain) (?:jurisdictions|countries|regions|states)"
    r"|if you (?:are|live|reside) (?:a resident of |resident |located |established |based )?in [^.;,:()]{3,60})(?=[.;,:()]|$)"
)
_EXCEPTION = re.compile(
    r"\b(?:except|other than|unless|with the exception of) (?!as |otherwise )[^.;:,()]{12,80}(?=[.;:,()]|$)"
)
_ELSEWHERE = re.compile(
    r"\b(?:as (?:further )?(?:described|explained|set out|set forth|specified|outlined|detailed|defined)|see|please (?:see|refer to|review)|in accordance with|subject to)"
    r" (?:in |below in )?(?:our |the |these |this |its )?((?:[A-Z][\w’'&-]+ ){0,5}(?:Polic(?:y|ies)|Terms|Guidelines|Notice|Agreement|Rules|Statement|Standards|Addendum|Help Cent(?:er|re)))\b"
)
_ITSELF = re.compile(r"^(?:Terms|Policy|Notice|Agreement|Rules|Statement)$")
_VAGUE = re.compile(
    r"\b(?:reasonabl[ey] (?:efforts|period|notice|time|steps|measures)|as long as (?:is )?(?:reasonably )?necessary|as (?:we )?(?:deem|see) (?:fit|appropriate|necessary)"
    r"|certain (?:information|data|features|third parties|partners|circumstances)|other (?:lawful |legitimate |business )?purposes"
    r"|legitimate (?:business )?(?:interests?|purposes)|appropriate (?:measures|safeguards|steps|technical and organi[sz]ational measures)|trusted (?:partners|third parties)"
    r"|selected (?:partners|third parties)|among others|material changes?|commercially reasonable efforts|sole discretion|from time to time)\b"
)
_DANGLING = re.compile(
    r"\b(?:a|an|the|of|to|in|for|and|or|with|by|at|your|our|their|that|which|you|we|is|are)$", re.IGNORECASE
)


def note_on(told: Told) -> str:
    """At most three sentences on where the text is silent, conditional or vague; empty where it is neither.

    What `why_it_matters` and `means_for_you` already say to be missing is not said again.
    """
    return " ".join(list(_sentences(told))[:_MOST])


def _sentences(told: Told) -> Iterator[str]:
    questions = list(_open_questions(told))
    if questions:
        yield f"The clause does not say {_either(questions)}."
    low = small_letters(told.text)
    exception = _quoted(_EXCEPTION, told.text, low)
    if exception:
        yield f"It has an exception: “{exception}”."
    condition = _quoted(_CONDITION, told.text, low)
    if condition:
        yield f"It depends: “{condition}”."
    elif _LAW.search(low) and "law" not in exception:
        yield "How far it goes depends on the law that applies to you, and the clause does not spell that out."
    other = _ELSEWHERE.search(told.text)
    if other and not _ITSELF.match(other[1]):
        yield f"Read it together with “{other[1]}”, to which it refers."
    vague = list(dict.fromkeys(_VAGUE.findall(low)))[:2]
    if vague:
        yield f"The clause does not define {_either([f'“{phrase}”' for phrase in vague])}."


def _open_questions(told: Told) -> Iterator[str]:
    """The questions of the type that neither the clause nor what is said about it answers."""
    only_if = _ONLY_IF.get(told.type)
    if (
        told.direction is Direction.FOR_USER
        or told.facts.get("duty")
        or is_foreign_ban(told)
        or (only_if and not only_if.search(told.text))
    ):
        return
    unanswered = [asked for asked in _ASKED.get(told.type, ()) if not told.facts.names(asked[0])]
    said = missing_in_words(told) if unanswered else frozenset()
    yield from (question for fact, question in unanswered if fact not in said)


def _either(items: list[str]) -> str:
    return f"{', '.join(items[:-1])} or {items[-1]}" if len(items) > 1 else items[0]


def _quoted(pattern: re.Pattern[str], text: str, low: str) -> str:
    """The words found in the text's small letters, where they end with their phrase and are short enough to quote."""
    for found in pattern.finditer(low):
        words = " ".join(text[found.start() : found.end()].split())
        if len(words) <= _LONGEST_QUOTE and not _DANGLING.search(words):
            return words
    return ""
