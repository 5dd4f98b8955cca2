"""Reviews: which changes a team is asked about, each step with its history, many at once, and nobody else's."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from billing.entitlements import UpgradeRequired, grant_plan
from billing.models import AuditEntry, Organization, User
from billing.tenancy import tenant_scope
from monitoring.register.reviewing import (
    BEFORE,
    ReviewRefused,
    Step,
    changes_to_review,
    narrowed,
    review_changes,
    review_of,
    reviews_by_state,
)
from monitoring.register.vendors import Details, put_vendor
from monitoring.watches.watching import start_watching
from platforms.models import Document, Platform
from provisions.models import Change
from tests.builders import DAY_ONE, TERMS, build_change, build_document, build_version
from tests.people import client_of

pytestmark = pytest.mark.django_db
NOW = DAY_ONE + timedelta(days=31)


@pytest.fixture(autouse=True)
def plan(organization: Organization) -> None:
    grant_plan(organization, "professional")


def changed(document: Document, **fields: Any) -> Change:
    """A change of the document, found 30 days after its first version."""
    first = build_version(document)
    return build_change(
        first, build_version(document, TERMS.replace("one arbitrator", "two arbitrators")), **fields
    )


@pytest.fixture
def change(organization: Organization) -> Change:
    """On a platform that Ann's organization watches."""
    found = changed(build_document())
    start_watching(organization, found.document.platform, by=None, now=DAY_ONE)
    return found


def asked(organization: Organization, **filters: str) -> list[int]:
    with tenant_scope(organization):
        rows = narrowed(changes_to_review(organization), organization, filters)
        return list(rows.order_by("pk").values_list("pk", flat=True))


def review(organization: Organization, change: Change) -> Any:
    with tenant_scope(organization):
        found = review_of(organization, change)
        assert found is None or [entry.words for entry in found.entries.all()]
        return found


def test_asked_is_about_what_is_watched_or_registered_since_a_little_before(
    organization: Organization, change: Change
) -> None:
    registered = changed(build_document())
    put_vendor(organization, registered.document.platform, Details(), by=None, now=DAY_ONE)
    late = changed(build_document())
    start_watching(
        organization, late.document.platform, by=None, now=late.found_at + BEFORE + timedelta(minutes=1)
    )
    changed(build_document())
    quiet = changed(build_document(), alarmed=False)
    start_watching(organization, quiet.document.platform, by=None, now=DAY_ONE)
    assert asked(organization) == [change.pk, registered.pk]


def test_each_step_is_kept_with_who_and_when(organization: Organization, owner: User, change: Change) -> None:
    assert review(organization, change) is None
    step = Step(
        state="in_review",
        reviewer="ann@example.org",
        severity="critical",
        reason="Our core supplier",
        note="Ask legal",
    )
    assert review_changes(organization, [change.pk], step, by=owner, now=NOW) == 1
    assert review_changes(organization, [change.pk], step, by=owner, now=NOW) == 0
    review_changes(
        organization, [change.pk], Step(state="no_action", severity=""), by=None, now=NOW + timedelta(days=1)
    )
    found = review(organization, change)
    assert (found.state, found.reviewer, found.severity, found.severity_reason, found.note) == (
        "no_action", owner, "", "", "Ask legal",
    )  # fmt: skip
    entries = list(found.entries.all())
    assert entries[0].words == (
        "Status: In review. Reviewer: ann@example.org. Severity: Critical, because: Our core supplier (read as high). "
        "Note: Ask legal"
    )
    assert entries[1].words == "Status: No action needed. Severity: as read (read as high)"
    assert (entries[0].by, entries[1].by) == (owner, None)
    with tenant_scope(organization):
        assert AuditEntry.objects.for_org(organization).filter(action="change.reviewed").count() == 2


@pytest.mark.parametrize(
    ("step", "word"),
    [
        (Step(), "Change"),
        (Step(state="done"), "Status"),
        (Step(severity="dire", reason="x"), "Severity"),
        (Step(severity="low"), "Reason"),
        (Step(reviewer="charlie@example.com"), "Reviewer"),
    ],
)
def test_a_wrong_step_is_named_and_nothing_written(
    step: Step, word: str, organization: Organization, change: Change, stranger: User
) -> None:
    with pytest.raises(ReviewRefused, match=word):
        review_changes(organization, [change.pk], step, by=None, now=NOW)
    assert review(organization, change) is None


def test_filters_go_by_the_organizations_own_view(
    organization: Organization, owner: User, change: Change
) -> None:
    other = changed(build_document())
    put_vendor(organization, other.document.platform, Details(tier="critical"), by=None, now=DAY_ONE)
    step = Step(state="action", severity="low", reason="Not used by us", reviewer="ann@example.org")
    review_changes(organization, [change.pk], step, by=owner, now=NOW)
    assert asked(organization, state="new") == [other.pk]
    assert asked(organization, state="action") == [change.pk]
    assert asked(organization, severity="low") == [change.pk]
    assert asked(organization, severity="high") == [other.pk]
    assert asked(organization, tier="critical") == [other.pk]
    assert asked(organization, reviewer="ann@example.org") == [change.pk]
    assert asked(organization, platform=change.document.platform.slug) == [change.pk]
    assert asked(organization, platform="nobody") == []
    with tenant_scope(organization):
        counted = reviews_by_state(changes_to_review(organization))
    assert counted == {"new": 1, "in_review": 0, "acknowledged": 0, "no_action": 0, "action": 1}


