"""The living page of all components, for those who build the site."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from provisions.figures import SEVERITIES
from provisions.models import Direction

_TONES = ("ink", "soft", "accent", "critical", "high", "medium", "low", "for", "against", "insert", "delete")


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component, in light and in dark; for everybody else it is not there."""
    if not request.user.is_staff:
        raise Http404("There is no such page.")
    context = {
        "schemes": ("light", "dark"),
        "tones": [f"tone-of-{tone}" for tone in _TONES],
        "severities": SEVERITIES,
        "directions": list(Direction),
    }
    return render(request, "pages/styleguide.html", context)
