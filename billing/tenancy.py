"""Nobody sees another's rows: the manager that refuses, and row-level security behind it. The only tenancy code.

First lock, in Python. The manager of a tenant-owned model answers `UnscopedQuery` to everything but

    organization.watches.filter(...)                   in views: come in through the tenant
    Watch.objects.for_org(organization).create(...)    in verbs
    Watch.objects.across_orgs().filter(...)            in workers and staff tools

Second lock, in PostgreSQL. `EnableRowLevelSecurity` shows a table's rows only to a transaction that has said
for whom it works, so raw SQL is held too. A transaction says so with one of two scopes:

    with tenant_scope(organization): ...               one organization (the middleware opens it for a request)
    with across_orgs_scope(): ...                      all of them (workers, staff tools)

The rule: a query on a tenant-owned model is built and run inside a scope that covers it. Built outside of one,
it raises `UnscopedQuery`; run after the scope was closed, it finds nothing and can write nothing.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn, Self, TypeVar

from asgiref.local import Local
from django.core import checks
from django.db import connection, models, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

M = TypeVar("M", bound=models.Model)


class UnscopedQuery(Exception):
    """A tenant-owned model was asked for rows without saying whose, or outside of a scope that covers them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """For whom the open transaction works: one organization, or all of them (`organization_id` None)."""

    organization_id: int | None

    def covers(self, organization_id: int | None) -> bool:
        return self.organization_id is None or self.organization_id == organization_id


# Beside Django's own connection, which is kept in the same kind of local: a scope belongs to one connection.
_open = Local(thread_critical=True)


def current_scope() -> Scope | None:
    """The innermost scope open on this thread's connection."""
    return getattr(_open, "scope", None)


@contextmanager
def tenant_scope(organization: models.Model) -> Iterator[None]:
    """One transaction (a savepoint, if one is open) that sees the rows of one organization."""
    with _scope(Scope(organization.pk)):
        yield


@contextmanager
def across_orgs_scope() -> Iterator[None]:
    """One transaction (a savepoint, if one is open) that sees every organization's rows: workers, staff tools."""
    with _scope(Scope(None)):
        yield


@contextmanager
def _scope(scope: Scope) -> Iterator[None]:
    before = current_scope()
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        _tell_database(scope)
        _open.scope = scope
        try:
            yield
        finally:
            _open.scope = before
        # A commit forgets the setting and a rollback restores it; only a released savepoint keeps ours.
        if not outermost and not connection.needs_rollback:
            _tell_database(before)


def _tell_database(scope: Scope | None) -> None:
    organization = str(scope.organization_id) if scope and scope.organization_id is not None else ""
    across = "on" if scope and scope.organization_id is None else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('conductatlas.organization', %s, true), set_config('conductatlas.across', %s, true)",
            [organization, across],
        )


class TenantQuerySet(models.QuerySet[M]):
    """Rows of tenants; one that came from `for_org` gives its organization to the rows it creates."""

    _organization: models.Model | None = None

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]
        clone._organization = self._organization
        return clone

    def create(self, **kwargs: Any) -> M:
        """Raises ValueError when told an organization other than the query's own."""
        if self._organization is not None:
            kwargs.setdefault("organization", self._organization)
            self._refuse_other(kwargs["organization"].pk)
        return super().create(**kwargs)

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        """Raises ValueError when one of them is owned by an organization other than the query's own."""
        rows: list[Any] = list(objs)
        if self._organization is not None:
            for row in rows:
                if row.organization_id is None:
                    row.organization = self._organization
                self._refuse_other(row.organization_id)
        return super().bulk_create(rows, *args, **kwargs)

    def _refuse_other(self, organization_id: int) -> None:
        if self._organization is not None and organization_id != self._organization.pk:
            raise ValueError(f"This {self.model._meta.verbose_name} would belong to another organization.")


