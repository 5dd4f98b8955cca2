"""Learns the weights of words for each clause type from the written examples, and writes them where the tagger reads them.

Usage: python bench/train_tagger.py [--examples DIR] [--out FILE]
Logistic regression, one type against the rest, over the words and pairs of words of a clause, cut to their stems; plain Python, and the same
weights on every run. The examples were written for this: bench/examples/TYPE.txt, one clause a line. "lead-in :: item" is
a list item; what follows " ## " are the other types the clause bears; none.txt holds what bears none.
"""

import argparse
import json
import random
import sys
from collections import Counter
from math import exp, sqrt
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from provisions.analysis.clause_types import CLAUSE_TYPES  # noqa: E402 - the checkout is not an installed package
from provisions.analysis.lexicon.cues import LETTERS  # noqa: E402
from provisions.analysis.lexicon.grams import grams_of  # noqa: E402
from provisions.analysis.lexicon.phrases import words_of  # noqa: E402

NONE = "none"
SEEN_AT_LEAST = 2
RIDGE = 0.06
ROUNDS = 20
STEP = 1.0
SEED = 20261128
BIAS_AT_FIRST = -3.5
# Smaller weights are left out of the table.
KEPT_FROM = 0.55

Example = tuple[set[str], frozenset[str]]  # words and pairs, types


def read_examples(folder: Path) -> list[Example]:
    """All written clauses, file by file; ValueError names a type that is not in the taxonomy."""
    known = {kind.slug for kind in CLAUSE_TYPES}
    examples: list[Example] = []
    for path in sorted(folder.glob("*.txt")):
        main = {path.stem} - {NONE}
        for line in path.read_text(encoding="utf-8").splitlines():
            text, _, others = line.partition(" ## ")
            types = main | set(others.split())
            if types - known:
                raise ValueError(f"{path.name}: {line!r} names an unknown type.")
            examples.append((grams_of(words_of(text.replace("::", " "))), frozenset(types)))
    return examples


def train(examples: list[Example], vocabulary: list[str], slug: str) -> tuple[float, list[float]]:
    """Bias and weights of one type: adaptive gradient descent, over the examples in an order that is drawn once."""
    places = {gram: place for place, gram in enumerate(vocabulary)}
    rows = []
    seen = [0] * len(vocabulary)
    for grams, types in examples:
        row = sorted(places[gram] for gram in grams if gram in places)
        for place in row:
            seen[place] += 1
        rows.append((row, 1 / sqrt(len(row) or 1), slug in types))
    ridge = [RIDGE / count for count in seen]
    weights, squares = [0.0] * len(vocabulary), [1e-3] * len(vocabulary)
    bias, bias_squares = BIAS_AT_FIRST, 1.0
    order = list(range(len(rows)))
    random.Random(SEED).shuffle(order)
    for _ in range(ROUNDS):
        for number in order:
            row, share, bears = rows[number]
            logit = bias + share * sum([weights[place] for place in row])
            slope = 1 / (1 + exp(-max(-30.0, min(30.0, logit)))) - bears
            bias_squares += slope * slope
            bias -= STEP * slope / sqrt(bias_squares)
            if abs(slope) < 1e-3:
                continue
            for place in row:
                gradient = slope * share + ridge[place] * weights[place]
                squares[place] += gradient * gradient
                weights[place] -= STEP * gradient / sqrt(squares[place])
    return bias, weights


def main() -> None:
    """Train every type and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, default=ROOT / "bench/examples")
    parser.add_argument("--out", type=Path, default=ROOT / "provisions/analysis/lexicon/learned.py")
    options = parser.parse_args()
    examples = read_examples(options.examples)
    counts = Counter(gram for grams, _ in examples for gram in grams)
    vocabulary = sorted(gram for gram, count in counts.items() if count >= SEEN_AT_LEAST)
    print(f"{len(examples):,} examples, {len(vocabulary):,} words and pairs of words")
    kept: dict[str, list[str]] = {gram: [] for gram in vocabulary}
    biases = {}
    for kind, letter in zip(CLAUSE_TYPES, LETTERS, strict=False):
        bias, weights = train(examples, vocabulary, kind.slug)
        biases[kind.slug] = round(bias, 2)
        for gram, weight in zip(vocabulary, weights, strict=True):
            if abs(weight) >= KEPT_FROM:
                kept[gram].append(f"{letter}{round(weight * 10)}")
        print(f"  {kind.slug}", flush=True)
    table = "\n".join(f"{gram}={''.join(weights)}" for gram, weights in kept.items())
    options.out.write_text(
        f'"""Weights of words and pairs of words: written by bench/train_tagger.py from {len(examples):,} examples, not by hand."""\n\n'
        f"# fmt: off\nBIASES: dict[str, float] = {json.dumps(biases)}\n"
        "# A word or pair and its weights in tenths, each after the letter of its type (A is the first of the taxonomy).\n"
        f'WEIGHTS = """\\\n{table}\n"""\n# fmt: on\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
