"""What counts as white space and as nothing at all in a policy's text."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+")
_DEBRIS = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
# The joiners spell words in Persian, Hindi and others, and build emoji; beside anything else they are debris.
_LONE_JOINER = re.compile(
    "(?<![\u0600-\u1fff\u2600-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u1fff\u2600-\U0010ffff])"
)
# No script stacks more; normalization takes the square of the length of a run.
_MARK = "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MOST_MARKS = 30
_MARKS = re.compile(_MARK)
_STACKED = re.compile(f"({_MARK}{{{_MOST_MARKS}}}){_MARK}+")
_LONG = 300
_ASCII = bytes(range(128))
_BETWEEN = bytes(range(9, 14)) + bytes(range(28, 33))  # ASCII white space, as str.split has it
_BEGINNINGS = bytes(32 if code in _BETWEEN else 120 for code in range(256))
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def clean(text: str) -> str:
    """One line in NFC: white space of every kind (also no-break) collapsed, invisible characters gone."""
    tidy = (
        text.isprintable() and "  " not in text
    )  # no white space but " " and nothing invisible is printable
    line = text.strip(" ") if tidy else " ".join(text.split())
    if line.isascii():
        return line
    if not tidy and not line.isprintable() and _DEBRIS.search(line):
        text = _INVISIBLE.sub("", text)
        text = _LONE_JOINER.sub("", text)
        line = " ".join(text.split())
    # A run that is too long covers one of these places.
    if len(text) > _LONG and _MARKS.search(line[::_MOST_MARKS]):
        line = _STACKED.sub(r"\1", line)
    return unicodedata.normalize("NFC", line)


def count_words(text: str) -> int:
    """Words of a clean text; in scripts written without spaces two characters count as one."""
    words = text.count(" ") + 1 if text else 0
    return words if text.isascii() else words + len(_IDEOGRAPH.findall(beyond_ascii(text))) // 2


def count_split(text: str) -> int:
    """`len(text.split())` without making the words: several times faster on a long text."""
    if not text.isascii() and any(map(str.isspace, set(beyond_ascii(text)))):
        return len(text.split())
    spelt = text.encode("utf-8", "surrogatepass").translate(_BEGINNINGS)
    return spelt.count(b" x") + spelt.startswith(b"x")


def beyond_ascii(text: str) -> str:
    """The characters of a text that are not ASCII, in order: far fewer to look at, and found far faster than one by one."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
