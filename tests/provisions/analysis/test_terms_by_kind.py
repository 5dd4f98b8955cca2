"""What clauses of terms are told as, kind by kind: who may end, who owes, who vouches, and what only sounds like it."""

import pytest

from provisions.analysis.attributes import AttributeKind
from provisions.analysis.describing.titles import title_of
from provisions.analysis.severity import weigh_clause
from provisions.analysis.severity_words import aggravations
from provisions.analysis.stance import direction_of, stance_of
from provisions.analysis.statements import is_headline
from provisions.analysis.wording import means_for_you, says, why_it_matters
from tests.provisions.analysis.telling import told, values


@pytest.mark.parametrize(
    ("type", "text", "stance", "direction"),
    [
        # A power of the platform outweighs the right to leave that stands before it.
        (
            "termination",
            "You may stop using Acme at any time. We may suspend or terminate your account at any time for any reason.",
            "reserves",
            "against_user",
        ),
        ("termination", "You may terminate your Acme account by writing to us.", "grants", "for_user"),
        (
            "termination",
            "Your right to terminate. You may close your account in the settings.",
            "grants",
            "for_user",
        ),
        (
            "termination",
            "You can leave at any time. If your account is deleted, we will keep what the law asks for.",
            "grants",
            "for_user",
        ),
        (
            "termination",
            "Further, aCme may also terminate this agreement with anyone at any time.",
            "reserves",
            "against_user",
        ),
        # What the reader may do at any time is no power of the platform.
        ("account_control", "You can delete your account at any time.", "grants", "for_user"),
        (
            "payment_fees",
            "You can pause your plan at any time in the settings.",
            "grants",
            "for_user",
        ),
        ("payment_fees", "We may change our fees at any time.", "reserves", "against_user"),
        # What befalls the reader is no ban and no duty.
        (
            "auto_renewal",
            "You will not be charged during the trial. After it you will be charged every month.",
            "requires",
            "against_user",
        ),
        ("account_control", "You will not sell your account.", "prohibits", "neutral"),
        ("account_control", "You may not have more than one account.", "prohibits", "neutral"),
        ("payment_fees", "All charges will be shown to you before you buy.", "permits", "neutral"),
        ("payment_fees", "You will be notified of any fee before you buy.", "permits", "neutral"),
        ("payment_fees", "You will be charged a fee for each booking.", "requires", "against_user"),
        ("payment_fees", "Customers will be billed for every seat.", "requires", "against_user"),
        ("payment_fees", "You will not be charged for a refused order.", "promises", "for_user"),
        (
            "payment_fees",
            "You are authorizing Acme to store your card and process payments. We will provide you with a receipt.",
            "permits",
            "neutral",
        ),
        (
            "payment_fees",
            "Acme doesn't store card numbers, so that complaints are for the bank.",
            "permits",
            "neutral",
        ),
        (
            "auto_renewal",
            "We may bill you on a recurring basis, and we will notify you in advance of any change in the amount.",
            "requires",
            "against_user",
        ),
        (
            "auto_renewal",
            "You can cancel the subscription at any time before it renews.",
            "grants",
            "for_user",
        ),
        # Money that stays, comes back, or is owed by a seller.
        (
            "refunds",
            "All sales are final, and no returns, replacements or refunds are permitted.",
            "reserves",
            "against_user",
        ),
        ("refunds", "You do not have a right to a refund of unused credit.", "reserves", "against_user"),
        ("refunds", "We will refund what you paid within 14 days.", "promises", "for_user"),
        (
            "refunds",
            "We will refund what you paid minus a fee, so you will not receive any refund for short stays.",
            "permits",
            "neutral",
        ),
        ("refunds", "If the buyer has paid already, you must issue a full refund.", "requires", "neutral"),
        # Only what is allowed within bounds is no gift.
        ("intellectual_property", "You may only use our logo as our guidelines allow.", "permits", "neutral"),
        ("intellectual_property", "You may use our logo as our guidelines allow.", "grants", "for_user"),
        (
            "intellectual_property",
            "This agreement does not transfer any right in the software. Acme does not give you any title.",
            "permits",
            "neutral",
        ),
        (
            "intellectual_property",
            "Acme does not claim any ownership of your output.",
            "promises",
            "for_user",
        ),
        (
            "intellectual_property",
            "Our tools enable you to publish pictures. You grant Acme a worldwide licence to use them.",
            "permits",
            "neutral",
        ),
        # Vouching for rights is not keeping them.
        (
            "content_license",
            "You promise that you own the pictures you post, and that they harm nobody.",
            "requires",
            "against_user",
        ),
        (
            "content_license",
            "By uploading a review you are confirming that you own any rights in it.",
            "requires",
            "against_user",
        ),
        ("content_license", "You keep ownership of the pictures you post.", "grants", "for_user"),
        # A duty of the reader is no promise of the platform.
        (
            "account_control",
            "You will promptly notify Acme of any unauthorised use of your account.",
            "requires",
            "against_user",
        ),
        # Measures announced beside a duty.
        (
            "enforcement_actions",
            "You must keep to our rules. If you do not, we may take action against your account.",
            "reserves",
            "against_user",
        ),
        # Going on as before that counts as a yes.
        (
            "policy_changes",
            "Your continued use of Acme constitutes acceptance. Changes do not give you a new chance to opt out.",
            "requires",
            "against_user",
        ),
        (
            "policy_changes",
            "We will notify you of changes. Your continued use constitutes acceptance.",
            "promises",
            "for_user",
        ),
        (
            "policy_changes",
            "We will tell you of most changes. However, we may occasionally need to make changes without telling you.",
            "reserves",
            "against_user",
        ),
        ("policy_changes", "We notify you of changes 30 days ahead.", "promises", "for_user"),
        (
            "policy_changes",
            "We will update this policy from time to time, and will notify you of big changes.",
            "reserves",
            "against_user",
        ),
        # Rights that somebody "has" are not the platform's.
        (
            "termination",
            "We may transfer these terms. If we do, you always have the right to terminate this contract.",
            "grants",
            "for_user",
        ),
        ("refunds", "You expressly waive your right of withdrawal.", "reserves", "against_user"),
        (
            "payment_fees",
            "Your authorisation allows the seller to update the amount that you may agree on.",
            "permits",
            "neutral",
        ),
        (
            "content_license",
            "Ensure that you own all rights in the content of your app.",
            "requires",
            "against_user",
        ),
        (
            "content_license",
            "You certify that you own the pictures, and you are granting us a perpetual licence to use them.",
            "permits",
            "against_user",
        ),
        # Liability that stays, is another's, or is only called by its name.
        (
            "liability_limitation",
            "Any liability under the product liability act shall remain unaffected by the limits above.",
            "promises",
            "for_user",
        ),
        (
            "liability_limitation",
            "In no event shall a member's liability to Acme exceed what the member paid.",
            "promises",
            "for_user",
        ),
        (
            "liability_limitation",
            "In no event shall our liability to a member exceed what the member paid.",
            "reserves",
            "against_user",
        ),
        (
            "liability_limitation",
            "Nothing in this limitation of liability shall prevent Acme's right to seek an injunction.",
            "reserves",
            "neutral",
        ),
        (
            "liability_limitation",
            "Nothing in these terms limits our liability for fraud.",
            "promises",
            "for_user",
        ),
        # A right to call an arbitrator binds nobody to one.
        (
            "arbitration",
            "An individual has the possibility, under certain conditions, to invoke binding arbitration.",
            "grants",
            "for_user",
        ),
        (
            "arbitration",
            "You and Acme agree that disputes go to binding arbitration.",
            "requires",
            "against_user",
        ),
        # A licence that is withheld gives nothing, nor does what a complaint may hold.
        (
            "intellectual_property",
            "Nothing in these terms gives you a right to use our name or our marks.",
            "permits",
            "neutral",
        ),
        (
            "intellectual_property",
            "Acme does not grant you a licence to its patents.",
            "permits",
            "neutral",
        ),
        (
            "intellectual_property",
            "You can report suspected infringements of copyright here.",
            "permits",
            "neutral",
        ),
        (
            "intellectual_property",
            "2.3 You may download parts of the library for your own use.",
            "grants",
            "for_user",
        ),
        (
            "intellectual_property",
            "We grant you a limited licence. Nothing else is given.",
            "grants",
            "for_user",
        ),
        # An agreement that ends is ended by nobody yet; word of changes stays a promise beside a log of them.
        (
            "termination",
            "We will try to write to you. In all such cases these Terms shall terminate.",
            "requires",
            "neutral",
        ),
        (
            "termination",
            "You may leave at any time. Your account may be deactivated if you never use it.",
            "reserves",
            "against_user",
        ),
        (
            "policy_changes",
            "We notify you of changes 30 days ahead. You may also follow changes in our log.",
            "promises",
            "for_user",
        ),
    ],
)
def test_a_clause_is_told_by_who_may_must_or_gives(type: str, text: str, stance: str, direction: str) -> None:
    found = stance_of(text, type)
    assert (found.value, direction_of(type, found, text).value) == (stance, direction)


