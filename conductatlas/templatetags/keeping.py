"""The button that keeps a page for later, for members."""

from typing import Any

from django import template

from monitoring.reading_list import Thing
from monitoring.reading_list_views import reading_list_button
from platforms.models import Document, Platform

register = template.Library()


@register.inclusion_tag("_read_later.html", takes_context=True)
def read_later(context: Any, thing: Thing) -> dict[str, Any]:
    """Keeps the thing or takes it off the reading list. Nothing for visitors, nor for what an editor sees by office."""
    request = context["request"]
    shown = thing if isinstance(thing, Platform | Document) else thing.document
    if request.membership is None or (request.user.is_staff and not shown.listed):
        return {}
    return reading_list_button(request, thing)
