"""Which clause types a clause bears, and how sure we are: weighted phrases, words that stand together, headings."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.analysis.lexicon import CONCEPTS, CUES
from provisions.analysis.phrases import build_trie, find_bits, words_of

# Another method or lexicon is a new number: old tags are never silently reread.
TAGGER = 1
# Tags below are shown with their doubt at most, never published as a provision.
PUBLISH_AT = 0.8
# Tags below this say nothing; they are not returned.
KEEP_AT = 0.3
_KEEP_SCORE = log(KEEP_AT / (1 - KEEP_AT))

_BIAS = -3.2
# When several types are all but certain, the narrower one names the clause.
_SATED = 3.0
_SPECIFIC = {
    "ai_training": 2.0, "class_action_waiver": 0.2, "sensitive_data": 0.6, "auto_renewal": 0.4, "refunds": 0.4, "indemnification": 0.4,
    "children_age": 0.4, "international_transfers": 0.4, "data_retention": 0.3, "data_security": 0.3, "tracking_advertising": 0.2,
    "data_collection": -0.2, "data_usage": -0.2, "platform_discretion": -0.3, "consent": -0.4,
}  # fmt: skip
_HEADING_SHARE = (1.0, 0.6, 0.35)  # of the nearest heading, the one above, the rest
# Shorter clauses are labels unless a lead-in makes sentences of them.
_LAST_RESORT_WORDS = 3
_HEADING_WORDS = 9
_QUESTION_WORDS = 18
_DEFINITION_HEAD = 12
_MEANS_OF = frozenset(
    ("by", "any", "automated", "other", "electronic", "no", "this", "that", "which", "the", "technical")
)
_SMALL_WORD = 3  # "of", "and", "the" are not capitalised in headings


@dataclass(frozen=True, slots=True)
class Tag:
    """One type a clause bears; `confidence` is a calibrated probability from 0 to 1."""

    type: str
    confidence: float


_SLUGS = tuple(kind.slug for kind in CLAUSE_TYPES)
# Met in most sentences: a rule is looked at only when its rarest concept is there, so these are never the anchor
# of a rule that names another. Commonest first.
_COMMON = (
    "YOU",
    "WE",
    "OUR_THING",
    "MAY",
    "TERMS",
    "NOT",
    "DATA_WORD",
    "CONTENT",
    "USE",
    "PDATA",
    "ANY_TIME",
    "ACCOUNT",
)

_Rule = tuple[int, int, int, float]  # bits needed, bits forbidden, type, weight
_Against = tuple[int, int, float]  # bits needed, bits forbidden, weight

_CONCEPT_BITS = {name: bit for bit, name in enumerate(CONCEPTS)}
_CONCEPTS_END = len(_CONCEPT_BITS)
_OWN_PHRASES = [
    (number, weight, notation)
    for number, slug in enumerate(_SLUGS)
    for weight, notation in CUES[slug].phrases.items()
]
_TRIE = build_trie(
    [(notation, bit) for bit, notation in enumerate(CONCEPTS.values())]
    + [(notation, bit) for bit, (_, _, notation) in enumerate(_OWN_PHRASES, _CONCEPTS_END)]
)
_OWN = {1 << place: (number, weight) for place, (number, weight, _) in enumerate(_OWN_PHRASES)}


def _anchored_rules() -> tuple[tuple[int, tuple[_Rule, ...]], ...]:
    """What speaks for a type, by the rarest concept of each rule: one test leaves out all of a concept's rules."""
    by_anchor: dict[int, list[_Rule]] = {}
    for number, slug in enumerate(_SLUGS):
        for weight, names in CUES[slug].together:
            if weight > 0:
                needed, forbidden = _bits_of(names)
                by_anchor.setdefault(_anchor(names), []).append((needed, forbidden, number, weight))
    return tuple((anchor, tuple(rules)) for anchor, rules in by_anchor.items())


def _rules_against(slug: str) -> tuple[_Against, ...]:
    return tuple((*_bits_of(names), weight) for weight, names in CUES[slug].together if weight < 0)


def _bits_of(names: str) -> tuple[int, int]:
    needed = forbidden = 0
    for name in names.split():
        if name.startswith("!"):
            forbidden |= 1 << _CONCEPT_BITS[name[1:]]
        else:
            needed |= 1 << _CONCEPT_BITS[name]
    return needed, forbidden


def _anchor(names: str) -> int:
    wanted = [name for name in names.split() if not name.startswith("!")]
    rarest = max(wanted, key=lambda name: _COMMON.index(name) if name in _COMMON else len(_COMMON))
    return 1 << _CONCEPT_BITS[rarest]


_FOR = _anchored_rules()
_AGAINST = tuple(_rules_against(slug) for slug in _SLUGS)

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
    if (not lead_in and _is_label(text, words)) or _is_definition(words):
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
    ranked = [(score + prior.get(number, 0.0) + _BIAS, number) for number, score in best.items()]
    ranked.sort(
        key=lambda item: (-min(item[0], _SATED) - _SPECIFIC.get(_SLUGS[item[1]], 0.0), -item[0], item[1])
    )
    return tuple(Tag(_SLUGS[number], _confidence(score)) for score, number in ranked if score >= _KEEP_SCORE)


def _confidence(score: float) -> float:
    return round(min(1 / (1 + exp(-score)), 0.99), 3)


def _score(bits: int) -> dict[int, float]:
    """The weight each type has in one sentence; types nothing speaks for are absent."""
    scores: dict[int, float] = {}
    own = bits >> _CONCEPTS_END
    while own:
        lowest = own & -own
        number, weight = _OWN[lowest]
        scores[number] = scores.get(number, 0.0) + weight
        own ^= lowest
    for anchor, rules in _FOR:
        if bits & anchor:
            for needed, forbidden, number, weight in rules:
                if bits & needed == needed and not bits & forbidden:
                    scores[number] = scores.get(number, 0.0) + weight
    for number in scores:
        for needed, forbidden, weight in _AGAINST[number]:
            if bits & needed == needed and not bits & forbidden:
                scores[number] += weight
    return scores


def _is_label(text: str, words: list[str]) -> bool:
    """Is it a heading, a line of a table of contents or a question, and no statement?"""
    count = len(words)
    if count < _LAST_RESORT_WORDS:
        return True
    last = text.rstrip()[-1:]
    if last == "?":
        return count <= _QUESTION_WORDS
    if count > _HEADING_WORDS or last in ".;,":
        return False
    written = [word for word in text.split() if len(word) > _SMALL_WORD]
    return sum(word[0].isupper() for word in written) > len(written) * 0.7


def _is_definition(words: list[str]) -> bool:
    head = words[:_DEFINITION_HEAD]
    if "means" in head:
        place = head.index("means")
        return place > 0 and head[place - 1] not in _MEANS_OF
    return "mean" in head and head[head.index("mean") - 1] in ("shall", "will", "we")


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
