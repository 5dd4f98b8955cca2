"""The engine: applies rules to a provision. Pure and deterministic; rules and laws are given."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.describing.operative import facts_told_together
from provisions.regulations.law import Regulation
from provisions.regulations.passage import Passage
from provisions.regulations.rule import (
    Action,
    Citation,
    Manner,
    RegulatoryMapping,
    Risk,
    RiskLevel,
    Rule,
    Trigger,
)
from provisions.regulations.scope import reaches

# Documents written for businesses: laws for consumers are not cited for them, laws for business users only for them.
BUSINESS_DOCUMENTS = frozenset(
    ("Marketplace Sellers Conditions", "Platform to Business Notice", "Ranking Parameters", "Developer Terms",
     "Commercial Terms", "Content Monetisation Policy", "Data Processor Agreement", "Data Controller Agreement",
     "Business Privacy Policy", "Service Level Agreement", "User Consent Policy")
)  # fmt: skip
# Documents that inform and are not agreed to: law on contract terms is not cited for them.
NOTICES = frozenset(
    ("Privacy Policy", "Cookie Policy", "Business Privacy Policy", "Law Enforcement Guidelines", "Human Rights Policy",
     "Imprint", "Accessibility Statement", "Vulnerability Disclosure Policy", "Editorial Policy", "Deceased Users")
)  # fmt: skip
_MEDIUM_FROM, _HIGH_FROM = 2, 4
_ORDER = (Manner.READ_AGAINST, Manner.FRAMES, Manner.PROMISE, Manner.ANSWERS)
_NEGATION = re.compile(
    r"\b(?:not(?! only| limited|withstanding)|never|neither|nor|no longer|cannot|without(?! limit))\b|n['\u2019]t\b",
    re.IGNORECASE,
)
# What the platform does or promises itself; an item of a prohibition is neither.
_OWN_ACTS = frozenset((Manner.READ_AGAINST, Manner.PROMISE))
# Words that only point to a place where more is said: "For more information about", "see the section".
_POINTER = re.compile(
    r"(?:\b(?:more|further|additional) (?:information|details?)|\b(?:learn|read|know|find out) more|\b(?:see|consult|refer to) (?:the|our|your|section)\b)"
    r"[^.;,]{0,90}$",
    re.IGNORECASE,
)
# What cannot be given: "we cannot grant your request, for example if you ask us to delete".
_UNGRANTED = re.compile(
    r"(?:cannot|can['\u2019]t|(?:not|n['\u2019]t) (?:be )?able to|unable to) (?:\w+ ){0,2}?(?:grant|accommodate|honou?r|comply|fulfil|process|answer)\w*[^.;]{0,90}$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;:!?][\s\u201d\"]|\n")
_NEGATION_REACH, _POINTER_REACH = 60, 150
_WORD_END = re.compile(r"\w*")
_SHOWN = 110
_PLACE = re.compile(r"\{(\w+)(?:\|([^}]*))?\}")
_CHILDREN = re.compile(r"\b(?:children|minors|teen(?:ager)?s|under (?:the age of )?1[368])\b", re.IGNORECASE)
_CHILDREN_TYPES = frozenset(
    (
        "data_collection",
        "data_usage",
        "data_sharing",
        "data_retention",
        "tracking_advertising",
        "sensitive_data",
        "ai_training",
    )
)
_EASES: Mapping[AttributeKind, str] = {
    AttributeKind.OPT_OUT: "the text names a way out",
    AttributeKind.OPT_OUT_DEADLINE: "the text gives time to opt out",
    AttributeKind.SETTING: "the text names a setting",
    AttributeKind.NOTICE_PERIOD: "notice is given in advance",
    AttributeKind.EXCEPTION: "the text makes an exception",
    AttributeKind.RETENTION_PERIOD: "a period is named",
}
_LISTS: Mapping[str, AttributeKind] = {
    "data": AttributeKind.DATA_KIND,
    "recipients": AttributeKind.RECIPIENT,
    "purposes": AttributeKind.PURPOSE,
}
_SINGLE: Mapping[str, AttributeKind] = {
    "age": AttributeKind.AGE,
    "sum": AttributeKind.SUM,
    "retention": AttributeKind.RETENTION_PERIOD,
    "notice": AttributeKind.NOTICE_PERIOD,
    "deadline": AttributeKind.OPT_OUT_DEADLINE,
    "law": AttributeKind.GOVERNING_LAW,
    "venue": AttributeKind.VENUE,
    "body": AttributeKind.ARBITRATION_BODY,
}
PLACES = frozenset(("trigger", "also", *_LISTS, *_SINGLE))
_NAMED_ITEMS = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule that fires, with the places of its words."""

    rule: Rule
    match: re.Match[str]
    also: re.Match[str] | None


