"""Every address of the map that shows a page, and who visits it."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from playwright.sync_api import BrowserContext, Page

from billing.entitlements import grant_plan
from billing.members import create_personal_organization
from billing.models import User
from platforms.models import Document, Platform
from tests.conductatlas.sight import addresses
from tests.e2e.belongings import give_belongings

PLANS = ("free", "watcher", "professional")
VISITORS = ("visitor", *PLANS, "staff")
WIDTHS = (390, 768, 1280)
COLOURS = ("light", "dark")
# These end a session or begin something elsewhere; the library's pages of others' log-ins need their keys; the names of
# platforms are a piece of a page.
LEFT_OUT = frozenset((
    "account_logout", "socialaccount_signup", "mfa_reauthenticate", "mfa_login_passkey", "platform_names",
))  # fmt: skip
# What axe may find without our being able to help it: nothing so far.
GRAVE = frozenset(("serious", "critical"))


def make_person(kind: str) -> User | None:
    """A person of that kind with an organization; None for a visitor."""
    if kind == "visitor":
        return None
    user = User.objects.create_user(f"{kind}@example.org", "a rather long pass phrase")
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    organization = create_personal_organization(user)
    if kind == "staff":
        User.objects.filter(pk=user.pk).update(is_staff=True)
    elif kind != "free":
        grant_plan(organization, kind)
    return user


def log_in(context: BrowserContext, site: str, user: User | None) -> None:
    """Puts the person's session into the browser."""
    if user is None:
        return
    client = Client()
    client.force_login(user)
    name = "sessionid"
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])


def pages_for(archive: Iterable[Document], user: User | None) -> list[str]:
    """One address of every kind that answers this person with a page."""
    client = Client()
    if user is not None:
        client.force_login(user)
    documents = list(archive)
    listed = [address for document in documents for address in [*addresses(document), *_beside(document)]]
    if user is not None:
        listed += give_belongings(user, documents[0])
    seen = {(resolve(url.partition("?")[0]).url_name, "?" in url): url for url in listed}
    found = list(seen.values())
    for name in _names_without_arguments():
        address = reverse(name)
        if address not in found and not address.startswith(("/staff/", "/api/")):
            answer = client.get(address)
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                found.append(address)
    return found


def _beside(document: Document) -> list[str]:
    """Public pages that stand beside a document's own, as addresses() has those."""
    platform, slug = document.platform.slug, document.slug
    others = Platform.objects.exclude(slug=platform).values_list("slug", flat=True)[:1]
    return [
        reverse("platform_regulations", args=[platform]),
        reverse("document_compliance", args=[platform, slug]),
        reverse("regulation", args=["gdpr"]),
        f"{reverse('compare_timelines')}?p={','.join([platform, *others])}",
        f"{reverse('report_error')}?page={document.get_absolute_url()}",
    ]


def _names_without_arguments(resolver: Any = None, namespace: str = "") -> Iterator[str]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            if entry.namespace != "admin" and not entry.pattern.converters:
                inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
                yield from _names_without_arguments(entry, inner)
        elif (
            isinstance(entry, URLPattern)
            and entry.name
            and entry.name not in LEFT_OUT
            and not entry.pattern.converters
            and not entry.pattern.regex.groups
        ):
            yield f"{namespace}{entry.name}"


def barriers(page: Page, colours: str = "light") -> list[str]:
    """What axe calls serious or worse on the page, each with the first place where it is.

    In the dark only what depends on colours is asked: the markup is that of the light page. Names for what passes are
    left out, which is half of the time.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    asked: dict[str, Any] = {"resultTypes": ["violations"], "selectors": False}
    if colours == "dark":
        asked["runOnly"] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
    found = page.evaluate("asked => axe.run(asked).then(told => told.violations)", asked)
    return [
        f"{each['id']}: {each['help']} ({each['nodes'][0]['html'][:160]})"
        for each in found
        if each["impact"] in GRAVE
    ]


def note_failures(page: Page, failures: list[str]) -> None:
    """Note every request that gets no answer, or an error for one; but not what our leaving the page breaks off."""
    page.on(
        "requestfailed",
        lambda request: (
            failures.append(f"{page.url}: {request.url} failed")
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    page.on(
        "response",
        lambda answer: (
            failures.append(f"{page.url}: {answer.url} {answer.status}") if answer.status >= 400 else None
        ),
    )


def markup_of(page: Page) -> str:
    """The page as it stands, without the tokens of its forms, which are others each time."""
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", page.content())


def keep_picture(page: Page, who: str, width: int, colours: str) -> None:
    """A picture of the page in the folder E2E_PICTURES, where it is named; it lies outside the checkout."""
    folder = os.environ.get("E2E_PICTURES")
    if folder:
        there = Path(folder) / who / f"{width}-{colours}"
        there.mkdir(parents=True, exist_ok=True)
        name = page.url.split("/", 3)[3].strip("/").replace("/", "_").replace("?", "__")[:120] or "home"
        page.screenshot(path=there / f"{name}.jpeg", full_page=True, type="jpeg", quality=70)
