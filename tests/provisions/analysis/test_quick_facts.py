"""Quick facts: read from the sentence that says so, never from one that says something else about the same words."""

import random

import pytest

from provisions.analysis.answers.claims import PRIVACY, TERMS, Passage
from provisions.analysis.attributes import attributes_of
from provisions.analysis.quick_facts import QUESTIONS, Answer, answers_from

TYPES_ASKED = frozenset().union(*(question.types for question in QUESTIONS))
SILENT = {question.slug: question.silence for question in QUESTIONS}


def passage(text: str, *types: str, key: int = 1, document: str = TERMS, **fields: object) -> Passage:
    return Passage(
        key=key,
        types=types or tuple(sorted(TYPES_ASKED)),
        document=document,
        text=text,
        attributes=attributes_of(text),
        **fields,  # type: ignore[arg-type]
    )


def answer(slug: str, *passages: Passage) -> Answer:
    return next(one for one in answers_from(passages) if one.question.slug == slug)


def told(slug: str, text: str, **fields: object) -> str:
    types = (next(question.type for question in QUESTIONS if question.slug == slug),)
    return answer(slug, passage(text, *types, **fields)).predicate


@pytest.mark.parametrize(
    ("slug", "text", "predicate"),
    [
        ("arbitration", "You agree that all disputes between us will be resolved by binding arbitration.", "requires binding arbitration"),
        ("arbitration", "We do not require you to go to arbitration.", "says it does not require arbitration"),
        ("arbitration", "You may go to the courts where you live. We do not require arbitration.", "says it does not require arbitration"),
        ("arbitration", "If you live in the United States, any claim must be settled by arbitration.", "requires arbitration (in the United States)"),
        ("arbitration", "Where the user is not located in France, all disputes shall be settled by arbitration.", "requires arbitration (outside France)"),
        ("class-actions", "You and Acme each waive the right to take part in a class action.", "rules out class actions"),
        ("ai-training", "We may use your posts to train our machine learning models.", "may use your information to train AI"),
        ("ai-training", "We do not use your content to train AI models.", "says it does not train AI on your information"),
        ("ai-training", "We will not use content to train any AI models unless you've explicitly agreed.", "trains AI on your information only if you agree"),
        ("ai-training", "No use of your pictures to teach or train machine learning models. Ever.", "says it does not train AI on your information"),
        ("ai-training", "No training of AI models on your letters.", "says it does not train AI on your information"),
        ("ai-training", "No matter where you live, we use your posts to train our models.", "may use your information to train AI"),
        ("sale-of-data", "No selling or lending of personal data.", "says it does not sell personal data"),
        ("ai-training", "We do not use the content of emails to train AI models.", "says it does not train AI on certain information"),
        ("ai-training", "We use publicly available information to train our language models.", "trains AI on publicly available information"),
        ("retention", "We keep your personal data for as long as you have an account.", "keeps data for as long as the account exists"),
        ("retention", "We keep your personal data for as long as you have an account and for 24 months afterwards.",
         "keeps data for as long as the account exists, plus 24 months"),
        ("retention", "We retain personal data only as long as necessary for these purposes.", "keeps data for as long as it finds necessary"),
        ("retention", "We keep server log data for 90 days.", "keeps some data for 90 days"),
        ("retention", "When you delete your account, we delete your data within 30 days.", "deletes data within 30 days of the account's end"),
        ("sale-of-data", "We do not sell your personal information.", "says it does not sell personal data"),
        ("sale-of-data", "We may sell your personal information to data brokers.", "says it may sell personal data"),
        ("sale-of-data", "We do not sell your personal data for money.", "says it does not sell personal data for money"),
        ("sale-of-data", "We don't sell your personal data in the traditional sense.", "says it does not sell personal data in the usual sense of the word"),
        ("sale-of-data", "This sharing may be considered a “sale” of personal information.", "says some of what it shares may count as a sale of data"),
        ("sale-of-data", "We will not sell or rent student personal data.", "says it does not sell certain personal data"),
        ("sale-of-data", "We have not “sold” any personal data, as those words are defined in law, including of consumers under 16.",
         "says it does not sell personal data as the law defines selling"),
        ("ai-training", "What you post is used by us to improve things, including but not limited to training language models.",
         "may use your information to train AI"),
        ("retention", "We retain personal information until we find that it is no longer needed.", "keeps data for as long as it finds necessary"),
        ("retention", "We retain your personal data where we have an ongoing legitimate business need to do so.", "keeps data for as long as it finds necessary"),
        ("notice", "We will notify you at least 30 days before we change these terms.", "gives 30 days’ notice of changes"),
        ("notice", "We may change these terms at any time without notice.", "may change its terms without notice"),
        ("notice", "We will notify you of changes to this policy by posting the new policy here.", "announces changes by posting the new text"),
        ("notice", "We'll post a notice of a material change to this policy at least a week in advance.", "gives 1 week’s notice of important changes"),
        ("notice", "If these terms change, you will be given at least 30 days notice.", "gives 30 days’ notice of changes"),
        ("notice", "We will provide users with reasonable advance notice of any material modifications to these terms.",
         "gives notice of important changes in advance, without naming a period"),
        ("notice", "We will never materially change our policies to protect less without informing affected customers.",
         "tells people of important changes, without saying how far ahead"),
        ("minimum-age", "You must be at least 13 years old to use the service.", "requires users to be at least 13"),
        ("minimum-age", "Anybody is welcome, but you cannot use Harbour if:\n\n- You are under 13 years old.\n\n- You were banned.",
         "does not admit people under 13"),
        ("minimum-age", "You must be at least 16 years old or the age of majority in your country.", "requires users to be at least 16, or more where the law requires it"),
        ("minimum-age", "The services are not for use by anyone under the age of 16.", "does not admit people under 16"),
        ("notice", "For minor changes to these terms, such as corrections, we will post them 3 days before they apply.",
         "gives 3 days’ notice of minor changes"),
        ("minimum-age", "We do not knowingly collect personal data from children under 13.",
         "says it does not knowingly collect data on people under 13"),
        ("minimum-age", "Our service is not directed to children under 13.", "says it is not meant for people under 13"),
        ("governing-law", "These terms are governed by the laws of the State of California.", "applies the law of California"),
        ("governing-law", "These Terms are governed by Irish law.", "applies Irish law"),
        ("governing-law", "These Terms are governed by Dutch law (for stays) or English law (for cars).", "applies Dutch or English law"),
        ("governing-law", "Disputes are governed by the laws of New York State and the United States of America.", "applies the law of New York State"),
        ("governing-law", "You may sue in the country of your main residence, and the laws of that country will apply.",
         "applies the law of the place where people live"),
        ("governing-law", "The laws of England and Wales govern these Terms.", "applies the law of England and Wales"),
        ("governing-law", "This is governed by the law of the United States and the laws of California.", "applies the law of the United States and California"),
        ("governing-law", "These terms are governed by the law of the country where you live.", "applies the law of the place where people live"),
        ("liability-cap", "In these cases, liability is limited to typical and foreseeable damages.",
         "limits its liability to foreseeable damage; we found no cap in figures"),
        ("liability-cap", "Our aggregate liability will not exceed one hundred dollars ($100).", "limits its liability to 100 USD"),
        ("liability-cap", "Our total liability is limited to the greater of $100 or the amount you paid us in the last six months.",
         "limits its liability to the greater of 100 USD and what you paid in the last 6 months"),
        ("liability-cap", "Our total liability is limited to 125% of the fees that you paid in the 12 months before the claim.",
         "limits its liability to 125% of what you paid in the last 12 months"),
    ],
)  # fmt: skip
def test_the_sentence_is_read_as_it_is_meant(slug: str, text: str, predicate: str) -> None:
    assert told(slug, text) == predicate


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("arbitration", "You may invoke binding arbitration for claims under the Data Privacy Framework."),
        (
            "arbitration",
            "You agree to the decisions of community bodies such as arbitration committees in disputes.",
        ),
        ("class-actions", "If this class action waiver is unenforceable, the rest of the section stands."),
        ("ai-training", "You may not use our content to train any AI model."),
        ("ai-training", "Providers may use it for their own training of models."),
        (
            "sale-of-data",
            "We may sell or transfer information in connection with a merger or sale of assets.",
        ),
        ("sale-of-data", "Third-parties do not sell personal information that we sold to them."),
        ("sale-of-data", "You must not sell personal information obtained from the service."),
        ("sale-of-data", "You have the right to opt out of the sale of your personal information."),
        ("sale-of-data", "For every event for which we sell tickets, we disclose your name and information."),
        ("retention", "We keep your personal information secure and confidential."),
        ("notice", "We may modify the services at any time without notice."),
        ("notice", "Prices may change; we will notify you 30 days before new fees apply."),
        ("minimum-age", "You must be at least 18 years old to buy alcohol."),
        (
            "minimum-age",
            "We do not collect or use personal information about users under 13 for advertising.",
        ),
        (
            "retention",
            "When you create an account, we store the information you provide during the account creation.",
        ),
        ("minimum-age", "If you're 13 or older, you can do this yourself."),
        ("minimum-age", "If you are under 18, you need a parent's permission."),
        ("governing-law", "Acme is a company organized under the laws of Delaware."),
        ("governing-law", "Requests must follow the Federal Arbitration Act."),
        ("liability-cap", "Your liability for unauthorised charges will not exceed $50."),
    ],
)
def test_other_senses_of_the_same_words_are_no_answer(slug: str, text: str) -> None:
    assert told(slug, text) == SILENT[slug]


