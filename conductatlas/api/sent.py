"""What is sent with a request, read as strictly as what stands in its address: an unknown member is refused."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from conductatlas.api.errors import BadParameter
from conductatlas.api.parameters import moment_of

_LONGEST = 2000


class Sent:
    """The members of the JSON object sent. Each reader raises BadParameter, which names the member that is wrong."""

    def __init__(self, data: Any, known: Iterable[str], *, name: str = "body") -> None:
        if type(data) is not dict:
            raise BadParameter(name, "Send a JSON object.")
        members = sorted(known)
        for member in data:
            if member not in members:
                raise BadParameter(member, f"There is no such member. Give any of: {', '.join(members)}.")
        self._data = data

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def words(self, name: str) -> str:
        """A text; "" where it is not given."""
        value = self._data.get(name, "")
        if not isinstance(value, str) or "\0" in value or len(value) > _LONGEST:
            raise BadParameter(name, f"Give a text of at most {_LONGEST} characters.")
        return value

    def one_of(self, name: str, values: Iterable[str], default: str = "") -> str:
        """One of the values; the default where it is not given."""
        known = list(values)
        value = self._data.get(name, default)
        if name in self._data and value not in known:
            raise BadParameter(name, f"Give one of: {', '.join(known)}.")
        return str(value)

    def several_of(self, name: str, values: Iterable[str], default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Some of the values, in their own order; the default where it is not given."""
        if name not in self._data:
            return default
        known, given = list(values), self.texts(name)
        if set(given) - set(known):
            raise BadParameter(name, f"Give a list of any of: {', '.join(known)}.")
        return tuple(value for value in known if value in given)

    def texts(self, name: str) -> list[str]:
        """A list of texts; empty where it is not given."""
        given = self._data.get(name, [])
        if not isinstance(given, list) or not all(isinstance(value, str) for value in given):
            raise BadParameter(name, "Give a list of texts.")
        return given

    def yes_no(self, name: str, *, default: bool) -> bool:
        """true or false; the default where it is not given."""
        value = self._data.get(name, default)
        if not isinstance(value, bool):
            raise BadParameter(name, "Give true or false.")
        return value

    def keys(self, name: str, default: tuple[int, ...] | None) -> tuple[int, ...] | None:
        """A list of ids, or null; the default where it is not given."""
        given = self._data.get(name, default)
        if given is None or given is default:
            return default if name not in self._data else None
        if not isinstance(given, list) or not all(type(value) is int for value in given):
            raise BadParameter(name, "Give a list of ids, or null.")
        return tuple(sorted(set(given)))

    def moment(self, name: str, default: datetime | None) -> datetime | None:
        """A moment, or null; the default where it is not given."""
        if name not in self._data:
            return default
        value = self._data[name]
        found = moment_of(value) if isinstance(value, str) else None
        if value is not None and found is None:
            raise BadParameter(name, "Give a moment like 2026-11-23T08:00:00Z, or null.")
        return found

    def part(self, name: str, known: Iterable[str]) -> "Sent":
        """The object that is a member; an empty one where it is not given."""
        return Sent(self._data.get(name, {}), known, name=name)
