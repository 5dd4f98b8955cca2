#!/usr/bin/env python3
"""Follows ConductAtlas's log, with nothing but Python's standard library and verify.py beside it. Apache-2.0.

    python3 check_log.py https://SITE            is its head signed, and does it hold all that it held last time, as it was?
    python3 check_log.py --every https://SITE    the same, and every entry read: do they give the tree that was signed?

Run it now and then from the same folder: it remembers there what it saw. A log that was cut short, or that shows you another
history than before, is found out. It ends with 0 where all holds, with 1 where something does not, and says what.
"""

import hashlib
import json
import os
import sys
import urllib.request

from verify import Wrong, climb, demand, head_of, joined

STATE = "conductatlas-log.json"


def extends(first, first_root, second, second_root, path):
    if first == second:
        return first_root == second_root
    path = ([first_root] if not first & (first - 1) else []) + path
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    return bool(path) and climb(place, last, path[1:], path[0], path[0]) == (first_root, second_root)


def follow(get, known, every):
    """What was found, and what to remember; `get` answers for an address below /api/v1/log/."""
    keys, heads = get("keys/")["results"], get("heads/?limit=1")["results"]
    demand(heads, "no head of the log is signed yet")
    note = heads[0]["note"]
    size, root, at, key = head_of(note, keys)
    said = [f"head of {at}: {size} entries, root {root.hex()}, key {key}"]
    if known:
        old_keys = [key["public_key"] for key in known["keys"]]
        demand(
            all(any(key["public_key"] == old for key in keys) for old in old_keys),
            "FORKED: a key is no longer published",
        )
        said += [
            f"a key that is new since last time: {key['key_id']}"
            for key in keys
            if key["public_key"] not in old_keys
        ]
        before, before_root, when, _ = head_of(known["note"], known["keys"])
        demand(size >= before, f"TRUNCATED: {before} entries on {when}, now {size}")
        path = get(f"consistency/{before}/{size}/")["path"] if size > before else []
        same = extends(before, before_root, size, root, [bytes.fromhex(each) for each in path])
        demand(same, f"FORKED: this is not the log whose head of {when} had {before} entries")
        said.append(f"it holds all that it held on {when}, as it was")
    if every:
        row, count, page = [], 0, get("entries/?limit=200")
        while count < size:
            for entry in page["results"][: size - count]:
                demand(entry["index"] == count, f"entry {count} is missing")
                given = bytes.fromhex(entry["leaf_hash"])  # alone for what is not public yet
                leaf = entry["leaf"]
                row.append((0, given if leaf is None else hashlib.sha256(b"\0" + leaf.encode()).digest()))
                while len(row) > 1 and row[-1][0] == row[-2][0]:
                    (level, right), (_, left) = row.pop(), row.pop()
                    row.append((level + 1, joined(left, right)))
                count += 1
            demand(page["next"] or count == size, f"entries from {count} on are missing")
            page = get(page["next"]) if count < size else page
        total = row.pop()[1]
        while row:
            total = joined(row.pop()[1], total)
        demand(total == root, "FORKED: the entries are not those that were signed")
        said.append(f"all {count} entries read: they give the root that was signed")
    return said, {"note": note, "keys": keys}


def check(site, every):
    def get(address):
        base = f"{site.rstrip('/')}/api/v1/log/"
        with urllib.request.urlopen(address if "://" in address else base + address, timeout=60) as answer:
            return json.load(answer)

    known = None
    if os.path.exists(STATE):
        with open(STATE, encoding="utf-8") as file:
            known = json.load(file)
    said, seen = follow(get, known, every)
    with open(STATE, "w", encoding="utf-8") as file:
        json.dump(seen, file, indent=1)
    return [*said, f"remembered in {STATE}; run this again later, from the same folder"]


def main(arguments):
    every = arguments[:1] == ["--every"]
    if len(arguments) != 1 + every:
        return print(__doc__) or 2
    try:
        said = check(arguments[-1], every)
    except (Wrong, OSError, ValueError, KeyError, TypeError) as error:
        return (
            print(f"WRONG: {error}" if isinstance(error, Wrong) else f"WRONG: it cannot be read ({error!r})")
            or 1
        )
    return print("\n".join(said), "\nAll of this holds.", sep="") or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
