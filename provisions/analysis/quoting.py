"""A quote is an exact piece of an archived text, or it is no quote."""

import re

# Characters a copy of a text is often typed with, and those of the text they stand for.
_QUOTES = "'\"‘’‚‛“”„‟´`«»‹›"
_DASHES = "-‐‑‒–—―−"
_PIECE = re.compile(
    rf"(?P<space>\s+)|(?P<dots>\.{{3}}|…)|(?P<quote>[{_QUOTES}]+)|(?P<dash>[{_DASHES}]+)|(?P<word>.)"
)
# White space in a copy may be a line break with the marker of a list item or table row in the text.
_SPACE = r"(?:\s+(?:- |\| )?|\s*\|\s*)"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def find_quote(text: str, quote: str, near: int = 0) -> tuple[int, int] | None:
    """Where `quote` stands in `text`, character for character; the place nearest to `near`, or None."""
    if not quote:
        return None
    near = max(0, near)
    behind = text.find(quote, near)
    ahead = text.rfind(quote, 0, near + len(quote) - 1) if near > 0 else -1
    places = [place for place in (ahead, behind) if place >= 0]
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - near))
    return start, start + len(quote)


def locate_quote(text: str, quote: str, near: int = 0) -> tuple[int, int] | None:
    """Where `text` says `quote` but for typography, case and white space; the nearest place, or None.

    For passages copied from a page or written by a person; what is stored is `text[start:end]`.
    """
    exact = find_quote(text, quote.strip(), near)
    if exact is not None:
        return exact
    wanted = quote.strip().strip(_INVISIBLE)
    if not any(character.isalnum() for character in wanted):
        return None
    pattern = "".join(_pattern_of(match) for match in _PIECE.finditer(wanted) if match[0] not in _INVISIBLE)
    found = [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
    return min(found, key=lambda span: abs(span[0] - near), default=None)


def _pattern_of(match: re.Match[str]) -> str:
    if match["space"]:
        return _SPACE
    if match["dots"]:
        return r"(?:\.{3}|…)"
    if match["quote"]:
        return f"[{_QUOTES}]{{1,2}}"
    if match["dash"]:
        return f"[{_DASHES}]{{1,3}}"
    return re.escape(match[0]) + f"[{_INVISIBLE}]*"