def test_both_who_may_end_an_agreement_are_told():
    words = told(
        "termination",
        "You may end these terms at any time. Acme may terminate your access at any time without notice.",
    )
    assert title_of(words).startswith("Ending by either side")
    assert says(words).startswith("Acme may terminate your access")
    swapped = told(
        "termination",
        "TERMINATION. You may terminate the terms at any time by closing your account. We may close your account for any reason.",
    )
    assert says(swapped).startswith("Acme may close your account")
    assert means_for_you(words).startswith("You can leave, and your access can also be ended.")


def test_the_condition_of_one_side_is_not_the_others():
    apart = (
        "You can choose to leave at any time. If we decide to end your access, we may delete your account."
    )
    assert means_for_you(told("termination", apart)).startswith("You can leave")
    alike = "If you break the rules, we may end this agreement. Either party may terminate it then."
    assert means_for_you(told("termination", alike)).startswith("If you break the rules")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("We may end your access in our sole discretion.", True),
        ("7.1 We may end your access in our sole discretion.", True),
        ("If we believe you are breaking the rules, we may in our sole discretion end your access.", False),
        ("You can leave for any reason. We may end your access for the reasons above.", False),
        ("We may end your access for any reason.", True),
        ("We may end your access for any reason outside of our control.", False),
    ],
)
def test_an_end_without_a_breach_is_told_where_none_is_needed(text: str, *, holds: bool) -> None:
    assert ("did nothing wrong" in means_for_you(told("termination", text))) is holds


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("We may change these terms. Changes made for legal reasons may be effective immediately.", True),
        ("We tell you 30 days ahead. All other changes will be effective as soon as we post them.", True),
        ("We may change these terms (see above). Such changes are effective upon posting.", False),
    ],
)
def test_changes_that_count_at_once_are_told_as_some_or_all(text: str, *, some: bool) -> None:
    means = means_for_you(told("policy_changes", text))
    found = ("Some changes can apply at once" in means, "A new version can apply from the day" in means)
    assert found == (some, not some)


