"""Stripe's news: signature, event stored once, and its effect, which is to read Stripe's truth anew; all or nothing.

Nothing of the payload is believed beyond the ids. Stripe is asked inside the transaction, after the organization's row
is locked, because an answer fetched before could be older than what another worker has written meanwhile.
"""

import logging
from datetime import datetime

from django.db import transaction

from billing import gateway
from billing.gateway import Event
from billing.members import locked
from billing.models import Organization, StripeEvent
from billing.reversals import sync_reversals
from billing.subscriptions import organization_of_customer, sync_subscription
from billing.tenancy import tenant_scope

EVENT_TYPES = (
    "charge.dispute.closed",
    "charge.dispute.created",
    "charge.dispute.funds_reinstated",
    "charge.dispute.funds_withdrawn",
    "charge.dispute.updated",
    "charge.refunded",
    "checkout.session.async_payment_failed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.completed",
    "customer.deleted",
    "customer.subscription.created",
    "customer.subscription.deleted",
    "customer.subscription.paused",
    "customer.subscription.pending_update_applied",
    "customer.subscription.pending_update_expired",
    "customer.subscription.resumed",
    "customer.subscription.updated",
    "invoice.marked_uncollectible",
    "invoice.paid",
    "invoice.payment_action_required",
    "invoice.payment_failed",
    "invoice.voided",
    "refund.created",
    "refund.failed",
    "refund.updated",
)
_OF_PAYMENTS = {"charge", "refund", "dispute"}
_log = logging.getLogger(__name__)


def receive_event(payload: bytes, signature: str, now: datetime) -> bool:
    """Take in one request to the webhook; False where there was nothing new to do.

    Raises BadSignature (answer 400) and whatever goes wrong (answer 500: Stripe sends it again).
    """
    return take_event(gateway.verified_event(payload, signature), now)


def take_event(event: Event, now: datetime) -> bool:
    """Store the event and have its effect, in one transaction; False for one that is known or means nothing to us."""
    if event.type not in EVENT_TYPES:
        return False
    told = {"type": event.type, "created_at": event.created, "received_at": now}
    with transaction.atomic():
        _, new = StripeEvent.objects.get_or_create(event_id=event.id, defaults=told)
        if new:
            _take_effect(event, now)
    return new


def _take_effect(event: Event, now: datetime) -> None:
    charge, about = "", (event.object_type, event.object_id)
    try:
        if event.object_type in _OF_PAYMENTS:
            charge = gateway.charge_of(*about)
            about = ("charge", charge)
        customer = gateway.customer_of(*about)
    except gateway.NotThere:
        _log.info("%s %s is about something that Stripe no longer has", event.type, event.id)
        return
    organization = organization_of_customer(customer) if customer else None
    if organization is None:
        _log.info("%s %s is about no customer of this site", event.type, event.id)
        return
    _copy_truth(organization, charge, event, now)


def _copy_truth(organization: Organization, charge: str, event: Event, now: datetime) -> None:
    with tenant_scope(organization):
        if charge:
            sync_reversals(locked(organization), charge, now)
        sync_subscription(organization, now, source=event.type)
