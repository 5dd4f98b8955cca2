"""API keys: made by those who may, shown once, good for one organization only, as long as its plan and maker last."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from billing.entitlements import end_granted_plan, grant_plan
from billing.keys import make_api_key
from billing.members import create_personal_organization
from billing.models import ApiKey, AuditEntry, Organization, Role, User
from billing.tenancy import tenant_scope
from monitoring.alerts import enqueue_alerts
from monitoring.watches.interests import Interest
from monitoring.watches.watching import start_watch, start_watching
from tests.builders import build_change, build_document, build_platform, build_version
from tests.people import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def professional(organization: Organization) -> Organization:
    grant_plan(organization, "professional")
    return organization


def made_on_the_page(user: User, scope: str = "read") -> str:
    told = {"name": "Our register", "scope": scope, "days": "90"}
    page = client_of(user).post(reverse("api_keys"), told).content.decode()
    found = re.search(r"<code>(ca_[\w-]{40,})</code>", page)
    assert found, page
    return found[1]


def ask(path: str, key: str, method: str = "get") -> Any:
    return getattr(Client(), method)(f"/api/v1/{path}", headers={"authorization": f"Bearer {key}"})


def test_a_key_is_shown_once_and_kept_as_its_hash(professional: Organization, owner: User) -> None:
    key = made_on_the_page(owner)
    page = client_of(owner).get(reverse("api_keys")).content.decode()
    assert "Our register" in page
    assert key not in page
    with tenant_scope(professional):
        kept = ApiKey.objects.for_org(professional).get()
        assert key not in str(vars(kept))
        assert AuditEntry.objects.for_org(professional).filter(action="api_key.made").exists()


def test_a_key_sees_its_organizations_alerts_and_no_others(
    professional: Organization, owner: User, strangers_organization: Organization, stranger: User
) -> None:
    grant_plan(strangers_organization, "professional")
    key, strangers_key = made_on_the_page(owner), made_on_the_page(stranger)
    document = build_document(build_platform("Zinnia"))
    start_watching(professional, document.platform, by=owner, now=timezone.now())
    change = build_change(build_version(document), build_version(document), summary="Zinnia keeps more.")
    enqueue_alerts(change, timezone.now())
    told = ask("alerts/", key).json()["results"]
    assert [row["change"]["summary"] for row in told] == ["Zinnia keeps more."]
    assert [row["platform"]["name"] for row in ask("watches/", key).json()["results"]] == ["Zinnia"]
    assert ask("alerts/", strangers_key).json()["results"] == []
    assert ask("watches/", strangers_key).json()["results"] == []


def test_a_key_that_may_write_acknowledges_an_alert_once_and_a_strangers_does_not(
    professional: Organization, owner: User, stranger: User
) -> None:
    document = build_document(build_platform("Zinnia"))
    start_watching(professional, document.platform, by=owner, now=timezone.now())
    enqueue_alerts(build_change(build_version(document), build_version(document)), timezone.now())
    with tenant_scope(professional):
        path = f"alerts/{professional.alerts.get().pk}/"

    def patch(key: str, body: object) -> Any:
        headers = {"authorization": f"Bearer {key}"}
        return Client().patch(f"/api/v1/{path}", body, content_type="application/json", headers=headers)

    key = made_on_the_page(owner, "write")
    assert patch(made_on_the_page(owner), {"acknowledged": True}).status_code == 403
    assert patch(key, {"acknowledged": False}).status_code == 400
    assert ask(path, key).json()["acknowledged_at"] is None
    first = patch(key, {"acknowledged": True}).json()
    assert first["acknowledged_by"] == "Ann"
    assert patch(key, {"acknowledged": True}).json() == first
    assert [row["acknowledged_by"] for row in ask("alerts/", key).json()["results"]] == ["Ann"]


def test_a_key_that_may_write_starts_a_watch_once_and_stops_it(
    professional: Organization, owner: User
) -> None:
    platform = build_platform("Zinnia")
    key = made_on_the_page(owner, "write")
    path = f"watches/{platform.slug}/"
    assert [ask(path, key, "put").status_code for _ in range(2)] == [201, 200]
    with tenant_scope(professional):
        assert professional.watches.get().started_by == owner
    assert ask(path, key, "delete").status_code == 204
    assert ask(path, key, "delete").status_code == 404


def test_a_key_that_may_read_only_is_refused_and_told_why(professional: Organization, owner: User) -> None:
    platform = build_platform("Zinnia")
    answer = ask(f"watches/{platform.slug}/", made_on_the_page(owner), "put")
    assert answer.status_code == 403
    assert "/app/api-keys/" in answer.json()["detail"]
    with tenant_scope(professional):
        assert not professional.watches.exists()


@pytest.mark.parametrize("path", ["watches/", "alerts/"])
def test_without_a_key_and_with_a_wrong_one_the_answer_is_401(path: str) -> None:
    for headers in ({}, {"authorization": "Bearer ca_guessed"}, {"authorization": "Bearer"}):
        answer = Client().get(f"/api/v1/{path}", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_wrong_key_is_told_so_even_where_none_is_needed(professional: Organization, owner: User) -> None:
    assert ask("platforms/", "ca_guessed").status_code == 401
    assert ask("platforms/", made_on_the_page(owner)).status_code == 200


def test_a_session_is_no_key(professional: Organization, owner: User) -> None:
    assert client_of(owner).get("/api/v1/watches/").status_code == 401


def test_a_key_stops_when_it_expires_is_revoked_or_the_plan_ends(
    professional: Organization, owner: User
) -> None:
    key = made_on_the_page(owner)
    end_granted_plan(professional)
    lapsed = ask("watches/", key)
    assert lapsed.status_code == 402
    assert lapsed.json()["wanted"] == "api_keys"
    assert lapsed.headers["Content-Type"] == "application/problem+json"
    grant_plan(professional, "professional")
    assert ask("watches/", key).status_code == 200
    with tenant_scope(professional):
        kept = professional.api_keys.get()
    client_of(owner).post(reverse("api_key_revoke", args=[kept.pk]))
    assert ask("watches/", key).status_code == 401
    _, old = make_api_key(
        professional, "Old", "read", 30, by=professional.memberships.get(), now=timezone.now() - timedelta(31)
    )
    assert ask("watches/", old).status_code == 401


def test_a_key_stops_when_its_maker_may_not_make_keys_any_more(
    professional: Organization, owner: User, member: User
) -> None:
    membership = professional.memberships.get(user=member)
    membership.role = Role.ADMIN
    membership.save()
    key = made_on_the_page_of(member, professional)
    assert ask("watches/", key).status_code == 200
    membership.role = Role.MEMBER
    membership.save()
    assert ask("watches/", key).status_code == 401
    membership.role = Role.ADMIN
    membership.save()
    membership.delete()
    assert ask("watches/", key).status_code == 401


def made_on_the_page_of(user: User, organization: Organization) -> str:
    """Where the person belongs to one organization only."""
    assert list(user.organizations.all()) == [organization]
    return made_on_the_page(user)


def test_a_key_of_one_organization_is_none_of_its_makers_others(
    professional: Organization, owner: User
) -> None:
    key = made_on_the_page(owner)
    other = create_personal_organization(owner)
    with tenant_scope(other):
        start_watching(other, build_platform("Other's"), by=owner, now=timezone.now())
    assert ask("watches/", key).json()["results"] == []


def test_members_and_free_organizations_make_none(
    organization: Organization, owner: User, member: User
) -> None:
    told = {"name": "x", "scope": "read", "days": "30"}
    assert client_of(owner).post(reverse("api_keys"), told).status_code == 402
    assert client_of(member).post(reverse("api_keys"), told).status_code == 403
    assert "Compare the plans" in client_of(owner).get(reverse("api_keys")).content.decode()


@pytest.mark.parametrize(
    ("wrong", "remedy"),
    [({"name": " "}, "what the key is for"), ({"scope": "all"}, "may do"), ({"days": "9999"}, "how long")],
)
def test_what_is_missing_is_named_and_what_was_typed_stays(
    professional: Organization, owner: User, wrong: dict[str, str], remedy: str
) -> None:
    told = {"name": "Our register", "scope": "write", "days": "30", **wrong}
    page = client_of(owner).post(reverse("api_keys"), told).content.decode()
    assert remedy in page
    assert f'value="{told["name"]}"' in page


def test_a_key_may_ask_more_often_than_nobody_in_particular(professional: Organization, owner: User) -> None:
    key = made_on_the_page(owner)
    assert {ask("clause-types/", key).status_code for _ in range(130)} == {200}


def test_watches_of_every_kind_are_told(professional: Organization, owner: User) -> None:
    key = made_on_the_page(owner)
    start_watch(professional, Interest.in_clause_type("ai_training", []), by=owner, now=timezone.now())
    (row,) = ask("watches/", key).json()["results"]
    assert (row["kind"], row["title"], row["platform"], row["url"], row["awake"]) == (
        "clause_type",
        "AI training everywhere",
        None,
        f"http://127.0.0.1:8000/api/v1/watches/by-id/{row['id']}/",
        True,
    )
    assert row["page"].endswith(f"/app/watch/{row['id']}/")
