"""The processes of a site run by one command: started in order, ended in order."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from types import FrameType

from django.conf import settings

_GRACE = 20.0


class Children:
    """The processes of the site: one that ends takes the others with it.

    Those with a door, a host and port that others ask, start first, one after the other as each answers, and end
    last: what looks at the demo's pages never finds them gone because it is early or late.
    """

    def __init__(self, commands: Mapping[str, list[str]], doors: Mapping[str, tuple[str, int]]) -> None:
        self._commands = commands
        self._doors = doors
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._stopping = False

    def run(self, greeting: str) -> int:
        """Starts all, says the greeting, waits for the first to end or for a signal, stops all; returns the exit status."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        waiting = [*self._doors, *(name for name in self._commands if name not in self._doors)]
        while not self._stopping:
            if waiting and self._all_answer():
                for name in waiting[:1] if waiting[0] in self._doors else waiting:
                    self._start(name)
                waiting = [name for name in waiting if name not in self._running]
                if not waiting:
                    sys.stdout.write(greeting)
                    sys.stdout.flush()
            ended = next((name for name, child in self._running.items() if child.poll() is not None), None)
            if ended:
                status = self._running[ended].returncode
                sys.stderr.write(f"The {ended} stopped by itself (exit status {status}).\n")
                self._end_all()
                return status or 1
            time.sleep(0.1)
        self._end_all()
        return 0

    def _start(self, name: str) -> None:
        self._running[name] = subprocess.Popen(
            self._commands[name], cwd=settings.BASE_DIR, start_new_session=True
        )

    def _all_answer(self) -> bool:
        return all(_answers(door) for name, door in self._doors.items() if name in self._running)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True

    def _end_all(self) -> None:
        give_up = time.monotonic() + _GRACE
        _end([child for name, child in self._running.items() if name not in self._doors], give_up)
        _end([child for name, child in self._running.items() if name in self._doors], give_up)


def _answers(door: tuple[str, int]) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(door) == 0


def _end(children: Sequence[subprocess.Popen[bytes]], give_up: float) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(max(0.1, give_up - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
