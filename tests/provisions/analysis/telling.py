"""What is said of a sentence, for tests of the words: read for a type, or as the tagger reads it."""

from provisions.analysis.attributes import AttributeKind, attributes_of
from provisions.analysis.describing.patterns import Told, to_tell
from provisions.analysis.explaining import ReadClause
from provisions.analysis.stance import direction_of, stance_of


def told(
    type: str, text: str, trail: tuple[str, ...] = (), lead_in: str = "", platform: str = "Acme"
) -> Told:
    """What is told of a text as a clause of the type."""
    stance = stance_of(text, type, lead_in)
    direction = direction_of(type, stance, text)
    return to_tell(type, stance, direction, text, attributes_of(text), platform, trail, lead_in)


def told_of(found: ReadClause) -> Told:
    """What is told of a clause as it was read."""
    clause = found.clause
    return to_tell(
        found.type, found.stance, found.direction, clause.text, found.attributes, "Acme", clause.trail, clause.lead_in
    )  # fmt: skip


def values(text: str, kind: AttributeKind) -> list[str]:
    """The values of the facts of a kind in a text."""
    return [fact.value for fact in attributes_of(text) if fact.kind is kind]
