"""Quick facts of platforms: the answers to the first questions, read from the provisions that stand, in two queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from platforms.models import Platform
from provisions.analysis.answers.claims import Claim, Passage
from provisions.analysis.clause_types import TYPES_BY_SLUG, ClauseType
from provisions.analysis.quick_facts import KINDS_ASKED, QUESTIONS, Answer, Question, answers_from
from provisions.models import STANDING, Provision
from provisions.stored_attributes import as_read

_READ = (
    "slug", "title", "types", "type", "stance", "direction", "severity", "severity_points", "says", "quote", "attributes",
    "document__slug", "document__type", "document__language", "document__platform__slug", "document__platform__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quoted:
    """Exact words of a provision; `cut_before` and `cut_after` say that its sentence goes on."""

    words: str
    provision: Provision
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class QuickFact:
    """One answer: `words` beside the exact words it was read from. `quoted` is None where no provision answers."""

    slug: str
    label: str
    type: ClauseType
    answer: Answer
    quoted: Quoted | None
    way_out: Quoted | None

    @property
    def words(self) -> str:
        """The short answer."""
        return self.answer.words if self.quoted else "Not stated in the documents we hold"


def quick_facts_of(platform: Platform) -> list[QuickFact]:
    """The facts of one platform in the order of the questions."""
    return quick_facts_of_each([platform])[platform.pk]


def quick_facts_of_each(
    platforms: Sequence[Platform], questions: Sequence[Question] = QUESTIONS
) -> dict[int, list[QuickFact]]:
    """The facts of several platforms by their keys; two queries for all, none where nothing is asked."""
    if not questions:
        return {platform.pk: [] for platform in platforms}
    passages = _passages_of(platforms, questions)
    answers = {platform.pk: answers_from(passages[platform.pk], questions) for platform in platforms}
    speaking = {
        claim.passage.key
        for given in answers.values()
        for answer in given
        for claim in (answer.claim, answer.way_out)
        if claim
    }
    rows = Provision.objects.select_related("document__platform").only(*_READ).in_bulk(speaking)
    return {key: [_fact(answer, rows) for answer in given] for key, given in answers.items()}


def _passages_of(platforms: Sequence[Platform], questions: Sequence[Question]) -> dict[int, list[Passage]]:
    """What may answer, by platform: rows and not models, as most of them only say something else."""
    types = frozenset().union(*(question.types for question in questions))
    # Who sees the page of an unlisted platform sees what it says.
    seen = Q(document__listed=True) | Q(document__platform__listed=False)
    rows = (
        Provision.objects.filter(STANDING, seen, document__retired=False)
        .filter(document__platform__in=[platform.pk for platform in platforms], types__overlap=sorted(types))
        .order_by("pk")
        .values_list(
            "document__platform", "pk", "types", "document__type", "quote", "trail", "lead_in", "attributes",
            "changed_at",
        )
    )  # fmt: skip
    passages: dict[int, list[Passage]] = defaultdict(list)
    for platform, key, types_borne, document, quote, trail, lead_in, attributes, changed in rows:
        facts = as_read(fact for fact in attributes if fact["kind"] in KINDS_ASKED)
        passages[platform].append(
            Passage(
                key, tuple(types_borne), document, quote, tuple(trail), lead_in, facts, changed.timestamp()
            )
        )
    return passages


def _fact(answer: Answer, rows: dict[int, Provision]) -> QuickFact:
    return QuickFact(
        answer.question.slug,
        answer.question.label,
        TYPES_BY_SLUG[answer.question.type],
        answer,
        _quoted(answer.claim, rows),
        _quoted(answer.way_out, rows) if not _same_words(answer) else None,
    )


def _same_words(answer: Answer) -> bool:
    """Does one sentence both answer and give the way out?"""
    return bool(answer.claim and answer.way_out and answer.claim.quote == answer.way_out.quote)


def _quoted(claim: Claim | None, rows: dict[int, Provision]) -> Quoted | None:
    return Quoted(claim.quote, rows[claim.passage.key], *claim.cut) if claim else None
