"""Stopping a kind of mail: by the link, by one click, without a log-in, for this member here and nobody else."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from billing.entitlements import grant_plan
from billing.models import Membership, Organization, User
from billing.tenancy import tenant_scope
from monitoring.digests.weekly import enqueue_due_digests
from monitoring.mail.delivery import deliver_owed
from monitoring.mail.preferences import MailKind, unsubscribe_url
from monitoring.models import MailPreference
from tests.monitoring.telling import BEFORE, DAY, NOON, SOON, change, owed, publish, watch
from tests.monitoring.test_digests import MONDAY

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def path_for(organization: Organization, user: User, kind: MailKind = MailKind.ALERTS) -> str:
    return unsubscribe_url(organization, user, kind).removeprefix("http://127.0.0.1:8000")


def test_one_click_on_the_header_stops_the_alerts_of_this_member(
    organization: Organization, owner: User, member: User
) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    deliver_owed(lambda: SOON)
    to_owner = next(message for message in mail.outbox if message.to == [owner.email])
    address = str(to_owner.extra_headers["List-Unsubscribe"]).strip("<>")
    provider = Client(enforce_csrf_checks=True)
    assert provider.post(address.removeprefix("http://127.0.0.1:8000"), ONE_CLICK).status_code == 200
    change(document, NOON + DAY, after=BEFORE.replace("30 days", "five years"))
    assert [one.user for one in owed(state="owed")] == [member]


def test_looking_at_the_page_stops_nothing(client: Client, organization: Organization, owner: User) -> None:
    response = client.get(path_for(organization, owner))
    assert "Stop same-day alerts?" in response.content.decode()
    with tenant_scope(organization):
        assert not MailPreference.objects.for_org(organization).exists()


def test_what_was_owed_is_not_sent_any_more(client: Client, organization: Organization, owner: User) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    client.post(path_for(organization, owner), ONE_CLICK)
    assert deliver_owed(lambda: SOON) == 0
    assert [one.last_error for one in owed()] == ["The person stopped these mails."]


def test_each_kind_is_stopped_by_itself(client: Client, organization: Organization, owner: User) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    client.post(path_for(organization, owner, MailKind.DIGESTS), ONE_CLICK)
    change(document)
    enqueue_due_digests(MONDAY)
    assert [one.digest for one in owed()] == [None]


def test_the_person_can_take_it_back(client: Client, organization: Organization, owner: User) -> None:
    path = path_for(organization, owner)
    client.post(path, ONE_CLICK)
    assert "no more same-day alerts" in client.get(path).content.decode()
    assert "again" in client.post(path, {"wish": "resume"}).content.decode()
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    assert [one.user for one in owed()] == [owner]


def test_a_link_that_was_tampered_with_is_not_found(
    client: Client, organization: Organization, owner: User, stranger: User
) -> None:
    path = path_for(organization, owner)
    tampered = re.sub(r"-\d+-", f"-{stranger.pk}-", path)
    for wrong in (tampered, path[:-3] + "x/", reverse("unsubscribe", args=["anything"])):
        assert client.post(wrong, ONE_CLICK).status_code == 404


def test_it_works_while_somebody_else_is_logged_in(
    client: Client, organization: Organization, owner: User, stranger: User
) -> None:
    client.force_login(stranger)
    assert client.post(path_for(organization, owner), ONE_CLICK).status_code == 200
    with tenant_scope(organization):
        assert not MailPreference.objects.for_org(organization).get(user=owner).alerts


def test_who_has_left_is_told_that_nothing_comes(
    client: Client, organization: Organization, member: User
) -> None:
    path = path_for(organization, member)
    Membership.objects.filter(user=member).delete()
    assert "no longer a member" in client.post(path, ONE_CLICK).content.decode()
