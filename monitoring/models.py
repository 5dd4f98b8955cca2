"""Looking and telling: when each document is looked at and how it ended; who watches and what they are owed."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models

from billing.tenancy import TenantOwned
from monitoring.errors import Failure
from platforms.models import Document, Platform, Snapshot, Version
from provisions.models import Change


class Schedule(models.Model):
    """When a document is looked at next, and what the last looks found out about it. One row a document."""

    document = models.OneToOneField(
        Document, on_delete=models.CASCADE, related_name="schedule", primary_key=True
    )
    host = models.CharField(max_length=255, db_index=True, help_text="one request at a time goes to a host")
    next_look_at = models.DateTimeField()
    claimed_until = models.DateTimeField(
        null=True, blank=True, help_text="a worker holds it; lapses by itself"
    )
    failures_in_row = models.PositiveIntegerField(default=0)
    last_looked_at = models.DateTimeField(null=True, blank=True)
    last_read_at = models.DateTimeField(null=True, blank=True, help_text="last look that could be read")
    stale_since = models.DateTimeField(null=True, blank=True, help_text="first of the failed looks in a row")
    failure = models.CharField(max_length=24, blank=True, help_text="why the last look failed")
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    snapshot = models.ForeignKey(
        Snapshot,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="last one read well",
    )
    version = models.ForeignKey(
        Version,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="the one that stands",
    )
    awaited_sha256 = models.CharField(
        max_length=64, blank=True, help_text="text that a second look must confirm"
    )

    class Meta:
        indexes = [models.Index(fields=["next_look_at"], name="schedule_due")]

    def __str__(self) -> str:
        return f"{self.document} next at {self.next_look_at:%Y-%m-%d %H:%M}"


class Check(models.Model):
    """One look at a document and how it ended. A failure is a check, never a version."""

    class Outcome(models.TextChoices):
        FIRST = "first", "First version"
        UNCHANGED = "unchanged", "Unchanged"
        CHANGED = "changed", "Changed"
        AWAITING = "awaiting", "Awaiting a second look"
        REFUSED = "refused", "Refused by the quality gate"
        FAILED = "failed", "Could not be fetched or read"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="checks")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    failure = models.CharField(max_length=24, blank=True, choices=[(f.value, f.in_words) for f in Failure])
    reason = models.TextField(blank=True, help_text="what was seen, in words for an editor")
    status = models.PositiveSmallIntegerField(null=True, help_text="HTTP status, where there was an answer")
    snapshot = models.ForeignKey(Snapshot, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["document", "-at"], name="checks_of_document"),
            models.Index(fields=["-at"], name="checks_newest_first"),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} at {self.at:%Y-%m-%d %H:%M}"


class Watch(TenantOwned):
    """An organization's interest in a platform."""

    organization = models.ForeignKey("billing.Organization", on_delete=models.CASCADE, related_name="watches")
    platform = models.ForeignKey(Platform, on_delete=models.PROTECT, related_name="+")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_at = models.DateTimeField()
    place = models.PositiveIntegerField(
        default=0, help_text="in the order of the organization: what exceeds its plan sleeps, from the end"
    )

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "platform"], name="one_watch_per_platform")
        ]
        indexes = [models.Index(fields=["platform"], name="watches_of_platform")]

    def __str__(self) -> str:
        return str(self.platform)


class AddedDocument(TenantOwned):
    """A document that an organization added by its address: it sees it also while it is not listed."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="added_documents"
    )
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-added_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "document"], name="one_addition_per_document")
        ]
        indexes = [models.Index(fields=["document"], name="additions_of_document")]

    def __str__(self) -> str:
        return str(self.document)


class Alert(TenantOwned):
    """What an organization is owed about a change: told the same day, or in its next digest."""

    class Means(models.TextChoices):
        SAME_DAY = "same_day", "Same-day alert"
        DIGEST = "digest", "Weekly digest"

    organization = models.ForeignKey("billing.Organization", on_delete=models.CASCADE, related_name="alerts")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+")
    means = models.CharField(max_length=8, choices=Means)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "change"], name="one_alert_per_change")
        ]

    def __str__(self) -> str:
        return f"{self.change}"


class Digest(TenantOwned):
    """The week's letter to an organization: what changed on what it watches, and how often we looked."""

    organization = models.ForeignKey("billing.Organization", on_delete=models.CASCADE, related_name="digests")
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        ordering = ["-until"]
        constraints = [models.UniqueConstraint(fields=["organization", "until"], name="one_digest_per_week")]

    def __str__(self) -> str:
        return f"digest until {self.until:%Y-%m-%d}"


