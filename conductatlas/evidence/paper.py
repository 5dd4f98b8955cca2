"""Sheets of paper as PDF: headings, facts, quotes and differences in words, in any script that our fonts hold."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from fpdf.enums import XPos, YPos

from monitoring.lettering import Lettered
from monitoring.right_to_left import has_right_to_left

_INK, _SOFT, _ADDED, _REMOVED = (24, 28, 34), (95, 102, 112), (16, 105, 60), (160, 30, 40)

_HALF_A_SHEET = 120  # mm

Edits = Iterable[tuple[str, str]]


class Paper(Lettered):
    """A4 sheets with the record's name and the page at the foot. `words` is all that will stand on them."""

    def __init__(self, name: str, words: str, made_at: datetime) -> None:
        super().__init__(words)
        self._name = name
        self.set_title(name)
        self.set_creator("ConductAtlas")
        self.set_creation_date(made_at)
        self.set_margins(22, 20, 22)
        self.set_auto_page_break(auto=True, margin=22)
        self.add_page()

    def footer(self) -> None:
        """On each sheet."""
        self.set_y(-15)
        self._use(size=8, colour=_SOFT)
        self.cell(0, 5, self.one_line(self._name[:90]))
        self.set_x(self.l_margin)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="R")

    def headline(self, words: str) -> None:
        """The heading of the whole."""
        self._use(bold=True, size=20)
        self.lines(words, 8.5)
        self.ln(2)

    def heading(self, words: str) -> None:
        """The heading of a part."""
        if self.will_page_break(24):
            self.add_page()
        self.ln(4)
        self._use(bold=True, size=13)
        self.lines(words, 6.5)
        self.ln(1)

    def text_block(self, words: str, *, soft: bool = False, bold: bool = False) -> None:
        """A paragraph or several."""
        self._use(size=9 if soft else 10.5, colour=_SOFT if soft else _INK, bold=bold)
        self.lines(words, 4.4 if soft else 5.2)
        self.ln(1.6)

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names on the left, values on the right, on one sheet if they fit; fingerprints in letters of one width."""
        if self.will_page_break(min(len(rows) * 4.8, _HALF_A_SHEET)):
            self.add_page()
        for name, value in rows:
            if self.will_page_break(10):
                self.add_page()
            top = self.get_y()
            self._use(size=9, colour=_SOFT)
            self.multi_cell(42, 4.8, self.clean(name), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            under, page = self.get_y(), self.page_no()
            self.set_xy(self.l_margin + 44, top)
            self._use(size=9)
            if len(value) == 64 and value.isalnum():
                self.set_font("mono", "", 8)
            self.lines(value, 4.8)
            if self.page_no() == page:
                self.set_y(max(self.get_y(), under))
        self.ln(1.5)

    def difference(self, edits: Edits) -> None:
        """Words added underlined and green, words removed struck through and red.

        What is read from right to left stands in lines of its own, an edit below the other. A space keeps apart what is
        removed and what stands in its place: copied out of the file, they have no colours.
        """
        self._use(size=10)
        edits = list(edits)
        backward = any(has_right_to_left(words) for _, words in edits)
        removed = ""
        for op, words in edits:
            style, colour = {"insert": ("U", _ADDED), "delete": ("S", _REMOVED)}.get(op, ("", _INK))
            self.set_font("sans", style, 10)
            self.set_text_color(*colour)
            if backward:
                self.lines(words.strip(), 5, backward=True)
            else:
                beside = op == "insert" and not (removed[-1:] or " ").isspace() and not words[:1].isspace()
                self.write(5, self.clean(f" {words}" if beside else words))
            removed = words if op == "delete" else ""
        self.ln(2 if backward else 7)

    def _use(self, *, size: float, bold: bool = False, colour: tuple[int, int, int] = _INK) -> None:
        self.set_font("sans", "B" if bold else "", size)
        self.set_text_color(*colour)
