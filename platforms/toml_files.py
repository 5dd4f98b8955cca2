"""Data files that people correct by hand: read as TOML, each mistake named by file and line with its remedy."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a data file, with the line to look at and what to do about it."""

    path: Path
    line: int
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        # The last two folders and the file: enough to find it, the same on every machine.
        shown = Path(*self.path.parts[-3:]).as_posix()
        field = f" {self.field}:" if self.field else ""
        return f"{shown}:{self.line}:{field} {self.message} {self.remedy}"


class NotRead(Exception):
    """The file is no TOML in UTF-8; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_toml(path: Path, *, remedy: str) -> tuple[str, dict[str, Any]]:
    """The text of the file and what it states. `remedy` is for a slip in its form. Raises NotRead."""
    text = ""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem = Problem(path, line, "", "The file is not UTF-8 text.", "Save it as UTF-8.")
        raise NotRead(problem) from error
    except tomllib.TOMLDecodeError as error:
        # Python 3.11 gives the place only in the message: "… (at line 3, column 9)" or "… (at end of document)".
        what, _, place = str(error).partition(" (at ")
        number = re.match(r"line (\d+)", place)
        line = int(number[1]) if number else max(1, len(text.splitlines()))
        raise NotRead(Problem(path, line, "", f"The file cannot be read: {what}.", remedy)) from error
    except RecursionError as error:
        problem = Problem(path, 1, "", "Lists are nested too deep.", "Close each list on its line.")
        raise NotRead(problem) from error


def unknown_keys(
    path: Path, table: Mapping[str, Any], known: Collection[str], line_of: Callable[[str], int]
) -> Iterator[Problem]:
    """A problem for each key that nobody reads; `line_of` gives the line of a key."""
    for key in sorted(table.keys() - set(known)):
        near = get_close_matches(key, known, n=1)
        remedy = f'Did you mean "{near[0]}"?' if near else f"Use one of: {', '.join(known)}."
        yield Problem(path, line_of(key), key, "There is no such key.", remedy)
