"""The facts a description may name, in words: lists, periods, places, ways out, made from a clause and its attributes."""

import re
from collections.abc import Callable, Iterable

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
    "exception": AttributeKind.EXCEPTION,
}
_LISTS = frozenset((*_KINDS, "topics", "rights", "traits"))
_FORMS = {
    "for_retention": ("retention", "for {}"),
    "after_retention": ("retention", "after {}"),
    "law_title": ("law", "Law of {}"),
    "law_words": ("law", "the law of {}"),
    "venue_title": ("venue", "courts of {}"),
    "venue_words": ("venue", "before the courts of {}"),
}
_PERIODS = (
    AttributeKind.PERIOD,
    AttributeKind.NOTICE_PERIOD,
    AttributeKind.RETENTION_PERIOD,
)


class Facts:
    """Everything a pattern may name of one clause, in words; each is worked out when it is first asked for."""

    __slots__ = ("_attributes", "_known", "_lists", "_platform", "_text", "_type")

    def __init__(self, type: str, text: str, attributes: Iterable[Attribute], platform: str) -> None:
        self._type, self._text, self._platform = type, text, platform
        self._attributes = tuple(attributes)
        self._known = {"platform": platform}
        self._lists: dict[str, list[str]] = {}

    def get(self, name: str, limit: int = 4) -> str:
        """The fact of that name, empty where the clause has none; a list shows at most `limit` items."""
        if name in _LISTS:
            return listed(self._list(name), limit)
        if name == "topics_up":
            return capital(self.get("topics", limit))
        if name == "object":
            return self.get("data", limit) or self.get("subject")
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._work_out(name)
        return known

    def _list(self, name: str) -> list[str]:
        values = self._lists.get(name)
        if values is None:
            values = self._lists[name] = self._values(name)
        return values

    def _values(self, name: str) -> list[str]:
        match name:
            case "topics":
                return self._topics()
            case "rights":
                return [_RIGHTS[topic] for topic in self._list("topics") if topic in _RIGHTS]
            case "traits":
                return _traits(self._text) if self._type == "content_license" else []
        values = values_of(self._attributes, _KINDS[name])
        if name == "data" and self._type != "tracking_advertising":
            return [value for value in values if value != "cookies"]
        return values

    def _topics(self) -> list[str]:
        topics = list(topics_of(self._type, self._text))
        if (
            self._type != "ai_training"
        ):  # its titles name what is trained on, whether or not a list has it too
            named = " ".join(self._list("data") + self._list("recipients"))
            topics = [topic for topic in topics if topic.rstrip("s") not in named]
        if _places_known(self._attributes):
            topics = [topic for topic in topics if topic not in _SAID_BY_PLACES]
        return topics

    def _work_out(self, name: str) -> str:
        if name in _SINGLE:
            return next((item.value for item in self._attributes if item.kind is _SINGLE[name]), "")
        match name:
            case "period":
                return next((item.value for item in self._attributes if item.kind in _PERIODS), "")
            case "topic":
                return next(iter(self._list("topics")), "")
            case "way":
                return way_out(self._attributes)
            case "way_only":
                return self.get("way").partition(" within ")[0]
            case "subject":
                plain = "personal information" if _PERSONAL.search(self._text) else _UNNAMED
                return subject_of(self._text) or plain
            case "licensed":
                return _licensed(self._type, self._text)
            case "verb" | "share_verb" | "share_noun" | "keep_verb":
                self._known |= _verbs(self._text)
                return self._known[name]
        return _with_preposition(name, self.get)


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


def _verbs(text: str) -> dict[str, str]:
    """What is done or refused, in the verb or noun that some patterns need."""
    low = text.lower()
    negated = bool(_NEGATED.search(text))
    refused = next((part.lower() for part in text.split(". ") if _NEGATED.search(part)), low)
    shared = [verb for verb in _SHARE_NOUNS if f" {verb.removesuffix('e')}" in refused][:3]
    return {
        "verb": "says it does not" if negated else "sets terms for when it may",
        "share_verb": " or ".join(shared) or "share",
        "share_noun": " or ".join(_SHARE_NOUNS[verb] for verb in shared) or "sharing",
        "keep_verb": "delete" if "delet" in low and not negated else "keep",
    }


def _licensed(type: str, text: str) -> str:
    if type != "content_license":
        return ""
    low = text.lower()
    return next((words for cue, words in _LICENSED if cue in low), "your content")


def _with_preposition(name: str, fact: Callable[[str], str]) -> str:
    """A period, law or venue as a title or a sentence takes it; empty where the clause names none."""
    base, form = _FORMS[name]
    value = fact(base)
    if not value or (name == "venue_title" and value == fact("law")):
        return ""
    return form.format(value)


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
