"""The public Atom and JSON feeds, read as a feed reader reads them."""

import json
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import feedparser
import pytest
from django.conf import settings
from django.test import Client

from provisions.models import Change
from tests.builders import TERMS, build_change, build_document, build_platform, build_version

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NEW_TERMS = TERMS.replace(
    "You keep your content.", "You keep your content, but we may sell copies of it to anybody."
)
FEEDS = [
    "/feeds/changes.atom",
    "/feeds/platform/shop.example.atom",
    "/feeds/platform/shop.example/terms-of-service.atom",
    "/feeds/type/ai_training.atom",
]


@pytest.fixture
def change(db: None) -> Change:
    document = build_document(build_platform("Shop & Co", slug="shop.example"))
    first, second = build_version(document), build_version(document, NEW_TERMS)
    return build_change(
        first, second, summary="Sale of <copies> allowed.", points=["One\x08 point", "Two & more"]
    )


def read(client: Client, address: str) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)


def titles(feed: ET.Element) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


@pytest.mark.parametrize("address", FEEDS)
def test_each_feed_has_the_change_with_its_summary_points_and_page(
    client: Client, change: Change, address: str
) -> None:
    feed = read(client, address)
    (entry,) = feed.iter(f"{ATOM}entry")
    words = ET.fromstring(f"<div>{entry.findtext(f'{ATOM}summary')}</div>")
    assert words.findtext("p") == "Sale of <copies> allowed."
    assert [item.text for item in words.iter("li")] == ["One point", "Two & more"]
    assert "Shop & Co" in (entry.findtext(f"{ATOM}title") or "")
    page = entry.find(f"{ATOM}link").attrib["href"]
    assert page == f"{settings.SITE_URL}{change.get_absolute_url()}"
    assert client.get(urlsplit(page).path).status_code == 200


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_names_itself_and_when_it_last_changed(client: Client, change: Change, address: str) -> None:
    feed = read(client, address)
    links = {link.attrib.get("rel"): link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{settings.SITE_URL}{address}"
    assert client.get(urlsplit(links["alternate"]).path).status_code == 200
    assert feed.findtext(f"{ATOM}updated") == "2026-03-31T09:00:00+00:00"
    assert feed.findtext(f"{ATOM}entry/{ATOM}updated") == "2026-03-31T09:00:00+00:00"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "ConductAtlas"


def test_an_entry_has_the_same_name_in_every_feed_and_after_its_platform_was_renamed(
    client: Client, change: Change
) -> None:
    def names() -> set[str | None]:
        return {read(client, address).findtext(f"{ATOM}entry/{ATOM}id") for address in FEEDS}

    before = names()
    assert before == {f"tag:{urlsplit(settings.SITE_URL).hostname},2026:change/{change.pk}"}
    change.document.platform.name = "Shop"
    change.document.platform.save()
    assert names() == before


def test_quiet_changes_and_those_of_others_stay_out(client: Client, change: Change) -> None:
    last = build_version(change.document, NEW_TERMS.replace("1 March", "2 March"))
    assert not build_change(change.after, last).alarmed
    other = build_document(build_platform("Other"))
    build_change(build_version(other), build_version(other, NEW_TERMS)).clause_changes.update(
        types=["arbitration"]
    )
    assert len(titles(read(client, "/feeds/changes.atom"))) == 2
    for address in FEEDS[1:]:
        (title,) = titles(read(client, address))
        assert "Shop & Co" in (title or "")


def test_an_unchanged_feed_is_not_sent_twice(client: Client, change: Change) -> None:
    first = client.get(FEEDS[0])
    assert "max-age=900" in first["Cache-Control"]
    assert client.get(FEEDS[0], headers={"if-none-match": first["ETag"]}).status_code == 304
    build_change(change.after, build_version(change.document, NEW_TERMS + "\nWe may end this at any time.\n"))
    assert client.get(FEEDS[0], headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_feed_without_changes_is_a_feed_and_does_not_change_by_itself(client: Client) -> None:
    assert titles(read(client, "/feeds/changes.atom")) == []
    tag = client.get("/feeds/changes.atom")["ETag"]
    assert read(client, "/feeds/changes.atom").findtext(f"{ATOM}updated") == "2026-11-01T00:00:00+00:00"
    assert client.get("/feeds/changes.atom", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    "address",
    ["/feeds/platform/nobody.atom", "/feeds/platform/shop.example/cookies.atom", "/feeds/type/unknown.atom"],
)
def test_there_is_no_feed_of_what_there_is_not(client: Client, change: Change, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_feed_costs_few_queries_however_many_entries(
    client: Client, change: Change, django_assert_max_num_queries
) -> None:
    for number in range(5):
        document = build_document(build_platform(f"Many {number}"))
        build_change(build_version(document), build_version(document, NEW_TERMS))
    with django_assert_max_num_queries(6):
        assert len(titles(read(client, "/feeds/changes.atom"))) == 6


@pytest.mark.parametrize("address", FEEDS)
def test_a_public_parser_finds_nothing_wrong_with_the_atom_feed(
    client: Client, change: Change, address: str
) -> None:
    parsed = feedparser.parse(client.get(address).content)
    assert (parsed.bozo, parsed.version, len(parsed.entries)) == (False, "atom10", 1)


@pytest.mark.parametrize("address", FEEDS)
def test_the_json_feed_tells_the_same_as_the_atom_feed(client: Client, change: Change, address: str) -> None:
    """What JSON Feed 1.1 demands of a feed and of an item, and the same entries under the same names."""
    response = client.get(address.replace(".atom", ".json"))
    assert response["Content-Type"] == "application/feed+json"
    feed = json.loads(response.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{settings.SITE_URL}{urlsplit(address).path.replace('.atom', '.json')}"
    assert client.get(urlsplit(feed["home_page_url"]).path).status_code == 200
    (item,) = feed["items"]
    (entry,) = feedparser.parse(client.get(address).content).entries
    assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
    assert "Sale of &lt;copies&gt; allowed." in item["content_html"]
    assert item["date_published"] == entry.published
