"""Rows of a compliance team: its searches for documents, its vendors, its reviews of changes, what is due."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from billing.tenancy import TenantOwned
from platforms.models import Platform
from provisions.models import Change, Provision, Severity


class DocumentSearch(TenantOwned):
    """An address that an organization gave, and the documents found from there, each read once for a preview.

    `found` has one entry for each page, see `FoundPage` in searching.py.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting for its turn"
        DONE = "done", "Done"

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="document_searches"
    )
    url = models.CharField(max_length=2000)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    claimed_until = models.DateTimeField(
        null=True, blank=True, help_text="a worker holds it; lapses by itself"
    )
    step = models.CharField(max_length=300, blank=True, help_text="what is being done, in words")
    site_name = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True, help_text="why nothing was found")
    found = models.JSONField(default=list)

    class Meta:
        ordering = ["-asked_at", "-id"]
        indexes = [
            models.Index(fields=["asked_at"], condition=models.Q(state="waiting"), name="searches_waiting"),
        ]

    def __str__(self) -> str:
        return self.url


class Vendor(TenantOwned):
    """A platform in an organization's register: who answers for it, how much hangs on it, what it holds, till when."""

    class Tier(models.TextChoices):
        CRITICAL = "critical", "Critical"
        IMPORTANT = "important", "Important"
        ROUTINE = "routine", "Routine"

    class Data(models.TextChoices):
        CONTACT = "contact", "Contact details"
        ACCOUNT = "account", "Accounts and log-ins"
        PAYMENT = "payment", "Payments"
        LOCATION = "location", "Location"
        USAGE = "usage", "Usage"
        CONTENT = "content", "Content and messages"
        CUSTOMER = "customer", "Customers' data"
        EMPLOYEE = "employee", "Employees' data"
        CHILDREN = "children", "Children's data"
        HEALTH = "health", "Health"
        BIOMETRIC = "biometric", "Biometrics"
        SECRET = "secret", "Trade secrets"

    organization = models.ForeignKey("billing.Organization", on_delete=models.CASCADE, related_name="vendors")
    platform = models.ForeignKey(Platform, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    tier = models.CharField(max_length=9, choices=Tier, default=Tier.ROUTINE)
    data = ArrayField(models.CharField(max_length=12, choices=Data), default=list, blank=True)
    renews_on = models.DateField(null=True, blank=True, help_text="when the contract renews or ends")
    notes = models.TextField(blank=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "platform"], name="one_vendor_per_platform")
        ]

    def __str__(self) -> str:
        return str(self.platform)

    @property
    def data_in_words(self) -> str:
        """What it holds of ours, as a list in words."""
        return ", ".join(str(self.Data(value).label) for value in self.data)


class Review(TenantOwned):
    """What an organization made of a change. Without a row the change is new to it."""

    class State(models.TextChoices):
        NEW = "new", "New"
        IN_REVIEW = "in_review", "In review"
        ACKNOWLEDGED = "acknowledged", "Acknowledged"
        NO_ACTION = "no_action", "No action needed"
        ACTION = "action", "Action needed"

    organization = models.ForeignKey("billing.Organization", on_delete=models.CASCADE, related_name="reviews")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State, default=State.NEW)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    severity = models.CharField(
        max_length=8, choices=Severity, blank=True, help_text="the organization's own; empty: as read by us"
    )
    severity_reason = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "change"], name="one_review_per_change")
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.change}"


class ReviewEntry(TenantOwned):
    """One step of a review: who did what, when. Only added to."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="review_entries"
    )
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="entries")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(help_text="what was done, in words")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.words


class DueAction(TenantOwned):
    """What an organization made of one due-diligence action of a provision. Without a row it is open."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        DONE = "done", "Done"
        WAIVED = "waived", "Waived"

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="due_actions"
    )
    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=60, help_text="its slug, the same for ever")
    text = models.TextField(help_text="as it read when it was last touched")
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    reason = models.CharField(max_length=300, blank=True, help_text="why it is waived, or what came of it")
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    due_on = models.DateField(null=True, blank=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ["due_on", "-updated_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "provision", "action"], name="one_due_action_per_provision"
            )
        ]

    def __str__(self) -> str:
        return self.text
