"""The reading list: what a member keeps for later, page by page."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from billing.members import create_organization
from billing.models import Organization, User
from billing.personal_data import delete_account, personal_data
from billing.tenancy import across_orgs_scope
from monitoring.models import ReadingListEntry
from platforms.models import Document
from provisions.models import Change, Provision
from tests.builders import build_change, build_document, build_provision, build_version
from tests.people import client_of

pytestmark = pytest.mark.django_db
LIST = "/app/reading-list/"


@pytest.fixture
def things(db: None) -> dict[str, Any]:
    """One of every kind that can be kept."""
    document = build_document()
    first = build_version(document)
    provision = build_provision(first)
    second = build_version(document, text=first.text + "\n\nMore.\n")
    return {
        "platform": document.platform,
        "document": document,
        "version": second,
        "provision": provision,
        "change": build_change(first, second),
    }


def keep(browser: Client, kind: str, thing: Any, wish: str = "keep", **headers: str) -> Any:
    return browser.post(f"{LIST}keep/", {"kind": kind, "key": thing.pk, "wish": wish}, headers=headers)


def listed(browser: Client, show: str = "unread") -> str:
    answer = browser.get(f"{LIST}?show={show}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def entry_of(user: User) -> ReadingListEntry:
    with across_orgs_scope():
        return ReadingListEntry.objects.across_orgs().get(user=user)


def test_every_kind_of_page_has_a_button_that_keeps_it(things: dict[str, Any], owner: User) -> None:
    browser = client_of(owner)
    assert "Read later” that puts them on this list" in listed(browser)
    for kind, thing in things.items():
        address = thing.get_absolute_url()
        assert "Read later" in browser.get(address).content.decode(), kind
        assert keep(browser, kind, thing)["Location"] == address
        assert "On your reading list" in browser.get(address).content.decode(), kind
        keep(browser, kind, thing)
    said = listed(browser)
    for thing in things.values():
        assert said.count(f'href="{thing.get_absolute_url()}"') == 1


def test_a_visitor_sees_no_button_and_is_asked_to_log_in(things: dict[str, Any], client: Client) -> None:
    assert "Read later" not in client.get(things["provision"].get_absolute_url()).content.decode()
    assert keep(client, "provision", things["provision"])["Location"].startswith("/accounts/login/")
    assert client.get(LIST).status_code == 302


def test_in_place_the_button_answers_with_the_button(things: dict[str, Any], owner: User) -> None:
    browser, change = client_of(owner), things["change"]
    said = keep(browser, "change", change, **{"HX-Request": "true"}).content.decode()
    assert said.strip().startswith("<form")
    assert "On your reading list" in said
    said = keep(browser, "change", change, wish="remove", **{"HX-Request": "true"}).content.decode()
    assert "Read later" in said


def test_read_unread_removed_and_put_back_as_it_was(things: dict[str, Any], owner: User) -> None:
    browser, document = client_of(owner), things["document"]
    keep(browser, "document", document)
    kept = entry_of(owner)
    browser.post(f"{LIST}{kept.pk}/read/")
    assert str(document.platform) not in listed(browser).partition("<main")[2]
    assert "Not read yet" in listed(browser, "read")
    read_at = entry_of(owner).read_at

    there = browser.post(f"{LIST}{kept.pk}/remove/", {"show": "read"})["Location"]
    assert document.get_absolute_url() not in listed(browser, "all")
    line = parse_qs(urlsplit(there).query)["removed"][0]
    assert "Undo" in browser.get(there).content.decode()
    browser.post(f"{LIST}undo/", {"removed": line})
    again = entry_of(owner)
    assert (again.read_at, again.added_at) == (read_at, kept.added_at)
    browser.post(f"{LIST}{again.pk}/read/", {"wish": "unread"})
    assert entry_of(owner).read_at is None


def test_each_list_is_one_persons_own(
    things: dict[str, Any], owner: User, member: User, stranger: User
) -> None:
    keep(client_of(owner), "provision", things["provision"])
    kept = entry_of(owner)
    line = parse_qs(urlsplit(client_of(owner).post(f"{LIST}{kept.pk}/remove/")["Location"]).query)["removed"]
    client_of(owner).post(f"{LIST}undo/", {"removed": line[0]})
    address = f"{LIST}{entry_of(owner).pk}/"
    for other in (member, stranger):
        browser = client_of(other)
        assert things["provision"].title not in listed(browser, "all")
        assert browser.post(f"{address}read/").status_code == 404
        assert browser.post(f"{address}remove/").status_code == 404
        browser.post(f"{LIST}undo/", {"removed": line[0]})
        assert things["provision"].title not in listed(browser, "all")
        assert "Read later" in browser.get(things["provision"].get_absolute_url()).content.decode()


def test_another_of_ones_organizations_has_a_list_of_its_own(things: dict[str, Any], owner: User) -> None:
    browser = client_of(owner)
    keep(browser, "platform", things["platform"])
    other = create_organization("Second House", owner=owner)
    browser.post("/app/organization/switch/", {"organization": other.pk})
    assert things["platform"].name not in listed(browser, "all")


@pytest.mark.parametrize(
    ("kind", "key"), [("platform", "999999"), ("nothing", "1"), ("platform", "x"), ("platform", "9" * 30)]
)
def test_what_is_not_there_cannot_be_kept(owner: User, kind: str, key: str) -> None:
    answer = client_of(owner).post(f"{LIST}keep/", {"kind": kind, "key": key})
    assert answer.status_code == 404


@pytest.mark.parametrize("kind", ["platform", "document", "version", "provision", "change"])
def test_what_is_not_listed_is_kept_by_those_who_see_it_only(
    things: dict[str, Any], owner: User, kind: str
) -> None:
    keep(client_of(owner), kind, things[kind])
    document: Document = things["document"]
    Document.objects.filter(pk=document.pk).update(listed=False)
    type(document.platform).objects.update(listed=False)
    assert keep(client_of(owner), kind, things[kind]).status_code == 404
    said = listed(client_of(owner))
    assert "that is not public" in said
    assert document.platform.name not in said


def test_a_full_list_says_so(things: dict[str, Any], owner: User, organization: Organization) -> None:
    with across_orgs_scope():
        ReadingListEntry.objects.across_orgs().bulk_create(
            ReadingListEntry(
                organization=organization,
                user=owner,
                kind="version",
                subject=10**6 + n,
                added_at=owner.date_joined,
            )
            for n in range(500)
        )
    browser = client_of(owner)
    keep(browser, "platform", things["platform"])
    assert "has room for 500 pages" in listed(browser)


def test_it_is_in_the_data_of_the_person_and_goes_with_the_account(
    things: dict[str, Any], owner: User, member: User, organization: Organization
) -> None:
    keep(client_of(member), "provision", things["provision"])
    assert "ReadingListEntry" in json.dumps(personal_data(member))
    assert "ReadingListEntry" not in json.dumps(personal_data(owner))
    delete_account(member)
    with across_orgs_scope():
        assert not ReadingListEntry.objects.across_orgs().exists()
    assert Provision.objects.exists()
    assert Change.objects.exists()
