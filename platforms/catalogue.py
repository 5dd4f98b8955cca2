"""The catalogue: reads `platforms/declarations/`, one file a platform, and names mistakes by file and line.

No Django here: a declaration can be read and corrected without a database.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from platforms.catalogue_rules import (
    Fault,
    at_most,
    country_fault,
    description_fault,
    document_slug_fault,
    file_name_fault,
    line_of_text_fault,
    no_fault,
    one_of,
    table_fault,
    url_fault,
    written_as,
)
from platforms.toml_files import NotRead, Problem, read_toml, unknown_keys

_FORM = "Look for a missing quote or bracket, a repeated key, or [document] in place of [[document]]."

SECTORS = (
    "Social",
    "Messaging",
    "AI",
    "Music & video",
    "Marketplace",
    "Dating",
    "Work software",
    "Developer tools",
    "Payments",
    "Crypto",
    "Games",
    "Cloud & mail",
    "Creators",
    "Health & fitness",
    "Travel & transport",
    "News & reference",
    "Education",
    "Search & browsers",
    "Security & privacy",
    "Devices & telecom",
    "Hosting",
    "Food & delivery",
)

# Label → the slug a document of that type usually bears. A document may have another slug
# (a platform can have two terms of service), never another label.
DOCUMENT_TYPES = {
    "Privacy Policy": "privacy-policy",
    "Terms of Service": "terms-of-service",
    "Community Guidelines": "community-guidelines",
    "Cookie Policy": "cookie-policy",
    "Acceptable Use Policy": "acceptable-use-policy",
    "Developer Terms": "developer-terms",
    "Commercial Terms": "commercial-terms",
    "Conditions of Sale": "conditions-of-sale",
    "Marketplace Sellers Conditions": "marketplace-sellers-conditions",
    "Platform to Business Notice": "platform-to-business-notice",
    "Ranking Parameters": "ranking-parameters",
    "Fee Schedule": "fee-schedule",
    "In-App Purchases Policy": "in-app-purchases-policy",
    "Content Monetisation Policy": "content-monetisation-policy",
    "Advertising Content Policy": "advertising-content-policy",
    "AI Terms": "ai-terms",
    "Copyright Claims Policy": "copyright-claims-policy",
    "Brand Guidelines": "brand-guidelines",
    "Data Processor Agreement": "data-processor-agreement",
    "Data Controller Agreement": "data-controller-agreement",
    "Business Privacy Policy": "business-privacy-policy",
    "User Consent Policy": "user-consent-policy",
    "Law Enforcement Guidelines": "law-enforcement-guidelines",
    "Human Rights Policy": "human-rights-policy",
    "Vulnerability Disclosure Policy": "vulnerability-disclosure-policy",
    "Service Level Agreement": "service-level-agreement",
    "Live Policy": "live-policy",
    "Review Guidelines": "review-guidelines",
    "Editorial Policy": "editorial-policy",
    "Conditions of Carriage": "conditions-of-carriage",
    "Complaints Policy": "complaints-policy",
    "Deceased Users": "deceased-users",
    "Accessibility Statement": "accessibility-statement",
    "Imprint": "imprint",
}

_HEADER = re.compile(r"\s*\[+\s*([\w-]+)\s*\]+")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")


@dataclass(frozen=True, slots=True)
class DocumentDeclaration:
    """One document of a platform; `urls` are its pages in reading order."""

    slug: str
    type: str
    urls: tuple[str, ...]
    language: str
    region: str = ""
    browser: bool = False
    format: str = "html"
    selector: str = ""
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlatformDeclaration:
    """One platform as its file states it; the slug is the name of the file."""

    slug: str
    name: str
    sector: str
    home: str
    description: str
    country: str
    documents: tuple[DocumentDeclaration, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class _Field:
    kind: type
    fault_in: Callable[[Any], Fault | None]
    required: bool = False


def read_catalogue(folder: Path) -> tuple[list[PlatformDeclaration], list[Problem]]:
    """Every sound declaration in the folder, by slug, and every problem of the others.

    A file with a problem is left out whole; the rest are not affected.
    """
    if not folder.is_dir():
        missing = Problem(folder, 1, "", "There is no such folder.", "Give the folder of the *.toml files.")
        return [], [missing]
    platforms: list[PlatformDeclaration] = []
    problems: list[Problem] = []
    takers: dict[str, PlatformDeclaration] = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "README.md":
            continue
        platform, found = read_declaration(path)
        if platform is not None:
            taker = takers.setdefault(platform.name.casefold(), platform)
            if taker is platform:
                platforms.append(platform)
            else:
                found = [_name_taken(platform, taker)]
        problems += found
    return platforms, problems


def read_declaration(path: Path) -> tuple[PlatformDeclaration | None, list[Problem]]:
    """The platform one file declares, or None and all that is wrong with the file."""
    if path.suffix != ".toml" or not path.is_file():
        return None, [Problem(path, 1, "", "This is not a *.toml file.", "Rename it, or move it elsewhere.")]
    try:
        text, table = read_toml(path, remedy=_FORM)
    except NotRead as error:
        return None, [error.problem]
    problems = list(_problems_of(path, table, _Places(text)))
    if problems:
        return None, sorted(problems, key=lambda problem: problem.line)
    return _platform_of(path, table), []


class _Places:
    """The lines of a file: where a key of the platform or of its n-th document stands."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.keys: dict[tuple[int, str], int] = {}
        documents = current = 0  # 0 is the platform itself, 1 its first document, -1 a table we don't know
        for number, line in enumerate(self.lines, start=1):
            if header := _HEADER.match(line):
                documents += header[1] == "document"
                current = documents if header[1] == "document" else -1
                self.keys.setdefault((current, "") if current > 0 else (0, header[1]), number)
                if header[1] == "document":
                    self.keys.setdefault((0, "document"), number)
            elif key := _KEY.match(line):
                self.keys.setdefault((current, key[1]), number)

    def line(self, document: int, key: str, containing: str = "", after: int = 0) -> int:
        """Line of the key, else of the head of its table; of the value where it stands below, past `after`."""
        start = self.keys.get((document, key)) or self.keys.get((document, "")) or 1
        value = re.compile(re.escape(containing) + "[\"']")  # with its end, so that /terms is not /terms/more
        for number in range(max(start, after + 1), len(self.lines) + 1):
            if containing and value.search(self.lines[number - 1]):
                return number
        return start


