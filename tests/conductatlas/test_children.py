"""The processes of one command: who asks another finds it there, from its own first moment to its last."""

import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conductatlas.children import Children

ANSWERS = """
import signal, socket, sys
door = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=64)
signal.pause()
"""
# Asks when it begins and when it is told to end, and writes down whether it was answered.
ASKING = """
import signal, socket, sys
def ask(*_):
    with socket.socket() as probe:
        found = probe.connect_ex(("127.0.0.1", int(sys.argv[1]))) == 0
    open(sys.argv[2], "a").write("answered\\n" if found else "gone\\n")
def leave(*_):
    ask()
    sys.exit(0)
signal.signal(signal.SIGTERM, leave)
ask()
"""
WAITS = "signal.pause()"
ENDS = "sys.exit(3)"


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Those of the test run come back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def doors() -> Iterator[dict[str, tuple[str, int]]]:
    """Two, held so that nobody else is given their ports; who may reuse an address can listen there all the same."""
    with socket.socket() as web, socket.socket() as origin:
        for held in (web, origin):
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            held.bind(("127.0.0.1", 0))
        yield {"web": web.getsockname(), "origin": origin.getsockname()}


def test_who_asks_starts_after_all_who_answer_and_ends_before_them(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], doors: dict[str, tuple[str, int]]
) -> None:
    told = tmp_path / "told"
    asking = [sys.executable, "-c", ASKING + WAITS, str(doors["origin"][1]), str(told)]
    ends_later = (
        f"import pathlib, sys, time\ntold = pathlib.Path({str(told)!r})\n"
        f"while not (told.exists() and told.stat().st_size): time.sleep(0.02)\n{ENDS}"
    )
    commands = {
        "worker": asking,
        "scheduler": [sys.executable, "-c", ends_later],
        **{name: [sys.executable, "-c", ANSWERS, str(port)] for name, (_, port) in doors.items()},
    }
    assert Children(commands, doors).run("All are there.\n") == 3
    assert told.read_text() == "answered\nanswered\n"
    said = capfd.readouterr()
    assert "All are there." in said.out
    assert "The scheduler stopped by itself (exit status 3)." in said.err