@dataclass(frozen=True, slots=True)
class _Firing:
    rule: Rule
    triggers: tuple[Trigger, ...]
    facts: Mapping[str, str]


def map_passage(
    passage: Passage,
    rules: Mapping[str, Sequence[Rule]],
    laws: Mapping[str, Regulation],
    actions: Mapping[str, str],
) -> RegulatoryMapping:
    """The mapping of a passage. `rules` are indexed by clause type, `actions` are texts by slug."""
    firings = (_firing(found, passage) for found in _found_in(passage, rules))
    cited = [(firing, citations) for firing in firings if (citations := _citations(firing, passage, laws))]
    if not cited:
        return RegulatoryMapping()
    fired = [firing for firing, _ in cited]
    return RegulatoryMapping(
        _unique(citation for _, citations in cited for citation in citations),
        _risk(fired, passage),
        _actions(fired, actions),
    )


def laws_engaged(
    passage: Passage, rules: Mapping[str, Sequence[Rule]], laws: Mapping[str, Regulation]
) -> tuple[str, ...]:
    """The `regulations` of the passage's mapping, without the words on them, which take most of the time."""
    return tuple(
        dict.fromkeys(
            reason.regulation
            for found in _found_in(passage, rules)
            for reason in found.rule.reasons
            if _applies(laws[reason.regulation], passage)
        )
    )


def _found_in(passage: Passage, rules: Mapping[str, Sequence[Rule]]) -> list[_Found]:
    """The rules that fire, each once, in the order in which they are told."""
    fired: dict[str, _Found] = {}
    for type in dict.fromkeys((passage.type, *passage.types)):
        for rule in rules.get(type, ()):
            if rule.slug not in fired and (found := _fire(rule, type, passage)) is not None:
                fired[rule.slug] = found
    return sorted(fired.values(), key=lambda found: (_ORDER.index(found.rule.manner), -found.rule.points))


def _fire(rule: Rule, type: str, passage: Passage) -> _Found | None:
    """The places of the rule's words in the passage, or None; the cheapest questions come first."""
    low = passage.low
    if not any(map(low.__contains__, rule.cues)) or (
        rule.manner in _OWN_ACTS and (passage.forbids or passage.answers_no)
    ):
        return None
    if (rule.documents and passage.document_type not in rule.documents) or (
        rule.sectors and passage.sector not in rule.sectors
    ):
        return None
    if rule.needs - passage.kinds or rule.lacks & passage.kinds:
        return None
    match = _affirmed(rule, passage.quote)
    if match is None or (rule.unless is not None and rule.unless.search(passage.quote)):
        return None
    if rule.unless_above is not None and rule.unless_above.search(passage.above):
        return None
    also = rule.also.search(passage.quote) if rule.also is not None else None
    if rule.also is not None and also is None:
        return None
    if rule.stances or rule.directions:
        stance, direction = passage.reading(type)
        if (rule.stances and stance not in rule.stances) or (
            rule.directions and direction not in rule.directions
        ):
            return None
    return _Found(rule, match, also)


def _affirmed(rule: Rule, quote: str) -> re.Match[str] | None:
    """The first place of the words that is not negated in its own sentence, no mere pointer and nothing refused."""
    match = rule.words.search(quote)
    while match is not None:
        before = _SENTENCE_END.split(quote[max(0, match.start() - _POINTER_REACH) : match.start()])[-1]
        if not _means_otherwise(rule, before):
            return match
        match = rule.words.search(quote, match.start() + 1)
    return None


def _means_otherwise(rule: Rule, before: str) -> bool:
    """Do the words `before` in the sentence turn what the rule found into something else?"""
    if rule.manner in _OWN_ACTS and _POINTER.search(before):
        return True
    if rule.manner is Manner.ANSWERS and _UNGRANTED.search(before):
        return True
    return not rule.negated_too and _NEGATION.search(before[-_NEGATION_REACH:]) is not None


def _firing(found: _Found, passage: Passage) -> _Firing:
    rule, match, also = found.rule, found.match, found.also
    triggers = [_trigger(match)]
    facts = {"trigger": triggers[0].words}
    if also is not None:
        triggers.append(_trigger(also))
        facts["also"] = triggers[1].words
    for kind in sorted(rule.needs):
        attribute = next(item for item in passage.attributes if item.kind is kind)
        words = passage.quote[attribute.start : attribute.end]
        if all(attribute.end <= each.start or attribute.start >= each.end for each in triggers):
            triggers.append(Trigger(_plain(words), attribute.start, attribute.end))
    # What the rule needs is always there to be named, what is told of the clause comes before it.
    needed = [item for item in passage.attributes if item.kind in rule.needs]
    facts |= {name: value for name, value in _facts(needed).items() if value}
    told = facts_told_together(passage.type, passage.quote, passage.attributes)
    facts |= {name: value for name, value in _facts(told).items() if value}
    facts |= {name: _plain(words) for name, words in match.groupdict().items() if words}
    return _Firing(rule, tuple(triggers), facts)


