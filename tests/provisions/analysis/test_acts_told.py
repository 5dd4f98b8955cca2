"""What is told of a clause is its own act: not what it mentions, what others do, or what its type usually does."""

import pytest

from provisions.analysis.attributes import AttributeKind, attributes_of
from provisions.analysis.clauses import Clause
from provisions.analysis.describing.notes import note_on
from provisions.analysis.describing.titles import title_of
from provisions.analysis.explaining import read_clause
from provisions.analysis.severity import weigh_clause
from provisions.analysis.stance import Stance
from provisions.analysis.structure import Kind
from provisions.analysis.wording import means_for_you, says, why_it_matters
from tests.provisions.analysis.test_true_words import all_said, told, values


def reasons(type: str, text: str) -> str:
    words = told(type, text)
    return "; ".join(weigh_clause(type, words.stance, words.direction, text, attributes_of(text)).reasons)


def test_topics_are_those_of_the_sentence_that_carries_the_act():
    text = (
        "If your content breaks these rules, we may remove or take down some or all of that content. "
        "You can learn more about reporting and how to appeal in our help pages."
    )
    words = told("content_moderation", text)
    assert title_of(words) == "Moderation of content: removal of content"


def test_a_place_in_which_a_setting_stands_is_no_data():
    text = (
        "We may share personal data with the public. To adjust your settings, go to Privacy in your profile."
    )
    assert "profile" not in values(text, AttributeKind.DATA_KIND)
    assert "profile" not in all_said(told("data_sharing", text)).replace("in your profile", "")


@pytest.mark.parametrize(
    "text",
    [
        "We recognise your device to give you a personalised experience, independent of your device settings.",
        "Your employer can use its tools to control your device settings and to read what the cookies store.",
        "Depending on the account owner's settings, recipients may record what the cookies store.",
    ],
)
def test_settings_that_are_not_the_readers_are_no_way_out(text: str):
    assert "settings" not in means_for_you(told("tracking_advertising", text)).partition(", ")[2]


def test_an_account_that_the_platform_deletes_is_no_way_out():
    text = "If you break these rules, we may suspend your access, and we may disable or delete your account."
    assert "way out" not in reasons("enforcement_actions", text)
    assert "way out" in reasons("ai_training", "Unless you opt out, we train our models on your posts.")


def test_an_aim_in_any_words_is_not_said_to_be_missing():
    lead_in = "We may share your personal information with:"
    text = "Software companies that assist us with our customer relations."
    assert "for what" not in note_on(told("data_sharing", text, lead_in=lead_in))


def test_an_adequate_protection_is_no_adequacy_decision():
    text = "We make sure that those companies protect your information adequately wherever it is transferred abroad."
    assert "adequacy" not in all_said(told("international_transfers", text)).lower()


def test_a_list_without_limit_leaves_no_room_for_the_law():
    text = "The service comes as is, without any warranty, including, but not limited to, that of being free of errors."
    assert "law" not in all_said(told("warranty_disclaimer", text))


def test_giving_up_a_jury_is_no_waiver_of_class_actions():
    text = "You and Acme agree to waive the right to a trial by jury and to have any dispute decided by arbitration."
    words = told("class_action_waiver", text)
    assert title_of(words) == "Waiver of jury trials"
    assert "on your own" not in all_said(words)
    assert "acting together" not in reasons("class_action_waiver", text)


def test_what_a_ban_names_is_not_told_as_done_by_the_platform():
    lead_in = "You agree that you will not use our AI services:"
    words = told(
        "ai_automated", "To make decisions about people without a person looking at them;", lead_in=lead_in
    )
    assert words.stance is Stance.PROHIBITS
    assert "Automated systems" not in all_said(words)
    assert "person may look" not in all_said(words)
    assert "lets automated systems" not in reasons(
        "auto_renewal", "You may not call a single purchase a subscription."
    )


def test_a_subscription_that_ends_is_not_told_as_renewed():
    text = "If we close the programme while your subscription is paused, your subscription will end with it."
    words = told("auto_renewal", text)
    assert "charged again" not in all_said(words)
    assert "charges again" not in reasons("auto_renewal", text)


def test_a_refund_in_a_currency_is_no_right_to_one():
    text = "All refunds on an invoice are made in the currency in which the invoice was written."
    assert "can be claimed" not in all_said(told("refunds", text))


def test_a_tax_that_is_withheld_is_not_added_to_the_price():
    text = "If a tax has to be withheld, the amount is calculated by us when we pay it to the tax authority."
    assert "added to the price" not in all_said(told("payment_fees", text))


def test_the_name_of_the_platform_is_no_other_company():
    text = "A service fee is taken from the money on your PayPal account when it is not used."
    assert "nother company" not in all_said(told("payment_fees", text, platform="PayPal"))
    assert "payment processors" not in title_of(told("payment_fees", text, platform="PayPal"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Nothing in these terms (or in others that you have with us) shall limit our liability for fraud.",
            "stay open",
        ),
        (
            "You will not be liable for losses that we could not foresee when you agreed to this.",
            "could not make you pay",
        ),
    ],
)
def test_liability_that_stays_or_that_the_reader_is_spared_is_no_limit_of_the_platforms(text: str, kept: str):
    words = told("liability_limitation", text)
    assert "little or nothing" not in all_said(words)
    assert kept in means_for_you(words)


