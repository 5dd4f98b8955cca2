"""Rows put in by COPY are the rows that were meant, whatever characters they hold."""

import pytest
from django.db import IntegrityError, transaction

from platforms.inserting import insert_rows
from provisions.models import Provision, ProvisionEvent
from tests.builders import DAY_ONE, TRAINING, build_document, build_provision, build_version

HARD = 'a\ttab, a\nline, a\\N, a \\ stroke, "quotes", {braces}, NULL, Ünïcode \U0001f600'


def copies(provision: Provision, *slugs: str, **fields: object) -> list[Provision]:
    values = {field.attname: getattr(provision, field.attname) for field in Provision._meta.concrete_fields}
    del values["id"]
    return [Provision(**{**values, **fields, "slug": slug}) for slug in slugs]


@pytest.mark.django_db
def test_every_character_and_kind_of_value_comes_back_as_it_went_in():
    standing = build_provision(build_version(build_document()), TRAINING)
    wanted = {
        "quote": HARD,
        "types": ["ai_training", HARD[:30]],
        "severity_reasons": [HARD, 3, None],
        "attributes": [{"kind": HARD, "start": 0}],
        "trail": [],
        "confidence": 0.1 + 0.2,
        "removed_at": None,
    }
    (row,) = copies(standing, "hard", **wanted)
    insert_rows([row])
    assert not row._state.adding
    kept = Provision.objects.get(pk=row.pk)
    assert {name: getattr(kept, name) for name in wanted} == wanted
    assert kept.changed_at == standing.changed_at


@pytest.mark.django_db
def test_rows_get_keys_that_later_inserts_do_not_meet():
    standing = build_provision(build_version(build_document()), TRAINING)
    rows = copies(standing, "one", "two")
    insert_rows(rows)
    assert len({row.pk for row in rows} | {standing.pk}) == 3
    assert copies(standing, "three")[0].save() is None


@pytest.mark.django_db
def test_a_row_that_points_at_one_saved_since_takes_its_key():
    standing = build_provision(build_version(build_document()), TRAINING)
    (provision,) = copies(standing, "later")
    event = ProvisionEvent(
        provision=provision, version=standing.version, kind="introduced", at=DAY_ONE, quote=TRAINING
    )
    insert_rows([provision])
    insert_rows([event])
    assert event.provision_id == provision.pk == ProvisionEvent.objects.get(pk=event.pk).provision_id


@pytest.mark.django_db
def test_what_the_database_refuses_is_raised():
    standing = build_provision(build_version(build_document()), TRAINING)
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(copies(standing, standing.slug))


@pytest.mark.django_db
def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_rows([])
