"""Evidence to take along: the bundle of a version or a change, and records as PDF."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import IO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from billing.entitlements import Entitlements, Feature
from conductatlas.citations import code_of
from conductatlas.evidence.bundle import write_change_bundle, write_version_bundle
from conductatlas.evidence.records import change_record, provision_record, version_record
from conductatlas.evidence.spooling import spooled
from conductatlas.pages.finding import demand_visible, document_or_404, version_or_404
from platforms.log.heads import first_head_over
from platforms.log.notes import NoSigningKey
from platforms.log.proofs import NotProvable
from platforms.models import LogHead, Version
from provisions.history import provisions_then
from provisions.models import Change, Provision


def version_bundle(request: HttpRequest, platform: str, document: str, number: int) -> HttpResponseBase:
    """Everything about one version, in a ZIP that checks itself."""
    version = version_or_404(document_or_404(platform, document, request), number)
    return _bundle(request, lambda may, file: write_version_bundle(version, may, file, timezone.now()))


def change_bundle(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Everything about one change, in a ZIP that checks itself."""
    change = _change(request, pk)
    return _bundle(request, lambda may, file: write_change_bundle(change, may, file, timezone.now()))


def version_pdf(request: HttpRequest, platform: str, document: str, number: int) -> HttpResponse:
    """The record of a version."""
    version = version_or_404(document_or_404(platform, document, request), number)
    request.entitlements.demand(Feature.PDF_EXPORT)  # type: ignore[attr-defined]
    found = provisions_then(version, version.document)
    return _pdf(version_record(version, found, _head_over(version)), code_of("v", version.pk))


def change_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The record of a change."""
    change = _change(request, pk)
    request.entitlements.demand(Feature.PDF_EXPORT)  # type: ignore[attr-defined]
    return _pdf(change_record(change, _head_over(change.after)), code_of("c", change.pk))


def provision_pdf(request: HttpRequest, platform: str, document: str, provision: str) -> HttpResponse:
    """The record of a provision."""
    found_in = document_or_404(platform, document, request)
    rows = Provision.objects.select_related("version__log_entry", "version__snapshot")
    found = get_object_or_404(rows, document=found_in, slug=provision)
    found.document = found.version.document = found_in
    request.entitlements.demand(Feature.PDF_EXPORT)  # type: ignore[attr-defined]
    return _pdf(provision_record(found, _head_over(found.version)), code_of("p", found.pk))


def _change(request: HttpRequest, pk: int) -> Change:
    parts = ("log_entry", "snapshot__log_entry")
    ends = [f"{end}__{part}" for end in ("before", "after") for part in parts]
    found = get_object_or_404(Change.objects.select_related("document__platform", *ends), pk=pk)
    demand_visible(found.document, request)
    found.before.document = found.after.document = found.document
    return found


def _bundle(request: HttpRequest, write: Callable[[Entitlements, IO[bytes]], str]) -> HttpResponseBase:
    with ExitStack() as stack:
        file = stack.enter_context(spooled())
        try:
            name = write(request.entitlements, file)  # type: ignore[attr-defined]
        except (NotProvable, NoSigningKey):
            return render(request, "pages/not_signed_yet.html", status=503)
        stack.pop_all()  # the answer closes it once it is sent
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")


def _head_over(version: Version) -> LogHead | None:
    return first_head_over(version.log_entry.index) if hasattr(version, "log_entry") else None


def _pdf(content: bytes, code: str) -> HttpResponse:
    name = f"conductatlas-{code}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
