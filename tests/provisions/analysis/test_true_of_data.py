"""What is said of clauses on data is true of them: each case was once told wrongly of a real document of the same kind."""

import pytest

from provisions.analysis.attributes import AttributeKind, attributes_of
from provisions.analysis.describing.conditions import scope_of
from provisions.analysis.describing.notes import note_on
from provisions.analysis.describing.patterns import Told
from provisions.analysis.describing.titles import title_of
from provisions.analysis.severity import weigh_clause
from provisions.analysis.stance import Direction, Stance, stance_of
from provisions.analysis.wording import means_for_you, says, why_it_matters
from tests.provisions.analysis.telling import told, values

DATA, RECIPIENT, PURPOSE = AttributeKind.DATA_KIND, AttributeKind.RECIPIENT, AttributeKind.PURPOSE


def all_said(words: Told) -> str:
    return " ".join(
        (title_of(words), says(words), why_it_matters(words), means_for_you(words), note_on(words))
    )


@pytest.mark.parametrize(
    "text",
    [
        "We may receive information about you from third parties such as vendors, resellers or affiliates.",
        "Our partners may share with us what you bought, and vendors provide us with statistics.",
        "We keep a record when you interact with other users or write reviews of advertisers.",
        "We act to protect the rights, property and safety of Acme, our users, the public and third parties.",
        "You may see what our partners’ sites do, or use third-party apps and affiliate links.",
        "We record the name of your Internet service provider.",
        "Our standard clauses were approved by the authorities, and a court order may follow.",
        "You can complain to a data protection authority.",
    ],
)
def test_somebody_who_is_only_mentioned_receives_nothing(text: str):
    assert values(text, RECIPIENT) == []


def test_authorities_and_courts_to_whom_data_is_handed_are_recipients():
    text = "We may disclose personal data to regulators, competent courts and other public authorities."
    assert values(text, RECIPIENT) == ["authorities", "courts"]
    assert "others" not in says(told("data_sharing", text, lead_in="")).split()
    asked = "We answer requests from law enforcement agencies and government bodies."
    assert values(asked, RECIPIENT) == ["law enforcement", "authorities"]


@pytest.mark.parametrize(
    "text",
    [
        "We do not use the data to contact you or to target advertising to you.",
        "We collect information when you engage with messages, including our marketing communications.",
        "We note whether you used a promotional code.",
        "You can choose to sign in when you request customer support.",
        "You are responsible for maintaining the confidentiality of your password.",
        "We keep a list of your visits, rankings and statistics.",
    ],
)
def test_what_something_is_not_done_for_is_no_purpose(text: str):
    assert not {"communication", "advertising", "customer support", "providing the service", "analytics"} & {
        *values(text, PURPOSE)
    }


def test_a_purpose_after_the_words_that_announce_it_stays_one():
    text = "We may use it for any purpose, including without limitation for research and marketing purposes."
    assert values(text, PURPOSE) == ["research and development", "marketing"]
    assert values("We share it so that we can provide our services to you.", PURPOSE) == [
        "providing the service"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("If we receive feedback that a child has an account, we will look into it.", "feedback"),
        ("We may ask for permits relevant to that location.", "location"),
        ("You can add a profile photo.", "profile"),
        ("We personalise content and suggestions for you.", "feedback"),
    ],
)
def test_a_word_in_another_sense_is_no_kind_of_data(text: str, kind: str):
    assert kind not in values(text, DATA)


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("In-app controls enable you to:", "request a copy of your information by using the download tool."),
        ("If these rights apply to you, they may permit you to request that we:", "restrict the way that we process your information"),
        ("You have the following rights to object:", "Object to how we process your data when our processing is based on legitimate interests."),
        ("You can request information about what we have collected about you, including:", "the categories of third parties to whom we disclose it;"),
        ("We enable you to make numerous choices about your data:", "You may limit the use of cookies."),
    ],
)  # fmt: skip
def test_an_item_of_what_people_may_ask_for_is_a_right(lead: str, item: str):
    words = told("privacy_rights", item, lead_in=lead)
    assert words.stance is Stance.GRANTS
    assert "onditions" not in all_said(words)
    assert "refused" not in all_said(words)


def test_a_check_before_a_request_is_answered_is_neither_right_nor_refusal():
    text = "We may ask the agent to prove that you gave permission to submit the request to exercise rights on your behalf."
    words = told("privacy_rights", text)
    assert words.stance is Stance.PERMITS
    assert "refus" not in all_said(words)


