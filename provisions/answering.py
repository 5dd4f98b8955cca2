"""Keeping the clauses that answer one of the first questions where no provision is asked, for the version that stands."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime

from platforms.inserting import insert_rows
from platforms.models import Version
from provisions.analysis.answers.elsewhere import Answering, answering_clauses
from provisions.analysis.clauses import Clause
from provisions.analysis.structure import blocks_of
from provisions.models import AnsweringClause, Provision
from provisions.stored_attributes import to_keep


def keep_answering(version: Version, clauses: Sequence[Clause], provisions: Mapping[int, Provision]) -> None:
    """Put what answers in `version` in the place of what answered in the one before; `provisions` by where they start."""
    types = {start: provision.types for start, provision in provisions.items()}
    found = answering_clauses(clauses, version.document.type, types)
    before = dict(AnsweringClause.objects.filter(document=version.document_id).values_list("quote", "since"))
    if before:
        AnsweringClause.objects.filter(document=version.document_id).delete()
    if found:
        places = [placed.start for placed in blocks_of(version.text)]
        insert_rows([_row(version, answering, places, before) for answering in found])


def _row(
    version: Version, answering: Answering, places: Sequence[int], before: Mapping[str, datetime]
) -> AnsweringClause:
    clause = answering.clause
    if version.text[clause.start : clause.end] != clause.text:
        raise ValueError(f"{clause.start}: the quote is not the text of version {version.number}.")
    return AnsweringClause(
        document_id=version.document_id,
        questions=list(answering.questions),
        version=version,
        start=clause.start,
        end=clause.end,
        place=places[bisect_right(places, clause.start) - 1],
        quote=clause.text,
        trail=list(clause.trail),
        lead_in=clause.lead_in,
        attributes=to_keep(answering.attributes),
        since=before.get(clause.text, version.taken_at),
    )
