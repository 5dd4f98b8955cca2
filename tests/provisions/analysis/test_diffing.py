"""Comparing two texts: what became of each clause, word for word, and what the change amounts to."""

import itertools
import json
import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provisions.analysis.clauses import split_units
from provisions.analysis.comparing.word_diff import diff_words
from provisions.analysis.comparing.words import words_of
from provisions.analysis.diffing import ChangeClass, ClauseChangeKind, ClauseEdit, TextDiff, diff_texts
from provisions.analysis.structure import Kind

_KEEP = (
    "We keep the records of your purchases for as long as tax law asks us to keep them, which is ten years."
)
_SHARE = (
    "We share your contact details with the carriers that bring your parcel, and with nobody else at all."
)
_ADS = "Advertisers learn how many people saw a message, never who they were or what else they looked at."
_SHARED = pathlib.Path(__file__).parents[3] / "../shared/data/histories"


def _text(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def _class(before: str, after: str) -> ChangeClass | None:
    return diff_texts(_text(before), _text(after)).change_class


def _shown(edit: ClauseEdit) -> str:
    marks = {"same": "{}", "insert": "[+{}+]", "delete": "[-{}-]"}
    return "".join(marks[piece.op].format(piece.text) for piece in edit.edits)


def _words_shown(before: str, after: str) -> str:
    marks = {"same": "{}", "insert": "[+{}+]", "delete": "[-{}-]"}
    return "".join(marks[piece.op].format(piece.text) for piece in diff_words(before, after))


def test_equal_texts_have_no_class_and_no_edits() -> None:
    diff = diff_texts(_text("# A", _KEEP), _text("# A", _KEEP))
    assert (diff.change_class, diff.edits, diff.changed_words, diff.alarmed) == (None, (), 0, False)
    assert [pair[0].text for pair in diff.unchanged] == [_KEEP]


def test_a_reworded_clause_shows_the_words_that_changed() -> None:
    diff = diff_texts(_text(_SHARE, _KEEP), _text(_SHARE, _KEEP.replace("ten years", "seven years")))
    (edit,) = diff.edits
    assert edit.kind is ClauseChangeKind.REWORDED
    assert _shown(edit).endswith("which is [-ten-][+seven+] years.")
    assert (diff.words_added, diff.words_removed) == (1, 1)
    assert [pair[1].text for pair in diff.unchanged] == [_SHARE]


def _passages(diff: TextDiff) -> dict[str, bool]:
    """The clauses that came or went, and whether each says again what stands elsewhere."""
    clauses = [(edit.after or edit.before, edit.repeated) for edit in diff.edits]
    return {
        clause.text: repeated for clause, repeated in clauses if clause and clause.kind is not Kind.HEADING
    }


def test_a_clause_that_stands_a_second_time_is_no_new_one() -> None:
    once = _text("# Notice", "## Sharing", _SHARE, "## Keeping", _KEEP)
    twice = once + "\n" + _text("# Notice", "## Sharing", _SHARE, _ADS, "## Keeping", _KEEP)
    assert _passages(diff_texts(once, twice)) == {_SHARE: True, _ADS: False, _KEEP: True}
    assert _passages(diff_texts(twice, once)) == {_SHARE: True, _ADS: False, _KEEP: True}


def test_the_same_words_under_another_heading_say_something_else() -> None:
    before = _text("## We collect", "- Photos that you take", "## Sharing", _SHARE)
    after = _text(
        "## We collect",
        "- Photos that you take",
        "## We sell",
        "- Photos that you take",
        "## Sharing",
        _SHARE,
    )
    assert _passages(diff_texts(before, after)) == {"Photos that you take": False}


def test_edits_come_in_the_order_of_the_new_text() -> None:
    before = _text(_KEEP, _SHARE, _ADS)
    after = _text(
        "You must be sixteen or older to open an account here.", _KEEP, _ADS.replace("never", "and")
    )
    kinds = [edit.kind for edit in diff_texts(before, after).edits]
    assert kinds == [ClauseChangeKind.ADDED, ClauseChangeKind.REMOVED, ClauseChangeKind.REWORDED]


def test_a_moved_clause_is_moved_not_removed_and_added() -> None:
    diff = diff_texts(_text(_KEEP, _SHARE, _ADS), _text(_SHARE, _ADS, _KEEP))
    assert [edit.kind for edit in diff.edits] == [ClauseChangeKind.MOVED]
    assert (diff.change_class, diff.changed_words) == (ChangeClass.MINOR, 0)
    assert diff.count(ClauseChangeKind.MOVED) == 1


def test_a_moved_clause_that_was_edited_shows_its_edit() -> None:
    edited = _KEEP.replace("ten years", "seven years")
    diff = diff_texts(_text(_KEEP, _SHARE, _ADS), _text(_SHARE, _ADS, edited))
    (edit,) = diff.edits
    assert edit.kind is ClauseChangeKind.MOVED
    assert "[-ten-][+seven+]" in _shown(edit)
    assert diff.change_class is ChangeClass.SUBSTANTIVE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "The contracting party is Fernhollow, LLC.", "The contracting party is Fernhollow, L.L.C.",
            id="the initials in a party's name",
        ),
        pytest.param(
            "If you opened your account before 1 May 2025, the arbitration clause below does not apply to you or your heirs.",
            "If you opened your account before 1 May 2026, the arbitration clause below does not apply to you or your heirs.",
            id="a date that decides whom a clause binds",
        ),
        pytest.param(
            "To opt out, fill in fernhollow.example/no-arbitration.", "To opt out, fill in fernhollow.example/disputes/opt-out.",
            id="the address to opt out at",
        ),
    ],
)  # fmt: skip
def test_small_edits_of_wording_are_minor_and_never_cosmetic(before: str, after: str) -> None:
    diff = diff_texts(_text(before), _text(after))
    assert diff.change_class is ChangeClass.MINOR
    assert diff.alarmed


