"""Which clause of a new version continues which clause of the old: what a provision's identity rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from provisions.analysis.clauses import Clause
from provisions.analysis.diffing import ClauseChangeKind, ClauseEdit, TextDiff

_SHARE = 0.15  # least part of a clause that must go over into another for the two to be kin


class Fate(StrEnum):
    """What became of a clause from one version to the next."""

    SAME = "same"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Match:
    """Places of a clause in the old and in the new list; None where it has no counterpart.

    Every old and every new clause is in at least one match. A split clause is in one for each of its parts, a
    merged one in one for each of its sources: exactly one of these is `primary`, the one with most of the
    words, and it is that one which keeps the identity. So each old and each new place is in at most one
    primary match.
    """

    old_index: int | None
    new_index: int | None
    how: Fate
    primary: bool = True


@dataclass(frozen=True, slots=True)
class _Kinship:
    """The characters of an old clause that stand in a new one, and the edit (None: unchanged)."""

    old: int
    new: int
    weight: int
    edit: ClauseEdit | None


def continue_clauses(old: Sequence[Clause], new: Sequence[Clause], diff: TextDiff) -> list[Match]:
    """Follows the clauses of one version into the next, in the new text's order, the removed ones last.

    `old` and `new` are the clauses of the two texts that `diff` compares, in reading order.
    """
    kin = _kinships(old, new, diff)
    kin.sort(key=lambda one: (-one.weight, one.old, one.new))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    primary: set[tuple[int, int]] = set()
    for one in kin:
        if one.old not in taken_old and one.new not in taken_new:
            taken_old.add(one.old)
            taken_new.add(one.new)
            primary.add((one.old, one.new))
    heirs = _counted([one.old for one in kin])
    sources = _counted([one.new for one in kin])
    matches = [
        Match(one.old, one.new, _fate(one, heirs[one.old], sources[one.new]), (one.old, one.new) in primary)
        for one in kin
    ]
    matches += [Match(None, j, Fate.ADDED) for j in range(len(new)) if j not in sources]
    matches.sort(key=lambda match: (match.new_index, not match.primary, match.old_index))
    return matches + [Match(i, None, Fate.REMOVED) for i in range(len(old)) if i not in heirs]


def _kinships(old: Sequence[Clause], new: Sequence[Clause], diff: TextDiff) -> list[_Kinship]:
    weights: dict[tuple[int, int], tuple[int, ClauseEdit | None]] = {}
    for before, after, edit in _pairs(diff):
        for i, j, weight in _shared(old, new, before, after, edit):
            if (i, j) not in weights or weights[i, j][0] < weight:
                weights[i, j] = (weight, edit)
    return [_Kinship(i, j, weight, edit) for (i, j), (weight, edit) in weights.items()]


def _pairs(diff: TextDiff) -> list[tuple[Clause, Clause, ClauseEdit | None]]:
    pairs: list[tuple[Clause, Clause, ClauseEdit | None]] = [(a, b, None) for a, b in diff.unchanged]
    return pairs + [(edit.before, edit.after, edit) for edit in diff.edits if edit.before and edit.after]


def _shared(
    old: Sequence[Clause], new: Sequence[Clause], before: Clause, after: Clause, edit: ClauseEdit | None
) -> list[tuple[int, int, int]]:
    """Old and new clauses within a pair of passages, with the characters they share."""
    olds, news = _within(old, before), _within(new, after)
    if len(olds) == 1 and len(news) == 1:
        return [(olds[0], news[0], min(len(before.text), len(after.text)))]
    shared: dict[tuple[int, int], int] = {}
    at_old, at_new = before.start, after.start
    for step in edit.edits if edit else ():
        length = len(step.text)
        if step.op == "same":
            for i in olds:
                for j in news:
                    low = max(old[i].start - at_old, new[j].start - at_new, 0)
                    high = min(old[i].end - at_old, new[j].end - at_new, length)
                    if high > low:
                        shared[i, j] = shared.get((i, j), 0) + high - low
        at_old += length * (step.op != "insert")
        at_new += length * (step.op != "delete")
    if edit is None:
        shared = {(i, j): len(before.text) for i in olds for j in news}
    return [
        (i, j, weight)
        for (i, j), weight in shared.items()
        if weight >= _SHARE * min(len(old[i].text), len(new[j].text))
    ]


def _within(clauses: Sequence[Clause], passage: Clause) -> list[int]:
    """Places of the clauses that `passage` covers or is part of."""
    low, high = 0, len(clauses)
    while low < high:
        middle = (low + high) // 2
        if clauses[middle].end <= passage.start:
            low = middle + 1
        else:
            high = middle
    found: list[int] = []
    while low < len(clauses) and clauses[low].start < passage.end:
        found.append(low)
        low += 1
    return found


def _counted(places: Sequence[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for place in places:
        counts[place] = counts.get(place, 0) + 1
    return counts


def _fate(one: _Kinship, heirs: int, sources: int) -> Fate:
    if heirs > 1:
        return Fate.SPLIT
    if sources > 1:
        return Fate.MERGED
    if one.edit is None or one.edit.cosmetic:
        return Fate.SAME
    return Fate.MOVED if one.edit.kind is ClauseChangeKind.MOVED else Fate.REWORDED
