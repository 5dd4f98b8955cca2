#!/usr/bin/env python3
"""Make a git repository of real histories, import it, and count what came of it against the index.

usage: bench/open_terms.py [--data DIR] [--services N]

DIR holds histories/ with its index.jsonl. Rows that their own rules made (`upgrade`) are committed as such, and so left
out by the import. Servers are throw-away ones.
"""

import argparse
import collections
import json
import pathlib
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.throw_away import throw_away_site  # noqa: E402  (the checkout is not installed)

MESSAGES = {
    "first": "First record of",
    "change": "Record new changes of",
    "upgrade": "Apply technical or declaration upgrade on",
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--services", type=int, default=0, help="only the first so many")
    arguments = parser.parse_args()
    histories = arguments.data / "histories"
    rows = [json.loads(line) for line in (histories / "index.jsonl").open()]
    chosen = sorted({row["service"] for row in rows})[: arguments.services or None]
    rows = [row for row in rows if row["service"] in chosen]
    with throw_away_site(), tempfile.TemporaryDirectory(prefix="bench-open-terms-") as folder:
        import django

        django.setup()
        from django.core.management import call_command

        from monitoring.open_terms.git import write_history

        repository = pathlib.Path(folder) / "histories-versions"
        written = write_history(repository, entries(rows, histories), author="Bench <bench@example.org>")
        print(f"commits written                 {written}")
        call_command("migrate", verbosity=0)
        first, seconds = imported(repository)
        again, _ = imported(repository)
        print(
            f"texts a second                  {sum(first['looks'].values()) / seconds:.1f} ({seconds:.0f} s)"
        )
        print(
            f"peak memory                     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
        )
        compare(rows, first)
        reconcile(placed(rows, repository), first["rows"])
        differing = [
            f"{name}: {first[name]}, then {again[name]}" for name in first if first[name] != again[name]
        ]
        print(f"twice gives the same            {'; '.join(differing) or 'yes'}")


def entries(rows: list[dict], histories: pathlib.Path) -> Iterator:
    """A commit a row, in order of time."""
    from monitoring.open_terms.git import Entry

    for row in in_order(rows):
        yield Entry(
            path=f"{row['service']}/{row['doc_type']}.md",
            content=(histories / row["path"]).read_bytes(),
            message=f"{MESSAGES[row['record_kind']]} {row['service']} {row['doc_type']}",
            at=datetime.fromisoformat(row["datetime"]),
        )


def in_order(rows: list[dict]) -> list[dict]:
    """The rows as they are committed."""
    return sorted(rows, key=lambda one: (one["datetime"], one["path"]))


def imported(repository: pathlib.Path) -> tuple[dict, float]:
    """What the archive holds after an import, and how long that took."""
    from django.db.models import Count

    from monitoring.open_terms.importing import Imported, import_repository
    from platforms.models import Document, Version
    from provisions.models import Change

    told, started = Imported("bench"), time.monotonic()
    looks = import_repository(repository, declarations=None, only=set(), language="en", imported=told)
    rows = {one.path: one.change_class or one.outcome for one in looks}
    seconds = time.monotonic() - started
    held = {
        "looks": dict(told.looked),
        "skipped": len(told.skipped),
        "problems": [str(problem) for problem in told.problems],
        "documents": Document.objects.count(),
        "versions": Version.objects.count(),
        "sha256": sorted(Version.objects.values_list("sha256", flat=True)),
        "changes": dict(Change.objects.values_list("change_class").annotate(Count("pk")).order_by()),
    }
    return {**held, "rows": rows}, seconds


def compare(rows: list[dict], held: dict) -> None:
    """The index beside the archive."""
    kept = [row for row in rows if row["record_kind"] != "upgrade"]
    documents = {(row["service"], row["doc_type"]) for row in kept}
    stated = collections.Counter(row["change"]["cls"] for row in kept if row["change"])
    print(f"documents                       {held['documents']} of {len(documents)} in the index")
    print(f"texts looked at                 {sum(held['looks'].values())} of {len(kept)}: {held['looks']}")
    print(f"left out as upgrades            {held['skipped']} of {len(rows) - len(kept)}")
    print(f"could not be looked at          {len(held['problems'])} {held['problems'][:3]}")
    print(f"versions                        {held['versions']}")
    print(f"changes                         {sum(held['changes'].values())}: {held['changes']}")
    print(f"changes as the index has them   {stated.total()}: {dict(stated)}")


def placed(rows: list[dict], repository: pathlib.Path) -> list[tuple[dict, str]]:
    """The rows of the index in order of time, each with where the repository has it: commit and path.

    "" where the commit left the file as it was.
    """
    from monitoring.open_terms.git import history_of

    recorded: dict[tuple[str, str], list[str]] = collections.defaultdict(list)
    for one in history_of(repository):
        recorded[one.path, one.at.isoformat()].append(f"{one.commit}/{one.path}")
    found = []
    for row in in_order(rows):
        at = datetime.fromisoformat(row["datetime"]).isoformat()
        places = recorded[f"{row['service']}/{row['doc_type']}.md", at]
        found.append((row, places.pop(0) if places else ""))
    return found


def reconcile(rows: list[tuple[dict, str]], looks: dict) -> None:
    """Every row of the index by what the import made of it.

    Where the row before of the same document was left out or refused, the import compared with an earlier one.
    """
    table: collections.Counter[tuple[str, str, str]] = collections.Counter()
    before: dict[tuple[str, str], str] = {}
    for row, place in rows:
        stated = row["change"]["cls"] if row["change"] else "none: the first that it has"
        if row["record_kind"] == "upgrade":
            stated = "none: read anew by their rules"
        came, document = looks.get(place, "not looked at"), (row["service"], row["doc_type"])
        apart = "the row before was not taken" if before.get(document) in ("not looked at", "refused") else ""
        table[stated, came, apart] += 1
        before[document] = came
    print("what the index says             what the import made of it")
    for (stated, came, apart), number in sorted(table.items(), key=lambda one: (one[0][0], -one[1])):
        print(f"  {stated:<31}{came:<16}{number:>6}  {apart}")


if __name__ == "__main__":
    main()
