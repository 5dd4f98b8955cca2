"""Fifty who ask at once for the last watch, each with a connection of its own: exactly one gets it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection

from billing.entitlements import UpgradeRequired, grant_plan
from billing.models import Organization, User
from billing.plans import WATCHER, Limit
from billing.tenancy import tenant_scope
from monitoring.watches import start_watching
from platforms.models import Platform
from tests.builders import build_platform

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ASKING = 50


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("plan", ["free", "watcher"])
def test_of_fifty_at_once_exactly_one_gets_the_last_watch(
    organization: Organization, owner: User, plan: str
) -> None:
    taken = 0
    if plan == "watcher":
        grant_plan(organization, plan)
        taken = (WATCHER.limits[Limit.PLATFORMS] or 0) - 1
        for _ in range(taken):
            start_watching(organization, build_platform(), by=owner, now=NOW)
    platforms = [build_platform() for _ in range(ASKING)]
    start = Barrier(ASKING)
    backends: set[int] = set()

    def ask(platform: Platform) -> bool:
        connection.ensure_connection()
        backends.add(connection.connection.info.backend_pid)
        start.wait(timeout=60)
        try:
            mine = Organization.objects.get(pk=organization.pk)
            start_watching(mine, platform, by=owner, now=NOW)
        except UpgradeRequired:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(ASKING) as threads:
        answers = list(threads.map(ask, platforms, timeout=120))
    assert len(backends) == ASKING
    assert answers.count(True) == 1
    with tenant_scope(organization):
        assert organization.watches.count() == taken + 1
        assert organization.audit_entries.filter(action="watch.started").count() == taken + 1
