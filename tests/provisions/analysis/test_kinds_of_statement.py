"""What is told of clauses on data, kind by kind: each value and each sentence holds where its words say so, and beside it nowhere."""

import pytest

from provisions.analysis.attributes import AttributeKind, attributes_of
from provisions.analysis.describing.about import subject_of
from provisions.analysis.describing.conditions import scope_of
from provisions.analysis.describing.items import thing_of
from provisions.analysis.describing.titles import title_of
from provisions.analysis.severity import weigh_clause
from provisions.analysis.severity_words import aggravations
from provisions.analysis.stance import Direction, Stance, direction_of, stance_of
from provisions.analysis.wording import means_for_you, says, why_it_matters
from tests.provisions.analysis.telling import told, values

DATA, RECIPIENT, PURPOSE = AttributeKind.DATA_KIND, AttributeKind.RECIPIENT, AttributeKind.PURPOSE


@pytest.mark.parametrize(
    ("kind", "value", "meant", "only_named"),
    [
        (DATA, "profile", "We show your profile and photo to members.", "Set your profile to private at any time."),
        (DATA, "profile", "We collect your name, profile, and posts.", "You may use Acme with or without a profile."),
        (DATA, "payment details", "We store your credit card number.", "Adults may purchase with a credit card."),
        (DATA, "payment details", "You enter your card (e.g., credit card).", "Rides are paid by a corporate credit card linked to it."),
        (RECIPIENT, "other users", "Other users can see your name.", "We keep content created with other users."),
        (RECIPIENT, "advertisers", "We let advertisers collect data.", "Some of the things we show you are promoted by advertisers."),
        (RECIPIENT, "third parties", "We let third parties see it.", "We weigh the benefits and risks to you, us or third parties and share data."),
        (PURPOSE, "marketing", "We use it to send newsletters.", "We use your ID to manage the newsletters you have subscribed to."),
        (PURPOSE, "customer support", "It is used for customer service.", "To delete it, please contact customer service."),
        (PURPOSE, "research and development", "We use it for research.", "We use this for ads: Survey and Research Data."),
        (DATA, "usage data", "We log your interactions with the app.", "We learn of it through our interactions with you."),
        (RECIPIENT, "the public", "Posts are visible to the public.", "We keep our users and the public safe and share data for it."),
        (RECIPIENT, "the public", "Anyone can see what you post.", "Anyone can request a copy of the data that we share."),
        (RECIPIENT, "other users", "We share your name with other users.", "We share data to run the app for you and other users."),
        (RECIPIENT, "advertisers", "We share data with advertisers.", "We share ads with the audience that advertisers want to reach."),
        (RECIPIENT, "third parties", "We share it with third parties.", "We use it for our interests or those of a third party."),
        (PURPOSE, "marketing", "We use your address for marketing.", "We share it with our marketing partners."),
        (PURPOSE, "customer support", "We use it for customer support.", "Your data: used for this are customer support data."),
        (PURPOSE, "communication", "We use it to contact you.", "You can set your browser to notify you of cookies."),
        (PURPOSE, "improving the service", "We use it to improve our app.", "We let you improve your skills."),
        (PURPOSE, "research and development", "We use it to develop new products.", "As we continue to develop our business, we use it."),
    ],
)  # fmt: skip
def test_a_value_is_kept_where_it_is_meant_and_not_where_it_is_only_named(
    kind: AttributeKind, value: str, meant: str, only_named: str
):
    assert value in values(meant, kind)
    assert value not in values(only_named, kind)


