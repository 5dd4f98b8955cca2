"""Staff see every customer, read the audit log of all, and change none of it; their own changes are in it."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from billing.entitlements import entitlements_of
from billing.models import Organization, User
from billing.plans import WATCHER
from billing.tenancy import tenant_scope

# As in a real request: what is rendered after the scope was closed would be seen to be empty.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def staff(db: None) -> Client:
    """A browser in which one of ours is logged in."""
    client = Client()
    user = User.objects.create_superuser("staff@example.org", "pass phrase for staff")
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize("model", ["user", "organization", "auditentry"])
def test_staff_list_what_all_customers_have(staff: Client, owner: User, stranger: User, model: str) -> None:
    page = staff.get(reverse(f"admin:billing_{model}_changelist")).content.decode().lower()
    assert "ann" in page
    assert "charlie" in page


def test_staff_open_each_kind_of_page(staff: Client, owner: User, organization: Organization) -> None:
    with tenant_scope(organization):
        entry = organization.audit_entries.get()
    for model, key in (("user", owner.pk), ("organization", organization.pk), ("auditentry", entry.pk)):
        for page in ("change", "history"):
            assert staff.get(reverse(f"admin:billing_{model}_{page}", args=[key])).status_code == 200
    assert staff.get(reverse("admin:billing_user_add")).status_code == 200


def test_the_audit_log_can_not_be_changed_by_staff(staff: Client, organization: Organization) -> None:
    with tenant_scope(organization):
        entry = organization.audit_entries.get()
    assert staff.get(reverse("admin:billing_auditentry_add")).status_code == 403
    for page in ("change", "delete"):
        address = reverse(f"admin:billing_auditentry_{page}", args=[entry.pk])
        assert staff.post(address, {"action": "x", "post": "yes"}).status_code == 403


def test_a_plan_given_by_staff_stands_in_the_audit_log(staff: Client, organization: Organization) -> None:
    membership = organization.memberships.get()
    form = {
        "name": "Ann",
        "slug": organization.slug,
        "time_zone": "Europe/Berlin",
        "digest_weekday": "4",
        "digest_hour": "17",
        "subscription-TOTAL_FORMS": "1",
        "subscription-INITIAL_FORMS": "0",
        "subscription-0-plan": "watcher",
        "subscription-0-status": "active",
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "1",
        "memberships-0-id": str(membership.pk),
        "memberships-0-organization": str(organization.pk),
        "memberships-0-user": str(membership.user_id),
        "memberships-0-role": membership.role,
    }
    response = staff.post(reverse("admin:billing_organization_change", args=[organization.pk]), form)
    assert response.status_code == 302, response.content.decode()
    changed = Organization.objects.get()
    assert (changed.time_zone, changed.digest_weekday, changed.digest_hour) == ("Europe/Berlin", 4, 17)
    assert entitlements_of(changed, datetime(2026, 3, 1, tzinfo=UTC)).plan is WATCHER
    with tenant_scope(organization):
        newest = organization.audit_entries.first()
        assert newest is not None
        assert newest.action == "subscription.changed_by_staff"
        assert str(newest.actor) == "staff@example.org"
