"""The invented platforms are complete, in order, and show every hard case they are there to show."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from conductatlas.demo.edits import DemoError, apply_edits, state_dates
from conductatlas.demo.policies import (
    CASES,
    DOCUMENT_TYPES,
    FAULTS,
    SECTORS,
    DemoDocument,
    DemoVersion,
    demo_days,
    demo_events,
    demo_platforms,
    demo_today,
)

TODAY = date(2026, 11, 23)
SOURCE = Path("some/2025-01-01.edits.toml")
PLATFORMS = demo_platforms(TODAY)
DOCUMENTS = [
    pytest.param(document, id=f"{platform.slug}/{document.slug}")
    for platform in PLATFORMS
    for document in platform.documents
]


def steps_showing(case: str) -> list[tuple[DemoVersion, DemoVersion]]:
    """The versions that show a case, each with the one before it."""
    return [
        (before, after)
        for platform in PLATFORMS
        for document in platform.documents
        for before, after in zip(document.versions, document.versions[1:], strict=False)
        if case in after.cases
    ]


def words_of(version: DemoVersion) -> list[str]:
    return version.markdown.split()


def test_there_is_a_platform_of_every_sector() -> None:
    assert sorted(platform.sector for platform in PLATFORMS) == sorted(SECTORS)


def test_every_document_type_is_there() -> None:
    types = {document.type for platform in PLATFORMS for document in platform.documents}
    assert types == set(DOCUMENT_TYPES)


def test_every_platform_has_two_or_three_documents_and_a_description() -> None:
    for platform in PLATFORMS:
        assert len(platform.documents) in (2, 3), platform.slug
        assert platform.description.endswith("."), platform.slug


def test_no_two_documents_share_an_address() -> None:
    paths = [path for platform in PLATFORMS for document in platform.documents for path in document.paths]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_has_three_to_six_versions_in_order_of_time(document: DemoDocument) -> None:
    starts = [version.starts for version in document.versions]
    assert 3 <= len(starts) <= 6
    assert starts == sorted(set(starts))
    assert starts[-1] <= TODAY


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_version_reads_like_a_policy_and_says_what_happened(document: DemoDocument) -> None:
    for version in document.versions:
        assert 650 <= len(words_of(version)) <= 2_500
        assert version.markdown.startswith("# ")
        assert "{" not in version.markdown  # a date that was not filled in
        assert version.note.endswith(".")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_version_has_as_many_pages_as_the_document_has_addresses(document: DemoDocument) -> None:
    for version in document.versions:
        assert version.markdown.count("<!-- page -->") + 1 == len(document.paths)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_fault_hides_a_version_that_stands_before_and_after_it(document: DemoDocument) -> None:
    for fault in document.faults:
        before = document.version_on(fault.starts - timedelta(days=1))
        assert before is not None
        assert before == document.version_on(fault.ends)


@pytest.mark.parametrize("case", CASES)
def test_every_hard_case_is_shown(case: str) -> None:
    shown = {
        case for platform in PLATFORMS for one in platform.documents for v in one.versions for case in v.cases
    }
    assert case in shown


@pytest.mark.parametrize("kind", FAULTS)
def test_every_kind_of_fault_is_shown(kind: str) -> None:
    shown = {fault.kind for platform in PLATFORMS for one in platform.documents for fault in one.faults}
    assert kind in shown


def test_a_redesign_alone_keeps_every_word() -> None:
    for before, after in steps_showing("redesign"):
        assert before.layout != after.layout
        assert before.markdown == after.markdown


def test_a_date_only_step_changes_nothing_but_the_date() -> None:
    for before, after in steps_showing("date_only"):
        assert before.markdown != after.markdown
        # The month, the day and the year are at most three words.
        differing = Counter(words_of(before)) - Counter(words_of(after))
        assert 1 <= differing.total() <= 3


def test_a_silent_edit_leaves_the_stated_date() -> None:
    for before, after in steps_showing("silent_edit"):
        stated = re.search(r"\w+ \d+, 20\d\d|\d+ \w+ 20\d\d", before.markdown)
        assert stated is not None
        assert stated[0] in after.markdown
        assert before.markdown != after.markdown


def test_a_moved_section_keeps_its_words() -> None:
    for before, after in steps_showing("moved"):
        dates = Counter(words_of(before)) - Counter(words_of(after))
        assert dates.total() <= 3
        assert before.markdown != after.markdown


def test_a_flip_ends_with_the_text_it_began_with() -> None:
    for platform in PLATFORMS:
        for document in platform.documents:
            for first, second, third in zip(*(document.versions[i:] for i in range(3)), strict=False):
                if "flip" in second.cases and "flip" in third.cases:
                    assert first.markdown == third.markdown
                    assert first.markdown != second.markdown


def test_the_site_has_changed_in_the_last_fortnight() -> None:
    recent = [
        version
        for platform in PLATFORMS
        for document in platform.documents
        for version in document.versions
        if TODAY - timedelta(days=13) <= version.starts <= TODAY
    ]
    assert len(recent) >= 8


def test_recent_versions_move_with_the_day_on_which_the_demo_is_loaded() -> None:
    later = TODAY + timedelta(days=200)
    last = {platform.documents[0].versions[-1].starts for platform in demo_platforms(later)}
    assert later - timedelta(days=1) in last


def test_a_clock_set_back_does_not_put_the_versions_out_of_order() -> None:
    for platform in demo_platforms(date(2025, 1, 1)):
        for document in platform.documents:
            starts = [version.starts for version in document.versions]
            assert starts == sorted(set(starts))


def test_the_days_are_in_order_at_nine_and_not_in_the_future() -> None:
    days = demo_days(TODAY)
    assert days == sorted(set(days))
    assert {(day.hour, day.tzinfo) for day in days} == {(9, UTC)}
    assert days[-1].date() <= TODAY


def test_the_day_after_a_fault_is_a_day_on_which_something_happens() -> None:
    events = {
        (event.platform, event.document, event.moment.date(), event.what) for event in demo_events(TODAY)
    }
    for platform in PLATFORMS:
        for document in platform.documents:
            for fault in document.faults:
                assert (platform.slug, document.slug, fault.ends, "recovered") in events


def test_before_nine_the_last_day_that_can_be_shown_is_yesterday() -> None:
    assert demo_today(datetime(2026, 11, 23, 8, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert demo_today(datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) == date(2026, 11, 23)


TEXT = """# T

