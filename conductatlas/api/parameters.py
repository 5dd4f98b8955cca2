"""What an address asks for after its question mark: declared once, so described and read strictly by the same rule."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.http import QueryDict
from django.utils.dateparse import parse_date, parse_datetime

from conductatlas.api.errors import BadParameter
from platforms.models import Platform
from platforms.renaming import platform_called
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.models import Change, Direction, Severity, Stance

_LONGEST = 120
MOST_ROWS = 200
_MOMENT: dict[str, Any] = {
    "anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: `about` says what it does, `schema` what fits, for the reference and for reading alike."""

    name: str
    about: str
    schema: dict[str, Any]


def words(name: str, about: str) -> Parameter:
    """Free text."""
    return Parameter(name, about, {"type": "string", "maxLength": _LONGEST})


def one_of(name: str, about: str, values: Iterable[str]) -> Parameter:
    """One word of a fixed list."""
    return Parameter(name, about, {"type": "string", "enum": list(values)})


def flag(name: str, about: str) -> Parameter:
    """1 or 0."""
    return one_of(name, about, ("0", "1"))


def moment(name: str, about: str) -> Parameter:
    """A day or a moment."""
    return Parameter(name, f"{about} A day, or a moment; UTC unless it says otherwise.", _MOMENT)


LIMIT = Parameter(
    "limit",
    "How many to give at most; 50 unless said.",
    {"type": "integer", "minimum": 1, "maximum": MOST_ROWS},
)
CURSOR = Parameter("cursor", "Where to go on; taken from `next`, never made up.", {"type": "string"})
# What every list takes beside its own filters.
PAGING = (CURSOR, LIMIT)
FIELDS = Parameter(
    "fields", "Only these members of each thing, separated by commas; all unless said.", {"type": "string"}
)

PLATFORM = words("platform", "Only of the platform with this slug.")
DOCUMENT_TYPE = words("document_type", "Only of documents of this type, such as Privacy Policy.")
SECTOR = words("sector", "Only of platforms of this sector.")
TYPE = one_of("type", "Only those that touch this clause type.", TYPES_BY_SLUG)
SEVERITY = one_of("severity", "Only those of this severity.", Severity.values)
LEAST = one_of("least", "Only those of this severity or more.", Severity.values)
DIRECTION = one_of("direction", "Only those that go this way for the user.", Direction.values)
STANCE = one_of("stance", "Only those that take this stance.", Stance.values)
CLASS = one_of("class", "Only changes of this class, quiet ones too.", Change.Class.values)
COSMETIC = flag(
    "cosmetic", "1 adds changes that nobody is told of: layout, dates, a return to an older text."
)
REGULATION = words("regulation", "Only those whose words engage the regulation with this slug.")
REMOVED = flag("removed", "1 adds what the documents no longer say.")


class Parameters:
    """The query of a request. A parameter that is not `known` is refused: a misspelt filter must not widen a list."""

    def __init__(self, query: QueryDict, known: Iterable[Parameter]) -> None:
        self._query = query
        self._known = {parameter.name: parameter for parameter in known}
        names = sorted(self._known)
        for name in query:
            if name not in self._known:
                given = f"Give any of: {', '.join(names)}." if names else "This address takes no parameters."
                raise BadParameter(name, f"There is no parameter {name!r} here. {given}")
            if len(query.getlist(name)) > 1:
                raise BadParameter(name, "Give it once.")

    def __contains__(self, name: str) -> bool:
        return name in self._query

    def words(self, name: str) -> str:
        """Free text, at most 120 characters; "" where it is not given."""
        value = self._query.get(name, "").strip()
        if len(value) > _LONGEST or "\0" in value:
            raise BadParameter(name, f"Give at most {_LONGEST} printable characters.")
        return value

    def one_of(self, name: str, values: Iterable[str] = ()) -> str:
        """One of the values, those declared unless others are given; "" where it is not given."""
        value = self._query.get(name)
        if value is None:
            return ""
        known = list(values) or self._known[name].schema["enum"]
        if value not in known:
            raise BadParameter(name, f"Give one of: {', '.join(known)}.")
        return value

    def flag(self, name: str) -> bool:
        """1 or 0; False where it is not given."""
        return self.one_of(name) == "1"

    def several(self, name: str, values: Iterable[str]) -> list[str]:
        """Some of the values, separated by commas, each once; [] where it is not given."""
        if name not in self._query:
            return []
        known, given = list(values), list(dict.fromkeys(str(self._query[name]).split(",")))
        for value in given:
            if value not in known:
                raise BadParameter(
                    name, f"There is no {value[:_LONGEST]!r}. Give any of: {', '.join(known)}."
                )
        return given

    def platform(self, name: str) -> Platform | None:
        """The platform with the slug given; None where it is not given. One query, two for one it had before."""
        slug = self.words(name)
        if name not in self._query:
            return None
        found = platform_called(slug)
        if found is None or not found.listed:
            raise BadParameter(name, f"There is no platform {slug!r}. /api/v1/platforms/ lists their slugs.")
        return found

    def moment(self, name: str) -> datetime | None:
        """A day (its beginning) or a moment; UTC unless it has an offset of its own. None where it is not given."""
        value = self._query.get(name)
        if value is None:
            return None
        found = moment_of(value)
        if found is None:
            raise BadParameter(
                name, "Give a day like 2026-11-23, or a moment in UTC like 2026-11-23T08:00:00Z."
            )
        return found


# A date or a moment as RFC 3339 writes them; Python reads many more forms, and would take a number for a date.
_AS_WRITTEN = re.compile(
    r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})?)?", re.ASCII
)


def moment_of(value: str) -> datetime | None:
    """A day's beginning or a moment, as RFC 3339 writes them; None for anything else."""
    if not _AS_WRITTEN.fullmatch(value):
        return None
    try:
        day: date | None = parse_date(value)
        moment = datetime.combine(day, time.min) if day else parse_datetime(value)
        if moment is None:
            return None
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
