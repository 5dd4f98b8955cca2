"""The rules for single values of a declaration: what is wrong with a value and what to write instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

DESCRIPTION_LENGTH = 140  # characters; it stands on one line of the directory

_SLUG = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
# Names that never lead to a public page (RFC 6761, RFC 6762, RFC 8375, RFC 9476 and what home routers use).
_PRIVATE_ENDINGS = {
    *("localhost", "local", "internal", "intranet", "lan", "home", "corp"),
    *("test", "example", "invalid", "onion", "arpa", "alt"),
}
_RESERVED_DOCUMENT_SLUGS = frozenset(
    {"timeline", "regulations"}
)  # /platform/<p>/timeline/ and the like are pages of their own


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, and what to do about it, in two sentences."""

    message: str
    remedy: str


def file_name_fault(stem: str) -> Fault | None:
    """The name of the file is the slug of the platform; "-vs-" separates two of them in an address."""
    if "-vs-" in stem:
        return Fault('"-vs-" cannot stand in it: comparison pages use it.', "Choose another file name.")
    return slug_fault(stem)


def slug_fault(slug: str) -> Fault | None:
    """A slug is small letters and digits, with single hyphens or dots between them."""
    if _SLUG.fullmatch(slug):
        return None
    remedy = "Use small letters a-z, digits, and single hyphens or dots between them."
    return Fault(f'"{slug}" cannot be part of an address.', remedy)


def document_slug_fault(slug: str) -> Fault | None:
    """A document's slug must leave the platform's other pages alone."""
    if slug in _RESERVED_DOCUMENT_SLUGS:
        return Fault(f'"{slug}" is the address of another page.', "Choose another slug.")
    return slug_fault(slug)


def one_of(choices: tuple[str, ...], what: str) -> Callable[[str], Fault | None]:
    """A rule: the value is one of the choices; `what` completes "… is not"."""

    def fault_in(value: str) -> Fault | None:
        if value in choices:
            return None
        near = get_close_matches(value, choices, n=1)
        hint = f'Did you mean "{near[0]}"? ' if near else ""
        return Fault(f'"{value}" is not {what}.', f"{hint}Use one of: {', '.join(choices)}.")

    return fault_in


def written_as(pattern: str | re.Pattern[str], what: str, remedy: str) -> Callable[[str], Fault | None]:
    """A rule: the whole value matches the pattern."""

    def fault_in(value: str) -> Fault | None:
        return None if re.fullmatch(pattern, value) else Fault(f'"{value}" is not {what}.', remedy)

    return fault_in


def line_of_text_fault(value: Any) -> Fault | None:
    """Text on one line, without space around it or signs that cannot be shown."""
    if isinstance(value, str) and value.strip() == value != "" and value.isprintable():
        return None
    return Fault("This must be one line of text.", "Write a few words without space around them.")


def at_most(longest: int, rule: Callable[[Any], Fault | None]) -> Callable[[Any], Fault | None]:
    """A rule: so many characters at most, which is what the database has room for, and what another rule asks."""

    def fault_in(value: Any) -> Fault | None:
        if isinstance(value, str) and len(value) > longest:
            return Fault(f"It has {len(value)} characters.", f"Shorten it to {longest} characters.")
        return rule(value)

    return fault_in


def description_fault(value: str) -> Fault | None:
    """One short sentence."""
    if len(value) > DESCRIPTION_LENGTH:
        remedy = f"Shorten it to {DESCRIPTION_LENGTH} characters."
        return Fault(f"The description has {len(value)} characters.", remedy)
    if not value.endswith("."):
        return Fault("The description is not a sentence.", "End it with a full stop.")
    return line_of_text_fault(value)


def url_fault(url: Any) -> Fault | None:
    """What keeps an address from being fetched; whether its host is public is asked again when fetching."""
    remedy = "Copy the address of the public page from a browser."
    if not isinstance(url, str) or url != "".join(url.split()) or not url.isprintable():
        return Fault(f"{url!r} is not an address.", remedy)
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        port_valid = parts.port is None or parts.port > 0
    except ValueError:
        return Fault(f'"{url}" is not an address.', remedy)
    if parts.scheme not in ("http", "https"):
        return Fault(f'"{url}" does not begin with http:// or https://.', remedy)
    if "@" in parts.netloc:
        return Fault(f'"{url}" holds a user name or password.', "Remove what stands before the @.")
    ending = host.rpartition(".")[2]
    # A last label that begins with a digit is an IP address in one of its spellings.
    if "." not in host or ":" in host or ending[:1].isdigit() or ending in _PRIVATE_ENDINGS or not port_valid:
        return Fault(f'"{url}" is not on a public host.', remedy)
    return None


def country_fault(value: str) -> Fault | None:
    """ISO 3166 alpha-2, in form; the two usual slips are named."""
    remedy = 'Use the two capital letters of ISO 3166 ("US", "DE"; the United Kingdom is "GB").'
    if value in ("UK", "EU") or not re.fullmatch("[A-Z]{2}", value):
        return Fault(f'"{value}" is not the code of a country.', remedy)
    return None


def no_fault(value: Any) -> Fault | None:
    """For values whose kind says it all."""
    return None


def table_fault(value: Any) -> Fault | None:
    """An entry of a list of tables must be a table."""
    return (
        None if isinstance(value, dict) else Fault("This is not a table.", "Write [[document]] before each.")
    )
