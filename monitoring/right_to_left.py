"""Arabic, Hebrew and their kin on paper, where letters are put from left to right: joined letters, and lines turned."""

import re
import unicodedata

from fpdf.bidi import BIDI_BRACKETS, BidiParagraph
from fpdf.enums import TextDirection

_STRONG = frozenset(("R", "AL"))
_JOINED = re.compile("[\u0600-\u06ff\u0750-\u077f]+")
_LAM, _ALEFS, _STRETCH = "\u0644", frozenset("\u0622\u0623\u0625\u0627"), "\u0640"
# The characters that stand for a letter (or lam with alef) as it looks beside others, by form and letter.
_FORMS: dict[tuple[str, str], str] = {}
for _point in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
    _form, _, _letters = unicodedata.decomposition(chr(_point)).partition("> ")
    if _form in ("<isolated", "<final", "<initial", "<medial"):
        _FORMS.setdefault((_form[1:], "".join(chr(int(each, 16)) for each in _letters.split())), chr(_point))
_FORM_NAMES = {
    (False, False): "isolated",
    (True, False): "final",
    (False, True): "initial",
    (True, True): "medial",
}


def runs_right_to_left(words: str) -> bool:
    """Whether the first letter is of a script read from right to left: its paragraph begins there (UAX 9, P2 and P3)."""
    classes = map(unicodedata.bidirectional, words)
    return next((each for each in classes if each == "L" or each in _STRONG), "L") != "L"


def has_right_to_left(words: str) -> bool:
    """Whether any letter is of such a script."""
    return any(unicodedata.bidirectional(each) in _STRONG for each in words)


def joined(words: str) -> str:
    """The words with the letters of Arabic in the forms that they have beside each other; others as they are."""
    return _JOINED.sub(lambda found: _join(found[0]), words)


def turned(line: str, *, right_to_left: bool) -> str:
    """One line of a paragraph as it stands on paper from left to right (UAX 9, L2 to L4)."""
    direction = TextDirection.RTL if right_to_left else TextDirection.LTR
    seen, marks = "", ""
    for each in BidiParagraph(line, base_direction=direction).get_reordered_characters():
        letter = each.character
        if each.embedding_level % 2 == 0:
            seen += marks + letter
            marks = ""
        elif unicodedata.combining(letter):
            marks = letter + marks  # stands before its letter now; it is drawn over what was drawn last
        else:
            seen += _mirrored(letter) + marks
            marks = ""
    return seen + marks


def _mirrored(letter: str) -> str:
    pair = BIDI_BRACKETS.get(letter)
    return pair["pair"] if pair else letter


def _join(run: str) -> str:
    letters = _with_ligatures(run)
    bare = [place for place, each in enumerate(letters) if not unicodedata.combining(each[0])]
    shaped = list(letters)
    for before, place, after in zip([None, *bare], bare, [*bare[1:], None], strict=False):
        letter = letters[place]
        back = before is not None and _joins_on(letters[before]) and _joins_back(letter)
        on = after is not None and _joins_on(letter) and _joins_back(letters[after])
        shaped[place] = _FORMS.get((_FORM_NAMES[back, on], letter), letter)
    return "".join(shaped)


def _with_ligatures(run: str) -> list[str]:
    """The letters one by one; lam and the alef after it as one."""
    letters: list[str] = []
    for each in run:
        if each in _ALEFS and letters and letters[-1] == _LAM:
            letters[-1] += each
        else:
            letters.append(each)
    return letters


def _joins_on(letter: str) -> bool:
    """Whether it reaches out to the letter after it."""
    return letter == _STRETCH or ("initial", letter) in _FORMS


def _joins_back(letter: str) -> bool:
    """Whether it takes the hand of the letter before it."""
    return letter == _STRETCH or ("final", letter) in _FORMS
