"""The main part of one of our pages as Markdown: for programs and people who read text."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNREAD = frozenset(("nav", "form", "button", "script", "style", "svg", "input", "select", "template"))
_UNREAD_CLASSES = frozenset(("no-print", "perma", "skip"))
_BLOCKS = frozenset(
    (
        "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "summary", "table", "ul",
    )
)  # fmt: skip
# Lines of small pieces, each of which says something by itself.
_LINES = frozenset(("meta", "chips", "legend", "marks", "subjects", "tabs", "buttons"))
# In these, pieces stand beside each other without a space of their own.
_BOXES = frozenset(("div", "header", "section", "article", "footer", "main", "li"))
_SPACE = re.compile(r"\s+")
_HEADING = re.compile(r"h([1-6])")


def markdown_of(html: str, base: str) -> str:
    """The page's `<main>`; addresses are made whole with `base`. What only a browser can use is left out."""
    main = LexborHTMLParser(html).css_first("main")
    if main is None:
        return ""
    return "\n\n".join(block for block in _blocks(main, base) if block.strip()) + "\n"


def _read(node: LexborNode) -> bool:
    attributes = node.attributes
    classes = set((attributes.get("class") or "").split())
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return node.tag not in _UNREAD and not hidden and not classes & _UNREAD_CLASSES


def _is_line(node: LexborNode) -> bool:
    return bool(_LINES & set((node.attributes.get("class") or "").split()))


def _blocks(node: LexborNode, base: str) -> Iterator[str]:
    run: list[str] = []
    beside = ""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            run.append(child.text(deep=False))
            beside = ""
        elif not child.is_element_node or not _read(child):
            continue
        elif child.tag in _BLOCKS:
            yield _joined(run)
            run = []
            yield from _block(child, base)
        else:
            run.append(f"{beside}{_inline_of(child, base)}")
            beside = " " if node.tag in _BOXES else ""
    yield _joined(run)


def _block(node: LexborNode, base: str) -> Iterator[str]:
    if heading := _HEADING.fullmatch(node.tag or ""):
        yield f"{'#' * int(heading[1])} {_inline(node, base)}"
    elif _is_line(node):
        yield _line(node, base)
    elif node.tag in ("ul", "ol"):
        yield _list(node, base)
    elif node.tag == "table":
        yield _table(node, base)
    elif node.tag == "dl":
        yield _facts(node, base)
    elif node.tag == "blockquote":
        yield _prefixed("\n\n".join(block for block in _blocks(node, base) if block), "> ")
    elif node.tag == "pre":
        yield f"```\n{node.text()}\n```"
    elif node.tag == "hr":
        yield "---"
    else:
        yield from _blocks(node, base)


def _line(node: LexborNode, base: str) -> str:
    pieces = (_inline_of(child, base) for child in node.iter() if _read(child))
    return " · ".join(piece.strip() for piece in pieces if piece.strip())


def _list(node: LexborNode, base: str) -> str:
    items = []
    for place, item in enumerate((child for child in node.iter() if child.tag == "li" and _read(child)), 1):
        mark = f"{place}. " if node.tag == "ol" else "- "
        blocks = [block for block in _blocks(item, base) if block.strip()]
        indent = " " * len(mark)
        items.append(mark + f"\n\n{indent}".join(block.replace("\n", f"\n{indent}") for block in blocks))
    return "\n".join(items)


def _facts(node: LexborNode, base: str) -> str:
    lines = []
    for term in node.css("dt"):
        told = term.next
        while told is not None and told.tag != "dd":
            told = told.next
        words = "\n\n".join(block for block in _blocks(told, base) if block.strip()) if told else ""
        lines.append(f"- **{_inline(term, base)}**: " + words.replace("\n", "\n  "))
    return "\n".join(lines)


def _table(node: LexborNode, base: str) -> str:
    rows = [[_cell(cell, base) for cell in row.iter() if cell.tag in ("td", "th")] for row in node.css("tr")]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    lines.insert(1, f"|{' --- |' * width}")
    caption = node.css_first("caption")
    return "\n".join([*([_inline(caption, base), ""] if caption else []), *lines])


def _cell(node: LexborNode, base: str) -> str:
    blocks = (block for block in _blocks(node, base) if block.strip())
    return " ".join(blocks).replace("\n", " ").replace("|", "\\|")


def _inline(node: LexborNode, base: str) -> str:
    pieces = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            pieces.append(child.text(deep=False))
        elif child.is_element_node and _read(child):
            pieces.append(_inline_of(child, base))
    return _joined(pieces)


def _inline_of(node: LexborNode, base: str) -> str:
    if node.tag == "br":
        return " "
    words = _inline(node, base)
    if not words:
        return ""
    match node.tag:
        case "a":
            return f"[{words}]({urljoin(base, node.attributes.get('href') or '')})"
        case "strong" | "b":
            return f"**{words}**"
        case "em" | "i" | "cite":
            return f"*{words}*"
        case "code":
            return f"`{words}`"
        case "ins" | "del":
            return f"<{node.tag}>{words}</{node.tag}>"
    raw = node.text()
    return f"{' ' if raw[:1].isspace() else ''}{words}{' ' if raw[-1:].isspace() else ''}"


def _joined(pieces: list[str]) -> str:
    return _SPACE.sub(" ", "".join(pieces)).strip()


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join(f"{prefix}{line}".rstrip() for line in text.split("\n"))
