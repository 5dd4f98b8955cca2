"""What became different in one clause, in plain words: the strongest one or two facts, as an editor would put them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from provisions.analysis.arbitration import Move, move_of
from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.belonging_facts import ON_DATA
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.analysis.counting import capital, listed
from provisions.analysis.describing.patterns import to_tell
from provisions.analysis.describing.titles import title_of
from provisions.analysis.describing.ways_out import values_of, way_out
from provisions.analysis.sentences import sentence_spans
from provisions.analysis.stance import Stance, direction_of, stance_of
from provisions.analysis.summarizing.gains import MOST_ITEMS, REFUSAL, gains
from provisions.analysis.summarizing.quoting import clipped

_MOST_FACTS = 2

# What a clause of the type is on, as the object of a sentence.
_OBJECTS = {
    "class_action_waiver": "class actions", "policy_changes": "changes", "arbitration": "arbitration", "data_retention": "data retention",
    "ai_training": "AI training", "tracking_advertising": "tracking and ads", "privacy_rights": "privacy requests",
    "termination": "termination", "enforcement_actions": "sanctions", "payment_fees": "payment", "auto_renewal": "renewal",
    "refunds": "refunds", "platform_discretion": "changes to the service", "liability_limitation": "liability",
    "data_sharing": "sharing", "content_license": "the licence to content", "account_control": "accounts", "consent": "consent",
    "monetization_rules": "earnings", "content_moderation": "moderation", "children_age": "children", "indemnification": "indemnity",
    "data_collection": "data collection", "data_usage": "use of data", "legal_jurisdiction": "law and courts",
    "intellectual_property": "intellectual property", "warranty_disclaimer": "warranties",
}  # fmt: skip
_CAPPED = {
    "liability_limitation": "Liability cap",
    "payment_fees": "Fee",
    "arbitration": "Amount in arbitration",
}
_AGE_LIMITED = {"children_age", "account_control", "consent"}
_REFUSABLE = {
    "ai_training", "arbitration", "class_action_waiver", "tracking_advertising", "data_sharing", "data_usage", "data_collection",
}  # fmt: skip
# Words that move the balance by themselves, strongest first, and the types that they mean something for; all where none are named.
_LICENCES = ("content_license", "intellectual_property")
_LOADED = tuple(
    (re.compile(rf"(?<!non-)(?<!not )\b{pattern}", re.IGNORECASE), words, types)
    for pattern, words, types in (
        (r"without (?:any |prior |further |advance )*notice", "without notice", ()),
        (r"for any (?:or no )?reason|for no reason", "for any reason", ()),
        (r"sole (?:and absolute )?discretion", "sole discretion", ()),
        (r"perpetual", "perpetual", _LICENCES),
        (r"irrevocabl", "irrevocable", _LICENCES),
        (r"sub-?licens", "sublicensable", _LICENCES),
        (
            r"non-?refundable",
            "non-refundable",
            ("payment_fees", "refunds", "auto_renewal", "monetization_rules"),
        ),
        (
            r"binding",
            "binding",
            ("arbitration", "class_action_waiver", "legal_jurisdiction", "consent", "policy_changes"),
        ),
        (r"at any time", "at any time", ()),
    )
)
_GIVES_NOTICE = re.compile(r"\bnotice\b|\bnotif|\binform you\b|\blet you know\b", re.IGNORECASE)
# Where only one side has such a measure, what it is of is not known.
_NAMED_ON = re.compile(r"(?<=^Period )for|(?<=^Amount )(?:for|in)|(?<=^Percentage )for")
_SUBJECT = re.compile(r"\b([\w.]+) (?:may|can|will|shall|reserve|have|has)\b", re.IGNORECASE)
_READERS = ("you", "they", "user", "users", "member", "members", "subscriber", "subscribers")
CHOICE = re.compile(
    r"\bopt(?:s|ed|ing)?[- ]?out|\bobject\b|\bsettings?\b|preferences|\bcho(?:ose|ice)|\bcontrols?\b|\bmanage|withdraw|disabl|"
    r"turn(?:ing)? (?:it |them )?off|unsubscrib|refus|reject|\bunless you\b",
    re.IGNORECASE,
)
_ACT_STEMS = re.compile(r"\b(sell|rent|shar|disclos|collect|stor|track|train|trad)")
# "If you do not agree", "advertisers do not have access", "we will not be able to": nobody promises anything.
_OTHERS_REFUSE = re.compile(
    r"\b(?:you|they|who|which|that|users?|advertisers|companies|parties|partners)\s+(?:do|does|did|will|shall|may)\s*n[o'’]t"
    r"|(?:not|n['’]t|no longer) be able",
    re.IGNORECASE,
)
_CELL = " | "  # between the cells of a table, of which each may speak of something else
_QUOTED = 90  # letters


def summary_of_change(
    kind: str,
    type: str,
    before_text: str = "",
    after_text: str = "",
    before_attributes: Iterable[Attribute] = (),
    after_attributes: Iterable[Attribute] = (),
    *,
    refused: bool = False,
) -> str:
    """What changed in one clause ("Data kept: 30 days → 90 days"), at most two facts, the strongest first.

    `kind` is added, removed, reworded or moved; `refused` says that the line above refuses or forbids what the clause
    names. Empty for a rewording that touches no fact we read.
    """
    before, after = tuple(before_attributes), tuple(after_attributes)
    if kind in ("added", "removed"):
        text, facts = (after_text, after) if kind == "added" else (before_text, before)
        name = _special_name(type, text)
        return f"{name} {kind}" if name else f"Clause {kind}: {_titled(type, text, facts)}"
    if kind == "moved":
        return f"Moved, same words: {_special_name(type, after_text) or _titled(type, after_text, after)}"
    found = list(dict.fromkeys(_differences(type, before_text, after_text, before, after, refused=refused)))[
        :_MOST_FACTS
    ]
    return in_one_line(found)


def object_of(type: str) -> str:
    """What a clause of the type is on, as the object of a sentence ("AI training")."""
    label = TYPES_BY_SLUG[type].label
    return _OBJECTS.get(type, label if label.startswith("AI") else label[:1].lower() + label[1:])


def _special_name(type: str, text: str) -> str:
    """What a clause is called whose coming or going says all by itself; empty for others."""
    if type == "class_action_waiver" and "waiv" in text.lower():
        return "Class-action waiver"
    if type == "arbitration" and move_of(text) is Move.REFUSES:
        return "Promise not to require arbitration"
    return ""


def _titled(type: str, text: str, attributes: tuple[Attribute, ...]) -> str:
    stance = stance_of(text, type)
    direction = direction_of(type, stance, text)
    return title_of(to_tell(type, stance, direction, text, attributes, platform="the platform"))


def in_one_line(lines: Sequence[str]) -> str:
    """Lines in a row, as they stand after a semicolon: "AI training" keeps its capitals."""
    return "; ".join(
        line if not place or line[1:2].isupper() else line[:1].lower() + line[1:]
        for place, line in enumerate(lines)
    )


def _differences(
    type: str,
    was: str,
    now: str,
    before: tuple[Attribute, ...],
    after: tuple[Attribute, ...],
    *,
    refused: bool,
) -> Iterator[str]:
    """All that differs in the facts, strongest first."""
    yield from _waivers(before, after)
    yield from _promise(type, was, now)
    yield from _measures(type, before, after, now)
    yield from _ways_out(type, (was, before), (now, after))
    yield from _loaded(type, was, now)
    if not refused:
        yield from gains(type, (was, before), (now, after))
    yield from _places(before, after)


def _waivers(before: tuple[Attribute, ...], after: tuple[Attribute, ...]) -> Iterator[str]:
    for kind, name in (
        (AttributeKind.CLASS_WAIVER, "Class-action waiver"),
        (AttributeKind.JURY_WAIVER, "Jury waiver"),
    ):
        old, new = values_of(before, kind), values_of(after, kind)
        if bool(old) != bool(new):
            yield f"{name} {'added' if new else 'removed'}"


def _promise(type: str, was: str, now: str) -> Iterator[str]:
    """A promise not to do something that is gone or new, in its own words; other turns of phrase are left to the reader."""
    for words, other, became in ((was, now, "removed"), (now, was, "added")):
        promise = _refusal_in(type, words)
        if promise and not REFUSAL.search(other) and not _denies_too(promise, other):
            yield f"Promise on {object_of(type)} {became}: “{clipped(promise, _QUOTED)}”"


def _denies_too(promise: str, other: str) -> bool:
    """Does the other wording deny the same act in another turn of phrase ("we live on subscriptions, not on selling your data")?"""
    return any(
        re.search(rf"\b(?:not|never|nor)\b (?:\w+ ){{0,3}}{stem}", other, re.IGNORECASE)
        for stem in _ACT_STEMS.findall(promise.lower())
    )


def _refusal_in(type: str, text: str) -> str:
    """The first sentence that promises not to do something, and that by the one who speaks; empty for none."""
    sentences = (text[start:end] for start, end in sentence_spans(text))
    return next(
        (
            sentence
            for sentence in sentences
            if REFUSAL.search(sentence)
            and _CELL not in sentence
            and not _OTHERS_REFUSE.search(sentence)
            and stance_of(sentence, type) is Stance.PROMISES
        ),
        "",
    )


def _measures(
    type: str, before: tuple[Attribute, ...], after: tuple[Attribute, ...], now: str
) -> Iterator[str]:
    """Periods, ages, sums and shares with their old and new values."""
    subject = object_of(type)
    kept = (
        next(iter(values_of(after, AttributeKind.DATA_KIND)), "data") if type == "data_retention" else "data"
    )
    for kind, name in (
        (
            AttributeKind.RETENTION_PERIOD,
            f"{capital(kept)} kept" if type in ON_DATA else f"Period for {subject}",
        ),
        (AttributeKind.NOTICE_PERIOD, f"Notice before {subject}"),
        (AttributeKind.OPT_OUT_DEADLINE, f"Time to opt out of {subject}"),
        (AttributeKind.AGE, "Age limit" if type in _AGE_LIMITED else f"Age named on {subject}"),
        (AttributeKind.SUM, _CAPPED.get(type, f"Amount for {subject}")),
        (AttributeKind.PERCENT, f"Percentage for {subject}"),
        (AttributeKind.PERIOD, f"Period for {subject}"),
    ):
        old, new = values_of(before, kind), values_of(after, kind)
        gone, come = [item for item in old if item not in new], [item for item in new if item not in old]
        if gone and come:
            yield f"{name}: {listed(gone, MOST_ITEMS)} → {listed(come, MOST_ITEMS)}"
        elif come and not old:
            yield f"{_NAMED_ON.sub('named on', name)}: {listed(come, MOST_ITEMS)} (not stated before)"
        elif gone and not new:
            yield (
                f"{name} removed (was {listed(gone, MOST_ITEMS)})"
                if "Notice" in name and not _GIVES_NOTICE.search(now)
                else (f"{_NAMED_ON.sub('named on', name)}: {listed(gone, MOST_ITEMS)} no longer stated")
            )


def _ways_out(
    type: str, before: tuple[str, tuple[Attribute, ...]], after: tuple[str, tuple[Attribute, ...]]
) -> Iterator[str]:
    """A way out on one side where the other has no word of any choice: a way is often told in words that we don't read."""
    if type not in _REFUSABLE:
        return
    for (text, facts), (other, _), became in ((after, before, "added"), (before, after, "removed")):
        if way_out(type, facts, text) and not CHOICE.search(other):
            yield f"Way to opt out of {object_of(type)} {became}"


