"""Who the customer is and what they bought: people, organizations, subscriptions, Stripe's events, the audit log."""

from datetime import datetime
from functools import cache
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from billing.plans import PLANS, Interval
from billing.tenancy import TenantOwned


class LowerCaseEmailField(models.EmailField):
    """An e-mail address kept and looked up in lower case, so that `unique` knows no case."""

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return prepared.lower() if isinstance(prepared, str) else prepared

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class UserManager(BaseUserManager["User"]):
    """People are made with their e-mail address; there are no user names."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Without a password, the person can only come in by other means."""
        if not email:
            raise ValueError("A person needs an e-mail address.")
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """One of ours, who may do everything in the admin."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """A person, known by their e-mail address."""

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = LowerCaseEmailField("e-mail address", unique=True)
    name = models.CharField(max_length=120, blank=True)

    objects = UserManager()  # type: ignore[misc,assignment]

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(email=Lower("email")), name="user_email_in_lower_case"),
        )

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """The name the person gave, or else the e-mail address."""
        return self.name or self.email

    def get_short_name(self) -> str:
        """How a mail addresses the person: the name, or the part of the address before the @."""
        return self.name or self.email.partition("@")[0]


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def validate_time_zone(name: str) -> None:
    """Names of the IANA database only. Raises ValidationError."""
    if name not in _time_zones():
        raise ValidationError(f"“{name}” is not a time zone. Use a name like Europe/Berlin.")


class Weekday(models.IntegerChoices):
    """Numbered as `date.weekday()` does."""

    MONDAY = 0, "Monday"
    TUESDAY = 1, "Tuesday"
    WEDNESDAY = 2, "Wednesday"
    THURSDAY = 3, "Thursday"
    FRIDAY = 4, "Friday"
    SATURDAY = 5, "Saturday"
    SUNDAY = 6, "Sunday"


class Organization(models.Model):
    """The tenant: one person or several, with one plan and one set of watches."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    digest_weekday = models.PositiveSmallIntegerField(choices=Weekday.choices, default=Weekday.MONDAY)
    digest_hour = models.PositiveSmallIntegerField(
        default=8, help_text="0 to 23, in the organization's time zone."
    )
    quiet_from = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="The hour from which alerts by mail wait, by the organization's clock.",
    )
    quiet_until = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The hour they wait for.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    stripe_customer = models.CharField(max_length=255, unique=True, null=True, blank=True, editable=False)
    members = models.ManyToManyField(User, through="Membership", related_name="organizations")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(digest_weekday__lte=6), name="organization_digest_weekday_in_week"
            ),
            models.CheckConstraint(condition=Q(digest_hour__lte=23), name="organization_digest_hour_in_day"),
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None)
                | (
                    Q(quiet_from__isnull=False, quiet_until__isnull=False)
                    & Q(quiet_from__lte=23, quiet_until__lte=23)
                    & ~Q(quiet_from=F("quiet_until"))
                ),
                name="organization_quiet_hours_in_day",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What each may do stands in members.py."""

    OWNER = "owner", "Owner"
    ADMIN = "admin", "Admin"
    MEMBER = "member", "Member"
    BILLING = "billing", "Billing"


class Membership(models.Model):
    """A person in an organization. Read to decide whose rows a request may see, so it can't itself be hidden."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.MEMBER)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organization", "user"], name="membership_once_per_organization"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
        )

    def __str__(self) -> str:
        return f"{self.user} in {self.organization} ({self.get_role_display()})"


class Invitation(TenantOwned):
    """An open door into an organization, for one address and a week; the link's token is kept as its hash only."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="invitations")
    email = LowerCaseEmailField()
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.MEMBER)
    token_sha256 = models.CharField(max_length=64, db_index=True)
    invited_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("created_at",)
        constraints = (
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_role_known"),
        )

    def __str__(self) -> str:
        return f"{self.email} into {self.organization}"


def plan_choices() -> list[tuple[str, str]]:
    """The price list for a form; called, so that a new plan is no migration."""
    return [(plan.slug, plan.name) for plan in PLANS]


def interval_choices() -> list[tuple[str, str]]:
    """How often is paid, for a form."""
    return [(interval.value, interval.label) for interval in Interval]


class Subscription(models.Model):
    """What an organization has beyond Free: bought (a copy of Stripe's truth) or given by hand. Read by billing only."""

    class Status(models.TextChoices):
        TRIALING = "trialing", "On trial"
        ACTIVE = "active", "Active"
        PAST_DUE = "past_due", "Payment overdue"
        UNPAID = "unpaid", "Unpaid"
        INCOMPLETE = "incomplete", "Waiting for the first payment"
        PAUSED = "paused", "Paused"
        ENDED = "ended", "Ended"

    # While Stripe tries an overdue payment again, nothing is taken away.
    GIVING: ClassVar = (Status.TRIALING, Status.ACTIVE, Status.PAST_DUE)

    organization = models.OneToOneField(Organization, on_delete=models.CASCADE, related_name="subscription")
    plan = models.SlugField(max_length=30, choices=plan_choices)
    status = models.CharField(max_length=10, choices=Status.choices)
    stripe_id = models.CharField(
        max_length=255,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        help_text="Empty for one given by hand.",
    )
    interval = models.CharField(max_length=5, choices=interval_choices, blank=True)
    seats = models.PositiveIntegerField(
        default=1, help_text="As bought; the plan's own number where that is more."
    )
    current_period_end = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Until when it is paid. One given by hand lapses then; empty for one that stays until it is ended.",
    )
    ends_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When a bought one ends, where that was asked for."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    status__in=["trialing", "active", "past_due", "unpaid", "incomplete", "paused", "ended"]
                ),
                name="subscription_status_known",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_plan_display()} for {self.organization}, {self.get_status_display().lower()}"

    def gives_its_plan(self, now: datetime) -> bool:
        """Whether the organization has the plan's rights at this moment (aware).

        A bought one renews by itself: its period may have ended a while before Stripe's news of the next arrives.
        """
        lapses = self.ends_at if self.stripe_id else self.current_period_end
        return self.status in self.GIVING and (lapses is None or now < lapses)

    @classmethod
    def giving_their_plan(cls, now: datetime) -> Q:
        """`gives_its_plan` as a condition on organizations."""
        bought = Q(subscription__stripe_id__isnull=False) & (
            Q(subscription__ends_at=None) | Q(subscription__ends_at__gt=now)
        )
        by_hand = Q(subscription__stripe_id=None) & (
            Q(subscription__current_period_end=None) | Q(subscription__current_period_end__gt=now)
        )
        return Q(subscription__status__in=cls.GIVING) & (bought | by_hand)


