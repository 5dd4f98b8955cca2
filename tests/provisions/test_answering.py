"""Clauses that answer a quick fact without being provisions: kept with each version, quoted, and led to in the archive."""

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client

from platforms.models import Document
from provisions.analysis.diffing import diff_texts
from provisions.identity import follow_provisions
from provisions.models import AnsweringClause, Provision
from provisions.quick_facts import QuickFact, quick_facts_of
from provisions.rereading import reread_document
from tests.builders import build_document, build_platform, build_version
from tests.conductatlas.sight import page, words_of

pytestmark = pytest.mark.django_db
AGE = "Registration is only open to companies and to natural persons who are 18 years or older."
TEXT = f"# Terms\n\n## Joining\n\nWelcome to Harbour, where boats meet.\n\n{AGE}\n"


@pytest.fixture
def document() -> Document:
    cache.clear()
    document = build_document(build_platform("Harbour"))
    follow_provisions(build_version(document, TEXT))
    return document


def fact(document: Document, slug: str = "minimum-age") -> QuickFact:
    return next(fact for fact in quick_facts_of(document.platform) if fact.slug == slug)


def test_it_answers_where_no_provision_does_and_leads_to_its_place_in_the_version(
    document: Document, client: Client
) -> None:
    assert not Provision.objects.exists()
    found = fact(document)
    assert found.words == "Requires users to be at least 18"
    assert found.quoted is not None
    assert found.quoted.words == AGE
    assert found.quoted.provision is None
    place, _, anchor = found.quoted.address.partition("#")
    assert f'id="{anchor}"' in page(client, place)
    html = page(client, document.platform.get_absolute_url())
    assert f'href="{found.quoted.address}"' in html
    assert AGE in words_of(html)


def test_a_part_of_a_long_paragraph_leads_to_the_paragraph(client: Client) -> None:
    filling = "The harbour master keeps the log of boats and reads it out every evening at the pier. " * 9
    document = build_document(build_platform("Pier"))
    follow_provisions(build_version(document, f"# Terms\n\n{filling}{AGE}\n"))
    kept = AnsweringClause.objects.get()
    assert kept.place < kept.start
    assert f'id="c{kept.place}"' in page(client, kept.version.get_absolute_url())


def test_the_next_version_answers_in_its_own_words(document: Document) -> None:
    since = AnsweringClause.objects.get().since
    moved = TEXT.replace("Welcome to Harbour", "Hello, and welcome to Harbour")
    follow_provisions(build_version(document, moved), before_text=TEXT, diff=diff_texts(TEXT, moved))
    kept = AnsweringClause.objects.get()
    assert (kept.version.number, kept.since) == (2, since)
    gone = moved.replace(AGE, "Anybody may row.")
    follow_provisions(build_version(document, gone), before_text=moved, diff=diff_texts(moved, gone))
    assert not AnsweringClause.objects.exists()
    assert fact(document).quoted is None


def test_reading_again_finds_what_was_not_kept(document: Document) -> None:
    AnsweringClause.objects.all().delete()
    reread_document(document)
    assert fact(document).words == "Requires users to be at least 18"


def test_its_quote_is_verified_as_a_provisions_is(
    document: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("verify_quotes")
    assert "1 quotes checked, 0 wrong" in capsys.readouterr().out
    AnsweringClause.objects.update(start=3)
    with pytest.raises(CommandError):
        call_command("verify_quotes")
    assert "/platform/harbour/" in capsys.readouterr().err


def test_silence_says_which_kind_of_document_is_not_held(document: Document) -> None:
    assert fact(document, "arbitration").words == "Not stated in the documents we hold"
    assert fact(document, "retention").words == (
        "Not stated in the documents we hold, which do not include its privacy policy"
    )
    never_read = build_document(document.platform, "Privacy Policy")
    assert "do not include" in fact(document, "retention").words
    build_version(never_read, "# Privacy\n\nWe like boats.\n")
    assert fact(document, "retention").words == "Not stated in the documents we hold"


def test_a_document_no_longer_looked_at_does_not_answer(document: Document) -> None:
    Document.objects.update(retired=True)
    assert fact(document).quoted is None


def test_of_a_platform_that_waits_for_its_first_look_nothing_is_said_of_what_it_states(
    client: Client,
) -> None:
    waiting = build_document(build_platform("Jetty"))
    for each in quick_facts_of(waiting.platform):
        assert each.words == "None of its documents has been read yet"
    said = words_of(page(client, waiting.platform.get_absolute_url()))
    assert "Not stated in the documents" not in said
