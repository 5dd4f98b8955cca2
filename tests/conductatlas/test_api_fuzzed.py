"""The whole description asked by schemathesis, as anybody and with a key of each plan: no 5xx, no answer that is not
described, nothing of another organization. A question is thought up once and put by each of them.

`FUZZ=500` asks so many questions an operation in place of a few; what an operation does wrong is told beside the others.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from billing.entitlements import end_granted_plan, grant_plan
from billing.keys import make_api_key
from billing.members import create_personal_organization
from billing.models import Organization, User
from conductatlas.api.describing import openapi
from conductatlas.wsgi import application
from tests.test_isolation import MARK, filled

__all__ = ["filled"]

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
QUESTIONS = int(os.environ.get("FUZZ", "3"))
CHECKS: list[Any] = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The test's transaction outlives each request, as with Django's own test client."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


Places = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Asker:
    """Who asks: what they send along, which answers may be theirs, and what no answer of theirs may contain."""

    name: str
    headers: dict[str, str]
    expect: Callable[[int], bool]
    never: str
    checks: list[Any]


def everybody(filled: dict[str, Any]) -> list[Asker]:
    """Who has no key, who owns what there is, and a stranger of each plan; one without keys is told so first."""
    own = filled["organization"]
    named = [Asker("own", key_of(own), lambda status: status != 401, "", CHECKS)]
    grant_plan(own, "professional")
    for plan in ("professional", "watcher", "free"):
        organization = create_personal_organization(User.objects.create_user(f"{plan}@elsewhere.example"))
        key = key_of(organization)
        if plan != "free":
            grant_plan(organization, plan)
        asker = Asker(f"stranger, {plan}", key, lambda status: status != 401, MARK, CHECKS)
        if plan != "professional":
            asker = replace(asker, expect=lambda status: status in (402, 404), checks=CHECKS[:-1])
        named.append(asker)
    return [Asker("anybody", {}, lambda status: status != 402, MARK, CHECKS), *named]


def ask_everything(
    subtests: pytest.Subtests, askers: list[Asker], places: Places, mode: GenerationMode
) -> int:
    """Questions that fit the description, or that do not, to every operation, each by everybody; how many there were.

    Half of those that fit are about what exists, at its `places`.
    """
    described = schemathesis.openapi.from_dict(openapi())
    described.app = application
    described.config.generation.update(with_security_parameters=False)  # who asks is said by the askers
    asked = 0
    for result in described.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=QUESTIONS, deadline=None, database=None, derandomize=True,
            phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=cases_of(operation, mode, places))
        def ask(case: Any) -> None:
            nonlocal asked
            sent = dict(case.headers)
            for asker in askers:
                case.headers.clear()
                ask_as(asker, case, sent)
            asked += 1

        with subtests.test(operation=operation.label, mode=mode.value):
            ask()
    return asked


def ask_as(asker: Asker, case: Any, sent: dict[str, str]) -> None:
    """The question put by one of them; what is wrong with the answer names them."""
    cache.clear()
    # The transport reads bytes as they come, so they are asked for as they are.
    case.headers.update({**sent, **asker.headers, "Accept-Encoding": "identity"})
    try:
        with taken_back():
            response = case.call()
        case.validate_response(response, checks=asker.checks)
        assert asker.expect(response.status_code), (case.path, response.status_code)
        assert not asker.never or asker.never not in response.text, case.path
    except BaseException as error:
        error.add_note(f"asked as: {asker.name}")
        raise


def cases_of(operation: Any, mode: GenerationMode, places: Places) -> st.SearchStrategy[Any]:
    """What to ask of an operation; where it is to fit, half the time about what exists."""
    cases: st.SearchStrategy[Any] = operation.as_strategy(generation_mode=mode)
    # An operation has the name of its address, after the method where that is not GET.
    name = operation.definition.raw["operationId"].removeprefix(f"{operation.method}_")
    place = places.get(f"api:{name}")
    if mode is GenerationMode.NEGATIVE or place is None:
        return cases

    def there(case: Any) -> Any:
        case.path_parameters.update(place)
        return case

    return cases | cases.map(there)


@contextmanager
def taken_back() -> Iterator[None]:
    """What is done inside is undone at the end, so that every question finds the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def key_of(organization: Organization) -> dict[str, str]:
    """What sends a key of the organization, which is Professional while it makes it and on no plan afterwards."""
    grant_plan(organization, "professional")
    now, by = timezone.now() - timedelta(days=1), organization.memberships.order_by("pk").first()
    _, key = make_api_key(organization, "x", "write", 30, by=by, now=now)
    end_granted_plan(organization)
    return {"Authorization": f"Bearer {key}"}


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_everybody_may_ask_anything_and_sees_nothing_of_others(
    filled: dict[str, Any], subtests: pytest.Subtests, mode: GenerationMode
) -> None:
    assert ask_everything(subtests, everybody(filled), filled["arguments"], mode) > 40
