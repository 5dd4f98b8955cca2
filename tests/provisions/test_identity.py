"""A provision keeps its address for life: through rewording, moving, removal and return."""

import pytest

from monitoring.pipeline import check_document
from platforms.models import Document
from provisions.analysis.tagging import TAGGER
from provisions.explanations import named_in_title
from provisions.models import Provision, ProvisionEvent
from tests.policy_pages import CLAUSES, DAY, NOON, RETAIN, SHARE, TRAIN, make_document, policy, serve

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    document = make_document()
    show(document, CLAUSES, 0)
    return document


def show(document: Document, clauses: tuple[str, ...], day: int) -> None:
    """Look twice, so that a surprise is confirmed."""
    for hour in (0, 0.1):
        check_document(document, serve(policy(clauses)), NOON + DAY * (day + hour))


def provision(quote: str) -> Provision:
    return Provision.objects.get(quote=quote)


def history(one: Provision) -> list[tuple[str, str]]:
    return [(event.kind, event.quote) for event in one.events.order_by("id")]


def replaced(old: str, new: str) -> tuple[str, ...]:
    return tuple(new if clause == old else clause for clause in CLAUSES)


def test_a_reworded_clause_is_the_same_provision_with_new_words(document: Document) -> None:
    before = provision(RETAIN)
    longer = RETAIN.replace("30 days", "90 days")
    show(document, replaced(RETAIN, longer), 1)
    after = provision(longer)
    assert (after.pk, after.slug) == (before.pk, before.slug)
    assert (before.title.replace("30 days", "90 days"), "30 days" in before.title) == (after.title, True)
    assert (after.introduced_at, after.changed_at) == (NOON, NOON + DAY)
    assert "90 days" in after.says or "90 days" in str(after.attributes)
    assert history(after) == [("introduced", RETAIN), ("reworded", longer)]


def test_an_item_says_what_the_line_above_it_says_now() -> None:
    item = "advertising partners, who may show you offers on other web sites and in other apps that you use every day"
    line = "We share your personal data, and what we know of your visits to our pages, with:"
    document = make_document()
    show(
        document,
        (
            *CLAUSES[:1],
            f"{line}</p><ul><li>{item};</li><li>the owners of our shops.</li></ul><p>",
            *CLAUSES[2:],
        ),
        0,
    )
    before = provision(f"{item};")
    assert (before.direction, before.says.startswith("Harbourlight shares")) == ("against_user", True)
    other = line.replace("We share", "We never share")
    show(
        document,
        (
            *CLAUSES[:1],
            f"{other}</p><ul><li>{item};</li><li>the owners of our shops.</li></ul><p>",
            *CLAUSES[2:],
        ),
        1,
    )
    after = provision(f"{item};")
    assert (after.pk, after.version.number, after.lead_in) == (before.pk, 2, other)
    assert (after.direction, after.says.startswith("Harbourlight never shares")) == ("for_user", True)


def test_a_moved_clause_is_the_same_provision_that_moved(document: Document) -> None:
    before = provision(SHARE)
    show(document, (*(clause for clause in CLAUSES if clause != SHARE), SHARE), 1)
    after = provision(SHARE)
    assert (after.pk, after.slug) == (before.pk, before.slug)
    assert after.start > before.start
    assert history(after) == [("introduced", SHARE), ("moved", SHARE)]


def test_a_removed_provision_stays_with_its_last_words(document: Document) -> None:
    before = provision(SHARE)
    show(document, tuple(clause for clause in CLAUSES if clause != SHARE), 1)
    after = provision(SHARE)
    assert after.removed
    assert after.removed_at == NOON + DAY
    assert after.version_id == before.version_id
    assert after.version.text[after.start : after.end] == SHARE
    assert history(after)[-1] == ("removed", SHARE)


def test_a_clause_that_comes_back_is_the_provision_it_was(document: Document) -> None:
    before = provision(SHARE)
    show(document, tuple(clause for clause in CLAUSES if clause != SHARE), 1)
    show(document, CLAUSES, 2)
    after = provision(SHARE)
    assert (after.pk, after.slug, after.removed_at) == (before.pk, before.slug, None)
    assert [kind for kind, _ in history(after)] == ["introduced", "removed", "restored"]


def test_the_same_clause_twice_is_one_provision() -> None:
    twice = make_document("twice")
    show(twice, (*CLAUSES, RETAIN.upper(), RETAIN), 0)
    assert twice.provisions.filter(quote__iexact=RETAIN).count() == 1


def test_losing_one_of_two_places_is_no_news() -> None:
    document = make_document()
    show(document, (SHARE, *CLAUSES), 0)
    show(document, CLAUSES, 1)
    assert [kind for kind, _ in history(provision(SHARE))] == ["introduced"]


