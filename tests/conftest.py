"""Fixtures for all tests: the three people, a clean cache, and no way out to the network."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests.people import *


@pytest.fixture(autouse=True)
def clean_cache(request: pytest.FixtureRequest) -> Iterator[None]:
    """Rate limits live in the cache: one test must not use up another's."""
    if request.node.get_closest_marker("django_db") or {"db", "client"} & set(request.fixturenames):
        cache.clear()
    yield
