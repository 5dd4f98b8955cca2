"""Public pages are asked for again and again: a visitor whose copy is still right gets 304 and no body."""

import hashlib
import re
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date

# A token of a form is another one each time and stays right for as long as its cookie.
_TOKEN = re.compile(rb'<input type="hidden" name="csrfmiddlewaretoken" value="[^"]*">')
_REMEMBERED = 30 * 24 * 3600
_KINDS = ("text/html", "text/markdown", "text/plain")


class ConditionalPages:
    """Gives pages an ETag made of their words and the moment since when they have read like that.

    A member's pages stay with their browser; so does a page with a form, as its cookie is the visitor's own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(response, HttpResponse) or request.method not in ("GET", "HEAD"):
            return response
        kept = response.has_header("Cache-Control") or response.has_header("ETag")
        if response.status_code != 200 or kept or not response.get("Content-Type", "").startswith(_KINDS):
            return response
        patch_vary_headers(response, ["Cookie"])
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_cache=True)
            return response
        words, forms = _TOKEN.subn(b"", response.content)
        digest = hashlib.sha256(words).hexdigest()[:32]
        response["ETag"] = f'"{digest}"'
        patch_cache_control(response, no_cache=True, **{"private" if forms else "public": True})
        since = int(timezone.now().timestamp())
        since = cache.get_or_set(f"page-{digest}", since, _REMEMBERED) or since
        response["Last-Modified"] = http_date(since)
        return get_conditional_response(request, response["ETag"], since, response) or response
