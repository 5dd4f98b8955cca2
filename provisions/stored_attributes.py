"""Attributes of a clause as a provision keeps them, and back."""

from collections.abc import Iterable
from typing import Any

from provisions.analysis.attributes import Attribute, AttributeKind


def to_keep(attributes: Iterable[Attribute]) -> list[dict[str, Any]]:
    """What `Provision.attributes` holds."""
    return [
        {"kind": fact.kind.value, "value": fact.value, "start": fact.start, "end": fact.end}
        for fact in attributes
    ]


def as_read(kept: Iterable[dict[str, Any]]) -> tuple[Attribute, ...]:
    """The attributes as they were read."""
    return tuple(
        Attribute(AttributeKind(fact["kind"]), fact["value"], fact["start"], fact["end"]) for fact in kept
    )