def test_a_cap_with_exceptions_is_not_told_as_holding_whatever_the_loss():
    text = "Except as set out above, our total liability to you is limited to 100 EUR."
    words = told("liability_limitation", text)
    assert "whatever the loss" not in all_said(words)
    assert "This applies except as set out above." in means_for_you(words)


def test_aims_are_told_in_the_sentences_own_words():
    text = "We use your personal information to understand how you use our offers and which of our ads you have seen."
    words = told("data_usage", text)
    assert means_for_you(words).startswith(
        "Acme may use your personal information to understand how you use Acme’s offers"
    )


def test_what_data_is_about_is_not_what_it_is_for():
    text = "When you write to us to ask about advertising, we collect your name, your phone number and your question."
    assert "for advertising" not in all_said(told("data_collection", text))


def test_a_list_that_goes_on_is_said_to():
    text = "We collect your name, contact information, password, job title, and shoe size."
    assert means_for_you(told("data_collection", text)) == "Acme may hold your name and more."


def test_data_that_is_not_personal_is_not_told_as_personal():
    text = "We may use content that is not personal data to improve our machine-learning models."
    assert "ersonal" not in title_of(told("ai_training", text))


def test_who_gives_data_to_the_platform_is_no_recipient():
    text = "Advertisers and other partners share information with us about what you did on their sites."
    assert "receive" not in all_said(told("tracking_advertising", text))


def test_what_the_reader_does_for_safety_is_not_told_as_the_platforms():
    text = "You are solely responsible for the security of your data, including for encrypting it on its way."
    assert "Encryption is used" not in all_said(told("data_security", text))


def test_a_promise_on_changes_is_no_power_to_make_them():
    for text in (
        "We'll notify you before we make material changes to this policy.",
        "Changes to this policy will not be made until people had 30 days to comment on them.",
    ):
        words = told("policy_changes", text)
        assert words.stance is Stance.PROMISES
        assert "No notice period" not in why_it_matters(words) or "30" not in text
    going_on = "We tell you of changes before you choose to continue using our products."
    assert "acceptance" not in title_of(told("policy_changes", going_on))


def test_who_may_not_come_back_is_not_told_as_thrown_out():
    text = "If your account has been suspended or closed by us, you may not register another account."
    words = told("termination", text)
    assert "can end" not in all_said(words)


def test_a_dispute_on_costs_is_not_all_disputes():
    text = "Any dispute as to whether a cost belongs to the arbitration shall be resolved by the arbitrator."
    assert "go to an arbitrator" not in all_said(told("arbitration", text))


def test_a_case_in_a_list_is_told_with_what_happens_in_it():
    lead_in = "We may close your account for the following reasons:"
    said = says(told("termination", "Your account has been idle for more than two years.", lead_in=lead_in))
    assert said == (
        "Acme may close your account for these reasons, among others: your account has been idle for more than two years."
    )


def test_a_purchase_is_no_standing_permission_to_charge():
    text = "You authorize us to charge your payment method for a one-time price and any accessories."
    assert "without being asked again" not in all_said(told("payment_fees", text))


def test_columns_that_ask_are_no_provision():
    text = "What personal information do we collect? | Why do we process my personal information? | Legal basis for our use of it"
    assert read_clause(Clause(0, len(text), text, Kind.ROW)) is None


def test_a_ban_with_a_typographers_apostrophe_is_one():
    words = told("acceptable_use", "You can’t modify, translate, or reverse engineer our products.")
    assert words.stance is Stance.PROHIBITS


def test_what_stands_under_a_ban_is_not_told_as_shared():
    lead_in = "All other transfers or sale of health data are prohibited, including:"
    words = told("data_sharing", "Transferring or selling user data to data brokers.", lead_in=lead_in)
    assert "may reach" not in all_said(words)
    assert "lets others receive" not in "; ".join(
        weigh_clause("data_sharing", words.stance, words.direction, words.text).reasons
    )


def test_an_exception_that_a_list_ends_is_no_condition_of_its_items():
    lead_in = "After 28 days your personal data is deleted, except for the following personal data:"
    text = "Personal data used to prevent fraud is stored until we are sure that nothing is amiss;"
    assert "following" not in all_said(told("data_retention", text, lead_in=lead_in))


def test_residents_whom_a_heading_addresses_are_those_meant():
    words = told(
        "privacy_rights",
        "You can ask us to delete what we hold.",
        ("Policy", "NOTICE TO CALIFORNIA RESIDENTS"),
    )
    assert title_of(words) == "Right to delete (California)"


def test_turns_of_phrase_of_one_sentence_do_not_hang_on_the_condition_of_another():
    text = (
        "If you break these rules, we may suspend your access at once. "
        "We may also terminate this agreement, for any reason or no reason, upon 30 days of notice."
    )
    assert not means_for_you(told("termination", text)).startswith("If you break")