def test_rights_are_those_that_are_given():
    text = "Ask us to delete information that was processed based on withdrawn consent."
    said = all_said(told("privacy_rights", text, lead_in="You have the right to:"))
    assert "withdrawing consent" not in said
    analysis = (
        "If you do not want us to use your data for marketing analysis, you can change that in your settings."
    )
    assert "marketing messages" not in all_said(told("privacy_rights", analysis))


def test_a_right_to_that_begins_with_to_has_it_once():
    said = says(
        told(
            "privacy_rights",
            "to change your mind, and ask us to stop using your information.",
            lead_in="You have the right to:",
        )
    )
    assert said == "You have the right to change your mind, and ask Acme to stop using your information."


def test_a_link_to_other_sites_follows_nobody_there():
    text = "Our pages may show third-party advertising and links to other websites. Advertisers may collect information about you there."
    words = told("tracking_advertising", text)
    assert "across other sites" not in all_said(words)
    reasons = weigh_clause(words.type, words.stance, words.direction, text, attributes_of(text)).reasons
    assert not any("beyond" in reason for reason in reasons)


def test_binding_corporate_rules_are_a_safeguard():
    text = "For transfers within our group, we have implemented Binding Corporate Rules (BCRs) as a further safeguard for your data."
    said = all_said(told("international_transfers", text))
    assert "Neither" not in said
    assert "binding corporate rules" in said


def test_a_safeguard_in_a_list_is_not_what_is_moved():
    said = all_said(
        told(
            "international_transfers",
            "Standard Contractual Clauses approved by the European Commission",
            lead_in="When we transfer personal data abroad, we use legal mechanisms designed to help protect you, including:",
        )
    )
    assert "moving standard" not in said.lower()
    assert "move your standard" not in said.lower()


def test_a_recipient_with_a_name_of_its_own_is_named():
    text = "You agree that Acme may share your contact details with Mavens of the marketplace."
    assert "names none of them" not in all_said(told("data_sharing", text))


def test_a_condition_of_an_example_is_none_of_the_clause():
    text = "We may share information that reveals your age, for example if we conduct surveys using a third-party service provider."
    assert scope_of("data_sharing", text, "", (), "Acme").condition == ""


def test_a_condition_ends_where_the_next_act_begins():
    item = (
        "Identify your contacts when you choose to connect your contacts and update you if they join later;"
    )
    scope = scope_of("data_usage", item, "We use personal data for the following purposes:", (), "Acme")
    assert scope.condition == "When you choose to connect your contacts"


def test_a_condition_that_breaks_off_is_told_in_general_words():
    text = (
        "We may share personal data with authorities if we have a good faith belief that it is necessary to:"
    )
    assert scope_of("data_sharing", text, "", (), "Acme").condition == "In the cases described"


def test_what_one_sentence_hangs_on_is_not_said_of_data_in_another():
    text = (
        "If you sell something here, you may have to give us your bank account information and tax number. "
        "If we decide to process payments ourselves in the future, we would receive and collect your personal information ourselves."
    )
    said = means_for_you(told("data_collection", text))
    assert not ("in the future" in said and "payment" in said)


def test_how_long_data_is_needed_is_no_condition():
    text = "We store your personal data only as long as needed for the purposes described in this policy."
    assert scope_of("data_retention", text, "", (), "Acme").condition == ""


def test_having_no_access_to_cookies_of_others_promises_nothing():
    text = "We do not necessarily have access to or control over the cookies they use. We may also share aggregated information with third parties."
    assert stance_of(text, "data_sharing") is Stance.PERMITS


def test_security_that_the_customer_has_to_keep_is_not_promised():
    text = "Company will implement and follow generally recognized standards for information security to protect its data and systems."
    words = told("data_security", text)
    assert words.stance is Stance.REQUIRES
    assert words.direction is not Direction.FOR_USER


def test_a_ban_says_nothing_of_what_is_done_to_the_reader():
    lead = "You agree that you will not use the AI services:"
    item = "For the assessment of risk of natural persons based solely on profiling of a natural person;"
    assert "profile of you" not in all_said(told("ai_automated", item, lead_in=lead))


def test_what_is_refused_is_not_told_with_what_is_done():
    text = "We use personal information to show you ads that fit you. We do not give any information such as your name or e-mail address to advertisers."
    said = all_said(told("data_usage", text))
    assert "e-mail address" not in said


