"""What every template may need to know about the site."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from billing.members import Action, can
from conductatlas.pages.pictures import picture_of
from conductatlas.pages.twins import twin_of
from monitoring.figures import unread_alerts_of


def site(request: HttpRequest) -> dict[str, object]:
    """The site's own address, without a final slash; whether this is a development server; the page in other forms; and
    the visitor's unread alerts, counted when a template asks."""
    return {
        "site_url": settings.SITE_URL,
        "development": settings.DEVELOPMENT,
        "twin": twin_of(request),
        "picture": picture_of(request),
        "unread_alerts": SimpleLazyObject(lambda: _unread(request)),
    }


def _unread(request: HttpRequest) -> int:
    # A request that was refused before the middleware knew for whom it is has no membership.
    membership = getattr(request, "membership", None)
    if membership is None or not can(membership, Action.SEE_WATCHES):
        return 0
    return unread_alerts_of(membership)
