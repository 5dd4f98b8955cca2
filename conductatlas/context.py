"""What every template may need to know about the site."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """The site's own address, without a final slash, and whether this is a development server."""
    return {"site_url": settings.SITE_URL, "debug": settings.DEBUG}
