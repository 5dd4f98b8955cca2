"""The laws: reads `laws/`, one file a regulation, and names mistakes by file and line. Loaded once."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from platforms.toml_files import Problem
from provisions.regulations.law import AUDIENCES, Article, Regulation
from provisions.regulations.toml_reading import (
    Field,
    KnowledgeError,
    Places,
    one_of,
    read_table,
    table_problems,
    text_fault,
    texts_fault,
)

LAWS = Path(__file__).parent / "laws"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REGION = re.compile(r"[A-Z]{2}(?:-[A-Z]{2})?")


@lru_cache(maxsize=1)
def regulations() -> Mapping[str, Regulation]:
    """Every regulation by slug, in the order of their names; raises KnowledgeError for a wrong file."""
    return read_regulations(LAWS)


def read_regulations(folder: Path) -> Mapping[str, Regulation]:
    """Every regulation of a folder by slug; raises KnowledgeError with every problem found."""
    found: list[Regulation] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(read_regulation(path))
        except KnowledgeError as error:
            problems += error.problems
    if problems:
        raise KnowledgeError(problems)
    ordered = sorted(found, key=lambda regulation: regulation.name.casefold())
    return MappingProxyType({regulation.slug: regulation for regulation in ordered})


def read_regulation(path: Path) -> Regulation:
    """The regulation one file states; raises KnowledgeError with all that is wrong with the file."""
    table, places = read_table(path)
    problems = sorted(_problems_of(path, table, places), key=lambda problem: problem.line)
    if problems:
        raise KnowledgeError(problems)
    texts = {key: table[key] for key in ("name", "title", "jurisdiction", "region", "since", "penalty")}
    return Regulation(
        slug=path.stem,
        regulators=tuple(table["regulators"]),
        link=table["link"],
        summary=table["summary"],
        status=table.get("status", ""),
        audience=table.get("audience", AUDIENCES[0]),
        contracts_only=table.get("contracts_only", False),
        only_named=table.get("only_named", False),
        articles=tuple(Article(**article) for article in table["provision"]),
        **texts,
    )


def _problems_of(path: Path, table: dict[str, Any], places: Places) -> Iterator[Problem]:
    if not _SLUG.fullmatch(path.stem):
        remedy = "Use small letters, digits and single hyphens."
        yield Problem(path, 1, "file name", "The name is no address.", remedy)
    yield from table_problems(path, table, _LAW_FIELDS, places, 0)
    articles = table.get("provision")
    if not isinstance(articles, list) or not all(isinstance(article, dict) for article in articles):
        return
    seen: set[str] = set()
    for number, article in enumerate(articles, start=1):
        yield from table_problems(path, article, _ARTICLE_FIELDS, places, number)
        name = str(article.get("number"))
        if name in seen:
            message = f'"{name}" stands twice.'
            yield Problem(path, places.line(number, "number"), "number", message, "Join the two.")
        seen.add(name)


def _link_fault(value: str) -> tuple[str, str] | None:
    if re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}/\S*", value):
        return None
    return "This is no https address.", "Give the address on the official site, beginning with https://."


def _region_fault(value: str) -> tuple[str, str] | None:
    if _REGION.fullmatch(value):
        return None
    return f'"{value}" is not a region.', 'Write "EU", "UK", "US", "US-CA" or two letters of ISO 3166.'


_TEXT = Field(str, required=True, fault_in=text_fault)
_LAW_FIELDS = {
    "name": _TEXT,
    "title": _TEXT,
    "jurisdiction": _TEXT,
    "region": Field(str, required=True, fault_in=_region_fault),
    "regulators": Field(list, required=True, fault_in=texts_fault),
    "since": Field(date, required=True),
    "penalty": _TEXT,
    "link": Field(str, required=True, fault_in=_link_fault),
    "summary": _TEXT,
    "status": Field(str, fault_in=text_fault),
    "audience": Field(str, fault_in=one_of(AUDIENCES, "an audience")),
    "contracts_only": Field(bool),
    "only_named": Field(bool),
    "provision": Field(list, required=True),
}
_ARTICLE_FIELDS = {"number": _TEXT, "heading": _TEXT, "asks": _TEXT}
