"""What editors do in the admin: find, look, correct a document's address, and ask for a look."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from billing.entitlements import grant_plan
from billing.models import Organization, User
from monitoring.models import Schedule
from platforms.models import Document
from tests.monitoring.telling import change, publish, watch

pytestmark = pytest.mark.django_db
OURS = [
    model
    for app in ("platforms", "provisions", "monitoring")
    for model in apps.get_app_config(app).get_models()
    if model in admin.site._registry
]


@pytest.fixture
def document(organization: Organization) -> Document:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    return document


@pytest.fixture
def editor(document: Document) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("editor@example.org", "x"))
    return client


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label_lower)
def test_every_list_can_be_searched(editor: Client, model: type) -> None:
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    response = editor.get(address, {"q": "pondmoor"})
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["platform", "document", "snapshot", "version"])
def test_everything_can_be_opened(editor: Client, document: Document, name: str) -> None:
    row = apps.get_model("platforms", name).objects.last()
    assert editor.get(reverse(f"admin:platforms_{name}_change", args=[row.pk])).status_code == 200


def test_a_change_can_be_opened_and_not_changed(editor: Client, document: Document) -> None:
    address = reverse("admin:provisions_change_change", args=[document.changes.get().pk])
    assert editor.get(address).status_code == 200
    assert editor.post(address, {}).status_code == 403


def test_a_version_cannot_be_changed_or_deleted(editor: Client, document: Document) -> None:
    version = document.versions.last()
    for action in ("change", "delete"):
        assert (
            editor.post(
                reverse(f"admin:platforms_version_{action}", args=[version.pk]), {"post": "yes"}
            ).status_code
            == 403
        )


def test_looking_now_makes_a_document_due(editor: Client, document: Document) -> None:
    Schedule.objects.update(next_look_at=datetime(2090, 1, 1, tzinfo=UTC))
    form = {"action": "look_now", "_selected_action": [document.pk]}
    response = editor.post(reverse("admin:platforms_document_changelist"), form, follow=True)
    assert "1 document is due now." in response.content.decode()
    assert document.schedule.next_look_at.year < 2090


def test_an_address_can_be_corrected(editor: Client, document: Document) -> None:
    address = reverse("admin:platforms_document_change", args=[document.pk])
    form = {
        "slug": document.slug, "type": document.type, "urls": "https://pondmoor.example/new", "language": "en", "region": "", "selector": "",
        "exclude": "", "schedule-TOTAL_FORMS": "1", "schedule-INITIAL_FORMS": "1", "schedule-MIN_NUM_FORMS": "0",
        "schedule-MAX_NUM_FORMS": "1", "schedule-0-document": document.pk,
    }  # fmt: skip
    response = editor.post(address, form)
    assert response.status_code == 302, response.content.decode()
    document.refresh_from_db()
    assert document.urls == ["https://pondmoor.example/new"]
