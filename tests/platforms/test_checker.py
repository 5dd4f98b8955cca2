"""What readers run to check us: it believes what is true, and finds out a forked, shortened or forged log."""

import ast
import base64
import copy
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from platforms.log.heads import publish_head
from platforms.log.merkle import leaf_hash
from platforms.log.notes import key_id, public_bytes, sign_note
from platforms.log.proofs import NotProvable, proof_of, published_keys
from platforms.log.sequencer import append_owed
from tests.builders import build_document, build_version
from tests.platforms.checker import FOLDER, check_log, verify
from tests.platforms.test_merkle import mth, proof

NAME = "log.example/log"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Served:
    """A log as a site would serve it: `leaves` are what it shows, `size` how many of them its head covers."""

    def __init__(self, leaves: list[bytes], key: Ed25519PrivateKey = KEY) -> None:
        self.leaves, self.key = leaves, key
        public = base64.b64encode(public_bytes(key)).decode()
        self.keys = [{"key_id": key_id(NAME, public_bytes(key)).hex(), "name": NAME, "public_key": public}]

    def note(self) -> str:
        root = base64.b64encode(mth(self.leaves)).decode()
        return sign_note(f"{NAME}\n{len(self.leaves)}\n{root}\n2026-03-02T12:00:00Z\n", NAME, self.key)

    def __call__(self, address: str) -> dict[str, Any]:
        parts = urlsplit(address)
        asked = dict(parse_qsl(parts.query))
        if parts.path == "keys/":
            return {"results": self.keys}
        if parts.path == "heads/":
            return {"results": [{"note": self.note()}]}
        if parts.path.startswith("consistency/"):
            first, second = map(int, parts.path.strip("/").split("/")[1:])
            return {"path": [step.hex() for step in proof(first, self.leaves[:second])]}
        start = int(asked.get("start", "0"))
        rows = [
            {"index": at, "leaf": leaf.decode(), "leaf_hash": leaf_hash(leaf).hex()}
            for at, leaf in enumerate(self.leaves)
        ][start : start + 7]
        more = start + 7 < len(self.leaves)
        return {"results": rows, "next": f"entries/?start={start + 7}" if more else None}


def leaves(count: int, word: str = "leaf") -> list[bytes]:
    return [f"{word} {number}".encode() for number in range(count)]


def seen(count: int = 20) -> dict[str, Any]:
    return check_log.follow(Served(leaves(count)), None, False)[1]


@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("count", [20, 21, 32, 61])
def test_a_log_that_only_grew_is_believed(count: int, every: bool) -> None:
    said, state = check_log.follow(Served(leaves(count)), seen(), every)
    assert "as it was" in " ".join(said)
    assert check_log.follow(Served(leaves(count)), json.loads(json.dumps(state)), every)


def test_a_shortened_log_is_found_out() -> None:
    with pytest.raises(verify.Wrong, match="TRUNCATED: 20 entries"):
        check_log.follow(Served(leaves(19)), seen(), False)


@pytest.mark.parametrize("count", [20, 33])
def test_a_forked_log_is_found_out(count: int) -> None:
    other = [*leaves(count)[:7], b"another leaf", *leaves(count)[8:]]
    with pytest.raises(verify.Wrong, match="FORKED"):
        check_log.follow(Served(other), seen(), False)


def test_a_forked_log_that_proves_with_the_hashes_of_the_old_one_is_found_out() -> None:
    class Lying(Served):
        def __call__(self, address: str) -> dict[str, Any]:
            honest = Served(leaves(33))
            return honest(address) if address.startswith("consistency") else super().__call__(address)

    with pytest.raises(verify.Wrong, match="FORKED"):
        check_log.follow(Lying([*leaves(32), b"x"][::-1]), seen(), False)


