"""One walk over a page's tree: its pieces of text in reading order, its elements, and the facts about the page."""

import re

from selectolax.lexbor import LexborNode

from provisions.analysis.pages.page import Element, Page, Piece
from provisions.analysis.pages.rows import is_lone_row, join_row
from provisions.analysis.pages.tags import BLOCKS, ENDS_HEADING, HEADINGS, LISTS, SILENT, SPECIAL
from provisions.analysis.pages.whitespace import clean
from provisions.analysis.structure import Kind

_BREAK = "\x00"  # a <br>; cannot occur in parsed HTML
_BREAKS = re.compile(r"\x00\s*\x00[\x00\s]*")
_REFRESH_ADDRESS = re.compile(r"url\s*=\s*['\"]?\s*([^'\"\s>]+)", re.IGNORECASE)
_DISCLOSES = re.compile(r"accord|collaps|toggle|expand|faq|question|disclos")

_INLINE, _LINK, _BLOCK, _BUTTON, _SHADOW = range(5)  # what is owed when an element ends
_OPENS, _SAYS_NOTHING, _IS_SPECIAL = range(3)  # how an element begins
_HOW = (
    dict.fromkeys(SPECIAL, _IS_SPECIAL) | dict.fromkeys(SILENT, _SAYS_NOTHING) | dict.fromkeys(BLOCKS, _OPENS)
)
_TELLING = LISTS | HEADINGS.keys() | {"li", "tr", "form", "html"}
_LONGEST_HEADING = 250
_PERMALINKS = frozenset(("#", "¶", "§", "🔗", "⚓"))  # the signs that link to the heading they stand in
_NOSCRIPT = 500
_MOST_SHADOWS = 50  # shadow trees within shadow trees


def walk(root: LexborNode) -> Page:
    """Read the tree under `root` without recursion, so that any depth of nesting is safe."""
    walker = _Walker()
    read, enter, leave = walker.read, walker.enter, walker.leave
    how_of = _HOW.get
    owed: list[int] = []
    hosts: list[LexborNode] = []
    node = root
    while True:
        tag = node.tag or ""
        if tag == "-text":
            read(node.text_content or "")
        elif (how := how_of(tag)) != _SAYS_NOTHING:
            action = enter(tag, node, how)
            child = node.first_child if action is not None else None
            if action == _SHADOW:
                child = _shadow(node) if len(hosts) < _MOST_SHADOWS else None
                if child is not None:
                    hosts.append(node)
            if child is not None and action is not None:
                owed.append(action)
                node = child
                continue
            if action:
                leave(action)
        beside = node.next if owed else None
        while beside is None:
            if not owed:
                walker.flush()
                return walker.page
            action = owed.pop()
            node = hosts.pop() if action == _SHADOW else node.parent  # type: ignore[assignment]
            if action:
                leave(action)
            beside = node.next if owed else None
        node = beside


def _shadow(template: LexborNode) -> LexborNode | None:
    fragments = template.template_fragments()
    return fragments[0].first_child if fragments else None


