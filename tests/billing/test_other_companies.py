"""Coming in with an account at Google or GitHub: through the library's whole way, only the wire is ours."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core import mail
from django.test import Client
from django.urls import reverse

from billing.models import User
from tests.billing.other_companies import Person, come_in_with

pytestmark = pytest.mark.django_db
COMPANIES = pytest.mark.parametrize("company", ["google", "github"])


@pytest.fixture(autouse=True)
def _the_wire(settings: Any) -> None:
    settings.SOCIALACCOUNT_ADAPTER = "tests.billing.other_companies.Adapter"


def is_in(client: Client) -> bool:
    return client.get(reverse("security")).status_code == 200


@COMPANIES
@pytest.mark.parametrize("page", ["account_login", "account_signup"])
def test_both_ways_in_offer_it(company: str, page: str) -> None:
    answer = Client().get(reverse(page))
    assert reverse(f"{company}_login") in answer.content.decode()


@COMPANIES
def test_a_new_person_has_an_organization_and_sees_the_first_steps(company: str) -> None:
    client = Client()
    answer = come_in_with(company, client, Person())
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("welcome"))
    assert is_in(client)
    dora = User.objects.get(email="dora@example.org")
    assert dora.organizations.count() == 1
    assert not SocialToken.objects.exists()


@COMPANIES
def test_the_same_person_comes_back_to_the_same_account(company: str) -> None:
    come_in_with(company, Client(), Person())
    client = Client()
    come_in_with(company, client, Person(email="moved@example.org"))
    assert is_in(client)
    assert User.objects.count() == 1


@COMPANIES
def test_an_address_that_the_company_did_not_verify_is_verified_by_us(company: str) -> None:
    client = Client()
    come_in_with(company, client, Person(verified=False))
    assert not is_in(client)
    assert "confirm-email" in str(mail.outbox[-1].body)


@COMPANIES
def test_an_account_is_never_taken_over_by_its_address(company: str, owner: User) -> None:
    EmailAddress.objects.create(user=owner, email=owner.email, primary=True, verified=True)
    client = Client()
    come_in_with(company, client, Person(email=owner.email))
    assert not is_in(client)
    assert not SocialAccount.objects.filter(user=owner).exists()


@COMPANIES
def test_a_way_back_with_another_state_is_refused(company: str) -> None:
    client = Client()
    client.post(reverse(f"{company}_login"))
    answer = client.get(reverse(f"{company}_callback"), {"code": "c", "state": "forged"})
    assert not is_in(client)
    assert "<footer" in answer.content.decode()


@COMPANIES
def test_a_person_who_says_no_there_is_told_so_here(company: str) -> None:
    client = Client()
    away = client.post(reverse(f"{company}_login"))
    state = away.headers["Location"].partition("state=")[2].partition("&")[0]
    answer = client.get(
        reverse(f"{company}_callback"), {"error": "access_denied", "state": state}, follow=True
    )
    assert answer.status_code == 200
    assert "<footer" in answer.content.decode()
    assert not is_in(client)
