"""The first three steps: choosing as far as the plan has room, when to be told, and what comes next."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.digests.weekly import latest_hour, next_digest
from monitoring.mail.preferences import MailKind, wants
from tests.builders import build_platform
from tests.people import client_of

pytestmark = pytest.mark.django_db


def page(client: Client, name: str, **asked: str) -> str:
    response = client.get(reverse(name), asked)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def watched(organization: Organization) -> list[str]:
    with tenant_scope(organization):
        return [watch.platform.slug for watch in organization.watches.all()]


def test_a_press_starts_a_watch_and_another_takes_it_out(owner: User, organization: Organization) -> None:
    build_platform("Pondmoor"), build_platform("Coppervole")
    client = client_of(owner)
    assert "Watch Pondmoor" in page(client, "welcome")
    client.post(reverse("welcome"), {"watch": "pondmoor"})
    assert watched(organization) == ["pondmoor"]
    assert "Take out Pondmoor" in page(client, "welcome")
    client.post(reverse("welcome"), {"stop": "pondmoor"})
    assert watched(organization) == []


def test_what_is_not_listed_is_neither_offered_nor_watched(owner: User, organization: Organization) -> None:
    build_platform("Pondmoor", listed=False)
    client = client_of(owner)
    assert "Pondmoor" not in page(client, "welcome")
    assert client.post(reverse("welcome"), {"watch": "pondmoor"}).status_code == 404
    assert watched(organization) == []


def test_a_full_plan_offers_to_take_one_out_and_no_button_that_would_be_refused(
    owner: User, organization: Organization
) -> None:
    build_platform("Pondmoor"), build_platform("Coppervole")
    client = client_of(owner)
    client.post(reverse("welcome"), {"watch": "pondmoor"})
    told = page(client, "welcome")
    assert "as many as the Free plan has room for" in told
    assert "Coppervole" in told
    assert "Watch Coppervole" not in told
    assert client.post(reverse("welcome"), {"watch": "coppervole"}).status_code == 402


def test_a_search_finds_by_name_and_says_when_nothing_fits(owner: User) -> None:
    build_platform("Pondmoor"), build_platform("Coppervole")
    client = client_of(owner)
    assert "Watch Coppervole" in page(client, "welcome", q="copper")
    assert "Watch Pondmoor" not in page(client, "welcome", q="copper")
    assert "No other platform has a name like “zzz”" in page(client, "welcome", q="zzz")


def test_a_choice_keeps_what_was_searched_for(owner: User) -> None:
    build_platform("Pondmoor")
    answer = client_of(owner).post(reverse("welcome") + "?q=pond", {"watch": "pondmoor"})
    assert answer["Location"] == reverse("welcome") + "?q=pond"


def test_zone_day_and_wishes_are_kept_and_the_last_page_names_the_next_digest(
    owner: User, organization: Organization
) -> None:
    build_platform("Pondmoor")
    client = client_of(owner)
    client.post(reverse("welcome"), {"watch": "pondmoor"})
    form = {"time_zone": "Pacific/Kiritimati", "digest_weekday": "2", "digest_hour": "7", "digests": "on"}
    assert client.post(reverse("welcome_when"), form)["Location"] == reverse("welcome_done")
    organization.refresh_from_db()
    assert (organization.time_zone, organization.digest_weekday, organization.digest_hour) == (
        "Pacific/Kiritimati", 2, 7,
    )  # fmt: skip
    membership = organization.memberships.get()
    assert (wants(membership, MailKind.DIGESTS), wants(membership, MailKind.ALERTS)) == (True, False)
    told = page(client, "welcome_done")
    assert "Wednesday" in told
    assert "07:00, Pacific/Kiritimati" in told
    assert "Pondmoor" in told


def test_a_wrong_zone_is_named_and_nothing_is_lost(owner: User, organization: Organization) -> None:
    form = {"time_zone": "Mars/Olympus", "digest_weekday": "3", "digest_hour": "9"}
    answer = client_of(owner).post(reverse("welcome_when"), form)
    assert answer.status_code == 200
    assert "Mars/Olympus" in answer.content.decode()
    organization.refresh_from_db()
    assert organization.time_zone == "UTC"


def test_a_member_chooses_only_the_own_mails(member: User, organization: Organization) -> None:
    client = client_of(member)
    assert "An owner or admin can change this" in page(client, "welcome_when")
    client.post(reverse("welcome_when"), {"time_zone": "Europe/Berlin", "alerts": "on"})
    organization.refresh_from_db()
    assert organization.time_zone == "UTC"
    theirs = organization.memberships.get(user=member)
    assert (wants(theirs, MailKind.DIGESTS), wants(theirs, MailKind.ALERTS)) == (False, True)


def test_with_nothing_chosen_the_last_step_leads_back(owner: User) -> None:
    assert client_of(owner).get(reverse("welcome_done"))["Location"] == reverse("welcome")


@pytest.mark.parametrize("now", [
    datetime(2026, 3, 28, 12, tzinfo=UTC),  # the clocks of Berlin change on the 29th
    datetime(2026, 10, 24, 12, tzinfo=UTC),
])  # fmt: skip
def test_the_next_digest_keeps_its_hour_across_a_change_of_the_clocks(
    organization: Organization, now: Any
) -> None:
    organization.time_zone = "Europe/Berlin"
    due = next_digest(organization, now)
    assert (due.weekday(), due.hour) == (0, 8)
    assert latest_hour(organization, now) <= now < due
