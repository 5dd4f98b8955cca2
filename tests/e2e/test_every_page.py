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
    note_failures,
    pages_for,
)
from tests.e2e.watching import note_complaints, overhang

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
# In the everyday tests a visitor comes, on a phone: the page most people see.
EVERYDAY = [("visitor", 390, "light")]
FULL = [(who, width, colours) for who in VISITORS for width in WIDTHS for colours in COLOURS]
MATRIX = FULL if os.environ.get("E2E") == "full" else EVERYDAY


@pytest.mark.parametrize(("who", "width", "colours"), MATRIX)
def test_every_page_is_whole(
    browser: Browser,
    site: str,
    archive: list[Document],
    complaints: list[str],
    who: str,
    width: int,
    colours: str,
) -> None:
    user = make_person(who)
    troubles: list[str] = []
    with browser.new_context(
        base_url=site, viewport={"width": width, "height": 900}, color_scheme=colours, reduced_motion="reduce"
    ) as context:
        log_in(context, site, user)
        page = context.new_page()
        note_complaints(page, complaints)
        note_failures(page, troubles)
        seen = pages_for(archive, user)
        for address in seen:
            page.goto(address)
            if overhang(page):
                troubles.append(f"{address}: {overhang(page)} pixels too wide")
            troubles += [f"{address}: {barrier}" for barrier in barriers(page)]
            keep_picture(page, who, width, colours)
    assert len(seen) > 30
    assert not complaints
    assert not troubles, "\n".join(troubles)
