"""The facts a description may name, in words: lists, periods, places, ways out, made from a clause and its attributes."""

import re
from collections.abc import Iterable, Mapping

from .attributes import Attribute, AttributeKind
from .topics import topics_of

_NEGATED = re.compile(r"\b(?:not|never|no longer)\b|n't\b|n’t\b", re.IGNORECASE)
_TRAITS = ("perpetual", "irrevocable", "worldwide", "royalty-free", "non-exclusive", "transferable", "sublicensable")
_RIGHTS = {
    "access": "access", "deletion": "delete", "correction": "correct", "data export": "export", "objection": "object",
    "opting out": "opt out", "withdrawing consent": "withdraw consent", "complaints to an authority": "complain",
}  # fmt: skip
_LICENSED = (("feedback", "feedback and suggestions"), ("name", "your name and likeness"), ("submission", "submissions"))

_KINDS: dict[str, AttributeKind] = {
    "recipients": AttributeKind.RECIPIENT,
    "purposes": AttributeKind.PURPOSE,
    "data": AttributeKind.DATA_KIND,
}
_SINGLE: dict[str, AttributeKind] = {
    "retention": AttributeKind.RETENTION_PERIOD,
    "notice": AttributeKind.NOTICE_PERIOD,
    "deadline": AttributeKind.OPT_OUT_DEADLINE,
    "age": AttributeKind.AGE,
    "sum": AttributeKind.SUM,
    "percent": AttributeKind.PERCENT,
    "law": AttributeKind.GOVERNING_LAW,
    "venue": AttributeKind.VENUE,
    "body": AttributeKind.ARBITRATION_BODY,
}
_PERIODS = (
    AttributeKind.PERIOD,
    AttributeKind.NOTICE_PERIOD,
    AttributeKind.RETENTION_PERIOD,
    AttributeKind.OPT_OUT_DEADLINE,
)


def facts_of(type: str, text: str, attributes: tuple[Attribute, ...], platform: str) -> dict[str, str]:
    """Everything a pattern may name, in words; lists are joined with "and"."""
    lists = {name: values_of(attributes, kind) for name, kind in _KINDS.items()}
    if type != "tracking_advertising":
        lists["data"] = [value for value in lists["data"] if value != "cookies"]
    topics = list(topics_of(type, text))
    facts = {name: listed(values) for name, values in lists.items()}
    facts |= {name: next(iter(values_of(attributes, kind)), "") for name, kind in _SINGLE.items()}
    facts["period"] = next((item.value for item in attributes if item.kind in _PERIODS), "")
    facts["platform"] = platform
    facts["topics"] = listed(topics)
    facts["topic"] = topics[0] if topics else ""
    facts["topics_up"] = capital(facts["topics"])
    facts["rights"] = listed([_RIGHTS[topic] for topic in topics if topic in _RIGHTS])
    facts["way"] = way_out(attributes)
    facts["exception"] = next(iter(values_of(attributes, AttributeKind.EXCEPTION)), "")
    facts |= _special(type, text, facts)
    return facts


def _special(type: str, text: str, facts: Mapping[str, str]) -> dict[str, str]:
    """Facts in the form some patterns need: verbs with their negation, places with their preposition."""
    low = text.lower()
    negated = bool(_NEGATED.search(text))
    return {
        "verb": "says it does not" if negated else "says it will only",
        "share_verb": "sell or share" if "sell" in low else "share",
        "keep_verb": "delete" if "delet" in low and not negated else "keep",
        "for_retention": f"for {facts['retention']}" if facts["retention"] else "",
        "after_retention": f"after {facts['retention']}" if facts["retention"] else "",
        "law_title": f"Law of {facts['law']}" if facts["law"] else "",
        "law_words": f"the law of {facts['law']}" if facts["law"] else "",
        "venue_title": f"courts of {facts['venue']}" if facts["venue"] and facts["venue"] != facts["law"] else "",
        "venue_words": f"before the courts of {facts['venue']}" if facts["venue"] else "",
        "traits": listed([trait for trait in _TRAITS if trait in low or trait.replace("-", " ") in low]),
        "licensed": next((words for cue, words in _LICENSED if cue in low), "your content") if type == "content_license" else "",
    }


def way_out(attributes: Iterable[Attribute]) -> str:
    """The way to refuse or to ask that the text gives, in words; empty when it gives none."""
    facts = tuple(attributes)
    ways = [value for value in values_of(facts, AttributeKind.SETTING)]
    ways += values_of(facts, AttributeKind.EMAIL) + values_of(facts, AttributeKind.LINK)
    acts = [value.lower() for value in values_of(facts, AttributeKind.OPT_OUT)]
    deadline = next(iter(values_of(facts, AttributeKind.OPT_OUT_DEADLINE)), "")
    words = listed(ways[:2]) or (f"the choice to {_infinitive(acts[0])}" if acts else "")
    return f"{words} within {deadline}" if words and deadline else words


def _infinitive(act: str) -> str:
    """"opting out" as "opt out": the phrase found, in the form after "to"."""
    known = {"opting": "opt", "unsubscribing": "unsubscribe", "turning": "turn", "disabling": "disable", "withdrawing": "withdraw",
             "deleting": "delete", "closing": "close", "cancelling": "cancel", "refusing": "refuse", "rejecting": "reject",
             "unsubscribed": "unsubscribe", "disabled": "disable", "disables": "disable", "rejected": "reject"}  # fmt: skip
    first, _, rest = act.replace("-", " ").partition(" ")
    return f"{known.get(first, first)} {rest}".strip()


def values_of(attributes: tuple[Attribute, ...], kind: AttributeKind) -> list[str]:
    return list(dict.fromkeys(item.value for item in attributes if item.kind is kind))


def listed(values: list[str], limit: int = 4) -> str:
    """"a, b and c"; from the limit on, "and others"."""
    shown = values[:limit]
    if len(values) > limit:
        return ", ".join(shown) + " and others"
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1] if shown else ""


def shortened(facts: Mapping[str, str], limit: int) -> dict[str, str]:
    """The same facts with at most so many items in each list, for titles."""
    short = dict(facts)
    for name in ("data", "recipients", "purposes", "topics", "rights", "traits"):
        items = re.split(r", | and (?!similar|user|stop|others|sell|sales|other|education)", facts.get(name, ""))
        short[name] = listed([item for item in items if item and item != "others"][:limit])
    return short


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