class Trial(models.Model):
    """A plan tried without a card, beside whatever is bought; one for an organization, ever."""

    organization = models.OneToOneField(Organization, on_delete=models.CASCADE, related_name="trial")
    plan = models.SlugField(max_length=30, choices=plan_choices)
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    closed_at = models.DateTimeField(
        null=True, blank=True, help_text="When its end was noted; the rights end at ends_at by themselves."
    )

    class Meta:
        indexes = (models.Index(fields=["ends_at"], condition=Q(closed_at=None), name="trial_open"),)

    def __str__(self) -> str:
        return f"Trial of {self.get_plan_display()} for {self.organization}"

    def gives_its_plan(self, now: datetime) -> bool:
        """Whether it runs at this moment (aware)."""
        return self.started_at <= now < self.ends_at

    @classmethod
    def giving_their_plan(cls, now: datetime) -> Q:
        """`gives_its_plan` as a condition on organizations."""
        return Q(trial__started_at__lte=now, trial__ends_at__gt=now)


class StripeEvent(models.Model):
    """An event of Stripe's that took effect; written in the transaction of the effect, so never twice."""

    event_id = models.CharField(max_length=255, unique=True)
    type = models.CharField(max_length=80)
    created_at = models.DateTimeField(help_text="When it happened at Stripe.")
    received_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["created_at"], name="stripe_event_by_time"),)

    def __str__(self) -> str:
        return f"{self.type} {self.event_id}"


class Notice(TenantOwned):
    """A mail about money, a channel or an export, owed to those who see to it: born in the transaction of what it tells of."""

    class Kind(models.TextChoices):
        TRIAL_ENDING = "trial_ending", "Trial about to end"
        TRIAL_ENDED = "trial_ended", "Trial ended"
        PAYMENT_FAILED = "payment_failed", "Payment failed"
        PLAN_ENDED = "plan_ended", "Plan ended"
        DISPUTE_OPENED = "dispute_opened", "Payment disputed"
        CHANNEL_OFF = "channel_off", "Channel switched off"
        EXPORT_READY = "export_ready", "Export ready"

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    about = models.CharField(max_length=255, help_text="What it is about; each is told once.")
    details = models.JSONField(default=dict, blank=True)
    owed_at = models.DateTimeField()
    due_at = models.DateTimeField(help_text="When to try; later after each failure.")
    tries = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True, help_text="Sent, or given up.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organization", "kind", "about"], name="notice_told_once"),
        )
        indexes = (models.Index(fields=["due_at"], condition=Q(settled_at=None), name="notice_owed"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.about})"


class KeyScope(models.TextChoices):
    """What an API key may do for its organization; what is published it may read anyway."""

    READ = "read", "See watches, channels, alerts, register and reviews"
    WRITE = "write", "See and change watches, channels, alerts, register and reviews"


class ApiKey(TenantOwned):
    """A key by which a program acts for the member who made it, as far as its scope goes; kept as its hash only."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="api_keys")
    made_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80, help_text="What it is for.")
    scope = models.CharField(max_length=5, choices=KeyScope)
    token_sha256 = models.CharField(max_length=64, unique=True)
    beginning = models.CharField(max_length=12, help_text="Its first characters, to know it by.")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True, help_text="To the minute.")

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"{self.name} ({self.beginning}…)"


class AuditEntry(TenantOwned):
    """Who did what, when, from where. A trigger refuses to change or delete one, save to forget who it was."""

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="audit_entries")
    actor = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    action = models.CharField(max_length=60, help_text="A noun and a verb in the past: watch.started")
    subject = models.CharField(max_length=200, blank=True, help_text="What it was done to, in words.")
    details = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(default=timezone.now)
    address = models.GenericIPAddressField(null=True, blank=True, help_text="The address it came from.")

    class Meta:
        verbose_name_plural = "audit entries"
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=["organization", "-at", "-id"], name="audit_entry_newest_first"),)

    def __str__(self) -> str:
        return f"{self.action} {self.subject}".strip()
