"""The words are specific, plain, the same every time, and never a raw name or a cut-off text."""

import pytest

from provisions.analysis.attributes import Attribute, AttributeKind, attributes_of
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.analysis.describing.kinds import kinds_listed
from provisions.analysis.describing.patterns import Told, to_tell
from provisions.analysis.describing.titles import TITLE_LIMIT, title_of, title_variants
from provisions.analysis.describing.ways_out import channel_of
from provisions.analysis.stance import Direction, Stance, direction_of, stance_of
from provisions.analysis.tagging import tag_clause
from provisions.analysis.wording import means_for_you, says, why_it_matters

TRAINING = (
    "We may use the information we collect and publicly available information to help train our machine learning or "
    "artificial intelligence models for the purposes outlined in this policy."
)


def told(type: str, text: str, trail: tuple[str, ...] = (), lead_in: str = "") -> Told:
    stance = stance_of(text, type)
    direction = direction_of(type, stance, text)
    return to_tell(type, stance, direction, text, attributes_of(text), "Acme", trail, lead_in)


def all_words(type: str, text: str) -> list[str]:
    given = told(type, text)
    return [says(given), why_it_matters(given), means_for_you(given)]


def test_the_clause_on_training_is_named_by_what_is_trained_on():
    title = title_of(told("ai_training", TRAINING, ("2. How We Use Information",)))
    assert title == "Use of collected and public information to train machine-learning models"


def test_training_is_named_by_what_people_made():
    text = "We may use your posts and interactions to train our machine learning models."
    title = title_of(told("ai_training", text))
    assert title == "Use of posts and interactions to train machine-learning models"


def test_a_termination_without_notice_is_named_so_without_saying_termination_twice():
    text = "We may terminate your account at any time without notice."
    assert title_of(told("termination", text)) == "Termination at any time without notice"


def test_the_operative_sentence_is_told_in_the_third_person():
    text = "Sharing. We share your posts with our partners. Thank you."
    assert all_words("data_sharing", text)[0] == "Acme shares your posts with its partners."


def test_we_that_means_both_sides_is_not_told_as_the_platform():
    text = "You and Acme agree that we are each waiving the right to a trial by jury."
    assert "Acme is each" not in all_words("class_action_waiver", text)[0]


def test_where_no_fact_is_found_the_words_of_the_clause_keep_it_apart_from_others():
    one, other = (
        all_words("disclosure_requirements", f"Persons must mark {what} at the door.")
        for what in ("salt", "sugar")
    )
    assert one[0] != other[0]


def test_an_item_of_a_list_is_told_with_the_sentence_it_hangs_on():
    words = told("data_usage", "Send you messages; and", lead_in="We use your information to:")
    assert says(words) == "Acme uses your information to send you messages."
    assert title_of(words) == "Use of information to send you messages"


def test_an_item_under_a_ban_is_a_ban_by_itself():
    words = told(
        "acceptable_use",
        "use the Services to harm our users;",
        lead_in="You may not do any of the following:",
    )
    assert says(words) == "You may not use the Services to harm Acme’s users."


def test_a_conditional_piece_is_no_sentence_without_its_lead_in():
    piece = "If we need it for other legitimate purposes, such as to prevent harm; or"
    assert not says(told("data_retention", piece)).startswith("If")
    whole = says(told("data_retention", piece, lead_in="We keep information longer:"))
    assert whole.startswith("Acme keeps information longer if it needs it for other legitimate purposes")


def test_a_condition_is_never_shortened_away():
    text = (
        "We share your personal information with many different kinds of companies, including advertisers and their own partners in "
        "every country of the world in which they are active today, but only if you gave us permission before and have not taken it back since."
    )
    assert "only if" in says(told("data_sharing", text)) or "Acme may share" in says(
        told("data_sharing", text)
    )


def test_whose_service_it_is_stays_clear_when_another_is_the_subject():
    text = "You may close your account at any time in the settings of our website or by contacting us."
    assert says(told("termination", text)) == (
        "You may close your account at any time in the settings of Acme’s website or by contacting Acme."
    )


