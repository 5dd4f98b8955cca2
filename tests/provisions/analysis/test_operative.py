"""Facts are told together only where the text says them together."""

from provisions.analysis.attributes import AttributeKind, attributes_of
from provisions.analysis.describing.operative import facts_told_together
from provisions.analysis.describing.patterns import to_tell
from provisions.analysis.describing.titles import title_of
from provisions.analysis.stance import Direction, Stance, stance_of
from provisions.analysis.wording import says, why_it_matters

LOCATION_AND_ORDERS = (
    "Order records are stored for ten years because tax law asks for it. We keep your location for 180 days. "
    "Support messages go after 30 days."
)


def told(type: str, text: str, stance: Stance = Stance.RESERVES):
    return to_tell(type, stance, Direction.AGAINST_USER, text, attributes_of(text), "Acme")


def values(type: str, text: str, kind: AttributeKind) -> list[str]:
    found = facts_told_together(type, text, attributes_of(text))
    return [fact.value for fact in found if fact.kind is kind]


def test_a_period_of_another_sentence_is_never_told_of_the_operative_one():
    text = "We keep your location for 180 days. We will give you 30 days' notice of changes to this section."
    assert values("data_retention", text, AttributeKind.NOTICE_PERIOD) == []
    assert values("data_retention", text, AttributeKind.RETENTION_PERIOD) == ["180 days"]


def test_of_several_periods_each_with_its_data_only_one_pair_is_told():
    about = told("data_retention", LOCATION_AND_ORDERS)
    for words in (title_of(about), says(about), why_it_matters(about)):
        assert not ("location" in words and ("10 years" in words or "30 days" in words)), words


def test_two_periods_in_one_sentence_are_told_apart():
    text = "We retain your location for 180 days, and payment details are retained for 5 years."
    assert values("data_retention", text, AttributeKind.RETENTION_PERIOD) == ["180 days"]
    assert values("data_retention", text, AttributeKind.DATA_KIND) == ["location"]


def test_a_list_in_the_next_sentence_belongs_to_what_announces_it():
    text = "We collect personal information when you sign up. It includes your phone number and your photos."
    assert set(values("data_collection", text, AttributeKind.DATA_KIND)) >= {"phone number", "photos"}


def test_a_way_out_holds_wherever_in_the_clause_it_stands():
    text = "We use your posts to train our models. Write to privacy@example.org to opt out of this."
    assert values("ai_training", text, AttributeKind.EMAIL) == ["privacy@example.org"]


def test_what_the_clause_names_elsewhere_is_not_called_missing():
    text = (
        "We keep personal information for as long as you have an account. "
        "After you close your account, backups are kept for 90 days."
    )
    about = told("data_retention", text)
    assert about.facts.names("retention")
    assert "no fixed period" not in f"{says(about)} {why_it_matters(about)}".lower()


def test_each_fact_stands_where_it_was_found():
    text = "Nothing is sold. We keep your photos for 30 days."
    for fact in facts_told_together("data_retention", text, attributes_of(text)):
        if fact.kind is AttributeKind.RETENTION_PERIOD:
            assert text[fact.start : fact.end] == "30 days"


def test_a_right_that_is_refused_is_no_right():
    for text in (
        "You will not be able to opt out of receiving service announcements.",
        "You cannot object to messages about the security of your account.",
    ):
        assert stance_of(text, "privacy_rights") is Stance.REQUIRES
    assert (
        stance_of("You can opt out of newsletters. You cannot opt out of notices.", "privacy_rights")
        is Stance.GRANTS
    )


def test_the_parts_of_a_notice_of_infringement_are_no_rights_of_the_platform():
    text = "Identification of the copyrighted work you believe to have been infringed."
    assert stance_of(text, "intellectual_property") is Stance.REQUIRES
