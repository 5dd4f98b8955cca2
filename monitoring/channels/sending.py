"""The outbox of channels: owed messages claimed, posted, logged and marked, by any number of workers.

The same rules as for mail (monitoring/mail/delivery.py): a claim lapses by itself and is renewed before each message, and
what was sent is marked at once. A worker stopped between the other side's answer and our commit sends the message
again under the same webhook-id. Messages to one channel go one after the other at its pace, different channels beside
each other; when one message fails, those behind it wait their turn instead of failing too.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from queue import Empty, SimpleQueue
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection

from billing.retries import GAPS, jittered, wait_after
from billing.tenancy import across_orgs_scope
from monitoring.channels.discord import discord_message
from monitoring.channels.keeping import signing_secrets, switch_off
from monitoring.channels.sealing import Unreadable, unseal
from monitoring.channels.slack import slack_message
from monitoring.channels.teams import teams_message
from monitoring.channels.telling import Message, Told, told_as_test, told_of
from monitoring.channels.webhook import webhook_message
from monitoring.claims import CLAIM, claim_owed, release, update_held
from monitoring.errors import DeliveryError, Failure, FetchError
from monitoring.fetching.answers import Answer, Limits
from monitoring.fetching.http import Client, open_client, post
from monitoring.models import Channel, ChannelDelivery, Delivery

BATCH = 200
THREADS = 8
# A claim is held for CLAIM: one answer must take much less.
LIMITS = Limits(body_bytes=64 * 1024, seconds=20.0, connect=5.0, read=15.0, redirects=0)
# Seconds between two messages to one channel, within what each service accepts.
PACE = {Channel.Kind.SLACK: 1.0, Channel.Kind.TEAMS: 0.25, Channel.Kind.DISCORD: 0.5}
# Answers by which these services say that a webhook was deleted; a webhook of one's own says so with 410 alone.
_GONE = {Channel.Kind.WEBHOOK: {410}, Channel.Kind.TEAMS: {404, 410}}
_GONE_ELSEWHERE = {401, 403, 404, 410}
_FOR_GOOD = {Failure.BAD_URL, Failure.PRIVATE_ADDRESS}
_KEPT_BYTES = 2000
_KEPT_TRIES = 10
_LONGEST_WAIT = timedelta(hours=12)
_JOINED = ("channel__organization", "alert__change__document__platform", "alert__taken_back_by")
Clock = Callable[[], datetime]
# The messages to one channel, in order.
_Lane = list[ChannelDelivery]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Sender:
    """What the threads that work on one claim share."""

    claim: UUID
    clock: Clock
    client: Client
    until: datetime | None

    @property
    def may_go_on(self) -> bool:
        return self.until is None or self.clock() < self.until


def deliver_to_channels(clock: Clock, *, until: datetime | None = None) -> int:
    """Post what is owed to channels, claim by claim, and return how many messages were taken by the other side."""
    sent = 0
    with open_client(
        user_agent=settings.USER_AGENT, allow_private=settings.ALLOW_PRIVATE_ADDRESSES
    ) as client:
        while until is None or clock() < until:
            sender = _Sender(uuid4(), clock, client, until)
            lanes = _claim(sender.claim, clock())
            if not lanes:
                break
            try:
                sent += _deliver_claim(sender, lanes)
            finally:
                release(ChannelDelivery, sender.claim)
    return sent


def _claim(claim: UUID, now: datetime) -> list[_Lane]:
    """Up to BATCH owed messages, held by this claim alone."""
    claimed = claim_owed(ChannelDelivery, claim, now, BATCH)
    lanes: dict[int, _Lane] = defaultdict(list)
    with across_orgs_scope():
        rows = ChannelDelivery.objects.across_orgs().filter(pk__in=claimed).order_by("pk")
        for delivery in rows.select_related(*_JOINED):
            lanes[delivery.channel_id].append(delivery)
    return list(lanes.values())


def _deliver_claim(sender: _Sender, lanes: list[_Lane]) -> int:
    waiting: SimpleQueue[_Lane] = SimpleQueue()
    for lane in lanes:
        waiting.put(lane)
    threads = min(THREADS, len(lanes))
    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(partial(_deliver_lanes, sender), [waiting] * threads))


def _deliver_lanes(sender: _Sender, waiting: "SimpleQueue[_Lane]") -> int:
    """One lane after the other, over one connection to the database, until none waits."""
    sent = 0
    try:
        while True:
            sent += _deliver_lane(sender, waiting.get_nowait())
    except Empty:
        return sent
    finally:
        connection.close()  # this thread's own


def _deliver_lane(sender: _Sender, messages: _Lane) -> int:
    """One channel's messages, until one fails: the rest is given back and comes after it."""
    for place, delivery in enumerate(messages):
        if not sender.may_go_on:
            return place
        if place:
            time.sleep(PACE.get(Channel.Kind(delivery.channel.kind), 0))
        if not _deliver(sender, delivery):
            _wait_behind(sender, [later.pk for later in messages[place + 1 :]])
            return place
    return len(messages)


