"""Which addresses of a site are its documents: by the words of links, the entries of a sitemap, and where they usually are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

# Type → the words by which sites call it, the same in addresses, and where it is looked for when no link leads there.
_NAMES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "Privacy Policy": (
        r"privacy|data protection|datenschutz\w*|confidentialité|privacidad|riservatezza|privacidade|integritet\w*",
        r"privacy|data-?protection|datenschutz|confidentialite|privacidad",
        ("/privacy", "/privacy-policy", "/legal/privacy"),
    ),
    "Terms of Service": (
        r"terms|conditions of use|user agreement|nutzungsbedingungen|agb|conditions générales|cgu|términos|termini",
        r"terms|tos|user-?agreement|nutzungsbedingungen|agb|conditions-of-use",
        ("/terms", "/terms-of-service", "/legal/terms"),
    ),
    "Cookie Policy": (r"cookies?", r"cookies?", ("/cookies", "/cookie-policy")),
    "Acceptable Use Policy": (
        r"acceptable use|usage polic(?:y|ies)|fair use",
        r"acceptable-?use|aup|usage-polic(?:y|ies)",
        ("/acceptable-use", "/legal/acceptable-use"),
    ),
    "Community Guidelines": (
        r"community (?:guidelines|rules|standards)|content (?:policy|guidelines)|code of conduct",
        r"community-?(?:guidelines|rules|standards)|code-of-conduct|content-policy",
        (),
    ),
    "Data Processor Agreement": (
        r"data process(?:ing|or) (?:agreement|addendum|terms)|dpa|auftragsverarbeitung\w*",
        r"data-?process(?:ing|or)-?(?:agreement|addendum|terms)|dpa|auftragsverarbeitung",
        ("/dpa", "/legal/dpa"),
    ),
    "Developer Terms": (r"(?:developer|api) (?:terms|policy|agreement)", r"(?:developer|api)-(?:terms|policy)", ()),
    "AI Terms": (r"ai (?:terms|policy|addendum)|generative ai", r"ai-(?:terms|policy|addendum)", ()),
    "Service Level Agreement": (r"service level agreement|sla", r"service-level-agreement|sla", ()),
}  # fmt: skip
# The more special names before the general ones: "developer terms" are no terms of service.
_ORDER = (
    "Data Processor Agreement", "Developer Terms", "AI Terms", "Acceptable Use Policy", "Community Guidelines",
    "Service Level Agreement", "Cookie Policy", "Privacy Policy", "Terms of Service",
)  # fmt: skip
USUAL = (
    "Privacy Policy", "Terms of Service", "Cookie Policy", "Acceptable Use Policy", "Data Processor Agreement",
)  # fmt: skip
_WORDS = {kind: re.compile(rf"\b(?:{_NAMES[kind][0]})\b", re.IGNORECASE) for kind in _ORDER}
_PLACES = {
    kind: re.compile(rf"(?:^|[/_.-])(?:{_NAMES[kind][1]})(?:$|[/_.-])", re.IGNORECASE) for kind in _ORDER
}
_HUB = re.compile(
    r"^(?:legal(?: (?:information|notices?|center|hub))?|(?:our )?policies|trust(?: center)?)$", re.IGNORECASE
)
# What only talks about a document, or is a setting.
_BESIDE = re.compile(
    r"settings|preferences|choices|manage|center|centre|request|report|blog|news|press|/help/|/support/|job|career|"
    r"archive|previous|\.(?:png|jpe?g|svg|css|js|zip)$",
    re.IGNORECASE,
)
# Of several sitemaps the one with documents.
_LIKELY = re.compile(r"legal|polic|terms|privacy|pages?\b|static|main|misc", re.IGNORECASE)
_HEAD = 2000
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac", "or", "ne"))
_LONGEST_NAME = 60
_MOST_SITEMAP = 20_000


@dataclass(frozen=True, slots=True)
class Lead:
    """An address that is likely a document of that type; `words` are those that led there, `score` how sure that is."""

    url: str
    type: str
    words: str
    where: str
    score: float


def type_of_page(title: str, url: str) -> str | None:
    """The type of document that a page calls itself in its title or address; None where neither says."""
    return _named(title[:_LONGEST_NAME]) or _placed(url)


def leads_in_page(markup: str, base: str) -> tuple[list[Lead], list[str]]:
    """The documents a page links to, best first, and the addresses of pages that only list documents."""
    tree = LexborHTMLParser(markup)
    leads: list[Lead] = []
    hubs: list[str] = []
    for node in tree.css("a[href]"):
        target = _absolute(base, node.attributes.get("href") or "")
        words = " ".join(node.text(deep=True, separator=" ").split())
        if target is None or not words or len(words) > _LONGEST_NAME or not same_site(base, target):
            continue
        if _HUB.match(words):
            hubs.append(target)
        elif kind := _named(words):
            score = (
                2.0
                + (len(words) < 25)
                + bool(_placed(target))
                - 1.5 * bool(_BESIDE.search(f"{words} {target}"))
            )
            leads.append(Lead(target, kind, words, "a link", score - _depth(target)))
    return sorted(leads, key=lambda lead: -lead.score), list(dict.fromkeys(hubs))


def leads_in_sitemap(sitemap: str, base: str) -> list[Lead]:
    """The documents that a sitemap's addresses name."""
    leads = []
    for address in _addresses_in(sitemap):
        target = _absolute(base, address.replace("&amp;", "&"))
        kind = _placed(target) if target else None
        if target and kind and same_site(base, target) and not _BESIDE.search(target):
            leads.append(Lead(target, kind, urlsplit(target).path, "the sitemap", 1.0 - _depth(target)))
    return sorted(leads, key=lambda lead: -lead.score)


