"""Clauses get the types their words, headings and lead-ins speak for, and nothing else does."""

import pathlib
import re

import pytest

from provisions.analysis.lexicon import learned, learned_plain
from provisions.analysis.lexicon.grams import grams_of
from provisions.analysis.lexicon.phrases import words_of
from provisions.analysis.lexicon.second_opinion import AT_ONCE, HEAVIEST, second_opinion
from provisions.analysis.stance import Direction, Stance, direction_of, stance_of
from provisions.analysis.tagging import KEEP_AT, PUBLISH_AT, tag_clause


def published(text: str, trail: tuple[str, ...] = (), lead_in: str = "") -> list[str]:
    sure = [tag for tag in tag_clause(text, trail, lead_in) if tag.confidence >= PUBLISH_AT]
    asked_for_sure = tag_clause(text, trail, lead_in, doubtful_too=False)
    assert [tag for tag in asked_for_sure if tag.confidence >= PUBLISH_AT] == sure
    return [tag.type for tag in sure]


def likely(text: str) -> set[str]:
    return {tag.type for tag in tag_clause(text) if tag.confidence >= 0.5}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("We collect your name, e-mail address and IP address when you register.", "data_collection"),
        ("We use your personal data to personalise the service and to contact you.", "data_usage"),
        ("We may share your personal information with our affiliates and service providers.", "data_sharing"),
        ("We keep your messages for 90 days and then delete them from our backups.", "data_retention"),
        ("We use encryption and other measures to protect your personal information.", "data_security"),
        ("We and our advertising partners place cookies and pixels on your device.", "tracking_advertising"),
        ("You have the right to access, correct or delete your personal data.", "privacy_rights"),
        ("By using the site you agree to be bound by these terms.", "consent"),
        (
            "Your data may be transferred to the United States under standard contractual clauses.",
            "international_transfers",
        ),
        ("You must be at least 13 years old to open an account.", "children_age"),
        ("We may collect biometric information with your consent.", "sensitive_data"),
        ("We may use your posts to train our machine learning models.", "ai_training"),
        ("You have the right not to be subject to solely automated decision-making.", "ai_automated"),
        ("You may not scrape the site or reverse engineer the software.", "acceptable_use"),
        ("Do not post hate speech or sexually explicit content.", "restricted_content"),
        ("We may remove any content that breaks these rules, at our discretion.", "content_moderation"),
        (
            "You grant us a worldwide, royalty-free licence to use, host and adapt your content.",
            "content_license",
        ),
        ("All trademarks and copyrights in the site belong to us.", "intellectual_property"),
        ("You may not exceed the rate limits of the API or share your API key.", "developer_api"),
        ("You are responsible for keeping your password secret.", "account_control"),
        ("We may terminate your account at any time.", "termination"),
        ("If you violate the rules we may suspend your account.", "enforcement_actions"),
        ("We may discontinue any feature at any time in our sole discretion.", "platform_discretion"),
        ("We may change these terms at any time by posting them here.", "policy_changes"),
        ("You agree to pay all fees and applicable taxes.", "payment_fees"),
        ("Your subscription renews automatically until you cancel.", "auto_renewal"),
        ("All purchases are final and non-refundable.", "refunds"),
        ("Payouts to creators depend on ad revenue and the payout threshold.", "monetization_rules"),
        ("Any dispute will be settled by binding arbitration.", "arbitration"),
        ("You waive the right to a jury trial and to a class action.", "class_action_waiver"),
        ("These terms are governed by the laws of Ireland.", "legal_jurisdiction"),
        ("We are not liable for any indirect or consequential damages.", "liability_limitation"),
        ('The service is provided "as is" without warranties of any kind.', "warranty_disclaimer"),
        ("You agree to indemnify and hold us harmless from all claims.", "indemnification"),
        (
            "Creators must clearly disclose paid partnerships and sponsored content.",
            "disclosure_requirements",
        ),
    ],
)
def test_a_plain_clause_gets_its_type(text, type):
    assert type in published(text)


