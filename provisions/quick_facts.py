"""Quick facts of platforms: the answers to the first questions, read from what their documents say, in four queries.

A provision speaks first. Where none answers, a clause does that is published as no provision of the question's types.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from platforms.models import Document, Platform, Version
from provisions.analysis.answers.claims import Claim, Passage
from provisions.analysis.clause_types import TYPES_BY_SLUG, ClauseType
from provisions.analysis.quick_facts import KINDS_ASKED, QUESTIONS, Answer, Question, answers_from
from provisions.belonging import missing_kind
from provisions.models import STANDING, AnsweringClause, Provision
from provisions.stored_attributes import as_read

_READ = (
    "document", "slug", "title", "types", "type", "stance", "direction", "severity", "severity_points", "says", "quote",
    "attributes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quoted:
    """Exact words of a document and the page they stand on; `cut_before` and `cut_after` say that the sentence goes on.

    `provision` is None where their clause answers and is published as no provision that is asked.
    """

    words: str
    document: Document
    address: str
    provision: Provision | None
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class QuickFact:
    """One answer: `words` beside the exact words it was read from. `quoted` is None where nothing answers.

    `missing` names the kind of document that would have to say it, where we hold none of that kind; `held` is
    False where we hold none at all.
    """

    slug: str
    label: str
    type: ClauseType
    answer: Answer
    quoted: Quoted | None
    way_out: Quoted | None
    missing: str
    held: bool

    @property
    def words(self) -> str:
        """The short answer."""
        if self.quoted:
            return self.answer.words
        if not self.held:
            return "None of its documents has been read yet"
        without = f", which do not include its {self.missing}" if self.missing else ""
        return f"Not stated in the documents we hold{without}"


def quick_facts_of(platform: Platform) -> list[QuickFact]:
    """The facts of one platform in the order of the questions."""
    return quick_facts_of_each([platform])[platform.pk]


def quick_facts_of_each(
    platforms: Sequence[Platform], questions: Sequence[Question] = QUESTIONS
) -> dict[int, list[QuickFact]]:
    """The facts of several platforms by their keys; four queries for all, none where nothing is asked."""
    if not questions:
        return {platform.pk: [] for platform in platforms}
    documents = _documents_read(platforms)
    clauses = _clauses_asked(documents, questions)
    published = _passages_of(documents, questions)
    elsewhere: dict[int, list[Passage]] = defaultdict(list)
    for key, clause in clauses.items():
        elsewhere[clause.document.platform_id].append(_passage_of(key, clause))
    answers = {
        platform.pk: answers_from(published[platform.pk], questions, elsewhere[platform.pk])
        for platform in platforms
    }
    rows = clauses | _provisions_speaking(documents, answers.values())
    kinds: dict[int, set[str]] = defaultdict(set)
    for document in documents.values():
        kinds[document.platform_id].add(document.type)
    return {key: [_fact(answer, rows, kinds[key]) for answer in given] for key, given in answers.items()}


def _documents_read(platforms: Sequence[Platform]) -> dict[int, Document]:
    """The documents that we hold the text of and look at, by their keys."""
    by_key = {platform.pk: platform for platform in platforms}
    # Who sees the page of an unlisted platform sees what it says.
    seen = Q(listed=True) | Q(platform__listed=False)
    read = Exists(Version.objects.filter(document=OuterRef("pk")))
    documents = Document.objects.filter(seen, read, retired=False, platform__in=list(by_key)).in_bulk()
    for document in documents.values():
        document.platform = by_key[document.platform_id]
    return documents


def _passages_of(
    documents: dict[int, Document], questions: Sequence[Question]
) -> defaultdict[int, list[Passage]]:
    """What may answer, by platform: rows and not models, as most of them only say something else."""
    types = frozenset().union(*(question.types for question in questions))
    rows = (
        Provision.objects.filter(STANDING, document__in=list(documents), types__overlap=sorted(types))
        .order_by("pk")
        .values_list("document", "pk", "types", "quote", "trail", "lead_in", "attributes", "changed_at")
    )
    passages: defaultdict[int, list[Passage]] = defaultdict(list)
    for owner, key, borne, quote, trail, lead_in, attributes, changed in rows:
        document = documents[owner]
        facts = as_read(fact for fact in attributes if fact["kind"] in KINDS_ASKED)
        passages[document.platform_id].append(
            Passage(
                key, tuple(borne), document.type, quote, tuple(trail), lead_in, facts, changed.timestamp()
            )
        )
    return passages


def _clauses_asked(
    documents: dict[int, Document], questions: Sequence[Question]
) -> dict[int, AnsweringClause]:
    """The clauses that answer some of the questions, by keys that no provision has."""
    slugs = [question.slug for question in questions]
    rows = AnsweringClause.objects.filter(document__in=list(documents), questions__overlap=slugs)
    clauses = {}
    for clause in rows.select_related("version").defer("version__text").order_by("pk"):
        clause.document = clause.version.document = documents[clause.document_id]
        clauses[-clause.pk] = clause
    return clauses


def _passage_of(key: int, clause: AnsweringClause) -> Passage:
    return Passage(
        key,
        tuple(clause.questions),
        clause.document.type,
        clause.quote,
        tuple(clause.trail),
        clause.lead_in,
        as_read(clause.attributes),
        clause.since.timestamp(),
    )


def _provisions_speaking(
    documents: dict[int, Document], answers: Iterable[list[Answer]]
) -> dict[int, Provision | AnsweringClause]:
    speaking = {
        claim.passage.key
        for given in answers
        for answer in given
        for claim in (answer.claim, answer.way_out)
        if claim and claim.passage.key > 0
    }
    rows: dict[int, Provision | AnsweringClause] = {}
    for provision in Provision.objects.filter(pk__in=speaking).only(*_READ):
        provision.document = documents[provision.document_id]
        rows[provision.pk] = provision
    return rows


def _fact(answer: Answer, rows: dict[int, Provision | AnsweringClause], held: set[str]) -> QuickFact:
    return QuickFact(
        answer.question.slug,
        answer.question.label,
        TYPES_BY_SLUG[answer.question.type],
        answer,
        _quoted(answer.claim, rows),
        _quoted(answer.way_out, rows) if not _same_words(answer) else None,
        missing_kind(answer.question.main, held),
        bool(held),
    )


def _same_words(answer: Answer) -> bool:
    """Does one sentence both answer and give the way out?"""
    return bool(answer.claim and answer.way_out and answer.claim.quote == answer.way_out.quote)


def _quoted(claim: Claim | None, rows: dict[int, Provision | AnsweringClause]) -> Quoted | None:
    if claim is None:
        return None
    row = rows[claim.passage.key]
    provision = row if isinstance(row, Provision) else None
    return Quoted(claim.quote, row.document, row.get_absolute_url(), provision, *claim.cut)
