"""What fetch_page is asked and what it gives; a page of several parts as one block of bytes, and back."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from monitoring.answers import Hop

Method = Literal["http", "browser"]

_MULTIPART = "multipart/mixed; boundary="


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One look at a document. `pages`: further addresses, read after `url` in order, as one text."""

    url: str
    pages: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    method: Method = "http"
    language: str = ""


@dataclass(frozen=True, slots=True)
class PagePart:
    """One fetched address. `content_type` is the full header value (with its charset), corrected where it
    lied."""

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    content_type: str
    hops: tuple[Hop, ...] = ()

    @property
    def is_pdf(self) -> bool:
        return media_type(self.content_type) == "application/pdf"


@dataclass(frozen=True, slots=True)
class Page:
    """A document as fetched. With one part `body` is exactly what the server sent; with several, all of them
    bound.

    `not_modified`: the server says (304) that nothing changed since the validators we sent; then `body` is
    empty.
    """

    request_url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    content_type: str
    method: Method
    not_modified: bool
    parts: tuple[PagePart, ...]


def media_type(content_type: str) -> str:
    """The type without parameters, in lower case: `text/html` of `Text/HTML; charset=utf-8`."""
    return content_type.partition(";")[0].strip().lower()


def bind_parts(parts: tuple[PagePart, ...]) -> tuple[bytes, str]:
    """(body, content type) of several parts as one multipart/mixed (RFC 2046), the same bytes for the same
    parts."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.body)
    boundary = digest.hexdigest()
    pieces = []
    for part in parts:
        head = (
            f"--{boundary}\r\nContent-Type: {part.content_type}\r\nContent-Location: {part.final_url}\r\n\r\n"
        )
        pieces.append(head.encode() + part.body + b"\r\n")
    return b"".join(pieces) + f"--{boundary}--\r\n".encode(), _MULTIPART + boundary


def unbind_parts(body: bytes, content_type: str) -> list[tuple[bytes, str]]:
    """(body, content type) of each part, in order: the inverse of bind_parts; any other page is its own only
    part."""
    if not content_type.startswith(_MULTIPART):
        return [(body, content_type)]
    boundary = content_type.removeprefix(_MULTIPART).encode()
    parts = []
    for piece in body.split(b"--" + boundary + b"\r\n")[1:]:
        head, _, rest = piece.partition(b"\r\n\r\n")
        kind = head.split(b"\r\n")[0].removeprefix(b"Content-Type: ").decode()
        parts.append((rest.removesuffix(b"--" + boundary + b"--\r\n").removesuffix(b"\r\n"), kind))
    return parts
