"""The site on throw-away servers, as it runs in production, for the time of a measurement."""

import os
import pathlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from conductatlas import servers


@contextmanager
def throw_away_site(**settings: str) -> Iterator[pathlib.Path]:
    """Servers and a data folder of its own; `settings` are added to the environment. Gives the folder of
    the servers; set Django up inside."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        pathlib.Path(folder).chmod(0o755)
        (pathlib.Path(folder) / "static").mkdir()
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "conductatlas.settings",
            "DATA_DIR": folder,
            "LOG_LEVEL": "ERROR",
            "DEVELOPMENT": "False",
            "SECRET_KEY": "for-one-benchmark-" * 4,
            "SITE_URL": "https://conductatlas.example",
            "EMAIL_HOST": "localhost",
            **settings,
        }
        throw_away = servers.start_throw_away()
        try:
            yield throw_away
        finally:
            servers.discard(throw_away)
