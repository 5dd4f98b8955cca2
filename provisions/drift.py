"""Where what a platform says is drifting: clauses changed for and against the user, by clause type, with their sums."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, F

from platforms.models import Document
from provisions.analysis.clause_types import CLAUSE_TYPES, ClauseType
from provisions.models import ClauseChange, Direction


@dataclass(frozen=True, slots=True)
class Balance:
    """So many clauses changed for the user, against the user, and neither."""

    for_user: int = 0
    against_user: int = 0
    neutral: int = 0

    @property
    def net(self) -> int:
        """For less against: below zero, things got worse for the user."""
        return self.for_user - self.against_user

    @property
    def net_in_words(self) -> str:
        """+2, −3 or 0, with a true minus sign."""
        return f"+{self.net}" if self.net > 0 else f"−{-self.net}" if self.net else "0"

    @property
    def total(self) -> int:
        """All of them."""
        return self.for_user + self.against_user + self.neutral

    def plus(self, direction: str, number: int) -> "Balance":
        """The same with so many more in one direction."""
        return Balance(
            self.for_user + number * (direction == Direction.FOR_USER),
            self.against_user + number * (direction == Direction.AGAINST_USER),
            self.neutral + number * (direction == Direction.NEUTRAL),
        )


@dataclass(slots=True)
class Drift:
    """The balance of one platform: of everything, by the foremost clause type, and by year."""

    all: Balance = field(default_factory=Balance)
    by_type: dict[str, Balance] = field(default_factory=dict)
    by_year: dict[int, Balance] = field(default_factory=dict)


def drift_of(documents: Iterable[Document], since: datetime | None = None) -> dict[int, Drift]:
    """For each platform of the documents, by its key: clauses that changes of meaning added, removed or reworded.

    A clause without a clause type counts in the sums and in no type; one that only moved counts nowhere. One query.
    """
    rows = ClauseChange.objects.filter(
        change__alarmed=True, change__document__in=[document.pk for document in documents]
    ).exclude(kind=ClauseChange.Kind.MOVED)
    if since is not None:
        rows = rows.filter(change__found_at__gte=since)
    counted = (
        rows.order_by()
        .values_list("change__document__platform", F("types__0"), "direction", "change__found_at__year")
        .annotate(n=Count("pk"))
    )
    found = {document.platform_id: Drift() for document in documents}
    for platform, type_, direction, year, n in counted:
        drift = found[platform]
        drift.all = drift.all.plus(direction, n)
        drift.by_year[year] = drift.by_year.get(year, Balance()).plus(direction, n)
        if type_:
            drift.by_type[type_] = drift.by_type.get(type_, Balance()).plus(direction, n)
    return found


def types_drifting(drifts: Iterable[Drift]) -> list[ClauseType]:
    """The clause types in which anything moved, in the order of the taxonomy."""
    moved = {slug for drift in drifts for slug in drift.by_type}
    return [kind for kind in CLAUSE_TYPES if kind.slug in moved]
