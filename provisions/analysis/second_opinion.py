"""What the words of a clause say for each type by weights learned from written examples: a second opinion beside the lexicon's."""

import re
from math import sqrt

from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.analysis.grams import grams_of
from provisions.analysis.lexicon.cues import LETTERS
from provisions.analysis.lexicon.learned import BIASES, WEIGHTS

_TENTHS = 10.0
_WEIGHT = re.compile(r"([A-Za-z])(-?\d+)")
_BIASES = tuple(BIASES[kind.slug] for kind in CLAUSE_TYPES)


def second_opinion(words: list[str]) -> list[float]:
    """The logit of each type, in the order of the taxonomy; summed in whole numbers, so that no order of words changes it."""
    tenths = [0] * len(_BIASES)
    known = 0
    for gram in grams_of(words):
        weights = _TABLE.get(gram)
        if weights is not None:
            known += 1
            for number, weight in weights:
                tenths[number] += weight
    share = 1 / (_TENTHS * sqrt(known or 1))
    return [bias + share * weight for bias, weight in zip(_BIASES, tenths, strict=True)]


def _read_line(line: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    gram, _, weights = line.rpartition("=")
    return gram, tuple((LETTERS.index(letter), int(tenths)) for letter, tenths in _WEIGHT.findall(weights))


_TABLE = dict(map(_read_line, WEIGHTS.splitlines()))
