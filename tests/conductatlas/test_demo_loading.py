"""The demo is loaded again at each start, whatever an editor called its platforms meanwhile."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from conductatlas.demo.loading import live_through, make_platforms
from monitoring.models import Check
from platforms.models import Document, Platform

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def test_a_renamed_platform_is_found_again_with_its_documents() -> None:
    make_platforms(TODAY)
    Platform.objects.filter(slug="pondwick").update(slug="pondwick-social")
    Document.objects.filter(platform__slug="pondwick-social", slug="privacy-policy").update(slug="privacy")
    slugs = set(Document.objects.values_list("platform__slug", "slug"))
    make_platforms(TODAY)
    assert set(Document.objects.values_list("platform__slug", "slug")) == slugs
    assert ("pondwick-social", "privacy") in slugs
    for document in Document.objects.all():
        Check.objects.create(
            document=document, at=datetime(2027, 1, 1, tzinfo=UTC), outcome=Check.Outcome.UNCHANGED
        )
    origin: Any = SimpleNamespace(day=TODAY)
    assert list(live_through(TODAY, origin)) == [], "an earlier start came to the end"
