"""Time stamps of RFC 3161: what an authority is asked for, and whether what it answers is one over a head's note."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from cryptography.x509 import Certificate
from rfc3161_client import (
    HashAlgorithm,
    TimeStampRequest,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

# By how much an authority's clock and ours may differ.
_LEEWAY = timedelta(minutes=5)


class StampRefused(Exception):
    """What the authority answered is no time stamp to keep; str() says why."""


def stamp_request(note: str) -> TimeStampRequest:
    """What to send: the SHA-256 of the note, a number used once, and that the certificates be in the answer."""
    builder = TimestampRequestBuilder().data(note.encode()).hash_algorithm(HashAlgorithm.SHA256)
    return builder.nonce(nonce=True).cert_request(cert_request=True).build()


def stamp_in(
    reply: bytes, note: str, request: TimeStampRequest, roots: Sequence[Certificate], now: datetime
) -> tuple[bytes, datetime]:
    """The token in the reply and the moment that it states. Raises StampRefused."""
    verifier = VerifierBuilder.from_request(request)
    for root in roots:
        verifier = verifier.add_root_certificate(root)
    try:
        response = decode_timestamp_response(reply)
        verifier.build().verify_message(response, note.encode())
    except (VerificationError, ValueError) as error:
        raise StampRefused(str(error)) from error
    at = response.tst_info.gen_time
    if abs(at - now) > _LEEWAY:
        raise StampRefused(f"It states {at:%Y-%m-%d %H:%M:%S} UTC, and our clock says otherwise.")
    return response.time_stamp_token(), at
