"""The development inbox: shows what was sent, lets a mail do nothing, and is absent in production."""

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DEVELOPMENT, settings.EMAIL_HOST = True, ""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return tmp_path / "mail"


def send(subject: str = "Grüße from us", html: str = "<p>Hello <script>alert(1)</script></p>") -> None:
    message = EmailMultiAlternatives(subject, "Hello, see https://example.org/x", to=["ann@example.org"])
    if html:
        message.attach_alternative(html, "text/html")
    message.send()


def keys(client: Client) -> list[str]:
    return [mail.key for mail in client.get(reverse("inbox_mail")).context["mails"]]


def test_an_empty_inbox_says_so(client: Client) -> None:
    assert "No mail was sent yet" in client.get(reverse("inbox_mail")).content.decode()


def test_mails_are_listed_with_subject_and_address(client: Client) -> None:
    send()
    page = client.get(reverse("inbox_mail")).content.decode()
    assert "Grüße from us" in page
    assert "ann@example.org" in page


def test_several_mails_of_one_connection_are_several_mails(client: Client) -> None:
    with get_connection() as connection:
        for number in range(3):
            EmailMultiAlternatives(f"Mail {number}", "x", to=["a@example.org"], connection=connection).send()
    subjects = [mail.subject for mail in client.get(reverse("inbox_mail")).context["mails"]]
    assert subjects == ["Mail 2", "Mail 1", "Mail 0"]


def test_one_mail_shows_headers_text_and_a_frame_for_its_html(client: Client) -> None:
    send()
    response = client.get(reverse("inbox_message", args=keys(client)))
    page = response.content.decode()
    assert "Message-ID" in page
    assert 'href="https://example.org/x"' in page
    assert "alert(1)" not in page
    assert "frame-src 'self'" in response.headers["Content-Security-Policy"]


def test_the_frame_may_do_nothing(client: Client) -> None:
    send()
    response = client.get(reverse("inbox_message_html", args=keys(client)))
    directives = {part.strip() for part in response.headers["Content-Security-Policy"].split(";")}
    assert {
        "sandbox",
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "frame-ancestors 'self'",
    } == directives
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("key", ["../../etc/passwd", "20260101-000000-1.0", "nothing", "..%2f..%2fetc.0"])
def test_a_key_leads_nowhere_else(client: Client, key: str) -> None:
    send()
    assert client.get(f"/mail/{key}/").status_code == 404


@pytest.mark.parametrize(
    ("development", "host"), [(False, ""), (True, "smtp.example.org"), (False, "smtp.example.org")]
)
def test_there_is_no_inbox_in_production(client: Client, settings: Any, development: bool, host: str) -> None:
    send()
    addresses = [reverse("inbox_mail"), reverse("inbox_message", args=keys(client))]
    settings.DEVELOPMENT, settings.EMAIL_HOST = development, host
    assert [client.get(address).status_code for address in addresses] == [404, 404]
