"""Calendar dates in running text, and the dates a document states about itself."""

from datetime import date

import pytest

from provisions.analysis.dates import StatedDates, find_dates, stated_dates
from provisions.analysis.structure import Block, Kind


def lines(*texts: str) -> list[Block]:
    return [Block(Kind.PARAGRAPH, text) for text in texts]


@pytest.mark.parametrize(
    ("text", "span", "day"),
    [
        ("as of 12 May 2024, we", "12 May 2024", date(2024, 5, 12)),
        ("On March 3, 2025 we", "March 3, 2025", date(2025, 3, 3)),
        ("MAY 25, 2018", "MAY 25, 2018", date(2018, 5, 25)),
        ("the 1st of January 2024.", "1st of January 2024", date(2024, 1, 1)),
        ("this 1st day of June, 2020", "1st day of June, 2020", date(2020, 6, 1)),
        ("on Monday, March 3, 2025", "Monday, March 3, 2025", date(2025, 3, 3)),
        ("Sept. 3, 2024", "Sept. 3, 2024", date(2024, 9, 3)),
        ("24-Jul-2023", "24-Jul-2023", date(2023, 7, 24)),
        ("(2024-05-06)", "2024-05-06", date(2024, 5, 6)),
        ("2024-05-06T10:00:00Z", "2024-05-06T10:00:00Z", date(2024, 5, 6)),
        ("vom 1. März 2024 an", "1. März 2024", date(2024, 3, 1)),
        ("du 1er janvier 2024", "1er janvier 2024", date(2024, 1, 1)),
        ("el 1 de marzo de 2025", "1 de marzo de 2025", date(2025, 3, 1)),
        ("05.06.2025", "05.06.2025", date(2025, 6, 5)),
        ("13/2/2024", "13/2/2024", date(2024, 2, 13)),
        ("3/14/24", "3/14/24", date(2024, 3, 14)),
        ("4/4/2024", "4/4/2024", date(2024, 4, 4)),
        ("3/2/2024", "3/2/2024", None),
        ("30 February 2024", "30 February 2024", None),
        ("in March 2025", "March 2025", None),
        ("2024年5月6日", "2024年5月6日", date(2024, 5, 6)),
    ],
)
def test_a_date_is_found_with_its_exact_span(text: str, span: str, day: date | None) -> None:
    assert [(text[start:end], found) for start, end, found in find_dates(text)] == [(span, day)]


@pytest.mark.parametrize(
    "text",
    [
        "you may 30 days later",
        "within 30 days",
        "call 1-800-2024-05",
        "section 1.2.20245",
        "version 4.2",
        "the 2018 Act",
        "Regulation (EU) 2016/679",
        "Directive 2000/31/EC",
        "open 24/7/365",
        "",
    ],
)
def test_what_is_no_calendar_date_is_left_alone(text: str) -> None:
    assert find_dates(text) == []


