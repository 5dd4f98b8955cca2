"""Every kind of page as every kind of person sees it: no complaint, nothing too wide, nothing that shuts anybody out.

`make test` takes a visitor on a phone; `make e2e` takes everybody, every width and both colours, and keeps pictures.
"""

import os

import pytest
from playwright.sync_api import Browser

from platforms.models import Document
from tests.e2e.visiting import (
    COLOURS,
    VISITORS,
    WIDTHS,
    barriers,
    keep_picture,
    log_in,
    make_person,
    markup_of,
    note_failures,
    pages_for,
)
from tests.e2e.watching import note_complaints, open_tab, overhang

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
FULL = os.environ.get("E2E") == "full"
# In the everyday tests a visitor comes, on a phone: the page most people see.
CELLS = [(who, colours) for who in VISITORS for colours in COLOURS] if FULL else [("visitor", "light")]
# A tablet shows nothing but what a phone or a desktop does.
LISTENED_TO = (390, 1280)


@pytest.fixture(scope="module")
def heard() -> set[tuple[str, int, str]]:
    """What axe has been given already: the same markup in the same window and colours is the same page."""
    return set()


@pytest.mark.parametrize(("who", "colours"), CELLS)
def test_every_page_is_whole(
    browser: Browser,
    site: str,
    archive: list[Document],
    complaints: list[str],
    heard: set[tuple[str, int, str]],
    who: str,
    colours: str,
) -> None:
    user = make_person(who)
    troubles: list[str] = []
    with browser.new_context(base_url=site, color_scheme=colours, reduced_motion="reduce") as context:
        log_in(context, site, user)
        page = open_tab(context)
        note_complaints(page, complaints)
        note_failures(page, troubles)
        seen = pages_for(archive, user)
        for address in seen:
            page.goto(address)
            markup = markup_of(page)
            for width in WIDTHS if FULL else WIDTHS[:1]:
                page.set_viewport_size({"width": width, "height": 900})
                if overhang(page):
                    troubles.append(f"{address}: {overhang(page)} pixels too wide at {width}")
                keep_picture(page, who, width, colours)
                if width in LISTENED_TO and (markup, width, colours) not in heard:
                    heard.add((markup, width, colours))
                    troubles += [f"{address} at {width}: {each}" for each in barriers(page, colours)]
    assert len(seen) > 30
    assert not complaints
    assert not troubles, "\n".join(troubles)
