"""What is said of clauses on conduct, money, rights, disputes and liability is true of them."""

import pytest

from provisions.analysis.attributes import AttributeKind
from provisions.analysis.clauses import Clause
from provisions.analysis.describing.notes import note_on
from provisions.analysis.describing.titles import title_of
from provisions.analysis.describing.topics import topics_of
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.severity import weigh_clause
from provisions.analysis.stance import Direction, Stance, stance_of
from provisions.analysis.structure import Kind
from provisions.analysis.wording import means_for_you, says, why_it_matters
from tests.provisions.analysis.telling import told, told_of, values
from tests.provisions.analysis.test_true_words import all_said


def read(text: str, *, lead_in: str = "", trail: tuple[str, ...] = ()) -> ReadClause:
    kind = Kind.ITEM if lead_in else Kind.PARAGRAPH
    found = read_clause(Clause(0, len(text), text, kind, trail, lead_in))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("type", "text", "wrong"),
    [
        ("acceptable_use", "You may not misuse or abuse the delivery services.", "harassment"),
        ("acceptable_use", "Reverse engineer the app, except as applicable law permits.", "unlawful use"),
        ("acceptable_use", "You get a personal, non-transferable licence and may not copy it.", "use beyond personal needs"),
        ("acceptable_use", "You must comply with the rules on unfair competition.", "competing products"),
        ("enforcement_actions", "We may ban a member from posting.", "permanent bans"),
        ("enforcement_actions", "We may act, including but not limited to sending a warning.", "restricted access"),
        ("ai_automated", "The service stores your inputs as well as output to prevent misuse.", "accuracy of AI output"),
        ("arbitration", "The rules stand at https://mediators.example/rules-fees-forms.", "the costs of arbitration"),
        ("arbitration", "The arbitrator may award relief to you as a court could, injunctive relief too.", "claims left to courts"),
        ("auto_renewal", "A notice of non-renewal does not shorten the period you paid for.", "notice of renewal"),
        ("consent", "We hope you continue using Acme, but you need not agree.", "continued use"),
        ("policy_changes", "We may amend this privacy notice and the information in it.", "notice of changes"),
        ("payment_fees", "Billing goes on in exchange for the plan you chose.", "currency conversion"),
        ("payment_fees", "The price may rise later in the year.", "late or failed payment"),
        ("liability_limitation", "We are not liable to you or any third party for a change of price.", "what third parties do"),
        ("liability_limitation", "Liability is limited to the fullest extent permitted by law.", "all losses above a cap"),
        ("warranty_disclaimer", "The service comes as is and as available.", "availability and errors"),
        ("warranty_disclaimer", "We vouch for no information or material on it.", "accuracy"),
        ("legal_jurisdiction", "All claims, including without limitation those on fees, go to Oslo.", "time limit to sue"),
        ("children_age", "If you are a parent and find such data, write to us.", "parental permission"),
        ("children_age", "Our service is not intended for people under 16.", "no knowing collection"),
        ("termination", "If at any time you cease to qualify, this agreement ends.", "termination at any time"),
        ("indemnification", "You cover our third-party service providers for your acts.", "third-party claims"),
        ("account_control", "You must complete the form.", "accurate details"),
    ],
)  # fmt: skip
def test_words_in_another_sense_make_no_topic(type: str, text: str, wrong: str):
    assert wrong not in topics_of(type, text)


def test_whom_a_clause_on_conduct_names_receives_no_data():
    found = read(
        "We may suspend your account if your conduct harms other users, service providers or third parties, to improve our service."
    )
    kinds = {fact.kind for fact in found.attributes}
    assert AttributeKind.RECIPIENT not in kinds
    assert AttributeKind.PURPOSE not in kinds


def test_what_the_platform_may_disable_is_no_way_out():
    found = read(
        "suspend or terminate your account, or disable access to it without notice;",
        lead_in="If you breach these terms, Acme may:",
    )
    assert not any("way out" in reason for reason in found.severity.reasons)
    assert "disabling" not in means_for_you(told_of(found))


def test_the_first_of_several_cases_is_not_told_as_the_only_one():
    lead = "If (i) you breach these terms, (ii) you violate the law, or (iii) many people complain of you, Acme may:"
    found = read("suspend or close your account;", lead_in=lead)
    assert not any("breach these" in reason for reason in found.severity.reasons)
    assert "in the cases described" in means_for_you(told_of(found))


