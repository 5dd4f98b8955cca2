"""When a document was watched: unbroken stretches of time, from watches and the register, those that ended included."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from billing.models import Organization
from monitoring.added_documents import visible_documents
from monitoring.models import PastWatch, Watch
from monitoring.register.models import Vendor
from platforms.models import Document


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A time in which a document was watched or in the register, from `since` until before `until`."""

    since: datetime
    until: datetime


def stretches_of(organization: Organization, begin: datetime, end: datetime) -> dict[Document, list[Stretch]]:
    """The documents that were watched between the two moments (aware), by their names, each with when.

    A stretch that began earlier is told from its beginning; one that goes on ends at `end`. Inside a scope that covers
    the organization.
    """
    of_platform, of_document = defaultdict[int, list[Stretch]](list), defaultdict[int, list[Stretch]](list)
    for platform, document, since, until in _interests(organization):
        if since < end and (until is None or until > begin):
            stretch = Stretch(since, end if until is None else min(until, end))
            if platform:
                of_platform[platform].append(stretch)
            elif document:
                of_document[document].append(stretch)
    rows = Document.objects.filter(
        visible_documents(organization), Q(platform__in=of_platform) | Q(pk__in=of_document)
    )
    return {
        document: list(_joined(of_platform[document.platform_id] + of_document[document.pk]))
        for document in rows.select_related("platform").order_by("platform__slug", "slug")
    }


def _interests(
    organization: Organization,
) -> Iterator[tuple[int | None, int | None, datetime, datetime | None]]:
    """Each as the keys of a platform and a document, since when, and until when where it has ended."""
    watches = Watch.objects.for_org(organization)
    for platform, document, stated, since in watches.values_list(
        "platform", "document", "provision__document", "started_at"
    ):
        yield platform, document or stated, since, None
    for platform, since in Vendor.objects.for_org(organization).values_list("platform", "added_at"):
        yield platform, None, since, None
    past = PastWatch.objects.for_org(organization)
    yield from past.values_list("platform", "document", "started_at", "ended_at")


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The same time in stretches that do not touch."""
    running: Stretch | None = None
    for stretch in sorted(stretches):
        if running and stretch.since <= running.until:
            running = Stretch(running.since, max(running.until, stretch.until))
        else:
            if running:
                yield running
            running = stretch
    if running:
        yield running