def test_nameless_information_is_not_told_as_personal():
    text = "We may use your personal information to make anonymous records. We use anonymous information to analyze trends and improve the services."
    words = told("data_usage", text)
    assert "personal information" not in title_of(words)


def test_data_of_one_sentence_does_not_go_to_recipients_of_another():
    text = "When you publish your content on such services, you direct disclosure of certain information to those services. Creators may direct us to share information with advertisers."
    assert "content can reach advertisers" not in means_for_you(told("data_sharing", text)).lower()


def test_a_row_is_told_by_the_cell_that_speaks():
    row = "Social media | Acme and third parties use social media cookies to show you ads. | Your choices: see below"
    assert (
        says(told("tracking_advertising", row))
        == "Acme and third parties use social media cookies to show you ads."
    )
    pieces = "Contact details | - Provide the services - Contact you with offers - Comply with law"
    assert " - " not in says(told("data_usage", pieces))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We store it for as long as it is needed for the purpose(s) for which we originally collected it.", "purposes for which it originally collected it"),
        ("We collect other information, such as when you give us proof of identity (collectively, “Other Information”", "proof of identity"),
    ],
)  # fmt: skip
def test_a_sentence_stays_grammatical(text: str, said: str):
    assert said in says(told("data_retention", text))
    assert "(" not in says(told("data_retention", text))


def test_a_name_keeps_its_capital_within_a_sentence():
    lead = "We share your data with:"
    assert "with Brambly Captcha" in says(
        told("data_sharing", "Brambly Captcha, which we use to protect our sites.", lead_in=lead)
    )


def test_an_item_that_ends_in_a_pointer_is_told_without_it():
    item = "Personalize content and suggestions for you and others. See an example[38]"
    assert "See an example" not in all_said(
        told("data_usage", item, lead_in="We'll use your information to:")
    )


def test_a_heading_that_says_nothing_makes_no_title():
    text = "We may share your contact details with experts."
    title = title_of(told("data_sharing", text, ("Terms of Service", "Additional services", "Which means")))
    assert "Which means" not in title


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("Log data may include the pages you visit and any advertisements on which you click.", "advertising"),
        ("You should conduct your own research and not rely on output.", "research and development"),
        ("We collect what you provide in the input to our Services.", "providing the service"),
        ("Respect for the privacy and security of data underpins our approach.", "security and fraud prevention"),
    ],
)  # fmt: skip
def test_a_word_that_no_aim_goes_before_is_no_purpose(text: str, not_told: str):
    assert not_told not in values(text, PURPOSE)


@pytest.mark.parametrize(
    ("item", "purpose"),
    [
        ("Measure how our pages do and deliver relevant advertising to you", "advertising"),
        ("Understand your needs and tailor the features to you;", "personalisation"),
        ("To help show you ads on their apps, we share information with publishers.", "advertising"),
        ("We may use it to take action regarding illegal activities, suspected fraud and threats.", "security and fraud prevention"),
    ],
)  # fmt: skip
def test_an_aim_that_is_named_is_a_purpose(item: str, purpose: str):
    assert purpose in values(item, PURPOSE)


def test_signals_that_are_not_heeded_are_no_promise():
    text = "We give you choices about cookies. However, we do not currently recognize or respond to browser-initiated DNT signals."
    assert stance_of(text, "tracking_advertising") is Stance.PERMITS


def test_training_that_is_left_out_is_not_told_as_training():
    text = "To improve our products or develop new ones (but excluding model training), such as to make statistics"
    assert "may become training material" not in all_said(told("ai_training", text))


def test_an_officer_is_somewhere_to_ask():
    text = "You can also submit a request to our DPO regarding the use of your information."
    said = all_said(told("privacy_rights", text))
    assert "names no contact" not in said
    assert "where to ask" not in said


def test_names_are_not_general_words():
    text = "When a customer speaks with us, we collect the customer’s name and contact data to support that."
    assert "general terms" not in all_said(told("data_collection", text))


def test_why_something_must_be_given_puts_no_duty_on_those_who_collect():
    text = "Where applicable, we indicate whether and why you must provide us with your personal information, and collect no more."
    assert "duty is yours" not in all_said(told("data_collection", text))


def test_having_to_change_a_name_elsewhere_is_nothing_to_give():
    text = "Some of your profile information is taken from your other account, such as your name. To change it, you must change your other username."
    assert stance_of(text, "data_collection") is not Stance.REQUIRES


