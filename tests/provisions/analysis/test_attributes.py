"""Facts are read from the words, normalised, and placed exactly."""

import pytest

from provisions.analysis.attributes import AttributeKind, attributes_of


def facts(text: str) -> set[tuple[str, str]]:
    return {(item.kind.value, item.value) for item in attributes_of(text)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("We keep deleted posts for up to thirty (30) days.", "retention_period", "30 days"),
        ("We delete logs after 18 months.", "retention_period", "18 months"),
        ("We will give you 14 days' notice of changes.", "notice_period", "14 days"),
        ("You can opt out within 30 days of accepting.", "opt_out_deadline", "30 days"),
        ("Payment is due in 10 business days.", "period", "10 business days"),
        ("You must be at least 16 years old.", "age", "16 years"),
        ("Children under 13 may not use it.", "age", "13 years"),
        ("Our liability is limited to US$100.", "sum", "100 USD"),
        ("A fee of €1,250.50 applies.", "sum", "1250.50 EUR"),
        ("We owe no more than what you paid for the ticket.", "cap", "what you paid for the ticket"),
        (
            "Our liability shall not exceed the greater of U.S. $100.00 or the amount you paid.",
            "cap",
            "the greater of U.S. $100.00 or the amount you paid",
        ),
        (
            "Our liability is limited to what you paid in the twelve months before the claim.",
            "period",
            "12 months",
        ),
        ("You must be thirteen years old.", "age", "13 years"),
        ("Call us at 1-800-555-0137 to opt out.", "phone", "1-800-555-0137"),
        (
            "Send your opt-out notice to Acme, 12 Example Street, Suite 9, Springfield.",
            "postal_address",
            "12 Example Street, Suite 9, Springfield",
        ),
        ("Write to P.O. Box 123, Dublin.", "postal_address", "P.O. Box 123, Dublin"),
        (
            "JAMS applies its Streamlined Arbitration Rules.",
            "arbitration_rules",
            "Streamlined Arbitration Rules",
        ),
        ("The AAA's Consumer Arbitration Rules govern.", "arbitration_rules", "Consumer Arbitration Rules"),
        ("We keep 30% of sales.", "percent", "30%"),
        ("Write to privacy@example.com to object.", "email", "privacy@example.com"),
        ("Change this in your privacy settings.", "setting", "privacy settings"),
        ("These terms are governed by the laws of the State of California.", "governing_law", "California"),
        ("The courts of Dublin have exclusive jurisdiction.", "venue", "Dublin"),
        (
            "We may end this agreement by giving 30 days' written notice, and then delete it.",
            "notice_period",
            "30 days",
        ),
        ("We provide notice of at least 2 months (but no less than 60 days).", "notice_period", "2 months"),
        (
            "We will post the new terms on this page at least 14 days before they take effect.",
            "notice_period",
            "14 days",
        ),
        ("Changes take effect 30 days after we have posted them.", "notice_period", "30 days"),
        (
            "If the claim is not settled within 45 days after receipt of the notice, you may sue.",
            "period",
            "45 days",
        ),
        ("You have 30 days to cure the breach that we notified.", "period", "30 days"),
        (
            "You may reject any change by sending us notice within 20 days of the change.",
            "opt_out_deadline",
            "20 days",
        ),
        (
            "You may opt out. The notice must be sent within 30 days of registering.",
            "opt_out_deadline",
            "30 days",
        ),
        ("The opt-out cookie has a life of five years.", "period", "5 years"),
        ("People sixteen (16) years or older may opt out of the sale.", "age", "16 years"),
        (
            "We are liable only up to the amount you paid for the app or $1.00.",
            "cap",
            "the amount you paid for the app or $1.00",
        ),
        ("Our liability will not exceed 10.000 euros.", "sum", "10000 EUR"),
        (
            "You submit to the courts of Fernhollow City. If you live abroad, your own courts may decide.",
            "venue",
            "Fernhollow City",
        ),
        (
            "Disputes are heard in the courts located in St. Fern, Utah, U.S.A. You and we agree to that.",
            "venue",
            "St. Fern, Utah, U.S.A.",
        ),
        (
            "Any claim must be resolved in a court in Ireland and Irish law will apply to it.",
            "venue",
            "Ireland",
        ),
        (
            "Any claim must be resolved in a court in Ireland and Irish law will apply to it.",
            "governing_law",
            "Ireland",
        ),
        ("Norfern law governs these terms, and only its courts decide.", "governing_law", "Norfern"),
        (
            "This agreement is construed under the laws of Utah. The arbitrator applies them too.",
            "governing_law",
            "Utah",
        ),
        ("Disputes go to arbitration run by JAMS.", "arbitration_body", "JAMS"),
        ("You waive any right to a class action.", "class_waiver", "class actions"),
        ("You waive the right to a jury trial.", "jury_waiver", "jury trial"),
        ("No refunds, except where required by law.", "exception", "except where required by law"),
        ("We collect your phone number.", "data_kind", "phone number"),
        ("We pass it on to advertisers.", "recipient", "advertisers"),
        ("We use it to train our machine learning models.", "purpose", "training machine-learning models"),
    ],
)
def test_a_fact_is_read_and_normalised(text, kind, value):
    assert (kind, value) in facts(text)


