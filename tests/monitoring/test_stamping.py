"""Time stamps of the log's heads: from a real authority on loopback that answers well, wrongly, slowly or not at all."""

import datetime as dt
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from django.db import DatabaseError, transaction
from django.test import Client

from monitoring.fetching.answers import Limits
from monitoring.stamping import stamp_heads
from platforms.log.heads import publish_head
from platforms.log.proofs import proof_of, published_keys
from platforms.models import LogEntry, LogHead, LogStamp
from tests.builders import build_document, build_version
from tests.monitoring.origin import Origin, Reply, saying, serving
from tests.platforms.checker import verify

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is the authority"),
]
_CONFIG = """
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
signer_digest = sha256
"""


class Authority:
    """One that openssl plays: its root, its certificate, and a reply to a query."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder, self.roots = folder, folder / "root.pem"
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(_CONFIG.format(folder=folder))
        key = rsa.generate_private_key(65537, 2048)
        root_name, name = _named("Test root"), _named("Test stamps")
        own = rsa.generate_private_key(65537, 2048)
        root = _certificate(root_name, key.public_key(), root_name, ca=True).sign(key, hashes.SHA256())
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        leaf = _certificate(name, own.public_key(), root_name, ca=False).add_extension(usage, critical=True)
        self.roots.write_bytes(root.public_bytes(serialization.Encoding.PEM))
        signed = leaf.sign(key, hashes.SHA256())
        (folder / "tsa.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
        (folder / "tsa.key").write_bytes(
            own.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )

    def reply(self, query: bytes) -> bytes:
        (self.folder / "query").write_bytes(query)
        asked = ["-queryfile", "query", "-signer", "tsa.pem", "-inkey", "tsa.key", "-config", "tsa.cnf"]
        self._openssl("ts", "-reply", *asked, "-section", "ours", "-out", "reply")
        return (self.folder / "reply").read_bytes()

    def holds(self, token: bytes, data: bytes) -> bool:
        """Whether openssl finds the token to be one of this authority over the data."""
        (self.folder / "token").write_bytes(token)
        (self.folder / "data").write_bytes(data)
        asked = ["-token_in", "-in", "token", "-data", "data", "-CAfile", "root.pem"]
        return b"OK" in self._openssl("ts", "-verify", *asked)

    def _openssl(self, *words: str) -> bytes:
        done = subprocess.run(["openssl", *words], cwd=self.folder, capture_output=True, check=True)
        return done.stdout + done.stderr


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _certificate(name: x509.Name, key: Any, issuer: x509.Name, *, ca: bool) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    return (
        x509.CertificateBuilder(issuer, name, key, x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("stamps") / "one")


@pytest.fixture
def served(authority: Authority, settings: Any) -> Iterator[Origin]:
    """The authority at its address, named in the settings; and a log with one signed head."""
    settings.ALLOW_PRIVATE_ADDRESSES = True
    settings.LOG_STAMP_ROOTS = authority.roots
    build_version(build_document())
    publish_head(dt.datetime.now(dt.UTC))
    with serving() as origin:
        settings.LOG_STAMP_AUTHORITY = f"{origin.base}/"
        answer_with(origin, authority.reply)
        yield origin


def answer_with(origin: Origin, reply: Callable[[bytes], bytes], status: int = 200) -> None:
    def page(headers: dict[str, str]) -> Reply:
        return status, {"content-type": "application/timestamp-reply"}, reply(origin.bodies[-1])

    origin.pages["/"] = page


def stamp(**options: Any) -> int:
    def now() -> dt.datetime:
        return dt.datetime.now(dt.UTC)

    return stamp_heads(now, until=now() + dt.timedelta(minutes=5), **options)


def test_a_head_is_stamped_once_and_everybody_can_check_it(
    served: Origin, authority: Authority, client: Client
) -> None:
    assert (stamp(), stamp()) == (1, 0)
    assert served.headers[0]["content-type"] == "application/timestamp-query"
    head = LogHead.objects.select_related("stamp").get()
    assert authority.holds(bytes(head.stamp.token), head.note.encode())
    assert abs(head.stamp.at - head.at) < dt.timedelta(minutes=1)
    told = client.get("/api/v1/log/heads/").json()["results"][0]["stamp"]
    assert told["authority"] == f"{served.base}/"
    assert client.get("/api/v1/log/proof/0/").json()["stamp"] == told
    page = client.get("/log/").content.decode()
    assert "Time stamp" in page
    assert f"{served.base}/" in page


def test_the_program_sees_what_was_stamped_and_whether_it_is_this_head(served: Origin) -> None:
    stamp()
    head = LogHead.objects.select_related("stamp").get()
    proof = proof_of(LogEntry.objects.get(index=0), head)
    _, said = verify.check_proof(proof, published_keys())
    assert f"stamped {head.stamp.at:%Y%m%d%H%M%S}Z by {served.base}/" in said
    build_version(build_document(slug="another"))
    other = publish_head(dt.datetime.now(dt.UTC))
    wrong = {**proof_of(LogEntry.objects.get(index=0), other), "stamp": proof["stamp"]}
    with pytest.raises(verify.Wrong, match="time stamp is of something else"):
        verify.check_proof(wrong, published_keys())


def test_an_answer_that_is_no_stamp_of_ours_is_not_kept(
    served: Origin, authority: Authority, tmp_path: Path
) -> None:
    stranger = Authority(tmp_path / "stranger")
    replies: list[Callable[[bytes], bytes]] = [
        stranger.reply,
        lambda query: b"",
        lambda query: b"<html>Please log in</html>",
        lambda query: authority.reply(query)[:-40],
        lambda query: authority.reply(query).replace(b"Test stamps", b"Test stumps"),
        lambda query: authority.reply(query.replace(query[30:50], bytes(20))),
    ]
    for reply in replies:
        answer_with(served, reply)
        assert stamp() == 0
        assert not LogStamp.objects.exists()
    answer_with(served, authority.reply, status=503)
    assert stamp() == 0
    old: list[bytes] = []

    def keep(query: bytes) -> bytes:
        old.append(authority.reply(query))
        return b""

    answer_with(served, keep)
    stamp()
    answer_with(served, lambda query: old[0])
    assert stamp() == 0, "an answer to an earlier question"
    assert not LogStamp.objects.exists()
    answer_with(served, authority.reply)
    assert stamp() == 1


def test_a_silent_or_missing_authority_holds_nothing_up(served: Origin, settings: Any) -> None:
    def drips() -> Iterator[bytes]:
        for piece in b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n" * 9:
            time.sleep(0.05)
            yield bytes([piece])

    limits = Limits(body_bytes=1000, seconds=0.4, connect=0.2, read=0.2, redirects=0)
    with saying(drips) as url:
        settings.LOG_STAMP_AUTHORITY = url
        assert stamp(limits=limits) == 0
    settings.LOG_STAMP_AUTHORITY = "http://127.0.0.1:1/"
    assert stamp(limits=limits) == 0
    build_version(build_document(slug="another"))
    assert publish_head(dt.datetime.now(dt.UTC)) is not None
    settings.LOG_STAMP_AUTHORITY = f"{served.base}/"
    assert stamp() == 2, "both heads, when it is there again"


def test_without_an_authority_nobody_is_asked_and_an_old_head_is_let_be(
    served: Origin, settings: Any
) -> None:
    build_version(build_document(slug="another"))
    publish_head(dt.datetime.now(dt.UTC) - dt.timedelta(days=8))
    assert stamp() == 1
    settings.LOG_STAMP_AUTHORITY = ""
    publish_head(dt.datetime.now(dt.UTC))
    assert stamp() == 0
    assert len(served.bodies) == 1


def test_a_stamp_is_there_for_good(served: Origin) -> None:
    stamp()
    for attempt in (
        lambda: LogStamp.objects.update(authority="another"),
        lambda: LogStamp.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
