"""What one fetch may cost and what came of it: the values that http.py and browser.py share."""

from collections.abc import Mapping
from dataclasses import dataclass

# What is kept of an answer's headers: what describes the page, its age, its server and its way to us.
KEPT_HEADERS = frozenset(
    {"age", "cache-control", "cf-mitigated", "content-disposition", "content-encoding", "content-language"}
    | {"content-length", "content-type", "date", "etag", "expires", "last-modified", "link", "location"}
    | {"retry-after", "server", "vary", "via", "x-amzn-waf-action", "x-robots-tag"}
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one fetch may go. Times in seconds; bytes count both on the wire and after decompression."""

    body_bytes: int = 20 * 1024 * 1024
    seconds: float = 60.0
    connect: float = 10.0
    read: float = 20.0
    redirects: int = 10


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Hop:
    """One address on the way to the answer, with the redirect status it gave."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said in the end, whatever its status. `headers` are lower-case and only those that
    matter."""

    request_url: str
    final_url: str
    hops: tuple[Hop, ...]
    status: int
    headers: Mapping[str, str]
    body: bytes
    not_modified: bool
    elapsed: float
