"""Sheets of a PDF that can bear any script that our fonts hold: the fonts they take, pared to the letters they bear."""

import re
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos

from monitoring.right_to_left import has_right_to_left, joined, runs_right_to_left, turned

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
# What of it says how they change beside each other.
_LAID_OUT = frozenset("GDEF GPOS GSUB".split())
_LACKING = "\u25a1"
# Devanagari to Myanmar, and their kin: their letters change places and forms beside each other.
_SHAPED = re.compile("[\u0900-\u109f\u1700-\u18af\u1950-\u1cff\ua800-\uaaff]")
# Only the library that does this is left out where there is none for a machine.
_CAN_SHAPE = find_spec("uharfbuzz") is not None


class Lettered(FPDF):
    """A4 sheets with the fonts "sans", also bold, and "mono"; `words` is all that will stand on them.

    What is written goes through `clean` first, for it must not name what no font has, or through `lines` or `one_line`,
    which turn what is read from right to left; the file is made by `whole`.
    """

    def __init__(self, words: str) -> None:
        super().__init__(format="A4")
        self.add_font("sans", "", _SANS)
        self.add_font("sans", "B", _BOLD)
        self.add_font("mono", "", _MONO)
        words += joined(words)
        helping, self._lacking = fonts_for(frozenset(words))
        shaping = needs_shaping(words)
        # The files are read again when the sheets are written out.
        self._pared = TemporaryDirectory(prefix="fonts-")
        for number, path in enumerate(helping):
            pared = Path(self._pared.name) / f"{number}.ttf"
            pare(path, words, pared, shaping=shaping)
            self.add_font(f"other{number}", "", pared)
        self.set_fallback_fonts([f"other{number}" for number in range(len(helping))], exact_match=False)
        self.set_text_shaping(use_shaping_engine=shaping)

    def set_font(self, *words: Any, **named: Any) -> None:
        """As the library has it, and told to the page at once.

        The library tells it within the next line; where that begins in another font, it is forgotten after the line.
        """
        super().set_font(*words, **named)
        if self.page and self.current_font and not self.current_font_is_set_on_page:
            self._out(self._set_font_for_page(self.current_font, self.font_size_pt))

    @property
    def lacks(self) -> int:
        """How many different characters no font of ours has; a box stands in their place."""
        return len(self._lacking)

    def clean(self, words: str) -> str:
        """The words as they can be written: letters joined where their script joins them, a box for what no font has."""
        return "".join(
            _LACKING if character in self._lacking else character
            for character in joined(words.replace("\r", ""))
            if character in "\n\t" or character.isprintable()
        )

    def lines(self, words: str, height: float, *, link: str = "", backward: bool = False) -> None:
        """Paragraphs from here to the right margin, in the font that is set; the next thing stands below.

        `backward` where they are part of what is read from right to left, however they begin.
        """
        below: dict[str, Any] = {"link": link, "new_x": XPos.LMARGIN, "new_y": YPos.NEXT}
        words, left = self.clean(words), self.get_x()
        if not backward and not has_right_to_left(words):
            self.multi_cell(0, height, words, align="L", **below)
            return
        for paragraph in words.split("\n"):
            turning = backward or runs_right_to_left(paragraph)
            self.set_x(left)
            broken: Any = self.multi_cell(
                0, height, paragraph or " ", align="L", dry_run=True, output=MethodReturnValue.LINES
            )
            for line in broken:
                self.set_x(left)
                seen = turned(line, right_to_left=turning)
                self.cell(0, height, seen, align="R" if turning else "L", **below)

    def one_line(self, words: str) -> str:
        """The words as they can be written where they stand in one line."""
        return (
            turned(self.clean(words), right_to_left=runs_right_to_left(words))
            if has_right_to_left(words)
            else self.clean(words)
        )

    def whole(self) -> bytes:
        """The file; after it nothing more is written."""
        with self._pared:
            return bytes(self.output())


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


def needs_shaping(words: str) -> bool:
    """Whether the library is to shape them; what is read from right to left we turn and join ourselves, which it would undo."""
    return _CAN_SHAPE and _SHAPED.search(words) is not None and not has_right_to_left(words)


def pare(path: Path, words: str, to: Path, *, shaping: bool) -> None:
    """Write the font with these characters alone, of tens of thousands; its tables of layout only to shape by."""
    # With the time of its making in it, no two would be the same.
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        for table in set(font.keys()) - _DRAWN - (_LAID_OUT if shaping else frozenset()):
            del font[table]
        features = ["*"] if shaping else []
        options = Options(layout_features=features, glyph_names=False, hinting=False, notdef_outline=True)
        subsetter = Subsetter(options)
        subsetter.populate(text=words)
        subsetter.subset(font)
        font.save(to)


@lru_cache(maxsize=8)
def _points_of(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
