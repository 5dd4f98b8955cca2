"""The audit log: read by those who may, page by page, and taken out as CSV or JSON Lines."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from billing.access import demand_right, in_organization
from billing.audit import action_in_words
from billing.members import Action
from billing.models import Organization
from billing.spreadsheets import safe_cell
from billing.tenancy import tenant_scope

_PAGE = 50
_COLUMNS = ("at", "who", "action", "subject", "details", "address")


@require_GET
@in_organization
def audit_log(request: HttpRequest) -> HttpResponse:
    """What was done, newest first; `action` and `who` narrow it, `before` turns the page."""
    organization = _organization(request)
    entries = organization.audit_entries.select_related("actor")
    actions = sorted(set(entries.order_by().values_list("action", flat=True)))
    people = sorted(set(entries.order_by().exclude(actor=None).values_list("actor__email", flat=True)))
    action, who, before = (request.GET.get(name, "") for name in ("action", "who", "before"))
    if action:
        entries = entries.filter(action=action)
    if who:
        entries = entries.filter(actor__email=who)
    if before.isdecimal():
        entries = entries.filter(pk__lt=int(before))
    shown = list(entries.order_by("-pk")[: _PAGE + 1])
    context = {
        "entries": [(entry, action_in_words(entry.action)) for entry in shown[:_PAGE]],
        "older": shown[_PAGE - 1].pk if len(shown) > _PAGE else None,
        "actions": [(each, action_in_words(each)) for each in actions],
        "people": people,
        "action": action,
        "who": who,
    }
    return render(request, "billing/audit_log.html", context)


@require_GET
@in_organization
def audit_export(request: HttpRequest, format: str) -> StreamingHttpResponse:
    """The whole log, oldest first, as "csv" or "jsonl"."""
    writers = {"csv": (_as_csv, "text/csv"), "jsonl": (_as_json_lines, "application/jsonl")}
    if format not in writers:
        raise Http404
    write, content_type = writers[format]
    headers = {"Content-Disposition": f'attachment; filename="audit-log.{format}"'}
    return StreamingHttpResponse(write(_organization(request)), content_type=content_type, headers=headers)


def _organization(request: HttpRequest) -> Organization:
    demand_right(request, Action.SEE_AUDIT_LOG, "its audit log")
    organization: Organization = request.organization  # type: ignore[attr-defined]
    return organization


def _rows(organization: Organization) -> Iterator[dict[str, Any]]:
    # The response is written after the request's own transaction has ended.
    with tenant_scope(organization):
        entries = organization.audit_entries.select_related("actor").order_by("pk")
        for entry in entries.iterator(chunk_size=500):
            values = (
                entry.at.isoformat(),
                str(entry.actor or ""),
                entry.action,
                entry.subject,
                entry.details,
                entry.address,
            )
            yield dict(zip(_COLUMNS, values, strict=True))


def _as_csv(organization: Organization) -> Iterator[str]:
    yield ",".join(_COLUMNS) + "\r\n"
    for row in _rows(organization):
        line = io.StringIO()
        details = json.dumps(row["details"], ensure_ascii=False) if row["details"] else ""
        csv.writer(line).writerow([safe_cell(value) for value in ({**row, "details": details}).values()])
        yield line.getvalue()


def _as_json_lines(organization: Organization) -> Iterator[str]:
    for row in _rows(organization):
        yield json.dumps(row, ensure_ascii=False) + "\n"