def test_the_date_of_the_document_in_a_long_passage_is_no_more_than_a_date() -> None:
    passage = "Welcome to Fernhollow. These terms were last updated on {} and apply to everyone who visits, reads or uses any part of the site."
    diff = diff_texts(_text(passage.format("1 May 2025")), _text(passage.format("1 May 2026")))
    assert diff.change_class is ChangeClass.DATE_ONLY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(f"{_KEEP} {_SHARE}", f"{_KEEP}\n\n{_SHARE}", id="a paragraph split at a sentence"),
        pytest.param(f"{_KEEP}\n\n{_SHARE}", f"{_KEEP} {_SHARE}", id="two paragraphs merged"),
        pytest.param(_KEEP, _KEEP.replace(" for as", "\n\nfor as"), id="a paragraph split within a sentence"),
        pytest.param(
            f"## Sharing\n\n{_SHARE}", f"**Sharing** {_SHARE}".replace("*", ""), id="a heading run in"
        ),
        pytest.param("## SHARING", "### Sharing", id="case and level of a heading"),
        pytest.param('You can\'t "sue" - ever...', "You can’t “sue” — ever…", id="typography"),
        pytest.param("a, b and c;", "a, b, and c.", id="punctuation"),
        pytest.param("We collect:\n\n- names\n\n- ages", "We collect: names, ages", id="a list run in"),
        pytest.param("1. Fees\n\n2. Refunds", "Fees\n\n3) Refunds", id="numbering of sections"),
        pytest.param("| Name | Purpose |", "Name\n\nPurpose", id="a table taken apart"),
        pytest.param("Personal DataUser Input", "Personal Data User Input", id="words run together"),
    ],
)
def test_layout_and_typography_are_markup_only(before: str, after: str) -> None:
    diff = diff_texts(_text(before), _text(after))
    assert diff.change_class is ChangeClass.MARKUP_ONLY
    assert not diff.alarmed
    assert all(edit.cosmetic for edit in diff.edits)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Last updated: May 1, 2023", "Last updated: 6 June 2024"),
        ("Effective January 5, 2024 (version 3.1).", "Effective March 5, 2024 (version 3.2)."),
        (f"{_KEEP}\n\n© 2023 Example", f"Last updated: 2 May 2024\n\n{_KEEP}\n\n© 2024 Example"),
        (f"In the version of 1 May 2023: {_KEEP}", f"In the version of 1 May 2024: {_KEEP}"),
    ],
)
def test_dates_and_versions_alone_are_date_only(before: str, after: str) -> None:
    assert _class(before, after) is ChangeClass.DATE_ONLY


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We delete it after 30 days.", "We delete it after 90 days."),
        ("You must be 13 or older to join.", "You must be 16 or older to join."),
        ("We keep 15% of every sale.", "We keep 30% of every sale."),
        ("Minimum age: 13. You need consent.", "Minimum age: 16. You need consent."),
        ("- 4.99 USD a month", "- 5.99 USD a month"),
        ("| AI training | ✗ |", "| AI training | ✓ |"),
        ("The fee is $5 a month.", "The fee is €5 a month."),
        ("We do not sell your data.", "We sell your data."),
        ("We may sell your data.", "We will sell your data."),
        ("We answer within two weeks.", "We answer within three weeks."),
        (
            "We answer your letters.",
            "We answer your letters. We may also pass them on to anybody who asks us.",
        ),
    ],
)
def test_few_words_that_turn_the_meaning_are_substantive(old: str, new: str) -> None:
    assert _class(f"{_KEEP}\n\n{old}", f"{_KEEP}\n\n{new}") is ChangeClass.SUBSTANTIVE


