"""The daily reconcile: finds news that never came and rows that differ from Stripe's truth, repairs both, reports."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from billing import gateway
from billing.models import Organization, StripeEvent
from billing.subscriptions import sync_subscription
from billing.webhooks import EVENT_TYPES, take_event

# Stripe tries an event for three days; it keeps the list of them for thirty.
LOOK_BACK = timedelta(days=7)
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Reconciliation:
    """What one run found; each entry is a line that a person reads."""

    looked_at: int = 0
    missed: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not (self.missed or self.repaired or self.surplus or self.failed)

    def lines(self) -> list[str]:
        """The report: first what was looked at, then one line for each thing found."""
        return [
            f"{self.looked_at} customers compared with Stripe.",
            *(f"missed event: {each}" for each in self.missed),
            *(f"repaired: {each}" for each in self.repaired),
            *(f"pays for more than one subscription: {each}" for each in self.surplus),
            *(f"could not be compared: {each}" for each in self.failed),
        ]


def reconcile_subscriptions(now: datetime, *, look_back: timedelta = LOOK_BACK) -> Reconciliation:
    """Compare everything with Stripe and repair it; each repair has its audit entry. Raises NotSetUp, Unreachable."""
    report = Reconciliation()
    _take_missed_events(now, look_back, report)
    for organization in Organization.objects.exclude(stripe_customer=None).order_by("pk").iterator():
        _compare(organization, now, report)
    log = _log.info if report.clean else _log.warning
    log("reconciled with Stripe: %s", " ".join(report.lines()))
    return report


def _take_missed_events(now: datetime, look_back: timedelta, report: Reconciliation) -> None:
    since = now - look_back
    known = set(StripeEvent.objects.filter(created_at__gte=since).values_list("event_id", flat=True))
    missed = [event for event in gateway.events_since(since, EVENT_TYPES) if event.id not in known]
    for event in reversed(missed):
        try:
            if take_event(event, now):
                report.missed.append(f"{event.type} {event.id} of {event.created:%Y-%m-%d %H:%M} UTC")
        except gateway.Refused as error:
            report.failed.append(f"{event.type} {event.id}: {error}")


def _compare(organization: Organization, now: datetime, report: Reconciliation) -> None:
    report.looked_at += 1
    named = f"{organization} ({organization.slug})"
    try:
        synced = sync_subscription(organization, now, source="reconcile")
    except gateway.Refused as error:
        report.failed.append(f"{named}: {error}")
        return
    if synced.changed:
        report.repaired.append(named)
    if synced.surplus:
        report.surplus.append(f"{named}: {', '.join(synced.surplus)}")
