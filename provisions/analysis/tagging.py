"""Which clause types a clause bears, and how sure we are: weighted phrases, words that stand together, headings."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from provisions.analysis.clause_types import CLAUSE_TYPES, DATA
from provisions.analysis.lexicon.compiled_lexicon import (
    AGAINST,
    ANCHORS,
    ASIDE,
    BESIDE_PROOF,
    CONCEPTS_END,
    FOR,
    FOR_OF,
    FOREMOST_ONLY,
    FOREMOST_PROOF,
    HEADING_TRIE,
    HEADINGS,
    ITEM_ALONE,
    LEGAL_FOR,
    LEGAL_OWN,
    OWN,
    OWN_OF,
    SLUGS,
    TRIE,
)
from provisions.analysis.lexicon.grams import grams_of
from provisions.analysis.lexicon.phrases import find_bits, words_of
from provisions.analysis.lexicon.second_opinion import second_opinion
from provisions.analysis.plain_sentences import is_plain, type_spoken_of
from provisions.analysis.statements import is_definition, is_fragment, is_label, points_elsewhere

# Another method or lexicon is a new number: old tags are never silently reread.
TAGGER = 9
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
    "children_age": 0.4, "international_transfers": 0.4, "data_retention": 0.3, "data_security": 0.3, "data_sharing": 0.25, "tracking_advertising": 0.2,
    "data_collection": -0.2, "data_usage": -0.2, "platform_discretion": -0.3, "consent": -0.4,
}  # fmt: skip
# What is this far behind the weightiest type yields to it by a share of the distance.
_BEHIND = 1.0
_YIELDS = 0.5
_LEADS_AT_MOST = 6.0
_NARROW_ENOUGH = 4.6
_STEP_BACK = 3.0
_YIELD_TO = tuple(
    (SLUGS.index(broad), tuple(SLUGS.index(slug) for slug in narrower.split()))
    for broad, narrower in (
        ("data_usage", "data_retention data_security data_sharing privacy_rights international_transfers content_license ai_training consent"),
        ("data_collection", "data_retention data_security data_sharing privacy_rights international_transfers consent"),
        ("tracking_advertising", "data_sharing"),
    )
)  # fmt: skip
# How much the opinion learned from examples weighs, how far it may go, and where it begins to speak for a type.
_SECONDED = 1.5
_OPINION_AT_MOST = 3.0
_OPINION_LEVEL = tuple(2.6 if kind.group == DATA else 1.75 for kind in CLAUSE_TYPES)
_HEADING_SHARE = (1.0, 0.6, 0.35)  # of the nearest heading, the one above, the rest
# A heading that speaks this loudly for a type, with words of its own in the text, proves it as well as an act does.
_HEADING_PROVES = 2.0
_OWN_WORDS = 2.4
# The most a type may be given without proof; under what is published, above what the labels are compared at.
_UNPROVEN = 0.74
_TYPES_OF_ONE_CLAUSE = 3
# What follows a definition is tagged from this many words on, though never published: its quote begins with the definition.
_SAYS_MORE = 8
_SUREST = 0.99
# Nothing is published that the second opinion does not share, in logits; a heading that says the same makes it surer. From
# where on it is as sure as it gets, and the shares of tags judged right at either end.
_AGREES_FROM = -0.75
# Where it is as sure as this, plain words are as good as legal ones.
_AGREES_ALONE = 1.0
_AGREES_WHOLLY = 2.0
_HEADING_AGREES = 1.5
_JUDGED = (0.86, 0.98)
# The share of plain sentences judged right that what was learned of them alone gives a type.
_PLAIN = 0.9


@dataclass(frozen=True, slots=True)
class Tag:
    """One type a clause bears; `confidence` is a calibrated probability from 0 to 1."""

    type: str
    confidence: float


def tag_clause(
    text: str, trail: tuple[str, ...] = (), lead_in: str = "", *, doubtful_too: bool = True
) -> tuple[Tag, ...]:
    """The types of a clause, best first; empty for what fits none.

    `trail` are the headings above, outermost first; `lead_in` the sentence a list item hangs on. Without
    `doubtful_too`, a clause none of whose types can be published may be given none at all, in half the time.
    """
    words = words_of(text)
    if not lead_in and is_label(text, words):
        return ()
    if defines := is_definition(words):
        words = words[words.index(".") + 1 :] if "." in words else []
        if len(words) < _SAYS_MORE:
            return ()
    context = _lead_in_bits(lead_in) if lead_in else 0
    sentences = find_bits(TRIE, words)
    plain = not lead_in and is_plain(text, words, sentences)
    if (context or plain) and not sentences:
        sentences = [0]
    if not sentences:
        return ()
    best: dict[int, float] = {}
    for bits in sentences:
        for number, score in _yielding(_score(bits | context)).items():
            if score > best.get(number, 0.0):
                best[number] = score
    if not (best or plain):
        return ()
    prior = _heading_weights(trail) if trail else {}
    room = 1 if " | " in text else _TYPES_OF_ONE_CLAUSE
    if defines or points_elsewhere(text) or (not lead_in and is_fragment(text)):
        room = 0
    foremost = {
        number for number in best if room and _is_proven(number, sentences, context, prior, foremost=True)
    }
    if not (foremost or (plain and room) or doubtful_too):
        return ()
    grams = grams_of([*words_of(lead_in), *words] if lead_in else words)
    opinion = second_opinion(grams)
    held = _held_back(best)
    ranked = [
        (score + prior.get(number, 0.0) + _BIAS + _SECONDED * _opinion(opinion, number, held), number)
        for number, score in best.items()
    ]
    leading = min(max((score for score, _ in ranked), default=0.0), _LEADS_AT_MOST) - _BEHIND
    ranked = [(score - _YIELDS * max(0.0, leading - score), number) for score, number in ranked]
    ranked.sort(
        key=lambda item: (-min(item[0], _SATED) - _SPECIFIC.get(SLUGS[item[1]], 0.0), -item[0], item[1])
    )
    proven: list[Tag] = []
    doubtful: list[Tag] = []
    for score, number in ranked:
        if score < _KEEP_SCORE:
            continue
        confidence = _confidence(score)
        agrees = opinion[number] + (_HEADING_AGREES if prior.get(number, 0.0) >= _HEADING_PROVES else 0.0)
        sure = (
            confidence >= PUBLISH_AT
            and len(proven) < room
            and agrees >= _AGREES_FROM
            and (agrees >= _AGREES_ALONE or _is_legal(number, sentences, context, prior))
        )
        if sure and (
            _is_proven(number, sentences, context, prior, foremost=False) if proven else number in foremost
        ):
            proven.append(Tag(SLUGS[number], _judged(agrees)))
        else:
            doubtful.append(Tag(SLUGS[number], min(confidence, _UNPROVEN)))
    if plain and room and not proven:
        named = doubtful[0].type if doubtful and doubtful[0].confidence == _UNPROVEN else ""
        if spoken := type_spoken_of(words, grams, opinion, named):
            return (Tag(spoken, _PLAIN), *(tag for tag in doubtful if tag.type != spoken))
    return (*proven, *doubtful)


def _opinion(logits: list[float], number: int, held: frozenset[int]) -> float:
    most = 0.0 if number in held else _OPINION_AT_MOST
    return max(-_OPINION_AT_MOST, min(most, logits[number] + _OPINION_LEVEL[number]))


def _held_back(best: dict[int, float]) -> frozenset[int]:
    """The broad types that stepped back for a narrower one: no opinion brings them forward again."""
    return frozenset(
        broad
        for broad, narrower in _YIELD_TO
        if broad in best and max(best.get(number, 0.0) for number in narrower) >= best[broad] + _STEP_BACK
    )


def _is_proven(
    number: int, sentences: list[int], context: int, prior: dict[int, float], *, foremost: bool
) -> bool:
    """Does some sentence do what the type is about, or a heading say that it does?"""
    conditions = FOREMOST_PROOF[number] if foremost else BESIDE_PROOF[number]
    by_heading = prior.get(number, 0.0) >= _HEADING_PROVES
    if not foremost and not by_heading and number in FOREMOST_ONLY:
        return False
    for bits in sentences:
        if bits & ASIDE:
            continue
        whole = bits | context if foremost else bits
        if by_heading and _score_of(whole, number) >= _OWN_WORDS:
            return True
        if number in ITEM_ALONE:
            whole = bits
        for needed, forbidden, strong in conditions:
            if whole & needed == needed and not whole & forbidden and (not strong or whole & strong):
                return True
    return False


def _is_legal(number: int, sentences: list[int], context: int, prior: dict[int, float]) -> bool:
    """Would the type be published without the plain words too, which are good guesses and no proof?"""
    weight = max(_legal_score(bits | context, number) for bits in sentences)
    return _confidence(prior.get(number, 0.0) + _BIAS + weight) >= PUBLISH_AT


def _legal_score(bits: int, number: int) -> float:
    score = _own_score(bits, LEGAL_OWN[number])
    for rules in (LEGAL_FOR[number], AGAINST[number]):
        for needed, forbidden, weight in rules:
            if bits & needed == needed and not bits & forbidden:
                score += weight
    return score


def weight_of_sentence(type: str, sentence: str) -> float:
    """How much one sentence speaks for a type, in logits; 0 when nothing does."""
    number = SLUGS.index(type)
    return max((_score_of(bits, number) for bits in find_bits(TRIE, words_of(sentence))), default=0.0)


def _judged(logit: float) -> float:
    """The confidence of a proven tag on the scale of what was judged by hand (docs/tagging.md): it rises with the second opinion."""
    lowest, highest = _JUDGED
    share = (min(logit, _AGREES_WHOLLY) - _AGREES_FROM) / (_AGREES_WHOLLY - _AGREES_FROM)
    return round(lowest + share * (highest - lowest), 3)


def _confidence(score: float) -> float:
    return round(min(1 / (1 + exp(-score)), _SUREST), 3)


def _score(bits: int) -> dict[int, float]:
    """The weight each type has in one sentence; types nothing speaks for are absent."""
    scores: dict[int, float] = {}
    own = bits >> CONCEPTS_END
    while own:
        lowest = own & -own
        number, weight = OWN[lowest]
        scores[number] = scores.get(number, 0.0) + weight
        own ^= lowest
    for _, rules in _anchored(bits & ANCHORS):
        for needed, forbidden, number, weight in rules:
            if bits & needed == needed and not bits & forbidden:
                scores[number] = scores.get(number, 0.0) + weight
    for number in scores:
        for needed, forbidden, weight in AGAINST[number]:
            if bits & needed == needed and not bits & forbidden:
                scores[number] += weight
    return scores


def _anchored(bits: int) -> list[tuple[int, tuple[tuple[int, int, int, float], ...]]]:
    """The rules whose anchors are among the bits, in the order of the lexicon: sums of fractions depend on it."""
    found = []
    while bits:
        lowest = bits & -bits
        found.append(FOR[lowest])
        bits ^= lowest
    found.sort()
    return found


def _own_score(bits: int, phrases: int) -> float:
    """The weight of those of the phrases that were found."""
    score = 0.0
    own = bits >> CONCEPTS_END & phrases
    while own:
        lowest = own & -own
        score += OWN[lowest][1]
        own ^= lowest
    return score


def _score_of(bits: int, number: int) -> float:
    """What `_score` gives for one type; 0 where nothing speaks for it."""
    score = _own_score(bits, OWN_OF[number])
    found = bits >> CONCEPTS_END & OWN_OF[number] != 0
    for needed, forbidden, weight in FOR_OF[number]:
        if bits & needed == needed and not bits & forbidden:
            score, found = score + weight, True
    if found:
        for needed, forbidden, weight in AGAINST[number]:
            if bits & needed == needed and not bits & forbidden:
                score += weight
    return score


def _yielding(scores: dict[int, float]) -> dict[int, float]:
    """The broad types step back in a sentence whose act is a narrower type's: what is kept, shared or asked for is data too."""
    for broad, narrower in _YIELD_TO:
        if broad in scores:
            act = max(scores.get(number, 0.0) for number in narrower)
            if act >= _NARROW_ENOUGH:
                scores[broad] = min(scores[broad], act) - _STEP_BACK
    return scores


@lru_cache(maxsize=512)
def _lead_in_bits(lead_in: str) -> int:
    bits = 0
    for sentence in find_bits(TRIE, words_of(lead_in)):
        bits |= sentence
    return bits


@lru_cache(maxsize=512)
def _heading_weights(trail: tuple[str, ...]) -> dict[int, float]:
    """What the headings say for each type; only the nearest ones count in full."""
    weights: dict[int, float] = {}
    for depth, heading in enumerate(reversed(trail)):
        share = _HEADING_SHARE[min(depth, len(_HEADING_SHARE) - 1)]
        found = 0
        for bits in find_bits(HEADING_TRIE, words_of(heading)):
            found |= bits
        for bit, (number, weight, _) in enumerate(HEADINGS):
            if found >> bit & 1:
                weights[number] = max(weights.get(number, 0.0), weight * share)
    return weights