def _trigger(match: re.Match[str]) -> Trigger:
    """The words found, without space around them and with a last word that is whole."""
    end = _WORD_END.match(match.string, match.end())
    stop = end.end() if end is not None and match.string[match.end() - 1].isalnum() else match.end()
    words = match.string[match.start() : stop]
    start = match.start() + len(words) - len(words.lstrip(" ,"))
    stop -= len(words) - len(words.rstrip(" ,"))
    return Trigger(_plain(match.string[start:stop]), start, stop)


def _plain(words: str) -> str:
    """The words on one line; long ones are cut at a word."""
    line = re.sub(r"\s+", " ", re.sub(r"\n+\s*-?", " ", words)).strip(" ,")
    return line if len(line) <= _SHOWN else line[:_SHOWN].rsplit(" ", 1)[0] + " \u2026"


def _facts(attributes: Sequence[Attribute]) -> dict[str, str]:
    values: dict[AttributeKind, list[str]] = {}
    for attribute in attributes:
        values.setdefault(attribute.kind, []).append(attribute.value)
    facts = {name: _listed(values.get(kind, [])) for name, kind in _LISTS.items()}
    return facts | {name: values[kind][0] for name, kind in _SINGLE.items() if kind in values}


def _listed(values: list[str]) -> str:
    unique = list(dict.fromkeys(values))
    shown = unique[:_NAMED_ITEMS]
    if len(unique) > _NAMED_ITEMS:
        return ", ".join(shown) + " and others"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def fill(template: str, facts: Mapping[str, str]) -> str:
    """The template with each {place} filled; {place|words} falls back on the words."""

    def value(match: re.Match[str]) -> str:
        return facts.get(match[1]) or match[2] or ""

    filled = _PLACE.sub(value, template)
    return filled[:1].upper() + filled[1:]


def _citations(firing: _Firing, passage: Passage, laws: Mapping[str, Regulation]) -> list[Citation]:
    rule = firing.rule
    return [
        Citation(rule.slug, reason.regulation, reason.article, rule.manner, fill(reason.template, firing.facts), firing.triggers)
        for reason in rule.reasons
        if _applies(laws[reason.regulation], passage)
    ]  # fmt: skip


def _applies(law: Regulation, passage: Passage) -> bool:
    """Can the law be read with this kind of document and the people it speaks to?"""
    document = passage.document_type
    if law.audience == "consumers" and (document in BUSINESS_DOCUMENTS or passage.for_businesses):
        return False
    if law.audience == "businesses" and document not in BUSINESS_DOCUMENTS:
        return False
    if law.contracts_only and document in NOTICES:
        return False
    if law.only_named:
        return law.region in passage.regions
    return reaches(law.region, passage.regions, passage.left_out)


def _unique(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """An article is cited once, for the first rule that names it."""
    unique: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        unique.setdefault((citation.regulation, citation.article), citation)
    return tuple(unique.values())


def _risk(fired: Sequence[_Firing], passage: Passage) -> Risk:
    reasons: dict[str, int] = {}
    for firing in fired:
        if firing.rule.points:
            reasons.setdefault(fill(firing.rule.because, firing.facts), firing.rule.points)
    adverse = any(firing.rule.manner is Manner.READ_AGAINST and firing.rule.points for firing in fired)
    if adverse and passage.type in _CHILDREN_TYPES and _CHILDREN.search(passage.quote):
        reasons.setdefault("Children are concerned", 1)
    for firing in fired:
        for kind in firing.rule.eased_by:
            if firing.rule.points and kind in passage.kinds:
                reasons.setdefault(fill(_EASES[kind], {}), -1)
    points = max(0, sum(reasons.values()))
    if not reasons:
        return Risk(RiskLevel.LOW, 0, ("Nothing here is read against a rule: 0",))
    return Risk(_level(points), points, tuple(f"{reason}: {number:+d}" for reason, number in reasons.items()))


def _level(points: int) -> RiskLevel:
    if points >= _HIGH_FROM:
        return RiskLevel.HIGH
    return RiskLevel.MEDIUM if points >= _MEDIUM_FROM else RiskLevel.LOW


def _actions(fired: Sequence[_Firing], actions: Mapping[str, str]) -> tuple[Action, ...]:
    found: dict[str, Action] = {}
    for firing in fired:
        for slug in firing.rule.actions:
            found.setdefault(slug, Action(slug, fill(actions[slug], firing.facts), firing.rule.slug))
    return tuple(found.values())


def indexed(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules by clause type, in their order."""
    index: dict[str, list[Rule]] = {}
    for rule in rules:
        for type in sorted(rule.types):
            index.setdefault(type, []).append(rule)
    return {type: tuple(found) for type, found in index.items()}
