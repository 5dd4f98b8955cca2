"""What only a real browser can tell: keys, widths, colours, consoles, and a whole way with the mouse."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.urls import resolve, reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from billing.entitlements import grant_plan
from billing.models import User
from monitoring.mail.delivery import deliver_owed
from monitoring.pipeline import check_document
from platforms.models import Document
from tests.conductatlas.sight import addresses
from tests.e2e.watching import note_complaints, open_tab, overhang
from tests.monitoring.telling import AFTER, BEFORE, change, publish, transport
from tests.monitoring.telling import policy as page_of_policy

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 800}


def link_in(message: Any, pattern: str) -> str:
    found = re.search(rf"https?://\S*{pattern}\S*", str(message.body))
    assert found, message.body
    return found.group(0)


def test_a_visitor_watches_and_the_mail_about_a_change_leads_to_its_page(tab: Page) -> None:
    document = publish()
    check_document(document, transport(page_of_policy(BEFORE)), timezone.now())

    tab.goto(document.platform.get_absolute_url())
    tab.get_by_role("button", name="Watch Pondmoor").click()
    tab.get_by_label("Email").fill("dora@example.org")
    tab.get_by_label("Password").fill("a rather long pass phrase")
    tab.get_by_role("button", name="Sign up").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Look into your mail")

    tab.goto(link_in(mail.outbox[-1], "confirm-email/"))
    tab.get_by_role("button", name="Yes, confirm it").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Watch Pondmoor?")
    tab.get_by_role("button", name="Watch Pondmoor").click()
    expect(tab.get_by_text("You are watching Pondmoor.")).to_be_visible()

    grant_plan(User.objects.get(email="dora@example.org").organizations.get(), "watcher")
    tomorrow = timezone.now() + timedelta(days=1)
    found = change(document, tomorrow, after=AFTER)
    assert deliver_owed(lambda: tomorrow + timedelta(hours=3)) == 1
    tab.goto(link_in(mail.outbox[-1], "/change/"))
    expect(tab).to_have_url(re.compile(re.escape(found.get_absolute_url())))
    expect(tab.locator("ins").first).to_be_visible()
    expect(tab.locator("main")).to_contain_text("24 months")


def map_of(archive: list[Document]) -> list[str]:
    """Addresses of every kind of page that anybody may see."""
    way_in = [reverse(f"account_{name}") for name in ("login", "signup", "reset_password")]
    return [address for document in archive for address in addresses(document)] + way_in


def test_every_page_fits_a_phone_in_light_and_dark_without_a_complaint(
    browser: Browser, site: str, archive: list[Document], complaints: list[str]
) -> None:
    seen = {(resolve(url.partition("?")[0]).url_name, "?" in url): url for url in map_of(archive)}
    too_wide = []
    with browser.new_context(base_url=site, viewport=PHONE) as context:  # type: ignore[arg-type]
        page = open_tab(context)
        note_complaints(page, complaints)
        for address in seen.values():
            page.goto(address)
            for colours in ("light", "dark"):
                page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
                if overhang(page):
                    too_wide.append((address, colours, overhang(page)))
    assert len(seen) > 20
    assert not too_wide
    assert not complaints


def test_a_page_can_be_read_by_keyboard(tab: Page, archive: list[Document]) -> None:
    document = archive[0]
    tab.goto(f"/diff/{document.platform.slug}/{document.slug}/1/3/")
    tab.keyboard.press("Tab")
    skip = tab.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("#main$"))
    tab.keyboard.press("n")
    expect(tab.locator("#change-1[data-stop]")).to_be_focused()
    tab.keyboard.press("n")
    expect(tab.locator("#change-2[data-stop]")).to_be_focused()
    tab.keyboard.press("p")
    expect(tab.locator("#change-1[data-stop]")).to_be_focused()
    tab.get_by_role("button", name="Next").click()
    expect(tab.locator("#change-2[data-stop]")).to_be_focused()
    expect(tab.locator("#change-2")).to_be_in_viewport()


def test_colours_chosen_by_hand_stay(tab: Page, archive: list[Document]) -> None:
    tab.goto("/")
    with tab.expect_response(re.compile("/theme/")):
        tab.get_by_role("button", name="Dark colours").click()
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
    tab.goto("/platforms/")
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")


def test_filters_answer_while_one_types_and_the_address_says_what_was_asked(
    tab: Page, archive: list[Document]
) -> None:
    tab.goto("/provisions/")
    tab.get_by_label("Platform").fill("Pondwick")
    tab.keyboard.press("Tab")
    expect(tab).to_have_url(re.compile(r"\?platform=pondwick$"))
    tab.get_by_label("Words in the clause").fill("arbitration")
    expect(tab).to_have_url(re.compile("q=arbitration"))
    expect(tab.locator("#results .ledger li").first).to_contain_text(re.compile("arbitrat", re.IGNORECASE))
    expect(tab.locator("#results").get_by_text("Coppervole")).to_have_count(0)


def test_what_is_shown_already_is_not_asked_for_again(tab: Page, archive: list[Document]) -> None:
    """An answer that comes twice takes the place of what somebody with a keyboard has gone to meanwhile."""
    asked: list[str] = []
    tab.goto("/provisions/")
    tab.on("request", lambda sent: asked.append(sent.url) if "/provisions/?" in sent.url else None)
    sort = tab.get_by_label("Order")
    for way in ("newest", "weight"):
        sort.select_option(way)
        expect(tab.locator(f"#results a[href*='sort={way}']").first).to_be_visible()
    words = tab.get_by_label("Words in the clause")
    for asking in ("arbitration", "notice"):
        words.fill(asking)
        words.press("Enter")
        expect(tab.locator(f"#results a[href*='q={asking}']").first).to_be_visible()
        words.press("Enter")
    sort.select_option("")
    expect(tab.locator("#results a[href*='sort=']")).to_have_count(0)
    assert len(asked) == len(set(asked)) == 5


def test_search_and_filters_work_without_scripts(
    browser: Browser, site: str, archive: list[Document]
) -> None:
    with browser.new_context(base_url=site, java_script_enabled=False) as context:
        page = open_tab(context)
        page.goto("/search/")
        page.get_by_role("searchbox").fill("pondwick")
        page.get_by_role("main").get_by_role("button", name="Search").click()
        expect(page.locator("#results")).to_contain_text("Pondwick")
        page.goto("/provisions/")
        page.get_by_label("Platform").fill("pondwick")
        page.get_by_role("main").get_by_role("button", name="Search").click()
        expect(page).to_have_url(re.compile("platform=pondwick"))
        expect(page.get_by_role("status")).not_to_have_text("0 provisions found")
        page.get_by_role("button", name="Dark colours").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_quote_leads_to_its_passage_in_the_archive(tab: Page, archive: list[Document]) -> None:
    tab.goto("/provisions/?platform=pondwick")
    tab.locator("#results .ledger h3 a").first.click()
    passage = tab.locator("main a[href*='/versions/'][href*='#c']").first
    passage.click()
    expect(tab).to_have_url(re.compile(r"/versions/\d+/#c\d+$"))
    expect(tab.locator(f"#{tab.url.rpartition('#')[2]}")).to_be_in_viewport()