def test_what_binds_the_reader_is_not_told_as_an_act_of_the_platform():
    words = told(
        "data_sharing", "You may only share Platform Data with service providers who help you run your app."
    )
    assert title_of(words).startswith("Your duties")
    assert "Your information may reach" not in means_for_you(words)


def test_reporting_something_illegal_is_no_ban():
    words = told(
        "acceptable_use", "You can report suspected illegal content with the button below each post."
    )
    assert not title_of(words).startswith("Ban")
    assert "may do what the clause allows" not in means_for_you(words)


def test_a_refusal_of_what_the_words_say_gives_no_remark():
    changed = why_it_matters(told("policy_changes", "We will not change these terms without notice to you."))
    assert "can come without notice" not in changed


def test_closing_an_account_by_the_platform_is_no_way_out_for_the_reader():
    words = told("enforcement_actions", "We may close your account if you break these rules.")
    assert "You can act" not in means_for_you(words)


@pytest.mark.parametrize("kind", CLAUSE_TYPES, ids=lambda kind: kind.slug)
def test_no_sentence_stands_twice_in_one_provision(kind):
    text = "You agree that we may, at any time and without notice, do this to your content, data or account, or change fees."
    for stance in Stance:
        for direction in Direction:
            words = to_tell(kind.slug, stance, direction, text, attributes_of(text), "Acme")
            sentences = ". ".join([says(words), why_it_matters(words), means_for_you(words)]).split(". ")
            assert len(sentences) == len(set(sentences))


def test_a_refusal_is_worded_by_the_very_act_it_refuses():
    sentence = all_words("data_sharing", "We will never rent or sell your e-mail address.")[0]
    assert sentence == "Acme will never rent or sell your e-mail address."
    assert "share" not in sentence


def test_the_way_out_is_named_when_the_text_gives_one():
    text = "You can opt out of arbitration within 30 days by writing to out@example.com."
    assert "out@example.com" in all_words("arbitration", text)[2]


def test_a_letter_and_a_call_are_ways_out_too():
    letter = "You may opt out of arbitration within 30 days by writing to P.O. Box 123, Dublin."
    assert "a letter to P.O. Box 123, Dublin" in all_words("arbitration", letter)[2]
    call = "You can unsubscribe from promotional mail; call us at 1-800-555-0137."
    assert "a call to 1-800-555-0137" in all_words("privacy_rights", call)[2]


def test_what_softens_a_clause_is_not_told_in_its_stead():
    license = "You retain ownership of your content. You grant us a worldwide, perpetual license to use, copy, adapt and publish it."
    assert "license" in all_words("content_license", license)[0]
    indemnity = (
        "You agree to indemnify us for losses from your breach of these terms. Some jurisdictions do not allow indemnification, "
        "so some or all of this section may not apply to you."
    )
    assert "Some jurisdictions" not in all_words("indemnification", indemnity)[0]


def test_a_clause_on_one_point_of_arbitration_says_which():
    text = (
        "If the award is less than the offer that the other side made in the course of the arbitration, or is in that side's "
        "favor, the party that asked for it pays all costs that were incurred by the other after the offer had been made, "
        "including the fees of attorneys and of witnesses"
    )
    assert "how an arbitration runs: the costs of arbitration" in all_words("arbitration", text)[0]


def test_a_clause_that_binds_and_excepts_is_not_told_as_a_way_out():
    text = (
        "Any dispute will be resolved exclusively through final and binding arbitration, rather than in court, except that you "
        "may bring claims in small claims court."
    )
    given = told("arbitration", text)
    assert title_of(given).startswith("Disputes go to arbitration")
    assert "stay out" not in says(given)


