"""Recording a change: every clause that differs, weighed and said in words, and the whole of it in one sentence."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Case, When

from platforms.inserting import insert_rows
from platforms.models import Version
from provisions.analysis.clauses import Clause
from provisions.analysis.diffing import ChangeClass, ClauseEdit, TextDiff
from provisions.analysis.explaining import ReadClause
from provisions.analysis.losses import losses_between
from provisions.analysis.severity import Level, Severity, weigh_edit, weigh_whole
from provisions.analysis.stance import Direction
from provisions.analysis.summaries import points_of, sentence_on, summary_of_edit
from provisions.analysis.summarizing.announcements import is_announced
from provisions.analysis.summarizing.pairing import advice_on, paired
from provisions.analysis.summarizing.points import DATE_LINE, written_anew
from provisions.analysis.summarizing.sides import Seen, read_sides
from provisions.analysis.summarizing.standing import still_said
from provisions.analysis.summarizing.turned import Turned, turned_by, weigh_turned
from provisions.identity import Followed
from provisions.models import Change, ClauseChange

# For the clauses of a change: by weight, then those on some side, then the others, and lines that state a date last.
WEIGHTIEST_FIRST = (
    "-severity_points",
    Case(When(direction=Direction.NEUTRAL.value, then=1), default=0),
    Case(When(summary=DATE_LINE, then=1), default=0),
    "order",
)
_LOUD = frozenset({ChangeClass.SUBSTANTIVE, ChangeClass.MINOR})


def record_change(
    before: Version,
    after: Version,
    diff: TextDiff,
    change_class: ChangeClass,
    followed: Followed,
    *,
    found_at: datetime,
    reverts_to: Version | None = None,
) -> Change:
    """Keep what happened between two versions. `change_class` may say REVERTED where the diff can't know."""
    seen = [read_sides(edit) for edit in _worth_keeping(diff)]
    unchanged = [clause for _, clause in diff.unchanged]
    turned, standing = turned_by(seen, unchanged), still_said(seen, unchanged)
    rows = [
        _clause_change(*sides, turned[order], order, followed, stands=order in standing)
        for order, sides in enumerate(seen)
    ]
    for place in written_anew([row.summary for row in rows]):
        rows[place].severity, rows[place].severity_points = Level.LOW.value, 0
        rows[place].direction = Direction.NEUTRAL.value
    told = paired(seen, [row.summary for row in rows], unchanged)
    lines = [told[row.order] for row in _by_weight(rows)]
    whole = weigh_whole([_severity_of(row) for row in rows])
    change = Change(
        document=after.document,
        before=before,
        after=after,
        change_class=change_class.value,
        alarmed=change_class in _LOUD,
        severity=whole.level.value,
        direction=_direction_of(rows).value,
        summary=sentence_on(change_class, diff, lines),
        points=points_of(
            lines,
            stated_before=before.updated_on,
            stated_after=after.updated_on,
            effective_on=after.effective_on,
            effective_before=before.effective_on,
            seen_before=before.taken_at.date(),
            seen_on=after.taken_at.date(),
            announced=_announces(after, unchanged, seen),
            loud=change_class in _LOUD,
            advice=advice_on(seen) if change_class in _LOUD else (),
        ),
        words_added=diff.words_added,
        words_removed=diff.words_removed,
        found_at=found_at,
        reverts=Change.objects.filter(before=reverts_to, document=after.document).first()
        if reverts_to
        else None,
    )
    change.save()
    for row in rows:
        row.change = change
    insert_rows(rows)
    return change


def _announces(after: Version, unchanged: Sequence[Clause], seen: Sequence[Seen]) -> bool:
    """Whether the day from which the text says it applies is that of a next edition that it announces."""
    clauses = (*unchanged, *(edit.after for edit, _, _ in seen if edit.after))
    day = after.effective_on
    return day is not None and any(is_announced(day, clause.text) for clause in clauses)


def _worth_keeping(diff: TextDiff) -> list[ClauseEdit]:
    """What is told; that a clause stands twice is no news beside others, and all there is to tell without them."""
    real = [edit for edit in diff.edits if not edit.cosmetic]
    return [edit for edit in real if not edit.repeated] or real


def _clause_change(
    edit: ClauseEdit,
    old: ReadClause | None,
    new: ReadClause | None,
    turned: Turned,
    order: int,
    followed: Followed,
    *,
    stands: bool,
) -> ClauseChange:
    severity = weigh_edit(
        edit.told_as.value,
        old.severity if old else None,
        new.severity if new else None,
        old.direction if old else None,
        new.direction if new else None,
        old.attributes if old else (),
        new.attributes if new else (),
        type=_common_type(old, new),
        still_said=stands,
    )
    severity = weigh_turned(severity, turned)
    there = edit.after or edit.before
    assert there is not None
    return ClauseChange(
        order=order,
        kind=edit.told_as.value,
        types=(new or old).types if new or old else [],  # type: ignore[union-attr]
        provision=followed.provision_at(edit.before, edit.after),
        trail=list(there.trail),
        edits=[[piece.op, piece.text] for piece in edit.edits],
        before_start=edit.before.start if edit.before else None,
        after_start=edit.after.start if edit.after else None,
        severity=severity.level.value,
        severity_points=severity.points,
        direction=(Direction.NEUTRAL if stands else _direction_of_edit(edit, old, new, turned)).value,
        summary=summary_of_edit(edit, old, new, turned, stands=stands),
    )


def _direction_of_edit(
    edit: ClauseEdit, old: ReadClause | None, new: ReadClause | None, turned: Turned
) -> Direction:
    """Where the edit moves the balance: a lost promise is against the user, a lost power for them."""
    before = _ballast(old)
    after = _ballast(new)
    if (
        old
        and new
        and edit.told_as == "reworded"
        and losses_between(old.attributes, new.attributes, _common_type(old, new))
    ):
        return Direction.AGAINST_USER
    if turned.points:
        return Direction.AGAINST_USER
    if turned.new:
        return Direction.FOR_USER
    if edit.told_as == "moved" or before == after:
        return Direction.NEUTRAL
    return Direction.FOR_USER if after > before else Direction.AGAINST_USER


def _common_type(old: ReadClause | None, new: ReadClause | None) -> str:
    return old.type if old and new and old.type == new.type else ""


def _ballast(read: ReadClause | None) -> int:
    if read is None or read.direction is Direction.NEUTRAL:
        return 0
    return 1 if read.direction is Direction.FOR_USER else -max(1, read.severity.points)


def _severity_of(row: ClauseChange) -> Severity:
    return Severity(Level(row.severity), row.severity_points, ())


def _by_weight(rows: list[ClauseChange]) -> list[ClauseChange]:
    """The rows as `WEIGHTIEST_FIRST` has them."""
    return sorted(
        rows,
        key=lambda row: (
            -row.severity_points,
            row.direction == Direction.NEUTRAL,
            row.summary == DATE_LINE,
            row.order,
        ),
    )


def _direction_of(rows: list[ClauseChange]) -> Direction:
    """The side on which the heavier clause changes fall."""
    balance = sum(
        (row.severity_points + 1) * (1 if row.direction == Direction.FOR_USER else -1)
        for row in rows
        if row.direction != Direction.NEUTRAL
    )
    if balance == 0:
        return Direction.NEUTRAL
    return Direction.FOR_USER if balance > 0 else Direction.AGAINST_USER
