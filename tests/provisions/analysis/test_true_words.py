"""What is said of a clause is true of it: each case was once told wrongly of a real document of the same kind."""

import pytest

from provisions.analysis.attributes import AttributeKind, attributes_of
from provisions.analysis.clauses import Clause
from provisions.analysis.describing.notes import note_on
from provisions.analysis.describing.patterns import Told
from provisions.analysis.describing.third_person import in_third_person
from provisions.analysis.describing.titles import title_of, title_variants
from provisions.analysis.explaining import read_clause
from provisions.analysis.sentences import sentence_spans
from provisions.analysis.severity import weigh_clause
from provisions.analysis.stance import Direction, Stance, stance_of
from provisions.analysis.structure import Kind
from provisions.analysis.wording import means_for_you, says, why_it_matters
from tests.provisions.analysis.telling import told, values


def all_said(words: Told) -> str:
    return " ".join((title_of(words), says(words), why_it_matters(words), means_for_you(words)))


def test_a_purpose_in_other_words_is_not_said_to_be_missing():
    text = "The partner sends us your reservation details so that we can support your booking."
    assert "states no purpose" not in why_it_matters(told("data_collection", text))


def test_a_long_item_under_a_purpose_is_no_use_without_purpose():
    item = "Prevent, investigate or cooperate in the investigation, and resolve or cooperate in the resolution of incidents, accidents and insurance claims;"
    words = told("data_usage", item, lead_in="To do this, we use your personal information to:")
    assert says(words).startswith("Acme uses your personal information to prevent, investigate")
    assert "does not list" not in all_said(words)


def test_preferences_listed_as_data_are_no_control():
    text = "We collect your device model, type of browser, preferences and settings (such as language), and advertising identifiers."
    assert values(text, AttributeKind.SETTING) == []
    assert values(text, AttributeKind.PURPOSE) == []
    assert values("You can refuse this in your settings.", AttributeKind.SETTING) == ["settings"]


def test_words_that_only_look_like_a_fact_are_none():
    assert "name" not in values("This covers the history of username changes.", AttributeKind.DATA_KIND)
    assert values("We do it to improve the security of your account.", AttributeKind.PURPOSE) == [
        "security and fraud prevention"
    ]
    assert values("Another administrator is chosen by the parties.", AttributeKind.RECIPIENT) == []
    assert values("We use third-party service providers.", AttributeKind.RECIPIENT) == ["service providers"]
    assert (
        values(
            "It is protected by laws of the United States and other countries.", AttributeKind.GOVERNING_LAW
        )
        == []
    )


def test_a_link_to_unsubscribe_is_where_to_ask():
    text = "You may opt out by using the unsubscribe link at the bottom of such e-mail."
    assert "via the unsubscribe link" in means_for_you(told("privacy_rights", text))


def test_where_to_ask_is_not_said_to_be_missing_where_some_way_is_given():
    words = told("privacy_rights", "You may opt out of promotional texts: text STOP to 46080.")
    assert "names no contact" not in why_it_matters(words)
    assert "where to ask" not in means_for_you(words)


def test_what_a_limit_leaves_alone_is_not_told_as_limited():
    text = (
        "We exclude all liability for loss or damage in connection with our Site. "
        "This does not affect our liability for death or personal injury arising from our negligence, or for fraud."
    )
    words = told("liability_limitation", text)
    said = all_said(words)
    assert "fraud" not in said
    assert "injury" not in said
    assert "Carelessness" not in said
    assert "leaves room for law" in why_it_matters(words)
    severity = weigh_clause("liability_limitation", words.stance, words.direction, text)
    assert not any("injury" in reason for reason in severity.reasons)


def test_an_item_of_losses_is_told_with_what_is_refused():
    item = "Your need to modify your practices, or your loss of business, as a result of changes to this agreement."
    lead = "in no event is Acme or any of its affiliates, officers, employees or agents, whoever they are and whatever they did or failed to do, to be held liable for damages or losses, of whatever kind, direct or not, that result from:"
    said = says(told("liability_limitation", item, lead_in=lead))
    assert "losses that come from your need to modify your practices" in said


def test_a_non_exclusive_court_is_not_the_only_one():
    text = "You agree to submit to the non-exclusive jurisdiction of the courts of Luxembourg City."
    words = told("legal_jurisdiction", text)
    assert "Only the courts named" not in why_it_matters(words)
    severity = weigh_clause("legal_jurisdiction", words.stance, words.direction, text)
    assert not any("one court" in reason for reason in severity.reasons)


