"""What one walk over a page finds: pieces of text, the elements that they stand in, and facts about the page."""

from dataclasses import dataclass, field

from provisions.analysis.structure import Kind


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
    parent: int
    first: int
    lists: int  # lists that it stands in, itself included
    last: int = 0
    end: int = 0
    classes: str = ""  # lower case, as the two after it
    name: str = ""  # the id
    role: str = ""
    lone: bool = False  # a table's only row


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
