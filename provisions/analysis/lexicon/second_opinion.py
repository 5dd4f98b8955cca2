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
# The weights of all types are added at once, as the fields of one long number; so many of them that no sum leaves its field.
_FIELD = 16
HEAVIEST = 182  # tenths, of any weight
AT_ONCE = 2 ** (_FIELD - 1) // HEAVIEST
_ZERO = 1 << (_FIELD - 1)
_ZEROS = sum(_ZERO << (_FIELD * number) for number in range(len(_BIASES)))
_FIELDS = struct.Struct(f"<{len(_BIASES)}H")


def second_opinion(grams: set[str]) -> list[float]:
    """The logit of each type, in the order of the taxonomy; summed in whole numbers, so that no order of words changes it.

    `grams` are the words and pairs of words of the clause, as `grams_of` gives them.
    """
    return [bias + said for bias, said in zip(_BIASES, _said(grams & _TABLE.keys(), _TABLE), strict=True)]


def on_plain_sentences(grams: set[str], opinion: list[float]) -> list[float]:
    """The same with what was learned besides from sentences as people speak."""
    said = _said(grams & _PLAIN_TABLE.keys(), _PLAIN_TABLE)
    return [logit + more for logit, more in zip(opinion, said, strict=True)]


def _said(known: set[str], table: dict[str, int]) -> list[float]:
    """What a table says for each type, its bias left out, by the words and pairs that it knows."""
    share = 1 / (_TENTHS * sqrt(len(known) or 1))
    weights = list(map(table.__getitem__, known))
    tenths = _sums(weights[:AT_ONCE])
    for start in range(AT_ONCE, len(weights), AT_ONCE):
        tenths = [
            total + more for total, more in zip(tenths, _sums(weights[start : start + AT_ONCE]), strict=True)
        ]
    return [share * total for total in tenths]


def _sums(weights: list[int]) -> list[int]:
    """The sum of each field of at most `AT_ONCE` weights."""
    fields = _FIELDS.unpack(sum(weights, _ZEROS).to_bytes(_FIELDS.size, "little"))
    return [field - _ZERO for field in fields]


def _read_line(line: str) -> tuple[str, int]:
    gram, _, weights = line.rpartition("=")
    return gram, sum(
        int(tenths) << (_FIELD * LETTERS.index(letter)) for letter, tenths in _WEIGHT.findall(weights)
    )


_TABLE = dict(map(_read_line, learned.WEIGHTS.splitlines()))
_PLAIN_TABLE = dict(map(_read_line, learned_plain.WEIGHTS.splitlines()))
del learned.WEIGHTS, learned_plain.WEIGHTS  # half a MiB a process; the tables hold it all
