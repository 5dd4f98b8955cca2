"""The outbox: owed mails claimed, written, sent and marked, by any number of workers and connections.

Claims are those of monitoring/claims.py; what is sent is marked at once, in a transaction of its own. A connection
takes a claim, reads its mails together, and sends them one after the other while it holds them for certain.

One window cannot be closed from our side: a worker stopped after the mail server accepted a mail and before our
commit. The mail then goes out again under the same Message-ID, by which mailboxes show it once.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected
from uuid import UUID, uuid4

from anymail.exceptions import AnymailError, AnymailRecipientsRefused
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.db.models import F, Prefetch

from billing.retries import wait_after
from billing.tenancy import across_orgs_scope
from monitoring.claims import CLAIM, claim_owed, more_owed_than, release, renew, update_held
from monitoring.errors import DeliveryError
from monitoring.mail.dead_addresses import dead_among
from monitoring.mail.rates import Pace, SlowDomains
from monitoring.mail.together import joined, too_close
from monitoring.mail.writing import Letters, mail_of
from monitoring.models import Delivery, Match

BATCH = 50
# The claim is renewed, and what is left of it read again, when half of its time is over.
_RENEW_AFTER = CLAIM / 2
_HANGS_UP = 421  # after this answer the server closes the connection
_JOINED = (
    "alert__change__document__platform", "alert__taken_back_by", "digest__organization", "user", "organization",
)  # fmt: skip
Clock = Callable[[], datetime]
_log = logging.getLogger(__name__)


class _ServerGone(Exception):
    """The mail server cannot be used; none of the claimed mails is to blame."""


@dataclass(frozen=True, slots=True)
class _Sender:
    """What the connections of one worker share."""

    clock: Clock
    until: datetime | None
    pace: Pace
    slow: SlowDomains = field(default_factory=SlowDomains)

    @property
    def may_go_on(self) -> bool:
        return self.until is None or self.clock() < self.until


def deliver_owed(clock: Clock, *, until: datetime | None = None, connections: int = 1) -> int:
    """Send what is owed, claim by claim, and return how many mails went out.

    Where one claim does not hold it all, over so many connections to the mail server at once. Where the server cannot
    be reached, what is owed stays owed and nothing counts as a try.
    """
    sender = _Sender(clock, until, Pace(settings.MAIL_PER_SECOND))
    if connections == 1 or not more_owed_than(Delivery, BATCH, clock()):
        return _deliver_over_one(sender)
    with ThreadPoolExecutor(connections) as pool:
        return sum(pool.map(_deliver_in_thread, [sender] * connections))


def _deliver_in_thread(sender: _Sender) -> int:
    try:
        return _deliver_over_one(sender)
    finally:
        connection.close()  # this thread's own


def _deliver_over_one(sender: _Sender) -> int:
    sent, letters = 0, Letters()
    with closing(get_connection()) as server:
        while sender.may_go_on:
            claim = uuid4()
            claimed = claim_owed(Delivery, claim, sender.clock(), BATCH)
            if not claimed:
                break
            try:
                for keys, message in _written(claimed, claim, sender, letters):
                    sent += _deliver(keys, claim, message, server, sender)
            except _ServerGone as error:
                _log.warning("mail waits: %s", error)
                break
            finally:
                release(Delivery, claim)
    return sent


def _written(
    claimed: Sequence[int], claim: UUID, sender: _Sender, letters: Letters
) -> Iterator[tuple[list[int], EmailMultiAlternatives]]:
    """The claimed mails, one by one, each with the keys of all it tells, held for longer than sending it takes."""
    left = list(claimed)
    while left and sender.may_go_on:
        ahead, renewed_at = list(left), sender.clock()
        held = _read(renew(Delivery, ahead, claim, renewed_at + CLAIM))
        waiting = too_close(_well(held), claim, renewed_at)
        along = joined([row.pk for row in _well(held) if row.pk not in waiting], claim, renewed_at)
        others = _read([key for keys in along.values() for key in keys])
        for pk in ahead:
            if not sender.may_go_on or sender.clock() - renewed_at > _RENEW_AFTER:
                break
            left.remove(pk)
            if pk in held and pk not in waiting:
                also = _well({key: others[key] for key in along.get(pk, ())})
                message = _write(pk, held[pk], also, claim, sender, letters)
                if message is not None:
                    yield [pk, *(row.pk for row in also)], message


def _well(rows: Mapping[int, Delivery | DeliveryError]) -> list[Delivery]:
    """Those that are to be sent."""
    return [row for row in rows.values() if isinstance(row, Delivery)]


def _read(keys: list[int]) -> dict[int, Delivery | DeliveryError]:
    """The deliveries of these keys, or why nothing is to be sent any more."""
    still_member = {"user__is_active": True, "user__memberships__organization": F("organization")}
    with across_orgs_scope():
        named = Prefetch("alert__matches", Match.objects.across_orgs().order_by("pk"), to_attr="named")
        rows = Delivery.objects.across_orgs().select_related(*_JOINED).prefetch_related(named)
        rows = rows.filter(pk__in=keys, **still_member)
        found = {row.pk: row for row in rows}
    dead = dead_among(row.user.email for row in found.values())
    gone = DeliveryError("The person has left the organization.", permanent=True)
    refused = DeliveryError("Mail to this address came back or was unwanted.", permanent=True)
    return {
        key: gone if key not in found else refused if found[key].user.email.lower() in dead else found[key]
        for key in keys
    }


def _write(
    pk: int,
    delivery: Delivery | DeliveryError,
    also: Sequence[Delivery],
    claim: UUID,
    sender: _Sender,
    letters: Letters,
) -> EmailMultiAlternatives | None:
    """The mail; None where it was put off instead: it cannot be written, or its domain asked for patience."""
    keys = [pk, *(row.pk for row in also)]
    if isinstance(delivery, DeliveryError):
        _put_off(keys, claim, delivery, sender.clock())
        return None
    patience = sender.slow.until(delivery.user.email, sender.clock())
    if patience:
        update_held(Delivery, keys, claim, due_at=patience, claim=None, claimed_until=None)
        return None
    try:
        message = mail_of(delivery, letters, also=also)
        message.message()  # addresses and headers are only looked at when the mail is put together
    except Exception as error:  # noqa: BLE001 - see below
        # A mail that we cannot write must not hold up those that we can.
        _log.exception("delivery %s could not be written", pk)
        _put_off(
            keys, claim, DeliveryError(f"The mail could not be written: {error!r}", False), sender.clock()
        )
        return None
    return message


def _deliver(
    keys: list[int], claim: UUID, message: EmailMultiAlternatives, server: BaseEmailBackend, sender: _Sender
) -> bool:
    try:
        sender.pace.wait()
        _send(message, server, sender)
    except DeliveryError as error:
        _put_off(keys, claim, error, sender.clock())
        return False
    done = {"state": Delivery.State.SENT, "sent_at": sender.clock(), "claimed_until": None, "last_error": ""}
    update_held(Delivery, keys, claim, **done)
    return True


def _send(message: EmailMultiAlternatives, server: BaseEmailBackend, sender: _Sender) -> None:
    """Raises DeliveryError for what is wrong with this mail (5xx is for good, RFC 5321), else _ServerGone."""
    try:
        server.open()
    except (SMTPException, OSError) as error:
        raise _ServerGone(str(error)) from error
    try:
        server.send_messages([message])
    except SMTPRecipientsRefused as error:
        for address, (code, words) in error.recipients.items():
            sender.slow.note(address, code, _said(words), sender.clock())
        codes = [code for code, _ in error.recipients.values()]
        if _HANGS_UP in codes:
            server.close()
        raise DeliveryError(
            f"The address was refused: {error}", all(code >= 500 for code in codes)
        ) from error
    except SMTPDataError as error:
        sender.slow.note(message.to[0], error.smtp_code, _said(error.smtp_error), sender.clock())
        if error.smtp_code == _HANGS_UP:
            server.close()
        raise DeliveryError(f"The mail was refused: {error}", error.smtp_code >= 500) from error
    except AnymailError as error:
        refused = isinstance(error, AnymailRecipientsRefused)
        raise DeliveryError(f"The mail provider refused it: {error}", permanent=refused) from error
    except (SMTPException, OSError) as error:
        if isinstance(error, (SMTPServerDisconnected, OSError)):
            server.close()  # or every mail after this one would fail on the same dead connection
        raise DeliveryError(f"The mail server could not be used: {error}", permanent=False) from error


def _said(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words


def _put_off(keys: Sequence[int], claim: UUID, error: DeliveryError, now: datetime) -> None:
    """All that would have gone in one mail, so that it is tried together again."""
    pk = keys[0]
    with across_orgs_scope():
        row = Delivery.objects.across_orgs().filter(pk=pk).values_list("attempts", flat=True).first() or 0
    wait = None if error.permanent else wait_after(row + 1)
    _log.warning("delivery %s failed (try %s): %s", pk, row + 1, error)
    update_held(
        Delivery, keys, claim,
        state=Delivery.State.GIVEN_UP if wait is None else Delivery.State.OWED,
        due_at=now if wait is None else now + wait,
        attempts=row + 1, claim=None, claimed_until=None, last_error=error.message,
    )  # fmt: skip