def test_a_waiver_clause_is_no_decision_of_the_platform():
    text = "If we fail to enforce any right or provision of these terms, it will not constitute a waiver of such right or provision."
    words = told("platform_discretion", text)
    said = all_said(words)
    assert title_of(words) == "No waiver by silence"
    assert "decide" not in said
    assert "notice" not in said
    assert "things staying" not in said


def test_a_limit_on_the_limits_is_told_as_liability_that_stays():
    text = (
        "THESE LIMITATIONS OF LIABILITY DO NOT APPLY TO LIABILITY FOR DEATH OR PERSONAL INJURY OR FOR FRAUD."
    )
    words = told("liability_limitation", text)
    assert words.direction is Direction.FOR_USER
    assert "limits or excludes" not in all_said(words)


def test_a_company_that_remains_liable_is_not_told_as_limiting():
    text = (
        "Acme Corporation remains liable under the framework if our agent handles the information otherwise."
    )
    assert told("liability_limitation", text).stance is Stance.PROMISES


def test_an_item_under_a_refusal_of_liability_is_no_ban():
    lead = "We are not liable, and you agree not to hold us responsible, for any damages or losses resulting from:"
    words = told("liability_limitation", "damage to your device from the use of any service;", lead_in=lead)
    assert "You may not" not in all_said(words)


def test_a_charge_that_is_spared_is_not_told_as_owed():
    words = told(
        "payment_fees",
        "Decided in your favour by Acme or your bank.",
        lead_in="You will not be charged a dispute fee for disputes that are:",
    )
    assert words.direction is Direction.FOR_USER
    assert "must pay" not in all_said(words)


def test_the_notice_that_the_platform_gives_is_not_the_readers():
    text = (
        "You may terminate this agreement for any reason and at any time by sending us an email. "
        "Acme may terminate this agreement for any reason by providing you 30 days’ notice via email."
    )
    words = told("termination", text)
    assert "30 days" not in title_of(words)
    assert says(words).startswith("Acme may terminate this agreement")
    assert means_for_you(words).startswith("You can leave")


def test_notice_is_not_said_twice():
    text = "We may terminate this agreement by giving you 30 days' written notice."
    assert "Advance notice" not in title_of(told("termination", text))


def test_rights_that_readers_give_are_not_told_as_the_platforms_own():
    text = "You grant Acme a non-exclusive, worldwide licence to use the trademarks and logos of your shop to promote the service."
    words = told("intellectual_property", text)
    assert title_of(words).startswith("Rights given to the platform")
    assert "not ownership" not in means_for_you(words)


def test_rights_that_others_keep_are_not_told_as_the_platforms_own():
    text = "The creator retains all copyrights that the creator may hold in the items."
    assert "who keeps which rights" in f"{title_of(told('intellectual_property', text))}".lower()


def test_a_notice_of_infringement_is_not_told_as_rights_kept():
    text = "If you believe that your work was copied, send us a notice of alleged infringement; we may remove the material."
    found = read(text, trail=("Copyright complaints",))
    assert not any("keeps rights" in reason for reason in found.severity.reasons)
    assert "complaints about infringement" in says(told_of(found)) + why_it_matters(told_of(found))
    assert "Rights kept" not in title_of(told_of(found))


def test_an_item_of_a_notice_of_infringement_is_told_as_one():
    text = "a description of the copyrighted work that you claim has been infringed;"
    words = told("intellectual_property", text, lead_in="Your notice must include the following:")
    assert title_of(words).startswith("Complaints about infringement")
    assert "A complaint about infringement should contain this" in says(words)


def test_vouching_for_rights_is_no_licence():
    text = "By submitting your content, you represent and warrant that you have all rights necessary to share your content here."
    words = told("content_license", text)
    assert title_of(words) == "What you vouch for in what you post"
    assert "may use your content" not in all_said(words)


def test_a_time_limit_for_claims_says_nothing_of_how_an_arbitration_goes():
    text = "Any claim under these terms must be commenced by filing a demand for arbitration within one (1) year after the event."
    words = told("arbitration", text)
    assert title_of(words) == "Time limit for claims: 1 year"
    assert "how an arbitration is held" not in all_said(words)


