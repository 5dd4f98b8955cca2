"""Which pieces of a page are the policy's own text: the content container chosen, the boilerplate in it pruned.

Nothing here knows a site. The signals are where prose stands, how much of a subtree is link text, what an element
is (tag, role) and, weakly, what its class or id calls it. A subtree is never dropped for its name alone when it
holds a good share of the page's prose, and never for being hidden: closed sections are text.
"""

import re
from itertools import accumulate, pairwise

from provisions.analysis.pages.beginning import Beginning
from provisions.analysis.pages.chrome import chrome_share, chrome_text, consent_text, only_links, prose
from provisions.analysis.pages.collection import wanted_part
from provisions.analysis.pages.main_part import main_part
from provisions.analysis.pages.page import Element, Page, Piece
from provisions.analysis.structure import Kind

_CONSENT_SHARE = 0.2
_CONSENT_REACH = 15
_MOST = 0.6
_LABEL = 40  # characters up to which a line above the title is taken for a label
_YEAR = re.compile(r"\b20[0-4]\d\b")


def policy_pieces(page: Page, document_type: str = "") -> list[Piece]:
    """The pieces that are the policy, in reading order; the type tells it from others on the same page."""
    return _Choice(page).pieces(document_type)


class _Choice:
    """The page's pieces with their weight in prose, and which of them are dropped."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dropped = [chrome_text(piece) for piece in page.pieces]
        self.weights = [
            0 if gone else prose(piece) for piece, gone in zip(page.pieces, self.dropped, strict=True)
        ]
        self.sums = [0, *accumulate(self.weights)]
        self.total = self.sums[-1]

    def pieces(self, document_type: str = "") -> list[Piece]:
        page = self.page
        if not page.elements or not self.total:
            return [piece for piece, gone in zip(page.pieces, self.dropped, strict=True) if not gone]
        self._drop_chrome()
        self.beginning = Beginning(page, self.sums, self.dropped)
        container = main_part(page, self.sums, self.dropped)
        part = wanted_part(page, container, document_type, self.sums) if document_type else None
        self._drop_link_lists(container)
        first, last = part or (self.beginning.find(container), container.last)
        self._trim(first, last)
        kept = [page.pieces[place] for place in range(first, last) if not self.dropped[place]]
        if container.lists:
            for piece in kept:
                if piece.kind is Kind.ITEM:
                    piece.level = max(1, piece.level - container.lists)
        return kept

    def _amount(self, element: Element) -> int:
        return self.sums[element.last] - self.sums[element.first]

    def _drop(self, first: int, last: int) -> None:
        self.dropped[first:last] = [True] * (last - first)

    def _drop_chrome(self) -> None:
        """Drop what tag, role or name calls chrome, unless much of the page's prose stands in it."""
        elements = self.page.elements
        alike: dict[tuple[float, str], int] = {}
        limits = [chrome_share(element) for element in elements]
        for element, limit in zip(elements, limits, strict=True):
            if limit:
                kind = (limit, element.classes or element.name or element.tag)
                alike[kind] = alike.get(kind, 0) + self._amount(element)
        number = 0
        while number < len(elements):
            element, limit = elements[number], limits[number]
            if limit and element.first < element.last:
                # Many small parts of one name are judged together: a name they share is hardly chrome.
                amount = alike[limit, element.classes or element.name or element.tag]
                if amount < limit * self.total and not self._is_title(element):
                    self._drop(element.first, element.last)
                    number = element.end
                    continue
            number += 1
        self._drop_consent()
        kept = [0 if gone else weight for weight, gone in zip(self.weights, self.dropped, strict=True)]
        self.sums = [0, *accumulate(kept)]

    def _drop_consent(self) -> None:
        """Drop the smallest elements that hold two or more parts of a question for consent."""
        elements, pieces = self.page.elements, self.page.pieces
        asks = [place for place, piece in enumerate(pieces) if consent_text(piece)]
        core = self._core()
        for near, far in pairwise(asks):
            if far - near > _CONSENT_REACH:
                continue
            number = pieces[near].owner
            while number >= 0 and elements[number].last <= far:
                number = elements[number].parent
            # Away from the main text the whole window goes; within it only what asks.
            while number > 0 and not elements[number].first <= core.first < elements[number].last:
                parent = elements[number].parent
                if elements[parent].first <= core.first < elements[parent].last:
                    break
                number = parent
            if number >= 0 and self._amount(elements[number]) < _CONSENT_SHARE * self.total:
                self._drop(elements[number].first, elements[number].last)

    def _core(self) -> Element:
        """The smallest element that holds most of the prose."""
        elements = self.page.elements
        number = 0
        while True:
            inner = [
                child
                for child in self._children(number)
                if self._amount(elements[child]) >= _MOST * self.total
            ]
            if not inner:
                return elements[number]
            number = inner[0]

    def _is_title(self, element: Element) -> bool:
        """Whether this is a header that holds the page's title rather than the site's name and menu."""
        if element.tag != "header":
            return False
        pieces = self.page.pieces[element.first : element.last]
        return any(
            piece.kind is Kind.HEADING and piece.level == 1 and not only_links(piece) for piece in pieces
        )

    def _children(self, number: int) -> list[int]:
        elements = self.page.elements
        children = []
        child = number + 1
        while child < elements[number].end:
            children.append(child)
            child = elements[child].end
        return children

    def _drop_link_lists(self, container: Element) -> None:
        """Before the first prose and after the last, groups of nothing but links lead elsewhere."""
        places = [
            place
            for place in range(container.first, container.last)
            if self.sums[place + 1] > self.sums[place]
        ]
        if not places:
            return
        for element in self.page.elements:
            if (
                element.first >= container.first
                and element.last <= container.last
                and element.last - element.first > 1
            ):
                outside = element.last <= places[0] or element.first > places[-1]
                if outside and all(
                    only_links(piece) and not piece.fragment
                    for piece in self.page.pieces[element.first : element.last]
                ):
                    self._drop(element.first, element.last)

    def _trim(self, first: int, last: int) -> None:
        """Drop labels and links above the first heading or prose, and headings that nothing follows."""
        pieces = self.page.pieces
        for place in range(first, last):
            piece = pieces[place]
            if self.dropped[place]:
                continue
            if self.weights[place] or (piece.kind is Kind.HEADING and not only_links(piece)):
                break
            if _YEAR.search(piece.text):
                continue
            label = len(piece.text) <= _LABEL and not any(map(str.isdigit, piece.text)) and self.page.title
            if only_links(piece) or (label and not self.beginning.names_page(piece)):
                self.dropped[place] = True
        for place in range(last - 1, first, -1):
            if not self.dropped[place]:
                if pieces[place].kind is not Kind.HEADING:
                    break
                self.dropped[place] = True
