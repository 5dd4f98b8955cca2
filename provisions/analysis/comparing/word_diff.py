"""Two wordings of one passage, compared word by word into hunks that a person can read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from provisions.analysis.comparing.words import Lexicon

# A word or a single sign, with the white space before it; white space at the very end counts too.
_TOKEN = re.compile(r"\s*(?:[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’.,:@/&-]+[^\W_]+)*|[^\w\s]|_)|\s+\Z")
_ISLAND_WORDS = 2  # an unchanged run of so few common words between two changes is shown as changed
_COMMON = (
    " a an the of to in on at by for from with and or as is are be been was were it its this that these "
    "those we our us you your they their them which who any all such if "
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of text that both wordings share, or that only one of them has."""

    op: Literal["same", "insert", "delete"]
    text: str


@dataclass(slots=True)
class _Run:
    """Consecutive tokens that are the same on both sides (`changed` false), or that replace one another."""

    changed: bool
    old: list[str]
    new: list[str]


def diff_words(before: str, after: str) -> tuple[Edit, ...]:
    """Edits whose "same" and "delete" texts are exactly `before`, whose "same" and "insert" are `after`."""
    if before == after:
        return (Edit("same", before),) if before else ()
    return tuple(_edits(_without_islands(_runs(_TOKEN.findall(before), _TOKEN.findall(after)))))


def _runs(old: list[str], new: list[str]) -> list[_Run]:
    lexicon = Lexicon()
    codes_old = lexicon.encode([token.lstrip() for token in old])
    codes_new = lexicon.encode([token.lstrip() for token in new])
    runs: list[_Run] = []
    for step in Indel.opcodes(codes_old, codes_new):
        changed = step.tag != "equal"
        if not (runs and runs[-1].changed and changed):
            runs.append(_Run(changed, [], []))
        runs[-1].old += old[step.src_start : step.src_end]
        runs[-1].new += new[step.dest_start : step.dest_end]
    for place in range(1, len(runs) - 1):
        _slide(runs[place - 1], runs[place], runs[place + 1])
    return [run for run in runs if run.old or run.new]


def _slide(left: _Run, run: _Run, right: _Run) -> None:
    """Moves a mere insertion or deletion to where it begins or ends with a sentence, if it can move there."""
    if not run.changed or (run.old and run.new):
        return
    piece = run.old or run.new
    around = left.old + piece + right.old
    if around != left.new + piece + right.new:  # white space differs nearby: leave it
        return
    start, size = len(left.old), len(piece)
    low = start
    while low > 0 and around[low - 1] == around[low - 1 + size]:
        low -= 1
    high = start
    while high + size < len(around) and around[high] == around[high + size]:
        high += 1
    best = max(range(low, high + 1), key=lambda at: (_neatness(around, at, size), at == start))
    if best != start:
        left.old, right.old = around[:best], around[best + size :]
        left.new, right.new = list(left.old), list(right.old)
        piece[:] = around[best : best + size]


def _neatness(tokens: list[str], at: int, size: int) -> int:
    """How well a hunk of `size` tokens begins and ends at `at`."""
    before = tokens[at - 1][-1:] if at else "."
    last = tokens[at + size - 1][-1:]
    return 4 * (before in ".!?:;") + 2 * (last in ".!?:;,") + (before == ",")


def _without_islands(runs: list[_Run]) -> list[_Run]:
    kept: list[_Run] = []
    for place, run in enumerate(runs):
        following = runs[place + 1] if place + 1 < len(runs) else None
        island = following is not None and not run.changed and kept and _is_island(kept[-1], run, following)
        if island or (run.changed and kept and kept[-1].changed):
            kept[-1] = _Run(True, kept[-1].old + run.old, kept[-1].new + run.new)
        else:
            kept.append(run)
    return kept


def _is_island(left: _Run, run: _Run, right: _Run) -> bool:
    """Whether showing `run` as unchanged between two replacements would only chop the reading up."""
    words = _counted(run.new)
    if words > _ISLAND_WORDS or any(not _is_common(token) for token in run.new if _is_word(token)):
        return False
    removed = _counted(left.old) + _counted(right.old)
    added = _counted(left.new) + _counted(right.new)
    return removed > words and added > words


def _counted(tokens: list[str]) -> int:
    return sum(map(_is_word, tokens))


def _is_word(token: str) -> bool:
    return token[-1:].isalnum()


def _is_common(token: str) -> bool:
    return f" {token.lstrip().casefold()} " in _COMMON


def _edits(runs: list[_Run]) -> Iterator[Edit]:
    same, gone, come = "", "", ""
    for run in runs:
        if run.changed:
            gone += "".join(run.old)
            come += "".join(run.new)
            continue
        for old, new in zip(run.old, run.new, strict=True):
            word = new.lstrip()
            if old != new:
                gone += old[: len(old) - len(word)]
                come += new[: len(new) - len(word)]
            elif not (gone or come):
                same += new
                continue
            else:
                word = new
            yield from _hunk(same, gone, come)
            same, gone, come = word, "", ""
    yield from _hunk(same, gone, come)


def _hunk(same: str, gone: str, come: str) -> Iterator[Edit]:
    """The unchanged text and the change after it; white space that both sides begin with is unchanged."""
    shared = 0
    while shared < min(len(gone), len(come)) and gone[shared] == come[shared] and gone[shared].isspace():
        shared += 1
    if unchanged := same + gone[:shared]:
        yield Edit("same", unchanged)
    if gone[shared:]:
        yield Edit("delete", gone[shared:])
    if come[shared:]:
        yield Edit("insert", come[shared:])
