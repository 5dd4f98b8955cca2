"""The outbox: owed mails claimed, written, sent and marked, by any number of workers.

Claims are those of monitoring/claims.py; what is sent is marked at once, in a transaction of its own.

One window cannot be closed from our side: a worker stopped after the mail server accepted a mail and before our
commit. The mail then goes out again under the same Message-ID, by which mailboxes show it once.
"""

import logging
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected
from uuid import UUID, uuid4

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from billing.retries import wait_after
from billing.tenancy import across_orgs_scope
from monitoring.claims import CLAIM, claim_owed, release, update_held
from monitoring.errors import DeliveryError
from monitoring.mails import alert_mail, digest_mail
from monitoring.models import Delivery

BATCH = 50
Clock = Callable[[], datetime]
_log = logging.getLogger(__name__)


class _ServerGone(Exception):
    """The mail server cannot be used; none of the claimed mails is to blame."""


def deliver_owed(clock: Clock, *, until: datetime | None = None) -> int:
    """Send what is owed, claim by claim, and return how many mails went out.

    Where the mail server cannot be reached, what is owed stays owed and nothing counts as a try.
    """
    sent = 0
    while until is None or clock() < until:
        claim = uuid4()
        claimed = claim_owed(Delivery, claim, clock(), BATCH)
        if not claimed:
            break
        try:
            with closing(get_connection()) as server:
                for pk in claimed:
                    if until is None or clock() < until:
                        sent += _deliver(pk, claim, server, clock)
        except _ServerGone as error:
            _log.warning("mail waits: %s", error)
            break
        finally:
            release(Delivery, claim)
    return sent


def mail_of(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail of an alert or a digest, addressed; call inside a scope that covers the organization."""
    return alert_mail(delivery) if delivery.alert is not None else digest_mail(delivery)


def _deliver(pk: int, claim: UUID, server: BaseEmailBackend, clock: Clock) -> bool:
    try:
        message = _write(pk, claim, clock())
        if message is None:
            return False
        _send(message, server)
    except DeliveryError as error:
        _put_off(pk, claim, error, clock())
        return False
    update_held(
        Delivery, pk, claim, state=Delivery.State.SENT, sent_at=clock(), claimed_until=None, last_error=""
    )
    return True


def _write(pk: int, claim: UUID, now: datetime) -> EmailMultiAlternatives | None:
    """The mail, with the claim renewed; None where it is no longer ours to send or no longer to be sent."""
    if not update_held(Delivery, pk, claim, claimed_until=now + CLAIM):
        return None
    joined = ("alert__change__document__platform", "digest__organization", "user", "organization")
    with across_orgs_scope():
        still_member = {"user__is_active": True, "user__memberships__organization": F("organization")}
        delivery = (
            Delivery.objects.across_orgs().select_related(*joined).filter(pk=pk, **still_member).first()
        )
        if delivery is None:
            raise DeliveryError("The person has left the organization.", permanent=True)
        try:
            message = mail_of(delivery)
            message.message()  # addresses and headers are only looked at when the mail is put together
        except Exception as error:
            # A mail that we cannot write must not hold up those that we can.
            _log.exception("delivery %s could not be written", pk)
            raise DeliveryError(f"The mail could not be written: {error!r}", permanent=False) from error
        return message


def _send(message: EmailMultiAlternatives, server: BaseEmailBackend) -> None:
    """Raises DeliveryError for what is wrong with this mail (5xx is for good, RFC 5321), else _ServerGone."""
    try:
        server.open()
    except (SMTPException, OSError) as error:
        raise _ServerGone(str(error)) from error
    try:
        server.send_messages([message])
    except SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise DeliveryError(
            f"The address was refused: {error}", all(code >= 500 for code in codes)
        ) from error
    except SMTPDataError as error:
        raise DeliveryError(f"The mail was refused: {error}", error.smtp_code >= 500) from error
    except (SMTPException, OSError) as error:
        if isinstance(error, (SMTPServerDisconnected, OSError)):
            server.close()  # or every mail after this one would fail on the same dead connection
        raise DeliveryError(f"The mail server could not be used: {error}", permanent=False) from error


def _put_off(pk: int, claim: UUID, error: DeliveryError, now: datetime) -> None:
    with across_orgs_scope():
        row = Delivery.objects.across_orgs().filter(pk=pk).values_list("attempts", flat=True).first() or 0
    wait = None if error.permanent else wait_after(row + 1)
    _log.warning("delivery %s failed (try %s): %s", pk, row + 1, error)
    update_held(
        Delivery, pk, claim,
        state=Delivery.State.GIVEN_UP if wait is None else Delivery.State.OWED,
        due_at=now if wait is None else now + wait,
        attempts=row + 1, claim=None, claimed_until=None, last_error=error.message,
    )  # fmt: skip