def test_an_exception_at_the_end_is_not_lost_behind_a_condition():
    text = "If you write to us, we will keep your messages for up to 18 months, unless it is necessary for us to retain them for longer."
    assert scope_of("data_retention", text, "", (), "Acme").condition == "In the cases described"


def test_rights_of_two_sentences_do_not_share_one_condition():
    text = (
        "Where we rely on your consent to process your personal data, you have the right to withdraw consent at any time. "
        "Where we rely on our legitimate interests to process your personal data, you have the right to object."
    )
    assert "consent to process your personal data, this is yours" not in means_for_you(
        told("privacy_rights", text)
    )


def test_a_right_to_know_and_a_right_to_a_review_have_names():
    know = told(
        "privacy_rights",
        "Inform you about the categories of personal information we collect;",
        lead_in="The law allows you to request us to:",
    )
    assert title_of(know) == "Right to know what is held and shared"
    review = told(
        "privacy_rights",
        "Request a review of decisions made solely based on automated processing.",
        lead_in="You have the right to:",
    )
    assert title_of(review) == "Right to question automated decisions"


def test_a_list_is_cut_before_an_act_and_not_within_its_things():
    item = "Facilitate contests, sweepstakes and promotions and process and deliver entries and rewards;"
    assert "contests, sweepstakes and promotions" in title_of(
        told("data_usage", item, lead_in="We may use information about you to:")
    )


def test_marks_of_layout_are_not_told():
    text = "**Advertising cookies.**We and third parties use advertising cookies to show you new ads by recording which ads you've seen."
    assert says(told("tracking_advertising", text)).startswith("Acme and third parties use advertising")


def test_a_long_ban_is_told_without_its_examples():
    item = "To attempt to infer people’s emotional states from their physical, physiological or behavioral characteristics, including inferring emotions such as anger, disgust, happiness, sadness, surprise, fear, or other terms commonly used to describe a person’s emotional state, whatever the means."
    said = says(told("ai_automated", item, lead_in="You agree that you will not use the AI services:"))
    assert "emotional states" in said


@pytest.mark.parametrize(
    "text",
    [
        "You agree to receive messages from us, our affiliates or our partners.",
        "This cookie appears where we are standing beside an advertiser.",
        "We will protect you where a service provider is acting.",
    ],
)
def test_who_neither_gets_nor_takes_is_no_recipient(text: str):
    assert values(text, RECIPIENT) == []


def test_a_preferred_language_is_no_setting_and_a_newsletter_no_purpose():
    assert values("We record your IP address and language preferences.", AttributeKind.SETTING) == []
    assert "marketing" not in values("If you subscribe to our newsletter, we collect your e-mail.", PURPOSE)


def test_claims_of_third_parties_and_the_health_of_a_device_weigh_nothing_more():
    text = "We may disclose information about you to defend ourselves against any third-party claims."
    reasons = weigh_clause("data_sharing", Stance.PERMITS, Direction.AGAINST_USER, text).reasons
    assert not any("third parties" in reason for reason in reasons)
    text = "We collect error reports, which are health data about the operating system of your device."
    reasons = weigh_clause("data_collection", Stance.PERMITS, Direction.AGAINST_USER, text).reasons
    assert not any("sensitive" in reason for reason in reasons)


def test_legal_grounds_of_a_row_are_not_what_it_says():
    row = "To communicate with you | Account data | Where necessary for a contract, such as processing your data to send you notices. Your consent when we ask for it to process your data for a purpose."
    words = told("data_usage", row)
    assert "Your consent when" not in says(words)
    assert "send you notices" not in means_for_you(words)


def test_a_page_that_is_named_is_a_control_that_is_named():
    text = "You can control tailored advertising on your account page under ‘Tailored ads’."
    assert "where to make that choice" not in all_said(told("tracking_advertising", text))


def test_what_people_can_set_is_a_choice():
    item = "Control the use of your data for personalised advertising by visiting our opt-out page."
    words = told("tracking_advertising", item, lead_in="For example, you can:")
    assert words.stance is Stance.GRANTS


def test_a_sale_that_does_not_happen_is_no_choice():
    text = "The law requires website operators to let consumers opt out of the sale of information. Acme does not sell your personal information to third parties."
    assert stance_of(text, "data_sharing") is Stance.PROMISES


def test_an_age_from_which_people_may_use_it_is_no_condition_for_the_younger():
    text = "You may use the service if you are at least 13 years old; however, children of all ages may use it if a parent agrees."
    assert "If you are at least 13" not in means_for_you(told("children_age", text))