def test_what_is_forbidden_to_people_in_a_list_is_no_use_by_the_platform() -> None:
    text = "Using our services to develop or train artificial intelligence models"
    assert told("ai-training", text, lead_in="You may not do any of these things:") == SILENT["ai-training"]


def test_a_power_and_the_way_out_are_told_together() -> None:
    use = passage("We may use your posts to train AI models.", "ai_training", document=PRIVACY)
    choice = passage("You can opt out of the training of models in your settings.", "ai_training", key=2)
    found = answer("ai-training", use, choice)
    assert found.words == "May use your information to train AI; you can opt out"
    assert found.claim is not None
    assert found.claim.passage == use
    assert found.way_out is not None
    assert found.way_out.passage == choice


def test_the_window_to_opt_out_belongs_to_arbitration_and_the_class_waiver() -> None:
    demand = passage(
        "All disputes will be resolved by binding arbitration, and you waive class actions.", "arbitration"
    )
    window = passage(
        "You may opt out of arbitration within thirty (30) days of first accepting.", "arbitration", key=2
    )
    for slug in ("arbitration", "class-actions"):
        assert answer(slug, demand, window).predicate.endswith("; you can opt out within 30 days")


def test_a_refusal_to_sell_is_told_with_the_sharing_that_may_count_as_a_sale() -> None:
    refusal = passage("We do not sell your personal information.", "data_sharing", document=PRIVACY)
    counts = passage(
        "Our use of advertising cookies may be considered a sale of personal information.",
        "data_sharing",
        key=2,
    )
    assert answer("sale-of-data", refusal, counts).predicate == (
        "says it does not sell personal data, but that some of what it shares may legally count as a sale"
    )


