"""The same API for agents: a Model Context Protocol server at /mcp, streamable HTTP without a session, answered in JSON.

Each tool is one address of the API, asked in the name of whoever calls: the same keys, the same limits, the same words.
Shapes are those of the official SDK, which also is the client that the tests call it with.
"""

import copy
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import mcp.types as protocol
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import NoReverseMatch, resolve, reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from mcp.shared.version import SUPPORTED_PROTOCOL_VERSIONS
from pydantic import ValidationError

from billing.entitlements import UpgradeRequired
from conductatlas.api import parameters as a
from conductatlas.api.describing import PLACES
from conductatlas.api.parameters import Parameter
from conductatlas.api.schemas import Schema, said
from monitoring.register import choices

_INSTRUCTIONS = (
    "What platforms publish about themselves, as archived texts. Quotes are exact pieces of an archived version; give "
    "`page` as the source. It describes what texts state, permit or reserve, and is no legal opinion."
)
_PROVISION = "platform,document,slug,title,type,severity,direction,says,quote,url,page"
_CHANGE = "id,platform,document,class,severity,direction,summary,points,found_at,url,page"
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Tool:
    """A tool and the address it asks; `places` stand in the address, `takes` after the question mark."""

    name: str
    about: str
    route: str
    places: tuple[str, ...] = ()
    takes: tuple[Parameter, ...] = ()
    needed: tuple[str, ...] = ()
    fields: str = ""

    def described(self) -> protocol.Tool:
        """As the protocol lists it."""
        schema = {
            "type": "object",
            "properties": {
                **{place: PLACES[place] for place in self.places},
                **{each.name: said(each.schema, each.about) for each in self.takes},
            },
            "required": [*self.places, *self.needed],
            "additionalProperties": False,
        }
        hints = protocol.ToolAnnotations(readOnlyHint=True, openWorldHint=False)
        return protocol.Tool(name=self.name, description=self.about, inputSchema=schema, annotations=hints)


_LIMIT = Parameter(
    "limit", "How many at most; 10 unless said.", {"type": "integer", "minimum": 1, "maximum": _MOST}
)
_P: Schema = {"type": "string", "maxLength": 120}
_TOOLS = {
    tool.name: tool
    for tool in (
        _Tool(
            "find_platforms",
            "Platforms by name or sector, with the slugs that the other tools take.",
            "api:platforms",
            takes=(a.words("q", "Words of the name."), a.SECTOR, _LIMIT),
            fields="slug,name,sector,documents_watched,page",
        ),
        _Tool(
            "platform_facts",
            "A platform: short answers to the first questions (training of AI, sale of data, arbitration, …) with the exact words they were read from, and its documents with their health.",
            "api:platform",
            places=("platform",),
        ),
        _Tool(
            "search_provisions",
            "Clauses of policies and terms that say something, by words, clause type, severity or platform, with their exact words.",
            "api:provisions",
            takes=(
                a.words("q", "Words of the clause, in any of their forms."),
                a.TYPE,
                a.PLATFORM,
                a.SECTOR,
                a.LEAST,
                a.DIRECTION,
                _LIMIT,
            ),
            fields=_PROVISION,
        ),
        _Tool(
            "get_provision",
            "One provision with its history and how other platforms handle the same.",
            "api:provision",
            places=("platform", "document", "provision"),
        ),
        _Tool(
            "changes_since",
            "Changes of documents that people are told of, newest first, since a day.",
            "api:changes",
            takes=(
                a.moment("since", "Only those found then or later."),
                a.PLATFORM,
                a.SECTOR,
                a.TYPE,
                a.LEAST,
                _LIMIT,
            ),
            needed=("since",),
            fields=_CHANGE,
        ),
        _Tool("get_change", "One change, clause by clause and word by word.", "api:change", places=("pk",)),
        _Tool(
            "compare",
            "Two to four platforms side by side on one clause type, with where they differ in one sentence.",
            "api:compare",
            places=("type",),
            takes=(Parameter("p", "Slugs of two to four platforms, separated by commas.", _P),),
            needed=("p",),
        ),
        _Tool(
            "get_version",
            "The archived text of a version, whole, with its hashes and the addresses of its proofs.",
            "api:version",
            places=("platform", "document", "number"),
        ),
        _Tool(
            "timeline",
            "Every version of a platform's documents with its change, newest first; needs a Professional key.",
            "api:timeline",
            places=("platform",),
            takes=(a.moment("since", "Only what was found then or later."), _LIMIT),
        ),
        _Tool(
            "drift",
            "Where a platform is drifting, for or against the user, by clause type and year; needs a Professional key.",
            "api:drift",
            places=("platform",),
            takes=(a.moment("since", "Only what was found then or later."),),
        ),
        _Tool("regulations", "The laws that provisions are read with.", "api:regulations"),
        _Tool(
            "get_regulation",
            "One law, article by article: what each asks.",
            "api:regulation",
            places=("regulation",),
        ),
        _Tool(
            "compliance",
            "A provision before the law: citations with reasons, enforcement risk, what is due; needs a Professional key.",
            "api:compliance",
            places=("platform", "document", "provision"),
        ),
        _Tool(
            "matrix",
            "How many provisions of each document of a platform engage each law; needs a Professional key.",
            "api:matrix",
            places=("platform",),
        ),
        _Tool(
            "get_proof",
            "An entry of the transparency log with all that is needed to check it offline.",
            "api:log_proof",
            places=("index",),
        ),
        _Tool(
            "alerts",
            "What the organization of the key was told of, newest first.",
            "api:alerts",
            takes=(a.moment("since", "Only those of then or later."), a.PLATFORM, _LIMIT),
        ),
        _Tool(
            "reviews",
            "The changes that the organization of the key is to review, and how each stands; needs a Professional key.",
            "api:reviews",
            takes=(
                a.one_of("state", "Only those that stand so.", [value for value, _ in choices.STATES]),
                a.PLATFORM,
                _LIMIT,
            ),
        ),
    )
}