def test_a_list_of_cases_is_not_cut_to_its_first():
    text = "We may disclose your data to: (i) comply with a legal process, such as a court order or subpoena; (ii) assist in the detection of crime; and (iii) protect the safety of any person."
    assert "comply with a legal process." not in says(told("data_sharing", text))


def test_a_heading_that_asks_how_begins_no_sentence():
    said = says(told("data_usage", "To communicate with you.", lead_in="Why And How We Process Your Data:"))
    assert not said.startswith("Why")


def test_what_is_no_longer_done_keeps_its_verb():
    text = "If we no longer need your data, we will delete it or make it anonymous."
    assert says(told("data_retention", text)).startswith("If Acme no longer needs your data, ")


def test_advertising_alone_makes_nobody_a_recipient():
    text = "The ads that you see may be selected by what you searched for. We call this personalised advertising."
    reasons = weigh_clause("tracking_advertising", Stance.PERMITS, Direction.AGAINST_USER, text).reasons
    assert not any("recipients" in reason for reason in reasons)


@pytest.mark.parametrize(
    "text",
    [
        "We use cookies to help maintain your preferences across visits.",
        "We customize the service to your preferences.",
        "We show offers based on your set preferences, and your location.",
        "A cookie prevents you from having to set your preferences repeatedly.",
        "We send messages in accordance with your communication preferences.",
        "We collect survey responses; and your preferences in receiving offers.",
        "Preferences. When you choose a language, we keep it.",
    ],
)
def test_preferences_that_are_only_liked_are_no_setting(text: str):
    assert values(text, AttributeKind.SETTING) == []


@pytest.mark.parametrize(
    "text",
    [
        "You can manage your preferences at any time.",
        "Opt out by updating your preferences.",
        "You can change your privacy settings and your preferences.",
        "You may choose your preferences with regard to our cookies.",
        "To stop this, go to your communication preferences.",
    ],
)
def test_preferences_that_can_be_set_are_a_setting(text: str):
    assert any("preferences" in value for value in values(text, AttributeKind.SETTING))


@pytest.mark.parametrize(
    "text",
    [
        "Depending on your location, you may have other choices.",
        "What we ask for will depend on your age, location and the method chosen.",
        "Acme Ltd. is responsible for the service regardless of your location.",
        "The rules vary depending on the location of the user, the location of the office and the kind of data.",
    ],
)
def test_what_something_depends_on_is_no_kind_of_data(text: str):
    assert "location" not in values(text, DATA)


@pytest.mark.parametrize(
    "text",
    [
        "Depending on your settings, location is collected.",
        "Depending on your location we ask for more; we also collect your location from your device.",
        "We show ads based on your location.",
    ],
)
def test_a_kind_of_data_that_is_collected_or_used_is_one(text: str):
    assert "location" in values(text, DATA)


def test_leaving_is_no_way_out_of_what_is_kept_afterwards():
    kept = "Some data stays with us even after you delete your account."
    assert values(kept, AttributeKind.OPT_OUT) == []
    way = "You can delete your account at any time."
    assert values(way, AttributeKind.OPT_OUT) == ["delete your account"]


def test_what_is_held_back_from_a_sharing_does_not_weigh():
    text = "We may share your data with partners, but never your health data."
    words = told("data_sharing", text)
    severity = weigh_clause("data_sharing", words.stance, words.direction, text, words.facts.attributes)
    assert "sensitive information is named: +2" not in severity.reasons
    named = "We may collect sensitive data, including, but not limited to, your health data."
    assert "sensitive" in str(weigh_clause("data_sharing", Stance.PERMITS, words.direction, named).reasons)


def test_data_that_stays_is_not_said_to_leave():
    words = all_said(told("international_transfers", "Your data never leaves the European Union."))
    assert "may leave" not in words
    unless = all_said(
        told("international_transfers", "We do not send data outside Chile unless you ask us to.")
    )
    assert "may leave" not in unless
    assert "limits on moving" in words


def test_a_choice_that_is_denied_is_no_part_to_play():
    words = all_said(told("privacy_rights", "You cannot opt out of service messages."))
    assert "part to play" not in words
    assert "Do not count on this choice" in words


def test_an_age_needs_no_word_for_years_and_a_period_is_none():
    assert values("You must be at least 16 to open an account.", AttributeKind.AGE) == ["16 years"]
    assert values("We keep it for at least 7 years.", AttributeKind.AGE) == []
    assert values("We give at least fourteen (14) days' notice.", AttributeKind.AGE) == []
