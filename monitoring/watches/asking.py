"""What a form or an address asks for: the subject of a watch, and how it is to tell."""

from collections.abc import Collection
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from billing.models import Organization
from monitoring.added_documents import visible_documents, visible_platforms
from monitoring.watches.interests import SEARCHED, Interest, Kind
from monitoring.watches.watching import WatchRefused, Wishes
from platforms.models import Document, Platform
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.models import Direction, Provision, Severity

_MOST_PLATFORMS = 100


def kind_asked(asked: QueryDict) -> Kind | None:
    """The kind of watch that is asked for; None where none is."""
    value = asked.get("kind", "")
    return Kind(value) if value in Kind.values else None


def interest_asked(organization: Organization | None, asked: QueryDict) -> Interest | None:
    """What is to be watched; None where the subject has yet to be chosen.

    Raises Http404 for what is not there, or not to be seen by the organization, and WatchRefused for what cannot be
    watched. Inside a scope that covers the organization.
    """
    kind = kind_asked(asked)
    named = {
        name: asked.get(name, "").replace("\0", "")
        for name in ("platform", "document", "provision", "sector")
    }
    if kind == Kind.PLATFORM and named["platform"]:
        return Interest.in_platform(_platform(organization, named["platform"]))
    if kind == Kind.DOCUMENT and named["document"]:
        return Interest.in_document(_document(organization, named["document"]))
    if kind == Kind.PROVISION and named["provision"]:
        document, _, slug = named["provision"].rpartition("/")
        rows = Provision.objects.select_related("document__platform")
        found = get_object_or_404(rows, document=_document(organization, document), slug=slug)
        return Interest.in_provision(found)
    if kind == Kind.SECTOR and named["sector"]:
        if not visible_platforms(organization).filter(sector=named["sector"]).exists():
            raise Http404("There is no such sector.")
        return Interest.in_sector(named["sector"])
    if kind == Kind.CLAUSE_TYPE and asked.get("type"):
        return _clause_type(organization, asked)
    if kind == Kind.SEARCH and any(asked.get(name) for name in SEARCHED):
        try:
            return Interest.in_search({name: asked.get(name, "") for name in SEARCHED})
        except ValueError as error:
            raise WatchRefused(str(error)) from error
    return None


def wishes_asked(
    organization: Organization, asked: QueryDict, now: datetime, *, before: Wishes | None = None
) -> Wishes:
    """How the watch is to tell. Raises WatchRefused with the field and what to do."""
    before = before or Wishes()
    severity = asked.get("minimum_severity", before.minimum_severity)
    tells = asked.get("tells", before.tells)
    if severity not in Severity.values:
        raise WatchRefused("How grave: choose one of the list.")
    if tells not in ("same_day", "digest", "nothing"):
        raise WatchRefused("When: choose one of the list.")
    channels = None
    if asked.get("every_channel") == "no":
        chosen = asked.getlist("channels")
        channels = tuple(sorted({int(value) for value in chosen if value.isdecimal() and len(value) < 15}))
    return Wishes(
        minimum_severity=severity,
        directions=directions_of(asked.getlist("directions")),
        tells=tells,
        snoozed_until=_morning(organization, asked.get("snoozed_until", ""), now),
        by_mail="by_mail" in asked,
        channels=channels,
    )


def directions_of(chosen: Collection[str]) -> tuple[str, ...]:
    """The directions that are told, in their own order; all of them is what none means."""
    known = tuple(value for value in Direction.values if value in chosen)
    return () if len(known) == len(Direction.values) else known


def _clause_type(organization: Organization | None, asked: QueryDict) -> Interest:
    slug = asked.get("type", "")
    if slug not in TYPES_BY_SLUG:
        raise Http404("There is no such clause type.")
    slugs = [each.replace("\0", "") for each in asked.getlist("on") if each]
    if len(slugs) > _MOST_PLATFORMS:
        raise WatchRefused(f"Where: choose at most {_MOST_PLATFORMS} platforms, or none for everywhere.")
    return Interest.in_clause_type(slug, list(visible_platforms(organization).filter(slug__in=slugs)))


def _platform(organization: Organization | None, slug: str) -> Platform:
    return get_object_or_404(visible_platforms(organization), slug=slug)


def _document(organization: Organization | None, address: str) -> Document:
    platform, _, slug = address.partition("/")
    rows = Document.objects.select_related("platform").filter(visible_documents(organization))
    return get_object_or_404(rows, platform__slug=platform, slug=slug)


def _morning(organization: Organization, typed: str, now: datetime) -> datetime | None:
    """The beginning of the day that was typed, by the organization's calendar; None for no day or one that is over."""
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed)
        moment = datetime.combine(day, time(), tzinfo=ZoneInfo(organization.time_zone))
        return moment if moment.timestamp() > now.timestamp() else None
    except (ValueError, OverflowError, ValidationError) as error:
        raise WatchRefused("Snooze until: type a day like 2026-12-24.") from error
