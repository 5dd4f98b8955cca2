"""WebSub: the hub hears of every feed that a change touches, once it listens; readers find it in the feeds."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest

from monitoring.models import HubPing
from monitoring.websub import ping_hub
from tests.monitoring.origin import Origin, serving
from tests.monitoring.telling import NOON, change, publish

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def hub(settings: Any) -> Iterator[Origin]:
    """A hub that takes everything."""
    settings.ALLOW_PRIVATE_ADDRESSES = True
    with serving() as origin:
        settings.WEBSUB_HUB = origin.add("/hub", "", 204)
        yield origin


def ping(at: Any = NOON) -> int:
    return ping_hub(lambda: at, until=at + HOUR)


def test_the_hub_hears_of_every_feed_of_a_change_once(hub: Origin) -> None:
    change(publish())
    assert (ping(), ping()) == (1, 0)
    asked = parse_qs(hub.bodies[0].decode())
    assert asked["hub.mode"] == ["publish"]
    feeds = {url.removeprefix("http://127.0.0.1:8000/feeds/") for url in asked["hub.url"]}
    of_document = {"platform/pondmoor/privacy-policy.atom", "platform/pondmoor/privacy-policy.json"}
    assert of_document | {"changes.atom", "changes.json", "platform/pondmoor.atom"} <= feeds
    assert any(feed.startswith("type/") for feed in feeds)


def test_a_hub_that_is_down_is_asked_again_and_misses_nothing(hub: Origin) -> None:
    hub.add("/hub", "not now", 503)
    change(publish())
    assert ping() == 0
    waiting = HubPing.objects.get()
    assert (waiting.tries, waiting.settled_at, waiting.last_error) == (1, None, "The hub answered 503.")
    hub.add("/hub", "", 202)
    assert ping(waiting.due_at) == 1


def test_a_hub_that_never_answers_is_given_up(hub: Origin) -> None:
    hub.add("/hub", "no", 500)
    change(publish())
    now = NOON
    for _ in range(20):
        ping(now)
        now = HubPing.objects.get().due_at
    assert HubPing.objects.get().settled_at is not None


def test_without_a_hub_nobody_is_asked_and_feeds_name_none(client: Any) -> None:
    change(publish())
    assert ping() == 0
    assert not HubPing.objects.exists()
    answer = client.get("/feeds/changes.atom")
    assert b'rel="hub"' not in answer.content
    assert answer["Link"] == '<http://127.0.0.1:8000/feeds/changes.atom>; rel="self"'


def test_readers_find_the_hub_in_the_feed_and_in_its_headers(settings: Any, client: Any) -> None:
    settings.WEBSUB_HUB = "https://hub.example/"
    atom = client.get("/feeds/changes.atom")
    assert b'rel="hub"' in atom.content
    assert b'rel="self"' in atom.content
    assert atom["Link"].endswith('<https://hub.example/>; rel="hub"')
    feed = client.get("/feeds/changes.json")
    assert json.loads(feed.content)["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert 'rel="hub"' in feed["Link"]


def test_pages_name_the_json_feed_beside_the_atom_one(client: Any) -> None:
    change(publish())
    for page, feed in (
        ("/", "/feeds/changes.json"),
        ("/platform/pondmoor/", "/feeds/platform/pondmoor.json"),
        ("/platform/pondmoor/privacy-policy/", "/feeds/platform/pondmoor/privacy-policy.json"),
        ("/provisions/ai_training/", "/feeds/type/ai_training.json"),
    ):
        said = client.get(page).content.decode()
        assert 'type="application/feed+json"' in said
        assert f'href="{feed}"' in said
