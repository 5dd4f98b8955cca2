"""Fixtures for all tests: the three people, a clean cache, a site in production; properties are never timed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.people import *

# A busy machine is no fault of the code, and what is drawn depends on the test alone: the same code passes again.
hypothesis_settings.register_profile(
    "ours", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
hypothesis_settings.load_profile("ours")


@pytest.fixture(autouse=True)
def in_production(settings: Any) -> None:
    """What exists for those who develop is tried where a test asks for it."""
    settings.DEVELOPMENT = False


@pytest.fixture(autouse=True)
def clean_cache(request: pytest.FixtureRequest) -> Iterator[None]:
    """Rate limits live in the cache: one test must not use up another's."""
    if request.node.get_closest_marker("django_db") or {"db", "client"} & set(request.fixturenames):
        cache.clear()
    yield