def test_what_acceptance_hangs_on_is_no_condition_of_the_notice():
    text = "If the terms change, we will tell you. If you want to keep using Acme, you need to agree to them."
    assert "keep using" not in means_for_you(told("policy_changes", text))
    bound = "If you have a paid plan, we will tell you of changes to these terms 30 days ahead."
    assert "if you have a paid plan" in says(told("policy_changes", bound)).lower()


def test_notice_that_is_only_tried_is_no_topic():
    tried = told("termination", "If we end your account, we will try to give you advance notice.")
    promised = told("termination", "If we end your account, we will give you advance notice.")
    assert ("notice" in tried.facts.get("topics"), "notice" in promised.facts.get("topics")) == (False, True)


@pytest.mark.parametrize(
    ("type", "text", "reason", "holds"),
    [
        ("platform_discretion", "We may end the service for any reason.", "for any reason", True),
        (
            "payment_fees",
            "If you owe us an amount of funds for any reason, we may set it off.",
            "for any reason",
            False,
        ),
        (
            "termination",
            "If, for any reason, we believe that you broke the rules, we may close your account.",
            "for any reason",
            False,
        ),
        (
            "policy_changes",
            "We may change these terms at our sole discretion.",
            "at the platform's sole discretion",
            True,
        ),
        (
            "policy_changes",
            "If the changes, in our sole discretion, are material, we will tell you.",
            "at the platform's sole discretion",
            False,
        ),
        (
            "payment_fees",
            "Acme has no liability to any buyer if you fail to tell the rate.",
            "without liability for the consequences",
            False,
        ),
        (
            "termination",
            "We may end the service without liability to you.",
            "without liability for the consequences",
            True,
        ),
        ("arbitration", "The award shall be binding.", "arbitration is binding", True),
        ("arbitration", "No award shall be binding on the others.", "arbitration is binding", False),
        (
            "auto_renewal",
            "When the free trial ends, your paid plan begins.",
            "a free trial turns into a paid subscription",
            True,
        ),
        (
            "auto_renewal",
            "If you cancel a free trial, its benefits cease.",
            "a free trial turns into a paid subscription",
            False,
        ),
        ("payment_fees", "We may adjust subscription prices.", "prices can change", True),
    ],
)
def test_words_weigh_where_they_say_it(type: str, text: str, reason: str, *, holds: bool) -> None:
    assert (reason in dict(map(reversed, aggravations(type, text)))) is holds


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("It is our policy to disable and terminate the accounts of repeat infringers.", []),
        ("Where we decide to close your account, we tell you why.", []),
        ("Any content that was removed or disabled stays hidden.", []),
        ("Acme answers for no disablement of a service.", []),
        ("You are entitled to cancel your plan.", ["cancel your"]),
        ("You may go to the settings and disable the feature.", ["disable"]),
    ],
)
def test_what_the_platform_closes_is_no_way_out(text: str, ways: list[str]) -> None:
    assert values(text, AttributeKind.OPT_OUT) == ways