def test_an_indemnity_by_the_platform_is_not_told_as_the_readers_duty():
    text = (
        "Acme will defend you against any third party claim brought against you, to the extent that such claim is based on an allegation that a paid "
        "service, when used as authorized, infringes a patent or registered copyright, and we will indemnify you against any damages and costs, "
        "including reasonable legal fees, that are finally awarded by a court of competent jurisdiction and attributable to such a claim or agreed to."
    )
    said = all_said(told("indemnification", text))
    assert "You must cover" not in said
    assert "You could have to pay" not in said
    assert "Acme covers" in said


def test_a_waiver_is_named_by_what_is_given_up():
    text = "You waive any ability to maintain a class action. A claim that this waiver is unenforceable goes to a court."
    assert "what happens" not in all_said(told("class_action_waiver", text))


def test_safeguards_of_a_transfer_are_no_place():
    text = "We may use standard contractual clauses with our service providers in the United States."
    said = means_for_you(told("international_transfers", text))
    assert "applies: standard" not in said
    assert "the United States" in said


def test_a_decision_that_is_refused_is_not_told_as_possible():
    text = (
        "We do not use your information for automated decisions which produce legal effects concerning you."
    )
    assert "automated decision may" not in means_for_you(told("ai_automated", text))


def test_advice_to_check_output_is_no_promise():
    text = "Output is probabilistic. It should not be used as a substitute for human review."
    assert stance_of(text, "ai_automated") is not Stance.PROMISES


def test_access_after_the_end_does_not_end_the_account():
    text = "For thirty days after termination, Acme will provide you access to retrieve your content, after which your content will be deleted."
    assert "may end" not in all_said(told("termination", text))


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (
            "Object to processing that violates the law",
            "You have the right to object to processing that violates the law.",
        ),
    ],
)
def test_an_item_of_rights_is_a_right(item: str, said: str):
    assert (
        says(told("privacy_rights", item, lead_in="As a data subject, you have the following rights:"))
        == said
    )


def test_a_ground_for_refusing_a_request_is_no_right():
    words = told(
        "privacy_rights",
        "Exercise free speech, or another right provided for by law.",
        lead_in="We may deny your deletion request if your personal information is required for any of the following reasons:",
    )
    assert words.stance is Stance.RESERVES
    assert words.direction is not Direction.FOR_USER
    assert "refuse a privacy request" in says(words) or "deny" in says(words)


def test_the_platforms_name_keeps_its_capitals_in_a_text_of_capitals():
    text = "ANY CLAIM AGAINST ACME MUST BE BROUGHT IN THE COURTS OF CALIFORNIA BY EACH PARTY ALONE."
    assert says(told("class_action_waiver", text)).startswith(
        "Any claim against Acme must be brought in the courts of California"
    )


def test_a_rule_of_procedure_is_no_end_of_a_sentence():
    text = "It violates Fed. R. Civ. P. 11(b) or is otherwise frivolous. Either party may answer."
    assert len(sentence_spans(text)) == 2


def test_what_holds_for_some_countries_is_not_told_to_everybody():
    item = "Ask us for the categories of sources from which personal information was collected;"
    said = says(told("privacy_rights", item, lead_in="If you live in California, you have the right to:"))
    assert "California" in said
    under = told(
        "privacy_rights",
        "You may ask us to delete your information.",
        ("Privacy rights of California residents",),
    )
    assert says(under) == "For people in California: you may ask Acme to delete your information."


def test_a_transfer_to_a_country_is_not_said_of_its_people():
    words = told("data_sharing", "We share your name with our partners.", ("Transfers to the United States",))
    assert says(words) == "Acme shares your name with its partners."


def test_a_line_above_a_list_states_nothing_even_after_its_title():
    for text, lead_in in (
        ("Your Privacy Rights. Depending on what laws apply to your data, you may have the right to:", ""),
        ("when we might use your details to contact you", "This policy tells you:"),
    ):
        assert read_clause(Clause(0, len(text), text, Kind.PARAGRAPH, (), lead_in)) is None


def test_titles_say_nothing_twice():
    text = "to answer you when you have contacted us, or to respond to a comment or complaint"
    titles = list(
        title_variants(
            told(
                "data_usage",
                text,
                lead_in="We might use your information to contact you about different things, like:",
            )
        )
    )
    assert not [title for title in titles if title.lower().count("communication") > 1]
    kept = told("data_retention", "We see to it in due time.", ("Data Retention and Deletion",))
    assert title_of(kept) == "Data Retention and Deletion"


