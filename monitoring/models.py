"""Looking and telling: when each document is looked at and how it ended; who watches and what they are owed."""

import uuid
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from billing.tenancy import TenantOwned
from monitoring.errors import Failure
from monitoring.register import models as register_models  # noqa: F401  Django looks for models here
from platforms.models import Document, Platform, Snapshot, Version
from provisions.models import Change, Direction, Provision, Severity


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


def _names_its_subject() -> Q:
    """A watch has the subject of its kind and no other."""
    empty = {
        "platform": Q(platform=None),
        "document": Q(document=None),
        "provision": Q(provision=None),
        "clause_type": Q(clause_type="", platforms=[]),
        "sector": Q(sector=""),
        "search": Q(search={}),
    }
    named = {**empty, "clause_type": Q(clause_type="")}
    right = Q()
    for kind in empty:
        others = [nothing for other, nothing in empty.items() if other != kind]
        one = Q(kind=kind) & ~named[kind]
        for nothing in others:
            one &= nothing
        right |= one
    return right


class Watch(TenantOwned):
    """An organization's interest: what it is in, how grave a change must be, and how it wants to be told."""

    class Kind(models.TextChoices):
        PLATFORM = "platform", "Platform"
        DOCUMENT = "document", "Document"
        PROVISION = "provision", "Provision"
        CLAUSE_TYPE = "clause_type", "Clause type"
        SECTOR = "sector", "Sector"
        SEARCH = "search", "Saved search"

    class Tells(models.TextChoices):
        SAME_DAY = "same_day", "The same day"
        DIGEST = "digest", "Only in the digest"
        NOTHING = "nothing", "Nothing for now"

    organization = models.ForeignKey("billing.Organization", on_delete=models.CASCADE, related_name="watches")
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.PLATFORM)
    title = models.CharField(max_length=200, help_text="in words, as when it was started")
    platform = models.ForeignKey(
        Platform, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    provision = models.ForeignKey(
        Provision, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    clause_type = models.CharField(max_length=40, blank=True, help_text="its slug")
    platforms = ArrayField(
        models.BigIntegerField(), default=list, blank=True,
        help_text="where the clause type is watched, as sorted keys of platforms; none means everywhere",
    )  # fmt: skip
    sector = models.CharField(max_length=60, blank=True)
    search = models.JSONField(
        default=dict, blank=True, help_text="what is asked of the registry of provisions"
    )
    minimum_severity = models.CharField(max_length=8, choices=Severity, default=Severity.LOW)
    directions = ArrayField(
        models.CharField(max_length=12), default=list, blank=True, help_text="those told of; none means all"
    )
    tells = models.CharField(max_length=8, choices=Tells, default=Tells.SAME_DAY)
    snoozed_until = models.DateTimeField(null=True, blank=True, help_text="only in the digest until then")
    by_mail = models.BooleanField(default=True)
    channels = ArrayField(
        models.BigIntegerField(), null=True, blank=True, help_text="keys of channels; null means all of them"
    )
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
            models.UniqueConstraint(fields=["organization", "platform"], name="one_watch_per_platform"),
            models.UniqueConstraint(fields=["organization", "document"], name="one_watch_per_document"),
            models.UniqueConstraint(fields=["organization", "provision"], name="one_watch_per_provision"),
            models.UniqueConstraint(
                fields=["organization", "clause_type", "platforms"],
                condition=Q(kind="clause_type"),
                name="one_watch_per_clause_type",
            ),
            models.UniqueConstraint(
                fields=["organization", "sector"], condition=Q(kind="sector"), name="one_watch_per_sector"
            ),
            models.UniqueConstraint(
                fields=["organization", "search"], condition=Q(kind="search"), name="one_watch_per_search"
            ),
            models.CheckConstraint(condition=_names_its_subject(), name="watch_names_its_subject"),
            models.CheckConstraint(
                condition=Q(directions__contained_by=Direction.values), name="watch_directions_known"
            ),
            models.CheckConstraint(
                condition=Q(minimum_severity__in=Severity.values), name="watch_severity_known"
            ),
            models.CheckConstraint(
                condition=Q(tells__in=["same_day", "digest", "nothing"]), name="watch_tells_known"
            ),
        ]
        # One for each kind: a change looks up who watches what it touches.
        indexes = [
            models.Index(fields=["platform"], condition=Q(kind="platform"), name="watches_of_platform"),
            models.Index(fields=["document"], condition=Q(kind="document"), name="watches_of_document"),
            models.Index(fields=["provision"], condition=Q(kind="provision"), name="watches_of_provision"),
            models.Index(fields=["clause_type"], condition=Q(kind="clause_type"), name="watches_of_type"),
            models.Index(fields=["sector"], condition=Q(kind="sector"), name="watches_of_sector"),
            models.Index(fields=["id"], condition=Q(kind="search"), name="watches_of_search"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def search_address(self) -> str:
        """Where a saved search is asked anew: the same address for everybody. "" for other kinds."""
        return f"{reverse('provisions')}?{urlencode(sorted(self.search.items()))}" if self.search else ""

    def snoozes(self, now: datetime) -> bool:
        """Whether it is only in the digest at this moment (aware) because somebody wanted a rest from it."""
        return self.snoozed_until is not None and now < self.snoozed_until


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

    # The constraint's index begins with it.
    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="alerts", db_index=False
    )
    # Of the transaction that bears the alert, and never deleted: PostgreSQL need not look it up for each of very many.
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+", db_constraint=False)
    means = models.CharField(max_length=8, choices=Means)
    created_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(
        Change, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False,
        help_text="the change by which the text went back to what it was before",
    )  # fmt: skip
    # What the team did with it; see inbox.py.
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        db_index=False,
    )  # fmt: skip
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        db_index=False,
    )  # fmt: skip
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        db_index=False,
    )  # fmt: skip
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "change"], name="one_alert_per_change")
        ]
        # Very many are born at once, with nobody's name on them yet.
        indexes = [
            models.Index(fields=["organization", "-created_at"], name="alerts_newest_first"),
            *(
                models.Index(
                    fields=[person], condition=Q(**{f"{person}__isnull": False}), name=f"alerts_{person}"
                )
                for person in ("acknowledged_by", "assigned_to", "resolved_by")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.change}"


class AlertReading(TenantOwned):
    """A member has read an alert; without a row they have not."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="alert_readings"
    )
    # The constraint's index begins with it.
    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="readings", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["alert", "user"], name="one_reading_per_alert_and_member")
        ]

    def __str__(self) -> str:
        return f"read by {self.user}"


class AlertNote(TenantOwned):
    """What a member wrote about an alert for the others."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="alert_notes"
    )
    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="notes")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    written_at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        ordering = ["written_at", "id"]

    def __str__(self) -> str:
        return self.text[:80]


