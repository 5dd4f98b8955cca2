"""Lines on a change read like an editor's: facts first, few words, the unread merged, dates left out."""

import pytest

from provisions.analysis.attributes import attributes_of
from provisions.analysis.clauses import split_clauses
from provisions.analysis.diffing import diff_texts
from provisions.analysis.explaining import read_clause
from provisions.analysis.summaries import SENTENCE_LIMIT, points_of, sentence_on, summary_of_edit
from provisions.analysis.summarizing.differences import summary_of_change


def summary(kind: str, type: str, before: str = "", after: str = "") -> str:
    return summary_of_change(kind, type, before, after, attributes_of(before), attributes_of(after))


def lines_on(before: str, after: str) -> list[str]:
    lines = []
    for edit in diff_texts(before, after).edits:
        old = read_clause(edit.before) if edit.before else None
        new = read_clause(edit.after) if edit.after else None
        lines.append(summary_of_edit(edit, old, new))
    return lines


def points(lines: list[str]) -> list[str]:
    return points_of(lines, stated_before=None, stated_after=None, effective_on=None, loud=True)


@pytest.mark.parametrize(
    ("type", "before", "after", "line"),
    [
        (
            "data_retention",
            "We keep log data for 36 months.",
            "We keep log data for 60 months.",
            "Log data kept: 36 months → 60 months",
        ),
        (
            "data_sharing",
            "We share data with service providers.",
            "We share data with service providers and advertisers.",
            "Now shares with advertisers",
        ),
        (
            "data_collection",
            "When you use our app, we may collect your text and files.",
            "When you use our app, we may collect your text, photos and files. We will not take voiceprints or other biometric data from them.",
            "Now lists photos as collected",
        ),
        (
            "ai_training",
            "We train models on your posts; you can opt out.",
            "We train models on your posts.",
            "Way to opt out of AI training removed",
        ),
        (
            "ai_training",
            "We train models on your posts. You have the right to object by writing to ai@fernhollow.example.",
            "We train models on your posts. You have the right to object by using the form on your account page.",
            "",
        ),
        (
            "data_sharing",
            "We may share your information to answer legal processes.",
            "We may share your information to answer legal process.",
            "",
        ),
        (
            "policy_changes",
            "We will notify you 15 days before these terms change.",
            "We will notify you in good time before these terms change.",
            "Notice before changes: 15 days no longer stated",
        ),
        (
            "data_usage",
            "We use photos to show you offers.",
            "We use photos and Preferences to show you offers. | Preferences",
            "",
        ),
        (
            "arbitration",
            "If a part of this section is found void, the rest stands.",
            "If the paragraph called “Class Action Waiver” or a part of this section is found void, the rest stands.",
            "",
        ),
        (
            "arbitration",
            "Disputes go to arbitration.",
            "Disputes go to arbitration and you waive class actions.",
            "Class-action waiver added",
        ),
        (
            "legal_jurisdiction",
            "Governed by the laws of Ireland.",
            "Governed by the laws of Texas.",
            "Governing law: Ireland → Texas",
        ),
    ],
)
def test_a_changed_fact_is_told_with_its_values(type, before, after, line):
    assert summary("reworded", type, before, after) == line


def test_arbitration_that_was_refused_is_told_as_the_promise_it_was():
    told = summary("removed", "arbitration", "There is no arbitration under these terms.")
    assert told == "Promise not to require arbitration removed"


@pytest.mark.parametrize(
    ("type", "before", "after", "line"),
    [
        (
            "data_sharing",
            "We share figures with advertisers. We do not share your e-mail address with them.",
            "We share figures with advertisers.",
            "Promise on sharing removed: “We do not share your e-mail address with them”",
        ),
        (
            "policy_changes",
            "We will notify you before these terms change.",
            "We will notify you before these terms change. If you do not accept the change, you can leave.",
            "",
        ),
        (
            "tracking_advertising",
            "Advertisers may set cookies in your browser. They are not authorized to read ours.",
            "Advertisers may set cookies in your browser. Advertisers do not have access to our cookies.",
            "",
        ),
    ],
)
def test_a_promise_is_told_in_its_own_words_and_only_where_the_platform_makes_it(type, before, after, line):
    assert summary("reworded", type, before, after) == line


@pytest.mark.parametrize(
    ("type", "before", "after", "line"),
    [
        (
            "termination",
            "You may close your account.",
            "You may close your account at any time.",
            "",
        ),
        (
            "termination",
            "We may close your account.",
            "We may close your account at any time.",
            "Now says “at any time” about termination",
        ),
        (
            "intellectual_property",
            "We grant you a non-exclusive licence to the app.",
            "We grant you a non-exclusive, non-sublicensable licence to the app.",
            "",
        ),
        (
            "arbitration",
            "Disputes go to arbitration.",
            "Disputes go to arbitration; of claims under $75K we pay the fee.",
            "Amount named on arbitration: 75 thousand USD (not stated before)",
        ),
    ],
)
def test_words_of_weight_are_those_of_the_platform(type, before, after, line):
    assert summary("reworded", type, before, after) == line