def test_a_title_too_long_is_cut_where_it_can_be():
    item = "Encourage safe driving behavior on every road and avoid unsafe activities of all kinds;"
    words = told("data_usage", item, lead_in="We use your personal information to:")
    assert title_of(words) == "Use of information to encourage safe driving behavior on every road"


def test_the_last_title_quotes_the_clause_rather_than_count():
    titles = list(
        title_variants(
            told(
                "arbitration",
                "Payment of all filing fees will be governed by the fee schedule of the arbitrator.",
            )
        )
    )
    assert any("“Payment of all filing fees" in title for title in titles)


def test_exceptions_beside_a_right_take_nothing_back():
    lead = "Subject to conditions and exceptions established by law, you have the right at any time:"
    assert told("privacy_rights", "to request access to your data.", lead_in=lead).stance is Stance.GRANTS


def test_an_item_that_is_a_sentence_is_told_by_itself():
    text = "We are not responsible if you share your own personal information."
    assert "pays for: acme is" not in says(told("liability_limitation", text, lead_in="Please note:"))
    partners = "Sponsors – we may share your personal data with sponsors of our events."
    assert says(told("data_sharing", partners, lead_in="We share personal data with:")).count("Acme") < 3


def test_a_case_in_a_list_is_told_with_what_follows_from_it():
    text = "Your account has been inactive for over a year."
    lead = "We may terminate or suspend your access without notice to you if we determine, at our sole discretion, that:"
    words = told("termination", text, lead_in=lead)
    assert words.stance is Stance.RESERVES
    assert says(words).startswith("Acme may terminate or suspend your access")


def test_what_others_share_with_the_platform_is_not_told_as_sharing():
    text = "Our ad partners share information with us such as device IDs, e-mail addresses and content viewed on an app."
    read = read_clause(Clause(0, len(text), text, Kind.PARAGRAPH, ("Sharing of personal information",)))
    assert read is None or "data_sharing" not in read.types


def test_a_background_is_no_gathering_in_the_background():
    text = "We do not collect sensitive information (health, criminal background)."
    assert "background" not in all_said(told("sensitive_data", text))


def test_every_clause_has_a_reason_to_matter():
    text = "When you travel, our notebooks help the staff with information."
    assert why_it_matters(told("data_usage", text))


def test_a_multiple_of_what_was_paid_is_told_as_such():
    text = "Our aggregate liability will not exceed three (3) times the amount you paid for the reservation."
    assert "three times what you paid" in title_of(told("liability_limitation", text))


def test_on_our_behalf_is_no_subject_of_information():
    text = "When we share information with service providers, we require them to use your information on our behalf."
    assert "behalf" not in title_of(told("data_sharing", text))


def test_a_court_without_a_law_is_told_without_one():
    words = told(
        "legal_jurisdiction", "Any claims that are not arbitrated must be litigated in Dallas County, Texas."
    )
    assert "law the clause names" not in says(words)
    assert "Dallas County, Texas" in title_of(words)


def test_ceasing_to_use_a_service_is_the_readers_to_do():
    words = told("termination", "You may cease use of the services at any time.")
    assert words.stance is Stance.GRANTS


def test_agreeing_by_use_is_no_right_over_consent():
    text = "These Terms explain how you can use the notebook. By using it, you agree to these Terms."
    assert told("consent", text).stance is Stance.REQUIRES


def test_a_heading_set_as_an_item_states_nothing():
    text = "Personal Data We Collect from Other Sources"
    clause = Clause(0, len(text), text, Kind.ITEM, (), "We process different kinds of personal data:")
    assert read_clause(clause) is None


def test_those_whom_information_comes_from_are_not_what_is_collected():
    lead = "We collect and receive information from these other third parties, including:"
    words = told("data_collection", "Industry peers, such as other online platforms", lead_in=lead)
    assert "hold information from industry peers" in means_for_you(words)
    assert title_of(words).startswith("Collection of information from industry peers")


def test_settings_in_a_list_of_data_are_no_way_out():
    text = (
        "We collect your IP address, device ID and type, apps settings and characteristics, and app crashes."
    )
    assert values(text, AttributeKind.SETTING) == []


def test_a_chosen_law_is_not_told_as_the_readers_own():
    text = "These terms are governed by the laws of the State of California, provided that this does not deprive you of the protection of your own law."
    words = told("legal_jurisdiction", text)
    assert "courts: California" not in title_of(words)


