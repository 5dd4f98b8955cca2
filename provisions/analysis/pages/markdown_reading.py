"""Imported Markdown, as the archives of others keep it, brought into markup that is then read like a page."""

from markdown_it import MarkdownIt

# Indented code is off: in policies four spaces are a leftover of the layout, never code.
_MARKDOWN = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table").disable("code")


def markup_of(markdown: str) -> str:
    """The Markdown as HTML: links, emphasis, escapes and tables resolved, inline HTML left in."""
    return str(_MARKDOWN.render(markdown))
