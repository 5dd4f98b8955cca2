"""What the words of a clause say for each type by weights learned from written examples: a second opinion beside the lexicon's."""

import re
import struct
from math import sqrt

from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.analysis.lexicon.cues import LETTERS
from provisions.analysis.lexicon.grams import grams_of
from provisions.analysis.lexicon.learned import BIASES, WEIGHTS

_TENTHS = 10.0
_WEIGHT = re.compile(r"([A-Za-z])(-?\d+)")
_BIASES = tuple(BIASES[kind.slug] for kind in CLAUSE_TYPES)
# The weights of all types are added at once, as the fields of one long number; no sum of them leaves its field.
_FIELD = 32
_ZERO = 1 << (_FIELD - 1)
_ZEROS = sum(_ZERO << (_FIELD * number) for number in range(len(_BIASES)))
_FIELDS = struct.Struct(f"<{len(_BIASES)}I")


def second_opinion(words: list[str]) -> list[float]:
    """The logit of each type, in the order of the taxonomy; summed in whole numbers, so that no order of words changes it."""
    known = grams_of(words) & _GRAMS
    tenths = _FIELDS.unpack(sum(map(_TABLE.__getitem__, known), _ZEROS).to_bytes(_FIELDS.size, "little"))
    share = 1 / (_TENTHS * sqrt(len(known) or 1))
    return [bias + share * (weight - _ZERO) for bias, weight in zip(_BIASES, tenths, strict=True)]


def _read_line(line: str) -> tuple[str, int]:
    gram, _, weights = line.rpartition("=")
    return gram, sum(
        int(tenths) << (_FIELD * LETTERS.index(letter)) for letter, tenths in _WEIGHT.findall(weights)
    )


_TABLE = dict(map(_read_line, WEIGHTS.splitlines()))
_GRAMS = frozenset(_TABLE)
