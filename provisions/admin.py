"""The admin of what texts say: to search, to look at, and to word a provision better than our rules do."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from platforms.admin import ReadOnlyAdmin
from provisions.models import Change, ClauseChange, Provision, ProvisionEvent, Wording
from provisions.rereading import words_by_rules
from provisions.wordings import PARTS, record_wording, release_wording


class RecordInline(admin.TabularInline):
    """Rows of a history under what they are about: to look at."""

    can_delete = False
    extra = 0

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class ProvisionEventInline(RecordInline):
    model = ProvisionEvent
    fields = ("at", "kind", "quote")


class WordingInline(RecordInline):
    model = Wording
    fields = ("at", "author", "by", "part", "text", "refused")


@admin.register(Provision)
class ProvisionAdmin(ReadOnlyAdmin):
    """Provisions with their history. Its explaining texts can be replaced; what the policy says cannot."""

    list_display = ("title", "document", "type", "severity", "direction", "confidence", "removed_at")
    list_filter = ("severity", "direction", "type", ("removed_at", admin.EmptyFieldListFilter))
    list_select_related = ("document__platform",)
    search_fields = ("title", "slug", "quote", "document__platform__name")
    inlines = (ProvisionEventInline, WordingInline)
    show_full_result_count = False
    actions = ("restore_rules_words",)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return request.user.has_perm("provisions.change_provision")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [name for name in self.get_fields(request, obj) if name not in PARTS]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        shown = [
            *PARTS,
            "quote",
            "document",
            "type",
            "types",
            "confidence",
            "stance",
            "direction",
            "severity",
        ]
        return [*shown, "severity_reasons", "attributes", "regulations", "written_by", "tagger", "taxonomy"]

    def save_model(self, request: HttpRequest, obj: Provision, form: Any, change: bool) -> None:
        """Only the texts that the editor changed, each kept with who wrote it."""
        texts = {part: getattr(obj, part) for part in PARTS if part in form.changed_data}
        if texts:
            editor = request.user.get_username()
            record_wording(obj, texts, Wording.Author.EDITOR, editor, timezone.now())

    @admin.action(description="Put the words of our rules back", permissions=["change"])
    def restore_rules_words(self, request: HttpRequest, queryset: QuerySet[Provision]) -> None:
        """Undo of an editor: the texts are ours to reword again. The title stays."""
        restored = 0
        for provision in queryset.select_related("document__platform", "version"):
            words = words_by_rules(provision)
            if words:
                release_wording(provision, words)
                restored += 1
        self.message_user(
            request, f"{restored} provisions have the words of our rules again.", messages.SUCCESS
        )


class ClauseChangeInline(RecordInline):
    model = ClauseChange
    fields = ("order", "kind", "severity", "direction", "summary")


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
