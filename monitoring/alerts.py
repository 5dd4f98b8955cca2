"""What watchers are owed about a change: born in the transaction of the change, one alert an organization."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from billing.entitlements import Feature, organizations_with, platforms_allowed
from billing.members import Action, roles_that_may
from billing.models import Organization
from billing.tenancy import across_orgs_scope
from monitoring.models import Alert, Channel, Delivery
from provisions.models import Change

# Which right a kind of channel takes.
FEATURE_OF_CHANNEL: dict[str, Feature] = {
    Channel.Kind.WEBHOOK: Feature.WEBHOOK_CHANNEL,
    Channel.Kind.SLACK: Feature.SLACK_CHANNEL,
    Channel.Kind.TEAMS: Feature.TEAMS_CHANNEL,
    Channel.Kind.DISCORD: Feature.DISCORD_CHANNEL,
}

_ALERTS = """
    INSERT INTO monitoring_alert (organization_id, change_id, means, created_at)
    SELECT watch.organization_id, %s, CASE WHEN watch.organization_id IN ({same_day}) THEN %s ELSE %s END, %s
    FROM monitoring_watch watch JOIN ({rooms}) room (organization_id, watches) USING (organization_id)
    WHERE watch.platform_id = %s AND room.watches > (
        SELECT count(*) FROM monitoring_watch before
        WHERE before.organization_id = watch.organization_id AND (before.place, before.id) < (watch.place, watch.id)
    ) AND (%s OR EXISTS (
        SELECT FROM monitoring_addeddocument added
        WHERE added.organization_id = watch.organization_id AND added.document_id = %s
    ))
    ON CONFLICT (organization_id, change_id) DO NOTHING
"""
_DELIVERIES = """
    INSERT INTO monitoring_delivery
        (organization_id, alert_id, user_id, platform_id, follow_up, key, state, due_at, attempts, last_error)
    SELECT alert.organization_id, alert.id, membership.user_id, %s, false, gen_random_uuid(), %s, %s, 0, ''
    FROM monitoring_alert alert
    JOIN billing_membership membership ON membership.organization_id = alert.organization_id
    JOIN billing_user person ON person.id = membership.user_id AND person.is_active
    WHERE alert.change_id = %s AND alert.means = %s AND membership.role = ANY(%s)
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
    SELECT alert.organization_id, channel.id, alert.id, false, gen_random_uuid(), %s, %s, %s, 0, '', '[]'
    FROM monitoring_alert alert
    JOIN monitoring_channel channel ON channel.organization_id = alert.organization_id
    WHERE alert.change_id = %s AND alert.means = %s AND channel.kind = %s AND channel.off_since IS NULL
      AND alert.organization_id IN ({entitled})
    ON CONFLICT DO NOTHING
"""


def enqueue_alerts(change: Change, now: datetime) -> None:
    """Owe every organization that watches the platform an alert, its members their mails and its channels
    their messages. Of a document that is not listed only those are told who added it.

    A few statements however many watch; call it in the transaction that records the change. An organization whose
    plan has no same-day alerts reads of the change in its next digest; a watch that sleeps is told nothing.
    """
    watching = Organization.objects.annotate(room=platforms_allowed(now)).values_list("pk", "room")
    rooms, of_rooms = watching.query.sql_with_params()
    same_day, params = organizations_with(Feature.SAME_DAY_ALERTS, now).values("pk").query.sql_with_params()
    means = [Alert.Means.SAME_DAY.value, Alert.Means.DIGEST.value]
    roles = [str(role) for role in roles_that_may(Action.SEE_WATCHES)]
    with across_orgs_scope(), connection.cursor() as cursor:
        cursor.execute(
            _ALERTS.format(same_day=same_day, rooms=rooms),
            [
                *(change.pk, *params, *means, now, *of_rooms),
                *(change.document.platform_id, change.document.listed, change.document_id),
            ],
        )
        platform, owed = change.document.platform_id, Delivery.State.OWED.value
        cursor.execute(_DELIVERIES, [platform, owed, now, change.pk, Alert.Means.SAME_DAY.value, roles])
        _enqueue_for_channels(cursor, change, now)


def _enqueue_for_channels(cursor: CursorWrapper, change: Change, now: datetime) -> None:
    for kind, feature in FEATURE_OF_CHANNEL.items():
        entitled, params = organizations_with(feature, now).values("pk").query.sql_with_params()
        owed: list[Any] = [
            Delivery.State.OWED.value,
            now,
            now,
            change.pk,
            Alert.Means.SAME_DAY.value,
            str(kind),
        ]
        cursor.execute(_CHANNEL_DELIVERIES.format(entitled=entitled), [*owed, *params])
