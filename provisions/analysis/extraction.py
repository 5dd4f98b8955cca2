"""Reading a page, an imported Markdown text or the text of a PDF into the blocks of a version."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from provisions.analysis.container import policy_pieces
from provisions.analysis.rendering import walk
from provisions.analysis.signals import Signals
from provisions.analysis.structure import Block, text_of
from provisions.analysis.whitespace import clean

PARSER = 1


@dataclass(frozen=True, slots=True)
class Reading:
    blocks: tuple[Block, ...]
    text: str
    title: str
    language: str | None
    signals: Signals


def read_html(markup: str, *, selector: str | None = None, exclude: tuple[str, ...] = ()) -> Reading:
    tree = LexborHTMLParser(markup)
    page = walk(tree.root)
    title = tree.css_first("title")
    page.title = clean(title.text()) if title is not None else ""
    blocks = tuple(Block(p.kind, p.text, p.level) for p in policy_pieces(page))
    return Reading(blocks, text_of(blocks), "", None, Signals())