def test_small_claims_that_are_spared_are_told_as_spared_and_not_as_what_goes_to_arbitration():
    binds = told(
        "arbitration",
        "You and we each agree that any and all disputes arising out of this Agreement will be resolved exclusively through "
        "final and binding arbitration, and not in a court, except that you may bring claims in small claims court.",
    )
    assert title_of(binds) == "Disputes go to arbitration, except small-claims cases"
    assert says(binds).startswith("Disputes go to an arbitrator, except small-claims cases")
    spoken = "If the small claims court has no jurisdiction, you and we shall arbitrate the dispute by binding arbitration."
    assert "except" not in title_of(told("arbitration", spoken))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("You may opt out of this arbitration agreement within 30 days.", "Way out of arbitration"),
        (
            "You may reject any change we make to this arbitration section within 30 days.",
            "Right to reject changes",
        ),
        ("Instead, either party may bring a claim in small claims court.", "Exceptions to arbitration"),
        ("If you opt out of arbitration, all other parts continue to apply.", "What follows from opting out"),
        ("If we start the arbitration, Acme will pay all filing fees.", "What Acme pays in an arbitration"),
        ("You may choose whether the arbitration is held by telephone.", "Choices in an arbitration"),
        ("The arbitrator shall issue a reasoned written decision.", "How an arbitration goes"),
    ],
)
def test_a_clause_on_arbitration_is_named_by_what_it_does_first(text, title):
    assert title_of(told("arbitration", text)).startswith(title)


def test_an_exclusion_taken_back_by_law_weighs_on_nobody():
    text = "Some jurisdictions do not allow the exclusion of implied warranties, so the above exclusion may not apply to you."
    given = told("warranty_disclaimer", text)
    assert given.direction is Direction.NEUTRAL
    assert "You bear the risk" not in means_for_you(given)


def test_marketing_is_refused_and_not_asked_for():
    text = "You may stop promotional messages by changing your notification settings; you have the right to do so at any time."
    assert "for marketing messages" not in " ".join(all_words("privacy_rights", text))


def test_a_closing_among_the_platforms_own_acts_is_no_way_out():
    text = (
        "If you were banned elsewhere, your data may be shared with us to allow us to take action, including closing your account. "
        "We receive information about suspected or convicted offenders from third parties."
    )
    said = " ".join(all_words("data_sharing", text))
    assert "no by closing" not in said
    assert "about suspected." not in said


def test_the_number_of_a_section_keeps_its_letter():
    text = "Member content is subject to the terms of Sections 512(c) and 512(d) of the Copyright Act 1998."
    assert "512(c)" in all_words("intellectual_property", text)[0]


def test_silence_is_said_when_the_text_gives_no_way_out():
    assert "does not say how you could refuse" in all_words("ai_training", TRAINING)[2]


@pytest.mark.parametrize("kind", CLAUSE_TYPES, ids=lambda kind: kind.slug)
def test_no_raw_name_or_empty_slot_reaches_a_reader(kind):
    for text in (
        "Something general is said here.",
        "You agree that we may do it, except where prohibited by law.",
    ):
        for direction in Direction:
            for stance in Stance:
                given = to_tell(kind.slug, stance, direction, text, attributes_of(text), "Acme")
                for words in (says(given), why_it_matters(given), means_for_you(given)):
                    assert words
                    assert not set("{}[]|_") & set(words), words
                    assert "  " not in words
                    assert words[0].isupper()
                    assert words.endswith(".")


@pytest.mark.parametrize("kind", CLAUSE_TYPES, ids=lambda kind: kind.slug)
def test_titles_are_short_different_and_readable(kind):
    text = "You agree that we may keep names, photos and posts for 30 days and share them with advertisers."
    titles = list(title_variants(told(kind.slug, text, ("Terms", "4. Special cases"))))
    assert len(set(titles)) == len(titles) > 1
    for title in titles:
        assert len(title) <= TITLE_LIMIT
        assert not set("{}[]|_") & set(title)


def test_different_facts_give_different_words():
    thirty = all_words("data_retention", "We keep log data for 30 days.")
    ninety = all_words("data_retention", "We keep search history for 90 days.")
    assert all(one != other for one, other in zip(thirty, ninety, strict=True))


def test_the_same_clause_always_gets_the_same_words():
    assert all_words("ai_training", TRAINING) == all_words("ai_training", TRAINING)


