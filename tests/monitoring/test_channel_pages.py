"""Pages of channels: for owners and admins; a secret is shown on request only, and strangers find nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from billing.entitlements import grant_plan
from billing.models import AuditEntry, Organization, User
from billing.tenancy import tenant_scope
from monitoring.channels.keeping import add_channel, reveal_secret
from monitoring.models import Channel, ChannelDelivery

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
TYPED = {"kind": "webhook", "name": "Ours", "address": "https://example.org/secret-part"}


@pytest.fixture
def channel(organization: Organization, owner: User) -> Channel:
    grant_plan(organization, "professional")
    return add_channel(organization, **TYPED, by=owner, now=NOW)


def page_of(user: User, name: str, *arguments: Any, post: dict[str, str] | None = None) -> Any:
    client = Client()
    client.force_login(user)
    address = reverse(name, args=arguments)
    return client.get(address) if post is None else client.post(address, post, follow=True)


def test_an_owner_adds_a_channel_and_lands_on_its_page(organization: Organization, owner: User) -> None:
    grant_plan(organization, "professional")
    page = page_of(owner, "channels", post=TYPED)
    assert "Ours is added" in page.content.decode()
    assert "secret-part" not in page.content.decode()
    assert page.redirect_chain[0][0].startswith("/app/channels/")


def test_a_wrong_address_keeps_what_was_typed_and_names_the_field(
    organization: Organization, owner: User
) -> None:
    grant_plan(organization, "professional")
    page = page_of(owner, "channels", post={**TYPED, "address": "ftp://example.org/"})
    assert page.status_code == 400
    assert "Address: " in page.content.decode()
    assert 'value="Ours"' in page.content.decode()


def test_without_the_plan_the_page_says_which_has_it_and_the_post_is_402(
    organization: Organization, owner: User
) -> None:
    assert "come with the Professional plan" in page_of(owner, "channels").content.decode()
    assert page_of(owner, "channels", post=TYPED).status_code == 402


def test_a_member_without_the_right_is_refused_and_a_stranger_finds_nothing(
    channel: Channel, member: User, stranger: User
) -> None:
    assert page_of(member, "channels").status_code == 403
    for name in ("channel_secret", "channel_rotate", "channel_test", "channel_switch", "channel_remove"):
        assert page_of(member, name, channel.pk, post={}).status_code == 403
        assert page_of(stranger, name, channel.pk, post={}).status_code == 404


def test_the_secret_stands_on_no_page_until_asked_for_and_asking_is_recorded(
    channel: Channel, organization: Organization, owner: User
) -> None:
    assert "whsec_" not in page_of(owner, "channel", channel.pk).content.decode()
    assert "whsec_" in page_of(owner, "channel_secret", channel.pk, post={}).content.decode()
    with tenant_scope(organization):
        assert AuditEntry.objects.for_org(organization).filter(action="channel.secret_shown").count() == 1


def test_a_rotation_shows_another_secret(channel: Channel, organization: Organization, owner: User) -> None:
    with tenant_scope(organization):
        before = reveal_secret(channel, by=owner)
    page = page_of(owner, "channel_rotate", channel.pk, post={}).content.decode()
    assert "whsec_" in page
    assert before not in page


def test_test_switch_and_remove_from_the_page(
    channel: Channel, organization: Organization, owner: User
) -> None:
    assert "A test is on its way" in page_of(owner, "channel_test", channel.pk, post={}).content.decode()
    assert "is off" in page_of(owner, "channel_switch", channel.pk, post={}).content.decode()
    assert "switch it on" in page_of(owner, "channel_test", channel.pk, post={}).content.decode().lower()
    assert "is on" in page_of(owner, "channel_switch", channel.pk, post={}).content.decode()
    assert "Remove Ours?" in page_of(owner, "channel_remove", channel.pk).content.decode()
    page_of(owner, "channel_remove", channel.pk, post={})
    with tenant_scope(organization):
        assert not Channel.objects.for_org(organization).exists()


def test_what_the_other_side_answered_is_shown_as_text(
    channel: Channel, organization: Organization, owner: User
) -> None:
    with tenant_scope(organization):
        ChannelDelivery.objects.for_org(organization).create(
            channel=channel,
            created_at=NOW,
            due_at=NOW,
            state="given_up",
            log=[{"at": NOW.isoformat(), "response": {"status": 500, "body": "<script>x</script>"}}],
        )
        message = ChannelDelivery.objects.for_org(organization).get()
    page = page_of(owner, "channel", channel.pk).content.decode()
    assert "&lt;script&gt;x" in page
    again = page_of(owner, "channel_replay", message.pk, post={}).content.decode()
    assert "goes out again" in again
