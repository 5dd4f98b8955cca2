"""Pages about us: how we work, what it costs, who we are; and the remembered choice of light or dark."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from billing.plans import PLANS, TRIAL_DAYS, Feature, Limit
from monitoring.figures import HealthState, count_by_state, looks_since
from platforms.listing import listed_documents
from provisions.accuracy import check_quotes, steps_between_versions
from provisions.analysis.clause_types import CLAUSE_TYPES, GROUPS, TAXONOMY
from provisions.analysis.extraction import PARSER
from provisions.analysis.tagging import PUBLISH_AT, TAGGER
from provisions.figures import WEEK, versions_kept, watched

_THEMES = ("light", "dark")
_YEAR_IN_SECONDS = 31_536_000


def methodology(request: HttpRequest) -> HttpResponse:
    """How we look, read, tag, weigh and correct, with the numbers of the parts in use."""
    now = timezone.now()
    counted = count_by_state(listed_documents().filter(retired=False), now)
    context = {
        "groups": [(group, [kind for kind in CLAUSE_TYPES if kind.group == group]) for group in GROUPS],
        "types_count": len(CLAUSE_TYPES),
        "taxonomy": TAXONOMY,
        "parser": PARSER,
        "tagger": TAGGER,
        "publish_at": PUBLISH_AT,
        "looks": looks_since(now - WEEK),
        "watched": watched(),
        "health": [
            (label, counted[state])
            for state, label in (
                (HealthState.READ, "read as planned"),
                (HealthState.OVERDUE, "overdue, by our fault"),
                (HealthState.STALE, "stale: their last looks could not be read"),
                (HealthState.IMPORTED, "from an imported history"),
                (HealthState.UNREAD, "waiting for their first look"),
            )
            if counted[state]
        ],
        "quotes": check_quotes(),
        "steps": steps_between_versions(),
        "look_every_hours": int(settings.LOOK_EVERY.total_seconds() // 3600),
        "second_look_minutes": int(settings.SECOND_LOOK_AFTER.total_seconds() // 60),
    }
    return render(request, "pages/methodology.html", context)


def pricing(request: HttpRequest) -> HttpResponse:
    """The price list, from the data that also decides what is allowed."""
    context = {
        "plans": PLANS,
        "limits": [(limit.label, [plan.limits[limit] for plan in PLANS]) for limit in Limit],
        "features": [(feature.label, [feature in plan.features for plan in PLANS]) for feature in Feature],
        "trial_days": TRIAL_DAYS,
    }
    return render(request, "pages/pricing.html", context)


def about(request: HttpRequest) -> HttpResponse:
    """Who we are, and what our robot does and how it is stopped."""
    context = {"user_agent": settings.USER_AGENT, "host_gap": settings.HOST_GAP_SECONDS, "watched": watched()}
    return render(request, "pages/about.html", context)


def developers(request: HttpRequest) -> HttpResponse:
    """How programs read what we publish, and what is theirs."""
    context = {
        "without_key": PLANS[0],
        "with_key": next(plan for plan in PLANS if Feature.API_KEYS in plan.features),
    }
    return render(request, "pages/developers.html", context)


def faq(request: HttpRequest) -> HttpResponse:
    """Questions readers ask."""
    context = {"trial_days": TRIAL_DAYS, "plans": PLANS, "versions": versions_kept()}
    return render(request, "pages/faq.html", context)


@csrf_exempt  # it changes nothing but the colours, and pages without it carry no cookie
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Remember light or dark in a cookie (anything else: as the device says) and go back to where it was chosen."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = redirect(back)
    chosen = request.POST.get("theme", "")
    if chosen in _THEMES:
        response.set_cookie(
            "theme", chosen, max_age=_YEAR_IN_SECONDS, samesite="Lax", secure=not settings.DEVELOPMENT
        )
    else:
        response.delete_cookie("theme", samesite="Lax")
    return response
