"""Comparisons and quick facts as a reader sees them: one address each, honest silences, errors that say what to do."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from platforms.models import Platform
from provisions.models import AnsweringClause, Provision
from tests.builders import build_document, build_platform, build_provision, build_version
from tests.conductatlas.sight import page, words_of

pytestmark = pytest.mark.django_db
SALE, AGE, LAW = (
    "We do not sell your personal information.",
    "You must be at least 13 years old to use the service.",
    "These terms are governed by the laws of Ireland.",
)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


def build(name: str, **quotes: str) -> Platform:
    """A platform whose terms hold these quotes, each a provision of its type."""
    platform = build_platform(name)
    text = "# Terms\n\n" + "\n\n".join(quotes.values()) + "\n"
    version = build_version(build_document(platform), text)
    for type, quote in quotes.items():
        build_provision(
            version, quote, type=type, types=[type], slug=type.replace("_", "-"), title=f"{name}: {type}"
        )
    return platform


def compare(type: str, *slugs: str) -> str:
    return f"{reverse('compare_type', args=[type])}?p={','.join(slugs)}"


def test_quick_facts_are_the_first_section_of_a_platform_with_quote_and_link(client: Client) -> None:
    platform = build("Acme", data_sharing=SALE, children_age=AGE)
    html = page(client, platform.get_absolute_url())
    assert html.index('id="quick-facts"') < html.index('id="documents"')
    words = words_of(html)
    assert "Says it does not sell personal data" in words
    assert SALE in words
    assert "Requires users to be at least 13" in words
    assert words.count("Not stated in the documents we hold") == 7
    assert Provision.objects.get(type="children_age").get_absolute_url() in html


def test_what_was_removed_is_no_quick_fact(client: Client) -> None:
    platform = build("Acme", children_age=AGE)
    Provision.objects.update(removed_at="2026-03-02T00:00:00Z")
    assert (
        words_of(page(client, platform.get_absolute_url())).count("Not stated in the documents we hold") == 9
    )


def test_a_type_is_compared_side_by_side_with_the_difference_said(client: Client) -> None:
    build("Acme", data_sharing=SALE)
    build("Boon", legal_jurisdiction=LAW)
    html = page(client, compare("data_sharing", "acme", "boon"))
    words = words_of(html)
    assert "Acme says it does not sell personal data; Boon has no clause on this that we found." in words
    assert SALE in words
    assert "We found no clause on this." in words
    assert Provision.objects.get(type="data_sharing").get_absolute_url() in html
    assert f'{compare("data_sharing", "acme", "boon")}">' in html  # its canonical address


def test_an_answer_in_a_provision_of_another_type_is_shown(client: Client) -> None:
    build("Acme", account_control=AGE)
    build("Boon", data_sharing=SALE)
    words = words_of(page(client, compare("children_age", "acme", "boon")))
    assert "Acme requires users to be at least 13" in words
    assert AGE in words


def test_an_answer_that_is_no_provision_is_compared_too(client: Client) -> None:
    acme = build_platform("Acme")
    version = build_version(build_document(acme), f"# Terms\n\n{AGE}\n")
    start = version.text.index(AGE)
    AnsweringClause.objects.create(
        document=version.document, version=version, questions=["minimum-age"], start=start, end=start + len(AGE),
        place=start, quote=AGE, since=version.taken_at,
    )  # fmt: skip
    build("Boon", data_sharing=SALE)
    cache.clear()
    told = "Acme requires users to be at least 13; Boon has no clause on this that we found."
    html = page(client, compare("children_age", "acme", "boon"))
    assert told in words_of(html)
    assert f"{version.get_absolute_url()}#c{start}" in html
    html = page(client, reverse("compare_pair", args=["acme", "boon"]))
    assert told in words_of(html)
    assert f"{version.get_absolute_url()}#c{start}" in html
    answer = client.get("/api/v1/compare/children_age/?p=acme,boon").json()
    assert answer["platforms"][0]["quick_fact"]["quotes"][0]["provision"] is None


def test_where_nobody_says_anything_that_is_said(client: Client) -> None:
    build("Acme", data_sharing=SALE)
    build("Boon", data_sharing=SALE)
    words = words_of(page(client, compare("refunds", "acme", "boon")))
    assert "We found no clause of theirs on this in the documents we hold." in words


@pytest.mark.parametrize("asked", ["boon,acme", "acme,boon,acme", "Boon,acme"])
def test_a_comparison_has_one_address(client: Client, asked: str) -> None:
    build("Acme", data_sharing=SALE)
    build("Boon", data_sharing=SALE)
    response = client.get(compare("data_sharing", asked))
    assert response["Location"] == compare("data_sharing", "acme", "boon")


def test_two_platforms_are_compared_over_all_types_at_one_address(client: Client) -> None:
    build("Acme", data_sharing=SALE, children_age=AGE)
    build("Boon", data_sharing=SALE, legal_jurisdiction=LAW)
    address = reverse("compare_pair", args=["acme", "boon"])
    turned = client.get(reverse("compare_pair", args=["boon", "acme"]))
    assert (turned.status_code, turned["Location"]) == (301, address)
    for slug in ("acme", "boon"):
        assert f'href="{address}"' in page(client, f"/platform/{slug}/"), "linked without a detour"
    html = page(client, address)
    words = words_of(html)
    assert "They differ on 2 clause types of 35" in words
    assert "Acme requires users to be at least 13; Boon has no clause on this that we found" in words
    assert compare("children_age", "acme", "boon") in html
    assert "In the documents we hold we found no clause of either on" in words


def test_platforms_that_there_are_not_are_not_compared(client: Client) -> None:
    build("Acme", data_sharing=SALE)
    page(client, reverse("compare_pair", args=["acme", "nobody"]), status=404)
    page(client, reverse("compare_pair", args=["acme", "acme"]), status=404)
    page(client, reverse("compare_type", args=["nonsense"]), status=404)
    words = words_of(page(client, compare("data_sharing", "acme", "acmee")))
    assert "Second platform: we have none called “acmee”. Did you mean Acme?" in words


def test_more_than_four_are_told_so(client: Client) -> None:
    slugs = [build(f"Firm{letter}", data_sharing=SALE).slug for letter in "abcde"]
    words = words_of(page(client, compare("data_sharing", *slugs)))
    assert "Platforms: 5 are too many" in words
    assert "Choose at most 4" in words


def test_the_picker_leads_to_what_was_chosen_and_says_what_is_missing(client: Client) -> None:
    build("Acme", data_sharing=SALE)
    build("Boon", data_sharing=SALE)
    build("Cove", data_sharing=SALE)
    picker = reverse("compare")
    assert client.get(f"{picker}?a=Boon&b=acme&go=1")["Location"] == reverse(
        "compare_pair", args=["acme", "boon"]
    )
    chosen = client.get(f"{picker}?type=arbitration&a=Cove&b=Boon&c=&go=1")
    assert chosen["Location"] == compare("arbitration", "boon", "cove")
    assert "Second platform: nothing is chosen" in words_of(page(client, f"{picker}?a=Boon&go=1"))
    assert "Clause type: nothing is chosen" in words_of(page(client, f"{picker}?a=Acme&b=Boon&c=Cove&go=1"))


def test_the_picker_finds_platforms_and_adds_them(client: Client) -> None:
    build("Acme", data_sharing=SALE)
    build("Boon", data_sharing=SALE)
    html = page(client, reverse("compare") + "?q=acm&p=boon&type=refunds")
    assert "?type=refunds&amp;p=boon%2Cacme#choose" in html
    assert "No platform that we have read fits" in page(client, reverse("compare") + "?q=zzzzzz")


def test_pairs_to_begin_with_come_from_the_data(client: Client) -> None:
    assert "No two platforms of one sector" in words_of(page(client, reverse("compare")))
    build("Acme", data_sharing=SALE)
    build("Boon", data_sharing=SALE, children_age=AGE)
    cache.clear()
    address = reverse("compare_pair", args=["acme", "boon"])
    assert address in page(client, reverse("compare"))
    assert address in page(client, "/sitemap-comparisons.xml")


def test_provision_type_and_platform_lead_to_comparisons(client: Client) -> None:
    platform = build("Acme", data_sharing=SALE)
    other = build("Boon", data_sharing=SALE)
    provision = platform.documents.get().provisions.get()
    assert compare("data_sharing", "acme", other.slug) in page(client, provision.get_absolute_url())
    assert reverse("compare") + "?type=data_sharing" in page(
        client, reverse("clause_type", args=["data_sharing"])
    )
    assert reverse("compare") + "?p=acme" in page(client, platform.get_absolute_url())