def test_every_date_of_a_sentence_is_found_in_order() -> None:
    found = find_dates("From January 01,2024 to 2 May 2024, and again on 2025-01-01.")
    assert [day for _, _, day in found] == [date(2024, 1, 1), date(2024, 5, 2), date(2025, 1, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last updated: March 3, 2025", StatedDates(date(2025, 3, 3), None)),
        ("Last Updated:\xa0March 3, 2025", StatedDates(date(2025, 3, 3), None)),
        ("Effective as of 1st of January 2024", StatedDates(None, date(2024, 1, 1))),
        ("Last modified 2024-05-06", StatedDates(date(2024, 5, 6), None)),
        ("Version of 3/2/2024", StatedDates(None, None)),
        ("Version of 3/20/2024", StatedDates(date(2024, 3, 20), None)),
        ("Updated 05.06.2025", StatedDates(date(2025, 6, 5), None)),
        ("Date of Last Revision: 12 January 2024", StatedDates(date(2024, 1, 12), None)),
        ("These Terms went into effect on June 7, 2023.", StatedDates(None, date(2023, 6, 7))),
        ("On November 20, 2024, we updated our terms.", StatedDates(date(2024, 11, 20), None)),
        ("Updated and effective 2 May 2024", StatedDates(date(2024, 5, 2), date(2024, 5, 2))),
        (
            "Effective: September 29, 2025 Last updated: August 29, 2025",
            StatedDates(date(2025, 8, 29), date(2025, 9, 29)),
        ),
        ("Zuletzt aktualisiert: 1. März 2024", StatedDates(date(2024, 3, 1), None)),
        ("Stand: 05.06.2025", StatedDates(date(2025, 6, 5), None)),
        ("Gültig ab 25. Mai 2018", StatedDates(None, date(2018, 5, 25))),
        ("Dernière mise à jour : 3 mars 2025", StatedDates(date(2025, 3, 3), None)),
        ("Entrée en vigueur le 1er juillet 2024", StatedDates(None, date(2024, 7, 1))),
        ("Última actualización: 4 de junio de 2023", StatedDates(date(2023, 6, 4), None)),
        ("En vigor desde el 1 de enero de 2024", StatedDates(None, date(2024, 1, 1))),
        ("Effective: April 4, 2026 (previous version)", StatedDates(None, date(2026, 4, 4))),
    ],
)
def test_the_dates_a_document_states_are_recognised_in_many_forms(text: str, expected: StatedDates) -> None:
    assert stated_dates(lines("Privacy Policy", text, "We collect data.")) == expected


def test_the_statement_nearest_the_top_wins() -> None:
    blocks = lines("Terms", "Last updated: 2 May 2024", "Part B", "Last updated: 5 April 2021")
    assert stated_dates(blocks).updated == date(2024, 5, 2)


def test_a_label_in_the_block_above_counts_for_the_date_below_it() -> None:
    assert stated_dates(lines("Privacy", "Last updated", "3 March 2025")).updated == date(2025, 3, 3)


def test_a_bare_date_under_the_title_is_when_the_text_was_updated() -> None:
    assert stated_dates(lines("Privacy Notice", "November 5, 2025")).updated == date(2025, 11, 5)


def test_a_statement_at_the_very_end_is_found() -> None:
    blocks = lines(*["A clause that goes on about data and rights. " * 4] * 60, "Stand: 05.06.2025")
    assert stated_dates(blocks).updated == date(2025, 6, 5)


def test_a_date_of_an_earlier_version_is_not_taken() -> None:
    assert (
        stated_dates(lines("Terms", "The previous version was effective until 2 May 2020.")) == StatedDates()
    )


def test_a_date_inside_a_clause_is_not_taken_for_the_documents_own() -> None:
    clause = "We keep bookings made before 26 January 2021 for as long as the rental agreement needs it."
    assert stated_dates(lines("Terms", clause)) == StatedDates()


def test_the_day_of_a_law_or_of_a_version_that_has_ended_is_not_taken() -> None:
    law = "“Data Protection Law”: means Regulation (EU) 2016/679 of 27 April 2016, applicable since 25 May 2018."
    assert stated_dates(lines("Terms", law)) == StatedDates()
    ended = "Privacy Policy (May 2018 - June 2021): effective from May 24, 2018 until June 24, 2021"
    assert stated_dates(lines("Privacy Policy", ended)) == StatedDates()
    assert stated_dates(lines("Terms", "Effective from 24 May 2018.")).effective == date(2018, 5, 24)


def test_updates_that_go_into_effect_on_a_day_were_not_made_on_it() -> None:
    banner = "We have made some updates to our Terms. This version will go into effect on November 15, 2024."
    assert stated_dates(lines("Terms", banner)) == StatedDates(None, date(2024, 11, 15))
    both = "Last updated and effective: November 15, 2024"
    assert stated_dates(lines("Terms", both)) == StatedDates(date(2024, 11, 15), date(2024, 11, 15))
