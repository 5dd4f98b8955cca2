"""The private feed: for who knows its address, of one organization only, as long as the plan has it."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from billing.entitlements import end_granted_plan, grant_plan
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.alerts import enqueue_alerts
from monitoring.models import FeedAddress
from monitoring.watches.watching import start_watching
from provisions.models import Change
from tests.builders import build_change, build_document, build_platform, build_version
from tests.people import client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def opened(owner: User) -> str:
    page = client_of(owner).post(reverse("open_private_feed"), follow=True).content.decode()
    found = re.search(r"https?://[^/\s]+(/feeds/private/[\w-]+\.atom)", page)
    assert found, page
    return found[1]


def alert(organization: Organization, owner: User) -> Change:
    document = build_document(build_platform("Zinnia"))
    start_watching(organization, document.platform, by=owner, now=NOW)
    change = build_change(build_version(document), build_version(document), summary="Zinnia keeps more.")
    enqueue_alerts(change, NOW)
    return change


def test_it_tells_the_organizations_alerts_and_no_others(
    organization: Organization, owner: User, strangers_organization: Organization, stranger: User
) -> None:
    for each in (organization, strangers_organization):
        grant_plan(each, "watcher")
    alert(organization, owner)
    mine, theirs = opened(owner), opened(stranger)
    answer = Client().get(mine)
    assert "Zinnia keeps more." in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex"
    assert "private" in answer["Cache-Control"]
    assert "Zinnia" not in Client().get(theirs).content.decode()


def test_the_address_is_kept_as_its_hash(organization: Organization, owner: User) -> None:
    grant_plan(organization, "watcher")
    token = opened(owner).rpartition("/")[2].removesuffix(".atom")
    with tenant_scope(organization):
        assert token not in str(FeedAddress.objects.for_org(organization).values().get())


def test_a_new_address_ends_the_old_one_and_closing_ends_it_all(
    organization: Organization, owner: User
) -> None:
    grant_plan(organization, "watcher")
    first, second = opened(owner), opened(owner)
    assert [Client().get(address).status_code for address in (first, second)] == [404, 200]
    client_of(owner).post(reverse("close_private_feed"))
    assert Client().get(second).status_code == 404


def test_it_stops_with_the_plan_and_comes_back_with_it(organization: Organization, owner: User) -> None:
    grant_plan(organization, "watcher")
    address = opened(owner)
    end_granted_plan(organization)
    assert Client().get(address).status_code == 404
    grant_plan(organization, "watcher")
    assert Client().get(address).status_code == 200


def test_free_is_told_which_plan_has_it(organization: Organization, owner: User) -> None:
    answer = client_of(owner).post(reverse("open_private_feed"))
    assert answer.status_code == 402
    assert "Watcher" in answer.content.decode()


def test_a_plain_member_cannot_open_it(organization: Organization, owner: User, member: User) -> None:
    grant_plan(organization, "watcher")
    assert client_of(member).post(reverse("open_private_feed")).status_code == 403
