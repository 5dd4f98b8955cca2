"""The API's description: sound, without a warning, and true of every answer; its reference page and its examples."""

import re
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from jsonschema import Draft202012Validator, FormatChecker

from billing.entitlements import grant_plan
from billing.keys import make_api_key
from billing.models import Organization
from conductatlas.api.describing import openapi
from conductatlas.api.schemas import THINGS
from monitoring.alerts import enqueue_alerts
from monitoring.watches.watching import start_watching
from platforms.log.heads import publish_head
from platforms.models import Document
from provisions.models import Change, Provision
from tests.builders import DAY_ONE, build_document, build_platform, build_provision, build_version

pytestmark = pytest.mark.django_db


def faults_in(answer: Any, thing: str) -> list[str]:
    """What in the answer is not as the description says."""
    schema = {"$ref": f"#/components/schemas/{thing}", "components": openapi()["components"]}
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(answer)]


@pytest.fixture
def elsewhere(document: Document) -> Document:
    """Another platform, so that there is something to compare with."""
    other = build_document(build_platform("Airbnb", sector="Travel & transport"))
    build_provision(build_version(other))
    publish_head(DAY_ONE)
    return other


def examples(client: Client) -> list[str]:
    page = client.get(reverse("api:reference")).content.decode()
    return [
        address.replace("&amp;", "&") for address in re.findall(r'Try it: <a href="(/api/v1/[^"]*)"', page)
    ]


def test_the_description_is_sound_and_no_warning_is_given() -> None:
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=StringIO())


def test_programs_find_it_at_its_address(client: Client) -> None:
    told = client.get("/api/v1/openapi.json")
    assert told["Content-Type"] == "application/json"
    assert told.json()["openapi"].startswith("3.1")
    assert told.json() == openapi()


def test_every_operation_says_what_it_takes_and_gives() -> None:
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            where = f"{method} {path}"
            assert operation["summary"].endswith("."), where
            assert all(each["description"] for each in operation.get("parameters", [])), where
            assert {"400", "401", "402", "406", "429"} <= set(operation["responses"]), where
            assert ("415" in operation["responses"]) == ("requestBody" in operation), where
    ids = [one["operationId"] for methods in openapi()["paths"].values() for one in methods.values()]
    assert len(ids) == len(set(ids))


def test_every_example_of_the_reference_answers_as_described(client: Client, elsewhere: Document) -> None:
    asked = examples(client)
    assert len(asked) >= 16
    paths = {
        re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + "$"): methods["get"]
        for path, methods in openapi()["paths"].items()
        if "get" in methods
    }
    for address in asked:
        response = client.get(address)
        assert response.status_code == 200, (address, response.content)
        operation = next(one for path, one in paths.items() if path.match(address.partition("?")[0]))
        ((media_type, content),) = operation["responses"]["200"]["content"].items()
        assert response["Content-Type"].startswith(media_type)
        if media_type != "application/json":
            continue
        schema = content["schema"]
        listed = schema.get("properties", {}).get("results", {}).get("items")
        name = (listed or schema)["$ref"].rpartition("/")[2]
        rows = response.json()["results"] if listed else [response.json()]
        assert rows, address
        for row in rows:
            assert faults_in(row, name) == [], address
            if "fields=" not in address:
                assert set(row) == set(THINGS[name]["properties"]), address


def test_what_is_an_organizations_own_is_as_described(
    client: Client, document: Document, organization: Organization
) -> None:
    grant_plan(organization, "professional")
    membership = organization.memberships.get()
    _, key = make_api_key(organization, "x", "write", 30, by=membership, now=DAY_ONE.replace(year=2100))
    start_watching(organization, document.platform, by=membership.user, now=DAY_ONE)
    enqueue_alerts(Change.objects.get(), DAY_ONE)
    headers = {"authorization": f"Bearer {key}"}
    watches = client.get("/api/v1/watches/", headers=headers).json()
    assert faults_in(watches, "Watches") == []
    assert watches["results"]
    (alert,) = client.get("/api/v1/alerts/?since=2026-01-01&platform=booking.com", headers=headers).json()[
        "results"
    ]
    assert faults_in(alert, "Alert") == []
    assert client.get("/api/v1/alerts/?since=2100-01-01", headers=headers).json()["results"] == []
    answer = client.put("/api/v1/watches/booking.com/", headers=headers)
    assert faults_in(answer.json(), "Watch") == []
    assert answer["RateLimit-Policy"] == '"key";q=1200;w=60'


def test_a_problem_is_as_described(client: Client) -> None:
    for address in ("/api/v1/nothing/", "/api/v1/changes/?class=loud", "/api/v1/watches/"):
        assert faults_in(client.get(address).json(), "Problem") == []


