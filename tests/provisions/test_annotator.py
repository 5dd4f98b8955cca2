"""A model's wording is taken only where the clause bears out every word of it."""

import json

import pytest

from provisions.annotator import AnswerRefused, Draft, Ground, improve_draft

QUOTE = (
    "We may keep your messages for 30 days and share them with advertisers. Write to privacy@acme.example."
)
DRAFT = Draft(
    "Acme may keep messages for 30 days and share them with advertisers.",
    "The storage period is 30 days and the recipients are advertisers.",
    "Your messages can reach advertisers. You can write to privacy@acme.example.",
)
GROUND = Ground("Acme", QUOTE, "Data retention", DRAFT)
GOOD = {
    "says": "Acme can hold on to your messages for 30 days and pass them to advertisers.",
    "why_it_matters": "A buyer should note the 30 days and that advertisers receive messages.",
    "means_for_you": "Advertisers may see your messages; write to privacy@acme.example to ask about it.",
}


def completion(content: object) -> bytes:
    text = content if isinstance(content, str) else json.dumps(content)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


def answer(**changed: object) -> Draft:
    return improve_draft(GROUND, lambda _: completion({**GOOD, **changed}), model="m")


def test_a_faithful_answer_is_taken():
    assert answer() == Draft(**GOOD)


def test_the_model_is_given_the_clause_the_facts_and_the_draft_and_nothing_else():
    asked = []
    improve_draft(GROUND, lambda body: asked.append(json.loads(body)) or completion(GOOD), model="m")
    (request,) = asked
    given = json.loads(request["messages"][1]["content"])
    assert set(given) == {"platform", "clause_type", "clause", "facts", "draft"}
    assert given["clause"] == QUOTE
    assert request["model"] == "m"
    assert request["temperature"] == 0


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        ("Acme can hold on to your messages for 90 days and pass them on.", "the number “90”"),
        ("Acme can hold on to your messages for sixty days and pass them on.", "the number “sixty”"),
        ("Acme says it may “sell your messages” to advertisers one day.", "the quote “sell your messages”"),
        ("Acme passes your messages to advertisers such as Google in time.", "the name “Google”"),
        ("Acme keeps messages; complain to help@acme.example about it.", "the address “help@acme.example”"),
        ("Acme keeps messages and your precise location for 30 days.", "the fact"),
        ("Acme keeps messages for 30 days, which is unlawful in part.", "the legal judgement “unlawful”"),
        ("Acme does not keep your messages or share them with advertisers.", "denies"),
        ("Acme <b>keeps</b> your messages for 30 days and shares them.", "markup"),
        ("Short.", "characters"),
        ("Acme keeps your messages. " * 40, "characters"),
        (None, "not a text"),
    ],
)
def test_an_answer_with_anything_of_its_own_is_refused_with_the_reason(says: object, reason: str):
    with pytest.raises(AnswerRefused, match=reason):
        answer(says=says)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>busy</html>",
        b"{}",
        b'{"choices": []}',
        completion("Here you are: …"),
        completion([1, 2]),
        completion({"says": GOOD["says"]}),
        completion({**GOOD, "advice": "Sue them."}),
    ],
)
def test_an_answer_that_is_not_the_json_asked_for_is_refused(body: bytes):
    with pytest.raises(AnswerRefused):
        improve_draft(GROUND, lambda _: body, model="m")
