"""Slugs in addresses: small letters, digits, hyphens, and dots for platforms named by their domain."""

from django.urls import register_converter


class SlugConverter:
    """`<name:p>` in a URL pattern."""

    regex = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def register() -> None:
    """Make `<name:…>` known to URL patterns."""
    register_converter(SlugConverter, "name")
