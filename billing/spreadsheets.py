"""Cells of a table that others open in a spreadsheet: nothing in them is ever run as a formula."""

# How a formula begins, after OWASP's note on CSV injection.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: object) -> str:
    """The value as text; what a spreadsheet would take for a formula begins with an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