def _problems_of(path: Path, table: dict[str, Any], places: _Places) -> Iterator[Problem]:
    if fault := at_most(80, file_name_fault)(path.stem):
        yield Problem(path, 1, "file name", fault.message, fault.remedy)
    yield from _table_problems(path, table, _PLATFORM_FIELDS, places, 0)
    documents = table.get("document")
    if not isinstance(documents, list) or not all(isinstance(each, dict) for each in documents):
        return
    for number, document in enumerate(documents, start=1):
        yield from _table_problems(path, document, _DOCUMENT_FIELDS, places, number)
        if ("url" in document) == ("urls" in document):
            message = "Both are given." if "url" in document else "The document has no address."
            remedy = 'Write url = "https://…", or urls = ["…", "…"] for a document of several pages.'
            yield Problem(path, places.line(number, "url"), "url", message, remedy)
    yield from _repetitions(path, documents, places)


def _repetitions(path: Path, documents: list[dict[str, Any]], places: _Places) -> Iterator[Problem]:
    """Slugs and addresses that stand twice in a platform."""
    first_lines: dict[str, int] = {}
    for number, document in enumerate(documents, start=1):
        url_key = "urls" if "urls" in document else "url"
        for key, value in [("slug", document.get("slug")), *((url_key, url) for url in _urls_of(document))]:
            if not isinstance(value, str):
                continue
            line = places.line(number, key, containing=value, after=first_lines.get(value, 0))
            if value in first_lines:
                message = f'"{value}" is already used in line {first_lines[value]}.'
                yield Problem(path, line, key, message, _REPEATED[key])
            first_lines.setdefault(value, line)