def test_the_main_document_and_the_rule_for_everybody_speak_first() -> None:
    special = passage(
        "You must be at least 18 years old to use the API.", "children_age", document="Developer Terms"
    )
    local = passage(
        "If you live in the European Union, you must be at least 16 years old.", "children_age", key=2
    )
    general = passage("You must be at least 13 years old.", "children_age", key=3)
    assert answer("minimum-age", special, local, general).predicate == "requires users to be at least 13"
    assert (
        answer("minimum-age", special).predicate
        == "requires users to be at least 18 (in its Developer Terms)"
    )


def test_of_equal_claims_the_latest_speaks() -> None:
    old = passage("You must be at least 13 years old.", "children_age", changed=1.0)
    new = passage("You must be at least 16 years old.", "children_age", key=2, changed=2.0)
    assert answer("minimum-age", new, old).predicate == "requires users to be at least 16"


def test_the_order_of_the_passages_does_not_matter() -> None:
    texts = ["You must be at least 13 years old.", "You must be at least 14 years old.", "We do not sell your data.",
             "We keep your data for 30 days.", "We keep your data for 90 days."]  # fmt: skip
    passages = [passage(text, key=key) for key, text in enumerate(texts)]
    first = answers_from(passages)
    for seed in range(5):
        shuffled = random.Random(seed).sample(passages, len(passages))
        assert answers_from(shuffled) == first