class Match(TenantOwned):
    """A watch that an alert came of: why the organization was told. It outlives the watch."""

    # A change that many watch makes very many rows: PostgreSQL checks the organization once, with the alert, which is born
    # in the same transaction and goes only with all that hangs on it.
    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="matches", db_constraint=False
    )
    # The constraint's index begins with it.
    alert = models.ForeignKey(
        Alert, on_delete=models.CASCADE, related_name="matches", db_index=False, db_constraint=False
    )
    watch = models.ForeignKey(Watch, null=True, on_delete=models.SET_NULL, related_name="matches")
    title = models.CharField(max_length=200, help_text="of the watch, as it was then")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["alert", "watch"], name="one_match_per_alert_and_watch")
        ]

    def __str__(self) -> str:
        return self.title


class Digest(TenantOwned):
    """The week's letter to an organization: what changed on what it watches, and how often we looked."""

    organization = models.ForeignKey("billing.Organization", on_delete=models.CASCADE, related_name="digests")
    since = models.DateTimeField()
    until = models.DateTimeField()
    told = models.JSONField(
        null=True, blank=True, help_text="what it said, from when it was first written: keys and sentences"
    )

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

    # As with a match: what the alert or digest says is not checked again.
    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="deliveries", db_constraint=False
    )
    # The constraints' indexes begin with these two.
    alert = models.ForeignKey(
        Alert, null=True, on_delete=models.CASCADE, related_name="deliveries", db_index=False,
        db_constraint=False,
    )  # fmt: skip
    digest = models.ForeignKey(
        Digest, null=True, on_delete=models.CASCADE, related_name="deliveries", db_index=False
    )
    # An index begins with it.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    platform = models.ForeignKey(
        Platform, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        db_index=False, db_constraint=False,
        help_text="of the alert's change: what is owed to a person about one platform goes into one mail",
    )  # fmt: skip
    follow_up = models.BooleanField(default=False, help_text="tells that the alert's change was taken back")
    key = models.UUIDField(default=uuid.uuid4, unique=True, help_text="names the mail in its Message-ID")

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["alert", "user", "follow_up"], name="one_delivery_per_alert_and_person"
            ),
            models.UniqueConstraint(
                fields=["digest", "user"],
                condition=Q(digest__isnull=False),
                name="one_delivery_per_digest_and_person",
            ),
            models.CheckConstraint(
                condition=Q(alert__isnull=False) ^ Q(digest__isnull=False),
                name="delivery_of_an_alert_or_a_digest",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(state="owed"), name="deliveries_owed"),
            models.Index(fields=["user", "platform"], name="deliveries_together"),
            models.Index(fields=["sent_at"], condition=Q(state="sent"), name="deliveries_sent"),
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


