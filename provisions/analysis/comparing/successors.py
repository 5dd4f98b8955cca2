"""Where clauses that lost their place went: found again elsewhere, or rewritten on the spot."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from provisions.analysis.clauses import Clause
from provisions.analysis.comparing.alignment import heaviest_chain
from provisions.analysis.structure import Kind

# Least word ratio (0-100) of a clause found again in another place, by its length: a few words may be
# alike by chance.
_MOVED = ((20, 55.0), (12, 62.0), (6, 80.0))
_REWRITTEN = 35.0  # least word ratio of a rewritten clause where nothing else can be its successor
_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Single:
    """A clause or heading of one text without a counterpart so far.

    `code` are its encoded words; `gap` numbers the stretch between unchanged clauses that it stands in;
    `place` orders it among the passages of the new text.
    """

    unit: Clause
    code: str
    gap: int
    place: tuple[int, int, int]


Pairs = list[tuple[Single, Single]]


def pair_equal(removed: Sequence[Single], added: Sequence[Single]) -> Pairs:
    """Pairs with the same words, in order of the new text."""
    waiting: dict[str, list[Single]] = {}
    for single in reversed(removed):
        waiting.setdefault(single.code, []).append(single)
    return [(waiting[new.code].pop(), new) for new in added if waiting.get(new.code)]


def pair_moved(removed: Sequence[Single], added: Sequence[Single]) -> Pairs:
    """Pairs much alike wherever they stand, the most alike first; very short clauses are left out."""
    codes = [single.code for single in added]
    scored = [
        (-score, i, j)
        for i, single in enumerate(removed)
        for j, score in _alike(single.code, codes, _MOVED[0][1])
        if score >= _least_to_move(min(len(single.code), len(codes[j])))
    ]
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs: Pairs = []
    for _, i, j in sorted(scored):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((removed[i], added[j]))
    return pairs


def pair_rewritten(removed: Sequence[Single], added: Sequence[Single]) -> Pairs:
    """Pairs of one gap, in the same order on both sides, that have at least some likeness."""
    gaps: dict[int, tuple[list[Single], list[Single]]] = {}
    for side, singles in enumerate((removed, added)):
        for single in singles:
            gaps.setdefault(single.gap, ([], []))[side].append(single)
    return [pair for old, new in gaps.values() for pair in _rewritten(old, new)]


def _rewritten(removed: list[Single], added: list[Single]) -> Pairs:
    codes = [single.code for single in added]
    pairs: list[tuple[int, int]] = []
    weights: list[float] = []
    for i, single in enumerate(removed):
        for j, score in sorted(_alike(single.code, codes, _REWRITTEN)):
            if _is_heading(single) == _is_heading(added[j]):
                pairs.append((i, j))
                weights.append(score * (len(single.code) + len(codes[j])))
    return [(removed[i], added[j]) for i, j in heaviest_chain(pairs, weights)]


def _least_to_move(words: int) -> float:
    return next((ratio for length, ratio in _MOVED if words >= length), 100.0)


def _alike(code: str, codes: list[str], least: float) -> list[tuple[int, float]]:
    found = process.extract(code, codes, scorer=fuzz.ratio, score_cutoff=least, limit=_CANDIDATES)
    return [(j, score) for _, score, j in found]


def _is_heading(single: Single) -> bool:
    return single.unit.kind is Kind.HEADING
