"""Each request knows whom it is for, sees that tenant's rows, and is told in one way that a plan is too small."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from billing.entitlements import grant_plan
from billing.middleware import SESSION_KEY
from billing.models import Membership, Organization, User
from billing.plans import Feature
from tests.people import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def who(request: HttpRequest) -> JsonResponse:
    organization, membership = request.organization, request.membership
    return JsonResponse(
        {
            "organization": organization.name if organization else None,
            "role": membership.role if membership else None,
            "plan": request.entitlements.plan.slug,
        }
    )


def visible(request: HttpRequest) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT organization_id FROM billing_auditentry")
        return JsonResponse({"organizations": [row[0] for row in cursor.fetchall()]})


def rendered_late(request: HttpRequest) -> TemplateResponse:
    template = engines["django"].from_string("{% for entry in entries %}{{ entry.action }}{% endfor %}")
    return TemplateResponse(request, template, {"entries": request.organization.audit_entries.all()})


def too_small(request: HttpRequest) -> HttpResponse:
    Organization.objects.create(name="Left behind", slug="left-behind")
    request.entitlements.demand(Feature.API_KEYS)
    return HttpResponse("Allowed.")


urlpatterns = [
    path("who/", who),
    path("visible/", visible),
    path("late/", rendered_late),
    path("small/", too_small),
    path("api/v1/small/", too_small),
]


def answer(client: Client, address: str = "/who/") -> Any:
    return client.get(address).json()


def test_a_visitor_has_no_organization_and_what_free_has(client: Client, organization: Organization) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert answer(client) == {"organization": None, "role": None, "plan": "free"}
    assert [query for query in queries.captured_queries if "SAVEPOINT" not in query["sql"]] == []


def test_owner_and_member_work_for_the_same_organization(
    owner: User, member: User, stranger: User, organization: Organization
) -> None:
    grant_plan(organization, "watcher")
    assert answer(client_of(owner)) == {"organization": "Ann", "role": "owner", "plan": "watcher"}
    assert answer(client_of(member)) == {"organization": "Ann", "role": "member", "plan": "watcher"}
    assert answer(client_of(stranger)) == {"organization": "Charlie", "role": "owner", "plan": "free"}


def test_a_person_without_an_organization_is_given_none(db: None) -> None:
    user = User.objects.create_user("nobody@example.org")
    assert answer(client_of(user)) == {"organization": None, "role": None, "plan": "free"}
    assert not Organization.objects.exists()


def test_the_session_chooses_among_ones_own(
    owner: User, organization: Organization, strangers_organization: Organization
) -> None:
    client = client_of(owner)
    Membership.objects.create(organization=strangers_organization, user=owner, role="admin")
    assert answer(client)["organization"] == "Ann"
    session = client.session
    session[SESSION_KEY] = strangers_organization.pk
    session.save()
    assert answer(client)["organization"] == "Charlie"


def test_the_session_can_not_choose_anothers(owner: User, strangers_organization: Organization) -> None:
    client = client_of(owner)
    session = client.session
    session[SESSION_KEY] = strangers_organization.pk
    session.save()
    assert answer(client)["organization"] == "Ann"


def test_raw_sql_in_a_request_sees_one_tenant(
    owner: User, stranger: User, organization: Organization, strangers_organization: Organization
) -> None:
    assert answer(client_of(owner), "/visible/") == {"organizations": [organization.pk]}
    assert answer(client_of(stranger), "/visible/") == {"organizations": [strangers_organization.pk]}
    assert answer(Client(), "/visible/") == {"organizations": []}


@pytest.mark.django_db(transaction=True)
def test_a_template_rendered_after_the_view_still_sees_the_tenants_rows(owner: User) -> None:
    assert client_of(owner).get("/late/").content == b"organization.created"


@pytest.mark.django_db(transaction=True)
def test_a_member_costs_two_queries_beside_session_and_person(owner: User) -> None:
    client = client_of(owner)
    with CaptureQueriesContext(connection) as queries:
        answer(client)
    ours = [query["sql"] for query in queries.captured_queries]
    ours = [sql for sql in ours if not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]
    assert len(ours) == 4, ours
    assert "django_session" in ours[0]
    assert "billing_user" in ours[1]


@pytest.fixture
def page_402(settings: Any) -> None:
    """A page of our own in the place of the site's, to see what it is given."""
    text = "{{ error }} {{ error.plan.name }} {{ error.address }} {% for plan in plans %}{{ plan.slug }} {% endfor %}"
    loader = ("django.template.loaders.locmem.Loader", {"402.html": text})
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": [loader]}}
    ]


def test_a_plan_too_small_is_answered_with_a_page(owner: User, page_402: None) -> None:
    response = client_of(owner).get("/small/")
    assert response.status_code == 402
    said, _, plans = response.content.decode().partition(" Professional /pricing/ ")
    assert said == "API keys is not part of the Free plan. It comes with the Professional plan."
    assert plans.split() == ["free", "watcher", "professional"]
    assert not Organization.objects.filter(slug="left-behind").exists()


def test_a_plan_too_small_is_answered_with_a_problem_in_the_api(owner: User) -> None:
    response = client_of(owner).get("/api/v1/small/")
    assert response.status_code == 402
    assert response.json() == {
        "type": "about:blank",
        "title": "Payment Required",
        "status": 402,
        "code": "upgrade_required",
        "detail": "API keys is not part of the Free plan. It comes with the Professional plan.",
        "wanted": "api_keys",
        "plan": "professional",
        "address": "/pricing/",
    }


def test_a_plan_large_enough_passes(owner: User, organization: Organization) -> None:
    grant_plan(organization, "professional")
    assert client_of(owner).get("/small/").content == b"Allowed."
