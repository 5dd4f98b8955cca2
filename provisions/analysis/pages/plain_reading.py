"""Text out of a PDF, which knows only lines, brought back into headings, items and paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator

from provisions.analysis.pages.whitespace import clean
from provisions.analysis.structure import Block, Kind

_PAGE_NUMBER = re.compile(
    r"^(?:page\s+)?[-\u2013]?\s*\d{1,4}\s*[-\u2013]?(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)
_BULLET = re.compile(r"^(?:[•◦▪●○■□‣\u2043·➢✓*]|[-\u2013\u2014](?=\s)|o(?=\s))\s*")
_LETTERED = re.compile(r"^\(?(?:[a-z]|[ivx]{1,5})\)\s+\S")
_NUMBERED = re.compile(
    r"^(?:(?:section|article|part|chapter|clause)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})[.):]?\s+\S",
    re.IGNORECASE,
)
_ENDS = (".", ";", ":", "?", "!", "”", '"', ")", "。")
_LONGEST_HEADING = 90
_RUNNING_HEAD = 3  # a short line seen so often, once a page, is a running head


def blocks_of_plain(text: str) -> list[Block]:
    """Blocks in reading order; running heads and page numbers are left out."""
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    heads = _running_heads(pages)
    lines: list[str] = []
    for page in pages:
        kept = [
            line
            for line in map(clean, page.split("\n"))
            if line not in heads and not _PAGE_NUMBER.match(line)
        ]
        while kept and not kept[-1]:
            kept.pop()
        while kept and not kept[0]:
            kept.pop(0)
        # A sentence that runs over the page's end runs on.
        if lines and not lines[-1].endswith(_ENDS) and kept and kept[0][:1].islower():
            lines.extend(kept)
        else:
            lines.extend(("", *kept))
    return list(_blocks(lines))


def _running_heads(pages: list[str]) -> set[str]:
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in map(clean, page.split("\n")) if line]
        seen.update(set(lines[:2] + lines[-2:]))
    return {line for line, times in seen.items() if times >= _RUNNING_HEAD and len(line) <= _LONGEST_HEADING}


def _blocks(lines: list[str]) -> Iterator[Block]:
    width = max((len(line) for line in lines), default=0)
    gathered: list[str] = []
    item = False
    for number, line in enumerate(lines):
        bullet = _BULLET.match(line)
        starts = not line or bool(bullet) or bool(_LETTERED.match(line))
        # Without blank lines, a full stop on a line well short of the margin ends the paragraph.
        short = bool(gathered) and len(gathered[-1]) < 0.75 * width and gathered[-1].endswith(_ENDS)
        heading = _is_heading(line, gathered, lines[number + 1] if number + 1 < len(lines) else "")
        if gathered and (starts or short or heading):
            yield _block(gathered, item)
            gathered, item = [], False
        if heading:
            yield Block(Kind.HEADING, line, _level(line))
        elif bullet:
            item = True
            rest = line[bullet.end() :]
            gathered = [rest] if rest else []
        elif line:
            item = item or bool(_LETTERED.match(line))
            gathered.append(line)
    if gathered:
        yield _block(gathered, item)


def _is_heading(line: str, gathered: list[str], following: str) -> bool:
    if not line or len(line) > _LONGEST_HEADING or line.endswith((".", ";", ",", ":")) or _BULLET.match(line):
        return False
    if gathered and not gathered[-1].endswith(_ENDS):
        return False
    if following[:1].islower():
        return False
    letters = [letter for letter in line if letter.isalpha()]
    shouted = len(letters) >= 4 and all(letter.isupper() for letter in letters)
    numbered = _NUMBERED.match(line) is not None and len(line.split()) <= 10
    return shouted or numbered


def _level(line: str) -> int:
    numbered = _NUMBERED.match(line)
    return min(6, 2 + numbered[1].count(".")) if numbered else 2


def _block(lines: list[str], item: bool) -> Block:
    text = lines[0]
    for line in lines[1:]:
        text += line if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower() else f" {line}"
    return Block(Kind.ITEM, text, 1) if item else Block(Kind.PARAGRAPH, text)
