"""What the public sees of the archive: what is listed. The rest waits for an editor, seen by those who added it only."""

from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import QuerySet

from platforms.models import Document, Platform

M = TypeVar("M", bound=models.Model)


def listed_platforms() -> QuerySet[Platform]:
    """The platforms of the directory."""
    return Platform.objects.filter(listed=True)


def listed_documents() -> QuerySet[Document]:
    """The documents that stand on public pages, retired or not."""
    return Document.objects.filter(listed=True)


def of_listed_documents(rows: QuerySet[M, Any]) -> QuerySet[M, Any]:
    """Those of the rows whose `document` is listed. The unlisted are few, so indexes over all rows serve as before."""
    unlisted = Document.objects.filter(listed=False).order_by().values("pk")
    return rows.exclude(document__in=unlisted)


def list_document(document: Document) -> None:
    """Put a document on public pages, and its platform with it."""
    with transaction.atomic():
        Document.objects.filter(pk=document.pk).update(listed=True)
        Platform.objects.filter(pk=document.platform_id).update(listed=True)
    document.listed = True


def refuse_document(document: Document) -> None:
    """An unlisted document is no longer looked at; what was archived of it stays, unlisted."""
    Document.objects.filter(pk=document.pk, listed=False).update(retired=True)
    document.retired = True
