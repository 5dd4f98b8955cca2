#!/usr/bin/env python3
"""The log at full size: how fast leaves are appended, what proofs cost, and what all of it takes in the database.

usage: bench/log.py [--leaves N] [--proofs N]

Snapshots of one document are put into the archive, so that the database itself owes them to the log; the sequencer then takes
them as it does in production. Proofs of random leaves and of random pairs of sizes are timed with tiles read anew each time,
and each is verified.
"""

import argparse
import pathlib
import random
import statistics
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.throw_away import throw_away_site  # noqa: E402  (the checkout is not installed)

_OWE = """
INSERT INTO platforms_snapshot (document_id, taken_at, sha256, method, locale, source, pages)
SELECT %s, now() + number * interval '1 second', encode(sha256(number::text::bytea), 'hex'), 'http', 'en', '',
    jsonb_build_array(jsonb_build_object(
        'request_url', 'https://example.org/terms', 'final_url', 'https://example.org/terms', 'status', 200,
        'content_type', 'text/html; charset=utf-8', 'headers', jsonb_build_object('etag', number::text),
        'sha256', encode(sha256(number::text::bytea), 'hex'), 'size', 48211))
FROM generate_series(1, %s) AS number
"""
_SIZES = """
SELECT relname, pg_total_relation_size(oid) FROM pg_class
WHERE relname IN ('platforms_logentry', 'platforms_logtile')
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--leaves", type=int, default=1_000_000)
    parser.add_argument("--proofs", type=int, default=500)
    asked = parser.parse_args()
    with throw_away_site(LOG_SIGNING_KEY="A" * 43 + "="):
        measure(asked.leaves, asked.proofs)


def measure(leaves: int, proofs: int) -> None:
    """Prints a line for each figure."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from platforms.log.heads import publish_head
    from platforms.log.merkle import consistency_proof, extends, includes, inclusion_proof, root_of
    from platforms.log.sequencer import append_owed
    from platforms.log.tiles import from_tiles
    from platforms.models import Document, LogEntry, Platform

    call_command("migrate", verbosity=0)
    platform = Platform.objects.create(slug="bench", name="Bench", sector="Bench")
    document = Document.objects.create(
        platform=platform, slug="terms", type="Terms", urls=["https://example.org/"]
    )
    with connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(_OWE, [document.pk, leaves])
        print(f"{leaves:,} snapshots kept and owed: {leaves / (time.perf_counter() - began):,.0f} a second")
    began = time.perf_counter()
    appended = append_owed(timezone.now())
    spent = time.perf_counter() - began
    print(f"{appended:,} leaves appended in {spent:.0f} s: {appended / spent:,.0f} a second")
    began = time.perf_counter()
    head = publish_head(timezone.now())
    assert head is not None
    print(f"head over {head.size:,} leaves signed in {1000 * (time.perf_counter() - began):.0f} ms")

    dice, inclusion, consistency, longest = random.Random(1), [], [], 0
    root = bytes.fromhex(head.root)
    for _ in range(proofs):
        index, first = dice.randrange(head.size), dice.randrange(1, head.size)
        leaf = bytes(LogEntry.objects.get(index=index).leaf_hash)
        began = time.perf_counter()
        path = from_tiles(inclusion_proof, index, head.size)
        inclusion.append(time.perf_counter() - began)
        assert includes(leaf, index, head.size, path, root)
        old = from_tiles(root_of, first)
        began = time.perf_counter()
        steps = from_tiles(consistency_proof, first, head.size)
        consistency.append(time.perf_counter() - began)
        assert extends(first, old, head.size, root, steps)
        longest = max(longest, len(path), len(steps))
    for name, times in (("inclusion", inclusion), ("consistency", consistency)):
        ninety_fifth = statistics.quantiles(times, n=20)[-1]
        print(
            f"{name} proof: median {1000 * statistics.median(times):.1f} ms, 95th {1000 * ninety_fifth:.1f} ms"
        )
    print(f"longest proof: {longest} hashes, {32 * longest:,} bytes; all {2 * proofs:,} verified")
    with connection.cursor() as cursor:
        cursor.execute(_SIZES)
        for table, size in cursor.fetchall():
            print(f"{table}: {size / 1e6:,.0f} MB, {size / appended:,.0f} bytes a leaf")


if __name__ == "__main__":
    main()
