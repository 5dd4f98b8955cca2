"""Coming in, second factors, sessions, everything we hold on a person, and forgetting them."""

import json
import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client
from django.urls import reverse

from billing.entitlements import grant_plan
from billing.members import remove_member
from billing.models import AuditEntry, Membership, Organization, Subscription, User
from billing.personal_data import CannotLeave, delete_account, personal_data
from billing.tenancy import across_orgs_scope, tenant_scope

pytestmark = pytest.mark.django_db
PASSWORD = "a rather long pass phrase"


@pytest.fixture(autouse=True)
def _fresh_counters(settings: Any, request: pytest.FixtureRequest) -> None:
    """The limits on attempts are counted in the cache, which outlives a test."""
    local = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": local, "LOCATION": request.node.nodeid}}


def with_log_in(user: User) -> User:
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def logged_in(user: User) -> Client:
    client = Client()
    response = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert response.status_code == 302, response.content
    return client


def confirmed(user: User) -> Client:
    """Logged in, and asked once more who it is."""
    client = logged_in(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def code_in_mail() -> str:
    found = re.search(r"^([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def totp_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_a_code_sent_by_mail_lets_in_once(owner: User) -> None:
    with_log_in(owner)
    client = Client()
    client.post(reverse("account_request_login_code"), {"email": owner.email})
    code = code_in_mail()
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert client.get(reverse("security")).status_code == 200
    assert Client().post(reverse("account_confirm_login_code"), {"code": code}).status_code != 200


def _without_token(body: bytes, email: str) -> bytes:
    body = re.sub(rb'(csrfmiddlewaretoken"? value=")[^"]+', rb"\1", body)
    return body.replace(email.encode(), b"ADDRESS")


@pytest.mark.parametrize("door", ["account_request_login_code", "account_reset_password", "account_signup"])
def test_no_door_tells_whether_an_address_has_an_account(owner: User, door: str) -> None:
    with_log_in(owner)
    answers = []
    for email in (owner.email, "nobody@example.org"):
        client = Client()
        first = client.post(reverse(door), {"email": email, "password1": PASSWORD})
        then = client.get(first.headers["Location"]) if first.status_code == 302 else first
        answers.append(
            (first.status_code, first.headers.get("Location"), _without_token(then.content, email))
        )
    assert answers[0] == answers[1]


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(owner: User) -> None:
    with_log_in(owner)
    bodies = []
    for email in (owner.email, "nobody@example.org"):
        answer = Client().post(reverse("account_login"), {"login": email, "password": "wrong wrong wrong"})
        bodies.append((answer.status_code, _without_token(answer.content, email)))
    assert bodies[0] == bodies[1]


def test_too_many_tries_are_answered_with_what_to_do(owner: User) -> None:
    with_log_in(owner)
    client = Client()
    answers = [
        client.post(reverse("account_login"), {"login": owner.email, "password": f"wrong {number}"})
        for number in range(12)
    ]
    assert "Too many failed login attempts" in answers[-1].content.decode() or answers[-1].status_code == 429


def test_with_an_authenticator_app_the_password_alone_opens_nothing(owner: User) -> None:
    with_log_in(owner)
    client = confirmed(owner)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    client.post(reverse("mfa_activate_totp"), {"code": totp_now(secret)})
    assert Authenticator.objects.filter(user=owner, type="totp").exists()
    assert Authenticator.objects.filter(user=owner, type="recovery_codes").exists()
    other = Client()
    other.post(reverse("account_login"), {"login": owner.email, "password": PASSWORD})
    assert other.get(reverse("security")).status_code == 302
    codes = Authenticator.objects.get(user=owner, type="recovery_codes").wrap().get_unused_codes()
    other.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert other.get(reverse("security")).status_code == 200


@pytest.mark.parametrize(
    "page",
    ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "usersessions_list", "socialaccount_connections"],
)
def test_pages_of_security_are_in_our_look_and_hold_no_inline_script(owner: User, page: str) -> None:
    with_log_in(owner)
    body = confirmed(owner).get(reverse(page)).content.decode()
    assert 'class="masthead"' in body
    inline = re.findall(r"<script(?![^>]*src=)(?![^>]*application/json)[^>]*>", body)
    assert not inline
    assert " style=" not in body
    assert not re.search(r"\son\w+=\"", body)


def test_a_session_ended_from_elsewhere_is_logged_out(owner: User) -> None:
    with_log_in(owner)
    here, there = logged_in(owner), logged_in(owner)
    here.get(reverse("security")), there.get(reverse("security"))
    here.post(reverse("usersessions_list"))
    assert there.get(reverse("security")).status_code == 302
    assert here.get(reverse("security")).status_code == 200


def test_the_export_holds_every_table_with_a_key_to_the_person(
    owner: User, organization: Organization
) -> None:
    with_log_in(owner)
    client = confirmed(owner)
    told = json.loads(client.get(reverse("account_export")).content)
    assert told["billing.User"][0]["email"] == owner.email
    assert told["billing.Organization"][0]["name"] == organization.name
    assert "password" not in told["billing.User"][0]
    assert {
        "billing.Membership",
        "billing.AuditEntry",
        "account.EmailAddress",
        "usersessions.UserSession",
    } <= set(told)
    assert PASSWORD not in json.dumps(told)


def test_the_export_asks_again_who_it_is(owner: User) -> None:
    with_log_in(owner)
    client = Client()
    client.force_login(owner)
    assert client.get(reverse("account_export")).status_code == 302


def test_the_export_holds_nothing_of_others(owner: User, stranger: User) -> None:
    assert "charlie" not in json.dumps(personal_data(owner))


def test_deleting_the_account_forgets_the_person_and_keeps_the_log(
    owner: User, organization: Organization
) -> None:
    with_log_in(owner)
    client = confirmed(owner)
    assert "Ann" in client.get(reverse("account_delete")).content.decode()
    client.post(reverse("account_delete"), {"email": "someone@else.org"})
    assert User.objects.filter(pk=owner.pk).exists()
    client.post(reverse("account_delete"), {"email": owner.email})
    assert not User.objects.filter(pk=owner.pk).exists()
    assert client.get(reverse("security")).status_code == 302
    assert mail.outbox[-1].to == ["ann@example.org"]
    organization.refresh_from_db()
    assert organization.name == "Closed organization"
    with across_orgs_scope():
        entries = AuditEntry.objects.across_orgs().filter(organization=organization)
        assert entries.exists()
        assert not entries.exclude(actor=None).exists()


def test_the_only_owner_of_others_must_hand_on_first(
    owner: User, member: User, organization: Organization
) -> None:
    with pytest.raises(CannotLeave, match="Hand it on"):
        delete_account(owner)
    assert User.objects.filter(pk=owner.pk).exists()
    theirs = Membership.objects.get(user=member, organization=organization)
    mine = Membership.objects.get(user=owner, organization=organization)
    remove_member(theirs, by=mine)
    delete_account(owner)


def test_a_paid_plan_is_stopped_first(owner: User, organization: Organization) -> None:
    grant_plan(organization, "watcher")
    Subscription.objects.filter(organization=organization).update(stripe_id="sub_1")
    with pytest.raises(CannotLeave, match="Stop it"):
        delete_account(User.objects.get(pk=owner.pk))


def test_entries_say_from_where_it_was_done(owner: User, organization: Organization) -> None:
    client = Client()
    client.force_login(owner)
    client.post(
        reverse("organization"),
        {"name": "New", "time_zone": "Europe/Berlin", "digest_weekday": "2", "digest_hour": "7"},
    )
    with tenant_scope(organization):
        entry = AuditEntry.objects.for_org(organization).get(action="organization.changed")
    assert entry.address == "127.0.0.1"


def test_a_person_without_any_password_can_still_take_out_their_data(owner: User) -> None:
    client = Client()
    client.force_login(owner)
    assert not owner.has_usable_password()
    assert json.loads(client.get(reverse("account_export")).content)["billing.User"]
