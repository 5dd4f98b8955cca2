"""What goes into one mail: all that is owed to a person about one platform, at most once an hour.

The outbox claims the first of them alone (claims.py); here the others join it, and a mail that would follow the last one
too closely waits, within its day (timing.py).
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max

from billing.tenancy import across_orgs_scope
from monitoring.claims import CLAIM, update_held
from monitoring.models import Delivery
from monitoring.timing import APART, Calendar, due_time

_JOIN = """
    UPDATE monitoring_delivery other SET claim = %(claim)s::uuid, claimed_until = %(until)s
    FROM monitoring_delivery held
    WHERE held.id = ANY(%(keys)s) AND other.id <> held.id AND other.state = 'owed'
        AND other.user_id = held.user_id AND other.platform_id = held.platform_id
        AND other.organization_id = held.organization_id
        AND (other.claimed_until IS NULL OR other.claimed_until <= %(now)s OR other.claim = %(claim)s::uuid)
    RETURNING held.id, other.id
"""


def too_close(held: Iterable[Delivery], claim: UUID, now: datetime) -> set[int]:
    """Keys of the alerts that wait because a mail on their platform has just gone out; these are given back."""
    alerts = [delivery for delivery in held if delivery.alert and delivery.platform_id]
    if not alerts:
        return set()
    with across_orgs_scope():
        sent = Delivery.objects.across_orgs().filter(
            state=Delivery.State.SENT,
            sent_at__gt=now - APART,
            user__in={delivery.user_id for delivery in alerts},
            platform__in={delivery.platform_id for delivery in alerts},
        )
        named = sent.order_by().values_list("organization", "user", "platform")
        last = {tuple(row[:3]): row[3] for row in named.annotate(at=Max("sent_at"))}
    waiting = set()
    for delivery in alerts:
        after = last.get((delivery.organization_id, delivery.user_id, delivery.platform_id))
        due = _due_after(delivery, after) if after else now
        if due > now:
            update_held(Delivery, delivery.pk, claim, due_at=due, claim=None, claimed_until=None)
            waiting.add(delivery.pk)
    return waiting


def joined(keys: list[int], claim: UUID, now: datetime) -> dict[int, list[int]]:
    """What goes along with each of these held alerts: keys of what is owed to the same person, held by the claim too."""
    along: dict[int, list[int]] = {}
    if not keys:
        return along
    asked: dict[str, Any] = {"claim": str(claim), "now": now, "until": now + CLAIM, "keys": keys}
    with across_orgs_scope(), connection.cursor() as cursor:
        cursor.execute(_JOIN, asked)
        for first, other in sorted(cursor.fetchall()):
            along.setdefault(first, []).append(other)
    return along


def _due_after(delivery: Delivery, after: datetime) -> datetime:
    alert, organization = delivery.alert, delivery.organization
    assert alert is not None
    back = alert.taken_back_by
    found = back.found_at if delivery.follow_up and back else alert.created_at
    calendar = Calendar(organization.time_zone, organization.quiet_from, organization.quiet_until)
    return due_time(found, calendar, after=after)
