"""The quality gate: is this page still the document, or something that stands in its place?"""

from dataclasses import dataclass
from functools import cached_property

from provisions.analysis.extraction import Reading
from provisions.analysis.gate.cuts import cut_from, cut_short
from provisions.analysis.gate.languages import other_language
from provisions.analysis.gate.likeness import Likeness, likeness_of, size_of
from provisions.analysis.gate.subjects import (
    has_legal_share,
    is_elsewhere,
    kinds_in,
    knows_vocabulary_of,
    mentions,
    mentions_again,
)
from provisions.analysis.gate.surprises import COLLAPSED, GROWN, REPLACED, in_words, surprise_of
from provisions.analysis.gate.walls import (
    IN_WORDS,
    Doubt,
    Sighting,
    cues_of,
    looks_like_code,
    looks_like_data,
    sightings,
    without_wall_words,
)

__all__ = ["COLLAPSED", "GROWN", "REPLACED", "Doubt", "Verdict", "judge"]

_SHORTEST = 80  # words; hardly a real policy is shorter, and a wall hardly longer
_SCRIPTED = 2000  # bytes of script on a page that is filled by one
_SHORT = 400  # words up to which a page may be a wall with much to say
_LONGEST_CONSENT = 1200  # words; consent pages list purposes and partners
_CONSENT_CHARACTERS = 4000
_CONSENT_CUES = 3  # different wordings; a policy that explains cookies uses one or two
_LEGAL_SHARE = (
    0.05  # of the words, see subjects.has_legal_share: real policies have 0.055 and more, most 0.13
)
_LITTLE = 0.25  # of the shingles; documents of one company share boilerplate, but not as much
_NEXT_TO_NOTHING = 0.06  # of the shingles
_HEAD_CHARACTERS = 1500
_NOT_CONTROL = bytes(code for code in range(256) if code >= 32 or code in (9, 10))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate makes of a page; `reason` is a sentence for an editor, empty when all is well.

    With `doubt` set the page is refused. With `surprising` set (COLLAPSED, REPLACED or GROWN) it is
    plausible, but only a second look makes it count.
    """

    doubt: Doubt | None = None
    surprising: str | None = None
    reason: str = ""


def judge(
    reading: Reading, *, document_type: str, language: str, previous: str | None, status: int = 200
) -> Verdict:
    """Whether the page may become a version of the document.

    `previous` is the text of the version that stands, None on the first look; `language` is the
    document's, as a language tag; `status` the HTTP status the page came with.
    """
    text = reading.text
    base_language = language.partition("-")[0].lower()
    if status >= 400:
        return _refused_status(_Page(reading, document_type, base_language, previous, size_of(text)), status)
    likeness = likeness_of(previous, text) if previous else None
    if previous and (cut := cut_from(reading, previous)):
        return Verdict(Doubt.TRUNCATED, reason=cut)
    if likeness and likeness.much:
        return Verdict()
    page = _Page(reading, document_type, base_language, previous, size_of(text))
    return (
        _unreadable(page)
        or _wall(page, likeness)
        or _unlike(page, likeness)
        or _surprise(page.previous, text, likeness)
        or Verdict()
    )


@dataclass(frozen=True)
class _Page:
    reading: Reading
    document_type: str
    language: str
    previous: str | None
    size: int

    @property
    def head(self) -> str:
        return "\n".join(
            (self.reading.signals.head_title, self.reading.title, self.reading.text[:_HEAD_CHARACTERS])
        )

    @property
    def headline(self) -> str:
        """What the page calls itself: its titles and its first block, if that is short."""
        first = self.reading.blocks[0].text if self.reading.blocks else ""
        return "\n".join(
            (self.reading.signals.head_title, self.reading.title, first if len(first) < 120 else "")
        )

    @cached_property
    def named(self) -> frozenset[str]:
        """The kinds of document the page calls itself, where its text bears the title out."""
        headline = without_wall_words(self.headline) if self.walls else self.headline
        return frozenset(kind for kind in kinds_in(headline) if mentions(kind, self.reading.text))

    @cached_property
    def walls(self) -> list[Sighting]:
        """The wordings of walls in what the page calls itself."""
        return sightings(self.headline)

    @cached_property
    def legal(self) -> bool:
        """Whether the words are those of a policy, as far as we can tell in this language."""
        if not knows_vocabulary_of(self.language):
            return True
        return has_legal_share(self.reading.text, _LEGAL_SHARE)

    @property
    def short_but_whole(self) -> bool:
        """A few dozen words that are named as the document and wait for no script, as imprints are."""
        signals = self.reading.signals
        if self.size < _SHORTEST / 2 or not self.legal or not self.named & kinds_in(self.document_type):
            return False
        waits = (
            signals.script_bytes > _SCRIPTED or signals.meta_refresh is not None or signals.has_password_field
        )
        return signals.markup_complete and not waits and not sightings(f"{self.head}\n{signals.opening}")

    @property
    def seems_policy(self) -> bool:
        """A text long enough and worded as a policy: cues of a wall inside it are its own words."""
        if self.size < _SHORTEST or not self.legal:
            return False
        return self.size >= _SHORT or bool(self.named)


def _refused_status(page: _Page, status: int) -> Verdict:
    for seen in sightings(f"{page.head}\n{page.reading.signals.opening}"):
        if seen.doubt in (Doubt.CHALLENGE, Doubt.LOGIN_WALL):
            return Verdict(
                seen.doubt, reason=f'{IN_WORDS[seen.doubt]} (status {status}, "{_short(seen.words)}").'
            )
    return Verdict(Doubt.ERROR_PAGE, reason=f"The server answered with the error status {status}.")


def _unreadable(page: _Page) -> Verdict | None:
    text = page.reading.text
    sample = text[:20_000]
    controls = sample.encode("utf-8", "surrogatepass").translate(None, _NOT_CONTROL)
    odd = sample.count("\ufffd") + 5 * len(set(controls))
    if odd > 0.02 * len(sample) and odd > 3:
        return Verdict(
            Doubt.BINARY, reason="The page is not readable text: many of its characters are damaged."
        )
    if looks_like_data(sample):
        kind = Doubt.ERROR_PAGE if page.size < _SHORT else Doubt.BINARY
        return Verdict(kind, reason=f'The server sent data for programs instead of a page: "{_short(text)}".')
    if looks_like_code(sample):
        return Verdict(
            Doubt.BINARY, reason=f'The page shows program code instead of prose: "{_short(text)}".'
        )
    return None


def _wall(page: _Page, likeness: Likeness | None) -> Verdict | None:
    if likeness and likeness.kept >= 0.5:
        return None  # half of the document is still there: whatever else the page says, it is no wall
    if page.size < _SHORTEST and not page.short_but_whole:
        return _tiny(page)
    seen = next(iter(page.walls), None) or (_cue_or_form(page) if page.size < _SHORT else None)
    if seen and page.seems_policy:
        seen = None
    seen = seen or _consent(page)
    return _refusal(seen) if seen else None


def _first(text: str) -> Sighting | None:
    return next(iter(sightings(text)), None)


def _cue_or_form(page: _Page, around: str = "") -> Sighting | None:
    """What a short page is by its words, or by what it asks the browser or the visitor to do."""
    signals = page.reading.signals
    if seen := _first(f"{page.head}\n{around}"):
        return seen
    if signals.meta_refresh is not None and page.size < _SHORTEST:
        return Sighting(Doubt.REDIRECT_STUB, signals.meta_refresh)
    return Sighting(Doubt.LOGIN_WALL, "a password field") if signals.has_password_field else None


def _consent(page: _Page) -> Sighting | None:
    """Consent pages are long and speak like policies; many of their buttons' words together give them away."""
    if page.size > _LONGEST_CONSENT or page.named & kinds_in(page.document_type):
        return None
    head = page.reading.text[:_CONSENT_CHARACTERS]
    if cues_of(Doubt.CONSENT_WALL, head) < _CONSENT_CUES:
        return None
    return next(seen for seen in sightings(head) if seen.doubt is Doubt.CONSENT_WALL)


