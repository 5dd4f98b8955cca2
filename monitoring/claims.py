"""Claims on what is owed: rows of an outbox held by one worker for a while, by its claim's name alone.

A claim lapses by itself. A worker renews it by conditional update before each thing it sends, so one that fell behind
finds that another has taken over and sends nothing; a worker stopped anywhere leaves rows that are claimed again.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from billing.tenancy import across_orgs_scope
from monitoring.models import ChannelDelivery, Delivery

# Longer than sending one thing can take.
CLAIM = timedelta(minutes=5)
# The array makes PostgreSQL choose the rows once, whatever plan it takes for the update.
_CLAIM = """
    UPDATE {table} SET claim = %(claim)s::uuid, claimed_until = %(until)s
    WHERE id = ANY(ARRAY(
        SELECT id FROM {table} owed
        WHERE state = 'owed' AND due_at <= %(now)s AND (claimed_until IS NULL OR claimed_until <= %(now)s) {alone}
        ORDER BY due_at, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
    )) RETURNING id
"""
# Of what is owed to one person about one platform the first alone is claimed; the others go with it (together.py).
_FIRST = """
    AND NOT EXISTS (
        SELECT FROM monitoring_delivery before
        WHERE before.state = 'owed' AND before.user_id = owed.user_id AND before.platform_id = owed.platform_id
            AND before.organization_id = owed.organization_id AND (before.due_at, before.id) < (owed.due_at, owed.id)
    )
"""
_UPDATE_HELD = "UPDATE {table} SET {fields} WHERE id = ANY(%s) AND claim = %s::uuid AND state = 'owed'"
Outbox = type[Delivery] | type[ChannelDelivery]


def claim_owed(outbox: Outbox, claim: UUID, now: datetime, limit: int) -> list[int]:
    """Keys of up to `limit` owed rows, longest due first, each now held by this claim alone for CLAIM."""
    params: dict[str, str | int | datetime] = {
        "claim": str(claim),
        "now": now,
        "until": now + CLAIM,
        "limit": limit,
    }
    with across_orgs_scope(), connection.cursor() as cursor:
        alone = _FIRST if outbox is Delivery else ""
        cursor.execute(_CLAIM.format(table=outbox._meta.db_table, alone=alone), params)
        return sorted(row[0] for row in cursor.fetchall())


def more_owed_than(outbox: Outbox, number: int, now: datetime) -> bool:
    """Whether more rows than that are owed and due."""
    with across_orgs_scope():
        due = outbox.objects.across_orgs().filter(state=Delivery.State.OWED, due_at__lte=now).order_by()
        return due.values("pk")[: number + 1].count() > number


def renew(outbox: Outbox, keys: Sequence[int], claim: UUID, until: datetime) -> list[int]:
    """Which of these owed rows the claim still held; it holds them until then."""
    with across_orgs_scope():
        held = outbox.objects.across_orgs().filter(pk__in=keys, claim=claim, state=Delivery.State.OWED)
        still = list(held.select_for_update().order_by("pk").values_list("pk", flat=True))
        held.filter(pk__in=still).update(claimed_until=until)
    return still


def update_held(outbox: Outbox, pk: int | Sequence[int], claim: UUID, /, **fields: object) -> bool:
    """Whether the claim still held the owed row, or one of them, and so the fields were set."""
    # Once or twice for each message: the ORM would take longer to make the text than PostgreSQL to do it.
    columns = {field.name: field for field in outbox._meta.concrete_fields}
    statement = _UPDATE_HELD.format(
        table=outbox._meta.db_table, fields=", ".join(f"{columns[name].column} = %s" for name in fields)
    )
    values = [columns[name].get_db_prep_save(value, connection) for name, value in fields.items()]
    with across_orgs_scope(), connection.cursor() as cursor:
        cursor.execute(statement, [*values, [pk] if isinstance(pk, int) else list(pk), str(claim)])
        return bool(cursor.rowcount)


def release(outbox: Outbox, claim: UUID) -> None:
    """Give back what was claimed and not reached."""
    with across_orgs_scope():
        held = outbox.objects.across_orgs().filter(claim=claim, state=Delivery.State.OWED)
        held.update(claim=None, claimed_until=None)
