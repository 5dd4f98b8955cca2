"""What fetch_page is asked and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from monitoring.fetching.answers import Hop

Method = Literal["http", "browser"]


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One look at a document. `pages`: further addresses, read after `url` in order, as one text."""

    url: str
    pages: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    method: Method = "http"
    language: str = ""
    # Also what is no page, such as a sitemap.
    any_text: bool = False


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
    """A document as fetched: one part for each of its addresses, in order.

    `not_modified`: the server says (304) that nothing changed since the validators we sent; then there are no parts.
    """

    request_url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    method: Method
    not_modified: bool
    parts: tuple[PagePart, ...]


def media_type(content_type: str) -> str:
    """The type without parameters, in lower case: `text/html` of `Text/HTML; charset=utf-8`."""
    return content_type.partition(";")[0].strip().lower()
