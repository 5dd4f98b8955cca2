"""The main journeys with nothing but a keyboard: what can be clicked can be reached, seen and pressed."""

import re

import pytest
from playwright.sync_api import Page, expect

from billing.models import Membership, User
from platforms.models import Document
from tests.e2e.visiting import log_in, make_person
from tests.monitoring.telling import NOON, change, publish, watch

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
HERE = "document.activeElement"
NAME = f"({HERE}.labels?.[0] ?? {HERE}).textContent.replace(/\\s+/g, ' ').trim()"
FARTHEST = 150


def go_to(tab: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until what is named so has the focus, and can be seen to have it."""
    found = []
    for _ in range(FARTHEST):
        tab.keyboard.press("Shift+Tab" if back else "Tab")
        found.append(str(tab.evaluate(NAME)))
        if re.search(name, found[-1]):
            break
    else:
        raise AssertionError(f"Nothing called {name} is reached, only: {found}")
    expect(tab.locator(":focus")).to_be_in_viewport()
    assert tab.evaluate(f"getComputedStyle({HERE}).outlineStyle") != "none", f"{name} shows no focus"


def come_to(tab: Page, address: str) -> None:
    """Wait for a page that was asked for: with its address it may still be half there, and without its scripts."""
    expect(tab).to_have_url(re.compile(address))
    tab.wait_for_load_state()


def read(tab: Page, name: str) -> None:
    """Follow the link of that name to the page that has it for its heading."""
    press(tab, f"^{re.escape(name)}$")
    expect(tab.get_by_role("heading", level=1)).to_have_text(name)
    tab.wait_for_load_state()


def press(tab: Page, name: str) -> None:
    go_to(tab, name)
    tab.keyboard.press("Enter")


def arrive(tab: Page, site: str, kind: str) -> User:
    user = make_person(kind)
    assert user is not None
    log_in(tab.context, site, user)
    return user


def test_from_a_search_to_a_provision_to_a_watch(tab: Page, site: str, archive: list[Document]) -> None:
    arrive(tab, site, "free")
    tab.goto("/")
    press(tab, "^Search$")
    come_to(tab, "/search/$")
    go_to(tab, "Search")
    while tab.evaluate(f"{HERE}.type") != "search":
        tab.keyboard.press("Tab")
    tab.keyboard.type("arbitration")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("q=arbitration"))
    expect(tab.locator("#results h3 a").first).to_be_visible()
    name = tab.locator("#results h3 a[href*='/pondwick/terms-of-service/']").first.inner_text()
    read(tab, name)
    press(tab, "Read later")
    expect(tab.get_by_role("button", name="On your reading list")).to_be_focused()
    press(tab, "Watch Pondwick")
    expect(tab.get_by_text("You are watching Pondwick.")).to_be_visible()


def test_through_a_diff_and_back(tab: Page, archive: list[Document]) -> None:
    document = archive[0]
    tab.goto(f"/diff/{document.platform.slug}/{document.slug}/1/3/")
    press(tab, "Next")
    expect(tab.locator("#change-1")).to_be_focused()
    tab.keyboard.press("n")
    expect(tab.locator("#change-2")).to_be_focused()
    expect(tab.locator("#change-2")).to_be_in_viewport()
    tab.keyboard.press("p")
    expect(tab.locator("#change-1")).to_be_focused()


def test_an_alert_is_acknowledged_and_the_place_is_kept(tab: Page, site: str) -> None:
    user = arrive(tab, site, "watcher")
    Membership.objects.update(created_at=NOON)
    document = publish()
    watch(user.organizations.get(), document)
    change(document)
    tab.goto("/app/inbox/")
    press(tab, "^Acknowledge")
    expect(tab.locator("#alerts")).to_contain_text("acknowledged by")
    expect(tab.locator("#alerts a").first).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Pondmoor")


def test_the_facets_of_the_registry(tab: Page, archive: list[Document]) -> None:
    tab.goto("/provisions/")
    go_to(tab, "^Platform$")
    tab.keyboard.type("copper")
    expect(tab.locator("#platform-names option[value=Coppervole]:only-child")).to_have_count(1)
    tab.keyboard.type("vole")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"\?platform=coppervole$"))
    go_to(tab, "^Order$")
    tab.keyboard.press("ArrowDown")
    expect(tab).to_have_url(re.compile("sort=weight"))
    expect(tab.locator("#results a[href*='sort=weight']").first).to_be_visible()
    expect(tab.locator("#sort")).to_be_focused()
    name = tab.locator("#results .ledger h3 a").first.inner_text()
    read(tab, name)
