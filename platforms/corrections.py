"""Errors that readers report, and corrections that editors publish: a public log of their own, and leaves of the other."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from platforms.models import Correction, ErrorReport


def report_error(
    page: str, *, about: str, now: datetime, quote: str = "", message: str = "", email: str = ""
) -> ErrorReport:
    """What a reader says is wrong with a page of ours waits for an editor."""
    return ErrorReport.objects.create(
        page=page, about=about, quote=quote, message=message, email=email, reported_at=now
    )


def publish_correction(correction: Correction, now: datetime) -> None:
    """Say in public what was corrected; a report that led to it is decided by that."""
    correction.published_at = now
    with transaction.atomic():
        correction.save(force_insert=True)
        if correction.report:
            decide(correction.report, ErrorReport.State.CORRECTED, now)


def decide(report: ErrorReport, state: str, now: datetime) -> None:
    """An editor's decision. The reader's address, which was for an answer, is forgotten."""
    report.state = state
    report.decided_at = None if state == ErrorReport.State.WAITING else now
    if report.decided_at:
        report.email = ""
    report.save(update_fields=["state", "decided_at", "email", "note"])


def published_corrections() -> QuerySet[Correction]:
    """Newest first, each with its entry in the log."""
    return Correction.objects.select_related("log_entry").order_by("-published_at", "-pk")
