"""Declarations of Open Terms Archive, one file a service, to and from ours; what has no counterpart is named."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from platforms.catalogue import DOCUMENT_TYPES
from platforms.models import Document

# Their names of types that we call otherwise; the rest are the same or have no counterpart.
_OURS = {
    "Trackers Policy": "Cookie Policy",
    "General Conditions of Sale": "Conditions of Sale",
    "Ranking Parameters Description": "Ranking Parameters",
}
_THEIRS = {ours: theirs for theirs, ours in _OURS.items()}
_LONGEST_SLUG = 80  # as the field holds
_HISTORY = ".history.json"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out: where it stands, and why."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


@dataclass(frozen=True, slots=True)
class DeclaredTerms:
    """One document as a declaration states it, in our words."""

    service: str
    type: str
    urls: tuple[str, ...]
    selector: str
    exclude: tuple[str, ...]
    browser: bool


def our_type(theirs: str) -> str:
    """Our label of their type; "" where there is none."""
    label = _OURS.get(theirs, theirs)
    return label if label in DOCUMENT_TYPES else ""


def slug_of_service(name: str) -> str:
    """The platform's slug for a service, dots kept as in booking.com.

    Where letters of the name have no place in a slug, or the name is too long for one, a fingerprint of it tells two
    such names apart.
    """
    slug = re.sub(r"\.+", ".", ".".join(map(slugify, name.split(".")))).strip(".")
    plain = unicodedata.normalize("NFKD", name)
    if all(each.isascii() or not each.isalnum() for each in plain) and 0 < len(slug) <= _LONGEST_SLUG:
        return slug
    fingerprint = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{slug[: _LONGEST_SLUG - 9].rstrip('-.')}-{fingerprint}".strip("-")


def read_declarations(folder: Path, skipped: list[Skipped]) -> Iterator[DeclaredTerms]:
    """What the *.json files of `declarations/` state, by file; what cannot be used is added to `skipped`."""
    for path in sorted(folder.glob("*.json")):
        if path.name.endswith((_HISTORY, ".filters.json")):
            continue
        try:
            declared = json.loads(path.read_text())
            terms = declared.get("terms", declared.get("documents", {}))
            service = str(declared.get("name") or path.stem)
            pairs = list(terms.items())
        except (ValueError, AttributeError) as error:
            skipped.append(Skipped(path.name, f"is no declaration that we can read ({error})"))
            continue
        for type_, stated in pairs:
            found = _terms_of(service, type_, stated, f"{path.name}, {type_}", skipped)
            if found is not None:
                yield found


def _terms_of(
    service: str, type_: str, stated: Any, where: str, skipped: list[Skipped]
) -> DeclaredTerms | None:
    label = our_type(type_)
    if not label:
        skipped.append(Skipped(where, "is a type of document that we have no counterpart of"))
        return None
    parts = stated.get("combine", [stated]) if isinstance(stated, dict) else []
    urls = tuple(dict.fromkeys(part["fetch"] for part in parts if isinstance(part, dict) and "fetch" in part))
    if not urls:
        skipped.append(Skipped(where, "names no address to fetch"))
        return None
    first = {**stated, **parts[0]}
    selected, removed = (_selectors(first.get(name), where, name, skipped) for name in ("select", "remove"))
    if first.get("filter"):
        skipped.append(
            Skipped(f"{where}, filter", "is code of theirs, which we do not run; the document is taken")
        )
    return DeclaredTerms(
        service, label, urls, ", ".join(selected), removed, bool(first.get("executeClientScripts"))
    )


def _selectors(stated: Any, where: str, name: str, skipped: list[Skipped]) -> tuple[str, ...]:
    listed = stated if isinstance(stated, list) else [stated] if stated else []
    ranges = [one for one in listed if not isinstance(one, str)]
    if ranges:
        skipped.append(
            Skipped(
                f"{where}, {name}",
                "selects from one element to another, which we do not; the document is taken",
            )
        )
    return tuple(one for one in listed if isinstance(one, str))


def write_declaration(folder: Path, name: str, documents: list[Document]) -> None:
    """One file of theirs for a platform and its documents; one of each type, the first."""
    terms: dict[str, Any] = {}
    for document in documents:
        stated: dict[str, Any] = {
            **({"select": document.selector} if document.selector else {"select": "body"}),
            **({"remove": document.exclude} if document.exclude else {}),
            **({"executeClientScripts": True} if document.needs_browser else {}),
        }
        if len(document.urls) == 1:
            stated = {"fetch": document.urls[0], **stated}
        else:
            stated = {"combine": [{"fetch": url} for url in document.urls], **stated}
        terms.setdefault(their_type(document.type), stated)
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"name": name, "terms": terms}, ensure_ascii=False, indent=2)
    (folder / f"{file_name_of(name)}.json").write_text(text + "\n")


def their_type(ours: str) -> str:
    """Their name of our type."""
    return _THEIRS.get(ours, ours)


def file_name_of(service: str) -> str:
    """A service's name as that of a file or folder."""
    return service.replace("/", "-").replace("\0", "").strip(". ") or "service"
