"""What was removed in one place and added in another is told as one difference; advice says who and by when."""

from provisions.analysis.clauses import split_clauses
from provisions.analysis.diffing import ClauseChangeKind, ClauseEdit, diff_texts
from provisions.analysis.explaining import read_clause
from provisions.analysis.summaries import points_of, summary_of_edit
from provisions.analysis.summarizing.pairing import Seen, advice_on, paired

NOTHING = {"stated_before": None, "stated_after": None, "effective_on": None, "loud": True}


def seen_in(before: str, after: str) -> list[Seen]:
    return [
        (
            edit,
            read_clause(edit.before) if edit.before else None,
            read_clause(edit.after) if edit.after else None,
        )
        for edit in diff_texts(before, after).edits
    ]


def summaries_of(seen: list[Seen], unchanged: str = "") -> list[str]:
    return paired(seen, [summary_of_edit(*sides) for sides in seen], split_clauses(unchanged))


def taken_out_and_put_in(before: str, after: str) -> list[Seen]:
    (gone,), (come,) = split_clauses(before), split_clauses(after)
    removed = ClauseEdit(ClauseChangeKind.REMOVED, gone, None, (), False)
    added = ClauseEdit(ClauseChangeKind.ADDED, None, come, (), False)
    return [(removed, read_clause(gone), None), (added, None, read_clause(come))]


def test_each_edit_has_its_line_in_order():
    seen = seen_in("We keep log data for 36 months.\n", "We keep log data for 60 months.\n")
    assert summaries_of(seen) == ["Log data kept: 36 months → 60 months"]


def test_a_clause_taken_out_and_put_in_otherwise_is_one_line():
    seen = taken_out_and_put_in(
        "We keep deleted content for 30 days and then delete it.\n",
        "After that we keep deleted content for 90 days before we delete it.\n",
    )
    assert summaries_of(seen) == ["", "Deleted content kept: 30 days → 90 days"]


def test_what_an_unchanged_clause_says_has_neither_come_nor_gone():
    seen = seen_in(
        "Disputes between you and us go to binding arbitration.\n",
        "Disputes between you and us go to binding arbitration, and you waive any right to a class action there.\n",
    )
    waiver = "You waive your right to take part in a class action or a representative action against us.\n"
    assert summaries_of(seen) == ["Class-action waiver added"]
    assert summaries_of(seen, waiver) == ["Another class-action waiver added"]


def test_a_deadline_to_opt_out_is_advice():
    seen = seen_in(
        "We like to talk.\n",
        "We like to talk.\n\nYou and Acme agree to resolve all disputes by binding arbitration. "
        "You can opt out of arbitration within 30 days by writing to out@example.com.\n",
    )
    assert advice_on(seen) == ["You can opt out of arbitration within 30 days"]


def test_whom_it_concerns_is_said_where_all_of_it_stands_under_one_heading():
    before = "# Policy\n\n## California residents\n\nYou may ask us to delete your personal information.\n"
    after = before.replace("delete", "correct")
    assert advice_on(seen_in(before, after))[:1] == ["Concerns residents of California"]


def test_many_clauses_of_one_sort_are_one_point():
    lines = [f"Clause removed: Right to {act}" for act in ("access", "correct", "delete", "object")]
    assert points_of(lines, **NOTHING) == [
        "Privacy rights: 4 clauses removed (access, correct, delete and 1 more)"
    ]


def test_mere_rewordings_are_one_point():
    lines = ["Accounts reworded under “You”", "Liability reworded under “We”", "Class-action waiver added"]
    assert points_of(lines, **NOTHING) == [
        "Class-action waiver added",
        "2 clauses reworded, on accounts and liability",
    ]


def test_there_are_never_more_than_seven_points():
    lines = [f"Thing number {number} is gone" for number in range(30)]
    points = points_of(lines, **NOTHING, advice=["Concerns sellers"])
    assert len(points) == 7
    assert points[-2:] == ["25 other, smaller changes", "Concerns sellers"]
