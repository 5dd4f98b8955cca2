"""Addresses with a slug that a platform or document no longer has lead to where it is now, for good, whatever they show."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve, reverse

from conductatlas.pages.finding import visible_to
from platforms.models import Document, Platform
from platforms.renaming import document_called, platform_called

# The arguments of addresses that are slugs of platforms, where they are words.
_PLATFORMS = ("platform", "a", "b")


class RenamedAddresses:
    """Asks only where nothing was found. Anything but a look is to be sent once more as it was (308)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        there = _present(request, request.path_info)
        if there in ("", request.path_info):
            return response
        query = request.META.get("QUERY_STRING", "")
        address = f"{there}?{query}" if query else there
        return _moved(address, again=request.method not in ("GET", "HEAD"))


def _moved(address: str, *, again: bool) -> HttpResponse:
    return HttpResponsePermanentRedirect(address, preserve_request=again)


def _present(request: HttpRequest, path: str) -> str:
    """The address as it is now; "" where there is no such address or nothing it could have meant."""
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    if "address" in match.kwargs:  # of a page in another form: its Markdown, its picture
        page = _present(request, f"/{match.kwargs['address']}/")
        return page and reverse(match.view_name, kwargs={"address": page.strip("/")})
    arguments = dict(match.kwargs)
    for name in _PLATFORMS:
        if isinstance(arguments.get(name), str):
            platform = platform_called(arguments[name])
            if platform is None or not _may_see(request, platform):
                return ""
            arguments[name] = platform.slug
            if "document" in arguments and not _follow_document(request, platform, arguments):
                return ""
    return reverse(match.view_name, kwargs=arguments) if arguments else ""


def _follow_document(request: HttpRequest, platform: Platform, arguments: dict[str, Any]) -> bool:
    document = document_called(platform, arguments["document"])
    if document is None or not Document.objects.filter(visible_to(request), pk=document.pk).exists():
        return False
    arguments["document"] = document.slug
    return True


def _may_see(request: HttpRequest, platform: Platform) -> bool:
    return platform.listed or platform.documents.filter(visible_to(request)).exists()
