"""Which passage of a new text continues which passage of the old, and how its wording changed."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz import fuzz

from provisions.analysis.clauses import Clause, split_units
from provisions.analysis.comparing.alignment import kept_words, link_pieces, match_equal
from provisions.analysis.comparing.successors import Single, pair_equal, pair_moved, pair_rewritten
from provisions.analysis.comparing.word_diff import Edit, diff_words
from provisions.analysis.comparing.words import Lexicon, same_words, words_of
from provisions.analysis.sentences import sentence_spans
from provisions.analysis.structure import Kind

_Statement = tuple[str, str, tuple[str, ...]]
_CONTINUED = 25.0  # a passage with a lower ratio has one sentence in common, but is another clause


class ClauseChangeKind(StrEnum):
    """What became of one clause."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ClauseEdit:
    """One passage that is not the same in both texts.

    `after` is a clause (or heading) of the new text, or several that were one before; `before` is the exact
    passage it continues: a clause, several merged, or the part of one that was split. Edits with op "same"
    and "delete" make up `before.text`, "same" and "insert" `after.text`. `cosmetic`: the words are the same.
    `repeated`: what came, or went, stands in both texts at another place, under the same heading; a page that shows
    its next edition below the present one says everything twice for a while.
    """

    kind: ClauseChangeKind
    before: Clause | None
    after: Clause | None
    edits: tuple[Edit, ...]
    cosmetic: bool = False
    repeated: bool = False

    @property
    def told_as(self) -> ClauseChangeKind:
        """As `kind`, but what moved and got other words is weighed and told by the words, as what was reworded."""
        if self.kind is not ClauseChangeKind.MOVED or self.before is None or self.after is None:
            return self.kind
        same = same_words(words_of(self.before.text), words_of(self.after.text))
        return self.kind if same else ClauseChangeKind.REWORDED


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that two texts hold, headings included: edits in the new order, and the unchanged pairs."""

    edits: tuple[ClauseEdit, ...]
    unchanged: tuple[tuple[Clause, Clause], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence or a line of a unit: the smallest thing that is aligned."""

    start: int
    end: int
    unit: int
    code: str


@dataclass(slots=True)
class _Group:
    """New units (from first to last) that continue the old pieces from low to high."""

    first: int
    last: int
    low: int
    high: int


@dataclass(slots=True)
class _Findings:
    lexicon: Lexicon = field(default_factory=Lexicon)
    pairs: list[tuple[Clause, Clause, bool]] = field(default_factory=list)  # and whether it moved
    removed: list[Single] = field(default_factory=list)
    added: list[Single] = field(default_factory=list)


def compare_units(before: str, after: str) -> Comparison:
    """Aligns the clauses and headings of two canonical texts; no word of either is left out."""
    old, new = split_units(before), split_units(after)
    equal = match_equal([unit.text for unit in old], [unit.text for unit in new])
    unchanged = [(old[i], new[j]) for i, j in equal]
    found = _Findings()
    at_old = at_new = 0
    for number, (i, j) in enumerate([*equal, (len(old), len(new))]):
        if at_old < i or at_new < j:
            _compare_gap(found, number, (before, old[at_old:i]), (after, new[at_new:j]))
        at_old, at_new = i + 1, j + 1
    for pair_up, moved in ((pair_equal, True), (pair_moved, True), (pair_rewritten, False)):
        _settle(found, pair_up(found.removed, found.added), moved=moved)
    placed: list[tuple[tuple[int, int, int], ClauseEdit]] = []
    for passage, continued, moved in found.pairs:
        if passage.text == continued.text and not moved:
            unchanged.append((passage, continued))
        else:
            placed.append(((continued.start, 1, 0), _edit_of(passage, continued, moved=moved)))
    standing = {_statement(unit) for pair in unchanged for unit in pair}
    placed += [(single.place, _removal(single.unit, standing)) for single in found.removed]
    placed += [(single.place, _addition(single.unit, standing)) for single in found.added]
    placed.sort(key=lambda pair: pair[0])
    unchanged.sort(key=lambda pair: pair[1].start)
    return Comparison(tuple(edit for _, edit in placed), tuple(unchanged))


def _compare_gap(
    found: _Findings,
    number: int,
    old_side: tuple[str, Sequence[Clause]],
    new_side: tuple[str, Sequence[Clause]],
) -> None:
    old_text, old_units = old_side
    new_text, new_units = new_side
    old = _pieces(old_units, found.lexicon)
    new = _pieces(new_units, found.lexicon)
    groups = _groups(old, new)
    _widen(groups, old)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    ends = [(0, new_units[0].start if new_units else 0)]  # old piece → where the new text goes on
    for group in groups:
        passage = _passage(old_text, old_units, old[group.low : group.high])
        continued = _joined(new_text, new_units[group.first : group.last + 1])
        units = {piece.unit for piece in old[group.low : group.high]}
        if _is_other_clause(old, new, group):
            continue
        found.pairs.append((passage, continued, False))
        taken_old |= units
        taken_new.update(range(group.first, group.last + 1))
        ends.append((old_units[max(units)].start, continued.end))
    for unit, code in _left(old, old_units, taken_old):
        at = bisect_right(ends, (unit.start, -1)) - 1
        found.removed.append(Single(unit, code, number, (ends[max(0, at)][1], 0, unit.start)))
    for unit, code in _left(new, new_units, taken_new):
        found.added.append(Single(unit, code, number, (unit.start, 1, 0)))


