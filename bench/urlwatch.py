"""urlwatch from PyPI, in an environment of its own, on the pages of the fixture."""

import pathlib
import re
import subprocess
import sys
from collections.abc import Callable

VERSION = "2.29"
_CONFIG = """display: {new: true, error: true, unchanged: false}
report:
  text: {line_length: 75, details: false, footer: false, minimal: true}
  markdown: {details: false, footer: false, minimal: true}
  html: {diff: unified}
  email: {enabled: false}
  stdout: {enabled: true, color: false}
"""
_CHANGED = re.compile(r"CHANGED: (\S+)")
# Its own script, in a process that tells at its end how much memory it held.
_PEAK = """
import re, runpy, sys
script = sys.argv.pop(1)
try:
    runpy.run_path(script, run_name="__main__")
finally:
    print("PEAK", re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


def run_urlwatch(home: pathlib.Path, pages: list[dict]) -> Callable[[], tuple[set[str], float]] | str:
    """Installs it; gives a call that runs one round and tells the pages raised and the peak MiB, or why not."""
    home.mkdir()
    python = home / "env/bin/python"
    subprocess.run([sys.executable, "-m", "venv", home / "env"], check=True)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*install, f"urlwatch=={VERSION}", "cssselect"], capture_output=True, text=True)
    if done.returncode:
        return f"urlwatch was left out, it could not be installed: {done.stderr.strip().splitlines()[-1]}"
    (home / "urls.yaml").write_text("---\n".join(map(_job, pages)))
    (home / "urlwatch.yaml").write_text(_CONFIG)
    files = ["--urls", "urls.yaml", "--config", "urlwatch.yaml", "--hooks", "hooks.py", "--cache", "cache.db"]
    call = [python, "-c", _PEAK, home / "env/bin/urlwatch", *files]

    def run() -> tuple[set[str], float]:
        out = subprocess.run(call, cwd=home, capture_output=True, text=True)
        peak = re.search(r"PEAK (\d+)", out.stdout)
        if peak is None:
            sys.exit(f"urlwatch failed: {out.stderr[-500:]}")
        return set(_CHANGED.findall(out.stdout)), int(peak[1]) / 1024

    return run


def _job(page: dict) -> str:
    exclude = ", ".join(page["exclude"])
    return (
        f"name: {page['id']}\nurl: {page['url']}\n"
        f"filter:\n  - css:\n      selector: '{page['selector']}'\n      exclude: '{exclude}'\n  - html2text: re\n"
    )
