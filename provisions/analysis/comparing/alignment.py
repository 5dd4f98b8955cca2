"""Which piece of an old text stands for which piece of a new one: runs of equal and of similar pieces."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

_SIMILAR = 50.0  # least word ratio (0-100) of two pieces that stand in the same place
_CANDIDATES = 4  # pieces of the new text considered for one of the old
_KEPT = 0.8  # share of the shorter piece found in the longer one that makes it the same piece, grown
_KEPT_WORDS = 7  # least length of such a piece
_SMALL = 2_500  # pairs up to which grown pieces are looked for


@dataclass(frozen=True, slots=True)
class Link:
    """Pieces `old_start` to `old_end` of the old sequence continue as `new_start` to `new_end` of the new."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def match_equal(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal pieces in rising order: those that occur once first, the rest between them."""
    head = 0
    limit = min(len(old), len(new))
    while head < limit and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < limit - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    pairs = [(place, place) for place in range(head)]
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    at_old = at_new = 0
    for anchor_old, anchor_new in [*_unique_anchors(inner_old, inner_new), (len(inner_old), len(inner_new))]:
        between = _common(inner_old[at_old:anchor_old], inner_new[at_new:anchor_new])
        pairs += [(head + at_old + i, head + at_new + j) for i, j in between]
        if anchor_old < len(inner_old):
            pairs.append((head + anchor_old, head + anchor_new))
        at_old, at_new = anchor_old + 1, anchor_new + 1
    return pairs + [(len(old) - tail + place, len(new) - tail + place) for place in range(tail)]


def _unique_anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    count_old, count_new = Counter(old), Counter(new)
    place = {piece: j for j, piece in enumerate(new) if count_new[piece] == 1}
    pairs = [(i, place[piece]) for i, piece in enumerate(old) if count_old[piece] == 1 and piece in place]
    weights = [1 + len(old[i]) for i, _ in pairs]
    return heaviest_chain(pairs, weights)


def _common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence of pieces."""
    if not old or not new:
        return []
    pairs: list[tuple[int, int]] = []
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            pairs += zip(
                range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True
            )
    return pairs


def heaviest_chain(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[tuple[int, int]]:
    """The pairs, rising strictly in both places, that weigh most; `pairs` are sorted by the first place."""
    front: list[tuple[int, float, int]] = []  # second place, weight and last pair of the best chains, rising
    before = [-1] * len(pairs)
    start = 0
    while start < len(pairs):
        stop = start
        while stop < len(pairs) and pairs[stop][0] == pairs[start][0]:
            stop += 1
        # Pairs with the same first place must not follow one another: look all up before adding any.
        steps: list[tuple[int, float, int]] = []
        for k in range(start, stop):
            at = bisect_left(front, (pairs[k][1],))
            _, weight, before[k] = front[at - 1] if at else (0, 0.0, -1)
            steps.append((pairs[k][1], weight + weights[k], k))
        for step in steps:
            _advance(front, step)
        start = stop
    chain: list[tuple[int, int]] = []
    k = front[-1][2] if front else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]


def _advance(front: list[tuple[int, float, int]], step: tuple[int, float, int]) -> None:
    """Puts a longer chain in its place and drops those that reach further for no more weight."""
    at = bisect_left(front, (step[0],))
    if (at and front[at - 1][1] >= step[1]) or (
        at < len(front) and front[at][0] == step[0] and front[at][1] >= step[1]
    ):
        return
    stop = at
    while stop < len(front) and front[stop][1] <= step[1]:
        stop += 1
    front[at:stop] = [step]


def link_pieces(old: Sequence[str], new: Sequence[str]) -> list[Link]:
    """Links between the pieces (encoded words) that have a counterpart, rising on both sides."""
    pairs = match_equal(old, new)
    links: list[Link] = []
    at_old = at_new = 0
    for i, j in [*pairs, (len(old), len(new))]:
        similar = _match_similar(old[at_old:i], new[at_new:j])
        links += [Link(at_old + a, at_old + a + 1, at_new + b, at_new + b + 1) for a, b in similar]
        if i < len(old):
            links.append(Link(i, i + 1, j, j + 1))
        at_old, at_new = i + 1, j + 1
    return _grow(links, old, new)


def _match_similar(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    if not old or not new:
        return []
    small = len(old) * len(new) <= _SMALL
    scored = [
        pair for i, piece in enumerate(old) if piece for pair in _candidates(i, piece, new, small=small)
    ]
    return heaviest_chain([(i, j) for i, j, _ in scored], [weight for _, _, weight in scored])


def _candidates(i: int, piece: str, new: Sequence[str], *, small: bool) -> list[tuple[int, int, float]]:
    found = process.extract(piece, new, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=_CANDIDATES)
    weights = {j: score / 200 * (len(piece) + len(other)) for other, score, j in found}
    if small and len(piece) >= _KEPT_WORDS:
        for j, other in enumerate(new):
            if j not in weights and len(other) >= _KEPT_WORDS and (kept := kept_words(piece, other)):
                weights[j] = kept
    return sorted((i, j, weight) for j, weight in weights.items())


def kept_words(old: str, new: str) -> int:
    """How many words the longer of two pieces kept of the shorter, if nearly all; otherwise 0."""
    least = int(_KEPT * min(len(old), len(new)))
    return int(LCSseq.similarity(old, new, score_cutoff=max(1, least)))


def _grow(links: list[Link], old: Sequence[str], new: Sequence[str]) -> list[Link]:
    """Lets a link take in its unlinked neighbours where one piece became two or two became one."""
    grown: list[Link] = []
    for place, link in enumerate(links):
        low_old, low_new = (grown[-1].old_end, grown[-1].new_end) if grown else (0, 0)
        following = links[place + 1] if place + 1 < len(links) else None
        high_old = following.old_start if following else len(old)
        high_new = following.new_start if following else len(new)
        if old[link.old_start] != new[link.new_start]:
            link = _grow_one(link, old, new, (low_old, high_old, low_new, high_new))  # noqa: PLW2901
        grown.append(link)
    return grown


def _grow_one(link: Link, old: Sequence[str], new: Sequence[str], room: tuple[int, int, int, int]) -> Link:
    low_old, high_old, low_new, high_new = room
    best, score = link, _ratio(link, old, new)
    while True:
        a, b, c, d = best.old_start, best.old_end, best.new_start, best.new_end
        wider = [
            Link(a, b + 1, c, d) if b < high_old else None,
            Link(a, b, c, d + 1) if d < high_new else None,
            Link(a - 1, b, c, d) if a > low_old else None,
            Link(a, b, c - 1, d) if c > low_new else None,
        ]
        scored = [(_ratio(option, old, new), option) for option in wider if option is not None]
        top = max(scored, key=lambda pair: pair[0], default=(0.0, best))
        if top[0] <= score:
            return best
        score, best = top


def _ratio(link: Link, old: Sequence[str], new: Sequence[str]) -> float:
    return fuzz.ratio(
        "".join(old[link.old_start : link.old_end]), "".join(new[link.new_start : link.new_end])
    )
