"""From received pages to one reading: HTML, PDF, Markdown or plain text, several pages read in order as one."""

from collections.abc import Sequence

from monitoring.errors import Failure, ReadingError
from monitoring.fetching.pages import Page, media_type
from monitoring.pdf import read_pdf
from platforms.archive import ReadText
from platforms.models import Document
from provisions.analysis.dates import stated_dates
from provisions.analysis.extraction import PARSER, Reading, read_html, read_markdown, read_plain
from provisions.analysis.pages.encoding import decode_page, looks_binary
from provisions.analysis.plausibility import Verdict, judge
from provisions.analysis.structure import text_of

MARKDOWN_TYPES = frozenset({"text/markdown", "text/x-markdown"})


def recipe_of(document: Document) -> dict[str, object]:
    """What reads this document's pages today. Two readings compare only when made by the same recipe."""
    recipe: dict[str, object] = {"parser": PARSER}
    if document.selector:
        recipe["selector"] = document.selector
    if document.exclude:
        recipe["exclude"] = list(document.exclude)
    return recipe


def read_pages(pages: Sequence[tuple[bytes, str]], document: Document) -> Reading:
    """One reading of (body, content type) pairs. Raises ReadingError for what holds no text at all."""
    readings = [_read(body, content_type, document) for body, content_type in pages]
    if len(readings) == 1:
        return readings[0]
    blocks = tuple(block for reading in readings for block in reading.blocks)
    first = readings[0]
    return Reading(blocks, text_of(blocks), first.title, first.language, first.signals)


def read_page(page: Page, document: Document) -> Reading:
    """One reading of a page as it was received. Raises ReadingError for what holds no text at all."""
    return read_pages([(part.body, part.content_type) for part in page.parts], document)


def verdict_on(reading: Reading, page: Page, document: Document, *, previous: str | None) -> Verdict:
    """Whether what was read off the page is still the document; `previous` is the text that stands, if one does."""
    return judge(
        reading,
        document_type=document.type,
        language=document.language,
        previous=previous,
        status=page.status,
    )


def text_to_keep(reading: Reading, document: Document) -> ReadText:
    """The reading as the archive keeps it, with the dates that the text states about itself."""
    dates = stated_dates(reading.blocks)
    return ReadText(
        text=reading.text,
        title=reading.title,
        language=reading.language or document.language,
        recipe=recipe_of(document),
        updated_on=dates.updated,
        effective_on=dates.effective,
    )


def _read(body: bytes, content_type: str, document: Document) -> Reading:
    kind = media_type(content_type)
    if kind == "application/pdf":
        return read_plain(read_pdf(body))
    if looks_binary(body):
        raise ReadingError(Failure.BINARY, "The page is not text.")
    markup = decode_page(body, content_type)
    if kind in MARKDOWN_TYPES:
        return read_markdown(markup)
    if kind == "text/plain":
        return read_plain(markup)
    return read_html(
        markup,
        selector=document.selector or None,
        exclude=tuple(document.exclude),
        document_type=document.type,
    )
