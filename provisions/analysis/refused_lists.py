"""Lists whose line above refuses, without exception, what their items name ("We will never: - sell your data")."""

import re

from provisions.analysis.describing.fragments import bare, leads, stands_alone
from provisions.analysis.refusals import refusal_in

_EXCEPTED = re.compile(
    r"\b(?:except|unless|other than|apart from|besides|only|without|until|if|where|when|you (?:can|may|have)|(?:ask|tell|direct) us|requests?|rights?)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\n\s*(?=[-*•] )")
_MARK = re.compile(r"[-*•] ")


def refused_above(item: str, lead_in: str) -> bool:
    """Is what a list's item names refused by the platform in the line above, as in "We never share your data with:"?"""
    line = _line(lead_in)
    if (
        not line
        or not leads(lead_in)
        or stands_alone(bare(item).partition(". ")[0])
        or _EXCEPTED.search(line)
    ):
        return False
    refused = refusal_in(f"{line} {bare(item)}")
    return refused is not None and refused < len(line)


def refused_in_list(text: str, at: int) -> bool:
    """Does a place of a clause stand in an item of such a list, that the clause holds with its line above?"""
    line, *items = _ITEM.split(text)
    here = len(_ITEM.split(text[:at])) - 2 if at > len(line) else -1
    return 0 <= here < len(items) and refused_above(_MARK.sub("", items[here], count=1), line)


def spelled_out(text: str) -> str:
    """A clause in which each item of such a list carries its refusal: "We will never sell your data. We will never ..."."""
    line, *items = _ITEM.split(text)
    if not items:
        return text
    own = [_MARK.sub("", item, count=1).strip() for item in items]
    if not any(refused_above(item, line) for item in own):
        return text
    return " ".join(f"{_line(line)} {item.rstrip(' ;,.')}." for item in own)


def _line(lead_in: str) -> str:
    return lead_in.rpartition(". ")[2].rstrip(" \n:\u2014\u2013-")