def test_a_warranty_on_rights_keeps_nothing_for_the_reader():
    text = "You represent that you have all rights necessary to grant the rights to your content. You may expose yourself to liability if you post without them."
    assert told("content_license", text).stance is not Stance.GRANTS


def test_a_purpose_of_another_sentence_is_told_only_where_that_points_back():
    apart = (
        "When you install the app, we collect data that tells us the installation date and the app version. "
        "When you use the weather app, we use your location to provide you with relevant weather content."
    )
    assert "providing the service" not in all_said(told("data_collection", apart))
    back = "We collect your name when you write to us. This information is used for marketing."
    assert "for marketing" in all_said(told("data_collection", back))


def test_what_a_list_says_you_do_is_no_aim_of_the_platform():
    item = "Become a supporter or register for an account on our sites."
    words = told("data_collection", item, lead_in="We collect personal data when you:")
    assert "collected to become" not in all_said(words)
    item = "Control who can see your content."
    lead = "We want you to be in control of your information, so we provide you with a range of tools, including:"
    assert "to control who" not in all_said(told("data_sharing", item, lead_in=lead))


@pytest.mark.parametrize(
    ("type", "item", "lead_in"),
    [
        (
            "data_retention",
            "The amount, nature, and sensitivity of the information;",
            "How long we retain Personal Data will depend on a number of factors, such as:",
        ),
        (
            "data_sharing",
            "Financial Institutions. Banks and other financial organizations",
            "We may share your personal data on a need-to-know basis with the following parties:",
        ),
    ],
)
def test_an_item_under_factors_or_recipients_is_no_data(type, item, lead_in):
    said = all_said(told(type, item, lead_in=lead_in))
    assert "your financial" not in said.lower()
    assert "your amount" not in said
    assert "of amount" not in said


def test_a_recipient_above_the_list_is_not_said_to_be_missing():
    lead = "We may receive personal data about you from other companies in the group (such as Beta), or share your personal data with them, for the following purposes:"
    said = all_said(told("data_sharing", "To provide customer service", lead_in=lead))
    assert "No recipient" not in said
    assert "names none" not in said


def test_settings_listed_as_data_are_no_control_whatever_they_are_of():
    assert values("version and time zone settings;", AttributeKind.SETTING) == []


def test_whoever_is_told_to_own_content_is_not_told_to_stay_its_owner():
    text = "Make sure you own or have the right to use any content you make available on the Services. If you use content owned by someone else without permission, we may terminate your account."
    assert "stay the owner" not in all_said(told("content_license", text))
    assert "stays with the user" not in all_said(told("content_license", text))


def test_selling_with_an_account_is_no_handing_on_of_it():
    text = "To use your Acme account primarily to sell things, you must open a business account or convert your personal account to a business account."
    words = all_said(told("account_control", text))
    assert "passed on" not in words
    assert "someone else" not in words
    assert "transfer of accounts" not in words


def test_claims_exempt_from_the_terms_on_arbitration_stay_out_of_it():
    text = (
        "The following claims and actions are exempt from both the Informal Dispute Resolution Requirements and Arbitration Terms: "
        "(i) enforcement actions through a federal agency; (ii) claims for infringement of patent or copyright."
    )
    assert title_of(told("arbitration", text)).startswith("Exceptions to arbitration")


def test_what_the_law_permits_is_not_called_unlawful_use():
    item = "access, reproduce, download, sell or otherwise use any part of the Service except: (a) with prior written permission; or (b) as permitted by applicable law;"
    words = told("acceptable_use", item, lead_in="You are not allowed to:")
    assert "unlawful use" not in all_said(words)


def test_a_right_is_not_told_by_an_example_of_its_cases():
    item = "Restriction of our processing of your personal data in limited circumstances, such as while a correction request is pending."
    words = told("privacy_rights", item, lead_in="The rights available to you may include:")
    assert "correct" not in title_of(words).lower()


def test_a_profile_or_a_switch_is_a_way():
    text = "You can correct your information by updating information in your profile."
    assert "where to ask" not in all_said(told("privacy_rights", text))
    text = "We also use advertising cookies to make your experience more enjoyable. You can switch these on or off at any time."
    words = told("tracking_advertising", text)
    assert "how to opt out" not in all_said(words)
    severity = weigh_clause("tracking_advertising", words.stance, words.direction, text, attributes_of(text))
    assert not any("no way out" in reason for reason in severity.reasons)


def test_named_data_outside_the_lexicon_is_not_called_general_words():
    text = "We also ask you for your birthday and gender so we can customize your experience."
    assert "general terms" not in all_said(told("data_collection", text))


