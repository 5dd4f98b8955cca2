"""Timelines beside each other and drift: what is counted, and what is open to whom."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from billing.entitlements import grant_plan
from billing.models import Organization, User
from platforms.models import Document
from provisions.drift import Balance, drift_of, types_drifting
from provisions.models import Change, ClauseChange
from tests.builders import TERMS, build_change, build_document, build_platform, build_version
from tests.people import client_of

pytestmark = pytest.mark.django_db


def changed(document: Document, days_ago: int, *clauses: tuple[str, str], **fields: Any) -> Change:
    """A change found so many days ago whose clauses have these types and directions."""
    at = timezone.now() - timedelta(days=days_ago)
    first = build_version(document, at=at - timedelta(days=1))
    change = build_change(first, build_version(document, f"{TERMS}\n{days_ago}", at=at), **fields)
    change.clause_changes.all().delete()
    for order, (kind, direction) in enumerate(clauses):
        ClauseChange.objects.create(
            change=change, order=order, kind="added", types=[kind] if kind else [], edits=[], severity="low",
            direction=direction,
        )  # fmt: skip
    return change


@pytest.fixture
def documents(db: None) -> list[Document]:
    a, b = build_document(build_platform("Alder")), build_document(build_platform("Birch"))
    changed(
        a,
        10,
        ("ai_training", "against_user"),
        ("ai_training", "against_user"),
        ("privacy_rights", "for_user"),
    )
    changed(a, 400, ("ai_training", "for_user"), ("", "neutral"))
    changed(a, 5, ("refunds", "against_user"), alarmed=False)
    ClauseChange.objects.filter(change__alarmed=True, types=["privacy_rights"]).update(order=9)
    changed(b, 20, ("arbitration", "against_user"))
    return [a, b]


def test_for_and_against_are_counted_by_platform_type_and_year(documents: list[Document]) -> None:
    a, b = documents
    found = drift_of(documents)
    assert found[a.platform_id].all == Balance(for_user=2, against_user=2, neutral=1)
    assert found[a.platform_id].by_type == {
        "ai_training": Balance(for_user=1, against_user=2),
        "privacy_rights": Balance(for_user=1),
    }
    assert sum(balance.total for balance in found[a.platform_id].by_year.values()) == 5
    assert found[b.platform_id].all.net_in_words == "−1"
    assert [kind.slug for kind in types_drifting(found.values())] == [
        "privacy_rights",
        "ai_training",
        "arbitration",
    ]
    recent = drift_of(documents, timezone.now() - timedelta(days=90))
    assert recent[a.platform_id].all == Balance(for_user=1, against_user=2)


def test_what_only_moved_is_no_drift(documents: list[Document]) -> None:
    ClauseChange.objects.all().update(kind="moved")
    assert drift_of(documents)[documents[0].platform_id].all == Balance()


def test_everybody_sees_90_days_and_the_plan_shows_all(
    documents: list[Document], organization: Organization, owner: User
) -> None:
    address = "/compare/timelines/?p=alder,birch"
    open_to_all = Client().get(address).content.decode()
    assert "The last 90 days" in open_to_all
    assert "earlier version" in open_to_all
    assert "1 for, 2 against" in open_to_all
    grant_plan(organization, "professional")
    whole = client_of(owner).get(address).content.decode()
    assert "Everything in our archive" in whole
    assert "earlier version" not in whole


def test_too_few_or_unknown_platforms_lead_to_the_picker(documents: list[Document]) -> None:
    for query in ("", "?p=alder", "?p=alder,nobody"):
        answer = Client().get(f"/compare/timelines/{query}")
        assert answer.status_code == 302
        assert answer["Location"].startswith("/compare/?")


def test_few_queries(documents: list[Document], django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(12):
        Client().get("/compare/timelines/?p=alder,birch")


def test_the_sums_are_taken_out_as_a_table(
    client: Client, organization: Organization, owner: User, documents: list[Document]
) -> None:
    address = "/compare/drift.csv?p=alder,birch"
    assert client.get(address).status_code == 402
    assert "drift.csv" not in client.get("/compare/timelines/?p=alder,birch").content.decode()
    grant_plan(organization, "professional")
    ours = client_of(owner)
    assert address.replace("&", "&amp;") in ours.get("/compare/timelines/?p=alder,birch").content.decode()
    rows = list(csv.reader(io.StringIO(ours.get(address).content.decode())))
    assert rows[0] == ["platform", "of", "for_user", "against_user", "neutral", "net"]
    assert rows[1] == ["alder", "all", "2", "2", "1", "0"]
    assert ["alder", "ai_training", "1", "2", "0", "-1"] in rows
    assert ["birch", "all", "0", "1", "0", "-1"] in rows
    assert ours.get("/compare/drift.csv?p=alder").status_code == 404
