"""Dresses a policy as a page of its platform's web site: five templates, with the noise such pages carry."""

import hashlib
import html
import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKDOWN = MarkdownIt("commonmark").enable("table")
ADS = (
    "Rain jackets at half price until Sunday",
    "Learn the accordion in 30 days",
    "Window boxes for small balconies",
    "A week in the salt marshes from 280 a person",
    "Second-hand bicycles, serviced and delivered",
    "Tea for people who dislike mornings",
)
NEWS = (
    "We moved to a larger office by the canal",
    "Five things our support team learned this spring",
    "Dark mode is here for everyone",
    "Our half-yearly transparency report is out",
    "Meet the people behind the night shift",
    "We are hiring: nine open roles",
)


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a template needs besides the policy; `noise` differs from one look at the page to the next."""

    platform: str
    company: str
    home: str
    title: str
    links: tuple[tuple[str, str], ...]  # (title, path) of the platform's other documents
    pages: tuple[str, ...]  # paths of all pages of this document
    page: int
    noise: random.Random

    def token(self, length: int = 16) -> str:
        """A hexadecimal token as sites put into nonces and asset names."""
        return f"{self.noise.getrandbits(4 * length):0{length}x}"


def noise_of(*parts: str) -> random.Random:
    """Pseudo-randomness that depends on nothing but the parts."""
    return random.Random(hashlib.sha256("\0".join(parts).encode()).digest())  # noqa: S311 - decoration only


def pages_of(markdown: str) -> list[str]:
    """The Markdown of each web page of a document, cut at the `<!-- page -->` lines."""
    return [page.strip() + "\n" for page in markdown.split("<!-- page -->")]


def render_policy(markdown: str, layout: str, scene: Scene) -> str:
    """The whole HTML page."""
    return LAYOUTS[layout](markdown, scene)


def render_front(title: str, body: str, scene: Scene) -> str:
    """A page that is not a policy: a home page, the list of platforms, a 404."""
    return _frame(f"<main><h1>{html.escape(title)}</h1>{body}</main>", scene, head_title=title)


def _classic(markdown: str, scene: Scene) -> str:
    body = f"""<main id="content" class="page page-legal"><article class="policy">
{_html(markdown)}{_pager(scene)}
</article>
<div class="share-bar" aria-label="Share"><a href="#fb">Share</a> <a href="#mail">E-mail</a>
<a href="#print">Print</a>
<span class="share-count">{scene.noise.randint(80, 4000)} shares</span></div>
<form class="feedback" method="post" action="/feedback"><p>Was this page helpful?</p><button>Yes</button>
<button>No</button><input type="hidden" name="csrf" value="{scene.token(32)}"></form></main>
{_aside(scene)}"""
    return _frame(body, scene)


def _app(markdown: str, scene: Scene) -> str:
    """As a script framework leaves it: hashed class names, a state object, headings with copied anchors."""
    css = scene.token(6)
    body = _html(markdown)
    state = f'{{"build":"{scene.token(8)}","flags":{{"nav{scene.noise.randint(1, 9)}":true}},"user":null}}'
    body = re.sub(r"<p>", f'<p class="css-{css}">', body)
    return _frame(
        f"""<div id="__root"><div class="css-{css} layout"><div class="css-{css} rail" role="navigation">
<ul>{_links(scene)}</ul></div><div class="css-{css} pane"><div class="legal-doc legal-doc--{css}">
{body}{_pager(scene)}</div></div></div></div>
<script nonce="{scene.token(24)}">window.__STATE__={state};</script>""",
        scene,
    )


def _accordion(markdown: str, scene: Scene) -> str:
    """Every section in a panel that is closed at first."""
    opening, *sections = _sections(MARKDOWN.parse(markdown))
    panels = []
    for number, tokens in enumerate(sections):
        heading, text = _rendered(tokens[:3]), _rendered(tokens[3:])
        title = re.sub(r"</?h2>", "", heading).strip()
        panels.append(
            f"""<div class="accordion__item"><h2 class="accordion__title"><button type="button"
 aria-expanded="false" aria-controls="p{number}">{title}<svg class="chevron" aria-hidden="true">
<path d="M1 1l4 4 4-4"/></svg></button></h2>
<div class="accordion__panel" id="p{number}" style="display:none" hidden>{text}</div></div>"""
        )
    return _frame(
        f"""<main class="legal"><section class="legal__intro">{_rendered(opening)}</section>
<section class="accordion">{"".join(panels)}</section>{_pager(scene)}</main>{_aside(scene)}""",
        scene,
    )


def _oldtime(markdown: str, scene: Scene) -> str:
    """A page from another decade: a table for the layout, named anchors, fonts."""
    body = re.sub(r"<h2>", lambda _: f'<h2><a name="s{scene.noise.randint(1, 99)}"></a>', _html(markdown))
    return _frame(
        f"""<table width="100%" class="layout"><tr><td class="side" valign="top"><ul>{_links(scene)}</ul></td>
