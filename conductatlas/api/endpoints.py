"""What makes a function an endpoint: who may ask, what it takes and gives, how long caches keep the answer.

`public` is for what anybody may read, `own` for what belongs to the organization of a key. Either way the function
gets its parameters read strictly, and the reference at /api/v1/docs/ and /api/v1/openapi.json says what was declared.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from rest_framework.decorators import api_view, renderer_classes
from rest_framework.request import Request
from rest_framework.response import Response

from billing.models import KeyScope
from billing.tenancy import tenant_scope
from conductatlas.api.describing import Answer, described
from conductatlas.api.keys import membership_for
from conductatlas.api.limits import tell_limits
from conductatlas.api.negotiation import renderers_for
from conductatlas.api.parameters import Parameter, Parameters
from conductatlas.api.schemas import Schema

View = Callable[..., HttpResponseBase]


class Endpoint(Protocol):
    """A view that says what it is about."""

    about: str

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


MINUTE, DAY, YEAR = 60, 86_400, 31_536_000
# A script of another site may read these beside the answer itself.
_EXPOSED = "ETag, RateLimit, RateLimit-Policy, Retry-After"
_READING = ("GET", "HEAD")


def public(
    about: str, *, gives: Answer, max_age: int, tag: str, takes: tuple[Parameter, ...] = ()
) -> Callable[[View], Endpoint]:
    """A GET for anybody, from any web page, that caches may keep for so many seconds: `view(request, asked, …)`.

    An answer has an ETag, its own or the hash of its bytes; who holds it already gets 304.
    """
    known = (*takes, *gives.takes)

    def wrap(view: View) -> Endpoint:
        @wraps(view)
        def answer(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            asked = Parameters(request.query_params, known)
            response = view(request, asked, *args, **kwargs)
            _narrow(response, asked, gives)
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Expose-Headers"] = _EXPOSED
            patch_cache_control(response, public=True, max_age=max_age)
            tell_limits(request, response)
            if isinstance(response, Response) and "ETag" not in response.headers:
                # DRF keeps Django's own request under this name.
                asked_by = request._request  # noqa: SLF001
                response.add_post_render_callback(lambda made: _unless_held(asked_by, made))
            return response

        endpoint: Any = api_view(["GET", "HEAD"])(renderer_classes(renderers_for(gives.media_type))(answer))
        wrong = {400, 401, 402, 406, 429} | ({404} if _has_places(view) else set())
        described(
            endpoint,
            about=about,
            tag=tag,
            answers=[gives],
            takes=known,
            places=view,
            wrong=wrong,
            methods=["GET"],
        )
        endpoint.about = about
        return endpoint

    return wrap


def own(
    about: str,
    *,
    tag: str,
    get: Answer | None = None,
    post: tuple[Answer, ...] = (),
    put: tuple[Answer, ...] = (),
    patch: Answer | None = None,
    delete: Answer | None = None,
    takes: tuple[Parameter, ...] = (),
    body: Schema | None = None,
    wrong: tuple[int, ...] = (),
) -> Callable[[View], Endpoint]:
    """A view for a key, inside the scope of its organization: `view(request, by, asked, …)`; no cache keeps the answer.

    Name the methods by what they give. `takes` are parameters of GET; `body` is the schema of what is sent with POST, PUT and
    PATCH; `wrong` are refusals beside those that any endpoint has.
    """
    written = {"POST": post, "PUT": put, "PATCH": (patch,) if patch else ()}
    answers: dict[str, tuple[Answer, ...]] = {"GET": (get,) if get else ()} | written
    answers["DELETE"] = (delete,) if delete else ()
    methods = [method for method, given in answers.items() if given]
    known = (*takes, *get.takes) if get else takes

    def wrap(view: View) -> Endpoint:
        @wraps(view)
        def answer(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            reads = request.method in _READING
            membership = membership_for(request, KeyScope.READ if reads else KeyScope.WRITE)
            asked = Parameters(request.query_params, known if reads else ())
            with tenant_scope(membership.organization):
                response = view(request, membership, asked, *args, **kwargs)
            if get and reads:
                _narrow(response, asked, get)
            patch_cache_control(response, private=True, no_store=True)
            tell_limits(request, response)
            return response

        endpoint: Any = api_view([*methods, *(["HEAD"] if get else [])])(answer)
        refusals = {400, 401, 402, 403, 406, 429, *wrong} | ({404} if _has_places(view) else set())
        for method in methods:
            described(
                endpoint,
                about=about,
                tag=tag,
                answers=answers[method],
                takes=known if method == "GET" else (),
                places=view,
                wrong=refusals | ({415} if body and method in written else set()),
                body=body if method in written else None,
                scope=KeyScope.READ if method == "GET" else KeyScope.WRITE,
                methods=[method],
                name=view.__name__ if method == "GET" else f"{method.lower()}_{view.__name__}",
            )
        endpoint.about = about
        return endpoint

    return wrap


def unless_held(request: Request, name: str, answer: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The answer that `name` and the query stand for, made only where the client does not hold it already; else 304."""
    query = request.META.get("QUERY_STRING", "")
    etag = f'"{name}-{hashlib.sha256(query.encode()).hexdigest()[:8]}"' if query else f'"{name}"'
    # DRF keeps Django's own request under this name.
    held = get_conditional_response(request._request, etag=etag)  # noqa: SLF001
    response = held if held and held.status_code == HTTPStatus.NOT_MODIFIED else answer()
    response.headers["ETag"] = etag
    return response


def _unless_held(request: HttpRequest, response: HttpResponse) -> HttpResponse | None:
    """Gives the rendered answer its ETag; another answer, 304, where the client holds it already."""
    if response.status_code != HTTPStatus.OK:
        return None
    # Weak: our own proxy may compress it.
    etag = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    held = get_conditional_response(request, etag=etag, response=response)
    if held is None or held.status_code != HTTPStatus.NOT_MODIFIED:
        return None
    for name in (header for header in response.headers if header not in ("Content-Type", "Content-Length")):
        held.headers[name] = response.headers[name]
    return held


def _narrow(response: HttpResponseBase, asked: Parameters, answer: Answer) -> None:
    """Leaves only the members that `fields=` names."""
    chosen = asked.several("fields", answer.members) if answer.thing else []
    if not chosen or not isinstance(response, Response):
        return
    data: Any = response.data
    if answer.listed:
        data["results"] = [{name: row[name] for name in chosen} for row in data["results"]]
    else:
        response.data = {name: data[name] for name in chosen}


def _has_places(view: View) -> bool:
    names = view.__code__.co_varnames[: view.__code__.co_argcount]
    return bool(set(names) - {"request", "asked", "by"})
