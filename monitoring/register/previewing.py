"""One page read for a preview: what it is, what it says, or why the quality gate refuses it. Nothing is archived."""

from dataclasses import asdict, dataclass, field
from typing import Any

from monitoring.errors import Failure, FetchError, ReadingError
from monitoring.fetching.pages import Method, Page, PageRequest
from monitoring.pipeline import Fetch
from monitoring.reading import read_page, verdict_on
from platforms.models import Document
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.analysis.clauses import split_clauses
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.extraction import Reading
from provisions.analysis.gate.languages import language_of
from provisions.analysis.pages.whitespace import count_words
from provisions.analysis.structure import Kind

_PARAGRAPHS, _CHARACTERS = 3, 420
_SHOWN = 4
_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision as the preview shows it."""

    label: str
    severity: str
    quote: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What was read. With `reason` set the page was refused, and the reason says why."""

    final_url: str = ""
    title: str = ""
    language: str = ""
    words: int = 0
    opening: list[str] = field(default_factory=list)
    provisions: int = 0
    passages: list[Passage] = field(default_factory=list)
    needs_browser: bool = False
    reason: str = ""

    def to_keep(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def preview_page(url: str, document_type: str, fetch: Fetch, page: Page | None = None) -> Preview:
    """Fetch, read and judge one address as a document of that type. `page` is what was fetched of it already."""
    methods: tuple[Method, ...] = ("http", "browser")
    preview = Preview()
    for method in methods:
        try:
            page = page or fetch(PageRequest(url=url, method=method))
        except FetchError as error:
            return Preview(reason=f"{error.failure.in_words} {error.detail}".strip())
        preview, shell = _read(page, document_type, needs_browser=method == "browser")
        if not shell:
            break
        page = None
    return preview


def _read(page: Page, document_type: str, *, needs_browser: bool) -> tuple[Preview, bool]:
    """The preview, and whether the page is an empty frame that a browser may fill."""
    blank = Document(type=document_type, urls=[page.request_url])
    try:
        reading = read_page(page, blank)
    except ReadingError as error:
        return Preview(
            final_url=page.final_url, reason=f"{error.failure.in_words} {error.detail}".strip()
        ), False
    language = blank.language = _language_of(reading)
    verdict = verdict_on(reading, page, blank, previous=None)
    read = (
        []
        if verdict.doubt
        else [found for clause in split_clauses(reading.text) if (found := read_clause(clause))]
    )
    paragraphs = [block.text for block in reading.blocks if block.kind is Kind.PARAGRAPH]
    preview = Preview(
        final_url=page.final_url,
        title=(reading.title or reading.signals.head_title)[:200],
        language=language,
        words=count_words(reading.text),
        opening=[_cut(text) for text in paragraphs[:_PARAGRAPHS]],
        provisions=len(read),
        passages=_weightiest(read),
        needs_browser=needs_browser,
        reason=verdict.reason,
    )
    shell = verdict.doubt is not None and Failure(verdict.doubt.value) is Failure.SHELL
    return preview, shell and not needs_browser


def _language_of(reading: Reading) -> str:
    found, _ = language_of(reading.text)
    return (reading.language or found or _FALLBACK)[:12]


def _weightiest(read: list[ReadClause]) -> list[Passage]:
    worst = sorted(read, key=lambda each: -each.severity.points)[:_SHOWN]
    return [
        Passage(TYPES_BY_SLUG[each.type].label, each.severity.level.value, _cut(each.clause.text))
        for each in worst
    ]


def _cut(text: str) -> str:
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS].rsplit(' ', 1)[0]} …"
