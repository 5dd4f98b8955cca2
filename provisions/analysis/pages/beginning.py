"""Where the policy's text begins: at its title, with the date beside it, wherever on the page that stands."""

import re
from collections.abc import Iterable
from itertools import islice

from provisions.analysis.gate.subjects import is_legal_word, kinds_in
from provisions.analysis.pages.chrome import only_links
from provisions.analysis.pages.page import Element, Page, Piece
from provisions.analysis.structure import Kind

_OPENING = 6  # pieces in which a title stands, if the text has one
_LONGEST_HEAD = 3000  # characters between a title and the container
_HEAD_REACH = 12  # pieces
_DEEPEST_TITLE = 0.15  # of the text's prose, behind which no title comes
_LEGAL = 0.04  # share of legal words in an introduction
_SAMPLE = 20  # pieces
_DATE_REACH = 2  # pieces between a date and the title below it
_DOCUMENTS = frozenset(("privacy", "cookies", "terms", "conduct", "copyright", "processing"))
_YEAR = re.compile(r"\b20[0-4]\d\b")
_WORD = re.compile(r"\w{3,}")


class Beginning:
    """The search for the title; `sums[n]` is the prose of the first n pieces, `dropped` those left out."""

    def __init__(self, page: Page, sums: list[int], dropped: list[bool]) -> None:
        self.page = page
        self.sums = sums
        self.dropped = dropped
        self.title = set(_WORD.findall(page.title.lower()))

    def find(self, container: Element) -> int:
        """The place of the first piece; drops labels and links between a title and a container below it."""
        inside = self._title_inside(container)
        if inside is not None:
            return self._with_date(inside, container.first)
        outside = self._title_outside(container)
        for place in range(outside, container.first):
            piece = self.page.pieces[place]
            bare = self._amount(place, place + 1) == 0 and piece.kind is not Kind.HEADING
            if only_links(piece) or (bare and not any(map(str.isdigit, piece.text))):
                self.dropped[place] = True
        return outside

    def names_page(self, piece: Piece) -> bool:
        """Whether half of the piece's words stand in the page's title."""
        words = set(_WORD.findall(piece.text.lower()))
        return bool(words) and 2 * len(words & self.title) >= len(words)

    def _amount(self, first: int, last: int) -> int:
        return self.sums[last] - self.sums[first]

    def _title_inside(self, container: Element) -> int | None:
        """Of the container's first headings the one of the first level; its start where what precedes belongs."""
        whole = self._amount(container.first, container.last)
        titles = []
        for place in range(container.first, container.last):
            if self._amount(container.first, place) > _DEEPEST_TITLE * whole:
                break
            if not self.dropped[place] and self._is_title(self.page.pieces[place]):
                titles.append(place)
                if len(titles) == _OPENING:
                    break
        named = [place for place in titles if self._is_named(self.page.pieces[place])]
        if named and self._is_foreign(container.first, named[0]):
            return named[0]
        return container.first if set(titles) & set(self._opening(container)) else None

    def _title_outside(self, container: Element) -> int:
        """A title above the container; else the container's start."""
        pieces = self.page.pieces
        size = seen = 0
        start = container.first
        for place in range(container.first - 1, -1, -1):
            piece = pieces[place]
            if self.dropped[place] or only_links(piece):
                continue
            size += len(piece.text)
            seen += 1
            if size > _LONGEST_HEAD or seen > _HEAD_REACH:
                break
            if self._is_title(piece):
                return self._with_date(place, 0)
            if piece.kind is Kind.HEADING and self._is_named(piece):
                start = place
        if any(
            pieces[p].kind is Kind.HEADING and self.names_page(pieces[p]) for p in self._opening(container)
        ):
            return container.first
        return start

    def _opening(self, container: Element) -> list[int]:
        places = range(container.first, container.last)
        return list(islice((place for place in places if not self.dropped[place]), _OPENING))

    def _with_date(self, title: int, first: int) -> int:
        """The title's place, or that of a date just above it."""
        above = [place for place in range(first, title) if not self.dropped[place]][-_DATE_REACH:]
        dated = [place for place in above if self._is_date(self.page.pieces[place])]
        for place in range(dated[0] if dated else title, title):
            if not self._is_date(self.page.pieces[place]):
                self.dropped[place] = True
        return dated[0] if dated else title

    def _is_title(self, piece: Piece) -> bool:
        return piece.kind is Kind.HEADING and piece.level == 1 and not only_links(piece)

    def _is_named(self, piece: Piece) -> bool:
        return bool(kinds_in(piece.text)) or self.names_page(piece)

    def _is_document(self, piece: Piece) -> bool:
        return bool(kinds_in(piece.text) & _DOCUMENTS) or self.names_page(piece)

    def _is_date(self, piece: Piece) -> bool:
        return len(piece.text) <= 80 and _YEAR.search(piece.text) is not None and not only_links(piece)

    def _is_foreign(self, first: int, last: int) -> bool:
        """Whether nothing of the policy stands there: no heading that names it, no prose with its words."""
        kept = [self.page.pieces[place] for place in range(first, last) if not self.dropped[place]]
        if any(piece.kind is Kind.HEADING and self._is_document(piece) and not piece.link for piece in kept):
            return False
        if not self._amount(first, last):
            return True
        # Where the text itself lacks these words, as in a language whose words we don't know, they say nothing.
        text = self.page.pieces[last : last + _SAMPLE]
        return _legal_share(text) >= 1.5 * _LEGAL and _legal_share(kept) < _LEGAL


def _legal_share(pieces: Iterable[Piece]) -> float:
    words = [word for piece in pieces for word in piece.text.split()]
    return sum(map(is_legal_word, words)) / (len(words) or 1)