def test_a_claim_that_a_court_decides_is_not_told_as_arbitrated():
    text = "If a limit here is void, such a claim shall be decided by a court only after all other claims are arbitrated."
    assert "go to an arbitrator" not in all_said(told("arbitration", text))


def test_what_is_banned_is_not_told_as_done():
    words = told(
        "ai_automated",
        "for social scoring or predictive profiling of persons or groups of persons;",
        lead_in="You will not use the AI services:",
    )
    assert "profile of you" not in all_said(words)


def test_only_a_ban_is_told_and_not_what_it_costs():
    words = told("acceptable_use", "You may not send spam to other members.")
    assert "cost you" not in all_said(words)


def test_a_way_to_cancel_that_is_named_is_not_said_to_be_missing():
    text = (
        "Plans renew automatically. Subscribers may cancel the automatic renewal in their billing settings."
    )
    words = told("auto_renewal", text)
    assert "does not say how to cancel" not in f"{all_said(words)} {note_on(words)}"


def test_what_somebody_else_may_do_is_not_published_as_the_platforms_power():
    text = "Suspend or terminate your access to the account without notice;"
    assert read_clause(Clause(0, len(text), text, Kind.ITEM, (), "They may be able to:")) is None


def test_an_opening_phrase_is_dropped_whole():
    text = "Notwithstanding the foregoing waiver, we may consolidate several arbitrations into one under the rules."
    assert "Waiver, Acme" not in says(told("arbitration", text))


def test_no_title_breaks_off_at_that():
    text = "You agree that, notwithstanding the rest, any arbitration proceeding between you and us will be held in Oslo."
    assert not title_of(told("arbitration", text)).endswith("that")


def test_no_place_is_said_to_be_named_where_only_the_law_is():
    text = "The laws of Norway govern any dispute arising out of these terms."
    words = told("legal_jurisdiction", text)
    assert "where the clause says" not in means_for_you(words)


def test_a_clause_on_who_consents_for_a_minor_claims_no_age():
    text = "For a minor, the guardian may ask us to close the account; reaching the age of majority changes that."
    assert "old enough" not in says(told("children_age", text))


def test_why_it_matters_stays_true_where_no_loss_is_named():
    text = "You acknowledge that the store has no responsibility for the app or its content."
    words = told("liability_limitation", text)
    assert "losses that it names" not in f"{why_it_matters(words)} {means_for_you(words)}"


def test_discretion_named_between_the_actor_and_the_act_is_a_power():
    text = "You agree that Acme, in its sole discretion, may terminate, deactivate or suspend any account you may have with us."
    assert told("termination", text).stance is Stance.RESERVES


def test_a_list_of_changes_made_reserves_no_change():
    text = "The most recent changes to this privacy policy were made on 1 July and 5 March."
    words = told("policy_changes", text)
    assert title_of(words) == "Changes made to the document"
    assert "can change while" not in means_for_you(words)


def test_a_condition_after_a_label_is_carried():
    words = told(
        "liability_limitation",
        "Acme will not be responsible for lost profits or revenues.",
        lead_in="Business users only: If you use the service for your trade, the following limits will also apply:",
    )
    assert "If you use the service for your trade" in f"{words.scope.whole}"


def test_a_second_verb_agrees_with_the_platform():
    text = "We are not responsible for your ticket and have no liability to you."
    assert "and has no liability" in says(told("liability_limitation", text))


def test_advice_is_no_duty():
    words = told(
        "account_control",
        "never share your password with anyone",
        lead_in="To protect your account, we encourage you to:",
    )
    assert title_of(words).startswith("Advice")
    assert "You may not" not in all_said(words)


def test_a_duty_beside_a_recommendation_stays_one():
    text = (
        "Your login details are your responsibility. We recommend that you change your password now and then."
    )
    assert title_of(told("account_control", text)).startswith("Account duties")


def test_an_appeal_is_not_told_as_the_measure():
    text = "If you believe that your account has been suspended in error, you can appeal."
    words = told("enforcement_actions", text)
    assert words.direction is Direction.FOR_USER
    assert title_of(words) == "Right to appeal against a measure"


def test_a_measure_with_an_appeal_stays_a_measure():
    text = "Repeated violations may result in your suspension. You may appeal against the suspension."
    assert told("enforcement_actions", text).direction is Direction.AGAINST_USER


