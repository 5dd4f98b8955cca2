"""A ZIP that can be written in one way only: stored, without times or attributes, so that every byte of it means something.

conductatlas/checker/verify.py refuses whatever differs from what this writes.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterable
from typing import IO

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UTF8, _STORED, _MIDNIGHT, _FIRST_DAY = 20, 0x800, 0, 0, 0x21


class PlainZip:
    """Writes files one after the other into a seekable file; of a large one only a piece is in memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at = 0
        self._directory: list[bytes] = []
        # The SHA-256 of each file so far, by its name.
        self.hashes: dict[str, str] = {}

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """One more file; its name is of ASCII letters."""
        encoded = name.encode("ascii")
        start, size, crc, digest = self._at, 0, 0, hashlib.sha256()
        self._write(bytes(_LOCAL.size) + encoded)
        for piece in pieces:
            size += len(piece)
            crc = zlib.crc32(piece, crc)
            digest.update(piece)
            self._write(piece)
        fixed = (_VERSION, _UTF8, _STORED, _MIDNIGHT, _FIRST_DAY, crc, size, size, len(encoded))
        self._file.seek(start)
        self._file.write(_LOCAL.pack(b"PK\3\4", *fixed, 0))
        self._file.seek(self._at)
        self._directory.append(_CENTRAL.pack(b"PK\1\2", _VERSION, *fixed, 0, 0, 0, 0, 0, start) + encoded)
        self.hashes[name] = digest.hexdigest()

    def close(self) -> None:
        """The directory at the end; the file itself stays open."""
        directory, count = b"".join(self._directory), len(self._directory)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), self._at, 0)
        self._write(directory + end)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._at += len(data)
