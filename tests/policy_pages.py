"""An invented policy as a web page, in as many wordings as a test needs, and documents to look at it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from monitoring.errors import Failure, FetchError
from monitoring.fetching.pages import Page, PagePart, PageRequest
from platforms.models import Document, Platform

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)

COLLECT = (
    "We collect the name, e-mail address and telephone number that you give us when you create an account, and the "
    "contents of the messages that you send to our support staff."
)
SHARE = (
    "We share your personal data with advertising partners, who may use it to show you advertising on other web sites "
    "and in other apps."
)
RETAIN = "We retain your personal data for 30 days after you close your account and then delete it from our systems."
TRAIN = "We may use the content that you post to train our machine learning models, unless you opt out in the settings."
ARBITRATE = (
    "Any dispute arising out of these terms will be resolved by binding individual arbitration, and you waive the right "
    "to take part in a class action."
)
TERMINATE = "We may suspend or terminate your account at any time, without notice, if we believe that you have broken this policy."
CHANGES = (
    "We may change this policy from time to time, and by continuing to use the service after a change you accept the new "
    "policy."
)
RIGHTS = (
    "You have the right to access, correct and delete your personal data, and to object to its use, by writing to "
    "privacy@harbourlight.example."
)
SECURE = (
    "We protect your personal data with encryption in transit and at rest, although no method of storage is completely "
    "secure."
)
CHILDREN = "The service is not meant for children under 13 years of age, and we do not knowingly collect personal data from them."
COOKIES = (
    "We use cookies and similar technologies to remember your preferences, to measure how the service is used and to show "
    "you advertising."
)
TRANSFERS = (
    "Your personal data may be transferred to and processed in the United States, under the standard contractual clauses "
    "of the European Commission."
)
CLAUSES = (COLLECT, SHARE, RETAIN, TERMINATE, CHANGES, RIGHTS, SECURE, CHILDREN, COOKIES, TRANSFERS)
# A clause keeps its heading when a test rewords it: the heading goes by what the clause is about.
TITLES = {
    "telephone number": "What we collect",
    "advertising partners": "Who we share it with",
    "after you close": "How long we keep it",
    "machine learning": "Machine learning",
    "arbitration": "Disputes",
    "suspend or terminate": "Ending your account",
    "change this policy": "Changes to this policy",
    "the right to access": "Your rights",
    "encryption": "Security",
    "children": "Children",
    "cookies": "Cookies",
    "United States": "Where we process it",
}


def policy(
    clauses: Sequence[str] = CLAUSES,
    *,
    updated: str = "1 February 2026",
    chrome: str = "a1",
    markup: str = "p",
) -> bytes:
    """The policy's page. `chrome` is noise around the text; `markup` the element its paragraphs are in."""
    body = "".join(f"<h2>{_title(one)}</h2><{markup}>{one}</{markup}>" for one in clauses)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Privacy Policy | Harbourlight</title>'
        f'<script nonce="{chrome}">var build = "{chrome}";</script></head><body><nav><a href="/">Home</a></nav>'
        f"<main><h1>Privacy Policy</h1><p>Last updated: {updated}</p>{body}</main>"
        f"<footer>Served by {chrome}</footer></body></html>"
    ).encode()


def page(
    *bodies: bytes,
    headers: dict[str, str] | None = None,
    content_type: str = "text/html; charset=utf-8",
    status: int = 200,
    url: str = "https://harbourlight.example/privacy",
) -> Page:
    """What a fetch of a document of so many pages gives."""
    parts = tuple(PagePart(url, url, status, headers or {}, body, content_type) for body in bodies)
    return Page(url, url, status, headers or {}, "http", False, parts)


def not_modified() -> Page:
    """A 304."""
    url = "https://harbourlight.example/privacy"
    return Page(url, url, 304, {}, "http", True, ())


def serve(answer: Page | bytes | FetchError | Failure) -> Callable[[PageRequest], Page]:
    """A fetch that always gives this answer."""

    def fetch(request: PageRequest) -> Page:
        if isinstance(answer, Failure):
            raise FetchError(answer)
        if isinstance(answer, FetchError):
            raise answer
        return page(answer) if isinstance(answer, bytes) else answer

    return fetch


def make_document(
    slug: str = "privacy-policy", *, platform: str = "harbourlight", **fields: object
) -> Document:
    """A document of an invented platform."""
    owner, _ = Platform.objects.get_or_create(
        slug=platform, defaults={"name": platform.title(), "sector": "Social"}
    )
    defaults: dict[str, object] = {"type": "Privacy Policy", "urls": [f"https://{platform}.example/{slug}"]}
    return Document.objects.create(platform=owner, slug=slug, **{**defaults, **fields})


def _title(clause: str) -> str:
    return next((title for words, title in TITLES.items() if words in clause), "More")