def _loaded(type: str, was: str, now: str) -> Iterator[str]:
    for pattern, words, types in _LOADED:
        if types and type not in types:
            continue
        old, new = (
            any(types or _is_platforms(text, found) for found in pattern.finditer(text))
            for text in (was, now)
        )
        if old != new:
            yield f"{'Now' if new else 'No longer'} says “{words}” about {object_of(type)}"


def _is_platforms(text: str, words: re.Match[str]) -> bool:
    """Whether no reader is the last before the words to be allowed anything: "you can leave at any time" is their power."""
    subjects = _SUBJECT.findall(text[text.rfind(". ", 0, words.start()) + 1 : words.start()])
    return not subjects or subjects[-1].lower() not in _READERS


# Told when they change, not when they are first named: a new address is no new duty.
_CONTACTS = frozenset((AttributeKind.EMAIL, AttributeKind.POSTAL_ADDRESS, AttributeKind.PHONE))


def _places(before: tuple[Attribute, ...], after: tuple[Attribute, ...]) -> Iterator[str]:
    for kind, name in (
        (AttributeKind.GOVERNING_LAW, "Governing law"),
        (AttributeKind.VENUE, "Courts"),
        (AttributeKind.ARBITRATION_BODY, "Arbitration body"),
        (AttributeKind.ARBITRATION_RULES, "Arbitration rules"),
        (AttributeKind.EMAIL, "Contact address"),
        (AttributeKind.POSTAL_ADDRESS, "Postal address"),
        (AttributeKind.PHONE, "Telephone number"),
    ):
        old, new = _full_names(values_of(before, kind)), _full_names(values_of(after, kind))
        if old and new and set(old) != set(new):
            yield f"{name}: {listed(old, 2)} → {listed(new, 2)}"
        elif new and not old and kind not in _CONTACTS:
            yield f"{name} now named: {listed(new, 2)}"


def _full_names(values: list[str]) -> list[str]:
    """The values without abbreviations of others among them ("AAA" beside "American Arbitration Association")."""
    initials = {
        "".join(word[0] for word in value.split() if word[0].isupper()) for value in values if " " in value
    }
    return [value for value in values if value not in initials]
