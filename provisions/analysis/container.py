"""Which pieces of a page are the policy's own text: the content container chosen, the boilerplate in it pruned.

Nothing here knows a site. The signals are where prose stands, how much of a subtree is link text, what an element
is (tag, role) and, weakly, what its class or id calls it. A subtree is never dropped for its name alone when it
holds a good share of the page's prose, and never for being hidden: closed sections are text.
"""

import re
from functools import lru_cache
from itertools import accumulate

from provisions.analysis.rendering import Element, Page, Piece
from provisions.analysis.structure import Kind

_CONSENT_TOOL = re.compile(
    r"onetrust|\bot-sdk|cookiebot|cybot|didomi|usercentrics|trustarc|truste|osano|\bcky-|cmplz|qc-cmp|quantcast|"
    r"iubenda-cs|termly-(?:code|styles)|cookieconsent|cookie-law|\bcc-window|klaro|"
    r"(?:cookies?|consent|gdpr|ccpa)[-_ ]?(?:banner|bar|popup|pop-up|modal|message|dialog|overlay|manager|layer|wall|"
    r"prompt|alert|toast|widget|popin|drawer)"
)
_CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navs|navbar|navigation|topnav|subnav|sidenav|menus?|megamenu|footer|breadcrumbs?|sidebar|share|"
    r"sharing|sharebar|socials?|addtoany|sharethis|related|recommended|recirculation|newsletter|subscribe|signup|promo|"
    r"ads?|advert|advertisement|popup|modal|skip(?:-?link|-?nav|-?to)?|toolbar|pagination|pager|comments?|comment-list|"
    r"disqus|feedback|helpful|votes?|rating|language-?(?:switcher|selector|picker)|lang-?(?:switcher|selector|picker)|"
    r"locale-?(?:switcher|selector|picker)|site-?header|masthead|topbar|announcement|cookies?|consent|gdpr|"
    r"toc|table-of-contents|tableofcontents|last-viewed|recently-viewed|print|backtotop|back-to-top)"
    r"(?=$|[\s_-]|\d)"
)
_CHROME_TAGS = frozenset(("nav", "footer", "dialog", "search", "aside", "header", "menu"))
_CHROME_ROLES = frozenset(
    "navigation banner contentinfo search dialog alertdialog alert menu menubar toolbar tooltip complementary".split()
)
_SENTENCE_END = (".", ";", ":", "?", "!", "。", "；", "：", "।", "؟", "…", "”", ")")


def policy_pieces(page: Page) -> list[Piece]:
    """The pieces that are the policy, in reading order."""
    return _Choice(page).pieces()


@lru_cache(maxsize=4096)
def _consent_tool(names: str) -> bool:
    return _CONSENT_TOOL.search(names) is not None


@lru_cache(maxsize=4096)
def _chrome_name(names: str) -> bool:
    return _CHROME_NAME.search(names) is not None


def _prose(piece: Piece) -> int:
    """Characters of running text: short labels and link texts count for nothing."""
    plain = len(piece.text) - piece.link
    if piece.control or piece.kind is Kind.HEADING:
        return 0
    if plain >= 80 or (plain >= 25 and piece.text.endswith(_SENTENCE_END)):
        return plain
    return plain if piece.kind is Kind.ROW else 0


class _Choice:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.weights = [_prose(piece) for piece in page.pieces]
        self.sums = [0, *accumulate(self.weights)]
        self.total = self.sums[-1]
        self.dropped = bytearray(len(page.pieces))

    def pieces(self) -> list[Piece]:
        page = self.page
        if not page.elements:
            return list(page.pieces)
        self._mark()
        kept = [0 if gone else weight for weight, gone in zip(self.weights, self.dropped, strict=True)]
        self.sums = [0, *accumulate(kept)]
        container = self._container()
        return [
            page.pieces[number]
            for number in range(container.first, container.last)
            if not self.dropped[number]
        ]

    def _amount(self, element: Element) -> int:
        return self.sums[element.last] - self.sums[element.first]

    def _mark(self) -> None:
        """Drop what tag, role or name calls chrome, unless much of the page's prose stands in it."""
        elements = self.page.elements
        number = 0
        while number < len(elements):
            element = elements[number]
            if self._is_chrome(element):
                for place in range(element.first, element.last):
                    self.dropped[place] = 1
                number = element.end
            else:
                number += 1

    def _is_chrome(self, element: Element) -> bool:
        if element.first == element.last:
            return False
        share = self._amount(element) / max(1, self.total)
        if element.names and _consent_tool(element.names):
            return share < 0.9
        if element.tag in _CHROME_TAGS or element.role in _CHROME_ROLES:
            return share < 0.3
        if element.names and _chrome_name(element.names):
            return share < 0.1 and self._amount(element) < 1500
        return False

    def _container(self) -> Element:
        """Descend from the root while one child holds nearly all the prose and the rest is not of its kind."""
        elements = self.page.elements
        number = 0
        while True:
            element = elements[number]
            amount = self._amount(element)
            best, best_amount, child = -1, 0, number + 1
            children = []
            while child < element.end:
                children.append(child)
                held = self._amount(elements[child])
                if held > best_amount:
                    best, best_amount = child, held
                child = elements[child].end
            if best < 0 or best_amount < 0.9 * amount:
                return element
            number = best
