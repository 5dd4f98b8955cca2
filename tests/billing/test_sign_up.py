"""From a visitor to a verified person with an organization, who lands where they were going."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as site
from django.core import mail
from django.test import Client
from django.urls import reverse

from billing.models import Organization, Role, User

pytestmark = pytest.mark.django_db
PASSWORD = "a rather long pass phrase"
GOING_TO = "/app/watches/new/?platform=example"


@pytest.fixture(autouse=True)
def _fresh_counters(settings: Any, request: pytest.FixtureRequest) -> None:
    """The limits on attempts are counted in the cache, which outlives a test."""
    local = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": local, "LOCATION": request.node.nodeid}}


def sign_up(client: Client, email: str = "Dora@Example.org", **fields: str) -> Any:
    form = {"email": email, "password1": PASSWORD, **fields}
    response = client.post(reverse("account_signup"), form)
    assert response.status_code == 302, response.content
    return response


def link_in_mail() -> str:
    """The confirmation link of the last mail, without the site's address."""
    found = re.search(r"https?://[^/\s]+(/\S*confirm-email/\S+)", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found.group(1).replace("&amp;", "&")


def test_signing_up_makes_one_person_with_one_organization(client: Client) -> None:
    sign_up(client)
    user = User.objects.get()
    assert user.email == "dora@example.org"
    assert [(each.organization.name, each.role) for each in user.memberships.all()] == [("dora", Role.OWNER)]


def test_nobody_is_logged_in_before_the_address_is_verified(client: Client) -> None:
    sign_up(client)
    assert "_auth_user_id" not in client.session
    again = Client()
    again.post(reverse("account_login"), {"login": "dora@example.org", "password": PASSWORD})
    assert "_auth_user_id" not in again.session


def test_opening_the_link_verifies_nothing_until_the_person_confirms(client: Client) -> None:
    sign_up(client)
    assert client.get(link_in_mail()).status_code == 200
    assert not User.objects.get().emailaddress_set.get().verified


def test_confirming_logs_in_and_leads_where_the_person_was_going(client: Client) -> None:
    sign_up(client, next=GOING_TO)
    response = client.post(link_in_mail())
    assert (response.status_code, response["Location"]) == (302, GOING_TO)
    assert client.session["_auth_user_id"] == str(User.objects.get().pk)


def test_confirming_in_another_browser_leads_there_too_but_logs_nobody_in(client: Client) -> None:
    sign_up(client, next=GOING_TO)
    elsewhere = Client()
    response = elsewhere.post(link_in_mail())
    assert (response.status_code, response["Location"]) == (302, GOING_TO)
    assert "_auth_user_id" not in elsewhere.session
    assert User.objects.get().emailaddress_set.get().verified


def test_the_link_never_leads_to_another_site(client: Client) -> None:
    sign_up(client, next="https://evil.example/")
    assert "evil" not in link_in_mail()


def test_without_a_goal_the_newcomer_is_shown_the_first_steps(client: Client) -> None:
    sign_up(client)
    assert client.post(link_in_mail())["Location"] == reverse("welcome")


def test_another_address_confirmed_later_leads_to_no_first_steps(client: Client) -> None:
    sign_up(client)
    client.post(link_in_mail())
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("account_email"), {"email": "dora@example.com", "action_add": ""})
    assert client.post(link_in_mail())["Location"] == reverse(site.LOGIN_REDIRECT_URL)


def test_a_second_sign_up_with_the_same_address_tells_only_its_owner(client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = False  # one mail in three minutes, else
    first = sign_up(client)
    second = sign_up(Client(), email="DORA@example.org")
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert (User.objects.count(), Organization.objects.count()) == (1, 1)
    assert [message.to for message in mail.outbox] == [["dora@example.org"]] * 2
    assert "confirm-email" not in str(mail.outbox[-1].body)


def test_a_verified_person_logs_in_with_any_case_of_the_address(client: Client) -> None:
    sign_up(client)
    client.post(link_in_mail())
    again = Client()
    again.post(reverse("account_login"), {"login": "DORA@Example.ORG", "password": PASSWORD})
    assert again.session["_auth_user_id"] == str(User.objects.get().pk)


def test_a_sign_up_with_a_known_address_leaves_nothing_behind(client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    sign_up(client)
    before = (User.objects.count(), Organization.objects.count(), EmailAddress.objects.count())
    sign_up(Client())
    assert (User.objects.count(), Organization.objects.count(), EmailAddress.objects.count()) == before
