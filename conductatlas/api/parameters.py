"""What an address asks for after its question mark: read strictly, each refusal with its remedy."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from django.http import QueryDict
from django.utils.dateparse import parse_date, parse_datetime

from conductatlas.api.errors import BadParameter
from platforms.listing import listed_platforms
from platforms.models import Platform

_LONGEST = 120


class Parameters:
    """The query of a request. A parameter that is not `known` is refused: a misspelt filter must not widen a list."""

    def __init__(self, query: QueryDict, known: Iterable[str]) -> None:
        self._query = query
        names = sorted(known)
        for name in query:
            if name not in names:
                given = f"Give any of: {', '.join(names)}." if names else "This address takes no parameters."
                raise BadParameter(name, f"There is no parameter {name!r} here. {given}")

    def words(self, name: str) -> str:
        """Free text, at most 120 characters; "" where it is not given."""
        value = self._query.get(name, "").strip()
        if len(value) > _LONGEST or "\0" in value:
            raise BadParameter(name, f"Give at most {_LONGEST} printable characters.")
        return value

    def one_of(self, name: str, values: Iterable[str]) -> str:
        """One of the values; "" where it is not given."""
        value = self._query.get(name)
        if value is None:
            return ""
        known = list(values)
        if value not in known:
            raise BadParameter(name, f"Give one of: {', '.join(known)}.")
        return value

    def flag(self, name: str) -> bool:
        """1 or 0; False where it is not given."""
        return self.one_of(name, ("0", "1")) == "1"

    def platform(self, name: str) -> Platform | None:
        """The platform with the slug given; None where it is not given. One query."""
        slug = self.words(name)
        if name not in self._query:
            return None
        found = listed_platforms().filter(slug=slug).first()
        if found is None:
            raise BadParameter(name, f"There is no platform {slug!r}. /api/v1/platforms/ lists their slugs.")
        return found

    def moment(self, name: str) -> datetime | None:
        """A day (its beginning) or a moment; UTC unless it has an offset of its own. None where it is not given."""
        value = self._query.get(name)
        if value is None:
            return None
        found = _moment_of(value)
        if found is None:
            raise BadParameter(
                name, "Give a day like 2026-11-23, or a moment in UTC like 2026-11-23T08:00:00Z."
            )
        return found


def _moment_of(value: str) -> datetime | None:
    try:
        day: date | None = parse_date(value)
        moment = datetime.combine(day, time.min) if day else parse_datetime(value)
        if moment is None:
            return None
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
