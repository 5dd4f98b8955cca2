"""Who the customer is and what they bought: people, organizations, memberships, subscriptions, the audit log."""

from datetime import datetime
from functools import cache
from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from billing.plans import PLANS
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
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    members = models.ManyToManyField(User, through="Membership", related_name="organizations")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(digest_weekday__lte=6), name="organization_digest_weekday_in_week"
            ),
            models.CheckConstraint(condition=Q(digest_hour__lte=23), name="organization_digest_hour_in_day"),
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


def plan_choices() -> list[tuple[str, str]]:
    """The price list for a form; called, so that a new plan is no migration."""
    return [(plan.slug, plan.name) for plan in PLANS]


class Subscription(models.Model):
    """What an organization has beyond Free. Read by entitlements.py and by nothing else."""

    class Status(models.TextChoices):
        TRIALING = "trialing", "On trial"
        ACTIVE = "active", "Active"
        ENDED = "ended", "Ended"

    organization = models.OneToOneField(Organization, on_delete=models.CASCADE, related_name="subscription")
    plan = models.SlugField(max_length=30, choices=plan_choices)
    status = models.CharField(max_length=10, choices=Status.choices)
    trial_ends_at = models.DateTimeField(null=True, blank=True)
    current_period_end = models.DateTimeField(
        null=True, blank=True, help_text="When the plan lapses; empty for one that stays until it is ended."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(status="trialing") | Q(trial_ends_at__isnull=False),
                name="subscription_trial_has_an_end",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_plan_display()} for {self.organization}, {self.get_status_display().lower()}"

    def gives_its_plan(self, now: datetime) -> bool:
        """Whether the organization has the plan's rights at this moment (aware)."""
        match self.status:
            case self.Status.TRIALING:
                return self.trial_ends_at is not None and now < self.trial_ends_at
            case self.Status.ACTIVE:
                return self.current_period_end is None or now < self.current_period_end
        return False

    @classmethod
    def giving_their_plan(cls, now: datetime) -> Q:
        """`gives_its_plan` as a condition on organizations."""
        trial = Q(subscription__status=cls.Status.TRIALING, subscription__trial_ends_at__gt=now)
        open_ended = Q(subscription__current_period_end=None) | Q(subscription__current_period_end__gt=now)
        return trial | Q(subscription__status=cls.Status.ACTIVE) & open_ended


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
