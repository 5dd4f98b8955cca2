"""Secrets that must be read again: encrypted with a key made from SECRET_KEY, so that a copied database tells none."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes


class Unreadable(Exception):
    """It was sealed with a SECRET_KEY that is neither the present one nor in SECRET_KEY_FALLBACKS."""


def seal(secret: str) -> str:
    """The secret encrypted and authenticated (Fernet)."""
    return _seals().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """What was sealed. Raises Unreadable."""
    try:
        return _seals().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise Unreadable("The channel's secrets were kept under another SECRET_KEY. Add it anew.") from error


def _seals() -> MultiFernet:
    return MultiFernet([_seal_of(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _seal_of(secret_key: str | bytes) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=b"monitoring.channels").derive(force_bytes(secret_key))
    return Fernet(base64.urlsafe_b64encode(derived))
