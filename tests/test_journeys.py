"""Whole ways through the product, as people go them: from a sign-up to the mail that they came for."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from billing.entitlements import grant_plan
from billing.models import User
from monitoring.digests.weekly import enqueue_due_digests, latest_hour
from monitoring.mail.delivery import deliver_owed
from monitoring.timing import GATHERING
from tests.monitoring.telling import DAY, change, publish

pytestmark = pytest.mark.django_db
PASSWORD = "a rather long pass phrase"
SITE = "http://127.0.0.1:8000"


def follow(message: Any, pattern: str) -> str:
    """The path of the first link in the mail's text that looks like this."""
    found = re.search(rf"https?://[^/\s]+(/\S*{pattern}\S*)", str(message.body))
    assert found, message.body
    return found.group(1)


def become_a_watcher(client: Client, platform: str) -> User:
    """A visitor presses "watch", signs up, opens the mail's link, confirms, and watches."""
    start = reverse("start_watching", args=[platform])
    to_sign_up = client.post(start)
    assert to_sign_up.status_code == 302
    form = {"email": "dora@example.org", "password1": PASSWORD, "next": start}
    client.post(reverse("account_signup"), form)
    link = follow(mail.outbox[-1], "confirm-email/")
    asked = client.get(link)
    assert "Is this your address?" in asked.content.decode()
    confirmed = client.post(link)
    assert confirmed["Location"] == start
    assert client.get(start).status_code == 200
    assert client.post(start, follow=True).status_code == 200
    return User.objects.get(email="dora@example.org")


def test_a_paying_watcher_is_told_the_same_day_and_can_read_the_proof(client: Client) -> None:
    document = publish()
    dora = become_a_watcher(client, "pondmoor")
    grant_plan(dora.organizations.get(), "watcher")
    watched_at = dora.organizations.get().created_at
    found = change(document, watched_at + DAY)
    mail.outbox.clear()
    assert deliver_owed(lambda: watched_at + DAY + GATHERING) == 1

    alert = mail.outbox[0]
    assert alert.to == ["dora@example.org"]
    assert alert.subject.startswith("Pondmoor, Privacy Policy: ")
    assert found.summary in alert.body
    assert "machine learning models" in alert.body
    for link in re.findall(rf"{SITE}(/\S+)", alert.body):
        assert client.get(link).status_code == 200, link

    deliver_owed(lambda: watched_at + 2 * DAY)
    assert len(mail.outbox) == 1


def test_free_has_it_in_the_weekly_digest(client: Client) -> None:
    document = publish()
    dora = become_a_watcher(client, "pondmoor")
    organization = dora.organizations.get()
    found = change(document, organization.created_at + DAY)
    mail.outbox.clear()
    assert deliver_owed(lambda: organization.created_at + DAY) == 0

    monday = latest_hour(organization, organization.created_at + 8 * DAY)
    assert enqueue_due_digests(monday) == 1
    assert deliver_owed(lambda: monday + DAY) == 1
    assert mail.outbox[0].subject.startswith("Your week: 1 change")
    assert client.get(follow(mail.outbox[0], "change/")).status_code == 200
    assert f"{SITE}{found.get_absolute_url()}" in mail.outbox[0].body


def test_a_forgotten_password_is_set_anew_by_mail(client: Client) -> None:
    publish()
    become_a_watcher(client, "pondmoor")
    client.post(reverse("account_logout"))
    client.post(reverse("account_reset_password"), {"email": "dora@example.org"})
    assert mail.outbox[-1].subject == "Set a new password for ConductAtlas"
    form = client.get(follow(mail.outbox[-1], "password/reset/"), follow=True)
    fresh = {"password1": "another long pass phrase", "password2": "another long pass phrase"}
    client.post(form.redirect_chain[-1][0], fresh)
    client.post(reverse("account_login"), {"login": "dora@example.org", "password": fresh["password1"]})
    assert client.session["_auth_user_id"]


@pytest.mark.parametrize(
    ("page", "form", "subject"),
    [
        (
            "account_signup",
            {"email": "ann@example.org", "password1": PASSWORD},
            "You already have an account",
        ),
        ("account_reset_password", {"email": "nobody@example.org"}, "There is no account with this address"),
    ],
)
def test_an_answer_about_an_account_goes_to_the_address_only(
    client: Client, owner: User, page: str, form: dict[str, str], subject: str
) -> None:
    response = client.post(reverse(page), form, follow=True)
    assert response.status_code == 200
    assert [message.subject.startswith(subject) for message in mail.outbox] == [True]
    assert "Hello from" not in mail.outbox[0].body


@pytest.mark.parametrize(
    "name",
    ["account_login", "account_signup", "account_reset_password", "account_reset_password_done",
     "account_email_verification_sent", "account_reset_password_from_key_done", "account_inactive"],
)  # fmt: skip
def test_pages_of_the_way_in_are_ours(client: Client, name: str) -> None:
    page = client.get(reverse(name)).content.decode()
    assert "<footer" in page
    assert "ConductAtlas" in page


@pytest.mark.parametrize("name", ["account_logout", "account_change_password", "account_email"])
def test_pages_of_an_account_are_ours(client: Client, owner: User, name: str) -> None:
    owner.set_password(PASSWORD)
    owner.save()
    client.force_login(owner)
    page = client.get(reverse(name)).content.decode()
    assert "<footer" in page
    assert "<script>" not in page
