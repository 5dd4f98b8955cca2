"""A version's text as Markdown, for those who read that: what `markdown_reading` makes of it is the same text again.

The text of a version looks like Markdown without being any: its rows stand alone, and nothing in it is escaped.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from provisions.analysis.structure import Block, Kind, blocks_of

# What means something anywhere in a line; an ampersand only where it begins a character's name.
_MEANING = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w+;)")
# What means something at the beginning of one: a heading, an item, a quotation, a line across, an underlining.
_BEGINNING = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|-(?=[-\s]*$)|=(?==*\s*$)|\d{1,9}(?=[.)](?:\s|$)))")
_CLOSING = re.compile(r"(#+)$")
_CELLS = " | "


def markdown_of(text: str) -> str:
    """The text of a version with its tables and escapes written out."""
    parts = "\n\n".join(_parts(placed.block for placed in blocks_of(text)))
    return f"{parts}\n" if parts else ""


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    for columns, run in groupby(blocks, _columns):
        if columns:
            yield _table([block.text.split(_CELLS) for block in run], columns)
        else:
            yield from _lines(run)


def _columns(block: Block) -> int:
    """How many cells a row has; 0 for what is no row. Rows of as many cells stand in one table."""
    return len(block.text.split(_CELLS)) if block.kind is Kind.ROW else 0


def _table(rows: list[list[str]], columns: int) -> str:
    """The first row as the table's head; a row alone has an empty one, for a head without rows is no table."""
    written = [_row([_escaped(cell).replace("|", "\\|") for cell in row]) for row in rows]
    if len(rows) == 1:
        written.insert(0, _row([""] * columns))
    written.insert(1, _row(["---"] * columns))
    return "\n".join(written)


def _row(cells: list[str]) -> str:
    return f"| {_CELLS.join(cells)} |"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    depth = 0
    for block in blocks:
        words = _escaped(block.text)
        if block.kind is Kind.HEADING:
            depth = 0
            yield f"{'#' * block.level} {_CLOSING.sub(_apart, words)}"
        elif block.kind is Kind.ITEM:
            # An item below none is an item of an item without words.
            depth = min(depth, block.level - 1)
            yield "  " * depth + "- " * (block.level - depth) + _begun(words)
            depth = block.level
        else:
            depth = 0
            yield _begun(words)


def _escaped(words: str) -> str:
    return _MEANING.sub(r"\\\g<0>", words)


def _begun(words: str) -> str:
    """The line with its beginning meaning nothing; a number is kept, what stands after it is escaped."""
    found = _BEGINNING.match(words)
    if found is None:
        return words
    if found[0].isdecimal():
        return f"{found[0]}\\{words[found.end() :]}"
    return f"\\{words}"


def _apart(hashes: re.Match[str]) -> str:
    return hashes[1].replace("#", "\\#")
