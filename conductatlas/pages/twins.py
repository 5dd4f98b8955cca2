"""Every public page once more as Markdown, and llms.txt, which tells programs where to begin."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import timezone

from billing.entitlements import entitlements_of
from conductatlas.markdown import markdown_of
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.report_kinds import REPORTS

# The names of the addresses that anybody may read and that say something as text. A version's twin is its own download.
TWINNED = frozenset(
    (
        "home", "search", "platforms", "platform", "timeline", "version", "platform_regulations", "document_compliance", "document", "versions", "diff", "provision", "provisions",
        "clause_type", "compare", "compare_timelines", "compare_type", "compare_pair", "regulations", "regulation", "reports", "report", "changes",
        "change", "methodology", "pricing", "about", "faq", "corrections", "status", "log", "developers", "terms", "privacy",
    )
)  # fmt: skip


def twin_of(request: HttpRequest) -> str:
    """The address of the page's Markdown twin; "" where it has none."""
    match = request.resolver_match
    if match is None or match.view_name not in TWINNED:
        return ""
    return f"{request.path.rstrip('/') or '/index'}.md"


def markdown(request: HttpRequest, address: str) -> HttpResponse:
    """The page at that address as a visitor sees it, whoever asks."""
    path = "/" if address == "index" else f"/{address}/"
    try:
        match = resolve(path)
    except Resolver404 as error:
        raise Http404("There is no such page.") from error
    if match.view_name not in TWINNED:
        raise Http404("This page has no twin in Markdown.")
    response = match.func(_as_visitor(request, path), *match.args, **match.kwargs)
    if response.status_code in (301, 302):
        parts = urlsplit(response["Location"])
        there = f"{parts.path.rstrip('/')}.md" + (f"?{parts.query}" if parts.query else "")
        return redirect(there, permanent=response.status_code == 301)
    base = f"{settings.SITE_URL}{path}"
    body = f"{markdown_of(response.content.decode(), base)}\n---\n\nThis page: {base}\n"
    return HttpResponse(
        body,
        content_type="text/markdown; charset=utf-8",
        headers={"X-Robots-Tag": "noindex", "Link": f'<{base}>; rel="canonical"'},
    )


def _as_visitor(request: HttpRequest, path: str) -> HttpRequest:
    """A request for that page from nobody in particular."""
    visit = HttpRequest()
    visit.method = "GET"
    visit.path = visit.path_info = path
    visit.META = {name: value for name, value in request.META.items() if not name.startswith("HTTP_COOKIE")}
    visit.META["PATH_INFO"] = path
    visit.GET = request.GET
    visit.resolver_match = resolve(path)
    visit.user = AnonymousUser()
    visit.membership = visit.organization = None  # type: ignore[attr-defined]
    visit.entitlements = entitlements_of(None, timezone.now())  # type: ignore[attr-defined]
    return visit


def llms(request: HttpRequest) -> HttpResponse:
    """Where programs that read begin: what we are, and the pages as Markdown."""
    context = {"types": CLAUSE_TYPES, "reports": REPORTS}
    return render(request, "llms.txt", context, content_type="text/plain; charset=utf-8")
