"""Who belongs to an organization and what each role may do: rights as data on one page."""

from enum import StrEnum

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from billing.audit import record_audit_entry
from billing.models import Membership, Organization, Role, User
from billing.tenancy import tenant_scope


class MemberRefused(Exception):
    """What was asked about a member cannot be done; str() is the reason, for the person who asked."""


class Action(StrEnum):
    """What a member may be allowed to do."""

    SEE_WATCHES = "see_watches"
    CHANGE_WATCHES = "change_watches"
    CHANGE_CHANNELS = "change_channels"
    CHANGE_API_KEYS = "change_api_keys"
    CHANGE_ORGANIZATION = "change_organization"
    CHANGE_MEMBERS = "change_members"
    SEE_BILLING = "see_billing"
    CHANGE_BILLING = "change_billing"
    SEE_AUDIT_LOG = "see_audit_log"


RIGHTS: dict[str, frozenset[Action]] = {
    Role.OWNER: frozenset(Action),
    Role.ADMIN: frozenset(Action),
    Role.MEMBER: frozenset({Action.SEE_WATCHES, Action.CHANGE_WATCHES}),
    Role.BILLING: frozenset({Action.SEE_BILLING, Action.CHANGE_BILLING}),
}


def can(membership: Membership | None, action: Action) -> bool:
    """Whether the role allows it; nobody in particular (None) may do nothing."""
    return membership is not None and action in RIGHTS[membership.role]


def roles_that_may(action: Action) -> list[str]:
    """The roles with a right, for a query over members."""
    return [role for role, rights in RIGHTS.items() if action in rights]


def addresses_of_those_who_may(organization: Organization, action: Action) -> list[str]:
    """The e-mail addresses of the active members whose role has a right, the longest a member first."""
    members = organization.memberships.filter(role__in=roles_that_may(action), user__is_active=True)
    return list(members.order_by("pk").values_list("user__email", flat=True))


def create_personal_organization(user: User) -> Organization:
    """The organization a person has from the day they sign up, of which they are the owner."""
    return create_organization(user.get_short_name(), owner=user)


def create_organization(name: str, *, owner: User) -> Organization:
    """A new tenant on the Free plan."""
    with transaction.atomic():
        organization = Organization.objects.create(name=name, slug=_slug_of(name))
        Membership.objects.create(organization=organization, user=owner, role=Role.OWNER)
        with tenant_scope(organization):
            record_audit_entry(organization, actor=owner, action="organization.created", subject=name)
    return organization


def _slug_of(name: str) -> str:
    # The random tail keeps namesakes apart without asking, and tells nobody how many there are.
    return f"{slugify(name)[:50].rstrip('-') or 'organization'}-{get_random_string(8).lower()}"


def locked(organization: Organization) -> Organization:
    """The organization read again and its row locked until the transaction ends.

    Whatever counts against a limit takes this lock first, so that two at once are counted one after the other.
    Rows that merely refer to the organization can still be written meanwhile. Raises TransactionManagementError
    outside of a transaction.
    """
    return Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)


def demand_right_to_give(by: Membership, role: str) -> None:
    """Raises MemberRefused unless the member may make others such: nobody gives more than they have."""
    if role not in Role.values:
        raise MemberRefused("Choose one of the roles on the page.")
    if not can(by, Action.CHANGE_MEMBERS):
        raise MemberRefused("Your role in this organization does not include its members.")
    if role == Role.OWNER and by.role != Role.OWNER:
        raise MemberRefused("Only an owner can make somebody an owner.")


def change_role(membership: Membership, role: str, *, by: Membership) -> None:
    """Give a member another role. Raises MemberRefused, also where the organization would be left without an owner."""
    demand_right_to_give(by, role)
    if membership.role == Role.OWNER and by.role != Role.OWNER:
        raise MemberRefused("Only an owner can change the role of an owner.")
    with tenant_scope(membership.organization):
        organization = locked(membership.organization)
        if role != Role.OWNER:
            _demand_another_owner(organization, membership)
        before, membership.role = membership.role, role
        membership.save(update_fields=["role"])
        record_audit_entry(
            organization,
            actor=by.user,
            action="member.role_changed",
            subject=membership.user.email,
            details={"before": before, "after": role},
        )


def remove_member(membership: Membership, *, by: Membership) -> None:
    """End a membership; one's own is leaving. Raises MemberRefused, also for the last owner."""
    leaving = membership.pk == by.pk
    if not leaving:
        demand_right_to_give(by, membership.role)
    with tenant_scope(membership.organization):
        organization = locked(membership.organization)
        _demand_another_owner(organization, membership)
        membership.delete()
        action = "member.left" if leaving else "member.removed"
        record_audit_entry(organization, actor=by.user, action=action, subject=membership.user.email)


def transfer_ownership(to: Membership, *, by: Membership) -> None:
    """Make another member the owner and the present one an admin, in one step. Raises MemberRefused."""
    if by.role != Role.OWNER or to.pk == by.pk:
        raise MemberRefused("Only an owner can hand the organization on, and to somebody else.")
    with tenant_scope(to.organization):
        change_role(to, Role.OWNER, by=by)
        change_role(by, Role.ADMIN, by=by)


def _demand_another_owner(organization: Organization, membership: Membership) -> None:
    owners = organization.memberships.filter(role=Role.OWNER)
    if membership.role == Role.OWNER and not owners.exclude(pk=membership.pk).exists():
        raise MemberRefused("An organization needs an owner. Make somebody else the owner first.")
