"""What watchers are owed about a change: born in the transaction of the change, one alert an organization."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from billing.entitlements import Feature
from billing.members import Action, roles_that_may
from billing.tenancy import across_orgs_scope
from monitoring.models import Alert, Channel
from monitoring.timing import Calendar, due_time
from monitoring.watches.matching import bear_alerts, has_right
from provisions.models import Change

# Which right a kind of channel takes.
FEATURE_OF_CHANNEL: dict[str, Feature] = {
    Channel.Kind.WEBHOOK: Feature.WEBHOOK_CHANNEL,
    Channel.Kind.SLACK: Feature.SLACK_CHANNEL,
    Channel.Kind.TEAMS: Feature.TEAMS_CHANNEL,
    Channel.Kind.DISCORD: Feature.DISCORD_CHANNEL,
}

# What decides when a mail is due, as one name: those who have it in common are asked about together.
_CALENDAR = "concat_ws(' ', organization.time_zone, organization.quiet_from, organization.quiet_until)"
_CALENDARS = """
    SELECT DISTINCT {calendar}, organization.time_zone, organization.quiet_from, organization.quiet_until
    FROM billing_organization organization WHERE organization.id IN ({told})
"""
_TOLD = "SELECT organization_id FROM matched WHERE alert_id IS NOT NULL AND loud AND by_mail"
_UNDONE = "SELECT organization_id FROM monitoring_alert WHERE taken_back_by_id = %(change)s"
# No delivery of an alert that is born just now can be there already.
_DELIVERIES = """
    INSERT INTO monitoring_delivery
        (organization_id, alert_id, user_id, platform_id, follow_up, key, state, due_at, attempts, last_error)
    SELECT alert.organization_id, alert.id, membership.user_id, %(platform)s, false, gen_random_uuid(), 'owed',
        (%(dues)s::jsonb ->> {calendar})::timestamptz, 0, ''
    FROM (
        SELECT DISTINCT alert_id, organization_id FROM matched WHERE alert_id IS NOT NULL AND loud AND by_mail
    ) alert (id, organization_id)
    JOIN billing_organization organization ON organization.id = alert.organization_id
    JOIN billing_membership membership ON membership.organization_id = alert.organization_id
    JOIN billing_user person ON person.id = membership.user_id AND person.is_active
    WHERE membership.role = ANY(%(roles)s)
      AND NOT EXISTS (
        SELECT FROM monitoring_mailpreference preference
        WHERE preference.organization_id = alert.organization_id
          AND preference.user_id = membership.user_id AND NOT preference.alerts
      )
    ORDER BY alert.id
"""
# A channel that is off, or that the plan no longer has, is owed nothing; a later switch sends nothing after.
_CHANNEL_DELIVERIES = """
    INSERT INTO monitoring_channeldelivery
        (organization_id, channel_id, alert_id, follow_up, key, state, created_at, due_at, attempts, last_error, log)
    SELECT DISTINCT ON (matched.alert_id, channel.id) matched.organization_id, channel.id, matched.alert_id, false,
        gen_random_uuid(), 'owed', %(now)s, %(now)s, 0, '', '[]'::jsonb
    FROM matched JOIN monitoring_channel channel ON channel.organization_id = matched.organization_id
    WHERE matched.alert_id IS NOT NULL AND matched.loud
      AND (matched.channels IS NULL OR channel.id = ANY(matched.channels))
      AND channel.off_since IS NULL AND ({entitled})
    ORDER BY matched.alert_id, channel.id
"""

# On the latest alert of each person that is undone, unless its mail was given up, or they have stopped such mails.
_FOLLOW_UPS = """
    INSERT INTO monitoring_delivery
        (organization_id, alert_id, user_id, platform_id, follow_up, key, state, due_at, attempts, last_error)
    SELECT DISTINCT ON (told.organization_id, told.user_id) told.organization_id, alert.id, told.user_id,
        told.platform_id, true, gen_random_uuid(), 'owed', (%(dues)s::jsonb ->> {calendar})::timestamptz, 0, ''
    FROM monitoring_alert alert JOIN billing_organization organization ON organization.id = alert.organization_id
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
    with across_orgs_scope(), connection.cursor() as cursor, bear_alerts(cursor, change, now) as any_matched:
        if not any_matched:
            return
        asked: dict[str, Any] = {
            "platform": change.document.platform_id,
            "roles": [str(role) for role in roles_that_may(Action.SEE_WATCHES)],
            "now": now,
        }
        asked["dues"] = _dues(cursor, _TOLD, asked)
        cursor.execute(_DELIVERIES.format(calendar=_CALENDAR), asked)
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
    with across_orgs_scope(), connection.cursor() as cursor:
        alerts = Alert.objects.across_orgs()
        alerts.filter(taken_back_by__in=undone).update(taken_back_by=None)
        alerts.filter(change__in=undone, change__alarmed=True).update(taken_back_by=change)
        asked: dict[str, Any] = {"change": change.pk, "now": now}
        asked["dues"] = _dues(cursor, _UNDONE, asked)
        cursor.execute(_FOLLOW_UPS.format(calendar=_CALENDAR), asked)
        cursor.execute(_CHANNEL_FOLLOW_UPS, asked)


@cache
def _channel_deliveries() -> str:
    entitled = (
        f"channel.kind = '{kind}' AND {has_right(feature, 'channel.organization_id')}"
        for kind, feature in FEATURE_OF_CHANNEL.items()
    )
    return _CHANNEL_DELIVERIES.format(entitled=" OR ".join(entitled))


def _dues(cursor: CursorWrapper, told: str, asked: Mapping[str, Any]) -> str:
    """When mails are due, by calendar, as JSON: a few, however many are told; `told` selects the keys of those."""
    cursor.execute(_CALENDARS.format(calendar=_CALENDAR, told=told), asked)
    dues = {name: due_time(asked["now"], Calendar(*rest)).isoformat() for name, *rest in cursor.fetchall()}
    return json.dumps(dues)