def _deliver(sender: _Sender, delivery: ChannelDelivery) -> bool:
    now = sender.clock()
    if not update_held(ChannelDelivery, delivery.pk, sender.claim, claimed_until=now + CLAIM):
        return False
    tried: dict[str, object] = {"at": now.isoformat()}
    started = time.monotonic()
    try:
        _post(sender, delivery, now, tried)
    except DeliveryError as error:
        tried |= {"error": error.message, "seconds": round(time.monotonic() - started, 3)}
        _put_off(sender, delivery, error, tried)
        return False
    tried["seconds"] = round(time.monotonic() - started, 3)
    done = {"state": Delivery.State.SENT, "sent_at": sender.clock(), "claimed_until": None, "last_error": ""}
    return update_held(ChannelDelivery, delivery.pk, sender.claim, **done, log=_log_with(delivery, tried))


def _post(sender: _Sender, delivery: ChannelDelivery, now: datetime, tried: dict[str, object]) -> None:
    """Raises DeliveryError unless the other side took it; fills in what is logged of the try."""
    channel = delivery.channel
    try:
        address = unseal(channel.sealed_address)
        message = message_of(delivery, now)
    except Unreadable as error:
        raise DeliveryError(str(error), permanent=True) from error
    tried["request"] = {"headers": dict(message.headers), "body": _shown(message.content)}
    try:
        answer = post(sender.client, address, message.content, message.headers, limits=LIMITS)
    except FetchError as error:
        # What the door says of an address may hold the address itself, which is a key.
        raise DeliveryError(error.failure.in_words, error.failure in _FOR_GOOD) from error
    tried["response"] = {"status": answer.status, "body": _shown(answer.body)}
    if not 200 <= answer.status < 300:
        gone = answer.status in _GONE.get(Channel.Kind(channel.kind), _GONE_ELSEWHERE)
        tried["retry_after"] = _asked_to_wait(answer)
        raise DeliveryError(f"The other side answered {answer.status}.", permanent=gone)


def message_of(delivery: ChannelDelivery, now: datetime) -> Message:
    """The message in the format of its channel, signed where it is a webhook. Raises Unreadable."""
    channel = delivery.channel
    told = _told(delivery)
    if channel.kind == Channel.Kind.WEBHOOK:
        return webhook_message(
            told, key=f"msg_{delivery.key.hex}", signing=signing_secrets(channel, now), now=now
        )
    formats = {
        Channel.Kind.SLACK: slack_message,
        Channel.Kind.TEAMS: teams_message,
        Channel.Kind.DISCORD: discord_message,
    }
    return formats[Channel.Kind(channel.kind)](told)


def _told(delivery: ChannelDelivery) -> Told:
    if delivery.alert is None:
        return told_as_test(delivery.created_at)
    back = delivery.alert.taken_back_by if delivery.follow_up else None
    return told_of(delivery.alert.change, taken_back_at=back.found_at if back else None)


def _put_off(
    sender: _Sender, delivery: ChannelDelivery, error: DeliveryError, tried: dict[str, object]
) -> None:
    now, failures = sender.clock(), delivery.attempts + 1
    wait = None if error.permanent else wait_after(failures)
    retry_after = tried.pop("retry_after", None)
    _log.warning("message %s failed (try %s): %s", delivery.pk, failures, error)
    held = update_held(
        ChannelDelivery, delivery.pk, sender.claim,
        state=Delivery.State.GIVEN_UP if wait is None else Delivery.State.OWED,
        due_at=now if wait is None else now + _at_least(retry_after, wait),
        attempts=failures, claim=None, claimed_until=None, last_error=error.message, log=_log_with(delivery, tried),
    )  # fmt: skip
    if held and wait is None and delivery.alert_id is not None:
        why = error.message if error.permanent else f"It failed for two days. The last time: {error.message}"
        with across_orgs_scope():
            switch_off(delivery.channel, why, by=None, now=now)


def _at_least(asked: object, wait: timedelta) -> timedelta:
    """The wait, or what the other side asked for where that is longer."""
    return max(wait, min(timedelta(seconds=asked), _LONGEST_WAIT)) if isinstance(asked, int) else wait


def _asked_to_wait(answer: Answer) -> int | None:
    """Seconds, where the answer names some (RFC 9110, Retry-After)."""
    value = answer.headers.get("retry-after", "")
    return int(value) if value.isdecimal() and len(value) < 7 else None


def _wait_behind(sender: _Sender, messages: Iterable[int]) -> None:
    """Those behind a message that failed are due with it: no try is spent on an address that just failed."""
    with across_orgs_scope():
        rows = ChannelDelivery.objects.across_orgs().filter(
            pk__in=list(messages), claim=sender.claim, state=Delivery.State.OWED
        )
        rows.update(
            due_at=sender.clock() + jittered(timedelta(minutes=GAPS[0])), claim=None, claimed_until=None
        )


def _log_with(delivery: ChannelDelivery, tried: dict[str, object]) -> list[dict[str, object]]:
    return [*delivery.log, tried][-_KEPT_TRIES:]


def _shown(body: bytes) -> str:
    """The beginning of a body as text that PostgreSQL can store."""
    return body[:_KEPT_BYTES].decode("utf-8", "replace").replace("\x00", "")
