"""What an organization's people read about, so that a watch can be suggested: platforms and days, the last few, no more."""

from datetime import datetime

from django.core.cache import cache
from django.db.models import F, Max, QuerySet, Sum

from billing.models import Organization, User
from monitoring.added_documents import visible_platforms
from monitoring.models import PlatformRead, Watch
from platforms.models import Platform

KEPT = 50
_DAY = 24 * 60 * 60
_SUGGESTED = 3


def record_reading(organization: Organization, user: User, platform: Platform, now: datetime) -> None:
    """Remember that the person read about the platform today. Written once a day, however often they look.

    Of an organization the last KEPT are kept. Inside a scope that covers it.
    """
    today = now.date()
    if not cache.add(f"read-{organization.pk}-{user.pk}-{platform.pk}-{today:%Y%m%d}", True, _DAY):
        return
    rows = PlatformRead.objects.for_org(organization)
    read, first = rows.get_or_create(user=user, platform=platform, defaults={"last_on": today})
    if not first:
        rows.filter(pk=read.pk, last_on__lt=today).update(last_on=today, days=F("days") + 1)
        return
    kept = rows.order_by("-last_on", "-pk").values("pk")[:KEPT]
    rows.exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()


def suggested_platforms(organization: Organization) -> QuerySet[Platform]:
    """The platforms that its people read about on most days and that it does not watch."""
    watched = Watch.objects.for_org(organization).exclude(platform=None).values("platform")
    most = (
        PlatformRead.objects.for_org(organization)
        .exclude(platform__in=watched)
        .order_by()
        .values("platform")
        .annotate(read_on=Sum("days"), latest=Max("last_on"))
        .order_by("-read_on", "-latest", "platform")
    )
    keys = [row["platform"] for row in most[:_SUGGESTED]]
    return visible_platforms(organization).filter(pk__in=keys)
