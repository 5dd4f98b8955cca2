"""What the words of a clause say for each type by weights learned from written examples: a second opinion beside the lexicon's."""

import re
import struct
from math import sqrt

from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.analysis.lexicon import learned, learned_plain
from provisions.analysis.lexicon.cues import LETTERS

_TENTHS = 10.0
_WEIGHT = re.compile(r"([A-Za-z])(-?\d+)")
_BIASES = tuple(learned.BIASES[kind.slug] for kind in CLAUSE_TYPES)
# The weights of all types are added at once, as the fields of one long number; no sum of them leaves its field.
_FIELD = 32
_ZERO = 1 << (_FIELD - 1)
_ZEROS = sum(_ZERO << (_FIELD * number) for number in range(len(_BIASES)))
_FIELDS = struct.Struct(f"<{len(_BIASES)}I")


def second_opinion(grams: set[str]) -> list[float]:
    """The logit of each type, in the order of the taxonomy; summed in whole numbers, so that no order of words changes it.

    `grams` are the words and pairs of words of the clause, as `grams_of` gives them.
    """
    return [bias + said for bias, said in zip(_BIASES, _said(grams & _GRAMS, _TABLE), strict=True)]


def on_plain_sentences(grams: set[str], opinion: list[float]) -> list[float]:
    """The same with what was learned besides from sentences as people speak."""
    said = _said(grams & _PLAIN_GRAMS, _PLAIN_TABLE)
    return [logit + more for logit, more in zip(opinion, said, strict=True)]


def _said(known: set[str], table: dict[str, int]) -> list[float]:
    """What a table says for each type, its bias left out, by the words and pairs that it knows."""
    tenths = _FIELDS.unpack(sum(map(table.__getitem__, known), _ZEROS).to_bytes(_FIELDS.size, "little"))
    share = 1 / (_TENTHS * sqrt(len(known) or 1))
    return [share * (weight - _ZERO) for weight in tenths]


def _read_line(line: str) -> tuple[str, int]:
    gram, _, weights = line.rpartition("=")
    return gram, sum(
        int(tenths) << (_FIELD * LETTERS.index(letter)) for letter, tenths in _WEIGHT.findall(weights)
    )


_TABLE = dict(map(_read_line, learned.WEIGHTS.splitlines()))
_GRAMS = frozenset(_TABLE)
_PLAIN_TABLE = dict(map(_read_line, learned_plain.WEIGHTS.splitlines()))
_PLAIN_GRAMS = frozenset(_PLAIN_TABLE)
