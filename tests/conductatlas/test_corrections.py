"""Errors reported in two clicks by anybody, decided by editors, corrected in public and for good."""

import json
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.test import Client

from billing.models import User
from platforms.corrections import publish_correction
from platforms.log.sequencer import append_owed
from platforms.models import Correction, ErrorReport
from tests.builders import TRAINING, build_document, build_provision, build_version
from tests.people import client_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FORM = "/corrections/report/"


@pytest.fixture(autouse=True)
def nobody_reported_yet() -> None:
    cache.clear()


def test_two_clicks_lead_from_a_page_to_a_report_with_page_and_passage(client: Client) -> None:
    provision = build_provision(build_version(build_document()))
    address = provision.get_absolute_url()
    first = f"{FORM}?page={quote(address)}&amp;quote={quote(TRAINING)}"
    assert first in client.get(address).content.decode()
    form = client.get(first.replace("&amp;", "&")).content.decode()
    assert f'value="{address}"' in form
    assert TRAINING in form
    assert "checked" in form
    sent = client.post(FORM, {"page": address, "quote": TRAINING, "about": "explanation"})
    assert sent.status_code == 302
    assert sent["Location"] == address
    assert "Thank you." in client.get(address).content.decode()
    report = ErrorReport.objects.get()
    assert (report.page, report.quote, report.state) == (address, TRAINING, "waiting")


@pytest.mark.parametrize("page", ["https://elsewhere.example/", "//elsewhere.example/", "", "/" + "x" * 500])
def test_a_report_is_of_a_page_of_ours(client: Client, page: str) -> None:
    answer = client.post(FORM, {"page": page, "about": "other"})
    assert answer.status_code == 400
    assert not ErrorReport.objects.exists()


def test_a_report_is_bounded_in_length_and_in_number(client: Client) -> None:
    assert client.post(FORM, {"page": "/", "about": "other", "message": "x" * 4001}).status_code == 400
    assert client.post(FORM, {"page": "/", "about": "rude"}).status_code == 400
    for _ in range(10):
        assert client.post(FORM, {"page": "/", "about": "other"}).status_code == 302
    refused = client.post(FORM, {"page": "/", "about": "other"})
    assert refused.status_code == 429
    assert "ten an hour" in refused.content.decode()
    assert ErrorReport.objects.count() == 10


def test_an_editor_publishes_a_correction_which_decides_the_report_and_forgets_the_address() -> None:
    report = ErrorReport.objects.create(
        page="/about/", about="other", email="reader@example.org", reported_at=NOON
    )
    editor = client_of(User.objects.create_superuser("editor@example.org"))
    queue = editor.get("/staff/platforms/errorreport/").content.decode()
    assert "/about/" in queue
    assert (
        "Publish a correction"
        in editor.get(f"/staff/platforms/errorreport/{report.pk}/change/").content.decode()
    )
    asked = {
        "page": "/about/",
        "what": "We had it wrong.",
        "before": "Left",
        "after": "Right",
        "report": report.pk,
    }
    assert editor.post("/staff/platforms/correction/add/", asked).status_code == 302
    report.refresh_from_db()
    assert (report.state, report.email) == ("corrected", "")
    shown = Client().get("/corrections/").content.decode()
    assert all(words in shown for words in ("We had it wrong.", "Left", "Right", "within a minute"))
    assert "reader@example.org" not in shown
    append_owed(NOON)
    leaf = json.loads(Correction.objects.get().log_entry.leaf)
    assert (leaf["kind"], leaf["page"], leaf["before"], leaf["after"]) == (
        "correction", "/about/", "Left", "Right",
    )  # fmt: skip
    assert "Entry 0 of the log" in Client().get("/corrections/").content.decode()


def test_an_editor_declines_a_report() -> None:
    report = ErrorReport.objects.create(page="/", about="other", email="a@example.org", reported_at=NOON)
    editor = client_of(User.objects.create_superuser("editor@example.org"))
    address = f"/staff/platforms/errorreport/{report.pk}/change/"
    assert editor.post(address, {"state": "declined", "note": "It is right."}).status_code == 302
    report.refresh_from_db()
    assert (report.state, report.email, report.note) == ("declined", "", "It is right.")
    assert report.decided_at is not None


def test_a_published_correction_stays_as_it_is() -> None:
    correction = Correction(page="/", what="Wrong before.")
    publish_correction(correction, NOON)
    for attempt in (
        lambda: Correction.objects.update(what="Never."),
        lambda: Correction.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
