"""Parts of addresses that Django has no converter for."""

from datetime import date

from django.urls import register_converter


class DayConverter:
    """`<day:d>` in a URL pattern: a date as 2026-11-23, kept as text; an impossible one is no match."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> str:
        date.fromisoformat(value)
        return value

    def to_url(self, value: str) -> str:
        return value


def register() -> None:
    """Make `<day:…>` known to URL patterns."""
    register_converter(DayConverter, "day")
