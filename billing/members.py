"""Who belongs to an organization and what each role may do: rights as data on one page."""

from enum import StrEnum

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from billing.audit import record_audit_entry
from billing.models import Membership, Organization, Role, User
from billing.tenancy import tenant_scope


class Action(StrEnum):
    """What a member may be allowed to do."""

    SEE_WATCHES = "see_watches"
    CHANGE_WATCHES = "change_watches"
    CHANGE_CHANNELS = "change_channels"
    CHANGE_ORGANIZATION = "change_organization"
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
    name = user.get_short_name()
    with transaction.atomic():
        organization = Organization.objects.create(name=name, slug=_slug_of(name))
        Membership.objects.create(organization=organization, user=user, role=Role.OWNER)
        with tenant_scope(organization):
            record_audit_entry(organization, actor=user, action="organization.created", subject=name)
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
