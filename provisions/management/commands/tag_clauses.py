"""manage.py tag_clauses: clauses in, one JSON object a line; what each is about and states out, in the same order."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from provisions.analysis.attributes import attributes_of
from provisions.analysis.severity import weigh_clause
from provisions.analysis.stance import direction_of, stance_of
from provisions.analysis.tagging import tag_clause

_TOLD_EVERY = 1000  # clauses
_REMEDY = (
    'Write one JSON object a line: {"id": …, "text": "the clause", "heading": "the heading above, if any"}.'
)


class UnreadableLine(Exception):
    """A line that is no clause; the message is one sentence that says why."""


class Command(BaseCommand):
    """Streams: a line is answered before the next one is read. Needs no server and no settings."""

    help = (
        "Reads clauses as JSON lines from standard input and writes their types, stance, severity and attributes as JSON lines. "
        'In: {"id", "text", "heading"?}; a heading may be a list, outermost first. Out: {"id", "types": [{"type", "confidence"}], '
        '"stance", "direction", "severity", "attributes": [{"kind", "value", "start", "end"}]}. Stance, direction and severity are '
        "those of the first type and null without one. A line that cannot be read is named on standard error and makes the exit "
        "status 1; the others are answered."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        tagged = refused = 0
        for number, line in enumerate(sys.stdin.buffer, 1):
            if not line.strip():
                continue
            try:
                identifier, text, trail = _read(line)
            except UnreadableLine as error:
                refused += 1
                self.stderr.write(f"line {number}: {error} {_REMEDY}")
                continue
            self.stdout.write(
                json.dumps({"id": identifier, **tagged_clause(text, trail)}, ensure_ascii=False)
            )
            tagged += 1
            if tagged % _TOLD_EVERY == 0:
                self.stdout.flush()
                self.stderr.write(f"{tagged:,} clauses tagged")
        self.stderr.write(f"done: {tagged:,} clauses tagged, {refused:,} lines refused")
        if refused:
            raise CommandError(f"{refused:,} lines could not be read; they are named above.")


def tagged_clause(text: str, trail: tuple[str, ...]) -> dict[str, Any]:
    """What one clause says, as the values of one line of the answer; spans count characters of `text`."""
    tags = tag_clause(text, trail)
    attributes = attributes_of(text)
    stance = direction = severity = None
    if tags:
        foremost = tags[0].type
        stance = stance_of(text, foremost)
        direction = direction_of(foremost, stance, text)
        severity = weigh_clause(foremost, stance, direction, text, attributes).level
    return {
        "types": [{"type": tag.type, "confidence": tag.confidence} for tag in tags],
        "stance": stance,
        "direction": direction,
        "severity": severity,
        "attributes": [
            {"kind": item.kind, "value": item.value, "start": item.start, "end": item.end}
            for item in attributes
        ],
    }


def _read(line: bytes) -> tuple[object, str, tuple[str, ...]]:
    """Identifier, text and headings of one line; UnreadableLine says what is wrong with it."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableLine("It is not UTF-8.") from error
    except json.JSONDecodeError as error:
        raise UnreadableLine(f"It is not JSON ({error.msg} at character {error.colno}).") from error
    if not isinstance(row, dict):
        raise UnreadableLine("It is not a JSON object.")
    if "id" not in row:
        raise UnreadableLine('It has no "id".')
    text, heading = row.get("text"), row.get("heading") or ()
    if not isinstance(text, str):
        raise UnreadableLine('Its "text" is missing or no string.')
    trail = (heading,) if isinstance(heading, str) else heading
    if not isinstance(trail, tuple | list) or not all(isinstance(part, str) for part in trail):
        raise UnreadableLine('Its "heading" is neither a string nor a list of strings.')
    return row["id"], text, tuple(trail)
