"""Fifty who ask at once for the last watch or seat, each with a connection of its own: exactly one gets it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection

from billing.entitlements import UpgradeRequired, grant_plan
from billing.invitations import invite
from billing.models import Membership, Organization, Role, User
from billing.plans import PROFESSIONAL, WATCHER, Limit
from billing.tenancy import tenant_scope
from monitoring.watches.watching import start_watching
from tests.builders import build_platform

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ASKING = 50


def how_many_get_it(ask: Callable[[int], object]) -> int:
    """Of ASKING threads that ask at the same moment, how many were not sent to the upgrade page."""
    start = Barrier(ASKING)
    backends: set[int] = set()

    def gets_it(number: int) -> bool:
        connection.ensure_connection()
        backends.add(connection.connection.info.backend_pid)
        start.wait(timeout=240)
        try:
            ask(number)
        except UpgradeRequired:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(ASKING) as threads:
        answers = list(threads.map(gets_it, range(ASKING), timeout=600))
    assert len(backends) == ASKING
    return answers.count(True)


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

    def ask(number: int) -> None:
        mine = Organization.objects.get(pk=organization.pk)
        start_watching(mine, platforms[number], by=owner, now=NOW)

    assert how_many_get_it(ask) == 1
    with tenant_scope(organization):
        assert organization.watches.count() == taken + 1
        assert organization.audit_entries.filter(action="watch.started").count() == taken + 1


@pytest.mark.django_db(transaction=True)
def test_of_fifty_at_once_exactly_one_gets_the_last_seat(organization: Organization, owner: User) -> None:
    grant_plan(organization, "professional")
    for number in range(PROFESSIONAL.included_seats - 2):
        colleague = User.objects.create_user(f"colleague-{number}@example.org")
        Membership.objects.create(organization=organization, user=colleague, role=Role.MEMBER)
    by = organization.memberships.get(user=owner)

    def ask(number: int) -> None:
        mine = Organization.objects.get(pk=organization.pk)
        invite(mine, f"guest-{number}@example.org", Role.MEMBER, by=by, now=NOW)

    assert how_many_get_it(ask) == 1
    with tenant_scope(organization):
        assert organization.invitations.count() == 1
        assert organization.audit_entries.filter(action="member.invited").count() == 1
    assert len(mail.outbox) == 1
