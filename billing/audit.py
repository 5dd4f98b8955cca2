"""The audit log: who did what, when, from where, for everything that changes access, money, watches or channels."""

from typing import Any

from billing.models import AuditEntry, Organization, User


def record_audit_entry(
    organization: Organization,
    *,
    actor: User | None,
    action: str,
    subject: str = "",
    details: dict[str, Any] | None = None,
    address: str | None = None,
) -> AuditEntry:
    """Write one entry, in the transaction of what it tells of and inside a scope that covers the organization.

    `action` is a noun and a verb in the past ("watch.started"), `subject` what it was done to in words, `actor`
    None for what the service did by itself, `address` the IP address of the request.
    """
    return AuditEntry.objects.for_org(organization).create(
        actor=actor, action=action, subject=subject[:200], details=details or {}, address=address
    )
