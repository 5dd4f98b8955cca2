"""The transparency log by the API: its heads, keys, entries, proofs and tiles; all that a checker asks for."""

import re
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from conductatlas.api import parameters as a
from conductatlas.api.describing import BYTES, many, one
from conductatlas.api.endpoints import DAY, MINUTE, YEAR, public
from conductatlas.api.errors import BadParameter
from conductatlas.api.paging import page_of
from conductatlas.api.parameters import Parameters
from conductatlas.api.representations import absolute, address
from platforms.log.merkle import consistency_proof, inclusion_proof, root_of
from platforms.log.proofs import NotProvable, entries, proof_of, published_keys, stamp_of, subject_of
from platforms.log.sequencer import size_of_log
from platforms.log.tiles import from_tiles
from platforms.models import LogEntry, LogHead, LogTile

Json = dict[str, Any]

_LOG = "The log"


@public("Signed heads of the log, newest first.", gives=many("LogHead"), max_age=MINUTE, tag=_LOG)
def log_heads(request: Request, asked: Parameters) -> Response:
    """One an hour at least; each is a signed note (a checkpoint of C2SP) that anybody can keep and hold us to."""
    return page_of(request, LogHead.objects.select_related("stamp"), _head_json, "-pk")


@public("The first head over so many entries.", gives=one("LogHead"), max_age=DAY, tag=_LOG)
def log_head(request: Request, asked: Parameters, size: int) -> Response:
    """The first head that was signed when the log had exactly this size."""
    found = LogHead.objects.select_related("stamp").filter(size=size).order_by("pk").first()
    if found is None:
        raise Http404
    return Response(_head_json(found))


@public("The root of the tree of the first so many entries.", gives=one("LogRoot"), max_age=DAY, tag=_LOG)
def log_root(request: Request, asked: Parameters, size: int) -> Response:
    """For any size up to that of the log, signed or not."""
    if size > size_of_log():
        raise Http404
    return Response({"size": size, "root": from_tiles(root_of, size).hex()})


@public("The public keys that heads are signed with.", gives=one("LogKeys"), max_age=MINUTE, tag=_LOG)
def log_keys(request: Request, asked: Parameters) -> Response:
    """Oldest first; one that is no longer used stays, so that what it signed can be checked."""
    return Response({"results": published_keys()})


@public(
    "The entries, in order.",
    gives=many("LogEntry"),
    max_age=MINUTE,
    tag=_LOG,
    takes=(a.words("leaf_hash", "Only the entry whose leaf has this hash, in hexadecimal."),),
)
def log_entries(request: Request, asked: Parameters) -> Response:
    """Each with its leaf: canonical JSON (RFC 8785). Of what is not public yet, only the leaf's hash is given."""
    rows = entries()
    if "leaf_hash" in asked:
        rows = rows.filter(leaf_hash=_hash_of(asked.words("leaf_hash")))
    return page_of(request, rows, _entry_json, "index")


@public("One entry.", gives=one("LogEntry"), max_age=DAY, tag=_LOG)
def log_entry(request: Request, asked: Parameters, index: int) -> Response:
    """The entry at this place, counted from 0."""
    return Response(_entry_json(get_object_or_404(entries(), index=index)))


@public("An entry with its proof.", gives=one("LogProof"), max_age=DAY, tag=_LOG)
def log_proof(request: Request, asked: Parameters, index: int) -> Response:
    """All that verify.py needs to check the entry offline: leaf, path to the first signed head over it, and the keys."""
    entry = get_object_or_404(entries(), index=index, public=True)
    try:
        return Response({**proof_of(entry), "keys": published_keys()})
    except NotProvable as error:
        raise Http404 from error


@public("The path from an entry to the root of a tree.", gives=one("LogPath"), max_age=YEAR, tag=_LOG)
def log_inclusion(request: Request, asked: Parameters, index: int, size: int) -> Response:
    """The inclusion proof of RFC 9162, section 2.1.3, in the tree of the first `size` entries."""
    if not index < size <= size_of_log():
        raise Http404
    return _path(from_tiles(inclusion_proof, index, size))


@public("The proof that one tree begins with another.", gives=one("LogPath"), max_age=YEAR, tag=_LOG)
def log_consistency(request: Request, asked: Parameters, first: int, second: int) -> Response:
    """The consistency proof of RFC 9162, section 2.1.4, between the trees of the first `first` and `second` entries."""
    if not 0 < first <= second <= size_of_log():
        raise Http404
    return _path(from_tiles(consistency_proof, first, second))


@public("A tile of the tree.", gives=BYTES, max_age=MINUTE, tag=_LOG)
def log_tile(request: Request, asked: Parameters, level: int, index: int) -> HttpResponse:
    """Up to 256 hashes of 32 bytes each, in order; a full one never changes. Level 0 has the leaves' hashes."""
    tile = get_object_or_404(LogTile, level=level, index=index)
    return HttpResponse(bytes(tile.hashes), content_type="application/octet-stream")


def _hash_of(words: str) -> bytes:
    if not re.fullmatch("[0-9a-f]{64}", words):
        raise BadParameter("leaf_hash", "Give the SHA-256 of a leaf as 64 hexadecimal digits.")
    return bytes.fromhex(words)


def _head_json(head: LogHead) -> Json:
    return {
        "size": head.size,
        "root": head.root,
        "at": head.at,
        "key_id": head.key_id,
        "note": head.note,
        "stamp": stamp_of(head),
        "url": address("log_head", head.size),
    }


def _entry_json(entry: LogEntry) -> Json:
    """Of one of the `entries()`."""
    subject = subject_of(entry)
    return {
        "index": entry.index,
        "kind": entry.kind,
        "leaf_hash": bytes(entry.leaf_hash).hex(),
        "leaf": entry.leaf if subject else None,
        "subject": subject.words if subject else None,
        "page": absolute(subject.page) if subject else None,
        "logged_at": entry.logged_at,
        "proof": address("log_proof", entry.index) if subject else None,
    }


def _path(steps: list[bytes]) -> Response:
    return Response({"path": [step.hex() for step in steps]})
