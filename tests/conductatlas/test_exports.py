"""Lists as files: what is in them, who may take them out, and the long ones made by a worker."""

import csv
import io
import json
import zipfile
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from billing.entitlements import UpgradeRequired, end_granted_plan, grant_plan
from billing.models import Organization, User
from billing.notices import send_owed_notices
from billing.personal_data import delete_account
from billing.tenancy import tenant_scope
from conductatlas.exports.tables import TABLES
from conductatlas.exports.work import make_owed_exports
from monitoring.alerts import enqueue_alerts
from monitoring.export_jobs import (
    CLAIM,
    KEPT,
    MOST_WAITING,
    ExportRefused,
    ask_for_export,
    claim_export,
    expire_exports,
    export_storage,
    finish_export,
    tell_progress,
)
from monitoring.models import Export
from monitoring.register.actions import Decision, decide_on_action
from monitoring.register.reviewing import Step, review_changes
from monitoring.watches.watching import start_watching
from platforms.models import Document
from provisions.models import Change, Provision
from provisions.regulating import mapping_of
from tests.builders import DAY_ONE, build_platform
from tests.people import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def professional(organization: Organization) -> Organization:
    grant_plan(organization, "professional")
    return organization


def content_of(client: Client, table: str, **asked: str) -> bytes:
    response: Any = client.get(reverse("export", args=[table]), asked)
    assert response.status_code == 200, response.content
    assert response["Content-Disposition"].startswith("attachment")
    return b"".join(response.streaming_content) if response.streaming else response.content


def rows_of(client: Client, table: str, **asked: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content_of(client, table, **asked).decode())))


PLACE = {"platform": "booking.com", "document": "terms-of-service"}
QUESTIONS = {
    "platforms": {}, "documents": {}, "changes": {}, "provisions": {}, "versions": PLACE,
    "comparison": {"type": "ai_training", "p": "booking.com,airbnb"},
}  # fmt: skip


def test_every_list_comes_in_every_form(professional: Organization, owner: User, document: Document) -> None:
    build_platform("Airbnb")
    client = client_of(owner)
    for name, table in TABLES.items():
        rows = rows_of(client, name, **QUESTIONS[name])
        assert rows, name
        assert tuple(rows[0]) == table.columns
        lines = content_of(client, name, format="jsonl", **QUESTIONS[name]).decode().splitlines()
        assert [tuple(json.loads(line)) for line in lines] == [table.columns] * len(rows)
        book = zipfile.ZipFile(io.BytesIO(content_of(client, name, format="xlsx", **QUESTIONS[name])))
        assert book.read("xl/worksheets/sheet1.xml").count(b"<row ") == len(rows) + 1
        assert f'name="{table.title}"'.encode() in book.read("xl/workbook.xml")


def test_a_list_is_narrowed_as_its_page_is(
    professional: Organization, owner: User, document: Document
) -> None:
    client = client_of(owner)
    assert [row["title"] for row in rows_of(client, "provisions", type="arbitration")] == ["Arbitration"]
    assert rows_of(client, "changes", severity="low") == []
    assert rows_of(client, "platforms", q="nobody") == []
    page = client.get(reverse("provisions"), {"type": "arbitration", "page": "1"}).content.decode()
    assert f"{reverse('export', args=['provisions'])}?type=arbitration&amp;format=xlsx" in page
    everything = rows_of(client, "provisions")
    Provision.objects.update(changed_at=timezone.now() - timedelta(days=60))
    assert rows_of(client, "provisions", since="30") == []
    assert len(rows_of(client, "provisions", since="90")) == len(everything)


