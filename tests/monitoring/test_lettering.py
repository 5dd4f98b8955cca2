"""Sheets of a PDF in any script: each line is in its own font, whatever the line before it took."""

import io

from fpdf.enums import XPos, YPos
from pypdf import PdfReader

from monitoring.lettering import Lettered


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
