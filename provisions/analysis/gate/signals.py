"""The facts about a whole page, beyond its policy text, that the quality gate judges it by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signals:
    """What the page as a whole looked like; everything is empty for texts that were not web pages."""

    head_title: str = ""
    declared_language: str | None = None  # as written in <html lang> or the meta tag, such as "en-US"
    visible_words: int = 0  # words of the whole page, chrome included, scripts and styles not
    script_bytes: int = 0  # length of the inline scripts
    has_password_field: bool = False
    forms: int = 0
    markup_complete: bool = True  # the markup holds </html> or </body>; a cut page has neither
    open_at_end: bool = False  # the markup stops within the list that the text ends on
    meta_refresh: str | None = None  # the address a <meta http-equiv=refresh> leads to
    noscript: str = ""  # text shown without JavaScript, shortened
    opening: str = ""  # first 600 characters of the page's visible text
    canonical_url: str | None = None