def test_a_clause_slipped_in_is_substantive() -> None:
    slipped = "You and we each waive the right to take part in a class action."
    assert _class(f"{_KEEP}\n\n{_ADS}", f"{_KEEP}\n\n{slipped}\n\n{_ADS}") is ChangeClass.SUBSTANTIVE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Write to us at privacy@example.com.", "Write to us at legal@example.org."),
        ("Call +1 650 253 0000 to reach us.", "Call +1 650 253 0111 to reach us."),
        ("See Section 11.10 for venues.", "See Section 11.11 for venues."),
        ("We work with good partners.", "We work with excellent partners and friends."),
        ("Example, 1 High Street, London", "Example, 22 High Street, London"),
    ],
)
def test_a_few_harmless_words_are_minor(old: str, new: str) -> None:
    assert _class(f"{_KEEP}\n\n{old}", f"{_KEEP}\n\n{new}") is ChangeClass.MINOR


def test_many_changed_words_are_substantive() -> None:
    assert _class(_KEEP, " ".join(f"word{number}" for number in range(40))) is ChangeClass.SUBSTANTIVE


def test_hunks_are_whole_words_with_sensible_punctuation() -> None:
    assert (
        _words_shown("We share data.", "We share personal data, too.")
        == "We share[+ personal+] data[+, too+]."
    )
    assert _words_shown("A. We keep it. We share it.", "A. We keep it. We sell it. We share it.") == (
        "A. We keep it.[+ We sell it.+] We share it."
    )


def test_stop_words_between_replacements_do_not_chop_a_hunk() -> None:
    shown = _words_shown("We use the data of the users here.", "Firms take a record of a member here.")
    assert shown == "[-We use the data of the users-][+Firms take a record of a member+] here."


_piece = st.sampled_from(
    [
        *(_KEEP, _SHARE, _ADS, f"{_KEEP} {_SHARE}", "## Fees", "1. Fees", "- names;", "- ages", "| a | b |"),
        *("  - sums of 30 days", "We collect:", "Last updated: May 1, 2023", "***", "We may.", "We may not."),
        *("データを収集します。", "| AI | ✓ |", "| AI | ✗ |"),
    ]
)
_TERMS = "we may not share; your data. With 30 days “of” it’s, Inc. 1. a) — the the"
_word = st.sampled_from(_TERMS.split())
_line = st.one_of(_piece, st.lists(_word, min_size=1, max_size=30).map(" ".join))
_texts = st.lists(_line, max_size=9).map(lambda lines: _text(*lines) if lines else "")


@given(st.text(max_size=60), st.text(max_size=60))
def test_word_edits_make_up_both_wordings(before: str, after: str) -> None:
    edits = diff_words(before, after)
    assert "".join(edit.text for edit in edits if edit.op != "insert") == before
    assert "".join(edit.text for edit in edits if edit.op != "delete") == after
    assert all(edit.text for edit in edits)


@given(_texts, _texts)
@settings(max_examples=200)
def test_edits_and_unchanged_clauses_hold_both_texts(before: str, after: str) -> None:
    diff = diff_texts(before, after)
    assert diff == diff_texts(before, after)
    assert (diff.change_class is None) == (before == after)
    for edit in diff.edits:
        old = "".join(piece.text for piece in edit.edits if piece.op != "insert")
        new = "".join(piece.text for piece in edit.edits if piece.op != "delete")
        assert old == (edit.before.text if edit.before else "")
        assert new == (edit.after.text if edit.after else "")
        for clause, text in ((edit.before, before), (edit.after, after)):
            assert clause is None or clause.text == text[clause.start : clause.end]
    assert _covered(diff, before, 0)
    assert _covered(diff, after, 1)


def _covered(diff: TextDiff, text: str, side: int) -> bool:
    """Whether no word of a text but headings that stayed as they were is left out, and none is in twice."""
    whole = text
    spans = [(pair[side].start, pair[side].end) for pair in diff.unchanged]
    for edit in diff.edits:
        clause = (edit.before, edit.after)[side]
        if clause is not None:
            spans.append((clause.start, clause.end))
    spans.sort()
    apart = all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    headings = {unit.text for unit in split_units(whole) if unit.kind is Kind.HEADING}
    rest = [line.lstrip("# ") for line in text.split("\n") if words_of(line)]
    return apart and headings.issuperset(rest)


def test_real_policies_with_the_same_words_raise_no_alarm() -> None:
    if not _SHARED.is_dir():
        pytest.skip("the collection of real policies is not beside this checkout")
    rows = [json.loads(line) for line in (_SHARED / "index.jsonl").read_text("utf-8").splitlines()]
    texts = [(_SHARED / row["path"]).read_text("utf-8") for row in rows[:60:6]]
    for text in texts:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        retyped = [line.replace("’", "'").replace("–", "-") + " " for line in lines]
        assert not diff_texts("\n\n".join(lines), "\n".join(retyped)).alarmed