def test_leaving_is_no_way_out_of_a_sanction():
    text = "You may close your account at any time. We may suspend your account if you break the rules."
    words = told("enforcement_actions", text)
    weight = weigh_clause(words.type, words.stance, words.direction, text, words.facts.attributes)
    assert not any("way out" in reason for reason in weight.reasons)


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        (
            "Our liability will not exceed three (3) times the amount you paid for the booking.",
            ["three (3) times the amount you paid for the booking"],
        ),
        (
            "We are not liable for any errors of processors used to process fees paid by you to us.",
            [],
        ),
        ("We are liable only up to the amount you paid us.", ["the amount you paid us"]),
    ],
)
def test_a_cap_is_the_whole_of_it_and_no_price(text: str, caps: list[str]) -> None:
    assert values(text, AttributeKind.CAP) == caps


@pytest.mark.parametrize(
    ("type", "text", "apart"),
    [
        # The condition stands in another sentence than the one that is told.
        (
            "payment_fees",
            "We will send you a receipt for each payment. Where you ask for extras, we may charge you for them.",
            "where you ask",
        ),
        ("termination", "You can end these terms if you dislike a change, or for any other reason.", "cases"),
        (
            "liability_limitation",
            "Our liability is limited to what you paid or, if greater, 100 USD.",
            "cases",
        ),
        # An example is no condition.
        (
            "termination",
            "We may close your account for any or no reason, including, but not limited to, if we believe: (i) you broke the rules, (ii) you harm others.",
            "cases",
        ),
    ],
)
def test_a_condition_of_another_sentence_is_not_carried(type: str, text: str, apart: str) -> None:
    assert apart not in means_for_you(told(type, text)).lower()


def test_a_condition_of_the_sentence_that_is_told_is_carried():
    text = "If you break the rules, we may close your account."
    assert "if you break the rules" in means_for_you(told("termination", text)).lower()


@pytest.mark.parametrize(
    ("type", "text", "lead_in", "sentence"),
    [
        (
            "acceptable_use",
            "Do not take any action that could damage the service.",
            "Do not hack or impair Acme",
            "Do not take any action that could damage the service.",
        ),
        (
            "acceptable_use",
            "Take any action that could damage the service.",
            "You may not:",
            "You may not take any action that could damage the service.",
        ),
    ],
)
def test_a_ban_is_told_once(type: str, text: str, lead_in: str, sentence: str) -> None:
    assert says(told(type, text, lead_in=lead_in)) == sentence