def test_what_cannot_be_guaranteed_is_no_promise_of_security():
    text = (
        "If we detect something suspicious, we will notify you immediately. However, no company can guarantee the absolute security of communications. "
        "By using the Services, you expressly acknowledge that we cannot guarantee the security of personal data provided to us through the Services and that it is provided at your own responsibility."
    )
    words = told("data_security", text)
    assert "An audit can check" not in all_said(words)
    assert words.direction is not Direction.FOR_USER


def test_inferences_among_collected_data_are_no_purpose():
    assert (
        values(
            "That information includes payment information and inferences drawn from it.",
            AttributeKind.PURPOSE,
        )
        == []
    )


def test_interests_of_third_parties_make_them_no_recipients():
    text = "When necessary for our legitimate interests and those of third parties, we use your prompts to train our models."
    words = told("ai_training", text)
    assert "third parties" not in means_for_you(words).removeprefix(words.scope.condition)
    severity = weigh_clause("ai_training", words.stance, words.direction, text)
    assert not any("third parties" in reason for reason in severity.reasons)


def test_a_choice_of_how_to_pay_is_no_limit_on_cost():
    text = "In some cases, you can alternatively make your payment in cash directly to the restaurant."
    assert "on cost" not in all_said(told("payment_fees", text))


def test_examples_of_violations_are_told_as_violations():
    item = "Requiring a user to sign up to an auto-renewing subscription to deliver a one-time benefit, and canceling a user's subscription without their request."
    said = all_said(told("auto_renewal", item, lead_in="Examples of violations"))
    assert "You are charged again" not in said
    assert "violation" in said


def test_what_follows_when_a_waiver_fails_says_nothing_on_arbitrators():
    text = "If any part of this Waiver of Representative Actions is found to be unenforceable, Section 13.D (Dispute Resolution and Arbitration) shall be deemed void in its entirety."
    assert "before an arbitrator" not in all_said(told("class_action_waiver", text))


@pytest.mark.parametrize(
    ("type", "text", "not_said"),
    [
        (
            "data_collection",
            "Please note that some information about the actions taken by your username is made publicly available through public logs.",
            "comes from others",
        ),
        (
            "policy_changes",
            "We will not change our policies to make them less protective of information collected under a prior version of this notice without consent.",
            "earlier versions",
        ),
        (
            "data_usage",
            "We use your personal information to recommend offerings, identify your preferences, and personalize your experience.",
            "your preferences",
        ),
        (
            "payment_fees",
            "You authorize us to charge your approved payment method for a one-time purchase price of the kit.",
            "without being asked again",
        ),
        (
            "arbitration",
            "The arbitrator may order equitable or injunctive relief consistent with the agreement. The award will be final and binding.",
            "left to courts",
        ),
        (
            "privacy_rights",
            "You have the right to opt out of marketing. We may still send you emails about your Acme access, or legal notices.",
            "access,",
        ),
        (
            "data_retention",
            "As long as the user continues to be active, your information will be stored on our servers.",
            "no stated end",
        ),
        (
            "legal_jurisdiction",
            "California law will govern these Terms. All claims will be brought in the courts of San Francisco, California.",
            "no country or state",
        ),
        (
            "children_age",
            "You must be the older of: (i) 18 years, or (ii) at least the age of majority where you reside to open an Account.",
            "no age is stated",
        ),
        ("ai_training", "We may collect information that is publicly available online to help train our models.", "what you give"),
    ],
)  # fmt: skip
def test_what_the_words_do_not_say_is_not_said(type, text, not_said):
    words = told(type, text)
    means = means_for_you(words).replace(says(words), "")
    assert not_said not in f"{title_of(words)} {why_it_matters(words)} {means}".lower()


def test_payment_information_is_no_purpose():
    assert (
        values(
            "Commercial information, such as purchase history and billing information.", AttributeKind.PURPOSE
        )
        == []
    )


@pytest.mark.parametrize(
    ("type", "text", "stance"),
    [
        (
            "account_control",
            "To make a Booking, you may need to create an Account. You are responsible for anything that happens with it.",
            Stance.REQUIRES,
        ),
        (
            "termination",
            "We want you to stay, but you can go whenever you want if you close your account.",
            Stance.GRANTS,
        ),
        (
            "refunds",
            "Once the item has been confirmed as lost, the processor will issue a refund to the Buyer for the Total Price.",
            Stance.PROMISES,
        ),
        (
            "tracking_advertising",
            "You have a variety of tools to control the data collected by cookies, web beacons, and similar technologies.",
            Stance.GRANTS,
        ),
        (
            "legal_jurisdiction",
            "You may resolve your individual claim against us in any competent court in the country of your main residence, and the laws of that country will apply.",
            Stance.GRANTS,
        ),
    ],
)
def test_who_gives_and_who_takes_is_read_from_the_words(type, text, stance):
    assert stance_of(text, type) is stance


