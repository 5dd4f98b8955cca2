"""Which watches a change matches, of all organizations at once, as one statement that bears the alerts and their reasons.

A watch is asked in this order: does it tell at all, is it awake (the plan has room for it, or the right its kind
takes), may its organization see the document, does the change touch what it watches, and is one of the touched clauses
grave enough and of a direction it asks for. `watches_in_order` answers the second for one organization.
"""

from datetime import datetime
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from billing.entitlements import Feature, organizations_with, platforms_allowed
from billing.models import Organization
from monitoring.interests import FEATURE_OF_KIND
from monitoring.models import Alert
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.models import Change, ClauseChange, Severity

# The watch tells the same day at this moment.
LOUD = "(watch.tells = 'same_day' AND coalesce(watch.snoozed_until <= %(now)s, true))"
# A clause that only moved touches nothing. Words are those of the clause before and after, and of its provision.
_BEAR_ALERTS = """
    WITH clause AS MATERIALIZED (
        SELECT row.provision_id, row.types, row.severity, row.direction, kind.label,
            array_position(%(severities)s, row.severity::text) AS weight,
            to_tsvector('english', concat_ws(' ', provision.title, provision.says,
                (SELECT string_agg(edit ->> 1, ' ') FROM jsonb_array_elements(row.edits) edit))) AS words
        FROM provisions_clausechange row
        LEFT JOIN provisions_provision provision ON provision.id = row.provision_id
        LEFT JOIN unnest(%(types)s, %(labels)s) kind (slug, label) ON kind.slug = row.types[1]
        WHERE row.change_id = %(change)s AND row.kind <> 'moved'
    ),
    matched AS MATERIALIZED (
        SELECT watch.id, watch.organization_id, watch.title,
            {loud} AS loud
        FROM monitoring_watch watch
        WHERE watch.tells <> 'nothing' AND ({awake}) AND ({touched}) AND (%(listed)s OR EXISTS (
            SELECT FROM monitoring_addeddocument added
            WHERE added.organization_id = watch.organization_id AND added.document_id = %(document)s
        ))
    ),
    born AS (
        INSERT INTO monitoring_alert (organization_id, change_id, means, created_at)
        SELECT organization_id, %(change)s,
            CASE WHEN bool_or(loud) AND organization_id IN ({same_day}) THEN %(same_day)s ELSE %(digest)s END, %(now)s
        FROM matched GROUP BY organization_id
        ON CONFLICT (organization_id, change_id) DO NOTHING
        RETURNING id, organization_id
    )
    INSERT INTO monitoring_match (organization_id, alert_id, watch_id, title)
    SELECT organization_id, born.id, matched.id, matched.title FROM matched JOIN born USING (organization_id)
"""
_AWAKE_PLATFORM = """
    watch.kind = 'platform' AND (
        SELECT count(*) FROM monitoring_watch before
        WHERE before.organization_id = watch.organization_id AND before.kind = 'platform'
            AND (before.place, before.id) < (watch.place, watch.id)
    ) < (SELECT room FROM ({rooms}) rooms (organization_id, room) WHERE rooms.organization_id = watch.organization_id)
"""
# What only looks at the whole change and asks for nothing in particular needs no clause.
_TOUCHED = """
    (
        watch.kind = 'platform' AND watch.platform_id = %(platform)s
        OR watch.kind = 'document' AND watch.document_id = %(document)s
        OR watch.kind = 'sector' AND watch.sector = %(sector)s
        OR watch.kind = 'provision' AND watch.provision_id = ANY(%(provisions)s::bigint[])
        OR watch.kind = 'clause_type' AND watch.clause_type = ANY(%(touched_types)s::text[])
            AND (watch.platforms = '{}' OR %(platform)s = ANY(watch.platforms))
        OR watch.kind = 'search' AND coalesce(watch.search ->> 'platform' = %(platform_slug)s, true)
            AND coalesce(watch.search ->> 'sector' = %(sector)s, true)
    ) AND (
        watch.kind IN ('platform', 'document', 'sector') AND watch.minimum_severity = 'low' AND watch.directions = '{}'
        OR EXISTS (
            SELECT FROM clause
            WHERE clause.weight >= array_position(%(severities)s, watch.minimum_severity::text)
                AND (watch.directions = '{}' OR clause.direction = ANY(watch.directions))
                AND CASE watch.kind
                    WHEN 'provision' THEN clause.provision_id = watch.provision_id
                    WHEN 'clause_type' THEN watch.clause_type = ANY(clause.types)
                    WHEN 'search' THEN coalesce(watch.search ->> 'type' = ANY(clause.types), true)
                        AND coalesce(watch.search ->> 'severity' = clause.severity, true)
                        AND coalesce(watch.search ->> 'direction' = clause.direction, true)
                        AND coalesce(
                            clause.words @@ plainto_tsquery('english', watch.search ->> 'q')
                            OR length(watch.search ->> 'q') > 3 AND (
                                position(lower(watch.search ->> 'q') IN clause.label) > 0
                                OR position(clause.label IN lower(watch.search ->> 'q')) > 0
                            ), NOT watch.search ? 'q'
                        )
                    ELSE true
                END
        )
    )
"""


def bear_alerts(cursor: CursorWrapper, change: Change, now: datetime) -> None:
    """Owe each organization with a watch that matches one alert that names all of them.

    One statement, inside a scope across organizations. What was owed already stays as it is.
    """
    asked: dict[str, Any] = {}
    rooms = _named(
        Organization.objects.annotate(room=platforms_allowed(now)).values_list("pk", "room"), asked
    )
    rights = [
        f"watch.kind = '{kind.value}' AND watch.organization_id IN ({holding(feature, now, asked)})"
        for kind, feature in FEATURE_OF_KIND.items()
    ]
    statement = _BEAR_ALERTS.format(
        awake=" OR ".join([_AWAKE_PLATFORM.format(rooms=rooms), *rights]),
        touched=_TOUCHED,
        loud=LOUD,
        same_day=holding(Feature.SAME_DAY_ALERTS, now, asked),
    )
    cursor.execute(statement, asked | _facts_of(change) | {"now": now})


def _facts_of(change: Change) -> dict[str, Any]:
    document = change.document
    clauses = list(
        change.clause_changes.exclude(kind=ClauseChange.Kind.MOVED).values_list("provision", "types")
    )
    return {
        "change": change.pk,
        "document": document.pk,
        "listed": document.listed,
        "platform": document.platform_id,
        "platform_slug": document.platform.slug,
        "sector": document.platform.sector,
        "provisions": [provision for provision, _ in clauses if provision],
        "touched_types": sorted({slug for _, types in clauses for slug in types}),
        "severities": Severity.values,
        "types": [kind.slug for kind in CLAUSE_TYPES],
        "labels": [kind.label.lower() for kind in CLAUSE_TYPES],
        "same_day": Alert.Means.SAME_DAY.value,
        "digest": Alert.Means.DIGEST.value,
    }


def holding(feature: Feature, now: datetime, asked: dict[str, Any]) -> str:
    """The keys of all organizations with the feature, as a query whose parameters are added to `asked`."""
    return _named(organizations_with(feature, now).values("pk"), asked)


def _named(rows: QuerySet[Any, Any], asked: dict[str, Any]) -> str:
    """The query as text whose parameters have names; these are added to `asked`."""
    text, parameters = rows.query.sql_with_params()
    for value in parameters:
        name = f"asked_{len(asked)}"
        asked[name] = value
        text = text.replace("%s", f"%({name})s", 1)
    return text
