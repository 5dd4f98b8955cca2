"""A real Chromium, and the running site that it visits."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from monitoring.errors import FetchError
from monitoring.fetching.chromium import find_chromium
from platforms.models import Document
from tests.e2e.archive import make_archive
from tests.e2e.watching import PATIENCE, note_complaints, open_tab

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        chromium = find_chromium()
    except FetchError as error:
        pytest.skip(str(error))
    # Playwright's loop lives in this thread, and Django would refuse to touch its database there.
    before, os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE"), "true"
    with sync_playwright() as playwright:
        # These pages are our own: as root, Chromium starts only without its sandbox.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        opened = playwright.chromium.launch(executable_path=chromium, args=flags, timeout=PATIENCE)
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
    if before is not None:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture
def site(live_server: Any, settings: Any) -> str:
    """The address of the running site, which its mails name too."""
    settings.SITE_URL = live_server.url
    return str(live_server.url)


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console complained of, and every error of a script."""
    return []


@pytest.fixture
def tab(browser: Browser, site: str, complaints: list[str]) -> Iterator[Page]:
    """A fresh browser window on a desktop; at the end nothing may have been complained of."""
    with browser.new_context(base_url=site) as context:
        page = open_tab(context)
        note_complaints(page, complaints)
        yield page
    assert not complaints


@pytest.fixture
def archive(site: str) -> list[Document]:
    """Three documents of two platforms, each with several versions, changes and provisions."""
    return make_archive()
