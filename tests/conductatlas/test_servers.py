"""The embedded servers: what was killed starts again on its data."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from conductatlas import servers


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="conductatlas-test-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    servers.discard(folder)


def test_a_postgresql_that_was_killed_starts_again_for_the_process_that_had_started_it(home: Path) -> None:
    address = servers.start_missing(home, durable=False).database_url
    pid = int((home / "postgres/postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # dead, and a zombie until it is asked how it ended
    assert servers.start_missing(home, durable=False).database_url == address
    psycopg2.connect(address).close()
