"""Throw-away servers for the tests, started before Django's settings are read and shared by parallel workers.

Each worker has a database of its own on them, a cache of its own, which its tests empty, and a folder of its own.
"""

import atexit
import os
from pathlib import Path

from conductatlas import servers

_CACHES = 16  # databases of a Valkey
_worker = os.environ.get("PYTEST_XDIST_WORKER", "")

if not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
    _home = servers.start_throw_away()
    os.environ["THROW_AWAY_HOME"] = str(_home)
    atexit.register(servers.discard, _home)
elif _worker and "THROW_AWAY_HOME" in os.environ:
    os.environ["REDIS_URL"] += f"?db={1 + int(_worker.removeprefix('gw')) % (_CACHES - 1)}"

if "THROW_AWAY_HOME" in os.environ:
    _data = Path(os.environ["THROW_AWAY_HOME"], "data", _worker)
    _data.joinpath("static").mkdir(parents=True, exist_ok=True)
    os.environ["DATA_DIR"] = str(_data)

# Log-ins with other companies' accounts are there where keys are; tests/billing/other_companies.py answers for them.
for _name in ("GOOGLE", "GITHUB"):
    os.environ.setdefault(f"{_name}_CLIENT_ID", f"the-tests-at-{_name.lower()}")
    os.environ.setdefault(f"{_name}_CLIENT_SECRET", "of the tests")
