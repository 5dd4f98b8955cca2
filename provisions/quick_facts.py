"""Quick facts of platforms: the answers to the first questions, read from the provisions that stand, in one query."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from platforms.models import Platform
from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.claims import Claim, Passage
from provisions.analysis.clause_types import TYPES_BY_SLUG, ClauseType
from provisions.analysis.quick_facts import TYPES_ASKED, Answer, answers_from
from provisions.figures import current
from provisions.models import Provision

_READ = (
    "slug", "title", "types", "type", "stance", "direction", "severity", "severity_points", "says", "quote", "trail", "lead_in", "attributes", "changed_at", "document__slug", "document__type",
    "document__language", "document__platform__slug", "document__platform__name",
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


def quick_facts_of_each(platforms: Sequence[Platform]) -> dict[int, list[QuickFact]]:
    """The facts of several platforms by their keys; one query for all."""
    rows = (
        current()
        .filter(
            document__platform__in=[platform.pk for platform in platforms], types__overlap=sorted(TYPES_ASKED)
        )
        .select_related("document__platform")
        .only(*_READ)
        .order_by("pk")
    )
    by_platform: dict[int, list[Provision]] = defaultdict(list)
    for row in rows:
        by_platform[row.document.platform_id].append(row)
    return {platform.pk: facts_in(by_platform[platform.pk]) for platform in platforms}


def facts_in(provisions: Iterable[Provision]) -> list[QuickFact]:
    """The facts that these provisions state."""
    by_key = {provision.pk: provision for provision in provisions}
    answers = answers_from([passage_of(provision) for provision in by_key.values()])
    return [
        QuickFact(
            answer.question.slug,
            answer.question.label,
            TYPES_BY_SLUG[answer.question.type],
            answer,
            _quoted(answer.claim, by_key),
            _quoted(answer.way_out, by_key) if not _same_words(answer) else None,
        )
        for answer in answers
    ]


def passage_of(provision: Provision) -> Passage:
    """The provision as questions are put to it; reads `document`."""
    return Passage(
        key=provision.pk,
        types=tuple(provision.types),
        document=provision.document.type,
        text=provision.quote,
        trail=tuple(provision.trail),
        lead_in=provision.lead_in,
        attributes=attributes_of_row(provision),
        changed=provision.changed_at.timestamp(),
    )


def attributes_of_row(provision: Provision) -> tuple[Attribute, ...]:
    """The stored attributes as they were read."""
    return tuple(
        Attribute(AttributeKind(fact["kind"]), fact["value"], fact["start"], fact["end"])
        for fact in provision.attributes
    )


def _same_words(answer: Answer) -> bool:
    """Does one sentence both answer and give the way out?"""
    return bool(answer.claim and answer.way_out and answer.claim.quote == answer.way_out.quote)


def _quoted(claim: Claim | None, by_key: dict[int, Provision]) -> Quoted | None:
    if claim is None:
        return None
    provision = by_key[claim.passage.key]
    return Quoted(claim.quote, provision, *claim.cut)
