"""What counts as white space and as nothing at all in a policy's text."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    (0xAD, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
# The joiners spell words in Persian, Hindi and others, and build emoji; beside anything else they are debris.
_LONE_JOINER = re.compile("(?<![\u0600-\u1fff\u2600-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u1fff\u2600-\U0010ffff])")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def clean(text: str) -> str:
    """One line in NFC: white space of every kind (also no-break) collapsed, invisible characters gone."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
        if "\u200c" in text or "\u200d" in text:
            text = _LONE_JOINER.sub("", text)
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def count_words(text: str) -> int:
    """Words between spaces; in scripts written without spaces two characters count as one."""
    words = len(text.split())
    return words if text.isascii() else words + len(_IDEOGRAPH.findall(text)) // 2