def test_a_list_of_measures_is_no_ban():
    lead_in = "The actions we may take include, but are not limited to, the following:"
    words = told("enforcement_actions", "Close or suspend your account immediately.", lead_in=lead_in)
    assert "You may not" not in says(words)


def test_what_nobody_has_to_do_is_no_ban():
    lead_in = "We reserve the right, but do not have the obligation, to:"
    words = told("content_moderation", "Refuse or restrict access to any post.", lead_in=lead_in)
    assert "You may not" not in says(words)


@pytest.mark.parametrize(
    ("text", "lead_in", "title"),
    [
        (
            "Changes to the service made by others,",
            "Acme shall not indemnify the customer for any claim arising from:",
            "Bounds of a duty to cover losses",
        ),
        (
            "Acme will not be required to indemnify you for misuse.",
            "",
            "Bounds of a duty to cover losses",
        ),
        (
            "You shall indemnify Acme for its legal costs. Acme will not indemnify you.",
            "",
            "You cover the platform's losses",
        ),
    ],
)
def test_losses_that_nobody_covers_are_not_shifted(text: str, lead_in: str, title: str) -> None:
    assert title_of(told("indemnification", text, lead_in=lead_in)).startswith(title)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Help people by labeling content that is graphic or sexual.", "requires"),
        ("Graphic content must not be posted without labeling the post.", "prohibits"),
        ("Graphic or sexual content in public groups.", "prohibits"),
    ],
)
def test_content_that_must_be_labelled_is_not_banned(text: str, stance: str) -> None:
    assert stance_of(text, "restricted_content").value == stance


def test_a_piece_of_a_list_without_its_line_is_no_request():
    assert not says(
        told("intellectual_property", "(c) use or remove any trademark shown on the site;")
    ).startswith("Use")


def test_what_a_notice_must_hold_is_told_as_that():
    words = told(
        "intellectual_property",
        "A statement that the information in the notice is accurate.",
        lead_in="Written claims concerning copyright infringement must include the following:",
    )
    assert "reused" not in why_it_matters(words)
    assert "complaint" in says(words).lower()


def test_rights_that_are_waived_are_no_licence():
    words = told("content_license", "You waive your right to enforce your moral rights in it against us.")
    assert title_of(words) == "Rights you give up in what you post"


def test_an_address_keeps_its_letters():
    words = told(
        "arbitration", "You may opt out of arbitration by writing to opt-out@acme.us within 30 days."
    )
    assert "opt-out@acme.us" in says(words)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "Disputes, Arbitration of Claims on Prizes and Games, Class Action and Jury Trial Waiver, Choice of Law and Courts",
            True,
        ),
        ("Standard Contractual Clauses Approved by the European Commission", False),
        ("NO REFUNDS AND NO EXCHANGES ON ANY OF THE PRIZES AND GAMES THAT ARE SOLD IN OUR SHOP TODAY", False),
    ],
)
def test_a_long_title_states_nothing(text: str, *, heading: bool) -> None:
    assert is_headline(text) is heading


@pytest.mark.parametrize(
    ("text", "class_actions", "jury"),
    [
        ("You waive your right to a class action and to a trial by jury.", True, True),
        (
            "Claims are brought on an individual basis and not in any class, group or representative action.",
            True,
            False,
        ),
        ("You are giving up your right to be a class member.", True, False),
        (
            "If you opt out, you do not waive it: you may exercise your right to a trial by jury.",
            False,
            False,
        ),
        ('You waive nothing here; see the section "Choice of law and jury trial waiver".', False, False),
        ("We do not require you to waive your right to a class action.", False, False),
        ("A class action is heard in court.", False, False),
    ],
)
def test_a_waiver_is_a_fact_where_it_is_given_up(text: str, *, class_actions: bool, jury: bool) -> None:
    assert bool(values(text, AttributeKind.CLASS_WAIVER)) is class_actions
    assert bool(values(text, AttributeKind.JURY_WAIVER)) is jury
