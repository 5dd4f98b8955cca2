"""What a person has of their own, one of everything that the plan gives, and the pages that show it."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from billing.entitlements import Feature, entitlements_of
from billing.models import Membership, User
from billing.tenancy import tenant_scope
from monitoring.alerts import enqueue_alerts
from monitoring.channels.keeping import add_channel
from monitoring.digests.links import digest_address
from monitoring.models import Digest
from monitoring.reading_list import keep
from monitoring.register.searching import ask_for_documents
from monitoring.register.vendors import Details, put_vendor
from monitoring.watches.watching import start_watching
from platforms.models import Document
from provisions.models import Change

EARLY = datetime(2024, 1, 1, tzinfo=UTC)


def give_belongings(user: User, document: Document) -> list[str]:
    """Watch the document's platform, be told of its latest change, and so on; addresses of the pages of all of it."""
    now = datetime.now(UTC)
    organization = user.organizations.get()
    membership = Membership.objects.get(user=user)
    Membership.objects.filter(pk=membership.pk).update(created_at=EARLY)
    platform = document.platform
    start_watching(organization, platform, by=user, now=EARLY)
    keep(membership, document, now)
    change = Change.objects.filter(document__platform=platform, alarmed=True).latest("found_at")
    with transaction.atomic():
        enqueue_alerts(change, now)
    pages = []
    entitlements = entitlements_of(organization, now)
    if entitlements.allows(Feature.WEBHOOK_CHANNEL):
        channel = add_channel(organization, "webhook", "Desk", "https://desk.example/", by=user, now=now)
        pages.append(reverse("channel", args=[channel.pk]))
    if entitlements.allows(Feature.VENDOR_REGISTER):
        put_vendor(organization, platform, Details(tier="critical"), by=user, now=now)
        search = ask_for_documents(organization, "https://elsewhere.example/", by=user, now=now)
        pages.append(reverse("document_search", args=[search.pk]))
    with tenant_scope(organization):
        digest = Digest.objects.for_org(organization).create(since=now - timedelta(days=7), until=now)
        pages += [reverse("watch", args=[watch.pk]) for watch in organization.watches.all()]
        pages += [reverse("alert", args=[alert.pk]) for alert in organization.alerts.all()]
    return [
        *pages,
        reverse("vendor", args=[platform.slug]),
        digest_address(digest).removeprefix(settings.SITE_URL),
    ]
