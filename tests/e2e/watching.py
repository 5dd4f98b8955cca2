"""Keeping an eye on a browser: what its console says, and whether a page is wider than the window."""

from playwright.sync_api import BrowserContext, Page

# Milliseconds: what is expected comes, however busy the machine is; so do pages and the browser itself.
PATIENCE = 120_000


def open_tab(context: BrowserContext) -> Page:
    """A window that waits for as long as a busy machine takes."""
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def note_complaints(page: Page, complaints: list[str]) -> None:
    """Note every warning and error of the page's console (broken security policies among them)."""
    page.on(
        "console",
        lambda said: (
            complaints.append(f"{page.url}: {said.text}") if said.type in {"error", "warning"} else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))


def overhang(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    width = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    return max(0, int(width))
