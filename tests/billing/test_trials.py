"""The trial: once, without a card, with a mail before its end; and the mails about money."""

from datetime import UTC, datetime, timedelta
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from billing.entitlements import entitlements_of, grant_plan
from billing.models import Membership, Notice, Organization, Role, User
from billing.notices import owe_notice, send_owed_notices
from billing.plans import FREE, PROFESSIONAL, WATCHER
from billing.retries import GAPS, JITTER
from billing.tenancy import tenant_scope
from billing.trials import TrialRefused, remind_and_close_trials, start_trial

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def fresh(organization: Organization) -> Organization:
    return Organization.objects.get(pk=organization.pk)


def subjects() -> list[str]:
    return [message.subject for message in mail.outbox]


def test_a_trial_gives_the_plan_for_fourteen_days(organization: Organization, owner: User) -> None:
    start_trial(organization, by=owner, now=NOW)
    assert entitlements_of(organization, NOW + 14 * DAY - timedelta(seconds=1)).plan is PROFESSIONAL
    assert entitlements_of(organization, NOW + 14 * DAY).plan is FREE
    with tenant_scope(organization):
        assert organization.audit_entries.first().action == "trial.started"


def test_an_organization_has_one_trial(organization: Organization, owner: User) -> None:
    start_trial(organization, by=owner, now=NOW)
    with pytest.raises(TrialRefused, match="has had its trial"):
        start_trial(fresh(organization), by=owner, now=NOW + 400 * DAY)


def test_who_has_the_plan_keeps_the_trial_for_later(organization: Organization, owner: User) -> None:
    grant_plan(organization, "professional")
    with pytest.raises(TrialRefused, match="already"):
        start_trial(organization, by=owner, now=NOW)


def test_after_the_trial_what_is_bought_counts_again(organization: Organization, owner: User) -> None:
    grant_plan(organization, "watcher")
    start_trial(organization, by=owner, now=NOW)
    assert entitlements_of(organization, NOW).plan is PROFESSIONAL
    assert entitlements_of(organization, NOW + 14 * DAY).plan is WATCHER


def test_a_mail_comes_three_days_before_the_end_and_one_after_it(
    organization: Organization, owner: User, member: User
) -> None:
    start_trial(organization, by=owner, now=NOW)
    for hours in range(0, 24 * 20, 12):
        now = NOW + timedelta(hours=hours)
        remind_and_close_trials(now)
        send_owed_notices(lambda now=now: now)
        assert len(mail.outbox) == (hours >= 24 * 11) + (hours >= 24 * 14)
    assert subjects() == [
        "Your trial of the Professional plan ends on 15 March",
        "Your trial of the Professional plan has ended",
    ]
    assert mail.outbox[0].to == [owner.email]
    assert "you go back to the Free plan" in mail.outbox[0].body
    assert "/app/billing/?plan=professional" in mail.outbox[0].body
    with tenant_scope(organization):
        assert organization.audit_entries.first().action == "trial.ended"


def test_who_bought_the_plan_meanwhile_hears_of_no_end(organization: Organization, owner: User) -> None:
    start_trial(organization, by=owner, now=NOW)
    grant_plan(organization, "professional")
    remind_and_close_trials(NOW + 12 * DAY)
    remind_and_close_trials(NOW + 15 * DAY)
    with tenant_scope(organization):
        assert not Notice.objects.for_org(organization).exists()
    assert fresh(organization).trial.closed_at == NOW + 15 * DAY


@pytest.mark.parametrize(
    ("kind", "details", "words"),
    [
        ("payment_failed", {"plan": "watcher", "then": "free"}, "it will be tried again"),
        (
            "plan_ended",
            {"plan": "watcher", "then": "free", "status": "unpaid"},
            "as soon as the invoice is paid",
        ),
        ("plan_ended", {"plan": "watcher", "then": "free", "status": "ended"}, "plan of Ann has ended"),
        ("dispute_opened", {"amount": "9.00 USD"}, "a payment of 9.00 USD by Ann is disputed"),
    ],
)
def test_each_mail_says_what_happened_to_those_who_see_to_money(
    organization: Organization, owner: User, member: User, kind: str, details: dict[str, str], words: str
) -> None:
    Membership.objects.filter(user=member).update(role=Role.BILLING)
    with tenant_scope(organization):
        assert owe_notice(organization, Notice.Kind(kind), about="x", details=details, now=NOW)
        assert not owe_notice(organization, Notice.Kind(kind), about="x", details=details, now=NOW)
    assert send_owed_notices(lambda: NOW) == 1
    assert send_owed_notices(lambda: NOW) == 0
    (message,) = mail.outbox
    assert words in message.body
    assert "{" not in message.subject + message.body
    assert message.to == [owner.email, member.email]


class Refusing(BaseEmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPException("451 not now")


def test_a_mail_that_fails_is_tried_again_and_given_up_at_last(
    organization: Organization, settings: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    with tenant_scope(organization):
        details = {"amount": "9.00 USD"}
        owe_notice(organization, Notice.Kind.DISPUTE_OPENED, about="x", details=details, now=NOW)
    now = NOW
    for gap in (*GAPS, 0):
        assert send_owed_notices(lambda now=now: now) == 0
        now += timedelta(minutes=gap) * (1 + JITTER)
    with tenant_scope(organization):
        notice = Notice.objects.for_org(organization).get()
    assert (notice.tries, notice.settled_at is not None) == (len(GAPS) + 1, True)