def test_what_holds_if_a_class_waiver_fails_waives_nothing():
    text = "Except for the class action waiver, if any provision of these terms is found unenforceable, it will be severed."
    words = told("class_action_waiver", text)
    assert title_of(words) == "What holds if a class waiver fails"
    assert "You give up" not in all_said(words)
    found = read(text, trail=("Arbitration and class action waiver",))
    assert not any("gives up" in reason for reason in found.severity.reasons)


def test_talks_before_an_arbitration_do_not_bind_to_it():
    text = "You agree to use good faith efforts to settle the dispute through negotiation before initiating a lawsuit or arbitration."
    assert "go to arbitration" not in title_of(told("arbitration", text))


def test_helping_an_arbitration_along_does_not_bind_to_it():
    text = "The parties agree to cooperate with the provider to implement the staged arbitration process."
    assert "go to arbitration" not in title_of(told("arbitration", text))


def test_a_right_that_stays_is_an_exception_to_arbitration():
    text = "Nothing in these terms will limit the right of either party to bring an individual action in small claims court."
    assert title_of(told("arbitration", text)).startswith("Exceptions to arbitration")


def test_a_limit_as_far_as_the_law_allows_is_no_cap():
    text = "Our liability is limited to the maximum extent permissible in your country of residence."
    assert "cap" not in all_said(told("liability_limitation", text))


def test_not_limited_to_is_no_room_for_law():
    text = "We are not responsible for claims, including but not limited to product liability claims."
    assert "forbid such limits" not in why_it_matters(told("liability_limitation", text))


def test_a_sum_that_is_one_of_two_is_not_told_as_the_cap():
    text = "Our liability will not exceed the amount you paid or one hundred U.S. dollars ($100.00), whichever is greater."
    found = read(text, trail=("Limitation of liability",))
    assert not any("capped near" in reason for reason in found.severity.reasons)


def test_a_type_that_only_the_line_above_bears_is_not_the_items():
    text = "Acme is not responsible for providing any support in connection with the services."
    lead = "If you use the software, you agree to and accept these additional terms:"
    found = read_clause(Clause(0, len(text), text, Kind.ITEM, ("Acceptance of terms",), lead))
    assert found is None or "consent" not in found.types


def test_arbitration_comes_before_a_waiver_of_juries_alone():
    text = "You and Acme agree to waive the right to a jury and agree to resolve any dispute by binding arbitration."
    found = read(text, trail=("Agreement to arbitrate",))
    assert found.type == "arbitration"


def test_a_licence_beside_ownership_is_a_licence():
    text = "You own all of your original content, but you also grant us a non-exclusive licence to it."
    words = told("content_license", text)
    assert words.stance is Stance.PERMITS


def test_an_age_in_a_clause_on_notices_is_no_age_limit():
    text = "If an owner is under the age of 13, the notice must be submitted by a parent; a notice may not be valid otherwise."
    assert "an age for using" not in says(told("children_age", text))


def test_starting_an_arbitration_is_no_exception_to_it():
    text = "If the dispute is not resolved, you or Acme may initiate an arbitration (subject to the right to elect small claims court)."
    assert not title_of(told("arbitration", text)).startswith("Exceptions")


def test_whom_a_ban_names_receives_nothing():
    lead = "You agree that you will not use the AI services:"
    text = "for any real-time facial recognition used by any law enforcement to identify individuals;"
    found = read_clause(Clause(0, len(text), text, Kind.ITEM, ("AI services",), lead))
    assert found is None or not any(fact.kind is AttributeKind.RECIPIENT for fact in found.attributes)


def test_changed_versions_are_not_any_use():
    text = "You grant Acme a worldwide licence to reproduce and create derivative works of your content, only to run the service."
    found = read(text, trail=("Licence to your content",))
    assert not any("any use" in reason for reason in found.severity.reasons)


def test_a_name_that_need_not_be_real_is_no_duty():
    text = "We do not require you to use your real name when you register an account with a username and a password."
    assert "true" not in f"{why_it_matters(told('account_control', text))}"


def test_cases_after_including_are_no_condition():
    text = "Acme may terminate your access for any reason, including without limitation if you violate these terms."
    words = told("termination", text)
    assert words.scope.condition == ""
    assert "main protection" not in means_for_you(words)


