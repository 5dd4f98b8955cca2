"""The interpretive note: what a clause does not say, hangs on a condition, leaves vague or leaves to another text."""

import re
from collections.abc import Iterator

from provisions.analysis.facts import listed
from provisions.analysis.stance import Direction
from provisions.analysis.wording import Told, missing_in_words

_MOST = 3  # sentences
_LONGEST_QUOTE = 70  # characters
# What a careful reader asks of a clause of the type, by the fact that would answer it.
_ASKED: dict[str, tuple[tuple[str, str], ...]] = {
    "data_collection": (("data", "which data"), ("purposes", "what for")),
    "data_usage": (("purposes", "for which purposes"),),
    "data_sharing": (("recipients", "with whom"), ("purposes", "for what")),
    "data_retention": (("retention", "for how long"),),
    "privacy_rights": (("way", "where to ask"), ("period", "how soon an answer comes")),
    "ai_training": (("object", "what is used"), ("way", "how to refuse")),
    "children_age": (("age", "from which age"),),
    "international_transfers": (("topics", "which countries or safeguards are meant"),),
    "policy_changes": (("notice", "how long before a change people are told"),),
    "termination": (("notice", "how much notice is given"),),
    "enforcement_actions": (("notice", "whether people are told before"),),
    "auto_renewal": (("way", "how to cancel"), ("notice", "how long before the renewal people are told")),
    "payment_fees": (("sum", "how much"),),
    "refunds": (("period", "within which time"),),
    "arbitration": (("body", "who administers the arbitration"), ("deadline", "how to opt out")),
    "class_action_waiver": (("deadline", "how to opt out"),),
    "liability_limitation": (("sum", "the cap in figures"),),
}
_CONDITION = re.compile(
    r"\b(?:(?:except )?(?:where|as|if|when|unless|to the (?:fullest |maximum )?extent) (?:otherwise )?(?:permitted|required|allowed|prohibited|provided|restricted)"
    r" (?:by|under) (?:applicable |local |mandatory |the )?(?:laws?|legislation|regulations?)|subject to (?:applicable|local|mandatory) laws?"
    r"|depending (?:on|upon) [^.;,()]{3,50}|in (?:some|certain) (?:cases|circumstances|jurisdictions|countries|regions)"
    r"|if you (?:are|live|reside) (?:a resident of |resident |located |established )?in [^.;,()]{3,50})",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:as (?:further )?(?:described|explained|set out|set forth|specified|outlined|detailed|defined)|see|please (?:see|refer to|review)|in accordance with|subject to)"
    r" (?:in |below in )?(?:our |the |these |this |its )?((?:[A-Z][\w’'&-]+ ){0,5}(?:Polic(?:y|ies)|Terms|Guidelines|Notice|Agreement|Rules|Statement|Standards|Addendum|Help Cent(?:er|re)))\b"
)
_VAGUE = re.compile(
    r"\b(?:from time to time|reasonabl[ey](?: efforts| period| notice| time| steps)?|as (?:long as )?(?:is )?(?:reasonably )?necessary|as (?:we )?(?:deem|see) (?:fit|appropriate|necessary)"
    r"|at any time|without limitation|including but not limited to|certain (?:information|data|features|third parties|partners)|other (?:lawful |legitimate |business )?purposes"
    r"|legitimate (?:business )?(?:interests?|purposes)|appropriate (?:measures|safeguards|steps)|trusted (?:partners|third parties)|selected (?:partners|third parties)|and so on|among others)\b",
    re.IGNORECASE,
)


def note_on(told: Told) -> str:
    """At most three sentences on where the text is silent, conditional or vague; empty where it is neither.

    What `why_it_matters` and `means_for_you` already say to be missing is not said again.
    """
    return " ".join(list(_sentences(told))[:_MOST])


def _sentences(told: Told) -> Iterator[str]:
    if told.direction is not Direction.FOR_USER:
        said = missing_in_words(told)
        open_questions = [
            question
            for fact, question in _ASKED.get(told.type, ())
            if fact not in said and not told.facts.get(fact)
        ]
        if open_questions:
            yield f"The clause does not say {listed(open_questions)}."
    condition = _quoted(_CONDITION, told.text)
    if condition:
        yield f"It holds only on a condition: “{condition}”."
    other = _ELSEWHERE.search(told.text)
    if other:
        yield f"It cannot be read alone: it points to “{other[1]}”."
    vague = list(dict.fromkeys(found[0].lower() for found in _VAGUE.finditer(told.text)))[:2]
    if vague:
        words = " and ".join(f"“{phrase}”" for phrase in vague)
        yield f"The clause does not define {words}."


def _quoted(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0].strip() if found and len(found[0]) <= _LONGEST_QUOTE else ""
