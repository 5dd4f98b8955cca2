"""System checks of the second lock: the role must not pass row-level security, the tables must have it."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from billing.tenancy import TenantOwned


@register(Tags.database)
def check_role(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """billing.E002: the role we connect as sees every tenant's rows whatever the policies say."""
    return [
        Error(
            f"The database role '{connections[alias].settings_dict['USER']}' is not held by row-level security.",
            hint="Connect as a role without SUPERUSER and BYPASSRLS (it may own the database).",
            id="billing.E002",
        )
        for alias in databases or ()
        if _one_value(alias, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    ]


@register(Tags.database)
def check_tables(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """billing.E003: a tenant-owned model whose table was left without forced row-level security."""
    return [
        Error(
            f"The table of {model._meta.label} has no forced row-level security.",
            hint=f'Add EnableRowLevelSecurity("{model._meta.db_table}") to its migration.',
            obj=model,
            id="billing.E003",
        )
        for alias in databases or ()
        for model in apps.get_models()
        if issubclass(model, TenantOwned) and _is_open(alias, model._meta.db_table)
    ]


def _is_open(alias: str, table: str) -> bool:
    # No row at all: not migrated yet.
    query = "SELECT NOT (relrowsecurity AND relforcerowsecurity) FROM pg_class WHERE oid = to_regclass(%s)"
    return bool(_one_value(alias, query, table))


def _one_value(alias: str, query: str, *values: str) -> Any:
    with connections[alias].cursor() as cursor:
        cursor.execute(query, values)
        row = cursor.fetchone()
    return row[0] if row else None
