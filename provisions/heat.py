"""The heat map of a clause type: what the provisions of each platform do, and how heavily, at a glance."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from provisions.figures import SEVERITIES, current, kept
from provisions.models import Severity, Stance

_MOST = 40
_RANK = {severity.value: len(SEVERITIES) - place for place, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Cell:
    """How many provisions of a platform do one thing, and the severity of the weightiest; 0 and None for none."""

    stance: Stance
    count: int
    severity: Severity | None

    @property
    def in_words(self) -> str:
        """ "2, the weightiest of high severity", for those who don't see the colour."""
        if self.severity is None:
            return "none"
        return f"{self.count}, {'the weightiest of' if self.count > 1 else 'of'} {self.severity.label.lower()} severity"


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One platform with a cell for each stance."""

    slug: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The platforms whose provisions of the type weigh most, and how many more there are."""

    stances: tuple[Stance, ...]
    rows: tuple[HeatRow, ...]
    more: int


def heat_map_of(slug: str) -> HeatMap:
    """What stands of a clause type (foremost), by platform and stance; stances that nobody takes are left out."""
    return kept(f"heat {slug}", lambda: _heat_map(slug))


def _heat_map(slug: str) -> HeatMap:
    counted = (
        current()
        .filter(type=slug)
        .order_by()
        .values_list("document__platform__slug", "document__platform__name", "stance", "severity")
        .annotate(n=Count("pk"))
    )
    found: dict[tuple[str, str], dict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for platform, name, stance, severity, n in counted:
        found[platform, name][stance].append((severity, n))
    taken = {stance for by_stance in found.values() for stance in by_stance}
    stances = tuple(stance for stance in Stance if stance.value in taken)
    rows = [
        HeatRow(platform, name, tuple(_cell(stance, by_stance[stance.value]) for stance in stances))
        for (platform, name), by_stance in found.items()
    ]
    rows.sort(key=lambda row: (*sorted(-_weight(cell) for cell in row.cells), row.name.lower()))
    return HeatMap(stances, tuple(rows[:_MOST]), max(0, len(rows) - _MOST))


def _cell(stance: Stance, counted: list[tuple[str, int]]) -> Cell:
    if not counted:
        return Cell(stance, 0, None)
    worst = max((severity for severity, _ in counted), key=_RANK.__getitem__)
    return Cell(stance, sum(n for _, n in counted), Severity(worst))


def _weight(cell: Cell) -> int:
    return 100 * _RANK[cell.severity.value] + min(cell.count, 99) if cell.severity else 0
