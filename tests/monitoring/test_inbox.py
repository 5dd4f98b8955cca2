"""The inbox: what a team does with its alerts, page by page and link by link."""

from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from billing.entitlements import grant_plan
from billing.members import create_organization
from billing.models import Membership, Organization, Role, User
from billing.tenancy import tenant_scope
from monitoring.figures import unread_alerts_of
from monitoring.mail.delivery import deliver_owed
from monitoring.models import Alert, AlertNote
from tests.monitoring.telling import NOON, change, owed, publish, watch
from tests.people import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alert(organization: Organization, owner: User, member: User) -> Alert:
    """An alert that Ann and Ben were owed the same day."""
    Membership.objects.update(created_at=NOON)
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    with tenant_scope(organization):
        return Alert.objects.for_org(organization).get()


def again(alert: Alert) -> Alert:
    with tenant_scope(alert.organization):
        return Alert.objects.for_org(alert.organization).select_related("acknowledged_by").get(pk=alert.pk)


def page(user: User, address: str) -> str:
    answer = client_of(user).get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def unread(user: User, organization: Organization) -> int:
    with tenant_scope(organization):
        return unread_alerts_of(organization.memberships.get(user=user))


def test_each_member_has_read_it_or_not(
    alert: Alert, organization: Organization, owner: User, member: User
) -> None:
    assert (unread(owner, organization), unread(member, organization)) == (1, 1)
    page(owner, reverse("alert", args=[alert.pk]))
    assert unread(owner, organization) == 1, "looking by GET changes nothing: a mail scanner may do it"
    client_of(owner).post(reverse("alert_read", args=[alert.pk]))
    client_of(owner).post(reverse("alert_read", args=[alert.pk]))
    assert (unread(owner, organization), unread(member, organization)) == (0, 1)
    assert "Not read yet" in page(member, "/app/inbox/")
    assert "Not read yet" not in page(owner, "/app/inbox/")


def test_what_was_there_before_somebody_joined_is_not_new_to_them(
    alert: Alert, organization: Organization
) -> None:
    late = User.objects.create_user("late@example.org")
    Membership.objects.create(organization=organization, user=late, role=Role.MEMBER)
    assert unread(late, organization) == 0
    assert "Pondmoor" in page(late, "/app/inbox/")


def test_the_page_of_an_alert_says_what_the_mail_says(alert: Alert, owner: User) -> None:
    said = page(owner, reverse("alert", args=[alert.pk]))
    assert alert.change.summary in said
    assert "machine learning models" in said
    assert "<ins>" in said
    assert reverse("diff", args=["pondmoor", "privacy-policy", 1, 2]) in said


def test_the_mails_link_asks_first_and_acknowledges_by_post(
    alert: Alert, organization: Organization, owner: User, member: User, client: Any
) -> None:
    deliver_owed(lambda: owed()[0].due_at)
    link = reverse("alert_acknowledge", args=[alert.pk])
    for part in (mail.outbox[0].body, mail.outbox[0].alternatives[0][0]):
        assert f"http://127.0.0.1:8000{link}" in part
    answer = client.get(link)
    assert answer.status_code == 302
    assert link in answer["Location"], "after the log-in one comes back to it"
    assert "Acknowledge" in page(owner, link)
    assert again(alert).acknowledged_at is None
    client_of(owner).post(link)
    client_of(member).post(link)
    assert again(alert).acknowledged_by == owner, "the first one stays"
    assert "acknowledged by Ann" in page(member, "/app/inbox/")


def test_an_acknowledgement_in_place_answers_with_the_row(alert: Alert, owner: User) -> None:
    link = reverse("alert_acknowledge", args=[alert.pk])
    said = client_of(owner).post(link, headers={"HX-Request": "true"}).content.decode()
    assert said.strip().startswith("<li")
    assert "acknowledged by Ann" in said


def test_a_link_of_another_of_ones_organizations_says_so(alert: Alert, owner: User) -> None:
    other = create_organization("Second House", owner=owner)
    browser = client_of(owner)
    browser.post("/app/organization/switch/", {"organization": other.pk})
    said = browser.get(reverse("alert_acknowledge", args=[alert.pk])).content.decode()
    assert "Work for Ann" in said
    assert browser.get(reverse("alert", args=[alert.pk])).status_code == 404


