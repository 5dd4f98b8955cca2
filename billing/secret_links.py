"""Addresses that are a key: whoever knows one may come in, and we keep only its hash."""

import hashlib
import secrets

_BYTES = 32


def new_token() -> str:
    """Words for an address that nobody guesses: 256 random bits, safe in a URL."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(token: str) -> str:
    """What is kept of a token, to know it again: SHA-256 in hexadecimal. Random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
