"""One question, one answer, one exception; and limits that hold when two ask at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from billing.audit import record_audit_entry
from billing.entitlements import Entitlements, UpgradeRequired, entitlements_of, grant_plan
from billing.members import locked
from billing.models import Organization, Subscription, User
from billing.plans import FREE, PROFESSIONAL, WATCHER, Feature, Limit, Plan
from billing.tenancy import tenant_scope

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def having(plan: Plan) -> Entitlements:
    return Entitlements(plan=plan, features=plan.features, limits=plan.limits)


def test_nobody_has_what_free_has() -> None:
    assert entitlements_of(None, NOW) == having(FREE)


def test_what_the_plan_has_is_allowed() -> None:
    having(WATCHER).demand(Feature.SAME_DAY_ALERTS)
    assert having(WATCHER).allows(Feature.SAME_DAY_ALERTS)
    assert not having(FREE).allows(Feature.SAME_DAY_ALERTS)


def test_a_missing_feature_names_the_least_plan_that_has_it() -> None:
    with pytest.raises(UpgradeRequired) as refused:
        having(FREE).demand(Feature.SAME_DAY_ALERTS)
    assert refused.value.wanted is Feature.SAME_DAY_ALERTS
    assert refused.value.plan is WATCHER
    assert refused.value.address == "/pricing/"
    assert str(refused.value) == (
        "Same-day alerts is not part of the Free plan. It comes with the Watcher plan."
    )


def test_there_is_room_for_one_more_until_the_limit() -> None:
    having(WATCHER).demand_room(Limit.PLATFORMS, used=9)
    having(PROFESSIONAL).demand_room(Limit.PLATFORMS, used=1_000_000)
    with pytest.raises(UpgradeRequired) as refused:
        having(FREE).demand_room(Limit.PLATFORMS, used=1)
    assert refused.value.plan is WATCHER
    assert str(refused.value) == (
        "The Free plan has room for 1 platform. The Watcher plan has room for 10 platforms."
    )


def test_the_plan_named_has_room_for_what_is_used_already() -> None:
    with pytest.raises(UpgradeRequired) as refused:
        having(FREE).demand_room(Limit.PLATFORMS, used=25)
    assert refused.value.plan is PROFESSIONAL
    assert str(refused.value).endswith("The Professional plan has room for any number.")


def test_no_plan_is_named_where_none_has_more_room() -> None:
    with pytest.raises(UpgradeRequired) as refused:
        having(PROFESSIONAL).demand_room(Limit.SEATS, used=10)
    assert refused.value.plan is None
    assert str(refused.value) == "The Professional plan has room for 10 members."


def test_an_organization_without_a_subscription_is_on_free(organization: Organization) -> None:
    assert entitlements_of(organization, NOW).plan is FREE


@pytest.mark.parametrize(
    ("status", "ends", "plan"),
    [
        (Subscription.Status.TRIALING, NOW + SECOND, PROFESSIONAL),
        (Subscription.Status.TRIALING, NOW, FREE),
        (Subscription.Status.ACTIVE, None, PROFESSIONAL),
        (Subscription.Status.ACTIVE, NOW + SECOND, PROFESSIONAL),
        (Subscription.Status.ACTIVE, NOW, FREE),
        (Subscription.Status.ENDED, NOW + SECOND, FREE),
    ],
)
def test_a_plan_gives_its_rights_until_its_end(
    organization: Organization, status: str, ends: datetime | None, plan: Plan
) -> None:
    field = "trial_ends_at" if status == Subscription.Status.TRIALING else "current_period_end"
    Subscription.objects.create(
        organization=organization, plan="professional", status=status, **{field: ends}
    )
    assert entitlements_of(organization, NOW).plan is plan


def test_a_trial_without_an_end_can_not_be_written(organization: Organization) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscription.objects.create(organization=organization, plan="professional", status="trialing")


def test_a_plan_given_by_hand_replaces_the_one_before(organization: Organization) -> None:
    grant_plan(organization, "professional")
    assert entitlements_of(organization, NOW).plan is PROFESSIONAL
    grant_plan(organization, "watcher", until=NOW)
    assert entitlements_of(organization, NOW - SECOND).plan is WATCHER
    assert entitlements_of(organization, NOW).plan is FREE
    with pytest.raises(KeyError):
        grant_plan(organization, "enterprise")


ASKING_AT_ONCE = 12
WANTED = "watch.started"


@pytest.mark.django_db(transaction=True)
def test_of_many_who_ask_at_once_for_the_last_place_one_gets_it(
    organization: Organization, owner: User
) -> None:
    start = Barrier(ASKING_AT_ONCE)

    def take_the_last_place() -> bool:
        start.wait(timeout=30)
        try:
            with tenant_scope(organization):
                mine = locked(organization)
                used = mine.audit_entries.filter(action=WANTED).count()
                entitlements_of(mine, NOW).demand_room(Limit.PLATFORMS, used=used)
                record_audit_entry(mine, actor=owner, action=WANTED)
        except UpgradeRequired:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(ASKING_AT_ONCE) as threads:
        asked = [threads.submit(take_the_last_place) for _ in range(ASKING_AT_ONCE)]
        assert sorted(each.result(timeout=60) for each in asked) == [False] * (ASKING_AT_ONCE - 1) + [True]
    with tenant_scope(organization):
        assert organization.audit_entries.filter(action=WANTED).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_lock_does_not_stop_rows_that_only_refer_to_the_organization(
    organization: Organization, owner: User
) -> None:
    def record_meanwhile() -> None:
        try:
            with tenant_scope(organization):
                with connection.cursor() as cursor:
                    cursor.execute("SET LOCAL lock_timeout = '5s'")
                record_audit_entry(organization, actor=owner, action="meanwhile")
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads, transaction.atomic():
        locked(organization)
        threads.submit(record_meanwhile).result(timeout=30)
