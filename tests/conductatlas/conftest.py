"""A platform that has been read: what the tests of pages look at."""

import pytest
from django.utils import timezone

from platforms.models import Document
from tests.builders import (
    ARBITRATION,
    TERMS,
    TRAINING,
    build_change,
    build_document,
    build_platform,
    build_provision,
    build_schedule,
    build_version,
)


@pytest.fixture
def document(db: None) -> Document:
    """Two versions of the terms of booking.com, a provision that came with the second, and the change between them."""
    document = build_document(build_platform("Booking.com", sector="Travel & transport"))
    first = build_version(document, TERMS.replace(f" {TRAINING}", ""))
    second = build_version(document)
    build_provision(second, slug="ai-training-what-you-post")
    build_provision(
        second,
        ARBITRATION,
        slug="arbitration",
        title="Arbitration",
        type="arbitration",
        types=["arbitration"],
    )
    build_change(first, second)
    build_schedule(document, last_read_at=timezone.now())
    return document