def test_an_ownership_that_is_affirmed_is_none_that_is_left():
    text = "You affirm you own the content you post. You give us permission to host it and to improve our service with it."
    assert "stay the owner" not in all_said(told("content_license", text))


def test_a_mediation_that_does_not_bind_is_not_told_as_final():
    text = "The parties will then engage in a global, non-binding mediation before the arbitration of the rest goes on."
    assert "final" not in all_said(told("arbitration", text))
    assert "binding" not in reasons("arbitration", text)


def test_the_public_that_is_kept_safe_receives_nothing():
    text = "We may share personal data as needed to prevent abuse, including threats to the public."
    assert "the public" not in values(text, AttributeKind.RECIPIENT)


def test_asking_for_notices_of_infringement_keeps_no_rights():
    text = "If you believe that something on our service infringes copyrights, please notify us under our policy."
    assert "keeps its rights" not in all_said(told("intellectual_property", text))


def test_us_is_not_the_united_states():
    text = "Personal data may be transferred abroad under adequacy decisions; please reach out to us at privacy@fernhollow.example."
    assert "United States" not in all_said(told("international_transfers", text))
    assert "United States" in all_said(
        told("international_transfers", "Personal data is transferred to the U.S. and to the EU.")
    )


def test_a_kind_of_data_whose_name_begins_with_a_verb_is_no_aim():
    text = "Contact Data: If you connect your address book, we receive it."
    lead_in = "We collect personal data when you communicate with us, as follows:"
    assert "to contact data" not in all_said(told("data_collection", text, lead_in=lead_in)).lower()


@pytest.mark.parametrize(
    ("promise", "left"),
    [("", True), (" If we make major changes, we will let you know by e-mail.", False)],
)
def test_looking_is_left_to_the_reader_only_where_nothing_is_sent(promise: str, left: bool):
    text = f"We update this policy at times, so please review this page regularly.{promise}"
    assert ("left to the reader" in why_it_matters(told("policy_changes", text))) is left


def test_a_name_in_a_title_keeps_its_capital():
    text = "Brightmoor is not responsible for losses of any kind."
    assert "Brightmoor" in title_of(told("liability_limitation", text))
    assert "Users" not in title_of(
        told("liability_limitation", "Users are responsible for losses of any kind.")
    )


def test_restriction_is_a_right_of_its_own():
    text = "Request restriction of processing, where our use is unlawful but you do not want us to erase the data."
    words = told("privacy_rights", text, lead_in="You may have the right to:")
    assert title_of(words) == "Right to restrict processing"


def test_the_health_of_a_device_is_no_health_data():
    text = "We collect basic error reports, which is health data about the operating system on your device."
    assert "health data" not in values(text, AttributeKind.DATA_KIND)
    assert "health data" in values("We collect health data about you.", AttributeKind.DATA_KIND)


def test_viruses_are_not_unauthorised_access():
    words = told("liability_limitation", "We are not liable for delays, bugs or viruses on the service.")
    assert "unauthorised" not in all_said(words)


def test_an_exception_that_is_cut_off_is_not_told():
    text = "Any dispute will be settled by binding arbitration, except that a court has exclusive authority to: (1) decide what may be arbitrated."
    assert "authority to," not in all_said(told("arbitration", text))


def test_a_business_that_is_sold_has_a_buyer():
    text = "We may share your data when our business is sold to others."
    assert "a buyer of the business" in values(text, AttributeKind.RECIPIENT)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("We may end your account, and we are not required to provide you notice before.", "advance notice"),
        (
            "We may end these terms with immediate effect where an act of yours, at our sole discretion, harms us.",
            "at any time",
        ),
    ],
)
def test_an_ending_is_told_as_it_is(text: str, unsaid: str):
    assert unsaid not in all_said(told("termination", text))


def test_controls_that_are_offered_are_the_readers():
    text = "Your browser may offer some controls regarding personalised advertising. You may also modify your setting here."
    assert told("tracking_advertising", text).stance is Stance.GRANTS


def test_sharing_that_is_stopped_is_no_sharing():
    text = "We respond to the opt-out signal of browsers. We will turn off sharing your data with third parties for adverts if we receive it."
    words = told("data_sharing", text)
    assert words.stance is Stance.PROMISES
    assert "may share" not in all_said(words)


def test_the_public_whose_safety_is_protected_receives_nothing():
    text = "We may share information with courts to protect the safety of our users or the public."
    assert "the public" not in values(text, AttributeKind.RECIPIENT)
    assert "the public" in values("We share your posts with the public.", AttributeKind.RECIPIENT)


def test_an_item_under_you_may_have_the_right_to_is_a_right():
    text = "Access your personal information and information relating to how it is processed."
    words = told("privacy_rights", text, lead_in="For example, you may have the right to:")
    assert words.stance is Stance.GRANTS
    assert title_of(words) == "Right to access"


def test_an_ability_that_is_taken_away_is_no_aim():
    text = "We rely on aggregate data before using it for our business, removing the ability to identify specific individuals."
    assert "to identify" not in means_for_you(told("data_usage", text))
