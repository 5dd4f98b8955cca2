"""Evidence to take along: bundles that check themselves offline, whatever is done to them, and records as PDF."""

import io
import json
import os
import random
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pypdf import PdfReader
from warcio.archiveiterator import ArchiveIterator

from billing.entitlements import grant_plan
from billing.models import Organization, User
from conductatlas.evidence.paper import Paper
from conductatlas.evidence.zipping import PlainZip
from monitoring.lettering import fonts_for
from platforms.archive import ReadText, ReceivedPage, record_version, snapshot_of
from platforms.log.heads import publish_head
from platforms.models import Version
from provisions.models import Change
from tests.builders import TERMS, TRAINING, build_change, build_document, build_platform, build_provision
from tests.people import client_of
from tests.platforms.checker import FOLDER, verify

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NEW_TERMS = TERMS.replace("photos", "films and φωτογραφίες")
# Each with one byte changed; `DAMAGED=1000` for more.
DAMAGED = int(os.environ.get("DAMAGED", "100"))


def keep(document, text: str, number: int) -> Version:
    """A version whose bytes are truly in the archive."""
    page = ReceivedPage(
        f"<html><body>{text}</body></html>".encode(),
        document.url,
        document.url,
        200,
        "text/html; charset=utf-8",
        {"etag": '"one"', "content-encoding": "br", "content-length": "9"},
    )
    at = NOON + timedelta(days=number)
    snapshot = snapshot_of(document, [page], taken_at=at, method="http", locale="en")
    snapshot.save()
    read = ReadText(text, document.type, "en", {"parser": 1})
    return record_version(document, snapshot, read, number=number)


@pytest.fixture
def change(db: None) -> Change:
    document = build_document(build_platform("Shop", slug="shop.example"))
    first = keep(document, TERMS, 1)
    build_provision(first, slug="training", title="AI training: what you post")
    return build_change(first, keep(document, NEW_TERMS, 2))


@pytest.fixture
def professional(organization: Organization, owner: User) -> Client:
    grant_plan(organization, "professional")
    return client_of(owner)


def bundle_of(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/zip"
    return b"".join(answer.streaming_content)


def run(folder: Path, program: str = str(FOLDER / "verify.py")) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", program, "bundle.zip"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_bundle_of_a_change_holds_everything_and_checks_itself_offline(
    professional: Client, change: Change, tmp_path: Path
) -> None:
    content = bundle_of(professional, f"/change/{change.pk}/bundle.zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert {"record.pdf", "change.json", "diff.txt", "capture.warc", "manifest.json", "manifest.sig"} <= set(
        names
    )
    assert {"text-before.txt", "text-after.txt", "provisions-before.json", "verify.py"} <= set(names)
    assert len([name for name in names if name.startswith("proofs/")]) == 4
    assert (tmp_path / "text-after.txt").read_text() == NEW_TERMS
    assert "φωτογραφίες" in (tmp_path / "diff.txt").read_text()
    assert json.loads((tmp_path / "provisions-before.json").read_text())[0]["quote"] == TRAINING
    (tmp_path / "bundle.zip").write_bytes(content)
    answer = run(tmp_path, "verify.py")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert answer.stdout.count("entry ") == 4
    with (tmp_path / "capture.warc").open("rb") as file:
        records = [
            (each.rec_type, each.http_headers, each.content_stream().read()) for each in ArchiveIterator(file)
        ]
    responses = [(headers, body) for kind, headers, body in records if kind == "response"]
    assert [body for _, body in responses] == [
        (tmp_path / f"original/{number}/page-1.html").read_bytes() for number in (1, 2)
    ]
    assert responses[0][0].get_header("content-encoding") is None
    assert responses[0][0].get_header("Content-Length") == str(len(responses[0][1]))


def test_the_same_bundle_is_always_the_same_bytes(professional: Client, change: Change) -> None:
    address = f"{change.before.get_absolute_url()}bundle.zip"
    first = bundle_of(professional, address)
    publish_head(NOON + timedelta(days=9))
    assert bundle_of(professional, address) == first


def test_every_byte_of_a_bundle_counts(professional: Client, change: Change, tmp_path: Path) -> None:
    content = bundle_of(professional, f"{change.before.get_absolute_url()}bundle.zip")
    path, dice = tmp_path / "bundle.zip", random.Random(7)
    path.write_bytes(content)
    assert verify.check_files(verify.members_of(path))
    members = {info.filename: info for info in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    for _ in range(DAMAGED):
        at = dice.randrange(len(content))
        damaged = bytearray(content)
        damaged[at] ^= dice.randrange(1, 256)
        path.write_bytes(damaged)
        assert verify.main([str(path)]) == 1, f"byte {at} was not missed"
        inside = [
            name
            for name, info in members.items()
            if 0 <= at - info.header_offset < 30 + len(name) + info.file_size
        ]
        if inside and at - members[inside[0]].header_offset >= 30 + len(inside[0]):
            with pytest.raises(verify.Wrong, match=f"^{inside[0]}:"):
                verify.check_files(verify.members_of(path))
    for cut in (0, 1, 100, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:cut])
        assert verify.main([str(path)]) == 1
    path.write_bytes(content + b"\0")
    assert verify.main([str(path)]) == 1


