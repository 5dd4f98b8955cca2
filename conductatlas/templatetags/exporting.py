"""The links under a list that take it out as a file, or what is behind the lock for those whose plan has none."""

from typing import Any

from django import template
from django.http import QueryDict
from django.urls import reverse

from billing.entitlements import Feature
from conductatlas.exports.own import OWN_LISTS
from conductatlas.exports.tables import TABLES, question_of
from conductatlas.exports.writing import FORMATS
from platforms.models import Platform

register = template.Library()


@register.inclusion_tag("_export.html", takes_context=True)
def export_links(context: Any, table: str, rows: int | None = None, **places: str) -> dict[str, Any]:
    """The list of that name, narrowed as the page's own address is, and by the places given."""
    request = context.get("request")
    if request is None:
        return {}
    if not request.entitlements.allows(Feature.DATA_EXPORT):
        return {"links": (), "rows": rows}
    asked = QueryDict(mutable=True)
    asked.update(request.GET)
    asked.update(places)
    question = question_of(TABLES[table], asked)
    links = []
    for kind in FORMATS.values():
        question["format"] = kind.slug
        links.append((kind.label, f"{reverse('export', args=[table])}?{question.urlencode()}"))
    return {"links": links, "rows": rows}


@register.inclusion_tag("_export.html", takes_context=True)
def own_links(context: Any, name: str) -> dict[str, Any]:
    """A list of the team's own, narrowed as its page is; nothing where the plan has no such files."""
    request, wanted = context["request"], OWN_LISTS[name]
    if not all(request.entitlements.allows(feature) for feature in wanted.features):
        return {"links": (), "rows": None}
    asked = QueryDict(mutable=True)
    asked.update({each: request.GET[each] for each in wanted.filters if request.GET.get(each)})
    question = f"?{asked.urlencode()}" if asked else ""
    links = [
        (kind.label, reverse("own_export", args=[name, kind.slug]) + question) for kind in FORMATS.values()
    ]
    return {"links": links, "rows": None}


@register.inclusion_tag("_export.html")
def matrix_links(platform: Platform) -> dict[str, Any]:
    """The matrix of a platform's documents and regulations, for those whose plan shows it."""
    links = [
        (kind.label, reverse("platform_regulations_file", args=[platform.slug, kind.slug]))
        for kind in FORMATS.values()
    ]
    return {"links": links, "rows": None}
