"""What can be watched: one value for each kind, with the words for it and the right it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from billing.plans import Feature
from monitoring.models import Watch
from platforms.models import Document, Platform
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.models import Direction, Provision, Severity
from provisions.regulations.knowledge import regulations
from provisions.searching import SINCE, SORTS

Kind = Watch.Kind
_LONGEST_TITLE = 200
_MOST_NAMED = 3
# What the registry of provisions can be asked, in the order in which it is said. The last two are kept for the address
# of a saved search: they narrow nothing that is told, for what has just changed is new whatever is asked.
SEARCHED = ("q", "type", "severity", "direction", "platform", "sector", "regulation", "since", "sort")
_OF_THE_LIST = frozenset(("since", "sort"))
LONGEST_WORDS = 120
_SINCE, _SORTS = dict(SINCE), dict(SORTS)

# A platform takes room and no right; everything else takes a right. A document is watched like a provision, for it is
# a part of a platform; a saved search like a clause type, for it looks at clauses wherever they are.
FEATURE_OF_KIND: dict[Watch.Kind, Feature] = {
    Kind.DOCUMENT: Feature.PROVISION_WATCHES,
    Kind.PROVISION: Feature.PROVISION_WATCHES,
    Kind.CLAUSE_TYPE: Feature.CLAUSE_TYPE_WATCHES,
    Kind.SEARCH: Feature.CLAUSE_TYPE_WATCHES,
    Kind.SECTOR: Feature.SECTOR_WATCHES,
}

# What each kind tells of, and where its subject is found, for the page on which one is chosen.
ABOUT_KIND: dict[Watch.Kind, str] = {
    Kind.PLATFORM: "Every change in what one platform publishes.",
    Kind.DOCUMENT: "Every change of one document, such as a privacy policy.",
    Kind.PROVISION: "One clause, wherever in its document it goes: reworded, moved to other words or removed.",
    Kind.CLAUSE_TYPE: "Every clause of one kind, such as AI training, on platforms you choose or everywhere.",
    Kind.SECTOR: "Every platform of a sector, also those that join it later.",
    Kind.SEARCH: "Every clause that a search of yours would find, by words, type, severity, platform, sector or regulation.",
}


@dataclass(frozen=True, slots=True)
class Interest:
    """The subject of a watch: its kind, its title in words, and the fields of the row that name it."""

    kind: Watch.Kind
    title: str
    fields: Mapping[str, Any] = field(hash=False)

    @classmethod
    def in_platform(cls, platform: Platform) -> Self:
        """Every change of its documents."""
        return cls(Kind.PLATFORM, platform.name, {"platform": platform})

    @classmethod
    def in_document(cls, document: Document) -> Self:
        """Every change of one document."""
        title = f"{document.platform.name}: {document.type}"
        return cls(Kind.DOCUMENT, title[:_LONGEST_TITLE], {"document": document})

    @classmethod
    def in_provision(cls, provision: Provision) -> Self:
        """One clause, wherever in its document it goes."""
        title = f"{provision.document.platform.name}: {provision.title}"
        return cls(Kind.PROVISION, title[:_LONGEST_TITLE], {"provision": provision})

    @classmethod
    def in_clause_type(cls, slug: str, platforms: list[Platform]) -> Self:
        """A clause type on these platforms, or everywhere where there are none. Raises KeyError for an unknown type."""
        named = sorted(platform.name for platform in platforms)
        where = "everywhere"
        if named:
            more = len(named) - _MOST_NAMED
            where = "on " + ", ".join(named[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        title = f"{TYPES_BY_SLUG[slug].label} {where}"
        keys = sorted(platform.pk for platform in platforms)
        return cls(Kind.CLAUSE_TYPE, title[:_LONGEST_TITLE], {"clause_type": slug, "platforms": keys})

    @classmethod
    def in_sector(cls, sector: str) -> Self:
        """Every platform of a sector, also those that join it later."""
        return cls(Kind.SECTOR, f"The sector {sector}", {"sector": sector})

    @classmethod
    def in_search(cls, asked: Mapping[str, str]) -> Self:
        """Clauses that the registry would find with these parameters; those empty or unknown are left out.

        Raises ValueError where nothing is left.
        """
        search = {name: str(asked[name]).strip() for name in SEARCHED if asked.get(name, "").strip()}
        if "q" in search:
            search["q"] = search["q"].replace("\0", "")[:LONGEST_WORDS]
        known = {
            "type": TYPES_BY_SLUG.keys(),
            "severity": set(Severity.values),
            "direction": set(Direction.values),
            "regulation": regulations().keys(),
            "since": _SINCE.keys(),
            "sort": _SORTS.keys(),
        }
        search = {name: value for name, value in search.items() if name not in known or value in known[name]}
        if search.keys() <= _OF_THE_LIST:
            raise ValueError(
                "Search for words, or choose a filter beside time and order, before you save a search."
            )
        return cls(Kind.SEARCH, _search_in_words(search)[:_LONGEST_TITLE], {"search": search})


def _search_in_words(search: Mapping[str, str]) -> str:
    said = []
    if "q" in search:
        said.append(f"“{search['q']}”")
    if "type" in search:
        said.append(TYPES_BY_SLUG[search["type"]].label)
    if "severity" in search:
        said.append(f"{Severity(search['severity']).label.lower()} severity")
    if "direction" in search:
        said.append(Direction(search["direction"]).label.lower())
    said += [f"{name} {search[name]}" for name in ("platform", "sector") if name in search]
    if "regulation" in search:
        said.append(regulations()[search["regulation"]].name)
    said += [
        names[search[name]].lower() for name, names in (("since", _SINCE), ("sort", _SORTS)) if name in search
    ]
    return "Search: " + ", ".join(said)
