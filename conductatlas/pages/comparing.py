"""What a comparison is made of: for each clause type the provisions that speak for the platforms picked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Value, When, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from platforms.models import Platform
from provisions.analysis.attributes import AttributeKind
from provisions.analysis.clause_types import AI, CLAUSE_TYPES, DATA, TYPES_BY_SLUG, ClauseType
from provisions.analysis.contrasts import Side, difference_between
from provisions.analysis.counting import listed
from provisions.analysis.describing.ways_out import values_of
from provisions.analysis.quick_facts import QUESTIONS
from provisions.analysis.stance import Stance
from provisions.figures import current
from provisions.models import Provision
from provisions.quick_facts import QuickFact, quick_facts_of_each
from provisions.stored_attributes import as_read

_SHOWN = 5
_NAMED = (
    "slug", "title", "type", "types", "stance", "severity", "attributes", "document__slug", "document__platform__slug",
)  # fmt: skip
_READ = (
    *_NAMED, "quote", "says", "direction", "severity_points", "document__type", "document__language", "document__platform__name",
)  # fmt: skip
_FACTS = (
    (AttributeKind.RETENTION_PERIOD, "Kept"), (AttributeKind.NOTICE_PERIOD, "Notice"), (AttributeKind.OPT_OUT_DEADLINE, "Time to opt out"),
    (AttributeKind.PERIOD, "Periods"), (AttributeKind.AGE, "Age"), (AttributeKind.SUM, "Sums"), (AttributeKind.CAP, "At most"), (AttributeKind.PERCENT, "Shares"),
    (AttributeKind.DATA_KIND, "Data"), (AttributeKind.RECIPIENT, "Recipients"), (AttributeKind.PURPOSE, "Purposes"),
    (AttributeKind.GOVERNING_LAW, "Law"), (AttributeKind.VENUE, "Courts"), (AttributeKind.ARBITRATION_BODY, "Arbitration body"),
    (AttributeKind.ARBITRATION_RULES, "Arbitration rules"),
    (AttributeKind.SETTING, "Setting"), (AttributeKind.EMAIL, "Write to"), (AttributeKind.POSTAL_ADDRESS, "By post"), (AttributeKind.PHONE, "By telephone"),
)  # fmt: skip

# What is found by words that mean something else in a contract ("third parties" to a dispute).
_OF_DATA = frozenset((AttributeKind.DATA_KIND, AttributeKind.RECIPIENT, AttributeKind.PURPOSE))


def address_of_type(slug: str, platforms: Iterable[Platform]) -> str:
    """The one address of a comparison on a clause type: the platforms' slugs in their order, each once."""
    slugs = sorted({platform.slug for platform in platforms})
    return f"{reverse('compare_type', args=[slug])}?p={','.join(slugs)}"


def address_of_pair(a: str, b: str) -> str:
    """The one address of a comparison over all types: the two slugs in their order."""
    return reverse("compare_pair", args=sorted((a, b)))


@dataclass(frozen=True, slots=True)
class Column:
    """One platform's side of a clause type: its provisions, weightiest first, and what tells it apart."""

    platform: Platform
    provisions: list[Provision]
    total: int
    facts: list[tuple[str, str]]
    side: Side
    quick: QuickFact | None

    @property
    def foremost(self) -> Provision | None:
        """The provision that speaks for the platform."""
        return self.provisions[0] if self.provisions else None

    @property
    def others(self) -> list[Provision]:
        """What else is shown."""
        return self.provisions[1:]

    @property
    def hidden(self) -> int:
        """How many are not shown."""
        return self.total - len(self.provisions)


def columns_of(kind: ClauseType, platforms: Sequence[Platform]) -> list[Column]:
    """A column a platform, in the order given; five queries at most."""
    rows: dict[int, list[Provision]] = defaultdict(list)
    for row in _weightiest(kind.slug, platforms):
        rows[row.document.platform_id].append(row)
    facts = quick_facts_of_each(platforms, [question for question in QUESTIONS if question.type == kind.slug])
    columns = []
    for platform in platforms:
        quick = next((fact for fact in facts[platform.pk] if fact.type == kind and fact.quoted), None)
        own = rows[platform.pk] or _answering(quick)
        columns.append(
            Column(
                platform,
                own,
                getattr(own[0], "of_type", len(own)) if own else 0,
                facts_told(own[0]) if own else [],
                _side(kind.slug, platform, own[0] if own else None, quick),
                quick,
            )
        )
    return columns