def _pieces(units: Sequence[Clause], lexicon: Lexicon) -> list[_Piece]:
    """The sentences and lines of the units; what holds no word belongs to the piece before it."""
    pieces: list[_Piece] = []
    for number, unit in enumerate(units):
        own: list[_Piece] = []
        for start, end in _spans(unit.text):
            code = lexicon.encode(words_of(unit.text[start:end]))
            if code:
                own.append(_Piece(unit.start + start, unit.start + end, number, code))
        if own:
            own[0] = _Piece(unit.start, own[0].end, number, own[0].code)
            own[-1] = _Piece(own[-1].start, unit.end, number, own[-1].code)
        pieces += own
    return pieces


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        for first, last in sentence_spans(line):
            yield start + first, start + last
        start += len(line) + 1


def _groups(old: list[_Piece], new: list[_Piece]) -> list[_Group]:
    groups: list[_Group] = []
    for link in link_pieces([piece.code for piece in old], [piece.code for piece in new]):
        first, last = new[link.new_start].unit, new[link.new_end - 1].unit
        if groups and groups[-1].last >= first:
            groups[-1].last = max(groups[-1].last, last)
            groups[-1].high = link.old_end
        else:
            groups.append(_Group(first, last, link.old_start, link.old_end))
    return groups


def _widen(groups: list[_Group], old: list[_Piece]) -> None:
    """Gives pieces without a counterpart to the passage that holds the rest of their clause."""
    for place, group in enumerate(groups):
        limit = groups[place + 1].low if place + 1 < len(groups) else len(old)
        while group.high < limit and old[group.high].unit == old[group.high - 1].unit:
            group.high += 1
        limit = groups[place - 1].high if place else 0
        while group.low > limit and old[group.low - 1].unit == old[group.low].unit:
            group.low -= 1


def _is_other_clause(old: list[_Piece], new: list[_Piece], group: _Group) -> bool:
    code_old = "".join(piece.code for piece in old[group.low : group.high])
    code_new = "".join(piece.code for piece in new if group.first <= piece.unit <= group.last)
    if fuzz.ratio(code_old, code_new) >= _CONTINUED or kept_words(code_old, code_new):
        return False
    whole_start = group.low == 0 or old[group.low - 1].unit != old[group.low].unit
    whole_end = group.high == len(old) or old[group.high - 1].unit != old[group.high].unit
    return whole_start and whole_end


def _passage(text: str, units: Sequence[Clause], pieces: Sequence[_Piece]) -> Clause:
    covered = units[pieces[0].unit : pieces[-1].unit + 1]
    start, end = pieces[0].start, pieces[-1].end
    if len(covered) == 1 and (start, end) == (covered[0].start, covered[0].end):
        return covered[0]
    return _spanning(text, covered, start, end)


def _joined(text: str, units: Sequence[Clause]) -> Clause:
    return units[0] if len(units) == 1 else _spanning(text, units, units[0].start, units[-1].end)


def _spanning(text: str, units: Sequence[Clause], start: int, end: int) -> Clause:
    """A passage over several units; it counts as what the longest of them is."""
    main = max(units, key=lambda unit: (unit.kind is not Kind.HEADING, len(unit.text), -unit.start))
    return Clause(start, end, text[start:end], main.kind, main.trail, main.lead_in)


def _left(pieces: list[_Piece], units: Sequence[Clause], taken: set[int]) -> Iterator[tuple[Clause, str]]:
    codes: dict[int, str] = {}
    for piece in pieces:
        codes[piece.unit] = codes.get(piece.unit, "") + piece.code
    yield from ((units[number], code) for number, code in codes.items() if number not in taken)


def _settle(found: _Findings, pairs: list[tuple[Single, Single]], *, moved: bool) -> None:
    if not pairs:
        return
    found.pairs += [(old.unit, new.unit, moved) for old, new in pairs]
    gone = {id(old) for old, _ in pairs}
    come = {id(new) for _, new in pairs}
    found.removed = [single for single in found.removed if id(single) not in gone]
    found.added = [single for single in found.added if id(single) not in come]


def _edit_of(before: Clause, after: Clause, *, moved: bool) -> ClauseEdit:
    kind = ClauseChangeKind.MOVED if moved else ClauseChangeKind.REWORDED
    cosmetic = not moved and same_words(words_of(before.text), words_of(after.text))
    return ClauseEdit(kind, before, after, diff_words(before.text, after.text), cosmetic)


def _removal(unit: Clause, standing: set[_Statement]) -> ClauseEdit:
    edits = (Edit("delete", unit.text),)
    return ClauseEdit(ClauseChangeKind.REMOVED, unit, None, edits, repeated=_statement(unit) in standing)


def _addition(unit: Clause, standing: set[_Statement]) -> ClauseEdit:
    edits = (Edit("insert", unit.text),)
    return ClauseEdit(ClauseChangeKind.ADDED, None, unit, edits, repeated=_statement(unit) in standing)


def _statement(unit: Clause) -> _Statement:
    """What makes one clause say the same as another: its words, the line that it hangs on and the heading above."""
    return unit.text, unit.lead_in, unit.trail[-1:]
