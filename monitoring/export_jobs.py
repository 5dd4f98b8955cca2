"""Exports that take a while: owed when asked for, claimed by one worker, kept for a week, then thrown away."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.files.storage import Storage, storages
from django.db.models import F, Q

from billing.audit import record_audit_entry
from billing.entitlements import Feature, entitlements_of
from billing.members import locked
from billing.models import Membership, Notice, Organization
from billing.notices import owe_notice
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.models import Export

KEPT = timedelta(days=7)
# Renewed with every portion of rows, so longer than one can take.
CLAIM = timedelta(minutes=5)
MOST_WAITING = 5
_MOST_ATTEMPTS = 3


class ExportRefused(Exception):
    """The export cannot be asked for now; str() is the reason, for the person who asked."""


def ask_for_export(
    organization: Organization,
    *,
    by: Membership,
    table: str,
    format: str,
    question: str,
    rows: int,
    now: datetime,
) -> Export:
    """Owe a file. The same one asked for again while it waits is that one. Raises UpgradeRequired, ExportRefused."""
    with tenant_scope(organization):
        organization = locked(organization)
        entitlements_of(organization, now).demand(Feature.DATA_EXPORT)
        waiting = Export.objects.for_org(organization).filter(state=Export.State.OWED)
        same: Export | None = waiting.filter(table=table, format=format, question=question).first()
        if same is not None:
            return same
        if waiting.count() >= MOST_WAITING:
            raise ExportRefused(f"{MOST_WAITING} exports are being made already. Wait until one is ready.")
        export: Export = Export.objects.for_org(organization).create(
            asked_by=by.user, asked_at=now, table=table, format=format, question=question, rows=rows
        )
        record_audit_entry(organization, actor=by.user, action="export.asked", subject=str(export))
    return export


def claim_export(claim: UUID, now: datetime) -> Export | None:
    """The export that waits longest, now held by this claim; None where none is free."""
    with across_orgs_scope():
        owed = Export.objects.across_orgs().filter(state=Export.State.OWED)
        free = owed.filter(Q(claimed_until=None) | Q(claimed_until__lte=now)).order_by("asked_at", "pk")
        export: Export | None = free.select_for_update(skip_locked=True, of=("self",)).first()
        if export is None:
            return None
        if export.attempts >= _MOST_ATTEMPTS:
            owed.filter(pk=export.pk).update(state=Export.State.FAILED, claim=None, claimed_until=None)
            return None
        owed.filter(pk=export.pk).update(
            claim=claim, claimed_until=now + CLAIM, attempts=F("attempts") + 1, rows_written=0
        )
        found: Export = (
            Export.objects.across_orgs().select_related("organization", "asked_by").get(pk=export.pk)
        )
    return found


def tell_progress(export: Export, claim: UUID, rows: int, now: datetime) -> bool:
    """Whether the claim still holds it, and so the progress was noted and the claim renewed."""
    return _held(export, claim, rows_written=rows, claimed_until=now + CLAIM)


def finish_export(
    export: Export, claim: UUID, *, rows: int, file: str, size: int, what: str, now: datetime
) -> bool:
    """The file is there: whoever asked is owed a mail. False where another worker has taken over."""
    with tenant_scope(export.organization):
        held = _held(
            export, claim, state=Export.State.MADE, rows_written=rows, file=file, size=size, made_at=now,
            expires_at=now + KEPT, claim=None, claimed_until=None,
        )  # fmt: skip
        if held and export.asked_by is not None:
            details = {
                "to": export.asked_by.email,
                "what": what,
                "rows": rows,
                "kind": export.format,
                "ends_at": (now + KEPT).isoformat(),
            }
            about = f"export {export.pk}"
            owe_notice(export.organization, Notice.Kind.EXPORT_READY, about=about, details=details, now=now)
    return held


def expire_exports(now: datetime) -> int:
    """Throw away the files whose time is over, and those of organizations that nobody belongs to; returns how many."""
    with across_orgs_scope():
        over = Export.objects.across_orgs().filter(state=Export.State.MADE, expires_at__lte=now)
        found = list(over.values_list("pk", "file"))
    for pk, file in found:
        export_storage().delete(file)
        with across_orgs_scope():
            Export.objects.across_orgs().filter(pk=pk).update(state=Export.State.EXPIRED, file="")
    return len(found) + _forget_closed()


def _forget_closed() -> int:
    storage = export_storage()
    try:
        folders = [name for name in storage.listdir("")[0] if name.isdecimal()]
    except FileNotFoundError:
        return 0
    closed = Organization.objects.filter(pk__in=folders, memberships=None).values_list("pk", flat=True)
    gone = [f"{pk}/{name}" for pk in closed for name in storage.listdir(str(pk))[1]]
    for name in (*gone, *map(str, closed)):
        storage.delete(name)
    return len(gone)


def export_storage() -> Storage:
    """Where the files are."""
    return storages["exports"]


def _held(export: Export, claim: UUID, /, **fields: object) -> bool:
    with across_orgs_scope():
        held = Export.objects.across_orgs().filter(pk=export.pk, claim=claim, state=Export.State.OWED)
        return bool(held.update(**fields))
