"""The ways to refuse or to ask that a clause gives, in words; and its values of one kind."""

import re
from collections.abc import Iterable

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.counting import listed
from provisions.analysis.sentences import sentence_spans

PLACES_TO_GO = frozenset(
    (AttributeKind.SETTING, AttributeKind.EMAIL, AttributeKind.LINK, AttributeKind.PHONE, AttributeKind.POSTAL_ADDRESS)
)  # fmt: skip
_BEFORE_ACT = 80  # characters
_ACTOR = re.compile(
    r"\b(you|users?|customers?|members?|parents?|[Ww]e|[A-Z]\w+|providers?|platform)\b(?: \w+ly| also)* (?:may|might|will|can|could|shall|must|reserves?|wish|want|choose|decide)\b"
)
_READER = re.compile(
    r"(?:you|users?|customers?|members?|parents?|consumers?|individuals|residents|everyone)$", re.IGNORECASE
)
_UNLESS_DONE = re.compile(
    r"\b(?:if|unless|until|when|where) (?:you|users?) (?:do(?: not|n['\u2019]t)|have(?: not|n['\u2019]t)) $",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(r"(?:\bnot|n['’]t|\bnever|\bcannot|\bunable to) (?:\w+ ){0,2}$")
_OPTS_OUT = re.compile(r"\bopt(?:ing)?[- ]out|\breject|\bnot to be bound")
_REFUSES = re.compile(
    r"\b(?:opt(?:ing)?[- ](?:out|in)|refus\w+|object|unsubscrib\w+|disabl\w+|turn\w* (?:\w+ )?off|withdraw\w*|reject\w*|cancel\w*|control|manage|choose|choices?|adjust|"
    r"delet\w+|you (?:can|may|could) (?:also |always )?(?:chang|edit|updat|limit|restrict|stop)\w*|(?:chang|edit|updat|visit|us|check|review)(?:e|ing)? (?:\w+ )?your (?:\w+ ){0,2}(?:settings|preferences)|contact us|e-?mail us|write to|call us|by (?:post|mail|phone|telephone)|request)\b"
)  # fmt: skip


# A sentence in which it is up to the reader: "you can", "to opt out, visit", "please contact us".
_READER_ACTS = re.compile(
    r"\b(?:you|users?|customers?|members?|consumers?|individuals?|residents?|people|parents?|everyone)(?:['\u2019]re)?\b(?:,? [^.;,]{0,60},)? (?:\w+ ){0,2}?"
    r"(?:can|may|could|have|has|able|wish|want|would|prefer|choose|decide|do(?:n['\u2019]t| not)|need|must|should|will|control|cancel|opt|object|disagree|revoke|send|contact|give|provid\w+|request|turn|disable)\b|"
    r"^\W*(?:in order )?(?:to|please|by|visit|click|go to|contact|use|e-?mail|opt|unsubscribe|manage|adjust|change|turn|withdraw|choose|review|check|update|see|learn|for more|select|log|write|call|requests?)\b|"
    r"[,:(] (?:please|to \w+,? |visit|click|contact|see|go to)|\b(?:by|through|via|using|us(?:e|ing)|in|at|from) (?:your|the|our|this|these)\b|\blets? you|\byou to\b|\bviewing your\b|\b(?:allow|enable|permit)\w* (?:you|users|people)|\b(?:your|the) (?:choices?|preferences|rights?)\b",
    re.IGNORECASE,
)
# Whose it is to set, or what stays the same however it is set.
_NOT_THE_READERS = re.compile(
    r"\b(?:independent(?:ly)? of|regardless of|irrespective of|whatever|no matter|(?:camera roll|owner|administrator|admin|organi[sz]ation|employer|school|company|parent|recipient|third part(?:y|ies))(?:s|['\u2019]s|s['\u2019])?|others['\u2019]|their|its|"
    r"to (?:enforce|respect|honou?r|reflect|remember|store|save|control)|default|based on)\s(?:[\w'\u2019-]+ ){0,3}$",
    re.IGNORECASE,
)


def way_out(type: str, attributes: Iterable[Attribute], text: str) -> str:
    """The way to refuse or to ask that the text gives, in words; empty when it gives none."""
    facts = tuple(attributes)
    acts = [
        item.value.lower()
        for item in facts
        if item.kind is AttributeKind.OPT_OUT and _is_readers_act(text, item.start)
    ]
    deadline = next(iter(values_of(facts, AttributeKind.OPT_OUT_DEADLINE)), "")
    usable = _OPTS_OUT if type in ("arbitration", "class_action_waiver") else _REFUSES
    channel = channel_in(facts, text)
    if channel and not usable.search(text.lower()):
        channel = ""
    words = channel or (_gerund(acts[0]) if acts else "")
    return f"{words} within {deadline}" if words and deadline else words


def by_way(way: str, channel: str) -> str:
    """A way out as a sentence ends with it: "by opting out", "via your settings"."""
    return f"{'via' if channel and way.startswith(channel) else 'by'} {way}" if way else ""


def gives_way_out(attributes: Iterable[Attribute], text: str) -> bool:
    """Does the text let the reader refuse, and not only speak of what is disabled or deleted?"""
    return any(
        item.kind is AttributeKind.OPT_OUT_DEADLINE
        or (item.kind is AttributeKind.OPT_OUT and _is_readers_act(text, item.start))
        for item in attributes
    )


def _in_readers_hands(facts: tuple[Attribute, ...], text: str) -> tuple[Attribute, ...]:
    """The places to go to that stand in a sentence on what the reader may do, and are the reader's to use."""
    spans = sentence_spans(text)

    def usable(item: Attribute) -> bool:
        start, end = next(((start, end) for start, end in spans if start <= item.start < end), (0, len(text)))
        return (
            item.kind is not AttributeKind.SETTING or _READER_ACTS.search(text[start:end]) is not None
        ) and _NOT_THE_READERS.search(text[start : item.start]) is None

    return tuple(filter(usable, facts))


def _is_readers_act(text: str, start: int) -> bool:
    """Is it "you" who opts out or closes an account there, and not "we" or another?"""
    before = text[max(0, start - _BEFORE_ACT) : start]
    if _TAKEN_BACK.search(before) and not _UNLESS_DONE.search(before):
        return False
    low = before.lower()
    if low.rfind("you") < max(low.rfind(words) for words in ("we ", " us to ", "you if we", "right to ")):
        return False
    actors = _ACTOR.findall(before.rpartition(". ")[2])
    return not actors or _READER.match(actors[-1]) is not None


def channel_in(facts: tuple[Attribute, ...], text: str) -> str:
    """As `channel_of`, of those places that the text leaves to the reader."""
    places = tuple(fact for fact in facts if fact.kind in PLACES_TO_GO)
    return channel_of(_in_readers_hands(places, text)) if places else ""


def channel_of(facts: tuple[Attribute, ...]) -> str:
    """The settings, addresses and pages to use, in words; empty when the text names none."""
    ways = [_control(value) for value in values_of(facts, AttributeKind.SETTING)]
    ways += values_of(facts, AttributeKind.EMAIL) + values_of(facts, AttributeKind.LINK)
    ways += [f"a call to {value}" for value in values_of(facts, AttributeKind.PHONE)]
    ways += [f"a letter to {value}" for value in values_of(facts, AttributeKind.POSTAL_ADDRESS)]
    return listed(ways[:2])


def _control(value: str) -> str:
    value = _POINTED_TO.sub("", value)
    if value.endswith(("link", "button", "form", "page", "menu", "section", "tab")):
        return f"the {value}"
    return value if " " in value else f"your {value.lower()}"


# Words before the name of a control that belong to its sentence ("within Settings", "similar settings").
_POINTED_TO = re.compile(
    r"^(?:(?:within|similar|previous|such|any|other|certain|these|those|the|will|honou?r) )+", re.IGNORECASE
)


def _gerund(act: str) -> str:
    """ "opt out" as "opting out": the phrase found, as the name of what one does."""
    first, _, rest = act.replace("-", " ").partition(" ")
    if first.endswith("ing"):
        doing = first
    elif first == "opt":
        doing = "opting"
    else:
        stem = _STEMS.get(first, first)
        doing = stem.removesuffix("e") + "ing"
    if doing in ("turning", "disabling", "objecting") and rest in ("", "off", "to"):
        rest = {"off": "it off", "": "it"}.get(rest, "")
    return f"{doing} {rest}".removesuffix(" your").strip()


_STEMS = {
    "unsubscribed": "unsubscribe", "unsubscribes": "unsubscribe", "disabled": "disable", "disables": "disable", "rejected": "reject", "cancel": "cancell",
    "refused": "refuse", "object": "object",
}  # fmt: skip


def values_of(attributes: tuple[Attribute, ...], kind: AttributeKind) -> list[str]:
    return list(dict.fromkeys(item.value for item in attributes if item.kind is kind))
