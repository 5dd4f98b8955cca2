"""Both sides of an edit as they were read, so that they can be weighed against each other."""

import re

from rapidfuzz import fuzz

from provisions.analysis.clauses import Clause
from provisions.analysis.describing.fragments import forbids_reader
from provisions.analysis.diffing import ClauseChangeKind, ClauseEdit
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.structure import Kind
from provisions.analysis.summarizing.announcements import announces, dates_itself
from provisions.analysis.tagging import tag_clause

Seen = tuple[ClauseEdit, ReadClause | None, ReadClause | None]  # an edit and both its sides as they were read

_DENIES = re.compile(r"\b(?:not|never|no|nor|except|without)\b|n['’]t\b", re.IGNORECASE)
_NEARLY_SAME = 85.0  # of 100: so alike that both wordings are on the same thing


def read_sides(edit: ClauseEdit) -> Seen:
    """The edit with what either side says; None where nothing is certain enough, or for a heading."""
    old, new = _read(edit.before), _read(edit.after)
    if edit.told_as is ClauseChangeKind.REWORDED and edit.before and edit.after:
        if old is None and new is not None:
            old = _read_as(edit.before, new)
        elif new is None and old is not None:
            new = _read_as(edit.after, old)
    return edit, old, new


def _read(clause: Clause | None) -> ReadClause | None:
    return read_clause(clause) if clause is not None and _may_bind(clause) else None


def _may_bind(clause: Clause) -> bool:
    return clause.kind is not Kind.HEADING and not announces(clause.text) and not dates_itself(clause.text)


def _read_as(clause: Clause, other: ReadClause) -> ReadClause | None:
    """A wording that no type is certain of, read for those of its other wording that are likely in it as well.

    Else words exchanged that made a type certain would weigh as much as a clause that is new. None where the two
    seem to be on different sides: what is only likely turns nothing round.
    """
    if not _may_bind(clause):
        return None
    likely = {tag.type for tag in tag_clause(clause.text, clause.trail, clause.lead_in)}
    if other.type not in likely and fuzz.ratio(clause.text, other.clause.text) < _NEARLY_SAME:
        return None
    types = (other.type, *(one for one in other.types[1:] if one in likely))
    read = read_clause(clause, published=types)
    return read if read is not None and read.direction is other.direction else None


def denied_above(clause: Clause) -> bool:
    """Whether the line that a list item hangs on refuses what the item names, or forbids it to the reader."""
    return bool(clause.lead_in) and (
        _DENIES.search(clause.lead_in) is not None or forbids_reader(clause.lead_in)
    )
