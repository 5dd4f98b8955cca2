"""Nobody sees another's rows: each lock is tried alone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import DatabaseError, connection, models, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.test.utils import isolate_apps

from billing.audit import record_audit_entry
from billing.models import AuditEntry, Organization, User
from billing.tenancy import (
    EnableRowLevelSecurity,
    TenantOwned,
    UnscopedQuery,
    across_orgs_scope,
    current_scope,
    tenant_scope,
)

pytestmark = pytest.mark.django_db

ACCESS_PATHS: dict[str, Callable[[Any], Any]] = {
    "all": lambda rows: rows.all(),
    "none": lambda rows: rows.none(),
    "filter": lambda rows: rows.filter(pk=1),
    "filter and count": lambda rows: rows.filter(pk=1).count(),
    "exclude": lambda rows: rows.exclude(pk=1),
    "get": lambda rows: rows.get(pk=1),
    "first": lambda rows: rows.first(),
    "latest": lambda rows: rows.latest("at"),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "aggregate": lambda rows: rows.aggregate(models.Max("at")),
    "annotate": lambda rows: rows.annotate(n=models.Count("pk")),
    "values": lambda rows: rows.values("pk"),
    "values_list": lambda rows: rows.values_list("pk"),
    "iterator": lambda rows: rows.iterator(),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "order_by": lambda rows: rows.order_by("pk"),
    "select_related": lambda rows: rows.select_related("organization"),
    "select_for_update": lambda rows: rows.select_for_update(),
    "create": lambda rows: rows.create(action="x"),
    "get_or_create": lambda rows: rows.get_or_create(action="x"),
    "update_or_create": lambda rows: rows.update_or_create(action="x"),
    "bulk_create": lambda rows: rows.bulk_create([]),
    "update": lambda rows: rows.update(action="x"),
    "delete": lambda rows: rows.filter(pk=1).delete(),
    "raw": lambda rows: rows.raw("SELECT * FROM billing_auditentry"),
    "union": lambda rows: rows.union(rows),
    "dates": lambda rows: rows.dates("at", "day"),
    "using": lambda rows: rows.using("default"),
    "get_queryset": lambda rows: rows.get_queryset(),
    "get_object_or_404": lambda rows: get_object_or_404(rows, pk=1),
    "get_object_or_404 on the class": lambda rows: get_object_or_404(rows.model, pk=1),
    "asynchronous get": lambda rows: rows.aget(pk=1),
    "for_org without a scope": lambda rows: rows.for_org(Organization(pk=1)),
    "across_orgs without a scope": lambda rows: rows.across_orgs(),
}


@pytest.mark.parametrize("way", ACCESS_PATHS.values(), ids=ACCESS_PATHS)
def test_an_unscoped_query_refuses(way: Callable[[Any], Any]) -> None:
    with pytest.raises(UnscopedQuery):
        way(AuditEntry.objects)


@pytest.mark.parametrize("name", [name for name in ACCESS_PATHS if "without a scope" not in name])
def test_an_unscoped_query_refuses_inside_a_scope_too(name: str, organization: Organization) -> None:
    with tenant_scope(organization), pytest.raises(UnscopedQuery):
        ACCESS_PATHS[name](AuditEntry.objects)


def test_an_organization_reaches_its_own_rows(
    organization: Organization, strangers_organization: Organization
) -> None:
    with tenant_scope(organization):
        assert [entry.organization for entry in organization.audit_entries.all()] == [organization]
        assert AuditEntry.objects.for_org(organization).count() == 1


def test_a_related_name_outside_of_a_scope_refuses(organization: Organization) -> None:
    with pytest.raises(UnscopedQuery):
        organization.audit_entries.count()


def test_the_scope_of_one_organization_does_not_open_another(
    organization: Organization, strangers_organization: Organization
) -> None:
    with tenant_scope(organization):
        with pytest.raises(UnscopedQuery):
            strangers_organization.audit_entries.count()
        with pytest.raises(UnscopedQuery):
            AuditEntry.objects.for_org(strangers_organization)
        with pytest.raises(UnscopedQuery):
            AuditEntry.objects.across_orgs()


def test_the_row_of_another_is_not_found_through_the_tenant(
    organization: Organization, strangers_organization: Organization
) -> None:
    with tenant_scope(strangers_organization):
        theirs = strangers_organization.audit_entries.get()
    with tenant_scope(organization), pytest.raises(Http404):
        get_object_or_404(organization.audit_entries, pk=theirs.pk)


def test_workers_see_everybody_inside_their_scope(
    organization: Organization, strangers_organization: Organization
) -> None:
    with across_orgs_scope():
        seen = {entry.organization for entry in AuditEntry.objects.across_orgs()}
        prefetched = Organization.objects.prefetch_related("audit_entries")
        assert {entry.organization for each in prefetched for entry in each.audit_entries.all()} == seen
    assert seen == {organization, strangers_organization}


def test_what_is_created_through_the_tenant_is_its_own(organization: Organization) -> None:
    with tenant_scope(organization):
        rows = AuditEntry.objects.for_org(organization)
        made = rows.filter(action="a").create(action="a")
        found, new = rows.get_or_create(action="b")
        (bulk,) = rows.bulk_create([AuditEntry(action="c")])
        by_name = organization.audit_entries.create(action="d")
    assert new
    assert {row.organization for row in (made, found, bulk, by_name)} == {organization}


def test_nothing_is_created_for_another_through_the_tenant(
    organization: Organization, strangers_organization: Organization
) -> None:
    with tenant_scope(organization):
        rows = AuditEntry.objects.for_org(organization)
        with pytest.raises(ValueError, match="another organization"):
            rows.create(action="x", organization=strangers_organization)
        with pytest.raises(ValueError, match="another organization"):
            rows.bulk_create([AuditEntry(action="x", organization=strangers_organization)])


def rows_in_sql() -> list[int]:
    """What plain SQL sees: the organizations that the visible entries belong to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT organization_id FROM billing_auditentry ORDER BY 1")
        return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def two(organization: Organization, strangers_organization: Organization) -> Iterator[list[Organization]]:
    """Two organizations with one audit entry each."""
    yield sorted((organization, strangers_organization), key=lambda each: each.pk)