def test_lost_notice_is_told_with_what_it_was():
    told = summary(
        "reworded",
        "policy_changes",
        "We will notify you 21 days before these terms change.",
        "We may change these terms.",
    )
    assert told.startswith("Notice before changes removed (was 21 days)")


def test_at_most_two_facts_stand_in_a_line():
    told = summary(
        "reworded",
        "data_sharing",
        "We share e-mail addresses with vendors for 30 days.",
        "We may share photos, names and posts with advertisers and data brokers for marketing for 90 days at any time without notice.",
    )
    assert told.count(";") <= 1


def test_an_added_waiver_is_named():
    assert (
        summary("added", "class_action_waiver", "", "You waive class actions.") == "Class-action waiver added"
    )


def test_a_clause_in_which_only_a_date_changed_gives_no_line():
    before = "# Terms\n\nEffective: March 1, 2024\n\nWe may terminate your account at any time.\n"
    after = "# Terms\n\nEffective: June 9, 2025\n\nWe may terminate your account at any time.\n"
    assert points(lines_on(before, after)) == []


def test_passages_without_a_type_come_last_and_merged():
    lines = ["Passage reworded under “Law”", "Now shares with advertisers", "Passage reworded under “Hosts”"]
    assert points(lines) == [
        "Now shares with advertisers",
        "2 other passages reworded under “Law” and “Hosts”",
    ]


def test_what_is_only_reworded_comes_after_what_is_known():
    assert (
        points(["Sharing reworded under “Data”", "Class-action waiver added"])[0]
        == "Class-action waiver added"
    )


def test_the_same_title_removed_and_added_is_one_rewriting():
    assert points(["Clause removed: Right to access", "Clause added: Right to access"]) == [
        "Clause rewritten: Right to access"
    ]


def test_the_sentence_on_the_whole_stays_within_its_limit():
    before = "# Terms\n\nOld words stand here.\n"
    after = "# Terms\n\nNew words which nobody expected were put here now.\n"
    diff = diff_texts(before, after)
    for lines in (["x" * 300], ["y" * 100, "z" * 100], ["Class-action waiver added"], []):
        sentence = sentence_on(diff.change_class, diff, lines)
        assert len(sentence) <= SENTENCE_LIMIT
        assert sentence.endswith(".")


def test_no_line_speaks_of_stances():
    before = "# Terms\n\nWe promise that you can pay fees later, you must tell us first.\n"
    after = "# Terms\n\nYou must pay all fees at once and agree to applicable taxes on them.\n"
    assert not any("used to say" in line for line in lines_on(before, after))


def test_a_clause_is_read_before_it_is_told():
    clause = split_clauses("We may terminate your account at any time.\n")[0]
    assert read_clause(clause) is not None


def test_training_is_told_by_itself_among_many_uses_of_data():
    uses = [f"Clause added: Use of {what}" for what in ("posts", "messages", "contacts", "photos")]
    training = "Clause added: Use of content and data by recipients to train machine-learning models"
    points = points_of([training, *uses], stated_before=None, stated_after=None, effective_on=None, loud=True)
    assert points[0] == training
    assert points[1].startswith("Use of data: 4 clauses added")


def test_a_passage_without_a_type_is_told_by_its_words():
    before = "# Privacy Policy\n\nWe are proud of our garden and its many old trees.\n"
    after = "# Privacy Policy\n\nWe are proud of our garden and its many old trees and of the new pond behind the house.\n"
    assert points(lines_on(before, after)) == [
        "Passage reworded: now says “and of the new pond behind the house”"
    ]


def test_a_new_passage_is_quoted_as_far_as_there_is_room():
    before = "# Privacy Policy\n\n## Garden\n\nTrees stand here.\n"
    after = (
        before
        + "\nA pond was dug by the neighbours behind the old house last year, and many frogs came to live there.\n"
    )
    (point,) = points(lines_on(before, after))
    assert point.startswith("Passage added under “Garden”: “A pond was dug by the neighbours")
    assert point.endswith("…”")


