"""Pages that hold several documents one after another: which part of such a page is the one asked for."""

import re
from itertools import pairwise

from provisions.analysis.pages.page import Element, Page, Piece
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
_LEAST = 1000  # characters of prose that make a document
_PLAINLY = 6000  # characters from which a neighbour is a document even without headings of its own
_DATED = re.compile(r"\b(?:updated|effective|modified|revised|version|20[0-4]\d)\b", re.IGNORECASE)


def wanted_part(
    page: Page, container: Element, document_type: str, sums: list[int]
) -> tuple[int, int] | None:
    """First and last (exclusive) piece of the document of this type, where its neighbours are other documents.

    `sums[n]` is the prose of the first n pieces. It ends where a neighbour's title of the same rank stands, so that
    what is headed otherwise ("Notice to California residents") stays. None where the page is one document.
    """
    wanted = _key(document_type)
    pieces = page.pieces
    span = range(container.first, container.last)
    top = min((pieces[place].level for place in span if pieces[place].kind is Kind.HEADING), default=0)
    titles = [place for place in span if _is_title(pieces[place])]
    whole = sums[container.last] - sums[container.first]
    for title in titles:
        if _key(pieces[title].text) != wanted or pieces[title].level > top + 1:
            continue
        strangers = [
            (first, last)
            for first, last in pairwise([*titles, container.last])
            if _key(pieces[first].text) != wanted
            and pieces[first].kind is pieces[title].kind
            and pieces[first].level <= pieces[title].level
            and _is_document(page, first, last, sums)
        ]
        # Lines that are no headings may merely mention a document: a page of several has several of them.
        if (
            pieces[title].kind is Kind.PARAGRAPH
            and len({_key(pieces[first].text) for first, _ in strangers}) < 2
        ):
            continue
        end = next((first for first, _ in strangers if first > title), container.last)
        if strangers and _LEAST <= sums[end] - sums[title] < _SHARE * whole:
            return title, end
    return None


def _is_document(page: Page, first: int, last: int, sums: list[int]) -> bool:
    """Whether a title is followed by a document: a section of one has no date and no headings below it."""
    amount = sums[last] - sums[first]
    below = page.pieces[first + 1 : last]
    own_headings = sum(
        piece.kind is Kind.HEADING and piece.level > page.pieces[first].level for piece in below
    )
    dated = any(_DATED.search(piece.text) for piece in below[:3])
    return amount >= _PLAINLY or (amount >= _LEAST and (dated or own_headings > 1))


def _is_title(piece: Piece) -> bool:
    if piece.kind not in (Kind.HEADING, Kind.PARAGRAPH) or piece.link or len(piece.text) > _LONGEST_TITLE:
        return False
    words = set(_WORD.findall(piece.text.lower())) - _EMPTY
    return len(words) > 1 and words <= _TITLE_WORDS


def _key(title: str) -> frozenset[str]:
    return frozenset(_ALIKE.get(word, word) for word in _WORD.findall(title.lower()) if word not in _EMPTY)
