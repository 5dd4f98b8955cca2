"""What stood in an older version."""

from platforms.models import Document, Version
from provisions.models import Provision, ProvisionEvent


def provisions_then(version: Version, document: Document) -> list[Provision]:
    """Provisions whose words at some time stand in an older text, found there again word for word."""
    events = ProvisionEvent.objects.filter(
        provision__document=document, version__number__lte=version.number
    ).select_related("provision")
    latest = {event.provision_id: event for event in events.order_by("at", "pk")}
    found = []
    for event in latest.values():
        start = version.text.find(event.quote)
        if event.kind != ProvisionEvent.Kind.REMOVED and start >= 0:
            provision = event.provision
            provision.document, provision.start, provision.end = document, start, start + len(event.quote)
            provision.quote = event.quote
            found.append(provision)
    return sorted(found, key=lambda provision: provision.start)
