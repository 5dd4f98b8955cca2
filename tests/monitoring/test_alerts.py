"""Who is owed what about a change, by tier, and nobody else."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from billing.entitlements import grant_plan
from billing.models import Membership, Organization, Role, User
from billing.tenancy import across_orgs_scope
from monitoring.alerts import enqueue_alerts
from monitoring.models import Alert, Check
from monitoring.pipeline import check_document
from provisions.models import Change
from tests.monitoring.telling import (
    AFTER,
    BEFORE,
    DAY,
    NOON,
    SOON,
    change,
    owed,
    policy,
    publish,
    transport,
    watch,
)

pytestmark = pytest.mark.django_db


def alerts() -> list[tuple[str, str]]:
    with across_orgs_scope():
        rows = Alert.objects.across_orgs().select_related("organization")
        return sorted((alert.organization.name, alert.means) for alert in rows)


def test_a_watcher_is_owed_a_mail_the_same_day(organization: Organization, owner: User, member: User) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    assert alerts() == [("Ann", "same_day")]
    assert {(one.user, one.due_at) for one in owed()} == {(owner, SOON), (member, SOON)}


def test_free_has_it_in_the_digest_only(organization: Organization) -> None:
    document = publish()
    watch(organization, document)
    change(document)
    assert alerts() == [("Ann", "digest")]
    assert owed() == []


def test_a_plan_that_has_lapsed_counts_as_free(organization: Organization) -> None:
    grant_plan(organization, "watcher", until=NOON - DAY)
    document = publish()
    watch(organization, document)
    change(document)
    assert alerts() == [("Ann", "digest")]


def test_another_organization_is_owed_nothing(
    organization: Organization, strangers_organization: Organization, stranger: User
) -> None:
    grant_plan(organization, "watcher")
    grant_plan(strangers_organization, "watcher")
    document, other = publish(), publish("grimmoor", "Grimmoor")
    watch(organization, document)
    watch(strangers_organization, other)
    change(document)
    assert alerts() == [("Ann", "same_day")]
    assert stranger not in {one.user for one in owed()}


def test_a_member_who_only_pays_the_bills_or_is_gone_gets_no_mail(
    organization: Organization, owner: User
) -> None:
    grant_plan(organization, "watcher")
    for email, role, active in (
        ("bill@example.org", Role.BILLING, True),
        ("gone@example.org", Role.MEMBER, False),
    ):
        user = User.objects.create_user(email, is_active=active)
        Membership.objects.create(organization=organization, user=user, role=role)
    document = publish()
    watch(organization, document)
    change(document)
    assert [one.user for one in owed()] == [owner]


def test_owing_twice_owes_once(organization: Organization) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    found = change(document)
    enqueue_alerts(found, NOON + DAY)
    assert len(alerts()) == len(owed()) == 1


def test_a_cosmetic_change_alarms_nobody(organization: Organization) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    check_document(document, transport(policy()), NOON - DAY)
    redesigned = policy().replace("<p>", "<div class=fresh><p>").replace("</p>", "</p></div>")
    check_document(document, transport(redesigned), NOON)
    assert alerts() == owed() == []


def test_a_silent_look_owes_nothing(organization: Organization) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    check_document(document, transport(policy(BEFORE)), NOON - DAY)
    check = check_document(document, transport(policy(AFTER)), NOON, tell=False)
    assert check.outcome == Check.Outcome.CHANGED
    assert alerts() == []


def test_change_and_alerts_are_born_together_or_not_at_all(organization: Organization) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    check_document(document, transport(policy(BEFORE)), NOON - DAY)
    with transaction.atomic():
        check_document(document, transport(policy(AFTER)), NOON)
        assert (len(alerts()), len(owed())) == (1, 1)
        transaction.set_rollback(True)  # the machine stops before the commit
    assert not Change.objects.exists()
    assert alerts() == owed() == []
    change(document)
    assert (len(alerts()), len(owed())) == (1, 1)


def test_it_takes_the_same_statements_however_many_watch(organization: Organization) -> None:
    document, other = publish(), publish("grimmoor", "Grimmoor")
    watch(organization, document)
    for number in range(5):
        watch(Organization.objects.create(name=f"Org {number}", slug=f"org-{number}"), other)
    taken = []
    for found in (change(document), change(other)):
        with CaptureQueriesContext(connection) as statements:
            enqueue_alerts(Change.objects.select_related("document").get(pk=found.pk), NOON)
        taken.append(len(statements))
    assert taken[0] == taken[1]
    assert len(alerts()) == 6


def test_of_a_change_that_nobody_watches_one_question_is_asked(organization: Organization) -> None:
    document, other = publish(), publish("grimmoor", "Grimmoor")
    watch(organization, other)
    found = Change.objects.select_related("document__platform").get(pk=change(document).pk)
    with CaptureQueriesContext(connection) as statements:
        enqueue_alerts(found, NOON)
    assert sum("monitoring_" in statement["sql"] for statement in statements) == 1
    assert alerts() == []
