"""Rows of tables: which hold data, to be read as one line, and which only lay out the page."""

from selectolax.lexbor import LexborNode

from provisions.analysis.pages.page import Page, Piece
from provisions.analysis.structure import Kind

_LONGEST_ROW = 4000  # characters
_NOT_IN_DATA = frozenset(("table", "h1", "h2", "form", "nav", "header", "footer", "article", "main"))


def is_lone_row(row: LexborNode) -> bool:
    """Whether this is the only row of its table."""
    body = row.parent
    if _has_sibling(row, "tr"):
        return False
    return body is None or body.tag == "table" or not _has_sibling(body, "tbody", "thead", "tfoot")


def _has_sibling(node: LexborNode, *tags: str) -> bool:
    for step in ("next", "prev"):
        beside = getattr(node, step)
        while beside is not None and beside.tag not in tags:
            beside = getattr(beside, step)
        if beside is not None:
            return True
    return False


def join_row(page: Page, number: int) -> None:
    """Make one piece of a data row; a row of a table used for layout is left as it is."""
    row = page.elements[number]
    inside = page.elements[number + 1 :]
    pieces = page.pieces[row.first :]
    if len(pieces) < 2 or sum(len(piece.text) for piece in pieces) > _LONGEST_ROW:
        return
    # What frames headings and what belongs to them is a layout; so is a table of one row.
    if row.lone or any(element.tag in _NOT_IN_DATA for element in inside):
        return
    cells = [page.pieces[cell.first : cell.last] for cell in inside if cell.parent == number]
    if sum(1 for cell in cells if cell) < 2 or any(map(_has_sections, cells)):
        return
    text = " | ".join(" ".join(piece.text for piece in cell) for cell in cells)
    joined = Piece(Kind.ROW, 0, text, number)
    joined.link = sum(piece.link for piece in pieces)
    joined.fragment = sum(piece.fragment for piece in pieces)
    page.pieces[row.first :] = [joined]
    for element in inside:
        element.first = element.last = row.first + 1


def _has_sections(cell: list[Piece]) -> bool:
    return len(cell) > 2 and any(piece.kind is Kind.HEADING and piece.level <= 4 for piece in cell)
