#!/usr/bin/env python
"""The command line: any command works by itself, starting the embedded servers where none runs."""

import os
import sys
from pathlib import Path


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conductatlas.settings")
    try:
        from django.core.management import execute_from_command_line

        # Text in, text out: without servers and the other apps it begins at once.
        if sys.argv[1:2] == ["tag_clauses"]:
            from provisions.management.commands.tag_clauses import Command

            Command().run_from_argv(sys.argv)
            return
        from conductatlas import servers
    except ImportError as error:
        sys.exit(f"{error}. The environment is missing: run `make setup`, then .venv/bin/python manage.py …")
    try:
        with servers.running(Path(__file__).parent / ".data"):
            execute_from_command_line(sys.argv)
    except servers.ServerError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
