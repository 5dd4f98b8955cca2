"""The door to regulation: what the law says to one provision. Deterministic; files are read once, at the first call."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from provisions.analysis.attributes import Attribute
from provisions.analysis.stance import Direction, Stance
from provisions.regulations.engine import indexed, laws_engaged, map_passage
from provisions.regulations.knowledge import regulations
from provisions.regulations.passage import Passage
from provisions.regulations.rule import RegulatoryMapping, Rule
from provisions.regulations.rules import rule_book

# Raised whenever laws, rules or the engine change what is said of the same provision.
REGULATION = 2


def passage_of(
    *,
    type: str,
    types: Iterable[str],
    stance: Stance | str,
    direction: Direction | str,
    quote: str,
    attributes: Iterable[Attribute],
    sector: str = "",
    document_type: str = "",
    document_region: str = "",
    lead_in: str = "",
    trail: Sequence[str] = (),
) -> Passage:
    """A provision as the engine reads it.

    `stance` and `direction` are those of the foremost `type`; `types` may name others beside it. `sector` and
    `document_type` are labels of the catalogue, `document_region` is the region the document is declared for ("EU",
    "US", "GB"; empty for everyone); `lead_in` is the sentence the quote completes as an item of a list, `trail` are the
    headings above it, outermost first. Offsets of attributes and triggers count characters of `quote`.
    """
    return Passage(
        type=type,
        types=tuple(types),
        stance=Stance(stance),
        direction=Direction(direction),
        quote=quote,
        attributes=tuple(attributes),
        sector=sector,
        document_type=document_type,
        document_region=document_region,
        lead_in=lead_in,
        trail=tuple(trail),
    )


def map_provision(passage: Passage) -> RegulatoryMapping:
    """Citations, enforcement risk and due-diligence actions for a provision; all empty where no rule fires."""
    return map_passage(passage, _rules(), regulations(), rule_book().actions)


def regulations_of(passage: Passage) -> tuple[str, ...]:
    """Slugs of the regulations that `map_provision` cites, in its order, several times faster."""
    return laws_engaged(passage, _rules(), regulations())


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    return indexed(rule_book().rules)