def _tiny(page: _Page) -> Verdict:
    """A page with fewer words than any policy: find out what it is, for the editor's sake."""
    signals = page.reading.signals
    around = signals.opening if page.size < 30 or signals.visible_words < 2 * _SHORTEST else ""
    if seen := _cue_or_form(page, around):
        return _refusal(seen)
    if signals.script_bytes > _SCRIPTED or sightings(signals.noscript):
        return Verdict(
            Doubt.SHELL,
            reason=f"The page holds {in_words(page.size)} of text; a script is to fill in the rest.",
        )
    if not signals.markup_complete and page.size:
        return Verdict(Doubt.TRUNCATED, reason=f"The page breaks off after {in_words(page.size)}.")
    if page.size == 0:
        return Verdict(Doubt.EMPTY, reason="The page holds no text of its own.")
    return Verdict(
        Doubt.EMPTY, reason=f'The page holds only {in_words(page.size)}: "{_short(page.reading.text)}".'
    )


def _unlike(page: _Page, likeness: Likeness | None) -> Verdict | None:
    if likeness and likeness.kept >= 0.5:
        return None
    if found := other_language(page.reading.text, page.language, page.previous):
        reason = f'The text is in another language ("{found}") than the document ("{page.language}").'
        return Verdict(Doubt.WRONG_LANGUAGE, reason=reason)
    if other := _other_document(page, likeness):
        return other
    cut = "" if page.previous is not None else cut_short(page.reading)
    return Verdict(Doubt.TRUNCATED, reason=cut) if cut else None


def _other_document(page: _Page, likeness: Likeness | None) -> Verdict | None:
    expected, named = kinds_in(page.document_type), page.named
    title = _short(page.reading.title or page.reading.signals.head_title or page.reading.text)
    if likeness is not None and page.previous is not None:
        called_before = kinds_in(page.previous.partition("\n\n")[0])
        retitled = bool(named and expected) and not named & (expected | called_before)
        stray = not page.legal or (not named and page.size < max(_SHORT, size_of(page.previous) / 2))
        if (retitled and likeness.kept < _LITTLE) or (stray and likeness.kept < _NEXT_TO_NOTHING):
            return _other(
                f'The page is now another one, "{title}": it shares hardly any text with the last version.'
            )
        return None
    elsewhere = page.size < _LONGEST_CONSENT and is_elsewhere(page.reading.title)
    if not named & expected and (elsewhere or not page.legal):
        return _other(f'The page "{title}" does not read like a policy.')
    if expected and named and not named & expected and not mentions_again(expected, page.reading.text):
        return _other(f'The page "{title}" seems to be another document than "{page.document_type}".')
    return None


def _other(reason: str) -> Verdict:
    return Verdict(Doubt.OTHER_DOCUMENT, reason=reason)


def _surprise(previous: str | None, text: str, likeness: Likeness | None) -> Verdict | None:
    found = surprise_of(previous, text, likeness) if previous and likeness else None
    return Verdict(surprising=found[0], reason=found[1]) if found else None


def _refusal(seen: Sighting) -> Verdict:
    return Verdict(seen.doubt, reason=f'{IN_WORDS[seen.doubt]}: "{_short(seen.words)}".')


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else f"{flat[:77]}..."
