"""The admin of customers: people, organizations, memberships, subscriptions, and the audit log to read."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from billing.audit import record_audit_entry
from billing.models import AuditEntry, Membership, Organization, Subscription, User
from billing.tenancy import across_orgs_scope, tenant_scope


class AcrossOrgsAdmin(admin.ModelAdmin):
    """Staff read every tenant's rows of a tenant-owned model; they change none here."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Inside the scope that the views below open."""
        return self.model._default_manager.across_orgs()

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Rendered while the scope is open, as the rows are read by the template."""
        with across_orgs_scope():
            return _rendered(super().changelist_view(request, extra_context))

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Rendered while the scope is open."""
        with across_orgs_scope():
            return _rendered(super().changeform_view(request, *args, **kwargs))

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Looks the row up before it refuses."""
        with across_orgs_scope():
            return _rendered(super().delete_view(request, object_id, extra_context))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Rendered while the scope is open."""
        with across_orgs_scope():
            return _rendered(super().history_view(request, object_id, extra_context))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


def _rendered(response: HttpResponse) -> HttpResponse:
    return response.render() if isinstance(response, TemplateResponse) else response


class PersonCreationForm(BaseUserCreationForm):
    """A new person: e-mail and password."""

    class Meta:
        model = User
        fields = ("email",)


class MembershipInline(admin.TabularInline):
    model = Membership
    autocomplete_fields = ("user",)
    extra = 0


@admin.register(User)
class PersonAdmin(UserAdmin):
    """People. Not deleted here: their rows in other tables belong to organizations that staff don't see."""

    add_form = PersonCreationForm
    fieldsets = (
        (None, {"fields": ("email", "password", "name")}),
        ("Rights", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "password1", "password2")}),)
    list_display = ("email", "name", "is_active", "is_staff", "date_joined")
    list_filter = ("is_staff", "is_active")
    search_fields = ("email", "name")
    ordering = ("email",)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class SubscriptionInline(admin.StackedInline):
    """Staff give plans by hand; what is bought is Stripe's to say."""

    model = Subscription
    fields = ("plan", "status", "current_period_end")
    extra = 0

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_change_permission(request, obj) and not self._bought(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not self._bought(obj)

    @staticmethod
    def _bought(organization: Model | None) -> bool:
        subscription = getattr(organization, "subscription", None)
        return subscription is not None and bool(subscription.stripe_id)


@admin.register(Organization)
class OrganizationAdmin(admin.ModelAdmin):
    """Organizations with their members and plan; what staff change there stands in the organization's audit log."""

    list_display = ("name", "slug", "plan", "time_zone", "created_at")
    list_select_related = ("subscription", "trial")
    search_fields = ("name", "slug", "members__email")
    inlines = (SubscriptionInline, MembershipInline)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        if formset.has_changed():
            with tenant_scope(form.instance):
                record_audit_entry(
                    form.instance,
                    actor=request.user if isinstance(request.user, User) else None,
                    action=f"{formset.model._meta.model_name}.changed_by_staff",
                    subject="; ".join(str(each.instance) for each in formset.forms if each.has_changed()),
                )

    @admin.display(description="Plan")
    def plan(self, organization: Organization) -> str:
        subscription = getattr(organization, "subscription", None)
        return (
            f"{subscription.get_plan_display()}, {subscription.get_status_display()}"
            if subscription
            else "Free"
        )

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(AuditEntry)
class AuditEntryAdmin(AcrossOrgsAdmin):
    """Read-only."""

    list_display = ("at", "organization", "actor", "action", "subject", "address")
    list_select_related = ("organization", "actor")
    list_filter = ("action",)
    search_fields = ("subject", "organization__name", "actor__email")
    date_hierarchy = "at"
