"""One walk over a page's tree: its pieces of text in reading order, its elements, and the facts about the page."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from provisions.analysis.structure import Kind
from provisions.analysis.whitespace import clean

_BREAK = "\x00"  # a <br>; cannot occur in parsed HTML
_BREAKS = re.compile(r"\x00\s*\x00[\x00\s]*")
_REFRESH_ADDRESS = re.compile(r"url\s*=\s*['\"]?\s*([^'\"\s>]+)", re.IGNORECASE)
_DISCLOSES = re.compile(r"accord|collaps|toggle|expand|faq|question|disclos")

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SILENT = frozenset(
    "style svg math iframe object embed video audio canvas select option datalist textarea img map base "
    "progress meter source track applet frame frameset rp -comment !doctype".split()
)
_SPECIAL = frozenset("script noscript template br wbr a button input meta link title -text".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form header hgroup hr html legend li main menu nav ol optgroup p pre search section summary "
    "table tbody td tfoot th thead tr ul".split()
) | frozenset(_HEADINGS)
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_ENDS_HEADING = frozenset(("p", "ul", "ol", "table", "section", "article", "dl", "blockquote", *_HEADINGS))
_INLINE, _LINK, _BLOCK, _BUTTON, _SHADOW = range(5)  # what is owed when an element ends
_LONGEST_HEADING = 250
_LONGEST_ROW = 4000
_NOSCRIPT = 500
_MOST_SHADOWS = 50  # shadow trees within shadow trees


@dataclass(slots=True)
class Piece:
    """A block of text; `owner` is the number of its nearest element."""

    kind: Kind
    level: int
    text: str
    owner: int
    link: int = 0  # characters inside links
    fragment: int = 0  # those of them whose link leads to a place on the same page
    control: str = ""  # "button", or "disclosure" for one that opens a section


@dataclass(slots=True)
class Element:
    """A block-level element: its pieces are `pieces[first:last]`, its descendants `elements[number + 1:end]`."""

    tag: str
    classes: str  # lower case, as the two after it
    name: str  # the id
    label: str  # aria-label
    role: str
    parent: int
    first: int
    lists: int  # lists that it stands in, itself included
    last: int = 0
    end: int = 0
    hidden: bool = False


@dataclass(slots=True)
class Page:
    """What one walk found."""

    pieces: list[Piece] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    title: str = ""
    language: str = ""
    canonical: str | None = None
    refresh: str | None = None
    noscript: str = ""
    script_bytes: int = 0
    forms: int = 0
    password: bool = False


def walk(root: LexborNode) -> Page:
    """Read the tree under `root` without recursion, so that any depth of nesting is safe."""
    walker = _Walker()
    owed: list[int] = []
    hosts: list[LexborNode] = []
    node = root
    while True:
        action = walker.enter(node)
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
            walker.leave(action)
        while owed:
            beside = node.next
            if beside is not None:
                node = beside
                break
            action = owed.pop()
            node = hosts.pop() if action == _SHADOW else node.parent  # type: ignore[assignment]
            if action:
                walker.leave(action)
        else:
            walker.flush()
            return walker.page


def _shadow(template: LexborNode) -> LexborNode | None:
    fragments = template.template_fragments()
    return fragments[0].first_child if fragments else None


class _Walker:
    """The state of the walk: the text gathered since the last block began, and what is open."""

    def __init__(self) -> None:
        self.page = Page()
        self._text: list[str] = []
        self._linked = self._fragment = 0
        self._links: list[bool] = []
        self._current = -1
        self._heading = 0
        self._item = 0
        self._control = ""

    def enter(self, node: LexborNode) -> int | None:
        """Begin a node; None means that nothing below it is text, else what is owed at its end."""
        tag = node.tag
        if tag == "-text":
            text = node.text_content or ""
            self._text.append(text)
            if self._links:
                self._linked += len(text)
                if self._links[-1]:
                    self._fragment += len(text)
            return None
        if tag in _BLOCKS:
            return self._open(tag, node)
        if tag in _SILENT:
            return None
        if tag in _SPECIAL:
            return self._special(tag, node)
        if tag and "-" in tag:
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
        if not self._text:
            return
        raw = "".join(self._text)
        self._text.clear()
        linked, fragment, self._linked, self._fragment = self._linked, self._fragment, 0, 0
        if not raw or raw.isspace():
            return
        if _BREAK in raw:
            parts = [part.replace(_BREAK, " ") for part in _BREAKS.split(raw)]
        else:
            parts = [raw]
        for part in parts:
            text = clean(part)
            if text:
                self._add(text, linked * len(text) // max(1, len(raw)), fragment * len(text) // max(1, len(raw)))

    def _add(self, text: str, linked: int, fragment: int) -> None:
        kind, level = Kind.PARAGRAPH, 0
        if self._heading and len(text) <= _LONGEST_HEADING:
            kind, level = Kind.HEADING, self._heading
        elif self._item:
            kind, level = Kind.ITEM, self._item
        self._item = 0
        self.page.pieces.append(Piece(kind, level, text, self._current, linked, fragment, self._control))

    def _special(self, tag: str, node: LexborNode) -> int | None:
        page = self.page
        if tag == "a":
            href = node.attributes.get("href")
            if href is None:
                return _INLINE
            self._links.append(href.startswith("#") and len(href) > 1)
            return _LINK
        if tag == "br":
            self._text.append(_BREAK)
        elif tag == "script":
            page.script_bytes += len(node.text())
        elif tag == "noscript":
            if len(page.noscript) < _NOSCRIPT:
                page.noscript = f"{page.noscript} {clean(node.text(separator=' '))}".strip()[:_NOSCRIPT]
        elif tag == "input":
            page.password = page.password or (node.attributes.get("type") or "").lower() == "password"
        elif tag == "title":
            page.title = page.title or clean(node.text())
        elif tag == "meta":
            self._read_meta(node.attributes)
        elif tag == "link":
            if (node.attributes.get("rel") or "").lower() == "canonical":
                page.canonical = page.canonical or node.attributes.get("href")
        elif tag == "template":
            attributes = node.attributes
            return _SHADOW if "shadowrootmode" in attributes or "shadowroot" in attributes else None
        elif tag == "button":
            return self._button(node)
        return None

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
        return self.page.elements[self._current].tag if self._current >= 0 else ""

    def _open(self, tag: str, node: LexborNode, breaks: bool = True) -> int:
        if self._heading and tag not in _ENDS_HEADING:
            self._text.append(" ")
            return _INLINE
        if breaks:
            self.flush()
            self._heading = 0
        attributes = node.attributes
        role = classes = name = label = ""
        hidden = False
        if attributes:
            role = (attributes.get("role") or "").lower()
            classes = (attributes.get("class") or "").lower()
            name = (attributes.get("id") or "").lower()
            label = (attributes.get("aria-label") or "").lower()
            hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
            if not hidden and "style" in attributes:
                hidden = "display:none" in (attributes["style"] or "").replace(" ", "")
        page = self.page
        lists = page.elements[self._current].lists if self._current >= 0 else 0
        if tag in _LISTS:
            lists += 1
        elif tag == "li":
            self._item = max(1, lists)
        elif tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif role == "heading":
            level = attributes.get("aria-level") or ""
            self._heading = min(6, max(1, int(level))) if level.isdecimal() else 2
        elif tag == "form":
            page.forms += 1
        elif tag == "html":
            page.language = (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
        page.elements.append(
            Element(tag, classes, name, label, role, self._current, len(page.pieces), lists, hidden=hidden)
        )
        self._current = len(page.elements) - 1
        return _BLOCK

    def _close(self) -> None:
        page, number = self.page, self._current
        element = page.elements[number]
        if "-" not in element.tag:
            self.flush()
        if element.tag in _HEADINGS or element.role == "heading":
            self._heading = 0
        elif element.tag == "li":
            self._item = 0
        elif element.tag == "tr":
            self._join_row(number)
        element.last, element.end = len(page.pieces), len(page.elements)
        self._current = element.parent

    def _join_row(self, number: int) -> None:
        """Make one piece of a data row; a row of a table used for layout is left as it is."""
        page = self.page
        first = page.elements[number].first
        inside = page.elements[number + 1 :]
        pieces = page.pieces[first:]
        if len(pieces) < 2 or sum(len(piece.text) for piece in pieces) > _LONGEST_ROW:
            return
        if any(element.tag == "table" for element in inside):
            return
        cells = [
            " ".join(piece.text for piece in page.pieces[cell.first : cell.last])
            for cell in inside
            if cell.parent == number
        ]
        if sum(1 for cell in cells if cell) < 2:
            return
        row = Piece(Kind.ROW, 0, " | ".join(cells), number)
        row.link = sum(piece.link for piece in pieces)
        row.fragment = sum(piece.fragment for piece in pieces)
        page.pieces[first:] = [row]
        for element in inside:
            element.first = element.last = first + 1
