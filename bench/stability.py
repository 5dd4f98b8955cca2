#!/usr/bin/env python3
"""Replay histories twice and compare: the same provisions and slugs? How many survive an average substantive change?

usage: bench/stability.py [--data DIR] [--platform SLUG ...]

DIR holds histories/ (texts with an index.jsonl). Each of the two runs has a database of its own, on throw-away servers.
"""

import argparse
import json
import os
import pathlib
import secrets
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from conductatlas import servers  # noqa: E402  (the checkout is not installed)

USUAL = ("x", "discord", "chatgpt", "midjourney", "spotify", "tinder")
# Printed by a child, whose database the run was made in.
_READ = """
import json
from django.db.models import Count, Q
from provisions.models import Change, Provision, ProvisionEvent
rows = Provision.objects.order_by("document", "slug").values_list(
    "document__platform__slug", "document__slug", "slug", "title", "type", "introduced_at__date", "removed_at__date"
)
changes = []
for change in Change.objects.filter(change_class="substantive").order_by("found_at"):
    before = Provision.objects.filter(
        Q(removed_at=None) | Q(removed_at__gte=change.after.taken_at),
        document=change.document, introduced_at__lt=change.after.taken_at,
    ).count()
    gone = ProvisionEvent.objects.filter(version=change.after, kind="removed").count()
    changes.append([before, gone])
kinds = dict(ProvisionEvent.objects.values_list("kind").annotate(n=Count("pk")).order_by("kind"))
print(json.dumps({"rows": list(rows), "changes": changes, "kinds": kinds}, default=str))
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--platform", action="append", help=f"default: {', '.join(USUAL)}")
    arguments = parser.parse_args()
    histories, platforms = arguments.data / "histories", arguments.platform or USUAL
    first, second = (run(histories, platforms) for _ in range(2))
    differing = {json.dumps(row) for row in first["rows"]} ^ {json.dumps(row) for row in second["rows"]}
    print(f"provisions in two runs                     {len(first['rows']):,} and {len(second['rows']):,}")
    print(f"differing in slug, title, type or dates    {len(differing)}")
    kept = [1 - gone / before for before, gone in first["changes"] if before]
    print(f"substantive changes                        {len(kept)}")
    if kept:
        print(
            f"provisions that survive one                {statistics.mean(kept):.1%} on average,"
            f" median {statistics.median(kept):.1%}, worst {min(kept):.1%}"
        )
    print(f"events                                     {first['kinds']}")


def run(histories: pathlib.Path, platforms: list[str] | tuple[str, ...]) -> dict:
    """What stands after a replay in an empty database."""
    throw_away = servers.start_throw_away()
    try:
        with tempfile.TemporaryDirectory(prefix="bench-stability-") as folder:
            (pathlib.Path(folder) / "static").mkdir()
            os.environ |= {
                "DATA_DIR": folder,
                "DEVELOPMENT": "False",
                "SECRET_KEY": secrets.token_urlsafe(64),
            }
            manage("migrate", "--verbosity", "0")
            chosen = [part for platform in platforms for part in ("--platform", platform)]
            manage("replay", histories, "--report", pathlib.Path(folder) / "report.jsonl", *chosen)
            return json.loads(manage("shell", "--verbosity", "0", "--command", _READ).splitlines()[-1])
    finally:
        servers.discard(throw_away)


def manage(*call: str | pathlib.Path) -> str:
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", *call], check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
