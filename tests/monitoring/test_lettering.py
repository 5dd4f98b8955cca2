"""Sheets of a PDF in any script: each line is in its own font, whatever the line before it took."""

import io

import pytest
from fpdf.enums import XPos, YPos
from pypdf import PdfReader

from monitoring.lettering import Lettered, needs_shaping


def test_a_line_after_one_that_began_in_another_font_can_be_read() -> None:
    sheets = Lettered("社会 Ж 개인 か")
    sheets.add_page()
    for style, size, words in (
        ("B", 24, "A heading"), ("", 13, "社会 Ж ab 개인 か"), ("", 13, "The next line"), ("B", 9, "か"), ("", 9, "The last")
    ):  # fmt: skip
        sheets.set_font("sans", style, size)
        sheets.set_text_color(90, 85, 74)
        sheets.multi_cell(0, 8, sheets.clean(words), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    text = PdfReader(io.BytesIO(sheets.whole())).pages[0].extract_text()
    assert text.split("\n") == ["A heading", "社会 Ж ab 개인 か", "The next line", "か", "The last"]


def test_letters_that_change_beside_each_other_do_so() -> None:
    """A conjunct is narrower than its letters, and a sign that is written before its letter stands there."""
    pytest.importorskip("uharfbuzz")
    words = "हम क्ष हिन्दी நாங்கள் We keep it."
    sheets = Lettered(words)
    sheets.add_page()
    sheets.set_font("sans", "", 13)
    apart = sum(sheets.get_string_width(each) for each in "कष")
    assert sheets.get_string_width("क्ष") < 0.9 * apart
    sheets.lines(words, 8)
    text = PdfReader(io.BytesIO(sheets.whole())).pages[0].extract_text()
    assert "We keep it." in text
    assert "हम" in text


def test_only_those_letters_are_shaped() -> None:
    assert not needs_shaping("We keep it. 社会 か")
    assert not needs_shaping("नमस्ते שלום"), "what is turned already would be turned again"
