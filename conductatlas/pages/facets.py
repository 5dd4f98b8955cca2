"""The registry's question, as it stands in the address: words and facets, and the rows that answer it."""

from dataclasses import dataclass, replace
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import BigIntegerField, F, Func, Q, QuerySet, Value
from django.http import QueryDict

from platforms.models import Platform
from provisions.analysis.clause_types import CLAUSE_TYPES, TYPES_BY_SLUG
from provisions.figures import SEVERITIES, sectors, standing
from provisions.models import Direction, Provision

MOST_MATCHES = 1000
_MOST_WORDS = 8
# PostgreSQL's own 0.6 forgives no missing letter in a word of seven.
_LEAST_LIKENESS = "0.45"


@dataclass(frozen=True, slots=True)
class Facets:
    """What is asked; "" where nothing is. Values that do not exist are dropped, so any address gives a page.

    `matches` are the keys of the provisions that fit the words, found once for the list and all its counts.
    """

    words: str = ""
    type: str = ""
    severity: str = ""
    direction: str = ""
    platform: str = ""
    sector: str = ""
    matches: tuple[int, ...] = ()

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Reads `q`, `type`, `severity`, `direction`, `platform` and `sector`."""

        def one_of(name: str, values: set[str]) -> str:
            value = query.get(name, "")
            return value if value in values else ""

        words = query.get("q", "").replace("\0", "").strip()[:120]
        return cls(
            words=words,
            matches=tuple(best_matches(words)) if words else (),
            type=one_of("type", set(TYPES_BY_SLUG)),
            severity=one_of("severity", {severity.value for severity in SEVERITIES}),
            direction=one_of("direction", set(Direction.values)),
            platform=query.get("platform", "").replace("\0", "")[:80],
            sector=query.get("sector", "").replace("\0", "")[:60],
        )

    def without(self, name: str) -> Self:
        """The same question with one facet left open: what its choices would give is counted with it."""
        return replace(self, **{name: ""})  # type: ignore[arg-type]  # only names of facets are given

    @property
    def asked(self) -> bool:
        """Whether anything narrows the list."""
        return any((self.words, self.type, self.severity, self.direction, self.platform, self.sector))

    def narrow(self, rows: QuerySet[Provision]) -> QuerySet[Provision]:
        """The rows that answer the question."""
        if self.type:
            rows = rows.filter(types__contains=[self.type])
        if self.severity:
            rows = rows.filter(severity=self.severity)
        if self.direction:
            rows = rows.filter(direction=self.direction)
        if self.platform:
            rows = rows.filter(document__platform__slug=self.platform)
        if self.sector:
            rows = rows.filter(document__platform__sector=self.sector)
        return rows.filter(pk__in=self.matches) if self.words else rows

    def order(self, rows: QuerySet[Provision]) -> QuerySet[Provision]:
        """Best match first where words were given, otherwise the weightiest first."""
        rows = rows.select_related("document__platform", "version").defer("version__text")
        if self.words:
            return rows.order_by(in_order_of(list(self.matches)))
        return rows.order_by("-severity_points", "-changed_at", "pk")

    def platforms(self) -> list[tuple[str, str]]:
        """The platforms one may choose, by name."""
        rows = Platform.objects.filter(documents__versions__isnull=False)
        return list(rows.distinct().order_by("name").values_list("slug", "name"))

    def sectors(self) -> list[tuple[str, int]]:
        """The sectors one may choose."""
        return sectors()


def best_matches(words: str) -> list[int]:
    """Keys of the standing provisions whose words or type are like every one of the words, closest first.

    Typing errors are forgiven. At most MOST_MATCHES: nobody reads on, and the page stays quick.
    """
    forgive_typing_errors()
    every = Q()
    for word in words.split()[:_MOST_WORDS]:
        every &= Q(quote__trigram_word_similar=word)
    types = [kind.slug for kind in CLAUSE_TYPES if _is_named(words.lower(), kind.label.lower())]
    if types:
        every |= Q(type__in=types)
    rows = standing().filter(every).annotate(likeness=TrigramWordSimilarity(words, "quote"))
    return list(
        rows.order_by("-likeness", "-severity_points", "pk").values_list("pk", flat=True)[:MOST_MATCHES]
    )


def in_order_of(keys: list[int]) -> Func:
    """An ordering that keeps rows as their keys stand in the list."""
    return Func(Value(keys, output_field=ArrayField(BigIntegerField())), F("pk"), function="array_position")


def forgive_typing_errors() -> None:
    """Lets the trigram operators (and their indexes) find "privcy" in "privacy", until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [_LEAST_LIKENESS])


def _is_named(words: str, label: str) -> bool:
    return len(words) > 3 and (words in label or label in words)
