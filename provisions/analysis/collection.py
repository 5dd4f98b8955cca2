"""Pages that hold several documents one after another: which part of such a page is the one asked for."""

import re

from provisions.analysis.page import Element, Page, Piece
from provisions.analysis.structure import Kind

_WORD = re.compile(r"\w+")
# A title of a document is made of these words alone; "Changes to our privacy policy" is a section of one.
_TITLE_WORDS = frozenset(
    (
        *(
            "policy",
            "terms",
            "notice",
            "agreement",
            "statement",
            "addendum",
            "guidelines",
            "conditions",
            "rules",
        ),
        *(
            "privacy",
            "cookie",
            "cookies",
            "copyright",
            "dmca",
            "acceptable",
            "use",
            "usage",
            "service",
            "services",
        ),
        *(
            "data",
            "processing",
            "protection",
            "refund",
            "community",
            "api",
            "developer",
            "takedown",
            "licence",
        ),
        *(
            "license",
            "user",
            "eula",
            "imprint",
            "retention",
            "security",
            "subscription",
            "billing",
            "commercial",
        ),
    )
)
_ALIKE = {"notice": "policy", "statement": "policy", "use": "service", "conditions": "service"}
_EMPTY = frozenset(("our", "the", "of", "and", "to", "current", "general", "website", "s"))
_SHARE = 0.9  # a part that is nearly all of the page is no part
_LONGEST_TITLE = 60
_LEAST = 1000  # characters of prose


def wanted_part(page: Page, container: Element, document_type: str, sums: list[int]) -> Element | None:
    """The element that alone holds the document of this type, where its neighbours hold others.

    `sums[n]` is the prose of the first n pieces. None where the page is one document, or in doubt.
    """
    wanted = _key(document_type)
    titles = [place for place in range(container.first, container.last) if _is_title(page.pieces[place])]
    strangers = [place for place in titles if _key(page.pieces[place].text) != wanted]
    whole = sums[container.last] - sums[container.first]
    for title in titles:
        if _key(page.pieces[title].text) != wanted:
            continue
        part = _around(page, title, strangers)
        amount = sums[part.last] - sums[part.first]
        if strangers and _LEAST <= amount < _SHARE * whole and part.first >= container.first:
            return part
    return None


def _around(page: Page, title: int, others: list[int]) -> Element:
    """The largest element that begins with this title and holds no other document's."""
    elements = page.elements
    part = elements[page.pieces[title].owner]
    while part.parent >= 0:
        above = elements[part.parent]
        if above.first < part.first and any(
            page.pieces[place].kind is Kind.HEADING for place in range(above.first, title)
        ):
            break
        if any(above.first <= place < above.last for place in others):
            break
        part = above
    return part


def _is_title(piece: Piece) -> bool:
    if piece.kind not in (Kind.HEADING, Kind.PARAGRAPH) or piece.link or len(piece.text) > _LONGEST_TITLE:
        return False
    words = set(_WORD.findall(piece.text.lower())) - _EMPTY
    return len(words) > 1 and words <= _TITLE_WORDS


def _key(title: str) -> frozenset[str]:
    return frozenset(_ALIKE.get(word, word) for word in _WORD.findall(title.lower()) if word not in _EMPTY)