<td valign="top" id="text"><font face="Georgia">{body}{_pager(scene)}</font></td></tr></table>
<center class="footer"><hr>Visitor no. {scene.noise.randint(100_000, 999_999)}</center>""",
        scene,
    )


def _divs(markdown: str, scene: Scene) -> str:
    """No headings, paragraphs or lists in the markup: only divs with roles, the details folded away."""
    opening, *sections = _sections(MARKDOWN.parse(markdown))
    folded = [
        f"<details class='fold'><summary>{_as_divs(_rendered(tokens[:3]))}</summary>"
        f"<div class='fold-in'>{_as_divs(_rendered(tokens[3:]))}</div></details>"
        for tokens in sections
    ]
    return _frame(
        f"""<div class="c1"><div class="c2"><div class="c3">{_as_divs(_rendered(opening))}{"".join(folded)}
{_pager(scene)}</div></div><div class="promo">{scene.noise.choice(ADS)}</div></div>""",
        scene,
    )


def _as_divs(markup: str) -> str:
    markup = re.sub(r"<h([1-6])>", r'<div class="hd hd-\1" role="heading" aria-level="\1">', markup)
    markup = re.sub(r"<(?:ul|ol)[^>]*>", '<div class="bullets" role="list">', markup)
    markup = markup.replace("<li>", '<div class="bullet" role="listitem">')
    markup = markup.replace("<p>", '<div class="txt">')
    return re.sub(r"</(?:h[1-6]|ul|ol|li|p)>", "</div>", markup)


def _frame(body: str, scene: Scene, head_title: str | None = None) -> str:
    """The head, the banner, the navigation and the footer that all templates share."""
    title = html.escape(head_title or f"{scene.title} | {scene.platform}")
    name, news = html.escape(scene.platform), scene.noise.choice(NEWS)
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-token" content="{scene.token(32)}">
<script nonce="{scene.token(24)}">(function(){{window.dataLayer=window.dataLayer||[];}})();</script>
<style>{CSS}</style></head>
<body class="site">
<a class="skip-link" href="#content">Skip to content</a>
<header class="site-header"><a class="logo" href="{scene.home}">{name}</a>
<nav aria-label="Main"><ul><li><a href="{scene.home}">Home</a></li>
<li><a href="{scene.home}#about">About</a></li>
<li><a href="{scene.home}#help">Help</a></li><li><a href="{scene.home}#login">Log in</a></li></ul></nav>
<div class="announcement" role="status">New: {news}</div></header>
<div id="cookie-banner" class="cookie-banner" role="dialog" aria-label="Cookies"><p>We use cookies to
keep you logged in and to see which pages are read. You can accept all of them or only the necessary ones.</p>
<button>Accept all</button> <button>Only necessary</button></div>
{body}
<footer class="site-footer"><ul>{_links(scene)}</ul><p>&copy; {html.escape(scene.company)}.
An invented platform that is part of the ConductAtlas demo.</p>
<p class="build">Build {scene.token(7)}</p></footer>
</body>
</html>
"""


def _aside(scene: Scene) -> str:
    return f"""<aside class="related" aria-label="Related"><h3>Related</h3><ul>{_links(scene)}</ul>
<div class="ad" data-slot="{scene.token(8)}"><span>Advertisement</span>
{scene.noise.choice(ADS)}</div></aside>"""


def _links(scene: Scene) -> str:
    return "".join(f'<li><a href="{path}">{html.escape(title)}</a></li>' for title, path in scene.links)


def _pager(scene: Scene) -> str:
    if len(scene.pages) < 2:
        return ""
    links = (f'<a href="{path}">{number}</a>' for number, path in enumerate(scene.pages, start=1))
    return f'<nav class="pager" aria-label="Pages">{" ".join(links)}</nav>'


def _html(markdown: str) -> str:
    return str(MARKDOWN.render(markdown))


def _rendered(tokens: list[Token]) -> str:
    return str(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}))


def _sections(tokens: list[Token]) -> list[list[Token]]:
    """What stands before the first h2, then each h2 (3 tokens) with what follows it."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "heading_open" and token.tag == "h2":
            parts.append([])
        parts[-1].append(token)
    return parts


CSS = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:62rem;margin:auto;padding:1rem;color:#222}"
    "nav ul,footer ul,.related ul{display:flex;gap:1rem;list-style:none;padding:0;flex-wrap:wrap}"
    "table{border-collapse:collapse}td,th{padding:.3rem .7rem;border-bottom:1px solid #ccc;text-align:left}"
    ".cookie-banner{background:#eee;padding:1rem;margin:1rem 0}.hd{font-weight:bold;margin:1em 0 .4em}"
    "footer,.related{margin-top:3rem;font-size:.9rem;color:#555}.announcement{font-size:.85rem}"
)
LAYOUTS: dict[str, Callable[[str, Scene], str]] = {
    "classic": _classic,
    "app": _app,
    "accordion": _accordion,
    "oldtime": _oldtime,
    "divs": _divs,
}