def test_what_a_limit_leaves_out_is_never_told_as_what_it_keeps():
    text = "We are not liable for indirect losses. Nothing in these terms limits liability that the law does not let us limit."
    words = why_it_matters(told("liability_limitation", text))
    assert "leaves standing" not in words
    assert "limits liability for indirect losses" in words


def test_the_number_of_a_paragraph_is_no_part_of_its_words():
    for number in ("i.4", "A.1", "9.3", "iv.2.", "(b)"):
        title, said = all_words("arbitration", f"{number} There is no arbitration under these terms.")[:2]
        assert number not in title + said


GREATER = (
    "IN NO EVENT SHALL OUR AGGREGATE LIABILITY EXCEED THE GREATER OF ONE HUNDRED U.S. DOLLARS (U.S. $100.00) OR THE AMOUNT "
    "YOU PAID US, IF ANY, IN THE PAST SIX MONTHS. THE LIMITATIONS OF THIS SUBSECTION SHALL APPLY TO ANY THEORY OF LIABILITY, "
    "INCLUDING NEGLIGENCE."
)
LESSER = (
    "Our total liability is limited to the lesser of 500 EUR and the fees paid by you during the last 12 months, except in "
    "cases of gross negligence or fraud."
)


@pytest.mark.parametrize(
    ("text", "cap", "short"),
    [
        (
            GREATER,
            "the greater of 100 USD and what you paid in the last 6 months",
            "100 USD or what you paid, if more",
        ),
        (LESSER, "the lesser of 500 EUR and", "500 EUR or what you paid, if less"),
        ("Our liability for all claims is limited to 50 GBP.", "50 GBP", "50 GBP"),
    ],
)
def test_a_cap_is_told_whole_and_not_by_its_sum_alone(text, cap, short):
    said = told("liability_limitation", text)
    assert title_of(said) == f"Limited liability ({short})"
    assert cap in says(said)
    assert cap in why_it_matters(said)
    assert cap in means_for_you(said)


def test_what_is_excepted_from_a_limit_is_not_told_as_limited():
    assert "negligence" not in title_of(told("liability_limitation", LESSER))
    means = means_for_you(told("liability_limitation", LESSER))
    assert means.count("negligence") == 1
    assert means.endswith("This applies except in cases of gross negligence or fraud.")


def test_liability_that_stays_is_told_as_staying():
    said = told("liability_limitation", "Nothing in these terms limits our liability for death or fraud.")
    assert title_of(said) == "Liability that stays: injury and fraud"
    assert means_for_you(said) == "These claims stay open to you: injury and fraud."


THEY_TRAIN = (
    "Depending on your settings, we may disclose your information to collaborators. Unless you opt out, the recipients of the "
    "information may use it for purposes of their own, in addition to those that this policy names, such as, for example, the "
    "purpose to train their artificial intelligence models, be they generative, predictive, or of any other kind that there is."
)


def test_training_by_others_is_told_of_them_and_not_of_the_platform():
    assert tag_clause(THEY_TRAIN)[0].type == "ai_training"
    said = told("ai_training", THEY_TRAIN)
    assert title_of(said) == "Use of content and data by recipients to train machine-learning models"
    assert (
        says(said)
        == "Unless you opt out, recipients may use what they receive to train machine-learning models of their own."
    )


def test_a_list_that_goes_on_keeps_names_of_two_words_whole():
    facts = ["prompts and outputs", "feedback"]
    assert kinds_listed(facts, 4, own=True, more=True) == "your prompts and outputs, feedback and more"
    assert kinds_listed(facts, 4, own=False, more=False) == "prompts and outputs, and feedback"
    assert kinds_listed(["aggregated data"], 4, own=True, more=False) == "aggregated data"


def test_what_the_first_sentence_names_is_not_said_to_be_mentioned_too():
    text = "We convert the price at our exchange rate, and currency conversion costs a fee."
    assert "currency conversion" in all_words("payment_fees", text)[1]
    assert "is mentioned" not in all_words("payment_fees", text)[1]


