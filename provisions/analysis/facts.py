"""The facts a description may name, in words: lists, periods, places, ways out, made from a clause and its attributes."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.topics import topics_of

_NEGATED = re.compile(r"\b(?:not|never|no longer)\b|n't\b|n\u2019t\b", re.IGNORECASE)
_TRAITS = (
    "perpetual",
    "irrevocable",
    "worldwide",
    "royalty-free",
    "non-exclusive",
    "transferable",
    "sublicensable",
)
_ABOUT = re.compile(
    r"(?:information|data|details) (?:about|on|regarding|concerning|related to) (?:any |all |the |our )?"
    r"((?!how\b|what\b|which\b|us\b|you\b(?! ))(?:your )?[a-z][a-z' -]{2,38}?)(?=[.,;:()]| (?:such|that|which|when|so|to|as|if|and|or|including|from|in|on|you|we|with|for|by|is|are|may|will)\b)"
)
_SECOND_PERSON = re.compile(r"\b(?:your|you)\b", re.IGNORECASE)
_SUBJECT_LIMIT = 34
_SAID_BY_PLACES = frozenset(("governing law", "where cases are heard"))
_PERSONAL = re.compile(r"\bpersonal(?:ly)? (?:\w+ )?(?:information|data)", re.IGNORECASE)
_SHARE_NOUNS = {
    "sell": "sale",
    "rent": "renting",
    "trade": "trading",
    "share": "sharing",
    "disclose": "disclosure",
    "transfer": "transfer",
}
_TITLE_ITEMS = 2
_UNNAMED = "information about people"
_RIGHTS = {
    "access": "access", "deletion": "delete", "correction": "correct", "data export": "export", "objection": "object",
    "opting out": "opt out", "withdrawing consent": "withdraw consent", "complaints to an authority": "complain",
}  # fmt: skip
_LICENSED = (
    ("feedback", "feedback and suggestions"),
    ("name", "your name and likeness"),
    ("submission", "submissions"),
)

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
)


def facts_of(
    type: str, text: str, attributes: tuple[Attribute, ...], platform: str, limit: int = 4
) -> dict[str, str]:
    """Everything a pattern may name, in words; lists hold at most `limit` items."""
    lists, single = _read(type, text, attributes)
    facts = dict(single)
    facts |= {name: listed(values, limit) for name, values in lists}
    facts["platform"] = platform
    facts["topics_up"] = capital(facts["topics"])
    facts["object"] = facts["data"] or facts["subject"]
    return facts


_Lists = tuple[tuple[str, list[str]], ...]


@lru_cache(maxsize=64)
def _read(type: str, text: str, attributes: tuple[Attribute, ...]) -> tuple[_Lists, dict[str, str]]:
    """The lists and the single facts of a clause; kept a while, as title and sentences ask one after another."""
    lists = {name: values_of(attributes, kind) for name, kind in _KINDS.items()}
    if type != "tracking_advertising":
        lists["data"] = [value for value in lists["data"] if value != "cookies"]
    topics = list(topics_of(type, text))
    named = " ".join(lists["data"] + lists["recipients"])
    if type != "ai_training":  # its titles name what is trained on, whether or not a list has it too
        topics = [topic for topic in topics if topic.rstrip("s") not in named]
    if _places_known(attributes):
        topics = [topic for topic in topics if topic not in _SAID_BY_PLACES]
    facts = {name: next(iter(values_of(attributes, kind)), "") for name, kind in _SINGLE.items()}
    facts["period"] = next((item.value for item in attributes if item.kind in _PERIODS), "")
    facts["topic"] = topics[0] if topics else ""
    facts["way"] = way_out(attributes)
    facts["way_only"] = facts["way"].partition(" within ")[0]
    facts["exception"] = next(iter(values_of(attributes, AttributeKind.EXCEPTION)), "")
    facts["subject"] = subject_of(text) or ("personal information" if _PERSONAL.search(text) else _UNNAMED)
    facts |= _special(type, text, facts)
    lists["topics"] = topics
    lists["rights"] = [_RIGHTS[topic] for topic in topics if topic in _RIGHTS]
    lists["traits"] = _traits(text) if type == "content_license" else []
    return tuple(lists.items()), facts


def _places_known(attributes: tuple[Attribute, ...]) -> bool:
    return any(item.kind in (AttributeKind.GOVERNING_LAW, AttributeKind.VENUE) for item in attributes)


def subject_of(text: str) -> str:
    """What the information is about, in the clause's own words ("how you use our products"); empty when not said."""
    match = _ABOUT.search(text)
    if match is None:
        return ""
    words = _SECOND_PERSON.sub(
        lambda found: "the person" if found[0].lower() == "you" else "their", match[1].strip()
    )
    return f"information about {words}" if 2 <= len(words) <= _SUBJECT_LIMIT else ""


