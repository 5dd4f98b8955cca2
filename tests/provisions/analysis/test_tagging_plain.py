"""Plain speech, bare list items and near-misses: a type is guessed from half certainty on, and the act names the clause."""

import pytest

from provisions.analysis.tagging import PUBLISH_AT, tag_clause


def guessed(text: str, lead_in: str = "") -> set[str]:
    return {tag.type for tag in tag_clause(text, (), lead_in) if tag.confidence >= 0.5}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The app may ask for access to your camera, microphone and photo library.", "data_collection"),
        ("To answer your questions and deal with complaints.", "data_usage"),
        ("Your friends can see your activity in the game and your high scores.", "data_sharing"),
        (
            "If we are bought by another company, your data will be among the assets transferred.",
            "data_sharing",
        ),
        ("Log files are erased after seven days.", "data_retention"),
        ("Messages are end-to-end encrypted so that nobody else can read them.", "data_security"),
        ("We honour the Global Privacy Control signal.", "tracking_advertising"),
        ("Object to processing.", "privacy_rights"),
        ("Our servers are located in the United States.", "international_transfers"),
        ("Only adults may open an account.", "children_age"),
        ("The algorithm recommends videos based on what you have watched.", "ai_automated"),
        ("Feedback that you send us becomes our property.", "content_license"),
        ("Smoking on board is prohibited.", "acceptable_use"),
        ("Users who cheat will be excluded.", "enforcement_actions"),
        ("The price of an unused ticket will not be reimbursed.", "refunds"),
        ("You will compensate us for losses and legal costs caused by your breach.", "indemnification"),
        ("Creators must state clearly when a post is sponsored.", "disclosure_requirements"),
    ],
)
def test_plain_speech_is_understood(text: str, type: str) -> None:
    assert type in guessed(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "You should read the privacy policy of the other site before you give it any information.",
            "data_collection",
        ),
        ("Please exercise caution when you reveal details in public areas.", "data_sharing"),
        ("Your dealings with these services are governed by their own policies.", "legal_jurisdiction"),
        ("A decision of the European Commission confirms adequate protection.", "payment_fees"),
        ("We retain your personal information to provide services and resolve disputes.", "data_usage"),
        ("It is the responsibility of the passenger to be on time.", "liability_limitation"),
        ("How we protect your data", "data_security"),
        ("We collect from third parties:", "data_collection"),
        ("Place of Jurisdiction.", "legal_jurisdiction"),
        ("The link does not imply endorsement of the other site.", "intellectual_property"),
        ("We protect the rights, safety or property of our users.", "intellectual_property"),
        ("You retain all right, title and interest in your drawings.", "intellectual_property"),
        ("Anyone who draws creates copyrighted content every day.", "intellectual_property"),
        ("Your listing must name extras such as a cleaning fee.", "payment_fees"),
        ("You can pause your plan for three months.", "auto_renewal"),
        ("Examples of an emergency are missing persons and threats of violence.", "restricted_content"),
        ("News reports may mention dangerous organizations.", "restricted_content"),
        ("Your listing must give complete and accurate information about the room.", "account_control"),
        ("We use your information in the following ways.", "acceptable_use"),
    ],
)
def test_near_misses_are_left_alone(text: str, never: str) -> None:
    assert never not in guessed(text)


def test_who_shares_with_us_is_no_recipient_of_ours() -> None:
    text = "Our business partners share information with us such as browser cookie IDs."
    published = {tag.type for tag in tag_clause(text) if tag.confidence >= PUBLISH_AT}
    assert "data_sharing" not in published


def test_where_to_ask_is_no_use_of_data() -> None:
    tags = tag_clause("If you have questions about how we use your data, please contact our privacy officer.")
    assert all(tag.confidence < PUBLISH_AT for tag in tags)


def test_plain_words_publish_no_rest_of_a_sentence() -> None:
    tags = tag_clause("users who cheat will be excluded;")
    assert tags
    assert all(tag.confidence < PUBLISH_AT for tag in tags)


def test_a_table_of_contents_is_never_published() -> None:
    text = "C1. Scope of this section\n\n- C2. Contractual relationship\n\n- C6. Amendments, cancellations and refunds"
    assert all(tag.confidence < PUBLISH_AT for tag in tag_clause(text))
