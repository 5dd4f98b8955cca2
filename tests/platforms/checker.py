"""The programs that readers run, loaded as they are handed out."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[2] / "conductatlas/checker"


def load(name: str) -> ModuleType:
    """verify or check_log as a module; check_log finds verify beside it as it does in a reader's folder."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


verify = load("verify")
check_log = load("check_log")
