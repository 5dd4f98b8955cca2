"""Several changes of one platform are one mail, an hour apart, on their day; what is taken back is followed up once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from billing.entitlements import grant_plan
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.alerts import enqueue_alerts, enqueue_follow_ups
from monitoring.channels.keeping import add_channel
from monitoring.channels.sending import message_of
from monitoring.mail.delivery import deliver_owed
from monitoring.models import Alert, ChannelDelivery, Check
from monitoring.pipeline import check_document
from monitoring.timing import APART, GATHERING
from monitoring.watches.interests import Interest
from monitoring.watches.watching import start_watch, start_watching
from platforms.models import Document, Platform
from provisions.models import Change
from tests.builders import build_change, build_document, build_platform, build_version
from tests.monitoring.telling import BEFORE, NOON, owed, policy, publish, transport
from tests.monitoring.telling import change as change_policy

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def platform(organization: Organization) -> Platform:
    """Nimbus, which a paying organization watches."""
    grant_plan(organization, "professional")
    platform = build_platform("Nimbus")
    start_watching(organization, platform, by=None, now=NOON - timedelta(days=1))
    return platform


def change_at(platform: Platform, moment: datetime, kind: str = "Terms of Service", **fields: Any) -> Change:
    document = Document.objects.filter(platform=platform, type=kind).first() or build_document(platform, kind)
    fields = {"found_at": moment, "alarmed": True, **fields}
    found = build_change(build_version(document), build_version(document), **fields)
    enqueue_alerts(found, moment)
    return found


def deliver(moment: datetime) -> int:
    return deliver_owed(lambda: moment)


def test_changes_within_the_window_are_one_mail_that_tells_them_all(
    organization: Organization, owner: User, platform: Platform
) -> None:
    first = change_at(platform, NOON, summary="Terms grew.", severity="low", points=["A point on terms"])
    other = change_at(
        platform, NOON + 3 * MINUTE, "Privacy Policy", summary="Privacy shrank.", severity="critical"
    )
    assert deliver(NOON + GATHERING) == 1
    assert deliver(NOON + 3 * APART) == 0
    (message,) = mail.outbox
    assert message.subject.startswith("Nimbus: 2 changes, the weightiest: ")
    assert message.subject.endswith("(critical severity)")
    for part in (message.body, str(message.alternatives[0][0])):
        for said in ("Terms grew.", "Privacy shrank.", first.get_absolute_url(), other.get_absolute_url()):
            assert said in part
        assert part.index("Privacy shrank.") < part.index("Terms grew."), "the weightiest first"
    assert {one.state for one in owed()} == {"sent"}
    assert len({one.sent_at for one in owed()}) == 1


def test_what_comes_after_a_mail_waits_until_an_hour_from_it(
    organization: Organization, platform: Platform
) -> None:
    change_at(platform, NOON)
    assert deliver(NOON + GATHERING) == 1
    change_at(platform, NOON + 20 * MINUTE, "Privacy Policy")
    change_at(platform, NOON + 40 * MINUTE, "Cookie Policy")
    assert deliver(NOON + 45 * MINUTE) == 0
    assert deliver(NOON + GATHERING + APART - MINUTE) == 0
    assert deliver(NOON + GATHERING + APART) == 1
    assert len(mail.outbox) == 2


def test_it_never_waits_past_the_day(organization: Organization, platform: Platform) -> None:
    late = datetime(2026, 3, 4, 23, 20, tzinfo=UTC)
    change_at(platform, late)
    assert deliver(late + GATHERING) == 1
    change_at(platform, late + 15 * MINUTE, "Privacy Policy")
    assert deliver(datetime(2026, 3, 4, 23, 49, tzinfo=UTC)) == 0
    assert deliver(datetime(2026, 3, 4, 23, 50, tzinfo=UTC)) == 1
    change_at(platform, datetime(2026, 3, 4, 23, 52, tzinfo=UTC), "Cookie Policy")
    assert deliver(datetime(2026, 3, 4, 23, 52, tzinfo=UTC)) == 1


def test_quiet_hours_gather_a_night_into_one_mail_of_the_morning(
    organization: Organization, platform: Platform
) -> None:
    Organization.objects.filter(pk=organization.pk).update(
        time_zone="Europe/Berlin", quiet_from=22, quiet_until=7
    )
    night = datetime(2026, 3, 4, 1, tzinfo=UTC)
    change_at(platform, night)
    change_at(platform, night + 2 * APART, "Privacy Policy")
    morning = datetime(2026, 3, 4, 6, tzinfo=UTC)
    assert deliver(morning - MINUTE) == 0
    assert deliver(morning) == 1


def test_another_platform_and_another_person_have_mails_of_their_own(
    organization: Organization, member: User, platform: Platform
) -> None:
    other = build_platform("Cumulus")
    start_watching(organization, other, by=None, now=NOON - timedelta(days=1))
    change_at(platform, NOON)
    change_at(other, NOON)
    assert deliver(NOON + GATHERING) == 4


def test_a_mail_that_fails_is_tried_again_with_all_it_tells(
    organization: Organization, platform: Platform, settings: Any
) -> None:
    change_at(platform, NOON)
    change_at(platform, NOON + MINUTE, "Privacy Policy")
    User.objects.update(email="broken\n@example.org")
    assert deliver(NOON + GATHERING) == 0
    assert {one.attempts for one in owed()} == {1}
    assert len({one.due_at for one in owed()}) == 1
    User.objects.update(email="ann@example.org")
    assert deliver(owed()[0].due_at) == 1
    assert {one.state for one in owed()} == {"sent"}


def test_a_mail_says_which_watches_it_came_of(organization: Organization, platform: Platform) -> None:
    start_watch(organization, Interest.in_sector("Social"), by=None, now=NOON - timedelta(days=1))
    change_at(platform, NOON)
    deliver(NOON + GATHERING)
    for part in (mail.outbox[0].body, str(mail.outbox[0].alternatives[0][0])):
        assert "Ann watches Nimbus and The sector Social." in part


@pytest.fixture
def reverted(organization: Organization) -> Change:
    """A policy that changed at noon, of which the owner was told, and that is back two hours later."""
    grant_plan(organization, "professional")
    document = publish()
    start_watching(organization, document.platform, by=None, now=NOON - timedelta(days=2))
    change_policy(document)
    assert deliver(NOON + GATHERING) == 1
    for hours in (1, 2):
        check = check_document(document, transport(policy(BEFORE)), NOON + hours * APART)
    assert check.outcome == Check.Outcome.CHANGED
    return Change.objects.get(after=check.version)


def alert_of(organization: Organization) -> Alert:
    with tenant_scope(organization):
        return Alert.objects.for_org(organization).get()


def test_a_change_taken_back_is_followed_up_once_in_the_same_thread_and_is_no_second_alarm(
    organization: Organization, reverted: Change
) -> None:
    assert reverted.change_class == Change.Class.REVERTED
    assert alert_of(organization).taken_back_by == reverted
    assert deliver(NOON + 2 * APART + GATHERING) == 1
    told, back = mail.outbox
    assert back.subject == "Pondmoor took back a change of its Privacy Policy"
    assert back.extra_headers["References"] == told.extra_headers["References"]
    found = Change.objects.get(alarmed=True)
    for part in (back.body, str(back.alternatives[0][0])):
        assert found.get_absolute_url() in part
        assert "Taken back: Privacy Policy, the change of 4 March 2026" in part
    assert len(back.body.splitlines()) < 20
    enqueue_follow_ups(reverted, NOON + 3 * APART)
    assert deliver(NOON + 9 * APART) == 0


def test_what_returns_after_all_is_no_longer_taken_back_and_nobody_is_told_twice(
    organization: Organization, reverted: Change
) -> None:
    deliver(NOON + 2 * APART + GATHERING)
    document = reverted.document
    again = Change.objects.get(alarmed=True)
    returned = build_change(
        reverted.after, build_version(document), change_class="reverted", alarmed=False, reverts=reverted
    )
    enqueue_follow_ups(returned, NOON + 5 * APART)
    assert alert_of(organization).change == again
    assert alert_of(organization).taken_back_by is None
    assert deliver(NOON + 9 * APART) == 0


def test_a_change_and_its_taking_back_that_wait_together_are_one_mail(
    organization: Organization, platform: Platform
) -> None:
    found = change_at(platform, NOON)
    back = build_change(
        found.after,
        build_version(found.document),
        change_class="reverted",
        alarmed=False,
        reverts=found,
        found_at=NOON + MINUTE,
    )
    enqueue_follow_ups(back, NOON + MINUTE)
    assert deliver(NOON + GATHERING) == 1
    assert "Taken back: Terms of Service" in mail.outbox[0].body


def test_channels_are_told_of_it_too(organization: Organization, owner: User, settings: Any) -> None:
    settings.ALLOW_PRIVATE_ADDRESSES = True
    grant_plan(organization, "professional")
    add_channel(organization, "slack", "Team", "https://127.0.0.1/hook", by=owner, now=NOON)
    add_channel(organization, "webhook", "Ours", "https://127.0.0.1/hook", by=owner, now=NOON)
    document = publish()
    start_watching(organization, document.platform, by=None, now=NOON - timedelta(days=2))
    change_policy(document)
    for hours in (1, 2):
        check_document(document, transport(policy(BEFORE)), NOON + hours * APART)
    with tenant_scope(organization):
        rows = ChannelDelivery.objects.for_org(organization).filter(follow_up=True)
        joined = rows.select_related(
            "channel__organization", "alert__taken_back_by", "alert__change__document"
        )
        contents = [message_of(row, NOON).content.decode() for row in joined.order_by("channel__kind")]
    assert len(contents) == 2
    assert all("was taken back" in text or "change.taken_back" in text for text in contents)
    assert all("of which we told you" in text for text in contents)
