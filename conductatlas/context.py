"""What every template may need to know about the site."""

from django.conf import settings
from django.http import HttpRequest

from conductatlas.pages.pictures import picture_of
from conductatlas.pages.twins import twin_of


def site(request: HttpRequest) -> dict[str, object]:
    """The site's own address, without a final slash; whether this is a development server; the page in other forms."""
    return {
        "site_url": settings.SITE_URL,
        "debug": settings.DEBUG,
        "twin": twin_of(request),
        "picture": picture_of(request),
    }