class Owed(models.Model):
    """A row of an outbox: claimed by a worker for a while, then sent once or given up. See monitoring/claims.py."""

    class State(models.TextChoices):
        OWED = "owed", "Owed"
        SENT = "sent", "Sent"
        GIVEN_UP = "given_up", "Given up"

    state = models.CharField(max_length=8, choices=State, default=State.OWED)
    due_at = models.DateTimeField()
    claim = models.UUIDField(null=True, blank=True, help_text="the worker's claim that holds it")
    claimed_until = models.DateTimeField(null=True, blank=True, help_text="when the claim lapses")
    attempts = models.PositiveSmallIntegerField(default=0, help_text="tries that failed")
    sent_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    class Meta:
        abstract = True


class Delivery(TenantOwned, Owed):
    """One mail owed to one person: the outbox. Born with its alert or digest, claimed, then sent once."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="deliveries"
    )
    alert = models.ForeignKey(Alert, null=True, on_delete=models.CASCADE, related_name="deliveries")
    digest = models.ForeignKey(Digest, null=True, on_delete=models.CASCADE, related_name="deliveries")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField(default=uuid.uuid4, unique=True, help_text="names the mail in its Message-ID")

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["alert", "user"], name="one_delivery_per_alert_and_person"),
            models.UniqueConstraint(fields=["digest", "user"], name="one_delivery_per_digest_and_person"),
            models.CheckConstraint(
                condition=models.Q(alert__isnull=False) ^ models.Q(digest__isnull=False),
                name="delivery_of_an_alert_or_a_digest",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="owed"), name="deliveries_owed"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} to {self.user}"


class MailPreference(TenantOwned):
    """Which kinds of mail a person wants as a member of an organization; without a row, all of them."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="mail_preferences"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    alerts = models.BooleanField(default=True)
    digests = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "user"], name="one_mail_preference_per_member")
        ]

    def __str__(self) -> str:
        kinds = [kind for kind in ("alerts", "digests") if getattr(self, kind)]
        return f"{self.user}: {', '.join(kinds) or 'no mail'}"


class FeedAddress(TenantOwned):
    """The secret address of an organization's private feed; kept as its hash only."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="feed_addresses"
    )
    token_sha256 = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization"], name="one_feed_address_per_organization")
        ]

    def __str__(self) -> str:
        return f"private feed of {self.organization}"


class Channel(TenantOwned):
    """Another way than mail to be told of alerts: an address of the organization's own. Its secrets are sealed."""

    class Kind(models.TextChoices):
        WEBHOOK = "webhook", "Webhook"
        SLACK = "slack", "Slack"
        TEAMS = "teams", "Microsoft Teams"
        DISCORD = "discord", "Discord"

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="channels"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=80)
    host = models.CharField(max_length=255, help_text="of its address, which may be shown")
    sealed_address = models.TextField(
        help_text="the whole address; with Slack, Teams and Discord it is a key"
    )
    sealed_secret = models.TextField(blank=True, help_text="what a webhook is signed with")
    sealed_old_secret = models.TextField(blank=True, help_text="the one before, which signs beside it")
    old_secret_until = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_at = models.DateTimeField()
    off_since = models.DateTimeField(null=True, blank=True)
    why_off = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "name"], name="one_channel_per_name"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name}"

    def old_secret_signs(self, now: datetime) -> bool:
        """Whether the secret before the present one still signs beside it at this moment (aware)."""
        return self.old_secret_until is not None and now < self.old_secret_until


class ChannelDelivery(TenantOwned, Owed):
    """One message owed to a channel: the outbox beside that of mails. Without an alert it is a test."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="channel_deliveries"
    )
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="deliveries")
    alert = models.ForeignKey(
        Alert, null=True, blank=True, on_delete=models.CASCADE, related_name="channel_deliveries"
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, help_text="the webhook-id, the same at every try")
    created_at = models.DateTimeField()
    log = models.JSONField(default=list, blank=True, help_text="each try: request and response, cut short")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["alert", "channel"], name="one_delivery_per_alert_and_channel"),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="owed"), name="channel_deliveries_owed"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} to {self.channel}"
