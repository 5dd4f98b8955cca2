"""What watchers are owed about a change: born in the transaction of the change, one alert an organization."""

from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from billing.entitlements import Feature
from billing.members import Action, roles_that_may
from billing.tenancy import across_orgs_scope
from monitoring.matching import LOUD, bear_alerts, has_right
from monitoring.models import Alert, Channel
from monitoring.timing import Calendar, due_time
from provisions.models import Change

# Which right a kind of channel takes.
FEATURE_OF_CHANNEL: dict[str, Feature] = {
    Channel.Kind.WEBHOOK: Feature.WEBHOOK_CHANNEL,
    Channel.Kind.SLACK: Feature.SLACK_CHANNEL,
    Channel.Kind.TEAMS: Feature.TEAMS_CHANNEL,
    Channel.Kind.DISCORD: Feature.DISCORD_CHANNEL,
}

_CALENDARS = """
    SELECT DISTINCT organization.time_zone, coalesce(organization.quiet_from, -1), coalesce(organization.quiet_until, -1)
    FROM monitoring_alert alert JOIN billing_organization organization ON organization.id = alert.organization_id
    WHERE alert.change_id = ANY(%(changes)s)
"""
_DUE = """
    JOIN billing_organization organization ON organization.id = alert.organization_id
    JOIN unnest(%(zones)s::text[], %(begins)s::int[], %(ends)s::int[], %(dues)s::timestamptz[]) calendar (time_zone, quiet_from, quiet_until, due_at)
        ON calendar.time_zone = organization.time_zone
        AND calendar.quiet_from = coalesce(organization.quiet_from, -1)
        AND calendar.quiet_until = coalesce(organization.quiet_until, -1)
"""
_DELIVERIES = """
    INSERT INTO monitoring_delivery
        (organization_id, alert_id, user_id, platform_id, follow_up, key, state, due_at, attempts, last_error)
    SELECT alert.organization_id, alert.id, membership.user_id, %(platform)s, false, gen_random_uuid(), 'owed',
        calendar.due_at, 0, ''
    FROM monitoring_alert alert {due}
    JOIN billing_membership membership ON membership.organization_id = alert.organization_id
    JOIN billing_user person ON person.id = membership.user_id AND person.is_active
    WHERE alert.change_id = ANY(%(changes)s) AND alert.means = %(same_day)s AND membership.role = ANY(%(roles)s)
      AND EXISTS (
        SELECT FROM monitoring_match matched JOIN monitoring_watch watch ON watch.id = matched.watch_id
        WHERE matched.alert_id = alert.id AND watch.by_mail AND {loud}
      )
      AND NOT EXISTS (
        SELECT FROM monitoring_mailpreference preference
        WHERE preference.organization_id = alert.organization_id
          AND preference.user_id = membership.user_id AND NOT preference.alerts
      )
    ON CONFLICT DO NOTHING
"""
# A channel that is off, or that the plan no longer has, is owed nothing; a later switch sends nothing after.
_CHANNEL_DELIVERIES = """
    INSERT INTO monitoring_channeldelivery
        (organization_id, channel_id, alert_id, follow_up, key, state, created_at, due_at, attempts, last_error, log)
    SELECT alert.organization_id, channel.id, alert.id, false, gen_random_uuid(), 'owed', %(now)s, %(now)s, 0, '', '[]'
    FROM monitoring_alert alert
    JOIN monitoring_channel channel ON channel.organization_id = alert.organization_id
    WHERE alert.change_id = ANY(%(changes)s) AND alert.means = %(same_day)s
      AND channel.off_since IS NULL AND ({entitled})
      AND EXISTS (
        SELECT FROM monitoring_match matched JOIN monitoring_watch watch ON watch.id = matched.watch_id
        WHERE matched.alert_id = alert.id AND {loud} AND (watch.channels IS NULL OR channel.id = ANY(watch.channels))
      )
    ON CONFLICT DO NOTHING
"""

