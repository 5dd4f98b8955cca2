"""What a compliance team does by the API: register, reviews, due diligence, law and time; as its plan and role allow."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from billing.entitlements import grant_plan
from billing.keys import make_api_key
from billing.models import Membership, Organization, User
from billing.tenancy import tenant_scope
from monitoring.models import AddedDocument
from monitoring.watches.watching import start_watching
from platforms.models import Document
from provisions.models import Change, Provision
from provisions.regulating import mapping_of
from tests.builders import DAY_ONE, build_change, build_document, build_platform, build_version
from tests.conductatlas.test_api_description import faults_in

pytestmark = pytest.mark.django_db
FAR = DAY_ONE.replace(year=2100)
PROVISION = "/api/v1/platforms/booking.com/terms-of-service/provisions/ai-training-what-you-post/"


class Caller:
    """A program with a key."""

    def __init__(self, by: Membership, scope: str = "write") -> None:
        _, key = make_api_key(by.organization, "x", scope, 30, by=by, now=FAR)
        self.headers = {"authorization": f"Bearer {key}"}

    def __call__(self, method: str, address: str, sent: Any = None, status: int = 200) -> Any:
        body = {} if sent is None else {"data": sent, "content_type": "application/json"}
        path = address if address.startswith("/") else f"/api/v1/{address}"
        answer = getattr(Client(), method)(path, headers=self.headers, **body)
        assert answer.status_code == status, answer.content
        return answer.json() if answer.content else None


@pytest.fixture
def team(organization: Organization, document: Document) -> Caller:
    """Ann's organization, which watches the platform of the document from its first day."""
    grant_plan(organization, "professional")
    start_watching(organization, document.platform, by=None, now=DAY_ONE)
    return Caller(organization.memberships.get())


@pytest.fixture
def stranger_team(strangers_organization: Organization, document: Document) -> Caller:
    grant_plan(strangers_organization, "professional")
    return Caller(strangers_organization.memberships.get())


def test_a_vendor_is_put_changed_listed_and_taken_out(
    team: Caller, owner: User, stranger_team: Caller
) -> None:
    details = {
        "owner": owner.email,
        "tier": "critical",
        "data": ["customer", "usage"],
        "renews_on": "2027-01-31",
    }
    made = team("put", "vendors/booking.com/", details, 201)
    assert faults_in(made, "Vendor") == []
    assert (made["owner"], made["tier"]["value"], made["renews_on"]) == (
        owner.email,
        "critical",
        "2027-01-31",
    )
    assert [each["value"] for each in made["data"]] == ["customer", "usage"]
    changed = team("patch", "vendors/booking.com/", {"notes": "Renegotiate.", "owner": None})
    assert (changed["notes"], changed["owner"], changed["tier"]["value"]) == (
        "Renegotiate.",
        None,
        "critical",
    )
    assert (
        team("get", "vendors/?tier=critical")["results"] == [team("get", "vendors/booking.com/")] == [changed]
    )
    assert team("get", "vendors/?tier=routine")["results"] == []
    bare = team("put", "vendors/booking.com/", {})
    assert (bare["tier"]["value"], bare["data"], bare["notes"]) == ("routine", [], "")
    assert stranger_team("get", "vendors/")["results"] == []
    stranger_team("get", "vendors/booking.com/", status=404)
    stranger_team("delete", "vendors/booking.com/", status=404)
    team("delete", "vendors/booking.com/", status=204)
    team("delete", "vendors/booking.com/", status=404)
    team("patch", "vendors/booking.com/", {"notes": "x"}, 404)
    team("put", "vendors/nobody/", {}, 404)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ([], "JSON object"),
        ({"colour": "red"}, "There is no 'colour' here. Send any of: owner, tier"),
        ({"tier": "golden"}, "tier"),
        ({"data": "customer"}, "data"),
        ({"data": ["gold"]}, "data"),
        ({"notes": 7}, "notes"),
        ({"notes": "a\0b"}, "notes"),
        ({"owner": "nobody@example.com"}, "no member"),
        ({"renews_on": "soon"}, "2027-01-31"),
        ({"notes": "x" * 5000}, "4000"),
    ],
)
def test_what_does_not_fit_is_named(team: Caller, sent: Any, words: str) -> None:
    problem = team("put", "vendors/booking.com/", sent, 400)
    assert words in problem["detail"]
    assert faults_in(problem, "Problem") == []
    assert team("get", "vendors/")["results"] == []


@pytest.mark.parametrize(
    "media_type",
    ["text/plain", "application/xml", "application/x-www-form-urlencoded", "application/merge-patch+json"],
)
def test_what_is_sent_as_anything_but_json_is_refused_by_its_type(team: Caller, media_type: str) -> None:
    answer = Client().put(
        "/api/v1/vendors/booking.com/", '{"tier": "critical"}', media_type, headers=team.headers
    )
    assert (answer.status_code, answer["Content-Type"]) == (415, "application/problem+json")
    assert answer["Accept"] == "application/json"
    assert "Content-Type: application/json" in answer.json()["detail"]
    assert team("get", "vendors/")["results"] == []


