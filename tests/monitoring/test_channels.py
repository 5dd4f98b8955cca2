"""Channels: signed webhooks, messages in each service's own format, and an outbox that loses nothing."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from billing.entitlements import UpgradeRequired, grant_plan
from billing.models import AuditEntry, Notice, Organization, User
from billing.retries import GAPS
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.alerts import enqueue_alerts
from monitoring.channels.discord import discord_message
from monitoring.channels.keeping import (
    OVERLAP,
    ChannelRefused,
    add_channel,
    remove_channel,
    replay,
    reveal_secret,
    rotate_secret,
    send_test,
    switch_off,
    switch_on,
)
from monitoring.channels.sending import deliver_to_channels
from monitoring.channels.slack import slack_message
from monitoring.channels.teams import teams_message
from monitoring.channels.telling import Told, told_as_test
from monitoring.claims import CLAIM, claim_owed
from monitoring.models import Channel, ChannelDelivery
from tests.monitoring.origin import Origin, serving
from tests.monitoring.telling import NOON, change, publish, watch

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = timedelta(hours=1)


def at(moment: datetime) -> Any:
    return lambda: moment


@pytest.fixture
def other_side(settings: Any) -> Iterator[Origin]:
    """A server of the customer's, at a private address that the door is told to allow."""
    settings.ALLOW_PRIVATE_ADDRESSES = True
    with serving() as origin:
        origin.add("/hook", "", 200)
        yield origin


@pytest.fixture
def webhook(organization: Organization, owner: User, other_side: Origin) -> Channel:
    grant_plan(organization, "professional")
    return add_channel(organization, "webhook", "Ours", other_side.base + "/hook", by=owner, now=NOON)


def owed() -> list[ChannelDelivery]:
    with across_orgs_scope():
        return list(ChannelDelivery.objects.across_orgs().select_related("channel").order_by("pk"))


def row() -> Channel:
    with across_orgs_scope():
        return Channel.objects.across_orgs().select_related("organization").get()


def a_change(organization: Organization, name: str = "pondmoor") -> Any:
    document = publish(name, name.title())
    watch(organization, document)
    return change(document)


def verify(secret: str, origin: Origin, place: int = -1) -> Any:
    return Webhook(secret).verify(origin.bodies[place].decode(), origin.headers[place])


def test_a_change_reaches_the_webhook_once_and_the_reference_library_accepts_its_signature(
    webhook: Channel, organization: Organization, owner: User, other_side: Origin
) -> None:
    found = a_change(organization)
    now = timezone.now()
    assert deliver_to_channels(at(now)) == 1
    assert deliver_to_channels(at(now + 2 * CLAIM)) == 0
    with tenant_scope(organization):
        secret = reveal_secret(row(), by=owner)
    event = verify(secret, other_side)
    assert (event["type"], event["data"]["change"], event["data"]["summary"]) == (
        "change.alert",
        found.pk,
        found.summary,
    )
    other_side.bodies[-1] = other_side.bodies[-1].replace(b"pondmoor", b"meadmoor")
    with pytest.raises(WebhookVerificationError):
        verify(secret, other_side)


def test_the_same_change_enqueued_again_owes_nothing_more(
    webhook: Channel, organization: Organization
) -> None:
    found = a_change(organization)
    enqueue_alerts(found, NOON)
    assert len(owed()) == 1