# On the latest alert of each person that is undone, unless its mail was given up, or they have stopped such mails.
_FOLLOW_UPS = """
    INSERT INTO monitoring_delivery
        (organization_id, alert_id, user_id, platform_id, follow_up, key, state, due_at, attempts, last_error)
    SELECT DISTINCT ON (told.organization_id, told.user_id) told.organization_id, alert.id, told.user_id,
        told.platform_id, true, gen_random_uuid(), 'owed', calendar.due_at, 0, ''
    FROM monitoring_alert alert {due}
    JOIN monitoring_delivery told ON told.alert_id = alert.id AND NOT told.follow_up AND told.state <> 'given_up'
    WHERE alert.taken_back_by_id = %(change)s
      AND NOT EXISTS (
        SELECT FROM monitoring_mailpreference preference
        WHERE preference.organization_id = told.organization_id
          AND preference.user_id = told.user_id AND NOT preference.alerts
      )
    ORDER BY told.organization_id, told.user_id, alert.id DESC
    ON CONFLICT DO NOTHING
"""
_CHANNEL_FOLLOW_UPS = """
    INSERT INTO monitoring_channeldelivery
        (organization_id, channel_id, alert_id, follow_up, key, state, created_at, due_at, attempts, last_error, log)
    SELECT DISTINCT ON (told.channel_id) told.organization_id, told.channel_id, alert.id, true, gen_random_uuid(),
        'owed', %(now)s, %(now)s, 0, '', '[]'
    FROM monitoring_alert alert
    JOIN monitoring_channeldelivery told ON told.alert_id = alert.id AND NOT told.follow_up AND told.state <> 'given_up'
    JOIN monitoring_channel channel ON channel.id = told.channel_id AND channel.off_since IS NULL
    WHERE alert.taken_back_by_id = %(change)s
    ORDER BY told.channel_id, alert.id DESC
    ON CONFLICT DO NOTHING
"""


def enqueue_alerts(change: Change, now: datetime) -> None:
    """Owe every organization with a watch that the change matches one alert, its members their mails and its channels
    their messages. Of a document that is not listed only those are told who added it.

    A few statements however many watch, and one where no watch could match; call it in the transaction that records
    the change. An organization whose plan has no same-day alerts reads of the change in its next digest, and so does one
    whose matching watches want no more than that; a watch that sleeps or is to tell nothing is told nothing. Channels
    are told at once; what is due by mail, and when, is monitoring/timing.py's to say.
    """
    with across_orgs_scope(), connection.cursor() as cursor:
        if not bear_alerts(cursor, change, now):
            return
        asked = _due_times(cursor, [change.pk], now) | {
            "platform": change.document.platform_id,
            "roles": [str(role) for role in roles_that_may(Action.SEE_WATCHES)],
            "same_day": Alert.Means.SAME_DAY.value,
            "now": now,
        }
        if asked["dues"]:
            cursor.execute(_DELIVERIES.format(due=_DUE, loud=LOUD), asked)
            cursor.execute(_channel_deliveries(), asked)


def enqueue_follow_ups(change: Change, now: datetime) -> None:
    """Owe those who were told of changes that this one takes back one word of it; call it in the same transaction.

    Once for each person and channel, on the latest of their alerts that are undone, and never a second alarm: an alert
    whose change comes back later is no longer taken back, and nobody is told of that.
    """
    if change.reverts is None:
        return
    undone = Change.objects.filter(
        document=change.document, pk__gte=change.reverts.pk, pk__lt=change.pk
    ).values_list("pk", flat=True)
    keys = list(undone)
    with across_orgs_scope(), connection.cursor() as cursor:
        alerts = Alert.objects.across_orgs()
        alerts.filter(taken_back_by__in=keys).update(taken_back_by=None)
        alerts.filter(change__in=keys, change__alarmed=True).update(taken_back_by=change)
        asked = _due_times(cursor, keys, now) | {"change": change.pk, "now": now}
        if asked["dues"]:
            cursor.execute(_FOLLOW_UPS.format(due=_DUE), asked)
            cursor.execute(_CHANNEL_FOLLOW_UPS, asked)


@cache
def _channel_deliveries() -> str:
    entitled = (
        f"channel.kind = '{kind}' AND {has_right(feature, 'channel.organization_id')}"
        for kind, feature in FEATURE_OF_CHANNEL.items()
    )
    return _CHANNEL_DELIVERIES.format(loud=LOUD, entitled=" OR ".join(entitled))


def _due_times(cursor: CursorWrapper, changes: list[int], now: datetime) -> dict[str, Any]:
    """When mails about these changes are due, for each calendar among those who are told: a few, however many they are."""
    cursor.execute(_CALENDARS, {"changes": changes})
    calendars = cursor.fetchall()
    dues = [
        due_time(now, Calendar(zone, *((None, None) if begins < 0 else (begins, ends))))
        for zone, begins, ends in calendars
    ]
    zones, begins, ends = ([row[place] for row in calendars] for place in range(3))
    return {"changes": changes, "zones": zones, "begins": begins, "ends": ends, "dues": dues}