def test_a_way_to_act_is_told_as_one_says_it():
    assert "You can say no by opting out." in all_words("ai_training", f"{TRAINING} You can opt out.")[2]
    by_mail = f"{TRAINING} To object, write to no@acme.example."
    assert "You can say no via no@acme.example." in all_words("ai_training", by_mail)[2]


def test_the_law_of_a_country_has_its_article():
    said = all_words(
        "legal_jurisdiction", "These terms are governed by the laws of the United States of America."
    )
    assert "the law of the United States of America" in said[1]


@pytest.mark.parametrize(
    ("type", "text", "means"),
    [
        ("tracking_advertising", "A session cookie is set when you visit the site.", "Expect cookies."),
        ("tracking_advertising", "We only set strictly necessary cookies, without which the site would not work.", "Expect necessary cookies."),
        ("tracking_advertising", "We set strictly necessary cookies and advertising cookies when you visit the site.", "Expect cookies"),
        ("tracking_advertising", "We track what you do on the site and show you advertising.", "Expect tracking or advertising."),
        ("sensitive_data", "We collect your precise location when you open the app.", "This may touch on something sensitive about you: precise location."),
    ],
)  # fmt: skip
def test_what_a_clause_names_is_told_where_no_list_of_its_sentences_has_it(type: str, text: str, means: str):
    assert all_words(type, text)[2].startswith(means)


def test_a_title_says_more_than_cookies_where_a_heading_does():
    text = "A session cookie is set when you visit the site."
    headed = told("tracking_advertising", text, ("How to change your preferences",))
    assert title_of(headed) == "Tracking and advertising: How to change your preferences"
    both = told("tracking_advertising", "We use cookies and pixels to see what you do on the site.")
    assert title_of(both) == "Use of pixels and web beacons, and cookies"


@pytest.mark.parametrize(
    ("value", "told"),
    [("within Settings", "your settings"), ("similar settings", "your settings"), ("Privacy Settings", "Privacy Settings"), ("unsubscribe link", "the unsubscribe link")],
)  # fmt: skip
def test_a_control_is_named_without_the_words_of_its_sentence(value: str, told: str):
    assert channel_of((Attribute(AttributeKind.SETTING, value, 0, len(value)),)) == told


def test_a_browsers_signal_is_nothing_to_expect():
    text = "Our site does not respond to Do Not Track signals of your browser."
    assert "Expect Do Not Track" not in all_words("tracking_advertising", text)[2]
    assert "cover Do Not Track" not in all_words("tracking_advertising", text)[1]


def test_information_on_a_basis_is_about_nothing():
    assert (
        "about an aggregated basis"
        not in all_words("data_collection", "We receive information on an aggregated basis.")[0]
    )
    assert "about your likes" in all_words("data_collection", "We collect information about your likes.")[2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("But we may use your posts to show you offers of our partners.", "Acme may use your posts"),
        ("Instead, we may use your posts to show you offers of our partners.", "Acme may use your posts"),
        ("But for our partners, we may use your posts to show offers.", "But for"),
    ],
)
def test_what_ties_a_sentence_to_the_one_before_is_left_out(text: str, said: str):
    assert all_words("data_usage", text)[0].startswith(said)


def test_kinds_of_data_are_the_readers_own_or_those_of_all():
    text = "We share your e-mail address and photos with advertisers."
    assert "your e-mail address and photos" in all_words("data_sharing", text)[2].lower()
    assert "e-mail addresses and photos" in all_words("data_sharing", text)[1]
    assert title_of(told("data_sharing", text)) == "Sharing of e-mail addresses and photos with advertisers"


def test_what_is_shared_is_shared_with_somebody_and_sold_to_them():
    assert "sharing of e-mail addresses with advertisers" in title_of(
        told("data_sharing", "We do not share your e-mail address with advertisers.")
    )
    assert "sale of e-mail addresses to advertisers" in title_of(
        told("data_sharing", "We do not sell your e-mail address to advertisers.")
    )
