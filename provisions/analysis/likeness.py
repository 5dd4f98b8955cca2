"""How much of an earlier text a page still holds: exact and cheap for blocks, by word shingles in doubt."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|\w+")
_DENSE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_SHINGLE = 4
_SAME = 0.85  # of the characters in unchanged blocks, at which no closer look is needed


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares from 0 to 1: of the old text still there, and of the new text that was there before."""

    kept: float
    known: float


def likeness_of(old: str, new: str) -> Likeness:
    """Compares whole blocks; only when these say little, runs of four words without regard to case."""
    if old == new:
        return Likeness(1.0, 1.0)
    old_blocks, new_blocks = set(old.split("\n\n")), set(new.split("\n\n"))
    shared = sum(map(len, old_blocks & new_blocks))
    kept = shared / (sum(map(len, old_blocks)) or 1)
    known = shared / (sum(map(len, new_blocks)) or 1)
    if kept >= _SAME and known >= _SAME:
        return Likeness(kept, known)
    old_runs, new_runs = _shingles(old), _shingles(new)
    common = len(old_runs & new_runs)
    return Likeness(common / (len(old_runs) or 1), common / (len(new_runs) or 1))


def size_of(text: str) -> int:
    """Words of a text; in scripts that write without spaces two characters count as a word."""
    words = len(text.split())
    return words if text.isascii() else words + len(_DENSE_SCRIPT.findall(text)) // 2


def breaks_off(old: str, new: str, *, markup_complete: bool) -> bool:
    """Whether the new text is the beginning of the old one and its end is missing.

    Complete markup needs the exact beginning and a loss of more than 15 percent: a server may close its
    tags over half a document. Cut markup needs less: small edits before the cut are allowed.
    """
    new_blocks = new.rstrip("\n").split("\n\n")
    whole, last = new_blocks[:-1], new_blocks[-1]
    stem = "\n\n".join(whole)
    cut_inside = last != "" and not new.rstrip("\n") == old.rstrip("\n") and f"\n\n{last}" in f"\n\n{old}"
    lost = 1 - len(new) / (len(old) or 1)
    if lost <= 0 or not cut_inside:
        return False
    if old.startswith(stem) and lost > 0.15:
        return True
    if markup_complete:
        return False
    position = old.rfind(last)
    tail = set(old[position + len(last) :].split("\n\n")[1:])
    mid_block = f"\n\n{last}\n\n" not in f"\n\n{old.rstrip()}\n\n"
    return (mid_block or lost > 0.15) and not tail & set(new_blocks)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    if len(words) < _SHINGLE:
        return {tuple(words)} if words else set()
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))
