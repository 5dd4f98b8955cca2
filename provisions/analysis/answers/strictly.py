"""Answers read from a clause of which no type is known: only what its sentence says by itself counts.

In a provision the clause type has told what is spoken of. Here the sentence itself must name the platform as who acts,
and the document, the service or people's data as what it is about.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from provisions.analysis.answers.claims import Reader, Said, Sentence
from provisions.analysis.answers.claims_on_data import ai_training, retention, sale_of_data
from provisions.analysis.answers.claims_on_disputes import (
    arbitration,
    class_waiver,
    governing_law,
    liability_cap,
)
from provisions.analysis.answers.claims_on_terms import minimum_age, notice_of_changes

_OURS = re.compile(r"\b(?:we|us|our)\b")
_SENT_TO_ARBITRATION = re.compile(
    r"\bagree\w*\b[^.;]{0,160}\barbitrat|\b(?:resolved|settled|decided|determined|submitted|referred)\b[^.;]{0,90}\barbitration"
)
_OF_DISPUTES = re.compile(r"\b(?:arbitrat\w*|disputes?|claims?|court|proceedings?)\b")
_TRAINED_BY_IT = re.compile(r"\b(?:we|us|our)\b|\b(?:used|processed) by\b")
_HELD_BY_IT = re.compile(
    r"\b(?:we|us|our)\b[^.;]{0,80}\b(?:retain|keep|kept|delet|held|hold|stor)|\bare retained\b"
)
_BY_OTHERS = re.compile(r"\bbe (?:sold|shared)\b|\b(?:apps?|developers?|sdks?)\b")
_CHANGES_THE_TERMS = re.compile(
    r"\b(?:chang|modif|updat|revis|amend|alter|adjust)\w*\b[^.;]{0,60}\b(?:this|these|our|the|to) (?:\w+ ){0,3}(?:terms|policy\b|(?:privacy )?(?:notice|statement)\b|agreement\b)|"
    r"\b(?:this|these|our|the) (?:\w+ ){0,2}(?:terms|privacy (?:policy|notice|statement)|policy|agreement)\b[^.;]{0,40}\b(?:chang|modif|updat|revis|amend)"
)
_OF_THE_SERVICE = re.compile(
    r"\b(?:use|using|access\w*|regist\w+|accounts?|sign(?:ing)? up|members?|join|services?|platform|site|website)\b"
)
_ONE_FEATURE = re.compile(r"\b(?:features?|location|voice|videos?|apps?|areas?|sections?|items?|survey)\b")
_MEANT = re.compile(r"\b(?:direct|intend|design|meant|aim|target|gear|market)")
_OF_THE_CONTRACT = re.compile(r"\b(?:terms|agreement|contract|conditions|relationship|services?)\b")
_WE_ARE_NOT_LIABLE = re.compile(
    r"\bwe(?:['’]re| are| will| shall)? not (?:be )?(?:held )?(?:liable|responsible)\b"
)
_ON_LIABILITY = re.compile(r"\bliab", re.IGNORECASE)

_Sure = Callable[[Said, Sentence], bool]


def _arbitration(said: Said, sentence: Sentence) -> bool:
    return said.strength > 1 and bool(_SENT_TO_ARBITRATION.search(sentence.low))


def _class_waiver(said: Said, sentence: Sentence) -> bool:
    return said.strength > 1 and bool(_OF_DISPUTES.search(sentence.low))


def _training(said: Said, sentence: Sentence) -> bool:
    return bool(_TRAINED_BY_IT.search(sentence.low))


def _keeping(said: Said, sentence: Sentence) -> bool:
    return (said.strength > 1 or said.tone != "need") and bool(_HELD_BY_IT.search(sentence.low))


def _sale(said: Said, sentence: Sentence) -> bool:
    if said.tone == "yes" and not _OURS.search(sentence.low):
        return False
    return not _BY_OTHERS.search(sentence.low)


def _notice(said: Said, sentence: Sentence) -> bool:
    return bool(_CHANGES_THE_TERMS.search(sentence.low))


def _age(said: Said, sentence: Sentence) -> bool:
    low = sentence.low
    if not _OF_THE_SERVICE.search(low) or _ONE_FEATURE.search(low):
        return False
    return said.strength > 2 or bool(_MEANT.search(low))


def _law(said: Said, sentence: Sentence) -> bool:
    return bool(_OF_THE_CONTRACT.search(sentence.low))


def _liability(said: Said, sentence: Sentence) -> bool:
    above = " ".join((*sentence.passage.trail[-1:], sentence.passage.lead_in))
    return (
        said.tone == "cap"
        or bool(_ON_LIABILITY.search(above))
        or bool(_WE_ARE_NOT_LIABLE.search(sentence.low))
    )


def _if_sure(read: Reader, sure: _Sure) -> Reader:
    """`read`, heard only where the sentence speaks for itself."""

    def read_strictly(sentence: Sentence) -> Said | None:
        said = read(sentence)
        return said if said and sure(said, sentence) else None

    return read_strictly


@dataclass(frozen=True, slots=True)
class Strict:
    """How a question is put to any clause; one that lacks a piece of each of `about` in small letters cannot answer."""

    about: tuple[tuple[str, ...], ...]
    read: Reader

    def may_answer(self, low: str) -> bool:
        """Is a clause worth reading for the question? Looked for piece by piece: patterns take ten times as long."""
        return all(any(map(low.__contains__, pieces)) for pieces in self.about)


def _strict(read: Reader, sure: _Sure, *about: str) -> Strict:
    return Strict(tuple(tuple(pieces.split("|")) for pieces in about), _if_sure(read, sure))


_NUMBERS = "12|13|14|15|16|17|18|19|20|21|teen|twenty"
_DATA = "information|data|details"
# By the slug of the question.
STRICTLY = {
    "arbitration": _strict(arbitration, _arbitration, "arbitrat"),
    "class-actions": _strict(class_waiver, _class_waiver, "class|group lawsuit|representative", "arbitrat|dispute|claim|court|proceeding"),
    "ai-training": _strict(ai_training, _training, "train|models"),
    "retention": _strict(retention, _keeping, "retain|keep|kept|stor|held|hold|delet", "as long as|until|longer|necess|need|year|month|day|while|during", _DATA),
    "sale-of-data": _strict(sale_of_data, _sale, "sell|sold|sale", _DATA),
    "notice": _strict(notice_of_changes, _notice, "chang|modif|updat|revis|amend|alter|adjust", "terms|policy|notice|statement|agreement", "notif|inform|know|tell|alert|mail|notice|announce|attention|post|publish|updat|placing|available"),
    "minimum-age": _strict(minimum_age, _age, _NUMBERS, "age|old|under|over|above|below|least"),
    "governing-law": _strict(governing_law, _law, " law", "govern|construed|apply|applies|subject to", "terms|agreement|contract|conditions|relationship|service"),
    "liability-cap": _strict(liability_cap, _liability, "liab|responsible", "exceed|limited|loss|damage|any kind|consequential|anything that happens|not have any"),
}  # fmt: skip