@pytest.mark.parametrize(
    ("type", "text", "stance"),
    [
        # A refusal of another act, or beside what is done, is no promise on the type's own act.
        ("data_collection", "We collect your address. We do not share it with advertisers.", Stance.PERMITS),
        ("data_collection", "We give advertisers reports. We don’t share your name with them.", Stance.PERMITS),
        ("data_collection", "We do not collect your location. We do collect your IP address.", Stance.PERMITS),
        ("data_collection", "We do not collect or store your precise location.", Stance.PROMISES),
        ("data_usage", "We do not use your chats for ads. We use your searches for ads.", Stance.PERMITS),
        ("data_usage", "We do not use your chats to show you ads.", Stance.PROMISES),
        ("data_usage", "There shouldn’t be surprises about how we use data. We use it to run the app.", Stance.PERMITS),
        ("tracking_advertising", "While we do not share your orders, we may share an advertising ID with ad companies.", Stance.PERMITS),
        ("tracking_advertising", "We do not track you across other sites.", Stance.PROMISES),
        ("tracking_advertising", "We don’t collect nor do we show you ads based on your religion.", Stance.PROMISES),
        ("tracking_advertising", "We do not employ technology that recognizes Do Not Track signals.", Stance.PERMITS),
        ("data_sharing", "We are not responsible for the use of information that you disclose to others.", Stance.PERMITS),
        ("data_sharing", "Data is used to run the app. We don’t sell it to third parties.", Stance.PROMISES),
        ("data_sharing", "We share it with partners. We do not sell it.", Stance.PERMITS),
        # A keeping without an end, and what is kept that is not shown.
        ("data_retention", "We will retain your data as long as your account is active and as needed.", Stance.PERMITS),
        ("data_retention", "We will store the data further. It may not be disclosed to you.", Stance.PERMITS),
        ("data_retention", "We will keep your data for no longer than 30 days.", Stance.PROMISES),
        ("data_retention", "It is removed from our systems as soon as the request is answered.", Stance.PROMISES),
        # What you may do besides is no say over what is collected.
        ("data_collection", "You can also choose to add a phone number. We collect your name.", Stance.PERMITS),
        ("data_collection", "When we ask for personal data, you can decline.", Stance.GRANTS),
        # What readers are told to leave is not done by the platform.
        ("data_sharing", "Never disclose your password to any third party.", Stance.PROHIBITS),
        ("ai_automated", "You may not use the AI services to find out how the models work.", Stance.PROHIBITS),
        ("sensitive_data", "Don’t use Acme to infer somebody’s religion or health.", Stance.PROHIBITS),
        ("tracking_advertising", "Do Not Track: we may set cookies whatever your browser says.", Stance.PERMITS),
        # Children and places.
        ("children_age", "We do not “sell” the personal information of minors under 16.", Stance.PROMISES),
        ("children_age", "We do not deliver personalised advertising to children under 18.", Stance.PROMISES),
        ("children_age", "Children under 13 may not use Acme. We do not sell their data.", Stance.PROHIBITS),
        ("international_transfers", "Your data is stored in the EU and never transferred elsewhere.", Stance.PROMISES),
        ("international_transfers", "Your data is not transferred outside the EU unless you agree.", Stance.REQUIRES),
        ("international_transfers", "Your data may be transferred to the United States.", Stance.PERMITS),
        ("ai_training", "xAcme shall not use your files to train its models.", Stance.PROMISES),
    ],
)  # fmt: skip
def test_what_a_clause_does_is_read_from_its_own_act(type: str, text: str, stance: Stance):
    assert stance_of(text, type) is stance


def test_a_right_is_not_withheld_by_what_does_not_fall_under_it():
    text = "You can opt out of our mailing list. You will not be able to opt out of receipts."
    assert direction_of("privacy_rights", Stance.GRANTS, text) is Direction.FOR_USER
    withheld = "You may not be able to object. Your rights to data are limited."
    assert direction_of("privacy_rights", Stance.GRANTS, withheld) is Direction.AGAINST_USER
    assert values("Note that you cannot opt out of receipts.", AttributeKind.OPT_OUT) == []
    assert values("You can opt out at any time.", AttributeKind.OPT_OUT) == ["opt out"]


def test_a_promise_is_told_by_what_it_refuses_and_not_by_what_is_done_besides():
    text = "We do not sell your personal information. We may need to share your personal information with affiliates to run the app."
    assert stance_of(text, "data_sharing") is Stance.PROMISES
    assert title_of(told("data_sharing", text)) == "Limits on the sale of personal information"
    named = "We do not share personal information with third parties other than as described. We may share it with affiliates."
    assert "third parties" in title_of(told("data_sharing", named))
    row = (
        "Ad partners | User data | So they can show ads. For users under 16, we do not disclose data to them."
    )
    assert stance_of(row, "data_sharing") is Stance.PERMITS


