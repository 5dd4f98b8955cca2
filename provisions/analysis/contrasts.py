"""How platforms differ on one clause type, said in a sentence made from answers, attributes and stance."""

from collections.abc import Sequence
from dataclasses import dataclass

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.analysis.counting import listed
from provisions.analysis.describing.ways_out import values_of
from provisions.analysis.stance import Stance
from provisions.analysis.summarizing.differences import object_of

_MOST_ITEMS = 3

# The facts that tell clauses of a type apart, each with the words around its values; the first that is there is told.
_TOLD: dict[str, tuple[tuple[AttributeKind, str], ...]] = {
    "data_collection": ((AttributeKind.DATA_KIND, "lists {} as collected"),),
    "data_usage": ((AttributeKind.PURPOSE, "names {} among the purposes"),),
    "data_sharing": ((AttributeKind.RECIPIENT, "names {} as recipients"),),
    "data_retention": ((AttributeKind.RETENTION_PERIOD, "names {} as the time it keeps data"),),
    "tracking_advertising": ((AttributeKind.RECIPIENT, "involves {} in tracking or ads"), (AttributeKind.PURPOSE, "names {} among the purposes of tracking")),
    "sensitive_data": ((AttributeKind.DATA_KIND, "names {}"),),
    "ai_training": ((AttributeKind.DATA_KIND, "names {} for training AI"),),
    "privacy_rights": ((AttributeKind.PERIOD, "names {} for answering requests"), (AttributeKind.EMAIL, "takes requests at {}"), (AttributeKind.SETTING, "points to {}")),
    "policy_changes": ((AttributeKind.NOTICE_PERIOD, "names a notice period of {}"),),
    "termination": ((AttributeKind.NOTICE_PERIOD, "names a notice period of {}"), (AttributeKind.PERIOD, "names {}")),
    "auto_renewal": ((AttributeKind.NOTICE_PERIOD, "names a notice period of {}"), (AttributeKind.PERIOD, "names periods of {}")),
    "refunds": ((AttributeKind.PERIOD, "names {} for refunds"),),
    "payment_fees": ((AttributeKind.SUM, "names {}"), (AttributeKind.PERCENT, "names {}")),
    "monetization_rules": ((AttributeKind.PERCENT, "names {}"), (AttributeKind.SUM, "names {}")),
    "liability_limitation": ((AttributeKind.SUM, "names {} as a limit"), (AttributeKind.CAP, "limits it to {}")),
    "children_age": ((AttributeKind.AGE, "names the age of {}"),),
    "arbitration": ((AttributeKind.ARBITRATION_BODY, "names {} for arbitration"), (AttributeKind.ARBITRATION_RULES, "names the {}")),
    "legal_jurisdiction": ((AttributeKind.GOVERNING_LAW, "names the law of {}"), (AttributeKind.VENUE, "names the courts of {}")),
}  # fmt: skip
_BY_STANCE = {
    Stance.PERMITS: "says what it may do about {}",
    Stance.RESERVES: "reserves rights on {}",
    Stance.REQUIRES: "asks something of people about {}",
    Stance.PROHIBITS: "forbids something concerning {}",
    Stance.PROMISES: "makes a promise on {}",
    Stance.GRANTS: "gives people a right or a choice on {}",
}
_GIVES = frozenset((Stance.PROMISES, Stance.GRANTS))
# Whom and what a promise or a ban names is kept from them: "never to data brokers" names no recipient.
_DENIES = frozenset((Stance.PROMISES, Stance.PROHIBITS))
_DENIED = frozenset((AttributeKind.DATA_KIND, AttributeKind.RECIPIENT, AttributeKind.PURPOSE))
_SPEAKS = "has a clause on {}"
_LABELS = {"warranty_disclaimer": "warranties"}  # "a clause on no warranty" would be none
# The answer is on one point of the type (sale, of all sharing): facts compare better unless every side answers.
_ANSWERED_IN_PART = frozenset(("data_sharing",))
# What our rules did not place may stand there all the same.
SILENT = "has no clause on this that we found"


@dataclass(frozen=True, slots=True)
class Side:
    """One platform: the stance and the facts of its weightiest provision (None where it is silent), and its answer.

    `answer` is the predicate of the quick fact of the type ("keeps data for 30 days"); "" where there is none.
    """

    name: str
    stance: Stance | None = None
    answer: str = ""
    facts: tuple[Attribute, ...] = ()

    @property
    def silent(self) -> bool:
        """Neither a provision nor an answer."""
        return self.stance is None and not self.answer


def difference_between(type: str, sides: Sequence[Side]) -> str:
    """ "X requires arbitration; Y has no clause on this that we found": one sentence, "" where nothing tells the sides apart.

    Sides are told by their answers, else by facts of one kind; a side without either just has a clause. Without any,
    only silence and whether something is given to people or kept from them tell apart. Platforms that say the same
    are named together.
    """
    told = _told(type, sides)
    silent = any(side.silent for side in sides)
    if not silent and not any(told) and len({side.stance in _GIVES for side in sides}) == 1:
        return ""
    plainly = silent or any(told)
    said: dict[str, list[str]] = {}
    for side, words in zip(sides, told, strict=True):
        said.setdefault(words or _untold(type, side, plainly=plainly), []).append(side.name)
    if len(said) == 1:
        return ""
    sentence = "; ".join(_clause(names, _in_brackets(predicate)) for predicate, names in said.items())
    return sentence if sentence.endswith(".") else f"{sentence}."


def _told(type: str, sides: Sequence[Side]) -> list[str]:
    """The predicate of each side, all on the same point; "" for a side that says nothing on it."""
    speaking = [side for side in sides if not side.silent]
    answered = [side for side in speaking if side.answer]
    if answered and (type not in _ANSWERED_IN_PART or len(answered) == len(speaking)):
        return [side.answer for side in sides]
    points = [[_values(side, kind) for side in sides] for kind, _ in _TOLD.get(type, ())]
    if not points:
        return [""] * len(sides)
    best = max(range(len(points)), key=lambda place: (sum(map(bool, points[place])), -place))
    words = _TOLD[type][best][1]
    return [words.format(values) if values else "" for values in points[best]]


def _values(side: Side, kind: AttributeKind) -> str:
    if kind in _DENIED and side.stance in _DENIES:
        return ""
    return listed(values_of(side.facts, kind), _MOST_ITEMS)


def _untold(type: str, side: Side, *, plainly: bool) -> str:
    if side.stance is None:
        return side.answer or SILENT
    if plainly:
        label = _LABELS.get(type) or TYPES_BY_SLUG[type].label
        return _SPEAKS.format(label if label[1:2].isupper() else label[:1].lower() + label[1:])
    return _BY_STANCE[side.stance].format(object_of(type))


def _clause(names: list[str], predicate: str) -> str:
    """ "X, like Y and Z, does not mention it": the verb stays singular, whatever it denies."""
    first, others = names[0], names[1:]
    return f"{first}, like {listed(others, len(others))}, {predicate}" if others else f"{first} {predicate}"


def _in_brackets(predicate: str) -> str:
    """What an answer adds after a semicolon, in brackets, as semicolons part the sides."""
    first, *more = predicate.split("; ")
    if not more:
        return predicate
    added = "; ".join(more)
    return f"{first[:-1]}; {added})" if first.endswith(")") else f"{first} ({added})"
