#!/usr/bin/env python3
"""Checks ConductAtlas's evidence offline, with nothing but Python's standard library (3.8 or later). Apache-2.0.

    python3 verify.py bundle.zip               an evidence bundle: every byte of it
    python3 verify.py proof.json [file ...]    a proof from the log, and files whose hashes its leaf holds

It ends with 0 where all holds; else with 1, and says what is wrong. Get this file from the site, not out of the
bundle you mean to check, and compare the fingerprint of the key that it prints with that on the page /log/.
"""

import base64
import hashlib
import json
import re
import struct
import sys
import zlib
from pathlib import Path

LOCAL, CENTRAL, END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
Wrong = type("Wrong", (Exception,), {})


def demand(holds, words):
    if not holds:
        raise Wrong(words)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# Ed25519 (RFC 8032): a point is X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z.
def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0])
    c, d = 2 * a[3] * b[3] * D, 2 * a[2] * b[2]
    e, f, g, h = f - e, d - c, d + c, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    rest = times(number >> 1, add(point, point)) if number else (0, 1, 1, 0)
    return add(rest, point) if number & 1 else rest


def point_of(data):
    sign, y = divmod(int.from_bytes(data, "little"), 1 << 255)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    demand(y < P and x * x % P == square and (x or not sign), "a signature or key is no point of the curve")
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P


