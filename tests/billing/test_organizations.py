"""Members, invitations, roles and switching: who may come in, who may make whom what, and who can't go."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from billing.entitlements import UpgradeRequired, grant_plan
from billing.invitations import VALID_FOR, accept, invitation_of, invite, revoke
from billing.members import MemberRefused, change_role, remove_member, transfer_ownership
from billing.models import AuditEntry, Invitation, Membership, Organization, Role, User
from billing.tenancy import tenant_scope
from tests.people import client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def of(user: User, organization: Organization) -> Membership:
    return Membership.objects.select_related("user", "organization").get(user=user, organization=organization)


@pytest.fixture
def team(organization: Organization) -> Organization:
    grant_plan(organization, "professional")
    return organization


def link() -> str:
    found = re.search(r"https?://[^/\s]+(/invitation/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def send(client: Client, email: str, role: str = "member") -> None:
    client.post(reverse("member_invite"), {"email": email, "role": role})


def test_an_invited_person_joins_by_the_mailed_link(
    team: Organization, owner: User, stranger: User, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        send(client_of(owner), stranger.email, "admin")
    assert mail.outbox[-1].to == [stranger.email]
    theirs = client_of(stranger)
    assert team.name in theirs.get(link()).content.decode()
    theirs.post(link())
    assert of(stranger, team).role == Role.ADMIN
    assert theirs.get(reverse("members")).context["members"][0].organization_id == team.pk
    assert theirs.get(link()).status_code == 404, "a link opens once"


def test_a_refused_invitation_keeps_what_was_typed(team: Organization, owner: User) -> None:
    client = client_of(owner)
    wrong = {"email": "dora at example.org", "role": "admin"}
    shown = client.post(reverse("member_invite"), wrong, follow=True).content.decode()
    assert "E-mail address: type one like" in shown
    assert 'value="dora at example.org"' in shown
    assert '<option value="admin" selected>' in shown
    assert "dora at" not in client.get(reverse("members")).content.decode(), "once"


def test_a_link_opens_nothing_for_another_person(
    team: Organization, owner: User, member: User, stranger: User, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        send(client_of(owner), "dora@example.org")
    page = client_of(stranger).post(link()).content.decode()
    assert "dora@example.org" in page
    assert not Membership.objects.filter(user=stranger, organization=team).exists()


def test_the_link_is_kept_as_its_hash_and_ends_with_the_week(
    team: Organization, owner: User, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        invite(team, "dora@example.org", "member", by=of(owner, team), now=NOW)
    token = link().strip("/").rpartition("/")[2]
    with tenant_scope(team):
        assert token not in str(Invitation.objects.for_org(team).values().get())
    assert invitation_of(token, NOW + VALID_FOR - timedelta(minutes=1))
    assert invitation_of(token, NOW + VALID_FOR + timedelta(minutes=1)) is None


def test_a_revoked_invitation_and_the_earlier_link_of_one_sent_again_open_nothing(
    team: Organization, owner: User, django_capture_on_commit_callbacks: object
) -> None:
    tokens = []
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            invitation = invite(team, "dora@example.org", "member", by=of(owner, team), now=NOW)
        tokens.append(link().strip("/").rpartition("/")[2])
    assert invitation_of(tokens[0], NOW) is None
    assert invitation_of(tokens[1], NOW)
    revoke(invitation, by=of(owner, team), now=NOW)
    assert invitation_of(tokens[1], NOW) is None


def test_free_has_no_seat_for_a_second_member(organization: Organization, owner: User) -> None:
    with pytest.raises(UpgradeRequired, match="room for 1 member"):
        invite(organization, "dora@example.org", "member", by=of(owner, organization), now=NOW)
    answer = client_of(owner).post(reverse("member_invite"), {"email": "dora@example.org", "role": "member"})
    assert answer.status_code == 402


def test_open_invitations_count_as_seats(team: Organization, owner: User) -> None:
    for number in range(9):
        invite(team, f"guest{number}@example.org", "member", by=of(owner, team), now=NOW)
    with pytest.raises(UpgradeRequired, match="billing page"):
        invite(team, "one-too-many@example.org", "member", by=of(owner, team), now=NOW)


def test_a_seat_gone_meanwhile_is_not_given_twice(team: Organization, owner: User, stranger: User) -> None:
    invitation = invite(team, stranger.email, "member", by=of(owner, team), now=timezone.now())
    grant_plan(team, "watcher")
    with pytest.raises(UpgradeRequired):
        accept(invitation, stranger, now=timezone.now())
    assert not Membership.objects.filter(user=stranger, organization=team).exists()


def test_nobody_gives_more_than_they_have(team: Organization, owner: User, member: User) -> None:
    mine, theirs = of(owner, team), of(member, team)
    with pytest.raises(MemberRefused, match="does not include its members"):
        invite(team, "dora@example.org", "member", by=theirs, now=NOW)
    change_role(theirs, "admin", by=mine)
    with pytest.raises(MemberRefused, match="Only an owner"):
        change_role(theirs, "owner", by=theirs)
    with pytest.raises(MemberRefused, match="Only an owner"):
        change_role(mine, "member", by=theirs)
    with pytest.raises(MemberRefused, match="Only an owner"):
        remove_member(mine, by=theirs)


def test_the_last_owner_can_neither_go_nor_step_down(team: Organization, owner: User, member: User) -> None:
    mine = of(owner, team)
    for attempt in (lambda: remove_member(mine, by=mine), lambda: change_role(mine, "member", by=mine)):
        with pytest.raises(MemberRefused, match="needs an owner"):
            attempt()
    transfer_ownership(of(member, team), by=mine)
    assert (of(member, team).role, of(owner, team).role) == (Role.OWNER, Role.ADMIN)
    mine = of(owner, team)
    remove_member(mine, by=mine)
    assert not Membership.objects.filter(user=owner, organization=team).exists()


def test_a_stranger_reaches_no_member_and_no_invitation(
    team: Organization, owner: User, member: User, stranger: User
) -> None:
    invitation = invite(team, "dora@example.org", "member", by=of(owner, team), now=NOW)
    theirs = client_of(stranger)
    pk = of(member, team).pk
    for name, key in (
        ("member_role", pk),
        ("member_owner", pk),
        ("member_remove", pk),
        ("invitation_again", invitation.pk),
        ("invitation_revoke", invitation.pk),
    ):
        assert theirs.post(reverse(name, args=[key]), {"role": "owner"}).status_code == 404, name


def test_a_plain_member_can_leave_and_change_nobody(team: Organization, owner: User, member: User) -> None:
    theirs = client_of(member)
    theirs.post(reverse("member_remove", args=[of(owner, team).pk]))
    assert Membership.objects.filter(user=owner, organization=team).exists()
    theirs.post(reverse("member_remove", args=[of(member, team).pk]))
    assert not Membership.objects.filter(user=member).exists()
    assert "You belong to no organization" in theirs.get(reverse("members")).content.decode()


def test_switching_works_for_ones_own_organizations_only(
    team: Organization, owner: User, strangers_organization: Organization
) -> None:
    client = client_of(owner)
    client.post(reverse("organization_new"), {"name": "Second"})
    second = owner.organizations.exclude(pk=team.pk).get()
    assert client.get(reverse("organization")).context["form"].instance == second
    client.post(reverse("organization_switch"), {"organization": team.pk})
    assert client.get(reverse("organization")).context["form"].instance == team
    assert (
        client.post(reverse("organization_switch"), {"organization": strangers_organization.pk}).status_code
        == 404
    )


def test_the_audit_log_is_narrowed_paged_and_taken_out(team: Organization, owner: User, member: User) -> None:
    for number in range(60):
        invite(team, "dora@example.org", "member", by=of(owner, team), now=NOW + timedelta(minutes=number))
    client = client_of(owner)
    page = client.get(reverse("audit_log"), {"action": "invitation.sent_again"})
    assert len(page.context["entries"]) == 50
    assert "<td>Invitation sent again</td>" in page.content.decode()
    rest = client.get(
        reverse("audit_log"), {"action": "invitation.sent_again", "before": page.context["older"]}
    )
    assert len(rest.context["entries"]) == 9
    lines = b"".join(client.get(reverse("audit_export", args=["jsonl"])).streaming_content).splitlines()  # type: ignore[attr-defined]
    with tenant_scope(team):
        assert len(lines) == AuditEntry.objects.for_org(team).count()
    assert client_of(member).get(reverse("audit_log")).status_code == 403
    assert client_of(member).get(reverse("audit_export", args=["csv"])).status_code == 403


def test_nothing_in_the_taken_out_log_is_a_formula(team: Organization, owner: User) -> None:
    client = client_of(owner)
    client.post(
        reverse("organization"),
        {"name": "=1+1", "time_zone": "UTC", "digest_weekday": "0", "digest_hour": "8"},
    )
    body = b"".join(client.get(reverse("audit_export", args=["csv"])).streaming_content).decode()  # type: ignore[attr-defined]
    assert "'=1+1" in body
    assert ",=1+1" not in body


def test_wrong_settings_name_the_field_and_lose_nothing(team: Organization, owner: User) -> None:
    page = client_of(owner).post(
        reverse("organization"),
        {"name": "Kept", "time_zone": "Mars/Olympus", "digest_weekday": "0", "digest_hour": "8"},
    )
    body = page.content.decode()
    assert "Mars/Olympus" in body
    assert 'value="Kept"' in body


def test_a_page_opens_where_the_server_was_told_no_address(client: Client) -> None:
    assert client.get("/about/", REMOTE_ADDR="").status_code == 200


@pytest.mark.parametrize(
    ("begins", "ends", "kept"),
    [("22", "7", (22, 7)), ("", "", (None, None)), ("22", "", None), ("", "7", None), ("9", "9", None)],
)
def test_quiet_hours_have_both_ends_or_none(
    organization: Organization,
    owner: User,
    begins: str,
    ends: str,
    kept: tuple[int | None, int | None] | None,
) -> None:
    form = {"name": "Kept", "time_zone": "UTC", "digest_weekday": "0", "digest_hour": "8"}
    answer = client_of(owner).post(
        reverse("organization"), {**form, "quiet_from": begins, "quiet_until": ends}
    )
    organization.refresh_from_db()
    assert answer.status_code == (200 if kept is None else 302)
    assert (organization.quiet_from, organization.quiet_until) == (kept or (None, None))
