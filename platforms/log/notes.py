"""Signed notes: a few lines of text with an Ed25519 signature, the form in which the log's heads are published.

The form is C2SP's (signed-note, and tlog-checkpoint for heads), so that other people's tools read it too.
"""

import base64
import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

_ED25519 = b"\x01"


class NoSigningKey(Exception):
    """This server was given no key to sign the log's heads with."""


def signing_key() -> Ed25519PrivateKey:
    """The key of the settings; on a development server one that is made at the first asking. Raises NoSigningKey."""
    if settings.LOG_SIGNING_KEY:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(settings.LOG_SIGNING_KEY))
    if settings.LOG_SIGNING_KEY_FILE is None:
        raise NoSigningKey("Set LOG_SIGNING_KEY: without it the heads of the log cannot be signed.")
    return Ed25519PrivateKey.from_private_bytes(_kept_at(settings.LOG_SIGNING_KEY_FILE))


def _kept_at(path: Path) -> bytes:
    """The key in the file, which is made where there is none; of several that make it at once the first one's counts."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        own = path.with_suffix(f".{os.getpid()}")
        own.touch(mode=0o600)
        own.write_bytes(os.urandom(32))
        try:
            path.hardlink_to(own)
        except FileExistsError:
            pass
        finally:
            own.unlink()
    return path.read_bytes()


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes of its public key."""
    return key.public_key().public_bytes_raw()


def key_id(name: str, public: bytes) -> bytes:
    """The four bytes by which a signed note names the key."""
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]


def sign_note(text: str, name: str, key: Ed25519PrivateKey) -> str:
    """The text, which ends with a line end, with a signature in the log's name below it."""
    signature = key_id(name, public_bytes(key)) + key.sign(text.encode())
    return f"{text}\n— {name} {base64.b64encode(signature).decode()}\n"


def note_holds(note: str, name: str, public: bytes) -> bool:
    """Whether this name's key signed the note."""
    text, _, signature = note.rpartition("\n\n")
    text += "\n"
    if not signature.startswith(f"— {name} "):
        return False
    signed = base64.b64decode(signature.removeprefix(f"— {name} "))
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signed[4:], text.encode())
    except InvalidSignature:
        return False
    return signed[:4] == key_id(name, public)
