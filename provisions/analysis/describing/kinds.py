"""Kinds of data as a clause lists them: as the reader's own, and with word that the list goes on where it names more."""

import re
from collections.abc import Sequence

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.counting import listed
from provisions.analysis.describing.verb_words import FINITE
from provisions.analysis.sentences import sentence_spans

_MEMBER_WORDS = 6
_UNKNOWN = 2  # members beside the known ones from which a list is said to go on
_BETWEEN = re.compile(r",? and/or |,? (?:and|or) |, ")
_SPEAKS = frozenset(("we", "you", "they", "it", "which", "that", "when", "if", "to", "so"))
_EXAMPLE = re.compile(r"\b(?:such as|including|includes?|e\.g\.|for example|like)\b", re.IGNORECASE)


# Kinds of which each reader has one: what is said of all of them has them in the plural.
_MANY = {
    kind: kind + ("es" if kind.endswith("s") else "s")
    for kind in ("e-mail address", "phone number", "postal address", "IP address", "name", "username", "profile", "government ID")
}  # fmt: skip


def kinds_of_all(items: Sequence[str]) -> list[str]:
    """Kinds of data as those of many people ("names and photos")."""
    return [_MANY.get(item, item) for item in items]


def kinds_listed(items: Sequence[str], limit: int, *, own: bool, more: bool) -> str:
    """Kinds of data in a row, as the reader's own where wanted ("your name and posts"); `more`: the clause names others."""
    shown = [item.removeprefix("your ") if own else item for item in items if item]
    if not shown:
        return ""
    apart = shown[0].startswith(("children", "information", "data ", "aggregated", "deleted", "posts by"))
    words = f"{', '.join(shown)} and more" if more else listed(shown, limit)
    return f"your {words}" if own and not apart else words


def is_one_example(text: str, facts: Sequence[Attribute]) -> bool:
    """Is the only kind of data that was found one example among others of what the clause names?"""
    data = [fact for fact in facts if fact.kind is AttributeKind.DATA_KIND]
    return len(data) == 1 and _EXAMPLE.search(text, 0, data[0].start) is not None


def goes_on(text: str, facts: Sequence[Attribute]) -> bool:
    """Does the list in which the kinds of data stand name more than those that were found?"""
    data = sorted(
        (fact for fact in facts if fact.kind is AttributeKind.DATA_KIND), key=lambda fact: fact.start
    )
    if not data or " | " in text:
        return bool(data)  # a cell lists without commas
    first = data[0].start
    end = next((end for start, end in sentence_spans(text) if start <= first < end), len(text))
    members = 0
    for piece in _BETWEEN.split(text[first:end].rstrip(".;")):
        words = piece.lower().split()
        if len(words) > _MEMBER_WORDS or _SPEAKS.intersection(words) or FINITE.intersection(words):
            break
        members += 1
    return members >= len(data) + _UNKNOWN
