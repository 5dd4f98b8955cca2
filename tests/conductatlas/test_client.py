"""The client and its command line against the API itself, over a transport that calls it in this process."""

import ast
import importlib
import io
import json
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.core.cache import cache
from django.test import Client as Browser
from django.utils import timezone

import conductatlas.client
from billing.entitlements import grant_plan
from billing.keys import make_api_key
from billing.models import Organization
from conductatlas.client.calling import CallFailed, Client
from conductatlas.client.command import main
from platforms.models import Document
from provisions.models import Change
from tests.builders import DAY_ONE, build_change, build_platform, build_version

pytestmark = pytest.mark.django_db
SITE = "https://atlas.example"


def answer(request: httpx.Request) -> httpx.Response:
    """What the site itself answers."""
    headers = {name: value for name, value in request.headers.items() if name != "host"}
    target = request.url.raw_path.decode()
    kind = request.headers.get("content-type", "")
    response = Browser().generic(request.method, target, request.content, kind, headers=headers)
    return httpx.Response(response.status_code, headers=dict(response.items()), content=response.content)


def client_with(key: str = "", *, respond: Callable[[httpx.Request], httpx.Response] = answer) -> Client:
    return Client(key, SITE, wait=lambda seconds: None, transport=httpx.MockTransport(respond))


def run(
    *arguments: str, key: str = "", respond: Callable[[httpx.Request], httpx.Response] = answer
) -> tuple[int, str, str]:
    out, errors = io.StringIO(), io.StringIO()
    status = main(
        arguments, out=out, errors=errors, client=lambda _key, _site: client_with(key, respond=respond)
    )
    return status, out.getvalue(), errors.getvalue()


@pytest.fixture
def key(organization: Organization) -> str:
    grant_plan(organization, "professional")
    by = organization.memberships.get()
    return make_api_key(organization, "x", "write", 30, by=by, now=DAY_ONE.replace(year=2100))[1]


def test_every_change_is_listed_however_many_pages_there_are(document: Document) -> None:
    text = document.versions.latest("number").text
    for number in range(3):
        before = document.versions.latest("number")
        text += f"\nWe may charge you {number + 1} hundred dollars a month.\n"
        build_change(before, build_version(document, text))
    with client_with() as atlas:
        found = [row["id"] for row in atlas.each("changes/", limit=2)]
    assert found == list(Change.objects.values_list("pk", flat=True))
    status, out, _ = run("changes", "--since", "2026-03-01", "--limit", "3")
    assert (status, len(out.splitlines())) == (0, 3)
    assert "Booking.com, Terms of Service: Training on what you post was added." in out


def test_a_row_is_a_json_object_where_that_is_asked_for(document: Document) -> None:
    _, out, _ = run("provisions", "arbitrators", "--json")
    assert [json.loads(line)["slug"] for line in out.splitlines()] == ["arbitration"]
    _, out, _ = run("platforms", "--words", "book")
    assert out.startswith("booking.com")


def test_one_thing_is_told_whole(document: Document) -> None:
    change = Change.objects.get()
    assert json.loads(run("change", str(change.pk))[1])["clauses"]
    assert json.loads(run("platform", "booking.com")[1])["quick_facts"]
    place = "booking.com/terms-of-service/arbitration"
    assert json.loads(run("provision", place)[1])["history"]
    build_platform("Airbnb")
    assert json.loads(run("compare", "arbitration", "booking.com", "airbnb")[1])["platforms"]


def test_with_a_key_what_is_yours(document: Document, key: str) -> None:
    assert run("watch", "booking.com", key=key)[0] == 0
    assert run("watches", key=key)[1].strip() == "booking.com"
    assert run("unwatch", "booking.com", key=key) == (0, "", "")
    assert run("alerts", "--since", "2026-01-01", key=key) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("watches",), "This needs an API key"),
        (("changes", "--since", "yesterday"), "since: Give a day like"),
        (("platform", "nobody"), "nothing at this address"),
        (("provision", "somewhere"), "<platform>/<document>/<provision>"),
    ],
)
def test_what_is_wrong_is_told_in_the_apis_own_words(arguments: tuple[str, ...], told: str, db: Any) -> None:
    status, out, errors = run(*arguments)
    assert (status, out) == (1, "")
    assert errors.startswith("conductatlas: ")
    assert told in errors


def test_a_refusal_for_a_while_is_waited_out_as_long_as_it_says(document: Document) -> None:
    waits: list[float] = []
    refusals = [httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(503)]

    def respond(request: httpx.Request) -> httpx.Response:
        return refusals.pop(0) if refusals else answer(request)

    with Client(site=SITE, wait=waits.append, transport=httpx.MockTransport(respond)) as atlas:
        assert atlas.get("platforms/booking.com/")["name"] == "Booking.com"
    assert waits == [7.0, 4.0]


def test_the_sites_own_limit_ends_in_words_when_it_lasts(document: Document) -> None:
    cache.clear()
    for _ in range(120):
        Browser().get("/api/v1/")
    with client_with() as atlas, pytest.raises(CallFailed) as told:
        atlas.get("platforms/")
    assert (told.value.status, told.value.code) == (429, "throttled")


def test_the_key_goes_to_no_other_site_than_the_one_named() -> None:
    asked: list[httpx.URL] = []

    def respond(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        following = None if len(asked) > 1 else "https://elsewhere.example/api/v1/changes/?cursor=x"
        return httpx.Response(200, json={"results": [{"id": 1}], "next": following, "previous": None})

    with client_with("ca_secret", respond=respond) as atlas:
        assert len(list(atlas.each("changes/"))) == 2
    assert {url.host for url in asked} == {"atlas.example"}


def test_a_site_that_is_not_there_is_told_as_such() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("[Errno 111] Connection refused")

    status, _, errors = run("changes", respond=respond)
    assert status == 1
    assert "cannot be reached: Connection refused." in errors


def test_it_installs_by_itself_with_what_it_imports_and_no_more() -> None:
    folder = Path(conductatlas.client.__file__).parent
    project = tomllib.loads((folder / "pyproject.toml").read_text())["project"]
    module, _, function = project["scripts"]["conductatlas"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))
    imported = {
        alias.split(".")[0]
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        for alias in (
            [name.name for name in node.names] if isinstance(node, ast.Import)
            else [str(node.module)] if isinstance(node, ast.ImportFrom) else []
        )
    }  # fmt: skip
    needed = {re.split("[<>=]", each)[0] for each in project["dependencies"]}
    assert imported - set(sys.stdlib_module_names) == needed | {"conductatlas"}


def test_a_team_sees_its_register_and_reviews_a_change(document: Document, key: str) -> None:
    client_with(key).call(
        "PUT", "vendors/booking.com/", sends={"tier": "critical", "renews_on": "2027-01-31"}
    )
    assert (
        run("vendors", key=key)[1] == "booking.com                    Critical, no owner, renews 2027-01-31\n"
    )
    Change.objects.update(found_at=timezone.now())
    change = Change.objects.get()
    assert "New" in run("reviews", "--tier", "critical", key=key)[1]
    assert run("review", str(change.pk), "--state", "action", "--note", "Ask them.", key=key)[0] == 0
    told = run("reviews", "--state", "action", key=key)[1]
    assert told.startswith(f"{change.pk:>7}  Action needed")
    status, _, errors = run("review", str(change.pk), "--severity", "low", key=key)
    assert (status, "say why" in errors) == (1, True)
