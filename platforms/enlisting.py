"""From declarations to rows: the catalogue loaded into the database, as often as one likes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from platforms.catalogue import DocumentDeclaration, PlatformDeclaration
from platforms.models import Document, Platform
from platforms.renaming import document_called, platform_called


@dataclass(slots=True)
class Enlisted:
    """How many rows were made, changed and left as they were, and the documents now in the catalogue."""

    made: int = 0
    changed: int = 0
    same: int = 0
    documents: list[Document] = field(default_factory=list)


def enlist(declarations: Iterable[PlatformDeclaration], *, invented: bool = False) -> Enlisted:
    """Make the database say what the declarations say; a document that is no longer declared is kept as it is."""
    enlisted = Enlisted()
    for declaration in declarations:
        with transaction.atomic():
            _enlist_platform(declaration, enlisted, invented)
    return enlisted


def _enlist_platform(declaration: PlatformDeclaration, enlisted: Enlisted, invented: bool) -> None:
    platform = platform_called(declaration.slug) or Platform(slug=declaration.slug)
    _set(
        platform,
        enlisted,
        name=declaration.name,
        sector=declaration.sector,
        description=declaration.description,
        home_url=declaration.home,
        country=declaration.country,
        invented=invented,
        listed=True,
    )
    for document in declaration.documents:
        _enlist_document(platform, document, enlisted)


def _enlist_document(platform: Platform, declaration: DocumentDeclaration, enlisted: Enlisted) -> None:
    document = document_called(platform, declaration.slug) or Document(
        platform=platform, slug=declaration.slug
    )
    _set(
        document,
        enlisted,
        type=declaration.type,
        urls=list(declaration.urls),
        language=declaration.language,
        region=declaration.region,
        needs_browser=declaration.browser,
        selector=declaration.selector,
        exclude=list(declaration.exclude),
        listed=True,
    )
    enlisted.documents.append(document)


def _set(row: Platform | Document, enlisted: Enlisted, **values: object) -> None:
    if row.pk and all(getattr(row, name) == value for name, value in values.items()):
        enlisted.same += 1
        return
    if row.pk:
        enlisted.changed += 1
    else:
        enlisted.made += 1
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
