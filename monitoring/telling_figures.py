"""Every number about our telling: what is owed, how long it waits, what fails, and whether the promise is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db.models import Case, Count, F, Min, Q, When

from billing.tenancy import across_orgs_scope
from monitoring.models import Channel, ChannelDelivery, Delivery
from monitoring.timing import GATHERING

# What we promise: a same-day alert is sent so soon after the moment at which it was to go.
PROMISED = timedelta(minutes=15)
SPAN = timedelta(days=7)
_KEPT_SECONDS = 300
_OUTBOXES = (Delivery, ChannelDelivery)
# A follow-up is born with the change that took the other one back.
_BORN = Case(
    When(follow_up=True, alert__taken_back_by__isnull=False, then=F("alert__taken_back_by__found_at")),
    default=F("alert__created_at"),
)


@dataclass(frozen=True, slots=True)
class Promise:
    """Same-day alerts of the span that were to be sent: how many, and how many of them were in time."""

    due: int
    kept: int

    @property
    def percent(self) -> float | None:
        """In hundredths, cut and not rounded, so that 100 means all; None where none was due."""
        return self.kept * 1000 // self.due / 10 if self.due else None


@dataclass(frozen=True, slots=True)
class KindRate:
    """What became of one kind of message in the span."""

    label: str
    sent: int
    given_up: int
    retried: int

    @property
    def percent_given_up(self) -> float:
        """Of what was settled, in hundredths."""
        settled = self.sent + self.given_up
        return round(100 * self.given_up / settled, 1) if settled else 0.0


def owed_now(now: datetime) -> int:
    """How many messages of all kinds are due and not sent."""
    with across_orgs_scope():
        return sum(outbox.objects.across_orgs().filter(_due(now)).count() for outbox in _OUTBOXES)


def oldest_owed(now: datetime) -> timedelta | None:
    """How long the message that is longest due has waited; None where nothing is due."""
    with across_orgs_scope():
        firsts = [
            outbox.objects.across_orgs().filter(_due(now)).order_by().aggregate(first=Min("due_at"))["first"]
            for outbox in _OUTBOXES
        ]
    waiting = [now - first for first in firsts if first]
    return max(waiting, default=None)


def rates_by_kind(now: datetime) -> Sequence[KindRate]:
    """What became of the span's messages, by kind: mails of alerts and of digests, then each kind of channel."""
    settled = Q(sent_at__gt=now - SPAN) | Q(state=Delivery.State.GIVEN_UP, due_at__gt=now - SPAN)
    counts = {
        "sent": Count("pk", filter=Q(state=Delivery.State.SENT)),
        "given_up": Count("pk", filter=Q(state=Delivery.State.GIVEN_UP)),
        "retried": Count("pk", filter=Q(attempts__gt=0)),
    }
    with across_orgs_scope():
        mails = Delivery.objects.across_orgs().filter(settled)
        rows = [
            ("Mail: same-day alerts", mails.filter(alert__isnull=False).aggregate(**counts)),
            ("Mail: weekly digests", mails.filter(digest__isnull=False).aggregate(**counts)),
        ]
        messages = ChannelDelivery.objects.across_orgs().filter(settled)
        rows += [
            (str(kind.label), messages.filter(channel__kind=kind).aggregate(**counts))
            for kind in Channel.Kind
        ]
    return [KindRate(label, **counted) for label, counted in rows]


def promise_kept(now: datetime) -> Promise:
    """Of the same-day alerts sent in the span, by mail and to channels, or late and not sent yet: how many were in time.

    In time is PROMISED after the alert was born, or, where the organization or the mail before it on the same platform
    wished it later, after that moment. A try that failed is no such wish. Counted anew every five minutes.
    """
    key = f"promise_kept:{int(now.timestamp()) // _KEPT_SECONDS}"
    kept: Promise | None = cache.get(key)
    if kept is None:
        with across_orgs_scope():
            mails, messages = (_promise_of(outbox, now) for outbox in _OUTBOXES)
        kept = Promise(mails.due + messages.due, mails.kept + messages.kept)
        cache.set(key, kept, _KEPT_SECONDS)
    return kept


def _promise_of(outbox: type[Delivery] | type[ChannelDelivery], now: datetime) -> Promise:
    # What is due by mail has waited for its neighbours already, which is part of the promise.
    left = PROMISED - GATHERING if outbox is Delivery else PROMISED
    sent = Q(state=Delivery.State.SENT, sent_at__gt=now - SPAN)
    late = Q(due_at__lt=now - left) | Q(attempts__gt=0, born__lt=now - PROMISED)
    in_time = Q(attempts=0, sent_at__lte=F("due_at") + left) | Q(sent_at__lte=F("born") + PROMISED)
    # The demo tells of a past that it plays when it is first started, of days on which nobody could be told.
    told = outbox.objects.across_orgs().filter(alert__change__document__platform__invented=False)
    alerts = told.order_by().annotate(born=_BORN)
    rows = alerts.filter(sent | (Q(state=Delivery.State.OWED) & late))
    return Promise(**rows.aggregate(due=Count("pk"), kept=Count("pk", filter=sent & in_time)))


def _due(now: datetime) -> Q:
    return Q(state=Delivery.State.OWED, due_at__lte=now)