def test_a_refusal_to_train_is_for_the_user_whatever_else_has_no_right():
    text = "You shall have no right to this Third-Party Content. For clarity, we do not use the content you provide in your Input to train our models."
    words = told("ai_training", text)
    assert words.direction is Direction.FOR_USER
    assert "may become training material" not in all_said(words)


def test_training_after_opting_in_is_not_by_default():
    text = (
        "Inputs and outputs, where the user has opted into the use of inputs and outputs for model training."
    )
    severity = weigh_clause("ai_training", Stance.PERMITS, Direction.AGAINST_USER, text)
    assert not any("default" in reason for reason in severity.reasons)
    assert "No opt-out" not in all_said(told("ai_training", text))


def test_items_under_a_ban_are_not_told_as_commands():
    text = "To keep your account safe, don't:\n\n- Tell anyone your username or password\n\n- Give us false information"
    assert not says(told("account_control", text)).startswith("Tell anyone")


def test_a_heading_of_one_place_and_others_is_not_of_that_place_alone():
    words = told(
        "privacy_rights",
        "Appeal a denial of your request. If we decline your request, you may have the right to appeal.",
        trail=("California & Other U.S. State Privacy Rights",),
    )
    assert "For people in California" not in says(words)


@pytest.mark.parametrize(
    ("type", "text", "not_said"),
    [
        (
            "data_collection",
            "You might supply us with device log files, if you choose to automatically synchronize them with your other devices.",
            "without you doing anything",
        ),
        (
            "data_usage",
            "We use information about your device to offer you tips. Suggestions include how to customise and optimise the app.",
            "feedback",
        ),
        (
            "data_sharing",
            "When you use third-party services (like when you connect your account with your bank account), the providers of those services may receive information about you.",
            "payment details",
        ),
        (
            "data_sharing",
            "We may share your information with regulators where it is in the public interest. Content you provide through your camera roll settings is included.",
            "should cover the public",
        ),
        (
            "data_sharing",
            "We may share your information with regulators. Content you provide through your camera roll settings is included.",
            "way out",
        ),
        (
            "tracking_advertising",
            "A persistent cookie remains after you close your browser. Persistent cookies can be removed by following your browser help.",
            "how to opt out",
        ),
        (
            "arbitration",
            "The provider shall provide for the resolution of each batch of arbitrations on a consolidated basis with one set of fees.",
            "may not be joined",
        ),
        (
            "children_age",
            "If you are 14 or older but under the age of 18, we rely on legitimate interests and use your personal data.",
            "under 14",
        ),
        (
            "children_age",
            "Minors under the age of 18 shall read these terms with their legal guardian.",
            "old enough",
        ),
    ],
)
def test_what_only_sounds_like_it_is_not_said(type, text, not_said):
    assert not_said not in all_said(told(type, text)).lower().replace(text.lower(), "")


def test_a_promise_in_capitals_is_a_promise():
    text = (
        "Model Training. ACME WILL NOT USE CONTENT TO TRAIN, OR ALLOW ANY THIRD PARTY TO TRAIN, ANY AI MODELS, UNLESS YOU’VE EXPLICITLY AGREED TO IT. "
        "You can find instructions for how to manage your preferences."
    )
    assert stance_of(text, "ai_training") is Stance.PROMISES


def test_sources_of_what_is_trained_on_are_no_third_parties_involved():
    text = "We may obtain personal data from the following third party sources in order to train our models."
    severity = weigh_clause("ai_training", Stance.PERMITS, Direction.AGAINST_USER, text)
    assert not any("third parties" in reason for reason in severity.reasons)


def test_tracking_after_consent_is_not_weighed_as_without_a_way_out():
    text = "Upon your consent, we will allow partners to place their cookies on your devices to personalize advertisements."
    severity = weigh_clause("tracking_advertising", Stance.PERMITS, Direction.AGAINST_USER, text)
    assert not any("no way out" in reason for reason in severity.reasons)