def sitemaps_in(index: str, base: str) -> list[str]:
    """The sitemaps that a sitemap of sitemaps names, those first that are likely to have documents; none in another."""
    if "<sitemapindex" not in index[:_HEAD]:
        return []
    found = (_absolute(base, address.replace("&amp;", "&")) for address in _addresses_in(index))
    own = [address for address in found if address and same_site(base, address)]
    return sorted(own, key=lambda address: (not _LIKELY.search(address), bool(_BESIDE.search(address))))


def _addresses_in(sitemap: str) -> list[str]:
    return re.findall(r"<loc>\s*([^<\s]+)\s*</loc>", sitemap[:5_000_000])[:_MOST_SITEMAP]


def usual_places(base: str, missing: Iterable[str]) -> list[Lead]:
    """Where documents of these types are on many sites."""
    parts = urlsplit(base)
    site = f"{parts.scheme}://{parts.netloc}"
    return [
        Lead(f"{site}{place}", kind, place, "its usual place", 0.0)
        for kind in missing
        for place in _NAMES[kind][2]
    ]


def best_of_each_type(leads: Iterable[Lead]) -> list[Lead]:
    """One lead a type, the usual types first."""
    best: dict[str, Lead] = {}
    seen: set[str] = set()
    for lead in sorted(leads, key=lambda lead: -lead.score):
        if lead.type not in best and lead.url.rstrip("/") not in seen:
            best[lead.type] = lead
            seen.add(lead.url.rstrip("/"))
    order = [*USUAL, *(kind for kind in _ORDER if kind not in USUAL)]
    return [best[kind] for kind in order if kind in best]


def name_of_site(markup: str, url: str) -> str:
    """What the site calls itself, as far as its page says; else its host without "www."."""
    tree = LexborHTMLParser(markup)
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    stated = tree.css_first('meta[property="og:site_name"]')
    name = (stated.attributes.get("content") or "").strip() if stated else ""
    if not name and (title := tree.css_first("title")):
        parts = [part.strip() for part in re.split(r"\s+[|–—·:-]\s+", title.text()) if part.strip()]
        named = [part for part in parts if re.sub(r"\W", "", part.lower()) in host.replace("-", "")]
        name = min(named or parts, key=len, default="")
    return (name if 0 < len(name) <= _LONGEST_NAME else host)[:120]


def same_site(a: str, b: str) -> bool:
    """Whether two addresses are of one owner, as far as host names tell."""
    return _site(a) == _site(b)


def _site(url: str) -> str:
    host = (urlsplit(url).hostname or "").rstrip(".")
    labels = host.split(".")
    if labels[-1].isdecimal():
        return host
    regional = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if regional else labels[-2:])


def _named(words: str) -> str | None:
    return next((kind for kind in _ORDER if _WORDS[kind].search(words)), None)


def _placed(url: str) -> str | None:
    path = urlsplit(url).path
    return next((kind for kind in _ORDER if _PLACES[kind].search(path)), None)


def _depth(url: str) -> float:
    return 0.1 * urlsplit(url).path.strip("/").count("/")


def _absolute(base: str, href: str) -> str | None:
    try:
        target = urldefrag(urljoin(base, href.strip())).url
    except ValueError:
        return None
    return target if urlsplit(target).scheme in ("http", "https") else None
