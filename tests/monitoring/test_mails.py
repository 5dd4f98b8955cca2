"""What an alert says, as HTML and as text: the same content, the words that changed, and the way out."""

import re
from email import message_from_bytes, policy
from email.generator import BytesGenerator
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from selectolax.lexbor import LexborHTMLParser

from billing.entitlements import grant_plan
from billing.models import Organization
from monitoring.mail.delivery import deliver_owed
from provisions.models import Change
from tests.monitoring.telling import SOON, change, owed, publish, watch

pytestmark = pytest.mark.django_db


@pytest.fixture
def alert(organization: Organization) -> Any:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    assert deliver_owed(lambda: SOON) == 1
    return mail.outbox[0]


def html_of(message: Any) -> str:
    return str(message.alternatives[0][0])


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w'&]+", re.sub(r"https?://\S+", " ", text))


def test_the_subject_says_platform_document_change_and_severity_in_words(alert: Any) -> None:
    found = Change.objects.get()
    assert alert.subject.startswith("Pondmoor, Privacy Policy: ")
    assert alert.subject.endswith(f"({found.get_severity_display().lower()} severity)")
    assert "\n" not in alert.subject
    assert len(alert.subject) < 140


def test_both_parts_have_the_summary_the_points_and_the_links(alert: Any) -> None:
    found = Change.objects.get()
    for part in (alert.body, unescape(html_of(alert))):
        assert found.summary in part
        assert all(point in part for point in found.points)
        assert f"http://127.0.0.1:8000{found.get_absolute_url()}" in part
        assert "http://127.0.0.1:8000/diff/pondmoor/privacy-policy/1/2/" in part
        assert "http://127.0.0.1:8000/app/" in part
        assert "Ann watches Pondmoor" in part


def test_words_are_marked_in_both_parts(alert: Any) -> None:
    assert re.search(r"\[-30 days-\]|\[-30", alert.body)
    assert "{+" in alert.body
    assert "machine learning models" in alert.body
    tree = LexborHTMLParser(html_of(alert))
    assert any("30" in node.text() for node in tree.css("del"))
    assert any("machine learning" in node.text() for node in tree.css("ins"))


def test_what_a_platform_writes_is_text_and_never_markup(alert: Any) -> None:
    assert "<systems>" not in html_of(alert)
    assert "&lt;systems&gt;" in html_of(alert)
    assert "<systems>" in alert.body
    assert "&amp;" not in alert.body


def test_the_text_part_says_what_the_html_part_says(alert: Any) -> None:
    tree = LexborHTMLParser(html_of(alert))
    for node in tree.css("head, style"):
        node.decompose()
    html = " ".join(tree.body.text(separator=" ").split())
    missing = set(words_of(html)) - set(words_of(alert.body))
    assert missing <= {"ConductAtlas", "struck", "through", "are", "underlined", "words"}


def test_nothing_in_it_tells_us_that_it_was_read(alert: Any) -> None:
    markup = html_of(alert)
    assert not re.search(r"<img|<link|<script|url\(|@import|background=", markup)
    assert all(
        address.startswith("http://127.0.0.1:8000/")
        for address in re.findall(r'(?:href|src)="([^"]+)"', markup)
    )


def test_it_needs_no_stylesheet(alert: Any) -> None:
    tree = LexborHTMLParser(html_of(alert))
    for node in tree.css("body, td, p, a, h1, h2, ins, del"):
        assert node.attributes.get("style"), node.html


def test_headers_are_what_mailbox_providers_ask_for(alert: Any) -> None:
    sent = message_from_bytes(alert.message().as_bytes(), policy=policy.default)
    delivery = owed()[0]
    assert sent["Message-ID"] == f"<{delivery.key}@127.0.0.1>"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["List-Id"].endswith("<alerts.127.0.0.1>")
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<http://127\.0\.0\.1:8000/unsubscribe/\S+/>", sent["List-Unsubscribe"].strip())
    assert sent["References"] == sent["In-Reply-To"] == "<platform-pondmoor@127.0.0.1>"
    assert [part.get_content_type() for part in sent.iter_parts()] == ["text/plain", "text/html"]


def test_it_is_written_out_as_the_library_would(alert: Any) -> None:
    message, written = alert.message(), BytesIO()
    BytesGenerator(written, mangle_from_=False).flatten(message, linesep="\r\n")
    assert message.as_bytes(linesep="\r\n") == written.getvalue()


def test_it_says_what_one_can_do_and_by_when_also_where_the_text_says_nothing(alert: Any) -> None:
    for part in (alert.body, html_of(alert)):
        assert "What you can do, and by when" in part
        assert "The document does not say when the change takes effect" in part
        assert "no new way to opt out" in part
