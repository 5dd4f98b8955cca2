"""Reads one data file and names what is wrong with it by file, line and remedy; shared by laws and rules."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from platforms.toml_files import NotRead, Problem, read_toml, unknown_keys

_HEADER = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


class KnowledgeError(Exception):
    """A data file is wrong. The message lists every problem, one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def no_fault(value: Any) -> tuple[str, str] | None:
    """Nothing more is asked of the value than its kind."""
    return None


@dataclass(frozen=True, slots=True)
class Field:
    """What a key may hold; `fault_in` gives what is wrong with a value and the remedy, or None."""

    kind: type
    required: bool = False
    fault_in: Callable[[Any], tuple[str, str] | None] = no_fault


class Places:
    """The lines of a file: where a key of the head (0) or of its n-th table stands."""

    def __init__(self, text: str) -> None:
        self._keys: dict[tuple[int, str], int] = {}
        table = 0
        for number, line in enumerate(text.splitlines(), start=1):
            if _HEADER.match(line):
                table += 1
                self._keys[table, ""] = number
            elif key := _KEY.match(line):
                self._keys.setdefault((table, key[1]), number)

    def line(self, table: int, key: str) -> int:
        """Line of the key, else of the head of its table."""
        return self._keys.get((table, key)) or self._keys.get((table, "")) or 1


def read_table(path: Path) -> tuple[dict[str, Any], Places]:
    """The content of the file; raises KnowledgeError where it is no TOML in UTF-8."""
    try:
        text, table = read_toml(path, remedy="Look for a missing quote or bracket, or a repeated key.")
    except NotRead as error:
        raise KnowledgeError([error.problem]) from error
    return table, Places(text)


def table_problems(
    path: Path, table: Mapping[str, Any], fields: Mapping[str, Field], places: Places, number: int
) -> Iterator[Problem]:
    """Unknown keys, missing keys, wrong kinds and wrong values of one table; `number` 0 is the head of the file."""
    yield from unknown_keys(path, table, fields, partial(places.line, number))
    for key, field in fields.items():
        line = places.line(number, key)
        if key not in table:
            if field.required:
                yield Problem(path, line, key, "It is missing.", "Add it to this table.")
            continue
        value = table[key]
        if not isinstance(value, field.kind) or (field.kind is int and isinstance(value, bool)):
            yield Problem(path, line, key, *_KIND_FAULTS[field.kind.__name__])
        elif fault := field.fault_in(value):
            yield Problem(path, line, key, *fault)


_KIND_FAULTS = {
    "str": ("This must be text.", 'Put it between quotes, as in key = "value".'),
    "bool": ("This must be true or false.", "Write true or false, without quotes."),
    "int": ("This must be a whole number.", "Write it without quotes, as in points = 2."),
    "date": ("This must be a date.", "Write it without quotes, as in 2018-05-25."),
    "list": ("This must be a list.", 'Write ["…", "…"].'),
}


def text_fault(value: str) -> tuple[str, str] | None:
    """Text must stand on one line and say something."""
    if not value.strip() or value != value.strip() or "\n" in value:
        return "The text is empty, broken over lines or begins or ends with a space.", "Write it on one line."
    return None


def texts_fault(value: list[Any]) -> tuple[str, str] | None:
    """A list must hold texts, at least one, none twice."""
    if not value or not all(isinstance(each, str) and each.strip() for each in value):
        return "The list is empty or holds something that is not text.", 'Write ["…", "…"].'
    if len(set(value)) != len(value):
        return "The list holds something twice.", "Remove one of the two."
    return None


def one_of(values: tuple[str, ...], what: str) -> Callable[[str], tuple[str, str] | None]:
    """A text that must be one of the values."""

    def fault(value: str) -> tuple[str, str] | None:
        if value in values:
            return None
        near = get_close_matches(value, values, n=1)
        remedy = f'Did you mean "{near[0]}"?' if near else f"Use one of: {', '.join(values)}."
        return f'"{value}" is not {what}.', remedy

    return fault
