"""Mails about money, and about a channel that failed: owed in the transaction of what they tell of, sent by a sweep, each once."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.dateparse import parse_datetime

from billing.members import Action, addresses_of_those_who_may
from billing.models import Notice, Organization
from billing.plans import plan_of
from billing.retries import wait_after
from billing.tenancy import across_orgs_scope

Clock = Callable[[], datetime]
# Whose right it is to mend what the mail tells of; where a kind is not named, those who see to billing.
_WHO_SEES_TO: dict[str, Action] = {Notice.Kind.CHANNEL_OFF: Action.CHANGE_CHANNELS}
_log = logging.getLogger(__name__)


def owe_notice(
    organization: Organization, kind: Notice.Kind, *, about: str, details: dict[str, Any], now: datetime
) -> bool:
    """Owe one mail, in the open transaction and scope; False where this was told before.

    `details` are what the mail's template says: plans by their slugs, a moment as ISO text; `to` is the address of the
    one member it is for, where it is not for all who see to its kind.
    """
    told = {"details": details, "owed_at": now, "due_at": now}
    _, new = Notice.objects.for_org(organization).get_or_create(kind=kind, about=about, defaults=told)
    return new


def send_owed_notices(clock: Clock) -> int:
    """Send what is owed and due, one transaction a mail; returns how many went out.

    A worker stopped between the mail server's answer and our commit sends that mail again, under the same
    Message-ID, by which mailboxes show it once.
    """
    sent = 0
    while (went := _send_next(clock())) is not None:
        sent += went
    return sent


def _send_next(now: datetime) -> bool | None:
    """Whether the mail that is longest due could be sent; None where none is due."""
    with across_orgs_scope():
        owed = Notice.objects.across_orgs().filter(settled_at=None, due_at__lte=now).order_by("due_at", "pk")
        notice = owed.select_for_update(skip_locked=True).first()
        if notice is None:
            return None
        try:
            _mail_of(notice).send()
        except Exception as error:  # noqa: BLE001 - whatever stops one mail must not stop the next
            _put_off(notice, error, now)
            return False
        notice.settled_at = now
        notice.save(update_fields=["settled_at"])
        return True


def _put_off(notice: Notice, error: Exception, now: datetime) -> None:
    notice.tries += 1
    _log.warning("notice %s could not be sent (try %s): %r", notice.pk, notice.tries, error)
    wait = wait_after(notice.tries)
    if wait is None:
        notice.settled_at = now
    else:
        notice.due_at = now + wait
    notice.save(update_fields=["tries", "due_at", "settled_at"])


def _mail_of(notice: Notice) -> EmailMessage:
    told = notice.details
    context = {
        **told,
        "organization": notice.organization,
        "site_url": settings.SITE_URL,
        "plan_name": plan_of(told["plan"]).name if "plan" in told else "",
        "then_name": plan_of(told["then"]).name if "then" in told else "",
        "ends_at": parse_datetime(told["ends_at"]) if "ends_at" in told else None,
    }
    action = _WHO_SEES_TO.get(notice.kind, Action.CHANGE_BILLING)
    template = f"billing/emails/{notice.kind}"
    subject = " ".join(render_to_string(f"{template}.subject.txt", context).split())
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    return EmailMessage(
        subject,
        render_to_string(f"{template}.txt", context),
        to=[told["to"]] if "to" in told else addresses_of_those_who_may(notice.organization, action),
        headers={"Message-ID": f"<notice-{notice.pk}@{domain}>", "Auto-Submitted": "auto-generated"},
    )
