"""Our declarations and histories in their form: `declarations/` and a git repository with a commit a version."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from monitoring.open_terms.declarations import file_name_of, their_type, write_declaration
from monitoring.open_terms.git import Entry, write_history
from platforms.listing import listed_documents
from platforms.models import Document, Platform, Version
from provisions.analysis.pages.markdown_writing import markdown_of

_CHUNK = 50


def export_archive(folder: Path, *, only: set[str]) -> tuple[int, int]:
    """Writes `folder`/declarations and the repository `folder`/versions; returns how many services and commits.

    `only` keeps the platforms with these slugs (all when empty). Raises GitFailed.
    """
    documents = _chosen(only)
    by_platform: dict[Platform, list[Document]] = {}
    for document in documents:
        by_platform.setdefault(document.platform, []).append(document)
    for platform, own in by_platform.items():
        watched = [document for document in own if document.on_the_web and not document.retired]
        if watched:
            write_declaration(folder / "declarations", platform.name, watched)
    author = f"ConductAtlas <archive@{settings.SITE_URL.split('://')[1].split(':')[0]}>"
    return len(by_platform), write_history(folder / "versions", _entries(documents), author=author)


def _chosen(only: set[str]) -> list[Document]:
    """One document of each type of a platform: theirs is named by it."""
    rows = listed_documents().select_related("platform").order_by("platform__slug", "type", "retired", "pk")
    if only:
        rows = rows.filter(platform__slug__in=only)
    first: dict[tuple[int, str], Document] = {}
    for document in rows:
        first.setdefault((document.platform_id, document.type), document)
    return list(first.values())


def _entries(documents: list[Document]) -> Iterator[Entry]:
    """A commit a version in order of time; one text held at a time."""
    by_key = {document.pk: document for document in documents}
    versions = (
        Version.objects.filter(document__in=by_key).select_related("snapshot").order_by("taken_at", "pk")
    )
    for version in versions.iterator(chunk_size=_CHUNK):
        document = by_key[version.document_id]
        service, type_ = document.platform.name, their_type(document.type)
        began = "First record of" if version.number == 1 else "Record new changes of"
        source = f"\nImported from {version.snapshot.source}" if version.snapshot.source else ""
        yield Entry(
            path=f"{file_name_of(service)}/{file_name_of(type_)}.md",
            content=markdown_of(version.text).encode(),
            message=f"{began} {service} {type_}\n\nSnapshot {version.snapshot.sha256}{source}\n",
            at=version.taken_at,
        )