def test_a_waiver_that_moved_to_another_clause_is_not_new():
    before = "# Terms\n\n## Disputes\n\nYou agree to waive any right to take part in a class action against us, whatever the dispute is about.\n"
    after = (
        "# Terms\n\n## Claims\n\nDisputes are brought only on an individual basis, not as a plaintiff or class member in any class action, "
        "by either of us, and the arbitrator may not join the claims of several people.\n"
    )
    lines = lines_on(before, after)
    assert "Class-action waiver added" not in points(lines)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(
            "Boats. We row across the pond. For that we take oars and a rope. You may refuse this under Me > Pond.",
            "Boats. We row across the pond. For that we take oars.",
            "no longer says “You may refuse this under Me > Pond”",
            id="whole sentences, not the words between two of them",
        ),
        pytest.param(
            "The pond is open in summer. Guests may not swim in it without a keeper.",
            "The pond is open in summer. Ducks have a house of their own beside the old mill.",
            "no longer says “Guests may not swim in it without a keeper”, now says “Ducks have a house of their own beside the old mill”",
            id="what a rule became",
        ),
        pytest.param(
            "We are proud of our many trees. Gardens are shown to visitors on the first Sunday of a month in summer.",
            "We are proud of our many trees. Gardens are shown to visitors with a dog that is kept on the first Sunday of a month in summer.",
            "now says “… are shown to visitors with a dog that is kept on the first Sunday …”",
            id="a short piece with its neighbours",
        ),
        pytest.param(
            "Trees stand here. Every year we may raise the rent of a bench by 7 percent of it. You can ask us.",
            "Trees stand here. Every year we may raise the rent of a bench by 12 percent of it. You can ask us.",
            "“a bench by 7 percent of it” is now “a bench by 12 percent of it”",
            id="a number with what it counts",
        ),
        pytest.param(
            "The bench costs €100. It is painted yearly by two or more keepers of the garden.",
            "The bench costs €150. It is painted yearly by two or more keepers of the garden.",
            "“bench costs €100” is now “bench costs €150”",
            id="a sum in its own sentence",
        ),
        pytest.param(
            "When it snows we may close the garden for a day.",
            "When it snows we will close the garden for a day.",
            "“it snows we may close the garden” is now “it snows we will close the garden”",
            id="a modal verb with what may or must be",
        ),
        pytest.param(
            "We keep a list. We do not show it to the keepers of other gardens. Ask us.",
            "We keep a list. We show it to the keepers of other gardens. Ask us.",
            "no longer says “We do not show it to”",
            id="a negation that is gone",
        ),
        pytest.param(
            "The garden belongs to Fernhollow, and if you come from the north, the path there belongs to Pondmoor Inc. Guests may be shown around by a keeper.",
            "The garden belongs to Fernhollow. Guests may be shown around by a keeper.",
            "no longer says “and if you come from the north, the path there belongs to Pondmoor Inc”",
            id="a sentence that only begins anew was there before",
        ),
        pytest.param(
            "The garden has many benches, and a pond with ducks, and a keeper.",
            "The garden has benches, and a pond with seven ducks, and a keeper.",
            "now says “a pond with seven ducks”",
            id="words gone here and come there are no exchange",
        ),
        pytest.param(
            "Fernhollow Inc. looks after the trees.",
            "Fernhollow LLC looks after the trees.",
            "“Fernhollow Inc” is now “Fernhollow LLC”",
            id="another form of company, with its name",
        ),
        pytest.param(
            "Trees may be felled when they are ill.",
            "Trees may be felled when they are ill (for instance, when fungus eats them).",
            "“(for instance, when fungus eats them)” added",
            id="brackets stay closed",
        ),
        pytest.param(
            "The keeper of the trees is reached at trees@fernhollow.example on working days.",
            "The keeper of the trees is reached at [email protected] on working days.",
            "an e-mail address is hidden from robots now",
            id="an address that only looks otherwise",
        ),
    ],
)
def test_a_reworded_passage_is_quoted_in_words_that_can_be_read(before, after, told):
    (line,) = lines_on(f"{before}\n", f"{after}\n")
    assert line == f"Passage reworded: {told}"


def test_an_item_that_came_into_a_list_is_quoted_alone():
    before = "# Terms\n\n## In short\n\n- Trees stand here.\n- You may look at them.\n"
    after = (
        "# Terms\n\n## In short\n\n- Trees stand here.\n- We do not fell any tree.\n- You may look at them.\n"
    )
    assert lines_on(before, after) == [
        "Passage reworded under “In short”: now says “We do not fell any tree”"
    ]


def test_the_same_exchange_in_many_passages_is_told_once():
    passages = "# Terms\n\n## Trees\n\nFernhollow Inc. looks after the trees.\n\n## Ponds\n\nThe ponds belong to Fernhollow Inc. and its guests.\n"
    told = points(lines_on(passages, passages.replace("Inc.", "LLC")))
    assert told == [
        "2 passages reworded under “Trees” and “Ponds”, each time “Fernhollow Inc” is now “Fernhollow LLC”"
    ]


def test_a_clause_that_moved_and_got_other_words_is_told_by_its_words():
    kept = "We keep deleted messages in our backups for {} days before they are gone from there for good.\n\n"
    others = (
        "## Trees\n\nTrees stand in the garden behind our house by the old road to the river.\n\n"
        "## Benches\n\nBenches are painted by two keepers of the garden in the first week of May.\n\n"
    )
    before, after = (
        f"# Policy\n\n{kept.format(30)}{others}",
        f"# Policy\n\n{others}{kept.format(90)}",
    )
    assert "Deleted content kept: 30 days → 90 days" in lines_on(before, after)
    assert lines_on(before, f"# Policy\n\n{others}{kept.format(30)}")[0].startswith("Moved, same words: ")
