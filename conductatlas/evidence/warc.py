"""A snapshot as a WARC file (ISO 28500), the form in which web archives exchange pages."""

import shutil
from collections.abc import Iterable
from http import HTTPStatus
from typing import IO, Any
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from conductatlas.evidence.spooling import spooled
from platforms.archive import open_body
from platforms.models import Snapshot

# What no longer fits the body, which is kept as the server meant it.
_OF_THE_WIRE = {"content-encoding", "content-length", "transfer-encoding"}


def write_warc(snapshots: Iterable[Snapshot], file: IO[bytes]) -> None:
    """The pages of the snapshots as response records; the same snapshots always give the same bytes."""
    writer = WARCWriter(file, gzip=False)
    for snapshot in snapshots:
        moment = snapshot.taken_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        about = {
            "software": "ConductAtlas",
            "format": "WARC File Format 1.0",
            "description": "Bodies are as the server meant them, after its content encoding was undone.",
        }
        writer.write_record(
            _dated(writer.create_warcinfo_record("capture.warc", about), snapshot, "about", moment)
        )
        for number, page in enumerate(snapshot.pages):
            with open_body(page["sha256"]) as kept, spooled() as body:
                shutil.copyfileobj(kept, body)
                body.seek(0)
                record = writer.create_warc_record(
                    page["final_url"] or page["request_url"],
                    "response",
                    payload=body,
                    length=page["size"],
                    http_headers=_http_headers(page),
                )
                writer.write_record(_dated(record, snapshot, str(number), moment))


def _dated(record: Any, snapshot: Snapshot, part: str, moment: str) -> Any:
    """With a name and a date that follow from what it holds, not from when it is written."""
    name = uuid5(NAMESPACE_URL, f"{snapshot.sha256}/{snapshot.taken_at.isoformat()}/{part}")
    record.rec_headers.replace_header("WARC-Record-ID", f"<urn:uuid:{name}>")
    record.rec_headers.replace_header("WARC-Date", moment)
    return record


def _http_headers(page: dict[str, Any]) -> StatusAndHeaders:
    status = page["status"] or HTTPStatus.OK.value
    words = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Answer"
    headers = [(name, value) for name, value in page["headers"].items() if name.lower() not in _OF_THE_WIRE]
    if page["content_type"] and not any(name.lower() == "content-type" for name, _ in headers):
        headers.append(("Content-Type", page["content_type"]))
    headers.append(("Content-Length", str(page["size"])))
    return StatusAndHeaders(f"{status} {words}", headers, protocol="HTTP/1.1")
