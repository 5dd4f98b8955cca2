"""Which watches a change matches, of all organizations at once, as one statement that bears the alerts and their reasons.

A watch is asked in this order: does it tell at all, does the change touch what it watches, is one of the touched
clauses grave enough and of a direction it asks for, is it awake (the plan has room for it, or the right its kind
takes), and may its organization see the document. `watches_in_order` answers whether one is awake for one organization.

What could match is asked first, and only kinds that could are asked about: most changes are watched by nobody. Texts
are made once and kept. Nothing in them becomes slow where PostgreSQL expects one row and meets a hundred thousand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from billing.entitlements import Feature, organizations_with, platforms_allowed
from billing.models import Organization
from monitoring.models import Alert, Watch
from monitoring.watches.interests import FEATURE_OF_KIND
from platforms.renaming import slugs_of
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.models import Change, Severity

Kind = Watch.Kind

# The watch tells the same day at this moment.
LOUD = "(watch.tells = 'same_day' AND coalesce(watch.snoozed_until <= %(now)s, true))"
_TELLS = "watch.tells <> 'nothing'"
_MAY_SEE = """(%(listed)s OR EXISTS (
    SELECT FROM monitoring_addeddocument added
    WHERE added.organization_id = watch.organization_id AND added.document_id = %(document)s
))"""
# A clause that only moved touches nothing.
_CLAUSES = """
    SELECT row.provision_id, row.types, row.severity, row.direction,
        array_position(%(severities)s, row.severity::text) AS weight {read}
    FROM provisions_clausechange row {beside}
    WHERE row.change_id = %(change)s AND row.kind <> 'moved'
"""
# For searches. Words are those of the clause before and after, and of its provision.
_READ = """, kind.label, provision.regulations,
        to_tsvector('english', concat_ws(' ', provision.title, provision.says,
            (SELECT string_agg(edit ->> 1, ' ') FROM jsonb_array_elements(row.edits) edit))) AS words
"""
_BESIDE = """
    LEFT JOIN provisions_provision provision ON provision.id = row.provision_id
    LEFT JOIN unnest(%(types)s, %(labels)s) kind (slug, label) ON kind.slug = row.types[1]
