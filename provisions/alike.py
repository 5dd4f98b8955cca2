"""Platforms that are alike: of the same sector, and stating the same kinds of things."""

from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg

from platforms.models import Platform
from provisions.figures import current, kept

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Alike:
    """A platform with how many clause types both state, of all that either states."""

    slug: str
    name: str
    shared: int
    of: int


def platforms_alike(platform: Platform) -> list[Alike]:
    """The most alike of the sector, the closest first; none where the platform was not read."""
    types_of = kept(f"types in {platform.sector}", lambda: _types_in(platform.sector))
    own = types_of.get((platform.slug, platform.name), frozenset())
    others = [
        Alike(slug, name, len(own & types), len(own | types))
        for (slug, name), types in types_of.items()
        if slug != platform.slug and own & types
    ]
    return sorted(others, key=lambda other: (-other.shared / other.of, other.name.lower()))[:_SHOWN]


def _types_in(sector: str) -> dict[tuple[str, str], frozenset[str]]:
    rows = (
        current()
        .filter(document__platform__sector=sector)
        .order_by()
        .values_list("document__platform__slug", "document__platform__name")
        .annotate(foremost=ArrayAgg("type", distinct=True))
    )
    return {(slug, name): frozenset(types) for slug, name, types in rows}
