"""Sheets of paper as PDF: headings, facts, quotes and differences in words, in any script that our fonts hold."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.enums import XPos, YPos

_FONTS = Path(str(files("weblate_fonts"))) / "static/weblate_fonts"
_SANS, _BOLD, _MONO = (
    _FONTS / "source-sans/ttf/SourceSans3-Regular.ttf",
    _FONTS / "source-sans/ttf/SourceSans3-Bold.ttf",
    _FONTS / "source-code/ttf/SourceCodePro-Regular.ttf",
)
# Asked in this order for what the first font lacks; large, so only those that help are opened.
_OTHERS = [_FONTS / f"kurinto/ttf/KurintoSans{script}-Rg.ttf" for script in ("", "SC", "JP", "KR", "TC")]
# What of a font draws its characters.
_DRAWN = frozenset("GlyphOrder head hhea maxp OS/2 hmtx cmap loca glyf name post".split())
_LACKING = "\u25a1"
_INK, _SOFT, _ADDED, _REMOVED = (24, 28, 34), (95, 102, 112), (16, 105, 60), (160, 30, 40)

Edits = Iterable[tuple[str, str]]


class Paper(FPDF):
    """A4 sheets with the record's name and the page at the foot. `words` is all that will stand on them."""

    def __init__(self, name: str, words: str, made_at: datetime) -> None:
        super().__init__(format="A4")
        self._name = name
        self.set_title(name)
        self.set_creator("ConductAtlas")
        self.set_creation_date(made_at)
        self.set_margins(22, 20, 22)
        self.set_auto_page_break(auto=True, margin=22)
        self.add_font("sans", "", _SANS)
        self.add_font("sans", "B", _BOLD)
        self.add_font("mono", "", _MONO)
        helping, self._lacking = fonts_for(frozenset(words))
        # The files are read again when the sheets are written out.
        self._pared = TemporaryDirectory(prefix="fonts-")
        for number, path in enumerate(helping):
            pared = Path(self._pared.name) / f"{number}.ttf"
            pare(path, words, pared)
            self.add_font(f"other{number}", "", pared)
        self.set_fallback_fonts([f"other{number}" for number in range(len(helping))], exact_match=False)
        self.add_page()

    @property
    def lacks(self) -> int:
        """How many different characters no font of ours has; a box stands in their place."""
        return len(self._lacking)

    def footer(self) -> None:
        """On each sheet."""
        self.set_y(-15)
        self._use(size=8, colour=_SOFT)
        self.cell(0, 5, self._clean(self._name[:90]))
        self.set_x(self.l_margin)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="R")

    def headline(self, words: str) -> None:
        """The heading of the whole."""
        self._use(bold=True, size=20)
        self._lines(words, 8.5)
        self.ln(2)

    def heading(self, words: str) -> None:
        """The heading of a part."""
        if self.will_page_break(24):
            self.add_page()
        self.ln(4)
        self._use(bold=True, size=13)
        self._lines(words, 6.5)
        self.ln(1)

    def text_block(self, words: str, *, soft: bool = False, bold: bool = False) -> None:
        """A paragraph or several."""
        self._use(size=9 if soft else 10.5, colour=_SOFT if soft else _INK, bold=bold)
        self._lines(words, 4.4 if soft else 5.2)
        self.ln(1.6)

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names on the left, values on the right; fingerprints in letters of one width."""
        for name, value in rows:
            if self.will_page_break(10):
                self.add_page()
            top = self.get_y()
            self._use(size=9, colour=_SOFT)
            self.multi_cell(42, 4.8, self._clean(name), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            under, page = self.get_y(), self.page_no()
            self.set_xy(self.l_margin + 44, top)
            self._use(size=9)
            if len(value) == 64 and value.isalnum():
                self.set_font("mono", "", 8)
            self.multi_cell(0, 4.8, self._clean(value), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            if self.page_no() == page:
                self.set_y(max(self.get_y(), under))
        self.ln(1.5)

    def difference(self, edits: Edits) -> None:
        """Words added underlined and green, words removed struck through and red."""
        self._use(size=10)
        for op, words in edits:
            style, colour = {"insert": ("U", _ADDED), "delete": ("S", _REMOVED)}.get(op, ("", _INK))
            self.set_font("sans", style, 10)
            self.set_text_color(*colour)
            self.write(5, self._clean(words))
        self.ln(7)

    def whole(self) -> bytes:
        """The file; after it nothing more is written."""
        with self._pared:
            return bytes(self.output())

    def _lines(self, words: str, height: float) -> None:
        self.multi_cell(0, height, self._clean(words), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _use(self, *, size: float, bold: bool = False, colour: tuple[int, int, int] = _INK) -> None:
        self.set_font("sans", "B" if bold else "", size)
        self.set_text_color(*colour)

    def _clean(self, words: str) -> str:
        return "".join(
            _LACKING if character in self._lacking else character
            for character in words.replace("\r", "")
            if character in "\n\t" or character.isprintable()
        )


def fonts_for(characters: frozenset[str]) -> tuple[list[Path], frozenset[str]]:
    """The fonts that are needed beside the first one, and the characters that none has."""
    missing = {ord(each) for each in characters if each.isprintable()} - _points_of(_SANS)
    chosen = []
    for path in _OTHERS:
        if not missing:
            break
        if missing & _points_of(path):
            chosen.append(path)
            missing -= _points_of(path)
    return chosen, frozenset(map(chr, missing))


def pare(path: Path, words: str, to: Path) -> None:
    """Write the font with these characters alone: of tens of thousands, the tables of layout among them, a page takes a few."""
    # With the time of its making in it, no two would be the same.
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        for table in set(font.keys()) - _DRAWN:
            del font[table]
        options = Options(layout_features=[], glyph_names=False, hinting=False, notdef_outline=True)
        subsetter = Subsetter(options)
        subsetter.populate(text=words)
        subsetter.subset(font)
        font.save(to)


@lru_cache(maxsize=8)
def _points_of(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