def fits(public, message, signature):
    s = int.from_bytes(signature[32:], "little")
    demand(len(public) == 32 and len(signature) == 64 and s < L, "a key or signature has not the proper form")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    a = times(s, point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little")))
    b = add(point_of(signature[:32]), times(k, point_of(public)))
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 == (a[1] * b[2] - b[1] * a[2]) % P


# Signed notes, and the tree of RFC 9162.
def unbase64(text):
    data = base64.b64decode(text)
    demand(base64.b64encode(data).decode() == text, "a value is not proper base64")
    return data


def lines_of(note, keys):
    """The name, the lines and the key's fingerprint of a signed note."""
    found = re.fullmatch("(.*)\n\n— (\\S+) (\\S+)\n", note, re.DOTALL)
    demand(found, "a note is not signed")
    text, name, signature = found[1], found[2], unbase64(found[3])
    named = [unbase64(key["public_key"]) for key in keys if key["name"] == name]
    ids = {hashlib.sha256(name.encode() + b"\n\1" + each).digest()[:4]: each for each in named}
    demand(public := ids.get(signature[:4]), "a note is signed with a key that is not among those given")
    demand(fits(public, text.encode() + b"\n", signature[4:]), "a signature does not fit its note")
    return name, text.split("\n"), sha256(public)


def head_of(note, keys):
    """Size, root and time of a signed tree head, and the fingerprint of its key."""
    name, lines, key = lines_of(note, keys)
    demand(len(lines) == 4 and lines[0] == name, "a note is no head of the log")
    return int(lines[1]), unbase64(lines[2]), lines[3], key


def joined(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def climb(place, last, path, old, new):
    """The two roots that a proof leads to: of the old tree, and of the new one (for a leaf, the second counts)."""
    for sibling in path:
        demand(last, "a proof is too long")
        if place & 1 or place == last:
            old, new = joined(sibling, old), joined(sibling, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = joined(new, sibling)
        place, last = place >> 1, last >> 1
    demand(not last, "a proof is too short")
    return old, new


def der(data, *path):
    """What is inside of nested values in DER, the first, second, ... at each level."""
    for place in path:
        rest = data
        for _ in range(place + 1):
            wide = rest[1] & 127 if rest[1] > 127 else 0
            size = int.from_bytes(rest[2 : 2 + wide], "big") if wide else rest[1]
            data, rest = rest[2 + wide : 2 + wide + size], rest[2 + wide + size :]
    return data


def check_proof(proof, keys):
    """The leaf of a proof, and what it stands under; of a time stamp (RFC 3161), openssl checks the signature."""
    size, root, at, key = head_of(proof["note"], keys)
    leaf, index = proof["leaf"].encode(), proof["index"]
    demand(type(index) is int and 0 <= index < size, "the leaf's place is not in the tree")
    start, path = hashlib.sha256(b"\0" + leaf).digest(), [bytes.fromhex(each) for each in proof["path"]]
    top = climb(index, size - 1, path, start, start)[1]
    demand(top == root, "the proof does not lead from the leaf to the signed head")
    said = f"entry {index} of the log, in its head of {at} over {size} entries, key {key}"
    if proof.get("stamp"):
        info = der(unbase64(proof["stamp"]["token"]), 0, 1, 0, 2, 1, 0, 0)
        demand(der(info, 2, 1).hex() == sha256(proof["note"].encode()), "the time stamp is of something else")
        said += f", stamped {der(info, 4).decode()} by {proof['stamp']['authority']}"
    return json.loads(leaf), said


def hashes_in(leaf):
    return [p[of] for p in leaf.get("pages", []) for of in ("sha256", "headers_sha256")] or [leaf["sha256"]]


def verify_proof(path, *names):
    leaf, words = check_proof(proof := json.loads(Path(path).read_bytes()), proof["keys"])
    for name in names:
        demand(sha256(Path(name).read_bytes()) in hashes_in(leaf), f"{name}: it is not what the leaf names")
    return [json.dumps(leaf, indent=1), words, *(f"{name}: as the leaf names it" for name in names)]


# Bundles: a ZIP that can be written in one way only, so that every byte of it means something.
def members_of(path):
    data, at, files, directory = Path(path).read_bytes(), 0, {}, b""
    while data[at : at + 4] == b"PK\3\4":
        crc, _, size, length, _ = struct.unpack_from("<3I2H", data, at + 14)
        name, start = data[at + 30 : at + 30 + length], at + 30 + length
        shown, content = name.decode("ascii", "replace"), memoryview(data)[start : start + size]
        fixed = 20, 0x800, 0, 0, 0x21, crc, size, size, length
        same = data[at : at + 30] == LOCAL.pack(b"PK\3\4", *fixed, 0) and zlib.crc32(content) == crc
        demand(same and shown not in files, f"{shown}: its bytes, or its header in the ZIP, were changed")
        directory += CENTRAL.pack(b"PK\1\2", 20, *fixed, 0, 0, 0, 0, 0, at) + name
        files[shown], at = content, start + size
    directory += END.pack(b"PK\5\6", 0, 0, len(files), len(files), len(directory), at, 0)
    demand(data[at:] == directory, f"the ZIP's directory, or what begins at byte {at}, was changed")
    return files


def check_files(files):
    at = "manifest.json"
    try:
        manifest, keys = json.loads(bytes(files[at]))["files"], json.loads(bytes(files["keys.json"]))
        at = "manifest.sig"
        name, lines, key = lines_of(bytes(files[at]).decode(), keys)
        demand(lines == [f"{name}/bundle", sha256(files["manifest.json"])], "it signs another manifest.json")
        for at in {**manifest, **files}:
            same = at[:9] == "manifest." or (at in files and manifest.get(at) == sha256(files[at]))
            demand(same, "it is not there, or not as it was signed")
        said = [f"{len(files)} files, each as it was signed, key {key}"]
        for at in sorted(each for each in files if each.startswith("proofs/") and each.endswith(".json")):
            leaf, words = check_proof(json.loads(bytes(files[at])), keys)
            demand(set(hashes_in(leaf)) <= set(manifest.values()), "what it is about is not in the bundle")
            said.append(f"{at}: {words}")
    except (Wrong, ValueError, LookupError, TypeError) as error:
        raise Wrong(f"{at}: {error}") from None
    return said


def main(arguments):
    if not arguments:
        return print(__doc__) or 2
    try:
        one = arguments[0].endswith(".json")
        said = verify_proof(*arguments) if one else check_files(members_of(*arguments))
    except (Wrong, OSError, ValueError, LookupError, TypeError, struct.error) as error:
        return print(f"WRONG: {error}") or 1
    return print("\n".join(said), "\nAll of this holds.", sep="") or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
