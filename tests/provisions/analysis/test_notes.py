"""The note says where a clause is silent, conditional or vague: truly, in whole phrases, and nothing said before."""

from provisions.analysis.attributes import attributes_of
from provisions.analysis.describing.notes import note_on
from provisions.analysis.describing.patterns import to_tell
from provisions.analysis.stance import direction_of, stance_of
from provisions.analysis.wording import means_for_you, why_it_matters


def note(type: str, text: str) -> str:
    return note_on(told(type, text))


def told(type: str, text: str):
    stance = stance_of(text, type)
    return to_tell(type, stance, direction_of(type, stance, text), text, attributes_of(text), "Acme")


def test_silence_on_what_a_reader_asks_is_said():
    assert "by when you could opt out" not in note("data_sharing", "We share your name with advertisers.")
    assert "why it is shared" in note("data_sharing", "We share your name with advertisers.")


def test_what_the_clause_answers_is_not_asked():
    assert "for what" not in note("data_sharing", "We share your name with advertisers for marketing.")


def test_what_the_other_sentences_say_to_be_missing_is_not_said_again():
    words = told("policy_changes", "We may change these terms.")
    said = why_it_matters(words) + means_for_you(words)
    assert "notice" in said
    assert "how far ahead" not in note_on(words)


def test_a_promise_is_not_asked_for_more():
    assert "does not say" not in note("data_sharing", "We do not share your name with anyone.")


def test_an_exception_is_quoted_whole():
    told_so = note(
        "data_sharing", "We share your name with advertisers, unless you turned sharing off before."
    )
    assert "“unless you turned sharing off before”" in told_so


def test_an_exception_too_long_to_quote_is_not_cut():
    long = "unless " + "you asked for it and " * 8 + "nobody objected"
    assert "exception" not in note("data_sharing", f"We share your name with advertisers {long}.")


def test_words_without_measure_are_named():
    assert "“reasonable efforts”" in note("data_security", "We use reasonable efforts to protect your data.")


def test_lawyers_habits_are_no_vagueness():
    text = "You must not use the service for anything unlawful, including but not limited to fraud, without limitation."
    assert note("acceptable_use", text) == ""


def test_a_text_that_rests_on_another_says_so():
    assert "“Community Guidelines”" in note(
        "acceptable_use", "You must act in accordance with our Community Guidelines."
    )


def test_the_same_clause_gives_the_same_note():
    text = "We may keep data as long as necessary, subject to applicable law, depending on the service."
    assert note("data_retention", text) == note("data_retention", text)


def test_there_are_at_most_three_sentences():
    text = (
        "We may share certain information, subject to applicable law, depending on the service, unless you told us not to do so, "
        "as described in our Cookie Policy, with trusted partners for legitimate interests."
    )
    assert note("data_sharing", text).count(". ") <= 2