def test_changes_are_reviewed_with_their_history(team: Caller, owner: User, stranger_team: Caller) -> None:
    (row,) = team("get", "reviews/")["results"]
    assert faults_in(row, "Review") == []
    assert (row["state"]["value"], row["reviewer"], row["reviewed_at"]) == ("new", None, None)
    place = f"reviews/{row['id']}/"
    step = {"state": "action", "severity": "low", "reason": "We post nothing there.", "reviewer": owner.email}
    whole = team("patch", place, {**step, "note": "Ask them."})
    assert faults_in(whole, "ReviewWhole") == []
    assert whole["severity"]["value"] == "low"
    assert (whole["severity_reason"], whole["note"]) == ("We post nothing there.", "Ask them.")
    assert [(entry["by"], "Action needed" in entry["words"]) for entry in whole["history"]] == [
        (str(owner), True)
    ]
    assert team("get", "reviews/?state=action&severity=low")["results"][0]["id"] == row["id"]
    assert team("get", f"reviews/?reviewer={owner.email}&platform=booking.com")["results"]
    assert (
        team("get", "reviews/?state=new")["results"] == team("get", "reviews/?tier=critical")["results"] == []
    )
    assert team("get", "reviews/?since=2100-01-01")["results"] == []
    back = team("patch", place, {"severity": None, "reviewer": None})
    assert back["severity"]["value"] != "low"
    assert (back["severity_reason"], back["reviewer"], len(back["history"])) == ("", None, 2)
    assert "say why" in team("patch", place, {"severity": "high"}, 400)["detail"]
    assert "choose" in team("patch", place, {}, 400)["detail"]
    assert stranger_team("get", "reviews/")["results"] == []
    stranger_team("get", place, status=404)
    stranger_team("patch", place, {"state": "action"}, 404)


def test_many_changes_are_reviewed_at_once(
    team: Caller, owner: User, stranger_team: Caller, document: Document
) -> None:
    second = document.versions.get(number=2)
    later = build_change(second, build_version(document, text=f"{second.text}\n\nMore is said here."))
    elsewhere = build_document(build_platform("Elsewhere"))
    foreign = build_change(build_version(elsewhere), build_version(elsewhere, text="Another text."))
    keys = [row["id"] for row in team("get", "reviews/")["results"]]
    assert (len(keys), later.pk in keys, foreign.pk in keys) == (2, True, False)
    step = {"ids": [*keys, foreign.pk, 10**30], "state": "acknowledged", "reviewer": owner.email}
    answer = team("patch", "reviews/", step)
    assert faults_in(answer, "Reviews") == []
    assert [row["id"] for row in answer["results"]] == keys
    assert {(row["state"]["value"], row["reviewer"]) for row in answer["results"]} == {
        ("acknowledged", owner.email)
    }
    assert len(team("get", f"reviews/{later.pk}/")["history"]) == 1
    assert stranger_team("patch", "reviews/", step | {"reviewer": None})["results"] == []
    assert team("get", f"reviews/{later.pk}/")["reviewer"] == owner.email
    for wrong, words in (
        ({"state": "action"}, "ids: give a list"),
        ({"ids": [], "state": "action"}, "nothing is chosen"),
        ({"ids": keys}, "choose a status"),
        ({"ids": ["1"], "state": "action"}, "a whole number"),
        ({"ids": [*range(201)], "state": "action"}, "at most 200"),
    ):
        assert words in team("patch", "reviews/", wrong, 400)["detail"]


def test_due_diligence_is_seen_and_decided(team: Caller, owner: User, stranger_team: Caller) -> None:
    provision = Provision.objects.select_related("document__platform").get(slug="ai-training-what-you-post")
    due = mapping_of(provision).actions
    analysis = team("get", f"{PROVISION}compliance/")
    assert faults_in(analysis, "Compliance") == []
    assert analysis["citations"]
    assert [each["slug"] for each in analysis["actions"]] == [each.slug for each in due]
    place = f"{PROVISION}actions/{due[0].slug}/"
    assert "say why" in team("put", place, {"state": "waived"}, 400)["detail"]
    decided = {"state": "waived", "reason": "Not ours.", "assigned_to": owner.email, "due_on": "2027-01-31"}
    row = team("put", place, decided)
    assert faults_in(row, "DueAction") == []
    assert team("get", "actions/?state=waived")["results"] == [row]
    assert team("get", f"actions/?assigned_to={owner.email}")["results"] == [row]
    assert team("get", "actions/?state=done")["results"] == []
    assert team("get", f"{PROVISION}compliance/")["actions"][0]["reason"] == "Not ours."
    assert stranger_team("get", "actions/")["results"] == []
    assert stranger_team("get", f"{PROVISION}compliance/")["actions"][0]["state"]["value"] == "open"
    assert "no longer" in team("put", f"{PROVISION}actions/nothing/", decided, 400)["detail"]
    team("get", PROVISION.replace("what-you-post", "nothing") + "compliance/", status=404)


