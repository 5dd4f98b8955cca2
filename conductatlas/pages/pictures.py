"""The picture that goes with a page where it is shared: drawn here from the page's own facts, and kept."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import astuple, dataclass
from typing import Any, cast

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.cache import cache_control
from PIL import Image, ImageDraw, ImageFont

from conductatlas.pages.finding import document_or_404, platform_or_404
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.figures import adoption_of, loud_changes, standing_in, watched
from provisions.models import Provision
from provisions.regulations.knowledge import regulations
from provisions.report_kinds import REPORT_OF
from provisions.reports import report_of

_SIZE = (1200, 630)
_EDGE = 72
_PAPER, _INK, _SOFT, _ACCENT, _RULE = "#faf8f3", "#1d1b17", "#5a554a", "#0b5260", "#8b8474"
_TONES = {"critical": "#8d1b12", "high": "#86380a", "medium": "#664e00", "low": "#42545d"}
_LEVELS = ("low", "medium", "high", "critical")
_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Card:
    """What the picture says: a line above, the title, a line below, and a severity where there is one."""

    kicker: str
    title: str
    line: str
    severity: str = ""


def picture_of(request: HttpRequest) -> str:
    """The address of the page's picture; one for all pages that have none of their own."""
    match = request.resolver_match
    if match is None or match.view_name not in _CARDS:
        return "/og/site.png"
    return f"/og{request.path.rstrip('/')}.png"


@cache_control(public=True, max_age=_KEPT_SECONDS)
def picture(request: HttpRequest, address: str) -> HttpResponse:
    """1200 by 630 points, as PNG."""
    card = _card_at(request, address)
    key = f"og-{hashlib.sha256(repr(astuple(card)).encode()).hexdigest()}"
    body = cast("bytes", cache.get_or_set(key, lambda: _drawn(card), _KEPT_SECONDS))
    return HttpResponse(body, content_type="image/png")


def _card_at(request: HttpRequest, address: str) -> Card:
    if address == "site":
        return _of_site()
    try:
        match = resolve(f"/{address}/")
    except Resolver404 as error:
        raise Http404("There is no such page.") from error
    make = _CARDS.get(match.view_name)
    return make(**match.kwargs) if make else _of_site()


def _of_site() -> Card:
    seen = watched()
    return Card(
        "", "What platforms may do, in their own words.",
        f"{seen.documents:,} documents of {seen.platforms:,} platforms, every version with proof",
    )  # fmt: skip


def _of_platform(platform: str) -> Card:
    found = platform_or_404(platform)
    documents = found.documents.filter(listed=True).count()
    return Card(found.sector, found.name, f"{documents} documents: what they say, and every change")


def _of_document(platform: str, document: str) -> Card:
    found = document_or_404(platform, document)
    count = standing_in([found]).count()
    return Card(
        found.platform.name, found.type, f"{count} provisions in their exact words, every version kept"
    )


def _of_provision(platform: str, document: str, provision: str) -> Card:
    found_in = document_or_404(platform, document)
    found = get_object_or_404(Provision, document=found_in, slug=provision)
    return Card(f"{found_in.platform.name}, {found_in.type}", found.title, found.says, found.severity)


def _of_change(day: Any, platform: str, document: str, pk: int) -> Card:
    change = get_object_or_404(loud_changes().select_related("document__platform"), pk=pk)
    title = f"{change.document.platform.name} changed its {change.document.type}"
    return Card(f"{change.found_at:%-d %B %Y}", title, change.summary, change.severity)


def _of_type(slug: str) -> Card:
    kind = TYPES_BY_SLUG.get(slug)
    if kind is None:
        raise Http404("There is no such clause type.")
    share = adoption_of(slug)
    return Card(kind.group, kind.label, f"On {share.n} of {share.m} platforms. {kind.meaning}")


def _of_regulation(slug: str) -> Card:
    law = regulations().get(slug)
    if law is None:
        raise Http404("There is no such regulation.")
    return Card(law.jurisdiction, law.name, "The provisions whose words engage it")


def _of_report(slug: str) -> Card:
    if slug not in REPORT_OF:
        raise Http404("There is no such report.")
    report = report_of(REPORT_OF[slug], timezone.now())
    return Card("Report from live figures", report.title, report.kind.about)


_CARDS: dict[str, Callable[..., Card]] = {
    "platform": _of_platform,
    "document": _of_document,
    "provision": _of_provision,
    "change": _of_change,
    "clause_type": _of_type,
    "regulation": _of_regulation,
    "report": _of_report,
}


def _drawn(card: Card) -> bytes:
    image = Image.new("RGB", _SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    wide = _SIZE[0] - 2 * _EDGE
    pen.line((_EDGE, 120, _SIZE[0] - _EDGE, 120), fill=_INK, width=3)
    pen.line((_EDGE, 128, _SIZE[0] - _EDGE, 128), fill=_RULE, width=1)
    _globe(pen, _EDGE + 22, 72, 22)
    pen.text((_EDGE + 60, 50), "ConductAtlas", font=_font(36), fill=_INK)
    top = 168
    if card.kicker:
        pen.text((_EDGE, top), _fitting(pen, card.kicker, _font(30), wide), font=_font(30), fill=_ACCENT)
        top += 56
    size = 76 if len(card.title) < 46 else 60
    for row in _rows(pen, card.title, _font(size), wide, 3):
        pen.text((_EDGE, top), row, font=_font(size), fill=_INK)
        top += round(size * 1.18)
    top += 20
    for row in _rows(pen, card.line, _font(32), wide, max(1, (540 - top) // 44)):
        pen.text((_EDGE, top), row, font=_font(32), fill=_SOFT)
        top += 44
    if card.severity:
        _bars(pen, card.severity)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _font(size: int) -> Any:
    """The font that comes with Pillow."""
    return ImageFont.load_default(size)


def _globe(pen: ImageDraw.ImageDraw, x: int, y: int, r: int) -> None:
    pen.ellipse((x - r, y - r, x + r, y + r), outline=_ACCENT, width=3)
    pen.ellipse((x - r * 0.42, y - r, x + r * 0.42, y + r), outline=_ACCENT, width=3)
    pen.line((x - r, y, x + r, y), fill=_ACCENT, width=3)


def _bars(pen: ImageDraw.ImageDraw, severity: str) -> None:
    """Four bars as on the pages, and the word beside them."""
    reached = _LEVELS.index(severity)
    for place in range(len(_LEVELS)):
        x, height = _EDGE + place * 22, 14 + place * 12
        fill = _TONES[severity] if place <= reached else "#ddd7c9"
        pen.rectangle((x, 590 - height, x + 14, 590), fill=fill)
    pen.text((_EDGE + 108, 552), f"{severity.capitalize()} severity", font=_font(30), fill=_TONES[severity])


def _rows(pen: ImageDraw.ImageDraw, text: str, font: Any, wide: int, most: int) -> list[str]:
    rows: list[str] = []
    words = text.split()
    while words and len(rows) < most:
        row = [words.pop(0)]
        while words and pen.textlength(" ".join([*row, words[0]]), font=font) <= wide:
            row.append(words.pop(0))
        rows.append(_fitting(pen, " ".join(row), font, wide))
    if words and rows:
        rows[-1] = _fitting(pen, f"{rows[-1]} …", font, wide)
    return rows


def _fitting(pen: ImageDraw.ImageDraw, text: str, font: Any, wide: int) -> str:
    while pen.textlength(text, font=font) > wide:
        text = f"{text.removesuffix('…').rstrip()[:-1]}…"
    return text
