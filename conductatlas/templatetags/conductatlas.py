"""What templates say in words and marks: icons, dates, chips, diffs, highlights."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from html import escape

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info

from monitoring.figures import Health, PlatformHealth
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.analysis.counting import counted
from provisions.models import Change, ClauseChange, Direction, Provision

register = template.Library()
register.filter("counted", counted)

_TAGS = {"insert": "ins", "delete": "del"}
_CONFIDENCE = (
    (0.9, "Read with high confidence"),
    (0.75, "Read with good confidence"),
    (0.0, "Read with fair confidence"),
)
_STANCES = {
    "permits": "Lets the platform",
    "reserves": "Reserves a right to the platform",
    "requires": "Requires something of you",
    "prohibits": "Forbids something",
    "promises": "Promises something",
    "grants": "Gives you a right",
}
_METHODS = {
    "http": "Plain request",
    "browser": "Rendered by a browser",
    "import": "Imported from a public archive",
}
_EXCERPT = 320


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A picture from the sprite; the words beside it say what it means."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("icons.svg"), name
    )


@cache
def _chip(name: str, label: str) -> SafeString:
    """The icon and the colour of that name with words that say the same; there are few of them, on every page."""
    return format_html('<span class="chip {}">{}{}</span>', name, icon(name), label)


@register.simple_tag
def severity_chip(weighed: Provision | Change | ClauseChange) -> SafeString:
    """How much something weighs."""
    return _chip(f"sev-{weighed.severity}", f"{weighed.get_severity_display()} severity")


@cache
def _weighed(name: str, label: str, unseen: str = "") -> SafeString:
    more = format_html('<span class="vh"> {}</span>', unseen) if unseen else ""
    return format_html('<span class="weighed {}">{}<span>{}{}</span></span>', name, icon(name), label, more)


@register.simple_tag
def weight(weighed: Provision | Change | ClauseChange) -> SafeString:
    """How much something weighs and whom it is for, as a line of a list says it: without a ground of its own."""
    line = _weighed(f"sev-{weighed.severity}", weighed.get_severity_display(), "severity")
    if weighed.direction == Direction.NEUTRAL:
        return line
    return line + _weighed(f"dir-{weighed.direction}", weighed.get_direction_display().lower())


@register.simple_tag
def direction_chip(weighed: Provision | Change | ClauseChange) -> SafeString:
    """Whom something is for."""
    return _chip(f"dir-{weighed.direction}", weighed.get_direction_display())


@register.simple_tag
def kind_chip(kind: str, label: str) -> SafeString:
    """What happened to a clause."""
    return _chip(f"kind-{kind}", label)


@register.simple_tag
def health_chip(health: Health | PlatformHealth) -> SafeString:
    """How current our reading is."""
    return _chip(f"state-{health.state}", health.label)


@register.simple_tag
def health_words(health: Health) -> SafeString | str:
    """What stands behind a document's health: since when, why, and when it was last read."""
    last = format_html("Last read {}", day(health.last_read_at)) if health.last_read_at else ""
    if health.stale_since:
        after = format_html(" {}.", last) if last else ""
        return format_html("since {}: {}{}", day(health.stale_since), health.reason, after)
    return format_html_join(". ", "{}", ((part,) for part in (last, health.reason) if part))


@register.simple_tag
def note(provision: Provision) -> SafeString:
    """A provision in the margin of the text or in an outline."""
    return format_html(
        '<a class="note sev-{}" href="{}">{}<span>{}<span class="vh">, {} severity</span></span></a>',
        provision.severity, provision.get_absolute_url(), icon(f"sev-{provision.severity}"), provision.title,
        provision.get_severity_display(),
    )  # fmt: skip


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """The options of a long `<select>`."""
    return mark_safe(
        "".join(
            f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'
            for value, label in choices
        )
    )


@register.filter
def day(moment: datetime | date | None) -> SafeString | str:
    """12 March 2025, as a `<time>`; the exact moment is its title."""
    if moment is None:
        return "never"
    if isinstance(moment, datetime):
        return format_html(
            '<time datetime="{}" title="{} UTC">{}</time>',
            moment.isoformat(timespec="seconds"), f"{moment:%Y-%m-%d %H:%M:%S}", f"{moment:%-d %B %Y}",
        )  # fmt: skip
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), f"{moment:%-d %B %Y}")


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    """12 March 2025, 14:05 UTC, as a `<time>`."""
    if value is None:
        return "never"
    return format_html(
        '<time datetime="{}">{} UTC</time>', value.isoformat(timespec="seconds"), f"{value:%-d %B %Y, %H:%M}"
    )


@register.filter
def number(value: int | None) -> str:
    """1,204"""
    return f"{value or 0:,}"


