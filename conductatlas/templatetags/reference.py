"""The words of the API's description on its page."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_TICKED = re.compile(r"`([^`]+)`")


@register.filter
def in_code(words: str) -> SafeString:
    """What stands between backticks, as code."""
    parts = _TICKED.split(words)
    return mark_safe(
        "".join(
            format_html("<code>{}</code>", part) if place % 2 else conditional_escape(part)
            for place, part in enumerate(parts)
        )
    )
