"""The API's description, OpenAPI 3.1: put together by drf-spectacular from what each endpoint declares of itself."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from billing.models import KeyScope
from billing.problems import MEDIA_TYPE
from conductatlas.api.negotiation import JSON
from conductatlas.api.parameters import FIELDS, PAGING, Parameter
from conductatlas.api.schemas import NUMBER, TEXT, THINGS, Schema, page_of, ref, said
from provisions.analysis.clause_types import TYPES_BY_SLUG

_SLUG: Schema = {"type": "string", "pattern": r"^[a-z0-9]+([.-][a-z0-9]+)*$", "maxLength": 80}
_NUMBERED: Schema = {"type": "integer", "minimum": 0}
# What stands in angle brackets in an address, whatever the address.
PLACES: dict[str, Schema] = {
    "platform": said(_SLUG, "The platform's slug."),
    "document": said(_SLUG, "The document's slug."),
    "number": said(_NUMBERED, "The version's number."),
    "a": said(_NUMBERED, "The number of the version to begin with."),
    "b": said(_NUMBERED, "The number of the version to end with."),
    "provision": said(_SLUG, "The provision's slug."),
    "type": said({"type": "string", "enum": list(TYPES_BY_SLUG)}, "The clause type."),
    "regulation": said(_SLUG, "The regulation's slug."),
    "action": said(_SLUG, "The action's slug."),
    "pk": said(_NUMBERED, "Its id."),
    "size": said(_NUMBERED, "A size of the log: how many entries."),
    "index": said(_NUMBERED, "A place in the log, counted from 0."),
    "first": said(_NUMBERED, "The size of the smaller tree."),
    "second": said(_NUMBERED, "The size of the larger tree."),
    "level": said(_NUMBERED, "The level of the tile; 0 has the leaves."),
}
_WRONG = {
    400: "A parameter is wrong; the problem names it.",
    401: "The key is missing, wrong, expired or revoked.",
    402: "The plan does not have this.",
    403: "The key may not do this.",
    404: "There is nothing at this address.",
    406: "`Accept` names no type that there is here; send the one that is described, `*/*`, or none.",
    409: "What is asked does not fit what there is.",
    415: "What was sent is no JSON; say `Content-Type: application/json`. `Accept` says which types are taken.",
    429: "Too often; `Retry-After` says in how many seconds to ask again.",
}
_HEADERS: dict[str, Schema] = {
    "RateLimit-Policy": said(
        TEXT, 'How often one may ask, as in "key";q=1200;w=60: so many in so many seconds.'
    ),
    "RateLimit": said(
        TEXT, 'What is left of it, as in "key";r=1187;t=42: so many, until so many seconds have passed.'
    ),
    "ETag": said(TEXT, "Names this answer; send it back as `If-None-Match`."),
    "Accept": said(TEXT, "The types in which something may be sent."),
    "Retry-After": said(NUMBER, "In how many seconds to ask again."),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint gives when all is well: a thing of schemas.THINGS, a page of them, plain text, or nothing."""

    thing: str = ""
    listed: bool = False
    status: int = 200
    media_type: str = JSON

    @property
    def schema(self) -> Schema | None:
        """Its JSON Schema; None for an empty answer."""
        if self.status == 204:
            return None
        if not self.thing:
            return TEXT
        return page_of(self.thing) if self.listed else ref(self.thing)

    @property
    def members(self) -> list[str]:
        """The members of the thing, which `fields=` chooses from."""
        return list(THINGS[self.thing]["properties"]) if self.thing else []

    @property
    def takes(self) -> tuple[Parameter, ...]:
        """The parameters that come with this kind of answer."""
        return (*(PAGING if self.listed else ()), *((FIELDS,) if self.thing else ()))


def one(thing: str, *, status: int = 200) -> Answer:
    """The thing itself."""
    return Answer(thing, status=status)


def many(thing: str) -> Answer:
    """A page of them, by cursor."""
    return Answer(thing, listed=True)


NOTHING = Answer(status=204)
PLAIN_TEXT = Answer(media_type="text/plain")
BYTES = Answer(media_type="application/octet-stream")


def described(
    view: Callable[..., Any],
    *,
    about: str,
    tag: str,
    answers: Iterable[Answer],
    takes: Iterable[Parameter],
    places: Callable[..., Any],
    wrong: Iterable[int],
    body: Schema | None = None,
    scope: KeyScope | None = None,
    methods: Iterable[str] | None = None,
    name: str = "",
) -> None:
    """Adds to the view's description; `places` is the function whose arguments are the parts of the address."""
    where = [argument for argument in inspect.signature(places).parameters if argument in PLACES]
    parameters = [
        *(_parameter(place, PLACES[place], "path", required=True) for place in where),
        *(_parameter(each.name, said(each.schema, each.about), "query", required=False) for each in takes),
    ]
    responses: dict[Any, Any] = {
        (answer.status, answer.media_type): OpenApiResponse(
            answer.schema, "All is well." if answer.schema else "Done."
        )
        for answer in answers
    }
    if scope is None:
        responses[304] = OpenApiResponse(None, "The client holds this answer already.")
    responses |= {
        (status, MEDIA_TYPE): OpenApiResponse(ref("Problem"), _WRONG[status]) for status in sorted(wrong)
    }
    extend_schema(
        methods=list(methods) if methods else None,
        operation_id=name or places.__name__,
        summary=about,
        description=inspect.getdoc(places) or about,
        tags=[tag],
        parameters=parameters,
        request={JSON: body} if body else None,
        responses=responses,
        auth=[{"key": []}, {}] if scope is None else [{"key": []}],  # type: ignore[list-item]
    )(view)


def _parameter(
    name: str, schema: Schema, location: Literal["path", "query"], *, required: bool
) -> OpenApiParameter:
    bare = {key: value for key, value in schema.items() if key != "description"}
    return OpenApiParameter(name, bare, location, required=required, description=schema["description"])


def add_components(result: dict[str, Any], **told: Any) -> dict[str, Any]:
    """What spectacular could not know: the things, and how a key is sent. Named in settings.SPECTACULAR_SETTINGS."""
    result["components"] = {
        "schemas": THINGS,
        "headers": {
            name: {
                "schema": {"type": schema["type"]},
                "description": schema["description"],
            }
            for name, schema in _HEADERS.items()
        },
        "securitySchemes": {
            "key": {
                "type": "http",
                "scheme": "bearer",
                "description": "A key of your organization, made at /app/api-keys/. Without one, what is published.",
            }
        },
    }
    for operation in (one for path in result["paths"].values() for one in path.values()):
        for status, response in operation["responses"].items():
            names = ["RateLimit-Policy", "RateLimit"]
            names += [
                name
                for name, of in (("ETag", ("200", "304")), ("Retry-After", ("429",)), ("Accept", ("415",)))
                if status in of
            ]
            response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    return result


@lru_cache(maxsize=1)
def openapi() -> dict[str, Any]:
    """The whole description; put together once a process."""
    return dict(SchemaGenerator().get_schema(request=None, public=True))
