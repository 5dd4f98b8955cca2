"""Regulation on pages: which laws a provision engages is open to all, the analysis comes with the plan that has it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from billing.entitlements import grant_plan
from billing.models import Organization, User
from provisions.identity import follow_provisions
from provisions.models import Provision
from provisions.regulations.knowledge import regulations
from tests.builders import build_document, build_platform, build_version

KEEPING = "We keep your personal information for as long as necessary for the purposes described here."
POLICY = f"# Privacy Policy\n\n## How long we keep it\n\n{KEEPING}\n"


@pytest.fixture
def provision(db: None) -> Provision:
    document = build_document(build_platform("Pondmoor"), "Privacy Policy")
    follow_provisions(build_version(document, POLICY))
    return Provision.objects.get(quote=KEEPING)


def test_a_provision_names_the_laws_it_engages_and_is_listed_on_their_pages(
    client: Client, provision: Provision
):
    assert "gdpr" in provision.regulations
    page = client.get(provision.get_absolute_url()).content.decode()
    assert reverse("regulation", args=["gdpr"]) in page
    assert provision.title in client.get(reverse("regulation", args=["gdpr"])).content.decode()


def test_what_is_behind_the_plan_is_counted_truthfully_and_not_shown(client: Client, provision: Provision):
    page = client.get(provision.get_absolute_url()).content.decode()
    assert "Professional plan shows" in page
    assert "Due diligence" not in page
    assert "Article 13(2)(a)" not in page


def test_professional_reads_articles_reasons_triggers_risk_and_actions(
    client: Client, owner: User, organization: Organization, provision: Provision
):
    grant_plan(organization, "professional")
    client.force_login(owner)
    page = client.get(provision.get_absolute_url()).content.decode()
    for words in (
        "Article 13(2)(a)",
        "Triggered by",
        "as long as necessary",
        "Enforcement risk",
        "Due diligence",
    ):
        assert words in page
    assert "Professional plan shows" not in page


def test_every_regulation_has_its_page_and_the_index_lists_it(client: Client, provision: Provision):
    index = client.get(reverse("regulations")).content.decode()
    for law in regulations().values():
        address = reverse("regulation", args=[law.slug])
        assert address in index
        page = client.get(address)
        assert page.status_code == 200
        assert escape(law.link) in page.content.decode()
    assert client.get("/regulations/no-such-law/").status_code == 404


def test_a_provision_that_engages_no_law_says_so(client: Client, provision: Provision):
    Provision.objects.filter(pk=provision.pk).update(quote="Be kind to the ducks.", attributes=[], lead_in="")
    assert "No rule of ours connects" in client.get(provision.get_absolute_url()).content.decode()


def test_the_list_can_be_narrowed_by_type_and_a_wrong_one_is_ignored(client: Client, provision: Provision):
    address = reverse("regulation", args=["gdpr"])
    assert provision.title in client.get(address, {"type": provision.type}).content.decode()
    assert client.get(address, {"type": "nonsense", "page": "99"}).status_code == 200


def test_pages_say_who_worded_the_explanation(client: Client, provision: Provision):
    assert "made by the rules of our method" in client.get(provision.get_absolute_url()).content.decode()
    Provision.objects.update(written_by={"says": "editor"})
    assert "edited by one of our editors" in client.get(provision.get_absolute_url()).content.decode()