class PlatformRead(TenantOwned):
    """That a person read about a platform, and on which day last: for suggesting watches, and for nothing else."""

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="platforms_read"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    platform = models.ForeignKey(Platform, on_delete=models.CASCADE, related_name="+")
    days = models.PositiveIntegerField(default=1, help_text="on how many days")
    last_on = models.DateField()

    class Meta:
        ordering = ["-last_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "user", "platform"], name="one_reading_per_person_and_platform"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} read {self.platform}"


class ReadingListEntry(TenantOwned):
    """A page that a member keeps to read later: what it shows, and when they had read it."""

    class Kind(models.TextChoices):
        PLATFORM = "platform", "Platform"
        DOCUMENT = "document", "Document"
        VERSION = "version", "Version"
        PROVISION = "provision", "Provision"
        CHANGE = "change", "Change"

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="reading_list"
    )
    # The constraint's index begins with it.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=9, choices=Kind)
    subject = models.BigIntegerField(help_text="the key of what is kept, which the archive never deletes")
    added_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-added_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organization", "kind", "subject"], name="kept_once_by_each_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class PastWatch(TenantOwned):
    """What an organization watched or had in its register until it stopped: reports of those days still tell of it.

    A watch of a provision was one of its document.
    """

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="past_watches"
    )
    platform = models.ForeignKey(
        Platform, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    document = models.ForeignKey(
        Document, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()

    class Meta:
        ordering = ["started_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(platform__isnull=True, document__isnull=False)
                | Q(platform__isnull=False, document__isnull=True),
                name="past_watch_names_its_subject",
            )
        ]

    def __str__(self) -> str:
        return f"{self.platform or self.document} until {self.ended_at:%Y-%m-%d}"


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


class DeadAddress(models.Model):
    """An address that tenants' mail no longer goes to: it does not exist, or its owner called our mail unwanted."""

    class Why(models.TextChoices):
        BOUNCED = "bounced", "Mail to it came back for good"
        COMPLAINED = "complained", "Its mailbox was told that our mail is unwanted"

    address = models.CharField(max_length=254, unique=True, help_text="in lower case")
    why = models.CharField(max_length=10, choices=Why)
    since = models.DateTimeField()
    said = models.CharField(max_length=300, blank=True, help_text="the receiving server's own words")

    class Meta:
        verbose_name_plural = "dead addresses"

    def __str__(self) -> str:
        return self.address


class HubPing(models.Model):
    """A change that the WebSub hub is owed word of; see websub.py."""

    change = models.OneToOneField(Change, on_delete=models.CASCADE, related_name="+")
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0, help_text="those that failed")
    settled_at = models.DateTimeField(null=True, blank=True, help_text="taken, or given up")
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["due_at"], condition=Q(settled_at=None), name="hub_pings_owed")]

    def __str__(self) -> str:
        return f"ping about {self.change}"


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

    # PostgreSQL checks that of its channel, which is the same; the alert as with a match.
    organization = models.ForeignKey(
        "billing.Organization",
        on_delete=models.CASCADE,
        related_name="channel_deliveries",
        db_constraint=False,
    )
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="deliveries")
    # The constraint's index begins with it.
    alert = models.ForeignKey(
        Alert, null=True, blank=True, on_delete=models.CASCADE, related_name="channel_deliveries",
        db_index=False, db_constraint=False,
    )  # fmt: skip
    follow_up = models.BooleanField(default=False, help_text="tells that the alert's change was taken back")
    key = models.UUIDField(default=uuid.uuid4, unique=True, help_text="the webhook-id, the same at every try")
    created_at = models.DateTimeField()
    log = models.JSONField(default=list, blank=True, help_text="each try: request and response, cut short")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["alert", "channel", "follow_up"], name="one_delivery_per_alert_and_channel"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(state="owed"), name="channel_deliveries_owed"),
            models.Index(fields=["sent_at"], condition=Q(state="sent"), name="channel_deliveries_sent"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} to {self.channel}"


class Export(TenantOwned):
    """A list taken out as a file by a worker: asked for, made, kept for a while. The question is that of the list's address."""

    class State(models.TextChoices):
        OWED = "owed", "Waiting"
        MADE = "made", "Ready"
        FAILED = "failed", "Failed"
        EXPIRED = "expired", "Expired"

    organization = models.ForeignKey("billing.Organization", on_delete=models.CASCADE, related_name="exports")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    table = models.CharField(max_length=20)
    format = models.CharField(max_length=8)
    question = models.CharField(max_length=2000, blank=True, help_text="as in the address of the list")
    rows = models.PositiveIntegerField(help_text="how many there were when it was asked for")
    rows_written = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=State, default=State.OWED)
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.UUIDField(null=True, blank=True, help_text="the worker that holds it")
    claimed_until = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    size = models.PositiveBigIntegerField(default=0, help_text="bytes")
    file = models.CharField(max_length=100, blank=True, help_text="its name in the storage of exports")

    class Meta:
        ordering = ["-asked_at", "-id"]
        indexes = [models.Index(fields=["asked_at"], condition=Q(state="owed"), name="exports_owed")]

    def __str__(self) -> str:
        return f"{self.table} as {self.format}"

    @property
    def percent(self) -> int:
        """How much of it is written."""
        return min(100, 100 * self.rows_written // self.rows) if self.rows else 0
