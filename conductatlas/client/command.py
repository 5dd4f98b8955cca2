"""The command line: `conductatlas changes --since 2026-11-01`, and so on."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, TextIO

from conductatlas.client.calling import SITE, CallFailed, Client

_KEY, _SITE = "CONDUCTATLAS_KEY", "CONDUCTATLAS_URL"
_GOOD, _FAILED, _STOPPED = 0, 1, 130
Row = dict[str, Any]
_STEP = ("state", "reviewer", "severity", "reason", "note")


def main(
    arguments: Sequence[str] | None = None,
    *,
    out: TextIO | None = None,
    errors: TextIO | None = None,
    client: Callable[[str, str], Client] = Client,
) -> int:
    """Runs one command and returns the exit status: 0, or 1 with the reason on standard error."""
    out, errors = out or sys.stdout, errors or sys.stderr
    asked = _parser().parse_args(arguments)
    try:
        with client(os.environ.get(_KEY, ""), asked.url or os.environ.get(_SITE, SITE)) as atlas:
            _print(asked, asked.run(atlas, asked), out)
    except CallFailed as error:
        errors.write(f"conductatlas: {error}\n")
        return _FAILED
    except BrokenPipeError:
        return _GOOD
    except KeyboardInterrupt:
        return _STOPPED
    return _GOOD


def _print(asked: argparse.Namespace, found: Any, out: TextIO) -> None:
    """Lists a line a row as they come; one thing as JSON, which has no shorter form that is true."""
    if found is None:
        return
    if isinstance(found, dict):
        out.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    for row in islice(found, asked.limit):
        out.write((json.dumps(row, ensure_ascii=False) if asked.json else asked.line(row)) + "\n")
        out.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="conductatlas",
        description="What platforms publish about themselves, and what changed in it.",
        epilog=f"The key is read from {_KEY}; {_SITE} or --url names another site. Keys are made at /app/api-keys/.",
    )
    parser.add_argument("--url", help=f"the site; {SITE} unless said")
    commands = parser.add_subparsers(required=True, metavar="command")

    platforms = _list(commands, "platforms", "platforms, by slug", _platforms, _platform_line)
    platforms.add_argument("--sector")
    platforms.add_argument("--words", help="only those whose name holds these words")

    changes = _list(commands, "changes", "changes, newest first", _changes, _change_line)
    changes.add_argument("--since", help="a day or a moment, as 2026-11-01")
    changes.add_argument("--until", help="a day or a moment")
    for name in ("platform", "sector", "type", "least"):
        changes.add_argument(f"--{name}")
    changes.add_argument("--cosmetic", action="store_true", help="quiet ones too")

    provisions = _list(commands, "provisions", "provisions with these words", _provisions, _provision_line)
    provisions.add_argument("words", nargs="?", default="")
    for name in ("platform", "sector", "type", "least", "direction"):
        provisions.add_argument(f"--{name}")

    one = _one(commands, "provision", "one provision with its history", _provision)
    one.add_argument("place", help="<platform>/<document>/<provision>")
    _one(commands, "platform", "a platform with its quick facts", _platform).add_argument("platform")
    _one(commands, "change", "a change, clause by clause", _change).add_argument("id", type=int)
    compare = _one(commands, "compare", "platforms side by side on a clause type", _compare)
    compare.add_argument("type")
    compare.add_argument("platforms", nargs="+", metavar="platform")

    _list(commands, "watches", "what your organization watches", _watches, _watch_line)
    _one(commands, "watch", "watch a platform", _watch).add_argument("platform")
    _one(commands, "unwatch", "stop watching it", _unwatch).add_argument("platform")
    alerts = _list(commands, "alerts", "what your organization was told of", _alerts, _alert_line)
    alerts.add_argument("--since")
    alerts.add_argument("--platform")

    reviews = _list(commands, "reviews", "the changes your team is asked about", _reviews, _review_line)
    for name in ("state", "severity", "platform", "tier", "reviewer", "since"):
        reviews.add_argument(f"--{name}")
    review = _one(commands, "review", "take a step in the review of a change", _review)
    review.add_argument("id", type=int)
    for name in _STEP:
        review.add_argument(f"--{name}")
    vendors = _list(commands, "vendors", "your vendor register", _vendors, _vendor_line)
    for name in ("tier", "owner"):
        vendors.add_argument(f"--{name}")
    return parser


def _list(
    commands: Any, name: str, about: str, run: Callable[..., Any], line: Callable[[Row], str]
) -> argparse.ArgumentParser:
    command = _one(commands, name, about, run)
    command.add_argument("--json", action="store_true", help="a JSON object a line")
    command.add_argument("--limit", type=int, help="so many at most")
    command.set_defaults(line=line)
    return command


def _one(commands: Any, name: str, about: str, run: Callable[..., Any]) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about.capitalize())
    command.set_defaults(run=run)
    return command


def _platforms(atlas: Client, asked: argparse.Namespace) -> Iterable[Row]:
    return atlas.each("platforms/", sector=asked.sector, q=asked.words)


def _platform(atlas: Client, asked: argparse.Namespace) -> Row:
    found: Row = atlas.get(f"platforms/{asked.platform}/")
    return found


def _changes(atlas: Client, asked: argparse.Namespace) -> Iterable[Row]:
    named = {name: getattr(asked, name) for name in ("since", "until", "platform", "sector", "type", "least")}
    return atlas.each("changes/", **named, cosmetic="1" if asked.cosmetic else None)


def _change(atlas: Client, asked: argparse.Namespace) -> Row:
    found: Row = atlas.get(f"changes/{asked.id}/")
    return found


def _provisions(atlas: Client, asked: argparse.Namespace) -> Iterable[Row]:
    named = {name: getattr(asked, name) for name in ("platform", "sector", "type", "least", "direction")}
    return atlas.each("provisions/", q=asked.words, **named)


def _provision(atlas: Client, asked: argparse.Namespace) -> Row:
    parts = asked.place.strip("/").split("/")
    if len(parts) != 3:
        raise CallFailed("Name it as <platform>/<document>/<provision>, by their slugs.")
    platform, document, provision = parts
    found: Row = atlas.get(f"platforms/{platform}/{document}/provisions/{provision}/")
    return found


def _compare(atlas: Client, asked: argparse.Namespace) -> Row:
    found: Row = atlas.get(f"compare/{asked.type}/", p=",".join(asked.platforms))
    return found


def _watches(atlas: Client, asked: argparse.Namespace) -> Iterable[Row]:
    rows: Iterable[Row] = atlas.get("watches/")["results"]
    return rows


def _watch(atlas: Client, asked: argparse.Namespace) -> Row:
    found: Row = atlas.call("PUT", f"watches/{asked.platform}/")
    return found


def _unwatch(atlas: Client, asked: argparse.Namespace) -> None:
    atlas.call("DELETE", f"watches/{asked.platform}/")


def _alerts(atlas: Client, asked: argparse.Namespace) -> Iterable[Row]:
    return atlas.each("alerts/", since=asked.since, platform=asked.platform)


def _reviews(atlas: Client, asked: argparse.Namespace) -> Iterable[Row]:
    names = ("state", "severity", "platform", "tier", "reviewer", "since")
    return atlas.each("reviews/", **{name: getattr(asked, name) for name in names})


def _review(atlas: Client, asked: argparse.Namespace) -> Row:
    step = {name: getattr(asked, name) for name in _STEP if getattr(asked, name) is not None}
    found: Row = atlas.call("PATCH", f"reviews/{asked.id}/", sends=step)
    return found


def _vendors(atlas: Client, asked: argparse.Namespace) -> Iterable[Row]:
    return atlas.each("vendors/", tier=asked.tier, owner=asked.owner)


def _platform_line(row: Row) -> str:
    return f"{row['slug']:30} {row['sector']}, {row['documents_watched']} documents"


def _change_line(row: Row) -> str:
    where = f"{row['platform']['name']}, {row['document']['type']}"
    return f"{row['found_at'][:10]}  {row['severity']['label']:8}  {where}: {row['summary']}"


def _provision_line(row: Row) -> str:
    place = f"{row['platform']['slug']}/{row['document']['slug']}/{row['slug']}"
    return f"{row['severity']['label']:8}  {row['platform']['name']}: {row['title']}\n          {place}"


def _watch_line(row: Row) -> str:
    platform = row.get("platform") or {}
    asleep = "" if row["awake"] else "  (asleep: the plan has no room for it)"
    return f"{platform.get('slug', '')}{asleep}"


def _alert_line(row: Row) -> str:
    return f"{row['created_at'][:10]}  {_change_line(row['change'])}"


def _review_line(row: Row) -> str:
    return f"{row['id']:>7}  {row['state']['label']:16}  {_change_line(row['change'])}"


def _vendor_line(row: Row) -> str:
    renews = f", renews {row['renews_on']}" if row["renews_on"] else ""
    return f"{row['platform']['slug']:30} {row['tier']['label']}, {row['owner'] or 'no owner'}{renews}"
