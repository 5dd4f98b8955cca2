"""Throw-away servers for the tests, started before Django's settings are read and shared by parallel workers."""

import atexit
import os

from conductatlas import servers

if not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
    _home = servers.start_throw_away()
    os.environ["DATA_DIR"] = str(_home / "data")
    (_home / "data/static").mkdir(parents=True)
    atexit.register(servers.discard, _home)

# Log-ins with other companies' accounts are there where keys are; tests/billing/other_companies.py answers for them.
for _name in ("GOOGLE", "GITHUB"):
    os.environ.setdefault(f"{_name}_CLIENT_ID", f"the-tests-at-{_name.lower()}")
    os.environ.setdefault(f"{_name}_CLIENT_SECRET", "of the tests")
