"""The log on its page, on records of evidence and by the API, and the programs that check it against a live site."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from billing.models import User
from conductatlas.api.representations import absolute
from platforms.corrections import publish_correction
from platforms.log.heads import publish_head
from platforms.log.merkle import leaf_hash
from platforms.log.sequencer import append_owed
from platforms.models import Correction, LogTile, Version
from tests.builders import build_document, build_platform, build_version
from tests.people import client_of
from tests.platforms.checker import FOLDER, check_log

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LOG = "/api/v1/log/"


@pytest.fixture
def version(db: None) -> Version:
    """The second of two versions; both are in the log and signed."""
    document = build_document()
    build_version(document)
    version = build_version(document, text="# Terms\n\nNew words.\n")
    publish_head(NOON)
    return version


def get(client: Client, address: str) -> dict:
    response = client.get(f"{LOG}{address}")
    assert response.status_code == 200, response.content
    return response.json()


def test_everything_a_checker_asks_for_is_there(client: Client, version: Version) -> None:
    head = get(client, "heads/4/")
    assert get(client, "heads/?limit=1")["results"] == [head]
    assert get(client, "roots/4/") == {"size": 4, "root": head["root"]}
    assert client.get("/log/checkpoint").content.decode() == head["note"]
    rows = get(client, "entries/")["results"]
    assert [row["index"] for row in rows] == [0, 1, 2, 3]
    assert leaf_hash(rows[3]["leaf"].encode()).hex() == rows[3]["leaf_hash"]
    assert get(client, f"entries/?leaf_hash={rows[2]['leaf_hash']}")["results"] == [rows[2]]
    assert get(client, "entries/3/") == rows[3]
    tile = client.get(f"{LOG}tiles/0/0")
    assert tile.content == bytes(LogTile.objects.get().hashes)
    assert len(get(client, "inclusion/3/4/")["path"]) == 2
    assert len(get(client, "consistency/3/4/")["path"]) == 3
    assert get(client, "proof/3/")["note"] == head["note"]


def test_an_entry_says_what_it_is_about_and_where_that_is_read(client: Client, version: Version) -> None:
    correction = Correction(page=version.get_absolute_url(), what="A date was read wrongly.")
    publish_correction(correction, NOON)
    append_owed(NOON)
    document = version.document
    told = [(row["subject"], row["page"]) for row in get(client, "entries/")["results"][2:]]
    assert told == [
        (str(document), absolute(document.get_absolute_url())),
        (f"{document}, version 2", absolute(version.get_absolute_url())),
        (version.get_absolute_url(), absolute(version.get_absolute_url())),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "heads/9/", "roots/9/", "entries/9/", "proof/9/", "inclusion/4/4/", "inclusion/1/9/", "consistency/0/4/",
        "consistency/4/3/", "consistency/2/9/", "tiles/0/1", "entries/99999999999999999999/",
    ],
)  # fmt: skip
def test_what_the_log_does_not_have_is_not_found(client: Client, version: Version, address: str) -> None:
    assert client.get(f"{LOG}{address}").status_code == 404


def test_a_log_without_anything_says_so(client: Client, db: None) -> None:
    assert client.get("/log/checkpoint").status_code == 404
    assert get(client, "heads/")["results"] == []
    assert get(client, "entries/")["results"] == []
    assert "No head of the log has been signed yet" in client.get("/log/").content.decode()


def test_a_leaf_hash_is_hexadecimal(client: Client, db: None) -> None:
    assert client.get(f"{LOG}entries/?leaf_hash=zz").json()["parameter"] == "leaf_hash"


def test_what_is_not_listed_shows_its_hash_only(client: Client, db: None) -> None:
    version = build_version(build_document(build_platform("Hushwell", listed=False), listed=False))
    publish_head(NOON)
    rows = get(client, "entries/")["results"]
    assert [{row[name] for name in ("leaf", "proof", "subject", "page")} for row in rows] == [{None}] * 2
    assert client.get(f"{LOG}proof/1/").status_code == 404
    assert "hushwell" not in json.dumps(rows).lower()
    assert "hushwell" not in client.get("/log/").content.decode().lower()
    editor = client_of(User.objects.create_user("editor@example.org", is_staff=True))
    shown = editor.get(version.get_absolute_url()).content.decode()
    assert "Entry 1 of" in shown
    assert f"{LOG}proof" not in shown
    said, _ = check_log.follow(lambda address: get(client, address.partition(LOG)[2] or address), None, True)
    assert "all 2 entries read" in " ".join(said)


def test_the_record_of_evidence_names_entry_proof_and_three_commands(
    client: Client, version: Version
) -> None:
    shown = client.get(version.get_absolute_url()).content.decode()
    for words in ("Entry 3 of", f"{LOG}proof/3/", "python3 verify.py proof.json text.txt", "are entry 2"):
        assert words in shown
    late = build_version(version.document)
    assert "within a minute" in client.get(late.get_absolute_url()).content.decode()


def test_the_page_of_the_log_shows_head_key_and_commands(client: Client, version: Version) -> None:
    shown = client.get("/log/").content.decode()
    head = get(client, "heads/4/")
    for words in (head["root"], head["key_id"], "python3 check_log.py", "Entry 3"):
        assert words in shown
    place = version.document.get_absolute_url()
    assert f'<a href="{place}versions/2/">{version.document}, version 2</a>' in shown
    assert f'<a href="{place}">{version.document}</a>' in shown
    program = client.get("/log/verify.py")
    assert program.content == (FOLDER / "verify.py").read_bytes()
    assert program["Content-Type"].startswith("text/x-python")


@pytest.mark.django_db(transaction=True)
def test_a_reader_follows_the_log_of_a_live_site(live_server, tmp_path: Path) -> None:
    document = build_document()
    build_version(document)
    publish_head(NOON)
    for name in ("verify.py", "check_log.py"):
        (tmp_path / name).write_bytes(Client().get(f"/log/{name}").content)

    def follow(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "check_log.py", *arguments, live_server.url]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    first = follow()
    assert first.returncode == 0, first.stdout + first.stderr
    build_version(document, text="# Terms\n\nOther words.\n")
    publish_head(NOON)
    again = follow("--every")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "as it was" in again.stdout
    assert "all 4 entries read" in again.stdout
    answer = Client().get(f"{LOG}proof/3/")
    (tmp_path / "proof.json").write_bytes(answer.content)
    checked = subprocess.run(
        [sys.executable, "verify.py", "proof.json"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "All of this holds." in checked.stdout