def test_a_file_changed_with_care_is_named(professional: Client, change: Change, tmp_path: Path) -> None:
    """Written anew as a proper ZIP, once with the manifest as it was and once with the manifest changed to fit."""
    content = bundle_of(professional, f"{change.before.get_absolute_url()}bundle.zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    path = tmp_path / "bundle.zip"
    for name, old in files.items():
        path.write_bytes(zipped({**files, name: old[:-1] + bytes([old[-1] ^ 1])}))
        with pytest.raises(verify.Wrong, match=f"^({name}|manifest.sig|keys.json|manifest.json):"):
            verify.check_files(verify.members_of(path))
    path.write_bytes(zipped({**files, "text.txt": b"Other words."}))
    with pytest.raises(verify.Wrong, match=r"^text\.txt:"):
        verify.check_files(verify.members_of(path))
    manifest = files["manifest.json"].replace(
        verify.sha256(files["text.txt"]).encode(), verify.sha256(b"Other words.").encode()
    )
    path.write_bytes(zipped({**files, "text.txt": b"Other words.", "manifest.json": manifest}))
    with pytest.raises(verify.Wrong, match=r"^manifest\.sig:"):
        verify.check_files(verify.members_of(path))
    path.write_bytes(zipped({name: data for name, data in files.items() if name != "capture.warc"}))
    with pytest.raises(verify.Wrong, match="not there"):
        verify.check_files(verify.members_of(path))
    path.write_bytes(zipped({**files, "more.txt": b"Slipped in."}))
    with pytest.raises(verify.Wrong, match=r"^more\.txt:"):
        verify.check_files(verify.members_of(path))


def zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    archive = PlainZip(file)
    for name, data in files.items():
        archive.add(name, [data])
    archive.close()
    return file.getvalue()


def test_records_are_readable_pdfs(professional: Client, change: Change) -> None:
    provision = change.before.provisions.get()
    for address, words in (
        (f"{change.after.get_absolute_url()}record.pdf", change.after.sha256),
        (f"/change/{change.pk}/record.pdf", "Clause by clause"),
        (f"{provision.get_absolute_url()}record.pdf", "AI training"),
    ):
        answer = professional.get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/pdf"
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
        assert words in text
        assert professional.get(address).content == answer.content


def test_scripts_that_the_first_font_lacks_are_found_in_others_and_what_none_has_is_counted() -> None:
    chosen, lacking = fonts_for(frozenset("Terms 条款 \U0001f642"))
    assert chosen
    assert all("Kurinto" in path.name for path in chosen)
    assert "条" not in lacking
    assert fonts_for(frozenset("Όροι, Условия, §“”")) == ([], frozenset())


def test_reading_is_free_and_taking_along_is_professional(
    client: Client, change: Change, owner: User
) -> None:
    addresses = [
        f"/change/{change.pk}/bundle.zip", f"{change.after.get_absolute_url()}bundle.zip",
        f"/change/{change.pk}/record.pdf", f"{change.after.get_absolute_url()}record.pdf",
    ]  # fmt: skip
    for who in (client, client_of(owner)):
        for address in addresses:
            answer = who.get(address)
            assert answer.status_code == 402
            assert "Professional" in answer.content.decode()


def test_without_a_key_a_bundle_is_refused_in_words(professional: Client, change: Change, settings) -> None:
    settings.LOG_SIGNING_KEY_FILE = None
    answer = professional.get(f"/change/{change.pk}/bundle.zip")
    assert answer.status_code == 503
    assert "not signed yet" in answer.content.decode()


def test_what_is_removed_and_what_stands_in_its_place_can_be_told_apart_when_copied() -> None:
    words = [("same", "Version of "), ("delete", "2025-10-01"), ("insert", "2026-11-29"), ("same", ".")]
    paper = Paper("Record", "".join(text for _, text in words), datetime(2026, 3, 1, tzinfo=UTC))
    paper.difference(words)
    text = PdfReader(io.BytesIO(paper.whole())).pages[0].extract_text()
    assert "Version of 2025-10-01 2026-11-29." in text
