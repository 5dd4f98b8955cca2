"""What a running process and its children use, read from /proc (Linux only)."""

import contextlib
import os
import pathlib

_TICK = os.sysconf("SC_CLK_TCK")


class Tree:
    """A process and its descendants."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def cpu_seconds(self) -> float:
        """User and system time of all, with that of children that have ended."""
        total = 0
        for pid in self._pids():
            with contextlib.suppress(OSError):
                fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                total += sum(map(int, fields[11:15]))
        return total / _TICK

    def peak_mib(self) -> float:
        """The most memory that any single one of them held since forget_peak."""
        peaks = [0]
        for pid in self._pids():
            with contextlib.suppress(OSError):
                lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
                peaks += [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
        return max(peaks) / 1024

    def most_own_mib(self) -> float:
        """The most memory that any single one of them holds at this moment of its own, shared pages left out."""
        held = [0]
        for pid in self._pids():
            with contextlib.suppress(OSError):
                lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
                held += [int(line.split()[1]) for line in lines if line.startswith("RssAnon")]
        return max(held) / 1024

    def forget_peak(self) -> None:
        """Measure the peak anew from here."""
        for pid in self._pids():
            with contextlib.suppress(OSError):
                pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")

    def _pids(self) -> list[int]:
        found = [self._pid]
        for pid in found:
            with contextlib.suppress(OSError):
                found += map(int, pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
        return found
