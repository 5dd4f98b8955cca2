"""The language model is asked after the fact; whatever it does, provisions keep words that are true."""

import json
import threading
import time
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from monitoring.rewording import reword_recent
from provisions.models import Provision, Wording
from provisions.rereading import words_by_rules
from provisions.wordings import record_wording, release_wording
from tests.monitoring.origin import Origin, serving
from tests.policy_pages import NOON
from tests.provisions.test_identity import RETAIN, SHARE, make_document, show

LATER = NOON + timedelta(hours=2)


@pytest.fixture
def standing(db: None) -> Provision:
    document = make_document()
    show(document, (SHARE, RETAIN), 0)
    return document.provisions.get(quote=SHARE)


@pytest.fixture
def model(settings: Any):
    with serving() as origin:
        settings.MODEL_URL, settings.MODEL_SECONDS = f"{origin.base}/v1", 60
        yield origin


def says(origin: Origin, **changed: str) -> None:
    """Have the model answer each time with the same texts, as far as they are given; else its own draft."""
    words = {
        "why_it_matters": "It is worth knowing for a buyer.",
        "means_for_you": "It concerns your own data.",
    }
    content = json.dumps({"says": "This is about your data in plain words.", **words, **changed})
    body = json.dumps({"choices": [{"message": {"content": content}}]})
    origin.add("/v1/chat/completions", body, content_type="application/json")


def ask() -> int:
    return reword_recent(lambda: LATER, until=LATER + timedelta(minutes=5))


def test_a_good_answer_takes_the_place_of_the_draft_and_says_whose_it_is(standing: Provision, model: Origin):
    says(model)
    assert ask() == 2
    standing.refresh_from_db()
    assert standing.says == "This is about your data in plain words."
    assert standing.written_by == dict.fromkeys(("says", "why_it_matters", "means_for_you"), "model")
    assert {row.author for row in standing.wordings.all()} == {"model"}


def test_the_same_words_are_asked_about_once(standing: Provision, model: Origin):
    says(model)
    assert (ask(), ask()) == (2, 0)
    assert len(model.asked) == 2


def test_a_bad_answer_leaves_the_draft_and_a_reason_and_is_not_asked_for_again(
    standing: Provision, model: Origin
):
    says(model, says="It was sold to 12 companies in Norway.")
    before = standing.says
    assert (ask(), ask()) == (0, 0)
    standing.refresh_from_db()
    assert standing.says == before
    assert "12" in standing.wordings.get().refused
    assert len(model.asked) == 2


@pytest.mark.parametrize("way", ["never", "slowly", "error"])
def test_a_model_that_does_not_answer_is_asked_again_another_time(
    standing: Provision, model: Origin, settings: Any, way: str
):
    there, given_up = settings.MODEL_URL, threading.Event()
    if way == "never":
        settings.MODEL_URL = "http://127.0.0.1:9/v1"
    if way == "slowly":
        says(model)
        answered = model.pages["/v1/chat/completions"]
        model.pages["/v1/chat/completions"] = lambda _: (given_up.wait(120), answered)[1]
        settings.MODEL_SECONDS = 1
    started = time.monotonic()
    assert ask() == 0
    assert time.monotonic() - started < 60
    given_up.set()
    settings.MODEL_SECONDS = 60
    assert not Wording.objects.exists()
    settings.MODEL_URL = there
    says(model)
    assert ask() == 2


def test_without_a_model_nothing_is_asked(standing: Provision, settings: Any):
    settings.MODEL_URL = ""
    assert ask() == 0
    with pytest.raises(CommandError, match="MODEL_URL"):
        call_command("reword")


def test_an_editor_stands_above_the_model_and_above_our_rules(standing: Provision, model: Origin):
    record_wording(
        standing, {"says": "In our editor's words."}, Wording.Author.EDITOR, "ed@example.org", NOON
    )
    says(model)
    ask()
    show(standing.document, (SHARE.replace("partners", "friends"), RETAIN), 1)
    standing.refresh_from_db()
    assert "friends" in standing.quote
    assert standing.says == "In our editor's words."
    assert standing.written_by == {"says": "editor"}, "the model's words were about the old clause"


def test_an_editor_can_give_the_words_back_to_the_rules(standing: Provision):
    drafted = standing.says
    record_wording(
        standing, {"says": "In our editor's words."}, Wording.Author.EDITOR, "ed@example.org", NOON
    )
    release_wording(standing, words_by_rules(standing))
    standing.refresh_from_db()
    assert (standing.says, standing.written_by) == (drafted, {})
    assert standing.wordings.count() == 1, "what was written stays in the record"
