"""A clone of their repositories into our archive, by the path that live looks take; labelled with the commit each text is of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from monitoring.open_terms.declarations import (
    DeclaredTerms,
    Skipped,
    our_type,
    read_declarations,
    slug_of_service,
)
from monitoring.open_terms.git import Blobs, Recorded, history_of, is_repository, name_of
from monitoring.replay import Capture, Problem, Replayed, replay_captures
from platforms.catalogue import DOCUMENT_TYPES
from platforms.models import NOWHERE, Document, Platform
from platforms.renaming import document_called, platform_called

_ENDINGS = frozenset((".md", ".html", ".pdf"))
# Commits that record a text read anew because their own rules changed: no news of the service.
_THEIR_OWN = re.compile(r"(?i)^(apply technical|refilter)|technical (?:or declaration )?upgrade")
# Of a platform that we did not know before; an editor sets it right.
_SECTOR = "News & reference"
_LONGEST_NAME = Platform._meta.get_field("name").max_length


@dataclass
class Imported:
    """What an import came to."""

    repository: str
    declared: int = 0
    looked: dict[str, int] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many texts were looked at."""
        return sum(self.looked.values())


def import_repository(
    folder: Path, *, declarations: Path | None, only: set[str], language: str, imported: Imported
) -> Iterator[Replayed]:
    """Each text of the history as it was looked at, oldest first; `imported` is filled on the way.

    `only` keeps the platforms with these slugs (all when empty). Imported twice gives the same: what the archive has
    looked at is told as it was. Raises GitFailed.
    """
    declared = _declared_in(declarations or folder, imported)
    if only:
        declared = {place: terms for place, terms in declared.items() if place[0] in only}
    captures = list(_captures_of(folder, declared, only, language, imported)) if is_repository(folder) else []
    _enlist(captures, declared)
    if not captures:
        return
    with Blobs(folder) as blobs:
        names = {capture.path: blob for capture, blob in captures}
        for replayed in replay_captures(
            (capture for capture, _ in captures),
            imported.problems,
            read=lambda one: blobs.read(names[one.path]),
        ):
            imported.looked[replayed.outcome] = imported.looked.get(replayed.outcome, 0) + 1
            yield replayed


def _declared_in(folder: Path, imported: Imported) -> dict[tuple[str, str], DeclaredTerms]:
    found = {
        (slug_of_service(terms.service), DOCUMENT_TYPES[terms.type]): terms
        for terms in read_declarations(folder / "declarations", imported.skipped)
    }
    imported.declared = len(found)
    return found


def _captures_of(
    folder: Path,
    declared: dict[tuple[str, str], DeclaredTerms],
    only: set[str],
    language: str,
    imported: Imported,
) -> Iterator[tuple[Capture, str]]:
    """Each text of the history with the name of its bytes."""
    repository = name_of(folder)
    kept: dict[tuple[str, str], str] = {}
    for number, recorded in enumerate(history_of(folder), start=1):
        place = _place_of(recorded, imported.skipped)
        if place is None:
            continue
        service, label = place
        slug, document = slug_of_service(service), DOCUMENT_TYPES[label]
        if only and slug not in only:
            continue
        if _THEIR_OWN.search(recorded.message):
            imported.skipped.append(
                Skipped(
                    f"{recorded.commit[:12]} {recorded.path}",
                    "was read anew by their own rules; no news of the service",
                )
            )
            continue
        terms = declared.get((slug, document))
        url = kept.setdefault((slug, document), terms.urls[0] if terms else NOWHERE + f"{slug}/{document}")
        capture = Capture(
            index=folder,
            line=number,
            path=f"{recorded.commit}/{recorded.path}",
            service=service,
            service_slug=slug,
            type=label,
            slug=document,
            url=url,
            at=recorded.at,
            language=language,
            source=f"{repository}@{recorded.commit}",
        )
        yield capture, recorded.blob


def _place_of(recorded: Recorded, skipped: list[Skipped]) -> tuple[str, str] | None:
    """The service and our type of a recorded file; None for one that is no text of a service."""
    path = Path(recorded.path)
    if len(path.parts) != 2 or path.suffix not in _ENDINGS or path.parts[0].startswith("."):
        return None
    service, theirs = path.parts[0], path.stem
    where = f"{recorded.commit[:12]} {recorded.path}"
    if " #" in theirs:
        skipped.append(Skipped(where, "is one of several pages of a document, which their versions join"))
        return None
    label = our_type(theirs)
    if not label:
        skipped.append(Skipped(where, "is of a type of document that we have no counterpart of"))
        return None
    return service, label


def _enlist(captures: Iterable[tuple[Capture, str]], declared: dict[tuple[str, str], DeclaredTerms]) -> None:
    """Rows for what is declared or has a history; what we have stays as it is. Without an address nobody looks."""
    named = {(one.service_slug, one.slug): (one.service, one.type, one.language) for one, _ in captures}
    named |= {
        place: (terms.service, terms.type, named.get(place, ("", "", "en"))[2])
        for place, terms in declared.items()
    }
    for (slug, document), (service, label, language) in named.items():
        terms = declared.get((slug, document))
        platform = platform_called(slug)
        if platform is None:
            platform = Platform.objects.create(slug=slug, name=service[:_LONGEST_NAME], sector=_SECTOR)
        fields = {
            "type": label,
            "urls": list(terms.urls) if terms else [f"{NOWHERE}{slug}/{document}"],
            "language": language,
            "needs_browser": terms.browser if terms else False,
            "selector": terms.selector[:300] if terms else "",
            "exclude": list(terms.exclude) if terms else [],
            "retired": terms is None,
        }
        if document_called(platform, document) is None:
            Document.objects.create(platform=platform, slug=document, **fields)