"""

# What of the change a watch of the kind looks at; each finds its rows by the index of its kind.
_SUBJECT: dict[Watch.Kind, str] = {
    Kind.PLATFORM: "watch.platform_id = %(platform)s",
    Kind.DOCUMENT: "watch.document_id = %(document)s",
    Kind.SECTOR: "watch.sector = %(sector)s",
    Kind.PROVISION: "watch.provision_id = ANY(ARRAY(SELECT provision_id FROM clause))",
    Kind.CLAUSE_TYPE: """watch.clause_type = ANY(ARRAY(SELECT slug FROM clause, unnest(clause.types) slug))
        AND (watch.platforms = '{}' OR %(platform)s = ANY(watch.platforms))""",
    Kind.SEARCH: """coalesce(watch.search ->> 'platform' = ANY(%(platform_slugs)s), true)
        AND coalesce(watch.search ->> 'sector' = %(sector)s, true)""",
}
# Which of its clauses; a watch of any other kind looks at all of them.
_ITS_CLAUSES: dict[Watch.Kind, str] = {
    Kind.PROVISION: "clause.provision_id = watch.provision_id",
    Kind.CLAUSE_TYPE: "watch.clause_type = ANY(clause.types)",
    Kind.SEARCH: """coalesce(watch.search ->> 'type' = ANY(clause.types), true)
        AND coalesce(watch.search ->> 'severity' = clause.severity, true)
        AND coalesce(watch.search ->> 'direction' = clause.direction, true)
        AND (NOT watch.search ? 'regulation' OR watch.search ->> 'regulation' = ANY(clause.regulations))
        AND coalesce(
            clause.words @@ plainto_tsquery('english', watch.search ->> 'q')
            OR length(watch.search ->> 'q') > 3 AND (
                position(lower(watch.search ->> 'q') IN clause.label) > 0
                OR position(clause.label IN lower(watch.search ->> 'q')) > 0
            ), NOT watch.search ? 'q'
        )""",
}
_CLAUSE_ASKED_FOR = """EXISTS (
    SELECT FROM clause
    WHERE clause.weight >= array_position(%(severities)s, watch.minimum_severity::text)
        AND (watch.directions = '{}' OR clause.direction = ANY(watch.directions))
        AND """
_ASKS_NOTHING = "watch.minimum_severity = 'low' AND watch.directions = '{}'"
# By their column and not by their kind, so that those of the organization are found and not those of the platform.
_ROOM = """(
    SELECT count(*) FROM monitoring_watch before
    WHERE before.organization_id = watch.organization_id AND before.platform_id IS NOT NULL
        AND (before.place, before.id) < (watch.place, watch.id)
) < (SELECT room FROM ({rooms}) rooms (organization_id, room) WHERE rooms.organization_id = watch.organization_id)"""

# What matches is kept for the statements that follow in the transaction, and its size told to PostgreSQL, which else
# expects one row where a hundred thousand are, or the reverse, and reads every table by the wrong way.
_MATCH = """
    CREATE TEMPORARY TABLE matched ON COMMIT DROP AS
    WITH clause AS MATERIALIZED ({clauses})
    SELECT watch.organization_id, watch.id AS watch_id, watch.title, watch.by_mail, watch.channels,
        {loud} AND {same_day} AS loud, NULL::bigint AS alert_id
    FROM monitoring_watch watch WHERE ({matches}) AND {tells} AND {may_see}
    ORDER BY watch.organization_id
"""
_BEAR_ALERTS = """
    WITH born AS (
        INSERT INTO monitoring_alert (organization_id, change_id, means, created_at)
        SELECT organization_id, %(change)s, CASE WHEN bool_or(loud) THEN %(same_day)s ELSE %(digest)s END, %(now)s
        FROM matched GROUP BY organization_id ORDER BY organization_id
        ON CONFLICT (organization_id, change_id) DO NOTHING
        RETURNING id, organization_id
    )
    UPDATE matched SET alert_id = born.id FROM born WHERE born.organization_id = matched.organization_id
"""
_NAME_REASONS = """
    INSERT INTO monitoring_match (organization_id, alert_id, watch_id, title)
    SELECT organization_id, alert_id, watch_id, title FROM matched WHERE alert_id IS NOT NULL ORDER BY alert_id, watch_id
"""
_COULD_MATCH = """
    SELECT '{kind}' WHERE EXISTS (
        SELECT FROM monitoring_watch watch WHERE watch.kind = '{kind}' AND {subject} AND {tells} AND {may_see}
    )
"""
_KINDS = f"WITH clause AS MATERIALIZED ({_CLAUSES.format(read='', beside='')}) " + " UNION ALL ".join(
    _COULD_MATCH.format(kind=kind.value, subject=subject, tells=_TELLS, may_see=_MAY_SEE)
    for kind, subject in _SUBJECT.items()
)
_CONSTANTS: dict[str, Any] = {
    "severities": Severity.values,
    "types": [kind.slug for kind in CLAUSE_TYPES],
    "labels": [kind.label.lower() for kind in CLAUSE_TYPES],
    "same_day": Alert.Means.SAME_DAY.value,
    "digest": Alert.Means.DIGEST.value,
}
# Stands for the moment that is asked about while a text is made.
_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


@contextmanager
def bear_alerts(cursor: CursorWrapper, change: Change, now: datetime) -> Iterator[bool]:
    """Owe each organization with a watch that matches one alert that names all of them; False where none could match.

    A few statements, inside a scope across organizations. What was owed already stays as it is. While it is open the
    table `matched` holds each watch that matches, whether it tells at once, and the alert that was born of it.
    """
    asked = _CONSTANTS | _facts_of(change) | {"now": now}
    cursor.execute(_KINDS, asked)
    kinds = frozenset(Kind(kind) for (kind,) in cursor.fetchall())
    if not kinds:
        yield False
        return
    cursor.execute(_matching(kinds), asked)
    cursor.execute(_BEAR_ALERTS, asked)
    cursor.execute("ANALYZE matched")
    cursor.execute(_NAME_REASONS)
    yield True
    cursor.execute("DROP TABLE matched")


def _facts_of(change: Change) -> dict[str, Any]:
    document = change.document
    return {
        "change": change.pk,
        "document": document.pk,
        "listed": document.listed,
        "platform": document.platform_id,
        "platform_slugs": slugs_of(document.platform),
        "sector": document.platform.sector,
    }


@cache
def _matching(kinds: frozenset[Watch.Kind]) -> str:
    searched = Kind.SEARCH in kinds
    return _MATCH.format(
        clauses=_CLAUSES.format(read=_READ if searched else "", beside=_BESIDE if searched else ""),
        loud=LOUD,
        matches=" OR ".join(_matches(kind) for kind in sorted(kinds)),
        tells=_TELLS,
        may_see=_MAY_SEE,
        same_day=has_right(Feature.SAME_DAY_ALERTS, "watch.organization_id"),
    )


def _matches(kind: Watch.Kind) -> str:
    asked_for = f"{_CLAUSE_ASKED_FOR} {_ITS_CLAUSES.get(kind, 'true')})"
    if kind not in _ITS_CLAUSES:  # what only looks at the whole change and asks for nothing needs no clause
        asked_for = f"({_ASKS_NOTHING} OR {asked_for})"
    feature = FEATURE_OF_KIND.get(kind)
    awake = has_right(feature, "watch.organization_id") if feature else _ROOM.format(rooms=_rooms())
    return f"watch.kind = '{kind.value}' AND {_SUBJECT[kind]} AND {asked_for} AND {awake}"


def _rooms() -> str:
    return _text(Organization.objects.annotate(room=platforms_allowed(_MOMENT)).values_list("pk", "room"))


@cache
def has_right(feature: Feature, organization: str) -> str:
    """Whether the organization whose key is in this column has the feature at %(now)s, as a condition in SQL."""
    entitled = _text(organizations_with(feature, _MOMENT).values("pk"))
    return f"EXISTS (SELECT FROM ({entitled}) entitled (key) WHERE entitled.key = {organization})"


def _text(rows: QuerySet[Any, Any]) -> str:
    """The query as text whose one parameter is %(now)s, where it was made with the moment that stands for it."""
    text, parameters = rows.query.sql_with_params()
    return text % tuple(_literal(value) for value in parameters)


def _literal(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return "'" + value.replace("'", "''").replace("%", "%%") + "'"
    assert value == _MOMENT
    return "%(now)s"
