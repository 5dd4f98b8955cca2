"""The ways to refuse or to ask that a clause gives, in words; and its values of one kind."""

import re
from collections.abc import Iterable

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.counting import listed

_BEFORE_ACT = 80  # characters
_TAKEN_BACK = re.compile(r"(?:\bnot|n['’]t|\bnever|\bcannot) (?:\w+ ){0,2}$")
_OPTS_OUT = re.compile(r"\bopt(?:ing)?[- ]out|\breject|\bnot to be bound", re.IGNORECASE)
_REFUSES = re.compile(
    r"\b(?:opt(?:ing)?[- ](?:out|in)|refus\w+|object|unsubscrib\w+|disabl\w+|turn\w* (?:\w+ )?off|withdraw\w*|reject\w*|cancel\w*|control|manage|choose|choices?|adjust|"
    r"delet\w+|you (?:can|may|could) (?:also |always )?(?:chang|edit|updat|limit|restrict|stop)\w*|(?:chang|edit|updat|visit|us|check|review)(?:e|ing)? (?:\w+ )?your (?:\w+ ){0,2}(?:settings|preferences)|contact us|e-?mail us|write to|call us|by (?:post|mail|phone|telephone)|request)\b", re.IGNORECASE,
)  # fmt: skip


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
    channel = channel_of(facts) if usable.search(text) else ""
    words = channel or (_gerund(acts[0]) if acts else "")
    return f"{words} within {deadline}" if words and deadline else words


def _is_readers_act(text: str, start: int) -> bool:
    """Is it "you" who opts out or closes an account there, and not "we"?"""
    before = text[max(0, start - _BEFORE_ACT) : start].lower()
    if _TAKEN_BACK.search(before):
        return False
    return before.rfind("you") >= max(
        before.rfind("we "), before.rfind(" us to "), before.rfind("you if we"), before.rfind("right to ")
    )


def channel_of(facts: tuple[Attribute, ...]) -> str:
    """The settings, addresses and pages to use, in words; empty when the text names none."""
    ways = [_control(value) for value in values_of(facts, AttributeKind.SETTING)]
    ways += values_of(facts, AttributeKind.EMAIL) + values_of(facts, AttributeKind.LINK)
    ways += [f"a call to {value}" for value in values_of(facts, AttributeKind.PHONE)]
    ways += [f"a letter to {value}" for value in values_of(facts, AttributeKind.POSTAL_ADDRESS)]
    return listed(ways[:2])


def _control(value: str) -> str:
    if value.endswith(("link", "button", "form")):
        return f"the {value}"
    return value if " " in value else f"your {value.lower()}"


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
