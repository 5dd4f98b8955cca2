"""Room for a file that is made before it is sent: in memory while it is small, on disk beyond."""

from tempfile import SpooledTemporaryFile
from typing import IO, cast

_IN_MEMORY = 8 * 1024 * 1024


def spooled() -> IO[bytes]:
    """A file of bytes that is gone once it is closed."""
    return cast("IO[bytes]", SpooledTemporaryFile(max_size=_IN_MEMORY))
