"""The price list as data: every page, mail and check reads it from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Self

TRIAL_DAYS = 14
# How long before its end a trial is mentioned by mail.
TRIAL_REMINDER_DAYS = 3


class _InWords(StrEnum):
    """An enum whose members say what they are in words a customer reads."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Feature(_InWords):
    """What a plan has or has not; `label` fits a row of the price table."""

    WEEKLY_DIGEST = "weekly_digest", "Weekly digest"
    SAME_DAY_ALERTS = "same_day_alerts", "Same-day alerts"
    CHANGE_SUMMARY = "change_summary", "Structured summary of each change"
    PROVISION_WATCHES = "provision_watches", "Watching a single document or provision"
    CLAUSE_TYPE_WATCHES = "clause_type_watches", "Watching a clause type or a search"
    SECTOR_WATCHES = "sector_watches", "Watching a sector"
    MINIMUM_SEVERITY = "minimum_severity", "Choosing the least severity that alerts"
    EMAIL_CHANNEL = "email_channel", "Alerts by e-mail"
    FEED_CHANNEL = "feed_channel", "Private Atom feed"
    WEBHOOK_CHANNEL = "webhook_channel", "Alerts to a webhook"
    SLACK_CHANNEL = "slack_channel", "Alerts to Slack"
    TEAMS_CHANNEL = "teams_channel", "Alerts to Microsoft Teams"
    DISCORD_CHANNEL = "discord_channel", "Alerts to Discord"
    FULL_TIMELINE = "full_timeline", "Governance timeline beyond 90 days"
    REGULATORY_MAPPING = "regulatory_mapping", "Regulatory mapping"
    COMPLIANCE_ANALYSIS = "compliance_analysis", "Full compliance analysis"
    EVIDENCE_BUNDLE = "evidence_bundle", "Evidence bundle"
    PDF_EXPORT = "pdf_export", "PDF"
    DATA_EXPORT = "data_export", "CSV, JSON and Excel export"
    API_KEYS = "api_keys", "API keys"
    OWN_DOCUMENTS = "own_documents", "Adding a document by its URL"
    VENDOR_REGISTER = "vendor_register", "Vendor register, reviews of changes and reports for auditors"


class Limit(_InWords):
    """What a plan has so many of; `label` names the things in the plural."""

    PLATFORMS = "platforms", "Platforms watched"
    SEATS = "seats", "Members of the organization"

    def counted(self, number: int) -> str:
        """The number with its noun: "1 platform", "10 platforms"."""
        noun = {Limit.PLATFORMS: "platform", Limit.SEATS: "member"}[self]
        return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class Interval(_InWords):
    """How often is paid; the values are Stripe's words."""

    MONTH = "month", "monthly"
    YEAR = "year", "yearly"


@dataclass(frozen=True, slots=True)
class Plan:
    """One column of the price list; prices in whole US dollars, a limit of None means unlimited."""

    slug: str
    name: str
    tagline: str
    monthly_usd: int
    yearly_usd: int
    limits: Mapping[Limit, int | None]
    features: frozenset[Feature]
    # How often the API answers, all keys together; who has none is counted by address, as on the least plan.
    api_requests_a_minute: int = 120
    # What a seat beyond the limit costs; None where none can be bought.
    seat_monthly_usd: int | None = None
    seat_yearly_usd: int | None = None

    def price_usd(self, interval: Interval) -> int:
        """What the plan costs each month or each year, with the seats it includes."""
        return self.monthly_usd if interval is Interval.MONTH else self.yearly_usd

    def seat_usd(self, interval: Interval) -> int | None:
        """What each seat beyond the included ones costs each month or each year; None where none can be bought."""
        return self.seat_monthly_usd if interval is Interval.MONTH else self.seat_yearly_usd

    @property
    def included_seats(self) -> int:
        """How many members the price covers."""
        return self.limits[Limit.SEATS] or 1

    @property
    def rank(self) -> int:
        """Its place on the price list, from the least."""
        return PLANS.index(self)


_FREE = frozenset({Feature.WEEKLY_DIGEST, Feature.EMAIL_CHANNEL})
_WATCHER = _FREE | {Feature.SAME_DAY_ALERTS, Feature.CHANGE_SUMMARY, Feature.FEED_CHANNEL}

FREE = Plan(
    slug="free",
    name="Free",
    tagline="One platform, and a digest each week. No card needed.",
    monthly_usd=0,
    yearly_usd=0,
    limits=MappingProxyType({Limit.PLATFORMS: 1, Limit.SEATS: 1}),
    features=_FREE,
)
WATCHER = Plan(
    slug="watcher",
    name="Watcher",
    tagline="Ten platforms, told the same day, with a summary of what changed.",
    monthly_usd=9,
    yearly_usd=90,
    limits=MappingProxyType({Limit.PLATFORMS: 10, Limit.SEATS: 1}),
    features=_WATCHER,
)
PROFESSIONAL = Plan(
    slug="professional",
    name="Professional",
    tagline="Every platform, your team, the law each provision touches, and the whole timeline.",
    monthly_usd=79,
    yearly_usd=790,
    limits=MappingProxyType({Limit.PLATFORMS: None, Limit.SEATS: 10}),
    features=frozenset(Feature),
    api_requests_a_minute=1200,
    seat_monthly_usd=8,
    seat_yearly_usd=80,
)

# From the least to the most: the first plan that has a thing is the one we name when it is missing.
PLANS = (FREE, WATCHER, PROFESSIONAL)
PAID = tuple(plan for plan in PLANS if plan.monthly_usd)
TRIAL_PLAN = PROFESSIONAL


def plan_of(slug: str) -> Plan:
    """Raises KeyError for a slug that is not on the price list."""
    return {plan.slug: plan for plan in PLANS}[slug]


def first_plan_with(feature: Feature) -> Plan | None:
    """The least plan that has the feature; None where none has."""
    return next((plan for plan in PLANS if feature in plan.features), None)


def interval_of(value: str) -> Interval:
    """Raises KeyError for a word that is no interval."""
    return {interval.value: interval for interval in Interval}[value]
