"""The form of a type's cues: phrases, concepts that stand together in a sentence, and headings, each with a weight."""

from dataclasses import dataclass, field
from string import ascii_letters


@dataclass(frozen=True, slots=True)
class Cues:
    """What speaks for (or, with a negative weight, against) one type. Weights are in logits.

    `phrases`: weight -> phrases in the notation of concepts.py. `together`: (weight, "A B !C") is true of a sentence
    that holds concepts A and B and not C. `headings`: weight -> phrases looked for in the headings above.
    """

    phrases: dict[float, str] = field(default_factory=dict)
    together: tuple[tuple[float, str], ...] = ()
    headings: dict[float, str] = field(default_factory=dict)


NO_CUES = Cues()
# One letter a type, in the order of the taxonomy, in the table of learned weights.
LETTERS = ascii_letters.swapcase()
