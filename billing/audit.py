"""The audit log: who did what, when, from where, for everything that changes access, money, watches or channels."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from billing.models import AuditEntry, Organization, User

_address: ContextVar[str | None] = ContextVar("address of the request", default=None)


@contextmanager
def acting_from(address: str | None) -> Iterator[None]:
    """Entries written meanwhile say that it was done from this IP address."""
    token = _address.set(address)
    try:
        yield
    finally:
        _address.reset(token)


def action_in_words(action: str) -> str:
    """ "api_key.made" as a reader would say it."""
    words = action.replace(".", " ").replace("_", " ").replace("api ", "API ")
    return words[:1].upper() + words[1:]


def record_audit_entry(
    organization: Organization,
    *,
    actor: User | None,
    action: str,
    subject: str = "",
    details: dict[str, Any] | None = None,
) -> AuditEntry:
    """Write one entry, in the transaction of what it tells of and inside a scope that covers the organization.

    `action` is a noun and a verb in the past ("watch.started"), `subject` what it was done to in words, `actor`
    None for what the service did by itself. The address is that of the request, see `acting_from`.
    """
    return AuditEntry.objects.for_org(organization).create(
        actor=actor, action=action, subject=subject[:200], details=details or {}, address=_address.get()
    )
