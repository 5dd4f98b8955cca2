"""Which clause types a clause bears, and how sure we are: weighted phrases, words that stand together, headings."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp

from .clause_types import CLAUSE_TYPES
from .lexicon import CONCEPTS, CUES
from .phrases import build_trie, find_bits, words_of

# Another method or lexicon is a new number: old tags are never silently reread.
TAGGER = 1
# Tags below are shown with their doubt at most, never published as a provision.
PUBLISH_AT = 0.75
# Tags below this say nothing; they are not returned.
KEEP_AT = 0.3

_BIAS = -3.2
_HEADING_SHARE = (1.0, 0.6, 0.35)  # of the nearest heading, the one above, the rest
_LAST_RESORT_WORDS = 3  # shorter clauses are labels unless a lead-in makes them sentences


@dataclass(frozen=True, slots=True)
class Tag:
    """One type a clause bears; `confidence` is a calibrated probability from 0 to 1."""

    type: str
    confidence: float


_SLUGS = tuple(kind.slug for kind in CLAUSE_TYPES)


def _numbered_phrases() -> tuple[list[tuple[str, int]], dict[str, int], list[tuple[int, int, float]]]:
    """All phrase lists with a bit each, the bits of the concepts, and (bit, type, weight) of the types' own phrases."""
    phrases = [(notation, bit) for bit, notation in enumerate(CONCEPTS.values())]
    concept_bits = {name: bit for bit, name in enumerate(CONCEPTS)}
    own: list[tuple[int, int, float]] = []
    for number, slug in enumerate(_SLUGS):
        for weight, notation in CUES[slug].phrases.items():
            own.append((len(phrases), number, weight))
            phrases.append((notation, len(phrases)))
    return phrases, concept_bits, own


_Rule = tuple[int, int, int, float]  # bits needed, bits forbidden, type, weight


def _rules(concept_bits: dict[str, int], own: list[tuple[int, int, float]]) -> tuple[_Rule, ...]:
    rules: list[_Rule] = [(1 << bit, 0, number, weight) for bit, number, weight in own]
    for number, slug in enumerate(_SLUGS):
        for weight, names in CUES[slug].together:
            needed = forbidden = 0
            for name in names.split():
                if name.startswith("!"):
                    forbidden |= 1 << concept_bits[name[1:]]
                else:
                    needed |= 1 << concept_bits[name]
            rules.append((needed, forbidden, number, weight))
    return tuple(rules)


_PHRASES, _CONCEPT_BITS, _OWN = _numbered_phrases()
_TRIE = build_trie(_PHRASES)
_RULES = _rules(_CONCEPT_BITS, _OWN)
_MEANS = 1 << _CONCEPT_BITS["MEANS"]
_REFERRAL = 1 << _CONCEPT_BITS["REFERRAL"]

_HEADINGS = [
    (number, weight, notation)
    for number, slug in enumerate(_SLUGS)
    for weight, notation in CUES[slug].headings.items()
]
_HEADING_TRIE = build_trie((notation, bit) for bit, (_, _, notation) in enumerate(_HEADINGS))


def tag_clause(text: str, trail: tuple[str, ...] = (), lead_in: str = "") -> tuple[Tag, ...]:
    """The types of a clause, best first; empty for what fits none.

    `trail` are the headings above, outermost first; `lead_in` the sentence a list item hangs on.
    """
    words = words_of(text)
    if _is_label(words, lead_in) or _is_definition(words):
        return ()
    context = _lead_in_bits(lead_in) if lead_in else 0
    sentences = find_bits(_TRIE, words)
    if context and not sentences:
        sentences = [0]
    if not sentences:
        return ()
    best: dict[int, float] = {}
    for bits in sentences:
        for number, score in _score(bits | context).items():
            if score > best.get(number, 0.0):
                best[number] = score
    prior = _heading_weights(trail) if trail else {}
    tags = []
    for number, score in best.items():
        confidence = 1 / (1 + exp(-(score + prior.get(number, 0.0) + _BIAS)))
        if confidence >= KEEP_AT:
            tags.append(Tag(_SLUGS[number], round(confidence, 3)))
    tags.sort(key=lambda tag: (-tag.confidence, tag.type))
    return tuple(tags)


def _score(bits: int) -> dict[int, float]:
    scores: dict[int, float] = {}
    for needed, forbidden, number, weight in _RULES:
        if bits & needed == needed and not bits & forbidden:
            scores[number] = scores.get(number, 0.0) + weight
    return scores


def _is_label(words: list[str], lead_in: str) -> bool:
    return len(words) < _LAST_RESORT_WORDS and not lead_in


def _is_definition(words: list[str]) -> bool:
    head = words[:12]
    return "means" in head or "shall" in head and "mean" in head


@lru_cache(maxsize=4096)
def _lead_in_bits(lead_in: str) -> int:
    bits = 0
    for sentence in find_bits(_TRIE, words_of(lead_in)):
        bits |= sentence
    return bits


@lru_cache(maxsize=4096)
def _heading_weights(trail: tuple[str, ...]) -> dict[int, float]:
    """What the headings say for each type; only the nearest ones count in full."""
    weights: dict[int, float] = {}
    for depth, heading in enumerate(reversed(trail)):
        share = _HEADING_SHARE[min(depth, len(_HEADING_SHARE) - 1)]
        found = 0
        for bits in find_bits(_HEADING_TRIE, words_of(heading)):
            found |= bits
        for bit, (number, weight, _) in enumerate(_HEADINGS):
            if found >> bit & 1:
                weights[number] = max(weights.get(number, 0.0), weight * share)
    return weights