@csrf_exempt
@require_POST
def agents(request: HttpRequest) -> HttpResponse:
    """Answers one message of the protocol. A page of another site may not ask in the name of who reads it (403)."""
    origin = request.headers.get("Origin")
    if origin and origin != settings.SITE_URL:
        return HttpResponse("Ask from a program, not from a page of another site.", status=403)
    try:
        message = protocol.JSONRPCMessage.model_validate_json(request.body).root
    except ValidationError:
        return _failed(0, protocol.PARSE_ERROR, "Send one JSON-RPC 2.0 message.", status=400)
    if not isinstance(message, protocol.JSONRPCRequest):
        return HttpResponse(status=202)
    answer = _ANSWERS.get(message.method)
    if answer is None:
        return _failed(message.id, protocol.METHOD_NOT_FOUND, f"There is no method {message.method!r} here.")
    result = answer(request, message.params or {})
    if isinstance(result, str):
        return _failed(message.id, protocol.INVALID_PARAMS, result)
    return _json(
        protocol.JSONRPCResponse(
            jsonrpc="2.0",
            id=message.id,
            result=result.model_dump(mode="json", by_alias=True, exclude_none=True),
        )
    )


def _initialize(request: HttpRequest, params: dict[str, Any]) -> protocol.Result:
    asked = params.get("protocolVersion")
    return protocol.InitializeResult(
        protocolVersion=asked if asked in SUPPORTED_PROTOCOL_VERSIONS else protocol.LATEST_PROTOCOL_VERSION,
        capabilities=protocol.ServerCapabilities(tools=protocol.ToolsCapability(listChanged=False)),
        serverInfo=protocol.Implementation(name="conductatlas", version="1"),
        instructions=_INSTRUCTIONS,
    )


def _ping(request: HttpRequest, params: dict[str, Any]) -> protocol.Result:
    return protocol.EmptyResult()


def _list_tools(request: HttpRequest, params: dict[str, Any]) -> protocol.Result:
    return protocol.ListToolsResult(tools=[tool.described() for tool in _TOOLS.values()])


def _call_tool(request: HttpRequest, params: dict[str, Any]) -> protocol.Result | str:
    tool = _TOOLS.get(str(params.get("name")))
    given = params.get("arguments") or {}
    if tool is None:
        return f"There is no tool of that name. There are: {', '.join(_TOOLS)}."
    if not isinstance(given, dict):
        return "Give the arguments as an object."
    missing = [name for name in (*tool.places, *tool.needed) if given.get(name) in (None, "")]
    known = {*tool.places, *(each.name for each in tool.takes)}
    if missing or set(given) - known:
        wrong = ", ".join(missing or sorted(set(given) - known))
        return _told(
            f"{'Missing' if missing else 'Not known here'}: {wrong}. There are: {', '.join(sorted(known))}."
        )
    try:
        found = _ask(request, tool, given)
    except UpgradeRequired as error:
        return _told(str(error))
    if found is None:
        return _told(
            "There is nothing of that name. Look the slugs up with find_platforms or search_provisions."
        )
    answer = json.loads(found.content)
    if found.status_code >= 400:
        return _told(answer["detail"])
    text = protocol.TextContent(type="text", text=found.content.decode())
    return protocol.CallToolResult(content=[text], structuredContent=answer)


def _told(words: str) -> protocol.CallToolResult:
    return protocol.CallToolResult(content=[protocol.TextContent(type="text", text=words)], isError=True)


def _ask(request: HttpRequest, tool: _Tool, given: dict[str, Any]) -> HttpResponse | None:
    """What the API's own view answers to the same client; None where the arguments make no address."""
    query = {each.name: given[each.name] for each in tool.takes if given.get(each.name) not in (None, "")}
    if _LIMIT in tool.takes:
        query = {"limit": 10} | query
    if tool.fields:
        query["fields"] = tool.fields
    try:
        path = reverse(tool.route, kwargs={place: given[place] for place in tool.places})
    except NoReverseMatch:
        return None
    asked = copy.copy(request)
    kept = {
        name: value for name, value in request.META.items() if not name.startswith(("HTTP_IF_", "CONTENT_"))
    }
    asked.META = {**kept, "REQUEST_METHOD": "GET", "QUERY_STRING": urlencode(query), "PATH_INFO": path}
    asked.method, asked.path, asked.path_info = "GET", path, path
    asked.GET = QueryDict(urlencode(query))
    match = resolve(path)
    answer: Any = match.func(asked, *match.args, **match.kwargs)
    return answer.render() if hasattr(answer, "render") else answer


_ANSWERS = {
    "initialize": _initialize,
    "ping": _ping,
    "tools/list": _list_tools,
    "tools/call": _call_tool,
}


def _failed(id: str | int, code: int, words: str, *, status: int = 200) -> HttpResponse:
    error = protocol.ErrorData(code=code, message=words)
    return _json(protocol.JSONRPCError(jsonrpc="2.0", id=id, error=error), status)


def _json(message: protocol.JSONRPCResponse | protocol.JSONRPCError, status: int = 200) -> HttpResponse:
    return HttpResponse(
        message.model_dump_json(by_alias=True, exclude_none=True),
        content_type="application/json",
        status=status,
    )