_REPEATED = {
    "slug": "Give each document of a platform a slug of its own.",
    "url": "Remove one of the two.",
    "urls": "Remove one of the two.",
}


def _table_problems(
    path: Path, table: dict[str, Any], fields: dict[str, _Field], places: _Places, document: int
) -> Iterator[Problem]:
    yield from unknown_keys(path, table, fields, partial(places.line, document))
    for key, field in fields.items():
        if key not in table:
            if field.required:
                remedy = f"Add it {'to this [[document]]' if document else 'at the top of the file'}."
                yield Problem(path, places.line(document, key), key, "It is missing.", remedy)
            continue
        value = table[key]
        if not isinstance(value, field.kind):
            yield Problem(path, places.line(document, key), key, *_KIND_FAULTS[field.kind])
            continue
        for each in value if isinstance(value, list) else [value]:
            if fault := field.fault_in(each):
                line = places.line(document, key, containing=each if isinstance(each, str) else "")
                yield Problem(path, line, key, fault.message, fault.remedy)
        if value == []:
            yield Problem(
                path, places.line(document, key), key, "The list is empty.", "Fill it or remove it."
            )


_KIND_FAULTS = {
    str: ("This must be text.", 'Put it between quotes, as in key = "value".'),
    bool: ("This must be true or false.", "Write true or false, without quotes."),
    list: ("This must be a list.", 'Write ["…", "…"], or for documents a [[document]] line before each.'),
}


def _name_taken(platform: PlatformDeclaration, taker: PlatformDeclaration) -> Problem:
    line = _Places(platform.path.read_text("utf-8-sig")).line(0, "name")
    message = f'"{platform.name}" is already the name in {taker.path.name}.'
    return Problem(platform.path, line, "name", message, "Join the two files, or tell the names apart.")


def _platform_of(path: Path, table: dict[str, Any]) -> PlatformDeclaration:
    texts = {key: table[key] for key in ("name", "sector", "home", "description")}
    documents = tuple(_document_of(document) for document in table["document"])
    return PlatformDeclaration(
        path.stem, country=table.get("country", ""), documents=documents, path=path, **texts
    )


def _document_of(document: dict[str, Any]) -> DocumentDeclaration:
    values = {key: value for key, value in document.items() if key not in ("url", "urls", "exclude")}
    exclude = tuple(document.get("exclude", ()))
    return DocumentDeclaration(urls=_urls_of(document), exclude=exclude, **values)


def _urls_of(document: dict[str, Any]) -> tuple[str, ...]:
    urls = document.get("urls", [document["url"]] if "url" in document else [])
    return tuple(urls) if isinstance(urls, list) else ()


_LANGUAGE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
_PLATFORM_FIELDS = {
    "name": _Field(str, at_most(120, line_of_text_fault), required=True),
    "sector": _Field(str, one_of(SECTORS, "a sector"), required=True),
    "home": _Field(str, at_most(500, url_fault), required=True),
    "description": _Field(str, description_fault, required=True),
    "country": _Field(str, country_fault),
    "document": _Field(list, table_fault, required=True),
}
_DOCUMENT_FIELDS = {
    "slug": _Field(str, at_most(80, document_slug_fault), required=True),
    "type": _Field(str, one_of(tuple(DOCUMENT_TYPES), "a type of document"), required=True),
    "url": _Field(str, at_most(2000, url_fault)),
    "urls": _Field(list, at_most(2000, url_fault)),
    "language": _Field(
        str, written_as(_LANGUAGE, "a language tag", 'Write "en", "fr" or "pt-BR".'), required=True
    ),
    "region": _Field(str, written_as("[A-Z]{2}", "a region", 'Use two capital letters: "EU", "GB", "US".')),
    "browser": _Field(bool, no_fault),
    "format": _Field(str, one_of(("html", "pdf"), "a format")),
    "selector": _Field(str, at_most(300, line_of_text_fault)),
    "exclude": _Field(list, at_most(300, line_of_text_fault)),
}