def test_the_slug_that_a_platform_had_before_still_asks_for_it(
    organization: Organization, owner: User, change: Change
) -> None:
    platform = change.document.platform
    old = platform.slug
    Platform.objects.filter(pk=platform.pk).update(slug="renamed")
    assert asked(organization, platform=old) == [change.pk]
    queue = client_of(owner).get(reverse("reviews"), {"platform": old}).content.decode()
    assert '<option value="renamed" selected>' in queue
    assert f'value="{change.pk}"' in queue


def test_a_change_one_is_not_asked_about_is_passed_over(
    organization: Organization, change: Change, strangers_organization: Organization
) -> None:
    grant_plan(strangers_organization, "professional")
    assert review_changes(strangers_organization, [change.pk], Step(state="action"), by=None, now=NOW) == 0
    assert review(organization, change) is None
    assert asked(strangers_organization) == []


def test_a_review_stays_in_the_queue_when_the_watch_ends(organization: Organization, change: Change) -> None:
    review_changes(organization, [change.pk], Step(state="action"), by=None, now=NOW)
    with tenant_scope(organization):
        organization.watches.all().delete()
    assert asked(organization) == [change.pk]


def test_the_queue_and_the_form_on_the_change(
    organization: Organization, member: User, change: Change
) -> None:
    other = changed(build_document(change.document.platform, "Privacy Policy"))
    client = client_of(member)
    queue = client.get(reverse("reviews")).content.decode()
    assert "New (2)" in queue
    data = {"change": [change.pk, other.pk], "state": "acknowledged", "next": "/app/reviews/?state=new"}
    answer = client.post(reverse("review"), data, follow=True)
    assert "2 reviews written down" in answer.content.decode()
    assert "No change fits" in answer.content.decode()
    page = client.get(change.get_absolute_url()).content.decode()
    assert "Your review" in page
    assert "Acknowledged" in page
    one = {"form": "one", "change": change.pk, "state": "action", "reviewer": "ben@example.org", "severity": "low",
           "reason": "", "note": "n", "next": change.get_absolute_url()}  # fmt: skip
    assert "Reason: say why" in client.post(reverse("review"), one, follow=True).content.decode()
    answer = client.post(reverse("review"), {**one, "reason": "Minor to us"}, follow=True)
    assert "Low for you" in answer.content.decode()
    assert "ben@example.org: Status: Action needed" in answer.content.decode()
    client.post(reverse("review"), {**one, "severity": "", "reviewer": "nobody", "note": ""})
    found = review(organization, change)
    assert (found.severity, found.reviewer, found.note) == ("", None, "")
    assert "tick" in client.post(reverse("review"), {"state": "action"}, follow=True).content.decode().lower()
    evil = client.post(reverse("review"), {**data, "next": "https://evil.example/"})
    assert evil["Location"] == reverse("reviews")


def test_what_was_typed_stands_there_again_when_it_is_refused(member: User, change: Change) -> None:
    client, page = client_of(member), change.get_absolute_url()
    sent = {
        "form": "one", "change": change.pk, "next": page, "state": "in_review", "reviewer": "nobody", "severity": "critical",
        "reason": "", "note": "Our contract depends on it.",
    }  # fmt: skip
    shown = client.post(reverse("review"), sent, follow=True).content.decode()
    assert "Reason: say why" in shown
    assert "Our contract depends on it.</textarea>" in shown
    assert '<option value="critical" selected>' in shown
    assert "Our contract depends on it." not in client.get(page).content.decode(), "once"


def test_visitors_strangers_and_other_plans_see_no_review(
    organization: Organization,
    change: Change,
    stranger: User,
    strangers_organization: Organization,
    client: Any,
) -> None:
    step = Step(state="action", note="quillwort")
    review_changes(organization, [change.pk], step, by=None, now=NOW)
    start_watching(strangers_organization, change.document.platform, by=None, now=DAY_ONE)
    for each in (client, client_of(stranger)):
        page = each.get(change.get_absolute_url()).content.decode()
        assert "quillwort" not in page
        assert "Your review" not in page
    assert "Professional plan" in client_of(stranger).get(reverse("reviews")).content.decode()
    answer = client_of(stranger).post(reverse("review"), {"change": change.pk, "state": "action"})
    assert answer.status_code == 402
    with pytest.raises(UpgradeRequired):
        review_changes(strangers_organization, [change.pk], step, by=None, now=NOW)


def test_the_queue_takes_as_many_queries_for_one_change_as_for_many(
    organization: Organization, owner: User, change: Change, django_assert_max_num_queries: Any
) -> None:
    for _ in range(4):
        changed(build_document(change.document.platform, slug=f"d{_}"))
    client = client_of(owner)
    client.get(reverse("reviews"))
    with django_assert_max_num_queries(18):
        client.get(reverse("reviews"))
