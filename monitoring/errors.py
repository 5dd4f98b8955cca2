"""Everything that can go wrong between a document's address and its text, named once.

    Exception
    ├── FetchError(failure, detail)        the page could not be had: network, HTTP, robots.txt, browser
    ├── ReadingError(failure, detail)      the page was had but is not the document, or cannot be read
    └── DeliveryError(message, permanent)  an alert could not be handed over

`Failure` says what went wrong. It is set where the fact is known and never guessed from a message.
FetchError and ReadingError are caught in the pipeline and nowhere else; other exceptions are bugs and
propagate.
"""

import re
from enum import StrEnum


class Failure(StrEnum):
    """How a check failed. `.transient`: worth another try soon; `.in_words`: what an editor is shown."""

    BAD_URL = "bad_url"
    PRIVATE_ADDRESS = "private_address"
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    TOO_SLOW = "too_slow"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    REDIRECT_REFUSED = "redirect_refused"
    HTTP_NOT_FOUND = "http_not_found"
    GONE = "gone"
    FORBIDDEN = "forbidden"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    HTTP_ERROR = "http_error"
    TOO_LARGE = "too_large"
    BAD_ENCODING = "bad_encoding"
    UNSUPPORTED_TYPE = "unsupported_type"
    ROBOTS = "robots"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    PDF_UNREADABLE = "pdf_unreadable"
    BROWSER_MISSING = "browser_missing"
    BROWSER_FAILED = "browser_failed"

    # Found by the quality gate: the names are those of provisions.analysis.plausibility.Doubt.
    EMPTY = "empty"
    CHALLENGE = "challenge"
    LOGIN_WALL = "login_wall"
    CONSENT_WALL = "consent_wall"
    ERROR_PAGE = "error_page"
    SHELL = "shell"
    REDIRECT_STUB = "redirect_stub"
    WRONG_LANGUAGE = "wrong_language"
    OTHER_DOCUMENT = "other_document"
    BINARY = "binary"
    TRUNCATED = "truncated"

    @property
    def transient(self) -> bool:
        """Whether the same request may well succeed later without anybody changing anything."""
        return self in _TRANSIENT

    @property
    def in_words(self) -> str:
        """One sentence an editor understands."""
        return _IN_WORDS[self]


_NUMBER = re.compile(r"\[Errno [^\]]*\] ?")
_TRANSIENT = frozenset(
    {
        Failure.DNS,
        Failure.CONNECT,
        Failure.TIMEOUT,
        Failure.TOO_SLOW,
        Failure.RATE_LIMITED,
        Failure.SERVER_ERROR,
        Failure.BAD_ENCODING,
        Failure.ROBOTS_UNREACHABLE,
        Failure.BROWSER_FAILED,
        Failure.EMPTY,
        Failure.CHALLENGE,
        Failure.ERROR_PAGE,
        Failure.SHELL,
        Failure.TRUNCATED,
    }
)

_IN_WORDS = {
    Failure.BAD_URL: "The address is not one we can fetch.",
    Failure.PRIVATE_ADDRESS: "The address leads into a private network, so we did not connect.",
    Failure.DNS: "The host name could not be found.",
    Failure.CONNECT: "The server could not be reached, or hung up.",
    Failure.TLS: "The server could not prove that it is who it says (TLS certificate).",
    Failure.TIMEOUT: "The server did not answer in time.",
    Failure.TOO_SLOW: "The answer came so slowly that we stopped waiting.",
    Failure.TOO_MANY_REDIRECTS: "The address redirects in a circle, or too many times.",
    Failure.REDIRECT_REFUSED: "The address redirects to somewhere we do not follow.",
    Failure.HTTP_NOT_FOUND: "The server says that there is no such page (404).",
    Failure.GONE: "The server says that the page was removed for good (410).",
    Failure.FORBIDDEN: "The server refuses to show us the page.",
    Failure.RATE_LIMITED: "The server asks us to come back later (too many requests).",
    Failure.SERVER_ERROR: "The server reports an error of its own.",
    Failure.HTTP_ERROR: "The server answered with a status that carries no page.",
    Failure.TOO_LARGE: "The page is larger than we accept.",
    Failure.BAD_ENCODING: "The compressed answer is damaged.",
    Failure.UNSUPPORTED_TYPE: "The address leads to a kind of file that we do not read.",
    Failure.ROBOTS: "The site's robots.txt asks robots not to read this page.",
    Failure.ROBOTS_UNREACHABLE: "The site's robots.txt could not be read, so we stayed away.",
    Failure.PDF_UNREADABLE: "The PDF has no text that we can read.",
    Failure.BROWSER_MISSING: "The page needs a browser, and none is installed here.",
    Failure.BROWSER_FAILED: "The browser could not show the page.",
    Failure.EMPTY: "The page has no text.",
    Failure.CHALLENGE: "The page asks us to prove that we are not a robot.",
    Failure.LOGIN_WALL: "The page asks for a log-in.",
    Failure.CONSENT_WALL: "The page shows only a request for consent.",
    Failure.ERROR_PAGE: "The page is an error message.",
    Failure.SHELL: "The page is an empty frame that needs a browser to fill it.",
    Failure.REDIRECT_STUB: "The page only points to another page.",
    Failure.WRONG_LANGUAGE: "The page is in another language than the document.",
    Failure.OTHER_DOCUMENT: "The page is about something else.",
    Failure.BINARY: "The page is not text.",
    Failure.TRUNCATED: "The page breaks off before its end.",
}


def said_by(error: Exception) -> str:
    """What the system says of an error, without its number: "Connection refused"."""
    return _NUMBER.sub("", str(error))


class FetchError(Exception):
    """The page could not be had. `detail` is for people; `retry_after` in seconds, if the server gave it."""

    def __init__(
        self,
        failure: Failure,
        detail: str = "",
        *,
        status: int | None = None,
        final_url: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{failure.in_words} {detail}".strip())
        self.failure = failure
        self.detail = detail
        self.status = status
        self.final_url = final_url
        self.retry_after = retry_after


class ReadingError(Exception):
    """The bytes were had, but they are not a text that we can take for the document."""

    def __init__(self, failure: Failure, detail: str = "") -> None:
        super().__init__(f"{failure.in_words} {detail}".strip())
        self.failure = failure
        self.detail = detail


class DeliveryError(Exception):
    """An alert could not be delivered. `permanent`: trying again is pointless, switch the channel off."""

    def __init__(self, message: str, permanent: bool) -> None:
        super().__init__(message)
        self.message = message
        self.permanent = permanent
