"""What exceeds the plan sleeps in the chosen order, is told nothing, and wakes with the plan."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from billing.entitlements import end_granted_plan, grant_plan, platforms_allowed
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from billing.trials import start_trial
from monitoring.alerts import enqueue_alerts
from monitoring.models import Alert, Watch
from monitoring.watches.watching import start_watching, watches_in_order
from platforms.models import Platform
from provisions.models import Change
from tests.builders import build_change, build_document, build_platform, build_version

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def three(organization: Organization, owner: User) -> list[Platform]:
    """Three watched platforms, of an organization whose plan has ended since."""
    grant_plan(organization, "watcher")
    platforms = [build_platform(name) for name in ("Zinnia", "Aster", "Mallow")]
    for platform in platforms:
        start_watching(organization, platform, by=owner, now=NOW)
    end_granted_plan(organization)
    return platforms


def fresh(organization: Organization) -> Organization:
    return Organization.objects.get(pk=organization.pk)


def awake(organization: Organization, now: datetime = NOW) -> list[str]:
    with tenant_scope(organization):
        return [watch.platform.name for watch, awake in watches_in_order(fresh(organization), now) if awake]


def watch_on(organization: Organization, platform: Platform) -> Watch:
    with tenant_scope(organization):
        return Watch.objects.for_org(organization).get(platform=platform)


def change_of(platform: Platform) -> Change:
    document = build_document(platform, type=f"Policy {platform.documents.count()}")
    return build_change(build_version(document), build_version(document))


def told(organization: Organization, platform: Platform, now: datetime = NOW) -> bool:
    change = change_of(platform)
    enqueue_alerts(change, now)
    with tenant_scope(organization):
        return Alert.objects.for_org(organization).filter(change=change).exists()


def test_nothing_is_deleted_and_the_first_stays_awake(
    organization: Organization, three: list[Platform]
) -> None:
    with tenant_scope(organization):
        assert Watch.objects.for_org(organization).count() == 3
    assert awake(organization) == ["Zinnia"]


def test_what_sleeps_is_told_nothing_and_what_is_awake_is(
    organization: Organization, three: list[Platform]
) -> None:
    assert [told(organization, platform) for platform in three] == [True, False, False]


def test_the_person_chooses_what_stays_awake(
    organization: Organization, owner: User, three: list[Platform]
) -> None:
    client = Client()
    client.force_login(owner)
    page = client.get(reverse("watches")).content.decode()
    assert page.count("asleep") == 2
    client.post(reverse("put_watch_first", args=[watch_on(organization, three[2]).pk]))
    assert awake(organization) == ["Mallow"]
    assert [told(organization, platform) for platform in three] == [False, False, True]


def test_all_wake_with_the_plan_and_sleep_again_when_it_lapses(
    organization: Organization, three: list[Platform]
) -> None:
    grant_plan(fresh(organization), "watcher", until=NOW + timedelta(hours=1))
    assert len(awake(organization)) == 3
    assert told(organization, three[2])
    later = NOW + timedelta(hours=2)
    assert len(awake(organization, later)) == 1
    assert not told(organization, three[2], later)


def test_the_limit_of_all_at_once_is_that_of_each(
    organization: Organization, owner: User, strangers_organization: Organization, stranger: User
) -> None:
    from billing.entitlements import ANY_NUMBER, Limit, entitlements_of

    grant_plan(organization, "watcher")
    start_trial(strangers_organization, by=stranger, now=NOW)
    for now in (NOW, NOW + timedelta(days=13), NOW + timedelta(days=15)):
        for each in Organization.objects.annotate(room=platforms_allowed(now)):
            asked = entitlements_of(Organization.objects.get(pk=each.pk), now).limit(Limit.PLATFORMS)
            assert each.room == (ANY_NUMBER if asked is None else asked)  # type: ignore[attr-defined]