def test_the_reference_needs_no_script_and_says_so_where_there_is_nothing_yet(client: Client) -> None:
    page = client.get(reverse("api:reference"))
    assert page.status_code == 200
    assert "taken from <code>next</code>" in page.content.decode()
    assert "Try it" in page.content.decode()  # what needs no place in the archive answers always
    assert "'unsafe-inline'" not in page["Content-Security-Policy"]


def test_only_the_members_asked_for_are_given(client: Client, document: Document) -> None:
    rows = client.get("/api/v1/provisions/?fields=slug,severity").json()["results"]
    assert [set(row) for row in rows] == [{"slug", "severity"}] * 2
    one = client.get("/api/v1/platforms/booking.com/?fields=name").json()
    assert one == {"name": "Booking.com"}
    refused = client.get("/api/v1/platforms/?fields=name,secret")
    assert refused.status_code == 400
    assert "documents_watched" in refused.json()["detail"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/",
        "/api/v1/platforms/",
        "/api/v1/provisions/?least=high",
        "/api/v1/clause-types/",
        "/api/v1/changes/",
    ],
)
def test_an_answer_that_is_held_already_is_not_sent_again(
    client: Client, document: Document, address: str
) -> None:
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    for header in ("ETag", "Cache-Control", "RateLimit", "Access-Control-Allow-Origin"):
        assert again[header], header
    Document.objects.update(type="Terms")
    Provision.objects.update(title="Another")
    Change.objects.update(summary="Another.")
    document.platform.description = "Another."
    document.platform.save()
    if address not in ("/api/v1/", "/api/v1/clause-types/"):
        changed = client.get(address, headers={"if-none-match": first["ETag"]})
        assert changed.status_code == 200
        assert changed["ETag"] != first["ETag"]


def test_a_version_with_other_members_is_another_answer(client: Client, document: Document) -> None:
    place = "/api/v1/platforms/booking.com/terms-of-service/versions/1/"
    whole, part = client.get(place), client.get(f"{place}?fields=sha256")
    assert whole["ETag"] != part["ETag"]
    assert set(part.json()) == {"sha256"}


def test_how_often_one_may_ask_is_said_with_every_answer(client: Client, organization: Organization) -> None:
    first, second = client.get("/api/v1/clause-types/"), client.get("/api/v1/nothing/")
    assert first["RateLimit-Policy"] == second["RateLimit-Policy"] == '"anon";q=120;w=60'
    left = [re.fullmatch(r'"anon";r=(\d+);t=(\d+)', answer["RateLimit"]) for answer in (first, second)]
    assert [int(found[1]) for found in left if found] == [119, 118]
    assert all(int(found[2]) <= 60 for found in left if found)
    for _ in range(119):
        refused = client.get("/api/v1/nothing/")
    assert refused.status_code == 429
    assert refused["RateLimit"].startswith('"anon";r=0;')
    assert int(refused["Retry-After"]) <= 60


def test_provisions_are_found_by_their_words_sector_and_moment(client: Client, document: Document) -> None:
    def found(query: str) -> list[str]:
        return [row["slug"] for row in client.get(f"/api/v1/provisions/?{query}").json()["results"]]

    assert found("q=arbitrators") == ["arbitration"]
    assert len(found("sector=Travel+%26+transport&document_type=Terms+of+Service")) == 2
    assert found("sector=Money") == found("stance=grants") == found("least=critical") == []
    assert len(found("changed_since=2026-03-31")) == 2
    assert found("changed_since=2026-04-01") == []


def test_platforms_are_compared_on_a_clause_type(client: Client, elsewhere: Document) -> None:
    shown = client.get("/api/v1/compare/ai_training/?p=booking.com,airbnb").json()
    assert [column["slug"] for column in shown["platforms"]] == ["booking.com", "airbnb"]
    assert all(column["provisions"] for column in shown["platforms"])
    for query in ("", "?p=booking.com", "?p=booking.com,nobody"):
        refused = client.get(f"/api/v1/compare/ai_training/{query}")
        assert (refused.status_code, refused.json()["parameter"]) == (400, "p")


def test_a_provision_comes_with_its_history_and_with_what_others_say(
    client: Client, elsewhere: Document
) -> None:
    place = "/api/v1/platforms/booking.com/terms-of-service/provisions/ai-training-what-you-post/"
    shown = client.get(place).json()
    assert [event["kind"]["value"] for event in shown["history"]] == ["introduced"]
    assert [peer["platform"]["slug"] for peer in shown["elsewhere"]] == ["airbnb"]
    assert shown["rarity"] == {"platforms": 2, "of": 2}
    assert shown["url"] == f"{settings.SITE_URL}{place}"


@pytest.mark.parametrize(
    "given", ["29120805609.648724", "20260331", "2026-13-01", "2026-W10-1", "yesterday", ""]
)
def test_what_is_no_day_and_no_moment_is_named(client: Client, db: None, given: str) -> None:
    answer = client.get("/api/v1/provisions/", {"changed_since": given})
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "changed_since"
