"""The analysis of a document, the matrix of a platform, and what a team decides on actions."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from html import escape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from billing.entitlements import UpgradeRequired, grant_plan
from billing.models import AuditEntry, Organization, User
from billing.tenancy import tenant_scope
from conductatlas.exports.writing import FORMATS
from monitoring.register.actions import ActionRefused, Decision, actions_of, decide_on_action
from platforms.models import Document
from provisions.models import Provision
from provisions.regulating import engaged_in, mapping_of
from tests.builders import TRAINING
from tests.people import client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def provision(document: Document) -> Provision:
    """One with citations and actions, as the pipeline would have stored them."""
    found = document.provisions.select_related("document__platform").get(quote=TRAINING)
    mapping = mapping_of(found)
    assert mapping.actions
    found.regulations = list(mapping.regulations)
    found.save()
    return found


def address(provision: Provision, name: str = "document_compliance") -> str:
    platform = provision.document.platform.slug
    return reverse(
        name, args=[platform, provision.document.slug] if name == "document_compliance" else [platform]
    )


def matrix_file(provision: Provision, kind: str) -> str:
    return reverse("platform_regulations_file", args=[provision.document.platform.slug, kind])


def said(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_document_is_analysed_in_full_for_those_with_the_plan(
    provision: Provision, organization: Organization, owner: User
) -> None:
    grant_plan(organization, "professional")
    page = said(client_of(owner), address(provision))
    mapping = mapping_of(provision)
    for words in (mapping.citations[0].reason[:30], "Enforcement risk", "Due diligence", provision.title):
        assert words.replace("“", "“") in page
    assert "See the plans" not in page


def test_without_the_plan_it_says_truthfully_what_is_behind(provision: Provision, stranger: User) -> None:
    mapping = mapping_of(provision)
    for client in (Client(), client_of(stranger)):
        page = said(client, address(provision))
        assert "See the plans" in page
        assert mapping.citations[0].reason not in page
        assert mapping.actions[0].text not in page


def test_the_matrix_counts_provisions_by_document_and_law(
    provision: Provision, organization: Organization, owner: User
) -> None:
    counted = engaged_in([provision.document])
    assert counted == {(provision.document_id, slug): 1 for slug in provision.regulations}
    locked = said(Client(), address(provision, "platform_regulations"))
    assert "See the plans" in locked
    assert 'class="matrix"' not in locked
    grant_plan(organization, "professional")
    page = said(client_of(owner), address(provision, "platform_regulations"))
    assert 'class="matrix"' in page
    for kind in FORMATS:
        assert matrix_file(provision, kind) in page
        assert Client().get(matrix_file(provision, kind)).status_code == 402
    assert client_of(owner).get(matrix_file(provision, "pdf")).status_code == 404


def test_the_matrix_is_the_same_in_every_kind_of_file(
    provision: Provision, organization: Organization, owner: User
) -> None:
    grant_plan(organization, "professional")

    def taken(kind: str) -> bytes:
        response: Any = client_of(owner).get(matrix_file(provision, kind))
        assert response.status_code == 200
        assert response["Content-Disposition"].endswith(f'-regulations.{kind}"')
        return b"".join(response.streaming_content) if response.streaming else response.content

    header, row = csv.reader(io.StringIO(taken("csv").decode()))
    assert header[0] == "document"
    assert row[0] == "Terms of Service"
    assert sum(map(int, row[1:])) == len(provision.regulations)
    line = json.loads(taken("jsonl"))
    assert [str(value) for value in line.values()] == row
    assert list(line) == header
    with zipfile.ZipFile(io.BytesIO(taken("xlsx"))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert all(escape(words) in sheet for words in (*header, row[0]))
    assert sheet.count("<v>1</v>") == len(provision.regulations)


@pytest.mark.parametrize("name", ["document_compliance", "platform_regulations"])
def test_few_queries_however_much_there_is(
    name: str,
    provision: Provision,
    organization: Organization,
    owner: User,
    django_assert_max_num_queries: Any,
) -> None:
    with django_assert_max_num_queries(12):
        Client().get(address(provision, name))


def test_an_action_is_done_waived_assigned_and_dated_by_a_member(
    provision: Provision, organization: Organization, member: User, stranger: User
) -> None:
    grant_plan(organization, "professional")
    action = mapping_of(provision).actions[0]
    client, where = client_of(member), reverse("due_action", args=[provision.pk, action.slug])
    assert "Decide, assign, date" in said(client, provision.get_absolute_url())
    refused = {"state": "waived", "reason": "", "assigned_to": "ben@example.org", "due_on": "2027-01-30"}
    answer = client.post(where, refused, follow=True).content.decode()
    assert "Reason: say why" in answer
    assert 'value="2027-01-30"' in answer, "what was typed stands there again"
    assert '<option value="waived" selected>' in answer
    assert "2027-01-30" not in said(client, provision.get_absolute_url()), "once"
    data = {
        "state": "waived",
        "reason": "We post nothing",
        "assigned_to": "ben@example.org",
        "due_on": "2027-01-31",
    }
    answer = client.post(where, data, follow=True)
    assert "We post nothing" in answer.content.decode()
    assert "Waived" in said(client, address(provision))
    listed = said(client, reverse("due_actions") + "?state=waived&assigned_to=ben@example.org")
    assert "We post nothing" in listed
    assert "No action fits" in said(client, reverse("due_actions") + "?state=done")
    with tenant_scope(organization):
        (row,) = actions_of(organization)
        assert (row.state, row.assigned_to, str(row.due_on), row.text) == (
            "waived",
            member,
            "2027-01-31",
            action.text,
        )
        assert AuditEntry.objects.for_org(organization).filter(action="action.waived").exists()
    assert "We post nothing" not in said(client_of(stranger), provision.get_absolute_url())
    assert client_of(stranger).post(where, data).status_code == 402


@pytest.mark.parametrize(
    ("decision", "word"),
    [
        (Decision("finished"), "Status"),
        (Decision("waived"), "Reason"),
        (Decision("open", assigned_to="charlie@example.com"), "Assigned to"),
        (Decision("open", due_on="soon"), "Due"),
    ],
)
def test_a_wrong_decision_is_named(
    decision: Decision, word: str, provision: Provision, organization: Organization, stranger: User
) -> None:
    grant_plan(organization, "professional")
    action = mapping_of(provision).actions[0].slug
    with pytest.raises(ActionRefused, match=word):
        decide_on_action(organization, provision, action, decision, by=None, now=NOW)
    with pytest.raises(ActionRefused, match="no longer"):
        decide_on_action(organization, provision, "no-such-action", Decision("done"), by=None, now=NOW)


def test_without_the_plan_nothing_is_decided(provision: Provision, organization: Organization) -> None:
    with pytest.raises(UpgradeRequired):
        decide_on_action(organization, provision, "test-export", Decision("done"), by=None, now=NOW)
