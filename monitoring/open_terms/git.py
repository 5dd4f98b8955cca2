"""Git through its own command line, in streams: what a history holds, a file's bytes, and a history written."""

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Self

_ADDED_OR_CHANGED = frozenset(b"AM")
# No file that we read says how git is to run: a repository is data of others.
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never")


class GitFailed(Exception):
    """Git did not do what was asked; str() is what it said."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A file as a commit left it."""

    commit: str
    at: datetime
    message: str
    path: str
    blob: str


def is_repository(folder: Path) -> bool:
    """Whether git knows the folder as the top of a repository."""
    if not folder.is_dir():
        return False
    top = subprocess.run(_call(folder, "rev-parse", "--show-cdup"), capture_output=True, check=False)
    return top.returncode == 0 and not top.stdout.strip()


def name_of(folder: Path) -> str:
    """The repository as one would cite it: the end of its origin's address, else the folder's name."""
    origin = subprocess.run(
        _call(folder, "config", "--get", "remote.origin.url"), capture_output=True, text=True, check=False
    ).stdout.strip()
    parts = origin.removesuffix("/").removesuffix(".git").replace(":", "/").split("/")
    return "/".join(parts[-2:]) if len(parts) > 1 else folder.resolve().name


def history_of(folder: Path) -> Iterator[Recorded]:
    """Every file that a commit of the branch added or changed, oldest commit first; one line of git's held at a time.

    Raises GitFailed.
    """
    call = _call(
        folder, "log", "--reverse", "--no-renames", "--no-merges", "--raw", "--no-abbrev", "-z",
        "--format=%x01%H%x00%aI%x00%s%x00",
    )  # fmt: skip
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as git:
        assert git.stdout
        assert git.stderr
        yield from _recorded_in(_fields_of(git.stdout))
        said = git.stderr.read().decode(errors="replace").strip()
    if git.returncode:
        raise GitFailed(said or "git log failed.")


def _recorded_in(fields: Iterator[str]) -> Iterator[Recorded]:
    commit, at, message = "", datetime.min.replace(tzinfo=UTC), ""
    for field in fields:
        text = field.lstrip("\n")
        if text.startswith("\x01"):
            commit, at, message = text[1:], datetime.fromisoformat(next(fields)), next(fields)
        elif text.startswith(":"):
            *_, blob, status = text.split(" ")
            path = next(fields)
            if ord(status[0]) in _ADDED_OR_CHANGED:
                yield Recorded(commit, at, message, path, blob)


def _fields_of(stream: IO[bytes]) -> Iterator[str]:
    """What stands between NULs."""
    rest = b""
    while portion := stream.read(65_536):
        *whole, rest = (rest + portion).split(b"\0")
        yield from (field.decode(errors="replace") for field in whole)
    if rest.strip():
        yield rest.decode(errors="replace")


class Blobs:
    """The bytes of files by their names, from one git that stays open: `with Blobs(folder) as blobs: blobs.read(name)`."""

    def __init__(self, folder: Path) -> None:
        self._git = subprocess.Popen(
            _call(folder, "cat-file", "--batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._git.stdin
        assert self._git.stdout
        self._git.stdin.close()
        self._git.stdout.close()
        self._git.wait()

    def read(self, blob: str) -> bytes:
        """Raises GitFailed where the repository has no such bytes, as in a clone that was cut short."""
        assert self._git.stdin
        assert self._git.stdout
        self._git.stdin.write(f"{blob}\n".encode())
        self._git.stdin.flush()
        head = self._git.stdout.readline().split()
        if len(head) != 3:
            raise GitFailed(f"{blob} is not in the repository; clone it whole.")
        body = self._git.stdout.read(int(head[2]))
        self._git.stdout.read(1)
        return body


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to be recorded, with the words and the time of its commit."""

    path: str
    content: bytes
    message: str
    at: datetime


def write_history(folder: Path, entries: Iterable[Entry], *, author: str) -> int:
    """A new repository with one commit an entry, in their order; returns how many. Raises GitFailed.

    `author` is a name with an address in angle brackets. The folder is made; it must be empty or new.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise GitFailed(f"{folder} is not empty. Name a new folder.")
    subprocess.run(_call(folder, "init", "--quiet", "--initial-branch=main"), check=True)
    written = 0
    with subprocess.Popen(
        _call(folder, "fast-import", "--quiet", "--date-format=raw"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as git:
        assert git.stdin
        assert git.stderr
        for entry in entries:
            message = entry.message.encode()
            signed = f"{author} {int(entry.at.timestamp())} +0000"
            head = f"commit refs/heads/main\nauthor {signed}\ncommitter {signed}\ndata {len(message)}\n"
            file = f"\nM 100644 inline {_quoted(entry.path)}\ndata {len(entry.content)}\n"
            git.stdin.write(head.encode() + message + file.encode() + entry.content + b"\n")
            written += 1
        git.stdin.close()
        said = git.stderr.read().decode(errors="replace").strip()
    if git.returncode:
        raise GitFailed(said)
    if written:
        subprocess.run(_call(folder, "reset", "--quiet", "--hard", "main"), check=True)
    return written


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _call(folder: Path, *arguments: str) -> list[str]:
    return ["git", *_SAFE, "-C", str(folder), *arguments]
