"""The outbox: owed mails claimed, rendered, sent and marked, by any number of workers.

A delivery is marked as sent in a transaction of its own, right after the mail server took the mail. A worker that
is killed leaves a claim that lapses; the mail is then sent by another under the same Message-ID, so that the one
case nobody can rule out (killed between the server's "accepted" and our commit) shows as one mail.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from billing.tenancy import across_orgs_scope
from monitoring.errors import DeliveryError
from monitoring.mails import alert_mail, digest_mail
from monitoring.models import Delivery

CLAIM = timedelta(minutes=5)
BATCH = 50
# Minutes until the next try after the first, second, … failure; after the last the delivery is given up.
_GAPS = (1, 5, 30, 120, 360, 720)
_DUE = """
    UPDATE monitoring_delivery SET claimed_until = %(until)s, attempts = attempts + 1
    WHERE id IN (
        SELECT id FROM monitoring_delivery
        WHERE state = 'owed' AND due_at <= %(now)s AND (claimed_until IS NULL OR claimed_until < %(now)s)
        ORDER BY due_at, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
    ) RETURNING id
"""
_log = logging.getLogger(__name__)


def deliver_owed(clock: Callable[[], datetime], *, until: datetime | None = None) -> int:
    """Send what is owed, claim by claim, and return how many mails went out."""
    sent = 0
    while until is None or clock() < until:
        claimed = claim_deliveries(clock(), BATCH)
        if not claimed:
            break
        with get_connection() as connection:
            for pk in claimed:
                sent += _deliver(pk, connection, clock)
    return sent


def claim_deliveries(now: datetime, limit: int) -> list[int]:
    """Keys of up to `limit` owed deliveries, each now held by the caller alone for CLAIM."""
    with across_orgs_scope():
        rows = Delivery.objects.across_orgs().raw(_DUE, {"now": now, "until": now + CLAIM, "limit": limit})
        return sorted(row.pk for row in rows)


def _deliver(pk: int, connection: BaseEmailBackend, clock: Callable[[], datetime]) -> bool:
    with across_orgs_scope():
        delivery = _load(pk)
        if delivery is None:
            return False
        message = mail_of(delivery)
    try:
        _send(message, connection)
    except DeliveryError as error:
        _put_off(delivery, error, clock())
        return False
    with across_orgs_scope():
        Delivery.objects.across_orgs().filter(pk=pk).update(
            state=Delivery.State.SENT, sent_at=clock(), claimed_until=None, last_error=""
        )
    return True


def _load(pk: int) -> Delivery | None:
    joined = ("alert__change__document__platform", "digest", "user", "organization")
    return Delivery.objects.across_orgs().select_related(*joined).filter(pk=pk, state=Delivery.State.OWED).first()


def mail_of(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail of an alert or a digest, addressed; call inside a scope that covers the organization."""
    return alert_mail(delivery) if delivery.alert is not None else digest_mail(delivery)


def _send(message: EmailMultiAlternatives, connection: BaseEmailBackend) -> None:
    """Raises DeliveryError, permanent where the address itself was refused."""
    try:
        connection.send_messages([message])
    except SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise DeliveryError(f"The address was refused: {error}", all(code >= 500 for code in codes)) from error
    except (SMTPException, OSError) as error:
        raise DeliveryError(f"The mail server could not be used: {error}", permanent=False) from error


def _put_off(delivery: Delivery, error: DeliveryError, now: datetime) -> None:
    given_up = error.permanent or delivery.attempts > len(_GAPS)
    _log.warning("delivery %s failed (try %s): %s", delivery.pk, delivery.attempts, error)
    later = now if given_up else now + timedelta(minutes=_GAPS[delivery.attempts - 1])
    with across_orgs_scope():
        Delivery.objects.across_orgs().filter(pk=delivery.pk).update(
            state=Delivery.State.GIVEN_UP if given_up else Delivery.State.OWED,
            due_at=later,
            claimed_until=None,
            last_error=error.message,
        )
