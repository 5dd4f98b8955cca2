"""Watches of all kinds and channels by the API: what the pages do, within the same rights and the same plan."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from billing.entitlements import grant_plan
from billing.keys import make_api_key
from billing.models import Membership, Organization, Role
from billing.tenancy import across_orgs_scope
from conductatlas.api.describing import openapi
from monitoring.models import ChannelDelivery
from tests.builders import build_document, build_provision, build_version

pytestmark = pytest.mark.django_db
HOOK = {"kind": "webhook", "name": "Desk", "address": "https://desk.example/hook"}


@pytest.fixture
def ask(organization: Organization) -> Any:
    """Asks with a key of the owner's on the Professional plan, and gives status and answer."""
    grant_plan(organization, "professional")
    return asking(organization)


def asking(organization: Organization) -> Any:
    now = timezone.now() - timedelta(days=1)
    _, key = make_api_key(organization, "x", "write", 30, by=organization.memberships.get(), now=now)

    def ask(method: str, path: str, body: Any = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {key}"}
        answer = getattr(Client(), method)(
            f"/api/v1/{path}", body, content_type="application/json", headers=headers
        )
        return answer.status_code, answer.json() if answer.content else None

    return ask


@pytest.fixture
def subjects() -> dict[str, dict[str, Any]]:
    """What names a subject of each kind, of one provision's platform."""
    provision = build_provision(build_version(build_document()))
    document = provision.document
    place = f"{document.platform.slug}/{document.slug}"
    return {
        "platform": {"platform": document.platform.slug},
        "document": {"document": place},
        "provision": {"provision": f"{place}/{provision.slug}"},
        "clause_type": {"type": "ai_training", "on": [document.platform.slug]},
        "sector": {"sector": document.platform.sector},
        "search": {"search": {"q": "pictures", "severity": "high"}},
    }


@pytest.mark.parametrize("kind", ["platform", "document", "provision", "clause_type", "sector", "search"])
def test_a_watch_of_each_kind_is_made_read_changed_and_ended(ask: Any, subjects: Any, kind: str) -> None:
    body = {"kind": kind, **subjects[kind], "minimum_severity": "high", "directions": ["against_user"]}
    status, made = ask("post", "watches/", body)
    assert (status, made["kind"], made["minimum_severity"]) == (201, kind, "high")
    assert (made["directions"], made["tells"], made["awake"]) == (["against_user"], "same_day", True)
    assert ask("post", "watches/", body)[0] == 200
    path = made["url"].partition("/api/v1/")[2]
    status, changed = ask("patch", path, {"tells": "digest", "by_mail": False, "channels": []})
    assert (status, changed["tells"], changed["by_mail"], changed["channels"]) == (200, "digest", False, [])
    assert changed["minimum_severity"] == "high", "what is not named stays"
    until = "2099-01-01T08:00:00Z"
    assert ask("patch", path, {"snoozed_until": until})[1]["snoozed_until"] == until
    assert ask("get", path)[1]["snoozed_until"] == until
    assert ask("delete", path) == (204, None)
    assert ask("get", path)[0] == 404


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        {"kind": "everything"},
        {"kind": "platform"},
        {"kind": "platform", "platform": "nowhere"},
        {"kind": "clause_type", "type": "ai_training", "on": ["nowhere"]},
        {"kind": "search", "search": {}},
        {"kind": "search", "search": {"colour": "red"}},
        {"kind": "sector", "sector": "Social", "loud": True},
        {"kind": "sector", "sector": "Social", "by_mail": "yes"},
        {"kind": "sector", "sector": "Social", "channels": [10**30]},
        {"kind": "sector", "sector": "Social", "snoozed_until": 5},
        {"kind": "sector", "sector": "a\0b"},
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(ask: Any, subjects: Any, body: Any) -> None:
    status, problem = ask("post", "watches/", body)
    assert (status, problem["status"]) == (400, 400)
    assert problem["detail"]
    assert ask("get", "watches/")[1]["results"] == []


def test_a_channel_is_added_tested_and_removed_and_its_address_never_shown(ask: Any) -> None:
    status, made = ask("post", "channels/", HOOK)
    assert (status, made["host"], made["on"]) == (201, "desk.example", True)
    assert made["secret"].startswith("whsec_")
    listed = ask("get", "channels/")[1]["results"]
    assert [(each["name"], each["secret"]) for each in listed] == [("Desk", None)]
    assert "/hook" not in str(listed)
    status, test = ask("post", f"channels/{made['id']}/test/", {})
    assert status == 202
    with across_orgs_scope():
        assert test["id"] == f"msg_{ChannelDelivery.objects.across_orgs().get().key.hex}"
    assert ask("post", "channels/", HOOK)[0] == 400, "another one has the name"
    assert ask("delete", f"channels/{made['id']}/") == (204, None)
    assert ask("get", "channels/")[1]["results"] == []


def test_whose_role_lost_the_right_is_refused(ask: Any, organization: Organization) -> None:
    Membership.objects.filter(organization=organization).update(role=Role.MEMBER)
    assert ask("get", "channels/")[0] in {401, 403}
    assert ask("post", "channels/", HOOK)[0] in {401, 403}


def test_a_stranger_finds_neither_watch_nor_channel(
    ask: Any, subjects: Any, strangers_organization: Organization
) -> None:
    made = ask("post", "watches/", {"kind": "platform", **subjects["platform"]})[1]
    added = ask("post", "channels/", HOOK)[1]
    grant_plan(strangers_organization, "professional")
    strange = asking(strangers_organization)
    for method in ("get", "patch", "delete"):
        assert strange(method, f"watches/by-id/{made['id']}/", {})[0] == 404
    assert strange("delete", f"channels/{added['id']}/")[0] == 404
    assert strange("post", f"channels/{added['id']}/test/", {})[0] == 404


def test_the_description_has_them() -> None:
    paths = openapi()["paths"]
    assert set(paths["/api/v1/watches/by-id/{pk}/"]) == {"get", "patch", "delete"}
    assert set(paths["/api/v1/channels/"]) == {"get", "post"}
