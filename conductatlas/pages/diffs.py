"""A difference in the order it is read: changed passages, the unchanged ones around them, and how many were left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from provisions.analysis.clauses import Clause
from provisions.analysis.diffing import ClauseEdit, Edit, TextDiff
from provisions.analysis.structure import Kind

_CONTEXT = 1  # unchanged passages shown on either side of a change
_BEGINNING = 90  # characters by which a passage that moved is known where it stood


@dataclass(frozen=True, slots=True)
class DiffRow:
    """One passage, or a gap of `skipped` unchanged ones; `trail` only where the section begins.

    A passage that moved stands where it is now; where it was stands a row of the kind "left" with its beginning.
    `pair` joins the two.
    """

    kind: str  # added, removed, reworded, moved, left, same or gap
    label: str
    edits: Sequence[Edit] = ()
    trail: tuple[str, ...] = ()
    skipped: int = 0
    number: int = 0  # of the change, from 1
    heading: bool = False
    cosmetic: bool = False
    repeated: bool = False
    before_start: int | None = None
    after_start: int | None = None
    pair: int = 0

    @property
    def left(self) -> list[Edit]:
        """What stood there before: for the left of two columns."""
        return [edit for edit in self.edits if edit.op != "insert"]

    @property
    def right(self) -> list[Edit]:
        """What stands there now."""
        return [edit for edit in self.edits if edit.op != "delete"]


_LABELS = {"added": "Added", "removed": "Removed", "reworded": "Reworded", "moved": "Moved"}


def rows_of(difference: TextDiff, *, everything: bool) -> list[DiffRow]:
    """Rows in the new text's reading order; without `everything`, cosmetic edits and far-off text are left out."""
    rows = _with_places_left(list(_all_rows(difference)), difference.edits)
    if not everything:
        rows = [row for row in rows if not row.cosmetic]
        rows = list(_with_gaps(rows))
    return list(_numbered_and_placed(rows))


def _all_rows(difference: TextDiff) -> Iterator[DiffRow]:
    unchanged = sorted(difference.unchanged, key=lambda pair: pair[1].start)
    place = 0
    for edit in difference.edits:
        while place < len(unchanged) and _precedes(unchanged[place], edit):
            yield _same(unchanged[place])
            place += 1
        yield _changed(edit)
    for pair in unchanged[place:]:
        yield _same(pair)


def _precedes(pair: tuple[Clause, Clause], edit: ClauseEdit) -> bool:
    if edit.after is not None:
        return pair[1].start < edit.after.start
    return edit.before is not None and pair[0].start < edit.before.start


def _same(pair: tuple[Clause, Clause]) -> DiffRow:
    before, after = pair
    edits = (Edit("same", after.text),)
    return DiffRow("same", "", edits, after.trail, before_start=before.start, after_start=after.start)


def _changed(edit: ClauseEdit) -> DiffRow:
    there = edit.after or edit.before
    assert there is not None
    before_start = edit.before.start if edit.before else None
    return DiffRow(
        edit.kind.value,
        _LABELS[edit.kind.value],
        edit.edits,
        there.trail,
        heading=there.kind is Kind.HEADING,
        cosmetic=edit.cosmetic,
        repeated=edit.repeated,
        before_start=before_start,
        after_start=edit.after.start if edit.after else None,
        pair=1 + before_start if edit.kind.value == "moved" and before_start is not None else 0,
    )


def _with_places_left(rows: list[DiffRow], edits: Iterable[ClauseEdit]) -> list[DiffRow]:
    """Adds, after the unchanged passage it followed in the old text, the place that each moved passage left."""
    left = [
        DiffRow(
            "left", "Moved from here", (Edit("same", _beginning(edit.before.text)),), edit.before.trail,
            before_start=edit.before.start, pair=1 + edit.before.start,
        )
        for edit in edits
        if edit.kind.value == "moved" and edit.before is not None and not edit.cosmetic
    ]  # fmt: skip
    for row in sorted(left, key=lambda row: row.pair, reverse=True):
        earlier = [
            place
            for place, other in enumerate(rows)
            if other.kind == "same" and (other.before_start or 0) < row.pair - 1
        ]
        rows.insert(earlier[-1] + 1 if earlier else 0, row)
    return rows


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING].rsplit(' ', 1)[0]} …"


def _with_gaps(rows: Sequence[DiffRow]) -> Iterator[DiffRow]:
    changed = [place for place, row in enumerate(rows) if row.kind != "same"]
    near = {place + step for place in changed for step in range(-_CONTEXT, _CONTEXT + 1)}
    skipped = 0
    for place, row in enumerate(rows):
        if place in near:
            if skipped:
                yield DiffRow("gap", "", skipped=skipped)
            skipped = 0
            yield row
        else:
            skipped += 1
    if skipped:
        yield DiffRow("gap", "", skipped=skipped)


def _numbered_and_placed(rows: Sequence[DiffRow]) -> Iterator[DiffRow]:
    trail: tuple[str, ...] = ()
    number = 0
    for row in rows:
        if row.kind == "gap":
            yield row
            continue
        counts = row.kind not in ("same", "left")
        number += counts
        shown = row.trail if row.trail != trail else ()
        trail = row.trail
        yield replace(row, trail=shown, number=number if counts else 0)
