"""What a passage claims about one question: the sentence that says it, whom it is said of, and how directly."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from provisions.analysis.attributes import Attribute
from provisions.analysis.sentences import sentence_spans

TERMS, PRIVACY = "Terms of Service", "Privacy Policy"

_LONGEST_QUOTE = 420
_BEFORE_THE_WORDS = 120


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision as questions are put to it; `changed` orders by age (greater is later), `key` tells apart."""

    key: int
    types: tuple[str, ...]
    document: str
    text: str
    trail: tuple[str, ...] = ()
    lead_in: str = ""
    attributes: tuple[Attribute, ...] = ()
    changed: float = 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence answers: `words` are a predicate ("requires arbitration"), `strength` how directly it says so.

    `at` is where in the sentence; `tone` tells apart answers that are weighed against each other.
    """

    words: str
    strength: int
    at: int = 0
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, in small letters in `low`."""

    passage: Passage
    start: int
    end: int
    text: str
    low: str

    def facts(self, kind: str) -> list[str]:
        """The values of the attributes of a kind that stand in this sentence."""
        return [
            fact.value
            for fact in self.passage.attributes
            if fact.kind == kind and self.start <= fact.start < self.end
        ]


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer with its exact words: `passage.text[start:end]`, cut out of a longer sentence where `cut` says so.

    `scope` is whom it is said of ("" for everybody); `more` is what other claims add.
    """

    said: Said
    passage: Passage
    start: int
    end: int
    scope: str
    special: bool
    cut: tuple[bool, bool] = (False, False)
    more: str = ""

    @property
    def quote(self) -> str:
        """The exact words."""
        return self.passage.text[self.start : self.end]

    @property
    def words(self) -> str:
        """The predicate with whom it is said of."""
        return (
            f"{self.said.words} ({self.scope}){self.more}" if self.scope else f"{self.said.words}{self.more}"
        )


Reader = Callable[[Sentence], Said | None]

_PLACE = (
    r"united states(?: of america)?|u\.s\.a?\.?|usa\b|us\b|canada|european (?:union|economic area|region)|europe\b|eu\b|eea\b|united kingdom|u\.k\.|uk\b|"
    r"switzerland|california|nevada|texas|virginia|colorado|connecticut|utah|quebec|australia|new zealand|brazil|india\b|indonesia|japan|"
    r"(?:south )?korea|germany|france|ireland|spain|italy|mexico|singapore|china\b|russia|turkey|türkiye|israel|latin america|middle east|africa"
)
_PLACES = re.compile(rf"\b(?:{_PLACE})")
_NAMES = {
    "u.s.": "the United States", "u.s": "the United States", "us": "the United States", "usa": "the United States", "u.s.a.": "the United States",
    "united states": "the United States", "united states of america": "the United States", "uk": "the United Kingdom", "u.k.": "the United Kingdom",
    "united kingdom": "the United Kingdom", "eu": "the EU", "european union": "the EU", "eea": "the EEA", "european economic area": "the EEA",
    "european region": "the European Region", "middle east": "the Middle East",
}  # fmt: skip
_SAID_OF_A_PLACE = re.compile(
    rf"\b(?:if|when|where|unless)\b(?:(?!\blaws?\b|\bcourts?\b)[^.;]){{0,60}}?\b(?:liv\w+|resid\w*|located|based|domicil\w+|established|habitual\w*|consumers?|citizens?|"
    rf"accessed|place of business|in)\b(?:(?!\blaws?\b|\bcourts?\b)[^.;]){{0,50}}?\b(?P<place>{_PLACE})"
    rf"|\b(?P<place2>{_PLACE}) (?:residents?|users?|consumers?|customers?|countries|citizens?|only)\b"
    rf"|\b(?:users?|people|consumers?|residents?|customers?|anyone) (?:from|in|of|within) (?:the )?(?P<place3>{_PLACE})"
)
_BUT_NOT = re.compile(r"\b(?:outside|except|other than|not|unless)\b")
_NUMBERING = re.compile(r"^\W*(?:section )?[\divx]{0,4}(?:\.\d+)*[.):]?\s+")
_HEADING_OF_A_PLACE = re.compile(
    rf"(?:\b(?:in|of|from|for|to|outside(?: of)?) (?:the )?(?P<place>{_PLACE})|^(?:the )?(?P<place2>{_PLACE})\b)"
)
# Said of some people only: what holds for them is no answer for the platform while anything else is.
_SPECIAL = re.compile(
    r"\b(?:drivers?|hosts?|sellers?|merchants?|advertisers?|developers?|api|enterprise|business(?:es)?(?: users?| customers?| accounts?| services?)|organi[sz]ations?|"
    r"teams?|schools?|students?|educat\w+|beta|applicants?|candidates?|job|employees|resellers?|affiliate program\w*|test(?:ing|ers?))\b"
)
_OF_BUSINESSES = re.compile(
    r"\b(?:on behalf of (?:a|an|your) (?:business|company|organi[sz]ation|entity|employer)|if you are (?:a|an) (?:business|organi[sz]ation|company)|(?:for|with) business (?:users|customers))\b"
)
_SPECIAL_DOCUMENTS = frozenset(
    ("Commercial Terms", "Developer Terms", "Marketplace Sellers Conditions", "Business Privacy Policy", "Data Processor Agreement", "Data Controller Agreement")
)  # fmt: skip


class Readings:
    """Passages taken apart into sentences, each when it is first needed and only once."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = [(passage, passage.text.lower()) for passage in passages]
        self._sentences: dict[int, list[Sentence]] = {}

    def holding(self, types: frozenset[str], cues: tuple[str, ...]) -> Iterator[Sentence]:
        """The sentences with one of the cues, out of passages of one of the types."""
        for passage, low in self._passages:
            if not types.isdisjoint(passage.types) and any(cue in low for cue in cues):
                for sentence in self._of(passage):
                    if any(cue in sentence.low for cue in cues):
                        yield sentence

    def _of(self, passage: Passage) -> list[Sentence]:
        found = self._sentences.get(passage.key)
        if found is None:
            found = [
                Sentence(passage, start, end, passage.text[start:end], passage.text[start:end].lower())
                for start, end in sentence_spans(passage.text)
            ]
            self._sentences[passage.key] = found
        return found


