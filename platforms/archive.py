"""Putting things into the archive: bytes once by content, snapshots and versions write-once."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import IO

import zstandard
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from platforms.inserting import insert_rows
from platforms.models import Document, Snapshot, Version

_WORD = re.compile(r"\w+")
_LEVEL = 3  # a thirteenth larger than at 6, in less than half the time
_LETTERS = bytes(120 if chr(code).isalnum() or code == 95 else 32 for code in range(128)) + bytes(128)
_FEW_LETTERS = 64
_ASCII = bytes(range(128))


@dataclass(frozen=True, slots=True)
class ReceivedPage:
    """One page as it came: the body as the server meant it (after content decoding) and how it was got."""

    body: bytes
    request_url: str
    final_url: str
    status: int
    content_type: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text ready to be kept as a version, with what reading it found out."""

    text: str
    title: str
    language: str
    recipe: dict[str, object]
    updated_on: date | None = None
    effective_on: date | None = None


def sha256_of(pages: Sequence[bytes]) -> str:
    """The SHA-256 of one body, or of the concatenated hexadecimal hashes of several."""
    hashes = [hashlib.sha256(body).hexdigest() for body in pages]
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()


def snapshot_of(
    document: Document,
    pages: Sequence[ReceivedPage],
    *,
    taken_at: datetime,
    method: str,
    locale: str = "",
    source: str = "",
) -> Snapshot:
    """Keep the bytes, once by content; gives the record of receiving them, which is not saved yet."""
    return Snapshot(
        document=document,
        taken_at=taken_at,
        sha256=sha256_of([page.body for page in pages]),
        method=method,
        locale=locale,
        source=source,
        pages=[
            {
                "request_url": page.request_url,
                "final_url": page.final_url,
                "status": page.status,
                "headers": page.headers,
                "content_type": page.content_type,
                "sha256": _keep(page.body),
                "size": len(page.body),
            }
            for page in pages
        ],
    )


def bodies_of(snapshot: Snapshot) -> list[bytes]:
    """The exact bytes of each page of a snapshot."""
    return [body_of(page["sha256"]) for page in snapshot.pages]


def body_of(sha256: str) -> bytes:
    """The stored bytes with this hash. Raises FileNotFoundError."""
    with snapshot_storage().open(_name(sha256)) as stored:
        return zstandard.ZstdDecompressor().decompress(stored.read())


@contextmanager
def open_body(sha256: str) -> Iterator[IO[bytes]]:
    """The stored bytes as a file to read piece by piece. Raises FileNotFoundError."""
    with (
        snapshot_storage().open(_name(sha256)) as stored,
        zstandard.ZstdDecompressor().stream_reader(stored, closefd=False) as body,
    ):
        yield body


def version_of(document: Document, snapshot: Snapshot, read: ReadText, *, number: int) -> Version:
    """A text as the document's version `number`, to be saved."""
    return Version(
        document=document,
        snapshot=snapshot,
        number=number,
        taken_at=snapshot.taken_at,
        title=read.title[:300],
        text=read.text,
        sha256=text_sha256(read.text),
        words=count_words(read.text),
        language=read.language[:12],
        recipe=read.recipe,
        updated_on=read.updated_on,
        effective_on=read.effective_on,
    )


def record_version(document: Document, snapshot: Snapshot, read: ReadText, *, number: int) -> Version:
    """Keep a text as the document's version `number`; the numbers are held unique by the database."""
    version = version_of(document, snapshot, read, number=number)
    version.save(force_insert=True)
    return version


def record_all(snapshots: Sequence[Snapshot], versions: Sequence[Version]) -> None:
    """Save many snapshots, and versions read from some of them, in as many statements as for one."""
    insert_rows(snapshots)
    insert_rows(versions)


def count_words(text: str) -> int:
    r"""How many words a text holds: the matches of `\w+`, several times faster than by looking for them."""
    if not text.isascii():
        foreign = set(text.encode().translate(None, _ASCII).decode())
        if len(foreign) > _FEW_LETTERS:
            return len(_WORD.findall(text))
        for letter in foreign:
            text = text.replace(letter, "a" if _WORD.match(letter) else " ")
    spelt = text.encode("ascii").translate(_LETTERS)
    return spelt.count(b" x") + spelt.startswith(b"x")


def latest_version(document: Document) -> Version | None:
    """The version that stands, or None before the first successful look."""
    return document.versions.order_by("-number").first()


def text_sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=1)
def snapshot_storage() -> Storage:
    """The storage that holds the bytes: a local folder, or S3 where a bucket is set."""
    return storages["snapshots"]


def _keep(body: bytes) -> str:
    sha256 = hashlib.sha256(body).hexdigest()
    storage, name = snapshot_storage(), _name(sha256)
    if not storage.exists(name):
        storage.save(name, ContentFile(zstandard.ZstdCompressor(level=_LEVEL).compress(body)))
    return sha256


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}.zst"
