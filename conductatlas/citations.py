"""How a provision, a version or a change is cited: plain, APA, Bluebook, BibTeX, RIS and CSL-JSON."""

import json
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse

from platforms.models import Version
from provisions.models import Change, Provision

_PUBLISHER = "ConductAtlas"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Characters that mean something to TeX.
_TEX = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
} | {character: f"\\{character}" for character in "&%$#_"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited. `edition` says which version of which document; `code` names it in its short link for good."""

    code: str
    author: str
    title: str
    edition: str
    published: date
    sha256: str

    @property
    def url(self) -> str:
        """The permanent short link."""
        return f"{settings.SITE_URL}{reverse('short_link', args=[self.code])}"


@dataclass(frozen=True, slots=True)
class Style:
    """One way to cite: `text` is what it says, the rest is for a download."""

    slug: str
    label: str
    content_type: str
    suffix: str
    text: str


def cite_version(version: Version) -> Cited:
    """The archived text of a document."""
    return Cited(
        code=code_of("v", version.pk),
        author=version.document.platform.name,
        title=version.document.type,
        edition=f"Version {version.number}",
        published=version.taken_at.date(),
        sha256=version.sha256,
    )


def cite_provision(provision: Provision) -> Cited:
    """A provision, in the words of the version named."""
    return Cited(
        code=code_of("p", provision.pk),
        author=provision.document.platform.name,
        title=provision.title,
        edition=f"{provision.document.type}, version {provision.version.number}",
        published=provision.version.taken_at.date(),
        sha256=provision.version.sha256,
    )


def cite_change(change: Change) -> Cited:
    """A change of a document, as described by us."""
    return Cited(
        code=code_of("c", change.pk),
        author=_PUBLISHER,
        title=f"{change.document.platform.name} changed its {change.document.type}",
        edition=f"Version {change.before.number} to version {change.after.number}",
        published=change.found_at.date(),
        sha256=change.after.sha256,
    )


def code_of(kind: str, key: int) -> str:
    """The kind's letter and the key in base 36."""
    digits = ""
    while key:
        key, digit = divmod(key, 36)
        digits = _DIGITS[digit] + digits
    return f"{kind}{digits or '0'}"


def styles_of(cited: Cited, today: date) -> list[Style]:
    """Every way to cite it, the plain one first. `today` is the day it was read."""
    return [
        Style("txt", "Plain", "text/plain; charset=utf-8", "txt", _plain(cited, today)),
        Style("apa", "APA", "text/plain; charset=utf-8", "apa.txt", _apa(cited)),
        Style("bluebook", "Bluebook", "text/plain; charset=utf-8", "bluebook.txt", _bluebook(cited, today)),
        Style("bib", "BibTeX", "application/x-bibtex; charset=utf-8", "bib", _bibtex(cited, today)),
        Style("ris", "RIS", "application/x-research-info-systems; charset=utf-8", "ris", _ris(cited, today)),
        Style("csl", "CSL-JSON", "application/vnd.citationstyles.csl+json", "json", _csl(cited, today)),
    ]


def _plain(cited: Cited, today: date) -> str:
    return (
        f"{cited.author}, “{cited.title}”. {cited.edition} of {cited.published:%-d %B %Y}. {_archived(cited)} "
        f"{cited.url}, read {today:%-d %B %Y}. SHA-256 of the text: {cited.sha256}."
    )


def _apa(cited: Cited) -> str:
    publisher = "" if cited.author == _PUBLISHER else f" {_PUBLISHER}."
    return f"{cited.author}. ({cited.published:%Y, %B %-d}). {cited.title} ({cited.edition}).{publisher} {cited.url}"


def _bluebook(cited: Cited, today: date) -> str:
    return (
        f"{cited.author}, {cited.title}, {cited.edition} ({_month(cited.published)} {cited.published:%-d, %Y}), "
        f"{cited.url} (last visited {_month(today)} {today:%-d, %Y})."
    )


def _month(day: date) -> str:
    """As Bluebook's table T12 shortens months."""
    return f"{day:%B}" if day.month in (5, 6, 7) else "Sept." if day.month == 9 else f"{day:%b}."


def _archived(cited: Cited) -> str:
    return "ConductAtlas." if cited.author == _PUBLISHER else "Archived by ConductAtlas."


def _bibtex(cited: Cited, today: date) -> str:
    fields = {
        "author": f"{{{_tex(cited.author)}}}",
        "title": f"{{{_tex(cited.title)}}}",
        "year": f"{cited.published:%Y}",
        "month": f"{cited.published:%b}".lower(),
        "day": f"{cited.published:%-d}",
        "edition": _tex(cited.edition),
        "howpublished": _tex(_archived(cited)),
        "url": cited.url,
        "urldate": today.isoformat(),
        "note": f"SHA-256 of the text: {cited.sha256}",
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items()]
    return "\n".join([f"@misc{{conductatlas-{cited.code},", *lines, "}", ""])


def _tex(words: str) -> str:
    return "".join(_TEX.get(character, character) for character in words)


def _ris(cited: Cited, today: date) -> str:
    fields = [
        ("TY", "ELEC"),
        ("AU", cited.author),
        ("TI", cited.title),
        ("ET", cited.edition),
        ("PB", _PUBLISHER),
        ("PY", f"{cited.published:%Y}"),
        ("DA", f"{cited.published:%Y/%m/%d}"),
        ("UR", cited.url),
        ("Y2", f"{today:%Y/%m/%d}"),
        ("N1", f"SHA-256 of the text: {cited.sha256}"),
        ("ER", ""),
    ]
    # A value is one line, whatever stands in a title.
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields)


def _csl(cited: Cited, today: date) -> str:
    item = {
        "id": f"conductatlas-{cited.code}",
        "type": "webpage",
        "author": [{"literal": cited.author}],
        "title": cited.title,
        "version": cited.edition,
        "publisher": _PUBLISHER,
        "issued": {"date-parts": [[cited.published.year, cited.published.month, cited.published.day]]},
        "accessed": {"date-parts": [[today.year, today.month, today.day]]},
        "URL": cited.url,
        "note": f"SHA-256 of the text: {cited.sha256}",
    }
    return json.dumps([item], ensure_ascii=False, indent=1)
