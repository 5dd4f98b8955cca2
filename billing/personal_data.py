"""What we hold on a person, and forgetting them: the export as data, and the deletion of an account."""

from collections import defaultdict
from typing import Any

from django.db import models, transaction
from django.db.models import ManyToOneRel

from billing.audit import record_audit_entry
from billing.entitlements import subscription_of
from billing.models import AuditEntry, Organization, Role, Subscription, User
from billing.tenancy import TenantOwned, across_orgs_scope

# What opens doors is never written out, not even for the person whose door it is.
_SECRETS = frozenset(
    ("password", "data", "secret", "token", "token_secret", "token_sha256", "session_key", "key")
)


class CannotLeave(Exception):
    """The account can't be deleted yet; str() says what to do first."""


def personal_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Every row that names the person, by table; values as JSON takes them. Found by their keys to the person,
    so that a new table is in it from its first day. Secrets are left out.
    """
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    found[User._meta.label] = [_row(user)]
    with across_orgs_scope():
        for relation in User._meta.get_fields(include_hidden=True):
            if not isinstance(relation, ManyToOneRel):
                continue
            model: Any = relation.related_model
            tenant_owned = issubclass(model, TenantOwned)
            every = model.objects.across_orgs() if tenant_owned else model._default_manager.all()
            rows = [_row(row) for row in every.filter(**{relation.field.name: user})]
            found[model._meta.label] += [row for row in rows if row not in found[model._meta.label]]
        found[Organization._meta.label] = [_row(each) for each in user.organizations.all()]
    return {label: rows for label, rows in sorted(found.items()) if rows}


def _row(instance: models.Model) -> dict[str, Any]:
    return {
        field.attname: field.value_to_string(instance)
        for field in instance._meta.concrete_fields
        if field.name not in _SECRETS
    }


def organizations_that_end_with(user: User) -> list[Organization]:
    """Those of which the person is the only member."""
    return [each for each in user.organizations.all() if each.memberships.count() == 1]


def demand_free_to_leave(user: User) -> None:
    """Raises CannotLeave where others would be left without an owner, or a subscription would go on being paid."""
    for organization in user.organizations.all():
        others = organization.memberships.exclude(user=user)
        owns = organization.memberships.filter(user=user, role=Role.OWNER).exists()
        if owns and others.exists() and not others.filter(role=Role.OWNER).exists():
            raise CannotLeave(
                f"You are the only owner of {organization}. Hand it on to another member first."
            )
        subscription = subscription_of(organization)
        runs = subscription is not None and subscription.stripe_id and not subscription.ends_at
        if owns and not others.exists() and runs and subscription.status != Subscription.Status.ENDED:  # type: ignore[union-attr]
            raise CannotLeave(f"{organization} still pays for a plan. Stop it on its billing page first.")


def delete_account(user: User) -> None:
    """Forget the person: the account, log-ins, memberships, and all that belonged to organizations of theirs alone.

    The audit logs keep what was done but forget who it was. Raises CannotLeave.
    """
    with transaction.atomic(), across_orgs_scope():
        demand_free_to_leave(user)
        ending = organizations_that_end_with(user)
        for organization in user.organizations.all():
            record_audit_entry(organization, actor=None, action="member.deleted_account")
        for organization in ending:
            _close(organization)
        user.delete()


def _close(organization: Organization) -> None:
    """What is left of an organization that nobody belongs to: its audit log, under no name."""
    for model in TenantOwned.__subclasses__():
        if model is not AuditEntry:
            model.objects.for_org(organization).delete()
    organization.name = "Closed organization"
    organization.save(update_fields=["name"])
