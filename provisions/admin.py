"""The admin of what texts say: to search and to look at. A correction is made in public, not here."""

from django.contrib import admin

from platforms.admin import ReadOnlyAdmin
from provisions.models import Change, ClauseChange, Provision, ProvisionEvent


class ProvisionEventInline(admin.TabularInline):
    model = ProvisionEvent
    fields = ("at", "kind", "quote")
    can_delete = False
    extra = 0


@admin.register(Provision)
class ProvisionAdmin(ReadOnlyAdmin):
    """Provisions with their history."""

    list_display = ("title", "document", "type", "severity", "direction", "confidence", "removed_at")
    list_filter = ("severity", "direction", "type", ("removed_at", admin.EmptyFieldListFilter))
    list_select_related = ("document__platform",)
    search_fields = ("title", "slug", "quote", "document__platform__name")
    inlines = (ProvisionEventInline,)
    show_full_result_count = False


class ClauseChangeInline(admin.TabularInline):
    model = ClauseChange
    fields = ("order", "kind", "severity", "direction", "summary")
    can_delete = False
    extra = 0


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    """Changes with their clauses."""

    list_display = ("found_at", "document", "change_class", "severity", "direction", "summary")
    list_filter = ("change_class", "alarmed", "severity", "direction")
    list_select_related = ("document__platform",)
    search_fields = ("summary", "document__platform__name", "document__slug")
    date_hierarchy = "found_at"
    inlines = (ClauseChangeInline,)
    show_full_result_count = False