@register.filter
def type_label(slug: str) -> str:
    """The label of a clause type."""
    return TYPES_BY_SLUG[slug].label


@register.filter
def in_sentence(label: str) -> str:
    """A label as it stands within a sentence: "AI training" keeps its capitals, "Data sharing" loses its own."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


@register.filter
def stance_in_words(stance: str) -> str:
    """What the clause does, from the reader's side."""
    return _STANCES[stance]


@register.filter
def confidence_in_words(confidence: float) -> str:
    """How sure the reading is."""
    return next(words for least, words in _CONFIDENCE if confidence >= least)


@register.filter
def worded_by(provision: Provision) -> str:
    """Whose words the explanation of a provision is in, as a sentence."""
    authors = set(provision.written_by.values())
    rules = f"the rules of our method (taxonomy {provision.taxonomy}, tagger {provision.tagger})"
    if "editor" in authors:
        return f"Its explanation was made by {rules} and edited by one of our editors."
    if "model" in authors:
        return f"Its explanation was drafted by {rules} and reworded by a language model, checked against the quote."
    return f"Its explanation was made by {rules}."


@register.filter
def method_in_words(method: str) -> str:
    """How a snapshot was got."""
    return _METHODS[method]


@register.filter
def language_name(tag: str) -> str:
    """English, German …; the tag itself for a language Django has no name for."""
    try:
        return str(get_language_info(tag.lower())["name"])
    except KeyError:
        return tag


@register.filter
def diff_html(edits: Iterable) -> SafeString:
    """Word-level edits, Edit values or [op, text] pairs, as `<ins>` and `<del>` out of escaped text."""
    pieces = []
    for edit in edits:
        op, text = (edit.op, edit.text) if hasattr(edit, "op") else edit
        tag = _TAGS.get(op)
        pieces.append(f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text))
    return mark_safe("".join(pieces))


@register.filter
def highlight(text: str, words: str) -> SafeString:
    """The text with the words searched for marked."""
    wanted = [re.escape(word) for word in words.split() if len(word) > 1]
    if not wanted:
        return format_html("{}", text)
    pieces = re.split(f"({'|'.join(wanted)})", text, flags=re.IGNORECASE)
    return mark_safe(
        "".join(f"<mark>{escape(p)}</mark>" if i % 2 else escape(p) for i, p in enumerate(pieces))
    )


@register.filter
def excerpt(text: str, words: str = "") -> str:
    """At most some 320 characters, cut between words, around the first of the words searched for."""
    if len(text) <= _EXCERPT:
        return text
    places = [text.lower().find(word.lower()) for word in words.split()]
    first = min((place for place in places if place >= 0), default=0)
    start = max(0, first - _EXCERPT // 3)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.rfind(" ", start, start + _EXCERPT)
    end = len(text) if start + _EXCERPT >= len(text) else max(end, start + 1)
    return f"{'… ' if start else ''}{text[start:end].rstrip()}{' …' if end < len(text) else ''}"


@register.simple_tag
def bar(percent: int) -> SafeString:
    """A bar of that length; the number stands beside it."""
    return format_html(
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="bar-rest" width="100" height="8"/><rect class="bar-part" width="{}" height="8"/></svg>',
        percent,
    )


@register.simple_tag
def split_bar(split: Iterable) -> SafeString:
    """Severities side by side, each as wide as its share; empty where there is nothing."""
    pairs = list(split)
    total = sum(count for _, count in pairs)
    if not total:
        return mark_safe("")
    places, at = [], 0.0
    for severity, count in pairs:
        width = 100 * count / total
        places.append((severity.value, f"{at:.2f}", f"{width:.2f}"))
        at += width
    rects = format_html_join("", '<rect class="sev-{}" x="{}" width="{}" height="10"/>', places)
    return format_html(
        '<svg class="bar split" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{}</svg>',
        rects,
    )


@register.simple_tag
def breadcrumbs_json(crumbs: Iterable[tuple[str, str]], here: str) -> SafeString:
    """The breadcrumb for search engines."""
    entries = [
        {
            "@type": "ListItem",
            "position": place,
            "name": name,
            "item": f"{settings.SITE_URL}{address or here}",
        }
        for place, (name, address) in enumerate(crumbs, 1)
    ]
    return json_ld({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": entries})


@register.simple_tag
def json_ld(data: Mapping[str, object]) -> SafeString:
    """What a page is about, for search engines; a data block, which the CSP does not take for a script."""
    safe = json.dumps(data, ensure_ascii=False)
    for sign, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        safe = safe.replace(sign, escaped)
    return mark_safe(f'<script type="application/ld+json">{safe}</script>')
