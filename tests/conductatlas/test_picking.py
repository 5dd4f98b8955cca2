"""Naming a platform in a field: by its name, its slug or nearly so, with and without scripts."""

import pytest
from django.test import Client
from django.urls import reverse

from platforms.models import Document
from tests.builders import TERMS, build_document, build_platform, build_version
from tests.conductatlas.sight import page, words_of

pytestmark = pytest.mark.django_db
REGISTRY = reverse("provisions")


@pytest.fixture
def others(document: Document) -> None:
    """Two platforms that have been read beside booking.com, and one that has not."""
    for name in ("Nimbus", "Nimbly"):
        build_version(build_document(build_platform(name)), TERMS)
    build_document(build_platform("Nimrod"))


@pytest.mark.parametrize("typed", ["Booking.com", "BOOKING.COM", " booking.com "])
def test_a_name_typed_into_the_registry_leads_to_the_address_of_the_question(
    client: Client, document: Document, typed: str
) -> None:
    answer = client.get(REGISTRY, {"platform": typed, "severity": "high"})
    assert (answer.status_code, answer["Location"]) == (
        301,
        f"{REGISTRY}?platform=booking.com&severity=high",
    )
    assert 'value="Booking.com"' in page(client, answer["Location"])


def test_a_name_that_is_nearly_right_is_answered_with_the_right_ones(client: Client, others: None) -> None:
    html = page(client, f"{REGISTRY}?platform=Nimbs&severity=high")
    assert "We have no platform called “Nimbs”. Did you mean" in words_of(html)
    assert 'href="?platform=nimbus&amp;severity=high"' in html
    assert "No provision fits." in html
    said = words_of(page(client, f"{REGISTRY}?platform=Zzzz"))
    assert "We have no platform called “Zzzz”." in said
    assert "Did you mean" not in said


def test_a_page_does_not_grow_with_the_platforms_one_may_choose(client: Client, others: None) -> None:
    for address in (REGISTRY, reverse("compare")):
        html = page(client, address)
        assert "Nimbly" not in html.split("<main", 1)[1].split('id="pairs"')[0], address
        assert "platform-names" in html or "-names" in html


def test_what_has_been_typed_is_offered_with_the_names_that_fit(client: Client, others: None) -> None:
    names = reverse("platform_names")
    assert page(client, f"{names}?a=nimb") == (
        '<option value="Nimbly"></option><option value="Nimbus"></option>\n'
    )
    assert "Booking.com" in page(client, f"{names}?platform=bookng")
    assert page(client, names).count("<option") == 3, "the first by name, only those that were read"