def test_leaving_is_no_way_out_of_a_keeping_that_goes_on():
    kept_on = (
        "You can close your account at any time. We may retain some of your data to comply with the law."
    )
    ends = "We keep your files until you opt out or delete your account."
    facts = weigh_clause(
        "data_retention", Stance.PERMITS, Direction.AGAINST_USER, kept_on, attributes_of(kept_on)
    )
    assert not any("way out" in reason for reason in facts.reasons)
    facts = weigh_clause("data_retention", Stance.PERMITS, Direction.AGAINST_USER, ends, attributes_of(ends))
    assert any("way out" in reason for reason in facts.reasons)


def test_a_condition_of_one_example_is_not_the_clauses():
    text = "We collect your activity, such as likes, replies, if other people mention you or you them, and broadcasts."
    assert scope_of("data_collection", text, "", (), "the platform").as_reason == ""


def test_what_is_refused_beside_an_act_is_not_told_as_done():
    text = (
        "We confirm which ads you saw. But we don’t share what by itself identifies you, such as your name."
    )
    words = told("data_collection", text)
    assert "name" not in title_of(words) + why_it_matters(words)


@pytest.mark.parametrize(
    ("type", "text", "reason"),
    [
        (
            "international_transfers",
            "Personal data is stored and processed on our servers in the United States. If you reside in Peru, your personal data will be transferred to the United States under standard contractual clauses.",
            "applies in part only if you reside in Peru",
        ),
        (
            "data_collection",
            "We collect your email address when you register. If you sign up with a social network, we will also receive personal information such as your name, email address and photo from that network.",
            "applies in part only if you sign up with a social network",
        ),
        (
            "data_collection",
            "If you call us, we collect your number.",
            "applies only if you call the platform",
        ),
        ("data_usage", "With your consent, we use your number.", "applies only with your consent"),
    ],
)
def test_a_condition_of_one_sentence_is_not_told_of_the_whole_clause(type: str, text: str, reason: str):
    assert scope_of(type, text, "", (), "the platform").as_reason == reason


def test_what_depends_on_settings_does_not_hold_in_named_cases_only():
    lead_in = "Cookies may be used, depending on the product, as well as your settings and permissions:"
    text = "We and third parties use advertising cookies to show you new ads."
    scope = scope_of("tracking_advertising", text, lead_in, (), "the platform")
    assert scope.as_reason == "applies depending on what is described"
    weights = weigh_clause(
        "tracking_advertising", Stance.PERMITS, Direction.AGAINST_USER, text, lead_in=lead_in
    )
    assert not any("no way out" in reason for reason in weights.reasons)
    alone = weigh_clause("tracking_advertising", Stance.PERMITS, Direction.AGAINST_USER, text)
    assert any("no way out" in reason for reason in alone.reasons)


@pytest.mark.parametrize(
    ("type", "text", "reason", "is_one"),
    [
        ("ai_training", "Datasets that third parties make available are used for training.", "third parties are involved", False),
        ("ai_training", "We share your files with partners who may train their models.", "third parties are involved", True),
        ("tracking_advertising", "You can learn more from the Digital Advertising Alliance.", "advertising is involved", False),
        ("data_collection", "We do not track your precise location.", "sensitive information is named", False),
        ("data_collection", "We track your precise location.", "sensitive information is named", True),
        ("data_collection", "We map it to a non-precise location.", "sensitive information is named", False),
        ("data_collection", "We collect the geometry of your face.", "sensitive information is named", True),
        ("data_retention", "Data that has been anonymized may be retained indefinitely.", "kept after people leave, or without an end", False),
        ("data_retention", "We may retain your data indefinitely.", "kept after people leave, or without an end", True),
    ],
)  # fmt: skip
def test_a_reason_rests_on_what_is_done_with_peoples_data(type: str, text: str, reason: str, is_one: bool):
    assert (reason in [found for _, found in aggravations(type, text)]) is is_one


