"""Clauses of terms that bind both sides alike: either may end it, each covers the other, neither is liable or assigns."""

import re

from provisions.analysis.endings import only_either_ends
from provisions.analysis.sentences import sentence_spans

_SIDE = r"(?:(?:the )?part(?:y|ies)|of (?:us|the parties)|sides?)"
_EACH_OTHER = re.compile(
    rf"\byou indemnify us and we indemnify you\b|\b(?:each|both|either) {_SIDE}\b[^.;]{{0,160}}\b(?:indemnif|hold|defend|cover|compensat|reimburs)\w*[^.;]{{0,60}}\b(?:the other\b|each other|one another|other party)|"
    r"\b(?:indemnify|defend|hold|reimburse) (?:each other|one another)\b",
    re.IGNORECASE,
)
# A duty of one side beside it.
_ONE_COVERS = re.compile(
    r"\b(?:you|customers?|users?|we) (?:will|shall|must|agrees? to)\b[^.;]{0,60}\b(?:indemnify|defend|hold|reimburse) (?!each other|one another)",
    re.IGNORECASE,
)
_EITHER_SIDE = re.compile(
    rf"\b(?:neither|either|each) {_SIDE}\b|\bneither (?:you|we) nor\b|\bnor [A-Z]\w+ owes\b", re.IGNORECASE
)
_OF_LIABILITY = re.compile(r"\b(?:liab|responsib)", re.IGNORECASE)
_LIMITS = re.compile(r"\b(?:neither|not|no|nor|exceed\w*|limited)\b", re.IGNORECASE)
_NEITHER_MAY = re.compile(
    rf"\W*(?:[\d.]+ )?(?:neither (?:{_SIDE}|you nor (?:we|us|[a-z]+)) (?:may|can|shall|will)|both (?:of us|parties|sides) need the other['\u2019]s)\b[^.;]*\W*",
    re.IGNORECASE,
)


def binds_both(type: str, text: str) -> bool:
    """Does a clause of the type give or take the same on both sides, and no more on either?"""
    match type:
        case "termination":
            return only_either_ends(text)
        case "indemnification":
            return _EACH_OTHER.search(text) is not None and _ONE_COVERS.search(text) is None
        case "liability_limitation":
            sentences = [text[start:end] for start, end in sentence_spans(text)]
            of_it = [sentence for sentence in sentences if _OF_LIABILITY.search(sentence)]
            return bool(of_it) and all(
                _EITHER_SIDE.search(sentence) and _LIMITS.search(sentence) for sentence in of_it
            )
        case "platform_discretion":
            return _NEITHER_MAY.fullmatch(text) is not None
        case _:
            return False