def test_a_timeline_and_its_drift_are_told_without_limit_of_time(team: Caller) -> None:
    rows = team("get", "timeline/booking.com/")["results"]
    assert [faults_in(row, "TimelineMoment") for row in rows] == [[], []]
    assert [row["version"]["number"] for row in rows] == [2, 1]
    assert rows[1]["change"] is None
    assert rows[0]["change"]["id"] == Change.objects.get().pk
    assert rows[0]["introduced"] == 2
    assert team("get", "timeline/booking.com/?since=2100-01-01")["results"] == []
    drift = team("get", "drift/booking.com/")
    assert faults_in(drift, "Drift") == []
    assert drift["all"]["for_user"] + drift["all"]["against_user"] + drift["all"]["neutral"] > 0
    team("get", "timeline/nobody/", status=404)


def test_the_matrix_of_a_platform_says_what_its_page_says(team: Caller, document: Document) -> None:
    assert team("get", "matrix/booking.com/")["regulations"] == []
    Provision.objects.filter(slug="arbitration").update(regulations=["gdpr", "faa"])
    told = team("get", "matrix/booking.com/")
    assert faults_in(told, "Matrix") == []
    (row,) = told["documents"]
    assert row["document"]["slug"] == document.slug
    assert row["regulations"] == told["regulations"] != []
    counted = {law["slug"]: law["provisions"] for law in told["regulations"]}
    for law, number in counted.items():
        assert len(team("get", f"provisions/?platform=booking.com&regulation={law}")["results"]) == number
    team("get", "matrix/nobody/", status=404)


def test_regulations_are_open_to_anybody(client: Client, document: Document) -> None:
    laws = client.get("/api/v1/regulations/").json()["results"]
    assert len(laws) > 20
    one = client.get(f"/api/v1/regulations/{laws[0]['slug']}/").json()
    assert faults_in(one, "RegulationWhole") == []
    assert one["articles"]
    assert client.get("/api/v1/regulations/nothing/").status_code == 404
    Provision.objects.filter(slug="arbitration").update(regulations=["gdpr"])
    (found,) = client.get("/api/v1/provisions/?regulation=gdpr").json()["results"]
    assert (found["slug"], found["regulations"]) == ("arbitration", ["gdpr"])
    refused = client.get("/api/v1/provisions/?regulation=nothing")
    assert (refused.status_code, refused.json()["parameter"]) == (400, "regulation")


def test_an_unlisted_document_is_seen_by_nobody_else(team: Caller) -> None:
    hidden = build_document(build_platform("Hidden", listed=False), listed=False)
    assert team("get", f"platforms/hidden/{hidden.slug}/provisions/x/compliance/", status=404)
    team("put", "vendors/hidden/", {}, 404)


def test_who_added_an_unlisted_document_has_its_time_and_its_drift(
    team: Caller, organization: Organization, stranger_team: Caller
) -> None:
    hidden = build_document(build_platform("Hidden", listed=False), listed=False)
    another = build_document(hidden.platform, slug="privacy", type="Privacy Policy", listed=False)
    for each in (hidden, another):
        build_change(build_version(each), build_version(each, text="Another text."))
    with tenant_scope(organization):
        AddedDocument.objects.for_org(organization).create(document=hidden, added_at=DAY_ONE)
    rows = team("get", "timeline/hidden/")["results"]
    assert {row["document"]["slug"] for row in rows} == {hidden.slug}, "what others added is not shown"
    assert faults_in(team("get", "drift/hidden/"), "Drift") == []
    assert team("put", "watches/hidden/", status=201)["platform"]["slug"] == "hidden"
    assert team("put", "vendors/hidden/", {}, 201)["platform"]["slug"] == "hidden"
    for method, address in (
        ("get", "timeline/hidden/"), ("get", "drift/hidden/"), ("put", "watches/hidden/"), ("put", "vendors/hidden/"),
    ):  # fmt: skip
        stranger_team(method, address, status=404)


OURS = (
    "vendors/",
    "reviews/",
    "actions/",
    "timeline/booking.com/",
    "drift/booking.com/",
    "matrix/booking.com/",
    f"{PROVISION}compliance/",
)


@pytest.mark.parametrize("address", OURS)
def test_each_asks_for_a_key_and_a_plan(organization: Organization, document: Document, address: str) -> None:
    anybody = Client().get(address if address.startswith("/") else f"/api/v1/{address}")
    assert anybody.status_code == 401
    grant_plan(organization, "professional")
    reader = Caller(organization.memberships.get(), "read")
    reader("get", address)
    grant_plan(organization, "free")
    reader("get", address, status=402)


def test_a_key_that_only_reads_writes_nothing(team: Caller, organization: Organization) -> None:
    reader = Caller(organization.memberships.get(), "read")
    reader("put", "vendors/booking.com/", {}, 403)
    reader("patch", f"reviews/{Change.objects.get().pk}/", {"state": "action"}, 403)
    assert team("get", "vendors/")["results"] == []


def test_a_month_before_it_was_watched_is_not_asked_about(team: Caller, organization: Organization) -> None:
    Change.objects.update(found_at=DAY_ONE - timedelta(days=60))
    assert team("get", "reviews/")["results"] == []
