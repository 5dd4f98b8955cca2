"""Which mails a member wants: stopping and resuming a kind of mail, also from a link that needs no log-in."""

from enum import StrEnum

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from billing.audit import record_audit_entry
from billing.models import Membership, Organization, User
from billing.tenancy import tenant_scope
from monitoring.models import Delivery, MailPreference

STOPPED = "The person stopped these mails."
# Without a date: a mail is kept for years, and its link must still work.
_signer = Signer(salt="monitoring.unsubscribe")


class MailKind(StrEnum):
    """The kinds of mail a member can do without; the values are the fields of MailPreference."""

    ALERTS = "alerts"
    DIGESTS = "digests"

    @property
    def in_words(self) -> str:
        """As in "We no longer send you …"."""
        return {MailKind.ALERTS: "same-day alerts", MailKind.DIGESTS: "weekly digests"}[self]


def unsubscribe_url(organization: Organization, user: User, kind: MailKind) -> str:
    """The full address of the page that stops this kind of mail for this member, with no log-in."""
    token = _signer.sign(f"{organization.pk}-{user.pk}-{kind.value}")
    return settings.SITE_URL + reverse("unsubscribe", args=[token])


def membership_of_token(token: str) -> tuple[Membership | None, MailKind]:
    """Whom a link was made for; None for somebody who has left. Raises BadSignature for a link we did not make."""
    organization, user, kind = _signer.unsign(token).split("-")
    found = Membership.objects.filter(organization_id=int(organization), user_id=int(user)).select_related(
        "organization", "user"
    )
    return found.first(), MailKind(kind)


def wants(membership: Membership, kind: MailKind) -> bool:
    """Whether the member gets this kind of mail."""
    with tenant_scope(membership.organization):
        preference = (
            MailPreference.objects.for_org(membership.organization).filter(user=membership.user).first()
        )
        return preference is None or bool(getattr(preference, kind.value))


def stop_mail(membership: Membership, kind: MailKind) -> None:
    """Send the member no more mail of this kind, not even what is owed and not yet on its way."""
    with tenant_scope(membership.organization):
        if _set(membership, kind, wanted=False):
            owed = Delivery.objects.for_org(membership.organization).filter(
                user=membership.user, state=Delivery.State.OWED, **{f"{_TELLS[kind]}__isnull": False}
            )
            owed.update(state=Delivery.State.GIVEN_UP, last_error=STOPPED)


def resume_mail(membership: Membership, kind: MailKind) -> None:
    """Send the member this kind of mail again, from the next change or week on."""
    with tenant_scope(membership.organization):
        _set(membership, kind, wanted=True)


_TELLS = {MailKind.ALERTS: "alert", MailKind.DIGESTS: "digest"}


def _set(membership: Membership, kind: MailKind, *, wanted: bool) -> bool:
    """Whether it was otherwise before."""
    preferences = MailPreference.objects.for_org(membership.organization)
    preference, _ = preferences.select_for_update().get_or_create(user=membership.user)
    if getattr(preference, kind.value) == wanted:
        return False
    preferences.filter(pk=preference.pk).update(**{kind.value: wanted})
    record_audit_entry(
        membership.organization,
        actor=membership.user,
        action="mail.resumed" if wanted else "mail.stopped",
        subject=kind.in_words,
    )
    return True


__all__ = [
    "BadSignature",
    "MailKind",
    "membership_of_token",
    "resume_mail",
    "stop_mail",
    "unsubscribe_url",
    "wants",
]
