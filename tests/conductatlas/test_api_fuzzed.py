"""The whole description asked by schemathesis, as anybody and with a key: no 5xx, no answer that is not described.

`FUZZ=500` asks so many questions an operation in place of a few.
"""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
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
from platforms.models import Document

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


def ask_everything(
    headers: dict[str, str],
    *,
    expect: Callable[[int], bool],
    checks: list[Any] = CHECKS,
    questions: int = QUESTIONS,
) -> int:
    """Questions that fit the description and questions that do not, to every operation; how many were asked."""
    described = schemathesis.openapi.from_dict(openapi())
    described.app = application
    described.config.generation.update(with_security_parameters=False)  # who asks is said below
    asked = 0
    for result in described.get_all_operations():
        operation = result.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @settings(
                max_examples=questions, deadline=None, database=None, derandomize=True,
                phases=[Phase.generate], suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: Any) -> None:
                nonlocal asked
                cache.clear()
                # The transport reads bytes as they come, so they are asked for as they are.
                case.headers.update({**headers, "Accept-Encoding": "identity"})
                response = case.call()
                case.validate_response(response, checks=checks)
                assert expect(response.status_code), (case.path, response.status_code)
                asked += 1

            ask()
    return asked


def test_anybody_may_ask_anything(document: Document) -> None:
    assert ask_everything({}, expect=lambda status: status != 402) > 40


@pytest.mark.parametrize("plan", ["professional", "watcher", "free"])
def test_whoever_has_a_key_may_ask_anything(
    document: Document, organization: Organization, plan: str
) -> None:
    grant_plan(organization, "professional")
    now = timezone.now() - timedelta(days=1)
    _, key = make_api_key(organization, "x", "write", 30, by=organization.memberships.get(), now=now)
    end_granted_plan(organization)
    if plan != "free":
        grant_plan(organization, plan)
    refused = plan != "professional"
    # A plan without keys is told so before anything else is looked at.
    ask_everything(
        {"Authorization": f"Bearer {key}"},
        expect=lambda status: (status in (402, 404)) if refused else status != 401,
        checks=CHECKS[:-1] if refused else CHECKS,
        questions=min(QUESTIONS, 1) if refused else QUESTIONS,
    )
