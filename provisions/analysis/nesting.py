"""Keeps hostile markup readable in linear time: tags nested absurdly deep are taken out before parsing."""

import re

MAX_DEPTH = 400  # browsers stop at 512; real pages seldom pass 60
_FEW_TAGS = 8000  # with fewer than so many tags even the worst nesting is parsed in a fraction of a second
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*>?")
# Void elements, and those whose end tag may be left out: they never nest without one of the others between.
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr html head body "
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt".split()
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
    depth, deepest = 0, 0
    opened: dict[str, int] = {}
    dropped: dict[str, int] = {}
    raw = ""
    kept: list[str] = []
    copied = 0
    for match in _TAG.finditer(markup):
        name = match[2].lower()
        closing = match[1] == "/"
        if raw:
            raw = "" if closing and name == raw else raw
            continue
        if name in _RAW and not closing:
            raw = name
            continue
        if name in _NEVER_DEEP:
            continue
        remove = False
        if not closing:
            if depth >= MAX_DEPTH:
                dropped[name] = dropped.get(name, 0) + 1
                remove = True
            else:
                opened[name] = opened.get(name, 0) + 1
                depth += 1
                deepest = max(deepest, depth)
        elif dropped.get(name):
            dropped[name] -= 1
            remove = True
        elif opened.get(name):
            opened[name] -= 1
            depth -= 1
        else:
            remove = True
        if remove:
            kept.append(markup[copied : match.start()])
            copied = match.end()
    if deepest < MAX_DEPTH // 2:
        return markup
    kept.append(markup[copied:])
    return "".join(kept)


def _without_endless_tags(markup: str) -> str:
    chunks = markup.split(">")
    if max(map(len, chunks)) <= _LONG_TAG:
        return markup
    for number, chunk in enumerate(chunks):
        start = _TAG_START.search(chunk) if len(chunk) > _LONG_TAG else None
        # Text of a script may look like a tag; its end tag must not be lost.
        if start and "</" not in chunk and len(re.findall(r"[\s/]+", chunk)) > _MOST_ATTRIBUTES:
            chunks[number] = chunk[: start.end()]
    return ">".join(chunks)
