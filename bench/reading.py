#!/usr/bin/env python3
"""Score the reading of real captures against their reference readings, and its steadiness from capture to capture.

usage: bench/reading.py [--data DIR] [--worst N] [--only NAME] [--types]

DIR is a folder with an index.jsonl like ../shared/data/html. Word F1 is defined as in ../shared/bench/score_replay.py.
"""

import argparse
import collections
import itertools
import json
import pathlib
import re
import statistics
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from provisions.analysis.extraction import Reading, read_html  # noqa: E402  (the checkout is not installed)

LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)")
LOUD = ("substantive", "minor")
LETTERS = re.compile(r"\w+")
Row = dict[str, object]


def bag(text: str, markdown: bool = False) -> collections.Counter[str]:
    if markdown:
        for _ in range(2):
            text = LINK.sub(r"\1", text)
        text = re.sub(r"[*_`#>|\\]", " ", text)
    return collections.Counter(LETTERS.findall(text.lower()))


def f1(got: collections.Counter[str], want: collections.Counter[str]) -> float:
    same = sum((got & want).values())
    if not same:
        return 0.0
    precision, recall = same / sum(got.values()), same / sum(want.values())
    return 2 * precision * recall / (precision + recall)


def edge(got: collections.Counter[str], want: collections.Counter[str]) -> str:
    """What was read too much and too little, most frequent words first."""

    def sample(words: collections.Counter[str]) -> str:
        return f"{sum(words.values())} ({' '.join(word for word, _ in words.most_common(12))})"

    return f"too much {sample(got - want)}, too little {sample(want - got)}"


def print_scores(data: pathlib.Path, rows: list[dict], readings: dict[str, Reading], worst: int) -> None:
    scores = []
    for row in rows:
        reference = data / row["ref_path"]
        if row.get("usable_for_extraction") and row.get("ref_is_from_this_capture") and reference.exists():
            got, want = bag(readings[row["path"]].text), bag(reference.read_text(), markdown=True)
            scores.append((f1(got, want), row["path"], edge(got, want)))
    if not scores:
        return
    scores.sort()
    values = [score for score, _, _ in scores]
    print(f"pages scored               {len(values)}")
    print(f"word F1 median             {statistics.median(values):.4f}")
    print(f"word F1 tenth percentile   {values[len(values) // 10]:.4f}")
    print(f"under 0.90                 {sum(value < 0.9 for value in values)}")
    for score, path, words in scores[:worst]:
        print(f"  {score:.4f}  {path}\n          {words}")


def print_steps(rows: list[dict], readings: dict[str, Reading]) -> None:
    """Of neighbouring captures whose truth is known: equal where nothing changed, different where something did."""
    same, changed, wrong = [0, 0], [0, 0], []
    for before, row in itertools.pairwise(rows):
        step = row["step_from_previous"]
        if not step or not step["verified"]:
            continue
        equal = readings[before["path"]].text == readings[row["path"]].text
        if step["label"] == "noise_only":
            same[0] += equal
            same[1] += 1
            if not equal:
                wrong.append(f"  differs though only noise changed ({step['cls']}): {row['path']}")
        elif step["label"] == "text_changed" and step["cls"] in LOUD:
            changed[0] += not equal
            changed[1] += 1
            if equal:
                wrong.append(f"  reads the same though the text changed: {row['path']}")
    print(f"noise-only steps equal     {same[0]} of {same[1]}")
    print(f"changed steps different    {changed[0]} of {changed[1]}")
    print("\n".join(wrong))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data/html")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--only", default="", help="only captures whose path begins so")
    parser.add_argument(
        "--types", action="store_true", help="say the document's type, for pages that hold several"
    )
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in (arguments.data / "index.jsonl").open()]
    rows = [row for row in rows if row["path"].startswith(arguments.only)]
    markups = {row["path"]: (arguments.data / row["path"]).read_text(errors="replace") for row in rows}
    start = time.process_time()
    types = {row["path"]: row["doc_type"] if arguments.types else "" for row in rows}
    readings = {path: read_html(markup, document_type=types[path]) for path, markup in markups.items()}
    seconds = time.process_time() - start
    size = sum(len(markup) for markup in markups.values()) / len(rows) / 1000
    print(f"read                       {len(rows)} pages of {size:.0f} kB on average")
    print(
        f"pages a second of CPU      {len(rows) / seconds:.0f} ({1000 * seconds / len(rows):.2f} ms a page)"
    )
    print_scores(arguments.data, rows, readings, arguments.worst)
    print_steps(rows, readings)


if __name__ == "__main__":
    main()
