"""Reading again by better rules is our improvement: no news, no lost address, no lost words of an editor."""

import pytest
from django.core.management import CommandError, call_command

from platforms.models import Document
from provisions.models import Change, Provision, ProvisionEvent, Wording
from provisions.rereading import reread_document
from provisions.wordings import record_wording
from tests.policy_pages import CLAUSES, NOON, RETAIN, SHARE, make_document
from tests.provisions.test_identity import show

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    document = make_document()
    show(document, CLAUSES, 0)
    return document


def rows(document: Document) -> list[tuple[str, ...]]:
    return list(document.provisions.order_by("pk").values_list("slug", "title", "quote", "says", "severity"))


def test_rules_that_are_the_same_say_the_same(document: Document):
    before = rows(document)
    assert reread_document(document) == len(before)
    assert rows(document) == before


def test_what_older_rules_said_is_said_anew_without_news(document: Document):
    events = ProvisionEvent.objects.count()
    good = rows(document)
    document.provisions.update(says="Stale.", regulations=[], tagger=0)
    call_command("reread", document.platform.slug)
    assert rows(document) == good
    assert not Change.objects.exists()
    assert ProvisionEvent.objects.count() == events


def test_a_clause_that_can_be_read_now_is_published_and_one_that_cannot_keeps_its_page(document: Document):
    one, other = Provision.objects.get(quote=SHARE), Provision.objects.get(quote=RETAIN)
    one.events.all().delete()
    one.delete()
    Provision.objects.filter(pk=other.pk).update(type="refunds", types=["refunds"])
    reread_document(document)
    assert document.provisions.filter(quote=SHARE, removed_at=None).exists()
    assert Provision.objects.get(pk=other.pk).slug == other.slug


def test_an_editors_words_stay(document: Document):
    provision = Provision.objects.get(quote=SHARE)
    record_wording(provision, {"says": "Ours."}, Wording.Author.EDITOR, "ed@example.org", NOON)
    reread_document(document)
    provision.refresh_from_db()
    assert provision.says == "Ours."


def test_a_platform_that_is_not_there_is_named(document: Document):
    with pytest.raises(CommandError, match="no platform “nowhere”"):
        call_command("reread", "nowhere")