@pytest.mark.parametrize(
    ("type", "text", "not_said"),
    [
        ("liability_limitation", "We are not liable for the delay or inability to use the services.", "beyond control"),
        ("liability_limitation", "We accept no responsibility for the content of advertising material.", "users' content"),
        ("data_sharing", "We might sell or buy businesses. In such transactions, personal information is one of the transferred business assets.", "(sale)"),
        ("ai_automated", "You have a right not to be subject to a decision based solely on profiling which has legal effect. We do not carry out such decisions.", "automated decision may affect something"),
        ("data_usage", "Where we may be unable to process your information on the grounds of contractual necessity, we rely on our legitimate interests.", "information about grounds"),
        ("data_collection", "We collect information about insurance, such as payment and fraud detection information.", "for security and fraud"),
        ("legal_jurisdiction", "The choice of law and forum selection provisions of this paragraph extend to our affiliates.", "another law are excluded"),
        ("content_license", "You give us the right to publicly display the works by any means and in any media.", "not stated here"),
        ("tracking_advertising", "We may also use non-essential cookies to gather information about your interests.", "necessary cookies"),
        ("acceptable_use", "You may view or listen to content for your personal, non-commercial use.", "free to do this about"),
        ("data_sharing", "We may disclose data to authorities in response to lawful requests or to protect our rights.", "for what"),
    ],
)  # fmt: skip
def test_nothing_is_told_that_the_clause_leaves_open(type, text, not_said):
    words = told(type, text)
    assert not_said not in f"{all_said(words)} {note_on(words)}".lower()


def test_keeping_counted_from_a_later_point_is_told_so():
    text = "Personal Data used for the relationship is stored for the duration of the relationship plus a period of 10 years."
    assert "10 years counted from a later point" in means_for_you(told("data_retention", text))
    text = "We keep your messages for 30 days."
    assert means_for_you(told("data_retention", text)).startswith("Acme may keep your messages for 30 days.")


def test_a_sale_of_businesses_is_not_weighed_as_a_sale_of_information():
    text = "We might sell or buy businesses. In such transactions, personal information is one of the assets."
    severity = weigh_clause("data_sharing", Stance.PERMITS, Direction.AGAINST_USER, text)
    assert not any("sold" in reason for reason in severity.reasons)


def test_a_sentence_is_not_cut_before_its_verb():
    text = (
        "You acknowledge and agree that in no event will Acme or its affiliates, including, without limitation, their respective officers, directors, employees, "
        "successors and assigns, be liable to you or any other party for any direct or indirect loss, damage, cost, expense or liability of any kind arising in any way "
        "out of or in connection with the availability, use, reliance on, or inability to use the site."
    )
    assert "or its affiliates." not in says(told("liability_limitation", text))


def test_who_acknowledges_a_policy_has_no_duty_of_security():
    text = "You acknowledge and agree that Acme administers cybersecurity policies to respond to incidents and notify stakeholders."
    assert stance_of(text, "data_security") is not Stance.REQUIRES


def test_the_law_of_where_one_lives_is_ones_own():
    text = "If you acquired the application in the United States, the laws of the state where you live govern these terms."
    assert stance_of(text, "legal_jurisdiction") is Stance.GRANTS


def test_why_sharing_matters_is_always_said():
    assert why_it_matters(
        told("data_sharing", "We may share your data with persons to whom you have granted access.")
    )


def test_items_are_told_with_the_line_above_them():
    text = "We also collect information you provide when you:\n\n- Create your avatar\n\n- Fill out a form"
    assert says(told("data_collection", text)).startswith(
        "Acme also collects information you provide when you"
    )


@pytest.mark.parametrize(
    ("type", "text", "not_said"),
    [
        ("privacy_rights", "You have the right to request access to what we collected about you over the past twelve (12) months.", "within 12 months"),
        ("arbitration", "You have the right to opt out and not be bound by the arbitration and class action waiver provisions.", "could not join"),
        ("policy_changes", "We may modify this policy from time to time. We will post any modified version at https://acme.example/privacy. If we change it, we will provide notice.", "you can act"),
        ("data_sharing", "We will never sell your personal information to anyone.", "the public"),
        ("data_sharing", "Your content provided to the public workforce may be moved outside of the region.", "reach the public"),
        ("data_collection", "We collect information about your use of such programs, rewards points balance, or features.", "use of."),
        ("privacy_rights", "Many offerings include settings that provide you with options. You can choose not to provide certain information.", "include settings"),
    ],
)  # fmt: skip
def test_no_more_is_told_than_stands_there(type, text, not_said):
    assert not_said not in all_said(told(type, text)).lower()


