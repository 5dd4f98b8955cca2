"""The rules: each fires on its example and not on its near miss; wrong rule files are named with line and remedy."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from provisions.analysis.attributes import attributes_of
from provisions.analysis.stance import direction_of, stance_of
from provisions.regulations.engine import indexed, map_passage
from provisions.regulations.knowledge import regulations
from provisions.regulations.passage import Passage
from provisions.regulations.rule import RegulatoryMapping, Rule
from provisions.regulations.rules import HERE, Example, read_rule_book, rule_book
from provisions.regulations.toml_reading import KnowledgeError

EXAMPLES = rule_book().examples
VERDICTS = re.compile(
    r"\b(?:is|are|be) (?:illegal|unlawful|invalid|void)\b|violat(?:es|ion)|breaches the|non-?complian",
    re.IGNORECASE,
)


def read(rule: Rule, type: str, text: str) -> RegulatoryMapping:
    """The text read as a clause of the type, by this rule alone, in a document and sector that it is for."""
    stance = stance_of(text, type)
    passage = Passage(
        type=type,
        types=(type,),
        stance=stance,
        direction=direction_of(type, stance, text),
        quote=text,
        attributes=attributes_of(text),
        sector=min(rule.sectors, default=""),
        document_type=min(rule.documents, default=""),
    )
    return map_passage(passage, indexed([rule]), regulations(), rule_book().actions)


def slug_of(example: Example) -> str:
    return example.rule.slug


@pytest.mark.parametrize("example", EXAMPLES, ids=slug_of)
def test_a_rule_fires_on_its_example(example: Example) -> None:
    found = read(example.rule, example.type, example.fires)
    assert found.citations
    for citation in found.citations:
        assert citation.triggers
        for trigger in citation.triggers:
            assert example.fires[trigger.start : trigger.end]
            assert "{" not in citation.reason


@pytest.mark.parametrize("example", EXAMPLES, ids=slug_of)
def test_a_rule_is_silent_on_its_near_miss(example: Example) -> None:
    assert read(example.rule, example.type, example.silent) == RegulatoryMapping()


@pytest.mark.parametrize("example", EXAMPLES, ids=slug_of)
def test_a_rule_asks_for_words_and_not_for_a_type_alone(example: Example) -> None:
    assert example.rule.words.search("") is None
    assert read(example.rule, example.type, "The weather is fine today.") == RegulatoryMapping()


def test_every_rule_has_a_slug_of_its_own_and_at_least_one_action() -> None:
    slugs = Counter(rule.slug for rule in rule_book().rules)
    assert [slug for slug, times in slugs.items() if times > 1] == []
    assert all(rule.actions and rule.reasons for rule in rule_book().rules)


def test_every_action_is_used_and_every_law_is_cited() -> None:
    used = {action for rule in rule_book().rules for action in rule.actions}
    cited = {reason.regulation for rule in rule_book().rules for reason in rule.reasons}
    assert set(rule_book().actions) - used == set()
    assert set(regulations()) - cited == set()


def test_no_rule_passes_a_verdict() -> None:
    for rule in rule_book().rules:
        for text in [rule.because, *(reason.template for reason in rule.reasons)]:
            assert "void" in text or not VERDICTS.search(text), text


def test_adverse_points_have_a_reason_and_promises_are_not_read_as_breaches() -> None:
    for rule in rule_book().rules:
        assert 0 <= rule.points <= 4
        assert bool(rule.points) <= bool(rule.because)
        assert rule.manner != "answers" or rule.points == 0


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with the shipped phrases and actions and one rule."""
    (tmp_path / "rules").mkdir()
    for name in ("phrases.toml", "actions.toml"):
        shutil.copy(HERE / name, tmp_path / name)
    (tmp_path / "rules" / "one.toml").write_text(ONE)
    return tmp_path


ONE = """\
[[rule]]
slug = "kept-forever"
types = ["data_retention"]
cues = ["forever"]
words = '''forever'''
points = 1
because = "No end"
citations = [
  { law = "gdpr", article = "Article 5(1)(e)", reason = "It keeps data “{trigger}”." },
]
actions = ["ask-retention-schedule"]
example = "We keep your data forever."
near_miss = "We keep your data."
"""


