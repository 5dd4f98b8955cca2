"""Reading again what stands, after tagger, rules or words got better: nobody is told, and no editor's text is lost."""

from django.db import transaction

from platforms.models import Document
from provisions.analysis.clauses import Clause, split_clauses
from provisions.analysis.diffing import diff_texts
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.explanations import explain, told_of, words_of
from provisions.identity import clause_at, follow_provisions
from provisions.introducing import introduce_owed
from provisions.models import Provision


def reread_document(document: Document) -> int:
    """Explain the document's standing provisions anew, introduce what can be read now; returns how many stand.

    Addresses, titles and history stay. A provision that our rules would no longer publish keeps its types: its page
    was public, and it goes when its clause goes.
    """
    version = document.versions.order_by("-number").first()
    if version is None:
        return 0
    version.document = document
    with transaction.atomic():
        introduce_owed(document)
        clauses = split_clauses(version.text)
        for provision in document.provisions.filter(removed_at=None):
            provision.document = document
            read = _read(provision, clauses)
            if read is not None:
                provision.lead_in = read.clause.lead_in
                explain(provision, read, told_of(read, document))
                provision.save()
        unchanged = diff_texts(version.text, version.text)
        follow_provisions(version, before_text=version.text, diff=unchanged, ours=True)
    return document.provisions.filter(removed_at=None).count()


def words_by_rules(provision: Provision) -> dict[str, str]:
    """What our rules would say of the provision today; empty where its clause is not found."""
    read = _read(provision, split_clauses(provision.version.text))
    return words_of(told_of(read, provision.document)) if read else {}


def _read(provision: Provision, clauses: list[Clause]) -> ReadClause | None:
    index = clause_at(clauses, provision.start)
    return read_clause(clauses[index], published=tuple(provision.types)) if index is not None else None
