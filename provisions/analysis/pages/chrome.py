"""What gives boilerplate away: names of elements, roles, and phrases that no policy is made of."""

import re
from functools import lru_cache

from provisions.analysis.pages.page import Element, Piece
from provisions.analysis.structure import Kind

_CONSENT_TOOL = re.compile(
    r"onetrust|\bot-sdk|cookiebot|cybot|didomi|usercentrics|trustarc|truste\b|osano|\bcky-|cmplz|qc-cmp|quantcast|"
    r"iubenda-cs|cookieconsent|cookie-law|\bcc-window|klaro|"
    r"(?:cookies?|consent|gdpr|ccpa)[-_ ]?(?:banner|bar|popup|pop-up|modal|message|dialog|overlay|manager|layer|wall|"
    r"prompt|alert|toast|widget|popin|drawer)"
)
_CHROME_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navs|navbar|navigation|topnav|subnav|sidenav|menus?|megamenu|footer|breadcrumbs?|sidebar|"
    r"share|sharing|sharebar|socials?|addtoany|sharethis|related|recommended|recirculation|newsletter|subscribe|"
    r"signup|promo|ads?|advert|advertisement|popup|modal|skip(?:-?link|-?nav|-?to)?|toolbar|pagination|pager|"
    r"comments?|disqus|feedback|helpful|votes?|rating|(?:language|lang|locale)-?(?:switcher|selector|picker)|"
    r"site-?header|masthead|topbar|announcement|cookies?|consent|gdpr|last-viewed|recently-viewed|print|backtotop|back-to-top)"
    r"(?=$|[\s_-]|\d)"
)
# An id may name a section of the policy (#cookies, #sharing), so only names that can't are taken.
_CHROME_ID = re.compile(
    r"^(?:(?:site|page|main|global|top|primary|secondary)[-_]?)?"
    r"(?:nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|masthead|topbar|comments|respond|toc)$"
    r"|^(?:toc|footer|sidebar|nav|breadcrumbs?|related|share)[-_](?:container|wrapper|area|bar|menu|links|buttons)$"
)
_CHROME_TAGS = frozenset(("nav", "footer", "dialog", "search", "menu"))
_ASIDE_TAGS = frozenset(("aside", "header"))
_CHROME_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "alert",
        "menu",
        "menubar",
        "toolbar",
        "tooltip",
        "status",
    ]
)
_TEXT_TAGS = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "dt",
        "dd",
        "pre",
        "blockquote",
        "main",
        "article",
        "body",
        "html",
    ]
)
_SENTENCE_END = (".", ";", ":", "?", "!", "。", "\uff1b", "\uff1a", "।", "؟", "…", "”", ")")

# The phrases are looked for in lower case: matching without regard to case costs several times as much.
_CHROME_TEXT = re.compile(
    r"""^(?:
    (?:was|is|did) \ (?:this|you \ find \ this) \b .{0,40} \b (?:helpful|useful) .*
    | (?:did \ this \ answer \ your \ question|how \ helpful \ was \ this|rate \ this \ (?:page|article)) .*
    | [\d.,]+ \ (?:out \ of \ [\d.,]+ \ )? (?:people|users|readers|persons) \ (?:found|have \ found|online) .*
    | (?:you \ are \ |sie \ sind \ )? (?:the \ |der \ )? (?:unique \ |total \ |today.?s \ )?
      (?:visitors?|visits?|besucher\w*|visiteurs?|visitas|visitatori|hits|page\ ?views?|views|downloads|(?:users|guests|members)\ online|
      online\ (?:users|visitors|now))\b (?:\ (?:no|nr)\.)? [^.]{0,30}? \d[\d.,\ ]* (?:\ ?(?:since|seit|depuis|today)\ .{0,24})?
    | [\d.,]+ \ (?:visitors?|visits|views|page\ ?views|hits|besucher|visites|visitas|(?:users|guests|people)\ online) .{0,24}
    | (?:page|document|content) \ (?:generated|served|rendered|loaded|cached) \b .{0,60}
    | (?:last|recently) \ viewed \b .{0,60}
    | (?:share|print|e-?mail|copy|download|bookmark) (?:\ (?:this|the|as|to|a))? (?:\ (?:page|article|post|link|pdf|url|section|version))? !?
    | share \ (?:on|via|with|this) \b .{0,40}
    | (?:back|return|scroll|go) \ to \ (?:the \ )? top .{0,3}
    | (?:skip|jump) \ to \ .{0,30}
    | (?:on|in) \ this \ (?:page|article)
    | (?:expand|collapse|show|hide|open|close) (?:\ (?:all|more|less|details|menu))?
    | (?:copied|loading|menu|close|search|yes|no|toggle \ .{0,20}) [!.…]*
    | (?:select|choose|change) \ (?:your \ )? (?:language|country|region|locale) .{0,20}
    | thank \ you! \ your \ submission \ has \ been \ received! | oops! \ something \ went \ wrong .*
    | (?:war|waren|fanden \ sie) \ .{0,40} \ (?:hilfreich|nützlich) .*
    | cette \ (?:page|article|réponse) .{0,20} \ (?:utile|aidé) .*
    | (?:©|\(c\) \ \d{4}|copyright \ (?:©|\(c\)|\d{4})) .{0,120}
    )$""",
    re.VERBOSE,
)
_LONGEST_CHROME_TEXT = 160
_ONE_WORD = re.compile(r"(?:e-?mail|search|download|copy|bookmark|yes|no)[.]?$")
_CONSENT_TEXT = re.compile(
    r"""^(?:
    (?:(?:accept|allow|agree \ to|reject|deny|decline|refuse|disable)(?:\ (?:all|optional|non-essential|necessary|essential|only))*
      (?:\ (?:cookies|tracking))?(?:\ (?:and|&)\ .{0,20})?\ ?){1,3}
    | (?:confirm|save|submit|manage|customi[sz]e|set|your) \ (?:my \ |your \ |cookie \ |consent \ |privacy \ )*
      (?:choices|preferences|settings|consent) .{0,24}
    | (?:cookie|consent|privacy) \ (?:settings|preferences?|choices|options)(?:\ cent(?:er|re))?
    | privacy \ preference \ cent(?:er|re) | (?:strictly \ )?necessary \ only | always \ active
    | by \ clicking \ ["“\u2018']? (?:accept|allow|ok|agree|continue) .*
    | (?:we|this \ (?:web)?site|our \ (?:web)?site|we \ and \ our \ .{0,20}partners) \ uses? \ cookies .{0,400}
    | when \ you \ visit \ (?:any \ )?(?:web)?sites?,? .{0,20} may \ store \ or \ retrieve .*
    | alle \ (?:akzeptieren|ablehnen|cookies .{0,20}) | (?:akzeptieren|ablehnen|zustimmen|einstellungen)
    | tout \ (?:accepter|refuser) | (?:accepter|refuser|personnaliser) | continuer \ sans \ accepter
    | (?:aceptar|rechazar) (?:\ todas?(?:\ las \ cookies)?)? | configurar | accett[ao] (?:\ tutti)? | rifiuta (?:\ tutti)?
    )[.!]?$""",
    re.VERBOSE,
)
_LONGEST_CONSENT_TEXT = 600
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^.]{0,40}\b(?:19|20)\d\d|(?:19|20)\d\d\s*(?:©|\(c\))")