def test_every_fact_lies_within_the_clause_it_is_read_from():
    text = "We share your e-mail address with advertisers for 12 months, unless you opt out at www.example.com/out."
    for item in attributes_of(text):
        assert 0 <= item.start < item.end <= len(text)
        if item.kind is AttributeKind.LINK:
            assert text[item.start : item.end] == "www.example.com/out"


def test_what_was_paid_is_a_cap_only_where_somebody_answers_for_no_more():
    assert not any(kind == "cap" for kind, _ in facts("We refund what you paid for the ticket."))


def test_an_age_is_not_a_period():
    assert not {kind for kind, _ in facts("You must be 18 years old.")} & {
        "period",
        "retention_period",
        "notice_period",
    }


def test_publicly_available_information_is_not_handed_to_the_public():
    assert ("recipient", "the public") not in facts("We use publicly available information.")


def test_the_same_fact_is_given_once():
    found = attributes_of("Advertisers may see it, and advertisers may keep it.")
    assert [item.value for item in found if item.kind is AttributeKind.RECIPIENT] == ["advertisers"]


def test_text_without_facts_gives_none():
    assert attributes_of("Be kind.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "You may not be barred from using the service under the laws of the United States or of your country.",
        "Fernhollow Ltd is a company registered under the laws of the Republic of Ireland.",
        "Please see our notice on the rights you have under California law.",
        "Where French law applies, you can tell us what shall happen to your data after death.",
        "Goods may not be sent to a country under the Export Control and Sanctions Laws, whose rules apply.",
        "These transfers are governed by the data protection laws of Brazil.",
        "If you are located in France, write to our office there.",
        "Before the competent court of Fernhollow's place of business.",
    ],
)
def test_a_law_or_place_that_governs_nothing_is_none(text: str) -> None:
    kinds = {attribute.kind.value for attribute in attributes_of(text)}
    assert not kinds & {"governing_law", "venue"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We may disable or delete your account at any time.", "opt_out"),
        ("Fernhollow reserves the right to close your account for any reason.", "opt_out"),
        ("Charges payable by you will not include taxes, and we limit our liability elsewhere.", "cap"),
        ("Copyright 1991-1996 Thomas G. Lane. All rights reserved.", "postal_address"),
    ],
)
def test_what_only_looks_like_a_fact_is_none(text: str, kind: str) -> None:
    assert kind not in {attribute.kind.value for attribute in attributes_of(text)}


def test_what_you_may_close_is_a_way_out() -> None:
    assert ("opt_out", "close your account") in facts("You can close your account in the settings.")


@pytest.mark.parametrize(
    ("text", "recipient", "told"),
    [
        ("Your posts are shown to other users of the service.", "other users", True),
        ("Your posts are shown to other users of the service.", "the public", False),
        ("We share your data with third-party apps that you link.", "third parties", True),
        ("We show adverts on third-party websites.", "third parties", False),
        ("You must respect the rights of others and third-party content.", "third parties", False),
    ],
)
def test_whom_data_goes_to_is_no_site_and_no_wider_circle(text: str, recipient: str, told: bool) -> None:
    assert (("recipient", recipient) in facts(text)) is told
