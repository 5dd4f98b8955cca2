"""Chromium as a child process of ours, run by an ordinary user with its sandbox on, also when we are root."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from monitoring.errors import Failure, FetchError

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_FLAGS = (
    *("--headless=new", "--disable-gpu", "--disable-extensions", "--disable-background-networking"),
    *(
        "--disable-sync",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--no-pings",
        "--mute-audio",
    ),
    *("--no-first-run", "--no-default-browser-check", "--remote-debugging-port=0"),
    # No name is resolved and no address reached: what a page needs is fetched for it (browser.py).
    *(
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=127.0.0.1:9",
        "--proxy-bypass-list=<-loopback>",
    ),
)
_START_SECONDS = 60.0  # one that cannot start ends, which is noticed at once


def find_chromium(given: str | None = None) -> str:
    """The path of the Chromium to start; raises FetchError(BROWSER_MISSING) when there is none."""
    for name in (given,) if given else _NAMES:
        found = shutil.which(name)
        if found:
            return found
    raise FetchError(Failure.BROWSER_MISSING, f"No Chromium was found ({given or ', '.join(_NAMES)}).")


class Chromium:
    """One running Chromium. `endpoint` is the address, on loopback, at which Playwright reaches it."""

    def __init__(self, executable: str, account: str) -> None:
        """Starts it; as `account` when we are root. Raises FetchError(BROWSER_FAILED) when it does not come
        up."""
        self._home = tempfile.mkdtemp(prefix="conductatlas-browser-")
        self._errors = Path(self._home, "errors.txt")
        try:
            self._process = self._start(executable, account)
            self.endpoint = f"http://127.0.0.1:{self._port()}"
        except BaseException:
            shutil.rmtree(self._home, ignore_errors=True)
            raise

    def _start(self, executable: str, account: str) -> "subprocess.Popen[bytes]":
        as_user: dict[str, Any] = {}
        if os.geteuid() == 0:
            try:
                entry = pwd.getpwnam(account)
            except KeyError as error:
                raise FetchError(Failure.BROWSER_FAILED, f"There is no user {account!r}.") from error
            os.chown(self._home, entry.pw_uid, entry.pw_gid)
            as_user = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": ()}
        try:
            with self._errors.open("wb") as errors:
                return subprocess.Popen(
                    [executable, *_FLAGS, f"--user-data-dir={self._home}/profile", "about:blank"],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=errors,
                    cwd=self._home,
                    env={"HOME": self._home, "PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"},
                    **as_user,
                )
        except OSError as error:
            raise FetchError(Failure.BROWSER_FAILED, f"{executable} did not start: {error}.") from error

    def _port(self) -> int:
        """The port that Chromium chose, which it writes into its profile once it listens."""
        written = Path(self._home, "profile", "DevToolsActivePort")
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            lines = written.read_text().splitlines() if written.exists() else []
            if len(lines) >= 2:
                return int(lines[0])
            time.sleep(0.05)
        last = (self._errors.read_text(errors="replace").strip().splitlines() or ["no message"])[-1]
        self._end()
        raise FetchError(Failure.BROWSER_FAILED, f"Chromium did not come up: {last[:300]}")

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def stop(self) -> None:
        """Ends the process and removes its profile."""
        self._end()
        shutil.rmtree(self._home, ignore_errors=True)

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(5.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
