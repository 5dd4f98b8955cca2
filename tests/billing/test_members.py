"""Who belongs, and what each role may do."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.transaction import TransactionManagementError

from billing.members import RIGHTS, Action, can, create_personal_organization, locked
from billing.models import Membership, Organization, Role, User
from billing.tenancy import tenant_scope


def role_of(user: User, organization: Organization) -> Membership:
    return Membership.objects.get(user=user, organization=organization)


def test_every_role_has_its_rights_written_down() -> None:
    assert set(RIGHTS) == set(Role)


def test_the_owner_may_do_everything(owner: User, organization: Organization) -> None:
    assert all(can(role_of(owner, organization), action) for action in Action)


def test_a_member_watches_but_does_not_change_the_organization(
    member: User, organization: Organization
) -> None:
    assert can(role_of(member, organization), Action.CHANGE_WATCHES)
    assert not can(role_of(member, organization), Action.CHANGE_ORGANIZATION)
    assert not can(role_of(member, organization), Action.SEE_BILLING)


def test_who_pays_does_not_watch() -> None:
    accountant = Membership(role=Role.BILLING)
    assert can(accountant, Action.SEE_BILLING)
    assert not can(accountant, Action.SEE_WATCHES)


def test_nobody_may_do_nothing() -> None:
    assert not any(can(None, action) for action in Action)


def test_a_personal_organization_is_owned_and_audited(db: None) -> None:
    user = User.objects.create_user("Dora.M@Example.org")
    organization = create_personal_organization(user)
    assert organization.name == "dora.m"
    assert organization.slug.startswith("doram-")
    assert (organization.time_zone, organization.digest_weekday, organization.digest_hour) == ("UTC", 0, 8)
    assert role_of(user, organization).role == Role.OWNER
    with tenant_scope(organization):
        assert [(entry.action, entry.actor) for entry in organization.audit_entries.all()] == [
            ("organization.created", user)
        ]


@pytest.mark.parametrize("name", ["", "李", "a" * 120, "--"])
def test_any_name_makes_a_slug(db: None, name: str) -> None:
    organization = create_personal_organization(User.objects.create_user("x@example.org", name=name))
    organization.full_clean()


def test_an_address_differing_in_case_is_the_same_person(owner: User) -> None:
    assert User.objects.get(email="ANN@Example.org") == owner
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("Ann@example.ORG")


def test_an_address_in_upper_case_can_not_be_written_past_the_model(owner: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        from_sql = "UPDATE billing_user SET email = 'ANN@example.org'"
        with transaction.get_connection().cursor() as cursor:
            cursor.execute(from_sql)


def test_a_person_needs_an_address(db: None) -> None:
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")


def test_one_of_ours_may_enter_the_admin(db: None) -> None:
    staff = User.objects.create_superuser("root@example.org", "a long password")
    assert staff.is_staff
    assert staff.is_superuser
    assert staff.check_password("a long password")


def test_a_person_is_once_in_an_organization(owner: User, organization: Organization) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(organization=organization, user=owner)


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "Europe"])
def test_a_time_zone_that_is_none_is_refused(organization: Organization, name: str) -> None:
    organization.time_zone = name
    with pytest.raises(ValidationError):
        organization.full_clean()


@pytest.mark.django_db(transaction=True)
def test_locking_needs_a_transaction(organization: Organization) -> None:
    with pytest.raises(TransactionManagementError):
        locked(organization)
