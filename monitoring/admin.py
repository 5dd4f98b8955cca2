"""The admin of looking and telling: when each document is looked at and how it ended; watches and mails to read."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from billing.admin import AcrossOrgsAdmin
from monitoring.models import (
    Alert,
    Channel,
    ChannelDelivery,
    Check,
    DeadAddress,
    Delivery,
    Digest,
    MailPreference,
    Schedule,
    Watch,
)
from platforms.admin import DocumentAdmin, ReadOnlyAdmin
from platforms.models import Document


class ScheduleInline(admin.StackedInline):
    """When the document is looked at next, and how the last look ended."""

    model = Schedule
    fields = readonly_fields = (
        "next_look_at", "last_looked_at", "last_read_at", "stale_since", "failures_in_row", "failure",
    )  # fmt: skip
    can_delete = False
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        return False


admin.site.unregister(Document)


@admin.register(Document)
class ScheduledDocumentAdmin(DocumentAdmin):
    """Documents with their schedule."""

    inlines = (ScheduleInline,)
    actions = (*DocumentAdmin.actions, "look_now")

    @admin.action(description="Look at the selected documents now", permissions=["change"])
    def look_now(self, request: HttpRequest, documents: QuerySet[Document]) -> None:
        """Due at once; a worker takes them within seconds, politely, and one at a time for a host."""
        due = Schedule.objects.filter(document__in=documents.order_by().values("pk"), document__retired=False)
        count = due.update(next_look_at=timezone.now())
        noun = "document is" if count == 1 else "documents are"
        self.message_user(request, f"{count} {noun} due now.", messages.SUCCESS)


@admin.register(Check)
class CheckAdmin(ReadOnlyAdmin):
    """Every look and how it ended."""

    list_display = ("at", "document", "outcome", "failure", "status", "reason")
    list_filter = ("outcome", "failure")
    list_select_related = ("document__platform",)
    search_fields = ("document__platform__name", "document__slug", "reason")
    date_hierarchy = "at"
    show_full_result_count = False


@admin.register(Watch)
class WatchAdmin(AcrossOrgsAdmin):
    list_display = ("organization", "kind", "title", "tells", "started_by", "started_at")
    list_select_related = ("organization", "started_by")
    list_filter = ("kind", "tells")
    search_fields = ("organization__name", "title")


@admin.register(Alert)
class AlertAdmin(AcrossOrgsAdmin):
    list_display = ("created_at", "organization", "change", "means")
    list_select_related = ("organization", "change__document__platform")
    list_filter = ("means",)
    search_fields = ("organization__name", "change__document__platform__name")


@admin.register(Digest)
class DigestAdmin(AcrossOrgsAdmin):
    list_display = ("organization", "since", "until")
    list_select_related = ("organization",)
    search_fields = ("organization__name",)


@admin.register(Delivery)
class DeliveryAdmin(AcrossOrgsAdmin):
    """The outbox: what is owed, what went out, and why something did not."""

    list_display = ("user", "organization", "state", "due_at", "attempts", "sent_at", "last_error")
    list_select_related = ("organization", "user")
    list_filter = ("state",)
    search_fields = ("user__email", "organization__name", "last_error")


@admin.register(MailPreference)
class MailPreferenceAdmin(AcrossOrgsAdmin):
    list_display = ("user", "organization", "alerts", "digests")
    list_select_related = ("organization", "user")
    search_fields = ("user__email", "organization__name")


@admin.register(Channel)
class ChannelAdmin(AcrossOrgsAdmin):
    """Which channels there are and why one is off; addresses and secrets are not shown."""

    list_display = ("name", "organization", "kind", "host", "off_since", "why_off")
    list_select_related = ("organization",)
    list_filter = ("kind", ("off_since", admin.EmptyFieldListFilter))
    search_fields = ("name", "host", "organization__name")
    exclude = ("sealed_address", "sealed_secret", "sealed_old_secret")


@admin.register(ChannelDelivery)
class ChannelDeliveryAdmin(AcrossOrgsAdmin):
    """The outbox of channels: what is owed, what went out, and why something did not."""

    list_display = ("channel", "organization", "state", "due_at", "attempts", "sent_at", "last_error")
    list_select_related = ("organization", "channel")
    list_filter = ("state", "channel__kind")
    search_fields = ("channel__name", "organization__name", "last_error")
    # What was sent and answered is the tenant's to read.
    exclude = ("log",)


@admin.register(DeadAddress)
class DeadAddressAdmin(admin.ModelAdmin):
    """Addresses that alerts and digests no longer go to; deleting a row sends them there again."""

    list_display = ("address", "why", "since", "said")
    list_filter = ("why",)
    search_fields = ("address", "said")
