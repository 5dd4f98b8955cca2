"""Addresses of exports: a list as a file, at once or as a job; and the page of an organization's files."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from billing.access import in_organization
from billing.entitlements import Feature
from conductatlas.exports.tables import TABLES, Row, question_of
from conductatlas.exports.writing import FORMATS, Format, Sheet, write_xlsx
from conductatlas.pages.compliance import matrix_of
from conductatlas.pages.finding import platform_or_404, visible_to
from monitoring.export_jobs import ExportRefused, ask_for_export, export_storage

# So many rows are written while one waits.
AT_ONCE = 5000
_SHOWN = 50


@require_GET
@never_cache
@in_organization
def export(request: HttpRequest, table: str) -> HttpResponseBase:
    """The list, narrowed as in its own address, as `?format=`; a long one becomes a job. 402 where the plan has none."""
    wanted, kind = TABLES.get(table), FORMATS.get(request.GET.get("format", "csv"))
    if wanted is None or kind is None:
        raise Http404
    request.entitlements.demand(Feature.DATA_EXPORT)  # type: ignore[attr-defined]
    question = question_of(wanted, request.GET)
    rows = wanted.count(question)
    if rows <= AT_ONCE:
        return at_once(wanted, kind, wanted.each(question), wanted.slug)
    try:
        ask_for_export(
            request.organization,  # type: ignore[attr-defined]
            by=request.membership,  # type: ignore[attr-defined]
            table=wanted.slug,
            format=kind.slug,
            question=question.urlencode(),
            rows=rows,
            now=timezone.now(),
        )
    except ExportRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The file is being made. You get a mail when it is ready.")
    return redirect("exports")


@require_GET
def regulations(request: HttpRequest, platform: str, format: str) -> HttpResponseBase:
    """The matrix of a platform's documents and regulations, a row a document. 402 without the plan."""
    request.entitlements.demand(Feature.REGULATORY_MAPPING)  # type: ignore[attr-defined]
    kind = FORMATS.get(format)
    if kind is None:
        raise Http404
    found = platform_or_404(platform, request)
    matrix = matrix_of(found, visible_to(request))
    sheet = _Sheet("Regulations", ("document", *(law.name for law, _ in matrix.laws)))
    rows: list[Row] = [(row.document.type, *(n for _, n in row.cells)) for row in matrix.rows]
    return at_once(sheet, kind, rows, f"{found.slug}-regulations")


@dataclass(frozen=True, slots=True)
class _Sheet:
    title: str
    columns: tuple[str, ...]


def at_once(table: Sheet, kind: Format, rows: Iterable[Row], name: str) -> HttpResponseBase:
    """The rows as a file that is written while one waits."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind.slug}"'}
    if kind.lines is not None:
        lines = kind.lines(table, rows)
        return StreamingHttpResponse(lines, content_type=kind.media_type, headers=headers)
    with tempfile.TemporaryDirectory(prefix="export-") as folder:
        path = Path(folder) / "export.xlsx"
        write_xlsx(table, rows, path)
        return HttpResponse(path.read_bytes(), content_type=kind.media_type, headers=headers)


@require_GET
@in_organization
def exports(request: HttpRequest) -> HttpResponse:
    """The organization's files, newest first, with how far the unfinished are."""
    rows = request.organization.exports.select_related("asked_by")[:_SHOWN]  # type: ignore[attr-defined]
    context = {
        "waiting": any(row.state == row.State.OWED for row in rows),
        "exports": [(row, TABLES[row.table].title, FORMATS[row.format].label) for row in rows],
        "allowed": request.entitlements.allows(Feature.DATA_EXPORT),  # type: ignore[attr-defined]
    }
    return render(request, "pages/exports.html", context)


@require_GET
@never_cache
@in_organization
def export_download(request: HttpRequest, pk: int) -> FileResponse:
    """The file, to members of the organization that asked for it only."""
    found = get_object_or_404(request.organization.exports, pk=pk)  # type: ignore[attr-defined]
    if not found.file or (found.expires_at and found.expires_at <= timezone.now()):
        raise Http404
    name = f"{found.table}-{found.asked_at:%Y-%m-%d}.{found.format}"
    file = export_storage().open(found.file)
    return FileResponse(
        file, as_attachment=True, filename=name, content_type=FORMATS[found.format].media_type
    )
