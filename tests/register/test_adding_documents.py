"""A document by its address: searched, read for a preview, joined to the archive unlisted, watched."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from billing.entitlements import UpgradeRequired, grant_plan
from billing.models import AuditEntry, Organization, User
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.errors import Failure, FetchError
from monitoring.fetching.pages import Page, PageRequest
from monitoring.models import AddedDocument, Schedule
from monitoring.register.joining import ADDED_A_DAY, JoiningRefused, Wanted, join_archive
from monitoring.register.models import DocumentSearch
from monitoring.register.searching import (
    SEARCHES_A_DAY,
    SearchRefused,
    ask_for_documents,
    searches_wait,
    work_off_searches,
)
from platforms.listing import list_document, refuse_document
from platforms.models import Document, Platform, Snapshot
from tests.builders import build_document, build_platform
from tests.people import client_of
from tests.policy_pages import NOON, page, policy

pytestmark = pytest.mark.django_db
HOME = "https://vendor.example.org/"
FRONT = b"""<title>Shoes | Vendor</title><h1>Shoes</h1><a href=/legal/privacy>Privacy Policy</a>
<a href=/terms>Terms</a><a href=/cookies>Cookie Policy</a>"""
SITE = {
    HOME: FRONT,
    f"{HOME}legal/privacy": policy(),
    f"{HOME}terms": b"<title>Log in</title><form>Password <input type=password></form>",
}  # fmt: skip


@pytest.fixture(autouse=True)
def plan(organization: Organization) -> None:
    grant_plan(organization, "professional")


def site(pages: dict[str, bytes], asked: list[str] | None = None) -> Callable[[PageRequest], Page]:
    """What the network gives: these pages, and 404 for the rest."""

    def fetch(request: PageRequest) -> Page:
        if asked is not None:
            asked.append(request.url)
        if request.url not in pages:
            raise FetchError(Failure.HTTP_NOT_FOUND, f"{request.url} answered 404.", status=404)
        return page(pages[request.url], url=request.url)

    return fetch


def search_for(organization: Organization, url: str = HOME, pages: dict[str, bytes] = SITE) -> DocumentSearch:
    search = ask_for_documents(organization, url, by=None, now=NOON)
    assert work_off_searches(lambda: NOON, site(pages), until=NOON + timedelta(minutes=1)) == 1
    with tenant_scope(organization):
        search.refresh_from_db()
    return search


def test_from_a_home_page_each_document_is_found_read_and_judged(organization: Organization) -> None:
    search = search_for(organization)
    assert (search.state, search.site_name, search.reason) == ("done", "Vendor", "")
    by_type = {each["type"]: each["preview"] for each in search.found}
    assert set(by_type) == {"Privacy Policy", "Terms of Service", "Cookie Policy"}
    good = by_type["Privacy Policy"]
    assert good["reason"] == ""
    assert good["language"] == "en"
    assert good["words"] > 100
    assert good["provisions"] > 5
    assert good["passages"][0]["quote"]
    assert any("We collect the name" in paragraph for paragraph in good["opening"])
    assert by_type["Terms of Service"]["reason"]
    assert "404" in by_type["Cookie Policy"]["reason"]
    assert not Document.objects.exists()
    assert not Snapshot.objects.exists()


def test_a_document_is_taken_for_itself_and_asked_for_once(organization: Organization) -> None:
    asked: list[str] = []
    ask_for_documents(organization, f"{HOME}legal/privacy", by=None, now=NOON)
    work_off_searches(lambda: NOON, site(SITE, asked), until=NOON + timedelta(minutes=1))
    assert asked == [f"{HOME}legal/privacy"]
    with tenant_scope(organization):
        assert [each["type"] for each in DocumentSearch.objects.for_org(organization).get().found] == [
            "Privacy Policy"
        ]


def test_what_no_link_names_is_found_in_the_sitemap_or_its_usual_place(organization: Organization) -> None:
    sitemap = f"<urlset><url><loc>{HOME}about/privacy-policy</loc></url></urlset>".encode()
    pages = {HOME: b"<title>Vendor</title>", f"{HOME}sitemap.xml": sitemap, f"{HOME}about/privacy-policy": policy(),
             f"{HOME}legal/terms": policy().replace(b"Privacy Policy", b"Terms of Service")}  # fmt: skip
    found = search_for(organization, pages=pages).found
    assert {each["type"]: each["where"] for each in found} == {
        "Privacy Policy": "the sitemap",
        "Terms of Service": "its usual place",
    }


def test_a_sitemap_may_name_others(organization: Organization) -> None:
    index = f"<sitemapindex><sitemap><loc>{HOME}blog.xml.gz</loc></sitemap><sitemap><loc>{HOME}pages.xml</loc></sitemap><sitemap><loc>https://elsewhere.example/x.xml</loc></sitemap></sitemapindex>"
    inner = f"<urlset><url><loc>{HOME}about/privacy-policy</loc></url></urlset>"
    asked: list[str] = []
    pages = {HOME: b"<title>Vendor</title>", f"{HOME}sitemap.xml": index.encode(), f"{HOME}pages.xml": inner.encode(),
             f"{HOME}about/privacy-policy": policy()}  # fmt: skip
    ask_for_documents(organization, HOME, by=None, now=NOON)
    work_off_searches(lambda: NOON, site(pages, asked), until=NOON + timedelta(minutes=1))
    with tenant_scope(organization):
        (found,) = DocumentSearch.objects.for_org(organization).get().found
    assert (found["type"], found["where"]) == ("Privacy Policy", "the sitemap")
    assert asked.index(f"{HOME}pages.xml") < asked.index(f"{HOME}blog.xml.gz")
    assert not any("elsewhere" in url for url in asked)


def test_nothing_found_and_nothing_answered_are_said_in_words(organization: Organization) -> None:
    assert (
        "No link of the page"
        in search_for(organization, pages={HOME: b"<title>Vendor</title><p>Hello"}).reason
    )
    assert "no such page (404)" in search_for(organization, "https://gone.example.org/", {}).reason


@pytest.mark.parametrize(
    "url", ["ftp://vendor.example.org/", "http://me:pw@vendor.example.org/", "http://127.1/", "http://vendor.example.org:22/", ""]
)  # fmt: skip
def test_an_address_we_do_not_go_to_is_refused_at_once(url: str, organization: Organization) -> None:
    with pytest.raises(SearchRefused, match="Address: "):
        ask_for_documents(organization, url, by=None, now=NOON)


def test_joined_it_is_unlisted_due_at_once_watched_and_recorded(
    organization: Organization, owner: User
) -> None:
    search = search_for(organization)
    wanted = Wanted(chosen=[(0, "Privacy Policy")], name="Vendor", sector="Marketplace")
    (document,) = join_archive(search, wanted, by=owner, now=NOON)
    assert (document.platform.name, document.platform.listed, document.listed) == ("Vendor", False, False)
    assert document.urls == [f"{HOME}legal/privacy"]
    assert Schedule.objects.get(document=document).next_look_at == NOON
    with tenant_scope(organization):
        assert organization.watches.get().platform == document.platform
        assert organization.added_documents.get().document == document
        assert AuditEntry.objects.for_org(organization).filter(action="documents.added").exists()


def test_an_address_we_know_is_offered_and_not_added_twice(
    organization: Organization, owner: User, strangers_organization: Organization
) -> None:
    known = build_document(type="Privacy Policy", urls=[f"{HOME}legal/privacy/"])
    search = search_for(organization)
    assert search.found[0]["known"] == known.pk
    assert search.found[0]["preview"] is None
    assert join_archive(search, Wanted(chosen=[(0, "Privacy Policy")]), by=owner, now=NOON) == [known]
    with tenant_scope(organization):
        assert organization.watches.get().platform == known.platform
        assert not organization.added_documents.exists()


def test_two_who_add_the_same_share_one_document_and_see_nothing_of_each_other(
    organization: Organization, strangers_organization: Organization
) -> None:
    grant_plan(strangers_organization, "professional")
    wanted = Wanted(chosen=[(0, "Privacy Policy")], name="Vendor", sector="Marketplace")
    (first,) = join_archive(search_for(organization), wanted, by=None, now=NOON)
    theirs = search_for(strangers_organization)
    assert theirs.found[0]["known"] is None
    (second,) = join_archive(theirs, wanted, by=None, now=NOON)
    assert first == second
    assert Platform.objects.count() == 1
    with across_orgs_scope():
        assert AddedDocument.objects.across_orgs().count() == 2


def test_what_an_editor_refused_is_not_added_again(organization: Organization) -> None:
    wanted = Wanted(chosen=[(0, "Privacy Policy")], name="Vendor", sector="Marketplace")
    search = search_for(organization)
    (document,) = join_archive(search, wanted, by=None, now=NOON)
    refuse_document(document)
    with pytest.raises(JoiningRefused, match="our editors"):
        join_archive(search, wanted, by=None, now=NOON)


def test_what_an_editor_listed_is_public(organization: Organization) -> None:
    wanted = Wanted(chosen=[(0, "Privacy Policy")], name="Vendor", sector="Marketplace")
    (document,) = join_archive(search_for(organization), wanted, by=None, now=NOON)
    assert Client().get(document.get_absolute_url()).status_code == 404
    list_document(document)
    assert Client().get(document.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("wanted", "word"),
    [
        (Wanted(chosen=[]), "Documents"),
        (Wanted(chosen=[(7, "Privacy Policy")]), "Documents"),
        (Wanted(chosen=[(0, "Poem")]), "Type"),
        (Wanted(chosen=[(0, "Privacy Policy")], sector="AI"), "Name"),
        (Wanted(chosen=[(0, "Privacy Policy")], name="Vendor", sector="Shoes"), "Sector"),
        (Wanted(chosen=[(1, "Terms of Service")], name="Vendor", sector="AI"), "could not be read"),
    ],
)
def test_a_wrong_choice_names_what_to_do(wanted: Wanted, word: str, organization: Organization) -> None:
    with pytest.raises(JoiningRefused, match=word):
        join_archive(search_for(organization), wanted, by=None, now=NOON)
    assert not Platform.objects.exists()


def test_searches_and_additions_have_a_limit_a_day(organization: Organization) -> None:
    search = search_for(organization)
    with tenant_scope(organization):
        for number in range(SEARCHES_A_DAY - 1):
            DocumentSearch.objects.for_org(organization).create(url=f"{HOME}{number}", asked_at=NOON)
        platform = build_document(listed=False).platform
        for number in range(ADDED_A_DAY):
            document = build_document(platform, slug=f"d{number}", listed=False)
            AddedDocument.objects.for_org(organization).create(document=document, added_at=NOON)
    with pytest.raises(SearchRefused, match="tomorrow"):
        ask_for_documents(organization, HOME, by=None, now=NOON)
    with pytest.raises(JoiningRefused, match="tomorrow"):
        join_archive(search, Wanted([(0, "Privacy Policy")], name="V", sector="AI"), by=None, now=NOON)
    assert ask_for_documents(organization, HOME, by=None, now=NOON + timedelta(days=1, hours=1))


def test_a_worker_that_died_leaves_a_search_to_the_next(organization: Organization) -> None:
    ask_for_documents(organization, HOME, by=None, now=NOON)

    class Killed(BaseException):
        pass

    def dies(request: PageRequest) -> Page:
        raise Killed

    with pytest.raises(Killed):
        work_off_searches(lambda: NOON, dies, until=NOON + timedelta(minutes=1))
    assert not searches_wait(NOON + timedelta(minutes=5))
    assert searches_wait(NOON + timedelta(minutes=11))


def test_without_the_plan_neither_search_nor_joining(
    organization: Organization, strangers_organization: Organization, stranger: User
) -> None:
    with pytest.raises(UpgradeRequired):
        ask_for_documents(strangers_organization, HOME, by=None, now=NOON)
    client = client_of(stranger)
    assert "Professional plan" in client.get(reverse("add_document")).content.decode()
    assert client.post(reverse("add_document"), {"url": HOME}).status_code == 402


def said(client: Client, search: DocumentSearch, **post: Any) -> str:
    address = reverse("document_search", args=[search.pk])
    answer = client.post(address, post, follow=True) if post else client.get(address)
    return str(answer.content.decode())


def test_the_pages_from_asking_to_watching(organization: Organization, member: User, stranger: User) -> None:
    client = client_of(member)
    wrong = client.post(reverse("add_document"), {"url": "ftp://x"})
    assert wrong.status_code == 400
    assert "ftp://x" in wrong.content.decode()
    answer = client.post(reverse("add_document"), {"url": "vendor.example.org"})
    with tenant_scope(organization):
        search = organization.document_searches.get()
    assert answer["Location"] == reverse("document_search", args=[search.pk])
    assert "Waiting for its turn" in said(client, search)
    work_off_searches(lambda: NOON, site(SITE), until=NOON + timedelta(minutes=1))
    shown = said(client, search)
    assert "can be read" in shown
    assert "refused" in shown
    assert "English" in shown
    assert "Sector: choose" in said(
        client, search, chosen="0", **{"type-0": "Privacy Policy", "name": "Vendor"}
    )
    done = said(client, search, chosen="0", **{"type-0": "Privacy Policy", "name": "Vendor", "sector": "AI"})
    assert "1 document is watched" in done
    assert client_of(stranger).get(reverse("document_search", args=[search.pk])).status_code == 404
    assert "waits for an editor" in client.get(reverse("add_document")).content.decode()
    # Who asked stands nowhere that others see.
    editor = User.objects.create_user("editor@example.org", is_staff=True)
    assert "ben@example.org" not in client_of(editor).get("/platform/vendor/privacy-policy/").content.decode()


@pytest.mark.parametrize(
    ("home", "offered"),
    [
        ("https://vendor.example.org/", True), ("http://www.vendor.example.org", True),
        ("https://vendor.example.org/shop/", True), ("https://vendor.example.organic/", False),
        ("https://vendor.example.org:8443/", False), ("https://other.example.org/?//vendor.example.org/", False),
    ],
)  # fmt: skip
def test_only_a_platform_of_the_same_site_is_offered_as_theirs(
    home: str, offered: bool, organization: Organization, member: User
) -> None:
    platform = build_platform("Same Name", home_url=home)
    shown = said(client_of(member), search_for(organization))
    assert (f'<option value="{platform.slug}"' in shown) is offered


def test_an_editor_finds_the_unlisted_and_approves_or_refuses(organization: Organization) -> None:
    editor = User.objects.create_superuser("editor@example.org", "a rather long pass phrase")
    client, where = client_of(editor), reverse("admin:platforms_document_changelist")
    good, bad = build_document(listed=False), build_document(listed=False)
    build_document()
    shown = client.get(f"{where}?listed__exact=0").content.decode()
    assert "2 documents" in shown
    client.post(where, {"action": "list_selected", "_selected_action": [good.pk]})
    client.post(where, {"action": "refuse_selected", "_selected_action": [bad.pk, good.pk]})
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.listed, good.retired) == (True, False)
    assert (bad.listed, bad.retired) == (False, True)