def test_entries_that_are_not_those_that_were_signed_are_found_out() -> None:
    class Rewritten(Served):
        def __call__(self, address: str) -> dict[str, Any]:
            answer = copy.deepcopy(super().__call__(address))
            for row in answer.get("results", []):
                if row.get("index") == 11:
                    row["leaf"] = "rewritten"
            return answer

    assert check_log.follow(Rewritten(leaves(20)), None, False)
    with pytest.raises(verify.Wrong, match="FORKED: the entries"):
        check_log.follow(Rewritten(leaves(20)), None, True)


def test_a_head_that_another_key_signed_is_refused() -> None:
    forged = Served(leaves(25))
    forged.key = Ed25519PrivateKey.generate()
    with pytest.raises(verify.Wrong, match="not among those given"):
        check_log.follow(forged, seen(), False)


def test_a_new_key_beside_the_old_one_is_believed_and_said_and_a_lost_one_is_found_out() -> None:
    served = Served(leaves(25), Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
    with pytest.raises(verify.Wrong, match="no longer published"):
        check_log.follow(served, seen(), False)
    served.keys = [*Served([]).keys, *served.keys]
    assert "a key that is new since last time" in " ".join(check_log.follow(served, seen(), False)[0])


@settings(deadline=None, max_examples=20)  # about 30 ms each, in plain Python
@given(st.binary(max_size=200), st.binary(min_size=32, max_size=32), st.integers(0, 511))
def test_the_short_ed25519_agrees_with_the_library(message: bytes, seed: bytes, bit: int) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    signature = key.sign(message)
    assert verify.fits(public_bytes(key), message, signature)
    changed = bytearray(signature)
    changed[bit // 8] ^= 1 << bit % 8
    assert not believes(lambda: verify.fits(public_bytes(key), message, bytes(changed)))
    assert not believes(lambda: verify.fits(public_bytes(key), message + b"!", signature))


def believes(asked: Callable[[], bool]) -> bool:
    try:
        return asked()
    except verify.Wrong:
        return False


@pytest.fixture
def handed(db: None, tmp_path: Path) -> Path:
    """A folder with a proof of a version and its text, as a reader saves them."""
    version = build_version(build_document())
    append_owed(NOON)
    with pytest.raises(NotProvable, match="on the hour"):
        proof_of(version.log_entry)
    publish_head(NOON)
    keys = [{**key, "first_used_at": "2026"} for key in published_keys()]
    whole = {**proof_of(version.log_entry), "keys": keys}
    (tmp_path / "proof.json").write_text(json.dumps(whole))
    (tmp_path / "text.txt").write_bytes(version.text.encode())
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(FOLDER / "verify.py"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_reader_checks_a_text_offline_with_one_command(handed: Path) -> None:
    answer = run(handed, "proof.json", "text.txt")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "All of this holds." in answer.stdout
    assert "text.txt: as the leaf names it" in answer.stdout


def test_another_text_or_another_proof_is_refused(handed: Path) -> None:
    (handed / "text.txt").write_bytes(b"Something else.")
    assert "WRONG: text.txt" in run(handed, "proof.json", "text.txt").stdout
    whole = json.loads((handed / "proof.json").read_text())
    for name, value in {
        "leaf": whole["leaf"].replace("version", "Version"),
        "index": 0,
        "path": whole["path"][::-1] + whole["path"],
        "note": whole["note"].replace("\n2\n", "\n3\n"),
        "keys": [],
    }.items():
        (handed / "proof.json").write_text(json.dumps({**whole, name: value}))
        answer = run(handed, "proof.json")
        assert answer.returncode == 1, name
        assert answer.stdout.startswith("WRONG: ")
        assert not answer.stderr


@pytest.mark.parametrize("program", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_the_oldest_python_it_names_can_read_it(program: Path) -> None:
    ast.parse(program.read_text(), feature_version=(3, 8))


def test_it_is_short_enough_to_be_read() -> None:
    assert len((FOLDER / "verify.py").read_text().splitlines()) < 200
