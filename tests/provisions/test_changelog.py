"""A change as it is recorded: clause by clause, weighed, and said in words."""

import pytest

from monitoring.pipeline import check_document
from platforms.models import Document
from provisions.changelog import WEIGHTIEST_FIRST
from provisions.models import Change
from tests.policy_pages import (
    ARBITRATE,
    CLAUSES,
    DAY,
    NOON,
    RETAIN,
    RIGHTS,
    SHARE,
    make_document,
    policy,
    serve,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    document = make_document()
    check_document(document, serve(policy()), NOON)
    return document


def change_to(document: Document, clauses: tuple[str, ...], *, updated: str = "1 February 2026") -> Change:
    check_document(document, serve(policy(clauses, updated=updated)), NOON + DAY)
    return Change.objects.get(document=document)


def without(clause: str) -> tuple[str, ...]:
    return tuple(one for one in CLAUSES if one != clause)


def test_a_waiver_slipped_in_is_weighty_and_against_the_user(document: Document) -> None:
    change = change_to(document, (*CLAUSES, ARBITRATE))
    assert change.severity in {"high", "critical"}
    assert change.direction == "against_user"
    row = change.clause_changes.get(provision__isnull=False)
    assert (row.kind, row.direction) == ("added", "against_user")
    assert row.provision.quote == ARBITRATE


def test_a_right_taken_away_is_against_the_user(document: Document) -> None:
    change = change_to(document, without(RIGHTS))
    row = change.clause_changes.get(provision__isnull=False)
    assert (row.kind, row.direction, row.provision.quote) == ("removed", "against_user", RIGHTS)
    assert change.direction == "against_user"


def test_a_power_given_up_is_for_the_user(document: Document) -> None:
    assert change_to(document, without(SHARE)).direction == "for_user"


def test_the_words_of_a_reworded_clause_read_as_the_old_and_as_the_new_text(document: Document) -> None:
    longer = RETAIN.replace("30 days", "two years")
    change = change_to(document, tuple(longer if one == RETAIN else one for one in CLAUSES))
    row = change.clause_changes.get()
    assert (row.kind, row.after_start is not None, row.before_start is not None) == ("reworded", True, True)
    assert "".join(text for op, text in row.edits if op != "insert") == RETAIN
    assert "".join(text for op, text in row.edits if op != "delete") == longer
    assert change.after.text[row.after_start :].startswith(longer)
    assert change.before.text[row.before_start :].startswith(RETAIN)
    assert (change.words_added, change.words_removed) == (2, 2)


def test_a_text_changed_under_an_old_date_is_said(document: Document) -> None:
    change = change_to(document, (*CLAUSES, ARBITRATE))
    assert any("still 1 February 2026" in point for point in change.points)


def test_a_date_moved_over_an_old_text_is_said(document: Document) -> None:
    change = change_to(document, CLAUSES, updated="9 March 2026")
    assert (change.change_class, change.alarmed) == ("date_only", False)
    assert any("9 March 2026" in point for point in change.points)


def test_the_sentence_on_a_change_names_its_weightiest_clause_first(document: Document) -> None:
    longer = RETAIN.replace("30 days", "31 days")
    change = change_to(document, (*(longer if one == RETAIN else one for one in CLAUSES), ARBITRATE))
    rows = sorted(change.clause_changes.all(), key=lambda row: -row.severity_points)
    assert change.summary.startswith(rows[0].summary)
    assert "1 clause added" in change.summary or "added" in change.summary


def test_what_a_document_only_says_twice_is_no_news_beside_what_is_new(document: Document) -> None:
    change = change_to(document, (*CLAUSES, SHARE, RIGHTS, ARBITRATE))
    assert [row.provision.quote for row in change.clause_changes.exclude(types=[])] == [ARBITRATE]
    assert "sharing" not in change.summary.lower()


def test_a_date_comes_after_what_a_change_is_about(document: Document) -> None:
    garden = "Our garden has many old trees, a pond behind the house and a bench for those who like to sit."
    change = change_to(document, (*CLAUSES, garden), updated="2 March 2026")
    told = [row.summary for row in change.clause_changes.order_by(*WEIGHTIEST_FIRST)]
    assert told[-1] == "Only its date changed"
    assert next(row.summary for row in change.clause_changes.all()) == told[-1]
