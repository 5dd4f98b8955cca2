"""The evidence bundle: one ZIP with everything about a version or a change, which checks itself offline.

The manifest holds the SHA-256 of each file and is signed with the log's key; the ZIP can be written in one way only. So
every byte of it is held by something. What it holds is the same for good: it is proved by the first head over it.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from billing.entitlements import Entitlements, Feature
from conductatlas.api.representations import change_json, clause_change_json, provision_json, version_json
from conductatlas.citations import cite_change, cite_version
from conductatlas.evidence.records import change_record, version_record
from conductatlas.evidence.spooling import spooled
from conductatlas.evidence.warc import write_warc
from conductatlas.evidence.zipping import PlainZip
from platforms.archive import open_body
from platforms.log.heads import first_head_over, publish_head
from platforms.log.leaves import canonical
from platforms.log.notes import sign_note, signing_key
from platforms.log.proofs import NotProvable, proof_of, published_keys
from platforms.models import LogEntry, LogHead, Snapshot, Version
from provisions.history import provisions_then
from provisions.models import Change

_PIECE = 256 * 1024
_README = """Evidence of ConductAtlas

What this is about: {title}
Permanent address: {url}

Check it, offline, with Python 3.8 or later and nothing else:

    python3 verify.py {name}

Better still, take verify.py from {site}/log/verify.py, and compare the fingerprint of the key that it prints with the one
on {site}/log/. It says which file was changed, if one was.

record.pdf       the record to read and to print
text*.txt        the text as read, in UTF-8: its SHA-256 is in the log
original/        the bytes as received, each page with its headers
capture.warc     the same in the format of web archives (ISO 28500)
*.json           what the text says, and what changed, for programs
proofs/          the entries of the log, each with its path to a signed head; and where an authority has stamped that
                 head (RFC 3161), head.txt and head.tst: openssl ts -verify -token_in -in proofs/head.tst
                 -data proofs/head.txt -CAfile the-authoritys-root.pem
