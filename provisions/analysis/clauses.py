"""A version's text cut into clauses: the passages a careful reader would quote, with where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from provisions.analysis.sentences import sentence_spans
from provisions.analysis.structure import Block, Kind, PlacedBlock, blocks_of

_LONG = 120  # words; a longer paragraph is quoted in parts
_PART = 60  # words after which such a part may end
_REST = 30  # words; a shorter rest stays with the part before it
_SHORT = 8  # words; a shorter list item says nothing without its neighbours
_LIST = 160  # words; a longer run of short items is quoted in parts
_LEAD_SIGNS = (":", "：", "—", "–")
_LEAD_WORDS = ("following", "below", "include", "including", "folgende", "suivants", "siguientes")
# Many pages set their titles as plain paragraphs; a number or capitals throughout give them away.
_TITLE = 10  # words at most
_TITLE_LEVEL = 7  # below every real heading
_NUMBERED = re.compile(
    r"(?:(?i:section|article|part)\s+(?:\d{1,2}|[IVX]{1,4})\b|(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,4})[.)]"
    r"|\d{1,2}(?:\.\d{1,2})+)[.):]?\s+[\"“‘(]?[^\W\d_a-z]"
)
_LETTERED = re.compile(r"[A-Za-z][.)]\s")  # usually a part of a numbered section
_CONTINUES = (
    "this ", "these ", "those ", "such ", "that ", "it ", "they ", "however", "for example", "in addition",
    "additionally", "also", "otherwise", "therefore", "as a result", "for instance", "in such ", "in this ",
    "in these ", "in that ", "moreover", "furthermore", "accordingly", "nor ", "and ", "but ", "or ", "if so",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A quotable passage: `text` is exactly the version's text from `start` to `end` (characters).

    A list of short items is one clause with its lead-in, so `text` may hold line breaks and list markers.
    `trail` are the headings above, outermost first; `lead_in` is the sentence a list item completes.
    """

    start: int
    end: int
    text: str
    kind: Kind
    trail: tuple[str, ...] = ()
    lead_in: str = ""


def split_clauses(text: str) -> list[Clause]:
    """The clauses of a canonical text in reading order; headings are not clauses."""
    return [unit for unit in split_units(text) if unit.kind is not Kind.HEADING]


@lru_cache(maxsize=2)  # the two texts of a change are cut to be compared, and again to follow the provisions
def split_units(text: str) -> tuple[Clause, ...]:
    """Clauses and headings: together they hold every word of the text, once and in order."""
    return tuple(_Cutter(text).units)


class _Cutter:
    """Walks the blocks of a text once, remembering the headings and lead-ins it stands under."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.units: list[Clause] = []
        self.headings: list[tuple[int, str]] = []
        self.trail: tuple[str, ...] = ()
        self.leads: list[tuple[int, str]] = []  # depth (0 for a paragraph) and sentence of the open lead-ins
        self.joinable = False  # whether a short item may be joined to the last unit
        blocks = blocks_of(text)
        for place, placed in enumerate(blocks):
            following = blocks[place + 1].block if place + 1 < len(blocks) else placed.block
            self._take(placed, following.level if following.kind is Kind.ITEM else 0)

    def _take(self, placed: PlacedBlock, list_depth: int) -> None:
        block = placed.block
        level = block.level if block.kind is Kind.HEADING else _title_level(block)
        if level:
            self._take_heading(placed, level)
            return
        depth = block.level if block.kind is Kind.ITEM else 0
        while self.leads and self.leads[-1][0] >= max(depth, 1 if block.kind is Kind.ITEM else 0):
            self.leads.pop()
        words = block.text.count(" ") + 1
        short = words < _SHORT and block.kind is not Kind.PARAGRAPH
        leading = list_depth > depth and _leads(block.text)
        if not (short and self._join(placed)):
            self._cut(placed, words, isolate_last=leading)
        self.joinable = short or leading
        if leading:
            self.leads.append((depth, _last_sentence(block.text)))

    def _take_heading(self, placed: PlacedBlock, level: int) -> None:
        block = placed.block
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.units.append(Clause(placed.start, placed.end, block.text, Kind.HEADING, self._trail()))
        self.headings.append((level, block.text))
        self.trail = self._trail()
        self.leads.clear()
        self.joinable = False

    def _trail(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def _join(self, placed: PlacedBlock) -> bool:
        last = self.units[-1] if self.joinable else None
        if last is None or (placed.block.kind is Kind.ROW) != (last.kind is Kind.ROW):
            return False
        joined = self.text[last.start : placed.end]
        if joined.count(" ") > _LIST:
            return False
        self.units[-1] = Clause(last.start, placed.end, joined, last.kind, last.trail, last.lead_in)
        return True

    def _cut(self, placed: PlacedBlock, words: int, *, isolate_last: bool) -> None:
        block = placed.block
        lead_in = self.leads[-1][1] if self.leads else ""
        spans = _parts(block.text, isolate_last=isolate_last) if words > _LONG else [(0, len(block.text))]
        for start, end in spans:
            self.units.append(
                Clause(
                    placed.start + start,
                    placed.start + end,
                    block.text[start:end],
                    block.kind,
                    self.trail,
                    lead_in,
                )
            )


def _title_level(block: Block) -> int:
    """The level of a paragraph that is a title, by the depth of its number; 0 for all others."""
    text = block.text
    if block.kind is not Kind.PARAGRAPH or len(text) > 100 or text.endswith((".", ":", ";", ",", "!", "?")):
        return 0
    if text.count(" ") >= _TITLE:
        return 0
    number = _NUMBERED.match(text)
    if number:
        return _TITLE_LEVEL + max(0, len(re.findall(r"\d+", number[0])) - 1) + bool(_LETTERED.match(text))
    capitals = len(text) > 4 and text.isupper() and not any(character.isdigit() for character in text)
    return _TITLE_LEVEL if capitals else 0


def _leads(text: str) -> bool:
    """Whether a list that follows `text` hangs on its last sentence."""
    if text.endswith(_LEAD_SIGNS):
        return True
    ending = text[-90:].casefold()
    return not text.endswith((".", "!", "?")) or any(word in ending for word in _LEAD_WORDS)


def _last_sentence(text: str) -> str:
    start, end = sentence_spans(text)[-1]
    return text[start:end]


def _parts(text: str, *, isolate_last: bool) -> list[tuple[int, int]]:
    """Spans of consecutive sentences that belong together; the lead-in of a list stands alone."""
    sentences = [*sentence_spans(text)]
    last = [sentences.pop()] if isolate_last and len(sentences) > 1 else []
    parts = list(_grouped(text, sentences))
    if len(parts) > 1 and text.count(" ", *parts[-1]) < _REST:
        rest = parts.pop()
        parts[-1] = (parts[-1][0], rest[1])
    return parts + last


def _grouped(text: str, sentences: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, words = sentences[0][0], 0
    for place, (_, end) in enumerate(sentences):
        words += text.count(" ", sentences[place][0], end) + 1
        following = sentences[place + 1][0] if place + 1 < len(sentences) else None
        if following is None:
            yield start, end
        elif words >= _LONG or (words >= _PART and not _continues(text, following)):
            yield start, end
            start, words = following, 0


def _continues(text: str, start: int) -> bool:
    """Whether the sentence beginning at `start` leans on the one before it."""
    return text[start : start + 24].casefold().startswith(_CONTINUES)
