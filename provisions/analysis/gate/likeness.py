"""How much of an earlier text a page still holds: exact and cheap for blocks, by word shingles in doubt."""

import re
from dataclasses import dataclass

from provisions.analysis.pages.whitespace import beyond_ascii, count_split

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|\w+")
_DENSE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_SHINGLE = 4
_TELLING = 40  # characters of a block that hardly stands in a text twice
_MUCH = 0.15
_SOME = 0.02
_SAME = 0.85  # of the characters in unchanged blocks, at which no closer look is needed


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares from 0 to 1: of the old text still there, and of the new text that was there before."""

    kept: float
    known: float

    @property
    def much(self) -> bool:
        """Nearly all of both texts is the same: no wall, no other document, nothing surprising."""
        return self.kept >= _SAME and self.known >= _SAME


def likeness_of(old: str, new: str) -> Likeness:
    """Compares whole blocks; only when these say little, runs of four words without regard to case."""
    by_blocks = _by_blocks(old, new)
    if by_blocks.much:
        return by_blocks
    old_runs, new_runs = _shingles(old), _shingles(new)
    common = len(old_runs & new_runs)
    return Likeness(common / (len(old_runs) or 1), common / (len(new_runs) or 1))


def _by_blocks(old: str, new: str) -> Likeness:
    old_blocks, new_blocks = set(old.split("\n\n")), set(new.split("\n\n"))
    shared = sum(map(len, old_blocks & new_blocks))
    return Likeness(shared / (sum(map(len, old_blocks)) or 1), shared / (sum(map(len, new_blocks)) or 1))


def size_of(text: str) -> int:
    """Words of a text; in scripts that write without spaces two characters count as a word."""
    words = count_split(text)
    return words if text.isascii() else words + len(_DENSE_SCRIPT.findall(beyond_ascii(text))) // 2


def breaks_off(old: str, new: str, *, markup_complete: bool) -> bool:
    """Whether the new text is the beginning of the old one and its end was lost on the way.

    A server may close its tags over half a document; then the text must be the exact beginning, stop
    inside a block, and lack more than 15 percent. Cut markup needs less: small edits before the cut are
    allowed, and the cut may fall between two blocks.
    """
    lost = 1 - len(new) / (len(old) or 1)
    if markup_complete:
        return lost > _MUCH and starts_with(old, new) and not _ends_with_a_block(old, new)
    return lost > 0 and (starts_with(old, new) or _nothing_of_the_end(old, new))


def starts_with(old: str, new: str) -> bool:
    """Whether the new text is an exact beginning of the old one."""
    return len(new) < len(old) and old.startswith(new.rstrip())


def lost_end(old: str, new: str) -> bool:
    """Whether the new text is the old one without its end: more than 15 percent, whole blocks."""
    return len(new) < (1 - _MUCH) * len(old) and starts_with(old, new)


def _ends_with_a_block(old: str, new: str) -> bool:
    return old[len(new.rstrip()) :].startswith("\n\n")


def _nothing_of_the_end(old: str, new: str) -> bool:
    """Whether no block of the old text survives behind the last one that the two have in common."""
    new_blocks = new.rstrip().split("\n\n")
    old_blocks = old.rstrip().split("\n\n")
    known = set(old_blocks)
    common = next(
        (block for block in reversed(new_blocks[:-1]) if len(block) >= _TELLING and block in known), None
    )
    if common is None:
        return False
    end = [block for block in old_blocks[old_blocks.index(common) + 1 :] if len(block) >= _TELLING]
    return sum(map(len, end)) > _SOME * len(old) and not set(end) & set(new_blocks)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    if len(words) < _SHINGLE:
        return {tuple(words)} if words else set()
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))
