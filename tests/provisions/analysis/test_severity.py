"""The rubric adds up, and says why."""

import re

import pytest

from provisions.analysis.attributes import attributes_of
from provisions.analysis.severity import Level, Severity, weigh_clause, weigh_edit, weigh_whole
from provisions.analysis.stance import Direction, Stance, direction_of, stance_of


def weigh(type: str, text: str) -> Severity:
    stance = stance_of(text, type)
    return weigh_clause(type, stance, direction_of(type, stance, text), text, attributes_of(text))


@pytest.mark.parametrize(
    ("type", "text"),
    [
        ("arbitration", "You and we agree to binding arbitration and waive class actions and a jury trial."),
        ("termination", "We may end your account at any time, for any reason, without notice."),
        ("data_sharing", "We may sell your health data to advertisers and other third parties."),
        ("ai_training", "We may use your posts to train models; you can opt out in your settings."),
    ],
)
def test_the_points_are_the_sum_of_the_reasons(type, text):
    severity = weigh(type, text)
    assert severity.points == sum(int(re.search(r"([+-]\d+)$", reason)[1]) for reason in severity.reasons)


def test_a_binding_arbitration_with_class_waiver_is_critical():
    assert (
        weigh("arbitration", "All disputes go to binding arbitration; you waive class actions.").level
        is Level.CRITICAL
    )


def test_a_promise_weighs_nothing():
    assert weigh("data_sharing", "We do not sell your personal information.").points == 0


def test_a_way_out_makes_a_clause_lighter():
    kept = "We may use your posts to train models."
    assert (
        weigh("ai_training", f"{kept} You can opt out in your settings.").points
        < weigh("ai_training", kept).points
    )


def test_without_notice_weighs_more_than_with():
    assert (
        weigh("policy_changes", "We may change these terms at any time without notice.").points
        > weigh("policy_changes", "We may change these terms with 30 days notice.").points
    )


def test_an_added_clause_weighs_as_the_clause():
    severity = weigh("arbitration", "All disputes go to binding arbitration.")
    assert weigh_edit("added", None, severity) == severity


def test_a_removed_promise_is_high_and_a_removed_burden_low():
    promise = weigh("data_sharing", "We do not sell your data.")
    burden = weigh("arbitration", "All disputes go to binding arbitration.")
    assert weigh_edit("removed", promise, None, Direction.FOR_USER).level is Level.HIGH
    assert weigh_edit("removed", burden, None, Direction.AGAINST_USER).level is Level.LOW


def test_a_rewording_weighs_by_what_it_gained_and_is_low_at_least():
    before = weigh("termination", "We may end your account with notice.")
    after = weigh("termination", "We may end your account at any time, for any reason, without notice.")
    assert weigh_edit("reworded", before, after).points == after.points - before.points
    assert weigh_edit("reworded", before, before).level is Level.LOW


def test_what_only_a_rewording_says_plainly_weighs_as_what_it_says():
    after = weigh("termination", "We may terminate your account at any time without notice.")
    edit = weigh_edit("reworded", None, after, None, Direction.AGAINST_USER)
    assert edit.points == after.points
    assert "only now says this plainly" in edit.reasons[0]
    promise = weigh("data_sharing", "We will never sell your personal information.")
    assert weigh_edit("reworded", None, promise, None, Direction.FOR_USER).level is Level.LOW


def test_a_promise_turned_round_is_said_so():
    promise = weigh("data_sharing", "We do not sell your data.")
    licence = weigh("data_sharing", "We may sell your data.")
    turned = weigh_edit("reworded", promise, licence, Direction.FOR_USER, Direction.AGAINST_USER)
    assert turned.level in (Level.HIGH, Level.CRITICAL)
    assert "no longer" in turned.reasons[0] or "weighs more" in turned.reasons[0]


def test_a_moved_clause_weighs_nothing():
    severity = weigh("arbitration", "All disputes go to binding arbitration.")
    assert weigh_edit("moved", severity, severity).points == 0


def test_the_whole_is_as_heavy_as_its_worst_part():
    heavy = weigh("arbitration", "Binding arbitration; you waive class actions.")
    light = weigh("data_usage", "We use your data.")
    assert weigh_whole([light, heavy]) == heavy
    assert weigh_whole([]).level is Level.LOW


def reworded(before: str, after: str, type: str = "policy_changes") -> Severity:
    facts = [attributes_of(text) for text in (before, after)]
    weights = [
        weigh_clause(type, Stance.PROMISES, Direction.NEUTRAL, text, attributes)
        for text, attributes in zip((before, after), facts, strict=True)
    ]
    return weigh_edit("reworded", *weights, Direction.NEUTRAL, Direction.NEUTRAL, *facts)


def test_notice_that_is_taken_out_weighs() -> None:
    lost = reworded(
        "We will give you 30 days' notice before we change these terms.",
        "We may change these terms when we post them.",
    )
    assert "advance notice is gone: +3" in lost.reasons


def test_a_retention_doubled_weighs_more_than_one_shortened() -> None:
    short = "We keep your messages for 30 days after you delete them."
    long = "We keep your messages for 60 days after you delete them."
    assert reworded(short, long, "data_retention").points > reworded(long, short, "data_retention").points


