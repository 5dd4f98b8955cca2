"""Refunds and disputes: written down once each, and the end of a plan whose running period is no longer paid for."""

from datetime import datetime

from billing import gateway
from billing.audit import record_audit_entry
from billing.gateway import Reversal
from billing.models import AuditEntry, Notice, Organization
from billing.notices import owe_notice
from billing.subscriptions import choose

_ACTIONS = {"refund": "payment.refunded", "dispute": "payment.disputed"}
# Stripe's words for a dispute that only asks, and for one that is over.
_OPEN = {"needs_response", "under_review"}
_GONE = {"refund": "succeeded", "dispute": "lost"}
_ENDED = {"canceled", "incomplete_expired"}


def sync_reversals(organization: Organization, charge: str, now: datetime) -> None:
    """Write down what was refunded or disputed of a payment; call with the organization's row locked.

    The rights stay while a dispute is open and after a refund of a part. Where the whole payment of the running period
    went back, by refund or by a dispute lost, the subscription is ended at Stripe; the copying that follows sees it.
    """
    reversals = gateway.reversals_of(charge)
    for reversal in reversals:
        _record_once(organization, reversal, now)
    unpaid = {each.invoice for each in reversals if each.whole and each.status == _GONE[each.kind]} - {None}
    if unpaid and organization.stripe_customer:
        bought = choose(gateway.subscriptions_of(organization.stripe_customer))
        if bought and bought.status not in _ENDED and bought.latest_invoice in unpaid:
            gateway.end_subscription(bought.id)


def _record_once(organization: Organization, reversal: Reversal, now: datetime) -> None:
    action = _ACTIONS[reversal.kind]
    told = {"id": reversal.id, "status": reversal.status}
    if AuditEntry.objects.for_org(organization).filter(action=action, details__contains=told).exists():
        return
    amount = gateway.amount_in_words(reversal.amount, reversal.currency)
    record_audit_entry(
        organization,
        actor=None,
        action=action,
        subject=f"{amount}, {reversal.status.replace('_', ' ')}",
        details={
            **told,
            "amount": reversal.amount,
            "currency": reversal.currency,
            "invoice": reversal.invoice,
        },
    )
    if reversal.kind == "dispute" and reversal.status in _OPEN:
        owe_notice(
            organization, Notice.Kind.DISPUTE_OPENED, about=reversal.id, details={"amount": amount}, now=now
        )
