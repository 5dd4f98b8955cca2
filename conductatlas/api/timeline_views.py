"""What the API answers of time: the whole timeline of a platform, and where it is drifting."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from billing.entitlements import Feature
from billing.models import Membership
from conductatlas.api import parameters as a
from conductatlas.api.describing import many, one
from conductatlas.api.endpoints import own
from conductatlas.api.law_json import drift_json, moment_of_timeline_json
from conductatlas.api.paging import page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.team_views import demand
from monitoring.added_documents import visible_documents, visible_platforms
from platforms.models import Document, Platform, Version
from provisions.drift import Drift, drift_of
from provisions.models import ProvisionEvent

_TIME = "Over time"
_SINCE = a.moment("since", "Only what was found then or later.")
_KIND = ProvisionEvent.Kind


@own(
    "The timeline of a platform: every version of its documents, newest first.",
    tag=_TIME,
    get=many("TimelineMoment"),
    takes=(_SINCE, a.moment("until", "Only what was found before.")),
)
def timeline(request: Request, by: Membership, asked: Parameters, platform: str) -> Response:
    """Each version with its change, and how many provisions it introduced, reworded and removed; without limit of time."""
    demand(by, Feature.FULL_TIMELINE)
    rows = Version.objects.filter(document__in=_seen(by, platform)[1])
    if since := asked.moment("since"):
        rows = rows.filter(taken_at__gte=since)
    if until := asked.moment("until"):
        rows = rows.filter(taken_at__lt=until)
    joined = rows.select_related("document__platform", "change__before").defer("text", "change__before__text")
    return page_of(request, _counted(joined), moment_of_timeline_json, "-taken_at", "-pk")


def _counted(rows: QuerySet[Version]) -> QuerySet[Version]:
    """Each with how many provisions it `introduced` (or brought back), `reworded` and `removed`."""

    def number(*kinds: ProvisionEvent.Kind) -> Coalesce:
        events = ProvisionEvent.objects.filter(version=OuterRef("pk"), kind__in=kinds).order_by()
        counted = events.values("version").annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

    return rows.annotate(
        introduced=number(_KIND.INTRODUCED, _KIND.RESTORED),
        reworded=number(_KIND.REWORDED),
        removed=number(_KIND.REMOVED),
    )


@own("Where a platform is drifting: for and against the user.", tag=_TIME, get=one("Drift"), takes=(_SINCE,))
def drift(request: Request, by: Membership, asked: Parameters, platform: str) -> Response:
    """Clauses that changes of meaning added, removed or reworded, summed up over all, by clause type and by year."""
    demand(by, Feature.FULL_TIMELINE)
    found, documents = _seen(by, platform)
    return Response(drift_json(found, drift_of(documents, asked.moment("since")).get(found.pk, Drift())))


def _seen(by: Membership, platform: str) -> tuple[Platform, QuerySet[Document]]:
    """The platform and its documents, as far as the organization sees them; else Http404."""
    found = get_object_or_404(visible_platforms(by.organization), slug=platform)
    return found, found.documents.filter(visible_documents(by.organization))