def claims_in(readings: Readings, types: frozenset[str], cue: str, read: Reader) -> Iterator[Claim]:
    """What the passages of these types claim. Only sentences that hold the cue are read; "|" parts several cues."""
    for sentence in readings.holding(types, tuple(cue.split("|"))):
        said = read(sentence)
        if said is not None:
            yield _claim(said, sentence)


def _claim(said: Said, sentence: Sentence) -> Claim:
    passage, low = sentence.passage, sentence.low
    of_businesses = bool(_OF_BUSINESSES.search(low))
    apart = any(_SPECIAL.search(heading.lower()) for heading in passage.trail[1:])
    special = of_businesses or apart or passage.document in _SPECIAL_DOCUMENTS
    scope = _scope(low) or _scope(passage.lead_in.lower()) or _scope_of_headings(passage.trail)
    if special and not scope:
        scope = _special_scope(passage, of_businesses=of_businesses)
    start, end = _narrowed(passage.text, sentence.start, sentence.end, sentence.start + said.at)
    return Claim(said, passage, start, end, scope, special, (start > sentence.start, end < sentence.end))


def _scope(low: str) -> str:
    found = _SAID_OF_A_PLACE.search(low) if low else None
    if found is None:
        return ""
    place = found["place"] or found["place2"] or found["place3"]
    more = [match[0] for match in _PLACES.finditer(low, found.start(), min(len(low), found.end() + 24))]
    names = list(dict.fromkeys(_named(name) for name in (more or [place])))
    outside = _BUT_NOT.search(found[0])
    return f"{'outside' if outside else 'in'} {' or '.join(names[:2])}"


def _special_scope(passage: Passage, *, of_businesses: bool) -> str:
    if of_businesses:
        return "for businesses"
    return (
        f"in its {passage.document}"
        if passage.document in _SPECIAL_DOCUMENTS
        else "of one service or group only"
    )


def _scope_of_headings(trail: tuple[str, ...]) -> str:
    for heading in reversed(trail):
        found = _HEADING_OF_A_PLACE.search(_NUMBERING.sub("", heading.lower()))
        if found is not None:
            where = "outside" if "outside" in found[0] else "in"
            return f"{where} {_named(found['place'] or found['place2'])}"
    return ""


def _named(place: str) -> str:
    return _NAMES.get(place) or _NAMES.get(place.rstrip(".")) or place.title()


def _narrowed(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The piece of a long sentence around the words that decide, cut between words."""
    if end - start <= _LONGEST_QUOTE:
        return start, end
    first = start if at - start <= _BEFORE_THE_WORDS else text.find(" ", at - _BEFORE_THE_WORDS, at) + 1
    first = first or start
    last = end if end - first <= _LONGEST_QUOTE else text.rfind(" ", first, first + _LONGEST_QUOTE)
    return first, len(text[:last].rstrip(" ,;:"))


def strongest(claims: Iterable[Claim], main: str) -> Claim | None:
    """The claim to answer with: direct, of the main kind of document, said of everybody; of equals the latest."""
    return max(claims, key=lambda claim: _weight(claim, main), default=None)


def _weight(claim: Claim, main: str) -> tuple[int, float, int]:
    document = claim.passage.document
    points = 2 * claim.said.strength
    points += 3 if document == main else 1 if document in (TERMS, PRIVACY) else 0
    points -= 2 if claim.scope else 0
    points -= 5 if claim.special else 0
    return points, claim.passage.changed, -claim.passage.key


def with_more(claim: Claim, more: str) -> Claim:
    """The same claim with what others add to it."""
    return replace(claim, more=more)