class TenantManager(models.Manager.from_queryset(TenantQuerySet)):  # type: ignore[misc]
    """Refuses every query until told whose rows are wanted."""

    def get_queryset(self) -> TenantQuerySet[Any]:
        """Rows hanging off a tenant (`organization.watches`, `watch.alerts`) are scoped by construction."""
        self._demand_scope(self._owning_organization())
        rows: TenantQuerySet[Any] = super().get_queryset()
        return rows

    def for_org(self, organization: models.Model) -> TenantQuerySet[Any]:
        """One organization's rows, inside a scope that covers it; what is created through it is its own."""
        self._demand_scope(organization.pk)
        rows = self._rows().filter(organization=organization)
        rows._organization = organization
        return rows

    def across_orgs(self) -> TenantQuerySet[Any]:
        """Everybody's rows, inside `with across_orgs_scope():`, for workers and staff tools."""
        scope = current_scope()
        if scope is None or scope.organization_id is not None:
            self._refuse("open `with across_orgs_scope():` first")
        return self._rows()

    def _rows(self) -> TenantQuerySet[Any]:
        # On a related manager its own filter stays; `super()` would drop it.
        return self.get_queryset() if hasattr(self, "instance") else super().get_queryset()

    def _owning_organization(self) -> int:
        # Django sets `instance` and `field` on the manager of a relation.
        owner, field = getattr(self, "instance", None), getattr(self, "field", None)
        if isinstance(owner, TenantOwned):
            return owner.organization_id
        if owner is None or field is None or field.name != "organization":
            self._refuse("say whose rows: .for_org(organization) or .across_orgs()")
        return int(owner.pk)

    def _demand_scope(self, organization_id: int | None) -> None:
        scope = current_scope()
        if scope is None:
            self._refuse("open `with tenant_scope(organization):` first")
        if not scope.covers(organization_id):
            self._refuse(f"the open scope is organization {scope.organization_id}, not {organization_id}")

    def _refuse(self, remedy: str) -> NoReturn:
        raise UnscopedQuery(f"{self.model._meta.label}: {remedy}.")


class TenantOwned(models.Model):
    """A row that one organization owns. Subclasses redeclare `organization` to choose its related name.

    Keys to what is not tenant-owned (a platform, a person) must have `related_name="+"`: the way back would
    cross tenants. Reached forward (`alert.watch`), by `refresh_from_db` or by a cascade, rows come from Django's
    base manager, which does not refuse; row-level security still holds there.
    """

    organization = models.ForeignKey(
        "billing.Organization", on_delete=models.CASCADE, related_name="%(class)ss"
    )

    objects = TenantManager()

    class Meta:
        abstract = True

    @classmethod
    def check(cls, **kwargs: Any) -> list[checks.CheckMessage]:
        """Adds billing.E001: a key whose way back would cross tenants."""
        return [*super().check(**kwargs), *cls._check_ways_back()]

    @classmethod
    def _check_ways_back(cls) -> list[checks.CheckMessage]:
        return [
            checks.Error(
                f"'{field.name}' leads back from {field.related_model} to rows of every tenant.",
                hint='Give it related_name="+".',
                obj=field,
                id="billing.E001",
            )
            for field in (*cls._meta.concrete_fields, *cls._meta.many_to_many)
            if field.remote_field
            and field.name != "organization"
            and not issubclass(field.remote_field.model, TenantOwned)
            and not field.remote_field.hidden
        ]


# Both settings are asked for once a statement, as subqueries. Asked of each row, the condition is thought to hold for one
# in two hundred, and PostgreSQL reads all that is owed where the next fifty are wanted.
POLICY = """
    organization_id = (SELECT nullif(current_setting('conductatlas.organization', true), '')::bigint)
    OR (SELECT current_setting('conductatlas.across', true) = 'on')
"""


class EnableRowLevelSecurity(Operation):
    """Migration operation: a table with `organization_id` shows and takes rows only inside a scope that covers them.

    Forced, because the application's role owns its tables. A superuser passes all the same: see checks.py.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models are the same with and without the policy."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        # A setting that a finished transaction has used reads as '', one never used as NULL.
        schema_editor.execute(
            f"""
            ALTER TABLE {self.table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {self.table} FORCE ROW LEVEL SECURITY;
            CREATE POLICY tenant ON {self.table} USING ({POLICY});
            """,
            params=None,
        )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        schema_editor.execute(
            f"""
            DROP POLICY tenant ON {self.table};
            ALTER TABLE {self.table} NO FORCE ROW LEVEL SECURITY;
            ALTER TABLE {self.table} DISABLE ROW LEVEL SECURITY;
            """,
            params=None,
        )

    def describe(self) -> str:
        """What `migrate` prints."""
        return f"Show rows of {self.table} to their organization only"