def test_the_quote_is_whole_and_no_cell_is_run_as_a_formula(
    professional: Organization, owner: User, document: Document
) -> None:
    Provision.objects.filter(slug="arbitration").update(title="=HYPERLINK(0)", quote="Line one.\nLine two.")
    client = client_of(owner)
    (row,) = rows_of(client, "provisions", type="arbitration")
    assert row["title"] == "'=HYPERLINK(0)"
    assert row["quote"] == "Line one.\nLine two."
    book = zipfile.ZipFile(io.BytesIO(content_of(client, "provisions", format="xlsx")))
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_others_are_told_what_is_behind_the_lock(
    organization: Organization, owner: User, document: Document
) -> None:
    client = client_of(owner)
    assert client.get(reverse("export", args=["changes"])).status_code == 402
    for page in ("changes", "provisions", "platforms", "status"):
        said = client.get(reverse(page)).content.decode()
        assert "out as CSV, JSON Lines or Excel" in said, page
        assert reverse("export", args=["changes"]) not in said
    assert Client().get(reverse("export", args=["changes"])).status_code == 302


def test_what_there_is_not_is_not_exported(
    professional: Organization, owner: User, document: Document
) -> None:
    client = client_of(owner)
    for table, asked in (
        ("secrets", {}), ("changes", {"format": "exe"}), ("versions", {}), ("comparison", {"type": "ai_training"}),
    ):  # fmt: skip
        assert client.get(reverse("export", args=[table]), asked).status_code == 404


def asked_for(organization: Organization, *, question: str = "", table: str = "changes") -> Export:
    return ask_for_export(
        organization, by=organization.memberships.get(), table=table, format="csv", question=question,
        rows=1, now=timezone.now(),
    )  # fmt: skip


def test_a_long_one_is_made_by_a_worker_and_told_by_mail(
    professional: Organization, owner: User, document: Document
) -> None:
    export = asked_for(professional)
    client = client_of(owner)
    assert "0 of 1 rows written" in client.get(reverse("exports")).content.decode()
    assert make_owed_exports(timezone.now) == 1
    page = client.get(reverse("exports")).content.decode()
    address = reverse("export_download", args=[export.pk])
    assert address in page
    response: Any = client.get(address)
    rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert [row["id"] for row in rows] == [str(Change.objects.get().pk)]
    send_owed_notices(timezone.now)
    (message,) = mail.outbox
    assert message.to == [owner.email]
    assert "Changes" in message.subject
    assert reverse("exports") in message.body


def test_only_members_fetch_it_and_only_for_a_week(
    professional: Organization, owner: User, stranger: User, document: Document
) -> None:
    export = asked_for(professional)
    make_owed_exports(timezone.now)
    address = reverse("export_download", args=[export.pk])
    assert client_of(stranger).get(address).status_code == 404
    with tenant_scope(professional):
        name = professional.exports.get().file
    assert export_storage().exists(name)
    assert expire_exports(timezone.now()) == 0
    assert expire_exports(timezone.now() + KEPT) == 1
    assert not export_storage().exists(name)
    assert client_of(owner).get(address).status_code == 404
    assert "Expired" in client_of(owner).get(reverse("exports")).content.decode()


def test_the_files_of_an_organization_go_with_it(
    professional: Organization, owner: User, strangers_organization: Organization, document: Document
) -> None:
    asked_for(professional)
    make_owed_exports(timezone.now)
    with tenant_scope(professional):
        name = professional.exports.get().file
    delete_account(owner)
    kept = export_storage().save(f"{strangers_organization.pk}/kept.csv", ContentFile(b"x"))
    assert expire_exports(timezone.now()) == 1
    assert not export_storage().exists(name)
    assert not export_storage().exists(str(professional.pk))
    assert export_storage().exists(kept)


def test_the_same_is_made_once_and_not_too_many_at_a_time(professional: Organization) -> None:
    assert asked_for(professional) == asked_for(professional)
    for number in range(MOST_WAITING - 1):
        asked_for(professional, question=f"q={number}")
    with pytest.raises(ExportRefused):
        asked_for(professional, question="q=another")
    end_granted_plan(professional)
    professional.refresh_from_db()
    with pytest.raises(UpgradeRequired):
        asked_for(professional, question="q=another")


