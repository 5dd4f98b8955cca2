"""What a customer added and no editor has looked at: on no public page, and there for those who added it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.alerts import enqueue_alerts
from monitoring.models import AddedDocument
from monitoring.watches.watching import start_watching
from platforms.listing import list_document
from platforms.models import Document, Platform
from provisions.figures import all_standing, loud_changes, sectors, standing, versions_kept, watched
from provisions.models import Change
from tests.builders import (
    TRAINING,
    build_change,
    build_document,
    build_platform,
    build_provision,
    build_version,
)
from tests.people import client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def hidden(organization: Organization, owner: User) -> Document:
    """Two versions of a document that Ann's organization added, of a vendor nobody else has."""
    platform = build_platform("Hushwell", sector="Hushed", listed=False)
    document = build_document(platform, listed=False)
    first = build_version(document)
    build_provision(first)
    build_change(first, build_version(document, text=f"{first.text}\nMore."))
    with tenant_scope(organization):
        AddedDocument.objects.for_org(organization).create(document=document, added_by=owner, added_at=NOW)
    return document


def addresses_of(document: Document) -> list[str]:
    change = Change.objects.get(document=document)
    provision = document.provisions.get()
    base = document.get_absolute_url()
    return [
        document.platform.get_absolute_url(), f"{document.platform.get_absolute_url()}timeline/", base,
        f"{base}versions/", f"{base}versions/1/", change.get_absolute_url(), provision.get_absolute_url(),
        f"/diff/{document.platform.slug}/{document.slug}/1/2/",
    ]  # fmt: skip


def test_those_who_added_it_and_editors_see_its_pages_and_nobody_else(
    hidden: Document, owner: User, stranger: User
) -> None:
    editor = User.objects.create_user("editor@example.org", is_staff=True)
    for address in addresses_of(hidden):
        assert Client().get(address).status_code == 404, address
        assert client_of(stranger).get(address).status_code == 404, address
        assert client_of(stranger).get(f"{address.rstrip('/')}.md").status_code == 404, address
        for user in (owner, editor):
            page = client_of(user).get(address)
            assert page.status_code == 200, address
            assert "seen by those who added it" in page.content.decode()
            assert "noindex" in page.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/reports/", "/feeds/changes.json", "/compare/timelines/?p=hushwell,other", "/platforms.md",
        "/", "/platforms/", "/changes/?cosmetic=1", "/provisions/", "/search/?q=hushwell", "/status/", "/compare/",
        "/compare/?q=hushwell", "/sitemap-platforms.xml", "/sitemap-documents.xml", "/sitemap-provisions.xml",
        "/sitemap-changes.xml", "/feeds/changes.atom", "/api/v1/platforms/", "/api/v1/provisions/?removed=1",
        "/api/v1/changes/?cosmetic=1",
    ],
)  # fmt: skip
def test_no_public_list_names_it(address: str, hidden: Document, stranger: User) -> None:
    for client in (Client(), client_of(stranger)):
        page = client.get(address, follow=True)
        assert page.status_code == 200
        said = b"".join(page.streaming_content) if page.streaming else page.content
        assert "Hushwell" not in said.decode().replace('value="hushwell"', "")


@pytest.mark.parametrize("address", ["", "terms-of-service/", "terms-of-service/versions/"])
def test_the_api_and_the_feeds_do_not_know_it(address: str, hidden: Document) -> None:
    assert Client().get(f"/api/v1/platforms/hushwell/{address}").status_code == 404
    assert Client().get("/feeds/platform/hushwell.atom").status_code == 404
    assert Client().get("/feeds/platform/hushwell/terms-of-service.json").status_code == 404


def test_it_counts_in_no_public_number_until_it_is_listed(hidden: Document) -> None:
    def numbers() -> tuple[int, ...]:
        counted = all_standing()
        share = counted.adoption["ai_training"]
        return (
            watched().documents, watched().platforms, versions_kept(), standing().count(), loud_changes().count(),
            len(sectors()), counted.tally.total, share.n, share.m,
        )  # fmt: skip

    from django.core.cache import cache

    assert set(numbers()) == {0}
    cache.clear()
    list_document(hidden)
    assert 0 not in numbers()
    assert Platform.objects.get().listed


def test_a_stranger_cannot_watch_it(hidden: Document, owner: User, stranger: User) -> None:
    address = "/app/watches/hushwell/start/"
    assert client_of(stranger).post(address).status_code == 404
    assert client_of(owner).post(address).status_code == 302


def test_only_those_who_added_it_are_told_of_its_changes(
    hidden: Document, organization: Organization, strangers_organization: Organization
) -> None:
    for each in (organization, strangers_organization):
        start_watching(each, hidden.platform, by=None, now=NOW)
    change: Any = Change.objects.select_related("document").get()
    enqueue_alerts(change, timezone.now())
    with tenant_scope(organization):
        assert organization.alerts.count() == 1
    with tenant_scope(strangers_organization):
        assert strangers_organization.alerts.count() == 0


def test_a_passage_of_it_is_nobodys_peer(hidden: Document) -> None:
    public = build_document()
    provision = build_provision(build_version(public), TRAINING)
    assert Client().get(provision.get_absolute_url()).status_code == 200
    assert "Hushwell" not in Client().get(provision.get_absolute_url()).content.decode()