def test_a_sound_rule_is_read(copied: Path) -> None:
    assert [rule.slug for rule in read_rule_book(copied, regulations()).rules] == ["kept-forever"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('law = "gdpr"', 'law = "gdrp"', ':8: citations: There is no law "gdrp".'),
        ("Article 5(1)(e)", "Article 5(9)", 'GDPR has no "Article 5(9)" in gdpr.toml.'),
        ("{trigger}", "{sum}", 'The place "{sum}" may be empty. Write {sum|other words}'),
        ("{trigger}", "{colour}", 'There is no place "{colour}".'),
        ("ask-retention-schedule", "ask-nothing", ':11: actions: There is no action "ask-nothing".'),
        ("'''forever'''", "'''%FOREVER%'''", ":5: words: There is no phrase 'FOREVER'."),
        ("'''forever'''", "'''(forever'''", ":5: words: The pattern is wrong"),
        ("data_retention", "data_retentoin", 'Did you mean "data_retention"?'),
        ('because = "No end"\n', "", "points: The points have no reason."),
        ("cues = ", "cue = ", 'Did you mean "cues"?'),
        ("points = 1", 'points = "1"', ":6: points: This must be a whole number."),
        ('slug = "kept-forever"', 'slug = "Kept Forever"', ":2: slug: This is no slug."),
        (", reason = ", ", why = ", "A citation has a law, an article and a reason."),
    ],
)
def test_a_wrong_rule_is_named_with_its_line_and_remedy(copied: Path, old: str, new: str, said: str) -> None:
    (copied / "rules" / "one.toml").write_text(ONE.replace(old, new))
    with pytest.raises(KnowledgeError) as caught:
        read_rule_book(copied, regulations())
    assert said in str(caught.value)


def test_a_slug_twice_is_a_mistake(copied: Path) -> None:
    (copied / "rules" / "two.toml").write_text(ONE)
    with pytest.raises(KnowledgeError, match="is the slug of another rule"):
        read_rule_book(copied, regulations())


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("no-sale-promise", "Don't sell user data for advertising."),
        ("data-as-asset", "We share information in emergencies."),
        ("data-as-asset", "After a merger your information remains subject to this policy when it is transferred."),
        ("fee-for-requests", "For further copies of your data we may charge a reasonable fee."),
        ("training-on-data", "To conduct research (excluding model training) we use your content."),
        ("training-on-data", "You can object to the use of your inputs for model training."),
        ("right-of-access", "We reserve the right to access and disclose any information."),
        ("delegation", "The small claims court, and not any arbitrator, shall have exclusive authority to decide jurisdiction."),
        ("class-waiver", "This does not prevent anyone from joining a class-wide settlement of claims."),
        ("binding-arbitration", "While a batch is being arbitrated, the arbitration provider holds the others."),
        ("injury-excluded", "Liability for negligence resulting in personal injury shall remain unaffected, and no claims are limited."),
        ("service-changed-at-will", "We may suspend your access to the services at any time."),
        ("termination-at-will", "If your account is terminated by us for any reason, save your content first."),
        ("terms-changed-without-notice", "This agreement may at any time be mutually amended by your explicit consent."),
        ("sale-of-data", "| Category | We Collect | We Sell | Categories of recipients |"),
        ("law-chosen", "Harbour Limited is registered under the laws of Ireland."),
        ("withdrawal-given-up", "Send your notice of the right of withdrawal before the period has expired."),
        ("minimum-age", "You must be at least 13, but sometimes 18, depending on your country."),
        ("trackers-on-device", "We do not use cookies for advertising or analytics."),
        ("strictly-necessary-cookies", "We only place non-essential cookies after you agree."),
    ],
)  # fmt: skip
def test_wordings_that_once_misled_a_rule_stay_without_it(slug: str, text: str) -> None:
    rule = next(rule for rule in rule_book().rules if rule.slug == slug)
    for type in sorted(rule.types):
        assert read(rule, type, text) == RegulatoryMapping()
