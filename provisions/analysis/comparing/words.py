"""The words two texts are compared by, and their encoding as one character a word for fast alignment."""

import re

_FOLDED = {
    **dict.fromkeys("‘’‛ʼ´＇", "'"),
    # Invisible: soft hyphen, zero-width characters, direction marks, byte order mark.
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}
# Numbers keep their inner points; a character of a script without spaces is a word; signs of quantity
# and the ticks of tables are words too. All other punctuation is typography.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|\d+(?:[.,:]\d+)*(?![^\W\d_])|[^\W_\u3040-\u30ff\u3400-\u9fff]+"
    r"(?:'[^\W_]+)*|[%$€£¥₹§✓✔✗✘✕☐☑☒✅❌]"
)
# The number of a paragraph, heading or item is its marker: at the start of a line, or in a list run
# together. A sum ("4.99 USD") or an answer ("Age: 13.") is not.
_NUMBERING = re.compile(
    r"""^(?:-\ |\|\ )?(?:
          \(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]
        | \d{1,2}(?:\.\d{1,2})+\.?(?=\s["“‘(]?[^\W\d_a-z])(?!\s(?:[A-Z]{3}|US|[KMGT]B|M(?:illi|rd)\w*)\b)
      )(?=\s)
      | (?:(?<=[;.]\ )\(?\d{1,2}|(?<=:\ )\(?1)[.)](?=\s)""",
    re.MULTILINE | re.VERBOSE,
)
# Initials are spelled with points or without by whoever writes ("L.L.C.", "LLC"); markup takes only spaces away.
_INITIALS = re.compile(r"\b(?:[A-Z]\.){1,5}[A-Z]\b")
_FIRST_CODE = 0x100
_SURROGATES = range(0xD800, 0xE000)


def words_of(text: str) -> list[str]:
    """The words of `text` in order, without regard to case, typography and numbering."""
    text = _NUMBERING.sub("", text).replace("`", "'")
    if not text.isascii():  # one after the other: `translate` takes such a text fifty times as long
        for mark, plain in _FOLDED.items():
            text = text.replace(mark, plain)
    return _WORD.findall(_INITIALS.sub(_as_one_word, text).casefold())


def _as_one_word(initials: re.Match[str]) -> str:
    return initials[0].replace(".", "'")


def same_words(old: list[str], new: list[str]) -> bool:
    """Whether two runs of words differ only in the spaces between them ("DataUser" for "Data User")."""
    if old == new:
        return True
    return "".join(old) == "".join(new) and _numbers(old) == _numbers(new)


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if word[0].isdigit()]


class Lexicon:
    """Gives every distinct word one character, so that a run of words becomes a string to align.

    rapidfuzz compares strings of any alphabet at the speed of C; two texts must share one lexicon.
    """

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def encode(self, words: list[str]) -> str:
        """One character a word; equal words have equal characters."""
        codes = self._codes
        for word in words:
            if word not in codes:
                number = _FIRST_CODE + len(codes)
                codes[word] = chr(number + len(_SURROGATES) if number >= _SURROGATES.start else number)
        return "".join([codes[word] for word in words])
