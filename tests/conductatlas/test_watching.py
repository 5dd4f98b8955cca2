"""The watch button, from a visitor to a member whose plan is full, and the page of those who watch."""

import pytest
from django.test import Client
from django.urls import reverse

from billing.models import Membership, Organization, Role, User
from tests.builders import build_document, build_platform, build_schedule, build_version
from tests.people import client_of

pytestmark = pytest.mark.django_db


def test_a_visitor_is_sent_to_sign_up_and_comes_back_to_the_wish(client: Client) -> None:
    address = reverse("start_watching", args=[build_platform("Nimbus").slug])
    response = client.post(address)
    assert response["Location"] == f"{reverse('account_signup')}?next={address.replace('/', '%2F')}"


def test_coming_back_from_the_sign_up_asks_once_more_and_watches_nothing_yet(
    owner: User, organization: Organization
) -> None:
    client, address = client_of(owner), reverse("start_watching", args=[build_platform("Nimbus").slug])
    assert "Watch Nimbus?" in client.get(address).content.decode()
    assert "You watch nothing yet" in client.get(reverse("dashboard")).content.decode()


def test_a_member_starts_and_stops_a_watch_and_sees_it_on_every_page(
    owner: User, organization: Organization
) -> None:
    client, platform = client_of(owner), build_platform("Nimbus")
    build_schedule(build_version(build_document(platform)).document)
    page = client.post(reverse("start_watching", args=[platform.slug]), follow=True).content.decode()
    assert "You are watching Nimbus." in page
    assert reverse("stop_watching", args=[platform.slug]) in page
    dashboard = client.get(reverse("dashboard")).content.decode()
    assert "Nimbus: Terms of Service" in dashboard
    assert "1 platform watched of 1 that the Free plan has room for" in " ".join(dashboard.split())
    assert (
        "You no longer watch Nimbus."
        in client.post(reverse("stop_watching", args=[platform.slug]), follow=True).content.decode()
    )


def test_a_full_plan_is_answered_with_the_page_that_says_what_helps(
    owner: User, organization: Organization
) -> None:
    client = client_of(owner)
    client.post(reverse("start_watching", args=[build_platform("Nimbus").slug]))
    response = client.post(reverse("start_watching", args=[build_platform("Cumulus").slug]))
    assert response.status_code == 402
    assert "The Watcher plan has room for 10 platforms." in response.content.decode()


def test_a_role_without_the_right_is_told_so(organization: Organization) -> None:
    clerk = User.objects.create_user("clerk@example.org")
    Membership.objects.create(organization=organization, user=clerk, role=Role.BILLING)
    response = client_of(clerk).post(reverse("start_watching", args=[build_platform("Nimbus").slug]))
    assert response.status_code == 403
    assert "Your role in this organization" in response.content.decode()


def test_a_strangers_watches_stay_theirs(owner: User, organization: Organization, stranger: User) -> None:
    platform = build_platform("Nimbus")
    client_of(owner).post(reverse("start_watching", args=[platform.slug]))
    assert "Nimbus" not in client_of(stranger).get(reverse("dashboard")).content.decode()
    page = client_of(stranger).get(platform.get_absolute_url()).content.decode()
    assert reverse("start_watching", args=[platform.slug]) in page


def test_the_dashboard_asks_for_a_log_in(client: Client) -> None:
    assert client.get(reverse("dashboard"))["Location"].startswith(reverse("account_login"))


def test_a_form_sent_without_our_cookie_changes_nothing_and_says_what_to_do(
    owner: User, organization: Organization
) -> None:
    client, platform = Client(enforce_csrf_checks=True), build_platform("Nimbus")
    client.force_login(owner, "allauth.account.auth_backends.AuthenticationBackend")
    response = client.post(reverse("start_watching", args=[platform.slug]))
    assert response.status_code == 403
    assert "Please send it again" in response.content.decode()
    assert "You watch nothing yet" in client.get(reverse("dashboard")).content.decode()