def test_a_claim_reads_little_however_much_is_owed(webhook: Channel) -> None:
    with across_orgs_scope():
        many = [
            ChannelDelivery(
                organization_id=webhook.organization_id, channel=webhook, created_at=NOON, due_at=NOON
            )
            for _ in range(3000)
        ]
        ChannelDelivery.objects.across_orgs().bulk_create(many)
    read: list[float] = []

    def explained(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "SKIP LOCKED" in sql:
            execute("EXPLAIN (ANALYZE, FORMAT JSON) " + sql, params, many, context)
            read.extend(rows_read(context["cursor"].fetchone()[0][0]["Plan"]))
        return execute(sql, params, many, context)

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    with connection.execute_wrapper(explained):
        assert len(claim_owed(ChannelDelivery, uuid4(), NOON, 50)) == 50
    assert 50 <= max(read) < 200


def rows_read(plan: dict[str, Any]) -> Iterator[float]:
    """By each step of a plan."""
    yield plan["Actual Rows"] * plan["Actual Loops"]
    for step in plan.get("Plans", ()):
        yield from rows_read(step)


def test_after_a_rotation_both_secrets_verify_and_after_the_overlap_only_the_new_one(
    webhook: Channel, organization: Organization, owner: User, other_side: Origin
) -> None:
    now = timezone.now()
    with tenant_scope(organization):
        old = reveal_secret(row(), by=owner)
        new = rotate_secret(row(), by=owner, now=now)
        send_test(row(), by=owner, now=now)
    deliver_to_channels(at(now))
    assert verify(old, other_side) == verify(new, other_side)
    with tenant_scope(organization):
        Channel.objects.for_org(organization).update(old_secret_until=now - OVERLAP)
        send_test(row(), by=owner, now=now)
    deliver_to_channels(at(now))
    verify(new, other_side)
    with pytest.raises(WebhookVerificationError):
        verify(old, other_side)


def test_failures_are_tried_for_two_days_under_one_id_then_the_channel_is_off_and_its_owner_told(
    webhook: Channel, organization: Organization, other_side: Origin
) -> None:
    other_side.add("/hook", "no\x00 database today", 503)
    a_change(organization)
    now, tries = NOON, 0
    while owed()[0].state == "owed":
        deliver_to_channels(at(now))
        tries += 1
        now = owed()[0].due_at
    assert tries == len(GAPS) + 1
    assert timedelta(days=1, hours=12) < now - NOON < timedelta(days=3)
    assert len({headers["webhook-id"] for headers in other_side.headers}) == 1
    assert (owed()[0].state, owed()[0].log[-1]["response"]) == (
        "given_up",
        {"status": 503, "body": "no database today"},
    )
    assert "two days" in row().why_off
    with across_orgs_scope():
        told = Notice.objects.across_orgs().get()
        done = AuditEntry.objects.across_orgs().filter(action="channel.switched_off", actor=None)
        assert (told.kind, told.details["channel"], done.count()) == ("channel_off", "Ours", 1)


def test_410_switches_off_at_once_and_the_next_change_owes_it_nothing(
    webhook: Channel, organization: Organization, other_side: Origin
) -> None:
    other_side.add("/hook", "", 410)
    a_change(organization)
    deliver_to_channels(at(NOON))
    assert row().off_since == NOON
    a_change(organization, "meadmoor")
    assert [one.state for one in owed()] == ["given_up"]


def test_a_busy_other_side_is_left_alone_as_long_as_it_asks(
    webhook: Channel, organization: Organization, other_side: Origin
) -> None:
    other_side.add("/hook", "", 429, retry_after="7200")
    a_change(organization)
    deliver_to_channels(at(NOON))
    assert owed()[0].due_at == NOON + 2 * HOUR


def test_behind_a_failing_message_the_others_wait_without_a_try(
    webhook: Channel, organization: Organization, other_side: Origin
) -> None:
    other_side.add("/hook", "", 500)
    a_change(organization)
    a_change(organization, "meadmoor")
    deliver_to_channels(at(NOON))
    assert sorted(one.attempts for one in owed()) == [0, 1]
    assert all(one.due_at > NOON and one.claim is None for one in owed())


def test_a_private_address_is_refused_by_the_door_and_says_nothing_of_the_address(
    webhook: Channel, organization: Organization, other_side: Origin, settings: Any
) -> None:
    settings.ALLOW_PRIVATE_ADDRESSES = False
    a_change(organization)
    deliver_to_channels(at(NOON))
    assert other_side.asked == []
    assert "private network" in row().why_off
    assert "/hook" not in json.dumps(owed()[0].log) + owed()[0].last_error + row().why_off


def test_a_message_sent_again_keeps_its_id(
    webhook: Channel, organization: Organization, owner: User, other_side: Origin
) -> None:
    a_change(organization)
    deliver_to_channels(at(NOON))
    with tenant_scope(organization):
        delivery = ChannelDelivery.objects.for_org(organization).select_related("channel__organization").get()
        replay(delivery, by=owner, now=NOON)
        with pytest.raises(ChannelRefused):
            replay(delivery, by=owner, now=NOON)
    assert deliver_to_channels(at(NOON)) == 1
    assert len(other_side.headers) == 2
    assert len({headers["webhook-id"] for headers in other_side.headers}) == 1


def test_without_the_plan_no_channel_is_added_switched_on_or_owed_anything(
    webhook: Channel, organization: Organization, owner: User
) -> None:
    switch_off(row(), by=owner, now=NOON)
    grant_plan(organization, "watcher")
    with pytest.raises(UpgradeRequired):
        add_channel(organization, "slack", "S", "https://hooks.slack.com/x", by=owner, now=NOON)
    with pytest.raises(UpgradeRequired):
        switch_on(row(), by=owner, now=NOON)
    with across_orgs_scope():
        Channel.objects.across_orgs().update(off_since=None)
    a_change(organization)
    assert owed() == []


@pytest.mark.parametrize(
    "address", ["ftp://example.org/", "http://user:word@example.org/", "example.org", ""]
)
def test_an_address_that_cannot_be_posted_to_is_refused_with_the_field_named(
    address: str, organization: Organization, owner: User
) -> None:
    grant_plan(organization, "professional")
    with pytest.raises(ChannelRefused, match=r"^Address: "):
        add_channel(organization, "webhook", "W", address, by=owner, now=NOON)


def test_neither_address_nor_secret_stands_in_the_database_as_it_is(
    webhook: Channel, organization: Organization, owner: User, other_side: Origin
) -> None:
    with tenant_scope(organization):
        secret = reveal_secret(row(), by=owner)
        stored = json.dumps(Channel.objects.for_org(organization).values().get(), default=str)
        told = json.dumps(list(AuditEntry.objects.for_org(organization).values()), default=str)
    assert secret not in stored + told
    assert "/hook" not in stored + told


def test_removing_a_channel_forgets_what_it_was_owed(
    webhook: Channel, organization: Organization, owner: User
) -> None:
    a_change(organization)
    remove_channel(row(), by=owner)
    assert owed() == []


def huge() -> Told:
    many = tuple(f"<!channel> *{number}* " + "w" * 3000 for number in range(60))
    return Told(
        False, 1, "P" * 500, "D" * 500, "@everyone " + "s" * 9000, many, "high", "High", "neutral", NOON,
        "https://example.org/change/",
    )  # fmt: skip


def test_messages_of_any_length_keep_within_the_limits_of_each_service() -> None:
    header, section, _ = json.loads(slack_message(huge()).content)["blocks"]
    assert len(header["text"]["text"]) <= 150
    assert len(section["text"]["text"]) <= 3000
    embed = json.loads(discord_message(huge()).content)["embeds"][0]
    assert len(embed["title"]) <= 256
    assert len(embed["description"]) <= 4096
    assert len(embed["title"]) + len(embed["description"]) <= 6000
    assert len(teams_message(huge()).content) < 28 * 1024


def test_what_a_platform_wrote_mentions_nobody_and_makes_no_links() -> None:
    told = Told(
        False, 1, "P", "D", "<!channel> [click](https://evil.example)", (), "high", "High", "neutral", NOON, "u"
    )  # fmt: skip
    assert "<!channel>" not in slack_message(told).content.decode()
    assert json.loads(discord_message(told).content)["allowed_mentions"] == {"parse": []}
    for body in (discord_message(told).content.decode(), teams_message(told).content.decode()):
        assert "[click](" not in body


def test_a_teams_message_is_one_adaptive_card() -> None:
    message = json.loads(teams_message(told_as_test(NOON)).content)
    (attachment,) = message["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert attachment["content"]["type"] == "AdaptiveCard"
