"""Rarity: platforms that state something now, of the platforms whose documents would state it."""

import pytest
from django.utils import timezone

from platforms.catalogue import DOCUMENT_TYPES
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.belonging import KINDS_OF, where_it_belongs
from provisions.figures import adoption_of
from provisions.models import Provision
from tests.builders import (
    ARBITRATION,
    build_document,
    build_event,
    build_platform,
    build_provision,
    build_version,
)


def test_every_type_belongs_in_kinds_of_document_that_there_are() -> None:
    assert set(KINDS_OF) == {kind.slug for kind in CLAUSE_TYPES}
    assert all(kinds and kinds <= set(DOCUMENT_TYPES) for kinds in KINDS_OF.values())
    assert where_it_belongs("data_retention") == "privacy policy"
    assert where_it_belongs("ai_training") == "privacy policy or terms"


def read(kind: str, type: str = "data_usage") -> Provision:
    """A platform that has one document of this kind with one provision of this type."""
    version = build_version(build_document(build_platform(), kind))
    return build_provision(version, ARBITRATION, type=type, types=[type])


@pytest.mark.django_db
def test_only_platforms_whose_documents_would_state_it_are_counted() -> None:
    read("Terms of Service", "arbitration")
    read("Terms of Service")
    read("Privacy Policy")
    build_version(build_document(build_platform(), "Terms of Service"))  # nothing in it could be read
    share = adoption_of("arbitration")
    assert (share.n, share.m) == (1, 2)


@pytest.mark.django_db
def test_who_states_it_elsewhere_is_counted_on_both_sides() -> None:
    read("Privacy Policy", "arbitration")
    assert (adoption_of("arbitration").n, adoption_of("arbitration").m) == (1, 1)


@pytest.mark.django_db
def test_what_was_removed_or_stands_in_a_retired_document_is_not_counted() -> None:
    removed, retired = read("Terms of Service", "arbitration"), read("Terms of Service", "arbitration")
    build_provision(removed.version, type="data_usage", types=["data_usage"])
    removed.removed_at = timezone.now()
    removed.save()
    build_event(removed, "removed", removed.version)
    retired.document.retired = True
    retired.document.save()
    share = adoption_of("arbitration")
    assert (share.n, share.m) == (0, 1)
