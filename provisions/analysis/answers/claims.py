"""What a passage claims about one question: the sentence that says it, whom it is said of, and how directly."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from provisions.analysis.attributes import Attribute
from provisions.analysis.places import scope_in, scope_of_headings
from provisions.analysis.refused_lists import refused_above, refused_in_list
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

    def refused_at(self, place: int) -> bool:
        """Is what stands at a place of the sentence refused by the line above the list that it is an item of?"""
        passage = self.passage
        return refused_above(self.text, passage.lead_in) or refused_in_list(passage.text, self.start + place)

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

# Said of some people only: what holds for them is no answer for the platform while anything else is.
_SPECIAL = re.compile(
    r"\b(?:drivers?|hosts?|sellers?|merchants?|advertisers?|developers?|api|enterprise|business(?:es)?(?: users?| customers?| accounts?| services?)|organi[sz]ations?|"
    r"teams?|schools?|students?|educat\w+|beta|applicants?|candidates?|job|employees|resellers?|affiliate program\w*|test(?:ing|ers?))\b"
)
_OF_BUSINESSES = re.compile(
    r"\b(?:on behalf of (?:a|an|your) (?:business|company|organi[sz]ation|entity|employer)|if you(?: a|['’])re (?:a|an) (?:business|organi[sz]ation|company)|for a business or commercial purpose|(?:for|with) business (?:users|customers))\b"
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
            if not types.isdisjoint(passage.types) and any(map(low.__contains__, cues)):
                for sentence in self._of(passage):
                    if any(map(sentence.low.__contains__, cues)):
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
    of_businesses = bool(_OF_BUSINESSES.search(low) or _OF_BUSINESSES.search(passage.lead_in.lower()))
    apart = any(_SPECIAL.search(heading.lower()) for heading in passage.trail[1:])
    special = of_businesses or apart or passage.document in _SPECIAL_DOCUMENTS
    scope = scope_in(low) or scope_in(passage.lead_in.lower()) or scope_of_headings(passage.trail)
    if special and not scope:
        scope = _special_scope(passage, of_businesses=of_businesses)
    start, end = _narrowed(passage.text, sentence.start, sentence.end, sentence.start + said.at)
    return Claim(said, passage, start, end, scope, special, (start > sentence.start, end < sentence.end))


def _special_scope(passage: Passage, *, of_businesses: bool) -> str:
    if of_businesses:
        return "for businesses"
    return (
        f"in its {passage.document}"
        if passage.document in _SPECIAL_DOCUMENTS
        else "for one service or group only"
    )


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
