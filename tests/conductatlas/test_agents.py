"""The endpoint for agents, called by the official SDK's own client over a transport that calls it in this process."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent

from billing.entitlements import end_granted_plan, grant_plan
from billing.keys import make_api_key
from billing.models import Organization
from monitoring.alerts import enqueue_alerts
from monitoring.watches.watching import start_watching
from platforms.log.heads import publish_head
from platforms.models import Document
from provisions.models import Change
from tests.builders import DAY_ONE, build_document, build_platform, build_provision, build_version

pytestmark = pytest.mark.django_db


class _Here(httpx.AsyncBaseTransport):
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        headers = {name: value for name, value in request.headers.items() if name != "host"}
        return await sync_to_async(self._answer)(request.method, request.url.path, body, headers)

    def _answer(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> httpx.Response:
        content_type = headers.pop("content-type", "application/json")
        response = Client().generic(method, path, body, content_type=content_type, headers=headers)
        return httpx.Response(response.status_code, headers=dict(response.items()), content=response.content)


def session(work: Callable[[ClientSession], Awaitable[Any]], key: str = "") -> Any:
    """What the work in an open session gives."""

    async def run() -> Any:
        headers = {"Authorization": f"Bearer {key}"} if key else None
        address = f"{settings.SITE_URL}/mcp"
        here = httpx.AsyncClient(headers=headers, transport=_Here())
        async with (
            streamable_http_client(address, http_client=here) as (reading, writing, _),
            ClientSession(reading, writing) as opened,
        ):
            await opened.initialize()
            return await work(opened)

    return async_to_sync(run)()


def call(name: str, arguments: dict[str, Any], key: str = "") -> CallToolResult:
    return session(lambda opened: opened.call_tool(name, arguments), key)


def words_of(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def test_an_agent_finds_its_tools_and_how_to_call_them() -> None:
    tools = {tool.name: tool for tool in session(lambda opened: opened.list_tools()).tools}
    assert {"search_provisions", "get_provision", "platform_facts", "changes_since", "compare"} <= set(tools)
    for tool in tools.values():
        assert tool.description
        assert tool.annotations
        assert tool.annotations.readOnlyHint
        assert all(member.get("description") for member in tool.inputSchema["properties"].values())


def test_every_tool_answers_with_what_the_api_says(document: Document, organization: Organization) -> None:
    build_provision(build_version(build_document(build_platform("Airbnb"))))
    publish_head(DAY_ONE)
    grant_plan(organization, "professional")
    by = organization.memberships.get()
    start_watching(organization, document.platform, by=by.user, now=DAY_ONE)
    enqueue_alerts(Change.objects.get(), DAY_ONE)
    _, key = make_api_key(organization, "x", "read", 30, by=by, now=DAY_ONE.replace(year=2100))
    place = {"platform": "booking.com", "document": "terms-of-service"}
    asked: dict[str, dict[str, Any]] = {
        "find_platforms": {"q": "book"},
        "platform_facts": {"platform": "booking.com"},
        "search_provisions": {"q": "arbitrators"},
        "get_provision": {**place, "provision": "arbitration"},
        "changes_since": {"since": "2026-01-01", "limit": 1},
        "get_change": {"pk": Change.objects.get().pk},
        "compare": {"type": "ai_training", "p": "booking.com,airbnb"},
        "get_version": {**place, "number": 2},
        "timeline": {"platform": "booking.com", "since": "2026-01-01", "limit": 1},
        "drift": {"platform": "booking.com"},
        "regulations": {},
        "get_regulation": {"regulation": "gdpr"},
        "compliance": {**place, "provision": "ai-training-what-you-post"},
        "matrix": {"platform": "booking.com"},
        "get_proof": {"index": 0},
        "alerts": {"platform": "booking.com"},
        "reviews": {"state": "new", "limit": 5},
    }
    tools = {tool.name for tool in session(lambda opened: opened.list_tools()).tools}
    assert tools == set(asked), "a tool that is not tried here is not known to work"

    async def each(opened: ClientSession) -> dict[str, CallToolResult]:
        return {name: await opened.call_tool(name, arguments) for name, arguments in asked.items()}

    answers = session(each, key)
    for name, answer in answers.items():
        assert not answer.isError, (name, answer.content)
        assert json.loads(words_of(answer)) == answer.structuredContent
    (row,) = answers["search_provisions"].structuredContent["results"]
    assert row["quote"] in document.versions.latest("number").text
    assert answers["get_provision"].structuredContent["history"]
    version = answers["get_version"].structuredContent
    assert version["text"] == document.versions.get(number=2).text
    assert version["proofs"]["version"].startswith(f"{settings.SITE_URL}/api/v1/log/proof/")
    for name in ("timeline", "alerts", "reviews"):
        assert len(answers[name].structuredContent["results"]) == 1, name
    assert answers["changes_since"].structuredContent["results"][0]["page"].startswith(settings.SITE_URL)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("timeline", {"platform": "booking.com"}),
        ("alerts", {}),
        ("reviews", {}),
        ("drift", {"platform": "booking.com"}),
    ],
)
def test_what_is_an_organizations_own_asks_for_its_key(
    document: Document, strangers_organization: Organization, name: str, arguments: dict[str, Any]
) -> None:
    assert "needs an API key" in words_of(call(name, arguments))
    grant_plan(strangers_organization, "professional")
    by = strangers_organization.memberships.get()
    _, key = make_api_key(strangers_organization, "x", "read", 30, by=by, now=DAY_ONE.replace(year=2100))
    if name in ("alerts", "reviews"):
        assert call(name, arguments, key).structuredContent == {"next": None, "previous": None, "results": []}
    grant_plan(strangers_organization, "watcher")
    assert "not part of the Watcher plan" in words_of(call(name, arguments, key))


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("platform_facts", {"platform": "nobody"}, "nothing"),
        ("platform_facts", {"platform": "../secrets"}, "nothing of that name"),
        ("platform_facts", {}, "Missing: platform"),
        ("changes_since", {"since": "yesterday"}, "Give a day like"),
        ("search_provisions", {"sevirity": "high"}, "Not known here: sevirity"),
        ("compare", {"type": "arbitration", "p": "booking.com"}, "are compared"),
    ],
)
def test_what_is_wrong_is_told_so_that_the_agent_can_mend_it(
    document: Document, name: str, arguments: dict[str, Any], told: str
) -> None:
    answer = call(name, arguments)
    assert answer.isError
    assert told in words_of(answer)


def test_the_keys_and_limits_are_those_of_the_api(document: Document, organization: Organization) -> None:
    grant_plan(organization, "professional")
    by = organization.memberships.get()
    _, key = make_api_key(organization, "x", "read", 30, by=by, now=DAY_ONE.replace(year=2100))
    cache.clear()
    for _ in range(120):
        Client().get("/api/v1/")
    assert "throttled" in words_of(call("find_platforms", {"q": "book"}))
    assert not call("find_platforms", {"q": "book"}, key).isError
    assert "wrong, expired or revoked" in words_of(call("find_platforms", {"q": "book"}, "ca_guessed"))
    end_granted_plan(organization)
    assert "not part of the Free plan" in words_of(call("find_platforms", {"q": "book"}, key))


def test_what_is_no_message_of_the_protocol_is_refused(client: Client) -> None:
    def send(body: str, **headers: str) -> Any:
        return client.post("/mcp", body, content_type="application/json", headers=headers)

    assert client.get("/mcp").status_code == 405
    assert send("nonsense").status_code == 400
    assert send('{"jsonrpc": "2.0", "method": "notifications/initialized"}').status_code == 202
    unknown = send('{"jsonrpc": "2.0", "id": 1, "method": "resources/list"}').json()
    assert unknown["error"]["code"] == -32601
    unknown = send('{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "delete"}}').json()
    assert "search_provisions" in unknown["error"]["message"]
    assert (
        send('{"jsonrpc": "2.0", "id": 1, "method": "ping"}', origin="https://evil.example").status_code
        == 403
    )
