"""Reading a page, an imported Markdown text or the text of a PDF into the blocks of a version."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from provisions.analysis.gate.signals import Signals
from provisions.analysis.pages.chrome import chrome_text
from provisions.analysis.pages.container import policy_pieces
from provisions.analysis.pages.markdown_reading import markup_of
from provisions.analysis.pages.nesting import flatten
from provisions.analysis.pages.page import Page, Piece
from provisions.analysis.pages.plain_reading import blocks_of_plain
from provisions.analysis.pages.rendering import walk
from provisions.analysis.pages.whitespace import clean, count_words
from provisions.analysis.structure import Block, Kind, text_of

PARSER = 1  # the number of the reading; a new one means that the same bytes may read differently

_LONGEST_MARKUP = 20_000_000
_OPENING = 600
_CLOSED_LAST = ("li", "ul", "ol")
_CLOSED = ("div", "section", "article", "main", "table", "ul", "ol")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: `text` is the canonical form of `blocks`."""

    blocks: tuple[Block, ...]
    text: str
    title: str
    language: str | None
    signals: Signals


def read_html(
    markup: str, *, selector: str | None = None, exclude: tuple[str, ...] = (), document_type: str = ""
) -> Reading:
    """The policy's own text out of a page.

    `selector` is an editor's override: what it matches is the text, in the order of the page. What the selectors
    in `exclude` match is left out of either. `document_type`, such as "Privacy Policy", picks the part of a page
    that holds several documents. Raises ValueError for a selector that is no CSS.
    """
    complete = _is_complete(markup)
    markup = flatten(markup[:_LONGEST_MARKUP])
    tree = LexborHTMLParser(markup)
    if exclude:
        for pattern in exclude:
            for node in _select(tree, pattern):
                node.decompose()
    page = _walked(tree)
    if selector is None:
        pieces = policy_pieces(page, document_type)
    else:
        pieces = [piece for piece in _selected(tree, selector) if not chrome_text(piece)]
    signals = _signals(page, complete)
    if not complete and pieces and pieces[-1] is page.pieces[-1]:
        signals = replace(signals, open_at_end=_stops_within(markup))
    return _reading(pieces, page.title, signals)


def read_markdown(markdown: str) -> Reading:
    """An imported text: links reduced to their text, escapes undone, emphasis dropped, tables as rows."""
    page = _walked(LexborHTMLParser(flatten(markup_of(markdown))))
    return _reading(page.pieces, "", _signals(page, complete=True))


def read_plain(text: str, title: str = "") -> Reading:
    """The text of a PDF, its lines joined into paragraphs; `title` is the document's own, if it states one."""
    blocks = tuple(blocks_of_plain(text))
    words = sum(count_words(block.text) for block in blocks)
    opening = " ".join(block.text for block in blocks[:20])[:_OPENING]
    heading = next((block.text for block in blocks if block.kind is Kind.HEADING), "")
    signals = Signals(head_title=clean(title), visible_words=words, opening=opening)
    return Reading(blocks, text_of(blocks), clean(title) or heading, None, signals)


def _reading(pieces: Iterable[Piece], title: str, signals: Signals) -> Reading:
    blocks = tuple(Block(piece.kind, piece.text, piece.level) for piece in pieces)
    heading = next((block.text for block in blocks if block.kind is Kind.HEADING and block.level == 1), "")
    return Reading(blocks, text_of(blocks), heading or title, signals.declared_language, signals)


def _walked(tree: LexborHTMLParser) -> Page:
    return walk(tree.root) if tree.root is not None else Page()


def _select(tree: LexborHTMLParser, pattern: str) -> list[LexborNode]:
    try:
        return list(tree.css(pattern))
    except (SelectolaxError, ValueError) as error:
        raise ValueError(f"not a CSS selector: {pattern!r}") from error


def _selected(tree: LexborHTMLParser, selector: str) -> list[Piece]:
    """Pieces of the matched elements; one that lies within another is read once."""
    pieces: list[Piece] = []
    taken: set[int] = set()
    for node in _select(tree, selector):
        above = node.parent
        while above is not None and above.mem_id not in taken:
            above = above.parent
        if above is None:
            taken.add(node.mem_id)
            pieces.extend(walk(node).pieces)
    return pieces


def _is_complete(markup: str) -> bool:
    """Whether the markup was closed; a page cut on its way is not."""
    tail = markup[-5000:].lower()
    if "</html" in tail or "</body" in tail:
        return True
    if any(end in markup for end in ("</html", "</body", "</HTML", "</BODY")):
        return True
    # Both end tags may be left out; then whatever else was opened is closed.
    lower = markup.lower()
    return "<body" not in lower and all(lower.count(f"<{tag}") == lower.count(f"</{tag}") for tag in _CLOSED)


def _stops_within(markup: str) -> bool:
    """Whether an item or a list is open at the end, on a page that closes such."""
    lower = markup.lower()
    return any(0 <= lower.rfind(f"</{tag}>") < lower.rfind(f"<{tag}>") for tag in _CLOSED_LAST)


def _signals(page: Page, complete: bool) -> Signals:
    opening: list[str] = []
    size = words = 0
    for piece in page.pieces:
        words += count_words(piece.text)
        if size < _OPENING:
            opening.append(piece.text)
            size += len(piece.text) + 1
    return Signals(
        head_title=page.title,
        declared_language=page.language or None,
        visible_words=words,
        script_bytes=page.script_bytes,
        has_password_field=page.password,
        forms=page.forms,
        markup_complete=complete,
        meta_refresh=page.refresh,
        noscript=page.noscript,
        opening=" ".join(opening)[:_OPENING],
        canonical_url=page.canonical,
    )
