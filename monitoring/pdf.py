"""The text of a PDF: lines put back into paragraphs, running heads and page numbers left out."""

import io
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from monitoring.errors import Failure, ReadingError

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_PAGES = 500
MOST_SECONDS = 30.0

_FEWEST_LETTERS = 40  # under this a "document" is a scan with a stamp on it
_EDGE_LINES = 2  # running heads and page numbers stand in the first and last two lines of a page
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p[aá]gina|pag\.?|[-\u2013\u2014])?\s*\d{1,4}\s*(?:(?:of|/|von|de|sur)\s*\d{1,4}|[-\u2013\u2014])?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•‣◦▪●○■\u2013·*-]\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s")
_SENTENCE_END = (".", "!", "?", ":", ";", "。", "”", '"', ")")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " ", "\x00": None}
)


_Fragment = tuple[str, list[float], list[float], float]  # text, page matrix, text matrix, font size


@dataclass(slots=True)
class _Line:
    text: str
    left: float
    height: float  # above the foot of the page, in points
    size: float
    page: int


def read_pdf(
    body: bytes, *, seconds: float = MOST_SECONDS, clock: Callable[[], float] = time.monotonic
) -> str:
    """Paragraphs, headings and list items as plain text, a blank line between two; for extraction.read_plain.

    Raises ReadingError: PDF_UNREADABLE (not a PDF, locked, only pictures, over `seconds`) or TOO_LARGE.
    """
    if b"%PDF-" not in body[:1024]:
        raise ReadingError(Failure.PDF_UNREADABLE, "It is not a PDF.")
    deadline = clock() + seconds
    try:
        pages = list(_pages(body, deadline, clock))
    except ReadingError:
        raise
    except (
        Exception
    ) as error:  # a broken file makes pypdf raise nearly anything, KeyError and RecursionError included
        raise ReadingError(
            Failure.PDF_UNREADABLE, f"It is damaged ({type(error).__name__}: {error})."
        ) from error
    if sum(character.isalpha() for line in chain(*pages) for character in line.text) < _FEWEST_LETTERS:
        raise ReadingError(Failure.PDF_UNREADABLE, "It holds pictures, not text; probably a scan.")
    lines = _without_running_heads(pages)
    return "\n\n".join(_paragraphs(lines)) + "\n"


def _pages(body: bytes, deadline: float, clock: Callable[[], float]) -> Iterator[list[_Line]]:
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415  10 MiB, and most workers never meet a PDF

    reader = PdfReader(io.BytesIO(body))
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise ReadingError(Failure.PDF_UNREADABLE, "It is locked with a password.")
    if len(reader.pages) > MOST_PAGES:
        raise ReadingError(Failure.TOO_LARGE, f"The PDF has {len(reader.pages)} pages; we read {MOST_PAGES}.")

    def watch(*_: Any) -> None:
        if clock() > deadline:
            raise ReadingError(Failure.PDF_UNREADABLE, "Reading it took too long.")

    for number, page in enumerate(reader.pages):
        watch()
        yield list(_lines(_fragments(page, watch), number))


def _fragments(page: "PageObject", watch: Callable[..., None]) -> list[_Fragment]:
    """What pypdf reports of the page's text; `watch` is called at every operator, and may raise."""
    fragments: list[_Fragment] = []

    def keep(*seen: Any) -> None:
        text, cm, tm, _font, size = seen
        fragments.append((text, list(cm), list(tm), size))

    page.extract_text(visitor_text=keep, visitor_operand_before=watch)
    return fragments


def _lines(fragments: list[_Fragment], page: int) -> Iterator[_Line]:
    """Lines of the page in the order of its content, each placed by its first fragment that shows
    something."""
    line = _Line("", 0.0, 0.0, 0.0, page)
    for text, cm, tm, size in fragments:
        for index, piece in enumerate(text.split("\n")):
            if index and line.text.strip():
                yield _clean(line)
            if index:
                line = _Line("", 0.0, 0.0, 0.0, page)
            if piece.strip() and not line.text.strip():
                line.left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                line.height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                line.size = abs(size * tm[3] * cm[3])
            line.text += piece
    if line.text.strip():
        yield _clean(line)


def _clean(line: _Line) -> _Line:
    line.text = " ".join(line.text.translate(_LIGATURES).split())
    return line


def _without_running_heads(pages: list[list[_Line]]) -> list[_Line]:
    """Lines at the edges that come on half of the pages, whatever their numbers, and bare page numbers,
    go."""
    filled = [page for page in pages if page]
    edges = [_edge(page) for page in filled]
    seen = Counter(shape for edge in edges for shape in {_shape(line) for line in edge})
    enough = max(2, len(filled) / 2)

    def is_running(line: _Line) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(line.text)) or (len(filled) > 1 and seen[_shape(line)] >= enough)

    kept = []
    for page, edge in zip(filled, edges, strict=True):
        dropped = {id(line) for line in edge if is_running(line)}
        kept += [line for line in page if id(line) not in dropped]
    return kept


def _edge(page: list[_Line]) -> list[_Line]:
    by_height = sorted(page, key=lambda line: -line.height)
    return (
        by_height if len(by_height) <= 2 * _EDGE_LINES else by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]
    )


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    leading = _usual_leading(lines)
    words = Counter(re.findall(r"[\w-]+", " ".join(line.text for line in lines).lower()))
    widest = max((len(line.text) for line in lines), default=0)
    paragraph = lines[0].text if lines else ""
    for above, line in pairwise(lines):
        if _begins_paragraph(above, line, leading, widest):
            yield paragraph
            paragraph = line.text
        else:
            paragraph = _join(paragraph, line.text, words)
    if paragraph:
        yield paragraph


def _usual_leading(lines: list[_Line]) -> float:
    """The distance between two lines of one paragraph, in points: a low percentile, as gaps only widen it."""
    gaps = sorted(
        above.height - line.height
        for above, line in pairwise(lines)
        if above.page == line.page and 0.5 < above.height - line.height < 3 * max(above.size, 4.0)
    )
    return gaps[len(gaps) * 3 // 10] if gaps else 0.0


def _begins_paragraph(above: _Line, line: _Line, leading: float, widest: int) -> bool:
    larger = max(above.size, line.size)
    if abs(above.size - line.size) > 0.08 * larger or _BULLET.match(line.text):
        return True
    ended = above.text.endswith(_SENTENCE_END)
    drop = above.height - line.height
    if above.page != line.page or drop < 0:  # the next page or column: the sentence tells
        return ended or not (line.text[:1].islower() or len(above.text) > 0.75 * widest)
    if leading and drop > 1.3 * leading:
        return True
    indented = leading > 0 and line.left - above.left > 0.8 * line.size
    return ended and (indented or len(above.text) < 0.6 * widest)


def _join(before: str, after: str, words: Counter[str]) -> str:
    """Two lines of a paragraph. A hyphen at the line's end stays where the document writes the word with
    one."""
    if before.endswith("\xad"):
        return before[:-1] + after
    if len(before) > 1 and before[-1] in "-\u2010" and before[-2].isalpha() and after[:1].islower():
        head = re.split(r"\s", before)[-1][:-1].lower()
        tail = re.split(r"[^\w-]", after)[0].lower()
        hyphenated = words[f"{head}-{tail}"] > words[f"{head}{tail}"]
        return before + after if hyphenated else before[:-1] + after
    return f"{before} {after}"
