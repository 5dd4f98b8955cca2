"""What the line above a list refuses is no act: neither by stance, nor by title, nor in a quick fact."""

import pytest

from provisions.analysis.answers.claims import PRIVACY, Passage
from provisions.analysis.attributes import attributes_of
from provisions.analysis.clauses import split_clauses
from provisions.analysis.describing.titles import title_of
from provisions.analysis.explaining import read_clause
from provisions.analysis.quick_facts import answers_from
from provisions.analysis.wording import says
from tests.provisions.analysis.telling import told_of

NEVER = (
    "We will never:\n\n- share your messages with advertisers;\n\n- sell your personal information to data brokers;\n\n"
    "- train artificial intelligence models on your messages."
)


def read_of(line: str, item: str) -> list[tuple[str, str, str, str, str]]:
    """Type, stance, direction, title and sentence of what is read in a list of two items under a line."""
    text = f"# Privacy Policy\n\n## Your information\n\n{line}\n\n- {item};\n\n- {item}, and what you tell us in a letter that has more than one page.\n"
    found = []
    for clause in split_clauses(text):
        read = read_clause(clause)
        if read:
            told = told_of(read)
            found.append((read.type, read.stance.value, read.direction.value, title_of(told), says(told)))
    return found


@pytest.mark.parametrize(
    ("line", "item", "type", "start"),
    [
        ("We never share your personal information with:", "advertisers who show you offers on our pages", "data_sharing", "Limits on"),
        ("We do not collect:", "your precise location, your contacts and your health data", "sensitive_data", ""),
        ("We do not use your content to:", "train artificial intelligence models that write letters", "ai_training", "Limits on"),
    ],
)  # fmt: skip
def test_an_item_under_a_refusal_is_a_promise(line: str, item: str, type: str, start: str) -> None:
    found = read_of(line, item)
    assert found
    for read_type, stance, direction, title, sentence in found:
        assert (read_type, stance, direction) == (type, "promises", "for_user")
        assert title.startswith(start)
        assert "You may not" not in sentence


@pytest.mark.parametrize(
    "line",
    [
        "We share your personal information with:",
        "We do not share your personal information except with:",
        "You can ask us not to share your personal information with:",
    ],
)
def test_an_offer_or_an_exception_refuses_nothing(line: str) -> None:
    found = read_of(line, "advertisers who show you offers on our pages")
    assert found
    assert all(stance != "promises" for _, stance, *_ in found)


@pytest.mark.parametrize(
    ("slug", "line", "text", "predicate"),
    [
        ("sale-of-data", "We will never:", "sell your personal information to data brokers;", "says it does not sell personal data"),
        ("sale-of-data", "", NEVER, "says it does not sell personal data"),
        ("ai-training", "We do not use your content to:", "train artificial intelligence models;", "says it does not train AI on your information"),
        ("ai-training", "", NEVER, "says it does not train AI on your information"),
        ("ai-training", "We use your content to:", "train artificial intelligence models;", "may use your information to train AI"),
        ("sale-of-data", "You can ask us not to:", "sell your personal information;", "does not mention it"),
    ],
)  # fmt: skip
def test_a_quick_fact_is_read_with_the_line_above(slug: str, line: str, text: str, predicate: str) -> None:
    kinds = {"sale-of-data": "data_sharing", "ai-training": "ai_training"}
    passage = Passage(1, (kinds[slug],), PRIVACY, text, (), line, attributes_of(text))
    (answer,) = [one for one in answers_from([passage]) if one.question.slug == slug]
    assert answer.predicate == predicate


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("Nothing in these terms limits or excludes our liability for:", "promises"),
        ("Neither party excludes its liability for:", "promises"),
        ("This includes liability for:", "promises"),
        ("We are not liable for:", "reserves"),
    ],
)
def test_liability_that_the_line_above_keeps_is_no_limit(line: str, stance: str) -> None:
    found = read_of(line, "death or personal injury caused by our negligence")
    assert found
    assert {read[1] for read in found if read[0] == "liability_limitation"} == {stance}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("We will never change these terms without telling you 30 days before.", "policy_changes"),
        ("You are not required to arbitrate disputes.", "arbitration"),
        ("We cannot terminate your account without notice.", "termination"),
        ("We won't suspend your account without giving you a reason.", "enforcement_actions"),
        ("We do not require you to waive your right to a jury trial or to take part in a class action.", "class_action_waiver"),
        ("We don't limit our liability for death or injury.", "liability_limitation"),
        ("You can't be held liable for losses caused by our mistakes.", "liability_limitation"),
        ("There is no class action waiver in these terms.", "class_action_waiver"),
        ("Neither we nor our partners use your content to train AI models.", "ai_training"),
        ("None of your personal data is sold to third parties.", "data_sharing"),
    ],
)  # fmt: skip
def test_what_is_refused_in_one_sentence_is_a_promise(text: str, type: str) -> None:
    (clause,) = [one for one in split_clauses(f"# Terms\n\n## You and we\n\n{text}\n") if one.text == text]
    read = read_clause(clause)
    assert read is not None
    assert (read.type, read.stance.value, read.direction.value, read.severity.level.value) == (
        type,
        "promises",
        "for_user",
        "low",
    )
    assert not [fact for fact in read.attributes if fact.kind.value.endswith("_waiver")]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("We may change these terms without telling you before.", "policy_changes"),
        ("You and we waive the right to a jury trial and to take part in a class action.", "class_action_waiver"),
        ("If you do not agree to arbitrate, you may not use the service; all disputes go to binding arbitration.", "arbitration"),
    ],
)  # fmt: skip
def test_a_power_or_a_waiver_is_none(text: str, type: str) -> None:
    (clause,) = [one for one in split_clauses(f"# Terms\n\n## You and we\n\n{text}\n") if one.text == text]
    read = read_clause(clause)
    assert read is not None
    assert type in read.types
    assert read.direction.value == "against_user"


def test_a_clause_that_holds_the_whole_list_is_a_promise() -> None:
    (clause,) = split_clauses(f"{NEVER}\n")
    read = read_clause(clause)
    assert read is not None
    assert (read.stance.value, read.direction.value) == ("promises", "for_user")


@pytest.mark.parametrize(
    ("slug", "type", "text"),
    [
        ("class-actions", "class_action_waiver", "There is no class action waiver in these terms."),
        ("class-actions", "class_action_waiver", "We do not require you to waive your right to take part in a class action."),
        ("governing-law", "legal_jurisdiction", "These terms are not governed by the laws of California."),
    ],
)  # fmt: skip
def test_what_is_refused_answers_no_quick_fact(slug: str, type: str, text: str) -> None:
    passage = Passage(1, (type,), PRIVACY, text, (), "", attributes_of(text))
    (answer,) = [one for one in answers_from([passage]) if one.question.slug == slug]
    assert answer.predicate == answer.question.silence