class _Walker:
    """The state of the walk: the text gathered since the last block began, and what is open."""

    def __init__(self) -> None:
        self.page = Page()
        self._pieces, self._elements = self.page.pieces, self.page.elements
        self._text: list[str] = []
        self._linked = self._fragment = 0
        self._links: list[bool] = []
        self._current = -1
        self._heading = 0
        self._item = 0
        self._control = ""

    def read(self, text: str) -> None:
        """Gather a text node; white space between blocks is none."""
        gathered = self._text
        if not gathered and text.isspace():
            return
        if links := self._links:
            if links[-1]:
                if text.strip() in _PERMALINKS:
                    return
                self._fragment += len(text)
            self._linked += len(text)
        gathered.append(text)

    def enter(self, tag: str, node: LexborNode, how: int | None) -> int | None:
        """Begin an element; None means that nothing below it is text, else what is owed at its end."""
        if how == _OPENS:
            return self._open(tag, node)
        if how == _IS_SPECIAL:
            return self._special(tag, node)
        if "-" in tag:
            return self._open(tag, node, breaks=False)
        return _INLINE

    def leave(self, action: int) -> None:
        """End an element."""
        if action == _LINK:
            self._links.pop()
        elif action == _BLOCK:
            self._close()
        elif action == _BUTTON:
            self.flush()
            self._control = ""

    def flush(self) -> None:
        """Turn the text gathered so far into pieces."""
        gathered = self._text
        if not gathered:
            return
        raw = gathered[0] if len(gathered) == 1 else "".join(gathered)
        gathered.clear()
        linked, fragment = self._linked, self._fragment
        if linked:
            self._linked = self._fragment = 0
        if _BREAK not in raw:
            if text := clean(raw):
                self._add(text, linked, fragment)
            return
        for part in _BREAKS.split(raw):
            if text := clean(part.replace(_BREAK, " ")):
                # Where in the text the links were is forgotten; each part is given its share.
                self._add(text, linked * len(text) // len(raw), fragment * len(text) // len(raw))

    def _add(self, text: str, linked: int, fragment: int) -> None:
        kind, level = Kind.PARAGRAPH, 0
        if self._heading and len(text) <= _LONGEST_HEADING:
            kind, level = Kind.HEADING, self._heading
        elif self._item:
            kind, level = Kind.ITEM, self._item
        self._item = 0
        if linked:
            linked, fragment = min(linked, len(text)), min(fragment, len(text))
        self._pieces.append(Piece(kind, level, text, self._current, linked, fragment, self._control))

    def _special(self, tag: str, node: LexborNode) -> int | None:
        if tag == "a":
            return self._link(node)
        if tag == "br":
            self._text.append(_BREAK)
        elif tag == "button":
            return self._button(node)
        elif tag == "template":
            attributes = node.attributes
            return _SHADOW if "shadowrootmode" in attributes or "shadowroot" in attributes else None
        elif tag != "wbr":
            self._read_fact(tag, node)
        return None

    def _link(self, node: LexborNode) -> int:
        href = node.attributes.get("href")
        if href is None:
            return _INLINE
        self._links.append(href.startswith("#") and len(href) > 1)
        return _LINK

    def _read_fact(self, tag: str, node: LexborNode) -> None:
        """Note what an element without text of its own says of the page."""
        page = self.page
        if tag == "script":
            page.script_bytes += len(node.text())
        elif tag == "noscript" and len(page.noscript) < _NOSCRIPT:
            page.noscript = f"{page.noscript} {clean(node.text(separator=' '))}".strip()[:_NOSCRIPT]
        elif tag == "input":
            page.password = page.password or (node.attributes.get("type") or "").lower() == "password"
        elif tag == "title":
            page.title = page.title or clean(node.text())
        elif tag == "link" and (node.attributes.get("rel") or "").lower() == "canonical":
            page.canonical = page.canonical or node.attributes.get("href")
        elif tag == "meta":
            self._read_meta(node.attributes)

    def _read_meta(self, attributes: dict[str, str | None]) -> None:
        page = self.page
        states = (attributes.get("http-equiv") or attributes.get("name") or "").lower()
        content = attributes.get("content") or ""
        if states == "refresh" and (address := _REFRESH_ADDRESS.search(content)):
            page.refresh = page.refresh or address[1]
        elif states in ("content-language", "language"):
            page.language = page.language or content.strip()

    def _button(self, node: LexborNode) -> int:
        """A button in running text or in a heading is read with it; one by itself is a piece of its own."""
        if self._heading or "".join(self._text).strip() or self._owner_tag() in ("summary", "dt"):
            return _INLINE
        self.flush()
        attributes = node.attributes
        opens = "aria-expanded" in attributes or "aria-controls" in attributes
        names = f"{attributes.get('class') or ''} {attributes.get('data-toggle') or ''}".lower()
        self._control = "disclosure" if opens or _DISCLOSES.search(names) else "button"
        return _BUTTON

    def _owner_tag(self) -> str:
        return self._elements[self._current].tag if self._current >= 0 else ""

    def _open(self, tag: str, node: LexborNode, breaks: bool = True) -> int:
        if self._heading and tag not in ENDS_HEADING:
            self._text.append(" ")
            return _INLINE
        if breaks:
            if self._text:
                self.flush()
            self._heading = 0
        elements, current = self._elements, self._current
        lists = elements[current].lists if current >= 0 else 0
        element = Element(tag, current, len(self._pieces), lists)
        self._current = len(elements)
        elements.append(element)
        if attributes := node.attributes:
            if classes := attributes.get("class"):
                element.classes = classes.lower()
            if name := attributes.get("id"):
                element.name = name.lower()
            if role := attributes.get("role"):
                element.role = role.lower()
        if tag in _TELLING or element.role == "heading":
            self._note(tag, node, element, attributes)
        return _BLOCK

    def _note(self, tag: str, node: LexborNode, element: Element, attributes: dict[str, str | None]) -> None:
        """Note what the tag or role of a block says of the text in it."""
        if tag in LISTS:
            element.lists += 1
        elif tag == "li":
            self._item = max(1, element.lists)
        elif tag in HEADINGS:
            self._heading = HEADINGS[tag]
        elif element.role == "heading":
            level = attributes.get("aria-level") or ""
            self._heading = min(6, max(1, int(level))) if level.isdecimal() else 2
        elif tag == "tr":
            element.lone = is_lone_row(node)
        elif tag == "form":
            self.page.forms += 1
        elif tag == "html":
            self.page.language = (attributes.get("lang") or attributes.get("xml:lang") or "").strip()

    def _close(self) -> None:
        number = self._current
        element = self._elements[number]
        tag = element.tag
        if self._text and "-" not in tag:
            self.flush()
        if tag in HEADINGS or element.role == "heading":
            self._heading = 0
        elif tag == "li":
            self._item = 0
        elif tag == "tr":
            join_row(self.page, number)
        element.last, element.end = len(self._pieces), len(self._elements)
        self._current = element.parent
