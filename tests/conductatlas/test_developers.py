"""The page for developers: what it says works."""

import re
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from billing.plans import FREE, PROFESSIONAL
from monitoring.channels.telling import told_as_test
from monitoring.channels.webhook import new_secret, webhook_message
from platforms.models import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client) -> str:
    return unescape(client.get(reverse("developers")).content.decode())


def test_the_first_example_answers(client: Client, document: Document, page: str) -> None:
    found = re.search(rf'curl "{re.escape(settings.SITE_URL)}(/api/v1/[^"]+)"', page)
    assert found
    assert [set(row) for row in client.get(found[1]).json()["results"]] == [{"summary", "found_at", "page"}]


def test_the_limits_are_those_of_the_price_list(page: str) -> None:
    assert f'RateLimit-Policy: "key";q={PROFESSIONAL.api_requests_a_minute};w=60' in page
    assert f"Without a key it is {FREE.api_requests_a_minute} for an address" in page


def test_the_check_of_a_signature_takes_ours_and_no_other(page: str) -> None:
    found = re.search(r'<code id="signature">(.*?)</code>', page, re.DOTALL)
    assert found
    names: dict[str, Any] = {}
    exec(found[1], names)
    secret = new_secret()
    message = webhook_message(
        told_as_test(timezone.now()), key=str(uuid4()), signing=[secret], now=timezone.now()
    )
    assert names["is_ours"](secret, message.headers, message.content)
    assert not names["is_ours"](secret, message.headers, message.content + b" ")
    assert not names["is_ours"](new_secret(), message.headers, message.content)
    old = {**message.headers, "webhook-timestamp": "1"}
    assert not names["is_ours"](secret, old, message.content)
