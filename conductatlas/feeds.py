"""Public Atom and JSON feeds of the changes that people are told of: all, of a platform, of a document, of a clause type."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from billing.tenancy import tenant_scope
from conductatlas.pages.finding import document_or_404, platform_or_404
from monitoring.private_feed import organization_of_feed
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.figures import loud_changes
from provisions.models import Change, ClauseChange

_ENTRIES = 50
_KEPT_SECONDS = 900
_ABOUT = "What platforms changed in what they publish, in plain words."
# When the feeds began: the date of one that has no entries yet, and the year in every entry's name (RFC 4151).
_BEGAN = datetime(2026, 11, 1, tzinfo=UTC)
# XML 1.0 has no way to write these.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class _ChangesFeed(Atom1Feed):
    """An empty feed is as old as our feeds are, not as new as the request: the same bytes until something changes."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else _BEGAN

    def add_root_elements(self, handler: Any) -> None:
        """Also names the hub, where the feed has one."""
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("link", "", {"rel": "hub", "href": self.feed["hub"]})


@require_safe
@conditional_page
@cache_control(public=True, max_age=_KEPT_SECONDS)
def all_changes(request: HttpRequest) -> HttpResponse:
    """Every platform's changes."""
    return _answer(request, "Policy changes", "/changes/", loud_changes())


@require_safe
@conditional_page
@cache_control(public=True, max_age=_KEPT_SECONDS)
def of_platform(request: HttpRequest, platform: str) -> HttpResponse:
    """One platform's changes."""
    found = platform_or_404(platform)
    rows = loud_changes().filter(document__platform=found)
    return _answer(request, f"Policy changes: {found.name}", found.get_absolute_url(), rows)


@require_safe
@conditional_page
@cache_control(public=True, max_age=_KEPT_SECONDS)
def of_document(request: HttpRequest, platform: str, document: str) -> HttpResponse:
    """One document's changes."""
    found = document_or_404(platform, document)
    rows = loud_changes().filter(document=found)
    return _answer(request, f"Changes: {found}", found.get_absolute_url(), rows)


@require_safe
@conditional_page
@cache_control(public=True, max_age=_KEPT_SECONDS)
def of_type(request: HttpRequest, type: str) -> HttpResponse:
    """Changes that touch a clause of one type."""
    kind = TYPES_BY_SLUG.get(type)
    if kind is None:
        raise Http404("There is no such clause type.")
    touched = ClauseChange.objects.filter(change=OuterRef("pk"), types__contains=[type])
    rows = loud_changes().filter(Exists(touched))
    return _answer(request, f"Policy changes: {kind.label}", f"/provisions/{type}/", rows)


@require_safe
@conditional_page
@cache_control(private=True, max_age=_KEPT_SECONDS)
def private(request: HttpRequest, token: str) -> HttpResponse:
    """What an organization was alerted of, for whoever knows its secret address."""
    organization = organization_of_feed(token)
    if organization is None:
        raise Http404("There is no such feed.")
    with tenant_scope(organization):
        newest = organization.alerts.order_by("-created_at", "-pk")[:_ENTRIES]
        changes = list(newest.values_list("change", flat=True))
    rows = Change.objects.filter(pk__in=changes)
    answer = _answer(request, f"Alerts of {organization}", "/app/", rows, hub="")
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _answer(
    request: HttpRequest, title: str, page: str, rows: QuerySet[Change], *, hub: str | None = None
) -> HttpResponse:
    """The newest entries of the rows as a feed; `page` is the path of the web page that shows the same.

    As JSON where the address ends so, else as Atom. The WebSub hub is that of the site, unless another or none (an
    empty one) is given; it is named in the feed and in a Link header, as readers look for it in both.
    """
    hub = settings.WEBSUB_HUB if hub is None else hub
    newest = rows.select_related("document__platform").order_by("-found_at", "-pk")[:_ENTRIES]
    address = f"{settings.SITE_URL}{request.path}"
    if address.endswith(".json"):
        return _discoverable(_json(address, title, page, list(newest), hub), address, hub)
    feed = _ChangesFeed(
        title=_writable(f"{title} | ConductAtlas"),
        link=f"{settings.SITE_URL}{page}",
        description=_ABOUT,
        language="en",
        author_name="ConductAtlas",
        feed_url=address,
        feed_guid=address,
        hub=hub,
    )
    for change in newest:
        _add(feed, change)
    kind = "application/atom+xml; charset=utf-8"
    return _discoverable(HttpResponse(feed.writeString("utf-8"), content_type=kind), address, hub)


def _discoverable(answer: HttpResponse, address: str, hub: str) -> HttpResponse:
    links = [f'<{address}>; rel="self"', *([f'<{hub}>; rel="hub"'] if hub else [])]
    answer["Link"] = ", ".join(links)
    return answer


def _json(address: str, title: str, page: str, changes: list[Change], hub: str) -> HttpResponse:
    """JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{title} | ConductAtlas",
        "home_page_url": f"{settings.SITE_URL}{page}",
        "feed_url": address,
        "description": _ABOUT,
        "language": "en",
        "authors": [{"name": "ConductAtlas", "url": f"{settings.SITE_URL}/"}],
        **({"hubs": [{"type": "WebSub", "url": hub}]} if hub else {}),
        "items": [
            {
                "id": _name_of(change),
                "url": f"{settings.SITE_URL}{change.get_absolute_url()}",
                "title": _title_of(change),
                "summary": change.summary,
                "content_html": _words_of(change),
                "date_published": change.found_at.isoformat(),
                "tags": [change.get_change_class_display()],
            }
            for change in changes
        ],
    }
    return JsonResponse(feed, content_type="application/feed+json")


def _title_of(change: Change) -> str:
    return f"{change.document}: {change.get_severity_display().lower()} severity"


def _words_of(change: Change) -> str:
    points = format_html_join("", "<li>{}</li>", ((point,) for point in change.points))
    return format_html("<p>{}</p><ul>{}</ul>", change.summary, points)


def _name_of(change: Change) -> str:
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{_BEGAN:%Y}:change/{change.pk}"


def _add(feed: Atom1Feed, change: Change) -> None:
    feed.add_item(
        title=_writable(_title_of(change)),
        link=f"{settings.SITE_URL}{change.get_absolute_url()}",
        description=_writable(_words_of(change)),
        unique_id=_name_of(change),
        pubdate=change.found_at,
        updateddate=change.found_at,
        categories=(change.get_change_class_display(),),
    )


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)


urlpatterns = [
    path("changes.atom", all_changes, name="feed"),
    path("platform/<name:platform>.atom", of_platform, name="platform_feed"),
    path("platform/<name:platform>/<name:document>.atom", of_document, name="document_feed"),
    path("type/<slug:type>.atom", of_type, name="type_feed"),
    path("changes.json", all_changes, name="json_feed"),
    path("platform/<name:platform>.json", of_platform, name="platform_json_feed"),
    path("platform/<name:platform>/<name:document>.json", of_document, name="document_json_feed"),
    path("type/<slug:type>.json", of_type, name="type_json_feed"),
    path("private/<str:token>.atom", private, name="private_feed"),
]
