"""Documents that an organization added by their address: who sees them while they are not listed."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from billing.models import Organization
from monitoring.models import AddedDocument
from platforms.models import Document, Platform


def visible_documents(organization: Organization | None) -> Q:
    """The condition on documents to be seen by an organization: listed, or added by itself. None is the public.

    Inside a scope that covers the organization.
    """
    if organization is None:
        return Q(listed=True)
    added = AddedDocument.objects.for_org(organization).order_by().values("document")
    return Q(listed=True) | Q(pk__in=added)


def visible_platforms(organization: Organization | None) -> QuerySet[Platform]:
    """The platforms an organization sees: those listed, and those of documents it added."""
    own = Document.objects.filter(visible_documents(organization), platform=OuterRef("pk"))
    return Platform.objects.filter(Q(listed=True) | Exists(own))