@pytest.mark.parametrize(
    ("type", "text", "words", "is_told"),
    [
        ("data_usage", "We use your profile photo to run the app.", "Profiles or predictions are made.", False),
        ("data_usage", "We use what you buy to build a profile of your tastes.", "Profiles or predictions are made.", True),
        ("data_security", "You must notify us of any breach of security.", "Notice of a breach is mentioned.", False),
        ("data_security", "We will notify you of a breach of security.", "Notice of a breach is mentioned.", True),
        ("international_transfers", "We transfer data to countries without an adequacy decision under contracts.", "Adequacy decisions cover only some countries.", False),
        ("data_sharing", "We share public posts with content aggregators.", "Anonymous data is treated separately; ask how it is made anonymous.", False),
        ("children_age", "You must have the age at which you may use Acme without parental consent.", "Keep a record of the parent’s or guardian’s part in it.", False),
        ("children_age", "Under 16 you need parental consent.", "Keep a record of the parent’s or guardian’s part in it.", True),
        ("data_collection", "Payments are processed through third parties that collect your name.", "Some of it comes from others, so people may not know about it.", False),
    ],
)  # fmt: skip
def test_a_remark_is_made_where_its_words_mean_it(type: str, text: str, words: str, is_told: bool):
    assert (words in why_it_matters(told(type, text))) is is_told


def test_what_people_have_to_give_of_themselves_is_no_duty_over_others_data():
    words = told("data_collection", "You must provide your name and email address to create an account.")
    assert title_of(words).startswith("Information you have to give")
    bound = told("data_collection", "Developers may not collect names or email addresses of users.")
    assert not title_of(bound).startswith("Information you have to give")


def test_a_ban_on_something_done_with_young_people_bars_nobody_from_the_service():
    given = told(
        "children_age", "Users are not allowed to give us personal information of anyone under the age of 13."
    )
    assert title_of(given) == "Children and young people under 13"
    barred = told("children_age", "Children under the age of 13 are not allowed to use Acme.")
    assert title_of(barred) == "No use by people under 13"


def test_a_promise_to_end_a_keeping_is_not_told_as_a_keeping():
    words = told("data_retention", "Personal data will not be kept longer than needed, and never for long.")
    assert says(words) != "Acme says it will keep personal information."
    assert "equal" in says(
        told("privacy_rights", "the right to be free from discrimination.")
    ) or "equally" in says(told("privacy_rights", "the right to be free from discrimination."))


def test_signals_of_browsers_are_left_to_be_looked_up():
    words = told("tracking_advertising", "We may show ads whatever Do Not Track signal we get.")
    assert "may or may not" not in means_for_you(words)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("We process and store information on servers located in Norway.", ""),
        ("We send you general information about other goods.", ""),
        ("We give details about the types of personal data we hold.", ""),
        ("We may keep data about our use of cookies.", ""),
        ("We keep some basic information about our customers.", "information about customers"),
        ("We collect information on links you interact with.", "information about links"),
    ],
)
def test_what_data_lies_on_and_what_is_told_of_the_platform_is_not_what_data_is_about(text: str, about: str):
    assert subject_of(text) == about


def test_items_below_sources_are_no_data_and_items_that_come_from_sources_are():
    assert (
        thing_of("Data brokers", "These third-party sources vary over time and include:")
        == "information from data brokers"
    )
    assert (
        thing_of("credit history", "Examples of information we receive from other sources include:")
        == "credit history"
    )


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("You may request a copy of the standard contractual clauses we use for the transfer.", Stance.PROMISES),
        ("When we make such transfers, we rely on standard contractual clauses.", Stance.PROMISES),
        ("We store your data in the United States, and we rely on contractual clauses there.", Stance.PERMITS),
    ],
)  # fmt: skip
def test_a_clause_on_what_transfers_rest_on_moves_nothing_itself(text: str, stance: Stance):
    assert stance_of(text, "international_transfers") is stance


def test_to_leave_because_of_new_terms_is_no_withdrawal_of_consent():
    text = "If you do not agree to our updated terms, you can delete your account at any time."
    assert stance_of(text, "consent") is Stance.REQUIRES


def test_users_who_no_longer_see_something_receive_nothing():
    text = "After deletion the content is no longer visible to other users."
    assert "other users" not in [fact.value for fact in attributes_of(text)]
