"""Verbs on channels: adding, switching, rotating the secret, testing, sending again, removing. Pages and API share them."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from billing.audit import record_audit_entry
from billing.entitlements import entitlements_of
from billing.members import locked
from billing.models import Notice, Organization, User
from billing.notices import owe_notice
from billing.tenancy import tenant_scope
from monitoring.alerts import FEATURE_OF_CHANNEL
from monitoring.channels.sealing import seal, unseal
from monitoring.channels.webhook import new_secret
from monitoring.errors import FetchError
from monitoring.fetching.addresses import check_url, host_of
from monitoring.models import Channel, ChannelDelivery, Delivery

# Both signatures are sent for so long after a rotation.
OVERLAP = timedelta(hours=24)
MOST_CHANNELS = 20
BY_HAND = "Switched off by hand."
_LONGEST_NAME = 80


class ChannelRefused(Exception):
    """What was asked of a channel cannot be done; str() is the reason and remedy, for the person who asked."""


def add_channel(
    organization: Organization, kind: str, name: str, address: str, *, by: User | None, now: datetime
) -> Channel:
    """A channel that is on. Raises ChannelRefused for what is wrong with the words, UpgradeRequired for the plan."""
    if kind not in Channel.Kind.values:
        raise ChannelRefused("Kind: choose one of the list.")
    name, address = name.strip(), address.strip()
    if not 0 < len(name) <= _LONGEST_NAME:
        raise ChannelRefused(f"Name: write one of at most {_LONGEST_NAME} characters.")
    try:
        check_url(address)
    except FetchError as error:
        raise ChannelRefused(f"Address: {error.failure.in_words} {error.detail}") from error
    if kind != Channel.Kind.WEBHOOK and urlsplit(address).scheme != "https":
        raise ChannelRefused("Address: it has to begin with https://.")
    with tenant_scope(organization):
        organization = locked(organization)
        entitlements_of(organization, now).demand(FEATURE_OF_CHANNEL[kind])
        channels = Channel.objects.for_org(organization)
        if channels.filter(name=name).exists():
            raise ChannelRefused("Name: another channel has it. Choose a different one.")
        if channels.count() >= MOST_CHANNELS:
            raise ChannelRefused(f"There is room for {MOST_CHANNELS} channels. Remove one first.")
        channel: Channel = channels.create(
            kind=kind,
            name=name,
            host=host_of(address),
            sealed_address=seal(address),
            sealed_secret=seal(new_secret()) if kind == Channel.Kind.WEBHOOK else "",
            added_by=by,
            added_at=now,
        )
        _record(channel, "added", by, {"kind": kind, "host": channel.host})
    return channel


def reveal_secret(channel: Channel, *, by: User) -> str:
    """The signing secret of a webhook; who looked is recorded. Raises ChannelRefused for a channel without one."""
    _demand_secret(channel)
    with tenant_scope(channel.organization):
        _record(channel, "secret_shown", by)
    return unseal(channel.sealed_secret)


def rotate_secret(channel: Channel, *, by: User, now: datetime) -> str:
    """A new signing secret; the one before signs beside it for OVERLAP. Raises ChannelRefused where there is none."""
    _demand_secret(channel)
    secret = new_secret()
    channel.sealed_old_secret, channel.old_secret_until = channel.sealed_secret, now + OVERLAP
    channel.sealed_secret = seal(secret)
    with tenant_scope(channel.organization):
        channel.save(update_fields=["sealed_old_secret", "old_secret_until", "sealed_secret"])
        _record(channel, "secret_rotated", by)
    return secret


def signing_secrets(channel: Channel, now: datetime) -> list[str]:
    """What a webhook is signed with at this moment, the newest first."""
    secrets = [channel.sealed_secret]
    if channel.old_secret_signs(now):
        secrets.append(channel.sealed_old_secret)
    return [unseal(secret) for secret in secrets]


def switch_on(channel: Channel, *, by: User, now: datetime) -> None:
    """Tell it of changes again, from the next one on. Raises UpgradeRequired where the plan has it no longer."""
    with tenant_scope(channel.organization):
        entitlements_of(locked(channel.organization), now).demand(FEATURE_OF_CHANNEL[channel.kind])
        channel.off_since, channel.why_off = None, ""
        channel.save(update_fields=["off_since", "why_off"])
        _record(channel, "switched_on", by)


def switch_off(channel: Channel, why: str = BY_HAND, *, by: User | None, now: datetime) -> None:
    """Tell it nothing more, not even what is owed. Where we do it ourselves (`by` None), its owners are told by mail."""
    with tenant_scope(channel.organization):
        on = Channel.objects.for_org(channel.organization).filter(pk=channel.pk, off_since=None)
        if not on.update(off_since=now, why_off=why[:300]):
            return
        owed = ChannelDelivery.objects.for_org(channel.organization).filter(
            channel=channel, state=Delivery.State.OWED
        )
        owed.update(state=Delivery.State.GIVEN_UP, last_error="The channel was switched off.", claim=None)
        _record(channel, "switched_off", by, {"why": why})
        if by is None:
            owe_notice(
                channel.organization,
                Notice.Kind.CHANNEL_OFF,
                about=f"{channel.pk} {now.isoformat()}",
                details={"channel": channel.name, "why": why},
                now=now,
            )


def remove_channel(channel: Channel, *, by: User) -> None:
    """Forget the channel, its secrets and its log."""
    with tenant_scope(channel.organization):
        _record(channel, "removed", by)
        channel.delete()


def send_test(channel: Channel, *, by: User, now: datetime) -> ChannelDelivery:
    """Owe the channel a message that says it is a test. Raises ChannelRefused where the channel is off."""
    _demand_on(channel)
    with tenant_scope(channel.organization):
        rows = ChannelDelivery.objects.for_org(channel.organization)
        delivery: ChannelDelivery = rows.create(channel=channel, created_at=now, due_at=now)
        _record(channel, "tested", by)
    return delivery


def replay(delivery: ChannelDelivery, *, by: User, now: datetime) -> None:
    """Owe a settled message again, under the id it had. Raises ChannelRefused where it is owed or the channel is off."""
    _demand_on(delivery.channel)
    with tenant_scope(delivery.channel.organization):
        rows = ChannelDelivery.objects.for_org(delivery.channel.organization).filter(pk=delivery.pk)
        settled = rows.exclude(state=Delivery.State.OWED)
        again = {"state": Delivery.State.OWED, "due_at": now, "attempts": 0, "sent_at": None}
        if not settled.update(**again, claim=None, claimed_until=None):
            raise ChannelRefused("This message is on its way already.")
        _record(delivery.channel, "replayed", by, {"message": str(delivery.key)})


def _demand_secret(channel: Channel) -> None:
    if not channel.sealed_secret:
        raise ChannelRefused("This kind of channel has no signing secret.")


def _demand_on(channel: Channel) -> None:
    if channel.off_since:
        raise ChannelRefused("The channel is off. Switch it on first.")


def _record(channel: Channel, done: str, by: User | None, details: dict[str, object] | None = None) -> None:
    record_audit_entry(
        channel.organization, actor=by, action=f"channel.{done}", subject=channel.name, details=details
    )
