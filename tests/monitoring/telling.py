"""A platform whose policy changes, seen through the true pipeline with a transport of our own."""

from datetime import UTC, datetime, timedelta

from billing.models import Organization
from billing.tenancy import across_orgs_scope
from monitoring.fetching.pages import Page, PagePart, PageRequest
from monitoring.models import Check, Delivery
from monitoring.pipeline import check_document
from monitoring.timing import GATHERING
from monitoring.watches.watching import start_watching
from platforms.models import Document, Platform
from provisions.models import Change

# A Wednesday.
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)
# When a mail about a change found at noon is due.
SOON = NOON + GATHERING

_FILLER = "".join(
    f"<h2>{number}. {title}</h2><p>{text}</p>"
    for number, (title, text) in enumerate(
        [
            (
                "Who we are",
                "Pondmoor Limited runs the Pondmoor service and is responsible for your personal data.",
            ),
            (
                "What we collect",
                "We collect your name, your e-mail address and the pages that you visit on our service.",
            ),
            (
                "Why we use it",
                "We use your personal information to run the service, to keep it safe and to answer you.",
            ),
            (
                "Whom we share it with",
                "We share personal data with companies that host our servers, under a contract.",
            ),
            (
                "Your rights",
                "You may ask us for a copy of your personal data, and you may ask us to delete it.",
            ),
            (
                "Security",
                "We protect your data with encryption and let only the people who need it have access.",
            ),
            (
                "Children",
                "Our service is not meant for children under 13, and we delete their data when we learn of it.",
            ),
        ],
        start=1,
    )
)
BEFORE = "We keep your personal data for 30 days after you close your account, and then delete it."
AFTER = (
    "We keep your personal data for 24 months after you close your account, and may use the content that you post to "
    'train our machine learning models & "partners\'" <systems>.'
)


def policy(retention: str = BEFORE) -> str:
    """A whole privacy policy as a web page, with this sentence on retention."""
    escaped = retention.replace("&", "&amp;").replace("<", "&lt;")
    return (
        "<!doctype html><html lang=en><head><title>Privacy Policy | Pondmoor</title></head><body><main>"
        f"<h1>Privacy Policy</h1>{_FILLER}<h2>8. How long we keep it</h2><p>{escaped}</p></main></body></html>"
    )


def transport(markup: str):
    """What fetches: the page, whatever is asked for."""

    def fetch(request: PageRequest) -> Page:
        body, kind = markup.encode(), "text/html; charset=utf-8"
        part = PagePart(request.url, request.url, 200, {}, body, kind)
        return Page(request.url, request.url, 200, {}, "http", False, (part,))

    return fetch


def publish(slug: str = "pondmoor", name: str = "Pondmoor") -> Document:
    """A platform with a privacy policy that nobody has looked at yet."""
    platform = Platform.objects.create(slug=slug, name=name, sector="Social")
    return Document.objects.create(
        platform=platform,
        slug="privacy-policy",
        type="Privacy Policy",
        urls=[f"https://{slug}.example/privacy"],
    )


def change(document: Document, at: datetime = NOON, *, after: str = AFTER, before: str = BEFORE) -> Change:
    """The policy is read a day before, and found changed at the given moment."""
    if not document.versions.exists():
        check_document(document, transport(policy(before)), at - DAY)
    check = check_document(document, transport(policy(after)), at)
    if check.outcome == Check.Outcome.AWAITING:
        check = check_document(document, transport(policy(after)), at)
    assert check.outcome == Check.Outcome.CHANGED, check.reason
    return Change.objects.get(after=check.version)


def watch(organization: Organization, document: Document, at: datetime = NOON - 2 * DAY) -> None:
    start_watching(organization, document.platform, by=None, now=at)


def owed(**which: object) -> list[Delivery]:
    """All deliveries of all organizations, oldest first."""
    with across_orgs_scope():
        rows = Delivery.objects.across_orgs().filter(**which)
        return list(rows.select_related("user", "alert", "digest", "organization").order_by("pk"))
