"""Starting and stopping a watch within what the plan allows, also when two ask at once."""

import threading

import pytest
from django.db import connection

from billing.entitlements import UpgradeRequired, grant_plan
from billing.models import AuditEntry, Organization, User
from billing.tenancy import tenant_scope
from monitoring.models import Watch
from monitoring.watches.watching import start_watching, stop_watching
from platforms.models import Platform
from tests.monitoring.telling import NOON, publish


def watched(organization: Organization) -> list[str]:
    with tenant_scope(organization):
        return [watch.platform.slug for watch in Watch.objects.for_org(organization)]


@pytest.mark.django_db
def test_free_has_room_for_one_platform_and_names_the_plan_with_more(
    organization: Organization, owner: User
) -> None:
    start_watching(organization, publish().platform, by=owner, now=NOON)
    with pytest.raises(UpgradeRequired, match="Watcher") as refused:
        start_watching(organization, publish("grimmoor").platform, by=owner, now=NOON)
    assert refused.value.plan is not None
    assert refused.value.plan.slug == "watcher"
    assert watched(organization) == ["pondmoor"]


@pytest.mark.django_db
def test_watching_twice_is_one_watch_and_needs_no_room(organization: Organization, owner: User) -> None:
    platform = publish().platform
    first = start_watching(organization, platform, by=owner, now=NOON)
    assert start_watching(organization, platform, by=owner, now=NOON) == first


@pytest.mark.django_db
def test_watcher_has_room_for_ten(organization: Organization, owner: User) -> None:
    grant_plan(organization, "watcher")
    for number in range(10):
        start_watching(organization, publish(f"p{number}").platform, by=owner, now=NOON)
    with pytest.raises(UpgradeRequired, match="Professional"):
        start_watching(organization, publish("p10").platform, by=owner, now=NOON)


@pytest.mark.django_db
def test_stopping_makes_room_and_stands_in_the_audit_log(organization: Organization, owner: User) -> None:
    platform = publish().platform
    start_watching(organization, platform, by=owner, now=NOON)
    assert stop_watching(organization, platform, by=owner, now=NOON)
    assert not stop_watching(organization, platform, by=owner, now=NOON)
    start_watching(organization, publish("grimmoor").platform, by=owner, now=NOON)
    with tenant_scope(organization):
        actions = list(
            AuditEntry.objects.for_org(organization).order_by("pk").values_list("action", flat=True)
        )
    assert actions[-3:] == ["watch.started", "watch.stopped", "watch.started"]


@pytest.mark.django_db
def test_stopping_touches_nobody_elses_watch(
    organization: Organization, strangers_organization: Organization, owner: User, stranger: User
) -> None:
    platform = publish().platform
    start_watching(organization, platform, by=owner, now=NOON)
    start_watching(strangers_organization, platform, by=stranger, now=NOON)
    stop_watching(strangers_organization, platform, by=stranger, now=NOON)
    assert watched(organization) == ["pondmoor"]


@pytest.mark.django_db(transaction=True)
def test_of_many_that_ask_for_the_last_place_one_gets_it(organization: Organization, owner: User) -> None:
    platforms = [publish(f"p{number}").platform for number in range(6)]
    together = threading.Barrier(len(platforms))
    refused: list[UpgradeRequired] = []

    def ask(platform: Platform) -> None:
        try:
            together.wait()
            start_watching(organization, platform, by=owner, now=NOON)
        except UpgradeRequired as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask, args=(platform,)) for platform in platforms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(watched(organization)), len(refused)) == (1, 5)