keys.json        the log's public keys
manifest.json    the SHA-256 of every file, signed in manifest.sig
"""


def write_version_bundle(version: Version, entitlements: Entitlements, file: IO[bytes], now: datetime) -> str:
    """Write the bundle of a version; returns its file name. Raises UpgradeRequired, NoSigningKey.

    Reads `document.platform`, `snapshot` and the text.
    """
    entitlements.demand(Feature.EVIDENCE_BUNDLE)
    head = _head_over([version], now)
    provisions = provisions_then(version, version.document)
    cited = cite_version(version)
    bundle = PlainZip(file)
    bundle.add("record.pdf", [version_record(version, provisions, head)])
    bundle.add("text.txt", [version.text.encode()])
    bundle.add("version.json", [_json(version_json(version))])
    bundle.add("provisions.json", [_json([provision_json(each) for each in provisions])])
    return _finish(bundle, [version], head, cited.code, f"{cited.author}, {cited.title}", cited.url)


def write_change_bundle(change: Change, entitlements: Entitlements, file: IO[bytes], now: datetime) -> str:
    """Write the bundle of a change, with both texts; returns its file name. Raises UpgradeRequired, NoSigningKey.

    Reads `document.platform`, and `before` and `after` with their texts and snapshots.
    """
    entitlements.demand(Feature.EVIDENCE_BUNDLE)
    head = _head_over([change.before, change.after], now)
    clauses = list(change.clause_changes.select_related("provision__document__platform").order_by("order"))
    cited = cite_change(change)
    bundle = PlainZip(file)
    bundle.add("record.pdf", [change_record(change, head)])
    bundle.add(
        "change.json",
        [_json({**change_json(change), "clauses": [clause_change_json(row) for row in clauses]})],
    )
    bundle.add("diff.txt", ["\n\n".join(_marked(row.edits) for row in clauses).encode()])
    for name, version in (("before", change.before), ("after", change.after)):
        bundle.add(f"text-{name}.txt", [version.text.encode()])
        bundle.add(f"version-{name}.json", [_json(version_json(version))])
        found = [provision_json(each) for each in provisions_then(version, version.document)]
        bundle.add(f"provisions-{name}.json", [_json(found)])
    return _finish(bundle, [change.before, change.after], head, cited.code, cited.title, cited.url)


def _finish(bundle: PlainZip, versions: list[Version], head: LogHead, code: str, title: str, url: str) -> str:
    name = f"conductatlas-{code}.zip"
    snapshots = list({version.snapshot_id: version.snapshot for version in versions}.values())
    for number, snapshot in enumerate(snapshots, start=1):
        _originals(bundle, snapshot, f"original/{number}" if len(snapshots) > 1 else "original")
    with spooled() as warc:
        write_warc(snapshots, warc)
        warc.seek(0)
        bundle.add("capture.warc", _pieces(warc))
    for number, entry in enumerate(_entries(versions), start=1):
        bundle.add(f"proofs/{number}-{entry.kind}.json", [_json(proof_of(entry, head))])
    if stamp := getattr(head, "stamp", None):
        bundle.add("proofs/head.txt", [head.note.encode()])
        bundle.add("proofs/head.tst", [bytes(stamp.token)])
    bundle.add("keys.json", [_json(published_keys())])
    bundle.add("verify.py", [(settings.BASE_DIR / "conductatlas/checker/verify.py").read_bytes()])
    words = _README.format(title=title, url=url, name=name, site=settings.SITE_URL)
    bundle.add("README.txt", [words.encode()])
    manifest = _json({"code": code, "title": title, "url": url, "files": bundle.hashes})
    bundle.add("manifest.json", [manifest])
    note = f"{settings.LOG_NAME}/bundle\n{bundle.hashes['manifest.json']}\n"
    bundle.add("manifest.sig", [sign_note(note, settings.LOG_NAME, signing_key()).encode()])
    bundle.close()
    return name


def _originals(bundle: PlainZip, snapshot: Snapshot, folder: str) -> None:
    """The bytes of each page, and its headers as the leaf's hash is of them. Equal pages are there each."""
    for number, page in enumerate(snapshot.pages, start=1):
        with open_body(page["sha256"]) as body:
            bundle.add(f"{folder}/page-{number}{_suffix(page['content_type'])}", _pieces(body))
        bundle.add(f"{folder}/page-{number}.headers.json", [canonical(page["headers"])])


def _suffix(content_type: str) -> str:
    kinds = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md"}
    return kinds.get(content_type.partition(";")[0].strip().lower(), ".html")


def _head_over(versions: list[Version], now: datetime) -> LogHead:
    """The first head over all of them; one is signed now where none is yet."""
    for attempt in (1, 2):
        entries = _entries(versions)
        last = max((entry.index for entry in entries), default=-1)
        head = first_head_over(last) if len(entries) == _wanted(versions) else None
        if head:
            for version in versions:
                version.log_entry = next(entry for entry in entries if entry.version_id == version.pk)
            return head
        if attempt == 1:
            publish_head(now)
    raise NotProvable("It is not in the log yet. Try again in a minute.")


def _wanted(versions: Iterable[Version]) -> int:
    return len({version.pk for version in versions}) + len({version.snapshot_id for version in versions})


def _entries(versions: list[Version]) -> list[LogEntry]:
    of_versions = LogEntry.objects.filter(version__in=versions)
    of_snapshots = LogEntry.objects.filter(snapshot__in=[version.snapshot_id for version in versions])
    return sorted([*of_versions, *of_snapshots], key=lambda entry: entry.index)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _json(content: Any) -> bytes:
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _marked(edits: Iterable[tuple[str, str]]) -> str:
    marks = {"insert": ("{+", "+}"), "delete": ("[-", "-]")}
    return "".join(f"{first}{text}{last}" for op, text in edits for first, last in [marks.get(op, ("", ""))])