def test_assigned_noted_resolved_and_opened_again(
    alert: Alert, organization: Organization, owner: User, member: User
) -> None:
    browser = client_of(owner)
    browser.post(reverse("alert_assign", args=[alert.pk]), {"to": member.pk})
    assert "Pondmoor" in page(member, "/app/inbox/?show=mine")
    assert "Pondmoor" not in page(owner, "/app/inbox/?show=mine")
    browser.post(reverse("alert_note", args=[alert.pk]), {"text": "Ask <legal> first."})
    said = page(member, reverse("alert", args=[alert.pk]))
    assert "Ask &lt;legal&gt; first." in said
    browser.post(reverse("alert_resolve", args=[alert.pk]))
    assert again(alert).acknowledged_by == owner
    assert "Pondmoor" not in page(owner, "/app/inbox/")
    assert "resolved by Ann" in page(owner, "/app/inbox/?show=resolved")
    browser.post(reverse("alert_resolve", args=[alert.pk]), {"wish": "reopen"})
    assert "Pondmoor" in page(owner, "/app/inbox/?show=open")


def test_what_cannot_be_done_is_said_with_a_reason(
    alert: Alert, organization: Organization, owner: User, stranger: User
) -> None:
    browser = client_of(owner)
    for name, data in (
        ("alert_assign", {"to": stranger.pk}),
        ("alert_note", {"text": "  "}),
        ("alert_note", {"text": "x" * 2001}),
    ):
        answer = browser.post(reverse(name, args=[alert.pk]), data, follow=True)
        assert "Choose one" in answer.content.decode() or "Note: write" in answer.content.decode()
    with tenant_scope(organization):
        assert not AlertNote.objects.for_org(organization).exists()
    assert again(alert).assigned_to is None


def test_free_reads_and_does_no_more(organization: Organization, owner: User) -> None:
    Membership.objects.update(created_at=NOON)
    document = publish()
    watch(organization, document)
    change(document)
    assert "Pondmoor" in page(owner, "/app/inbox/")
    with tenant_scope(organization):
        alert = Alert.objects.for_org(organization).get()
    assert "from the Watcher plan on" in page(owner, reverse("alert", args=[alert.pk]))
    for name in ("alert_acknowledge", "alert_assign", "alert_resolve"):
        assert client_of(owner).post(reverse(name, args=[alert.pk])).status_code == 402
    assert client_of(owner).post(reverse("alert_note", args=[alert.pk]), {"text": "x"}).status_code == 402
    assert again(alert).acknowledged_at is None


def test_the_navigation_counts_what_is_not_read(alert: Alert, owner: User) -> None:
    assert '1</span><span class="vh"> not read</span>' in page(owner, "/app/inbox/")
    client_of(owner).post(reverse("alert_read", args=[alert.pk]))
    assert "not read</span>" not in page(owner, "/app/inbox/")


def test_many_are_acknowledged_read_resolved_and_opened_at_once(
    alert: Alert, organization: Organization, owner: User, member: User
) -> None:
    document = publish("grimmoor", "Grimmoor")
    watch(organization, document)
    change(document)
    client = client_of(owner)
    with tenant_scope(organization):
        keys = [each.pk for each in Alert.objects.for_org(organization)]
    assert len(keys) == 2

    def done(wish: str, show: str = "open") -> str:
        answer = client.post(
            reverse("alerts_together"), {"alert": keys, "wish": wish, "show": show}, follow=True
        )
        assert answer.status_code == 200
        return " ".join(answer.content.decode().split())

    assert "2 alerts are marked as read." in done("read")
    assert (unread(owner, organization), unread(member, organization)) == (0, 2)
    assert "You acknowledged 2 alerts." in done("acknowledge")
    assert "Nothing was left to acknowledge" in done("acknowledge")
    assert "2 alerts are resolved." in done("resolve")
    assert "2 alerts are open again." in done("reopen", "resolved")
    assert all(again(alert).acknowledged_by == owner for _ in keys)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"wish": "read"}, "Mark some alerts first."),
        ({"wish": "read", "alert": ["x", "-1", "9" * 40]}, "Mark some alerts first."),
        ({"wish": "burn", "alert": ["1"]}, "Choose what to do with them."),
    ],
)
def test_what_cannot_be_done_with_many_is_said(
    alert: Alert, owner: User, sent: dict[str, Any], said: str
) -> None:
    answer = client_of(owner).post(reverse("alerts_together"), sent, follow=True)
    assert said in answer.content.decode()


def test_strangers_alerts_are_not_among_the_many(
    alert: Alert, strangers_organization: Organization, stranger: User
) -> None:
    grant_plan(strangers_organization, "watcher")
    client_of(stranger).post(reverse("alerts_together"), {"alert": [alert.pk], "wish": "resolve"})
    assert again(alert).resolved_at is None
