"""The archive: exact bytes kept once, and rows that the database itself refuses to rewrite."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import DatabaseError, connection, transaction

from platforms.archive import (
    ReadText,
    ReceivedPage,
    bodies_of,
    body_of,
    latest_version,
    record_version,
    sha256_of,
    snapshot_of,
    snapshot_storage,
)
from platforms.models import Snapshot, Version
from tests.policy_pages import NOON, make_document

BODY = b"<p>Exactly these bytes \xff\x00, whatever they are.</p>"


@pytest.fixture
def snapshot(db: None) -> Snapshot:
    return keep(BODY)


def keep(*bodies: bytes) -> Snapshot:
    document = make_document(f"doc-{Snapshot.objects.count()}")
    pages = [
        ReceivedPage(body, "https://a.example/", "https://a.example/x", 200, "text/html") for body in bodies
    ]
    snapshot = snapshot_of(document, pages, taken_at=NOON, method="http")
    snapshot.save()
    return snapshot


def version_of(snapshot: Snapshot, number: int = 1) -> Version:
    read = ReadText("We keep your data.\n", "Privacy", "en", {"parser": 1})
    return record_version(snapshot.document, snapshot, read, number=number)


def test_a_snapshot_gives_back_the_exact_bytes(snapshot: Snapshot) -> None:
    assert bodies_of(snapshot) == [BODY]
    assert snapshot.sha256 == hashlib.sha256(BODY).hexdigest()
    assert snapshot.pages[0]["size"] == len(BODY)
    assert snapshot.pages[0]["final_url"] == "https://a.example/x"


class Breaks(ContentFile):
    """Half of it can be read; then whoever reads it is stopped."""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield BODY[:9]
        assert not snapshot_storage().exists("ab/cd/half"), "a reader would take it for the whole"
        raise KeyboardInterrupt


def test_a_file_that_was_begun_is_not_there_until_it_is_whole() -> None:
    storage = snapshot_storage()
    with pytest.raises(KeyboardInterrupt):
        storage.save("ab/cd/half", Breaks(BODY))
    assert not storage.exists("ab/cd/half")
    assert storage.listdir("ab/cd") == ([], [])
    storage.save("ab/cd/half", ContentFile(BODY))
    with storage.open("ab/cd/half") as whole:
        assert whole.read() == BODY
    storage.delete("ab/cd/half")


def test_several_pages_are_one_snapshot_with_a_hash_over_their_hashes(db: None) -> None:
    snapshot = keep(b"one", b"two")
    assert bodies_of(snapshot) == [b"one", b"two"]
    assert snapshot.sha256 == sha256_of([b"one", b"two"]) != sha256_of([b"two", b"one"])


def test_identical_bytes_are_stored_once_and_compressed(db: None) -> None:
    body = b"the same words again and again. " * 500
    first = keep(body)
    stored = Path(storage().path(name_of(first)))
    written = stored.stat()
    second = keep(body)
    assert name_of(first) == name_of(second)
    assert (stored.stat().st_mtime_ns, stored.stat().st_ino) == (written.st_mtime_ns, written.st_ino)
    assert written.st_size < len(body) / 10


def test_bytes_that_are_not_there_are_an_error(db: None) -> None:
    with pytest.raises(FileNotFoundError):
        body_of("0" * 64)


def test_a_version_names_its_text_by_hash_and_counts_its_words(snapshot: Snapshot) -> None:
    version = version_of(snapshot)
    assert version.sha256 == hashlib.sha256(b"We keep your data.\n").hexdigest()
    assert (version.words, version.taken_at) == (4, NOON)
    assert latest_version(snapshot.document) == version


def test_a_document_has_each_version_number_once(snapshot: Snapshot) -> None:
    version_of(snapshot)
    with pytest.raises(DatabaseError), transaction.atomic():
        version_of(snapshot)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE platforms_snapshot SET sha256 = 'forged'",
        "DELETE FROM platforms_snapshot",
        "UPDATE platforms_version SET text = 'forged'",
        "UPDATE platforms_version SET taken_at = now()",
        "DELETE FROM platforms_version",
    ],
)
def test_the_database_refuses_to_rewrite_the_archive(snapshot: Snapshot, statement: str) -> None:
    version_of(snapshot)
    with (
        pytest.raises(DatabaseError, match="write-once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Version.objects.get().text == "We keep your data.\n"


def test_djangos_own_saving_and_deleting_is_refused_too(snapshot: Snapshot) -> None:
    version = version_of(snapshot)
    version.text = "forged"
    with pytest.raises(DatabaseError, match="write-once"), transaction.atomic():
        version.save()
    with pytest.raises(DatabaseError, match="write-once"), transaction.atomic():
        version.delete()


def name_of(snapshot: Snapshot) -> str:
    sha256 = snapshot.pages[0]["sha256"]
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}.zst"


def storage() -> FileSystemStorage:
    kept = snapshot_storage()
    assert isinstance(kept, FileSystemStorage)
    return kept
