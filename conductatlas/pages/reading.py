"""A version's text as a reader sees it: sections with addresses, and the provisions marked where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from provisions.analysis.structure import Kind, PlacedBlock, blocks_of
from provisions.models import Provision


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block's text; `provision` where it is (part of) one, `anchor` where an address is needed."""

    text: str
    provision: Provision | None = None
    anchor: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One block: its pieces, where it starts in the text, its depth (lists), its cells (rows)."""

    start: int
    pieces: tuple[Piece, ...]
    depth: int = 0
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class Section:
    """A heading, a paragraph, or consecutive list items or rows, with the provisions that begin in it."""

    kind: Kind
    level: int
    lines: list[Line] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)


@dataclass(slots=True)
class Heading:
    """An entry of a document's outline with the provisions that stand under it, up to the next heading."""

    text: str
    level: int
    start: int
    provisions: list[Provision] = field(default_factory=list)


def sections_of(text: str, provisions: Sequence[Provision]) -> list[Section]:
    """The text in reading order. `provisions` must be sorted by `start`."""
    sections: list[Section] = []
    starts = [provision.start for provision in provisions]
    first = 0  # of the provisions that do not end before this block
    for placed in blocks_of(text):
        block = placed.block
        joins = sections and sections[-1].kind is block.kind and block.kind in (Kind.ITEM, Kind.ROW)
        if not joins:
            # The page has its own h1, so the text's headings begin one level down.
            sections.append(
                Section(block.kind, min(6, max(2, block.level + 1)) if block.kind is Kind.HEADING else 0)
            )
        while first < len(provisions) and provisions[first].end <= placed.start:
            first += 1
        begun = provisions[first : bisect_left(starts, placed.end, first)]
        inside = [p for p in begun if p.end > placed.start]
        sections[-1].provisions += [p for p in inside if placed.start <= p.start]
        sections[-1].lines.append(_line(placed, inside))
    return sections


def _line(placed: PlacedBlock, inside: Iterable[Provision]) -> Line:
    block = placed.block
    if block.kind is Kind.ROW:
        cells = tuple(cell.strip() for cell in block.text.split(" | "))
        return Line(placed.start, (Piece(block.text),), cells=cells)
    pieces, at = [], placed.start
    for provision in inside:
        start, end = max(provision.start, at), min(provision.end, placed.end)
        if start > at:
            pieces.append(Piece(block.text[at - placed.start : start - placed.start]))
        if end > start:
            anchor = start if start == provision.start and start != placed.start else None
            pieces.append(Piece(block.text[start - placed.start : end - placed.start], provision, anchor))
            at = end
    if at < placed.end:
        pieces.append(Piece(block.text[at - placed.start :]))
    return Line(placed.start, tuple(pieces), depth=min(block.level, 4) if block.kind is Kind.ITEM else 0)


def outline_of(text: str, provisions: Sequence[Provision]) -> list[Heading]:
    """The headings of a text; what stands before the first is under one without words. Headings of nothing stay."""
    outline = [Heading("", 1, 0)]
    outline += [
        Heading(placed.block.text, placed.block.level, placed.start)
        for placed in blocks_of(text)
        if placed.block.kind is Kind.HEADING
    ]
    place = 0
    for provision in provisions:
        while place + 1 < len(outline) and outline[place + 1].start <= provision.start:
            place += 1
        outline[place].provisions.append(provision)
    return outline if outline[0].provisions else outline[1:]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has the words sought: where it starts, and its text."""

    start: int
    text: str


def phrase_pattern(words: str) -> re.Pattern[str] | None:
    """Finds the words as they were typed, in any case and however they are spaced; None for none."""
    parts = [re.escape(part) for part in words.split()]
    return re.compile("(" + r"\s+".join(parts) + ")", re.IGNORECASE) if parts else None


def hits_in(text: str, words: str) -> list[Hit]:
    """The passages of a text in which the words stand, in reading order."""
    pattern = phrase_pattern(words)
    if pattern is None:
        return []
    return [
        Hit(placed.start, placed.block.text)
        for placed in blocks_of(text)
        if pattern.search(placed.block.text)
    ]
