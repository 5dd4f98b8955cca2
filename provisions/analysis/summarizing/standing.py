"""Promises and rights that one passage loses while another of the same text says the like: nothing is lost then."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from provisions.analysis.clauses import Clause
from provisions.analysis.comparing.change_class import turns
from provisions.analysis.diffing import ClauseChangeKind, ClauseEdit
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.stance import Direction, Stance
from provisions.analysis.structure import Kind
from provisions.analysis.summarizing.differences import CHOICE
from provisions.analysis.summarizing.pledges import promised_in
from provisions.analysis.summarizing.sides import Seen
from provisions.analysis.summarizing.turned import says_same, sentences_of

_ALIKE = 88.0  # of 100, by the words in common; below, the like of a right is often another right
_SAME = 90.0  # from which words exchanged that deny, allow and count nothing turn nothing
_LOOKED_AT = 4  # of the likest


def still_said(seen: Sequence[Seen], unchanged: Sequence[Clause]) -> set[int]:
    """The places of clauses in the reader's favour that seem lost, though their own new words or another passage say so too."""
    lost = [
        (place, old)
        for place, (_, old, new) in enumerate(seen)
        if old and old.direction is Direction.FOR_USER and (new is None or new.direction is not old.direction)
    ]
    if not lost:
        return set()
    new = [edit.after for edit, _, _ in seen if edit.after and edit.after.kind is not Kind.HEADING]
    clauses = (*new, *unchanged)
    return {
        place
        for place, old in lost
        if (
            _is_said(old, clauses)
            if seen[place][0].told_as is ClauseChangeKind.REMOVED
            else _is_kept(*seen[place], clauses)
        )
    }


def _is_kept(
    edit: ClauseEdit, old: ReadClause | None, new: ReadClause | None, clauses: Sequence[Clause]
) -> bool:
    """Whether a reworded clause that is read otherwise now gives what it gave: as good as all its words, its promise or a choice."""
    if old is None or edit.after is None:
        return False
    text = edit.after.text
    changed = " ".join(piece.text for piece in edit.edits if piece.op != "same")
    if fuzz.ratio(old.clause.text, text) >= _SAME and not turns(changed):
        return True
    if old.stance is Stance.GRANTS:
        return (new is None or new.type == old.type) and CHOICE.search(text) is not None
    promises = [one for one in map(promised_in, sentences_of(old.clause.text)) if one]
    return bool(promises) and all(
        any(says_same(promise, sentence) for clause in clauses for sentence in sentences_of(clause.text))
        for promise in promises
    )


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
