"""A version to take along: its text byte for byte, the same as Markdown with its origin, or all of it as JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from conductatlas.pages.finding import document_or_404, version_or_404
from platforms.models import Document, Version
from provisions.analysis.structure import Kind, blocks_of


def version_as_text(request: HttpRequest, platform: str, document: str, number: int) -> HttpResponse:
    """Exactly the text whose SHA-256 stands in the evidence record."""
    found = document_or_404(platform, document, request)
    version = version_or_404(found, number)
    return _file(version.text, "text/plain", _name(found, version, "txt"))


def version_as_markdown(request: HttpRequest, platform: str, document: str, number: int) -> HttpResponse:
    """The text as Markdown, under a head that says where and when it was read."""
    found = document_or_404(platform, document, request)
    version = version_or_404(found, number)
    origin = [
        "---",
        f"title: {found.platform.name}: {found.type}",
        f"version: {version.number}",
        f"read: {version.taken_at:%Y-%m-%dT%H:%M:%SZ}",
        *(f"address: {url}" for url in found.urls),
        f"archive: {request.build_absolute_uri(version.get_absolute_url())}",
        f"sha256_of_text: {version.sha256}",
        "---",
    ]
    body = "\n".join(origin) + "\n\n" + _markdown(version.text)
    return _file(body, "text/markdown", _name(found, version, "md"))


def version_as_json(request: HttpRequest, platform: str, document: str, number: int) -> HttpResponse:
    """The version with its passages and their places in the text."""
    found = document_or_404(platform, document, request)
    version = version_or_404(found, number)
    data = {
        "platform": found.platform.slug,
        "document": found.slug,
        "type": found.type,
        "urls": found.urls,
        "version": version.number,
        "taken_at": version.taken_at.isoformat(),
        "language": version.language or found.language,
        "words": version.words,
        "sha256": version.sha256,
        "snapshot_sha256": version.snapshot.sha256,
        "address": request.build_absolute_uri(version.get_absolute_url()),
        "passages": [
            {
                "kind": placed.block.kind.value,
                "level": placed.block.level,
                "start": placed.start,
                "end": placed.end,
                "text": placed.block.text,
            }
            for placed in blocks_of(version.text)
        ],
        "text": version.text,
    }
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="{_name(found, version, "json")}"'
    return response


def _markdown(text: str) -> str:
    """Our canonical text is nearly Markdown: rows of a table still want the line under its head, items to stand close."""
    lines: list[str] = []
    before: Kind | None = None
    for placed in blocks_of(text):
        block = placed.block
        if before is not None and not (block.kind is before and block.kind in (Kind.ITEM, Kind.ROW)):
            lines.append("")
        if block.kind is Kind.HEADING:
            lines.append(f"{'#' * max(1, block.level)} {block.text}")
        elif block.kind is Kind.ITEM:
            lines.append(f"{'  ' * (max(1, block.level) - 1)}- {block.text}")
        elif block.kind is Kind.ROW:
            lines.append(f"| {block.text} |")
            if before is not Kind.ROW:
                lines.append(f"|{' --- |' * (block.text.count(' | ') + 1)}")
        else:
            lines.append(block.text)
        before = block.kind
    return "\n".join(lines) + "\n"


def _name(document: Document, version: Version, ending: str) -> str:
    return f"{document.platform.slug}-{document.slug}-{version.number}.{ending}"


def _file(body: str, kind: str, name: str) -> HttpResponse:
    disposition = "inline" if kind == "text/plain" else "attachment"
    return HttpResponse(
        body,
        content_type=f"{kind}; charset=utf-8",
        headers={"Content-Disposition": f'{disposition}; filename="{name}"'},
    )
