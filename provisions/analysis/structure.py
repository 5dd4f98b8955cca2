"""The shape of a version's text: headings, paragraphs, list items and table rows, written and read back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_MARKER = re.compile(r"(?:(#{1,6}) |((?:  )*)- |(\| ))")
_LOOKS_LIKE_MARKER = re.compile(r"#{1,6} |- |\| ")


class Kind(StrEnum):
    """What a block of text was on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of text in reading order; `level` is 1-6 for headings, the depth from 1 for list items."""

    kind: Kind
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and where its text (without the marker) stands in the version's text, in characters."""

    block: Block
    start: int
    end: int


def text_of(blocks: Iterable[Block]) -> str:
    """The canonical text: one line a block, blank lines between, a final newline; empty for no blocks.

    A row's text holds its cells joined by " | ". `blocks_of` reads the same blocks back.
    """
    body = "\n\n".join(_line(block) for block in blocks)
    return f"{body}\n" if body else ""


def blocks_of(text: str) -> list[PlacedBlock]:
    """The blocks of a canonical text with the offsets of their text."""
    placed: list[PlacedBlock] = []
    position = 0
    for line in text.split("\n"):
        if line:
            block, offset = _read(line)
            start = position + offset
            placed.append(PlacedBlock(block, start, start + len(block.text)))
        position += len(line) + 1
    return placed


def _line(block: Block) -> str:
    if block.kind is Kind.HEADING:
        return f"{'#' * max(1, min(6, block.level))} {block.text}"
    if block.kind is Kind.ITEM:
        return f"{'  ' * (max(1, block.level) - 1)}- {block.text}"
    if block.kind is Kind.ROW:
        return f"| {block.text} |"
    # A paragraph that happens to begin like a marker keeps its meaning behind a zero-width space.
    return f"\u200b{block.text}" if _LOOKS_LIKE_MARKER.match(block.text) else block.text


def _read(line: str) -> tuple[Block, int]:
    match = _MARKER.match(line)
    if match is None:
        hidden = line.startswith("\u200b")
        return Block(Kind.PARAGRAPH, line[hidden:]), int(hidden)
    offset = match.end()
    if match[1]:
        return Block(Kind.HEADING, line[offset:], len(match[1])), offset
    if match[3]:
        return Block(Kind.ROW, line[offset:].removesuffix(" |")), offset
    return Block(Kind.ITEM, line[offset:], len(match[2]) // 2 + 1), offset
