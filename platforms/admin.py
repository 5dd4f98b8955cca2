"""The admin of the archive: documents can be corrected, what was received and read can only be looked at."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from platforms.catalogue_rules import Fault
from platforms.corrections import decide, publish_correction
from platforms.listing import list_document, refuse_document
from platforms.models import Correction, Document, ErrorReport, Platform, Snapshot, Version
from platforms.renaming import fault_of_document_slug, fault_of_platform_slug


class ReadOnlyAdmin(admin.ModelAdmin):
    """To look at: what stands in the archive is never changed by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


_ABOUT_SLUGS = {
    "slug": "Part of public addresses. Where it is changed, the old addresses lead to the new ones for good."
}


class PlatformForm(forms.ModelForm):
    """A platform whose slug, if it is another one, leaves the addresses of all others alone."""

    class Meta:
        help_texts = _ABOUT_SLUGS

    def clean_slug(self) -> str:
        """Refuses what leads elsewhere, or once did."""
        return _demand_free(
            self.cleaned_data["slug"], fault_of_platform_slug(self.instance, self.cleaned_data["slug"])
        )


class DocumentForm(forms.ModelForm):
    """The same for a document in its platform."""

    class Meta:
        help_texts = _ABOUT_SLUGS

    def clean_slug(self) -> str:
        """Refuses what leads elsewhere in its platform, or once did."""
        slug: str = self.cleaned_data["slug"]
        self.instance.platform = self.cleaned_data.get("platform") or self.instance.platform
        return _demand_free(slug, fault_of_document_slug(self.instance, slug))


def _demand_free(slug: str, fault: Fault | None) -> str:
    if fault:
        raise ValidationError(f"{fault.message} {fault.remedy}")
    return slug


@admin.register(Platform)
class PlatformAdmin(admin.ModelAdmin):
    """Names, sectors and slugs. The slug is part of public addresses: the old ones go on leading here for good."""

    form = PlatformForm
    readonly_fields = ("created_at",)
    list_display = ("name", "slug", "sector", "country", "invented", "listed")
    list_filter = ("listed", "invented", "sector")
    search_fields = ("name", "slug", "home_url")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Document)
class DocumentAdmin(admin.ModelAdmin):
    """Where a document is published and how it is read. A document is retired, never deleted."""

    form = DocumentForm
    list_display = ("platform", "type", "url", "language", "needs_browser", "retired")
    list_filter = ("listed", "retired", "needs_browser", "language", "type")
    list_select_related = ("platform",)
    search_fields = ("platform__name", "platform__slug", "slug", "type", "urls")
    autocomplete_fields = ("platform",)
    fields = (
        "platform", "slug", "type", "urls", "language", "region",
        "needs_browser", "selector", "exclude", "retired", "listed", "created_at",
    )  # fmt: skip
    actions: tuple[str, ...] = ("list_selected", "refuse_selected")

    @admin.action(description="List the selected documents on public pages", permissions=["change"])
    def list_selected(self, request: HttpRequest, documents: QuerySet[Document]) -> None:
        """What a customer added and an editor found good; the platform is listed with it."""
        for document in documents.filter(listed=False):
            list_document(document)
            self.log_change(request, document, "Listed.")

    @admin.action(description="Refuse the selected unlisted documents", permissions=["change"])
    def refuse_selected(self, request: HttpRequest, documents: QuerySet[Document]) -> None:
        """No longer looked at, and not to be added again."""
        for document in documents.filter(listed=False):
            refuse_document(document)
            self.log_change(request, document, "Refused.")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("platform", "listed", "created_at") if obj else ("listed", "created_at")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin):
    """The bytes as received."""

    list_display = ("taken_at", "document", "method", "sha256", "source")
    list_filter = ("method",)
    list_select_related = ("document__platform",)
    search_fields = ("sha256", "document__platform__name", "document__slug")
    date_hierarchy = "taken_at"
    show_full_result_count = False


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    """The text as read."""

    list_display = ("document", "number", "taken_at", "words", "title", "updated_on", "effective_on")
    list_select_related = ("document__platform",)
    search_fields = ("sha256", "document__platform__name", "document__slug", "title")
    date_hierarchy = "taken_at"
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Version]:
        """A list of versions does not read their texts."""
        return super().get_queryset(request).defer("text")


@admin.register(ErrorReport)
class ErrorReportAdmin(admin.ModelAdmin):
    """The editors' queue: what readers say is wrong. Decide it here, or publish a correction, which decides it."""

    list_display = ("reported_at", "state", "about", "page")
    list_filter = ("state", "about")
    search_fields = ("page", "message", "quote")
    date_hierarchy = "reported_at"
    fields = (
        "the_page", "about", "quote", "message", "email", "reported_at", "state", "note", "decided_at", "correct",
    )  # fmt: skip

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return tuple(name for name in self.fields if name not in ("state", "note"))

    @admin.display(description="Page")
    def the_page(self, report: ErrorReport) -> SafeString:
        return format_html('<a href="{}">{}</a>', report.page, report.page)

    @admin.display(description="Correction")
    def correct(self, report: ErrorReport) -> SafeString:
        about = urlencode({"report": str(report.pk), "page": report.page})
        return format_html(
            '<a href="{}?{}">Publish a correction</a>', reverse("admin:platforms_correction_add"), about
        )

    def save_model(self, request: HttpRequest, obj: ErrorReport, form: Any, change: bool) -> None:
        decide(obj, obj.state, timezone.now())

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    """Publish what was corrected. Once published it stays: what is wrong in it is said by another correction."""

    list_display = ("published_at", "page", "what")
    search_fields = ("page", "what")
    date_hierarchy = "published_at"
    fields = ("page", "what", "before", "after", "report")
    raw_id_fields = ("report",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return admin.ModelAdmin.has_add_permission(self, request)

    def save_model(self, request: HttpRequest, obj: Correction, form: Any, change: bool) -> None:
        publish_correction(obj, timezone.now())