## One

Alpha beta.

- x
- y

## Two

Gamma.

### Two and a half

Delta.

## Three

End.
"""


def test_a_piece_of_text_is_replaced() -> None:
    edited = apply_edits(TEXT, [{"find": "beta", "replace": "omega"}], SOURCE)
    assert "Alpha omega." in edited


def test_a_paragraph_is_inserted_behind_the_line_that_holds_the_fragment() -> None:
    edited = apply_edits(TEXT, [{"insert_after": "Alpha", "text": "New."}], SOURCE)
    assert "Alpha beta.\n\nNew.\n\n- x" in edited


def test_an_item_is_inserted_into_its_list() -> None:
    edited = apply_edits(TEXT, [{"insert_after": "- x", "text": "- new"}], SOURCE)
    assert "- x\n- new\n- y" in edited


def test_a_line_is_deleted() -> None:
    assert "- x\n\n## Two" in apply_edits(TEXT, [{"delete": "- y"}], SOURCE)


def test_a_section_is_deleted_with_what_is_below_it() -> None:
    edited = apply_edits(TEXT, [{"delete_section": "Two"}], SOURCE)
    assert edited.endswith("- y\n\n## Three\n\nEnd.\n")


def test_a_section_is_moved_behind_another() -> None:
    edited = apply_edits(TEXT, [{"move_section": "One", "after_section": "Two"}], SOURCE)
    assert edited.index("Delta.") < edited.index("## One") < edited.index("## Three")
    assert sorted(edited.split()) == sorted(TEXT.split())


@pytest.mark.parametrize(
    "edit",
    [
        {"find": "a", "replace": "b"},
        {"find": "missing", "replace": "b"},
        {"delete": "missing"},
        {"insert_after": "missing", "text": "x"},
        {"delete_section": "Four"},
        {"find": "Alpha"},
    ],
)
def test_an_edit_that_does_not_fit_exactly_once_names_its_file(edit: dict[str, str]) -> None:
    with pytest.raises(DemoError, match=r"2025-01-01\.edits\.toml: edit 1"):
        apply_edits(TEXT, [edit], SOURCE)


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("long", "3 May 2025, 2 June 2025"),
        ("us", "May 3, 2025, June 2, 2025"),
        ("iso", "2025-05-03, 2025-06-02"),
        ("ordinal", "3rd of May 2025, 2nd of June 2025"),
    ],
)
def test_dates_are_stated_in_the_form_of_the_platform(form: str, written: str) -> None:
    assert state_dates("{date}, {date+30}", date(2025, 5, 3), form) == written
