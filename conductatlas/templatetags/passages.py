"""The text of a version as a page shows it: thousands of passages, so they are joined here and not in a template."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape  # a tenth of the time that Django's own takes, which looks for lazy strings

from django import template
from django.utils.safestring import SafeString, mark_safe

from conductatlas.pages.reading import Line, Piece, Section, phrase_pattern
from conductatlas.templatetags.conductatlas import note
from provisions.analysis.structure import Kind

register = template.Library()


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a text is set: what the links to its passages begin with, and what is marked in it."""

    base: str
    sought: re.Pattern[str] | None

    def words(self, text: str) -> str:
        """Escaped, with what is sought marked."""
        if self.sought is None:
            return escape(text)
        pieces = self.sought.split(text)
        return "".join(
            f"<mark>{escape(piece)}</mark>" if place % 2 else escape(piece)
            for place, piece in enumerate(pieces)
        )


@register.simple_tag
def text_html(sections: Iterable[Section], base: str = "", words: str = "") -> SafeString:
    """Each passage with its address, the provisions marked in it, and beside it a note on each.

    `base` is the page that the passages' addresses belong to, where it is another one; `words` are marked.
    """
    manner = _Manner(base, phrase_pattern(words))
    return mark_safe("\n".join(_passage(section, manner) for section in sections))


def _passage(section: Section, manner: _Manner) -> str:
    lines = section.lines
    if section.kind is Kind.HEADING:
        tag = f"h{section.level}"
        return "".join(
            f'<{tag} id="c{line.start}">{_said(line, manner)} {_link(line, "heading", manner)}</{tag}>'
            for line in lines
        )
    notes = _notes(section)
    if section.kind is Kind.PARAGRAPH:
        return "".join(
            f'<div class="passage" id="c{line.start}"><div class="said"><p>{_said(line, manner)}'
            f"{_link(line, 'paragraph', manner)}</p></div>{notes}</div>"
            for line in lines
        )
    if section.kind is Kind.ITEM:
        items = "".join(
            f'<li id="c{line.start}" class="depth-{line.depth}">{_said(line, manner)}{_link(line, "item", manner)}</li>'
            for line in lines
        )
        return f'<div class="passage"><ul class="said">{items}</ul>{notes}</div>'
    rows = "".join(
        f'<tr id="c{line.start}">{"".join(f"<td>{manner.words(cell)}</td>" for cell in line.cells)}</tr>'
        for line in lines
    )
    return (
        f'<div class="passage"><div class="said scroll" tabindex="0" role="region" aria-label="Table">'
        f"<table><tbody>{rows}</tbody></table></div>{notes}</div>"
    )


def _said(line: Line, manner: _Manner) -> str:
    return "".join(
        f'<span class="told"{_anchor(piece)}>{manner.words(piece.text)}</span>'
        if piece.provision
        else manner.words(piece.text)
        for piece in line.pieces
    )


def _anchor(piece: Piece) -> str:
    return f' id="c{piece.anchor}"' if piece.anchor else ""


def _link(line: Line, noun: str, manner: _Manner) -> str:
    return f'<a class="perma" href="{manner.base}#c{line.start}" aria-label="Link to this {noun}">#</a>'


def _notes(section: Section) -> str:
    if not section.provisions:
        return ""
    notes = "".join(f"<li>{note(provision)}</li>" for provision in section.provisions)
    return f'<ul class="notes" aria-label="Provisions in this passage">{notes}</ul>'
