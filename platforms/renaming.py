"""Other slugs for platforms and documents: what they were called before still finds them, and nothing else is called so.

The database holds it: whoever changes a slug, the old one is kept, and refused to all others. See the migration.
"""

from platforms.catalogue_rules import Fault, document_slug_fault, file_name_fault
from platforms.models import Document, Platform


def platform_called(slug: str) -> Platform | None:
    """The platform with this slug, or the one that had it before."""
    present = Platform.objects.filter(slug=slug).first()
    return present or Platform.objects.filter(former_slugs__slug=slug, former_slugs__document=None).first()


def slugs_of(platform: Platform) -> list[str]:
    """The slug it has and those it had."""
    return [platform.slug, *platform.former_slugs.filter(document=None).values_list("slug", flat=True)]


def document_called(platform: Platform, slug: str) -> Document | None:
    """The platform's document with this slug, or the one that had it before."""
    present = platform.documents.filter(slug=slug).first()
    return present or platform.documents.filter(former_slugs__slug=slug).first()


def fault_of_platform_slug(platform: Platform, slug: str) -> Fault | None:
    """What keeps the platform from being called so."""
    return file_name_fault(slug) or _taken(platform, platform_called(slug))


def fault_of_document_slug(document: Document, slug: str) -> Fault | None:
    """What keeps the document from being called so."""
    return document_slug_fault(slug) or _taken(document, document_called(document.platform, slug))


def _taken(row: Platform | Document, taker: Platform | Document | None) -> Fault | None:
    if taker is None or taker.pk == row.pk:
        return None
    if isinstance(taker, Document):
        taker.platform = row.platform  # type: ignore[union-attr]
    return Fault(
        f"It leads, or once led, to {taker}.", "An address is never given to another. Choose another slug."
    )
