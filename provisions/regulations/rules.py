"""The rules: reads `rules/`, `phrases.toml` and `actions.toml`, and names mistakes by file and line. Loaded once.

A rule may only cite an article that the knowledge base holds, and only name actions and phrases that exist. Its
`example` must fire and its `near_miss` must not; the tests hold that.
"""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from platforms.catalogue import DOCUMENT_TYPES, SECTORS
from platforms.toml_files import Problem
from provisions.analysis.attributes import AttributeKind
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.analysis.stance import Direction, Stance
from provisions.regulations.engine import PLACES
from provisions.regulations.knowledge import regulations
from provisions.regulations.law import Regulation
from provisions.regulations.rule import Manner, Reason, Rule
from provisions.regulations.toml_reading import (
    Field,
    KnowledgeError,
    Places,
    one_of,
    read_table,
    table_problems,
    text_fault,
    texts_fault,
)

HERE = Path(__file__).parent
_PATTERNS = ("words", "also", "unless", "unless_above")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PHRASE = re.compile(r"%([A-Z_]+)%")
_TEMPLATE_PLACE = re.compile(r"\{(\w+)(\|[^}]*)?\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A clause that must make the rule fire, and one close to it that must not."""

    rule: Rule
    type: str
    fires: str
    silent: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything the engine is given: rules in order, actions by slug, and the examples the tests read."""

    rules: tuple[Rule, ...]
    actions: Mapping[str, str]
    examples: tuple[Example, ...]


@lru_cache(maxsize=1)
def rule_book() -> RuleBook:
    """All rules and actions; raises KnowledgeError for a wrong file."""
    return read_rule_book(HERE, regulations())


def read_rule_book(folder: Path, laws: Mapping[str, Regulation]) -> RuleBook:
    """The rule book of a folder; raises KnowledgeError with every problem found."""
    phrases = _texts(folder / "phrases.toml")
    actions = _texts(folder / "actions.toml")
    rules: list[Rule] = []
    examples: list[Example] = []
    problems: list[Problem] = []
    for path in sorted((folder / "rules").glob("*.toml")):
        table, places = read_table(path)
        for number, entry in enumerate(table.get("rule", []), start=1):
            checks = _Checks(path, places, number, laws, actions, phrases, {rule.slug for rule in rules})
            found = list(checks.problems(entry))
            problems += found
            if not found:
                rule = _rule(entry, phrases)
                rules.append(rule)
                examples.append(Example(rule, entry["types"][0], entry["example"], entry["near_miss"]))
    if problems:
        raise KnowledgeError(problems)
    return RuleBook(tuple(rules), MappingProxyType(actions), tuple(examples))


def _texts(path: Path) -> dict[str, str]:
    """A file of keys and texts."""
    table, places = read_table(path)
    fields = {key: Field(str, fault_in=text_fault) for key in table}
    if problems := list(table_problems(path, table, fields, places, 0)):
        raise KnowledgeError(problems)
    return table


def _pattern(words: str, phrases: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern with its %PHRASES% put in; KeyError for a phrase that does not exist."""
    while _PHRASE.search(words):
        words = _PHRASE.sub(lambda match: f"(?:{phrases[match[1]]})", words)
    return re.compile(words, re.IGNORECASE)


def _rule(entry: Mapping[str, Any], phrases: Mapping[str, str]) -> Rule:
    patterns = {key: _pattern(entry[key], phrases) if key in entry else None for key in _PATTERNS}
    assert patterns["words"] is not None
    manner = Manner(entry.get("manner", Manner.READ_AGAINST))
    directions = entry.get("directions")
    if directions is None and manner is Manner.READ_AGAINST:
        directions = [Direction.AGAINST_USER, Direction.NEUTRAL]
    return Rule(
        slug=entry["slug"],
        manner=manner,
        types=frozenset(entry["types"]),
        cues=tuple(entry["cues"]),
        words=patterns["words"],
        also=patterns["also"],
        unless=patterns["unless"],
        unless_above=patterns["unless_above"],
        needs=frozenset(AttributeKind(kind) for kind in entry.get("needs", ())),
        lacks=frozenset(AttributeKind(kind) for kind in entry.get("lacks", ())),
        stances=frozenset(Stance(stance) for stance in entry.get("stances", ())),
        directions=frozenset(Direction(direction) for direction in directions or ()),
        documents=frozenset(entry.get("documents", ())),
        sectors=frozenset(entry.get("sectors", ())),
        negated_too=entry.get("negated_too", manner is not Manner.READ_AGAINST),
        points=entry.get("points", 0),
        because=entry.get("because", ""),
        eased_by=tuple(AttributeKind(kind) for kind in entry.get("eased_by", ())),
        reasons=tuple(_reasons(entry["citations"])),
        actions=tuple(entry["actions"]),
    )


def _reasons(citations: Sequence[Mapping[str, Any]]) -> Iterator[Reason]:
    """One reason a law: a citation may name several laws that number the article alike."""
    for citation in citations:
        laws = citation["law"]
        for law in [laws] if isinstance(laws, str) else laws:
            yield Reason(law, citation["article"], citation["reason"])


@dataclass(frozen=True, slots=True)
class _Checks:
    """What a rule is checked against."""

    path: Path
    places: Places
    number: int
    laws: Mapping[str, Regulation]
    actions: Mapping[str, str]
    phrases: Mapping[str, str]
    taken: set[str]

    def problems(self, entry: Mapping[str, Any]) -> Iterator[Problem]:
        """All that is wrong with one rule."""
        found = list(table_problems(self.path, entry, _RULE_FIELDS, self.places, self.number))
        if found:
            yield from found
            return
        if entry["slug"] in self.taken:
            yield self._problem("slug", f'"{entry["slug"]}" is the slug of another rule.', "Give it its own.")
        if entry.get("points", 0) and not entry.get("because"):
            yield self._problem("points", "The points have no reason.", 'Add because = "…".')
        for action in entry["actions"]:
            if action not in self.actions:
                remedy = "Use one of actions.toml, or add it there."
                yield self._problem("actions", f'There is no action "{action}".', remedy)
        groups = yield from self._pattern_problems(entry)
        for citation in entry["citations"]:
            yield from self._citation_problems(citation, groups | _sure_places(entry))

    def _pattern_problems(self, entry: Mapping[str, Any]) -> Generator[Problem, None, set[str]]:
        """Problems of the patterns; returns the names of their groups, which citations may use as places."""
        groups: set[str] = set()
        for key in _PATTERNS:
            try:
                groups |= set(_pattern(entry[key], self.phrases).groupindex) if key in entry else set()
            except KeyError as error:
                remedy = "Use one of phrases.toml, or add it there."
                yield self._problem(key, f"There is no phrase {error}.", remedy)
            except re.error as error:
                yield self._problem(key, f"The pattern is wrong: {error}.", "Mend the brackets.")
        return groups

    def _citation_problems(self, citation: Any, sure: set[str]) -> Iterator[Problem]:
        if not isinstance(citation, dict) or citation.keys() != {"law", "article", "reason"}:
            remedy = 'Write { law = "…", article = "…", reason = "…" }.'
            yield self._problem("citations", "A citation has a law, an article and a reason.", remedy)
            return
        laws = citation["law"]
        for slug in [laws] if isinstance(laws, str) else laws:
            law = self.laws.get(slug)
            if law is None:
                yield self._problem(
                    "citations", f'There is no law "{slug}".', "Use the name of a file in laws/."
                )
            elif citation["article"] not in {article.number for article in law.articles}:
                message = f'{law.name} has no "{citation["article"]}" in {slug}.toml.'
                yield self._problem("citations", message, "Write the number as it stands there, or add it.")
        for name, fallback in _TEMPLATE_PLACE.findall(citation["reason"]):
            if name not in PLACES | sure:
                yield self._problem(
                    "citations", f'There is no place "{{{name}}}".', f"Use {', '.join(sorted(PLACES))}."
                )
            elif name not in sure and not fallback:
                remedy = f"Write {{{name}|other words}} for clauses without it."
                yield self._problem("citations", f'The place "{{{name}}}" may be empty.', remedy)

    def _problem(self, key: str, message: str, remedy: str) -> Problem:
        return Problem(self.path, self.places.line(self.number, key), key, message, remedy)


def _sure_places(entry: Mapping[str, Any]) -> set[str]:
    """The places that are never empty when the rule fires."""
    kinds = {"age": "age", "sum": "sum", "retention_period": "retention", "notice_period": "notice",
             "opt_out_deadline": "deadline", "governing_law": "law", "venue": "venue", "arbitration_body": "body",
             "data_kind": "data", "recipient": "recipients", "purpose": "purposes"}  # fmt: skip
    needed = {kinds[kind] for kind in entry.get("needs", ()) if kind in kinds}
    return needed | {"trigger"} | ({"also"} if "also" in entry else set())


def _each(values: Sequence[str], what: str) -> Field:
    single = one_of(tuple(values), what)

    def fault(value: list[Any]) -> tuple[str, str] | None:
        return texts_fault(value) or next((found for each in value if (found := single(each))), None)

    return Field(list, fault_in=fault)


def _required(field: Field) -> Field:
    return Field(field.kind, required=True, fault_in=field.fault_in)


def _slug_fault(value: str) -> tuple[str, str] | None:
    return (
        None
        if _SLUG.fullmatch(value)
        else ("This is no slug.", "Use small letters, digits and single hyphens.")
    )


_KINDS = _each([kind.value for kind in AttributeKind], "a kind of attribute")
_TEXT = Field(str, fault_in=text_fault)
_RULE_FIELDS = {
    "slug": Field(str, required=True, fault_in=_slug_fault),
    "manner": Field(str, fault_in=one_of(tuple(Manner), "a manner")),
    "types": _required(_each(list(TYPES_BY_SLUG), "a clause type")),
    "cues": Field(list, required=True, fault_in=texts_fault),
    "words": _required(_TEXT),
    "also": _TEXT,
    "unless": _TEXT,
    "unless_above": _TEXT,
    "needs": _KINDS,
    "lacks": _KINDS,
    "stances": _each([stance.value for stance in Stance], "a stance"),
    "directions": _each([direction.value for direction in Direction], "a direction"),
    "documents": _each(list(DOCUMENT_TYPES), "a type of document"),
    "sectors": _each(SECTORS, "a sector"),
    "negated_too": Field(bool),
    "points": Field(int),
    "because": _TEXT,
    "eased_by": _KINDS,
    "citations": Field(list, required=True),
    "actions": Field(list, required=True),
    "example": _required(_TEXT),
    "near_miss": _required(_TEXT),
}
