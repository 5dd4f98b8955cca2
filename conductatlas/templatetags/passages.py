"""The text of a version as a page shows it: thousands of passages, so they are joined here and not in a template."""

from collections.abc import Iterable
from html import escape  # a tenth of the time that Django's own takes, which looks for lazy strings

from django import template
from django.utils.safestring import SafeString, mark_safe

from conductatlas.pages.reading import Line, Piece, Section
from conductatlas.templatetags.conductatlas import note
from provisions.analysis.structure import Kind

register = template.Library()


@register.filter
def text_html(sections: Iterable[Section]) -> SafeString:
    """Each passage with its address, the provisions marked in it, and beside it a note on each."""
    return mark_safe("\n".join(_passage(section) for section in sections))


def _passage(section: Section) -> str:
    lines = section.lines
    if section.kind is Kind.HEADING:
        tag = f"h{section.level}"
        return "".join(
            f'<{tag} id="c{line.start}">{_said(line)} {_link(line, "heading")}</{tag}>' for line in lines
        )
    notes = _notes(section)
    if section.kind is Kind.PARAGRAPH:
        return "".join(
            f'<div class="passage" id="c{line.start}"><div class="said"><p>{_said(line)}{_link(line, "paragraph")}</p></div>'
            f"{notes}</div>"
            for line in lines
        )
    if section.kind is Kind.ITEM:
        items = "".join(
            f'<li id="c{line.start}" class="depth-{line.depth}">{_said(line)}{_link(line, "item")}</li>'
            for line in lines
        )
        return f'<div class="passage"><ul class="said">{items}</ul>{notes}</div>'
    rows = "".join(
        f'<tr id="c{line.start}">{"".join(f"<td>{escape(cell)}</td>" for cell in line.cells)}</tr>'
        for line in lines
    )
    return f'<div class="passage"><div class="said scroll"><table><tbody>{rows}</tbody></table></div>{notes}</div>'


def _said(line: Line) -> str:
    return "".join(
        f'<span class="told"{_anchor(piece)}>{escape(piece.text)}</span>'
        if piece.provision
        else escape(piece.text)
        for piece in line.pieces
    )


def _anchor(piece: Piece) -> str:
    return f' id="c{piece.anchor}"' if piece.anchor else ""


def _link(line: Line, noun: str) -> str:
    return f'<a class="perma" href="#c{line.start}" aria-label="Link to this {noun}">#</a>'


def _notes(section: Section) -> str:
    if not section.provisions:
        return ""
    notes = "".join(f"<li>{note(provision)}</li>" for provision in section.provisions)
    return f'<ul class="notes" aria-label="Provisions in this passage">{notes}</ul>'