@pytest.mark.parametrize(
    "text",
    [
        "Welcome to Acme!",
        "Table of contents",
        "3. How We Share Information",
        "How do we use your information?",
        "How we use Your Data.",
        "“Personal Information” means any information that identifies you.",
        "“Member” means you and the company that you share personal data for.",
        "Our offices are at 12 High Street, Dublin.",
        "Thank you for reading.",
    ],
)
def test_greetings_headings_questions_and_definitions_get_none(text):
    assert published(text) == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        (
            "Going on using the app after the new terms apply means you agree to those terms.",
            "policy_changes",
        ),
        ("Settling it by arbitration means that you give up a jury.", "class_action_waiver"),
        ("We take all sensible means to protect your personal data against theft.", "data_security"),
    ],
)
def test_what_something_means_for_you_is_no_definition(text, type):
    assert type in likely(text)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The Norwegian courts will have jurisdiction over such claims.", "legal_jurisdiction"),
        ("Using the beta is at your own discretion and risk.", "warranty_disclaimer"),
        ("You assume all risk of loss or damage to the scooter.", "liability_limitation"),
        ("Answers of the assistant are no substitute for advice from a doctor.", "warranty_disclaimer"),
        ("Content that attempts to sell live animals;", "restricted_content"),
        ("Imagery of people being tortured.", "restricted_content"),
        ("A description of the photo that you claim is infringing;", "intellectual_property"),
        ("We may limit the speed of downloads.", "platform_discretion"),
        ("To find and fix errors in the app.", "data_usage"),
        ("Data about your device, such as its battery and processor.", "data_collection"),
        ("You can tell us to stop using your personal data.", "privacy_rights"),
        ("try to use another user's account without permission;", "acceptable_use"),
        ("You agree to not use the forum to:", "acceptable_use"),
        ("Don't offer money in exchange for followers or likes.", "acceptable_use"),
        ("Use the tools in any way not expressly permitted by these rules.", "acceptable_use"),
        ("You will not put others in harm's way or cause a nuisance to the staff.", "acceptable_use"),
        ("We don't allow images that show torture.", "restricted_content"),
        ("Content attacking people for a protected characteristic.", "restricted_content"),
        ("We prohibit the sale of live animals between members.", "restricted_content"),
        ("You promise that you hold all rights necessary to grant this licence.", "content_license"),
        ("You are responsible for backing up your content.", "content_license"),
        ("All designs are the property of Acme or its third-party licensors.", "intellectual_property"),
        ("Acme reserves all rights in the Materials.", "intellectual_property"),
        ("You must not alter any of our branding or logos.", "intellectual_property"),
        ("You bear any internet access charges yourself.", "payment_fees"),
        ("Prices are shown without any sales tax.", "payment_fees"),
        ("The transaction exchange rate is shown to you before you pay.", "payment_fees"),
        ("In a dispute over a bill you still pay the undisputed amounts.", "payment_fees"),
        ("Cancelling the plan stops future charges.", "auto_renewal"),
        ("Members who leave within a week get a prorated refund.", "refunds"),
        ("The buyer pays the cost of return shipping.", "refunds"),
        ("You can redeem your points for gifts.", "monetization_rules"),
        ("Points are not offered for every purchase.", "monetization_rules"),
        ("You must register a valid email address as part of our sign-up process.", "account_control"),
        ("Each side bears its own costs whatever the arbitrator's decision is.", "arbitration"),
        ("You may not join a group lawsuit against Acme.", "class_action_waiver"),
        ("The answers should not be taken as professional advice.", "warranty_disclaimer"),
        ("You bear the entire risk of using the beta.", "warranty_disclaimer"),
    ],
)
def test_what_real_policies_say_in_other_words_is_likely_of_its_type(text, type):
    assert type in likely(text)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("As between you and Acme, you own Your Content.", "content_license"),
        ("Except as Stated Above, we make no Warranties.", "warranty_disclaimer"),
        ("Unless Required by Law, we disclaim All Warranties.", "warranty_disclaimer"),
    ],
)
def test_a_short_sentence_with_many_capitals_states_something(text, type):
    assert type in likely(text)


@pytest.mark.parametrize(
    "text",
    [
        "Warranties We Make.",
        "Content you own Under These Terms.",
        "Fees Between You and Acme.",
        "License from You to Acme.",
        "How We Resolve Disputes With You.",
    ],
)
def test_a_heading_that_names_who_does_what_in_capitals_still_states_nothing(text):
    assert likely(text) == set()


def test_a_list_item_is_read_with_its_lead_in():
    assert published("harass other people", lead_in="You agree not to use the service to:") == [
        "acceptable_use"
    ]


