"""The small edits that make a policy's next version out of the one before it."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

DATE_FORMATS: dict[str, Callable[[date], str]] = {
    "long": lambda day: f"{day.day} {day:%B %Y}",
    "us": lambda day: f"{day:%B} {day.day}, {day.year}",
    "iso": lambda day: day.isoformat(),
    "ordinal": lambda day: f"{day.day}{_ordinal(day.day)} of {day:%B %Y}",
}


class DemoError(ValueError):
    """A file of the demo is wrong; the message names the file."""


def apply_edits(markdown: str, edits: Sequence[Mapping[str, str]], source: Path) -> str:
    """The text after all edits, in their order; each fragment that an edit names must occur exactly once.

    An edit is one of: `find` + `replace` (a piece of text); `insert_after` + `text` (new lines behind the
    line that holds the fragment); `delete` (the line that holds it); `delete_section` (a heading and
    what is below it); `move_section` + `after_section` (behind the end of that section). Raises DemoError.
    """
    for number, edit in enumerate(edits, start=1):
        apply = APPLY.get(tuple(sorted(edit)))
        if apply is None:
            raise DemoError(f"{source}: edit {number}: no such edit: {', '.join(edit)}")
        try:
            markdown = apply(markdown, edit)
        except DemoError as error:
            raise DemoError(f"{source}: edit {number}: {error}") from error
    return re.sub(r"\n{3,}", "\n\n", markdown)


def state_dates(markdown: str, stated: date, date_format: str) -> str:
    """Fills in `{date}` and, that many days later, `{date+30}`."""

    def written(match: re.Match[str]) -> str:
        return DATE_FORMATS[date_format](stated + timedelta(days=int(match[1] or 0)))

    return re.sub(r"\{date(\+\d+)?\}", written, markdown)


def _replace(markdown: str, edit: Mapping[str, str]) -> str:
    start = _place_of(markdown, edit["find"])
    return markdown[:start] + edit["replace"] + markdown[start + len(edit["find"]) :]


def _insert(markdown: str, edit: Mapping[str, str]) -> str:
    _, end = _line_at(markdown, _place_of(markdown, edit["insert_after"]))
    new = edit["text"].strip("\n")
    # Rows and items continue a table or list; anything else is a paragraph of its own.
    gap = "\n" if re.match(r"\s*([-|]|\d+\. )", new) else "\n\n"
    return f"{markdown[:end]}{gap}{new}{'' if gap == chr(10) else chr(10)}{markdown[end:]}"


def _delete(markdown: str, edit: Mapping[str, str]) -> str:
    start, end = _line_at(markdown, _place_of(markdown, edit["delete"]))
    return markdown[:start] + markdown[end + 1 :]


def _delete_section(markdown: str, edit: Mapping[str, str]) -> str:
    start, end = _section_at(markdown, edit["delete_section"])
    return markdown[:start] + markdown[end:]


def _move_section(markdown: str, edit: Mapping[str, str]) -> str:
    start, end = _section_at(markdown, edit["move_section"])
    section, rest = markdown[start:end].rstrip("\n"), markdown[:start] + markdown[end:]
    _, place = _section_at(rest, edit["after_section"])
    return f"{rest[:place].rstrip(chr(10))}\n\n{section}\n\n{rest[place:]}"


def _place_of(markdown: str, fragment: str) -> int:
    count = markdown.count(fragment)
    if count != 1:
        raise DemoError(f"{fragment!r} occurs {count} times, not once")
    return markdown.index(fragment)


def _line_at(markdown: str, place: int) -> tuple[int, int]:
    end = markdown.find("\n", place)
    return markdown.rfind("\n", 0, place) + 1, len(markdown) if end < 0 else end


def _section_at(markdown: str, heading: str) -> tuple[int, int]:
    found = re.findall(rf"^(#+) {re.escape(heading)}$", markdown, re.MULTILINE)
    if len(found) != 1:
        raise DemoError(f"{heading!r} is the heading of {len(found)} sections, not of one")
    level = len(found[0])
    start = _place_of(f"\n{markdown}", f"\n{found[0]} {heading}\n")
    following = re.compile(rf"^(#{{1,{level}}} |<!-- page -->)", re.MULTILINE).search(markdown, start + level)
    return start, following.start() if following else len(markdown)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


APPLY: dict[tuple[str, ...], Callable[[str, Mapping[str, str]], str]] = {
    ("find", "replace"): _replace,
    ("insert_after", "text"): _insert,
    ("delete",): _delete,
    ("delete_section",): _delete_section,
    ("after_section", "move_section"): _move_section,
}
