"""Clauses that answer one of the first questions, and are asked as no provision: no type of theirs speaks of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from provisions.analysis.answers.claims import PRIVACY, TERMS, Passage, Readings
from provisions.analysis.attributes import Attribute, attributes_of
from provisions.analysis.clauses import Clause
from provisions.analysis.quick_facts import KINDS_ASKED, QUESTIONS, Question, strict_claims


@dataclass(frozen=True, slots=True)
class Answering:
    """A clause with the slugs of the questions that it answers, and the facts that the answers are made from."""

    clause: Clause
    questions: tuple[str, ...]
    attributes: tuple[Attribute, ...]


def answering_clauses(
    clauses: Iterable[Clause], document: str, types: Mapping[int, Collection[str]]
) -> list[Answering]:
    """Those that answer for certain, each wording once; `document` is the type of document that they stand in.

    `types` has the types that a clause is published with, by where it starts: it is not asked again where one of them
    is a type of the question.
    """
    if document not in (TERMS, PRIVACY):  # what others say is of one group or matter only
        return []
    found: dict[str, Answering] = {}
    for clause in clauses:
        low = clause.text.lower()
        known = types.get(clause.start, ())
        asked = [
            question
            for question in QUESTIONS
            if question.types.isdisjoint(known) and question.strict.may_answer(low)
        ]
        if asked and clause.text not in found:
            answering = _answering(clause, document, asked)
            if answering.questions:
                found[clause.text] = answering
    return list(found.values())


def _answering(clause: Clause, document: str, asked: Sequence[Question]) -> Answering:
    facts = tuple(fact for fact in attributes_of(clause.text) if fact.kind in KINDS_ASKED)
    slugs = tuple(question.slug for question in asked)
    readings = Readings([Passage(0, slugs, document, clause.text, clause.trail, clause.lead_in, facts)])
    answered = tuple(question.slug for question in asked if strict_claims(question, readings))
    return Answering(clause, answered, facts)