def test_the_heading_above_adds_to_the_confidence():
    text = "We make no promises about availability."
    alone = {tag.type: tag.confidence for tag in tag_clause(text)}
    under = {tag.type: tag.confidence for tag in tag_clause(text, ("Terms", "No warranty"))}
    assert under["warranty_disclaimer"] > alone.get("warranty_disclaimer", 0)


def test_nothing_is_published_that_the_learned_weights_do_not_share():
    row = "Category | We Collect | We Disclose | Third Parties with Whom We Share Personal Information"
    for text in (
        row,
        "See examples of the information we collect.",
        "You must not suffer a breach of customer data.",
    ):
        assert published(text) == []


def test_spelling_and_contractions_make_no_difference_to_the_learned_weights():
    british = second_opinion(
        grams_of(words_of("We don't authorise e-mail adverts; the licence is cancelled."))
    )
    american = second_opinion(grams_of(words_of("We do not authorize email ads; the license is canceled.")))
    assert british == american


def test_the_narrower_type_names_a_clause_on_training():
    text = (
        "We may use the information we collect and publicly available information to help train our machine learning "
        "or artificial intelligence models for the purposes outlined in this policy."
    )
    assert published(text)[0] == "ai_training"


def test_confidences_fall_from_the_first_and_stay_within_bounds():
    tags = tag_clause("We may share your personal information with advertisers who use cookies to track you.")
    assert tags
    assert all(KEEP_AT <= tag.confidence < 1 for tag in tags)


def test_the_same_clause_always_gets_the_same_tags():
    text = "We may change our fees at any time."
    assert tag_clause(text, ("Fees",)) == tag_clause(text, ("Fees",))


@pytest.mark.parametrize(
    ("type", "text", "stance", "direction"),
    [
        ("data_sharing", "We do not sell your personal information.", Stance.PROMISES, Direction.FOR_USER),
        ("data_sharing", "We will never rent or sell your address.", Stance.PROMISES, Direction.FOR_USER),
        ("data_sharing", "Your information is not sold to anyone.", Stance.PROMISES, Direction.FOR_USER),
        (
            "data_sharing",
            "We may share your data if you do not object.",
            Stance.PERMITS,
            Direction.AGAINST_USER,
        ),
        ("data_sharing", "We may share your data. You can opt out.", Stance.PERMITS, Direction.AGAINST_USER),
        ("privacy_rights", "You may opt out of marketing messages.", Stance.GRANTS, Direction.FOR_USER),
        (
            "tracking_advertising",
            "We do not respond to Do Not Track signals.",
            Stance.PERMITS,
            Direction.AGAINST_USER,
        ),
        ("termination", "You may delete your account at any time.", Stance.GRANTS, Direction.FOR_USER),
        (
            "termination",
            "Acme may terminate your access without notice.",
            Stance.RESERVES,
            Direction.AGAINST_USER,
        ),
        ("refunds", "Fees are non-refundable.", Stance.RESERVES, Direction.AGAINST_USER),
        ("acceptable_use", "You may not scrape the site.", Stance.PROHIBITS, Direction.NEUTRAL),
        ("indemnification", "You agree to indemnify us.", Stance.REQUIRES, Direction.AGAINST_USER),
        ("arbitration", "You can opt out of arbitration within 30 days.", Stance.GRANTS, Direction.FOR_USER),
    ],
)
def test_negation_and_modality_decide_stance_and_direction(type, text, stance, direction):
    assert stance_of(text, type) is stance
    assert direction_of(type, stance, text) is direction


def test_sharing_told_with_also_and_a_way_out_is_sharing_first() -> None:
    text = (
        "We also share hashed e-mail addresses, advertising identifiers and your reading list with data partners, who combine them "
        "with what they know about you. You can opt out in Settings > Ads."
    )
    first = tag_clause(text, ("Privacy Policy", "Who sees it"))[0]
    assert (first.type, first.confidence >= PUBLISH_AT) == ("data_sharing", True)


def test_no_sum_of_learned_weights_leaves_its_field():
    files = (pathlib.Path(learned.__file__), pathlib.Path(learned_plain.__file__))
    written = "".join(file.read_text(encoding="utf-8") for file in files)
    weights = [
        int(weight)
        for line in re.findall(r"^[^\n=\"]+=((?:[A-Za-z]-?\d+)+)$", written, re.MULTILINE)
        for weight in re.findall(r"-?\d+", line)
    ]
    assert len(weights) > 10_000
    assert max(map(abs, weights)) <= HEAVIEST
    assert AT_ONCE * HEAVIEST < 2**15