def test_what_a_machines_words_are_not_for_is_no_promise():
    words = told(
        "ai_automated", "AI services are not designed or intended as substitutes for professional advice."
    )
    assert words.direction is not Direction.FOR_USER


def test_one_court_for_everybody_is_no_right_of_the_reader():
    text = "If you live in Norway, the laws of the country where you live govern. You consent to the exclusive jurisdiction of the courts in Oslo."
    assert told("legal_jurisdiction", text).direction is Direction.AGAINST_USER


def test_an_account_that_its_holder_ends_is_not_ended_by_the_platform():
    text = "If you are a host and terminate your account, any bookings will be automatically cancelled."
    assert told("termination", text).stance is not Stance.RESERVES


def test_a_type_named_by_a_heading_in_the_text_alone_is_not_borne():
    text = "x. Charges and Refunds. The charges payable for calls consist of a connection fee and a rate per minute."
    found = read_clause(Clause(0, len(text), text, Kind.PARAGRAPH, ("Charges and refunds",), ""))
    assert found is None or "refunds" not in found.types


def test_what_follows_a_cancellation_is_no_renewal():
    text = "If you cancel your subscription, you will continue to have access until the end of the period, when it will expire."
    assert "charged again" not in all_said(told("auto_renewal", text))


def test_a_condition_of_one_of_several_acts_is_no_bound_of_the_whole():
    text = (
        "We may charge the payment method on file for damage. "
        "If you choose to pay in another currency, we charge the payment method at a rate determined by us."
    )
    found = read(text, trail=("Payments and fees",))
    assert not any("only if you choose" in reason for reason in found.severity.reasons)


def test_a_cap_of_the_greater_of_two_is_not_told_by_one():
    text = (
        "WE WILL NOT BE LIABLE FOR ANY INDIRECT DAMAGES. OUR LIABILITY WILL NOT EXCEED THE GREATER OF THE AMOUNT YOU PAID "
        "DURING THE 12 MONTHS BEFORE OR ONE HUNDRED DOLLARS ($100)."
    )
    assert "(what you paid" not in title_of(told("liability_limitation", text))


def test_money_that_goes_to_the_buyer_is_not_given_to_a_seller():
    text = "Once a buyer contacts you, you will have 48 hours to resolve the issue. Acme may then issue a refund to the buyer."
    assert says(told("refunds", text)) != "You can get money back."


def test_a_condition_of_a_list_is_carried_past_its_number():
    words = told(
        "liability_limitation",
        "we won’t be liable for any costs you incur as a result;",
        lead_in="2. If you are in breach of these terms, to the extent permitted by law:",
    )
    assert words.scope.condition == "If you are in breach of these terms"


def test_a_place_where_people_do_not_live_is_not_theirs():
    text = "If you are not a California resident, the arbitration shall be administered by another body."
    assert told("arbitration", text).scope.people == ""


def test_a_renewal_stays_one_beside_a_promise():
    text = "We will let you know the term when you order. Your subscription will automatically renew for an additional term and be charged."
    assert told("auto_renewal", text).direction is Direction.AGAINST_USER


def test_what_some_places_forbid_is_not_told_as_limited():
    text = "10.6 Some jurisdictions do not allow the exclusion of liability. As a result, the above limitations may not apply to you where damages come from fraud."
    assert "for fraud" not in all_said(told("liability_limitation", text))


def test_an_opt_out_that_is_not_offered_is_no_way_out():
    assert (
        values("We do not profile you. So, we do not offer an opt-out for it.", AttributeKind.OPT_OUT) == []
    )
    assert values("Penalties include account disables.", AttributeKind.OPT_OUT) == []
    assert values("You may write to us if access was disabled by mistake.", AttributeKind.OPT_OUT) == []


def test_rights_that_are_vouched_for_are_given_to_nobody():
    text = "You represent and warrant that you have all rights necessary to grant the rights granted herein for any content that you post."
    words = told("content_license", text)
    assert title_of(words) == "What you vouch for in what you post"
    assert "may use" not in all_said(words)


def test_a_licence_for_other_users_is_told_as_theirs():
    text = "You hereby grant each user a perpetual, worldwide licence to use and display that content through the service."
    assert "Other users may use" in means_for_you(told("content_license", text))


