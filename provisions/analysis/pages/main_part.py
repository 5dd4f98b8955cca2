"""Which part of a page holds the policy: from the root down, past the neighbours that are not of its kind.

A neighbour is a stranger when it is mostly links, or when it lacks the vocabulary that the main part is full of.
Where that vocabulary isn't known (see subjects), only what is made of links and fragments is a stranger.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from provisions.analysis.gate.subjects import is_legal_word
from provisions.analysis.pages.chrome import copyright_line
from provisions.analysis.pages.page import Element, Page
from provisions.analysis.structure import Kind

_NEARLY_ALL = 0.9
_SECTION = 400  # characters of prose from which a neighbour of the main part counts as a part of the policy
_SENTENCE = 60
_WRAPPERS = frozenset(("div", "section", "article", "main", "details", "td"))
_LAYOUT = frozenset(("table", "tbody", "tr", "center", "fieldset"))  # tables of data hold rows, not elements
_WAY_DOWN = _WRAPPERS | _LAYOUT | {"html", "body", "form"}
_MAY_BE_STRANGE = _WAY_DOWN | {"aside", "header"}
_LISTS = frozenset(("ul", "ol", "dl"))
_SMALL = 200  # characters; a smaller part says too little of itself
_LINKED, _PROSE = 0.5, 0.3  # shares of its characters that make a list of links
_FRAGMENTS = 4  # pieces
_SOME_LINKS = 0.15
_LARGE = 1500  # characters, from which even unbroken prose must have a policy's words
_SPARSE = 0.5
_FORM_PIECES = 12
_FOOTER = 0.2  # of the page's prose
_FOOTER_END = 4  # pieces
_LEGAL = 0.07  # share of legal words from which the vocabulary of the main part tells its neighbours from strangers
_FOREIGN = 0.2  # of the main part's share
_CANDIDATE = 0.1  # of the prose, from which a part may be the main one
_LEAST_FACTOR = 0.2
_SAMPLE_PIECES, _SAMPLE_WORDS = 40, 30


@dataclass(frozen=True, slots=True)
class _Part:
    """A child of an element, or the text between two of them (number -1)."""

    number: int
    first: int
    last: int


def main_part(page: Page, sums: list[int], dropped: list[bool]) -> Element:
    """The element that holds the policy, narrowed to those of its children that are parts of it.

    `sums[n]` is the prose of the first n pieces. Marks in `dropped` the strangers between parts of the policy.
    """
    return _Search(page, sums, dropped).find()


class _Search:
    def __init__(self, page: Page, sums: list[int], dropped: list[bool]) -> None:
        self.page = page
        self.sums = sums
        self.dropped = dropped
        self.counts: dict[int, tuple[int, int]] = {}  # words and legal words of a piece

    def find(self) -> Element:
        here = self.page.elements[0]
        number = 0
        while True:
            parts = self._parts(number, here)
            weighty = [part for part in parts if self._amount(part)]
            if not weighty:
                return here
            best = self._best(weighty)
            if self._alone(best, weighty):
                here, number = self.page.elements[best.number], best.number
                continue
            strangers = self._strangers(parts, best)
            near = _near(parts, best, strangers, self._leads_on)
            alone = near == [best] and self._is_way_down(best)
            if alone:
                here, number = self.page.elements[best.number], best.number
                continue
            for part in strangers:
                if not (near[0].first < part.first < near[-1].first and self._is_kin(part, best)):
                    self.dropped[part.first : part.last] = [True] * (part.last - part.first)
            if len(near) == len(parts):
                return here
            here = replace(here, first=near[0].first, last=near[-1].last)

    def _parts(self, number: int, window: Element) -> list[_Part]:
        elements = self.page.elements
        parts = []
        place, child = window.first, number + 1
        while child < elements[number].end:
            element = elements[child]
            if element.first >= window.first and element.last <= window.last and element.first < element.last:
                if element.first > place:
                    parts.append(_Part(-1, place, element.first))
                parts.append(_Part(child, element.first, element.last))
                place = element.last
            child = element.end
        if place < window.last:
            parts.append(_Part(-1, place, window.last))
        return parts

    def _amount(self, part: _Part) -> int:
        return self.sums[part.last] - self.sums[part.first]

    def _long(self, part: _Part) -> bool:
        return self._amount(part) >= _SECTION

    def _leads_on(self, part: _Part) -> bool:
        """Whether the policy goes on with this part, though a stranger stands before it."""
        if self._long(part):
            return True
        tag = self.page.elements[part.number].tag if part.number >= 0 else ""
        return tag not in _MAY_BE_STRANGE and self._amount(part) >= _SENTENCE

    def _is_way_down(self, part: _Part) -> bool:
        return part.number >= 0 and self.page.elements[part.number].tag in _WAY_DOWN

    def _best(self, parts: list[_Part]) -> _Part:
        """The part with most prose, prose without the words of a policy counting for less."""
        whole = sum(map(self._amount, parts))
        best = max(parts, key=self._amount)
        if self._amount(best) >= _NEARLY_ALL * whole:
            return best
        candidates = [part for part in parts if self._amount(part) >= _CANDIDATE * whole]
        return max(candidates, key=self._legal_amount, default=best)

    def _legal_amount(self, part: _Part) -> float:
        return self._amount(part) * min(1.0, max(_LEAST_FACTOR, self._legal(part) / _LEGAL))

    def _legal(self, part: _Part) -> float:
        """The share of legal words in a sample of the part's pieces, spread over all of it."""
        words = legal = 0
        for place in range(part.first, part.last, 1 + (part.last - part.first) // _SAMPLE_PIECES):
            if not self.dropped[place]:
                if (counts := self.counts.get(place)) is None:
                    found = self.page.pieces[place].text.split(maxsplit=_SAMPLE_WORDS)[:_SAMPLE_WORDS]
                    counts = self.counts[place] = len(found), sum(map(is_legal_word, found))
                words += counts[0]
                legal += counts[1]
        return legal / (words or 1)

    def _alone(self, best: _Part, parts: list[_Part]) -> bool:
        """Whether the best part holds nearly all prose, and no other part belongs to the policy as well."""
        if not self._is_way_down(best):
            return False
        others = [part for part in parts if part is not best]
        if sum(map(self._amount, others)) > (1 - _NEARLY_ALL) * self._amount(best) / _NEARLY_ALL:
            return False
        return not any(self._belongs(part, best) for part in others)

    def _belongs(self, part: _Part, best: _Part) -> bool:
        if part.number < 0:
            return True
        element, main = self.page.elements[part.number], self.page.elements[best.number]
        if element.tag not in _WRAPPERS:
            return True
        return (element.tag, element.classes) == (main.tag, main.classes) or self._long(part)

    def _is_kin(self, part: _Part, best: _Part) -> bool:
        """Made like the main part: a section between two others stays, whatever words it is written in."""
        if part.number < 0 or best.number < 0 or self._is_list_of_links(part):
            return False
        return self.page.elements[part.number].tag == self.page.elements[best.number].tag

    def _is_alike(self, part: _Part, best: _Part) -> bool:
        if part.number < 0 or best.number < 0:
            return False
        one, other = self.page.elements[part.number], self.page.elements[best.number]
        return (one.tag, one.classes) == (other.tag, other.classes)

    def _is_list_of_links(self, part: _Part) -> bool:
        pieces = self.page.pieces[part.first : part.last]
        return sum(piece.link for piece in pieces) >= _LINKED * sum(len(piece.text) for piece in pieces)

    def _strangers(self, parts: list[_Part], best: _Part) -> list[_Part]:
        legal = self._legal(best)
        # Beside paragraphs a list is one of theirs; beside a wrapper it may be a menu.
        tags = _MAY_BE_STRANGE | _LISTS if self._is_way_down(best) else _MAY_BE_STRANGE
        return [
            part
            for part in parts
            if part is not best and self._is_stranger(part, legal, tags, alike=self._is_alike(part, best))
        ]

    def _is_stranger(self, part: _Part, legal: float, tags: frozenset[str], *, alike: bool) -> bool:
        if part.number >= 0 and self.page.elements[part.number].tag not in tags:
            return False
        kept = [self.page.pieces[place] for place in range(part.first, part.last) if not self.dropped[place]]
        if self._is_footer(part):
            return True
        size = sum(len(piece.text) for piece in kept)
        if self._holds_form(part) and size < _LARGE and len(kept) <= _FORM_PIECES:
            return self._legal(part) < _FOREIGN * max(legal, _LEGAL)
        if (
            size < _SMALL
            or part.last == part.first
            or any(piece.kind is Kind.HEADING and piece.level == 1 and not piece.link for piece in kept)
        ):
            return False
        linked = sum(piece.link - piece.fragment for piece in kept)
        if linked >= _LINKED * size and self._amount(part) < _PROSE * size:
            return True
        if part.number < 0:
            return False
        broken = len(kept) >= _FRAGMENTS or linked >= _SOME_LINKS * size
        if legal >= _LEGAL:
            # A section of short plain items has few of a policy's words too; what leads elsewhere has links.
            teasers = sum(piece.kind is Kind.HEADING and piece.link > 0 for piece in kept) > 1
            suspect = broken and (not alike or teasers or linked >= _SOME_LINKS * size)
            return (suspect or size >= _LARGE) and self._legal(part) < _FOREIGN * legal
        return broken and self._amount(part) < _SPARSE * size and linked >= _SOME_LINKS * size

    def _holds_form(self, part: _Part) -> bool:
        if part.number < 0:
            return False
        inside = self.page.elements[part.number : self.page.elements[part.number].end]
        return any(element.tag == "form" for element in inside)

    def _is_footer(self, part: _Part) -> bool:
        """Whether the part, less than a fair share of the page, ends on a copyright line and has links."""
        if part.number < 0 or self._amount(part) > _FOOTER * self.sums[-1]:
            return False
        pieces = self.page.pieces[part.first : part.last]
        return any(map(copyright_line, pieces[-_FOOTER_END:])) and any(piece.link for piece in pieces)


def _near(
    parts: list[_Part], best: _Part, strangers: Iterable[_Part], leads_on: Callable[[_Part], bool]
) -> list[_Part]:
    """The parts around the best one: up to the outermost long one, and on to the next stranger."""
    strange = set(strangers)
    middle = parts.index(best)
    last = _reach(parts[middle + 1 :], strange, leads_on)
    first = _reach(parts[:middle][::-1], strange, leads_on)
    return parts[middle - first : middle + 1 + last]


def _reach(parts: list[_Part], strange: set[_Part], leads_on: Callable[[_Part], bool]) -> int:
    """How many of the parts, going away from the best one, belong to it."""
    reach, met = 0, False
    for number, part in enumerate(parts, start=1):
        if part in strange:
            met = True
        elif not met or leads_on(part):
            reach, met = number, False
    return reach