def _answering(quick: QuickFact | None) -> list[Provision]:
    """The provision of another type that answers the question of this one."""
    return [quick.quoted.provision] if quick and quick.quoted and quick.quoted.provision else []


def _weightiest(slug: str, platforms: Sequence[Platform]) -> Iterable[Provision]:
    """The few weightiest provisions of a type on each platform, those foremost of it before the others."""
    foremost = Case(When(type=slug, then=Value(0)), default=Value(1), output_field=IntegerField())
    order = [foremost.asc(), F("severity_points").desc(), F("changed_at").desc(), F("pk").asc()]
    own = [F("document__platform")]
    return (
        current()
        .filter(document__platform__in=[platform.pk for platform in platforms], types__contains=[slug])
        .annotate(
            place=Window(RowNumber(), partition_by=own, order_by=order),
            of_type=Window(Count("pk"), partition_by=own),
        )
        .filter(place__lte=_SHOWN)
        .select_related("document__platform")
        .only(*_READ)
        .order_by("document__platform", "place")
    )


def _side(type: str, platform: Platform, provision: Provision | None, quick: QuickFact | None) -> Side:
    answer = quick.answer.predicate if quick else ""
    if provision is None:
        return Side(platform.name, answer=answer)
    # What answers from under another type has facts of its own, which are not of this one.
    facts = as_read(provision.attributes) if type in provision.types else ()
    return Side(platform.name, Stance(provision.stance), answer, facts)


def facts_told(provision: Provision) -> list[tuple[str, str]]:
    """The attributes of a provision with what each is, as a reader is told them."""
    attributes = as_read(provision.attributes)
    about_data = TYPES_BY_SLUG[provision.type].group in (DATA, AI)
    told = [
        (label, listed(values_of(attributes, kind)))
        for kind, label in _FACTS
        if about_data or kind not in _OF_DATA
    ]
    return [(label, values) for label, values in told if values]


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a clause type: its weightiest provision, or the quick fact that answers where it has none."""

    provision: Provision | None
    quick: QuickFact | None

    @property
    def silent(self) -> bool:
        """Neither of the two."""
        return self.provision is None and self.quick is None


@dataclass(frozen=True, slots=True)
class Row:
    """One clause type of two platforms, side by side."""

    kind: ClauseType
    cells: tuple[Cell, Cell]
    difference: str
    address: str

    @property
    def silent(self) -> bool:
        """Does neither side say anything?"""
        return all(cell.silent for cell in self.cells)


def rows_of(pair: tuple[Platform, Platform]) -> list[Row]:
    """A row a clause type in the order of the taxonomy; six queries."""
    best = _best_keys(pair)
    chosen = current().select_related("document__platform").only(*_NAMED).in_bulk(set(best.values()))
    facts = quick_facts_of_each(pair)
    quick = {
        (platform.pk, fact.type.slug): fact for platform in pair for fact in facts[platform.pk] if fact.quoted
    }
    rows = []
    for kind in CLAUSE_TYPES:
        first, second = (
            _cell(chosen.get(best.get((platform.pk, kind.slug), 0)), quick.get((platform.pk, kind.slug)))
            for platform in pair
        )
        sides = [
            _side(kind.slug, platform, cell.provision, cell.quick)
            for platform, cell in zip(pair, (first, second), strict=True)
        ]
        address = address_of_type(kind.slug, pair)
        rows.append(Row(kind, (first, second), difference_between(kind.slug, sides), address))
    return rows


def _cell(weightiest: Provision | None, quick: QuickFact | None) -> Cell:
    return Cell(weightiest or next(iter(_answering(quick)), None), quick)


def _best_keys(pair: Sequence[Platform]) -> dict[tuple[int, str], int]:
    """The key of the weightiest provision by platform and type: foremost of the type before the others."""
    light = current().filter(document__platform__in=[platform.pk for platform in pair])
    best: dict[tuple[int, str], tuple[bool, int, float, int]] = {}
    for platform, key, type, types, points, changed in light.order_by().values_list(
        "document__platform", "pk", "type", "types", "severity_points", "changed_at"
    ):
        for slug in types:
            rank = (type == slug, points, changed.timestamp(), -key)
            if rank > best.get((platform, slug), (False, -1, 0.0, 0)):
                best[(platform, slug)] = rank
    return {place: -rank[3] for place, rank in best.items()}