def test_a_quote_is_an_exact_piece_and_says_where_it_was_cut() -> None:
    text = (
        "In short. " + "On the one hand and on the other, " * 30 + "we do not sell your personal information."
    )
    claim = answer("sale-of-data", passage(text, "data_sharing")).claim
    assert claim is not None
    assert claim.quote == text[claim.start : claim.end]
    assert "we do not sell your personal information" in claim.quote
    assert claim.cut == (True, False)
    assert len(claim.quote) <= 420


def test_without_provisions_every_question_is_left_open() -> None:
    assert [found.claim for found in answers_from([])] == [None] * len(QUESTIONS)


def test_a_relationship_lasts_as_an_account_does_and_another_networks_membership_does_not():
    kept = passage(
        "We keep your personal information for as long as we have a relationship with you.",
        "data_retention",
        document=PRIVACY,
    )
    assert answer("retention", kept).words == "Keeps data for as long as the account exists"
    elsewhere = passage(
        "Personal data used for this is kept as long as you are registered on a social network.",
        "data_retention",
        document=PRIVACY,
    )
    assert "account exists" not in answer("retention", elsewhere).words


def test_data_of_one_product_is_some_of_the_data():
    text = "If you use our API, we keep your fine-tuning data until you delete it or until you terminate your account."
    assert answer("retention", passage(text, "data_retention", document=PRIVACY)).words.startswith(
        "Keeps some data"
    )


def test_advance_notice_is_notice_in_advance():
    text = "We will provide you with reasonable advance notice of changes to the Terms of Service by, for example, sending a message."
    assert "in advance" in answer("notice", passage(text, "policy_changes")).words


def test_the_law_of_one_paragraph_is_not_that_of_the_agreement():
    text = "The validity of this paragraph shall be governed by the laws of the State of Delaware."
    assert answer("governing-law", passage(text, "legal_jurisdiction")).claim is None


def test_how_long_data_of_one_purpose_is_kept_is_not_told_of_all():
    for text in (
        "Personal data collected and used for this purpose is kept for 18 months.",
        "We keep information about your views of our pictures for up to 90 days.",
    ):
        kept = passage(text, "data_retention", document=PRIVACY)
        assert "some data" in answer("retention", kept).words


def test_one_period_of_several_is_that_of_some_data():
    kept = [
        passage(
            f"The personal data of the {name} is kept for {months} months.",
            "data_retention",
            key=key,
            document=PRIVACY,
        )
        for key, (name, months) in enumerate((("garden", 13), ("house", 18)))
    ]
    (found,) = (given for given in answers_from(kept) if given.question.slug == "retention")
    assert found.words.startswith("Keeps some data for 1")


def test_a_service_restricted_to_an_age_names_it():
    text = "Our service is restricted to individuals who are 18 years of age or older."
    assert told("minimum-age", text) == "requires users to be at least 18"
    text = "We do not permit individuals under the age of 18 on our platform."
    assert told("minimum-age", text) == "does not admit people under 18"