def prose(piece: Piece) -> int:
    """Characters of running text: labels, headings and link texts count for nothing."""
    plain = len(piece.text) - piece.link
    if piece.control or piece.kind is Kind.HEADING or (piece.kind is Kind.ROW and only_links(piece)):
        return 0
    if plain >= 80 or (plain >= 25 and piece.text.endswith(_SENTENCE_END)) or piece.kind is Kind.ROW:
        return plain
    return 0


def only_links(piece: Piece) -> bool:
    """Whether a piece is nothing but links; an address to write to is text."""
    return piece.link * 10 >= len(piece.text) * 8 and "@" not in piece.text


def chrome_text(piece: Piece) -> bool:
    """Whether the whole piece is a phrase of the page's machinery, such as "Was this helpful?"."""
    if piece.control == "button":
        return True
    if len(piece.text) > _LONGEST_CHROME_TEXT or _CHROME_TEXT.match(piece.text.lower()) is None:
        return False
    # "E-mail" may be an item of what is collected, "No" an answer.
    alone = not piece.link and (piece.kind is Kind.ITEM or len(piece.text) <= 3)
    return not (alone and _ONE_WORD.match(piece.text.lower()))


def copyright_line(piece: Piece) -> bool:
    """Whether the piece is the line that footers end on, such as "© 2026 Fernhollow. All rights reserved."."""
    return len(piece.text) <= _LONGEST_CHROME_TEXT and _COPYRIGHT.match(piece.text.lower()) is not None


def consent_text(piece: Piece) -> bool:
    """Whether the piece belongs to a question for consent, such as "Accept all" or "We use cookies to …"."""
    return len(piece.text) <= _LONGEST_CONSENT_TEXT and _CONSENT_TEXT.match(piece.text.lower()) is not None


def chrome_share(element: Element) -> float:
    """The share of the page's prose under which an element of this tag, role and name is chrome; 0 if never."""
    if _consent_tool(element.classes) or _consent_tool(element.name):
        return 0.9
    if element.tag in _CHROME_TAGS or element.role in _CHROME_ROLES:
        return 0.3
    if element.tag in _TEXT_TAGS:
        return 0.0
    if element.tag in _ASIDE_TAGS or element.role == "complementary":
        return 0.15
    if _chrome_class(element.classes) or _chrome_id(element.name):
        return 0.08
    return 0.0


@lru_cache(maxsize=4096)
def _consent_tool(names: str) -> bool:
    return _CONSENT_TOOL.search(names) is not None


@lru_cache(maxsize=4096)
def _chrome_class(classes: str) -> bool:
    # Utility classes such as "toc-visible:mt-4" or "[--nav:0]" say how to paint, not what it is.
    words = " ".join(word for word in classes.split() if ":" not in word and "[" not in word)
    return _CHROME_CLASS.search(words) is not None


@lru_cache(maxsize=4096)
def _chrome_id(name: str) -> bool:
    return _CHROME_ID.search(name) is not None
