"""Clauses that are published as no provision answer too, where their sentence says it by itself and nothing else does."""

import pytest

from provisions.analysis.answers.claims import PRIVACY, TERMS, Passage
from provisions.analysis.answers.elsewhere import answering_clauses
from provisions.analysis.attributes import attributes_of
from provisions.analysis.clauses import split_clauses
from provisions.analysis.quick_facts import Answer, answers_from


def answered(text: str, document: str = TERMS, types: dict[int, list[str]] | None = None) -> list[str]:
    """The questions that the clauses of a text answer, each clause being published with these types."""
    found = answering_clauses(split_clauses(text + "\n"), document, types or {})
    return [slug for answering in found for slug in answering.questions]


def answer(slug: str, text: str, *, published: Passage | None = None, document: str = TERMS) -> Answer:
    """What is answered to one question by a clause of which no type is known."""
    elsewhere = Passage(-1, (slug,), document, text, attributes=attributes_of(text))
    given = answers_from([published] if published else [], elsewhere=[elsewhere])
    return next(one for one in given if one.question.slug == slug)


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("minimum-age", "Registration is only open to companies and to persons who are 18 years or older."),
        ("minimum-age", "You must be aged 13 or over to use the Services."),
        ("sale-of-data", "Your inbox is yours. And no, we don't sell your personal information. We mean it."),
        ("sale-of-data", "Harbour does not sell, rent or trade your personal data in any way."),
        ("governing-law", "Welsh courts decide, since English law governs these terms."),
        ("notice", "When there is a material change to this Privacy Policy, we’ll post a notice here a week in advance of doing so."),
        ("retention", "We keep some data until you delete your account, such as how often you come by."),
        ("liability-cap", "Harbour’s total liability arising out of these terms is limited to the greater of $50 or the fees you paid."),
        ("arbitration", "You agree that any dispute will be resolved by binding arbitration."),
        ("ai-training", "This includes the training of machine learning models, which help us to sort what you post."),
    ],
)  # fmt: skip
def test_what_a_sentence_says_by_itself_is_an_answer(slug: str, text: str) -> None:
    assert answered(text) == [slug]
    assert answer(slug, text).claim is not None


@pytest.mark.parametrize(
    "text",
    [
        "Antiques must be at least 20 years old.",
        "This feature is only available to users who are 13 or over.",
        "Data read through the interface may never be sold nor shared by apps.",
        "We may change the keys you made and will promptly notify you of any such change.",
        "You pay what others claim, including litigation fees, arbitration fees and other losses.",
        "We store the information you provide during the account creation process.",
    ],
)
def test_what_needs_a_type_to_be_understood_is_none(text: str) -> None:
    assert answered(text) == []


def test_only_terms_and_the_privacy_policy_are_asked() -> None:
    text = "You must be at least 18 years old to use the service."
    assert answered(text, PRIVACY) == ["minimum-age"]
    assert answered(text, "Brand Guidelines") == []


def test_what_is_published_with_a_type_of_the_question_is_not_asked_again() -> None:
    text = "You must be at least 18 years old to use the service."
    assert answered(text, types={0: ["children_age"]}) == []
    assert answered(text, types={0: ["refunds"]}) == ["minimum-age"]


def test_a_provision_speaks_first() -> None:
    said = "You must be at least 13 years old to use the service."
    published = Passage(1, ("children_age",), TERMS, said, attributes=attributes_of(said))
    other = "Registration is only open to persons who are 18 years or older."
    assert answer("minimum-age", other, published=published).predicate == "requires users to be at least 13"
    assert answer("minimum-age", other).predicate == "requires users to be at least 18"


def test_the_same_words_twice_are_one_clause() -> None:
    text = "You must be aged 13 or over to use the Services."
    assert answered(f"{text}\n\n{text}") == ["minimum-age"]