def test_a_worker_that_fell_behind_finds_another_at_work(professional: Organization) -> None:
    export, now = asked_for(professional), timezone.now()
    first, second = uuid4(), uuid4()
    assert claim_export(first, now) == export
    assert claim_export(second, now) is None
    assert claim_export(second, now + CLAIM) == export
    assert not tell_progress(export, first, 10, now)
    assert tell_progress(export, second, 10, now + CLAIM)
    assert not finish_export(export, first, rows=1, file="x", size=1, what="Changes", now=now)
    later = now + 2 * CLAIM + timedelta(seconds=1)
    assert claim_export(uuid4(), later) == export
    assert claim_export(uuid4(), later + CLAIM) is None
    with tenant_scope(professional):
        assert professional.exports.get().state == Export.State.FAILED


def test_a_long_list_becomes_a_job(
    professional: Organization, owner: User, document: Document, many_platforms: int
) -> None:
    client = client_of(owner)
    response = client.get(reverse("export", args=["platforms"]), {"format": "jsonl"}, follow=True)
    assert "The file is being made" in response.content.decode()
    with tenant_scope(professional):
        assert professional.exports.get().rows == many_platforms
    assert make_owed_exports(timezone.now) == 1
    with tenant_scope(professional):
        assert professional.exports.get().rows_written == many_platforms


@pytest.fixture
def many_platforms(document: Document) -> int:
    """More than is written while one waits."""
    from conductatlas.exports.views import AT_ONCE
    from platforms.models import Platform

    Platform.objects.bulk_create(
        Platform(slug=f"many-{n}", name=f"Many {n}", sector="Social") for n in range(AT_ONCE)
    )
    return Platform.objects.count()


def own_rows(client: Client, name: str, **asked: str) -> list[dict[str, str]]:
    response: Any = client.get(reverse("own_export", args=[name, "csv"]), asked)
    assert response.status_code == 200, response.content
    return list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))


def test_what_a_team_works_off_comes_as_files_too(
    professional: Organization,
    owner: User,
    stranger: User,
    strangers_organization: Organization,
    document: Document,
) -> None:
    """Alerts, reviews and due diligence, narrowed as their pages are; nothing of another's."""
    change, provision = Change.objects.get(), Provision.objects.get(slug="ai-training-what-you-post")
    start_watching(professional, document.platform, by=owner, now=DAY_ONE)
    enqueue_alerts(change, DAY_ONE)
    review_changes(
        professional, [change.pk], Step(state="action", reviewer=owner.email), by=owner, now=DAY_ONE
    )
    action = mapping_of(provision).actions[0]
    decision = Decision("waived", "Not ours.")
    decide_on_action(professional, provision, action.slug, decision, by=owner, now=DAY_ONE)
    client = client_of(owner)
    (alert,) = own_rows(client, "alerts")
    assert (alert["platform"], alert["summary"], alert["resolved_at"]) == ("booking.com", change.summary, "")
    assert own_rows(client, "alerts", show="resolved") == []
    (review,) = own_rows(client, "reviews")
    assert (review["status"], review["reviewer"]) == ("Action needed", owner.email)
    assert own_rows(client, "reviews", state="new") == []
    (due,) = own_rows(client, "actions")
    assert (due["action"], due["status"], due["reason"]) == (action.text, "Waived", "Not ours.")
    assert (
        f"{reverse('own_export', args=['reviews', 'xlsx'])}?state=action"
        in client.get(reverse("reviews"), {"state": "action"}).content.decode()
    )
    for name in ("alerts", "reviews", "actions"):
        for kind in ("jsonl", "xlsx"):
            assert client.get(reverse("own_export", args=[name, kind])).status_code == 200
        assert client_of(stranger).get(reverse("own_export", args=[name, "csv"])).status_code == 402
    grant_plan(strangers_organization, "professional")
    assert [own_rows(client_of(stranger), name) for name in ("alerts", "reviews", "actions")] == [[], [], []]
    assert client.get(reverse("own_export", args=["nothing", "csv"])).status_code == 404
