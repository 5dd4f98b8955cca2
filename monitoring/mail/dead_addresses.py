"""Addresses that tenants' mail no longer goes to, by what receiving servers report; and the way back.

Only alerts and digests stop. Mail about security and money goes on: its reader has to have it, and seldom gets it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, TimestampSigner
from django.template.loader import render_to_string
from django.urls import reverse

from billing.models import User
from monitoring.models import DeadAddress

# How long a link that proves an address alive may be used.
PROOF_LASTS = timedelta(days=1)
_signer = TimestampSigner(salt="monitoring.address")


def record_dead_address(address: str, why: DeadAddress.Why, said: str, now: datetime) -> None:
    """Stop alerts and digests to the address; a complaint stays one though the mail also came back."""
    found, _ = DeadAddress.objects.get_or_create(
        address=address.strip().lower(), defaults={"why": why, "said": said[:300], "since": now}
    )
    if why == DeadAddress.Why.COMPLAINED and found.why != why:
        DeadAddress.objects.filter(pk=found.pk).update(why=why, said=said[:300], since=now)


def dead_among(addresses: Iterable[str]) -> set[str]:
    """Which of the addresses, in lower case, are dead."""
    asked = {address.lower() for address in addresses}
    return set(DeadAddress.objects.filter(address__in=asked).values_list("address", flat=True))


def dead_address_of(user: User) -> DeadAddress | None:
    """Why the person gets no alerts and digests; None for one whose address is well."""
    return DeadAddress.objects.filter(address=user.email.lower()).first()


def send_proof(user: User) -> None:
    """Mail the person a link that, followed within a day, turns their mail on again."""
    token = _signer.sign_object({"user": user.pk, "address": user.email.lower()})
    context = {"link": settings.SITE_URL + reverse("address_alive", args=[token]), "user": user}
    text = render_to_string("emails/address_alive.txt", context)
    headers = {"Auto-Submitted": "auto-generated"}
    EmailMessage("Turn your alerts and digests on again", text, to=[user.email], headers=headers).send()


def address_of_proof(token: str) -> str | None:
    """The address that a link proves alive; None for a link that we did not make or that is too old."""
    try:
        proof: dict[str, str] = _signer.unsign_object(token, max_age=PROOF_LASTS)
    except BadSignature:
        return None
    return proof["address"]


def revive_address(address: str) -> bool:
    """Send alerts and digests to it again, from the next one on; False where it was not dead."""
    return bool(DeadAddress.objects.filter(address=address).delete()[0])