def test_raw_sql_sees_one_tenant(two: list[Organization]) -> None:
    for each in two:
        with tenant_scope(each):
            assert rows_in_sql() == [each.pk]


def test_raw_sql_without_a_scope_sees_nothing(two: list[Organization]) -> None:
    assert rows_in_sql() == []


def test_raw_sql_across_organizations_sees_all(two: list[Organization]) -> None:
    with across_orgs_scope():
        assert rows_in_sql() == [each.pk for each in two]


def test_leaving_a_scope_restores_the_one_around_it(two: list[Organization]) -> None:
    first, second = two
    with tenant_scope(first):
        with across_orgs_scope():
            with tenant_scope(second):
                assert rows_in_sql() == [second.pk]
            assert rows_in_sql() == [first.pk, second.pk]
        assert rows_in_sql() == [first.pk]
    assert rows_in_sql() == []
    assert current_scope() is None


def test_a_scope_that_fails_restores_the_one_around_it(two: list[Organization]) -> None:
    first, second = two
    with tenant_scope(first):
        with pytest.raises(RuntimeError), tenant_scope(second):
            raise RuntimeError
        assert rows_in_sql() == [first.pk]
        organization_seen = current_scope()
    assert organization_seen is not None
    assert organization_seen.organization_id == first.pk


def test_a_scope_survives_a_savepoint_that_is_rolled_back(two: list[Organization]) -> None:
    with tenant_scope(two[0]):
        with pytest.raises(RuntimeError), transaction.atomic():
            raise RuntimeError
        assert rows_in_sql() == [two[0].pk]


@pytest.mark.django_db(transaction=True)
def test_a_connection_forgets_the_scope_with_its_transaction(two: list[Organization]) -> None:
    with tenant_scope(two[0]):
        assert rows_in_sql() == [two[0].pk]
    assert rows_in_sql() == []
    with across_orgs_scope():
        assert len(rows_in_sql()) == 2
    assert rows_in_sql() == []


def test_raw_sql_can_not_write_for_another(two: list[Organization]) -> None:
    first, second = two
    with tenant_scope(first):
        for statement in (
            "INSERT INTO billing_auditentry (organization_id, action, subject, details, at) VALUES (%s, '', '', '{}', now())",
            "UPDATE billing_auditentry SET organization_id = %s",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [second.pk])


def test_rows_reached_past_the_manager_are_hidden_by_the_database(two: list[Organization]) -> None:
    with tenant_scope(two[0]):
        assert AuditEntry._base_manager.count() == 1
        assert Organization.objects.filter(audit_entries__action="organization.created").get() == two[0]


def test_every_tenant_owned_table_is_locked_and_the_role_is_held() -> None:
    assert run_checks(tags=["database"], databases=["default"]) == []
    assert AuditEntry in [model for model in apps.get_models() if issubclass(model, TenantOwned)]


def test_a_table_without_the_second_lock_is_reported() -> None:
    with connection.schema_editor() as editor:
        EnableRowLevelSecurity("billing_auditentry").database_backwards("billing", editor, None, None)
    found = run_checks(tags=["database"], databases=["default"])
    assert [error.id for error in found] == ["billing.E003"]


@isolate_apps("billing")
def test_a_way_back_that_crosses_tenants_is_reported() -> None:
    class Note(TenantOwned):
        author = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notes")
        reader = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")

        class Meta:
            app_label = "billing"

    assert [(error.id, error.obj.name) for error in Note._check_ways_back()] == [("billing.E001", "author")]


def test_the_audit_log_only_grows(organization: Organization, owner: User) -> None:
    with tenant_scope(organization):
        entry = record_audit_entry(organization, actor=owner, action="watch.started", subject="X")
        for attempt in (
            lambda: AuditEntry.objects.for_org(organization).update(action="y"),
            lambda: AuditEntry.objects.for_org(organization).update(actor=None, action="y"),
            lambda: entry.delete(),
        ):
            with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
                attempt()


def test_the_audit_log_can_forget_a_person(organization: Organization, owner: User) -> None:
    with tenant_scope(organization):
        AuditEntry.objects.for_org(organization).update(actor=None)
        assert organization.audit_entries.get().actor is None
