"""The whole description asked by schemathesis, as anybody and with a key of each plan: no 5xx, no answer that is not
described, nothing of another organization.

`FUZZ=500` asks so many questions an operation in place of a few; what an operation does wrong is told beside the others.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from billing.models import Organization
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


def ask_everything(
    subtests: pytest.Subtests,
    headers: dict[str, str],
    places: Places,
    *,
    expect: Callable[[int], bool],
    never: str = "",
    checks: list[Any] = CHECKS,
) -> int:
    """Questions that fit the description and questions that do not, to every operation; how many were asked.

    Half of those that fit are about what exists, at its `places`; no answer may contain `never`.
    """
    described = schemathesis.openapi.from_dict(openapi())
    described.app = application
    described.config.generation.update(with_security_parameters=False)  # who asks is said below
    asked = 0
    for result in described.get_all_operations():
        operation = result.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @settings(
                max_examples=QUESTIONS, deadline=None, database=None, derandomize=True,
                phases=[Phase.generate], suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(case=cases_of(operation, mode, places))
            def ask(case: Any) -> None:
                nonlocal asked
                cache.clear()
                # The transport reads bytes as they come, so they are asked for as they are.
                case.headers.update({**headers, "Accept-Encoding": "identity"})
                with taken_back():
                    response = case.call()
                case.validate_response(response, checks=checks)
                assert expect(response.status_code), (case.path, response.status_code)
                assert not never or never not in response.text, case.path
                asked += 1

            with subtests.test(operation=operation.label, mode=mode.value):
                ask()
    return asked


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


def test_anybody_may_ask_anything(filled: dict[str, Any], subtests: pytest.Subtests) -> None:
    expect = lambda status: status != 402  # noqa: E731
    assert ask_everything(subtests, {}, filled["arguments"], expect=expect, never=MARK) > 40


def test_who_is_asked_about_their_own_gets_it_as_described(
    filled: dict[str, Any], subtests: pytest.Subtests
) -> None:
    key = key_of(filled["organization"])
    grant_plan(filled["organization"], "professional")
    ask_everything(subtests, key, filled["arguments"], expect=lambda status: status != 401)


@pytest.mark.parametrize("plan", ["professional", "watcher", "free"])
def test_a_stranger_with_a_key_may_ask_anything_and_sees_nothing(
    filled: dict[str, Any], subtests: pytest.Subtests, plan: str
) -> None:
    organization = filled["stranger"].organizations.get()
    key = key_of(organization)
    if plan != "free":
        grant_plan(organization, plan)
    # A plan without keys is told so before anything else is looked at.
    refused = plan != "professional"
    ask_everything(
        subtests,
        key,
        filled["arguments"],
        expect=(lambda status: status in (402, 404)) if refused else (lambda status: status != 401),
        never=MARK,
        checks=CHECKS[:-1] if refused else CHECKS,
    )
