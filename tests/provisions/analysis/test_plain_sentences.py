"""Short sentences as people speak are published under the type they plainly bear, and sentences that resemble them are not."""

import pytest

from provisions.analysis.lexicon.phrases import words_of
from provisions.analysis.plain_sentences import is_plain
from provisions.analysis.tagging import PUBLISH_AT, tag_clause


def published(text: str) -> list[str]:
    sure = [tag.type for tag in tag_clause(text) if tag.confidence >= PUBLISH_AT]
    assert [tag.type for tag in tag_clause(text, doubtful_too=False) if tag.confidence >= PUBLISH_AT] == sure
    return sure


SAID = [
    ("When you call support, the call is recorded.", "data_collection"),
    ("We use your birth date to send you a coupon.", "data_usage"),
    ("We sell your location history to data brokers.", "data_sharing"),
    ("We never share your phone number with hosts.", "data_sharing"),
    ("Our insurance partner receives your weekly score.", "data_sharing"),
    ("Your supervisor can see your results.", "data_sharing"),
    ("Your recordings are erased after two weeks.", "data_retention"),
    ("If hackers steal your data, we tell you.", "data_security"),
    ("We follow you from site to site to choose adverts.", "tracking_advertising"),
    ("You can switch off location sharing whenever you like.", "privacy_rights"),
    ("If you do not agree, do not use the service.", "consent"),
    ("Your data may be kept on servers in India.", "international_transfers"),
    ("You must be 18 to use the app.", "children_age"),
    ("You must be 16 to use Acme.", "children_age"),
    ("We scan your face to check that you are you.", "sensitive_data"),
    ("Your documents become part of the training set.", "ai_training"),
    ("Your insurance premium is calculated by an algorithm.", "ai_automated"),
    ("You may not pretend to be someone else.", "acceptable_use"),
    ("Don't post anything that sexualises children.", "restricted_content"),
    ("We may read your messages.", "content_moderation"),
    ("All content you submit becomes our property.", "content_license"),
    ("Nothing here gives you any rights in our patents.", "intellectual_property"),
    ("Your app may not make more than 1,000 requests an hour.", "developer_api"),
    ("You cannot use another person's account.", "account_control"),
    ("If you die, this contract ends.", "termination"),
    ("Users who cheat will be banned.", "enforcement_actions"),
    ("We may refuse to serve you.", "platform_discretion"),
    ("Any revised version replaces the earlier one.", "policy_changes"),
    ("We may raise prices at any time.", "payment_fees"),
    ("We remind you a week before your plan renews.", "auto_renewal"),
    ("We refund half the price if you cancel late.", "refunds"),
    ("Affiliates earn a commission for each sale.", "monetization_rules"),
    ("You can't take us to court; an arbitrator decides instead.", "arbitration"),
    ("You will not take part in any group lawsuit against Acme.", "class_action_waiver"),
    ("Only the courts in Amsterdam are competent.", "legal_jurisdiction"),
    ("We are liable only if we acted on purpose or with gross negligence.", "liability_limitation"),
    ("We do not promise that the app will work.", "warranty_disclaimer"),
    ("You pay our legal costs if someone sues us because of you.", "indemnification"),
    ("Paid posts must be labelled as advertising.", "disclosure_requirements"),
]


@pytest.mark.parametrize(("text", "type"), SAID)
def test_a_plain_sentence_is_published_under_its_type(text: str, type: str):
    assert published(text)[:1] == [type]


@pytest.mark.parametrize(
    "text",
    [
        "The flat is shared by three guests at most.",
        "We sell used laptops to schools.",
        "Please record the serial number of your device for future reference.",
        "We store your skis in a heated locker over night.",
        "Keep your receipt for two years in case of a claim.",
        "Our team lives in twelve countries.",
        "The building is 18 metres high.",
        "Children eat for free on Sundays.",
        "We train new employees for two weeks.",
        "The doors open automatically.",
        "Photographs are developed in the cellar.",
        "The bridge is suspended by steel cables.",
        "The film ends at eleven.",
        "Charge the battery before use.",
        "The jury of the film festival meets in May.",
        "The goalkeeper defends the goal.",
        "The label of the wine is red.",
        "What we collect depends on how you use the app.",
        "If you live in Canada, your terms are on another page.",
        "A cookie is a small text file.",
        "We want you to know which data we have and why.",
    ],
)
def test_what_only_sounds_like_it_is_not(text: str):
    assert published(text) == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Your boss can see your results.", True),
        ("Your boss can see your results. So can your team.", True),
        ("Your boss can see your results", False),
        ("- your boss can see your results.", False),
        ("Results | Your boss can see them.", False),
        ("Results: your boss can see them.", False),
        ("And your boss can see your results.", False),
        ("Your boss can see your results. " * 7, False),
    ],
)
def test_only_whole_sentences_in_few_words_are_plain(text: str, plain: bool):
    assert is_plain(text.strip(), words_of(text), []) is plain
