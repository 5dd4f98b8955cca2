"""The public API through its addresses: what it gives, what it refuses and how, and what it costs."""

import hashlib
import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from platforms.models import Document
from provisions.models import Change, Provision
from tests.builders import (
    ARBITRATION,
    DAY_ONE,
    TERMS,
    build_change,
    build_document,
    build_platform,
    build_provision,
    build_schedule,
    build_version,
)

pytestmark = pytest.mark.django_db
NEW_TERMS = TERMS.replace(
    "You keep your content.", "You keep your content, but we may sell copies of it to anybody."
)
MOST_QUERIES = 6
PLACE = "/api/v1/platforms/shop.example/terms-of-service/"


@pytest.fixture
def document(db: None) -> Document:
    """Terms of a platform with a dot in its slug: two versions, a loud change, two provisions, one of them gone."""
    platform = build_platform("Shop", slug="shop.example", sector="Shopping")
    document = build_document(platform)
    build_schedule(document)
    first, second = build_version(document), build_version(document, NEW_TERMS)
    build_change(first, second)
    build_provision(second)
    build_provision(
        first, ARBITRATION, slug="gone", type="arbitration", types=["arbitration"], removed_at=second.taken_at
    )
    return document


def get(client: Client, address: str, status: int = 200, **headers: str) -> dict:
    response = client.get(address, headers=headers)
    assert response.status_code == status, response.content
    expected = "application/json" if status == 200 else "application/problem+json"
    assert response["Content-Type"] == expected
    return response.json()


def addresses(document: Document) -> list[str]:
    change = Change.objects.get()
    return [
        "/api/v1/", "/api/v1/platforms/?sector=Shopping&q=sho", "/api/v1/platforms/shop.example/", PLACE,
        f"{PLACE}versions/", f"{PLACE}versions/1/", f"{PLACE}versions/1/text", f"{PLACE}provisions/?removed=1",
        "/api/v1/provisions/?type=ai_training&severity=high&platform=shop.example",
        "/api/v1/changes/?since=2026-01-01&until=2027-01-01&platform=shop.example&type=ai_training&least=low&sector=Shopping",
        f"/api/v1/changes/{change.pk}/", "/api/v1/documents/?platform=shop.example&document_type=Terms+of+Service",
        "/api/v1/diff/shop.example/terms-of-service/1/2/", "/api/v1/clause-types/",
    ]  # fmt: skip


