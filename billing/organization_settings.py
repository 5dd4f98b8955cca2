"""Changing what an organization is called and when it is told, with its entry in the audit log."""

from billing.audit import record_audit_entry
from billing.forms import OrganizationForm
from billing.models import Organization, User
from billing.tenancy import tenant_scope


def change_organization(form: OrganizationForm, *, by: User) -> Organization:
    """Save a valid form. What did not change leaves no entry."""
    with tenant_scope(form.instance):
        changed: Organization = form.save()
        details = {name: str(form.cleaned_data[name]) for name in form.changed_data}
        if details:
            record_audit_entry(
                changed, actor=by, action="organization.changed", subject=changed.name, details=details
            )
    return changed