def _says(type: str, text: str, words: str) -> bool:
    return any(reason.startswith(words) for reason in weigh(type, text).reasons)


@pytest.mark.parametrize(
    ("type", "text", "words"),
    [
        (
            "policy_changes",
            "We may change these terms. If you disagree, you may close your account at any time.",
            "at any time",
        ),
        ("termination", "We may suspend your account. You can stop using Acme at any time.", "at any time"),
        (
            "termination",
            "You may end these terms at any time, for any reason, without notice. We may suspend an account that breaks our rules.",
            "for any reason",
        ),
        (
            "termination",
            "You may end these terms at any time, without notice. We may suspend accounts that break our rules.",
            "without notice",
        ),
        (
            "policy_changes",
            "We may amend these terms. You always have the right to end this contract at any time.",
            "at any time",
        ),
        (
            "termination",
            "We may end the licence. You must stop using the logo if at any time the agreement ends.",
            "at any time",
        ),
        (
            "platform_discretion",
            "We may refuse access in our sole discretion, and restore the services without reasonable delay.",
            "for any reason",
        ),
    ],
)
def test_what_the_reader_may_do_at_any_time_is_no_power_of_the_platform(type, text, words):
    assert not _says(type, text, words)


@pytest.mark.parametrize(
    "text",
    [
        "You may leave at any time, and we may end your account at any time.",
        "We may close any account you may have with us at any time.",
        "Both you and Acme may end this agreement at any time.",
        "You agree that we can suspend your account at any time.",
        "You may be suspended by us at any time.",
        "You may use the service, but Acme may terminate your access at any time.",
        "You may lose your account, which we can terminate at any time.",
    ],
)
def test_what_the_platform_may_do_at_any_time_weighs_beside_what_the_reader_may(text):
    severity = weigh_clause("termination", Stance.RESERVES, Direction.AGAINST_USER, text)
    assert "at any time: +1" in severity.reasons


@pytest.mark.parametrize(
    "text",
    [
        "We may, from time to time, change these terms. If a change is material, we will notify you.",
        "This policy may be updated for any reason. We will notify you by posting the new one.",
        "This policy may change over time. We will notify you of changes that matter.",
        "We periodically update this policy. We will post any changes here.",
        "We revise this Privacy Statement from time to time. We will notify you where the law asks for it.",
        "We update this policy sometimes. If the change is important, we will let you know.",
    ],
)
def test_terms_that_are_changed_with_word_of_it_are_changed(text):
    assert stance_of(text, "policy_changes") is Stance.RESERVES


@pytest.mark.parametrize(
    "text",
    [
        "If we change these terms, we will notify you 30 days ahead.",
        "When we update this policy, we will let you know by e-mail.",
        "We will notify you before we make changes to these terms.",
    ],
)
def test_word_of_changes_alone_is_a_promise(text):
    assert stance_of(text, "policy_changes") is Stance.PROMISES


@pytest.mark.parametrize(
    "text",
    [
        "Your rights. You can stop using our services and end these terms at any time by closing your account.",
        "Your right to close your account. You may terminate your account at any time in the settings.",
    ],
)
def test_a_heading_on_your_right_does_not_turn_the_right_to_leave_into_ours(text):
    assert stance_of(text, "termination") is Stance.GRANTS


@pytest.mark.parametrize(
    "text",
    [
        "By creating an account you are agreeing to a contract with us. If you do not agree, you can close your account.",
        "If you do not agree, you may object. If you do not object, you will be deemed to have acknowledged the change.",
        "Your failure to close your account will constitute your acceptance. If you do not agree, you can leave.",
        "We may send you text messages, and you consent to receiving such messages; if you opt out you can buy nothing.",
        "By expressly consenting to this policy, you confirm that we rely on your consent.",
    ],
)
def test_agreement_taken_from_what_people_do_is_no_choice(text):
    assert stance_of(text, "consent") is Stance.REQUIRES
    assert direction_of("consent", Stance.REQUIRES, text) is Direction.AGAINST_USER


@pytest.mark.parametrize(
    "text",
    [
        "By subscribing you consent to our newsletter. You can withdraw your consent at any time.",
        "We will ask for your consent before we use your information for anything else.",
        "You may opt out of the use of cookies.",
    ],
)
def test_agreement_that_can_be_taken_back_or_is_asked_for_is_for_the_reader(text):
    assert direction_of("consent", stance_of(text, "consent"), text) is Direction.FOR_USER


def test_a_sale_without_a_way_out_to_anyone_is_high():
    severity = weigh("data_sharing", "We may sell your personal data to anyone.")
    assert severity.level == "high"
    assert "anyone may receive it: +1" in severity.reasons
    refusable = weigh("data_sharing", "We may sell your personal data. You may opt out at any time.")
    assert severity.points > refusable.points


def test_training_under_a_licence_for_good_weighs_more():
    text = "You grant us a perpetual, irrevocable licence to use what you post to train our models."
    assert "under a licence that cannot be ended: +2" in weigh("ai_training", text).reasons
    ended = "You grant us a licence to use what you post to train our models."
    assert weigh("ai_training", ended).points == weigh("ai_training", text).points - 2