def _special(type: str, text: str, facts: Mapping[str, str]) -> dict[str, str]:
    """Facts in the form some patterns need: verbs with their negation, places with their preposition."""
    low = text.lower()
    negated = bool(_NEGATED.search(text))
    refused = next((part.lower() for part in text.split(". ") if _NEGATED.search(part)), low)
    shared = [verb for verb in _SHARE_NOUNS if f" {verb.removesuffix('e')}" in refused][:3]
    return {
        "verb": "says it does not" if negated else "sets terms for when it may",
        "share_verb": " or ".join(shared) or "share",
        "share_noun": " or ".join(_SHARE_NOUNS[verb] for verb in shared) or "sharing",
        "keep_verb": "delete" if "delet" in low and not negated else "keep",
        "for_retention": f"for {facts['retention']}" if facts["retention"] else "",
        "after_retention": f"after {facts['retention']}" if facts["retention"] else "",
        "law_title": f"Law of {facts['law']}" if facts["law"] else "",
        "law_words": f"the law of {facts['law']}" if facts["law"] else "",
        "venue_title": f"courts of {facts['venue']}"
        if facts["venue"] and facts["venue"] != facts["law"]
        else "",
        "venue_words": f"before the courts of {facts['venue']}" if facts["venue"] else "",
        "licensed": next((words for cue, words in _LICENSED if cue in low), "your content")
        if type == "content_license"
        else "",
    }


def way_out(attributes: Iterable[Attribute]) -> str:
    """The way to refuse or to ask that the text gives, in words; empty when it gives none."""
    facts = tuple(attributes)
    ways = [
        value if " " in value else f"your {value.lower()}"
        for value in values_of(facts, AttributeKind.SETTING)
    ]
    ways += values_of(facts, AttributeKind.EMAIL) + values_of(facts, AttributeKind.LINK)
    acts = [value.lower() for value in values_of(facts, AttributeKind.OPT_OUT)]
    deadline = next(iter(values_of(facts, AttributeKind.OPT_OUT_DEADLINE)), "")
    words = listed(ways[:2]) or (f"the choice to {_infinitive(acts[0])}" if acts else "")
    return f"{words} within {deadline}" if words and deadline else words


def _infinitive(act: str) -> str:
    """ "opting out" as "opt out": the phrase found, in the form after "to"."""
    known = {"opting": "opt", "unsubscribing": "unsubscribe", "turning": "turn", "disabling": "disable", "withdrawing": "withdraw",
             "deleting": "delete", "closing": "close", "cancelling": "cancel", "refusing": "refuse", "rejecting": "reject",
             "unsubscribed": "unsubscribe", "disabled": "disable", "disables": "disable", "rejected": "reject"}  # fmt: skip
    first, _, rest = act.replace("-", " ").partition(" ")
    return f"{known.get(first, first)} {rest}".strip()


def values_of(attributes: tuple[Attribute, ...], kind: AttributeKind) -> list[str]:
    return list(dict.fromkeys(item.value for item in attributes if item.kind is kind))


def listed(values: list[str], limit: int = 4) -> str:
    """The items joined with "and"; beyond the limit, "and others" (in titles, with a limit of two, just the first)."""
    shown = values[:limit]
    if len(values) > limit > _TITLE_ITEMS:
        return ", ".join(shown) + " and others"
    if len(shown) < _TITLE_ITEMS:
        return "".join(shown)
    comma = "," if any(" and " in value for value in shown) else ""
    return ", ".join(shown[:-1]) + f"{comma} and {shown[-1]}"


def _traits(text: str) -> list[str]:
    low = text.lower()
    return [trait for trait in _TRAITS if re.search(rf"(?<!non-)(?<!non ){trait.replace('-', '.?')}", low)]


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
