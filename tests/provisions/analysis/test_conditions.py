"""Conditions and groups of people that a clause names are carried to all that is told of it."""

import pytest

from provisions.analysis.clauses import Clause
from provisions.analysis.describing.conditions import scope_of, under
from provisions.analysis.describing.titles import title_of
from provisions.analysis.explaining import read_clause
from provisions.analysis.structure import Kind
from provisions.analysis.wording import means_for_you, says, why_it_matters
from tests.provisions.analysis.test_true_words import told


def condition(type: str, text: str, lead_in: str = "") -> str:
    return scope_of(type, text, lead_in, (), "Acme").condition


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Depending on your account settings, we may share personal data with other members and the public.",
            "Depending on your account settings",
        ),
        (
            "If you live in Peru, Chile, or Bolivia, you may ask us to delete your personal data.",
            "If you live in Peru, Chile, or Bolivia",
        ),
        (
            "For business customers, we may share your personal data with the administrator of the account.",
            "For business customers",
        ),
        ("We may share your personal data with our partners unless you opt out.", "Unless you opt out"),
        ("We share your personal data with our partners only if you ask us to.", "If you ask Acme to"),
        ("We may disclose your personal data to a court where required by law.", "Where required by law"),
    ],
)
def test_what_a_sentence_hangs_on_is_told_before_what_it_means(text: str, said: str):
    assert condition("data_sharing", text) == said
    assert means_for_you(told("data_sharing", text)).startswith(f"{said}, ")


@pytest.mark.parametrize(
    "text",
    [
        "To see if you are old enough, we may share your personal data with a vendor.",
        "We share your personal data with a vendor who tells us whether or if you are old enough.",
        "As far as permitted by law, we may share your personal data with our partners.",
        "In addition, we may share your personal data with our partners.",
        "When showing you offers, we may share your personal data with our partners.",
    ],
)
def test_aims_questions_and_the_law_are_no_conditions(text: str):
    assert condition("data_sharing", text) == ""


def test_the_condition_of_a_list_is_that_of_its_items():
    lead_in = "If you use a school account, we may share your personal data with:"
    assert (
        condition("data_sharing", "the administrators of your school;", lead_in)
        == "If you use a school account"
    )
    ended = condition("data_sharing", "a court asks us for it;", "We may share your personal data if:")
    assert ended == "If a court asks Acme for it"


def test_a_long_or_branching_condition_is_told_in_general_words():
    text = "We may share your personal data with our partners if you agree, have an account, and use it every day."
    assert means_for_you(told("data_sharing", text)).startswith("In the cases described, your personal")


def test_a_sentence_with_a_side_clause_of_its_own_has_the_condition_after_it():
    text = "If you use the beta, we are not liable for any loss of data that it causes."
    means = means_for_you(told("liability_limitation", text))
    assert "This applies if you use the beta." in means or means.startswith("If you use the beta, ")


def test_people_of_one_place_stand_in_title_and_sentences_and_among_the_reasons():
    trail = ("Privacy Policy", "Additional rights of residents of California")
    text = "You have the right to ask that we correct personal information that is wrong."
    words = told("privacy_rights", text, trail)
    assert title_of(words) == "Right to correct (California)"
    assert says(words).startswith("For people in California: you have the right")
    assert why_it_matters(words).startswith(
        "For people in California: there has to be a process for correction"
    )
    assert means_for_you(words).startswith("For people in California: you can make use of this")
    read = read_clause(Clause(0, len(text), text, Kind.PARAGRAPH, trail))
    assert read is not None
    assert "applies only for people in California: 0" in read.severity.reasons


def test_the_place_of_a_whole_document_is_in_no_title():
    text = "You have the right to ask that we correct personal information that is wrong."
    words = told("privacy_rights", text, ("Privacy Policy for the United Kingdom", "Your rights"))
    assert title_of(words) == "Right to correct"
    assert says(words).startswith("For people in the United Kingdom: ")


@pytest.mark.parametrize(
    ("scope", "sentence", "said"),
    [
        ("For people in Europe", "You can leave.", "For people in Europe: you can leave."),
        ("For people in Europe: in the cases described", "You can leave.", "For people in Europe: in the cases described, you can leave."),
        ("For people in Europe: if you pay", "If it ends, you lose it.", "If it ends, you lose it. This applies for people in Europe, if you pay."),
        ("In the cases described", "You may do what the clause names.", "You may do what the clause names."),
        ("In the cases described", "Acme may act.", "In the cases described, Acme may act."),
    ],
)  # fmt: skip
def test_people_and_condition_before_a_sentence_are_set_apart_once(scope: str, sentence: str, said: str):
    assert under(scope, sentence, "Acme") == said
