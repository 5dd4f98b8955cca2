"""Promises and rights that one passage loses while another of the same text says the like: nothing is lost then."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from provisions.analysis.clauses import Clause
from provisions.analysis.diffing import ClauseChangeKind
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.stance import Direction
from provisions.analysis.structure import Kind
from provisions.analysis.summarizing.sides import Seen

_ALIKE = 88.0  # of 100, by the words in common; below, the like of a right is often another right
_LOOKED_AT = 4  # of the likest


def still_said(seen: Sequence[Seen], unchanged: Sequence[Clause]) -> set[int]:
    """The places of removed clauses in the reader's favour that a clause of the same type and side says in the new text too."""
    lost = [
        (place, old)
        for place, (edit, old, _) in enumerate(seen)
        if edit.told_as is ClauseChangeKind.REMOVED and old and old.direction is Direction.FOR_USER
    ]
    if not lost:
        return set()
    new = [edit.after for edit, _, _ in seen if edit.after and edit.after.kind is not Kind.HEADING]
    return {place for place, old in lost if _is_said(old, (*new, *unchanged))}


def _is_said(old: ReadClause, clauses: Sequence[Clause]) -> bool:
    rated = (
        (fuzz.token_set_ratio(old.clause.text, clause.text, score_cutoff=_ALIKE), place)
        for place, clause in enumerate(clauses)
    )
    likest = sorted(((-score, place) for score, place in rated if score))[:_LOOKED_AT]
    return any(
        (read := read_clause(clauses[place])) is not None
        and old.type in read.types
        and read.direction is Direction.FOR_USER
        for _, place in likest
    )
