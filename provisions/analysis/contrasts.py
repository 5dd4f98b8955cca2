"""How platforms differ on one clause type, said in a sentence made from answers, attributes and stance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.differences import object_of
from provisions.analysis.facts import listed, values_of
from provisions.analysis.stance import Stance

_MOST_ITEMS = 3

# The facts that tell clauses of a type apart, each with the words around its values; the first that is there is told.
_TOLD: dict[str, tuple[tuple[AttributeKind, str], ...]] = {
    "data_collection": ((AttributeKind.DATA_KIND, "names {} as collected"),),
    "data_usage": ((AttributeKind.PURPOSE, "names {} as a purpose"),),
    "data_sharing": ((AttributeKind.RECIPIENT, "names {} as recipients"),),
    "data_retention": ((AttributeKind.RETENTION_PERIOD, "names {} for keeping data"),),
    "tracking_advertising": ((AttributeKind.RECIPIENT, "involves {} in tracking or ads"), (AttributeKind.PURPOSE, "names {} as a purpose of tracking")),
    "sensitive_data": ((AttributeKind.DATA_KIND, "names {}"),),
    "ai_training": ((AttributeKind.DATA_KIND, "names {} for training AI"),),
    "privacy_rights": ((AttributeKind.PERIOD, "names {} for its answer"), (AttributeKind.EMAIL, "takes requests at {}"), (AttributeKind.SETTING, "points to {}")),
    "policy_changes": ((AttributeKind.NOTICE_PERIOD, "names {} of notice"),),
    "termination": ((AttributeKind.NOTICE_PERIOD, "names {} of notice"), (AttributeKind.PERIOD, "names {}")),
    "auto_renewal": ((AttributeKind.NOTICE_PERIOD, "names {} of notice"), (AttributeKind.PERIOD, "names periods of {}")),
    "refunds": ((AttributeKind.PERIOD, "names {} for refunds"),),
    "payment_fees": ((AttributeKind.SUM, "names {}"), (AttributeKind.PERCENT, "names {}")),
    "monetization_rules": ((AttributeKind.PERCENT, "names {}"), (AttributeKind.SUM, "names {}")),
    "liability_limitation": ((AttributeKind.SUM, "names {} as a limit"),),
    "children_age": ((AttributeKind.AGE, "names the age of {}"),),
    "arbitration": ((AttributeKind.ARBITRATION_BODY, "names {} for arbitration"),),
    "legal_jurisdiction": ((AttributeKind.GOVERNING_LAW, "names the law of {}"), (AttributeKind.VENUE, "names the courts of {}")),
}  # fmt: skip
_BY_STANCE = {
    Stance.PERMITS: "says what it may do about {}",
    Stance.RESERVES: "keeps the say on {} to itself",
    Stance.REQUIRES: "asks something of people on {}",
    Stance.PROHIBITS: "forbids something on {}",
    Stance.PROMISES: "makes a promise on {}",
    Stance.GRANTS: "gives people a right or a choice on {}",
}
_GIVES = frozenset((Stance.PROMISES, Stance.GRANTS))
_SPEAKS = "has a clause on {}"
SILENT = "says nothing on this in the documents we hold"


@dataclass(frozen=True, slots=True)
class Side:
    """One platform: its name, the stance of its weightiest provision (None where it is silent), and what is told of it.

    `told` is a predicate made from facts ("keeps data for 30 days"); "" where the provision states none.
    """

    name: str
    stance: Stance | None = None
    told: str = ""


def told_by(type: str, attributes: Iterable[Attribute]) -> str:
    """The first telling fact of a provision of the type, as a predicate; "" where it states none."""
    facts = tuple(attributes)
    for kind, words in _TOLD.get(type, ()):
        values = values_of(facts, kind)
        if values:
            return words.format(listed(values, _MOST_ITEMS))
    return ""


def difference_between(type: str, sides: Sequence[Side]) -> str:
    """ "X requires arbitration; Y says nothing on this": one sentence, "" where nothing tells the sides apart.

    Without facts, only silence and whether something is given to people or taken from them tell apart. Platforms that
    say the same are named together.
    """
    silent = any(side.stance is None and not side.told for side in sides)
    gives = {side.stance in _GIVES for side in sides}
    if not silent and not any(side.told for side in sides) and len(gives) == 1:
        return ""
    said: dict[str, list[str]] = {}
    for side in sides:
        said.setdefault(_predicate(type, side, plainly=silent), []).append(side.name)
    if len(said) == 1:
        return ""
    return "; ".join(_clause(names, predicate) for predicate, names in said.items()) + "."


def _predicate(type: str, side: Side, *, plainly: bool) -> str:
    if side.told or side.stance is None:
        return side.told or SILENT
    return (_SPEAKS if plainly else _BY_STANCE[side.stance]).format(object_of(type))


def _clause(names: list[str], predicate: str) -> str:
    """ "X requires arbitration, and so do Y and Z": the verb stays singular."""
    first, others = names[0], names[1:]
    if not others:
        return f"{first} {predicate}"
    return f"{first} {predicate}, and so {'does' if len(others) == 1 else 'do'} {listed(others, len(others))}"
