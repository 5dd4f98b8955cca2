"""Our own terms and privacy notice: written plainly, with what the code does as data beside it."""

from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from billing.plans import TRIAL_DAYS

_SINCE = date(2026, 12, 1)
_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Cookie:
    """One cookie that our server sets."""

    name: str
    when: str
    purpose: str
    lasts: str


def _cookies() -> list[Cookie]:
    """All of them, named as the settings name them."""
    return [
        Cookie(
            settings.CSRF_COOKIE_NAME, "a page with a form is shown",
            "Proves that a form comes from our own page.", "one year",
        ),
        Cookie(
            settings.SESSION_COOKIE_NAME, "you log in, or begin to",
            "Keeps you logged in.", f"{settings.SESSION_COOKIE_AGE // _DAY} days",
        ),
        Cookie("theme", "you choose light or dark", "Remembers the choice.", "one year"),
        Cookie(
            "messages", "we have something to tell you on the next page",
            "Carries that sentence there.", "until it is shown",
        ),
    ]  # fmt: skip


def terms(request: HttpRequest) -> HttpResponse:
    """What people and we agree on."""
    return render(request, "pages/terms.html", {"trial_days": TRIAL_DAYS, "since": _SINCE})


def privacy(request: HttpRequest) -> HttpResponse:
    """What we know of people, and every cookie."""
    context = {"cookies": _cookies(), "address": parseaddr(settings.DEFAULT_FROM_EMAIL)[1], "since": _SINCE}
    return render(request, "pages/privacy.html", context)