def test_a_kind_of_information_is_no_aim():
    item = "Contact Information. Data such as name, email address, phone number, or other contact information"
    words = told("data_collection", item, lead_in="We may collect a variety of information, including:")
    assert "to contact" not in all_said(words)


def test_liability_that_remains_is_no_limit():
    text = "If third-party agents process personal data on our behalf against the principles, we remain liable unless we prove we are not responsible for the event."
    words = told("liability_limitation", text)
    assert words.direction is Direction.FOR_USER
    assert "turn to them" not in all_said(words)


def test_how_data_is_got_is_no_data():
    words = told(
        "data_collection",
        "Directly from you, e.g. when you sign up.",
        lead_in="We collect your personal data in the following ways:",
    )
    assert "directly from you" not in title_of(words)[:30].lower()
    assert "your directly" not in all_said(words)


def test_why_a_transfer_matters_is_always_said():
    text = "If you are located in the UK, you may contact us for a copy of the safeguards which we have put in place for the transfer of your personal data to the United States."
    assert why_it_matters(told("international_transfers", text))


def test_a_song_that_is_withdrawn_is_no_right_of_withdrawal():
    told_of = told(
        "refunds", "A song that its singer withdrew, or a withdrawn film, is no reason for a refund."
    )
    assert "withdrawal" not in title_of(told_of).lower()
    right = told("refunds", "You may withdraw from the purchase and get a refund.")
    assert "right of withdrawal" in title_of(right).lower()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "We move your data to Chile and rely on contracts.",
            "Acme moves your data to Chile and relies on contracts.",
        ),
        (
            "We have no control over, and accept no liability for, other sites.",
            "Acme has no control over, and accepts no liability for, other sites.",
        ),
        (
            "We encrypt it, review how we keep it, and restrict access to it.",
            "Acme encrypts it, reviews how it keeps it, and restricts access to it.",
        ),
        ("We use data to improve the app and share it.", "Acme uses data to improve the app and share it."),
        (
            "We work with partners that help us and share data.",
            "Acme works with partners that help Acme and share data.",
        ),
        (
            "We collect your name and contact information.",
            "Acme collects your name and contact information.",
        ),
        ("You may ask to whom we sold it.", "You may ask to whom Acme sold it."),
        ("We each agree to arbitrate.", ""),
        ("Neither of us can be forced to arbitrate.", "Neither side can be forced to arbitrate."),
    ],
)
def test_every_verb_of_the_platform_stands_in_the_third_person(sentence: str, told: str):
    assert in_third_person(sentence, "Acme") == told


def test_what_lasts_as_long_as_the_account_is_not_said_to_depend_on_need():
    words = all_said(told("data_retention", "We keep your messages for as long as your account exists."))
    assert "need" not in words
    assert "as long as you have an account" in words
    assert "need" in all_said(told("data_retention", "We keep your messages as long as we need them."))


def test_a_signal_that_is_ignored_makes_no_difference():
    ignored = all_said(told("tracking_advertising", "We do not respond to Do Not Track signals."))
    assert "makes no difference" in ignored
    assert "may or may not" not in ignored
    heeded = "We respond to Global Privacy Control signals, but not to Do Not Track signals."
    assert "makes no difference" not in all_said(told("tracking_advertising", heeded))


def test_not_tracking_you_is_no_browser_signal():
    words = told("tracking_advertising", "We do not track you across websites or show you targeted ads.")
    assert "Do Not Track" not in all_said(words)
    signal = told("tracking_advertising", "We do not respond to Do Not Track signals.")
    assert "Do Not Track" in all_said(signal)


def test_the_courts_of_the_readers_country_are_the_readers_own():
    text = "Any dispute will be decided by the courts of your country of residence."
    assert told("legal_jurisdiction", text).direction is Direction.FOR_USER
    ours = "We may, in our sole discretion, sue in the courts of the country in which you reside."
    assert told("legal_jurisdiction", ours).direction is Direction.AGAINST_USER


def test_ending_an_account_after_a_warning_is_a_power_all_the_same():
    text = "We may end or suspend your account if you break these rules. We will give you 14 days' notice."
    assert told("enforcement_actions", text).direction is Direction.AGAINST_USER


def test_a_centre_where_something_is_done_is_a_way_and_one_that_explains_is_none():
    way = "You can download a copy of your data at any time from the Privacy Center."
    assert values(way, AttributeKind.SETTING) == ["Privacy Center"]
    assert "does not say where" not in means_for_you(told("privacy_rights", way))
    assert values("Our Privacy Center explains what we keep.", AttributeKind.SETTING) == []
