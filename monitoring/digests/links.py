"""The private link of a digest: who has it reads that digest, with no log-in; nobody can guess another."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from billing.tenancy import across_orgs_scope
from monitoring.models import Digest

# Without a date: a mail is kept for years, and its link must still work.
_signer = Signer(salt="monitoring.digest")


def digest_address(digest: Digest) -> str:
    """The full address of the digest as a page."""
    return settings.SITE_URL + reverse("digest_online", args=[_signer.sign(str(digest.pk))])


def digest_of_token(token: str) -> Digest | None:
    """Whose link it is; None for one that we did not make, or whose digest is gone."""
    try:
        key = int(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
    with across_orgs_scope():
        found: Digest | None = (
            Digest.objects.across_orgs().select_related("organization").filter(pk=key).first()
        )
    return found
