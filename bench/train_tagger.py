"""Learns the weights of words for each clause type from the written examples, and writes them where the tagger reads them.

Usage: python bench/train_tagger.py [--examples DIR] [--out FILE]
Logistic regression, one type against the rest, over the words and pairs of words of a clause, cut to their stems; plain Python, and the same
weights on every run. The examples were written for this: bench/examples/TYPE.txt, one clause a line. "lead-in :: item" is
a list item; what follows " ## " are the other types the clause bears; none.txt holds what bears none.
From bench/examples/plain, short sentences as people speak, only what the first weights do not yet say is learned, into a table of its own.
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
RIDGE_PLAIN = 0.03
ROUNDS = 20
STEP = 1.0
SEED = 20261128
BIAS_AT_FIRST = -3.5
# Smaller weights are left out of the table.
KEPT_FROM = 0.55

Example = tuple[set[str], frozenset[str]]  # words and pairs, types
Table = dict[str, dict[str, int]]  # word or pair, type, weight in tenths


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


def train(
    examples: list[Example], vocabulary: list[str], slug: str, said: list[float] | None = None
) -> tuple[float, list[float]]:
    """Bias and weights of one type: adaptive gradient descent, over the examples in an order that is drawn once.

    `said` are logits that stand already, one an example: the weights are what is to be added to them, without a bias.
    """
    places = {gram: place for place, gram in enumerate(vocabulary)}
    rows = []
    seen = [0] * len(vocabulary)
    for number, (grams, types) in enumerate(examples):
        row = sorted(places[gram] for gram in grams if gram in places)
        for place in row:
            seen[place] += 1
        rows.append((row, 1 / sqrt(len(row) or 1), slug in types, said[number] if said else 0.0))
    ridge = [(RIDGE_PLAIN if said else RIDGE) / count for count in seen]
    weights, squares = [0.0] * len(vocabulary), [1e-3] * len(vocabulary)
    bias, bias_squares = 0.0 if said else BIAS_AT_FIRST, 1.0
    order = list(range(len(rows)))
    random.Random(SEED).shuffle(order)
    for _ in range(ROUNDS):
        for number in order:
            row, share, bears, before = rows[number]
            logit = before + bias + share * sum([weights[place] for place in row])
            slope = 1 / (1 + exp(-max(-30.0, min(30.0, logit)))) - bears
            if not said:
                bias_squares += slope * slope
                bias -= STEP * slope / sqrt(bias_squares)
            if abs(slope) < 1e-3:
                continue
            for place in row:
                gradient = slope * share + ridge[place] * weights[place]
                squares[place] += gradient * gradient
                weights[place] -= STEP * gradient / sqrt(squares[place])
    return bias, weights


def learn(
    examples: list[Example], vocabulary: list[str], said: dict[str, list[float]] | None = None
) -> tuple[dict[str, float], Table]:
    """The bias of every type and the weights worth keeping."""
    biases = {}
    table: Table = {gram: {} for gram in vocabulary}
    for kind in CLAUSE_TYPES:
        bias, weights = train(examples, vocabulary, kind.slug, said[kind.slug] if said else None)
        biases[kind.slug] = round(bias, 2)
        for gram, weight in zip(vocabulary, weights, strict=True):
            if abs(weight) >= KEPT_FROM:
                table[gram][kind.slug] = round(weight * 10)
        print(f"  {kind.slug}", flush=True)
    return biases, table


def said_by(biases: dict[str, float], table: Table, examples: list[Example]) -> dict[str, list[float]]:
    """What the table says of each example, in logits, by type."""
    known = [[table[gram] for gram in sorted(grams & table.keys())] for grams, _ in examples]
    return {
        slug: [
            bias + sum(weights.get(slug, 0) for weights in row) / 10 / sqrt(len(row) or 1) for row in known
        ]
        for slug, bias in biases.items()
    }


def written(table: Table) -> str:
    """A line a word or pair: its weights in tenths, each after the letter of its type."""
    letters = {kind.slug: letter for kind, letter in zip(CLAUSE_TYPES, LETTERS, strict=False)}
    lines = "\n".join(
        f"{gram}={''.join(f'{letters[slug]}{tenths}' for slug, tenths in weights.items())}"
        for gram, weights in table.items()
    )
    return (
        "# A word or pair and its weights in tenths, each after the letter of its type (A is the first of the taxonomy).\n"
        f'WEIGHTS = """\\\n{lines}\n"""\n# fmt: on\n'
    )


def main() -> None:
    """Train every type and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, default=ROOT / "bench/examples")
    parser.add_argument("--out", type=Path, default=ROOT / "provisions/analysis/lexicon/learned.py")
    options = parser.parse_args()
    by_hand = "written by bench/train_tagger.py from {:,} {}examples, not by hand."

    examples = read_examples(options.examples)
    counts = Counter(gram for grams, _ in examples for gram in grams)
    vocabulary = sorted(gram for gram, count in counts.items() if count >= SEEN_AT_LEAST)
    print(f"{len(examples):,} examples, {len(vocabulary):,} words and pairs of words")
    biases, table = learn(examples, vocabulary)
    options.out.write_text(
        f'"""Weights of words and pairs of words: {by_hand.format(len(examples), "")}"""\n\n'
        f"# fmt: off\nBIASES: dict[str, float] = {json.dumps(biases)}\n" + written(table),
        encoding="utf-8",
    )

    plain = read_examples(options.examples / "plain")
    both = [*examples, *plain]
    counts.update(gram for grams, _ in plain for gram in grams)
    spoken = {gram for grams, _ in plain for gram in grams}
    vocabulary = sorted(gram for gram in spoken if counts[gram] >= SEEN_AT_LEAST)
    print(f"{len(plain):,} plain examples, {len(vocabulary):,} words and pairs of words")
    _, more = learn(both, vocabulary, said_by(biases, table, both))
    options.out.with_name("learned_plain.py").write_text(
        f'"""What plain sentences add to the weights: {by_hand.format(len(plain), "plain ")}"""\n\n# fmt: off\n'
        + written({gram: weights for gram, weights in more.items() if weights}),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