def test_fees_decided_by_rules_send_no_dispute_to_arbitration():
    text = "Payment of any filing or arbitrator fees will be decided by AAA rules, the Consumer Arbitration Rules of the provider."
    assert "Disputes go" not in title_of(told("arbitration", text))


def test_how_far_a_licence_depends_on_settings_is_not_its_end():
    text = "You grant us a licence to use that content. How broad that licence is depends on the settings."
    assert "speaks of when it ends" not in why_it_matters(told("content_license", text))


def test_a_bound_of_a_duty_is_not_told_as_the_duty():
    text = "The indemnification obligation only applies if the claims have been caused by your negligence or breach."
    assert "You must cover" not in all_said(told("indemnification", text))


def test_a_power_to_make_changes_at_any_time_is_one():
    text = "We can make changes to these terms at any time. We will let you know of any changes by e-mail."
    assert told("policy_changes", text).stance is Stance.RESERVES


def test_a_duty_with_a_bound_stays_the_duty():
    text = "You agree to defend, indemnify and hold Acme harmless from any claims out of your breach. This does not apply to consumers."
    assert title_of(told("indemnification", text)).startswith("You cover")


def test_an_age_that_people_must_have_is_an_age_limit():
    words = told("children_age", "You must be 18 or older to make a booking.")
    assert title_of(words).startswith("Age limit")


@pytest.mark.parametrize(
    ("type", "text", "stance"),
    [
        ("acceptable_use", "You may use the site only for lawful purposes.", "requires"),
        ("account_control", "You may have only one account.", "requires"),
        ("account_control", "If you open it for a company, you confirm that you may act for it.", "requires"),
        ("privacy_rights", "You're entitled to have wrong data corrected.", "grants"),
    ],
)
def test_a_bound_on_what_people_may_do_gives_nothing(type: str, text: str, stance: str):
    assert stance_of(text, type) == stance


def test_the_days_after_a_notice_are_no_notice():
    cured = "Either party may end it if the other does not mend a breach within thirty days of notice."
    assert values(cured, AttributeKind.NOTICE_PERIOD) == []
    given = "Either party may end it with thirty days' notice."
    assert values(given, AttributeKind.NOTICE_PERIOD) == ["30 days"]


def test_a_sum_in_words_is_a_sum():
    assert values("It shall not exceed one hundred dollars.", AttributeKind.SUM) == ["100 USD"]
    assert values("It shall not exceed fifty euros.", AttributeKind.SUM) == ["50 EUR"]


def test_a_clause_that_bars_late_claims_is_told_by_its_time():
    words = told("legal_jurisdiction", "Any claim is barred if not brought within two years.")
    assert title_of(words) == "Time limit for claims: 2 years"
    law = told("legal_jurisdiction", "The law of Chile applies. Claims must be brought within two years.")
    assert "Chile" in title_of(law)


def test_cookies_that_keep_a_basket_are_needed():
    text = "We use cookies to save the contents of your shopping basket."
    assert "offers no way out" not in str(
        weigh_clause("tracking_advertising", Stance.PERMITS, Direction.AGAINST_USER, text)
    )


def test_an_account_that_the_platform_closes_is_not_left():
    ours = "Where we decide to close your account, we will give you notice."
    assert "leaving" not in all_said(told("termination", ours))
    yours = "To close your account, open the settings."
    assert "leaving the service" in topics_of("termination", yours)


def test_what_people_vouch_for_above_a_list_is_no_ban():
    above = "By using the app, you represent and warrant that:"
    words = told("acceptable_use", "You are not barred by law from using our app;", lead_in=above)
    assert words.stance is Stance.REQUIRES


def test_a_settlement_that_is_not_prevented_keeps_no_claim_out_of_arbitration():
    text = "The arbitrator decides what belongs together. Nothing in this section prevents you from a settlement of claims."
    assert told("arbitration", text).stance is not Stance.PROMISES
    kept = "Nothing in this section prevents you from going to a small claims court."
    assert told("arbitration", kept).stance is Stance.PROMISES


def test_consent_as_one_ground_of_several_is_no_condition_of_all():
    text = "We may use your data: (1) to run the app; (2) with your consent; and (3) for research."
    assert "With your consent" not in means_for_you(told("data_usage", text))
