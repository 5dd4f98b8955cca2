"""What watchers are owed about a change: born in the transaction of the change, one alert an organization."""

from datetime import datetime

from django.db import connection

from billing.entitlements import Feature, organizations_with, platforms_allowed
from billing.members import Action, roles_that_may
from billing.models import Organization
from billing.tenancy import across_orgs_scope
from monitoring.models import Alert, Delivery
from provisions.models import Change

_ALERTS = """
    INSERT INTO monitoring_alert (organization_id, change_id, means, created_at)
    SELECT watch.organization_id, %s, CASE WHEN watch.organization_id IN ({same_day}) THEN %s ELSE %s END, %s
    FROM monitoring_watch watch JOIN ({rooms}) room (organization_id, watches) USING (organization_id)
    WHERE watch.platform_id = %s AND room.watches > (
        SELECT count(*) FROM monitoring_watch before
        WHERE before.organization_id = watch.organization_id AND (before.place, before.id) < (watch.place, watch.id)
    )
    ON CONFLICT (organization_id, change_id) DO NOTHING
"""
_DELIVERIES = """
    INSERT INTO monitoring_delivery
        (organization_id, alert_id, user_id, key, state, due_at, attempts, last_error)
    SELECT alert.organization_id, alert.id, membership.user_id, gen_random_uuid(), %s, %s, 0, ''
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


def enqueue_alerts(change: Change, now: datetime) -> None:
    """Owe every organization that watches the platform an alert, and its members their mails.

    Two statements however many watch; call it in the transaction that records the change. An organization whose
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
            [change.pk, *params, *means, now, *of_rooms, change.document.platform_id],
        )
        cursor.execute(
            _DELIVERIES, [Delivery.State.OWED.value, now, change.pk, Alert.Means.SAME_DAY.value, roles]
        )
