"""One question, one answer, one exception; and limits that hold when two ask at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from billing.audit import record_audit_entry
from billing.entitlements import (
    Entitlements,
    UpgradeRequired,
    end_granted_plan,
    entitlements_of,
    grant_plan,
    organizations_with,
)
from billing.members import locked
from billing.models import Organization, Subscription, Trial, User
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


def test_where_seats_are_sold_the_billing_page_is_named() -> None:
    with pytest.raises(UpgradeRequired) as refused:
        having(PROFESSIONAL).demand_room(Limit.SEATS, used=10)
    assert refused.value.plan is PROFESSIONAL
    assert str(refused.value) == "There is room for 10 members. Seats are added on the billing page."


def test_an_organization_without_a_subscription_is_on_free(organization: Organization) -> None:
    assert entitlements_of(organization, NOW).plan is FREE


@pytest.mark.parametrize(
    ("status", "stripe_id", "fields", "plan"),
    [
        ("active", None, {"current_period_end": None}, PROFESSIONAL),
        ("active", None, {"current_period_end": NOW + SECOND}, PROFESSIONAL),
        ("active", None, {"current_period_end": NOW}, FREE),
        ("ended", None, {"current_period_end": NOW + SECOND}, FREE),
        ("active", "sub_1", {"current_period_end": NOW - SECOND}, PROFESSIONAL),
        ("past_due", "sub_1", {"current_period_end": NOW - SECOND}, PROFESSIONAL),
        ("trialing", "sub_1", {}, PROFESSIONAL),
        ("active", "sub_1", {"ends_at": NOW + SECOND}, PROFESSIONAL),
        ("active", "sub_1", {"ends_at": NOW}, FREE),
        ("unpaid", "sub_1", {}, FREE),
        ("incomplete", "sub_1", {}, FREE),
        ("paused", "sub_1", {}, FREE),
        ("ended", "sub_1", {}, FREE),
    ],
)
def test_a_plan_gives_its_rights_until_its_end(
    organization: Organization, status: str, stripe_id: str | None, fields: dict[str, datetime], plan: Plan
) -> None:
    Subscription.objects.create(
        organization=organization, plan="professional", status=status, stripe_id=stripe_id, **fields
    )
    assert entitlements_of(organization, NOW).plan is plan
    with_it = organizations_with(Feature.API_KEYS, NOW)
    assert list(with_it) == ([organization] if plan is PROFESSIONAL else [])


def test_a_status_that_nobody_knows_can_not_be_written(organization: Organization) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscription.objects.create(organization=organization, plan="professional", status="odd")


def test_of_trial_and_purchase_the_better_counts(organization: Organization) -> None:
    Subscription.objects.create(organization=organization, plan="watcher", status="active", stripe_id="sub_1")
    Trial.objects.create(organization=organization, plan="professional", started_at=NOW, ends_at=NOW + SECOND)
    assert entitlements_of(organization, NOW).plan is PROFESSIONAL
    assert list(organizations_with(Feature.API_KEYS, NOW)) == [organization]
    assert entitlements_of(organization, NOW + SECOND).plan is WATCHER
    assert not organizations_with(Feature.API_KEYS, NOW + SECOND).exists()
    assert list(organizations_with(Feature.SAME_DAY_ALERTS, NOW + SECOND)) == [organization]


def test_seats_that_were_bought_make_room(organization: Organization) -> None:
    Subscription.objects.create(
        organization=organization, plan="professional", status="active", stripe_id="sub_1", seats=12
    )
    mine = entitlements_of(organization, NOW)
    mine.demand_room(Limit.SEATS, used=11)
    with pytest.raises(UpgradeRequired, match="Seats are added on the billing page") as refused:
        mine.demand_room(Limit.SEATS, used=12)
    assert refused.value.address == "/app/billing/"


def test_an_overdue_payment_is_said_and_takes_nothing_away(organization: Organization) -> None:
    Subscription.objects.create(
        organization=organization, plan="watcher", status="past_due", stripe_id="sub_1"
    )
    mine = entitlements_of(organization, NOW)
    assert mine.payment_overdue
    assert mine.plan is WATCHER


def test_a_plan_given_by_hand_replaces_the_one_before(organization: Organization) -> None:
    grant_plan(organization, "professional")
    assert entitlements_of(organization, NOW).plan is PROFESSIONAL
    grant_plan(organization, "watcher", until=NOW)
    assert entitlements_of(organization, NOW - SECOND).plan is WATCHER
    assert entitlements_of(organization, NOW).plan is FREE
    with pytest.raises(KeyError):
        grant_plan(organization, "enterprise")


def test_a_plan_given_by_hand_can_be_taken_back(organization: Organization) -> None:
    assert not end_granted_plan(organization)
    grant_plan(organization, "watcher")
    assert end_granted_plan(organization)
    assert entitlements_of(Organization.objects.get(pk=organization.pk), NOW).plan is FREE
    with tenant_scope(organization):
        assert organization.audit_entries.first().action == "plan.ended"


def test_what_is_bought_can_not_be_given_by_hand_on_top(organization: Organization) -> None:
    Subscription.objects.create(organization=organization, plan="watcher", status="active", stripe_id="sub_1")
    with pytest.raises(ValueError, match="pays through Stripe"):
        grant_plan(organization, "professional")
    assert not end_granted_plan(organization)


ASKING_AT_ONCE = 12
WANTED = "watch.started"


@pytest.mark.django_db(transaction=True)
def test_of_many_who_ask_at_once_for_the_last_place_one_gets_it(
    organization: Organization, owner: User
) -> None:
    start = Barrier(ASKING_AT_ONCE)

    def take_the_last_place() -> bool:
        start.wait(timeout=120)
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
        assert sorted(each.result(timeout=240) for each in asked) == [False] * (ASKING_AT_ONCE - 1) + [True]
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
                    cursor.execute("SET LOCAL lock_timeout = '30s'")
                record_audit_entry(organization, actor=owner, action="meanwhile")
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads, transaction.atomic():
        locked(organization)
        threads.submit(record_meanwhile).result(timeout=120)
