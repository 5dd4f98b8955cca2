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
        differing = [
            f"{name}: {first[name]}, then {again[name]}" for name in first if first[name] != again[name]
        ]
        print(f"twice gives the same            {'; '.join(differing) or 'yes'}")


def entries(rows: list[dict], histories: pathlib.Path) -> Iterator:
    """A commit a row, in order of time."""
    from monitoring.open_terms.git import Entry

    for row in sorted(rows, key=lambda one: (one["datetime"], one["path"])):
        yield Entry(
            path=f"{row['service']}/{row['doc_type']}.md",
            content=(histories / row["path"]).read_bytes(),
            message=f"{MESSAGES[row['record_kind']]} {row['service']} {row['doc_type']}",
            at=datetime.fromisoformat(row["datetime"]),
        )


def imported(repository: pathlib.Path) -> tuple[dict, float]:
    """What the archive holds after an import, and how long that took."""
    from django.db.models import Count

    from monitoring.open_terms.importing import Imported, import_repository
    from platforms.models import Document, Version
    from provisions.models import Change

    told, started = Imported("bench"), time.monotonic()
    for _ in import_repository(repository, declarations=None, only=set(), language="en", imported=told):
        pass
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
    return held, seconds


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


if __name__ == "__main__":
    main()
