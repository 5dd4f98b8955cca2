"""Keeps hostile markup readable in linear time: tags nested absurdly deep are taken out before parsing."""

import re
from collections import Counter
from collections.abc import Iterator

MAX_DEPTH = 400  # browsers stop at 512; real pages seldom pass 60
_FEW_TAGS = 8000  # with fewer than so many tags even the worst nesting is parsed in a fraction of a second
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*>?")
# Void elements, and those whose end tag may be left out: they never nest without one of the others between.
_NEVER_DEEP = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "html",
        "head",
        "body",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "rp",
        "rt",
    ]
)
_LONG_TAG = 30_000
_TAG_START = re.compile(r"<[a-zA-Z][^\s/<>]*[\s/]")
_MOST_ATTRIBUTES = 2000
_RAW = frozenset(("script", "style", "textarea", "title", "noembed", "xmp"))


def flatten(markup: str) -> str:
    """The markup without tags deeper than MAX_DEPTH or unopened end tags; their text stays.

    A tree builder looks through all open elements at every tag, and through all attributes at every attribute, so
    a deep page, or a tag with thousands of attributes, costs it the square of its length.
    """
    markup = _without_endless_tags(markup)
    if markup.count("<") < _FEW_TAGS:
        return markup
    surplus, deepest = _surplus(markup)
    if deepest < MAX_DEPTH:
        return markup
    kept, copied = [], 0
    for start, end in surplus:
        kept.append(markup[copied:start])
        copied = end
    kept.append(markup[copied:])
    return "".join(kept)


def _surplus(markup: str) -> tuple[list[tuple[int, int]], int]:
    """Where the tags stand that are too deep or that end nothing, and the greatest depth kept."""
    opened: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    surplus = []
    depth = deepest = 0
    for match in _elements(markup):
        name = match[2].lower()
        if match[1] != "/":
            if depth < MAX_DEPTH:
                opened[name] += 1
                depth += 1
                deepest = max(deepest, depth)
                continue
            dropped[name] += 1
        elif dropped[name]:
            dropped[name] -= 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
            continue
        surplus.append(match.span())
    return surplus, deepest


def _elements(markup: str) -> Iterator[re.Match[str]]:
    """The tags of elements that can nest, those in scripts and the like left out."""
    raw = ""
    for match in _TAG.finditer(markup):
        name = match[2].lower()
        if raw:
            raw = "" if match[1] and name == raw else raw
        elif name in _RAW and not match[1]:
            raw = name
        elif name not in _NEVER_DEEP:
            yield match


def _without_endless_tags(markup: str) -> str:
    if not _has_long_stretch(markup):
        return markup
    chunks = markup.split(">")
    for number, chunk in enumerate(chunks):
        start = _TAG_START.search(chunk) if len(chunk) > _LONG_TAG else None
        # Text of a script may look like a tag; its end tag must not be lost.
        if start and "</" not in chunk and len(re.findall(r"[\s/]+", chunk)) > _MOST_ATTRIBUTES:
            chunks[number] = chunk[: start.end()]
    return ">".join(chunks)


def _has_long_stretch(markup: str) -> bool:
    """Whether more than _LONG_TAG characters stand between two ends of tags."""
    place = 0
    while len(markup) - place > _LONG_TAG:
        end = markup.rfind(">", place, place + _LONG_TAG + 1)
        if end < 0:
            return True
        place = end + 1
    return False