def test_no_two_provisions_of_a_document_share_a_slug_or_a_title(document: Document) -> None:
    show(
        document,
        (*CLAUSES, *(RETAIN.replace("personal data", f"{word} data") for word in ("log", "chat"))),
        1,
    )
    rows = list(document.provisions.values_list("slug", "title"))
    assert len({slug for slug, _ in rows}) == len(rows)
    assert len({title.lower() for _, title in rows}) == len(rows)


def test_a_new_clause_is_introduced_and_the_others_have_no_news(document: Document) -> None:
    events = ProvisionEvent.objects.count()
    show(document, (*CLAUSES, TRAIN), 1)
    assert history(provision(TRAIN)) == [("introduced", TRAIN)]
    assert ProvisionEvent.objects.count() == events + 1


def test_what_said_nothing_before_is_read_again_only_by_another_tagger(document: Document) -> None:
    Provision.objects.filter(quote=RETAIN).update(quote="As if it had not been read.", removed_at=NOON)
    show(document, (*CLAUSES, TRAIN), 1)
    assert not Provision.objects.filter(quote=RETAIN).exists()
    Provision.objects.update(tagger=TAGGER - 1)
    show(document, (TRAIN, *CLAUSES), 2)
    assert provision(RETAIN)


def test_every_provision_stands_in_the_newest_version_word_for_word(document: Document) -> None:
    show(document, (TRAIN, *CLAUSES[::-1]), 1)
    newest = document.versions.order_by("-number")[0]
    standing = document.provisions.filter(removed_at=None)
    assert standing
    for one in standing:
        assert one.version_id == newest.pk
        assert newest.text[one.start : one.end] == one.quote


def test_a_quote_set_in_other_letters_is_kept_as_it_stands_now_and_is_no_news(document: Document) -> None:
    plain, set_anew = "We don't sell your personal data.", "We don\u2019t sell your personal data."
    show(document, (*CLAUSES, plain), 1)
    before = provision(plain)
    show(document, (TRAIN, *CLAUSES, set_anew), 2)
    after = provision(set_anew)
    assert (after.pk, after.version.number) == (before.pk, document.versions.count())
    assert history(after) == [("introduced", plain)]


def test_a_title_names_nothing_that_the_clause_no_longer_states(document: Document) -> None:
    law = "These terms are governed by and construed in accordance with the laws of Ireland."
    other = law.replace("Ireland", "Portugal")
    show(document, (*CLAUSES, law), 1)
    before = provision(law)
    assert "Ireland" in before.title
    show(document, (*CLAUSES, other), 2)
    after = provision(other)
    assert (after.pk, after.slug) == (before.pk, before.slug)
    assert "Portugal" in after.title
    assert "Ireland" not in after.title
    show(document, (*CLAUSES, f"{other} This is so."), 3)
    assert provision(f"{other} This is so.").title == after.title


def test_a_clause_that_only_now_says_it_plainly_was_introduced_when_its_words_came(
    document: Document,
) -> None:
    held = (
        "When you leave us, the personal data that our staff in Dublin and in Porto looked through for you on working days "
        "stay for 30 days and then leave our systems."
    )
    retained = held.replace("stay for", "are retained for")
    show(document, (*CLAUSES, held), 1)
    show(document, (*CLAUSES, held, TRAIN), 2)
    assert not Provision.objects.filter(quote=held).exists()
    show(document, (*CLAUSES, retained, TRAIN), 3)
    one = provision(retained)
    assert (one.introduced_at, one.changed_at) == (NOON + DAY, NOON + DAY * 3)
    assert history(one) == [("introduced", held), ("reworded", retained)]
    assert [event.at for event in one.events.order_by("id")] == [NOON + DAY, NOON + DAY * 3]


def test_words_that_grew_into_another_clause_are_new(document: Document) -> None:
    held = "It can stay with us for 30 days."
    show(document, (*CLAUSES, held), 1)
    longer = "We retain your personal data for 30 days after you close your account."
    show(document, (*CLAUSES, longer), 2)
    assert history(provision(longer)) == [("introduced", longer)]


@pytest.mark.parametrize(
    ("title", "fact", "named"),
    [
        ("Age limit of 16", {"kind": "age", "value": "16 years"}, True),
        ("Age limit of 13", {"kind": "age", "value": "16 years"}, False),
        ("Collection of e-mail addresses", {"kind": "data_kind", "value": "e-mail address"}, True),
        ("Retention of logs for 5 years", {"kind": "retention_period", "value": "5 years"}, True),
        ("Retention of logs for 15 years", {"kind": "retention_period", "value": "5 years"}, False),
    ],
)
def test_a_fact_is_found_in_a_title_as_titles_have_it(title: str, fact: dict[str, str], named: bool):
    provision = Provision(title=title, attributes=[fact])
    assert bool(named_in_title(provision)) is named