def test_every_address_answers_anybody_in_at_most_six_queries_however_much_there_is(
    client: Client, document: Document
) -> None:
    for _ in range(4):
        other = build_document()
        build_schedule(other)
        build_provision(build_version(other))
    for address in addresses(document):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = client.get(address)
        asked = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
        assert response.status_code == 200, address
        assert len(asked) <= MOST_QUERIES, (address, asked)
        assert "public" in response["Cache-Control"], address
        assert response["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies


def test_the_index_lists_every_endpoint_there_is(client: Client) -> None:
    listed = {entry["path"]: entry["about"] for entry in get(client, "/api/v1/")["endpoints"]}
    routes = {str(pattern.pattern) for pattern in get_resolver("conductatlas.api.urls").url_patterns}
    known = {
        "/api/v1/" + re.sub(r"<\w+:", "<", route) for route in routes if route and not route.startswith("^")
    }
    assert set(listed) == known - {"/api/v1/openapi.json", "/api/v1/docs/"}
    assert all(about.endswith(".") for about in listed.values())


def test_platforms_are_found_by_sector_and_by_words(client: Client, document: Document) -> None:
    build_platform("Bank", sector="Money")
    assert [row["slug"] for row in get(client, "/api/v1/platforms/")["results"]] == ["bank", "shop.example"]
    assert [row["slug"] for row in get(client, "/api/v1/platforms/?sector=Money")["results"]] == ["bank"]
    assert [row["slug"] for row in get(client, "/api/v1/platforms/?q=SHOP")["results"]] == ["shop.example"]


def test_a_platform_says_how_the_looks_at_its_documents_went(client: Client, document: Document) -> None:
    document.schedule.failure, document.schedule.stale_since = "login_wall", DAY_ONE
    document.schedule.save()
    (shown,) = get(client, "/api/v1/platforms/shop.example/")["documents"]
    assert shown["versions_kept"] == 2
    assert shown["health"] == {
        "state": {"value": "stale", "label": "Stale"},
        "reason": "The page asks for a log-in.",
        "last_read_at": "2026-03-01T09:00:00Z",
        "stale_since": "2026-03-01T09:00:00Z",
        "failure": {"value": "login_wall", "label": "The page asks for a log-in."},
    }


def test_a_document_never_looked_at_has_health_all_the_same(client: Client) -> None:
    build_document(build_platform("Quiet"))
    shown = get(client, "/api/v1/platforms/quiet/terms-of-service/")
    assert shown["health"]["state"]["value"] == "unread"
    assert shown["health"]["failure"] is None
    assert shown["versions_kept"] == 0


def test_a_version_comes_with_its_text_and_proof_but_nobodys_headers(
    client: Client, document: Document
) -> None:
    shown = get(client, f"{PLACE}versions/2/")
    assert shown["text"] == NEW_TERMS
    assert hashlib.sha256(shown["text"].encode()).hexdigest() == shown["sha256"]
    assert shown["taken_at"] == "2026-03-31T09:00:00Z"
    assert shown["recipe"] == {"parser": 1}
    (page,) = shown["snapshot"]["pages"]
    assert page["request_url"] == document.url
    assert "headers" not in page


def test_the_list_of_versions_is_newest_first_and_without_texts(client: Client, document: Document) -> None:
    rows = get(client, f"{PLACE}versions/")["results"]
    assert [row["number"] for row in rows] == [2, 1]
    assert not any("text" in row for row in rows)


def test_the_plain_text_is_byte_for_byte_what_its_hash_is_of(client: Client, document: Document) -> None:
    response = client.get(f"{PLACE}versions/2/text", headers={"accept": "text/plain"})
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert hashlib.sha256(response.content).hexdigest() == document.versions.get(number=2).sha256
    assert "immutable" in response["Cache-Control"]


@pytest.mark.parametrize("address", [f"{PLACE}versions/1/", f"{PLACE}versions/1/text"])
def test_a_version_is_not_sent_twice(client: Client, document: Document, address: str) -> None:
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert client.get(address, headers={"if-none-match": '"another"'}).status_code == 200
    assert client.get(address.replace("/1/", "/2/"))["ETag"] != tag


def test_provisions_are_exact_pieces_of_the_version_they_name(client: Client, document: Document) -> None:
    rows = get(client, f"{PLACE}provisions/?removed=1")["results"]
    assert len(rows) == 2
    for row in rows:
        text = client.get(f"{PLACE}versions/{row['version']}/text").content.decode()
        assert text[row["start"] : row["end"]] == row["quote"]
        assert client.get(row["version_url"].removeprefix(settings.SITE_URL)).status_code == 200


def test_removed_provisions_are_left_out_unless_asked_for(client: Client, document: Document) -> None:
    for address in (f"{PLACE}provisions/", "/api/v1/provisions/"):
        assert [row["type"]["value"] for row in get(client, address)["results"]] == ["ai_training"]
        assert len(get(client, f"{address}?removed=1")["results"]) == 2


def test_provisions_are_narrowed_by_any_of_their_types_severity_and_platform(
    client: Client, document: Document
) -> None:
    low = build_provision(
        build_version(build_document(build_platform("Other"))), slug="low", severity="low",
        type="content_license", types=["content_license", "ai_training"],
    )  # fmt: skip
    assert low.slug in [row["slug"] for row in get(client, "/api/v1/provisions/?type=ai_training")["results"]]
    assert [row["slug"] for row in get(client, "/api/v1/provisions/?severity=low")["results"]] == ["low"]
    assert [row["slug"] for row in get(client, "/api/v1/provisions/?platform=other")["results"]] == ["low"]


def test_values_come_with_their_labels(client: Client, document: Document) -> None:
    (row,) = get(client, f"{PLACE}provisions/")["results"]
    assert row["severity"] == {"value": "high", "label": "High"}
    assert row["direction"] == {"value": "against_user", "label": "Against the user"}
    assert row["type"]["label"] != "ai_training"


def test_quiet_changes_are_given_only_when_asked_for(client: Client, document: Document) -> None:
    version = build_version(document, NEW_TERMS.replace("1 March", "2 March"))
    quiet = build_change(document.versions.get(number=2), version)
    assert quiet.change_class == "date_only"
    loud = [row["id"] for row in get(client, "/api/v1/changes/")["results"]]
    assert quiet.pk not in loud
    assert [row["id"] for row in get(client, "/api/v1/changes/?cosmetic=1")["results"]] == [quiet.pk, *loud]
    assert [row["id"] for row in get(client, "/api/v1/changes/?class=date_only")["results"]] == [quiet.pk]


def test_since_is_a_moment_in_utc_and_counts_itself(client: Client, document: Document) -> None:
    def found(since: str) -> int:
        return len(client.get("/api/v1/changes/", {"since": since}).json()["results"])

    assert found("2026-03-31T09:00:00Z") == found("2026-03-31") == found("2026-03-31T09:00:00") == 1
    assert found("2026-03-31T11:00:00+02:00") == 1
    assert found("2026-03-31T09:00:01Z") == found("2026-04-01") == 0


def test_following_next_gives_every_change_once_and_newest_first(client: Client, document: Document) -> None:
    text = NEW_TERMS
    for number in range(5):
        before = document.versions.order_by("-number").first()
        text += f"\nWe may charge you {number + 1} hundred dollars for each month in which you were here.\n"
        build_change(before, build_version(document, text), found_at=DAY_ONE)
    address, seen = "/api/v1/changes/?limit=2", []
    while address:
        page = get(client, address)
        assert len(page["results"]) <= 2
        seen += [row["id"] for row in page["results"]]
        address = page["next"]
    assert seen == list(Change.objects.order_by("-found_at", "-pk").values_list("pk", flat=True))
    assert len(seen) == 6


def test_a_change_is_told_clause_by_clause_and_word_by_word(client: Client, document: Document) -> None:
    row = Change.objects.get()
    provision = Provision.objects.get(removed_at=None)
    row.clause_changes.update(provision=provision)
    shown = get(client, f"/api/v1/changes/{row.pk}/")
    assert shown["class"]["label"] == row.get_change_class_display()
    clauses = shown["clauses"]
    assert clauses
    new = "".join(edit["text"] for edit in clauses[0]["edits"] if edit["op"] != "delete")
    assert new in NEW_TERMS
    assert any(edit["op"] == "insert" and "sell copies" in edit["text"] for edit in clauses[0]["edits"])
    assert clauses[0]["provision"].endswith(provision.get_absolute_url())


def test_a_diff_goes_either_way_and_its_places_are_those_of_the_texts(
    client: Client, document: Document
) -> None:
    texts = {1: TERMS, 2: NEW_TERMS}
    for a, b in ((1, 2), (2, 1)):
        shown = get(client, f"/api/v1/diff/shop.example/terms-of-service/{a}/{b}/")
        assert (shown["before"]["number"], shown["after"]["number"]) == (a, b)
        assert shown["alarmed"] is True
        (clause,) = shown["clauses"]
        for side, number, left_out in (("before", a, "insert"), ("after", b, "delete")):
            words = "".join(edit["text"] for edit in clause["edits"] if edit["op"] != left_out)
            assert texts[number][clause[side]["start"] : clause[side]["end"]] == words
    same = get(client, "/api/v1/diff/shop.example/terms-of-service/1/1/")
    assert (same["class"], same["clauses"]) == (None, [])


def test_the_taxonomy_is_whole(client: Client) -> None:
    shown = get(client, "/api/v1/clause-types/")
    assert shown["taxonomy"] == 1
    assert len(shown["types"]) == 35
    assert all(kind["label"] and kind["meaning"] for kind in shown["types"])


@pytest.mark.parametrize(
    ("address", "parameter", "remedy"),
    [
        ("provisions/?severity=dire", "severity", "low, medium, high, critical"),
        ("provisions/?type=unknown", "type", "ai_training"),
        ("provisions/?sevirity=high", "sevirity", "severity"),
        ("provisions/?platform=nobody", "platform", "/api/v1/platforms/"),
        ("provisions/?removed=yes", "removed", "0, 1"),
        ("provisions/?cursor=nonsense", "cursor", "next"),
        ("provisions/?cursor=cD1hYmM%3D", "cursor", "next"),
        ("platforms/?sector=Nowhere", "sector", "Shopping"),
        ("platforms/?sector=", "sector", "Shopping"),
        ("platforms/?q=%00", "q", "characters"),
        ("platforms/?limit=0", "limit", "1 to 200"),
        ("platforms/?limit=%C2%B2", "limit", "1 to 200"),
        ("changes/?since=yesterday", "since", "2026-11-23"),
        ("changes/?since=2026-02-30", "since", "2026-11-23"),
        ("changes/?since=0001-01-01T00:00:00%2B05:00", "since", "2026-11-23"),
        ("changes/?class=loud", "class", "substantive"),
        ("changes/?cursor=cD15ZXN0ZXJkYXk%3D", "cursor", "next"),
        ("changes/?platform=%00", "platform", "characters"),
        ("clause-types/?page=2", "page", "fields"),
    ],
)
def test_a_bad_parameter_is_named_with_its_remedy(
    client: Client, document: Document, address: str, parameter: str, remedy: str
) -> None:
    answer = get(client, f"/api/v1/{address}", 400)
    assert (answer["code"], answer["parameter"]) == ("bad_parameter", parameter)
    assert remedy in answer["detail"]


@pytest.mark.parametrize(
    "address",
    [
        "nothing/", "platforms/nobody/", "platforms/NOBODY/", "platforms/shop.example/cookies/",
        "platforms/shop.example/terms-of-service/versions/3/", "platforms/shop.example/terms-of-service/versions/3/text",
        "changes/99999999999999999999999/", "diff/shop.example/terms-of-service/1/9/",
    ],
)  # fmt: skip
def test_what_there_is_not_is_said_as_a_problem_and_not_kept(
    client: Client, document: Document, address: str
) -> None:
    response = client.get(f"/api/v1/{address}")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response.json()["code"] == "not_found"
    assert "Cache-Control" not in response


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    response = getattr(client, method)("/api/v1/platforms/")
    assert response.status_code == 405
    assert response.json()["code"] == "method_not_allowed"


@pytest.mark.parametrize(
    ("address", "accept", "status"),
    [
        ("", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 200),
        ("", "application/json; charset=utf-8", 200),
        ("", "application/*", 200),
        ("", "", 200),
        ("", "application/xml", 406),
        ("clause-types/", "text/plain", 406),
        ("platforms/shop.example/terms-of-service/versions/1/text", "text/plain", 200),
        ("platforms/shop.example/terms-of-service/versions/1/text", "application/json", 406),
        ("platforms/shop.example/terms-of-service/versions/9/text", "text/plain", 404),
    ],
)
def test_what_is_accepted_is_given_or_refused(
    client: Client, document: Document, address: str, accept: str, status: int
) -> None:
    response = client.get(f"/api/v1/{address}", headers={"accept": accept})
    assert response.status_code == status
    there_is = "text/plain" if address.endswith("text") else "application/json"
    given = there_is if status == 200 else "application/problem+json"
    assert response["Content-Type"].partition(";")[0] == given
    if status == 406:
        assert there_is in response.json()["detail"]


def test_one_address_cannot_ask_without_end_whatever_it_writes_into_its_headers(client: Client) -> None:
    statuses = {
        client.get("/api/v1/", headers={"x-forwarded-for": f"10.0.0.{n}"}).status_code for n in range(120)
    }
    assert statuses == {200}
    refused = client.get("/api/v1/")
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) <= 60
    assert refused.json()["code"] == "throttled"


def test_a_platform_comes_with_its_quick_facts_and_their_exact_words(
    client: Client, document: Document
) -> None:
    facts = {fact["slug"]: fact for fact in get(client, "/api/v1/platforms/shop.example/")["quick_facts"]}
    assert len(facts) == 9
    assert facts["governing-law"]["words"] is None
    assert facts["governing-law"]["quotes"] == []
    training = facts["ai-training"]
    assert training["words"] == "May use your information to train AI"
    assert training["quotes"][0]["quote"] in document.versions.latest("number").text
    assert training["quotes"][0]["page"].endswith(f"/{training['quotes'][0]['provision']}/")
