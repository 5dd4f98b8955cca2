"""Undoes Content-Encoding piece by piece, so that a decompression bomb is noticed early. Pure."""

import zlib
from collections.abc import Iterable, Iterator
from typing import IO, cast

import brotli  # type: ignore[import-untyped]
import zstandard

from monitoring.errors import Failure, FetchError

ACCEPTED = "gzip, deflate, br, zstd"

_PIECE = 64 * 1024  # no step produces much more than this
_PLAIN = frozenset({"", "identity", "none", "utf-8"})
_ZSTD_WINDOW = 8 * 1024 * 1024  # RFC 9659: what a server may ask of a browser


def decompress(chunks: Iterable[bytes], content_encoding: str) -> Iterator[bytes]:
    """The body in pieces of about 64 KiB at most; raises FetchError(BAD_ENCODING) where it is damaged or
    unknown."""
    names = [name.strip().lower() for name in content_encoding.split(",")]
    steps = [name for name in names if name not in _PLAIN]
    if len(steps) > 2:
        raise FetchError(Failure.BAD_ENCODING, f"It is compressed {len(steps)} times over.")
    pieces = iter(chunks)
    for name in reversed(steps):
        step = _STEPS.get(name)
        if step is None:
            raise FetchError(Failure.BAD_ENCODING, f"We do not know the compression {name[:20]!r}.")
        pieces = step(pieces)
    try:
        yield from pieces
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise FetchError(Failure.BAD_ENCODING, f"{error}.") from error


def _gunzip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    began = False
    for chunk in chunks:
        began = began or bool(chunk)
        yield from _drain(unpacker, chunk)
        # A second member is read on; anything else after the end is ignored, as browsers do.
        while unpacker.eof and unpacker.unused_data[:2] == b"\x1f\x8b":
            rest = unpacker.unused_data
            unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
            yield from _drain(unpacker, rest)
    if began and not unpacker.eof:
        raise FetchError(Failure.TRUNCATED, "The compressed answer ends early.")


def _inflate(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = None
    for chunk in chunks:
        if not chunk:
            continue
        if unpacker is None:
            # RFC 9110 says zlib format; some servers send raw deflate. A zlib header is a multiple of 31.
            wrapped = len(chunk) > 1 and chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0
            unpacker = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        yield from _drain(unpacker, chunk)
    if unpacker is not None and not unpacker.eof:
        raise FetchError(Failure.TRUNCATED, "The compressed answer ends early.")


def _drain(unpacker: "zlib._Decompress", chunk: bytes) -> Iterator[bytes]:
    while chunk and not unpacker.eof:
        yield unpacker.decompress(chunk, _PIECE)
        chunk = unpacker.unconsumed_tail


def _unbrotli(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    began = False
    for chunk in chunks:
        if unpacker.is_finished():
            break
        began = began or bool(chunk)
        yield unpacker.process(chunk, output_buffer_limit=_PIECE)
        while not unpacker.can_accept_more_data():
            yield unpacker.process(b"", output_buffer_limit=_PIECE)
    if began and not unpacker.is_finished():
        raise FetchError(Failure.TRUNCATED, "The compressed answer ends early.")


class _Readable:
    """An iterator of chunks as the file object that zstandard pulls from."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def read(self, size: int) -> bytes:
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._rest = chunk
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece


def _unzstd(chunks: Iterator[bytes]) -> Iterator[bytes]:
    reader = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).stream_reader(
        cast("IO[bytes]", _Readable(chunks)), read_across_frames=True
    )
    while piece := reader.read(_PIECE):
        yield piece


_STEPS = {"gzip": _gunzip, "x-gzip": _gunzip, "deflate": _inflate, "br": _unbrotli, "zstd": _unzstd}
