"""The API's reference: the description itself, a page made from it that needs no script, and what is at no address."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from conductatlas.api.describing import openapi
from conductatlas.api.endpoints import DAY
from conductatlas.api.schemas import THINGS, Schema
from platforms.listing import listed_platforms
from platforms.log.heads import latest_head
from provisions.figures import loud_changes, standing

# One question an address, where one helps; the tests ask them all.
_QUESTIONS = {
    "platforms": "?limit=5&fields=slug,name,sector",
    "document_provisions": "?least=high&fields=title,severity,quote",
    "provisions": "?type=ai_training&direction=against_user&limit=5",
    "changes": "?since=2020-01-01&least=medium&limit=5",
    "compare": "?p={platform},{other}",
    "versions": "?limit=5",
    "documents": "?limit=5&fields=platform,type,health",
}


@extend_schema(exclude=True)
@api_view(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])
def nothing(request: Request) -> Response:
    """An address that there is not."""
    raise Http404


@extend_schema(exclude=True)
@api_view(["GET", "HEAD"])
def openapi_json(request: Request) -> Response:
    """The whole description, OpenAPI 3.1."""
    response = Response(openapi())
    response.headers["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(response, public=True, max_age=DAY)
    return response


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address, as the page shows it; `example` is an address that answers now, or ""."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: list[dict[str, Any]]
    thing: str
    listed: bool
    statuses: list[tuple[str, str]]
    needs_key: bool
    sends: list[tuple[str, str, str]]
    example: str


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Every operation and every thing, from the same description that programs read; three queries."""
    groups: dict[str, list[Operation]] = {}
    places = _places()
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            groups.setdefault(operation["tags"][0], []).append(_operation(path, method, operation, places))
    things = [
        (name, schema["description"], _members(schema))
        for name, schema in THINGS.items()
        if "properties" in schema
    ]
    context = {
        "groups": groups,
        "things": things,
        "crumbs": [("For developers", reverse("developers")), ("API reference", "")],
    }
    return render(request, "pages/api_reference.html", context)


def _operation(path: str, method: str, operation: dict[str, Any], places: dict[str, Any]) -> Operation:
    good = next(iter(operation["responses"].values()))
    schema = next(iter(good.get("content", {"": {}}).values())).get("schema", {})
    named = schema.get("properties", {}).get("results", {}).get("items", schema)
    anybody = {} in operation["security"]
    body = operation.get("requestBody", {"content": {"": {"schema": {}}}})["content"]
    return Operation(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        description=operation["description"],
        parameters=[{**each, "what": what(each["schema"])} for each in operation.get("parameters", ())],
        thing=named.get("$ref", "").rpartition("/")[2],
        listed="results" in schema.get("properties", ()),
        statuses=[(status, answer["description"]) for status, answer in operation["responses"].items()],
        needs_key=not anybody,
        sends=_members(next(iter(body.values()))["schema"]),
        example=_example(path, operation["operationId"], places) if anybody and method == "get" else "",
    )


def _example(path: str, name: str, places: dict[str, Any]) -> str:
    try:
        return path.format_map(places) + _QUESTIONS.get(name, "").format_map(places)
    except KeyError:
        return ""


def _places() -> dict[str, Any]:
    """Parts of addresses that exist: of the newest change, and of a provision beside it; fewer where there is little."""
    changes = loud_changes().select_related("document__platform", "before", "after")
    change = changes.defer("before__text", "after__text").first()
    if change is None:
        return {}
    places: dict[str, Any] = {
        "platform": change.document.platform.slug,
        "document": change.document.slug,
        "number": change.after.number,
        "a": change.before.number,
        "b": change.after.number,
        "pk": change.pk,
    }
    if head := latest_head():
        places |= {"index": 0, "level": 0, "size": head.size, "first": 1, "second": head.size}
    if row := standing().filter(document=change.document).first():
        places |= {"provision": row.slug, "type": row.type}
    if other := listed_platforms().exclude(pk=change.document.platform_id).first():
        places["other"] = other.slug
    return places


def _members(schema: Schema) -> list[tuple[str, str, str]]:
    return [
        (name, what(member), member.get("description", ""))
        for name, member in schema.get("properties", {}).items()
    ]


def what(schema: Schema) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(what(each) for each in schema["anyOf"]))
    if "enum" in schema:
        values = schema["enum"]
        return ", ".join(values) if len(values) <= 6 else f"one of {len(values)} words"
    kind = schema.get("type", "")
    if kind == "array":
        return f"list of {what(schema['items'])}"
    if kind == "object":
        return f"{{{', '.join(schema['properties'])}}}" if schema.get("properties") else "object"
    if "maximum" in schema and "minimum" in schema:
        return f"{schema['minimum']} to {schema['maximum']}"
    return _FORMATS.get(schema.get("format", "")) or _KINDS.get(kind, "anything")


_FORMATS = {"date-time": "moment", "date": "day", "uri": "address"}
_KINDS = {
    "string": "text",
    "integer": "number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}
